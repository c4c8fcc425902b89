"""The case of `make bench` is a whole one, with its reassessment."""

from __future__ import annotations

import pytest

from bench.case import STEPS
from bench.flows import REQUESTS
from tests.api_live.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_case_that_is_measured_is_reassessed_by_a_caseworker_and_then_ends(office: Office) -> None:
    """Each step is one act of somebody, and the reassessment is in time for the report that it wants."""
    case = ""
    policy = (await office("coop-a").get("/policy")).json()
    for step in STEPS:
        asked = REQUESTS[step]
        form = asked.form and asked.form(policy)
        case = (await office(asked.user).did(asked.path.format(case=case), form))["case"]
    lines = await office("auditor1").items(f"/cases/{case}/timeline")

    assert [
        ("application_received", "caseworker"),
        ("task_claimed", "caseworker"),
        ("completeness_checked", "caseworker"),
        ("application_reviewed", "caseworker"),
        ("permission_refused", "decider"),
        ("decision_reversed", "decider"),
        ("permission_granted", "decider"),
        ("progress_reported", "cooperative"),
        ("resident_reacted", "cooperative"),
        ("participation_continued", "caseworker"),
        ("participation_ended", "cooperative"),
    ] == [(line["kind"], line["role"]) for line in lines if line["role"] != "clock"]
    assert ["report_requested", "participation_stopped"] == [
        line["kind"] for line in lines if line["role"] == "clock" and not line["kind"].startswith("letter_")
    ]
