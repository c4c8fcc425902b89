"""Why an application is not dealt with, as its letter tells it. Awb 4:5."""

from __future__ import annotations

from datetime import date

from domain import acts
from domain.acts import Act
from domain.people import Actor
from tests.examples import a_case, a_check, a_proposal, a_supplement, caseworker1, clock, coop_a, decider1
from tests.letters.letters import APPLIED, ON, THEN, UNTIL, WHY, letter_of, pages_of, pdf_of
from tests.superseding import a_sending

REQUEST = (ON, clock, acts.SupplementRequested(missing=("mandate", "plan"), until=UNTIL))
LAPSED = (date(2026, 3, 25), clock, acts.SupplementLapsed())
IN_TIME, AFTER = date(2026, 3, 20), date(2026, 3, 27)
SET_ASIDE = (THEN, decider1, acts.ApplicationSetAside(reasoning=WHY))

NEVER = "Dit hebben wij niet gekregen: • "
LATE = "Dit kregen wij pas toen die tijd voorbij was: • "
NOT_ENOUGH = "Dit kregen wij op tijd, maar het is niet genoeg: • "


def _whole(*happened: tuple[date, Actor, Act]) -> str:
    asked = ((ON, caseworker1, a_check("mandate", "plan")), REQUEST)
    return " ".join(pages_of(pdf_of(letter_of(a_case(APPLIED, *asked, *happened, SET_ASIDE)))))


def test_what_never_came_is_told_as_that() -> None:
    whole = _whole(LAPSED)

    assert f"{NEVER}mandate • plan Het plan past" in whole
    assert "This we did not get: • mandate • plan" in whole
    assert LATE not in whole
    assert NOT_ENOUGH not in whole


def test_what_came_after_the_period_is_not_said_to_be_missing() -> None:
    """It is there, but too late: the letter has the day on which it came. Awb 3:46, 4:5(1)."""
    whole = _whole(LAPSED, (date(2026, 3, 30), coop_a, a_supplement("mandate", received_on=AFTER)))

    assert f"{NEVER}plan {LATE}mandate, op 27 maart 2026" in whole
    assert "This we got only when that time was over: • mandate, on 27 March 2026" in whole


def test_what_came_in_time_and_does_not_suffice_is_told_apart_from_what_never_came() -> None:
    """That more of it came after the period does not make it late."""
    whole = _whole(
        (date(2026, 3, 30), coop_a, a_supplement("mandate", received_on=IN_TIME)),
        (date(2026, 3, 31), caseworker1, a_proposal("mandate", "plan")),
        (date(2026, 3, 31), coop_a, a_supplement("mandate")),
    )

    assert f"{NEVER}plan {NOT_ENOUGH}mandate" in whole
    assert "This we got in time, but it does not suffice: • mandate" in whole
    assert LATE not in whole


def test_what_was_asked_for_once_more_counts_from_that_request() -> None:
    """What came after the first period came in time, if at all, for the second."""
    again = acts.SupplementRequested(missing=("mandate",), until=date(2026, 4, 3))
    whole = _whole(
        (date(2026, 3, 27), coop_a, a_supplement("mandate")),
        (date(2026, 3, 27), caseworker1, a_check("mandate")),
        (date(2026, 3, 27), clock, again),
        (date(2026, 4, 4), clock, acts.SupplementLapsed()),
    )

    assert "Op 27 maart 2026 hebben wij u gevraagd" in whole
    assert f"{NEVER}mandate Het plan past" in whole
    assert LATE not in whole


def test_the_day_of_asking_is_that_on_which_the_request_went_out() -> None:
    """Awb 3:41, 4:5(4)."""
    went_out = (date(2026, 3, 12), clock, a_sending(3, ON, posted_on=date(2026, 3, 12)))
    later = (date(2026, 3, 12), clock, a_sending(3, date(2026, 3, 12)))

    assert "Op 10 maart 2026 hebben wij u gevraagd" in _whole(LAPSED)
    assert "Op 10 maart 2026 hebben wij u gevraagd" in _whole(went_out, LAPSED)
    assert "Op 12 maart 2026 hebben wij u gevraagd" in _whole(later, LAPSED)
    assert "On 12 March 2026 we asked you" in _whole(later, LAPSED)
