"""What was in hand when something else broke it off: it is told, taken up again, or over with the permission."""

from __future__ import annotations

from datetime import date

import pytest

from domain import objections, terms
from domain.acts import (
    CourtOutcome,
    EndingWithdrawn,
    Form,
    LateDecisionAppealed,
    LateDecisionRuled,
    NoticeOfDefaultReceived,
    ObjectionAdjourned,
    Outcome,
    ViewInvited,
    ViewWaiver,
)
from domain.case import Status
from tests.examples import (
    WHY,
    a_grant,
    a_refusal,
    an_ending,
    caseworker1,
    coop_a,
    decider1,
    decider2,
    decider3,
    objections1,
)
from tests.permitting import a_proposed_revocation, a_renewal_asked, a_revocation, an_adjustment_asked
from tests.procedure.late import noticed
from tests.procedure.objected import (
    an_objection_to,
    contested_by_another,
    dealt_with_after_all,
    decided,
    lodged,
)
from tests.procedure.paths import STARTS, granted, heard, reviewed
from tests.story import Story
from tests.superseding import a_reversal, a_sending

pytestmark = pytest.mark.asyncio(loop_scope="session")

JUNE_30, AUGUST_1 = date(2030, 6, 30), date(2030, 8, 1)
GOES_ON = EndingWithdrawn(reason=WHY, message="letter.pdf")


async def decided_again(story: Story, until: date) -> None:
    """A permission until that day, of which the grant was annulled on the objection of another."""
    await granted(story, until=until)
    await contested_by_another(story)


async def a_trial(story: Story) -> None:
    """On trial until the end of June."""
    await reviewed(story)
    trial = a_grant(STARTS, JUNE_30, form=Form.TRIAL, view_waived=ViewWaiver.NOT_ON_HIS_FACTS)
    await story.did(decider1, trial)
    await story.went_out()


async def revoked(story: Story) -> None:
    """At once, since it cannot wait."""
    await story.did(caseworker1, a_proposed_revocation())
    tomorrow = date.fromordinal((await story.today()).toordinal() + 1)
    await story.did(decider1, a_revocation(tomorrow, view_waived=ViewWaiver.URGENT))


async def asks(story: Story) -> list[str]:
    """The kinds of act that the open tasks ask for."""
    return [kind for task in (await story.case()).tasks for kind in task.accepts]


async def test_who_goes_on_while_his_permission_is_decided_on_again_has_it_until_its_last_day(
    story: Story,
) -> None:
    await decided_again(story, JUNE_30)
    await story.time_passes_until(date(2030, 5, 1))
    await story.did(coop_a, an_ending(date(2030, 5, 31)))
    await story.did(coop_a, GOES_ON)
    await story.day_passes(JUNE_30)

    assert "permission_expired" in await story.kinds()
    assert not (await story.case()).is_participating


async def test_a_new_permission_ends_on_its_own_day_when_who_stops_named_a_later_one(story: Story) -> None:
    await decided_again(story, date(2031, 12, 31))
    await story.did(coop_a, an_ending(date(2030, 9, 30)))
    await story.did(decider2, a_grant(STARTS, JUNE_30, view_waived=ViewWaiver.HEARD_BEFORE))
    await story.went_out()
    await story.day_passes(JUNE_30)

    assert not (await story.case()).is_participating


@pytest.mark.parametrize("request_named", [2, 99])
async def test_a_notice_of_default_that_names_what_is_no_request_is_refused(
    story: Story, request_named: int
) -> None:
    await reviewed(story)
    await story.time_passes_until(date(2030, 4, 30))

    assert "NotAcceptable" == await story.refused(coop_a, NoticeOfDefaultReceived(request=request_named))


