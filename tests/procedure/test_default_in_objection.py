"""What follows when nobody decides on an objection in time. Awb 4:17, 4:18, 7:10, 7:14."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import (
    Addressee,
    Channel,
    HearingDeclined,
    LetterSent,
    NoHearing,
    NoPenalty,
    NoticeEffect,
    ObjectionWithdrawn,
    Outcome,
    PenaltyPaid,
    Sent,
)
from domain.case import Status
from domain.fact import Text
from domain.matters import default
from tests.examples import (
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    decider2,
    objections1,
)
from tests.letters.letters import letter_of
from tests.objecting import a_decision, a_judgement, a_waiver, objections2
from tests.procedure.late import (
    NOTICE,
    determined,
    duties,
    noticed,
)
from tests.procedure.objected import DECIDE_BY, an_objection_to, appeal_term_passes, lodged
from tests.procedure.paths import granted
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_letter_asks_for_no_notice_of_default_that_is_there(
    objection: Story, contested: Story
) -> None:
    """It counts since 28 May, and money runs since 12 June. Awb 4:17(3)."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await noticed(objection, date(2030, 5, 28))
    await objection.time_passes_until(date(2030, 6, 14))
    await objection.did(objections1, a_waiver(NoHearing.MANIFESTLY_UNFOUNDED))
    said = letter_of(await objection.case()).said

    assert ("yes", Text(nl="12 juni 2030", en="12 June 2030")) == (said["is_late"], said["owed_from"])


async def test_a_late_decision_on_an_objection_costs_money_too(objection: Story, contested: Story) -> None:
    """Due on 27 May; notice on 28 May, decided on 20 June: 12 to 19 June, 8 days. Paid after the term to appeal."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await objection.did(coop_a, HearingDeclined())
    await noticed(objection, DECIDE_BY)
    notice = await noticed(objection, date(2030, 5, 28))

    assert [NoticeEffect.PREMATURE, NoticeEffect.COUNTS] == [
        each.effect for each in default.shown(await objection.case(), DECIDE_BY)
    ]

    await objection.time_passes_until(date(2030, 6, 20))
    await objection.did(decider2, a_decision(Outcome.UNFOUNDED, no_hearing="declined"))
    await objection.went_out()

    assert [("penalty_determined", date(2030, 7, 3))] == await duties(objection)

    await objection.time_passes_until(date(2030, 8, 15))

    assert "appeal_term_lapsed" in await objection.kinds()
    assert not (await objection.case()).is_closed

    await objection.did(decider2, determined(notice, 18400))
    await objection.did(caseworker1, PenaltyPaid(about=notice, paid_on=date(2030, 8, 15)))

    assert Status.SETTLED == await objection.ends_as()


async def test_an_objection_withdrawn_in_time_costs_nothing(objection: Story, contested: Story) -> None:
    """Within two weeks after the notice: the case closes at once."""
    await lodged(objection, contested)
    await noticed(objection, date(2030, 5, 28))
    await objection.did(coop_a, ObjectionWithdrawn())

    assert Status.WITHDRAWN == await objection.ends_as()
    assert "penalty_avoided" == (await objection.kinds())[-1]


async def upheld_by_others(to_the_amount: Story) -> None:
    """Who dealt with the objection, or decided on it or on the amount, has no part in this one. Awb 7:5, 10:3(3)."""
    assert "NotTheSame" == await to_the_amount.refused(objections1, a_judgement())

    await to_the_amount.did(objections2, a_judgement())
    await to_the_amount.did(coop_a, HearingDeclined())
    decision = a_decision(Outcome.UPHELD, no_hearing="declined")

    assert "NotTheSame" == await to_the_amount.refused(decider2, decision)

    await to_the_amount.did(decider1, decision)


async def test_an_amount_for_a_late_decision_on_an_objection_is_objected_to(
    objection: Story, contested: Story
) -> None:
    """That on the objection itself goes to the court; the amount is determined again by another. Awb 7:11(2), 7:14."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await objection.did(coop_a, HearingDeclined())
    notice = await noticed(objection, date(2030, 5, 28))
    await objection.time_passes_until(date(2030, 6, 20))
    await objection.did(decider2, a_decision(Outcome.UNFOUNDED, no_hearing="declined"))
    await objection.went_out()
    nothing = determined(notice, 0, NoPenalty.UNREASONABLY_LATE)
    version = (await objection.did(decider2, nothing)).version
    to_the_amount = await an_objection_to(objection, "to-the-amount", date(2030, 6, 21), version=version)
    await objection.hears("objection_lodged")
    await objection.time_passes_until(date(2030, 8, 15))

    assert "appeal_term_lapsed" in await objection.kinds()
    assert not (await objection.case()).is_closed

    await upheld_by_others(to_the_amount)
    await objection.hears("objection_closed")

    assert [("penalty_determined", date(2030, 9, 12))] == await duties(objection)
    assert "NotTheSame" == await objection.refused(decider2, determined(notice, 18400))

    await objection.did(decider1, determined(notice, 18400))
    await objection.did(caseworker1, PenaltyPaid(about=notice, paid_on=date(2030, 8, 15)))

    assert Status.SETTLED == await objection.ends_as()

    await appeal_term_passes(to_the_amount)
    await to_the_amount.is_told_truly()


