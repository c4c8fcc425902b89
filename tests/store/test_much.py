"""Work lists, searches, audits and figures of a town with 100,000 cases: by indexes, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from domain.authority import Scope
from domain.people import Role
from domain.status import Phase
from embedded.postgres import Postgres
from store import audit, figures, migrate, queries, search, work
from store.audit import Acts
from store.queries import Page
from store.search import Sought
from store.work import View, viewed
from tests.store.plans import Query, plan_of, sent_by

pytestmark = pytest.mark.asyncio(loop_scope="session")

HOW_MANY = 100_000
CASES = f"""
insert into cases (number, municipality, cooperative, policy_version, resident_name, status, received_on, version,
                   changed_at, decision_due_on, words)
select 'MD-' || n, town, 'coop-' || m % 50, 1, 'Person' || n,
       (array['review', 'refused', 'participation', 'ended', 'expired', 'withdrawn'])[1 + m % 6],
       date '2022-01-01' + m % 1700, 2, now(), date '2026-01-01' + m % 400,
       array['@' || town, 'coop', 'md', n::text, 'person' || n]
from generate_series(1, {HOW_MANY}) n, lateral (select n / 10 as m, 'town-' || n % 10 as town)
"""
ACTS = f"""
insert into acts (number, version, municipality, kind, at, actor_id, exceptions, document)
select 'MD-' || n, v, 'town-' || n % 10,
       case when v = 1 then 'application_received' else (array['note_added', 'permission_granted'])[1 + m % 2] end,
       timestamptz '2022-01-01' + (m % 1700) * interval '1 day', 'person-' || m % 200,
       case when v = 2 and m % 100 = 1 then array['decided_late'] else '{{}}' end,
       case when v = 1 then jsonb_build_object('act', jsonb_build_object('application',
           jsonb_build_object('resident', jsonb_build_object('bsn', lpad(n::text, 9, '0'))))) else '{{}}' end
from generate_series(1, {HOW_MANY}) n, generate_series(1, 2) v, lateral (select n / 10 as m)
"""
TASKS = f"""
insert into tasks (id, number, municipality, cooperative, role, kind, due_on, assignee_id, held_until, opened_at,
                   closed_at, document)
select 'MD-' || n || '.1', 'MD-' || n, 'town-' || n % 10, 'coop-' || m % 50,
       (array['caseworker', 'caseworker', 'decider', 'cooperative'])[1 + m % 4],
       case when m % 500 = 1 then 'penalty_paid' else 'application_reviewed' end,
       date '2026-01-01' + m % 400, case when m % 5 = 0 then 'person-' || m % 200 end,
       case when m % 20 = 0 then date '2026-04-01' end, now(), case when m % 7 < 2 then now() end, '{{}}'
from generate_series(1, {HOW_MANY}) n, lateral (select n / 10 as m)
"""
REFUSALS = f"""
insert into refusals (at, municipality, number, kind, actor_id, actor, reason)
select timestamptz '2022-01-01' + (m % 1700) * interval '1 day', 'town-' || n % 10, 'MD-' || n, 'permission_granted',
       'person-' || m % 200, '{{}}',
       jsonb_build_object('name', case when m % 50 = 1 then 'NotTheSame' else 'NotNow' end)
