"""Who stands in for an absent colleague does the tasks that she holds, and gets nothing else by it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from domain import acts, authority
from domain.absences import Absence
from domain.acts import Act
from domain.calendar import NETHERLANDS
from domain.case import Case
from domain.errors import CaseError
from domain.people import Actor, Role
from domain.tasks import Assignee, Task
from tests.examples import (
    A_MONDAY,
    WHY,
    a_case,
    a_check,
    a_grant,
    a_person,
    a_review,
    caseworker1,
    caseworker2,
    caseworker_other,
    coordinator1,
    decider1,
    done,
)
from tests.mandates import MANDATES, a_mandate
from tests.objecting import an_objection_case
from tests.standing_in import an_absence

THAT_DAY, LATER = A_MONDAY, date(2026, 3, 31)
AWAY = an_absence(THAT_DAY, THAT_DAY)
CHAIN = an_absence(THAT_DAY, THAT_DAY, "caseworker0", "caseworker1")
"""`caseworker0` is absent too, and `caseworker1` was to stand in."""
SINCE = datetime(2026, 3, 1, 9, tzinfo=NETHERLANDS)
HELD = acts.TaskHeld(until=LATER, reason=WHY)
caseworker3 = a_person("caseworker3", Role.CASEWORKER)
decider3 = a_person("decider3", Role.DECIDER)


def a_task(
    holder: str = "caseworker1", role: Role = Role.CASEWORKER, accepts: str = "completeness_checked"
) -> Task:
    assignee = Assignee(id=holder, name=holder.title(), since=SINCE)
    return Task(id="MD-1.1", role=role, accepts=(accepts,), opened_at=SINCE, assignee=assignee)


def outcome(
    actor: Actor,
    act: Act,
    *standing_in: Absence,
    task: Task | None = None,
    case: Case | None = None,
    on: date = THAT_DAY,
) -> str:
    """The kind of refusal; `done` when there is none."""
    mandates = (*MANDATES, a_mandate("decider3"))
    said = done(actor, act, mandates=mandates, standing_in=standing_in)
    try:
        authority.check(said, case or a_case(), task or a_task(), on)
    except CaseError as refusal:
        return type(refusal).__name__
    return "done"


@pytest.mark.parametrize(
    "act", [a_check(), acts.TaskReleased(), HELD, acts.TaskResumed()], ids=lambda act: act.kind
)
def test_a_substitute_does_her_task_as_if_it_were_his_own(act: Act) -> None:
    """On the days of her absence, by the register; she may do it still."""
    task = a_task().model_copy(update={"held_until": LATER if isinstance(act, acts.TaskResumed) else None})
    assert "done" == outcome(caseworker2, act, AWAY, task=task) == outcome(caseworker1, act, AWAY, task=task)
    assert "TaskTaken" == outcome(caseworker2, act, task=task)


@pytest.mark.parametrize("on", [date(2026, 3, 1), date(2026, 3, 3)], ids=["the day before", "the day after"])
def test_on_other_days_he_does_not(on: date) -> None:
    """What an act brings along is held against the day on which the case takes it in."""
    assert "TaskTaken" == outcome(caseworker2, a_check(), AWAY, on=on)


def test_what_she_claimed_he_does_not_claim() -> None:
    assert "TaskTaken" == outcome(caseworker2, acts.TaskClaimed(), AWAY)


def test_another_gets_nothing_by_an_absence() -> None:
    """Neither a third one nor somebody of another municipality, whatever comes along with the act."""
    assert "TaskTaken" == outcome(caseworker3, a_check(), AWAY)
    elsewhere = an_absence(THAT_DAY, THAT_DAY, substitute=caseworker_other.id)
    assert "NotYours" == outcome(caseworker_other, a_check(), elsewhere)


def test_a_substitute_of_a_substitute_gets_nothing() -> None:
    """With both absences at hand he does the tasks of the one for whom he stands in, and not those of the other."""
    assert "TaskTaken" == outcome(caseworker2, a_check(), AWAY, CHAIN, task=a_task("caseworker0"))


def test_a_substitute_holds_the_role_himself() -> None:
    """That of the act and that of the task."""
    for_decider = an_absence(THAT_DAY, THAT_DAY, substitute="decider1")
    assert "NotPermitted" == outcome(decider1, a_check(), for_decider)
    for act in (acts.TaskReleased(), HELD, acts.TaskResumed()):
        assert "NotPermitted" == outcome(decider1, act, for_decider)
    of_coop = an_absence(THAT_DAY, THAT_DAY, absent="coop-a")
    task = a_task("coop-a", Role.COOPERATIVE, "question_answered")
    assert "NotPermitted" == outcome(caseworker2, acts.TaskReleased(), of_coop, task=task)
    assert "NotPermitted" == outcome(caseworker2, acts.ApplicationWithdrawn(), of_coop, task=task)


def test_a_substitute_holds_the_mandate_himself() -> None:
    grant, task = (
        a_grant(date(2026, 6, 1), date(2027, 5, 31)),
        a_task("decider1", Role.DECIDER, "permission_granted"),
    )
    case = a_case((A_MONDAY, caseworker1, a_review()))
    nobody = a_person("decider4", Role.DECIDER)

    assert "done" == outcome(
        decider3, grant, an_absence(THAT_DAY, THAT_DAY, "decider1", "decider3"), task=task, case=case
    )
    assert "NotPermitted" == outcome(
        nobody, grant, an_absence(THAT_DAY, THAT_DAY, "decider1", "decider4"), task=task, case=case
    )


def test_the_separation_of_duties_goes_by_who_acts() -> None:
    """Whoever reviewed it does not decide in a colleague's stead either."""
    grant, task = (
        a_grant(date(2026, 6, 1), date(2027, 5, 31)),
        a_task("decider1", Role.DECIDER, "permission_granted"),
    )
    away = an_absence(THAT_DAY, THAT_DAY, "decider1", "decider3")
    both = a_person("decider3", Role.CASEWORKER, Role.DECIDER)

    assert "NotTheSame" == outcome(both, grant, away, task=task, case=a_case((A_MONDAY, both, a_review())))
    assert "done" == outcome(both, grant, away, task=task, case=a_case((A_MONDAY, caseworker1, a_review())))


