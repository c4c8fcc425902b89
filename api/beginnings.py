"""What a case begins with: what is looked up before there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from api.problems import NOT_FOUND, Problem
from domain import acceptance, authority
from domain.acts import Act, ApplicationReceived
from domain.authority import scope_of
from domain.calendar import NETHERLANDS
from domain.case import Case, Performed, Receipt
from domain.errors import NotAcceptable, NotYours
from domain.people import Actor
from domain.policy import Policy
from store import queries
from store.ground import Ground, ground
from store.tables import CaseRow


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


async def earlier_or_policy(
    connection: AsyncConnection, actor: Actor, act: ApplicationReceived, number: str
) -> FirstAct | Policy:
    """What the case of an application began with, or else the policy with which it will begin."""
    on = act.received_on or today()
    found = await ground(connection, actor.municipality, number, on, act.application.cooperative)
    return (found.is_known and await first_act(connection, actor, number)) or _policy(found, act)


def _policy(found: Ground, act: ApplicationReceived) -> Policy:
    on, known = act.received_on or today(), found.cooperative
    if found.policy is None:
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
    return found.policy


def check_beginning(done: Performed, case: Case) -> None:
    """Refuse an act with which a case would begin, or go on once it had ended, as its procedure would."""
    authority.check(done, case, None, today())
    acceptance.check_room(done, case, is_awaited=True)
    acceptance.check(done, case, today())


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


async def existing_case(connection: AsyncConnection, actor: Actor, number: str) -> Case:
    """A case that there is, for somebody who may see it.

    Raises:
        NotYours: the case is somebody else's.
        Problem: there is no such case.
    """
    scope = scope_of(actor)
    case = await queries.whole_case(connection, number, scope) if scope else None
    if case is None:
        raise await _why_not(connection, number)
    return case


async def check_theirs(connection: AsyncConnection, actor: Actor, number: str) -> None:
    """Refuse whoever may not see this case.

    Raises:
        NotYours: the case is somebody else's.
        Problem: there is no such case.
    """
    scope = scope_of(actor)
    if not (scope and await queries.is_known(connection, number, scope)):
        raise await _why_not(connection, number)


async def _why_not(connection: AsyncConnection, number: str) -> NotYours | Problem:
    known = await connection.scalar(select(CaseRow.number).where(CaseRow.number == number))
    return NotYours("This case is not yours") if known else no_such_case(number)


def no_such_case(number: str) -> Problem:
    """Told both when there is none and when it is not this reader's to see."""
    return Problem(NOT_FOUND, "There is no case {number} for you.", number=number)
