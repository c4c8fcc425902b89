"""The last weeks of a permission: its end is told, and a trial is evaluated with the resident. Pw 44a."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import (
    Form,
    ParticipationContinued,
    RenewalWithdrawn,
    TrialLeftToEnd,
    ViewInvited,
    ViewReceived,
)
from domain.case import Status
from domain.renewal import is_asked
from tests.examples import WHY, a_grant, a_report, caseworker1, caseworker2, coop_a, decider1, decider2
from tests.permitting import (
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    an_advice_to_renew,
    an_evaluation,
    an_extension,
)
from tests.procedure.paths import ENDS, REACTED, STARTS, granted, reviewed
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

TOLD, TRIAL_ENDS = date(2030, 5, 16), date(2030, 6, 30)


async def on_trial(story: Story) -> None:
    """For three months, of which the end was told and the report has come."""
    await reviewed(story)
    await story.did(decider1, a_grant(STARTS, TRIAL_ENDS, form=Form.TRIAL, view_waived="not_on_his_facts"))
    await story.time_passes_until(TOLD)
    await story.did(coop_a, a_report(STARTS, date(2030, 5, 15)))


async def tasks_of(story: Story) -> list[tuple[str, ...]]:
    """What the case waits for."""
    return [task.accepts for task in (await story.case()).tasks]


async def test_a_trial_is_evaluated_before_it_ends_and_made_full(story: Story) -> None:
    """By one who looks at it with the resident, and another who decides; then it is reassessed as any other."""
    await on_trial(story)

    assert ["end_announced", "report_requested", "progress_reported"] == (await story.kinds())[-3:]
    assert Status.REASSESSMENT == await story.status()
    assert {"evaluation"} == {"evaluation", "reassessment"} & terms.of(await story.case()).keys()
    assert "NotNow" == await story.refused(caseworker1, an_evaluation())

    await story.did(coop_a, REACTED)

    assert "NotPermitted" == await story.refused(decider2, an_evaluation())
    assert date(2030, 6, 18) == (await story.case()).tasks[0].due_on

    await story.did(caseworker1, an_evaluation())

    assert Status.PARTICIPATION == await story.status()
    assert [("permission_extended_to_full", "trial_left_to_end", "view_invited")] == await tasks_of(story)
    assert TRIAL_ENDS == (await story.case()).tasks[0].due_on

    await story.did(decider1, an_extension(ENDS), (await story.case()).tasks[0].id)

    assert [] == await tasks_of(story)

    await story.time_passes_until(date(2030, 9, 3))

    assert Status.REPORT_AWAITED == await story.status()


async def test_a_trial_that_is_left_to_end_runs_out_on_its_day(story: Story) -> None:
    """Nobody reported and the resident did not react; which is no reason by itself."""
    await reviewed(story)
    await story.did(decider1, a_grant(STARTS, TRIAL_ENDS, form=Form.TRIAL, view_waived="not_on_his_facts"))
    await story.time_passes_until(date(2030, 6, 7))

    assert ["report_escalated", "reaction_lapsed"] == (await story.kinds())[-2:]

    await story.did(caseworker1, an_evaluation("let_end"))
    await story.did(decider1, TrialLeftToEnd(reasoning="It did not work."))

    assert [] == await tasks_of(story)

    await story.day_passes(TRIAL_ENDS)

    assert Status.EXPIRED == await story.ends_as()


async def test_a_request_to_renew_takes_the_place_of_what_a_trial_was_evaluated_for(story: Story) -> None:
    """And the permission that comes of it is an answer to both."""
    await on_trial(story)
    await story.did(coop_a, REACTED)
    await story.did(caseworker1, an_evaluation())
    await story.did(coop_a, a_renewal_asked(ENDS))

    assert [("renewal_advised", "completeness_checked")] == await tasks_of(story)

    await story.did(caseworker1, an_advice_to_renew())
    await story.did(decider1, an_extension(ENDS))

    assert [] == await tasks_of(story)
    assert Status.PARTICIPATION == await story.status()


async def test_what_a_trial_was_evaluated_for_is_decided_on_once_the_request_is_taken_back(
    story: Story,
) -> None:
    """Whichever came first."""
    await on_trial(story)
    await story.did(coop_a, a_renewal_asked(ENDS))
    await story.did(coop_a, REACTED)
    await story.did(caseworker1, an_evaluation())

    assert [("renewal_advised", "completeness_checked")] == await tasks_of(story)

    await story.did(coop_a, RenewalWithdrawn())

    assert [("permission_extended_to_full", "trial_left_to_end", "view_invited")] == await tasks_of(story)

    await story.did(coop_a, a_renewal_asked(ENDS))

    assert [("renewal_advised", "completeness_checked")] == await tasks_of(story)

    await story.did(coop_a, RenewalWithdrawn())

    assert [("permission_extended_to_full", "trial_left_to_end", "view_invited")] == await tasks_of(story)


async def test_a_trial_that_is_made_full_meanwhile_needs_no_evaluation(story: Story) -> None:
    """Once somebody else asked for it; what was asked for the evaluation is asked no more."""
    await on_trial(story)

    assert "NotNow" == await story.refused(decider1, an_extension(ENDS))

    await story.did(coop_a, a_renewal_asked(ENDS))
    await story.did(caseworker1, an_advice_to_renew())
    await story.did(decider1, an_extension(ENDS))

    assert [] == await tasks_of(story)
    assert Status.PARTICIPATION == await story.status()


@pytest.mark.parametrize(("asked", "left"), [(ENDS, []), (date(2031, 6, 30), [("view_received",)])])
async def test_a_trial_that_is_made_full_while_a_view_is_awaited_answers_who_asked_for_no_more(
    story: Story, asked: date, left: list[tuple[str, ...]]
) -> None:
    """Who asked for longer still gets his decision on that. Awb 4:13."""
    await on_trial(story)
    request = (await story.did(coop_a, a_renewal_asked(asked))).version
    await story.did(caseworker1, an_advice_to_renew())
    await story.did(decider1, ViewInvited(intention=WHY))
    await story.did(decider1, an_extension(ENDS, view_waived="not_on_his_facts"))

    assert left == await tasks_of(story)
    assert bool(left) == is_asked(await story.case(), request)

    if left:
        await story.did(coop_a, ViewReceived(view="I would like to go on."))
        await story.did(decider1, a_refused_renewal(view_waived=None))

    assert [] == await tasks_of(story)


async def test_a_trial_is_evaluated_and_made_full_long_before_its_end(story: Story) -> None:
    """By two people; the case stands where it stood, and is not evaluated again at the end. Awb 3:2."""
    await reviewed(story)
    await story.did(decider1, a_grant(STARTS, TRIAL_ENDS, form=Form.TRIAL, view_waived="not_on_his_facts"))
    await story.time_passes_until(date(2030, 4, 15))

    assert "NotNow" == await story.refused(decider1, an_extension(ENDS))

    await story.did(caseworker1, an_evaluation())

    assert Status.PARTICIPATION == await story.status()
    assert "NotNow" == await story.refused(caseworker1, an_evaluation())
    assert [("permission_extended_to_full", "trial_left_to_end", "view_invited")] == await tasks_of(story)

    await story.did(decider1, an_extension(ENDS))

    assert [] == await tasks_of(story)


async def test_a_trial_that_was_left_to_end_before_is_not_evaluated_again(story: Story) -> None:
    """That it ends is told all the same."""
    await reviewed(story)
    await story.did(decider1, a_grant(STARTS, TRIAL_ENDS, form=Form.TRIAL, view_waived="not_on_his_facts"))
    await story.time_passes_until(date(2030, 4, 15))
    await story.did(caseworker1, an_evaluation("let_end"))
    await story.did(decider1, TrialLeftToEnd(reasoning="It did not work."))
    await story.time_passes_until(TOLD)

    assert "end_announced" == (await story.kinds())[-1]

    await story.day_passes(TRIAL_ENDS)

    assert Status.EXPIRED == await story.ends_as()


async def test_a_trial_that_nobody_evaluates_runs_out_all_the_same(story: Story) -> None:
    """Nobody's delay makes a permission longer than it was granted."""
    await on_trial(story)
    await story.day_passes(TRIAL_ENDS)

    assert Status.EXPIRED == await story.ends_as()


async def test_the_end_is_told_again_before_each_new_last_day(story: Story) -> None:
    """So that nobody learns of it by the letter that it is over."""
    await granted(story, until=date(2030, 9, 30))
    await story.time_passes_until(date(2030, 8, 4))

    assert "end_announced" not in await story.kinds()

    await story.time_passes_until(date(2030, 8, 5))

    assert "end_announced" == (await story.kinds())[-1]
    assert [] == await tasks_of(story)

    await story.did(coop_a, a_renewal_asked(date(2030, 12, 31)))
    await story.did(caseworker2, an_advice_to_renew())
    await story.did(decider1, a_renewal(date(2030, 12, 31)))
    await story.time_passes_until(date(2030, 9, 25))
    await story.did(caseworker1, ParticipationContinued(reasoning=WHY))
    await story.time_passes_until(date(2030, 11, 5))

    assert 2 == (await story.kinds()).count("end_announced")

    await story.day_passes(date(2030, 12, 31))

    assert Status.EXPIRED == await story.ends_as()
