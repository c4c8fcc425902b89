"""A permission is suspended after a proposal and a view, and at once only where it cannot wait. Awb 3:2, 4:8, 4:11."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import (
    Outcome,
    PermissionReinstated,
    ResidentUnheard,
    StandstillDropped,
    ViewInvited,
    ViewReceived,
)
from domain.case import Status
from tests.examples import WHY, a_grant, caseworker1, coop_a, decider1, decider2
from tests.permitting import a_proposed_revocation, a_proposed_standstill, a_suspended_permission
from tests.procedure.objected import an_objection_to, contested_by_another, decided
from tests.procedure.paths import STARTS, granted
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

MAY_1, JUNE_1, JUNE_30 = date(2030, 5, 1), date(2030, 6, 1), date(2030, 6, 30)
INVITED = ViewInvited(intention="We mean to suspend: he works at night.")
VIEW = ViewReceived(view="I do not work at night.")
HEARD = a_suspended_permission(JUNE_1, JUNE_30, view_waived=None)
ASKED = ("permission_suspended", "standstill_dropped", "view_invited")


async def tasks_of(story: Story) -> list[tuple[str, ...]]:
    """What the case waits for."""
    return [task.accepts for task in (await story.case()).tasks]


async def proposed(story: Story) -> None:
    """A caseworker proposes in May to suspend a permission that holds."""
    await granted(story)
    await story.time_passes_until(MAY_1)
    await story.did(caseworker1, a_proposed_standstill())


async def test_a_permission_is_suspended_after_a_view_by_somebody_else(story: Story) -> None:
    """One proposes it, another hears whom it concerns and decides, in one matter."""
    await granted(story)
    await story.time_passes_until(MAY_1)

    assert "NotAcceptable" == await story.refused(decider1, HEARD)

    await story.did(caseworker1, a_proposed_standstill())

    assert [ASKED] == await tasks_of(story)
    assert "NotNow" == await story.refused(caseworker1, a_proposed_standstill())
    assert "NotAcceptable" == await story.refused(decider1, HEARD)

    await story.did(decider1, INVITED)

    assert [("view_received",)] == await tasks_of(story)

    await story.did(coop_a, VIEW)
    await story.did(decider1, HEARD, (await story.case()).tasks[0].id)
    case = await story.case()

    assert Status.PARTICIPATION == case.status
    assert [] == await tasks_of(story)
    assert case.permission is not None
    assert (JUNE_1, JUNE_30) == (case.permission.suspended_from, case.permission.suspended_until)

    await story.day_passes(JUNE_30)
    await story.hears("permission_resumed")


async def test_the_last_day_of_a_suspension_is_no_deadline_any_more_once_it_is_over(story: Story) -> None:
    """Whether that day came or it was lifted before."""
    await granted(story)
    await story.time_passes_until(MAY_1)
    await story.did(decider1, a_suspended_permission(date(2030, 5, 2), date(2030, 5, 20)))

    assert date(2030, 5, 20) == terms.of(await story.case())["standstill"].due_on

    await story.day_passes(date(2030, 5, 20))
    await story.hears("permission_resumed")

    assert "standstill" not in terms.of(await story.case())

    await story.did(decider1, a_suspended_permission(JUNE_1, JUNE_30))

    assert JUNE_30 == terms.of(await story.case())["standstill"].due_on

    await story.time_passes_until(date(2030, 6, 3))
    await story.did(decider1, PermissionReinstated(holds_from=date(2030, 6, 3), reasoning=WHY))

    assert "standstill" not in terms.of(await story.case())


@pytest.mark.parametrize("annulled_on", [date(2030, 6, 17), date(2030, 7, 15)], ids=["before", "after"])
async def test_a_suspension_that_was_lifted_counts_again_once_that_is_annulled(
    story: Story, annulled_on: date
) -> None:
    """That it ended is told on its day, and at once where that has passed by then."""
    await granted(story)
    await story.time_passes_until(MAY_1)
    await story.did(decider1, a_suspended_permission(JUNE_1, JUNE_30))
    lifted_on = date(2030, 6, 10)
    await story.time_passes_until(lifted_on)
    await story.did(decider1, PermissionReinstated(holds_from=lifted_on, reasoning=WHY))
    objection = await an_objection_to(story, "lifted", lifted_on, objector="cooperative")
    await story.time_passes_until(annulled_on)
    await decided(objection, Outcome.UPHELD, resident_too=ResidentUnheard.DECLINED)
    await story.hears("objection_closed")
    permission = (await story.case()).permission

    assert permission is not None
    assert JUNE_30 == permission.suspended_until

    await story.day_passes(JUNE_30)
    await story.hears("permission_resumed")

    assert "permission_resumed" == (await story.kinds())[-1]
    assert "standstill" not in terms.of(await story.case())


async def test_a_suspension_that_was_proposed_is_dropped(story: Story) -> None:
    """With a letter, and it may be proposed again."""
    await proposed(story)
    await story.did(decider1, StandstillDropped(reasoning=WHY))

    assert [] == await tasks_of(story)
    assert "NotNow" == await story.refused(decider1, StandstillDropped(reasoning=WHY))

    await story.did(caseworker1, a_proposed_standstill())

    assert [ASKED] == await tasks_of(story)


async def test_what_cannot_wait_is_suspended_at_once_while_a_view_is_awaited(story: Story) -> None:
    """On the ground that says why; what was proposed is still decided on. Awb 4:11."""
    await proposed(story)
    await story.did(decider1, INVITED)
    await story.did(decider1, a_suspended_permission(date(2030, 5, 2), date(2030, 5, 20)))

    assert [("view_received",)] == await tasks_of(story)

    await story.did(coop_a, VIEW)

    assert [ASKED] == await tasks_of(story)


async def test_a_proposal_to_suspend_waits_for_a_new_decision_on_the_permission(story: Story) -> None:
    """As one to revoke does, beside which it may stand."""
    await granted(story)
    await contested_by_another(story)
    await story.did(caseworker1, a_proposed_standstill())
    await story.did(caseworker1, a_proposed_revocation())

    assert 1 == len(await tasks_of(story))

    await story.did(decider2, a_grant(STARTS, date(2030, 9, 30), view_waived="not_on_his_facts"))

    assert ["permission_suspended", "permission_revoked"] == [kinds[0] for kinds in await tasks_of(story)]
    assert "NotNow" == await story.refused(decider1, INVITED)
