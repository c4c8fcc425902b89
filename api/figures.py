"""Figures for a dashboard: how much there is to do, whether terms are kept, and what is owed.

Each number is of cases, and so of residents; figures travel further than the cases that their reader may see.
So a group of one to four is left out everywhere, and what would give it away too: docs/decisions/0038.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from sqlalchemy import Row

from api import columns
from api.beginnings import today
from api.counting import OF_TASKS, OPEN, Group, Tally, holder_of
from api.identity import readers
from api.languages import Language, translate
from api.parts import Database
from api.tables import AskedForm, Format, naming, whole
from api.wire import Wire
from domain.authority import READERS
from domain.calendar import NETHERLANDS
from domain.figures import SMALLEST, Span
from domain.matters.exposure import Exposure, Owing, exposure
from domain.people import Actor, Role
from domain.status import PHASES, Phase, Status
from store import figures

router = APIRouter(tags=["figures"])

MONTHS = 12
OUTCOMES = (*figures.OUTCOMES, *figures.ENDINGS)

SEEN_BY = READERS | {Role.CONTROLLER, Role.ADMINISTRATOR}
"""Nothing in the figures is a case, so who keeps watch over money or the system sees them too."""

LEFT_OUT = (
    "Groups of fewer than {few} people are left out, and the next smallest where one could reckon them out."
)
FEW = "fewer than {few}, or left out"

Told = int | None
"""A number; none where it is of so few people that it tells about somebody, or would give that away."""


class InPhase(Wire):
    """Open cases in one phase."""

    phase: Phase
    cases: Told
    by_status: dict[Status, Told]


class Terms(Wire):
    """Whether decisions keep their terms, by what is open now and was decided in these months."""

    done: Told
    kept: Told
    late: Told
    at_risk: Told
    """To be decided on within two weeks."""
    later: Told
    """To be decided on after that."""
    overdue: Told


class Owed(Wire):
    """What is owed for deciding too late, in euro cents as of today. Awb 4:17."""

    cases: Told
    owed_cents: Told
    day_cents: Told
    """What today added."""
    most_cents: Told
    """What it comes to when nobody decides."""


LEFT_OUT_OWED = Owed(cases=None, owed_cents=None, day_cents=None, most_cents=None)


class Penalties(Owed):
    """All of it; left out where a part of it is."""

    by_owing: dict[Owing, Owed]


class Load(Wire):
    """The open tasks of a role that somebody holds, or nobody."""

    role: Role
    assignee_id: str | None
    name: str | None
    tasks: Told
    overdue: Told
    due_this_week: Told
    """From today up to Sunday."""
    resting: Told


class Month(Wire):
    """What came and went in one month."""

    month: str
    """2026-11."""
    applications: Told
    objections: Told
    done: Told
    """Applications and objections that were decided on, withdrawn or sent on."""
    late: Told


class Reassessments(Wire):
    """Reassessments that are due."""

    overdue: Told
    due: Told
    """Within two weeks."""
    by_span: dict[Span, Told]
    """By how long ago they were due, and how soon they are."""


class Figures(Wire):
    """What there is to know at a glance."""

    on: date
    left_out: str
    """What it means that a number is null, for people."""
    open: Told
    """Cases."""
    phases: list[InPhase]
    terms: Terms
    penalties: Penalties
    workload: list[Load]
    months: list[Month]
    outcomes: dict[str, Told]
    """How cases ended in these months, by the kind of act."""
    reassessments: Reassessments
    participants: dict[str, Told]
    """By cooperative."""


class Line(Wire):
    """One figure of a table."""

    figure: str
    group: str
    holder: str | None = None
    what: str
    count: int | float | str
    """With a fraction: an amount in euros."""


@router.get("/figures", response_model=Figures)
async def get_figures(
    reader: Annotated[Actor, Depends(readers(*sorted(SEEN_BY)))], database: Database, asked: AskedForm
) -> Figures | Response:
    """How the municipality's cases stand. Small groups of residents are left out."""
    on, town = today(), reader.municipality
    first = _months_before(on, MONTHS - 1)
    names = [f"{_months_before(on, back):%Y-%m}" for back in reversed(range(MONTHS))]
    tally = Tally()
    async with database.connect() as connection:
        by_status = {Status(row.status): row for row in await figures.open_cases(connection, town, on)}
        tally.phases(by_status)
        taking_part = await figures.participants(connection, town)
        tally.participants(taking_part)
        came = {row.month: row for row in await figures.inflow(connection, town, first)}
        since = datetime.combine(first, time(), NETHERLANDS)
        tally.months(names, came, await figures.outflow(connection, town, since))
        workload = await figures.workload(connection, town, on)
        tally.workload(workload)
        defaults = await figures.defaults(connection, town)
    told = tally.told()
    found = Figures(
        on=on,
        left_out=translate(LEFT_OUT, asked.language, few=SMALLEST),
        open=told["open",],
        phases=[_phase(phase, by_status, told) for phase in OPEN],
        terms=_terms(told),
        penalties=_penalties([(exposure(row.defaults, on), row.cases) for row in defaults]),
        workload=[_load(row, told) for row in workload],
        months=[_month(name, told) for name in names],
        outcomes={kind: told["outcomes", kind] for kind in OUTCOMES if ("outcomes", kind) in told},
        reassessments=Reassessments(
            overdue=told["reassessments", "overdue"],
            due=told["reassessments", Span.WITHIN_TWO_WEEKS],
            by_span={span: told["reassessments", span] for span in Span},
        ),
        participants={code: told["participants", code] for code in taking_part},
    )
    if asked.format is not Format.JSON:
        asked = await naming(asked, town, database)
        return await whole(asked, columns.FIGURES, list(_lines(found, asked.language)))
    return found


