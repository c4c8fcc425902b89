"""A permission whose last day is over, and on which is decided again after that. Awb 3:40, 7:11(2), 8:72."""

from __future__ import annotations

from datetime import date

from domain.acts import DecisionReversed, Outcome, PermissionExpired
from domain.case import Status
from tests.examples import (
    a_check,
    a_grant,
    a_refusal,
    a_review,
    an_application_received,
    caseworker1,
    coop_a,
    decider1,
    decider3,
)
from tests.procedure.in_memory import InMemory, at_once
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import STARTS, adjustment_awaited, granted
from tests.story import Story
from tests.superseding import a_reversal

MAY_31, LAST, AGAIN_BY = date(2030, 5, 31), date(2030, 6, 30), date(2030, 8, 20)


async def overturned_by_another(story: Story) -> None:
    """A grant to which somebody else objected, who was upheld some weeks before its last day."""
    await story.starts()
    await granted(story, LAST)
    await story.went_out()
    objection = await an_objection_to(story, "of-another", date(2030, 4, 10), version=4)
    await story.time_passes_until(date(2030, 6, 10))
    await decided(objection, Outcome.UPHELD)


def test_a_permission_that_was_over_stays_what_it_was_when_it_is_refused_after_all() -> None:
    """Another objected; who had it could count on it until its last day."""
    stage = InMemory()
    at_once(refused_after_all(stage.story("refused-after-its-last-day")))
    stage.is_over()


async def refused_after_all(story: Story) -> None:
    await overturned_by_another(story)
    await story.day_passes(LAST)
    await story.did(decider3, a_refusal())
    case = await story.case()

    assert case.permission is not None
    assert (Status.REFUSED, STARTS, LAST) == (
        case.status,
        case.permission.valid_from,
        case.permission.valid_until,
    )
    assert not case.is_participating


def test_the_municipality_takes_no_permission_back_that_held_until_its_last_day() -> None:
    """Though its case is open for what was asked of it."""
    stage = InMemory()
    at_once(not_taken_back(stage.story("not-taken-back-when-over")))
    stage.is_over()


async def not_taken_back(story: Story) -> None:
    await story.starts()
    await adjustment_awaited(story)
    await story.went_out()

    assert Status.EXPIRED == await story.status()
    assert "NotNow" == await story.refused(decider3, a_reversal(4, AGAIN_BY))
    assert "NotNow" == await story.refused(decider1, a_refusal())
    assert (await story.case()).last(DecisionReversed) is None


def test_what_should_have_been_granted_is_granted_after_its_time() -> None:
    """A refusal that is overturned by then; the permission has ended at once, which is told."""
    stage = InMemory()
    at_once(granted_afterwards(stage.story("granted-afterwards")))
    stage.is_over()


async def granted_afterwards(story: Story) -> None:
    await story.starts()
    await story.applied(coop_a, an_application_received(starts_on=STARTS, ends_on=LAST))
    await story.did(caseworker1, a_check())
    await story.did(caseworker1, a_review())
    refused = await story.did(decider1, a_refusal())
    await story.went_out()
    objection = await an_objection_to(story, "upheld-late", date(2030, 3, 20), version=refused.version)
    await story.time_passes_until(date(2030, 7, 5))
    await decided(objection, Outcome.UPHELD)
    await story.did(decider3, a_grant(STARTS, LAST))
    await story.went_out()
    case = await story.case()

    assert case.permission is not None
    assert (Status.EXPIRED, STARTS, LAST) == (
        case.status,
        case.permission.valid_from,
        case.permission.valid_until,
    )
    assert case.is_closed
    assert 1 == len(list(case.every(PermissionExpired)))


def test_what_is_decided_again_takes_nothing_from_a_permission_that_was_held() -> None:
    """Neither from one that is over, nor from one in force in days that are past."""
    stage = InMemory()
    at_once(nothing_taken(stage.story("nothing-taken-of-what-was-held")))
    stage.is_over()


async def nothing_taken(story: Story) -> None:
    await overturned_by_another(story)
    waived = "not_on_his_facts"

    assert "NotAcceptable" == await story.refused(decider3, a_grant(STARTS, MAY_31, view_waived=waived))

    await story.day_passes(LAST)

    assert "NotAcceptable" == await story.refused(decider3, a_grant(STARTS, MAY_31, view_waived=waived))

    await story.did(decider3, a_grant(STARTS, LAST, 20, view_waived=waived))
    case = await story.case()

    assert case.permission is not None
    assert (Status.EXPIRED, LAST, 20) == (
        case.status,
        case.permission.valid_until,
        case.permission.hours_a_week,
    )
