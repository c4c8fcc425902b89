"""An objection to a permission, or to its end, while the participation goes on. Awb 7:11."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import (
    ObjectionWithdrawn,
    Outcome,
    ParticipationContinued,
    ResidentUnheard,
    RevocationDropped,
    ViewWaiver,
)
from domain.case import Status
from tests.examples import (
    WHY,
    a_grant,
    a_refusal,
    a_report,
    an_ending,
    caseworker1,
    coop_a,
    decider1,
    decider2,
    decider3,
)
from tests.permitting import (
    a_change_report,
    a_proposed_revocation,
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_suspended_permission,
    an_advice_to_renew,
    an_extension,
    an_incident,
)
from tests.procedure.objected import BY_ANOTHER, an_objection_to, contested_by_another, decided
from tests.procedure.paths import REACTED, REPORT_ASKED, STARTS, granted, heard, reviewed
from tests.procedure.situations import evaluated
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

MAY_1 = date(2030, 5, 1)
DECIDING = ("permission_granted", "permission_refused", "review_returned", "view_invited")


async def test_an_upheld_objection_to_a_grant_changes_the_permission(story: Story) -> None:
    """The participation goes on meanwhile: reports come in, and the new permission takes the old one's place."""
    await granted(story)
    await contested_by_another(story, Outcome.PARTLY_UPHELD)

    assert Status.DECISION == await story.status()

    await story.time_passes_until(date(2030, 5, 1))
    await story.did(coop_a, a_report(STARTS, date(2030, 4, 30)))
    await story.did(decider2, a_grant(STARTS, date(2030, 9, 30), 12, view_waived="not_on_his_facts"))
    await story.went_out()
    permission = (await story.case()).permission

    assert permission is not None
    assert (12, date(2030, 9, 30)) == (permission.hours_a_week, permission.valid_until)
    assert Status.PARTICIPATION == await story.status()

    await story.day_passes(date(2030, 9, 30))

    assert Status.EXPIRED == await story.ends_as()


async def test_a_report_that_is_awaited_is_asked_again_after_a_new_decision(story: Story) -> None:
    """The objection was upheld while the cooperative wrote it."""
    await granted(story)
    objection = await an_objection_to(story, "upheld", **BY_ANOTHER)
    await story.time_passes_until(REPORT_ASKED)

    assert Status.REPORT_AWAITED == await story.status()

    await decided(objection, Outcome.UPHELD, resident_too=ResidentUnheard.DECLINED)
    await story.hears("objection_upheld")

    assert DECIDING == (await story.case()).tasks[0].accepts

    await story.did(decider2, a_grant(date(2030, 5, 1), date(2030, 10, 31), view_waived="not_on_his_facts"))

    assert Status.PARTICIPATION == await story.status()


async def test_a_participation_is_ended_before_the_new_decision(story: Story) -> None:
    """The permission stays in force until it is taken, so it can be ended."""
    await granted(story)
    objection = await an_objection_to(story, "upheld")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_upheld")
    await story.did(coop_a, an_ending(date(2030, 5, 1)))
    await story.day_passes(date(2030, 5, 1))

    assert Status.ENDED == await story.ends_as()


async def test_what_cannot_wait_is_done_before_the_new_decision(story: Story) -> None:
    """The permission is suspended, and the proposal to revoke it decided on once the new decision is there."""
    await granted(story)
    await contested_by_another(story)
    await story.time_passes_until(MAY_1)
    await story.did(decider1, a_suspended_permission(date(2030, 5, 2), date(2030, 7, 31)))
    await story.did(caseworker1, a_proposed_revocation())

    assert [DECIDING] == [task.accepts for task in (await story.case()).tasks]

    await story.did(decider2, a_grant(STARTS, date(2030, 9, 30), view_waived="not_on_his_facts"))
    case = await story.case()

    assert ["permission_revoked"] == [task.accepts[0] for task in case.tasks]
    assert case.permission is not None
    assert date(2030, 7, 31) == case.permission.suspended_until

    await story.did(decider1, RevocationDropped(reasoning=WHY))
    await story.day_passes(date(2030, 7, 31))

    assert "permission_resumed" in await story.kinds()


async def test_nothing_is_suspended_while_a_refusal_is_decided_on_again(story: Story) -> None:
    """There is no permission then."""
    await reviewed(story)
    await story.did(decider1, a_refusal())
    objection = await an_objection_to(story, "refused")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_upheld")

    assert "NotNow" == await story.refused(
        decider3, a_suspended_permission(date(2030, 5, 2), date(2030, 7, 31))
    )
    assert "NotNow" == await story.refused(caseworker1, a_proposed_revocation())


