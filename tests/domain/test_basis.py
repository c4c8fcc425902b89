"""On what an act rests: a decision on the power to it, as that counted on its day. Awb 3:47(2)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, basis as bases
from domain.acts import Act, Outcome
from domain.basis import PW, basis
from domain.duties import DECISIONS
from domain.law.figures import Version, is_loaded
from domain.letters import called_for
from tests.examples import A_MONDAY, a_case, a_change, a_grant, a_refusal, a_suspension, caseworker1, decider1
from tests.objecting import a_decision
from tests.permitting import (
    a_refused_adjustment,
    a_refused_renewal,
    a_renewal,
    a_revocation,
    a_suspended_permission,
    an_adjustment,
    an_extension,
)
from tests.superseding import a_correction

ON, UNTIL = date(2026, 9, 1), date(2027, 4, 30)
WHY = "It fits."
SUSPENDED = a_suspended_permission(ON, date(2026, 9, 30))

RESTS_ON = [
    (acts.ApplicationSetAside(reasoning=WHY), "Awb 4:5"),
    (acts.RequestSetAside(about=1, reasoning=WHY), "Awb 4:5"),
    (a_grant(ON, UNTIL), "Pw 7, 10"),
    (a_refusal(), "Pw 7, 10"),
    (a_change(12), "Pw 7, 10, 44a"),
    (an_adjustment(4), "Pw 7, 10"),
    (a_refused_adjustment(4), "Pw 7, 10"),
    (SUSPENDED, "Pw 7, 10"),
    (acts.PermissionReinstated(holds_from=ON, reasoning=WHY), "Pw 7, 10"),
    (a_revocation(ON), "Pw 7, 10"),
    (an_extension(UNTIL), "Pw 7, 10, 44a"),
    (a_renewal(UNTIL), "Pw 7, 10"),
    (a_refused_renewal(), "Pw 7, 10"),
    (a_decision(Outcome.UNFOUNDED), "Awb 7:11"),
    (a_decision(Outcome.INADMISSIBLE), "Awb 6:6, 6:7, 7:1"),
    (acts.PenaltyDetermined(about=3, cents=144_200, reasoning=WHY), "Awb 4:17, 4:18"),
]


@pytest.mark.parametrize(("decision", "articles"), RESTS_ON)
def test_a_decision_rests_on_the_power_to_take_it(decision: Act, articles: str) -> None:
    """Not on the term for it, nor on the duty to give reasons."""
    assert articles == basis(decision, ON)


def test_every_decision_has_its_basis_and_has_it_once() -> None:
    """From before the first day on which one can be taken here."""
    told = {type(decision) for decision, _ in RESTS_ON}

    assert DECISIONS.keys() == bases.DECISIONS.keys() == told | {acts.ApplicationTakenUp}
    assert not [kind for kind in bases.DECISIONS if hasattr(kind, "basis")]
    assert all(is_loaded(articles, date(2026, 1, 1)) for articles in bases.DECISIONS.values())


@pytest.mark.parametrize(
    ("decision", "articles"),
    [(a_grant(ON, UNTIL), "Pw 7, 10"), (a_change(12), "Pw 7, 10, 44a"), (SUSPENDED, "Pw 7, 10")],
)
def test_a_correction_rests_on_what_the_decision_rests_on(decision: acts.Correctable, articles: str) -> None:
    assert articles == basis(a_correction(3, decision), ON)


def test_what_is_no_decision_names_the_article_that_it_is_done_by() -> None:
    """And some of it is done by none."""
    assert "Awb 4:15" == basis(a_suspension(ON), ON)
    assert basis(acts.PermissionResumed(), ON) is None


def test_a_decision_keeps_the_basis_that_counted_on_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The law changes between two: each letter names what counted, also when it goes out after that."""
    changed = (Version(PW, "Pw 7, 10", "Pw 7, 10"), Version(date(2026, 4, 1), "Pw 8b", "an act to come"))
    monkeypatch.setitem(bases.DECISIONS, acts.PermissionGranted, changed)
    before, since = (
        a_case((A_MONDAY, caseworker1, acts.NoteAdded(text=WHY)), (day, decider1, a_grant(ON, UNTIL)))
        for day in (date(2026, 3, 31), date(2026, 4, 1))
    )
    letters = [called_for(case, case.entries[-1]) for case in (before, since)]

    assert ["Pw 7, 10", "Pw 8b"] == [letter.basis for letter in letters if letter]
