"""What has to wait for something else is told so before anybody fills it in, and what begins with it."""

from __future__ import annotations

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.api_live.office import Office
from tests.api_live.steps import a_reaction, a_report, reporting, task_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

BEGINS = "Fewer hours or one more condition begins with a view"
LEADS = "Register the resident's reaction"
WAITS = "This cannot be sent yet The resident has until "


async def test_a_reassessment_tells_first_that_the_resident_can_still_react(
    office: Office, database: AsyncEngine
) -> None:
    """Where one chooses, and at the form of each choice, with the way to the form of his reaction. Pw 44a."""
    number, coop = await reporting(office), office("coop-a")
    await coop.did(f"/cases/{number}/reports", a_report())
    task = await task_of(office("caseworker1"), number)
    visitor = await office.visitor(database, "caseworker3", municipality="zonnedam", roles=["caseworker"])
    chosen = [f"/tasks/{task}/acts/{kind}" for kind in ("participation_continued", "conditions_changed")]
    before = [await visitor.shown(path) for path in (f"/tasks/{task}", *chosen)]
    form = await visitor.page(chosen[0])
    await coop.did(f"/cases/{number}/acts", a_reaction())
    after = [await visitor.shown(path) for path in (f"/tasks/{task}", *chosen)]

    assert [True, False, False] == [BEGINS in text for text in before]
    assert [True] * 3 == [WAITS in text for text in before]
    assert [True] * 3 == [LEADS in text for text in before]
    assert f'href="/cases/{number}/acts/resident_reacted"' in form.text
    assert [False] * 3 == [WAITS in text for text in after]
