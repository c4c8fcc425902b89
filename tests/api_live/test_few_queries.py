"""A page is answered by a handful of queries, however many rows it shows.

tests/store/test_much.py holds that each of them goes by an index.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine

from api.pages.static import assets
from tests.api_live.office import Office, Person, new_municipality
from tests.api_live.steps import a_check, an_application, day

pytestmark = pytest.mark.asyncio(loop_scope="session")

FEW, MANY = 5, 40
HEAVIEST = 150_000
"""Bytes of a page with all that it loads."""
MOST = 10
"""Statements for one page: the session, who is away, the list, its counts, and what its form offers."""

LISTS = [
    ("caseworker2", "/work?view=mine"),
    ("caseworker2", "/work?view=group"),
    ("caseworker2", "/work?view=on_hold"),
    ("caseworker2", "/work?view=waiting"),
    ("caseworker2", "/work?view=overdue"),
    ("coordinator1", "/work?view=all"),
    ("coordinator1", "/work?view=all&cooperative=de-werkplaats"),
    ("coordinator1", "/team/assign"),
    ("coordinator1", "/team/assign?view=overdue"),
    ("coordinator1", "/team/absences"),
    ("caseworker2", "/cases"),
    ("caseworker2", "/post"),
    ("auditor1", "/audit?kind=application_received"),
    ("auditor1", "/audit/exceptions"),
    ("auditor1", "/audit/refusals"),
    ("auditor1", "/audit/sample?seed=a&size=50"),
    ("coop-a", "/mine"),
]
"""Who looks at which page with rows."""
SUMS = [("coordinator1", "/team"), ("admin1", "/figures")]
"""And at which that tells of them together."""
PAGES = LISTS + SUMS

LETTERS = """
insert into sendings (number, version, addressee, edition, municipality, dated, channel)
select number, version, 'resident', edition, municipality, current_date, 'post' from letters where number = :number
on conflict do nothing
"""
DECIDED = """
update letters set document = document || jsonb_build_object('objectionUntil', current_date + 42,
    'title', '{"nl": "U mag meedoen", "en": "You may take part"}'::jsonb) where number = :number
