"""What was filled in with an act: read on the pages by whoever may, by a number of queries that does not grow."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from api.pages.static import assets
from tests.api_live.office import Office
from tests.api_live.steps import a_note, a_report, granted, reviewed
from tests.api_live.test_few_queries import HEAVIEST, MOST, counted, loaded

pytestmark = pytest.mark.asyncio(loop_scope="session")

REVIEW = "Is it met?"
CHAPTERS = (
    "Printed on",
    "Where it stands",
    "Decisions",
    "Dates",
    "Letters",
    "Documents that came",
    "What happened",
)
ENDS = (("Report", ". "), ("Note", ": "))


@pytest.mark.parametrize("user", ["caseworker2", "decider1", "objections1", "auditor1"])
async def test_the_review_is_read_by_criterion_by_who_reads_every_case(
    office: Office, database: AsyncEngine, user: str
) -> None:
    number = await granted(office)
    visitor = await office.visitor(database, user)
    version = await _version(office, number, "application_reviewed")

    assert REVIEW in await visitor.shown(f"/cases/{number}/filled/{version}")
    printed = await visitor.shown(f"/cases/{number}/print")
    assert REVIEW in printed
    assert [] == [chapter for chapter in CHAPTERS if chapter not in printed]
    assert REVIEW not in await visitor.shown(f"/cases/{number}")
    assert f'"/cases/{number}/filled/{version}"' in (await visitor.page(f"/cases/{number}")).text


async def test_a_cooperative_reads_what_it_may_and_no_more(office: Office, database: AsyncEngine) -> None:
    number = await reviewed(office)
    await office("caseworker1").did(f"/cases/{number}/acts", a_note("Father called"))
    own, other = [await office.visitor(database, user) for user in ("coop-a", "coop-b")]
    review, note = [await _version(office, number, k) for k in ("application_reviewed", "note_added")]
    whole = await own.shown(f"/cases/{number}/print")

    assert "What will the resident do?" in whole
    assert [] == [told for told in (REVIEW, "Father called", "BSN", "******") if told in whole]
    assert [404, 404, 404] == [
        (await own.page(f"/cases/{number}/filled/{version}")).status_code for version in (review, note, 999)
    ]
    assert 404 == (await other.page(f"/cases/{number}/filled/1")).status_code


async def test_neither_queries_nor_the_page_grow_out_of_hand_with_what_is_filled_in(
    office: Office, database: AsyncEngine
) -> None:
    number = await granted(office)
    coop, visitor = office("coop-a"), await office.visitor(database, "caseworker1")
    long, sent = "Repaired bicycles. " * 50, list[int]()
    for reports in (1, 39):
        for _ in range(reports):
            await coop.did(f"/cases/{number}/reports", {**a_report(), "activities": long})
        with counted(database) as statements:
            folded = await visitor.page(f"/cases/{number}")
            printed = await visitor.page(f"/cases/{number}/print")
        sent.append(len(statements))

    assert sent[0] == sent[1] <= 2 * MOST
    assert folded.text.count("data-asks") > 15
    assert "part=2" in folded.text
    assert printed.text.count(long) == 40
    assert len(folded.content) < HEAVIEST


def without_minutes(printed: str) -> str:
    """It says when it was made, and the next one is made later."""
    return re.sub(r"\d\d:\d\d", "", printed)


async def test_a_long_case_is_printed_in_parts_of_which_none_is_heavy(
    office: Office, database: AsyncEngine
) -> None:
    """With 120 acts and more, of which half are as long as one can make them: as they are, unzipped."""
    number = await granted(office)
    coop, caseworker = office("coop-a"), office("caseworker1")
    for n in range(60):
        await coop.did(
            f"/cases/{number}/reports", a_report() | {"activities": f"Report {n}. " + "Repaired. " * 50}
        )
        await caseworker.did(f"/cases/{number}/acts", a_note(f"Note {n}: " + "He's at his brother's. " * 430))
    visitor = await office.visitor(database, "caseworker1")
    first = await visitor.page(f"/cases/{number}/print?lang=en")
    count = int(first.text.split("part 1 of ")[1].split("<")[0])
    pages = [(await visitor.page(f"/cases/{number}/print?part={n}")).text for n in range(1, count + 1)]
    weights = [len(one.encode()) + sum(len(assets()[each].plain) for each in loaded(one)) for one in pages]

    assert [] == [weight for weight in weights if weight > HEAVIEST]
    assert sum(weights) / HEAVIEST > count / 2
    assert [1] * 120 == ["".join(pages).count(f"{kind} {n}{end}") for n in range(60) for kind, end in ENDS]
    assert all(f'href="?part={n}"' in first.text for n in range(2, count + 1))
    last = (await visitor.page(f"/cases/{number}/print?part=9999")).text
    assert without_minutes(pages[-1]) == without_minutes(last)
    assert pages[-1].count("<h2>") == 1


async def test_of_most_acts_a_printed_line_weighs_less_than_a_kilobyte(
    office: Office, database: AsyncEngine
) -> None:
    number = await granted(office)
    for _ in range(20):
        await office("coop-a").did(f"/cases/{number}/reports", a_report())
    before = len((await (await office.visitor(database, "auditor1")).page(f"/cases/{number}/print")).content)
    for _ in range(20):
        await office("coop-a").did(f"/cases/{number}/reports", a_report())
    after = len((await (await office.visitor(database, "auditor1")).page(f"/cases/{number}/print")).content)

    assert 0 < (after - before) / 20 < 1_000


async def test_what_is_read_on_a_page_is_read_by_the_api_too(office: Office) -> None:
    number = await granted(office)
    for user in ("objections1", "auditor1", "decider1"):
        lines: list[dict[str, Any]] = await office(user).items(f"/cases/{number}/timeline")
        (review,) = [line["act"] for line in lines if line["kind"] == "application_reviewed"]

        assert {"criterion", "answer", "reason"} <= review["findings"][0].keys()


async def _version(office: Office, number: str, kind: str) -> int:
    lines = await office("auditor1").items(f"/cases/{number}/timeline", kind=kind)
    return lines[-1]["version"]
