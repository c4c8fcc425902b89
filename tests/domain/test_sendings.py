"""A decision that went out: no term runs before everybody has it. Awb 3:40, 6:8."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, news, objections, terms
from domain.acts import ApplicationSetAside, LetterSent, SupplementLapsed, SupplementRequested
from domain.case import Case
from domain.narration import narrated
from domain.sending import told_on
from domain.terms.awaited import awaited, decided_on
from tests.domain.objected import HEARD, JUDGED, a_case_with
from tests.examples import (
    WHY,
    a_case,
    a_refusal,
    a_review,
    a_suspension,
    an_act,
    caseworker1,
    clock,
    decider1,
)
from tests.objecting import a_decision, a_refused_case
from tests.superseding import a_correction, a_sending

DECIDED, POSTED = date(2026, 3, 2), date(2026, 3, 5)
REFUSED = a_refused_case(DECIDED)
"""The refusal is its fourth act."""
SENT = a_sending(4, DECIDED, POSTED)
LAST = date(2026, 4, 13)
AFTER = date(2026, 4, 14)


def test_a_term_runs_from_nothing_until_the_letter_went_out() -> None:
    assert {} == terms.of(REFUSED)
    assert objections.window(REFUSED) is None
    assert objections.notified_on(REFUSED, 4) is None


def test_a_term_runs_from_the_day_on_which_the_last_one_was_sent_it() -> None:
    """Six weeks from Thursday 5 March, and the week for the post. Awb 6:7, 6:9."""
    sent = REFUSED.after(an_act(REFUSED, POSTED, clock, SENT))
    window = objections.window(sent)

    assert date(2026, 4, 16) == terms.of(sent)["objection"].due_on
    assert window is not None
    assert date(2026, 4, 23) == window.due_on
    assert POSTED == objections.notified_on(sent, 4)


def test_a_correction_is_sent_on_its_own() -> None:
    """What was sent before it says nothing of it."""
    sent = REFUSED.after(an_act(REFUSED, POSTED, clock, SENT))
    corrected = sent.after(an_act(sent, POSTED, decider1, a_correction(4, a_refusal("unfair_competition"))))
    anew = corrected.after(an_act(corrected, POSTED, clock, a_sending(6, date(2026, 3, 9))))

    assert objections.objection(corrected) is None
    assert date(2026, 4, 20) == terms.of(anew)["objection"].due_on


def test_an_appeal_runs_from_the_day_on_which_the_decision_on_the_objection_was_sent() -> None:
    decided = a_case_with(JUDGED, HEARD, (POSTED, decider1, a_decision(acts.Outcome.UNFOUNDED)))
    sent = decided.after(an_act(decided, POSTED, clock, a_sending(decided.version, POSTED)))
    window = objections.window(sent)

    assert objections.appeal(decided) is None
    assert objections.window(decided) is None
    assert date(2026, 4, 16) == terms.of(sent)["appeal"].due_on
    assert window is not None
    assert date(2026, 4, 23) == window.due_on


@pytest.mark.parametrize(
    ("told", "is_new"), [(SENT, True), (a_sending(3, DECIDED), False), (a_sending(99, DECIDED), False)]
)
def test_only_a_decision_of_this_case_is_taken_in(told: LetterSent, is_new: bool) -> None:
    """A crash may have taken the act away for which a letter went out."""
    assert (told if is_new else None) == news.taken_in(REFUSED, told)


def test_what_is_told_twice_is_taken_in_once() -> None:
    sent = REFUSED.after(an_act(REFUSED, POSTED, clock, SENT))

    assert news.taken_in(sent, SENT) is None


def test_a_timeline_tells_how_a_decision_went_to_each() -> None:
    assert (
        "The letter of number 4 was sent: to the cooperative on 2 March 2026 in the case;"
        " to the resident on 5 March 2026 by post." == narrated(SENT).en
    )


def test_a_sending_changes_nothing_in_where_a_case_stands() -> None:
    case = a_case((DECIDED, caseworker1, a_review()))

    assert case.status == case.after(an_act(case, POSTED, clock, a_sending(2, POSTED))).status


ADJOURNED = acts.DecisionAdjourned(until=date(2026, 5, 18), reasoning=WHY)
APRIL_24, APRIL_28, APRIL_29 = date(2026, 4, 24), date(2026, 4, 28), date(2026, 4, 29)
"""The application of 2 March is to be decided on by 28 April, since the 27th is King's Day."""


def adjourned(*sent_on: date) -> Case:
    """On 24 April, by a letter that went out on these days."""
    case = a_case((DECIDED, caseworker1, a_review()), (APRIL_24, caseworker1, ADJOURNED))
    return case.after(an_act(case, max(sent_on), clock, a_sending(3, *sent_on))) if sent_on else case


