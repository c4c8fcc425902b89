"""A decision that is corrected, or that the municipality takes again of its own motion."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain import terms
from domain.acts import (
    ObjectionDecided,
    ObjectionWithdrawn,
    Outcome,
    PermissionRevoked,
    ViewInvited,
    ViewReceived,
    ViewWaiver,
)
from domain.case import Status
from tests.examples import (
    WHY,
    a_grant,
    a_refusal,
    a_report,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    decider2,
    decider3,
)
from tests.objecting import a_decision
from tests.permitting import (
    a_proposed_revocation,
    a_renewal,
    a_renewal_asked,
    a_revocation,
    an_advice_to_renew,
)
from tests.procedure.objected import (
    HALF_A_YEAR,
    HEARING,
    TERM_ENDS,
    an_objection_to,
    heard,
)
from tests.procedure.paths import ENDS, REPORT_ASKED, STARTS, granted, reviewed
from tests.story import Story
from tests.superseding import a_correction, a_reversal

pytestmark = pytest.mark.asyncio(loop_scope="session")

AGAIN_BY = date(2030, 4, 29)
CORRECTED = a_grant(STARTS, ENDS, 18)


async def refused_by_decider3(story: Story) -> None:
    """After a view on it, within a mandate of his own."""
    await story.did(decider3, a_refusal(view_waived=None))


async def test_a_slip_in_a_permission_is_put_right(story: Story) -> None:
    """It says what was meant; nobody changes what the decision is."""
    await granted(story)

    assert "NotAcceptable" == await story.refused(decider1, a_correction(4, a_refusal()))
    assert "NotAcceptable" == await story.refused(decider1, a_correction(3, CORRECTED))
    assert "NotPermitted" == await story.refused(caseworker2, a_correction(4, CORRECTED))

    await story.did(decider1, a_correction(4, CORRECTED))
    permission = (await story.case()).permission

    assert permission is not None
    assert 18 == permission.hours_a_week
    assert Status.PARTICIPATION == await story.status()


async def test_a_correction_while_a_report_is_awaited_changes_nothing_in_that(story: Story) -> None:
    await granted(story)
    await story.time_passes_until(REPORT_ASKED)
    await story.did(decider1, a_correction(4, CORRECTED))

    assert Status.REPORT_AWAITED == await story.status()

    await story.did(coop_a, a_report(STARTS, date(2030, 8, 31)))

    assert Status.REASSESSMENT == await story.status()


async def test_a_corrected_refusal_is_open_to_objection_anew(contested: Story) -> None:
    await contested.did(decider1, a_correction(4, a_refusal("unfair_competition")))

    assert Status.REFUSED == await contested.status()
    assert not (await contested.case()).is_closed


async def test_a_refusal_is_reversed_to_the_applicants_good(contested: Story) -> None:
    """Nobody needs his view for that; who refused has no part in it."""
    assert "NotTheSame" == await contested.refused(decider1, a_reversal(4, AGAIN_BY))

    await contested.did(decider2, a_reversal(4, AGAIN_BY))

    assert Status.DECISION == await contested.status()
    assert AGAIN_BY == (await contested.case()).tasks[0].due_on
    assert "NotNow" == await contested.refused(decider2, a_reversal(4, AGAIN_BY))
    assert "NotTheSame" == await contested.refused(decider1, HALF_A_YEAR)

    await contested.did(decider2, HALF_A_YEAR)

    assert Status.PARTICIPATION == await contested.status()
    assert (await contested.case()).permission is not None


async def test_a_permission_is_taken_back_only_after_a_view(story: Story) -> None:
    """The participation goes on until then. Awb 4:8."""
    await granted(story)
    await story.did(decider2, a_reversal(4, AGAIN_BY))

    assert "NotAcceptable" == await story.refused(decider2, a_grant(STARTS, date(2030, 9, 30)))

    await story.did(decider2, ViewInvited(intention=WHY))
    await story.did(coop_a, a_report(date(2030, 3, 4), date(2030, 3, 4)))
    await story.did(coop_a, ViewReceived(view=WHY))

    assert (await story.case()).permission is not None

    await refused_by_decider3(story)

    assert Status.REFUSED == await story.status()
    assert (await story.case()).permission is None


async def test_a_reversed_permission_gives_way_to_a_smaller_one(story: Story) -> None:
    await granted(story)
    await story.did(decider2, a_reversal(4, AGAIN_BY))
    await story.did(decider2, ViewInvited(intention=WHY))
    await story.did(coop_a, ViewReceived(view=WHY))
    await story.did(decider2, a_grant(STARTS, date(2030, 9, 30), 12))
    permission = (await story.case()).permission

    assert permission is not None
    assert 12 == permission.hours_a_week
    assert Status.PARTICIPATION == await story.status()


async def test_a_request_to_renew_waits_for_a_permission_that_is_taken_again(story: Story) -> None:
    """Nobody can decide on it meanwhile, and nothing of it is lost. Awb 4:13."""
    await granted(story)
    await story.did(coop_a, a_renewal_asked(date(2031, 9, 30)))
    await story.did(decider2, a_reversal(4, AGAIN_BY))

    assert ["permission_granted"] == [task.accepts[0] for task in (await story.case()).tasks]

    await story.did(decider2, HALF_A_YEAR)

    assert ["renewal_advised"] == [task.accepts[0] for task in (await story.case()).tasks]

    await story.did(caseworker1, an_advice_to_renew())
    await story.did(decider1, a_renewal(date(2031, 9, 30)))
    permission = (await story.case()).permission

    assert permission is not None
    assert date(2031, 9, 30) == permission.valid_until


async def test_a_refusal_is_reversed_while_an_objection_runs(contested: Story) -> None:
    """Then there is nothing left to object to, and the case goes on."""
    objection = await an_objection_to(contested, "slow")
    await contested.hears("objection_lodged")
    await contested.did(decider2, a_reversal(4, AGAIN_BY))
    await contested.did(decider2, HALF_A_YEAR)
    await objection.did(coop_a, ObjectionWithdrawn())
    await contested.hears("objection_closed")

    assert Status.PARTICIPATION == await contested.status()


async def test_a_correction_that_makes_it_longer_brings_a_reassessment(story: Story) -> None:
    """It was too short for one; the day is reckoned anew. Pw 44a."""
    await granted(story, date(2030, 8, 31))
    await story.did(decider1, a_correction(4, a_grant(STARTS, ENDS)))
    await story.time_passes_until(REPORT_ASKED)

    assert "report_requested" == (await story.kinds())[-1]


async def test_a_correction_takes_nothing_away(story: Story) -> None:
    """Whom it concerns is heard before that, so the decision is taken again instead. Awb 4:8."""
    await granted(story)
    for less in (a_grant(STARTS, date(2030, 12, 31)), a_grant(STARTS, ENDS, 8)):
        assert "NotAcceptable" == await story.refused(decider1, a_correction(4, less))


async def test_other_words_of_a_condition_name_the_ground_for_not_hearing_the_resident(story: Story) -> None:
    """They can be another burden than those that he knows. Awb 4:8, 4:11."""
    await reviewed(story)
    await story.did(decider1, a_grant(STARTS, ENDS, conditions=("Report each month.",)))
    other = a_grant(STARTS, ENDS, conditions=("Work only at night.",))

    assert "NotAcceptable" == await story.refused(decider1, a_correction(4, other))

    await story.did(decider1, a_correction(4, other, ViewWaiver.NOT_ON_HIS_FACTS))
    permission = (await story.case()).permission

    assert permission is not None
    assert ("Work only at night.",) == permission.conditions


async def test_a_revocation_is_corrected_while_the_case_waits_for_objections(story: Story) -> None:
    """It counts from a later day, goes out anew, and the term to object begins again. Awb 3:41, 6:8."""
    await granted(story)
    await story.did(caseworker1, a_proposed_revocation())
    await story.did(decider1, ViewInvited(intention=WHY))
    await story.did(coop_a, ViewReceived(view=WHY))
    await story.did(decider1, a_revocation(date(2030, 6, 1)))
    await story.went_out()
    revoked = (await story.case()).last(PermissionRevoked)
    assert revoked is not None
    version = revoked[0].version
    await story.time_passes_until(date(2030, 3, 18))

    assert "NotAcceptable" == await story.refused(
        decider1, a_correction(version, a_revocation(date(2030, 5, 1)))
    )

    await story.did(decider1, a_correction(version, a_revocation(date(2030, 7, 1))))
    permission = (await story.case()).permission

    assert permission is not None
    assert date(2030, 6, 30) == permission.valid_until

    await story.went_out()
    await story.day_passes(TERM_ENDS)
    await story.time_passes_until(date(2030, 4, 25))

    assert not (await story.case()).is_closed

    await story.time_passes_until(date(2030, 5, 10))

    assert Status.REVOKED == await story.ends_as()


async def test_a_slip_in_a_decision_on_an_objection_is_put_right(objection: Story, contested: Story) -> None:
    """What was decided stays, so the term to appeal runs on from the first letter. Awb 1:3(1), 6:8(1)."""
    await heard(objection, contested)
    decided = a_decision(Outcome.UNFOUNDED)
    await objection.did(decider2, decided)
    await objection.went_out()
    version = next((await objection.case()).every(ObjectionDecided))[0].version
    last_day = terms.of(await objection.case())["appeal"].due_on
    reworded = decided.model_copy(update={"reasoning": "The benefit was looked at again."})
    turned = a_decision(Outcome.UPHELD)

    assert "NotAcceptable" == await objection.refused(decider2, a_correction(version, turned))
    assert "NotTheSame" == await objection.refused(decider1, a_correction(version, reworded))

    await objection.day_passes(HEARING)
    await objection.did(decider2, a_correction(version, reworded))
    await objection.went_out()

    assert last_day == terms.of(await objection.case())["appeal"].due_on
    assert Status.OBJECTION_DECIDED == await objection.status()

    await objection.time_passes_until(last_day + timedelta(weeks=2))

    assert Status.SETTLED == await objection.ends_as()
