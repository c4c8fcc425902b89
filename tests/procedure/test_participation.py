"""From permission to its end. Pw 44a, 53a."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.acts import ParticipationContinued, Party, ViewInvited, ViewReceived
from domain.calendar import months_after
from domain.case import Status
from domain.people import Role
from tests.examples import (
    WHY,
    a_change,
    a_person,
    a_report,
    an_ending,
    caseworker1,
    caseworker2,
    caseworker3,
    coop_a,
    decider1,
)
from tests.permitting import a_proposed_revocation, a_revocation
from tests.procedure.paths import ENDS, REACTED, REASSESSED, REPORT_ASKED, STARTS, granted, heard
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

CONTINUED = ParticipationContinued(reasoning=WHY)
FIRST_HALF = a_report(STARTS, date(2030, 8, 31))


async def reassessing(story: Story) -> None:
    """The report came when it was asked for, and so did the resident's own reaction."""
    await granted(story)
    await heard(story)


async def test_a_report_is_asked_before_the_reassessment_and_given(story: Story) -> None:
    """Four weeks before it, on the day itself."""
    await granted(story)
    await story.time_passes_until(date(2030, 9, 2))

    assert Status.PARTICIPATION == await story.status()

    await story.time_passes_until(REPORT_ASKED)

    assert Status.REPORT_AWAITED == await story.status()

    await story.did(coop_a, FIRST_HALF)

    assert Status.REASSESSMENT == await story.status()
    assert REASSESSED == (await story.case()).tasks[0].due_on


async def test_a_report_that_is_late_is_reminded_and_given(story: Story) -> None:
    """After a fortnight."""
    await granted(story)
    await story.time_passes_until(date(2030, 9, 17))

    assert "report_reminded" == (await story.kinds())[-1]

    await story.did(coop_a, FIRST_HALF)

    assert Status.REASSESSMENT == await story.status()


async def test_a_report_that_never_comes_is_the_caseworkers_to_weigh(story: Story) -> None:
    """Never a reason by itself to end; what still comes during the reassessment is kept."""
    await granted(story)
    await story.day_passes(date(2030, 9, 24))

    assert ["report_requested", "report_reminded", "report_escalated", "reaction_lapsed"] == (
        await story.kinds()
    )[-4:]
    assert Status.REASSESSMENT == await story.status()

    before = (await story.case()).tasks
    await story.did(coop_a, FIRST_HALF)

    assert Status.REASSESSMENT == await story.status()
    assert before == (await story.case()).tasks

    await story.did(caseworker1, CONTINUED)

    assert Status.PARTICIPATION == await story.status()


async def test_a_report_that_comes_unasked_is_kept(story: Story) -> None:
    """It does not take the place of the one that will be asked."""
    await granted(story)
    await story.time_passes_until(date(2030, 7, 1))
    await story.did(coop_a, a_report(STARTS, date(2030, 6, 30)))

    assert Status.PARTICIPATION == await story.status()

    await story.time_passes_until(REPORT_ASKED)

    assert Status.REPORT_AWAITED == await story.status()


async def test_a_reassessment_lets_it_go_on_as_it_was(story: Story) -> None:
    """In a run of its own, from which the next one is awaited."""
    await reassessing(story)
    before = (await story.case()).permission
    await story.did(caseworker1, CONTINUED)

    assert Status.PARTICIPATION == await story.status()
    assert before == (await story.case()).permission
    assert 2 == len(await story.histories())


async def test_a_reassessment_changes_the_conditions(story: Story) -> None:
    """Hours and conditions; the days stay."""
    await reassessing(story)
    await story.did(caseworker3, a_change(20))
    permission = (await story.case()).permission

    assert permission is not None
    assert (20, ()) == (permission.hours_a_week, permission.conditions)
    assert (STARTS, ENDS) == (permission.valid_from, permission.valid_until)


async def test_a_reassessment_takes_something_away_after_a_view_and_by_somebody_else(story: Story) -> None:
    """Whoever means to do so tells it first; the case stays where it is meanwhile. Awb 4:8."""
    await reassessing(story)
    less = a_change(8, "No work on Sundays")

    assert "NotNow" == await story.refused(caseworker2, less)

    await story.did(caseworker2, ViewInvited(intention="We mean to halve the hours."))

    assert ["view_received"] == [kind for task in (await story.case()).tasks for kind in task.accepts]
    assert "NotNow" == await story.refused(caseworker3, less)

    await story.did(coop_a, ViewReceived(view="It goes too far."))

    assert Status.REASSESSMENT == await story.status()
    assert "NotTheSame" == await story.refused(caseworker2, less)

    await story.did(caseworker3, less)
    permission = (await story.case()).permission

    assert permission is not None
    assert (8, ("No work on Sundays",)) == (permission.hours_a_week, permission.conditions)


async def test_a_view_at_a_reassessment_that_does_not_come_holds_nothing_up(story: Story) -> None:
    """And who meant to take something away may still let it go on as it is."""
    await reassessing(story)
    await story.did(
        caseworker1, ViewInvited(intention="We mean to halve the hours.", until=date(2030, 9, 20))
    )
    await story.day_passes(date(2030, 9, 20))

    assert "view_lapsed" == (await story.kinds())[-1]

    await story.did(caseworker1, ParticipationContinued(reasoning=WHY))

    assert Status.PARTICIPATION == await story.status()


