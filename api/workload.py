"""How the work lies among colleagues: who has how much, what nobody has yet, and who is absent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from sqlalchemy import Row

from api.beginnings import today
from api.identity import readers
from api.parts import Database
from api.wire import Wire
from domain.absences import Absence
from domain.authority import COLLEAGUES, READERS
from domain.calendar import end_of_week
from domain.people import Actor, Role
from store import absences, audit, figures

router = APIRouter(tags=["tasks"])

LATELY = timedelta(days=366)
"""Who did nothing for so long, and has nothing to do, is no longer reckoned among the colleagues."""

Reader = Annotated[Actor, Depends(readers(*READERS))]


class Amount(Wire):
    """How many open tasks, of which so many are pressing or rest."""

    tasks: int = 0
    overdue: int = 0
    due_this_week: int = 0
    """From today up to and including Sunday."""
    resting: int = 0


class Colleague(Amount):
    """Somebody with what he holds."""

    id: str
    name: str
    roles: tuple[Role, ...]
    """Those in which he last did something, or holds a task; nobody here knows who was given which since."""
    absence: Absence | None
    """That which counts today."""


class Free(Amount):
    """What nobody of a role holds yet."""

    role: Role


class Workload(Wire):
    """How the work of the municipality's own people lies; what waits for a cooperative is not in it."""

    on: date
    week_ends_on: date
    people: list[Colleague]
    """By name; those who have nothing to do too."""
    nobody: list[Free]


@router.get("/workload")
async def get_workload(reader: Reader, database: Database) -> Workload:
    """How much everybody has to do, what nobody has yet, and who is absent today."""
    on, town = today(), reader.municipality
    async with database.connect() as connection:
        loads = await figures.workload(connection, town, on)
        acted = await audit.people(connection, town)
        away = await absences.on(connection, town, on)
    ours = [load for load in loads if load.role != Role.COOPERATIVE]
    return Workload(
        on=on,
        week_ends_on=end_of_week(on),
        people=_colleagues(ours, acted, {absence.absent: absence for absence in away}),
        nobody=[
            Free(role=Role(load.role), **_amount([load]).model_dump(by_alias=False))
            for load in ours
            if load.assignee_id is None
        ],
    )


def _colleagues(
    loads: Sequence[Row[Any]], acted: Iterable[Row[Any]], away: dict[str, Absence]
) -> list[Colleague]:
    """Who did something lately, holds something, is absent or stands in."""
    held = {load.assignee_id: load.name for load in loads if load.assignee_id is not None}
    since = datetime.now(UTC) - LATELY
    lately = {row.actor_id: row for row in acted if COLLEAGUES & set(row.roles) and row.at >= since}
    names = {each.substitute: each.substitute_name for each in away.values()}
    names |= {each.absent: each.absent_name for each in away.values()}
    names |= held | {id_: row.name for id_, row in lately.items()}
    found: list[Colleague] = []
    for person, name in names.items():
        own = [load for load in loads if load.assignee_id == person]
        roles = {load.role for load in own} | set(lately[person].roles if person in lately else ())
        found.append(
            Colleague(
                id=person,
                name=name,
                roles=tuple(Role(role) for role in sorted(roles)),
                absence=away.get(person),
                **_amount(own).model_dump(by_alias=False),
            )
        )
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def _amount(loads: Sequence[Row[Any]]) -> Amount:
    return Amount(**{name: sum(getattr(load, name) for load in loads) for name in Amount.model_fields})