from generate_series(1, {HOW_MANY}) n, lateral (select n / 10 as m)
"""

TOWN, OWN, TODAY = Scope("town-1"), Scope("town-1", "coop-7"), date(2026, 3, 2)
CASEWORKER = frozenset({Role.CASEWORKER})
PAGE = Page(50)
VIEWS = {view: viewed(view, "person-5", CASEWORKER, TODAY) for view in View}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def engine(postgres: Postgres) -> AsyncIterator[AsyncEngine]:
    """A database with 100,000 cases, twice as many acts and as many tasks."""
    url = postgres.create_database("very_much")
    migrate.upgrade(url)
    made = create_async_engine(url)
    async with made.begin() as connection:
        for statement in (CASES, ACTS, TASKS, REFUSALS):
            await connection.execute(text(statement))
    async with made.connect() as connection:
        quietly = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await quietly.execute(text("vacuum analyze"))
    yield made
    await made.dispose()


def a_view(view: View, **more: Any) -> Query:
    """The first page of a view."""
    return lambda c: work.tasks(c, TOWN, replace(VIEWS[view], **more), PAGE)


def a_search(scope: Scope = TOWN, **sought: Any) -> Query:
    """The first page of a search."""
    return lambda c: search.found_cases(c, scope, Sought(**sought), PAGE)


def refused(**wanted: Any) -> Query:
    """The first page of refusals."""
    return lambda c: queries.refusals(c, "town-1", PAGE, **wanted)


def some_acts(**wanted: Any) -> Query:
    """The first page of acts across cases."""
    return lambda c: audit.acts(c, "town-1", Acts(**wanted), PAGE)


LATELY = datetime(2026, 8, 1, tzinfo=UTC)
SINCE = datetime(2026, 1, 1, tzinfo=UTC)

LISTS: dict[str, tuple[Query, set[str]]] = {
    "my work": (a_view(View.MINE), {"ix_tasks_assignee"}),
    "our group": (a_view(View.GROUP), {"ix_tasks_open"}),
    "on hold": (a_view(View.ON_HOLD), {"ix_tasks_resting"}),
    "waiting": (a_view(View.WAITING), {"ix_tasks_open"}),
    "overdue": (a_view(View.OVERDUE), {"ix_tasks_open"}),
    "all": (a_view(View.ALL), {"ix_tasks_open"}),
    "of a cooperative": (a_view(View.GROUP, cooperative="coop-7"), {"ix_tasks_open_cooperative"}),
    "of a rare kind": (a_view(View.GROUP, kind="penalty_paid"), {"ix_tasks_open_kind"}),
    "by a word": (a_view(View.GROUP, words="person4001"), {"ix_cases_searched"}),
    "a name": (a_search(words="person5001"), {"ix_cases_searched"}),
    "a number": (a_search(words="md 4001"), {"ix_cases_searched"}),
    "a name among one's own": (a_search(OWN, words="person500"), {"ix_cases_searched"}),
    "a bsn": (a_search(bsn="000000011"), {"ix_acts_bsn"}),
    "by phase": (a_search(phase=Phase.PARTICIPATION), {"ix_cases_municipality_received_on_number"}),
    "by who did it": (
        a_search(act="note_added", actor="person-4"),
        {"ix_acts_municipality_actor_id_at_number_version"},
    ),
    "acts": (some_acts(), {"ix_acts_municipality_at_number_version"}),
    "acts, the newest first": (
        lambda c: audit.acts(c, "town-1", Acts(), replace(PAGE, newest_first=True)),
        {"ix_acts_municipality_at_number_version"},
    ),
    "acts of a person": (
        some_acts(actor="person-4", since=SINCE),
        {"ix_acts_municipality_actor_id_at_number_version"},
    ),
    "acts of a kind": (
        some_acts(kind="permission_granted", since=SINCE),
        {"ix_acts_municipality_kind_at_number_version"},
    ),
    "acts in a case": (some_acts(case="MD-41"), {"pk_acts", "acts_pkey"}),
    "acts in a cooperative's cases": (
        some_acts(cooperative="coop-7"),
        {"ix_acts_municipality_at_number_version", "pk_acts", "acts_pkey"},
    ),
    "exceptions": (some_acts(exceptional=True), {"ix_acts_exceptions"}),
    "refusals": (refused(), {"ix_refusals_municipality_id", "pk_refusals"}),
    "refusals in a case": (refused(number="MD-41"), {"ix_refusals_number_id"}),
    "refusals for duties": (refused(of_duties=True), {"ix_refusals_not_the_same"}),
    "refusals of late": (refused(since=LATELY), {"ix_refusals_municipality_at"}),
    "refusals for duties of late": (
        refused(of_duties=True, since=LATELY),
        {"ix_refusals_municipality_at", "ix_refusals_not_the_same"},
    ),
    "counted refusals": (
        lambda c: audit.refusal_counts(c, "town-1", LATELY, None),
        {"ix_refusals_municipality_at"},
    ),
    "who did acts": (
        lambda c: audit.people(c, "town-1"),
        {"ix_acts_municipality_actor_id_at_number_version"},
    ),
    "counted exceptions": (
        lambda c: audit.exception_counts(c, "town-1", SINCE, None),
        {"ix_acts_exceptions"},
    ),
    "counted exceptional acts": (
        lambda c: audit.exceptional_acts(c, "town-1", SINCE, None),
        {"ix_acts_exceptions"},
    ),
}

FIGURES: dict[str, Query] = {
    "open cases": lambda c: figures.open_cases(c, "town-1", TODAY),
    "participants": lambda c: figures.participants(c, "town-1"),
    "defaults": lambda c: figures.defaults(c, "town-1"),
    "inflow": lambda c: figures.inflow(c, "town-1", date(2026, 1, 1)),
    "outflow": lambda c: figures.outflow(c, "town-1", SINCE),
    "workload": lambda c: figures.workload(c, "town-1", TODAY),
    "counts": lambda c: work.counts(c, TOWN, VIEWS),
    "a sample": lambda c: audit.sample(c, "town-1", "seed", 25, (date(2026, 1, 1), date(2026, 3, 1))),
}


@pytest.mark.parametrize("name", LISTS)
async def test_each_list_is_one_query_by_an_index(engine: AsyncEngine, name: str) -> None:
    query, indexes = LISTS[name]
    steps = await plan_of(engine, query)
    used = {step["Index Name"] for step in steps if "Index Name" in step}

    assert 1 == len(await sent_by(engine, query))
    assert "Seq Scan" not in {step["Node Type"] for step in steps}
    assert used & indexes, steps


@pytest.mark.parametrize("name", FIGURES)
async def test_each_figure_is_read_by_an_index(engine: AsyncEngine, name: str) -> None:
    """A figure reads its municipality's open rows or its year, and no other's."""
    steps = await plan_of(engine, FIGURES[name])

    assert len(await sent_by(engine, FIGURES[name])) <= 2
    assert "Seq Scan" not in {step["Node Type"] for step in steps}, steps


async def test_a_search_finds_what_its_words_begin(engine: AsyncEngine) -> None:
    """And nothing of another municipality."""

    async def found(scope: Scope, words: str) -> set[str]:
        async with engine.connect() as connection:
            rows = await search.found_cases(connection, scope, Sought(words=words), PAGE)
        return {row.number for row in rows}

    assert {"MD-4001", "MD-40011"} == await found(TOWN, "PERSON4001")
    assert {"MD-40011"} == await found(TOWN, "md 40011")
    assert set() == await found(Scope("town-2"), "person40011")


async def test_the_counts_are_those_of_the_lists(engine: AsyncEngine) -> None:
    async def listed(connection: AsyncConnection, view: View) -> int:
        return len(await work.tasks(connection, TOWN, VIEWS[view], Page(HOW_MANY)))

    async with engine.connect() as connection:
        counted = await work.counts(connection, TOWN, VIEWS)
        lists = {view: await listed(connection, view) for view in View}

    assert lists == counted
    assert all(counted[view] for view in View)
