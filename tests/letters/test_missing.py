"""What is told where something is missing of a request to renew or to adjust. Awb 4:5, 4:15(1)(a)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, notices, terms
from domain.calendar import written
from domain.notices import called_for as notice_for
from domain.people import Actor
from tests.examples import a_check, a_proposal, a_supplement, an_act, caseworker1, clock, coop_a, decider1
from tests.letters.letters import (
    ADJUSTMENT_ASKED,
    APPLIED,
    ASKED,
    GRANTED,
    LATER,
    RENEWAL_ASKED,
    WHY,
    a_case,
    letter_of,
    pages_of,
    pdf_of,
)
from tests.permitting import a_renewal_asked

Happened = tuple[date, Actor, acts.Act]

UNTIL = date(2026, 9, 15)
SUPPLEMENT_ASKED = (LATER, clock, acts.SupplementRequested(missing=("plan", "mandate"), until=UNTIL))
LAPSED = (date(2026, 9, 16), clock, acts.SupplementLapsed())
REQUEST = 4
MORE_TIME = (
    UNTIL,
    caseworker1,
    acts.PeriodExtended(about=REQUEST, until=date(2026, 9, 29), reasoning="De bank is traag."),
)


def told(*happened: Happened) -> str:
    """All that the last letter says."""
    return " ".join(pages_of(pdf_of(letter_of(a_case(APPLIED, *happened)))))


@pytest.mark.parametrize(
    ("asked", "nl", "en"),
    [
        (RENEWAL_ASKED, "uw verzoek om te verlengen", "your request to renew"),
        (ADJUSTMENT_ASKED, "het verzoek om andere afspraken", "the request for other terms"),
    ],
)
def test_it_is_said_of_which_request_something_is_missing(asked: Happened, nl: str, en: str) -> None:
    """With the day on which that came, and not that of the application."""
    whole = told(*GRANTED, asked, SUPPLEMENT_ASKED)

    assert f"Op 1 september 2026 kregen wij {nl}." in whole
    assert f"On 1 September 2026 we got {en}." in whole
    assert "uiterlijk 15 september 2026" in whole
    assert "staat de tijd om te beslissen stil" in whole
    assert "uw aanvraag" not in whole


def test_of_an_application_it_is_said_as_before() -> None:
    assert "kregen wij uw aanvraag." in told(*ASKED)


def test_a_request_whose_term_is_over_does_not_stand_still() -> None:
    """Nor does the message say so."""
    late = (date(2026, 12, 1), clock, SUPPLEMENT_ASKED[2])
    case = a_case(APPLIED, *GRANTED, RENEWAL_ASKED, late)
    message = notice_for(case, case.entries[-1])

    assert "staat de tijd om te beslissen stil" not in told(*GRANTED, RENEWAL_ASKED, late)
    assert message is not None
    assert "stil" not in message.body.nl
    assert "stands still" not in message.body.en


def test_a_request_that_is_set_aside_says_what_is_still_missing_of_it() -> None:
    """Not what was missing of the application, nor what came; until the last day one can ask anew."""
    whole = told(
        *ASKED,
        (date(2026, 3, 20), coop_a, a_supplement("mandate")),
        *GRANTED,
        RENEWAL_ASKED,
        SUPPLEMENT_ASKED,
        (date(2026, 9, 10), coop_a, a_supplement("plan")),
        (date(2026, 9, 11), caseworker1, a_proposal("mandate")),
        (date(2026, 9, 17), decider1, acts.RequestSetAside(about=7, reasoning=WHY)),
    )

    assert "Op 1 september 2026 hebben wij u gevraagd om het verzoek aan te vullen." in whole
    assert "On 1 September 2026 we asked you to complete the request." in whole
    assert "tijd tot en met 15 september 2026" in whole
    assert "Dit hebben wij niet gekregen: • mandate" in whole
    assert "verandert niets aan uw toestemming. Die is tot en met 30 april 2027." in whole
    assert "• mandate" in whole
    assert "• plan" not in whole


@pytest.mark.parametrize(
    ("asked", "nl", "en"),
    [
        (RENEWAL_ASKED, "uw verzoek om te verlengen", "your request to renew"),
        (ADJUSTMENT_ASKED, "het verzoek om andere afspraken", "the request for other terms"),
    ],
)
def test_who_gets_more_time_is_told_for_which_request(asked: Happened, nl: str, en: str) -> None:
    """With the day by which that is decided now, and not that of the application."""
    case = a_case(APPLIED, *GRANTED, asked, SUPPLEMENT_ASKED, MORE_TIME)
    whole = " ".join(pages_of(pdf_of(letter_of(case))))

    assert f"Op 1 september 2026 vroegen wij u om iets te sturen dat nog ontbreekt bij {nl}." in whole
    assert f"something that is missing from {en}." in whole
    assert "• plan" in whole
    assert f"dan beslissen wij uiterlijk {written(terms.decision_on(case, REQUEST).due_on).nl}." in whole


def test_what_came_in_the_longer_period_of_a_request_is_told_apart_from_what_came_late() -> None:
    """Of the application the same was asked before, and came; that counts here no more."""
    case = a_case(APPLIED, *GRANTED, RENEWAL_ASKED, SUPPLEMENT_ASKED, MORE_TIME)
    came = (
        (date(2026, 9, 28), coop_a, a_supplement("plan"), REQUEST),
        (date(2026, 9, 29), caseworker1, a_proposal("plan", "mandate"), REQUEST),
        (date(2026, 9, 30), coop_a, a_supplement("mandate"), None),
        (date(2026, 10, 1), decider1, acts.RequestSetAside(about=REQUEST, reasoning=WHY), REQUEST),
    )
    for on, actor, act, about in came:
        case = case.after(an_act(case, on, actor, act).model_copy(update={"about": about}))
    whole = " ".join(pages_of(pdf_of(letter_of(case))))

    assert "U had daarvoor de tijd tot en met 29 september 2026." in whole
    assert "Dit kregen wij pas toen die tijd voorbij was: • mandate, op 30 september 2026" in whole
    assert "Dit kregen wij op tijd, maar het is niet genoeg: • plan" in whole
    assert "Dit hebben wij niet gekregen" not in whole


@pytest.mark.parametrize("about", [REQUEST, None])
def test_what_is_sent_for_a_request_is_received_with_the_day_of_its_decision(about: int | None) -> None:
    """Also when it was registered only while it is decided whether to set that aside, in no task. Awb 4:15(1)(a)."""
    on, lapsed = date(2026, 9, 28), (date(2026, 9, 30), clock, acts.SupplementLapsed())
    case = a_case(APPLIED, *GRANTED, RENEWAL_ASKED, SUPPLEMENT_ASKED, MORE_TIME)
    case = case if about else case.after(an_act(case, *lapsed).model_copy(update={"about": REQUEST}))
    came = an_act(case, date(2026, 10, 1), caseworker1, a_supplement("plan", "mandate", received_on=on))
    case = case.after(came.model_copy(update={"about": about}))
    due_on = written(terms.decision_on(case, REQUEST).due_on)
    notice = notices.called_for(case, case.entries[-1])
    whole = " ".join(pages_of(pdf_of(letter_of(case))))

    assert terms.decision_on(case, REQUEST).due_on > terms.decision_on(case.up_to(4), REQUEST).due_on
    assert "Op 28 september 2026 kregen wij dit bij uw verzoek om te verlengen:" in whole
    assert f"U krijgt uiterlijk {due_on.nl} ons besluit." in whole
    assert notice is not None
    assert f"Wij beslissen uiterlijk {due_on.nl}." in notice.body.nl


def test_who_took_part_until_the_last_day_is_told_that_it_is_over_when_his_request_is_set_aside() -> None:
    asked = (date(2027, 4, 20), coop_a, a_renewal_asked(date(2028, 4, 30)))
    missing = (date(2027, 4, 21), clock, acts.SupplementRequested(missing=("plan",), until=date(2027, 5, 5)))
    over = (date(2027, 5, 1), clock, acts.PermissionExpired())
    lapsed = (date(2027, 5, 6), clock, acts.SupplementLapsed())
    set_aside = (date(2027, 5, 7), decider1, acts.RequestSetAside(about=4, reasoning=WHY))
    whole = told(*GRANTED, asked, missing, over, lapsed, set_aside)

    assert "Die liep tot en met 30 april 2027. Meedoen met behoud van uitkering mag dus niet meer." in whole
    assert "blijft zoals zij is" not in whole


def test_a_reminder_names_the_day_of_its_own_request() -> None:
    """And not of one that was asked later."""
    reminded = (date(2026, 9, 11), clock, acts.SupplementReminded())
    case = a_case(APPLIED, *GRANTED, RENEWAL_ASKED, SUPPLEMENT_ASKED)
    other = a_case(APPLIED, *GRANTED, ADJUSTMENT_ASKED, (LATER, caseworker1, a_check("plan")))
    later = other.entries[-1].model_copy(
        update={
            "act": acts.SupplementRequested(missing=("plan",), until=date(2026, 9, 29)),
            "about": 99,
            "version": case.version + 1,
        }
    )
    last = a_case(APPLIED, *GRANTED, RENEWAL_ASKED, SUPPLEMENT_ASKED, reminded).entries[-1]
    case = case.after(later).after(last.model_copy(update={"version": case.version + 2}))
    notice = notices.called_for(case, case.entries[-1])

    assert notice is not None
    assert "15 september 2026" in notice.body.nl
