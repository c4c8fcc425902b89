"""An application, step by step: a draft on the server until everything is looked at once more and sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import RedirectResponse, Response
from temporalio.client import RPCTimeoutOrCancelledError, WorkflowUpdateFailedError
from temporalio.service import RPCError

from api.beginnings import today
from api.cases import case_for
from api.desk import Desk, OpenDesk
from api.pages import forms
from api.pages.forms import Filled, Typed
from api.pages.mine import check_cooperative
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight, SignedIn
from api.pages.shell import done, page
from api.pages.steps import BSN, CHECK, TITLES, Step, Steps, flat, in_a_line_each, is_of, steps_for, wrong_in
from api.parts import Database
from api.problems import AWAY, KEY_REUSED, NOT_FOUND, Problem, problem_for
from domain.acts import ApplicationReceived
from domain.errors import CaseError
from domain.numbers import case_number
from domain.people import Actor
from domain.standing import standing
from store import drafts, queries, reference
from store.drafts import APPLICATION, Draft, Of
from workflows.refusal import received

router = APIRouter()

A_DRAFT = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Applying:
    """Somebody who is filling in an application. The draft's own name is the key of its request."""

    actor: Actor
    steps: Steps
    owner: Of
    draft: Draft | None
    became: str | None
    """The case that it became already."""

    @property
    def path(self) -> str:
        """Where its steps are."""
        return f"/apply/{self.owner.number}"

    @property
    def typed(self) -> Typed:
        """What stands in the form, in all its steps."""
        return {**forms.at_first(self.steps.whole), **(self.draft.typed if self.draft else {})}


async def _applying(draft: str, actor: SignedIn, sight: Sight, database: Database) -> Applying:
    check_cooperative(actor)
    if not A_DRAFT.fullmatch(draft):
        raise Problem(NOT_FOUND, "There is nothing at this address.")
    owner = Of(actor, APPLICATION, draft)
    number = case_number(actor.municipality, actor.cooperative or "", draft)
    async with database.connect() as connection:
        policy = await reference.policy_in_force(connection, actor.municipality, today())
        kept = await drafts.find(connection, owner)
        is_sent = kept is None and await queries.is_known(connection, number, sight)
    if policy is None:
        raise Problem(NOT_FOUND, "The municipality had no policy in force on {day}", day=today())
    return Applying(actor, steps_for(actor, policy), owner, kept, number if is_sent else None)


OnDraft = Annotated[Applying, Depends(_applying)]


@router.get("/apply")
async def show_beginning(request: Request, actor: SignedIn, database: Database) -> Response:
    """What one needs for an application, and what was begun before."""
    check_cooperative(actor)
    async with database.connect() as connection:
        policy = await reference.policy_in_force(connection, actor.municipality, today())
        begun = await drafts.of_new_cases(connection, actor)
    return page(request, "apply/begin.html", items=policy.items if policy else (), drafts=begun)


@router.get("/applied/{number}")
async def show_applied(
    request: Request, number: str, actor: SignedIn, sight: Sight, database: Database
) -> Response:
    """What happens next with an application that was just sent, and by when."""
    check_cooperative(actor)
    case = await case_for(database, number, sight)
    return page(request, "apply/sent.html", case=case, standing=standing(case, today()))


@router.get("/apply/{draft}")
async def resume(request: Request, applying: OnDraft, desk: OpenDesk) -> Response:
    """Go on where it was left."""
    if applying.became:
        return _sent(applying.became)
    said = await _read(request, applying, applying.typed, desk)
    left = next((step for step in Step if wrong_in(step, said.wrong)), None)
    return RedirectResponse(f"{applying.path}/{left or 'check'}", 303)


@router.post("/apply/{draft}/away")
async def throw_away(request: Request, applying: OnDraft, database: Database) -> Response:
    """Forget a draft."""
    async with database.begin() as connection:
        await drafts.remove(connection, applying.owner)
    return await done(request, database, "/mine", "The draft is thrown away.")


@router.get("/apply/{draft}/check")
async def show_check(request: Request, applying: OnDraft, desk: OpenDesk) -> Response:
    """Everything once more."""
    if applying.became:
        return _sent(applying.became)
    said = await _read(request, applying, applying.typed, desk)
    return _to_mend(applying, said) or _check(request, applying, {}, _elsewhere(said))


@router.post("/apply/{draft}/check")
async def send(request: Request, applying: OnDraft, desk: OpenDesk, database: Database) -> Response:
    """Send the application, once however often its button is pressed."""
    if applying.became:
        return _sent(applying.became)
    bsn = str((await request.form()).get(BSN, ""))
    typed = {**applying.typed, BSN: (bsn,)}
    said = await _read(request, applying, typed, desk)
    if said.act is None:
        return _to_mend(applying, said) or _check(request, applying, typed, said.wrong, 400)
    assert isinstance(said.act, ApplicationReceived)
    try:
        receipt, _ = await desk.apply(applying.actor, said.act, applying.owner.number)
    except (CaseError, Problem, WorkflowUpdateFailedError, RPCError, RPCTimeoutOrCancelledError) as error:
        return await _not_sent(request, applying, typed, error, database)
    async with database.begin() as connection:
        await drafts.remove(connection, applying.owner)
    return _sent(receipt.case)


