"""What was filled in with an act: read on the pages by whoever may, by a number of queries that does not grow."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.api_live.office import Office
from tests.api_live.steps import a_note, a_report, granted, reviewed
from tests.api_live.test_few_queries import HEAVIEST, MOST, counted

pytestmark = pytest.mark.asyncio(loop_scope="session")

REVIEW = "Is it met?"


@pytest.mark.parametrize("user", ["caseworker2", "decider1", "objections1", "auditor1"])
async def test_the_review_is_read_by_criterion_by_who_reads_every_case(
    office: Office, database: AsyncEngine, user: str
) -> None:
    number = await granted(office)
    visitor = await office.visitor(database, user)
    version = await _version(office, number, "application_reviewed")

    assert REVIEW in await visitor.shown(f"/cases/{number}/filled/{version}")
    assert REVIEW in await visitor.shown(f"/cases/{number}?whole=1")
    assert REVIEW not in await visitor.shown(f"/cases/{number}")
    assert f'"/cases/{number}/filled/{version}"' in (await visitor.page(f"/cases/{number}")).text


async def test_a_cooperative_reads_what_it_may_and_no_more(office: Office, database: AsyncEngine) -> None:
    number = await reviewed(office)
    await office("caseworker1").did(f"/cases/{number}/acts", a_note("Father called"))
    own, other = [await office.visitor(database, user) for user in ("coop-a", "coop-b")]
    review, note = [await _version(office, number, k) for k in ("application_reviewed", "note_added")]
    whole = await own.shown(f"/cases/{number}?whole=1")

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
    sent: list[int] = []
    for reports in (1, 39):
        for _ in range(reports):
            await coop.did(
                f"/cases/{number}/reports", {**a_report(), "activities": "Repaired bicycles. " * 50}
            )
        with counted(database) as statements:
            folded = await visitor.page(f"/cases/{number}")
            whole = await visitor.page(f"/cases/{number}?whole=1")
        sent.append(len(statements))

    assert sent[0] == sent[1] <= 2 * MOST
    assert folded.text.count("data-asks") > 15
    assert "part=2" in folded.text
    assert whole.text.count("Repaired bicycles. " * 50) == 40
    assert len(folded.content) < HEAVIEST
    assert "Repaired bicycles. " * 2 in whole.text


async def test_what_is_read_on_a_page_is_read_by_the_api_too(office: Office) -> None:
    number = await granted(office)
    for user in ("objections1", "auditor1", "decider1"):
        lines: list[dict[str, Any]] = await office(user).items(f"/cases/{number}/timeline")
        (review,) = [line["act"] for line in lines if line["kind"] == "application_reviewed"]

        assert {"criterion", "answer", "reason"} <= review["findings"][0].keys()


async def _version(office: Office, number: str, kind: str) -> int:
    lines = await office("auditor1").items(f"/cases/{number}/timeline", kind=kind)
    return lines[-1]["version"]
