"""Any act by a form: chosen, filled in, looked at once more, and sent to its case."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import RedirectResponse, Response
from temporalio.client import RPCTimeoutOrCancelledError, WorkflowUpdateFailedError
from temporalio.service import RPCError

from api import tasks
from api.cases import case_for
from api.desk import Desk, OpenDesk, today
from api.pages import after, attaching, forms, keeping, sheets
from api.pages.contested import alongside
from api.pages.forms import Typed, words
from api.pages.forms.form import value_in
from api.pages.preferences import preferred_language
from api.pages.sessions import STOOD_ON, Sight, SignedIn
from api.pages.sheets import ForTask, OnCase, Sheet, done_by, left_to, not_yet, refusal, usual_of, with_drafts
from api.pages.shell import done, led_on, page, pdf
from api.pages.so_far import SoFar, letter_so_far, supposed
from api.pages.too_late import came_too_late
from api.parts import Database
from api.problems import AWAY, NOT_ACCEPTABLE, NOT_FOUND, Problem, problem_for
from api.supposing import letter, moved
from domain import acts
from domain.case import Case, Performed, Receipt
from domain.errors import CaseError, NotAcceptable
from domain.words import in_language
from workflows.refusal import received

router = APIRouter()

Since = Annotated[
    int | None, Query(ge=1, le=999_999, description="The case's version when the form was opened.")
]

OF_THE_PAGE = frozenset(
    {
        *("csrf", "key", "page.since", "page.change", STOOD_ON),
        *("send", "later", "mend", "discard", "keep", "look", "proof"),
    }
)
"""What a form sends beside what was filled in: no field may be called so.