@pytest.mark.parametrize(
    ("case", "due_on"),
    [
        (adjourned(), ADJOURNED.until),
        (adjourned(APRIL_24), ADJOURNED.until),
        (adjourned(APRIL_28), ADJOURNED.until),
        (adjourned(APRIL_28, APRIL_29), ADJOURNED.until),
        (adjourned(APRIL_29, APRIL_28), ADJOURNED.until),
        (adjourned(APRIL_29), APRIL_28),
    ],
)
def test_an_adjournment_is_of_use_only_when_it_was_told_in_time(case: Case, due_on: date) -> None:
    """To the applicant or to who speaks for him; until that is known, the day of the act counts. Awb 4:14(3)."""
    assert due_on == terms.decision(case).due_on


def test_what_was_told_too_late_says_so() -> None:
    """The date that holds again explains itself."""
    step = terms.decision(adjourned(APRIL_29)).steps[-1]

    assert "Awb 4:14(3)" == step.article
    assert "adjourned, but the letter about it went out on 29 April 2026 only: too late" == step.reason.en


def test_a_request_for_a_supplement_stops_the_term_from_the_day_after_it_was_sent() -> None:
    """Posted three days later, it stops it three days shorter. Awb 4:15(1)(a)."""
    asked = SupplementRequested(missing=("mandate",), until=date(2026, 3, 16))
    case = a_case((DECIDED, clock, asked))
    sent = case.after(an_act(case, POSTED, clock, a_sending(2, POSTED)))

    assert (13, 10) == (terms.suspended_days(case), terms.suspended_days(sent))
    assert date(2026, 5, 11) == terms.decision(case).due_on
    assert date(2026, 5, 7) == terms.decision(sent).due_on
    assert ["6 March 2026 to 15 March 2026 inclusive"] == [
        each.reason.en.partition(": ")[2]
        for each in terms.decision(sent).steps
        if "suspended" in each.reason.en
    ]


def test_a_letter_that_is_known_to_have_gone_out_earlier_moves_nothing() -> None:
    """A term never runs from before the act itself."""
    asked = SupplementRequested(missing=("mandate",), until=date(2026, 3, 16))
    case = a_case((POSTED, clock, asked))
    sent = case.after(an_act(case, POSTED, clock, a_sending(2, DECIDED)))

    assert terms.decision(case) == terms.decision(sent)


def test_information_from_abroad_stops_the_term_from_the_day_on_which_that_was_told() -> None:
    """A consent does so from its own day. Awb 4:15(1)(b), 4:15(2)(a)."""
    abroad = a_suspension(date(2026, 3, 23), acts.SuspensionGround.INFORMATION_FROM_ABROAD)
    for suspended, days in ((abroad, 17), (a_suspension(date(2026, 3, 23)), 20)):
        case = a_case((DECIDED, caseworker1, suspended))
        sent = case.after(an_act(case, POSTED, clock, a_sending(2, POSTED)))

        assert days == terms.suspended_days(sent)


@pytest.mark.parametrize("act", [ADJOURNED, a_suspension(date(2026, 3, 23))])
def test_a_case_hears_of_each_letter_on_which_a_term_hangs(act: acts.Act) -> None:
    case = a_case((DECIDED, caseworker1, act))

    assert a_sending(2, POSTED) == news.taken_in(case, a_sending(2, POSTED))


@pytest.mark.parametrize(
    ("cooperative_on", "resident_on", "is_too_late"),
    [(LAST, LAST, False), (LAST, AFTER, False), (AFTER, LAST, False), (AFTER, AFTER, True)],
)
def test_setting_aside_is_told_in_time_to_the_applicant_or_to_who_speaks_for_him(
    cooperative_on: date, resident_on: date, *, is_too_late: bool
) -> None:
    """Within four weeks after the period for what was missing. Awb 2:1, 4:5(4)."""
    case = a_case(
        (DECIDED, clock, SupplementRequested(missing=("mandate",), until=date(2026, 3, 16))),
        (date(2026, 3, 17), clock, SupplementLapsed()),
        (LAST, decider1, ApplicationSetAside(reasoning=WHY)),
    )
    told = case.after(an_act(case, AFTER, clock, a_sending(case.version, cooperative_on, resident_on)))

    assert not terms.was_set_aside_too_late(case)
    assert is_too_late == terms.was_set_aside_too_late(told)


def test_a_decision_holds_from_the_day_on_which_the_first_of_them_was_sent_it() -> None:
    """A copy that went later makes the penalty run no longer, but the term to object. Awb 3:41, 4:17, 6:8."""
    case = REFUSED.after(an_act(REFUSED, AFTER, clock, a_sending(4, AFTER, POSTED)))

    assert POSTED == decided_on(case, awaited(case, DECIDED)) == told_on(case, 4)
    assert AFTER == objections.notified_on(case, 4)