async def test_a_closed_objection_comes_back_for_an_objection_to_the_amount(
    objection: Story, contested: Story, policy_on_record: None
) -> None:
    """It was withdrawn after eight paid days, of which nothing was said to be owed."""
    await lodged(objection, contested)
    notice = await noticed(objection, date(2030, 5, 28))
    await objection.time_passes_until(date(2030, 6, 20))
    await objection.did(coop_a, ObjectionWithdrawn())
    nothing = determined(notice, 0, NoPenalty.UNREASONABLY_LATE)
    version = (await objection.did(decider2, nothing)).version

    assert Status.WITHDRAWN == await objection.ends_as()

    to_the_amount = await an_objection_to(objection, "once-more", date(2030, 6, 21), version=version)
    await objection.hears("objection_lodged")
    await objection.time_passes_until(date(2030, 6, 21))
    await to_the_amount.did(objections2, a_judgement())
    await to_the_amount.did(coop_a, HearingDeclined())
    await to_the_amount.did(decider1, a_decision(Outcome.UPHELD, no_hearing="declined"))
    await objection.hears("objection_closed")

    assert Status.WITHDRAWN == await objection.status()

    await objection.did(decider1, determined(notice, 18400))
    await objection.did(caseworker1, PenaltyPaid(about=notice, paid_on=date(2030, 6, 21)))

    assert Status.WITHDRAWN == await objection.ends_as()


async def test_another_objector_waits_until_his_own_letter_goes(story: Story) -> None:
    """A copy went on 11 June, his decision on the 14th: 12 and 13 June are owed. Awb 3:41, 4:17(1)."""
    copied, posted, came = date(2030, 6, 11), date(2030, 6, 14), date(2030, 4, 8)
    await granted(story)
    await story.went_out()
    await story.time_passes_until(came)
    objection = await an_objection_to(
        story, "by-another", came, caseworker2, objector="another", objector_name="Fietsenmaker BV"
    )
    await objection.did(objections1, a_judgement())
    await objection.did(caseworker2, HearingDeclined())
    await objection.time_passes_until(date(2030, 5, 28))
    notice = (await objection.did(caseworker2, NOTICE)).version
    await objection.time_passes_until(copied)
    decided = await objection.did(decider2, a_decision(Outcome.UNFOUNDED, no_hearing="declined"))
    await objection.time_passes_until(posted)
    sendings = (
        Sent(addressee=Addressee.COOPERATIVE, channel=Channel.CASE, sent_on=copied),
        Sent(addressee=Addressee.OBJECTOR, channel=Channel.POST, sent_on=posted),
        Sent(addressee=Addressee.RESIDENT, channel=Channel.POST, sent_on=posted),
    )
    await objection.is_told(LetterSent(version=decided.version, sendings=sendings))
    await objection.hears("letter_sent")

    assert [("penalty_determined", date(2030, 6, 27))] == await duties(objection)

    await objection.did(decider2, determined(notice, 2 * 2300))
