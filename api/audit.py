"""What auditors ask of all cases together: who did what when, what went otherwise than the rule, and a sample."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncEngine

from api import columns
from api.identity import readers
from api.languages import translate
from api.paging import Listed, PageByMoment
from api.parts import Database
from api.periods import InPeriod
from api.tables import Asked, AskedForm, Format, listing, naming, whole
from api.views import ListedCase, Told, listed_case, told
from api.wire import Wire
from domain.case import Entry
from domain.exceptions import Exceptional
from domain.fact import TEXT, Code
from domain.people import Actor, Role
from domain.policy import Policy
from store import audit, queries
from store.audit import Acts
from store.queries import Page

router = APIRouter(tags=["audit"])

Auditor = Annotated[Actor, Depends(readers(Role.AUDITOR))]
BySomebody = Annotated[str | None, Query(max_length=100, pattern=TEXT, description="By this person, by id.")]
OfAKind = Annotated[str | None, Query(max_length=50, pattern=TEXT, description="Acts of this kind only.")]


DRAWN = "Drawn with the seed {seed}, out of {population} cases."


class ToldInCase(Told):
    """One act as the timeline tells it, with its case."""

    case: str
    exceptions: list[Exceptional]
    """In which ways it is out of the ordinary."""


class People(Wire):
    """Who did acts."""

    items: dict[str, str]
    """Their names, by id."""


class Counts(Wire):
    """How many exceptions there are, and how many acts were refused."""

    acts: int
    """Acts that are out of the ordinary, of which one may be so in several ways."""
    exceptions: dict[Exceptional, int]
    refused: int
    of_duties: int
    """Those among them that the separation of duties, such as four eyes, refused."""


class Sample(Wire):
    """Cases drawn by lot, so that anybody who has the seed draws the same ones."""

    seed: str
    population: int
    """Out of so many."""
    received_from: date | None
    received_until: date | None
    items: list[ListedCase]


@router.get("/acts", response_model=Listed[ToldInCase])
async def list_acts(
    *,
    auditor: Auditor,
    database: Database,
    page: PageByMoment,
    period: InPeriod,
    asked: AskedForm,
    actor: BySomebody = None,
    kind: OfAKind = None,
    case: Annotated[str | None, Query(max_length=20, pattern=TEXT, description="In one case only.")] = None,
    cooperative: Annotated[Code | None, Query(description="In the cases of one cooperative only.")] = None,
) -> Listed[ToldInCase] | Response:
    """Acts in all cases of the municipality, oldest first."""
    wanted = Acts(actor, kind, case, cooperative, period.since, period.before)
    return await _acts(auditor, database, page, asked, wanted)


@router.get("/acts/_people", response_model=People)
async def list_people(auditor: Auditor, database: Database) -> People:
    """Everybody who ever did an act in the municipality's cases."""
    async with database.connect() as connection:
        found = await audit.people(connection, auditor.municipality)
    return People(items={row.actor_id: row.name for row in found})


@router.get("/exceptions", response_model=Listed[ToldInCase])
async def list_exceptions(
    auditor: Auditor,
    database: Database,
    page: PageByMoment,
    period: InPeriod,
    asked: AskedForm,
    kind: Annotated[Exceptional | None, Query(description="In one way only.")] = None,
) -> Listed[ToldInCase] | Response:
    """Acts by which something went otherwise than the rule, oldest first. What was refused stands in /refusals."""
    wanted = Acts(since=period.since, before=period.before, exceptional=True, exception=kind)
    return await _acts(auditor, database, page, asked, wanted)


@router.get("/exceptions/_counts", response_model=Counts)
async def count_exceptions(auditor: Auditor, database: Database, period: InPeriod) -> Counts:
    """How often something went otherwise than the rule, or was refused."""
    since, before = period.since, period.before
    async with database.connect() as connection:
        acts = await audit.exceptional_acts(connection, auditor.municipality, since, before)
        found = await audit.exception_counts(connection, auditor.municipality, since, before)
        refused, of_duties = await audit.refusal_counts(connection, auditor.municipality, since, before)
    return Counts(
        acts=acts,
        exceptions={kind: found.get(kind, 0) for kind in Exceptional},
        refused=refused,
        of_duties=of_duties,
    )


@router.get("/cases/_sample", response_model=Sample)
async def draw_sample(
    auditor: Auditor,
    database: Database,
    period: InPeriod,
    asked: AskedForm,
    seed: Annotated[str, Query(min_length=1, max_length=100, pattern=TEXT)],
    size: Annotated[int, Query(ge=1, le=500)] = 25,
) -> Sample | Response:
    """Cases that came in a period, drawn by lot: the same seed draws the same ones from the same cases."""
    async with database.connect() as connection:
        rows, population = await audit.sample(
            connection, auditor.municipality, seed, size, (period.first, period.last)
        )
    items = [listed_case(row) for row in rows]
    if asked.format is not Format.JSON:
        drawn = translate(DRAWN, asked.language, seed=seed, population=population)
        asked = await naming(asked, auditor.municipality, database)
        return await whole(asked, columns.CASES, items, drawn)
    return Sample(
        seed=seed,
        population=population,
        received_from=period.first,
        received_until=period.last,
        items=items,
    )


async def _acts(
    auditor: Actor, database: AsyncEngine, page: Page, asked: Asked, wanted: Acts
) -> Listed[ToldInCase] | Response:
    policies: dict[int, Policy] = {}

    async def read(part: Page) -> Sequence[Row[Any]]:
        async with database.connect() as connection:
            rows = await audit.acts(connection, auditor.municipality, wanted, part)
            if lacking := {row.policy_version for row in rows} - policies.keys():
                policies.update(await queries.policies_of(connection, auditor.municipality, lacking))
        return rows

    def shown(row: Row[Any]) -> ToldInCase:
        entry = Entry.model_validate(row.document)
        line = told(entry, policies[row.policy_version], auditor, asked.language.value)
        assert line is not None  # an auditor is told of every act
        return ToldInCase(**line.model_dump(), case=row.number, exceptions=row.exceptions)

    return await listing(asked, columns.ACTS, page, read, shown, "at", "number", "version")