A word that an act has for itself stands behind `page.`.
"""


@router.get("/tasks/{task}")
async def show_task(
    request: Request, task: str, actor: SignedIn, sight: Sight, database: Database
) -> Response:
    """A task: what it asks, what it rests on, and with which acts it can be done."""
    shown = await tasks.get_task(task, actor, sight, database)
    case = await case_for(database, shown.case.number, sight)
    language = preferred_language(request.scope)
    left = left_to(actor, case, shown)
    if not shown.closed_at and left and (len(left) == 1 or left[0] == usual_of(shown)):
        return await led_on(request, database, f"/tasks/{task}/acts/{left[0]}")
    against = await sheets.contested_in(shown, case, actor, sight, database)
    kept = await with_drafts(shown, case, actor, database) if shown.closed_at or not left else []
    return page(
        request,
        "acting/task.html",
        task=shown,
        today=today(),
        case=case,
        by=done_by(shown, case),
        kept=[(each, each.kept(language)) for each in kept],
        first=words.BEFORE_CHOOSING.get(shown.accepts[0]),
        choices=[(kind, in_language(words.title(kind), language.value)) for kind in left],
        not_yet=not_yet(shown.accepts[0], actor, case),
        refusal=None if left else refusal(shown.accepts[0], actor, case, shown),
        **alongside(shown, case, against, actor, language),
    )


@router.get("/tasks/{task}/acts/{kind}")
async def show_form_of_task(request: Request, sheet: ForTask, desk: OpenDesk, database: Database) -> Response:
    """The form of an act that fulfils a task."""
    return await _show(request, sheet, desk, database)


@router.get("/cases/{number}/acts/{kind}")
async def show_form_on_case(request: Request, sheet: OnCase, desk: OpenDesk, database: Database) -> Response:
    """The form of an act on a case."""
    return await _show(request, sheet, desk, database)


@router.get("/tasks/{task}/acts/{kind}/check")
async def show_check_of_task(
    request: Request, sheet: ForTask, desk: OpenDesk, database: Database, since: Since = None
) -> Response:
    """What was filled in for a task, once more before it is sent."""
    return await _show_check(request, sheet, since, desk, database)


@router.get("/cases/{number}/acts/{kind}/check")
async def show_check_on_case(
    request: Request, sheet: OnCase, desk: OpenDesk, database: Database, since: Since = None
) -> Response:
    """What was filled in for an act on a case, once more before it is sent."""
    return await _show_check(request, sheet, since, desk, database)


@router.post("/tasks/{task}/acts/{kind}")
async def take_form_of_task(request: Request, sheet: ForTask, desk: OpenDesk, database: Database) -> Response:
    """What was done with the form of a task."""
    return await _take(request, sheet, desk, database)


@router.post("/cases/{number}/acts/{kind}")
async def take_form_on_case(request: Request, sheet: OnCase, desk: OpenDesk, database: Database) -> Response:
    """What was done with the form of an act on a case."""
    return await _take(request, sheet, desk, database)


async def _show(request: Request, sheet: Sheet, desk: Desk, database: AsyncEngine) -> Response:
    """The form as it was left, or a new one, and of a decision its letter so far."""
    letter = await letter_so_far(sheet, sheet.typed, desk, database, preferred_language(request.scope))
    return _form(request, sheet, sheet.typed, so_far=letter)


async def _go_on(
    request: Request, sheet: Sheet, typed: Typed, sent: Typed, desk: Desk, database: AsyncEngine
) -> Response:
    """The form as it is now; or its letter alone, for a page that asks for it while somebody types."""
    if "page.change" in sent:
        to = sheet.place_of(value_in(sent, "page.change"), typed)
        return await keeping.led(request, sheet, typed, to, database)
    letter = await letter_so_far(sheet, typed, desk, database, preferred_language(request.scope))
    if letter and letter.pages:  # which are made of what is kept
        await keeping.keep(database, sheet, typed)
    if {"look", "keep"} <= sent.keys():
        return page(request, "acting/so-far.html", sheet=sheet, so_far=letter)
    return _form(request, sheet, typed, sent, so_far=letter)


async def _take(request: Request, sheet: Sheet, desk: Desk, database: AsyncEngine) -> Response:
    """One button of the form was pressed; which one says what is wanted of what stands in it."""
    sent, not_taken = await attaching.sent(request, sheet.form, sheet.actor, database)
    typed: Typed = {name: given for name, given in sent.items() if name not in OF_THE_PAGE}
    if put_away := await keeping.put_away(request, sheet, typed, sent, database):
        return put_away
    again = forms.reshaped(sheet.form, typed)
    if again is not None or sent.keys() & {"page.change", "look"}:
        return await _go_on(request, sheet, typed if again is None else again, sent, desk, database)
    said = forms.read(sheet.form, typed, preferred_language(request.scope))
    if sheet.is_over and said.act is None:
        return await keeping.led(request, sheet, typed, sheet.path, database)
    if said.act is None or not_taken:
        return _form(request, sheet, typed, sent, attaching.wrong_with(said.wrong, not_taken), 400)
    if "send" not in sent:
        return await _check(request, sheet, typed, sent, desk, database)
    return await _send(request, sheet, typed, sent, said.act, desk, database)


def _form(
    request: Request,
    sheet: Sheet,
    typed: Typed,
    sent: Typed | None = None,
    wrong: forms.Wrong | None = None,
    status: int = 200,
    *,
    so_far: SoFar | None = None,
) -> Response:
    language = preferred_language(request.scope)
    return page(
        request,
        "acting/form.html",
        status,
        sheet=sheet,
        today=today(),
        follows=words.FOLLOWS.get(sheet.kind),
        others={
            other: in_language(words.otherwise(sheet.kind, other), language.value)
            for other in (() if sheet.is_chosen else sheet.others)
        },
        form=forms.shown(sheet.form, typed, language, wrong),
        kept=sheet.kept(language) if sheet.is_over else (),
        is_new=sent is None,
        so_far=so_far,
        since=_since(sheet, sent),
        **alongside(sheet.task, sheet.case, sheet.against, sheet.actor, language),
    )


async def _check(
    request: Request, sheet: Sheet, typed: Typed, sent: Typed, desk: Desk, database: AsyncEngine
) -> Response:
    """Lead to the page with everything once more before it is sent; or show the letter of it alone."""
    case, wrong = await supposed(sheet, typed, desk, preferred_language(request.scope))
    if wrong:
        return _form(request, sheet, typed, sent, wrong, 400)
    if "mend" in sent:
        return await _go_on(request, sheet, typed, sent, desk, database)
    if "proof" in sent and case and (proof := await after.proof(database, case)):
        return pdf(proof, "concept.pdf")
    to = f"{sheet.path}/check?since={_since(sheet, sent)}"
    return await keeping.led(request, sheet, typed, to, database)


async def _show_check(
    request: Request, sheet: Sheet, since: int | None, desk: Desk, database: AsyncEngine
) -> Response:
    """What is kept, with what it would bring about; the form where that is not ready to be sent."""
    case, wrong = await supposed(sheet, sheet.typed, desk, preferred_language(request.scope))
    if wrong or sheet.is_over:
        return RedirectResponse(sheet.path, 303)
    pages = len(await after.pictures(database, case)) if case else 0
    sent = {"page.since": (str(since or sheet.case.version),)}
    return _checked(request, sheet, sheet.typed, sent, case, pages=pages, key=sheet.key)


def _checked(
    request: Request,
    sheet: Sheet,
    typed: Typed,
    sent: Typed,
    then: Case | None = None,
    *,
    pages: int = 0,
    key: str,
    is_unsure: bool = False,
) -> Response:
    language = preferred_language(request.scope)
    form = forms.shown(sheet.form, typed, language)
    return page(
        request,
        "acting/check.html",
        503 if is_unsure else 200,
        sheet=sheet,
        follows=words.FOLLOWS.get(sheet.kind),
        left_out=after.left_out(then) if then else None,
        form=form,
        sections=forms.told(form, language),
        typed=typed,
        since=_since(sheet, sent),
        key=key,
        is_unsure=is_unsure,
        dates=moved(sheet.case, then) if then else {},
        letter=letter(then) if then else None,
        pages=pages,
        **alongside(sheet.task, sheet.case, sheet.against, sheet.actor, language),
    )


async def _send(
    request: Request,
    sheet: Sheet,
    typed: Typed,
    sent: Typed,
    act: BaseModel,
    desk: Desk,
    database: AsyncEngine,
) -> Response:
    try:
        receipt = await _handed_in(sheet, typed, act, value_in(sent, "key"), desk)
    except (CaseError, Problem, WorkflowUpdateFailedError, RPCError, RPCTimeoutOrCancelledError) as error:
        problem = problem_for(error, request.scope)
        if problem.kind is AWAY:
            return _checked(request, sheet, typed, sent, key=value_in(sent, "key"), is_unsure=True)
        refused = received(error) if isinstance(error, WorkflowUpdateFailedError) else error
        if not sheet.is_over and problem.kind is NOT_ACCEPTABLE and isinstance(refused, NotAcceptable):
            wrong = forms.refused(sheet.form, typed, refused, preferred_language(request.scope))
            return _form(request, sheet, typed, sent, wrong, 400)
        if problem.kind.status >= 500 or problem.kind is NOT_FOUND:
            raise
        await keeping.keep(database, sheet, typed)
        return came_too_late(
            request, sheet.case, sheet.actor, _since(sheet, sent), problem, kept_at=sheet.path
        )
    await keeping.forget(database, sheet)
    told = await after.told(database, sheet, receipt, preferred_language(request.scope))
    return await done(request, database, f"/cases/{receipt.case}", "Done. {what}", what=told)


async def _handed_in(sheet: Sheet, typed: Typed, act: BaseModel, key: str, desk: Desk) -> Receipt:
    if isinstance(act, acts.Objecting):
        version = int(chosen) if (chosen := value_in(typed, "version")).isdecimal() else None
        receipt, _ = await desk.object_to(sheet.actor, sheet.case.number, act, version, key)
        return receipt
    task = sheet.task.id if sheet.task else None
    done_ = Performed.model_validate({"actor": sheet.actor, "act": act, "task": task})
    return await desk.perform(sheet.case.number, done_, key)


def _since(sheet: Sheet, sent: Typed | None) -> int:
    """The case's version when the form was opened."""
    said = value_in(sent or {}, "page.since")
    return int(said) if said.isdecimal() and len(said) < 7 else sheet.case.version
