"""An application that somebody began: whose it is, what stands in it, and what became of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.responses import Response

from api.beginnings import today
from api.cases import case_for
from api.identity import readers, request_of
from api.pages import forms
from api.pages.forms import Typed
from api.pages.forms.form import value_in
from api.pages.forms.values import date_in
from api.pages.sessions import Sight, SignedIn
from api.pages.shell import done, page
from api.pages.steps import Steps, steps_for
from api.parts import Database
from api.problems import NOT_FOUND, Problem
from domain.authority import AT_THE_DESK
from domain.people import Actor
from domain.policy import Policy
from domain.standing import standing
from store import drafts, queries, reference
from store.drafts import APPLICATION, Draft, Of

router = APIRouter()

A_DRAFT = re.compile(r"[0-9a-f]{32}")

_at_the_desk = readers(*AT_THE_DESK)


async def _applicant(actor: SignedIn) -> Actor:
    return await _at_the_desk(actor)


Applicant = Annotated[Actor, Depends(_applicant)]
"""A cooperative for its own residents, or a caseworker with an application that came on paper."""


@dataclass(frozen=True)
class Applying:
    """Somebody who is filling in an application. The draft's own name is the key of its request."""

    actor: Actor
    steps: Steps
    owner: Of
    draft: Draft | None
    became: str | None
    """The case that it was taken in as, by what was sent first."""

    @property
    def path(self) -> str:
        """Where its steps are."""
        return f"/apply/{self.owner.number}"

    @property
    def home(self) -> str:
        """Where its drafts are found again."""
        return home_of(self.actor)

    @property
    def sent_as(self) -> str | None:
        """The case of what was sent, once nothing of it is left to fill in."""
        return self.became if self.draft is None else None

    @property
    def typed(self) -> Typed:
        """What stands in the form, in all its steps."""
        return {**forms.at_first(self.steps.whole), **(self.draft.typed if self.draft else {})}


def home_of(actor: Actor) -> str:
    """Where somebody finds the applications that he began."""
    return "/mine" if actor.cooperative else "/apply"


async def _applying(draft: str, actor: Applicant, database: Database) -> Applying:
    if not A_DRAFT.fullmatch(draft):
        raise Problem(NOT_FOUND, "There is nothing at this address.")
    owner = Of(actor, APPLICATION, draft)
    async with database.connect() as connection:
        kept = await drafts.find(connection, owner)
        sent = await queries.entry_by(connection, actor.id, request_of(actor, draft), APPLICATION)
        policy = await _policy_for(connection, actor, kept.typed if kept else {})
        known = () if actor.cooperative else await reference.cooperatives(connection, actor.municipality)
    return Applying(actor, steps_for(actor, policy, known), owner, kept, sent[0] if sent else None)


OnDraft = Annotated[Applying, Depends(_applying)]


async def _policy_for(connection: AsyncConnection, actor: Actor, typed: Typed) -> Policy:
    """The policy of the day on which it came, by which it is judged; as long as that is no day, that of today."""
    on = date_in(value_in(typed, "received_on")) or today()
    for day in (on, today()):
        if policy := await reference.policy_in_force(connection, actor.municipality, day):
            return policy
    raise Problem(NOT_FOUND, "The municipality had no policy in force on {day}", day=today())


@router.get("/apply")
async def show_beginning(request: Request, actor: Applicant, database: Database) -> Response:
    """What one needs for an application, and what was begun before."""
    async with database.connect() as connection:
        policy = await reference.policy_in_force(connection, actor.municipality, today())
        begun = await drafts.of_new_cases(connection, actor)
    items = policy.items if policy else ()
    return page(request, "apply/begin.html", items=items, drafts=begun, home=home_of(actor))


@router.get("/applied/{number}")
async def show_applied(
    request: Request, number: str, actor: Applicant, sight: Sight, database: Database
) -> Response:
    """What happens next with an application that was just sent, and by when."""
    case = await case_for(database, number, sight)
    shown = standing(case, today()) if actor.cooperative else None
    return page(request, "apply/sent.html", case=case, standing=shown)


@router.post("/apply/{draft}/away")
async def throw_away(request: Request, applying: OnDraft, database: Database) -> Response:
    """Forget a draft."""
    async with database.begin() as connection:
        await drafts.remove(connection, applying.owner)
    return await done(request, database, applying.home, "The draft is thrown away.")
