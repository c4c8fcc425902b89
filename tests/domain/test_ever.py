"""Who may ever do an act is known before anything is filled in, so that nobody is offered what is not his to do."""

from __future__ import annotations

from contextlib import suppress

import pytest

from domain import acts, authority
from domain.authority import MAY
from domain.calendar import last_day
from domain.case import Case
from domain.errors import CaseError, NotTheSame
from domain.fact import Fact
from domain.people import Role
from tests.examples import (
    A_MONDAY,
    a_case,
    a_check,
    a_grant,
    a_person,
    a_review,
    caseworker1,
    coop_a,
    decider1,
    decider2,
)

BOTH = a_person("both", Role.CASEWORKER, Role.DECIDER)
CHECKED = ((A_MONDAY, BOTH, a_check()), (A_MONDAY, caseworker1, a_review()))
GRANTED = a_case(*CHECKED, (A_MONDAY, decider1, a_grant(A_MONDAY, last_day(A_MONDAY, 12))))


@pytest.mark.parametrize("case", [a_case(), GRANTED])
@pytest.mark.parametrize("kind", MAY)
def test_of_each_act_it_can_be_said_whoever_asks(kind: type[Fact], case: Case) -> None:
    for actor in (caseworker1, decider1, coop_a):
        with suppress(CaseError):
            authority.check_ever(kind, actor, case)


def test_who_prepared_a_decision_is_not_offered_to_take_it_back() -> None:
    authority.check_ever(acts.DecisionReversed, decider2, GRANTED)
    with pytest.raises(NotTheSame):
        authority.check_ever(acts.DecisionReversed, BOTH, GRANTED)
