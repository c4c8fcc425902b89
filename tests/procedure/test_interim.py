"""Reports at an interval of the policy's own, beside the reassessments. Pw 53a."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest
import pytest_asyncio

from domain.acts import InterimReportRequested, ParticipationContinued
from domain.case import Status
from domain.policy import Periods
from tests.examples import WHY, a_nil_report, a_policy, a_report, caseworker1, caseworker2, coop_a, decider1
from tests.permitting import a_proposed_revocation, a_revocation, an_assessment
from tests.procedure.paths import REACTED, REPORT_ASKED, STARTS, granted, heard
from tests.story import Stage, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

EACH_MONTH = a_policy(periods=Periods(report_every_months=1))


@pytest_asyncio.fixture(loop_scope="session")
async def story(stage: Stage, request: pytest.FixtureRequest) -> AsyncIterator[Story]:
    """A case under a policy that wants a report each month."""
    told = stage.story(request.node.name.removeprefix("test_").replace("_", "-"), EACH_MONTH)
    await told.starts()
    yield told
    await told.is_told_truly()


async def tasks_of(story: Story) -> list[str]:
    """What the case waits for, each task by its first kind of act."""
    return [task.accepts[0] for task in (await story.case()).tasks]


async def test_a_report_is_asked_each_month_beside_the_reassessment(story: Story) -> None:
    """Nothing done is told too; what does not come is reminded, passed on and made up for; of two only one is asked."""
    await granted(story)
    await story.time_passes_until(date(2030, 4, 30))

    assert [] == await tasks_of(story)

    await story.time_passes_until(date(2030, 5, 1))

    assert ["progress_reported"] == await tasks_of(story)
    assert date(2030, 5, 22) == (await story.case()).tasks[0].due_on
    assert Status.PARTICIPATION == await story.status()

    await story.did(coop_a, a_report(STARTS, date(2030, 4, 30), hours=60))

    assert [] == await tasks_of(story)
    assert Status.PARTICIPATION == await story.status()

    await story.time_passes_until(date(2030, 6, 1))
    await story.did(coop_a, a_nil_report(date(2030, 5, 1), date(2030, 5, 31)))
    await story.time_passes_until(date(2030, 7, 15))
    await story.hears("interim_report_reminded")

    assert ["interim_report_requested", "interim_report_reminded"] == (await story.kinds())[-2:]

    await story.time_passes_until(date(2030, 7, 23))

    assert "interim_report_escalated" == (await story.kinds())[-1]
    assert ["change_assessed"] == await tasks_of(story)
    assert Status.PARTICIPATION == await story.status()

    await story.time_passes_until(date(2030, 8, 1))

    assert ["change_assessed", "progress_reported"] == await tasks_of(story)
    assert "NotAcceptable" == await story.refused(coop_a, a_report(date(2030, 7, 1), date(2030, 7, 31)))

    await story.did(coop_a, a_report(date(2030, 6, 1), date(2030, 7, 31), hours=110))

    assert [] == await tasks_of(story)

    await story.time_passes_until(REPORT_ASKED)

    assert "report_requested" == (await story.kinds())[-1]
    assert ["progress_reported"] == await tasks_of(story)
    assert Status.REPORT_AWAITED == await story.status()

    await story.did(coop_a, a_report(date(2030, 8, 1), date(2030, 8, 31), hours=60))
    await story.did(coop_a, REACTED)
    await story.did(caseworker1, ParticipationContinued(reasoning=WHY))

    assert 2 == len(await story.histories())

    await story.time_passes_until(date(2030, 10, 1))
    asked = InterimReportRequested(period_from=date(2030, 9, 1), period_until=date(2030, 9, 30))

    assert asked == (await story.case()).entries[-1].act


async def test_a_report_that_is_missing_is_looked_at_by_a_person_and_nothing_follows_by_itself(
    story: Story,
) -> None:
    """The participation goes on as it was; the cooperative was reminded once."""
    await granted(story)
    await story.time_passes_until(date(2030, 5, 24))
    about = (await story.case()).version
    await story.did(caseworker2, an_assessment(about))

    assert [] == await tasks_of(story)
    assert 1 == (await story.kinds()).count("interim_report_reminded")
    assert Status.PARTICIPATION == await story.status()


async def test_nobody_is_asked_for_a_report_once_the_permission_was_revoked(story: Story) -> None:
    """The one that was awaited is not asked for any more."""
    await granted(story)
    await story.time_passes_until(date(2030, 5, 2))
    await story.did(caseworker1, a_proposed_revocation())
    await story.did(decider1, a_revocation(date(2030, 5, 10), view_waived="data_not_given"))

    assert [] == await tasks_of(story)

    await story.time_passes_until(date(2030, 6, 2))

    assert 1 == (await story.kinds()).count("interim_report_requested")


async def test_a_report_that_waited_for_a_reassessment_is_not_asked_days_before_the_next(
    story: Story,
) -> None:
    """That next one is of the whole time since the last report that came."""
    await granted(story)
    await heard(story)
    await story.time_passes_until(date(2030, 12, 20))
    await story.did(caseworker1, ParticipationContinued(reasoning=WHY))

    assert [] == await tasks_of(story)

    await story.time_passes_until(date(2031, 1, 1))
    asked = InterimReportRequested(period_from=date(2030, 9, 1), period_until=date(2030, 12, 31))

    assert asked == (await story.case()).entries[-1].act
    assert ["progress_reported"] == await tasks_of(story)