async def test_nothing_is_reported_where_nobody_ever_took_part(story: Story) -> None:
    """Though the refusal is decided on again."""
    await reviewed(story)
    await story.did(decider1, a_refusal())
    objection = await an_objection_to(story, "refused")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_upheld")

    for told in (a_report(FIRST_DAY, FIRST_DAY), REACTED, a_change_report(FIRST_DAY), an_incident(FIRST_DAY)):
        assert "NotNow" == await story.refused(coop_a, told)


async def test_a_participation_ends_while_an_objection_runs(story: Story) -> None:
    """The case waits for what comes of it."""
    await granted(story)
    objection = await an_objection_to(story, "slow")
    await story.hears("objection_lodged")
    await story.did(coop_a, an_ending(FIRST_DAY))

    assert Status.ENDED == await story.status()
    assert not (await story.case()).is_closed

    await objection.did(coop_a, ObjectionWithdrawn())

    assert Status.ENDED == await story.ends_as()


async def test_an_objection_outlives_a_reassessment(story: Story) -> None:
    """The case began a new run meanwhile, and is told there."""
    await granted(story)
    objection = await an_objection_to(story, "slow", **BY_ANOTHER)
    await story.hears("objection_lodged")
    await heard(story)
    await story.did(caseworker1, ParticipationContinued(reasoning=WHY))

    assert 2 == len(await story.histories())

    await decided(objection, Outcome.UPHELD, resident_too=ResidentUnheard.DECLINED)
    await story.hears("objection_upheld")

    assert Status.DECISION == await story.status()

    await story.did(decider2, a_grant(date(2030, 9, 3), date(2031, 2, 28), view_waived="not_on_his_facts"))

    assert Status.PARTICIPATION == await story.status()


async def test_an_upheld_objection_to_a_suspension_lifts_it_and_the_case_goes_on(story: Story) -> None:
    """The decision on the objection annuls it; who suspended does not suspend again. Awb 7:11(2)."""
    await granted(story)
    await story.time_passes_until(STARTS)
    suspended = a_suspended_permission(date(2030, 4, 2), date(2030, 6, 30))
    await story.did(decider1, suspended)
    objection = await an_objection_to(story, "let-me-work")
    await story.hears("objection_lodged")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")
    permission = (await story.case()).permission

    assert Status.PARTICIPATION == await story.status()
    assert permission is not None
    assert permission.suspended_until is None
    again = suspended.model_copy(update={"suspended_from": date(2030, 6, 1)})

    assert "NotTheSame" == await story.refused(decider1, again)

    await story.did(decider3, again)


async def test_an_upheld_objection_to_a_refused_renewal_is_decided_on_again_by_another(story: Story) -> None:
    """Within the term of the objection; the participation goes on meanwhile. Awb 7:10, 7:11(2)."""
    await granted(story)
    await story.did(coop_a, a_renewal_asked(date(2031, 9, 30)))
    await story.did(caseworker1, an_advice_to_renew("refuse"))
    await story.did(decider1, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))
    objection = await an_objection_to(story, "longer")
    await story.hears("objection_lodged")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")
    task = (await story.case()).tasks[-1]

    assert "permission_renewed" == task.accepts[0]
    assert (await objection.case()).status is Status.OBJECTION_DECIDED
    assert date(2030, 5, 27) == task.due_on
    assert "NotTheSame" == await story.refused(decider1, a_renewal(date(2031, 9, 30)))

    await story.did(decider3, a_renewal(date(2031, 9, 30)))
    permission = (await story.case()).permission

    assert permission is not None
    assert date(2031, 9, 30) == permission.valid_until
    assert () == (await story.case()).tasks


async def test_what_becomes_of_a_trial_is_decided_again_once_making_it_full_was_annulled(
    story: Story,
) -> None:
    """By another, at once and not only when the case starts afresh. Awb 7:11(2), 10:3(3)."""
    await evaluated(story)
    await story.did(decider1, an_extension(date(2031, 3, 31)))
    objection = await an_objection_to(story, "too-short", on=date(2030, 5, 16))
    await story.hears("objection_lodged")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert ["permission_extended_to_full"] == [task.accepts[0] for task in (await story.case()).tasks]
    assert "NotTheSame" == await story.refused(decider1, an_extension(date(2031, 5, 15)))

    await story.did(decider3, an_extension(date(2031, 5, 15)))

    assert () == (await story.case()).tasks
