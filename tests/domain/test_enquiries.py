"""When somebody asks after what has to come from elsewhere: a court's ruling, or that a letter goes out."""

from __future__ import annotations

from datetime import date

from domain import acts, terms
from domain.case import Case
from domain.matters import enquiries
from tests.domain.objected import DECIDED, HEARD, JUDGED, TODAY, a_case_with
from tests.examples import WHY, a_policy, an_act, caseworker1, clock, decider1, decider2, objections1
from tests.objecting import a_decision, a_refused_case, a_ruling_on_a_delay, an_outcome
from tests.superseding import a_reversal, a_sending

REFUSED = a_refused_case(DECIDED)
REFUSAL = REFUSED.version
APPEALED = acts.AppealRecorded(court="Rechtbank", lodged_on=TODAY)
UNFOUNDED = (TODAY, decider2, a_decision(acts.Outcome.UNFOUNDED))
LATER = date(2026, 4, 20)
"""Another appeal is told of, on a Monday."""


def at_court(*further: tuple[date, acts.Act]) -> Case:
    """An objection came to nothing, and an appeal was recorded on Tuesday 10 March."""
    case = a_case_with(JUDGED, HEARD, UNFOUNDED)
    case = case.after(an_act(case, TODAY, clock, a_sending(case.version, TODAY)))
    for on, act in ((TODAY, APPEALED), *further):
        case = case.after(an_act(case, on, objections1, act))
    return case


def test_a_court_is_asked_three_months_after_the_appeal_within_a_week() -> None:
    """10 June, and the Wednesday after it. The term to appeal counts no more."""
    case = at_court()
    appeal = case.entries[-1]

    assert date(2026, 6, 10) == enquiries.let_be(appeal)(case).due_on
    assert {"court": date(2026, 6, 17)} == {name: term.due_on for name, term in terms.of(case).items()}


def test_how_often_a_court_is_asked_is_the_policys() -> None:
    policy = a_policy(periods={"ask_court_every_months": 1})
    case = at_court().model_copy(update={"policy": policy})

    assert date(2026, 4, 17) == terms.of(case)["court"].due_on
    assert "1 maand" == terms.of(case)["court"].steps[1].reason.nl


def test_the_months_run_again_once_the_court_was_asked() -> None:
    """From Monday 15 June: 15 September, and a week."""
    asked = acts.CourtAsked(about=at_court().version, answer=WHY)
    case = at_court((date(2026, 6, 15), asked))

    assert date(2026, 9, 22) == terms.of(case)["court"].due_on


def test_a_court_that_decided_on_one_of_two_appeals_decided_on_the_oldest() -> None:
    """And then there is none that one waits for."""
    case = at_court((LATER, APPEALED))
    appeals = (case.version - 1, case.version)
    one, both = ([(LATER, an_outcome())] * many for many in (1, 2))

    assert appeals == enquiries.appeals(case)
    assert appeals[1:] == enquiries.appeals(at_court((LATER, APPEALED), *one))
    assert "court" not in terms.of(at_court((LATER, APPEALED), *both))


def test_an_appeal_since_no_decision_came_is_at_the_court_until_it_ruled() -> None:
    appealed = acts.LateDecisionAppealed(court="Rechtbank", lodged_on=TODAY)
    case = REFUSED.after(an_act(REFUSED, TODAY, objections1, appealed))
    about = case.version
    ruled = case.after(an_act(case, TODAY, objections1, a_ruling_on_a_delay(about, "unfounded")))

    assert (about,) == enquiries.appeals(case)
    assert () == enquiries.appeals(ruled)


def test_a_letter_may_lie_for_three_days_and_is_posted_on_the_next() -> None:
    """Decided on a Monday: until Thursday, and then on Friday."""
    decided = REFUSED.entries[-1]

    assert (REFUSAL,) == enquiries.unsent(REFUSED)
    assert date(2026, 3, 5) == enquiries.may_lie(decided)(REFUSED).due_on
    assert date(2026, 3, 6) == enquiries.posted_by(decided)(REFUSED).due_on


def test_the_days_run_again_once_somebody_looked_why_it_lies_there() -> None:
    """From Tuesday 10 March: until Friday, and then on Monday, since nothing is posted on a Saturday."""
    looked = acts.PostingLookedInto(about=REFUSAL, finding=WHY)
    case = REFUSED.after(an_act(REFUSED, TODAY, caseworker1, looked))

    assert date(2026, 3, 13) == enquiries.may_lie(case.entries[REFUSAL - 1])(case).due_on
    assert date(2026, 3, 16) == enquiries.posted_by(case.entries[REFUSAL - 1])(case).due_on


def test_no_letter_is_asked_for_that_went_out_or_counts_no_more() -> None:
    """It went to everybody, the decision is taken again, or a court has the objection dealt with after all."""
    sent = REFUSED.after(an_act(REFUSED, TODAY, clock, a_sending(REFUSAL, TODAY)))
    reversed_ = REFUSED.after(an_act(REFUSED, TODAY, decider1, a_reversal(REFUSAL, LATER)))
    decided = a_case_with(JUDGED, HEARD, UNFOUNDED)
    taken_up = acts.ObjectionTakenUp(ruled_on=TODAY, decide_by=LATER, is_term_set=True)
    open_again = decided.after(an_act(decided, TODAY, clock, taken_up))

    assert (decided.version,) == enquiries.unsent(decided)
    assert [()] * 3 == [enquiries.unsent(case) for case in (sent, reversed_, open_again)]
