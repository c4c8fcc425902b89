"""Figures for a dashboard: how much there is to do, whether terms are kept, and what is owed.

Of whom they tell: open cases, terms, money and tasks tell about the municipality's work, and are shown to the last
one. How cases ended, and who takes part where, tell about residents: groups of one to four persons are
left out there, since figures travel further than the cases that their reader may see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from sqlalchemy import Row

from api import columns
from api.beginnings import today
from api.identity import readers
from api.parts import Database
from api.tables import AskedForm, Format, whole
from api.wire import Wire
from domain.authority import READERS
from domain.calendar import NETHERLANDS
from domain.figures import without_small_groups
from domain.matters import default
from domain.people import Actor, Role
from domain.status import PHASES, Phase, Status
from store import figures

router = APIRouter(tags=["figures"])

MONTHS = 12

SEEN_BY = READERS | {Role.CONTROLLER, Role.ADMINISTRATOR}
"""Nothing in the figures is a case, so who keeps watch over money or the system sees them too."""


class InPhase(Wire):
    """Open cases in one phase."""

    phase: Phase
    cases: int
    by_status: dict[Status, int]


class Terms(Wire):
    """Whether decisions keep their terms, by what is open now and was decided in these months."""

    kept: int
    late: int
    at_risk: int
    """To be decided on within two weeks."""
    overdue: int


class Penalties(Wire):
    """What is owed for deciding too late. Awb 4:17."""

    cases: int
    owed_cents: int
    """In euro cents, as of today."""


class Load(Wire):
    """The open tasks of a role that somebody holds, or nobody."""

    role: Role
    assignee_id: str | None
    name: str | None
    tasks: int
    overdue: int
    due_this_week: int
    """From today up to Sunday."""
    resting: int


class Month(Wire):
    """What came and went in one month."""

    month: str
    """2026-11."""
    applications: int
    objections: int
    done: int
    """Applications and objections that were decided on, withdrawn or sent on."""
    late: int


class Reassessments(Wire):
    """Reassessments that are due."""

    overdue: int
    due: int
    """Within two weeks."""


class Figures(Wire):
    """What there is to know at a glance."""

    on: date
    phases: list[InPhase]
    terms: Terms
    penalties: Penalties
    workload: list[Load]
    months: list[Month]
    outcomes: dict[str, int | None]
    """How cases ended in these months, by the kind of act; none where it is so few that it tells about somebody."""
    reassessments: Reassessments
    participants: dict[str, int | None]
    """By cooperative; none where it is so few that it tells about somebody."""


class Line(Wire):
    """One figure of a table."""

    figure: str
    group: str
    holder: str | None = None
    what: str
    count: int | None


@router.get("/figures", response_model=Figures)
async def get_figures(
    reader: Annotated[Actor, Depends(readers(*sorted(SEEN_BY)))], database: Database, asked: AskedForm
) -> Figures | Response:
    """How the municipality's cases stand. Small groups of residents are left out."""
    on, town = today(), reader.municipality
    first = _months_before(on, MONTHS - 1)
    async with database.connect() as connection:
        by_status = {Status(row.status): row for row in await figures.open_cases(connection, town, on)}
        defaults = await figures.defaults(connection, town)
        workload = await figures.workload(connection, town, on)
        came = {row.month: row for row in await figures.inflow(connection, town, first)}
        went = await figures.outflow(connection, town, datetime.combine(first, time(), NETHERLANDS))
        taking_part = await figures.participants(connection, town)
    months = [_month(_months_before(on, back), came, went) for back in reversed(range(MONTHS))]
    found = Figures(
        on=on,
        phases=[_phase(phase, by_status) for phase in Phase if phase is not Phase.CLOSED],
        terms=Terms(
            kept=sum(month.done - month.late for month in months),
            late=sum(month.late for month in months),
            at_risk=sum(row.at_risk for row in by_status.values()),
            overdue=sum(row.overdue for row in by_status.values()),
        ),
        penalties=Penalties(
            cases=sum(row.cases for row in defaults),
            owed_cents=sum(row.cases * default.owed_by_all(row.defaults, on) for row in defaults),
        ),
        workload=[Load.model_validate(dict(row._mapping)) for row in workload],  # pyright: ignore[reportPrivateUsage] # noqa: SLF001
        months=months,
        outcomes=_outcomes(went),
        reassessments=Reassessments(
            overdue=sum(row.reassessments_overdue for row in by_status.values()),
            due=sum(row.reassessments_due for row in by_status.values()),
        ),
        participants=without_small_groups(taking_part),
    )
    if asked.format is not Format.JSON:
        return await whole(asked, columns.FIGURES, list(_lines(found)))
    return found


def _phase(phase: Phase, by_status: Mapping[Status, Row[Any]]) -> InPhase:
    found = {
        status: by_status[status].cases for status in Status if status in PHASES[phase] & by_status.keys()
    }
    return InPhase(phase=phase, cases=sum(found.values()), by_status=found)


def _month(first: date, came: Mapping[str, Row[Any]], went: Sequence[Row[Any]]) -> Month:
    name = f"{first:%Y-%m}"
    received = came.get(name)
    outcomes = [row for row in went if row.month == name and row.kind in figures.OUTCOMES]
    return Month(
        month=name,
        applications=received.cases - received.objections if received else 0,
        objections=received.objections if received else 0,
        done=sum(row.acts for row in outcomes),
        late=sum(row.late for row in outcomes),
    )


def _outcomes(went: Sequence[Row[Any]]) -> dict[str, int | None]:
    """How cases ended, of all months together, since in most months of most towns that is a handful.

    What is done with what came in is counted by month too, so what is left out is hidden among its own kind.
    """
    counts = Counter[str]()
    for row in went:
        counts[row.kind] += row.acts
    done, ended = (
        {kind: counts[kind] for kind in some if counts[kind]} for some in (figures.OUTCOMES, figures.ENDINGS)
    )
    return without_small_groups(done) | without_small_groups(ended)


def _months_before(on: date, months: int) -> date:
    """The first day of the month that lies so many months back."""
    years, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    return date(years, month + 1, 1)


def _lines(found: Figures) -> Iterator[Line]:
    """All figures below each other, as a table has them."""
    for phase in found.phases:
        for status, cases in phase.by_status.items():
            yield Line(figure="phases", group=phase.phase, what=status, count=cases)
    for section in ("terms", "penalties", "reassessments"):
        for what, count in getattr(found, section).model_dump().items():
            yield Line(figure=section, group="", what=what, count=count)
    for load in found.workload:
        for what in ("tasks", "overdue", "due_this_week", "resting"):
            yield Line(
                figure="workload", group=load.role, holder=load.name, what=what, count=getattr(load, what)
            )
    for month in found.months:
        counts = {what: getattr(month, what) for what in ("applications", "objections", "done", "late")}
        for what, count in counts.items():
            yield Line(figure="months", group=month.month, what=what, count=count)
    yield from (
        Line(figure="outcomes", group="", what=what, count=count) for what, count in found.outcomes.items()
    )
    yield from (
        Line(figure="participants", group=cooperative, what="cases", count=count)
        for cooperative, count in found.participants.items()
    )