@pytest.mark.parametrize(
    ("actor", "act"),
    [
        (caseworker1, a_check()),
        (caseworker2, acts.TaskClaimed()),
        (caseworker3, a_check()),
        (a_person("caseworker2", Role.COORDINATOR), acts.TaskAssigned(assignee="x", assignee_name="X")),
        (caseworker2, acts.HearingDeclined()),
    ],
    ids=["her own", "a claim", "a third", "a coordinator who assigns it", "the objector's word"],
)
def test_nobody_stands_in_where_he_needs_not(actor: Actor, act: Act) -> None:
    assert authority.stood_in(done(actor, act, standing_in=(AWAY,)), a_task(), THAT_DAY) is None


def test_nobody_stands_in_for_a_task_that_is_everybodys() -> None:
    open_task = a_task().model_copy(update={"assignee": None})

    assert authority.stood_in(done(caseworker2, a_check(), standing_in=(AWAY,)), open_task, THAT_DAY) is None
    assert authority.stood_in(done(caseworker2, a_check(), standing_in=(AWAY,)), None, THAT_DAY) is None


def test_an_objectors_own_word_is_taken_whoever_holds_the_task() -> None:
    task = a_task("objections1", Role.OBJECTIONS_OFFICER, "hearing_invited")

    assert "done" == outcome(caseworker2, acts.HearingDeclined(), task=task, case=an_objection_case())
    assert "done" == outcome(coordinator1, acts.TaskAssigned(assignee="x", assignee_name="X"))
