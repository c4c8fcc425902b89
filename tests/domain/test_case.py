"""A case is a list of acts, and the rest follows from them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from domain.acts import (
    Act,
    ApplicationSetAside,
    ApplicationTakenUp,
    ApplicationWithdrawn,
    ConditionsChanged,
    NoteAdded,
    ParticipationContinued,
    ParticipationStopped,
    PermissionExpired,
    ReportEscalated,
    ReportReminded,
    ReportRequested,
    ReviewReturned,
    SetAsideLapsed,
    SupplementLapsed,
    SupplementReminded,
    SupplementRequested,
    TaskAssigned,
    TaskClaimed,
    TaskHeld,
    TaskReleased,
    TaskResumed,
)
from domain.case import CLOSED, Case, Status
from domain.people import Role
from domain.status import CONTESTABLE
from domain.tasks import Task
from tests.examples import (
    A_MONDAY,
    MUNICIPALITY,
    WHY,
    a_case,
    a_check,
    a_grant,
    a_refusal,
    a_report,
    a_review,
    a_supplement,
    an_act,
    an_application_received,
    an_empty_case,
    an_ending,
    caseworker1,
    caseworker2,
    clock,
    coop_a,
    coordinator1,
    decider1,
)

FROM, UNTIL = date(2026, 6, 1), date(2027, 5, 31)
CHANGED = ConditionsChanged(hours_a_week=8, conditions=("No Sundays",), reasoning=WHY)


@pytest.mark.parametrize(
    ("act", "status"),
    [
        (an_application_received(), Status.COMPLETENESS_CHECK),
        (a_check(), Status.REVIEW),
        (SupplementRequested(missing=("plan",), until=A_MONDAY), Status.SUPPLEMENT_AWAITED),
        (SupplementLapsed(), Status.SETTING_ASIDE),
        (ApplicationSetAside(reasoning=WHY), Status.SET_ASIDE),
        (ApplicationTakenUp(reasoning=WHY), Status.REVIEW),
        (SetAsideLapsed(), Status.REVIEW),
        (ApplicationWithdrawn(), Status.WITHDRAWN),
        (a_review(), Status.DECISION),
        (ReviewReturned(reason=WHY), Status.REVIEW),
        (a_grant(FROM, UNTIL), Status.PARTICIPATION),
        (a_refusal(), Status.REFUSED),
        (ReportRequested(reassessment_on=FROM), Status.REPORT_AWAITED),
        (ReportEscalated(), Status.REASSESSMENT),
        (ParticipationContinued(reasoning=WHY), Status.PARTICIPATION),
        (CHANGED, Status.PARTICIPATION),
        (ParticipationStopped(), Status.ENDED),
        (PermissionExpired(), Status.EXPIRED),
    ],
)
def test_the_status_follows_from_the_newest_act_that_says_something_of_it(act: Act, status: Status) -> None:
    """Whatever came before, and whoever adds a note after it."""
    case = a_case((A_MONDAY, coop_a, an_application_received()), (A_MONDAY, caseworker1, act))
    noted = case.after(an_act(case, A_MONDAY, caseworker1, NoteAdded(text="Called.")))

    assert status == case.status == noted.status
    is_closed = status in CLOSED and status not in CONTESTABLE

    assert is_closed == case.is_closed == noted.is_closed


@pytest.mark.parametrize(
    "act",
    [
        NoteAdded(text="x"),
        SupplementReminded(),
        ReportReminded(),
        TaskClaimed(),
        TaskReleased(),
        TaskResumed(),
    ],
)
def test_reminders_notes_and_tasks_say_nothing_of_the_status(act: Act) -> None:
    """They happen beside the procedure."""
    case = a_case((A_MONDAY, coop_a, an_application_received()), (A_MONDAY, caseworker1, a_review()))

    assert Status.DECISION == case.after(an_act(case, A_MONDAY, caseworker1, act)).status


@pytest.mark.parametrize(
    ("act", "status"),
    [(a_supplement(), Status.COMPLETENESS_CHECK), (a_report(FROM, UNTIL), Status.REASSESSMENT)],
)
def test_what_an_applicant_sends_moves_the_case_only_when_it_was_asked(act: Act, status: Status) -> None:
    """It was asked when it fulfils a task."""
    case = a_case((A_MONDAY, coop_a, an_application_received()), (A_MONDAY, caseworker1, a_review()))

    assert status == case.after(an_act(case, A_MONDAY, coop_a, act, task="ZON-2026-0001.2")).status
    assert Status.DECISION == case.after(an_act(case, A_MONDAY, coop_a, act)).status


def test_an_empty_case_is_open_and_has_no_permission() -> None:
    """Before its application."""
    case = an_empty_case()

    assert not case.is_closed
    assert case.permission is None
    assert 0 == case.version


def test_an_act_makes_a_new_value_and_leaves_the_old_one_as_it_was() -> None:
    """A case is never changed."""
    before = a_case()
    after = before.after(an_act(before, A_MONDAY, caseworker1, a_check()))

    assert (1, 2) == (before.version, after.version)
    assert before.entries == after.entries[:1]


def test_what_follows_from_the_acts_is_worked_out_anew_with_each_of_them() -> None:
    """And kept as long as these are the same, whatever becomes of the tasks."""
    granted = a_case((FROM, decider1, a_grant(FROM, UNTIL)))
    before = granted.permission
    changed = granted.after(an_act(granted, FROM, caseworker1, CHANGED))

    assert before is granted.with_task(a_task(granted)).permission
    assert before != changed.permission
    assert before == changed.up_to(granted.version).permission


def test_a_permission_is_what_was_granted_with_every_change_since() -> None:
    """Hours and conditions by the newest change, the last day by the ending."""
    granted = a_case((FROM, decider1, a_grant(FROM, UNTIL)))
    changed = granted.after(an_act(granted, FROM, caseworker1, CHANGED))
    ended = changed.after(an_act(changed, FROM, coop_a, an_ending(date(2026, 9, 30))))

    assert granted.permission is not None
    assert changed.permission is not None
    assert ended.permission is not None
    assert (16, ()) == (granted.permission.hours_a_week, granted.permission.conditions)
    assert (8, ("No Sundays",)) == (changed.permission.hours_a_week, changed.permission.conditions)
    assert (FROM, UNTIL) == (changed.permission.valid_from, changed.permission.valid_until)
    assert date(2026, 9, 30) == ended.permission.valid_until
    assert 8 == ended.permission.hours_a_week


def test_everybody_who_reviewed_is_remembered() -> None:
    """Also when another reviewed it again."""
    case = a_case((A_MONDAY, caseworker1, a_review()), (A_MONDAY, caseworker2, a_review()))

    assert frozenset({"caseworker1", "caseworker2"}) == case.reviewers


def test_the_application_was_received_when_staff_say_it_was() -> None:
    """Otherwise on the day of registration."""
    registered = a_case((A_MONDAY, caseworker1, an_application_received(received_on=date(2026, 2, 27))))

    assert date(2026, 2, 27) == registered.received_on
    assert A_MONDAY == a_case().received_on
    assert "werkplaats" == a_case().cooperative


@given(st.integers(0, 250))
def test_every_request_is_known_however_many_came_since(acts: int) -> None:
    """So a retry stays one act, also in a new run, where the case crosses as JSON."""
    case = a_case()
    for number in range(acts):
        entry = an_act(case, A_MONDAY, caseworker1, NoteAdded(text="x"), key=f"request-{number}")
        case = case.after(entry)
    case = case.after(an_act(case, A_MONDAY, clock, SupplementReminded()))
    crossed = Case.model_validate_json(case.model_dump_json())
    receipts = [crossed.receipt(f"request-{number}") for number in range(acts)]

    assert case == crossed
    assert [*range(2, acts + 2)] == [receipt.version for receipt in receipts if receipt]
    assert crossed.receipt("request-unknown") is None


TASK = "ZON-2026-0001.1"


def a_task(case: Case) -> Task:
    """The completeness check."""
    return Task(
        id=TASK,
        role=Role.CASEWORKER,
        accepts=("completeness_checked",),
        opened_at=case.entries[0].at,
    )


def a_case_with_a_task() -> Case:
    """The completeness check is open."""
    case = a_case()
    return case.with_task(a_task(case))


def after(case: Case, *happened: tuple[object, Act]) -> Task | None:
    """The task as these acts about it leave it."""
    for actor, act in happened:
        case = case.after(an_act(case, A_MONDAY, actor, act, task=TASK))  # type: ignore[arg-type]
    return case.task(TASK)


def test_a_task_is_claimed_and_released() -> None:
    """Held by one, and then by nobody."""
    claimed = after(a_case_with_a_task(), (caseworker1, TaskClaimed()))
    released = after(a_case_with_a_task(), (caseworker1, TaskClaimed()), (caseworker1, TaskReleased()))

    assert claimed is not None
    assert claimed.assignee is not None
    assert released is not None
    assert "caseworker1" == claimed.assignee.id
    assert released.assignee is None


def test_a_task_is_assigned_to_another() -> None:
    """Since that moment."""
    assign = TaskAssigned(assignee="caseworker2", assignee_name="Caseworker2")
    task = after(a_case_with_a_task(), (caseworker1, TaskClaimed()), (coordinator1, assign))

    assert task is not None
    assert task.assignee is not None
    assert ("caseworker2", "Caseworker2") == (task.assignee.id, task.assignee.name)


def test_a_task_rests_with_a_day_and_a_reason_until_it_is_resumed() -> None:
    """Releasing it ends the rest too."""
    held = (caseworker1, TaskHeld(until=date(2026, 4, 1), reason="On leave"))
    resting = after(a_case_with_a_task(), (caseworker1, TaskClaimed()), held)
    resumed = after(a_case_with_a_task(), (caseworker1, TaskClaimed()), held, (caseworker1, TaskResumed()))
    released = after(a_case_with_a_task(), (caseworker1, TaskClaimed()), held, (caseworker1, TaskReleased()))

    assert resting is not None
    assert resumed is not None
    assert released is not None
    assert (date(2026, 4, 1), "On leave") == (resting.held_until, resting.held_because)
    assert (None, None) == (resumed.held_until, resumed.held_because)
    assert resumed.assignee is not None
    assert (None, None) == (released.held_until, released.held_because)


def test_the_act_that_a_task_asks_for_closes_it() -> None:
    """And no other task."""
    case = a_case_with_a_task()
    other = case.tasks[0].model_copy(update={"id": "ZON-2026-0001.2"})
    case = case.with_task(other)

    assert after(case, (caseworker1, a_check())) is None
    assert (other,) == case.after(an_act(case, A_MONDAY, caseworker1, a_check(), task=TASK)).tasks


def test_a_task_gets_another_due_date_and_falls_away() -> None:
    """By the terms, or because nobody needs it any more."""
    case = a_case_with_a_task()
    due = A_MONDAY + timedelta(days=7)

    assert due == case.with_due_date(TASK, due).tasks[0].due_on
    assert case == case.with_due_date("ZON-2026-0001.9", due)
    assert () == case.without_task(TASK).tasks
    assert case == case.without_task("ZON-2026-0001.9")
    assert 1 == case.without_task(TASK).tasks_opened
    assert MUNICIPALITY == case.municipality