def _phase(phase: Phase, by_status: Mapping[Status, Row[Any]], told: Mapping[Group, Told]) -> InPhase:
    statuses = [status for status in Status if status in PHASES[phase] & by_status.keys()]
    return InPhase(
        phase=phase,
        cases=told["open", phase],
        by_status={status: told["status", status] for status in statuses},
    )


def _terms(told: Mapping[Group, Told]) -> Terms:
    return Terms(
        done=told["done",],
        kept=told["in_time",],
        late=told["late",],
        at_risk=told["decisions", "at_risk"],
        later=told["decisions", "later"],
        overdue=told["decisions", "overdue"],
    )


def _penalties(found: Sequence[tuple[Exposure, int]]) -> Penalties:
    """An amount is told where the number of cases is in which it is owed; all of it where each part of it is."""
    by_owing = {owing: _owed([each for each in found if each[0].owing is owing]) for owing in Owing}
    total = LEFT_OUT_OWED if LEFT_OUT_OWED in by_owing.values() else _owed(found)
    return Penalties(**total.model_dump(by_alias=False), by_owing=by_owing)


def _owed(found: Sequence[tuple[Exposure, int]]) -> Owed:
    cases = sum(cases for _, cases in found)
    if 0 < cases < SMALLEST:
        return LEFT_OUT_OWED
    return Owed(
        cases=cases,
        owed_cents=sum(each.owed_cents * cases for each, cases in found),
        day_cents=sum(each.day_cents * cases for each, cases in found),
        most_cents=sum(each.most_cents * cases for each, cases in found),
    )


def _load(load: Row[Any], told: Mapping[Group, Told]) -> Load:
    counts = {what: told[what, *holder_of(load)] for what in OF_TASKS}
    return Load(role=load.role, assignee_id=load.assignee_id, name=load.name, **counts)


def _month(name: str, told: Mapping[Group, Told]) -> Month:
    return Month(
        month=name, **{what: told[what, name] for what in ("applications", "objections", "done", "late")}
    )


def _months_before(on: date, months: int) -> date:
    """The first day of the month that lies so many months back."""
    years, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    return date(years, month + 1, 1)


def _lines(found: Figures, language: Language) -> Iterator[Line]:
    """All figures below each other, as a table has them; what is left out says so."""
    few = translate(FEW, language, few=SMALLEST)

    def lines(
        figure: str, counts: Mapping[str, Told], group: str = "", holder: str | None = None
    ) -> Iterator[Line]:
        for what, count in counts.items():
            told = few if count is None else count / 100 if what.endswith("_cents") else count
            yield Line(figure=figure, group=group, holder=holder, what=what, count=told)

    yield from lines("phases", {"cases": found.open})
    for phase in found.phases:
        yield from lines("phases", {"cases": phase.cases, **phase.by_status}, phase.phase)
    yield from lines("terms", found.terms.model_dump(by_alias=False))
    yield from lines("penalties", found.penalties.model_dump(by_alias=False, exclude={"by_owing"}))
    for owing, owed in found.penalties.by_owing.items():
        yield from lines("penalties", owed.model_dump(by_alias=False), owing)
    yield from lines("reassessments", {"overdue": found.reassessments.overdue, **found.reassessments.by_span})
    for load in found.workload:
        counts = load.model_dump(by_alias=False, include=set(OF_TASKS))
        yield from lines("workload", counts, load.role, load.name)
    for month in found.months:
        yield from lines("months", month.model_dump(by_alias=False, exclude={"month"}), month.month)
    yield from lines("outcomes", found.outcomes)
    for cooperative, count in found.participants.items():
        yield from lines("participants", {"cases": count}, cooperative)