async def test_a_request_to_adjust_is_decided_on_by_the_day_that_a_court_set(story: Story) -> None:
    await granted(story)
    await story.went_out()
    await story.did(coop_a, an_adjustment_asked(20))
    await noticed(story)
    await story.time_passes_until(date(2030, 5, 15))
    appealed = await story.did(
        objections1, LateDecisionAppealed(court="Rechtbank", lodged_on=date(2030, 5, 15))
    )
    ruled = LateDecisionRuled(
        about=appealed.version,
        outcome=CourtOutcome.UPHELD,
        decided_on=date(2030, 5, 15),
        decide_by=date(2030, 6, 3),
        summary=WHY,
    )
    await story.did(objections1, ruled)

    assert date(2030, 6, 3) == terms.of(await story.case())["adjustment"].due_on


async def test_a_request_to_adjust_is_open_again_once_the_revocation_was_annulled(story: Story) -> None:
    await granted(story)
    await story.did(coop_a, an_adjustment_asked(20))
    await revoked(story)
    objection = await an_objection_to(story, "against")
    await story.hears("objection_lodged")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert "conditions_adjusted" in await asks(story)


async def test_a_request_to_adjust_lapses_with_a_revocation_that_stands(story: Story) -> None:
    await granted(story)
    await story.did(coop_a, an_adjustment_asked(20))
    await revoked(story)
    await story.went_out()
    await story.time_passes_until(date(2030, 6, 1))

    assert Status.REVOKED == await story.ends_as()
    assert "adjustment_lapsed" in await story.kinds()


async def test_of_two_requests_each_is_told_that_it_lapsed_when_the_permission_is_refused_after_all(
    story: Story,
) -> None:
    await granted(story, until=JUNE_30)
    await story.did(decider2, a_reversal((await story.case()).version, date(2030, 4, 29)))
    await story.time_passes_until(date(2030, 4, 15))
    await story.did(coop_a, a_renewal_asked(date(2031, 3, 31)))
    await story.did(coop_a, an_adjustment_asked(20))
    await story.did(decider3, a_refusal())

    assert {"renewal_lapsed", "adjustment_lapsed"} <= set(await story.kinds())


async def test_an_adjournment_that_is_told_too_late_is_of_no_use_after_a_ruling_either(
    objection: Story, contested: Story
) -> None:
    await lodged(objection, contested)
    await dealt_with_after_all(objection)
    await objection.time_passes_until(date(2030, 5, 3))
    adjourned = await objection.did(objections1, ObjectionAdjourned(weeks=6, reasoning=WHY))
    await objection.time_passes_until(date(2030, 5, 8))
    await objection.is_told(a_sending(adjourned.version, date(2030, 5, 8)))
    await objection.hears("letter_sent")

    assert date(2030, 5, 6) == objections.objection_decision(await objection.case()).due_on


async def test_a_view_at_a_reassessment_is_not_awaited_after_the_last_day(story: Story) -> None:
    await granted(story, until=date(2030, 10, 5))
    await story.went_out()
    await heard(story)
    await story.time_passes_until(date(2030, 9, 27))
    await story.did(caseworker1, ViewInvited(intention=WHY))
    await story.day_passes(date(2030, 10, 5))

    assert "permission_expired" in await story.kinds()


async def test_a_view_at_a_reassessment_is_not_awaited_of_who_stops_before_it(story: Story) -> None:
    await granted(story)
    await heard(story)
    await story.did(caseworker1, ViewInvited(intention=WHY))
    await story.did(coop_a, an_ending(date(2030, 9, 20)))

    assert [] == await asks(story)


async def test_a_trial_is_evaluated_after_all_when_who_would_stop_goes_on(story: Story) -> None:
    await a_trial(story)
    await story.time_passes_until(date(2030, 5, 20))
    await story.did(coop_a, an_ending(date(2030, 6, 10)))
    await story.did(coop_a, GOES_ON)
    await story.time_passes_until(date(2030, 6, 25))

    assert "trial_evaluated" in await asks(story)


async def test_a_trial_is_evaluated_after_all_when_its_revocation_was_annulled(story: Story) -> None:
    await a_trial(story)
    await story.time_passes_until(date(2030, 5, 20))
    await revoked(story)
    await story.went_out()
    objection = await an_objection_to(story, "against", on=date(2030, 5, 20))
    await story.hears("objection_lodged")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert "progress_reported" in await asks(story)
