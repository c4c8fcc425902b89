"""Nobody takes part before somebody gave permission: from which day a decision can give it. Pw 7, 10; Awb 3:40."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance
from domain.acts import Act, ObjectionUpheld, Ruling
from domain.case import Case
from domain.errors import NotAcceptable
from domain.people import Actor
from tests.examples import (
    WHY,
    a_case,
    a_grant,
    a_refusal,
    a_review,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
    done,
)
from tests.superseding import a_correction, a_reversal

CAME, BEFORE, YESTERDAY, TODAY = date(2026, 2, 2), date(2026, 2, 1), date(2026, 3, 1), date(2026, 3, 2)
LATER, FROM, UNTIL = date(2026, 4, 1), date(2026, 6, 1), date(2027, 5, 31)
REFUSED = (TODAY, decider1, a_refusal())
UPHELD = ObjectionUpheld(objection="Z-1", version=3, decide_by=LATER)
RULING = Ruling(ruled_on=TODAY, is_term_set=False, decided_by="objections1")
ANNULLED = UPHELD.model_copy(update={"ruling": RULING})


def lying(*happened: tuple[date, Actor, Act]) -> Case:
    """An application that came a month ago and was reviewed today, and what happened since."""
    came = (CAME, coop_a, an_application_received())
    return a_case(came, (TODAY, caseworker1, a_review()), *happened)


def test_a_permission_starts_on_the_day_of_its_decision_at_the_earliest() -> None:
    """However long the application lay; the form says from which day."""
    acceptance.check(done(decider1, a_grant(TODAY, UNTIL)), lying(), TODAY)

    with pytest.raises(NotAcceptable, match="can start on 2026-03-02 at the earliest") as refusal:
        acceptance.check(done(decider1, a_grant(YESTERDAY, UNTIL)), lying(), TODAY)

    assert "validFrom" == refusal.value.field


def test_a_correction_does_not_start_it_before_its_decision_either() -> None:
    """That is no slip; to another day since, it may be."""
    case = lying((TODAY, decider1, a_grant(FROM, UNTIL)))

    acceptance.check(done(decider1, a_correction(3, a_grant(TODAY, UNTIL))), case, LATER)

    with pytest.raises(NotAcceptable, match="can start on 2026-03-02 at the earliest") as refusal:
        acceptance.check(done(decider1, a_correction(3, a_grant(YESTERDAY, UNTIL))), case, LATER)

    assert "decision/validFrom" == refusal.value.field


@pytest.mark.parametrize(
    "opened",
    [(decider2, a_reversal(3, LATER)), (clock, UPHELD), (clock, ANNULLED)],
    ids=["reversed", "objection upheld", "annulled by a court"],
)
def test_what_is_decided_again_stands_in_the_place_of_what_was_overturned(opened: tuple[Actor, Act]) -> None:
    """So it can start from the day on which the application came; not before that. Awb 7:11(2), 8:72."""
    case = lying(REFUSED, (TODAY, *opened))

    acceptance.check(done(decider2, a_grant(CAME, UNTIL)), case, TODAY)

    with pytest.raises(NotAcceptable, match="can start on 2026-02-02 at the earliest"):
        acceptance.check(done(decider2, a_grant(BEFORE, UNTIL)), case, TODAY)


def test_a_decision_that_was_taken_again_once_is_no_longer_open() -> None:
    """What is corrected in it stays where it was taken."""
    again = (LATER, decider2, a_grant(CAME, UNTIL, reasoning=WHY))
    case = lying(REFUSED, (TODAY, decider2, a_reversal(3, LATER)), again)

    acceptance.check(done(decider1, a_correction(5, a_grant(CAME, date(2027, 6, 30)))), case, LATER)
