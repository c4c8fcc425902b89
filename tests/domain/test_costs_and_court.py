"""Costs of an objection, and what the court makes of the decision on it. Awb 7:15, 8:72."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, news, objections, terms
from domain.acts import Act, AppealRecorded, CostsClaimed, CostsDecided, HeardApart, ObjectionUpheld, Outcome
from domain.case import Case, Status
from domain.errors import NotAcceptable, NotNow
from domain.narration import narrated
from tests.domain.objected import DECIDED, HEARD, JUDGED, LATE, TODAY, TOMORROW, a_case_with
from tests.examples import WHY, an_act, clock, coop_a, decider2, done, objections1
from tests.objecting import (
    RULED,
    a_decision,
    a_hearing,
    a_hearing_at_once,
    a_judgement,
    a_refused_case,
    an_outcome,
)

CLAIMED = (TODAY, coop_a, CostsClaimed(costs="A lawyer."))
NOTHING, SOMETHING = CostsDecided(cents=0, reasoning=WHY), CostsDecided(cents=64_700, reasoning=WHY)
APPEALED = (TODAY, objections1, AppealRecorded(court="Rechtbank", lodged_on=TODAY))
ON_APPEAL = a_case_with(JUDGED, HEARD, (TODAY, decider2, a_decision(Outcome.UNFOUNDED)), APPEALED)
HEARD_CASE, WITH_COSTS = a_case_with(JUDGED, HEARD), a_case_with(JUDGED, HEARD, CLAIMED)

UNACCEPTABLE: list[tuple[str, Act, Case]] = [
    ("costs", a_decision(Outcome.UPHELD), WITH_COSTS),
    ("costs", a_decision(Outcome.UPHELD, costs=SOMETHING), HEARD_CASE),
    ("costs/cents", a_decision(Outcome.UNFOUNDED, costs=SOMETHING), WITH_COSTS),
    ("receivedOn", CostsClaimed(costs=WHY, received_on=TOMORROW), HEARD_CASE),
    ("decidedOn", an_outcome(decided_on=LATE), ON_APPEAL),
    ("decidedOn", an_outcome(decided_on=DECIDED), ON_APPEAL),
    ("decideBy", an_outcome("upheld", decide_by=RULED), ON_APPEAL),
    ("decideBy", an_outcome("unfounded", decide_by=LATE), ON_APPEAL),
    ("consequencesStand", an_outcome("unfounded", consequences_stand=True), ON_APPEAL),
    ("decideBy", an_outcome("upheld", decide_by=LATE, consequences_stand=True), ON_APPEAL),
]


@pytest.mark.parametrize(("field", "act", "case"), UNACCEPTABLE)
def test_what_does_not_fit_is_refused_by_its_field(field: str, act: Act, case: Case) -> None:
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(decider2, act), case, RULED)

    assert field == refusal.value.field


@pytest.mark.parametrize(
    ("act", "case"),
    [
        (a_decision(Outcome.UPHELD, costs=SOMETHING), WITH_COSTS),
        (a_decision(Outcome.PARTLY_UPHELD, costs=NOTHING), WITH_COSTS),
        (a_decision(Outcome.UNFOUNDED, costs=NOTHING), WITH_COSTS),
        (an_outcome("upheld", decide_by=LATE), ON_APPEAL),
        (an_outcome("upheld"), ON_APPEAL),
        (an_outcome("upheld", consequences_stand=True), ON_APPEAL),
        (an_outcome("withdrawn"), ON_APPEAL),
    ],
)
def test_what_fits_is_taken_in(act: Act, case: Case) -> None:
    acceptance.check(done(decider2, act), case, RULED)


def test_an_outcome_is_that_of_an_appeal_that_runs() -> None:
    """One for each."""
    over = ON_APPEAL.after(an_act(ON_APPEAL, RULED, objections1, an_outcome()))

    assert (1, 0) == (objections.open_appeals(ON_APPEAL), objections.open_appeals(over))
    with pytest.raises(NotNow, match="No appeal runs"):
        acceptance.check(done(objections1, an_outcome()), over, RULED)


def test_a_court_decides_after_the_appeal_that_it_decides() -> None:
    """Of two appeals one was decided on: what the court says now is of the other, and cannot lie before that."""
    second = (TODAY, objections1, AppealRecorded(court="Rechtbank", lodged_on=RULED))
    case = a_case_with(JUDGED, HEARD, (TODAY, decider2, a_decision(Outcome.UNFOUNDED)), APPEALED, second)
    acceptance.check(done(objections1, an_outcome(decided_on=TOMORROW)), case, LATE)
    one_left = case.after(an_act(case, RULED, objections1, an_outcome(decided_on=TOMORROW)))
    acceptance.check(done(objections1, an_outcome()), one_left, LATE)

    with pytest.raises(NotAcceptable, match="after the appeal"):
        acceptance.check(done(objections1, an_outcome(decided_on=TOMORROW)), one_left, LATE)


def test_nobody_appeals_against_what_was_not_decided() -> None:
    """An objection that runs, or that was withdrawn."""
    with pytest.raises(NotNow, match="no decision on this objection"):
        acceptance.check(done(objections1, APPEALED[2]), HEARD_CASE, TODAY)


def test_an_appeal_that_is_upheld_overturns_the_decision_after_its_objection_did_not() -> None:
    """Once, with who had taken the one that was annulled."""
    told = news.of_an_objection(ON_APPEAL, an_outcome("upheld", decide_by=LATE))
    assert isinstance(told, ObjectionUpheld)
    refused = a_refused_case(DECIDED)
    closed = news.of_an_objection(ON_APPEAL, a_decision(Outcome.UNFOUNDED))
    after = refused.after(an_act(refused, TODAY, clock, closed))
    taken = news.taken_in(after, told)

    assert told == taken
    assert ("decider2", RULED) == (told.ruling and (told.ruling.decided_by, told.ruling.ruled_on))
    overturned = after.after(an_act(after, TODAY, clock, told))
    assert Status.DECISION == overturned.status
    assert news.taken_in(overturned, told) is None


@pytest.mark.parametrize(
    ("decide_by", "committee", "due_on", "reason", "article"),
    [
        (LATE, False, LATE, "the term that the court set", "Awb 8:72(4)"),
        (None, False, date(2026, 4, 28), "the law's term anew", "Awb 7:10(1)"),
        (None, True, date(2026, 6, 8), "the law's term anew", "Awb 7:10(1)"),
    ],
)
def test_after_a_ruling_the_term_says_that_the_court_annulled_the_decision(
    decide_by: date | None, committee: bool, due_on: date, reason: str, article: str
) -> None:
    """On Monday 16 March; six weeks after it is King's Day. Awb 8:72."""
    judged = (TODAY, objections1, a_judgement(committee=committee))
    case = a_case_with(judged, HEARD, (TODAY, decider2, a_decision(Outcome.UNFOUNDED)), APPEALED)
    told = news.of_an_objection(case, an_outcome("upheld", decide_by=decide_by))
    refused = a_refused_case(DECIDED)
    term = terms.decision(refused.after(an_act(refused, TODAY, clock, told)))

    assert (due_on, due_on) == (term.due_on, term.steps[-1].on)
    assert ["decision annulled by the court", reason] == [step.reason.en for step in term.steps]
    assert ["Awb 8:72(1)", article] == [step.article for step in term.steps]


def test_it_is_told_why_somebody_was_heard_whom_nobody_invited() -> None:
    """Awb 7:4(5)."""
    told = narrated(a_hearing_at_once(date(2026, 3, 9)))

    assert "Without an invitation a week before it: the objector came of himself." in told.en


def test_it_is_told_why_somebody_was_heard_apart() -> None:
    """Awb 7:6(2)."""
    apart = a_hearing(date(2026, 3, 9)).model_copy(update={"apart": HeardApart.SECRECY})

    assert "Each apart, since facts come up that must stay secret." in narrated(apart).en
    assert "€647.00" in narrated(a_decision(Outcome.UPHELD, costs=SOMETHING)).en
