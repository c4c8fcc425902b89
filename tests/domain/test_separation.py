"""Who had a part in something does not decide on it."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.acts import Act
from domain.people import Role
from tests.domain.permitted import may
from tests.examples import (
    A_MONDAY,
    WHY,
    a_case,
    a_change,
    a_check,
    a_grant,
    a_person,
    a_proposal,
    a_refusal,
    a_review,
    an_application_received,
    caseworker1,
    caseworker3,
    decider1,
)

FROM, UNTIL = date(2026, 6, 1), date(2027, 5, 31)


@pytest.mark.parametrize("act", [a_grant(FROM, UNTIL), a_refusal(), acts.ReviewReturned(reason=WHY)])
def test_whoever_reviewed_does_not_decide(act: Act) -> None:
    """Nor does he send it back; nor if another reviewed it after him; nor with every other role."""
    both = a_person("decider1", *(role for role in Role if role is not Role.CLOCK))
    reviewed_by_him = a_case((A_MONDAY, both, a_review()), (A_MONDAY, caseworker1, a_review()))
    reviewed_by_another = a_case((A_MONDAY, caseworker1, a_review()))

    assert not may(both, act, reviewed_by_him)
    assert may(both, act, reviewed_by_another)


@pytest.mark.parametrize(
    "act", [acts.ApplicationSetAside(reasoning=WHY), acts.ApplicationTakenUp(reasoning=WHY)]
)
def test_whoever_found_it_incomplete_does_not_set_it_aside(act: Act) -> None:
    """Nor does he take it up."""
    both = a_person("decider1", Role.CASEWORKER, Role.DECIDER)

    assert not may(both, act, a_case((A_MONDAY, both, a_check("plan"))))
    assert may(both, act, a_case((A_MONDAY, caseworker1, a_check("plan"))))


@pytest.mark.parametrize(
    "prepared",
    [an_application_received(), a_check(), a_proposal("mandate"), a_review()],
    ids=lambda a: a.kind,
)
@pytest.mark.parametrize("act", [a_grant(FROM, UNTIL), a_refusal(), acts.ReviewReturned(reason=WHY)])
def test_who_prepared_a_decision_does_not_take_it(prepared: Act, act: Act) -> None:
    """By registering, checking or reviewing the application."""
    case = a_case((A_MONDAY, decider1, prepared))

    assert not may(decider1, act, case)


@pytest.mark.parametrize(
    "prepared",
    [an_application_received(), a_check(), a_proposal("mandate"), a_review()],
    ids=lambda a: a.kind,
)
def test_who_prepared_the_decision_on_the_application_changes_nothing_at_a_reassessment(
    prepared: Act,
) -> None:
    """More hours neither; he may let it go on as it is, and a colleague may change it. Awb 3:2, 2:4."""
    case = a_case((A_MONDAY, caseworker1, prepared), (A_MONDAY, decider1, a_grant(FROM, UNTIL)))

    assert not may(caseworker1, a_change(20), case)
    assert may(caseworker1, acts.ParticipationContinued(reasoning=WHY), case)
    assert may(caseworker3, a_change(20), case)


@pytest.mark.parametrize(("about", "is_barred"), [(2, True), (3, False), (4, False)])
def test_who_determined_an_amount_does_not_see_to_its_payment(about: int, is_barred: bool) -> None:
    """Of that very notice of default, whoever determined another one since."""
    both, another = a_person("both", Role.DECIDER, Role.CASEWORKER), a_person("decider9", Role.DECIDER)
    case = a_case(
        (A_MONDAY, both, acts.PenaltyDetermined(about=2, cents=2300, reasoning=WHY)),
        (A_MONDAY, another, acts.PenaltyDetermined(about=3, cents=2300, reasoning=WHY)),
    )

    assert is_barred is not may(both, acts.PenaltyPaid(about=about, paid_on=A_MONDAY), case)
