"""Cases: what they are, how they came there, and the acts done on them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response
from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.service import RPCError, RPCStatusCode

from api import columns
from api.desk import OpenDesk, no_such_case
from api.envelope import PREFIX
from api.identity import CurrentActor, RequestKey, readers
from api.paging import Listed, PageByDay
from api.parts import Database, Temporal
from api.periods import LONGEST, InPeriod, as_it_was
from api.problems import NOT_FOUND, Problem
from api.scope import ReadingScope
from api.tables import AskedForm, Format, listing, naming, whole
from api.views import Deadlines, ListedCase, ShownCase, Timeline, listed_case, shown_case, told
from domain import disclosure, terms
from domain.acts import (
    Act,
    ApplicationWithdrawn,
    NoticeOfDefaultReceived,
    Objecting,
    ParticipationEnded,
    ProgressReported,
    SupplementReceived,
)
from domain.authority import Scope
from domain.case import Case, Performed, Receipt, Status
from domain.fact import Code
from domain.people import Role
from store import queries
from store.queries import Page
from workflows import history

router = APIRouter(prefix="/cases", tags=["cases"])


@router.get("", response_model=Listed[ListedCase])
async def list_cases(
    *,
    scope: ReadingScope,
    database: Database,
    page: PageByDay,
    asked: AskedForm,
    status: Annotated[Status | None, Query()] = None,
    cooperative: Annotated[Code | None, Query()] = None,
    about: Annotated[str | None, Query(description="The objections in this case.", max_length=20)] = None,
    in_default: Annotated[
        bool | None,
        Query(alias="inDefault", description="Whether money is or may be owed for deciding too late."),
    ] = None,
    earlier_case: Annotated[
        str | None,
        Query(alias="earlierCase", description="The applications that follow on this case.", max_length=20),
    ] = None,
) -> Listed[ListedCase] | Response:
    """Cases, in the order in which they came."""

    async def read(part: Page) -> Any:
        async with database.connect() as connection:
            return await queries.case_rows(
                connection, scope, part, status, cooperative, about, in_default, earlier_case
            )

    asked = await naming(asked, scope.municipality, database)
    return await listing(asked, columns.CASES, page, read, listed_case, "received_on", "number")


@router.get("/{number}")
async def get_case(
    number: str,
    reader: CurrentActor,
    scope: ReadingScope,
    database: Database,
    at: Annotated[
        str | None,
        Query(max_length=LONGEST, description="As it was: a version, a day or a moment."),
    ] = None,
) -> ShownCase:
    """One case, as it is or as it was."""
    case, on = as_it_was(await case_for(database, number, scope), at, "at")
    return shown_case(case, reader, on)


@router.get("/{number}/timeline", response_model=Timeline)
async def get_timeline(
    *,
    number: str,
    reader: CurrentActor,
    scope: ReadingScope,
    database: Database,
    asked: AskedForm,
    period: InPeriod,
    actor: Annotated[str | None, Query(max_length=100, description="By this person, by id.")] = None,
    kind: Annotated[str | None, Query(max_length=50, description="Acts of this kind only.")] = None,
) -> Timeline | Response:
    """Who did what, when and on what basis."""
    case = await case_for(database, number, scope)
    lines = (
        told(entry, case.policy, reader, asked.language.value)
        for entry in case.entries
        if actor in (None, entry.actor.id) and kind in (None, entry.act.kind) and period.holds(entry.on)
    )
    items = [line for line in lines if line]
    if asked.format is not Format.JSON:
        return await whole(asked, columns.TIMELINE, items)
    return Timeline(items=items)


@router.get("/{number}/deadlines")
async def get_deadlines(number: str, scope: ReadingScope, database: Database) -> Deadlines:
    """The dates of a case, and why each is that date."""
    return Deadlines(items=terms.of(await case_for(database, number, scope)))


@router.post("/{number}/deadlines/_preview")
async def preview_deadlines(
    number: str, act: Act, actor: CurrentActor, scope: ReadingScope, database: Database, desk: OpenDesk
) -> Deadlines:
    """The dates as they would be after this act. Nothing is done, so it takes no key and leaves no trace."""
    case = await case_for(database, number, scope)
    return Deadlines(items=terms.of(await desk.supposing(case, Performed(actor=actor, act=act))))


@router.get("/{number}/history", dependencies=[Depends(readers(Role.AUDITOR))])
async def get_history(
    number: str,
    scope: ReadingScope,
    database: Database,
    temporal: Temporal,
    run: Annotated[str | None, Query(description="A run named in `runs`; the newest when not given.")] = None,
) -> history.History:
    """The workflow's own history as Temporal keeps it, decoded, for auditors."""
    await case_for(database, number, scope)
    try:
        found = await history.of(temporal, number, run)
    except RPCError as error:
        if error.status is not RPCStatusCode.NOT_FOUND:
            raise
        raise Problem(NOT_FOUND, "Temporal no longer keeps the history of this case.") from None
    if not found.events:
        raise Problem(NOT_FOUND, "This case has no run {run}.", run=run)
    return found.model_copy(
        update={"events": tuple(disclosure.without_bsn(event, masked=True) for event in found.events)}
    )


