"""Who may do what: the role, the case, the task, the separation of duties and the mandate."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, authority
from domain.acts import Act, Party
from domain.authority import MAY, Scope, scope_of
from domain.case import Case
from domain.errors import NotPermitted, TaskTaken
from domain.fact import Fact
from domain.people import Actor, Role
from domain.tasks import Assignee, Task
from tests.examples import (
    A_MONDAY,
    MUNICIPALITY,
    WHY,
    a_case,
    a_check,
    a_grant,
    a_mandate,
    a_person,
    a_policy,
    a_refusal,
    a_report,
    a_review,
    a_supplement,
    admin1,
    an_application_received,
    an_empty_case,
    an_ending,
    auditor1,
    caseworker1,
    caseworker2,
    caseworker_other,
    clock,
    controller1,
    coop_a,
    coop_b,
    coordinator1,
    decider1,
    decider2,
    done,
    objections1,
)

FROM, UNTIL = date(2026, 6, 1), date(2027, 5, 31)
SIX_MONTHS_ON = date(2026, 12, 1)
EVERYBODY = (
    *(coop_a, caseworker1, decider1, coordinator1, objections1),
    *(controller1, auditor1, admin1, clock),
)
DESK = {"coop-a", "caseworker1"}
STAFF = {"caseworker1", "decider1", "coordinator1", "objections1"}
WORKERS = {"coop-a", "caseworker1", "decider1", "objections1"}

WHO_MAY: list[tuple[Act, set[str]]] = [
    (an_application_received(), DESK),
    (a_check(), {"caseworker1"}),
    (a_supplement(), DESK),
    (acts.ApplicationSetAside(reasoning=WHY), {"decider1"}),
    (acts.ApplicationTakenUp(reasoning=WHY), {"decider1"}),
    (acts.ApplicationWithdrawn(), DESK),
    (a_review(), {"caseworker1"}),
    (a_grant(FROM, UNTIL), {"decider1"}),
    (a_refusal(), {"decider1"}),
    (acts.ReviewReturned(reason=WHY), {"decider1"}),
    (a_report(FROM, UNTIL), DESK),
    (acts.ParticipationContinued(reasoning=WHY), {"caseworker1"}),
    (acts.ConditionsChanged(hours_a_week=8, conditions=(), reasoning=WHY), {"caseworker1"}),
    (an_ending(UNTIL), DESK),
    (acts.NoteAdded(text="x"), STAFF),
    (acts.TaskClaimed(), WORKERS),
    (acts.TaskReleased(), WORKERS),
    (acts.TaskHeld(until=UNTIL, reason=WHY), WORKERS),
    (acts.TaskResumed(), WORKERS),
    (acts.TaskAssigned(assignee="x", assignee_name="X"), {"coordinator1"}),
]
BY_THE_CLOCK: list[Act] = [
    acts.SupplementRequested(missing=("plan",), until=UNTIL),
    acts.SupplementReminded(),
    acts.SupplementLapsed(),
    acts.SetAsideLapsed(),
    acts.ReportRequested(reassessment_on=UNTIL),
    acts.ReportReminded(),
    acts.ReportEscalated(),
    acts.PermissionExpired(),
]


def may(actor: Actor, act: Act, case: Case | None = None, task: Task | None = None, on: date = A_MONDAY) -> bool:
    """Whether this person may do this on that day."""
    try:
        authority.check(done(actor, act), case or a_case(), task, on)
    except NotPermitted:
        return False
    return True


def test_the_table_below_speaks_of_every_act() -> None:
    """A rule that is added is tested too."""
    assert set(MAY) == {type(act) for act, _ in WHO_MAY}
    assert not set(MAY) & {type(act) for act in BY_THE_CLOCK}


@pytest.mark.parametrize(("act", "allowed"), WHO_MAY, ids=lambda value: getattr(value, "kind", ""))
def test_an_act_is_for_these_roles_and_for_no_other(act: Act, allowed: set[str]) -> None:
    """Each example person has one role."""
    assert allowed == {actor.id for actor in EVERYBODY if may(actor, act)}


@pytest.mark.parametrize("act", BY_THE_CLOCK, ids=lambda act: act.kind)
def test_what_happens_by_lapse_of_time_is_nobodys_to_do(act: Act) -> None:
    """Not even of somebody who says that he is the clock."""
    assert not [actor.id for actor in EVERYBODY if may(actor, act)]


@pytest.mark.parametrize("act", [act for act, _ in WHO_MAY], ids=lambda act: act.kind)
def test_nobody_acts_in_another_municipality(act: Act) -> None:
    """Whatever roles he has there."""
    everything = a_person("decider1", *Role, municipality="maandrecht", cooperative="werkplaats")

    assert not may(everything, act)
    assert not may(caseworker_other, act)


@pytest.mark.parametrize(
    "act", [an_application_received(), a_supplement(), acts.ApplicationWithdrawn(), an_ending(UNTIL)]
)
def test_a_cooperative_acts_in_its_own_cases_only(act: Act) -> None:
    """Also when it applies."""
    nobodys = a_person("coop-c", Role.COOPERATIVE)

    assert may(coop_a, act)
    assert not may(coop_b, act)
    assert not may(nobodys, act)


def test_a_cooperative_applies_for_itself_in_an_empty_case() -> None:
    """The case is not anybody's yet, so the application says whose it will be."""
    assert may(coop_a, an_application_received(), an_empty_case())
    assert not may(coop_b, an_application_received(), an_empty_case())
    assert may(coop_b, an_application_received(cooperative="buurttuin"), an_empty_case())


