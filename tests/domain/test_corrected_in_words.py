"""A slip in the words of a decision that is nothing but its outcome is put right. Awb 1:3, 6:8."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acceptance, acts, authority, objections
from domain.acts import CostsDecided, NoPenalty, Outcome, PenaltyDetermined
from domain.case import Case
from domain.errors import NotAcceptable, NotNow, NotPermitted, NotTheSame
from domain.letters import called_for
from domain.remedy import remedy
from tests.domain.late import DETERMINED, GRANTED, ON, a_late_case
from tests.domain.objected import HEARD, JUDGED, TODAY, TOMORROW, a_case_with
from tests.examples import (
    WHY,
    a_case,
    a_check,
    a_grant,
    a_review,
    an_act,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
    done,
    objections1,
)
from tests.objecting import a_decision, an_outcome
from tests.permitting import a_renewal_asked
from tests.superseding import a_correction, a_sending

PAID = a_decision(Outcome.UPHELD, costs=CostsDecided(cents=64_700, reasoning=WHY))
CLAIMED = (TODAY, coop_a, acts.CostsClaimed(costs="A lawyer."))
UPHELD = (JUDGED, HEARD, CLAIMED, (TODAY, decider2, PAID))
DECISION = 5


def put_right(**changed: Any) -> acts.DecisionCorrected:
    """The decision on the objection reads otherwise."""
    return a_correction(DECISION, PAID.model_copy(update=changed))


REWORDED = put_right(reasoning="The benefit was looked at again.")
ON_THE_OBJECTION = a_case_with(*UPHELD)
AN_AMOUNT = a_late_case(GRANTED, DETERMINED)
AMOUNT = AN_AMOUNT.version
IN_OTHER_WORDS = a_correction(AMOUNT, DETERMINED[2].model_copy(update={"reasoning": "It took too long."}))

ASIDE = 7
SET_ASIDE = a_case(
    (date(2026, 3, 2), coop_a, an_application_received()),
    (date(2026, 3, 9), caseworker1, a_review()),
    (date(2026, 3, 16), decider1, a_grant(date(2026, 4, 1), date(2027, 3, 31))),
    (ON, coop_a, a_renewal_asked(date(2028, 3, 31))),
    (ON, caseworker1, a_check("plan")),
    (ON, clock, acts.SupplementRequested(missing=("plan",), until=date(2026, 6, 2))),
    (date(2026, 6, 3), decider1, acts.RequestSetAside(about=4, reasoning=WHY)),
)
NOT_SO = acts.RequestSetAside(about=4, reasoning="The plan did not come.")


@pytest.mark.parametrize(
    ("case", "act", "on"),
    [
        (ON_THE_OBJECTION, REWORDED, TOMORROW),
        (AN_AMOUNT, IN_OTHER_WORDS, ON),
        (SET_ASIDE, a_correction(ASIDE, NOT_SO), date(2026, 6, 4)),
    ],
)
def test_a_slip_in_the_words_is_put_right(case: Case, act: acts.DecisionCorrected, on: date) -> None:
    """The decision reads so since, and stays the decision that one goes against."""
    acceptance.check(done(decider2, act), case, on)
    corrected = case.after(an_act(case, on, decider2, act))
    entry = corrected.entries[act.version - 1]

    assert act.decision == corrected.as_it_reads(entry, entry.act)
    assert remedy(corrected, entry) is not None
    assert remedy(corrected, corrected.entries[-1]) is None


@pytest.mark.parametrize(
    ("case", "act", "on"),
    [
        (ON_THE_OBJECTION, put_right(outcome=Outcome.PARTLY_UPHELD), TOMORROW),
        (ON_THE_OBJECTION, put_right(costs=CostsDecided(cents=1, reasoning=WHY)), TOMORROW),
        (ON_THE_OBJECTION, put_right(no_hearing="declined"), TOMORROW),
        (ON_THE_OBJECTION, put_right(), TOMORROW),
        (SET_ASIDE, a_correction(ASIDE, NOT_SO.model_copy(update={"about": 3})), date(2026, 6, 4)),
        (
            AN_AMOUNT,
            a_correction(
                AMOUNT,
                PenaltyDetermined(
                    about=DETERMINED[2].about, cents=0, none_because=NoPenalty.NO_INTEREST, reasoning=WHY
                ),
            ),
            ON,
        ),
    ],
)
def test_a_correction_leaves_the_outcome_and_the_amount(
    case: Case, act: acts.DecisionCorrected, on: date
) -> None:
    """What was decided wrongly is for the court, or for an objection."""
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(decider2, act), case, on)

    assert "decision" == refusal.value.field


@pytest.mark.parametrize(
    "case",
    [
        a_case_with(JUDGED, HEARD, CLAIMED),
        a_case_with(
            *UPHELD,
            (TODAY, objections1, acts.AppealRecorded(court="x", lodged_on=TODAY)),
            (TODAY, objections1, an_outcome("upheld", decided_on=TODAY)),
        ),
    ],
)
def test_what_is_not_decided_yet_or_was_annulled_is_not_corrected(case: Case) -> None:
    with pytest.raises(NotNow):
        acceptance.check(done(decider2, REWORDED), case, TOMORROW)


def test_the_term_to_appeal_runs_on_when_words_are_put_right() -> None:
    """From the day on which the decision itself was sent. Awb 1:3(1), 6:8(1)."""
    sent = (TODAY, clock, a_sending(DECISION, TODAY))
    decided = a_case_with(*UPHELD, sent)
    corrected = a_case_with(
        *UPHELD, sent, (TOMORROW, decider2, REWORDED), (TOMORROW, clock, a_sending(7, TOMORROW))
    )

    assert objections.appeal(decided) == objections.appeal(corrected)
    assert objections.window(decided) == objections.window(corrected)


def test_the_letter_of_words_put_right_is_signed_and_names_no_term_of_its_own() -> None:
    """It goes to everybody who had the decision."""
    case = a_case_with(*UPHELD, (TOMORROW, decider2, REWORDED))
    letter = called_for(case, case.entries[-1])

    assert letter is not None
    assert (None, None, decider2.name) == (letter.objection_until, letter.appeal_until, letter.signed_by)
    assert "yes" == letter.said["in_words_alone"]
    assert {"resident", "cooperative"} == set(letter.addressees)


def test_who_had_a_part_in_the_contested_decision_does_not_correct_that_on_the_objection() -> None:
    """Nor whoever is no decider, or has no mandate for it. Awb 7:5, 10:3."""
    case, none_held = a_case_with(*UPHELD), done(decider2, REWORDED, mandates=())

    authority.check(done(decider2, REWORDED), case, None, TOMORROW)
    with pytest.raises(NotTheSame):
        authority.check(done(decider1, REWORDED), case, None, TOMORROW)
    with pytest.raises(NotPermitted):
        authority.check(none_held, case, None, TOMORROW)
    with pytest.raises(NotPermitted):
        authority.check(done(objections1, REWORDED), case, None, TOMORROW)
