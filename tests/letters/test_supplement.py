"""The receipt of what was missing, with the day by which it is decided now. Awb 4:13, 4:15(1)(a)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, terms
from domain.calendar import written
from domain.case import Case
from domain.letters import called_for
from domain.notices import called_for as notice_for
from domain.people import Actor
from tests.examples import a_case, a_check, a_review, a_supplement, an_act, caseworker1, clock, coop_a
from tests.letters.letters import APPLIED, ASKED, ON, UNTIL, letter_of, pages_of, pdf_of

Happened = tuple[date, Actor, acts.Act]
IN_TIME, AFTER = date(2026, 3, 17), date(2026, 3, 25)
LAPSED: Happened = (AFTER, clock, acts.SupplementLapsed())


def test_who_sent_what_was_missing_is_told_the_new_day_of_the_decision() -> None:
    """Seven days less one that the term stood still, from the day on which it came. Awb 4:15(1)(a)."""
    came = a_supplement("mandate", received_on=IN_TIME)
    case = a_case(APPLIED, *ASKED, (date(2026, 3, 19), caseworker1, came))
    whole = " ".join(pages_of(pdf_of(letter_of(case))))

    assert "Op 17 maart 2026 kregen wij dit bij uw aanvraag: • mandate" in whole
    assert "U krijgt uiterlijk 4 mei 2026 ons besluit." in whole
    assert "You will get our decision by 4 May 2026." in whole
    assert written(terms.decision(case).due_on).nl == "4 mei 2026"


def test_a_mail_tells_the_cooperative_the_new_day_too() -> None:
    case = a_case(APPLIED, *ASKED, (IN_TIME, coop_a, a_supplement()))
    notice = notice_for(case, case.entries[-1])

    assert notice is not None
    assert "Wij beslissen uiterlijk 4 mei 2026." in notice.body.nl
    assert "We decide by 4 May 2026." in notice.body.en


def test_each_part_that_comes_in_the_period_is_received() -> None:
    both = a_check("mandate", "plan"), acts.SupplementRequested(missing=("mandate", "plan"), until=UNTIL)
    case = a_case(APPLIED, (ON, caseworker1, both[0]), (ON, clock, both[1]))
    for on, code in ((IN_TIME, "plan"), (UNTIL, "mandate")):
        case = case.after(an_act(case, on, coop_a, a_supplement(code)))

        assert letter_of(case).said["decide_by"] == written(terms.decision(case).due_on)


def test_what_came_in_time_and_was_registered_later_is_received_too() -> None:
    came = a_supplement("mandate", received_on=UNTIL)
    case = a_case(APPLIED, *ASKED, LAPSED, (AFTER, caseworker1, came))

    assert written(UNTIL) == letter_of(case).said["came_on"]


@pytest.mark.parametrize(
    "case",
    [
        a_case(APPLIED, (ON, coop_a, a_supplement())),
        a_case(APPLIED, *ASKED, LAPSED, (AFTER, coop_a, a_supplement())),
        a_case(
            APPLIED,
            *ASKED,
            (IN_TIME, coop_a, a_supplement()),
            (IN_TIME, caseworker1, a_check()),
            (IN_TIME, caseworker1, a_review()),
            (UNTIL, coop_a, a_supplement("plan")),
        ),
    ],
    ids=("nobody asked", "too late", "complete already"),
)
def test_what_moves_no_term_calls_for_no_receipt(case: Case) -> None:
    """Nor for a mail, which tells of the letter."""
    assert called_for(case, case.entries[-1]) is None
    assert notice_for(case, case.entries[-1]) is None
