"""Who stops on a day that lies ahead takes part until that day. Pw 44a."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import ApplicationWithdrawn, EndingWithdrawn, Outcome
from domain.case import Status
from tests.examples import (
    a_grant,
    a_report,
    an_application_received,
    an_ending,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    decider2,
)
from tests.permitting import (
    a_proposed_revocation,
    a_renewal_asked,
    a_revocation,
    a_suspended_permission,
    an_adjustment_asked,
    an_incident,
)
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import ENDS, REASSESSED, REPORT_ASKED, STARTS, asked, granted, heard
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

MAY_1, MAY_31, JUNE_30 = date(2030, 5, 1), date(2030, 5, 31), date(2030, 6, 30)
BACK = EndingWithdrawn(reason="The job fell through.")


async def stopping(story: Story) -> None:
    """In May the resident says that June is his last month."""
    await granted(story)
    await story.time_passes_until(MAY_1)
    await story.did(coop_a, an_ending(JUNE_30))


async def test_who_stops_on_a_day_ahead_takes_part_until_then(story: Story) -> None:
    """It is told once, by the letter of what was said; nobody is told to renew."""
    await stopping(story)
    case = await story.case()

    assert (Status.PARTICIPATION, True, JUNE_30) == (
        case.status,
        case.is_participating,
        terms.of(case)["expiry"].due_on,
    )

    await story.did(coop_a, a_report(STARTS, MAY_1))
    await story.did(caseworker2, an_incident(MAY_1))
    await story.did(decider1, a_suspended_permission(date(2030, 5, 2), MAY_31))
    await story.day_passes(MAY_31)

    assert "permission_resumed" == (await story.kinds())[-1]

    await story.time_passes_until(JUNE_30)

    assert Status.PARTICIPATION == await story.status()
    assert "end_announced" not in await story.kinds()

    await story.day_passes(JUNE_30)

    assert Status.ENDED == await story.ends_as()
    assert 1 == (await story.kinds()).count("participation_ended")
    assert "participation_stopped" == (await story.kinds())[-1]


async def test_who_stops_today_or_stopped_before_is_not_waited_for(story: Story) -> None:
    """The case closes at once."""
    await granted(story)
    await story.did(coop_a, an_ending(FIRST_DAY))

    assert Status.ENDED == await story.ends_as()
    assert ["participation_ended", "participation_stopped"] == (await story.kinds())[-2:]


async def test_nothing_is_reassessed_for_a_day_after_the_last(story: Story) -> None:
    """Nor is the report waited for that was asked for it, though it may still come."""
    await granted(story)
    await story.time_passes_until(REPORT_ASKED)
    await story.did(coop_a, an_ending(date(2030, 9, 20)))

    assert Status.PARTICIPATION == await story.status()
    assert () == (await story.case()).tasks

    await story.did(coop_a, a_report(STARTS, date(2030, 8, 31)))

    assert Status.PARTICIPATION == await story.status()

    await story.day_passes(date(2030, 9, 20))

    assert Status.ENDED == await story.ends_as()


async def test_what_is_in_hand_for_a_day_before_the_last_goes_on(story: Story) -> None:
    """Its task stays whose it is; the report that was asked comes in, and is looked at."""
    await granted(story)
    await story.time_passes_until(REPORT_ASKED)
    before = (await story.case()).tasks
    await story.did(coop_a, an_ending(date(2030, 12, 31)))

    assert before == (await story.case()).tasks

    await heard(story)

    assert Status.REASSESSMENT == await story.status()
    assert REASSESSED == (await story.case()).tasks[0].due_on


async def test_a_sooner_day_may_be_named_and_no_later_one(story: Story) -> None:
    await stopping(story)

    assert "NotAcceptable" == await story.refused(coop_a, an_ending(JUNE_30))
    assert "NotAcceptable" == await story.refused(coop_a, an_ending(ENDS))

    await story.did(coop_a, an_ending(MAY_31))
    await story.day_passes(MAY_31)

    assert Status.ENDED == await story.ends_as()
    assert 1 == (await story.kinds()).count("participation_stopped")


async def test_an_ending_is_taken_back_before_its_day(story: Story) -> None:
    """The permission lasts as long as it did, and is reassessed as before."""
    await stopping(story)

    assert "NotAcceptable" == await story.refused(caseworker1, BACK)

    await story.did(coop_a, BACK)
    case = await story.case()

    assert case.permission is not None
    assert ENDS == case.permission.valid_until
    assert "NotNow" == await story.refused(coop_a, BACK)

    await story.time_passes_until(REPORT_ASKED)

    assert Status.REPORT_AWAITED == await story.status()


async def test_nothing_is_asked_beyond_the_day_on_which_somebody_stops(story: Story) -> None:
    """Other hours until then may be."""
    await stopping(story)

    assert "NotNow" == await story.refused(coop_a, a_renewal_asked(date(2031, 12, 31)))

    await story.did(coop_a, an_adjustment_asked(20))

    assert "conditions_adjusted" in {task.accepts[0] for task in (await story.case()).tasks}


async def test_a_permission_is_revoked_before_the_day_on_which_somebody_stops(story: Story) -> None:
    """Then it does not end a second time."""
    await stopping(story)
    await story.did(caseworker1, a_proposed_revocation())
    await story.did(decider1, a_revocation(date(2030, 5, 15), view_waived="urgent"))
    await story.went_out()
    await story.day_passes(JUNE_30)

    assert Status.REVOKED == await story.ends_as()
    assert "participation_stopped" not in await story.kinds()


async def test_who_stops_while_his_permission_is_decided_on_again_takes_part_until_his_day(
    story: Story,
) -> None:
    """Then there is nothing left to decide; a new permission before that lasts no longer than he does."""
    await granted(story)
    await decided(await an_objection_to(story, "upheld"), Outcome.UPHELD)
    await story.hears("objection_upheld")
    await story.did(coop_a, an_ending(JUNE_30))

    assert Status.DECISION == await story.status()

    await story.did(decider2, a_grant(STARTS, date(2030, 9, 30), view_waived="heard_before"))
    permission = (await story.case()).permission

    assert permission is not None
    assert JUNE_30 == permission.valid_until

    await story.day_passes(JUNE_30)

    assert Status.ENDED == await story.ends_as()


async def test_a_decision_is_not_taken_again_for_who_stopped_meanwhile(story: Story) -> None:
    await granted(story)
    await decided(await an_objection_to(story, "upheld"), Outcome.UPHELD)
    await story.hears("objection_upheld")
    await story.did(coop_a, an_ending(JUNE_30))
    await story.day_passes(JUNE_30)

    assert Status.ENDED == await story.ends_as()
    assert () == (await story.case()).tasks
    assert "permission_expired" not in await story.kinds()


async def test_an_application_that_was_withdrawn_by_mistake_is_registered_again(story: Story) -> None:
    """With the day on which the first one came, so that the term to decide is what it was. Awb 4:13."""
    await story.applied(coop_a, asked())
    due_on = terms.decision(await story.case()).due_on
    await story.did(caseworker1, ApplicationWithdrawn(reason="Somebody else withdrew."))

    assert Status.WITHDRAWN == await story.ends_as()

    again = story.stage.story(f"{story.number}-again")
    await again.starts()
    await again.day_passes(date(2030, 3, 8))
    applied = an_application_received(
        starts_on=STARTS, ends_on=ENDS, earlier_case=story.number, received_on=FIRST_DAY
    )
    await again.applied(caseworker1, applied)
    case = await again.case()

    assert (due_on, story.number) == (terms.decision(case).due_on, case.application.earlier_case)
