"""What somebody may do on a case now, as its procedure says it itself."""

from __future__ import annotations

import pytest

from tests.api_live.office import Office, problem
from tests.api_live.steps import applied, reviewed

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_what_is_taken_in_now_and_is_ones_own_to_do(office: Office) -> None:
    number = await applied(office)
    caseworker = await office("caseworker1").items(f"/cases/{number}/acts")
    cooperative = await office("coop-a").items(f"/cases/{number}/acts")
    decider = await office("decider1").items(f"/cases/{number}/acts")

    assert {"completeness_checked", "application_withdrawn", "note_added"} <= set(map(str, caseworker))
    assert "completeness_checked" not in cooperative
    assert {"application_withdrawn", "question_asked"} <= set(map(str, cooperative))
    assert "permission_granted" not in decider


async def test_who_prepared_the_decision_is_not_offered_it(office: Office) -> None:
    number = await reviewed(office)
    both = office("caseworker1", roles=["caseworker", "decider"])

    assert "permission_granted" in await office("decider1").items(f"/cases/{number}/acts")
    assert "permission_granted" not in await both.items(f"/cases/{number}/acts")


async def test_auditors_are_offered_nothing_and_strangers_not_told(office: Office) -> None:
    number = await applied(office)

    assert [] == await office("auditor1").items(f"/cases/{number}/acts")
    problem(await office("coop-b").get(f"/cases/{number}/acts"), 404, "not-found")