@pytest.mark.parametrize("act", [a_grant(FROM, UNTIL), a_refusal(), acts.ReviewReturned(reason=WHY)])
def test_whoever_reviewed_does_not_decide(act: Act) -> None:
    """Nor does he send it back; nor if another reviewed it after him; nor with every other role."""
    both = a_person("decider1", *(role for role in Role if role is not Role.CLOCK))
    reviewed_by_him = a_case((A_MONDAY, both, a_review()), (A_MONDAY, caseworker1, a_review()))
    reviewed_by_another = a_case((A_MONDAY, caseworker1, a_review()))

    assert not may(both, act, reviewed_by_him)
    assert may(both, act, reviewed_by_another)


@pytest.mark.parametrize("act", [acts.ApplicationSetAside(reasoning=WHY), acts.ApplicationTakenUp(reasoning=WHY)])
def test_whoever_found_it_incomplete_does_not_set_it_aside(act: Act) -> None:
    """Nor does he take it up."""
    both = a_person("decider1", Role.CASEWORKER, Role.DECIDER)

    assert not may(both, act, a_case((A_MONDAY, both, a_check("plan"))))
    assert may(both, act, a_case((A_MONDAY, caseworker1, a_check("plan"))))


MANDATED: list[tuple[str, Act]] = [
    ("grant", a_grant(FROM, UNTIL)),
    ("refuse", a_refusal()),
    ("set_aside", acts.ApplicationSetAside(reasoning=WHY)),
    ("set_aside", acts.ApplicationTakenUp(reasoning=WHY)),
]


@pytest.mark.parametrize(("decision", "act"), MANDATED)
def test_a_mandate_is_for_a_kind_of_decision(decision: str, act: Act) -> None:
    """And for no other kind."""
    others = [kind for kind in ("grant", "refuse", "set_aside") if kind != decision]
    with_it = a_case(policy=a_policy(mandates=[a_mandate(decisions=[decision])]))
    without = a_case(policy=a_policy(mandates=[a_mandate(decisions=others)]))

    assert may(decider1, act, with_it)
    assert not may(decider1, act, without)
    assert not may(decider2, act, with_it)


@pytest.mark.parametrize(("decision", "act"), MANDATED)
@pytest.mark.parametrize(
    ("on", "expected"),
    [("2026-02-28", False), ("2026-03-01", True), ("2026-03-31", True), ("2026-04-01", False)],
)
def test_a_mandate_is_valid_from_its_first_through_its_last_day(
    decision: str, act: Act, on: str, expected: bool
) -> None:
    """Of the decision, not of the application."""
    limited = a_mandate(valid_from=date(2026, 3, 1), valid_until=date(2026, 3, 31))
    case = a_case(policy=a_policy(mandates=[limited]))

    assert expected == may(decider1, act, case, on=date.fromisoformat(on))


@pytest.mark.parametrize(
    ("until", "hours", "expected"),
    [
        (SIX_MONTHS_ON, 16, True),
        (date(2026, 12, 2), 16, False),
        (SIX_MONTHS_ON, 17, False),
        (date(2026, 12, 2), 17, False),
    ],
)
def test_a_mandate_reaches_so_many_months_and_hours(until: date, hours: int, expected: bool) -> None:
    """Up to and with its limits: half a year of sixteen hours."""
    assert expected == may(decider2, a_grant(FROM, until, hours))


