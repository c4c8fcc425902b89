"""What follows when nobody decides in time: notice of default, penalty payment. Awb 4:17, 4:18, 4:87."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import (
    ApplicationWithdrawn,
    NoPenalty,
    NoteAdded,
    NoticeEffect,
    NoticeOfDefaultReceived,
    Outcome,
    ParticipationContinued,
    PenaltyPaid,
    TaskClaimed,
)
from domain.case import Status
from domain.matters import default
from domain.people import Role
from tests.examples import (
    WHY,
    a_grant,
    a_person,
    a_refusal,
    a_report,
    caseworker1,
    caseworker2,
    coop_a,
    coop_b,
    decider1,
    decider2,
)
from tests.procedure.late import (
    DAY_AFTER,
    DUE,
    FIRST_PAID,
    LAST_PAID,
    NOTICE,
    both,
    determined,
    duties,
    noticed,
    owed,
)
from tests.procedure.objected import an_objection_to, appeal_term_passes, decided
from tests.procedure.paths import REACTED, complete, reviewed
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_late_decision_costs_money_for_forty_two_days(story: Story) -> None:
    """€ 23 a day for 14 days, € 35 for 14, € 45 for 14; then it is determined and paid. Awb 4:17, 4:18, 4:87."""
    await reviewed(story)
    notice = await noticed(story)
    amounts = {
        date(2030, 5, 14): 0,
        date(2030, 5, 15): 2300,
        date(2030, 5, 28): 32200,
        date(2030, 5, 29): 35700,
        date(2030, 6, 11): 81200,
        date(2030, 6, 12): 85700,
        date(2030, 6, 25): 144200,
        date(2030, 9, 1): 144200,
    }

    assert amounts == {day: await owed(story, day) for day in amounts}

    await story.time_passes_until(LAST_PAID)

    assert [] == await duties(story)
    assert "NotNow" == await story.refused(decider1, determined(notice, 144200))

    await story.day_passes(LAST_PAID)

    assert [("penalty_determined", date(2030, 7, 9))] == await duties(story)
    assert "NotPermitted" == await story.refused(caseworker1, determined(notice, 144200))
    assert "NotPermitted" == await story.refused(
        a_person("decider9", Role.DECIDER), determined(notice, 144200)
    )
    assert "NotAcceptable" == await story.refused(decider1, determined(notice, 144199))
    assert "NotNow" == await story.refused(decider1, determined(notice + 1, 144200))
    assert "NotNow" == await story.refused(caseworker1, PenaltyPaid(about=notice, paid_on=LAST_PAID))

    await story.did(decider1, determined(notice, 144200))

    assert [("penalty_paid", date(2030, 8, 7))] == await duties(story)
    assert "NotNow" == await story.refused(decider2, determined(notice, 144200))

    await story.time_passes_until(date(2030, 7, 1))

    assert "NotTheSame" == await story.refused(both, PenaltyPaid(about=notice, paid_on=date(2030, 7, 1)))
    assert "NotAcceptable" == await story.refused(
        caseworker1, PenaltyPaid(about=notice, paid_on=date(2030, 7, 2))
    )
    assert "NotAcceptable" == await story.refused(caseworker1, PenaltyPaid(about=notice, paid_on=LAST_PAID))

    await story.did(caseworker1, PenaltyPaid(about=notice, paid_on=date(2030, 6, 28)))

    assert [] == await duties(story)
    assert Status.DECISION == await story.status()

    await story.did(coop_a, NOTICE)

    assert NoticeEffect.REPEATED == default.shown(await story.case(), LAST_PAID)[-1].effect


async def test_a_notice_of_default_that_comes_too_early_has_no_effect(story: Story) -> None:
    """On the last day to decide it is too early; a day later another one counts. Awb 4:17(3)."""
    await reviewed(story)
    await noticed(story, DUE)
    (early,) = default.shown(await story.case(), DUE)

    assert (NoticeEffect.PREMATURE, DUE, None) == (early.effect, early.decision_due_on, early.first_day_on)
    assert not (await story.case()).open_defaults

    await story.time_passes_until(date(2030, 5, 2))

    assert "NotAcceptable" == await story.refused(coop_a, NoticeOfDefaultReceived(received_on=DAY_AFTER))
    assert "NotYours" == await story.refused(coop_b, NOTICE)
    assert "NotPermitted" == await story.refused(decider1, NOTICE)

    await story.did(caseworker1, NoticeOfDefaultReceived(received_on=DAY_AFTER))
    _, counts = default.shown(await story.case(), DUE)

    assert (NoticeEffect.COUNTS, FIRST_PAID) == (counts.effect, counts.first_day_on)


async def test_a_decision_within_two_weeks_after_the_notice_costs_nothing(story: Story) -> None:
    """Nobody has anything to do then, and another notice comes too late. Awb 4:17(3)."""
    await reviewed(story)
    await noticed(story)
    await story.time_passes_until(date(2030, 5, 14))
    await story.did(decider1, a_refusal())
    await story.went_out()

    assert "penalty_avoided" == (await story.kinds())[-1]
    assert () == (await story.case()).tasks
    assert "NotNow" == await story.refused(coop_a, NOTICE)

    await story.day_passes(date(2030, 7, 3))

    assert Status.REFUSED == await story.ends_as()


async def test_the_amount_stops_with_the_decision(story: Story) -> None:
    """Granted on 20 May: 15 to 19 May are owed, 5 days; the fortnight to determine it ends on a Sunday. Awb 4:18."""
    await reviewed(story)
    notice = await noticed(story)
    await story.time_passes_until(date(2030, 5, 20))
    await story.did(decider1, a_grant(date(2030, 6, 1), date(2031, 5, 31), view_waived="not_on_his_facts"))
    await story.went_out()

    assert 11500 == await owed(story, date(2030, 12, 1))
    assert [("penalty_determined", date(2030, 6, 3))] == await duties(story)
    assert Status.PARTICIPATION == await story.status()

    await story.did(decider1, determined(notice, 0, NoPenalty.UNREASONABLY_LATE))

    assert [] == await duties(story)
    assert 0 == await owed(story, date(2030, 12, 1))


async def test_a_notice_that_was_left_lying_counts_from_its_own_day(story: Story) -> None:
    """Received on 30 April, registered after the decision of 20 May: the five days between are owed all the same."""
    await reviewed(story)
    await story.time_passes_until(date(2030, 5, 20))
    await story.did(decider1, a_grant(date(2030, 6, 1), date(2031, 5, 31), view_waived="not_on_his_facts"))
    await story.went_out()
    await story.time_passes_until(date(2030, 5, 27))

    assert "NotNow" == await story.refused(
        caseworker1, NoticeOfDefaultReceived(received_on=date(2030, 5, 20))
    )

    await story.did(caseworker1, NoticeOfDefaultReceived(received_on=DAY_AFTER))

    assert 11500 == await owed(story, date(2030, 5, 27))
    assert [("penalty_determined", date(2030, 6, 3))] == await duties(story)


async def test_a_case_stays_open_until_what_is_owed_is_paid(story: Story) -> None:
    """Withdrawn on 16 May, one day is owed; notes are taken in until it is paid, and then the case is over."""
    await complete(story)
    notice = await noticed(story)
    await story.time_passes_until(date(2030, 5, 16))
    await story.did(coop_a, ApplicationWithdrawn())

    assert Status.WITHDRAWN == await story.status()
    assert [("penalty_determined", date(2030, 5, 29))] == await duties(story)

    await story.did(caseworker1, NoteAdded(text="The account number is asked for."))
    await story.did(decider1, determined(notice, 2300))

    assert not (await story.case()).is_closed

    await story.did(caseworker1, PenaltyPaid(about=notice, paid_on=date(2030, 5, 16)))

    assert Status.WITHDRAWN == await story.ends_as()


async def test_what_is_owed_outlives_a_reassessment(story: Story) -> None:
    """The case starts afresh meanwhile: the task is still the same one, whoever holds it."""
    await reviewed(story)
    notice = await noticed(story)
    await story.time_passes_until(date(2030, 5, 20))
    await story.did(decider1, a_grant(date(2030, 6, 1), date(2031, 5, 31), view_waived="not_on_his_facts"))
    await story.went_out()
    (task,) = [task for task in (await story.case()).tasks if task.about]
    await story.did(decider1, TaskClaimed(), task.id)
    held = (await story.case()).task(task.id)
    await story.time_passes_until(date(2030, 11, 4))
    await story.did(coop_a, a_report(date(2030, 6, 1), date(2030, 10, 31)))
    await story.did(coop_a, REACTED)
    await story.did(caseworker1, ParticipationContinued(reasoning=WHY))

    assert 2 == len(await story.histories())
    assert (held,) == (await story.case()).tasks
    assert 1 == (await story.kinds()).count("notice_of_default_weighed")

    await story.did(decider1, determined(notice, 11500), task.id)
    await story.did(caseworker2, PenaltyPaid(about=notice, paid_on=date(2030, 11, 4)))

    assert () == (await story.case()).open_defaults


async def test_an_amount_that_is_overturned_is_determined_again(story: Story) -> None:
    """By somebody else, in the term of the objection, beside the decision on the application, which stands.

    Awb 4:19, 7:10, 7:11(2), 10:3(3).
    """
    await reviewed(story)
    notice = await noticed(story)
    await story.time_passes_until(date(2030, 5, 20))
    await story.did(decider1, a_refusal())
    await story.went_out()
    nothing = (await story.did(decider1, determined(notice, 0, NoPenalty.UNREASONABLY_LATE))).version
    objection = await an_objection_to(story, "to-the-amount", date(2030, 5, 21), version=nothing)
    await story.hears("objection_lodged")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert Status.REFUSED == await story.status()
    assert [("penalty_determined", date(2030, 8, 12))] == await duties(story)
    assert "NotTheSame" == await story.refused(decider1, determined(notice, 11500))

    await story.did(decider2, determined(notice, 11500))
    await story.did(caseworker1, PenaltyPaid(about=notice, paid_on=date(2030, 5, 20)))
    await story.day_passes(date(2030, 7, 9))

    assert Status.REFUSED == await story.ends_as()

    await appeal_term_passes(objection)
    await objection.is_told_truly()


async def test_an_amount_that_is_overturned_before_it_was_paid_is_not_paid(story: Story) -> None:
    """It is determined again by somebody else; the day by which it was to be paid is one no more. Awb 4:87, 7:11(2)."""
    await reviewed(story)
    notice = await noticed(story)
    await story.time_passes_until(date(2030, 5, 20))
    await story.did(decider1, a_refusal())
    await story.went_out()
    amount = (await story.did(decider1, determined(notice, 11500))).version
    objection = await an_objection_to(story, "to-the-amount", date(2030, 5, 21), version=amount)
    await story.hears("objection_lodged")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert ["penalty_determined"] == [kind for kind, _ in await duties(story)]
    assert "NotNow" == await story.refused(caseworker1, PenaltyPaid(about=notice, paid_on=date(2030, 5, 20)))
