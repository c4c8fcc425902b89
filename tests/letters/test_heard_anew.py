"""A letter tells of the view on this decision, and not of one on what was decided or reviewed before. Awb 3:46, 4:7."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.acts import Act, ViewInvited, ViewLapsed, ViewReceived, ViewWaiver
from domain.case import Case
from domain.people import Actor
from tests.domain.annulled import taking_part, upheld
from tests.examples import (
    a_case,
    a_grant,
    a_refusal,
    a_review,
    an_act,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
    decider3,
)
from tests.letters.letters import APPLIED, LATER, ON, THEN, letter_of, pages_of, pdf_of
from tests.permitting import (
    a_proposed_revocation,
    a_refused_adjustment,
    a_refused_renewal,
    a_renewal_asked,
    a_revocation,
    an_adjustment_asked,
    an_extension,
)
from tests.superseding import a_correction, a_reversal

Happened = tuple[date, Actor, Act]

GIVEN = ("U hebt ons verteld wat u hiervan vindt.", "You told us what you think of this.")
LAPSED = ("Wij hebben niets van u gehoord.", "We have not heard from you.")
BEFORE = (
    "Wij vroegen u niet eerst wat u hiervan vindt. Dat kon u ons al eerder vertellen,",
    "We did not first ask you what you think of this. You could tell us that before,",
)
HEARD_BEFORE = ViewWaiver.HEARD_BEFORE
JUNE, JULY, AUGUST = date(2026, 6, 1), date(2026, 7, 6), date(2026, 8, 3)
ANSWERS: dict[str, tuple[Actor, Act]] = {
    "given": (coop_a, ViewReceived(view="Doe het niet.")),
    "lapsed": (clock, ViewLapsed()),
}


def _asked(on: date, answer: str) -> tuple[Happened, Happened]:
    actor, act = ANSWERS[answer]
    return (on, decider1, ViewInvited(intention="Wij willen dit niet.")), (on, actor, act)


def _told(case: Case) -> str:
    return " ".join(pages_of(pdf_of(letter_of(case))))


def _refused(answer: str) -> tuple[Happened, ...]:
    refused = (THEN, decider1, a_refusal(view_waived=None))
    return APPLIED, (ON, caseworker1, a_review("refuse")), *_asked(ON, answer), refused


OVERTURNED = acts.ObjectionUpheld(objection="one", version=5, decide_by=LATER, was_heard=True)
ANEW: dict[str, tuple[Happened, ...]] = {
    "overturned": ((LATER, clock, OVERTURNED),),
    "reversed": ((LATER, decider2, a_reversal(5, LATER)),),
}


@pytest.mark.parametrize("answer", sorted(ANSWERS))
@pytest.mark.parametrize("anew", sorted(ANEW))
def test_a_decision_taken_anew_says_why_no_view_was_asked_on_it(anew: str, answer: str) -> None:
    case = a_case(*_refused(answer), *ANEW[anew], (LATER, decider3, a_refusal(view_waived=HEARD_BEFORE)))
    whole = _told(case)

    assert all(each in whole for each in BEFORE)
    assert not any(each in whole for each in (*GIVEN, *LAPSED))


@pytest.mark.parametrize(("first", "then", "told"), [("given", "lapsed", LAPSED), ("lapsed", "given", GIVEN)])
def test_a_view_asked_anew_is_the_one_that_is_told(first: str, then: str, told: tuple[str, str]) -> None:
    refused = (LATER, decider3, a_refusal(view_waived=None))
    whole = _told(a_case(*_refused(first), *ANEW["overturned"], *_asked(LATER, then), refused))

    assert [each for each in (*GIVEN, *LAPSED) if each in whole] == list(told)


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (a_refusal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS), "Ons besluit berust niet op gegevens over u"),
        (a_grant(date(2026, 6, 1), date(2027, 5, 31)), ""),
    ],
)
def test_a_view_from_before_a_new_review_was_on_something_else(decision: Act, told: str) -> None:
    """Who gets what he asked for after all is told nothing of it."""
    back = (
        (THEN, decider1, acts.ReviewReturned(reason="Er zijn nieuwe feiten.")),
        (THEN, caseworker1, a_review()),
    )
    whole = _told(
        a_case(
            APPLIED,
            (ON, caseworker1, a_review("refuse")),
            *_asked(ON, "lapsed"),
            *back,
            (LATER, decider1, decision),
        )
    )

    assert told in whole
    assert LAPSED[0] not in whole


Decision = acts.RenewalRefused | acts.PermissionRevoked | acts.AdjustmentRefused

OF_A_MATTER: dict[str, tuple[Happened, tuple[Happened, ...], Decision]] = {
    "renewal_refused": (
        (JUNE, coop_a, a_renewal_asked(date(2026, 12, 31))),
        (
            (
                JUNE,
                caseworker1,
                acts.RenewalAdvised(recommendation=acts.RenewalAdvice.REFUSE, reasoning="Het past niet."),
            ),
        ),
        a_refused_renewal(view_waived=HEARD_BEFORE),
    ),
    "permission_revoked": (
        (JUNE, caseworker1, a_proposed_revocation()),
        (),
        a_revocation(date(2026, 9, 1), view_waived=HEARD_BEFORE),
    ),
    "adjustment_refused": (
        (JUNE, coop_a, an_adjustment_asked()),
        (),
        a_refused_adjustment(4, view_waived=HEARD_BEFORE),
    ),
}


@pytest.mark.parametrize("answer", sorted(ANSWERS))
@pytest.mark.parametrize("kind", sorted(OF_A_MATTER))
def test_so_does_one_on_a_request_or_a_proposal_once_an_objection_annulled_the_first(
    kind: str, answer: str
) -> None:
    """A correction of the first still tells the view that was heard on that."""
    began, more, decision = OF_A_MATTER[kind]
    first = decision.model_copy(update={"view_waived": None})
    decided = taking_part(began, *more, *_asked(JUNE, answer), (JUNE, decider1, first))
    corrected = decided.after(
        an_act(
            decided,
            JULY,
            decider1,
            a_correction(decided.version, first.model_copy(update={"reasoning": "Anders."})),
        )
    )
    anew = upheld(decided, decided.version, on=JULY)
    anew = anew.after(an_act(anew, AUGUST, decider3, decision))
    whole, of_the_first = _told(anew), _told(corrected)

    assert all(each in whole for each in BEFORE)
    assert not any(each in whole for each in (*GIVEN, *LAPSED))
    assert {"given": GIVEN, "lapsed": LAPSED}[answer][0] in of_the_first


def test_a_trial_made_full_is_silent_on_the_view_before_the_trial() -> None:
    on_trial = (THEN, decider1, a_grant(date(2026, 7, 1), date(2026, 9, 30), form=acts.Form.TRIAL))
    full = (LATER, decider1, an_extension(date(2028, 4, 30)))
    whole = _told(a_case(APPLIED, (ON, caseworker1, a_review()), *_asked(ON, "given"), on_trial, full))

    assert GIVEN[0] not in whole


def test_a_view_on_a_trial_that_is_decided_on_again_is_asked_on_that_trial() -> None:
    """And not on the terms of a permission, whatever was decided at the reassessment."""
    on_trial = (THEN, decider1, a_grant(date(2026, 7, 1), date(2026, 12, 31), form=acts.Form.TRIAL))
    case = a_case(APPLIED, (ON, caseworker1, a_review()), on_trial)
    case = case.after(an_act(case, LATER, decider1, an_extension(date(2028, 4, 30))))
    case = upheld(case, case.version, on=LATER)
    invited = an_act(case, LATER, decider2, ViewInvited(intention="Korter dan u had."))
    case = case.after(invited.model_copy(update={"about": 4}))

    assert "Wij hebben bekeken hoe uw proef" in _told(case)