def test_two_narrow_mandates_are_not_one_wide_mandate() -> None:
    """One for long and one for many hours do not add up."""
    long = a_mandate(max_months=36, max_hours_a_week=8)
    full = a_mandate(max_months=3, max_hours_a_week=24)
    case = a_case(policy=a_policy(mandates=[long, full]))

    assert may(decider1, a_grant(FROM, UNTIL, 8), case)
    assert may(decider1, a_grant(FROM, date(2026, 9, 1), 24), case)
    assert not may(decider1, a_grant(FROM, UNTIL, 24), case)


@pytest.mark.parametrize("party", Party)
def test_a_cooperative_does_not_end_it_for_the_municipality(party: Party) -> None:
    """A caseworker registers an ending for anybody."""
    assert may(caseworker1, an_ending(UNTIL, party))
    assert (party is not Party.MUNICIPALITY) == may(coop_a, an_ending(UNTIL, party))


def a_task(held_by: Actor | None = None, role: Role = Role.CASEWORKER) -> Task:
    """A task, held by somebody or by nobody."""
    at = a_case().entries[0].at
    assignee = Assignee(id=held_by.id, name=held_by.name, since=at) if held_by else None
    return Task(id="1", role=role, accepts=("completeness_checked",), opened_at=at, assignee=assignee)


HELD = acts.TaskHeld(until=UNTIL, reason=WHY)
ASSIGN = acts.TaskAssigned(assignee="caseworker2", assignee_name="Caseworker2")


@pytest.mark.parametrize("act", [a_check(), acts.TaskClaimed(), acts.TaskReleased(), HELD, acts.TaskResumed()])
def test_what_somebody_holds_is_his_until_he_gives_it_back(act: Act) -> None:
    """The refusal names him."""
    with pytest.raises(TaskTaken, match="Caseworker2"):
        authority.check(done(caseworker1, act), a_case(), a_task(caseworker2), A_MONDAY)


@pytest.mark.parametrize("act", [a_check(), acts.TaskReleased(), HELD, acts.TaskResumed()])
def test_whoever_holds_a_task_may_do_all_with_it(act: Act) -> None:
    """Do it, give it back, let it rest and take it up."""
    authority.check(done(caseworker1, act), a_case(), a_task(caseworker1), A_MONDAY)


@pytest.mark.parametrize("act", [a_check(), acts.TaskClaimed()])
def test_a_task_that_nobody_holds_may_be_done_or_claimed(act: Act) -> None:
    """By anybody of its role."""
    authority.check(done(caseworker1, act), a_case(), a_task(), A_MONDAY)


@pytest.mark.parametrize(
    ("act", "held_by"), [(acts.TaskClaimed(), caseworker1), (acts.TaskReleased(), None), (HELD, None)]
)
def test_a_task_is_not_claimed_twice_nor_released_by_who_has_it_not(act: Act, held_by: Actor | None) -> None:
    """It would say something that did not happen."""
    with pytest.raises(TaskTaken):
        authority.check(done(caseworker1, act), a_case(), a_task(held_by), A_MONDAY)


@pytest.mark.parametrize("held_by", [None, caseworker1])
def test_a_coordinator_assigns_whatever_who_holds_it(held_by: Actor | None) -> None:
    """That is his work."""
    authority.check(done(coordinator1, ASSIGN), a_case(), a_task(held_by), A_MONDAY)


@pytest.mark.parametrize("act", [acts.TaskClaimed(), acts.TaskResumed()])
def test_a_task_is_for_its_role(act: Act) -> None:
    """Nobody of another role takes it."""
    assert not may(decider1, act, task=a_task())
    assert not may(coop_a, act, task=a_task())
    assert may(coop_a, act, task=a_task(role=Role.COOPERATIVE))


@pytest.mark.parametrize(
    ("actor", "scope"),
    [
        *((reader, Scope(MUNICIPALITY)) for reader in (caseworker1, decider1, coordinator1, objections1, auditor1)),
        (coop_a, Scope(MUNICIPALITY, "werkplaats")),
        (a_person("coop-c", Role.COOPERATIVE), None),
        (controller1, None),
        (admin1, None),
        (clock, None),
        (a_person("nobody"), None),
    ],
)
def test_who_reads_what(actor: Actor, scope: Scope | None) -> None:
    """Staff and auditors their municipality's, a cooperative its own, an administrator none."""
    assert scope == scope_of(actor)


def test_a_scope_holds_its_own_cases() -> None:
    """And no others."""
    assert Scope("a").holds("a", "x")
    assert not Scope("a").holds("b", "x")
    assert Scope("a", "x").holds("a", "x")
    assert not Scope("a", "x").holds("a", "y")
    assert not Scope("a", "x").holds("b", "x")
    assert Fact not in MAY
