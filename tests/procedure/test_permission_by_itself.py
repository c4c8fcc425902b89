"""What becomes of a permission without a decision: a suspension that ends on its day, a request that is taken back."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import PermissionReinstated, RenewalWithdrawn, ViewInvited
from domain.case import Status
from tests.examples import WHY, an_ending, caseworker1, caseworker2, coop_a, decider1
from tests.permitting import (
    a_proposed_revocation,
    a_renewal,
    a_renewal_asked,
    a_revocation,
    a_suspended_permission,
    an_advice_to_renew,
)
from tests.procedure.paths import granted
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

APRIL_30, MAY_1, MAY_20, LONGER, SHORT = (
    date(2030, 4, 30),
    date(2030, 5, 1),
    date(2030, 5, 20),
    date(2031, 12, 31),
    date(2030, 9, 30),
)


async def test_a_suspension_ends_on_its_last_day_and_that_is_told(story: Story) -> None:
    """Once; also when it was lifted and began anew."""
    await granted(story)
    await story.time_passes_until(APRIL_30)
    await story.did(decider1, a_suspended_permission(MAY_1, MAY_20))
    await story.time_passes_until(date(2030, 5, 6))
    await story.did(decider1, PermissionReinstated(holds_from=date(2030, 5, 7), reasoning=WHY))
    await story.time_passes_until(date(2030, 5, 8))
    await story.did(decider1, a_suspended_permission(date(2030, 5, 9), MAY_20))
    await story.time_passes_until(MAY_20)

    assert "permission_resumed" not in await story.kinds()

    await story.day_passes(MAY_20)

    assert "permission_resumed" == (await story.kinds())[-1]
    assert Status.PARTICIPATION == await story.status()

    await story.time_passes_until(date(2030, 6, 3))

    assert 1 == (await story.kinds()).count("permission_resumed")


async def test_a_suspension_is_made_longer_before_it_is_over(story: Story) -> None:
    """Nobody is told in between that the permission holds again, and it is lifted as one."""
    await granted(story)
    await story.time_passes_until(APRIL_30)
    await story.did(decider1, a_suspended_permission(MAY_1, MAY_20))
    await story.time_passes_until(MAY_20)

    assert "NotNow" == await story.refused(
        decider1, a_suspended_permission(date(2030, 5, 22), date(2030, 6, 20))
    )

    await story.did(decider1, a_suspended_permission(date(2030, 5, 21), date(2030, 6, 20)))
    await story.time_passes_until(date(2030, 6, 10))
    permission = (await story.case()).permission

    assert permission is not None
    assert (MAY_1, date(2030, 6, 20)) == (permission.suspended_from, permission.suspended_until)
    assert "permission_resumed" not in await story.kinds()

    await story.day_passes(date(2030, 6, 20))

    assert "permission_resumed" == (await story.kinds())[-1]
    assert 1 == (await story.kinds()).count("permission_resumed")


async def test_a_suspension_begins_only_after_its_letter_went_out(story: Story) -> None:
    """It is not told before that, so it does not count either. Awb 3:40, 3:41."""
    await granted(story)
    await story.time_passes_until(APRIL_30)

    assert "NotAcceptable" == await story.refused(decider1, a_suspended_permission(APRIL_30, MAY_20))

    await story.did(decider1, a_suspended_permission(MAY_1, MAY_20))
    await story.time_passes_until(date(2030, 5, 6))
    await story.went_out()
    permission = (await story.case()).permission

    assert permission is not None
    assert (date(2030, 5, 7), MAY_20) == (permission.suspended_from, permission.suspended_until)

    await story.day_passes(MAY_20)
    await story.hears("permission_resumed")


async def test_nobody_is_told_that_what_is_over_holds_again(story: Story) -> None:
    """A suspension until the last day ends with the permission; a late renewal says itself that he may go on."""
    await granted(story, until=SHORT)
    await story.time_passes_until(date(2030, 9, 2))
    await story.did(decider1, a_suspended_permission(date(2030, 9, 3), SHORT))
    await story.did(coop_a, a_renewal_asked(date(2030, 12, 31)))
    await story.did(caseworker2, an_advice_to_renew())
    await story.day_passes(SHORT)

    assert "permission_resumed" not in await story.kinds()

    await story.did(decider1, a_renewal(date(2030, 12, 31)))

    assert Status.PARTICIPATION == await story.status()

    await story.time_passes_until(date(2030, 12, 2))
    await story.did(decider1, a_suspended_permission(date(2030, 12, 3), date(2030, 12, 31)))
    await story.day_passes(date(2030, 12, 31))

    assert Status.EXPIRED == await story.ends_as()
    assert "permission_resumed" not in await story.kinds()


async def test_a_request_to_renew_is_taken_back_until_it_is_decided_on(story: Story) -> None:
    """Also while a view on it is awaited; then there is nothing to decide, and it may be asked again."""
    await granted(story, until=SHORT)
    await story.time_passes_until(date(2030, 9, 2))

    assert "NotNow" == await story.refused(coop_a, RenewalWithdrawn())

    await story.did(coop_a, a_renewal_asked(LONGER))
    await story.did(caseworker2, an_advice_to_renew("refuse"))
    await story.did(decider1, ViewInvited(intention="We mean to refuse."))
    await story.did(coop_a, RenewalWithdrawn(reason="She found a job."))

    assert () == (await story.case()).tasks
    assert "NotNow" == await story.refused(decider1, a_renewal(LONGER))

    await story.did(coop_a, a_renewal_asked(LONGER))

    assert ["renewal_advised"] == [task.accepts[0] for task in (await story.case()).tasks]

    await story.day_passes(SHORT)

    assert Status.EXPIRED == await story.status()

    await story.did(coop_a, RenewalWithdrawn())

    assert Status.EXPIRED == await story.ends_as()


async def test_a_request_to_renew_that_is_open_when_the_permission_ends_is_told_to_have_lapsed(
    story: Story,
) -> None:
    """Whoever asked gets an answer, though there is nothing left to renew. Awb 4:13."""
    await granted(story, until=SHORT)
    await story.did(coop_a, a_renewal_asked(LONGER))
    await story.did(caseworker1, a_proposed_revocation())
    await story.did(decider1, a_revocation(MAY_1, view_waived="urgent"))

    assert ["permission_revoked", "renewal_lapsed"] == (await story.kinds())[-2:]
    assert () == (await story.case()).tasks

    await story.went_out()
    await story.day_passes(date(2030, 4, 23))

    assert Status.REVOKED == await story.ends_as()
    assert 1 == (await story.kinds()).count("renewal_lapsed")


async def test_a_request_to_renew_lapses_when_the_resident_stops(story: Story) -> None:
    """Also while a view on it is awaited, and though he takes part until his last day."""
    await granted(story, until=SHORT)
    await story.did(coop_a, a_renewal_asked(LONGER))
    await story.did(caseworker2, an_advice_to_renew("refuse"))
    await story.did(decider1, ViewInvited(intention="We mean to refuse."))
    await story.did(coop_a, an_ending(MAY_1))
    await story.day_passes(MAY_1)

    assert Status.ENDED == await story.ends_as()
    assert ["participation_ended", "renewal_lapsed", "participation_stopped"] == (await story.kinds())[-3:]
