"""A personal interest: whoever has one has no part in the case, nor in objections to its decisions. Awb 2:4."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pydantic import ValidationError

from domain import acceptance, authority, news, telling
from domain.acts import (
    Act,
    InterestDeclared,
    InterestWithdrawn,
    NoteAdded,
    ObjectionLodged,
    TaskAssigned,
    TaskClaimed,
)
from domain.case import Case
from domain.disclosure import shown
from domain.errors import NotAcceptable, NotNow, NotPermitted, NotTheSame
from domain.interests import interested
from domain.objections import contested
from domain.people import Actor, Role
from domain.reach import is_left_to
from domain.tasks import Task
from tests.examples import (
    A_MONDAY,
    MANDATES,
    WHY,
    a_case,
    a_check,
    a_person,
    a_review,
    admin1,
    an_act,
    auditor1,
    caseworker1,
    caseworker2,
    clock,
    coop_a,
    coordinator1,
    decider1,
    done,
    objections1,
)
from tests.objecting import a_refused_case, an_objection_case
from tests.standing_in import an_absence

TOMORROW = A_MONDAY + timedelta(days=1)
MINE = InterestDeclared(reason="She is my sister.")
HIS = InterestDeclared(person="caseworker1", person_name="Caseworker1", reason=WHY)
HIM = {"person": "caseworker1", "person_name": "Caseworker1"}
TOLD = HIS.model_copy(update={"declaration": "MD-DFRV-5ZBB-CE1S.7"})
REVIEW = Task(
    id="ZON-2026-0001.1",
    role=Role.CASEWORKER,
    accepts=("application_reviewed",),
    opened_at=a_case().entries[0].at,
)


def declared(act: InterestDeclared = MINE, by: Actor = caseworker1) -> Case:
    """Somebody has a personal interest in this case, which waits to be reviewed."""
    case = a_case((A_MONDAY, caseworker2, a_check()), (A_MONDAY, by, act))
    return case.with_task(REVIEW)


@pytest.mark.parametrize("case", [declared(), declared(HIS, coordinator1)])
@pytest.mark.parametrize(
    ("act", "task"), [(NoteAdded(text="x"), None), (TaskClaimed(), REVIEW.id), (a_review(), REVIEW.id)]
)
def test_whoever_has_an_interest_does_nothing_in_the_case(case: Case, act: Act, task: str | None) -> None:
    """His colleagues do."""
    with pytest.raises(NotTheSame, match="personal interest"):
        authority.check(done(caseworker1, act, task), case, case.task(task), TOMORROW)
    authority.check(done(caseworker2, act, task), case, case.task(task), TOMORROW)


def test_no_other_role_lets_him() -> None:
    """Coordinators and administrators are not exempt."""
    every = a_person("caseworker1", *(role for role in Role if role not in (Role.COOPERATIVE, Role.CLOCK)))
    assigned = TaskAssigned(assignee="caseworker2", assignee_name="Caseworker2")

    with pytest.raises(NotTheSame):
        authority.check(done(every, assigned, REVIEW.id), declared(), REVIEW, TOMORROW)


def test_a_task_is_not_left_to_him_nor_assigned_to_him() -> None:
    case = declared()
    to_him = TaskAssigned(assignee="caseworker1", assignee_name="Caseworker1")
    to_another = TaskAssigned(assignee="caseworker2", assignee_name="Caseworker2")

    assert not is_left_to(caseworker1, REVIEW, case, MANDATES, TOMORROW)
    assert is_left_to(caseworker2, REVIEW, case, MANDATES, TOMORROW)
    with pytest.raises(NotAcceptable, match="Caseworker1 has a personal interest"):
        acceptance.check(done(coordinator1, to_him, REVIEW.id), case, TOMORROW)
    acceptance.check(done(coordinator1, to_another, REVIEW.id), case, TOMORROW)


def test_no_absence_lets_him_do_the_task_of_a_colleague() -> None:
    """Who stands in for her does it by his own powers, and here he has none."""
    away = an_absence(A_MONDAY, TOMORROW, "caseworker2", "caseworker1")
    held = declared()
    held = held.after(an_act(held, A_MONDAY, caseworker2, TaskClaimed(), REVIEW.id))

    with pytest.raises(NotTheSame):
        authority.check(
            done(caseworker1, a_review(), REVIEW.id, standing_in=[away]), held, held.task(REVIEW.id), TOMORROW
        )


@pytest.mark.parametrize(("act", "by"), [(MINE, caseworker1), (HIS, coordinator1), (HIS, clock)])
def test_what_he_held_goes_back_to_the_group(act: InterestDeclared, by: Actor) -> None:
    """And only that."""
    case = a_case((A_MONDAY, caseworker2, a_check())).with_task(REVIEW)
    case = case.with_task(REVIEW.model_copy(update={"id": "ZON-2026-0001.2"}))
    for who, task in ((caseworker1, REVIEW.id), (caseworker2, "ZON-2026-0001.2")):
        case = case.after(an_act(case, A_MONDAY, who, TaskClaimed(), task))
    after = case.after(an_act(case, A_MONDAY, by, act))

    assert [None, "caseworker2"] == [task.assignee and task.assignee.id for task in after.tasks]


def test_he_declares_it_himself_or_a_coordinator_does() -> None:
    """Once."""
    case = a_case()
    for who in (caseworker1, decider1, objections1, coordinator1):
        authority.check(done(who, MINE), case, None, TOMORROW)
    authority.check(done(coordinator1, HIS), case, None, TOMORROW)
    for who in (caseworker2, decider1):
        with pytest.raises(NotPermitted, match="Only a coordinator"):
            authority.check(done(who, HIS), case, None, TOMORROW)
    for who in (auditor1, admin1, coop_a):
        with pytest.raises(NotPermitted):
            authority.check(done(who, MINE), case, None, TOMORROW)
    with pytest.raises(NotNow, match="declared already"):
        acceptance.check(done(coordinator1, HIS), declared(), TOMORROW)


def test_a_person_has_a_name() -> None:
    with pytest.raises(ValidationError):
        InterestDeclared(person="caseworker1", reason=WHY)


def test_a_cooperative_sees_nothing_of_it() -> None:
    """Staff and auditors read why."""
    entry = declared().entries[-1]

    assert shown(entry, coop_a) is None
    assert "sister" in str(shown(entry, caseworker2))
    assert "sister" in str(shown(entry, auditor1))


LODGED = ObjectionLodged(objection="MD-DFRV-5ZBB-CE1S", version=4, received_on=TOMORROW)


def test_objections_hear_of_it() -> None:
    """Of what is declared while they run or after they were decided on, and of what was declared before."""
    refused = a_refused_case(A_MONDAY)
    lodged = refused.after(an_act(refused, TOMORROW, clock, LODGED))
    since = lodged.after(an_act(lodged, TOMORROW, caseworker1, MINE))
    earlier = refused.after(an_act(refused, TOMORROW, caseworker1, MINE))
    before = earlier.after(an_act(earlier, TOMORROW, clock, LODGED))

    for case, declaration in ((since, f"{since.number}.6"), (before, f"{before.number}.5")):
        told = MINE.model_copy(update=HIM | {"declaration": declaration})
        assert [(LODGED.objection, told)] == list(telling.for_objections(case, case.entries[-1]))


def test_an_objection_keeps_him_out_too() -> None:
    """What it is told twice it takes in once."""
    case = an_objection_case()
    heard = case.after(an_act(case, TOMORROW, clock, TOLD))

    assert TOLD == news.taken_in(case, TOLD)
    assert news.taken_in(heard, TOLD) is None
    assert frozenset({"caseworker1"}) == interested(heard)
    with pytest.raises(NotTheSame):
        authority.check(done(caseworker1, NoteAdded(text="x")), heard, None, TOMORROW)


def test_the_case_of_the_decision_hears_of_what_is_declared_in_an_objection() -> None:
    """And not of what it told itself."""
    case = an_objection_case()
    own = case.after(an_act(case, TOMORROW, coordinator1, HIS))
    told = case.after(an_act(case, TOMORROW, clock, TOLD))
    another = case.after(an_act(case, TOMORROW, caseworker1, NoteAdded(text="x")))

    assert HIS.model_copy(update={"declaration": f"{case.number}.2"}) == telling.for_the_contested_case(
        own, own.entries[-1]
    )
    assert telling.for_the_contested_case(told, told.entries[-1]) is None
    assert telling.for_the_contested_case(another, another.entries[-1]) is None


def test_what_was_declared_in_error_keeps_nobody_out() -> None:
    """Once a coordinator withdrew it; what was declared of him besides does."""
    case = declared()
    withdrawn = InterestWithdrawn(declaration=f"{case.number}.3", reason=WHY)
    acceptance.check(done(coordinator1, withdrawn), case, TOMORROW)
    authority.check(done(coordinator1, withdrawn), case, None, TOMORROW)
    after = case.after(an_act(case, TOMORROW, coordinator1, withdrawn))
    twice = case.after(an_act(case, TOMORROW, clock, TOLD))
    once = twice.after(an_act(twice, TOMORROW, coordinator1, withdrawn))

    authority.check(done(caseworker1, NoteAdded(text="x")), after, None, TOMORROW)
    assert not interested(after)
    assert frozenset({"caseworker1"}) == interested(once)


@pytest.mark.parametrize("declaration", ["ZON-2026-0001.2", "ZON-2026-0001.9", "x"])
def test_what_was_not_declared_is_not_withdrawn(declaration: str) -> None:
    with pytest.raises(NotAcceptable, match=r"these numbers: ZON-2026-0001\.3") as refusal:
        acceptance.check(
            done(coordinator1, InterestWithdrawn(declaration=declaration, reason=WHY)), declared(), TOMORROW
        )

    assert "declaration" == refusal.value.field


def test_what_was_withdrawn_is_not_withdrawn_again() -> None:
    case = declared()
    withdrawn = InterestWithdrawn(declaration=f"{case.number}.3", reason=WHY)
    after = case.after(an_act(case, TOMORROW, coordinator1, withdrawn))

    with pytest.raises(NotAcceptable, match="these numbers: -"):
        acceptance.check(done(coordinator1, withdrawn), after, TOMORROW)


def test_nobody_withdraws_his_own_interest() -> None:
    """Nor does who is no coordinator."""
    both = a_person("caseworker1", Role.CASEWORKER, Role.COORDINATOR)
    case = declared()
    withdrawn = InterestWithdrawn(declaration=f"{case.number}.3", reason=WHY)

    with pytest.raises(NotTheSame):
        authority.check(done(both, withdrawn), case, None, TOMORROW)
    with pytest.raises(NotPermitted):
        authority.check(done(caseworker2, withdrawn), case, None, TOMORROW)


def test_which_declaration_it_is_is_for_cases_to_tell() -> None:
    with pytest.raises(NotAcceptable, match="Leave this out") as refusal:
        acceptance.check(done(coordinator1, TOLD), a_case(), TOMORROW)

    assert "declaration" == refusal.value.field


@pytest.mark.parametrize("first_is_declared", [True, False])
def test_whatever_is_told_first_a_withdrawal_holds(first_is_declared: bool) -> None:
    """The two may overtake each other on their way, and be told twice."""
    withdrawn = InterestWithdrawn(declaration=TOLD.declaration or "", reason=WHY)
    case = an_objection_case()
    for told in (TOLD, withdrawn, TOLD, withdrawn) if first_is_declared else (withdrawn, TOLD, withdrawn):
        if (act := news.taken_in(case, told)) is not None:
            case = case.after(an_act(case, TOMORROW, clock, act))

    assert not interested(case)
    assert (3 if first_is_declared else 2) == case.version


def test_to_declare_it_is_no_part_in_a_decision() -> None:
    """Who did so may still be told of an objection to it as one who stayed out."""
    case = a_case(
        (A_MONDAY, caseworker2, a_check()),
        (A_MONDAY, caseworker2, a_review()),
        (A_MONDAY, caseworker1, MINE),
        *((e.on, e.actor, e.act) for e in a_refused_case(A_MONDAY).entries[-1:]),
    )

    assert "caseworker1" not in contested(case).involved