async def test_a_caseworker_sets_the_next_reassessment(story: Story) -> None:
    """Two months on, so that the report is asked a month from then."""
    await reassessing(story)
    sooner = ParticipationContinued(reasoning=WHY, next_reassessment_on=date(2030, 12, 1))
    await story.did(caseworker1, sooner)
    await story.time_passes_until(date(2030, 11, 3))

    assert Status.REPORT_AWAITED == await story.status()


async def revoked(story: Story, revoked_from: date) -> None:
    """A caseworker proposed it, the resident gave his view, and a decider decided."""
    await story.did(caseworker1, a_proposed_revocation())
    task = (await story.case()).tasks[-1].id  # a view may be asked on a reassessment too

    assert "NotPermitted" == await story.refused(caseworker1, ViewInvited(intention=WHY), task)

    await story.did(decider1, ViewInvited(intention=WHY), task)
    await story.did(coop_a, ViewReceived(view=WHY))
    await story.did(decider1, a_revocation(revoked_from))
    await story.went_out()


async def test_a_municipality_ends_it_instead_of_reassessing_it(story: Story) -> None:
    """By a revocation, after a view; the case closes once nobody can object any more. Awb 4:8, 6:7."""
    await reassessing(story)
    await revoked(story, date(2030, 10, 1))

    assert Status.REVOKED == await story.status()
    assert () == (await story.case()).tasks

    await story.day_passes(date(2030, 11, 1))

    assert Status.REVOKED == await story.ends_as()


async def test_a_permission_expires_after_its_last_day(story: Story) -> None:
    """A permission shorter than the first reassessment needs none."""
    await granted(story, until=date(2030, 9, 30))
    await story.time_passes_until(date(2030, 9, 30))

    assert Status.PARTICIPATION == await story.status()

    await story.time_passes_until(date(2030, 10, 1))

    assert Status.EXPIRED == await story.ends_as()
    assert "report_requested" not in await story.kinds()


async def test_a_permission_runs_out_before_the_reassessment_is_done(story: Story) -> None:
    """Nobody's delay makes a permission longer than it was granted."""
    await granted(story, until=date(2030, 10, 7))
    await story.time_passes_until(REPORT_ASKED)
    await story.did(coop_a, FIRST_HALF)
    await story.time_passes_until(date(2030, 10, 7))

    assert Status.REASSESSMENT == await story.status()

    await story.day_passes(date(2030, 10, 7))

    assert Status.EXPIRED == await story.ends_as()


async def test_a_caseworker_changes_only_within_his_mandate(story: Story) -> None:
    """It is a decision of the municipality's own motion. Awb 10:3."""
    await reassessing(story)
    without = a_person("caseworker9", Role.CASEWORKER)

    assert "NotPermitted" == await story.refused(without, a_change(8))
    assert "NotPermitted" == await story.refused(caseworker2, a_change(20))

    await story.did(caseworker2, a_change(16))

    assert Status.PARTICIPATION == await story.status()


async def test_a_resident_ends_it_before_it_started(story: Story) -> None:
    """By the cooperative, on the resident's behalf."""
    await granted(story)
    await story.did(coop_a, an_ending(FIRST_DAY))

    assert Status.ENDED == await story.ends_as()


async def test_a_cooperative_ends_it_while_the_report_is_awaited(story: Story) -> None:
    """For itself; its own task falls away."""
    await granted(story)
    await story.time_passes_until(REPORT_ASKED)
    await story.did(coop_a, an_ending(REPORT_ASKED, Party.COOPERATIVE))

    assert Status.ENDED == await story.ends_as()
    assert () == (await story.case()).tasks


async def test_a_municipality_ends_it_between_two_reassessments(story: Story) -> None:
    """In the run that began after the first one."""
    await reassessing(story)
    await story.did(caseworker1, CONTINUED)
    await story.time_passes_until(date(2030, 11, 1))
    await revoked(story, date(2030, 12, 1))
    await story.day_passes(date(2031, 1, 1))

    assert Status.REVOKED == await story.ends_as()
    assert 2 == len(await story.histories())


async def test_nobody_ends_it_outside_its_days(story: Story) -> None:
    """An end lies within the permission."""
    await granted(story)

    assert "NotAcceptable" == await story.refused(coop_a, an_ending(date(2031, 4, 1)))
    assert "NotAcceptable" == await story.refused(coop_a, an_ending(date(2030, 3, 3)))


async def test_three_years_take_six_runs_and_end_by_themselves(story: Story) -> None:
    """A reassessment every half year, each in a run of its own, until the last day."""
    last_day = date(2033, 3, 31)
    await granted(story, until=last_day)
    starts = STARTS
    while (case := await story.case()).status is Status.PARTICIPATION:
        reassessment = months_after(starts, 6)
        if reassessment >= last_day:
            break
        await story.time_passes_until(reassessment - timedelta(days=10))
        await story.did(caseworker2, REACTED)
        await story.time_passes_until(reassessment)

        assert Status.REASSESSMENT == await story.status()

        await story.did(caseworker1, CONTINUED)
        starts = reassessment
    await story.day_passes(last_day)

    assert Status.EXPIRED == await story.ends_as()
    assert 6 == len(await story.histories())
    assert case.permission == (await story.case()).permission
