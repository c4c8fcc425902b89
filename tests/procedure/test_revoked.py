"""A revocation that does not stand: the permission holds again for what is left of it. Awb 7:11(2)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import (
    Outcome,
    ParticipationContinued,
    RenewalWithdrawn,
    RevocationDropped,
)
from domain.case import Status
from tests.examples import WHY, caseworker1, coop_a, decider1, decider2, decider3
from tests.permitting import a_proposed_revocation, a_renewal_asked, a_revocation, a_suspended_permission
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import ENDS, OBJECTION_TERM, STARTS, granted, heard
from tests.story import Story
from tests.superseding import a_reversal

pytestmark = pytest.mark.asyncio(loop_scope="session")

JUNE_30, LONGER = date(2030, 6, 30), date(2031, 12, 31)


async def revoked(story: Story) -> None:
    """Proposed by a caseworker, and revoked by `decider1` from the day on which it would begin."""
    await story.did(caseworker1, a_proposed_revocation())
    await story.did(decider1, a_revocation(STARTS, view_waived="urgent"))


async def test_an_upheld_objection_to_a_revocation_annuls_it_and_the_proposal_is_decided_on_again(
    story: Story,
) -> None:
    """By another; what else was open goes on too, and so do the reassessments."""
    await granted(story)
    await story.did(coop_a, a_renewal_asked(LONGER))
    await revoked(story)
    objection = await an_objection_to(story, "against-revoking")
    await story.hears("objection_lodged")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")
    case = await story.case()

    assert (Status.PARTICIPATION, ENDS) == (case.status, case.permission and case.permission.valid_until)
    assert ["permission_revoked", "renewal_advised"] == sorted(task.accepts[0] for task in case.tasks)
    assert "NotTheSame" == await story.refused(decider1, RevocationDropped(reasoning=WHY))

    await story.did(decider2, RevocationDropped(reasoning=WHY))
    await story.did(coop_a, RenewalWithdrawn())
    await heard(story)
    await story.did(caseworker1, ParticipationContinued(reasoning=WHY))

    assert Status.PARTICIPATION == await story.status()


async def test_what_is_revoked_once_more_is_for_the_court(story: Story) -> None:
    """It is a part of the decision on the objection. Awb 7:11(2), 8:1."""
    await granted(story)
    await revoked(story)
    objection = await an_objection_to(story, "against-revoking")
    await story.hears("objection_lodged")
    await decided(objection, Outcome.PARTLY_UPHELD)
    await story.hears("objection_closed")
    await story.did(decider3, a_revocation(JUNE_30, view_waived="heard_before"))

    assert Status.REVOKED == await story.status()

    await story.went_out()
    await story.day_passes(OBJECTION_TERM)

    assert Status.REVOKED == await story.ends_as()
    assert "for_the_court=True" in str((await story.case()).entries[-1].act)


async def test_a_revocation_that_was_a_mistake_is_taken_back_and_dropped(story: Story) -> None:
    """By another than who revoked; the participation goes on at once, as it was."""
    await granted(story)
    await revoked(story)
    version = (await story.case()).version
    mistake = a_reversal(version, date(2030, 3, 11))

    assert "NotTheSame" == await story.refused(decider1, mistake)

    await story.did(decider3, mistake)
    case = await story.case()

    assert (Status.PARTICIPATION, ENDS) == (case.status, case.permission and case.permission.valid_until)
    assert [("permission_revoked", date(2030, 3, 11))] == [(t.accepts[0], t.due_on) for t in case.tasks]

    await story.did(decider3, RevocationDropped(reasoning=WHY))
    await heard(story)
    await story.did(caseworker1, ParticipationContinued(reasoning=WHY))

    assert Status.PARTICIPATION == await story.status()


async def test_a_revocation_that_is_annulled_after_the_last_day_leaves_a_permission_that_expired(
    story: Story,
) -> None:
    """Nothing is left to revoke then, nor to report on, and nobody is told that he may take part again."""
    await granted(story)
    await story.time_passes_until(STARTS)
    await story.did(decider1, a_suspended_permission(date(2030, 4, 2), JUNE_30))
    await story.did(caseworker1, a_proposed_revocation())
    await story.did(decider1, a_revocation(date(2030, 5, 1), view_waived="urgent"))
    objection = await an_objection_to(story, "slow", on=STARTS)
    await story.hears("objection_lodged")
    for each in (story, objection):
        await each.time_passes_until(date(2031, 5, 1))
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert Status.EXPIRED == await story.ends_as()
    assert ["objection_closed", "permission_expired"] == (await story.kinds())[-2:]
