"""What the dates would be, before anybody confirms what moves them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from api.desk import today
from domain.calendar import next_working_day
from tests.api_live.office import Office, problem
from tests.api_live.steps import WHY, a_grant, applied, day, kinds, reviewed

pytestmark = pytest.mark.asyncio(loop_scope="session")


def a_suspension(**changed: Any) -> dict[str, Any]:
    """The applicant agreed to wait three weeks."""
    return {
        "kind": "term_suspended",
        "ground": "consent",
        "until": day(21),
        "document": "consent.pdf",
        "reasoning": WHY,
    } | changed


async def test_a_suspension_shows_the_new_date_before_it_is_confirmed(office: Office) -> None:
    """Twenty days between today and then; nothing has changed until it is done, and then it is as was shown."""
    number, caseworker = await reviewed(office), office("caseworker1")
    before = (await caseworker.get(f"/cases/{number}/deadlines")).json()["items"]["decision"]["dueOn"]
    shown = (await caseworker.post(f"/cases/{number}/deadlines/_preview", a_suspension())).json()["items"]
    expected = next_working_day(today() + timedelta(days=56 + 20)).isoformat()

    assert expected == shown["decision"]["dueOn"] != before
    assert "Awb 4:15(2)(a)" in [step["article"] for step in shown["decision"]["steps"]]
    assert before == (await caseworker.get(f"/cases/{number}/deadlines")).json()["items"]["decision"]["dueOn"]
    assert "term_suspended" not in await kinds(office, number)

    await caseworker.did(f"/cases/{number}/acts", a_suspension())

    assert (
        expected == (await caseworker.get(f"/cases/{number}/deadlines")).json()["items"]["decision"]["dueOn"]
    )


async def test_a_preview_is_refused_as_the_act_would_be(office: Office) -> None:
    """By field, by role, and by whose case it is; and nobody keeps it, since nothing was tried."""
    number, path = await applied(office), "/deadlines/_preview"
    told = await office("caseworker1").refused(
        400, "not-acceptable", f"/cases/{number}{path}", a_suspension(document=None)
    )
    await office("coop-a").refused(403, "not-permitted", f"/cases/{number}{path}", a_suspension())
    problem(await office("coop-b").post(f"/cases/{number}{path}", a_suspension()), 404, "not-found")

    assert "/document" == told["errors"][0]["location"]
    assert [] == await office("auditor1").items("/refusals", case=number)


async def test_a_grant_shows_when_it_is_looked_at_again(office: Office) -> None:
    """Half a year after it starts."""
    number = await reviewed(office)
    answer = await office("decider1").post(f"/cases/{number}/deadlines/_preview", a_grant())
    reassessed = date.fromisoformat(answer.json()["items"]["reassessment"]["dueOn"])

    assert 180 < (reassessed - today()).days < 186
