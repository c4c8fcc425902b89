"""Lists stay quick when there is much: each is read by an index, in order, one page at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from domain.authority import Scope
from domain.people import Role
from embedded.postgres import Postgres
from store import absences, migrate, queries, work
from store.evidence import evidence
from store.queries import Page
from store.work import Wanted
from tests.store.plans import Query, plan_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

CASES = """
insert into cases (number, municipality, cooperative, policy_version, resident_name, status, received_on, version,
                   changed_at)
select 'MD-' || n, 'town-' || n % 3, 'coop-' || n % 20, 1, 'J. Jansen', 'review', date '2026-01-01' + n % 500, 2, now()
from generate_series(1, 20000) n
"""
TASKS = """
insert into tasks (id, number, municipality, cooperative, role, kind, due_on, assignee_id, opened_at, closed_at,
                   document)
select 'MD-' || n || '.1', 'MD-' || n, 'town-' || n % 3, 'coop-' || n % 20,
       (array['caseworker', 'caseworker', 'decider', 'cooperative'])[1 + n % 4], 'application_reviewed',
       date '2026-01-01' + n % 400, case when n % 5 = 0 then 'person-' || n % 50 end, now(),
       case when n % 10 < 3 then now() end, '{}'
from generate_series(1, 20000) n
"""
ACTS = """
insert into acts (number, version, municipality, kind, at, actor_id, document)
select 'MD-' || n, 2, 'town-' || n % 3, 'note_added', now(), 'person-' || n % 50, '{}' from generate_series(1, 20000) n
"""
REFUSALS = """
insert into refusals (municipality, number, kind, actor_id, actor, reason)
select 'town-' || n % 3, 'MD-' || n, 'note_added', 'x', '{}', '{}' from generate_series(1, 20000) n
"""
ABSENCES = """
insert into absences (municipality, id, absent, substitute, last_on, document)
select 'town-' || n % 3, 'absence-' || n, 'person-' || n % 500, 'person-' || (n + 7) % 500, date '2026-01-01' + n % 500,
       '{}'
from generate_series(1, 20000) n
"""
MANDATES = """
insert into mandates (municipality, code, holder, document)
select 'town-' || n % 3, 'mandate-' || n, 'person-' || n % 500, '{}' from generate_series(1, 20000) n
"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def engine(postgres: Postgres) -> AsyncIterator[AsyncEngine]:
    """A database with 20 000 cases, and as many tasks, acts, refusals, absences and mandates."""
    url = postgres.create_database("much")
    migrate.upgrade(url)
    made = create_async_engine(url)
    async with made.begin() as connection:
        for statement in (CASES, TASKS, ACTS, REFUSALS, ABSENCES, MANDATES):
            await connection.execute(text(statement))
        await connection.execute(text("analyze"))
    yield made
    await made.dispose()


TOWN = Scope("town-1")
OWN = Scope("town-1", "coop-7")
AFTER = Page(50, (date(2026, 6, 1), "MD-500.1"))
CASEWORKER = frozenset({Role.CASEWORKER})

