"""A letter on what is intended says what was asked, if anything, and whether he would get that. Awb 4:7, 4:8."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.acts import Act
from domain.people import Actor
from tests.examples import a_case, caseworker1, clock, decider1, decider2
from tests.letters.letters import (
    ADJUSTMENT_ASKED,
    APPLIED,
    COOPERATIVE,
    GRANTED,
    LATER,
    ON_TRIAL,
    RENEWAL_ASKED,
    letter_of,
    pages_of,
    pdf_of,
)
from tests.permitting import (
    a_proposed_revocation,
    a_proposed_standstill,
    an_adjustment_asked,
    an_adjustment_proposed,
    an_evaluation,
)
from tests.superseding import a_reversal

Happened = tuple[date, Actor, Act]

FOR_THE_COOPERATIVE = (LATER, caseworker1, an_adjustment_asked(12, on_behalf_of="cooperative"))
REPORT_ASKED = (LATER, clock, acts.ReportRequested(reassessment_on=date(2026, 10, 1)))


def told_of_an_intention(*happened: Happened) -> str:
    """All that the letter says by which a view is asked after that."""
    invited = (LATER, decider2, acts.ViewInvited(intention="Wij zijn het niet eens."))
    return " ".join(pages_of(pdf_of(letter_of(a_case(APPLIED, *happened, invited)))))


@pytest.mark.parametrize(
    ("happened", "asked"),
    [
        ((), "kregen wij uw aanvraag"),
        ((*GRANTED, (LATER, decider1, a_reversal(3, date(2026, 10, 1)))), "kregen wij uw aanvraag"),
        ((*GRANTED, RENEWAL_ASKED), "U vroeg om langer mee te doen"),
        ((*GRANTED, ADJUSTMENT_ASKED), "U vroeg om andere afspraken over uw deelname"),
    ],
)
def test_who_asked_for_something_is_told_that_it_would_be_something_else(
    happened: tuple[Happened, ...], asked: str
) -> None:
    """That what he has would change is not what a refusal does."""
    whole = told_of_an_intention(*happened)

    assert asked in whole
    assert "iets anders te besluiten dan u vroeg" in whole
    assert "decide otherwise than you asked" in whole
    assert "te veranderen" not in whole


@pytest.mark.parametrize(
    ("happened", "told", "in_english"),
    [
        (
            (*GRANTED, FOR_THE_COOPERATIVE),
            f"{COOPERATIVE} vroeg om andere afspraken",
            f"{COOPERATIVE} asked for other terms",
        ),
        ((ON_TRIAL, (LATER, caseworker1, an_evaluation())), "hoe uw proef bij", "how your trial at"),
    ],
)
def test_who_did_not_ask_it_himself_is_not_told_that_he_did(
    happened: tuple[Happened, ...], told: str, in_english: str
) -> None:
    """The cooperative asked for other hours, or nobody asked anything at the end of a trial."""
    whole = told_of_an_intention(*happened)

    assert told in whole
    assert in_english in whole
    assert "iets te besluiten dat u misschien niet wilt" in whole
    assert "decide something on it that you may not want" in whole
    assert "dan u vroeg" not in whole
    assert "te veranderen" not in whole


@pytest.mark.parametrize(
    ("happened", "intended", "in_english"),
    [
        ((LATER, caseworker1, a_proposed_revocation()), "die in te trekken", "to revoke it"),
        ((LATER, caseworker1, a_proposed_standstill()), "die een tijd op te schorten", "to suspend it"),
        ((LATER, caseworker1, an_adjustment_proposed()), "de afspraken daarover te veranderen", "to change"),
        (REPORT_ASKED, "de afspraken daarover te veranderen", "to change the terms of it"),
    ],
)
def test_who_would_lose_something_is_told_what_the_municipality_itself_intends(
    happened: Happened, intended: str, in_english: str
) -> None:
    whole = told_of_an_intention(*GRANTED, happened)

    assert f"Wij zijn van plan om {intended}" in whole
    assert f"We intend {in_english}" in whole
    assert "dan u vroeg" not in whole
