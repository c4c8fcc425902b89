"""For whom somebody acts: a cooperative for its own residents, and never for the municipality. Pw 7(4)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, authority
from domain.acts import Act
from domain.errors import NotPermitted
from domain.people import Role
from tests.domain.permitted import may
from tests.examples import (
    WHY,
    a_case,
    a_check,
    a_grant,
    a_person,
    a_refusal,
    a_review,
    a_supplement,
    an_application_received,
    an_empty_case,
    coop_a,
    coop_b,
    done,
)

FROM, UNTIL = date(2026, 6, 1), date(2027, 5, 31)


def test_a_cooperative_that_also_reads_for_the_municipality_acts_for_its_own_residents_only() -> None:
    """What somebody may read says nothing about for whom he may act."""
    both = a_person("both", Role.COOPERATIVE, Role.AUDITOR, cooperative="buurttuin")

    assert not may(both, acts.ApplicationWithdrawn())
    assert may(both, an_application_received(cooperative="buurttuin"), an_empty_case())


def test_who_may_not_act_on_a_case_learns_nothing_of_its_moment() -> None:
    """The person is looked at first, whatever the case waits for."""
    with pytest.raises(NotPermitted, match="not yours"):
        authority.check_person(done(coop_b, a_supplement()), a_case())
    with pytest.raises(NotPermitted, match="not yours"):
        authority.check_person(done(coop_a, a_supplement()), an_empty_case())


@pytest.mark.parametrize(
    "act",
    [a_check(), a_review(), a_grant(FROM, UNTIL), a_refusal(), acts.ParticipationContinued(reasoning=WHY)],
    ids=lambda act: act.kind,
)
def test_somebody_of_the_cooperative_does_nothing_for_the_municipality_on_its_cases(act: Act) -> None:
    """Whatever other roles he holds: the cooperative applies and reports, and never decides. Pw 7(4)."""
    everything = a_person("decider1", *Role, cooperative="werkplaats")

    assert not may(everything, act)
    assert may(everything, an_application_received(), an_empty_case())
