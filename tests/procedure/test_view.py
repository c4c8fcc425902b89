"""Before an adverse decision the applicant may give his view. Awb 4:7 to 4:12."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import ApplicationWithdrawn, ReviewReturned, ViewInvited, ViewReceived, ViewWaiver
from domain.case import Status
from tests.examples import (
    WHY,
    a_grant,
    a_refusal,
    a_review,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
)
from tests.procedure.paths import ENDS, STARTS, reviewed
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

INVITED = ViewInvited(intention="We mean to refuse: the benefit has ended.")
VIEW = ViewReceived(view="The benefit has not ended.")
AFTER_ALL = a_refusal(view_waived=None)


async def test_a_refusal_waits_for_the_applicants_view(story: Story) -> None:
    """Invited, received, and then decided."""
    await reviewed(story)

    assert "NotAcceptable" == await story.refused(decider1, AFTER_ALL)

    await story.did(decider1, INVITED)

    assert Status.VIEW_AWAITED == await story.status()
    assert date(2030, 3, 18) == (await story.case()).tasks[0].due_on
    assert "NotNow" == await story.refused(decider1, AFTER_ALL)

    await story.did(coop_a, VIEW)

    assert Status.DECISION == await story.status()

    await story.did(decider1, AFTER_ALL)

    assert Status.REFUSED == await story.status()


async def test_a_view_changes_the_deciders_mind(story: Story) -> None:
    """That is what it is for."""
    await reviewed(story)
    await story.did(decider1, INVITED)
    await story.did(caseworker2, VIEW)
    await story.did(decider1, a_grant(STARTS, ENDS))

    assert Status.PARTICIPATION == await story.status()


async def test_who_gives_no_view_had_his_chance(story: Story) -> None:
    """Once its period is over the decision may be taken; a view that comes late is kept."""
    await reviewed(story)
    await story.did(decider1, INVITED.model_copy(update={"until": date(2030, 3, 14)}))
    await story.time_passes_until(date(2030, 3, 14))

    assert Status.VIEW_AWAITED == await story.status()

    await story.day_passes(date(2030, 3, 14))

    assert "view_lapsed" == (await story.kinds())[-1]
    assert Status.DECISION == await story.status()

    await story.did(coop_a, VIEW)

    assert Status.DECISION == await story.status()

    await story.did(decider1, AFTER_ALL)

    assert Status.REFUSED == await story.status()


async def test_a_view_is_waived_on_a_named_ground(story: Story) -> None:
    """Which stands in the decision."""
    await reviewed(story)
    await story.did(decider1, a_refusal(view_waived=ViewWaiver.URGENT))
    decided = (await story.case()).entries[-1].act

    assert ViewWaiver.URGENT == getattr(decided, "view_waived", None)


async def test_fewer_hours_than_asked_is_an_adverse_decision_too(story: Story) -> None:
    """A partial grant. Awb 4:7(1)."""
    await reviewed(story)
    fewer = a_grant(STARTS, ENDS, 8)

    assert "NotAcceptable" == await story.refused(decider1, fewer)

    await story.did(decider1, INVITED)
    await story.did(coop_a, VIEW)
    await story.did(decider1, fewer)

    assert Status.PARTICIPATION == await story.status()


async def test_who_reviewed_does_not_invite_the_view(story: Story) -> None:
    """It is the decider's intention."""
    await reviewed(story)

    assert "NotPermitted" == await story.refused(caseworker1, INVITED)


async def test_an_application_is_withdrawn_instead_of_a_view(story: Story) -> None:
    """Then nothing is decided."""
    await reviewed(story)
    await story.did(decider1, INVITED)
    await story.did(coop_a, ApplicationWithdrawn())

    assert Status.WITHDRAWN == await story.status()


async def test_after_a_view_the_case_is_reviewed_again(story: Story) -> None:
    """And the view counts for that review no more."""
    await reviewed(story)
    await story.did(decider1, INVITED)
    await story.did(coop_a, VIEW)
    await story.did(decider1, ReviewReturned(reason=WHY))
    await story.did(caseworker2, a_review("refuse"))

    assert "NotAcceptable" == await story.refused(decider1, AFTER_ALL)
