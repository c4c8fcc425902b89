"""No letter promises a day that is over on its own: it says that it is late, and what one can do. Awb 3:46, 4:17."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, notices
from domain.acts import Act
from domain.case import Case
from domain.people import Actor
from tests.domain.objected import a_case_with
from tests.examples import (
    a_case,
    a_change,
    a_grant,
    a_suspension,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
    objections1,
)
from tests.letters.letters import (
    APPLIED,
    GRANTED,
    LATER,
    ON,
    ON_TRIAL,
    RENEWAL_ASKED,
    WHY,
    letter_of,
    pages_of,
    pdf_of,
)
from tests.letters.objections import CAME, TAKEN_UP, an_objection_of
from tests.objecting import a_waiver
from tests.permitting import (
    a_renewal,
    a_renewal_asked,
    an_adjustment,
    an_adjustment_asked,
    an_evaluation,
    an_extension,
)

Happened = tuple[date, Actor, Act]

REASSESSED = date(2026, 11, 1)
"""Half a year after the permission begins."""
REPORT_ASKED = (date(2026, 10, 4), clock, acts.ReportRequested(reassessment_on=REASSESSED))
TOO_LATE = date(2026, 12, 1)


def _whole(case: Case) -> str:
    return " ".join(pages_of(pdf_of(letter_of(case))))


RECEIVED_LATE = a_case((date(2026, 5, 20), caseworker1, an_application_received(date(2026, 3, 11))))
ENDED_LATE = a_case(
    APPLIED,
    (ON, caseworker1, a_suspension(date(2026, 12, 1))),
    (date(2026, 6, 1), caseworker1, acts.SuspensionEnded(reason=WHY, ended_on=date(2026, 3, 12))),
)
LAPSED_LATE = a_case(
    APPLIED,
    (ON, caseworker1, a_suspension(date(2026, 3, 24))),
    (date(2026, 6, 1), clock, acts.SuspensionLapsed(about=2)),
)
ANNOUNCED_LATE = a_case(
    APPLIED, *GRANTED, RENEWAL_ASKED, (TOO_LATE, clock, acts.EndAnnounced(ends_on=date(2027, 4, 30)))
)
JUNE = date(2026, 6, 20)
ACKNOWLEDGED_LATE = a_case_with((JUNE, clock, acts.ObjectionAcknowledged()), came=CAME)
WAIVED_LATE = an_objection_of((JUNE, objections1, a_waiver(acts.NoHearing.DECLINED)))
TAKEN_UP_LATE = an_objection_of(
    *TAKEN_UP[:-1],
    (
        JUNE,
        clock,
        acts.ObjectionTakenUp(ruled_on=date(2026, 4, 9), decide_by=date(2026, 6, 1), is_term_set=True),
    ),
)

LATE = {
    "application_received": (RECEIVED_LATE, "6 mei 2026", "6 May 2026"),
    "suspension_ended": (ENDED_LATE, "28 april 2026", "28 April 2026"),
    "suspension_lapsed": (LAPSED_LATE, "11 mei 2026", "11 May 2026"),
    "end_announced": (ANNOUNCED_LATE, "27 oktober 2026", "27 October 2026"),
    "objection_acknowledged": (ACKNOWLEDGED_LATE, "26 mei 2026", "26 May 2026"),
    "hearing_waived": (WAIVED_LATE, "26 mei 2026", "26 May 2026"),
    "objection_taken_up": (TAKEN_UP_LATE, "1 juni 2026", "1 June 2026"),
}
"""By the kind of letter, with the day by which it was to be decided."""


@pytest.mark.parametrize("kind", sorted(LATE))
def test_a_letter_of_after_the_last_day_to_decide_promises_it_no_more(kind: str) -> None:
    """It says that one can give notice of default. Awb 4:17."""
    case, nl, en = LATE[kind]
    whole = _whole(case)

    assert kind == case.entries[-1].act.kind
    assert f"Wij moesten uiterlijk {nl} beslissen. Die dag is voorbij: wij zijn te laat." in whole
    assert f"We had to decide by {en}. That day is over: we are late." in whole
    assert "ingebrekestelling. Beslissen wij daarna niet binnen twee weken?" in whole
    assert "That is called a notice of default." in whole
    for promised in (
        f"krijgt uiterlijk {nl}",
        f"eslissen wij uiterlijk {nl}",
        f"ecision by {en}",
        "Die dag heeft de rechter",
    ):
        assert promised not in whole


def test_on_the_last_day_itself_the_decision_can_still_be_promised() -> None:
    on = date(2026, 5, 6)
    whole = _whole(a_case((on, caseworker1, an_application_received(date(2026, 3, 11)))))

    assert "U krijgt uiterlijk 6 mei 2026 ons besluit." in whole
    assert "te laat" not in whole


RENEWAL_RECEIVED = date(2026, 8, 3)
MESSAGES = {
    "suspension_ended": (ENDED_LATE, "28 april 2026", "28 April 2026"),
    "adjustment_requested": (
        a_case(
            APPLIED, *GRANTED, (TOO_LATE, caseworker1, an_adjustment_asked(20, received_on=RENEWAL_RECEIVED))
        ),
        "28 september 2026",
        "28 September 2026",
    ),
    "renewal_requested": (
        a_case(
            APPLIED, *GRANTED, (TOO_LATE, caseworker1, a_renewal_asked(date(2028, 4, 30), RENEWAL_RECEIVED))
        ),
        "28 september 2026",
        "28 September 2026",
    ),
}


@pytest.mark.parametrize("kind", sorted(MESSAGES))
def test_the_message_beside_such_a_letter_promises_it_neither(kind: str) -> None:
    case, nl, en = MESSAGES[kind]
    told = notices.called_for(case, case.entries[-1])

    assert told is not None
    assert kind == told.kind
    assert f"Wij moesten uiterlijk {nl} beslissen: wij zijn te laat." in told.body.nl
    assert f"We had to decide by {en}: we are late." in told.body.en


DECIDED: dict[str, tuple[Happened, ...]] = {
    "permission_renewed": (RENEWAL_ASKED, (TOO_LATE, decider1, a_renewal(date(2028, 4, 30)))),
    "conditions_adjusted": (
        (LATER, coop_a, an_adjustment_asked()),
        (TOO_LATE, caseworker1, an_adjustment(4)),
    ),
}


@pytest.mark.parametrize("kind", sorted(DECIDED))
def test_an_overdue_reassessment_is_told_to_follow_yet(kind: str) -> None:
    """It waits for a report or for somebody to look: the decision taken meanwhile does not move it."""
    before, decided = DECIDED[kind][:-1], DECIDED[kind][-1]
    case = a_case(APPLIED, *GRANTED, *before, REPORT_ASKED, decided)
    whole = _whole(case)

    assert kind == case.entries[-1].act.kind
    assert "Op 1 november 2026 moesten wij opnieuw kijken hoe het gaat. Die dag is voorbij" in whole
    assert "On 1 November 2026 we had to look again at how it goes. That day is over" in whole
    assert "Wij kijken alsnog." in whole
    assert "We will still look." in whole
    assert "Op 1 november 2026 kijken wij" not in whole
    assert "Een paar weken ervoor" not in whole


def _adjusted(on: date, *before: Happened) -> str:
    asked = (LATER, coop_a, an_adjustment_asked())
    return _whole(a_case(APPLIED, *GRANTED, asked, *before, (on, caseworker1, an_adjustment(4))))


@pytest.mark.parametrize(
    ("on", "before", "nl", "en"),
    [
        (LATER, (), "Een paar weken ervoor krijgt u", "A few weeks before, you will get a letter"),
        (date(2026, 10, 20), (REPORT_ASKED,), "Daarover kreeg u al een brief.", "You already got a letter"),
        (REASSESSED, (REPORT_ASKED,), "Daarover kreeg u al een brief.", "You already got a letter"),
        (date(2026, 10, 20), (), "binnenkort een brief.", "You will soon get a letter"),
    ],
)
def test_who_got_the_letter_about_a_reassessment_is_not_told_that_it_will_come(
    on: date, before: tuple[Happened, ...], nl: str, en: str
) -> None:
    whole = _adjusted(on, *before)

    assert "Op 1 november 2026 kijken wij opnieuw hoe het gaat." in whole
    assert nl in whole
    assert en in whole


def test_a_reassessment_that_is_done_leaves_only_the_next_one_to_tell_of() -> None:
    whole = _whole(a_case(APPLIED, *GRANTED, REPORT_ASKED, (TOO_LATE, caseworker1, a_change(deviation=WHY))))

    assert "1 november 2026" not in whole
    assert "A few weeks before, you will get a letter" not in whole


def test_a_decision_that_moves_the_reassessment_brings_another_letter_about_it() -> None:
    """The one that went out was about a day on which nobody looks any more."""
    trial = (ON, decider1, a_grant(date(2026, 5, 1), date(2026, 11, 20), form=acts.Form.TRIAL))
    asked = (date(2026, 10, 4), clock, acts.ReportRequested(reassessment_on=date(2026, 11, 10)))
    evaluated = (date(2026, 11, 12), caseworker1, an_evaluation())
    extended = (date(2026, 11, 16), decider1, an_extension(date(2028, 4, 30)))
    whole = _whole(a_case(APPLIED, trial, asked, evaluated, extended))

    assert "Op 16 mei 2027 kijken wij opnieuw hoe het gaat. Een paar weken ervoor krijgt u" in whole
    assert "On 16 May 2027 we look again at how it goes. A few weeks before" in whole


def test_a_report_that_is_asked_after_the_day_of_the_reassessment_does_not_set_that_day_anew() -> None:
    asked = (TOO_LATE, clock, acts.ReportRequested(reassessment_on=REASSESSED))
    whole = _whole(a_case(APPLIED, *GRANTED, asked))

    assert "Op 1 november 2026 moesten wij opnieuw naar uw toestemming kijken" in whole
    assert "On 1 November 2026 we had to look at your permission again" in whole
    assert "Wij doen het alsnog." in whole


@pytest.mark.parametrize(
    ("on", "nl", "en", "unsaid"),
    [
        (LATER, "Vraag ons dan uiterlijk 30 september 2026", "Then ask us by 30", "nieuwe aanvraag"),
        (date(2026, 10, 5), "De proef is dus afgelopen", "So the trial has ended", "Vraag ons dan uiterlijk"),
    ],
)
def test_who_hears_after_its_last_day_that_a_trial_ended_is_not_told_to_renew_it(
    on: date, nl: str, en: str, unsaid: str
) -> None:
    whole = _whole(a_case(APPLIED, ON_TRIAL, (on, decider1, acts.TrialLeftToEnd(reasoning=WHY))))

    assert nl in whole
    assert en in whole
    assert unsaid not in whole