@router.post("/{number}/acts")
async def perform_act(number: str, act: Act, actor: CurrentActor, key: RequestKey, desk: OpenDesk) -> Receipt:
    """Do one act on a case, on behalf of the caller."""
    return await desk.perform(number, Performed(actor=actor, act=act), key)


@router.post("/{number}/supplement")
async def send_supplement(
    number: str, act: SupplementReceived, actor: CurrentActor, key: RequestKey, desk: OpenDesk
) -> Receipt:
    """Send the items that were asked for."""
    return await desk.perform(number, Performed(actor=actor, act=act), key)


@router.post("/{number}/withdrawal")
async def withdraw_application(
    number: str, act: ApplicationWithdrawn, actor: CurrentActor, key: RequestKey, desk: OpenDesk
) -> Receipt:
    """Take the application back, before there is a decision."""
    return await desk.perform(number, Performed(actor=actor, act=act), key)


@router.post("/{number}/notice-of-default")
async def give_notice_of_default(
    number: str, act: NoticeOfDefaultReceived, actor: CurrentActor, key: RequestKey, desk: OpenDesk
) -> Receipt:
    """Tell the municipality in writing that its term to decide is over. Awb 4:17(3)."""
    return await desk.perform(number, Performed(actor=actor, act=act), key)


@router.post("/{number}/reports")
async def report_progress(
    number: str, act: ProgressReported, actor: CurrentActor, key: RequestKey, desk: OpenDesk
) -> Receipt:
    """Tell how the resident fares."""
    return await desk.perform(number, Performed(actor=actor, act=act), key)


@router.post("/{number}/ending")
async def end_participation(
    number: str, act: ParticipationEnded, actor: CurrentActor, key: RequestKey, desk: OpenDesk
) -> Receipt:
    """End the participation before its term."""
    return await desk.perform(number, Performed(actor=actor, act=act), key)


class Objection(Objecting):
    """An objection as it is lodged: against which decision, and what somebody has against it."""

    version: Annotated[int | None, Field(ge=1)] = None
    """The number of the decision in its case; the last decision when not given."""


@router.post("/{number}/objections", status_code=201)
async def lodge_objection(
    number: str,
    objection: Objection,
    actor: CurrentActor,
    key: RequestKey,
    desk: OpenDesk,
    response: Response,
) -> Receipt:
    """Object to a decision in this case; the objection is a case of its own. 200 when it was there before."""
    receipt, is_new = await desk.object_to(actor, number, objection, objection.version, key)
    response.headers["Location"] = f"{PREFIX}/cases/{receipt.case}"
    if not is_new:
        response.status_code = 200
    return receipt


async def case_for(database: AsyncEngine, number: str, scope: Scope) -> Case:
    """A case for somebody who may see it."""
    async with database.connect() as connection:
        case = await queries.whole_case(connection, number, scope)
    if case is None:
        raise no_such_case(number)
    return case
