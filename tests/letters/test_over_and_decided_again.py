"""What is told of a decision on a permission whose last day is over by then. Awb 3:40, 3:46."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, notices
from domain.people import Actor
from tests.examples import a_grant, a_refusal, caseworker1, clock, decider1, decider2
from tests.letters.letters import APPLIED, GRANTED, a_case, letter_of, pages_of, pdf_of
from tests.permitting import a_proposed_revocation, a_revocation
from tests.superseding import a_correction, a_reversal

LAST, DAY_AFTER, LATER = date(2027, 4, 30), date(2027, 5, 1), date(2027, 5, 10)
OVER = (DAY_AFTER, clock, acts.PermissionExpired())
UPHELD = (LATER, clock, acts.ObjectionUpheld(objection="ZON-2026-0002", version=3, decide_by=LATER))
REFUSED = (LATER, decider2, a_refusal())
HELD = (
    "U had toestemming tot en met 30 april 2027. Voor de tijd tot en met die dag verandert er niets.",
    "You had permission up to and including 30 April 2027. For the time up to and including that day nothing changes.",
)


def told(*happened: tuple[date, Actor, acts.Act]) -> str:
    """All that the last letter says."""
    return " ".join(pages_of(pdf_of(letter_of(a_case(APPLIED, *GRANTED, *happened)))))


def test_a_refusal_says_until_when_a_permission_held_that_was_over_by_then() -> None:
    """Also as it is corrected; one that was in force ends with it, and its letter says from when."""
    over, corrected = (
        told(OVER, UPHELD, REFUSED),
        told(OVER, UPHELD, REFUSED, (LATER, decider2, a_correction(6, a_refusal("unfair_competition")))),
    )
    in_force = told((LAST, clock, UPHELD[2]), (LAST, decider2, a_refusal()))

    assert [True, True] == [words in over for words in HELD]
    assert [True, True] == [words in corrected for words in HELD]
    assert "mag u niet meer meedoen" not in over
    assert "mag u dus niet meer meedoen" not in corrected
    assert "Vanaf 1 mei 2027 mag u niet meer meedoen." in in_force
    assert HELD[0] not in in_force


REVOKED = (date(2027, 4, 12), decider1, a_revocation(date(2027, 4, 15), view_waived="urgent"))


@pytest.mark.parametrize("is_over", [True, False])
def test_a_revocation_that_is_taken_back_promises_nothing_once_the_last_day_is_over(is_over: bool) -> None:
    """Until when the permission held is all that comes of it."""
    on = LATER if is_over else date(2027, 4, 20)
    proposed = (date(2027, 4, 12), caseworker1, a_proposed_revocation())
    back = (on, decider2, a_reversal(5, date(2027, 6, 1)))
    whole = told(proposed, REVOKED, back)
    mailed = notices.called_for(case := a_case(APPLIED, *GRANTED, proposed, REVOKED, back), case.entries[-1])
    assert mailed is not None

    assert is_over == ("u had toestemming tot en met 30 april 2027." in whole)
    assert is_over == ("you had permission up to and including 30 April 2027." in whole)
    assert is_over == ("had toestemming tot en met 30 april 2027" in mailed.body.nl)
    for words in ("u hebt weer toestemming", "1 juni 2027", "1 June 2027", "nog geen nieuw besluit"):
        assert is_over != (words in whole)
    assert is_over != ("1 juni 2027" in mailed.body.nl)


@pytest.mark.parametrize("is_over", [True, False])
def test_what_is_granted_after_its_time_says_that_he_may_not_take_part_now(is_over: bool) -> None:
    """And speaks of no days to come."""
    until = LAST if is_over else date(2027, 12, 31)
    whole = told(OVER, UPHELD, (LATER, decider2, a_grant(date(2026, 5, 1), until)))

    assert is_over == ("u had toestemming van 1 mei 2026 tot en met 30 april 2027." in whole)
    assert is_over == ("you had permission from 1 May 2026 up to and including 30 April 2027." in whole)
    assert is_over == ("Die tijd is voorbij: nu mag u dus niet meedoen." in whole)
    assert is_over == ("U had toestemming om mee te doen Beste" in whole)
    for words in (
        "u mag meedoen, en u houdt",
        "U mag meedoen Beste",
        "U mag ook altijd stoppen.",
        "you may take part, and you keep",
    ):
        assert is_over != (words in whole)
