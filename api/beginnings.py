"""What a case begins with: what is looked up before there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from api.problems import NOT_FOUND, Problem
from domain.acts import Act, ApplicationReceived
from domain.authority import scope_of
from domain.calendar import NETHERLANDS
from domain.case import Case, Receipt
from domain.errors import NotAcceptable
from domain.people import Actor
from domain.policy import Policy
from store import queries, reference


def today() -> date:
    """Today in the Netherlands."""
    return datetime.now(NETHERLANDS).date()


@dataclass(frozen=True)
class FirstAct:
    """What a case began with, by which request, and whether anybody did anything since."""

    receipt: Receipt
    act: Act
    request: str
    is_followed: bool


async def policy_for(connection: AsyncConnection, actor: Actor, act: ApplicationReceived) -> Policy:
    """The policy in force when the application came, at a municipality that knows the cooperative."""
    on = act.received_on or today()
    policy, known = await reference.policy_and_cooperative(
        connection, actor.municipality, on, act.application.cooperative
    )
    if policy is None:
        raise NotAcceptable("receivedOn", "The municipality had no policy in force on {day}", day=on)
    if known is None:
        raise NotAcceptable(
            "application/cooperative", "This cooperative has no agreement with the municipality"
        )
    if on < known.agreement_from or (known.agreement_until and on > known.agreement_until):
        raise NotAcceptable(
            "application/cooperative",
            "The agreement with this cooperative was not in force on {day}",
            day=on,
        )
    return policy


async def first_act(connection: AsyncConnection, actor: Actor, number: str) -> FirstAct | None:
    """The act with which a case of this person's began; none when there is no such case."""
    scope = scope_of(actor)
    is_known = scope is not None and await queries.is_known(connection, number, scope)
    first, *later = await queries.entries(connection, number) if is_known else [None]
    if first is None or first.fingerprint is None or first.key is None:
        return None
    receipt = Receipt(case=number, version=first.version, fingerprint=first.fingerprint)
    is_followed = any(entry.key for entry in later if entry)
    return FirstAct(receipt=receipt, act=first.act, request=first.key, is_followed=is_followed)


async def contested_case(connection: AsyncConnection, actor: Actor, number: str) -> Case:
    """The case of the decision, for somebody who may see it."""
    scope = scope_of(actor)
    case = await queries.whole_case(connection, number, scope) if scope else None
    if case is None:
        raise no_such_case(number)
    return case


def no_such_case(number: str) -> Problem:
    """Told both when there is none and when it is not this reader's to see."""
    return Problem(NOT_FOUND, "There is no case {number} for you.", number=number)
