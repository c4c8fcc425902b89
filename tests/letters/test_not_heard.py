"""Why nobody was asked first what he thinks of a decision, as its letter tells it. Awb 3:46, 4:7, 4:8, 4:11."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import Act, PermissionGranted, ViewInvited, ViewReceived, ViewWaiver
from domain.people import Actor
from tests.examples import a_case, a_grant, a_refusal, a_review, caseworker1, coop_a, decider1
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
    an_extension,
)
from tests.superseding import a_correction

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
