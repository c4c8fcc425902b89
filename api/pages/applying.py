"""An application, step by step: a draft on the server until everything is looked at once more and sent."""

from __future__ import annotations

from fastapi import APIRouter, Request
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import RedirectResponse, Response
from temporalio.client import RPCTimeoutOrCancelledError, WorkflowUpdateFailedError
from temporalio.service import RPCError

from api.beginnings import today
from api.desk import Desk, OpenDesk
from api.pages import attaching, forms
from api.pages.begun import Applying, OnDraft
from api.pages.forms import Filled, Typed
from api.pages.preferences import preferred_language
from api.pages.shell import done, page
from api.pages.steps import BSN, TITLES, Step, flat, in_a_line_each, wrong_in
from api.parts import Database
from api.problems import AWAY, KEY_REUSED, NOT_FOUND, Problem, problem_for
from api.standing_in import is_told
from domain.acts import ApplicationReceived
from domain.errors import CaseError
from domain.numbers import case_number
from store import drafts
from workflows.refusal import received

router = APIRouter()


@router.get("/apply/{draft}")
async def resume(request: Request, applying: OnDraft, desk: OpenDesk) -> Response:
    """Go on where it was left."""
    if applying.sent_as:
        return _sent(applying.sent_as)
    said = await _read(request, applying, applying.typed, desk)
    left = applying.steps.first_wrong(said.wrong)
    return RedirectResponse(f"{applying.path}/{left or 'check'}", 303)


@router.get("/apply/{draft}/check")
async def show_check(request: Request, applying: OnDraft, desk: OpenDesk) -> Response:
    """Everything once more."""
    if applying.sent_as:
        return _sent(applying.sent_as)
    said = await _read(request, applying, applying.typed, desk)
    return _to_mend(applying, said) or _check(request, applying, {}, applying.steps.elsewhere(said.wrong))


@router.post("/apply/{draft}/check")
async def send(request: Request, applying: OnDraft, desk: OpenDesk, database: Database) -> Response:
    """Send the application, once however often its button is pressed."""
    if applying.sent_as:
        return _sent(applying.sent_as)
    bsn = str((await request.form()).get(BSN, ""))
    typed = {**applying.typed, BSN: (bsn,)}
    said = await _read(request, applying, typed, desk)
    if said.act is None:
        return _to_mend(applying, said) or _check(request, applying, typed, said.wrong, 400)
    assert isinstance(said.act, ApplicationReceived)
    key, cooperative = applying.owner.number, said.act.application.cooperative
    number = case_number(applying.actor.municipality, cooperative, key)
    if applying.became not in (None, number):  # by which it would be another case, of another cooperative
        return await _taken_in(request, applying.became, database)
    try:
        await desk.apply(applying.actor, said.act, key)
    except (CaseError, Problem, WorkflowUpdateFailedError, RPCError, RPCTimeoutOrCancelledError) as error:
        return await _not_sent(request, applying, typed, number, error, database)
    async with database.begin() as connection:
        await drafts.remove(connection, applying.owner)
    return _sent(number)


@router.get("/apply/{draft}/{step}")
async def show_step(request: Request, applying: OnDraft, step: str, desk: OpenDesk) -> Response:
    """One step as it was left; with what is wrong in it, when it was passed over."""
    if applying.sent_as:
        return _sent(applying.sent_as)
    this = _step(applying, step)
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
    if applying.sent_as:
        return _sent(applying.sent_as)
    this = _step(applying, step)
    sent, not_taken = await attaching.sent(request, applying.steps.whole, applying.actor, database)
    again = forms.reshaped(applying.steps.of(this), sent)
    typed = applying.steps.merged(applying.typed, this, sent if again is None else again)
    async with database.begin() as connection:
        await drafts.save(connection, applying.owner, forms.for_a_draft(applying.steps.whole, typed))
    if left := await _left(request, applying, this, sent, database):
        return left
    if again is not None or "page.change" in sent:
        return _form(request, applying, this, typed, {})
    said = await _read(request, applying, typed, desk)
    wrong = wrong_in(this, attaching.wrong_with(said.wrong, not_taken))
    if wrong or "mend" in sent:
        return _form(request, applying, this, typed, wrong, 400 if wrong else 200)
    to = None if {"change", "mend"} & request.query_params.keys() else applying.steps.after(this)
    return RedirectResponse(f"{applying.path}/{to or 'check'}", 303)


