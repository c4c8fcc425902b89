"""Review by one, decision by another. Awb 3:2, 4:13."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import ApplicationWithdrawn, ReviewReturned
from domain.case import Status
from domain.people import Role
from tests.examples import (
    WHY,
    a_check,
    a_grant,
    a_person,
    a_refusal,
    a_review,
    caseworker1,
    caseworker2,
    coop_a,
    coop_b,
    decider1,
    decider2,
)
from tests.procedure.paths import ENDS, OBJECTION_TERM, STARTS, asked, granted, reviewed
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_complete_application_is_granted(story: Story) -> None:
    """Received, checked, reviewed by one and granted by another."""
    await story.applied(coop_a, asked())

    assert Status.COMPLETENESS_CHECK == await story.status()

    await story.did(caseworker1, a_check())

    assert Status.REVIEW == await story.status()

    await story.did(caseworker1, a_review())

    assert Status.DECISION == await story.status()

    await story.did(decider1, a_grant(STARTS, ENDS))

    assert Status.PARTICIPATION == await story.status()
    assert () == (await story.case()).tasks


async def test_an_application_is_refused_on_grounds(story: Story) -> None:
    """That ends the case, once the term to object is over."""
    await reviewed(story)
    await story.did(decider1, a_refusal("unfair_competition"))
    await story.went_out()
    await story.day_passes(OBJECTION_TERM)

    assert Status.REFUSED == await story.ends_as()


async def test_a_decider_sends_it_back_and_then_grants(story: Story) -> None:
    """It is reviewed again, by another caseworker."""
    await reviewed(story)
    await story.did(decider1, ReviewReturned(reason="The market was not looked at."))

    assert Status.REVIEW == await story.status()

    await story.did(caseworker2, a_review())
    await story.did(decider1, a_grant(STARTS, ENDS))

    assert Status.PARTICIPATION == await story.status()


async def test_whoever_reviewed_does_not_decide(story: Story) -> None:
    """Four eyes, whatever other roles he has, and also after another reviewed it again."""
    both = a_person("decider1", Role.CASEWORKER, Role.DECIDER)
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check())
    await story.did(both, a_review())

    assert "NotTheSame" == await story.refused(both, a_grant(STARTS, ENDS))
    assert "NotTheSame" == await story.refused(both, a_refusal())
    assert "NotTheSame" == await story.refused(both, ReviewReturned(reason=WHY))


async def test_a_decision_outside_the_mandate_is_refused(story: Story) -> None:
    """Longer or for more hours than this decider may grant, or a refusal, which he may not give at all."""
    await reviewed(story)

    assert "NotPermitted" == await story.refused(decider2, a_grant(STARTS, ENDS))
    assert "NotPermitted" == await story.refused(decider2, a_grant(STARTS, date(2030, 9, 30), 20))
    assert "NotPermitted" == await story.refused(decider2, a_refusal())

    await story.did(decider2, a_grant(STARTS, date(2030, 9, 30), view_waived="not_on_his_facts"))

    assert Status.PARTICIPATION == await story.status()


async def test_what_does_not_fit_the_policy_is_refused_by_field(story: Story) -> None:
    """And what comes too early, or from another cooperative."""
    await story.applied(coop_a, asked())

    assert "NotAcceptable" == await story.refused(caseworker1, a_check("diploma"))
    assert "NotNow" == await story.refused(caseworker1, a_review())
    assert "NotNow" == await story.refused(coop_a, asked())
    assert "NotYours" == await story.refused(coop_b, ApplicationWithdrawn())


async def test_after_the_decision_an_application_is_not_withdrawn(story: Story) -> None:
    """The participation is ended instead."""
    await granted(story)

    assert "NotNow" == await story.refused(coop_a, ApplicationWithdrawn())


async def test_a_decision_keeps_the_mandate_that_it_was_taken_within(story: Story) -> None:
    """The evidence, also when the register has changed since. Awb 10:3."""
    await reviewed(story)
    await story.did(decider2, a_grant(STARTS, date(2030, 9, 30), view_waived="not_on_his_facts"))
    entry = (await story.case()).entries[3]

    assert ["decider2"] == [mandate.holder for mandate in entry.mandates]
    assert (16, 6) == (entry.mandates[0].max_hours_a_week, entry.mandates[0].max_months)
