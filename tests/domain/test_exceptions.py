"""Which acts are out of the ordinary."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.acts import Act, ReactionLapsed, Recommendation, SupplementLapsed, TrialLeftToEnd
from domain.case import Case, Entry
from domain.exceptions import Exceptional, exceptions_in
from domain.people import Actor, Role
from domain.reach import is_left_to
from domain.tasks import Task
from domain.terms import decision
from store.words import words_of
from tests.examples import (
    A_MONDAY,
    a_check,
    a_grant,
    a_refusal,
    a_review,
    an_act,
    an_application_received,
    an_empty_case,
    caseworker1,
    caseworker2,
    clock,
    coop_a,
    decider1,
)
from tests.mandates import a_mandate
from tests.permitting import an_evaluation

GRANT = a_grant(A_MONDAY, date(2026, 12, 31))


def then(case: Case, on: date, actor: Actor, act: Act) -> tuple[Case, Entry]:
    """The case with one more act, and that act."""
    after = case.after(an_act(case, on, actor, act))
    return after, after.entries[-1]


def reviewed(recommendation: Recommendation = Recommendation.GRANT) -> Case:
    """A case that awaits its decision."""
    case = an_empty_case()
    for actor, act in (
        (coop_a, an_application_received()),
        (caseworker1, a_check()),
        (caseworker1, a_review(recommendation)),
    ):
        case, _ = then(case, A_MONDAY, actor, act)
    return case


@pytest.mark.parametrize(("days", "expected"), [(0, ()), (1, (Exceptional.DECIDED_LATE,))])
def test_a_decision_is_late_from_the_day_after_its_last_one(
    days: int, expected: tuple[Exceptional, ...]
) -> None:
    case = reviewed()
    case, entry = then(case, decision(case).due_on + timedelta(days=days), decider1, GRANT)

    assert expected == exceptions_in(case, entry)


@pytest.mark.parametrize(
    ("advice", "act", "departs"),
    [
        (Recommendation.GRANT, GRANT, False),
        (Recommendation.REFUSE, GRANT, True),
        (Recommendation.GRANT, a_refusal(), True),
        (Recommendation.REFUSE, a_refusal(), False),
    ],
)
def test_a_decision_departs_from_the_newest_review(advice: Recommendation, act: Act, departs: bool) -> None:
    case, entry = then(reviewed(advice), A_MONDAY, decider1, act)

    assert departs == (Exceptional.AGAINST_ADVICE in exceptions_in(case, entry))


def test_what_departs_from_the_policy_is_an_exception_whatever_was_advised() -> None:
    for act in (
        a_grant(A_MONDAY, date(2026, 12, 31), deviation="There is no other place."),
        a_review("refuse"),
    ):
        case, entry = then(reviewed(), A_MONDAY, decider1, act)

        assert (Exceptional.AGAINST_POLICY,) == exceptions_in(case, entry)


@pytest.mark.parametrize(("advice", "departs"), [("let_end", False), ("make_full", True)])
def test_a_trial_that_is_left_to_end_departs_from_the_advice_to_make_it_full(
    advice: str, departs: bool
) -> None:
    case, _ = then(reviewed(), A_MONDAY, decider1, GRANT)
    case, _ = then(case, A_MONDAY, caseworker1, an_evaluation(advice))
    case, entry = then(case, A_MONDAY, decider1, TrialLeftToEnd(reasoning="It did not work."))

    assert departs == (Exceptional.AGAINST_ADVICE in exceptions_in(case, entry))


def test_what_lapsed_is_an_exception_and_ordinary_work_is_none() -> None:
    for act in (SupplementLapsed(), ReactionLapsed()):
        case, entry = then(reviewed(), A_MONDAY, clock, act)

        assert (Exceptional.LAPSED,) == exceptions_in(case, entry)
    case = reviewed()
    assert [()] * 3 == [exceptions_in(case, entry) for entry in case.entries]


def test_a_task_is_left_to_who_has_role_mandate_and_clean_hands() -> None:
    case = reviewed()
    task = Task(
        id=f"{case.number}.3",
        role=Role.DECIDER,
        accepts=("permission_granted", "permission_refused"),
        opened_at=case.entries[-1].at,
    )
    reviewer = caseworker1.model_copy(update={"roles": frozenset({Role.DECIDER})})
    held = [a_mandate("decider1"), a_mandate("caseworker1")]

    assert is_left_to(decider1, task, case, held, A_MONDAY)
    assert not is_left_to(decider1, task, case, [], A_MONDAY)
    assert not is_left_to(decider1, task, case, held[1:], A_MONDAY)
    assert not is_left_to(reviewer, task, case, held, A_MONDAY)
    assert not is_left_to(caseworker2, task, case, held, A_MONDAY)


def test_words_are_compared_without_capitals_accents_and_signs() -> None:
    assert ["bakker", "jose", "smit"] == words_of("José", "Smit-Bakker (SMIT)")
    assert ["39ab", "md"] == words_of("MD-39AB")
    assert [] == words_of(" -_'", "")
