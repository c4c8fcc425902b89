"""Why nobody was asked first what he thinks of a decision, as its letter tells it. Awb 3:46, 4:7, 4:8, 4:11."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import Act, PermissionGranted, ViewInvited, ViewReceived, ViewWaiver
from domain.people import Actor
from tests.examples import (
    a_case,
    a_grant,
    a_refusal,
    a_review,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    decider2,
)
from tests.letters.letters import (
    ADJUSTMENT_ASKED,
    APPLIED,
    GRANTED,
    LATER,
    ON,
    ON_TRIAL,
    RENEWAL_ASKED,
    THEN,
    UNTIL,
    letter_of,
    pages_of,
    pdf_of,
)
from tests.permitting import (
    a_proposed_revocation,
    a_refused_adjustment,
    a_refused_renewal,
    a_renewal,
    a_revocation,
    a_suspended_permission,
    an_adjustment,
    an_adjustment_asked,
    an_adjustment_proposed,
    an_evaluation,
    an_extension,
)
from tests.superseding import a_correction, a_reversal

Happened = tuple[date, Actor, Act]

NOT_ASKED = "Wij vroegen u niet eerst wat u hiervan vindt."
NOT_ASKED_EN = "We did not first ask you what you think of this."
URGENT = ViewWaiver.URGENT
OCTOBER, A_YEAR_MORE = date(2026, 10, 1), date(2028, 4, 30)
REVIEWED = (ON, caseworker1, a_review("refuse"))
PROPOSED = (LATER, caseworker1, a_proposed_revocation())
SHORT = a_grant(date(2026, 5, 1), date(2026, 12, 31), view_waived=URGENT)


def _whole(*happened: Happened) -> str:
    return " ".join(pages_of(pdf_of(letter_of(a_case(APPLIED, *happened)))))


@pytest.mark.parametrize(
    ("ground", "nl", "en"),
    [
        (
            ViewWaiver.NOT_ON_HIS_FACTS,
            "berust niet op gegevens over u die anders zijn dan wat u zelf hebt opgegeven.",
            "rests on nothing about you that differs from what you gave yourself.",
        ),
        (ViewWaiver.URGENT, "Het kon niet wachten.", "It could not wait."),
        (ViewWaiver.HEARD_BEFORE, "Dat kon u ons al eerder vertellen", "You could tell us that before"),
        (ViewWaiver.DEFEATS_ITS_PURPOSE, "zijn doel gemist.", "missed its purpose."),
        (ViewWaiver.DATA_NOT_GIVEN, "U gaf ons de gegevens niet", "You did not give us the data"),
    ],
)
def test_who_was_not_asked_first_is_told_the_ground_for_that(ground: ViewWaiver, nl: str, en: str) -> None:
    whole = _whole(REVIEWED, (THEN, decider1, a_refusal(view_waived=ground)))

    assert NOT_ASKED in whole
    assert nl in whole
    assert NOT_ASKED_EN in whole
    assert en in whole


EACH: dict[str, tuple[Happened, ...]] = {
    "permission_granted": ((THEN, decider1, SHORT),),
    "permission_suspended": (
        *GRANTED,
        (LATER, decider1, a_suspended_permission(LATER, OCTOBER, view_waived=URGENT)),
    ),
    "permission_revoked": (
        *GRANTED,
        PROPOSED,
        (LATER, decider1, a_revocation(OCTOBER, view_waived=URGENT)),
    ),
    "conditions_adjusted": (
        *GRANTED,
        ADJUSTMENT_ASKED,
        (LATER, caseworker1, an_adjustment(4, 8, view_waived=URGENT)),
    ),
    "adjustment_refused": (
        *GRANTED,
        ADJUSTMENT_ASKED,
        (LATER, caseworker1, a_refused_adjustment(4, view_waived=URGENT)),
    ),
    "permission_extended_to_full": (
        ON_TRIAL,
        (LATER, decider1, an_extension(A_YEAR_MORE, view_waived=URGENT)),
    ),
    "permission_renewed": (
        *GRANTED,
        RENEWAL_ASKED,
        (LATER, decider1, a_renewal(A_YEAR_MORE, view_waived=URGENT)),
    ),
    "renewal_refused": (
        *GRANTED,
        RENEWAL_ASKED,
        (LATER, decider1, a_refused_renewal(view_waived=URGENT)),
    ),
    "decision_corrected": ((THEN, decider1, SHORT), (LATER, decider1, a_correction(2, SHORT))),
}


@pytest.mark.parametrize("kind", sorted(EACH))
def test_each_decision_that_may_be_taken_without_a_view_says_so(kind: str) -> None:
    whole = _whole(*EACH[kind])

    assert kind == EACH[kind][-1][2].kind
    assert f"{NOT_ASKED} Het kon niet wachten." in whole
    assert f"{NOT_ASKED_EN} It could not wait." in whole


NOT_HIS = ViewWaiver.NOT_ON_HIS_FACTS
GAVE_OTHERS, GAVE_OTHERS_EN = (
    "die anders zijn dan wat u zelf hebt opgegeven.",
    "differs from what you gave yourself.",
)
NOT_GIVEN, NOT_GIVEN_EN = "over u die u niet zelf hebt gegeven.", "about you that you did not give yourself."
OWN = (LATER, coop_a, an_adjustment_asked(4, on_behalf_of="cooperative"))
LESS = an_adjustment(4, 4, view_waived=NOT_HIS)
REFUSED, REVERSED = (
    (THEN, decider1, a_refusal(view_waived=NOT_HIS)),
    (LATER, decider1, a_reversal(3, OCTOBER)),
)
APPLIED_FOR: dict[str, tuple[Happened, ...]] = {
    "refused": (REVIEWED, REFUSED),
    "for a shorter time": ((THEN, decider1, SHORT.model_copy(update={"view_waived": NOT_HIS})),),
    "not renewed": (*GRANTED, RENEWAL_ASKED, (LATER, decider1, a_refused_renewal(view_waived=NOT_HIS))),
    "adjusted": (*GRANTED, ADJUSTMENT_ASKED, (LATER, caseworker1, LESS)),
    "not adjusted for the cooperative": (
        *GRANTED,
        OWN,
        (LATER, caseworker1, a_refused_adjustment(4, NOT_HIS)),
    ),
    "the correction of a refusal": (
        REVIEWED,
        REFUSED,
        (LATER, decider1, a_correction(3, a_refusal("no_benefit", view_waived=NOT_HIS))),
    ),
}
OF_OUR_OWN: dict[str, tuple[Happened, ...]] = {
    "suspended": (
        *GRANTED,
        (LATER, decider1, a_suspended_permission(LATER, OCTOBER, view_waived=NOT_HIS)),
    ),
    "revoked": (*GRANTED, PROPOSED, (LATER, decider1, a_revocation(OCTOBER, view_waived=NOT_HIS))),
    "adjusted as proposed": (
        *GRANTED,
        (LATER, caseworker1, an_adjustment_proposed(4)),
        (LATER, caseworker2, LESS),
    ),
    "adjusted for the cooperative": (*GRANTED, OWN, (LATER, caseworker1, LESS)),
    "a trial made full": (
        ON_TRIAL,
        (LATER, caseworker1, an_evaluation()),
        (LATER, decider1, an_extension(A_YEAR_MORE, view_waived=NOT_HIS)),
    ),
    "refused after a reversal": (
        REVIEWED,
        REFUSED,
        REVERSED,
        (LATER, decider2, a_refusal(view_waived=NOT_HIS)),
    ),
    "the correction of a revocation": (
        *GRANTED,
        PROPOSED,
        (LATER, decider1, a_revocation(OCTOBER, view_waived=NOT_HIS)),
        (LATER, decider1, a_correction(5, a_revocation(OCTOBER, "no_benefit", view_waived=NOT_HIS))),
    ),
}


@pytest.mark.parametrize("decision", sorted(APPLIED_FOR))
def test_of_what_was_applied_for_it_is_told_that_nothing_differs_from_what_was_given(decision: str) -> None:
    """Awb 4:7(1)(b)."""
    whole = _whole(*APPLIED_FOR[decision])

    assert GAVE_OTHERS in whole
    assert GAVE_OTHERS_EN in whole
    assert NOT_GIVEN not in whole
    assert NOT_GIVEN_EN not in whole


@pytest.mark.parametrize("decision", sorted(OF_OUR_OWN))
def test_of_what_nobody_applied_for_it_is_told_that_all_of_it_is_his_own(decision: str) -> None:
    """Also of what the cooperative asked for itself: the resident did not. Awb 4:8(1)(b)."""
    whole = _whole(*OF_OUR_OWN[decision])

    assert NOT_GIVEN in whole
    assert NOT_GIVEN_EN in whole
    assert GAVE_OTHERS not in whole
    assert GAVE_OTHERS_EN not in whole


def test_who_was_asked_and_answered_is_not_told_otherwise() -> None:
    asked = (ON, decider1, ViewInvited(intention="Wij willen weigeren."))
    answered = (UNTIL, coop_a, ViewReceived(view="Doe het niet."))
    whole = _whole(REVIEWED, asked, answered, (THEN, decider1, a_refusal(view_waived=None)))

    assert "Dat hebben wij meegewogen." in whole
    assert NOT_ASKED not in whole


def test_a_decision_that_needed_no_view_is_silent_on_it() -> None:
    granted: PermissionGranted = a_grant(date(2026, 6, 1), date(2027, 5, 31))
    whole = _whole((ON, caseworker1, a_review()), (THEN, decider1, granted))

    assert NOT_ASKED not in whole
    assert "meegewogen" not in whole