@router.get("/apply/{draft}/{step}")
async def show_step(request: Request, applying: OnDraft, step: str, desk: OpenDesk) -> Response:
    """One step as it was left; with what is wrong in it, when it was passed over."""
    if applying.became:
        return _sent(applying.became)
    this = _step(step)
    wrong: forms.Wrong = {}
    if "mend" in request.query_params:
        said = await _read(request, applying, applying.typed, desk)
        wrong = wrong_in(this, said.wrong)
    return _form(request, applying, this, applying.typed, wrong)


@router.post("/apply/{draft}/{step}")
async def take_step(
    request: Request, applying: OnDraft, step: str, desk: OpenDesk, database: Database
) -> Response:
    """Keep what a step says, and go on to the next one when it is right."""
    if applying.became:
        return _sent(applying.became)
    this = _step(step)
    fields = [(name, given) for name, given in (await request.form()).multi_items() if isinstance(given, str)]
    sent = forms.submitted(urlencode(fields).encode())
    typed = applying.steps.merged(applying.typed, this, sent)
    async with database.begin() as connection:
        await drafts.save(connection, applying.owner, forms.for_a_draft(applying.steps.whole, typed))
    if "keep" in sent:  # by the page itself, while somebody types
        return Response(status_code=204)
    if "later" in sent:
        told = "What you filled in is kept for 30 days, for you alone."
        return await done(request, database, "/mine", told)
    if "back" in sent:
        return RedirectResponse(f"{applying.path}/{this.before}" if this.before else "/apply", 303)
    said = await _read(request, applying, typed, desk)
    if wrong := wrong_in(this, said.wrong):
        return _form(request, applying, this, typed, wrong, 400)
    to = None if {"change", "mend"} & request.query_params.keys() else this.after
    return RedirectResponse(f"{applying.path}/{to or 'check'}", 303)


async def _read(request: Request, applying: Applying, typed: Typed, desk: Desk) -> Filled:
    """What was filled in, held against the model and against the rules of the municipality."""
    language, form = preferred_language(request.scope), applying.steps.whole
    said = applying.steps.read(typed, language)
    if not isinstance(said.act, ApplicationReceived):
        return said
    try:
        await desk.would_apply(applying.actor, said.act)
    except CaseError as refusal:
        return Filled(None, forms.refused(form, typed, refusal, language))
    return said


def _elsewhere(said: Filled) -> forms.Wrong:
    """What is wrong, and in no step."""
    return {path: told for path, told in said.wrong.items() if not any(is_of(path, step) for step in Step)}


def _to_mend(applying: Applying, said: Filled) -> Response | None:
    """Lead to the first step in which something is wrong."""
    step = next((each for each in Step if wrong_in(each, said.wrong)), None)
    return RedirectResponse(f"{applying.path}/{step}?mend=1", 303) if step else None


def _form(
    request: Request, applying: Applying, step: Step, typed: Typed, wrong: forms.Wrong, status: int = 200
) -> Response:
    language = preferred_language(request.scope)
    form = in_a_line_each(flat(forms.shown(applying.steps.of(step), typed, language, wrong)))
    query = f"?{request.url.query}" if request.url.query else ""
    return page(
        request,
        "apply/step.html",
        status,
        applying=applying,
        form=form,
        here=f"{applying.path}/{step}{query}",
        step=step,
        title=TITLES[step],
        way=_way(step),
    )


def _check(
    request: Request,
    applying: Applying,
    typed: Typed,
    wrong: forms.Wrong,
    status: int = 200,
    *,
    is_unsure: bool = False,
) -> Response:
    language = preferred_language(request.scope)
    parts = [(step, flat(forms.shown(applying.steps.of(step), applying.typed, language))) for step in Step]
    return page(
        request,
        "apply/check.html",
        status,
        applying=applying,
        form=flat(forms.shown(applying.steps.bsn, typed, language, wrong)),
        sections=[(step, TITLES[step], forms.told(form, language)) for step, form in parts],
        is_unsure=is_unsure,
        way=_way(None),
    )


async def _not_sent(
    request: Request, applying: Applying, typed: Typed, error: Exception, database: AsyncEngine
) -> Response:
    """Why it did not come to a case, with all that was filled in."""
    problem = problem_for(error, request.scope)
    if problem.kind is AWAY:
        return _check(request, applying, typed, {}, 503, is_unsure=True)
    if problem.kind is KEY_REUSED:
        cooperative = applying.actor.cooperative or ""
        number = case_number(applying.actor.municipality, cooperative, applying.owner.number)
        told = "What you sent first was taken in. Look in the case at what it says."
        return await done(request, database, f"/cases/{number}", told)
    refusal = received(error) if isinstance(error, WorkflowUpdateFailedError) else error
    if not isinstance(refusal, CaseError):
        raise error
    wrong = forms.refused(applying.steps.whole, typed, refusal, preferred_language(request.scope))
    return _to_mend(applying, Filled(None, wrong)) or _check(
        request, applying, typed, wrong, problem.kind.status
    )


def _way(step: Step | None) -> list[tuple[str, bool, bool]]:
    """The steps by name, and which are behind and which is this one."""
    order: list[Step | None] = [*Step, None]
    here = order.index(step)
    return [
        (TITLES[each] if each else CHECK, place < here, place == here) for place, each in enumerate(order)
    ]


def _step(named: str) -> Step:
    if named not in list(Step):
        raise Problem(NOT_FOUND, "There is nothing at this address.")
    return Step(named)


def _sent(number: str) -> Response:
    return RedirectResponse(f"/applied/{number}", 303)