async def _left(
    request: Request, applying: Applying, this: Step, sent: Typed, database: AsyncEngine
) -> Response | None:
    """Where another button leads; none when somebody goes on."""
    if "keep" in sent:  # by the page itself, while somebody types
        return Response(status_code=204)
    if "later" in sent:
        return await done(
            request, database, applying.home, "What you filled in is kept for 30 days, for you alone."
        )
    if "back" in sent:
        before = applying.steps.before(this)
        return RedirectResponse(f"{applying.path}/{before}" if before else "/apply", 303)
    return None


async def _read(request: Request, applying: Applying, typed: Typed, desk: Desk) -> Filled:
    """What was filled in, held against the model and against the rules of the municipality, told together.

    So that the rules are told of the rest, what fits stands in for what is wrong.
    """
    language, steps = preferred_language(request.scope), applying.steps
    said = steps.read(typed, language)
    act, tried, wrong = said.act, typed, dict(said.wrong)
    while True:
        if act is None:
            tried = steps.set_right(tried, wrong, today())
            act = steps.read(tried, language).act
        if not isinstance(act, ApplicationReceived):
            break
        try:
            await desk.would_apply(applying.actor, act)
            break
        except CaseError as refusal:
            found = forms.refused(steps.whole, tried, refusal, language)
            if any(is_told(path, wrong, ".") for path in found):
                break
            wrong |= found
            act = None
    return Filled(None, wrong) if wrong else said


def _to_mend(applying: Applying, said: Filled) -> Response | None:
    """Lead to the first step in which something is wrong."""
    step = applying.steps.first_wrong(said.wrong)
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
        way=applying.steps.way(step),
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
    steps = applying.steps
    parts = [(step, flat(forms.shown(steps.of(step), applying.typed, language))) for step in steps.all]
    return page(
        request,
        "apply/check.html",
        status,
        applying=applying,
        form=flat(forms.shown(steps.bsn, typed, language, wrong)),
        sections=[(step, TITLES[step], forms.told(form, language)) for step, form in parts],
        is_unsure=is_unsure,
        way=steps.way(None),
    )


async def _not_sent(
    request: Request,
    applying: Applying,
    typed: Typed,
    number: str,
    error: Exception,
    database: AsyncEngine,
) -> Response:
    """Why it did not come to a case, with all that was filled in."""
    problem = problem_for(error, request.scope)
    if problem.kind is AWAY:
        return _check(request, applying, typed, {}, 503, is_unsure=True)
    if problem.kind is KEY_REUSED:
        return await _taken_in(request, number, database)
    refusal = received(error) if isinstance(error, WorkflowUpdateFailedError) else error
    if not isinstance(refusal, CaseError):
        raise error
    wrong = forms.refused(applying.steps.whole, typed, refusal, preferred_language(request.scope))
    return _to_mend(applying, Filled(None, wrong)) or _check(
        request, applying, typed, wrong, problem.kind.status
    )


async def _taken_in(request: Request, number: str, database: AsyncEngine) -> Response:
    told = "What you sent first was taken in. Look in the case at what it says."
    return await done(request, database, f"/cases/{number}", told)


def _step(applying: Applying, named: str) -> Step:
    if named not in applying.steps.all:
        raise Problem(NOT_FOUND, "There is nothing at this address.")
    return Step(named)


def _sent(number: str) -> Response:
    return RedirectResponse(f"/applied/{number}", 303)