"""
HELD = """
insert into tasks
select (jsonb_populate_record(one, to_jsonb(one) || its || jsonb_build_object('id', one.id || (its->>'id'),
    'assignee_id', 'caseworker2', 'due_on', current_date - 9, 'document', one.document || jsonb_build_object(
        'id', one.id || (its->>'id'), 'dueOn', current_date - 9, 'heldUntil', its->>'held_until',
        'heldBecause', its->>'held_because', 'assignee', '{
            "id": "caseworker2", "name": "Mohamed El Amrani", "since": "2026-01-02T10:00:00+01:00"}'::jsonb)))).*
from tasks one, (values
    ('{"id": "-held"}'::jsonb),
    (jsonb_build_object('id', '-rests', 'held_until', current_date + 9,
        'held_because', 'The resident is away for some days, and rings back after that.'))) its(its)
where one.number = :number and one.role = 'caseworker'
"""
MORE = """
insert into {table}
select (jsonb_populate_record(one, to_jsonb(one) || jsonb_build_object('number', one.number || '-' || n) || {own})).*
from {table} one, generate_series(cast(:first as int), cast(:last as int)) n where one.number = :number
"""
AWAY = """
insert into absences
select (jsonb_populate_record(one, to_jsonb(one) || jsonb_build_object('id', id || n,
    'document', document || jsonb_build_object('id', id || n)))).*
from absences one, generate_series(cast(:first as int), cast(:last as int)) n
where length(id) = 32 and municipality = (select municipality from cases where number = :number)
"""
OWN = {
    "cases": "'{}'",
    "acts": "'{}'",
    "letters": "jsonb_build_object('made_at', now())",  # a press elsewhere has nothing to make of a copy
    "sendings": "'{}'",
    "tasks": """jsonb_build_object('id', one.id || '-' || n,
        'document', one.document || jsonb_build_object('id', one.id || '-' || n))""",
    "refusals": "jsonb_build_object('id', nextval(pg_get_serial_sequence('refusals', 'id')))",
}


async def a_case(office: Office, database: AsyncEngine, town: dict[str, Any]) -> str:
    """One case of which every list has a row: something asked, a letter, a refusal, an exception."""
    number = (await office("coop-a", **town).did("/applications", an_application()))["case"]
    caseworker: Person = office("caseworker1", **town)
    await caseworker.post(f"/cases/{number}/acts", {"kind": "permission_refused"})
    await office("decider1", **town).post(f"/cases/{number}/acts", a_check())
    await caseworker.did(f"/tasks/{number}.1/complete", a_check("plan"))
    async with database.begin() as connection:
        of_it = {"number": number}
        await connection.execute(text(LETTERS), of_it)
        late = "update acts set exceptions = array['decided_late'] where number = :number and version = 1"
        await connection.execute(text(late), of_it)
        again = "update tasks set closed_at = null where number = :number"
        await connection.execute(text(again), of_it)
        await connection.execute(text(DECIDED), of_it)
        await connection.execute(text(HELD), of_it)
    away = {"absent": "caseworker1", "absentName": "Sanne de Wit", "substitute": "caseworker2"}
    days = {"substituteName": "Mohamed El Amrani", "firstOn": day(30), "lastOn": day(40)}
    await office("coordinator1", **town).did("/absences", away | days)
    return number


async def multiplied(database: AsyncEngine, number: str, first: int, last: int) -> None:
    """As many more such cases, with all that belongs to them."""
    times = {"number": number, "first": first, "last": last}
    async with database.begin() as connection:
        for statement in (*(MORE.format(table=table, own=own) for table, own in OWN.items()), AWAY):
            await connection.execute(text(statement), times)


@contextmanager
def counted(database: AsyncEngine) -> Generator[list[str]]:
    """Every statement that is sent meanwhile."""
    sent: list[str] = []

    def keep(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    event.listen(database.sync_engine, "before_cursor_execute", keep)
    try:
        yield sent
    finally:
        event.remove(database.sync_engine, "before_cursor_execute", keep)


def loaded(page: str) -> set[str]:
    """The addresses of what a page loads."""
    return set(re.findall(r'"(/static/[^"#]+)', page))


async def test_the_number_of_queries_does_not_grow_with_the_rows(
    office: Office, database: AsyncEngine
) -> None:
    town = {"municipality": await new_municipality(database)}
    number = await a_case(office, database, town)
    visitors = {user: await office.visitor(database, user, **town) for user, _ in PAGES}
    sent: dict[int, dict[str, int]] = {FEW: {}, MANY: {}}
    shown: dict[str, int] = {}
    for rows, more in ((FEW, (1, FEW)), (MANY, (FEW + 1, MANY))):
        await multiplied(database, number, *more)
        for user, path in PAGES:
            with counted(database) as statements:
                answer = await visitors[user].page(path)
            assert 200 == answer.status_code, path
            sent[rows][path], shown[path] = len(statements), answer.text.count("data-row")

    assert sent[FEW] == sent[MANY]
    assert {} == {path: count for path, count in sent[MANY].items() if not 1 < count <= MOST}
    assert {} == {path: shown[path] for _, path in LISTS if shown[path] < MANY}


async def test_no_page_is_heavy_however_much_of_a_list_is_asked(
    office: Office, database: AsyncEngine
) -> None:
    """As it is sent, with its style sheets, scripts and icons: pages themselves go out as they are, unzipped."""
    town = {"municipality": await new_municipality(database)}
    number = await a_case(office, database, town)
    await multiplied(database, number, 1, 210)
    visitors = {user: await office.visitor(database, user, **town) for user, _ in LISTS}
    sizes: dict[str, int] = {}
    for user, path in LISTS:
        answer = await visitors[user].page(f"{path}{'&' if '?' in path else '?'}limit=200")
        sizes[path] = len(answer.content) + sum(len(assets()[each].zipped) for each in loaded(answer.text))

    assert {} == {path: size for path, size in sizes.items() if not 40_000 < size < HEAVIEST}