LISTS: dict[str, tuple[Query, set[str]]] = {
    "the tasks of a role": (
        lambda c: work.tasks(c, TOWN, Wanted(CASEWORKER, today=date(2026, 3, 1)), Page(50)),
        {"ix_tasks_open"},
    ),
    "its next page": (lambda c: work.tasks(c, TOWN, Wanted(CASEWORKER), AFTER), {"ix_tasks_open"}),
    "my tasks": (
        lambda c: work.tasks(c, TOWN, Wanted(CASEWORKER, assignee="person-5"), Page(50)),
        {"ix_tasks_assignee", "ix_tasks_open"},
    ),
    "my tasks and those of whom I stand in for": (
        lambda c: work.tasks(
            c,
            TOWN,
            Wanted(
                CASEWORKER,
                assignee="person-5",
                absent=frozenset({"person-6", "person-7"}),
                own_roles=CASEWORKER,
            ),
            Page(50),
        ),
        {"ix_tasks_assignee", "ix_tasks_open"},
    ),
    "nobody's tasks": (
        lambda c: work.tasks(c, TOWN, Wanted(CASEWORKER, nobody=True), Page(50)),
        {"ix_tasks_open"},
    ),
    "a cooperative's tasks": (
        lambda c: work.tasks(c, OWN, Wanted(frozenset({Role.COOPERATIVE})), Page(50)),
        {"ix_tasks_open", "ix_tasks_open_cooperative"},
    ),
    "the tasks of a case": (
        lambda c: work.tasks(c, TOWN, Wanted(frozenset(Role), number="MD-1000"), Page(50)),
        {"ix_tasks_number"},
    ),
    "the cases": (
        lambda c: queries.case_rows(c, TOWN, Page(50)),
        {"ix_cases_municipality_received_on_number"},
    ),
    "their next page": (
        lambda c: queries.case_rows(c, TOWN, AFTER),
        {"ix_cases_municipality_received_on_number"},
    ),
    "a cooperative's cases": (
        lambda c: queries.case_rows(c, OWN, Page(50)),
        {"ix_cases_municipality_cooperative_received_on_number"},
    ),
    "the cases of a status": (
        lambda c: queries.case_rows(c, TOWN, Page(50), status="review"),
        {"ix_cases_municipality_status_received_on_number", "ix_cases_municipality_received_on_number"},
    ),
    "the objections in a case": (
        lambda c: queries.case_rows(c, TOWN, Page(50), about="MD-1000"),
        {"ix_cases_about"},
    ),
    "what follows on a case": (
        lambda c: queries.case_rows(c, TOWN, Page(50), earlier_case="MD-1000"),
        {"ix_cases_earlier_case"},
    ),
    "what belongs to a case": (
        lambda c: queries.related_rows(c, TOWN, "MD-1000", "MD-0999", 50),
        {"ix_cases_about", "ix_cases_earlier_case", "pk_cases"},
    ),
    "the cases in default": (
        lambda c: queries.case_rows(c, TOWN, Page(50), in_default=True),
        {"ix_cases_in_default"},
    ),
    "the absences": (
        lambda c: absences.listed(c, "town-1", date(2027, 1, 1), Page(50)),
        {"ix_absences_municipality_last_on_id"},
    ),
    "their later page": (
        lambda c: absences.listed(c, "town-1", date(2026, 3, 1), Page(50, (date(2026, 6, 1), "absence-5"))),
        {"ix_absences_municipality_last_on_id"},
    ),
    "who is absent today": (
        lambda c: absences.on(c, "town-1", date(2027, 1, 1)),
        {"ix_absences_municipality_last_on_id", "ix_absences_municipality_absent_last_on"},
    ),
    "for whom somebody stands in": (
        lambda c: evidence(c, "town-1", "nobody", date(2027, 4, 1)),
        {"ix_absences_municipality_substitute_last_on", "ix_mandates_municipality_holder"},
    ),
    "an absence": (lambda c: absences.one(c, "town-1", "none"), {"pk_absences"}),
    "the refusals": (
        lambda c: queries.refusals(c, "town-1", Page(50)),
        {"ix_refusals_municipality_id", "pk_refusals"},
    ),
    "the refusals on a case": (
        lambda c: queries.refusals(c, "town-1", Page(50), "MD-1000"),
        {"ix_refusals_number_id"},
    ),
}


@pytest.mark.parametrize("name", LISTS)
async def test_each_list_is_read_by_an_index(engine: AsyncEngine, name: str) -> None:
    query, indexes = LISTS[name]
    steps = await plan_of(engine, query)
    used = {step["Index Name"] for step in steps if "Index Name" in step}

    assert "Seq Scan" not in {step["Node Type"] for step in steps}
    assert used & indexes, steps


async def test_a_page_of_a_roles_tasks_is_read_in_order(engine: AsyncEngine) -> None:
    """Nothing is sorted, so that the first page costs the same however many there are."""
    for name in ("the tasks of a role", "its next page", "the cases", "the absences"):
        kinds = {step["Node Type"] for step in await plan_of(engine, LISTS[name][0])}

        assert not kinds & {"Sort", "Incremental Sort"}, name


async def test_a_coordinators_list_of_every_role_needs_no_whole_table(engine: AsyncEngine) -> None:
    steps = await plan_of(engine, lambda c: work.tasks(c, TOWN, Wanted(frozenset(Role)), Page(50)))

    assert "Seq Scan" not in {step["Node Type"] for step in steps if step.get("Relation Name") == "tasks"}
