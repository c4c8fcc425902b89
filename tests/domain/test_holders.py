"""A task is for its role, and whoever holds it has it."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, authority
from domain.acts import Act
from domain.errors import NotNow, TaskTaken
from domain.people import Actor, Role
from domain.tasks import Assignee, Task
from tests.domain.permitted import may
from tests.examples import (
    A_MONDAY,
    WHY,
    a_case,
    a_check,
    caseworker1,
    caseworker2,
    coop_a,
    coordinator1,
    decider1,
    done,
)

UNTIL = date(2027, 5, 31)


def a_task(held_by: Actor | None = None, role: Role = Role.CASEWORKER, *, resting: bool = False) -> Task:
    """A task, held by somebody or by nobody."""
    at = a_case().entries[0].at
    assignee = Assignee(id=held_by.id, name=held_by.name, since=at) if held_by else None
    return Task(
        id="1",
        role=role,
        accepts=("completeness_checked",),
        opened_at=at,
        assignee=assignee,
        held_until=UNTIL if resting else None,
    )


HELD = acts.TaskHeld(until=UNTIL, reason=WHY)
ASSIGN = acts.TaskAssigned(assignee="caseworker2", assignee_name="Caseworker2")


@pytest.mark.parametrize(
    "act", [a_check(), acts.TaskClaimed(), acts.TaskReleased(), HELD, acts.TaskResumed()]
)
def test_what_somebody_holds_is_his_until_he_gives_it_back(act: Act) -> None:
    """The refusal names him."""
    with pytest.raises(TaskTaken, match="Caseworker2"):
        authority.check(done(caseworker1, act), a_case(), a_task(caseworker2), A_MONDAY)


@pytest.mark.parametrize("act", [a_check(), acts.TaskReleased(), HELD, acts.TaskResumed()])
def test_whoever_holds_a_task_may_do_all_with_it(act: Act) -> None:
    """Do it, give it back, let it rest and take it up."""
    rests = isinstance(act, acts.TaskResumed)
    authority.check(done(caseworker1, act), a_case(), a_task(caseworker1, resting=rests), A_MONDAY)


def test_only_what_rests_is_taken_up_again() -> None:
    with pytest.raises(NotNow, match="does not rest"):
        authority.check(done(caseworker1, acts.TaskResumed()), a_case(), a_task(caseworker1), A_MONDAY)


@pytest.mark.parametrize("act", [a_check(), acts.TaskClaimed()])
def test_a_task_that_nobody_holds_may_be_done_or_claimed(act: Act) -> None:
    """By anybody of its role."""
    authority.check(done(caseworker1, act), a_case(), a_task(), A_MONDAY)


@pytest.mark.parametrize(
    ("act", "held_by"), [(acts.TaskClaimed(), caseworker1), (acts.TaskReleased(), None), (HELD, None)]
)
def test_a_task_is_not_claimed_twice_nor_released_by_who_has_it_not(act: Act, held_by: Actor | None) -> None:
    """It would say something that did not happen; but nobody else has it."""
    with pytest.raises(NotNow) as refusal:
        authority.check(done(caseworker1, act), a_case(), a_task(held_by), A_MONDAY)

    assert not isinstance(refusal.value, TaskTaken)


@pytest.mark.parametrize("held_by", [None, caseworker1])
def test_a_coordinator_assigns_whatever_who_holds_it(held_by: Actor | None) -> None:
    """That is his work."""
    authority.check(done(coordinator1, ASSIGN), a_case(), a_task(held_by), A_MONDAY)


@pytest.mark.parametrize("act", [acts.TaskClaimed(), acts.TaskResumed()])
def test_a_task_is_for_its_role(act: Act) -> None:
    """Nobody of another role takes it."""
    rests = isinstance(act, acts.TaskResumed)
    assert not may(decider1, act, task=a_task(resting=rests))
    assert not may(coop_a, act, task=a_task(resting=rests))
    assert may(coop_a, act, task=a_task(role=Role.COOPERATIVE, resting=rests))
