"""The answer to a notice of default: what it does, from when, and why it does nothing. Awb 4:17(3)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.acts import (
    Addressee,
    ApplicationWithdrawn,
    NoticeEffect,
    NoticeOfDefaultReceived,
    NoticeOfDefaultWeighed,
    Objector,
    PenaltyDetermined,
)
from domain.case import Case
from domain.matters.default import weigh
from domain.notices import called_for as notice_for
from tests.examples import a_case, a_refusal, an_act, caseworker1, clock, coop_a, decider1
from tests.letters.letters import APPLIED, GRANTED, letter_of, pages_of, pdf_of
from tests.letters.objections import an_objection_of
from tests.permitting import a_renewal_asked, an_adjustment_asked

DUE, LATE = date(2026, 4, 28), date(2026, 4, 29)
NOTICE = NoticeOfDefaultReceived()
RESIDENT, WORKPLACE, OTHER = Addressee.RESIDENT, Addressee.COOPERATIVE, Addressee.OBJECTOR


def weighed(case: Case, on: date, **changed: Any) -> Case:
    """A notice came that day, and was weighed."""
    case = case.after(an_act(case, on, coop_a, NOTICE))
    answer = weigh(case, case.version).model_copy(update=changed)
    return case.after(an_act(case, on, clock, answer))


def letter_in(case: Case) -> str:
    """All that it says."""
    return " ".join(pages_of(pdf_of(letter_of(case))))


def test_a_notice_that_came_too_early_is_answered_with_the_day_from_which_it_does_not() -> None:
    """The last day to decide is still in time."""
    whole = letter_in(weighed(a_case(APPLIED), DUE))

    assert "Uw ingebrekestelling kwam te vroeg. Zij heeft geen gevolg." in whole
    assert "Wij kunnen op uw aanvraag nog beslissen tot en met 28 april 2026." in whole
    assert "Dan kunt u vanaf 29 april 2026 een nieuwe ingebrekestelling sturen." in whole
    assert "We can still decide on your application until 28 April 2026, that day included." in whole
    assert "you can send a new notice of default from 29 April 2026" in whole


def test_a_notice_that_came_too_early_and_is_registered_after_that_day_promises_nothing() -> None:
    """What one can do is to send another one, at once."""
    case = a_case(APPLIED)
    late = NoticeOfDefaultReceived(received_on=DUE)
    case = case.after(an_act(case, date(2026, 5, 10), caseworker1, late))
    case = case.after(an_act(case, date(2026, 5, 10), clock, weigh(case, case.version)))
    whole, message = letter_in(case), notice_for(case, case.entries[-1])

    assert message is not None
    assert "konden wij op uw aanvraag nog beslissen tot en met 28 april 2026." in whole
    assert "Dan kunt u nu een nieuwe ingebrekestelling sturen." in whole
    assert "you can send a new notice of default now." in whole
    assert "kunnen nog beslissen" not in message.body.nl
    assert "Dan kunt u er nu opnieuw een sturen." in message.body.nl


def test_a_notice_that_counts_is_answered_with_the_day_from_which_it_costs_money() -> None:
    """Two weeks after it came. Awb 4:17(3)."""
    whole = letter_in(weighed(a_case(APPLIED), LATE))

    assert "Wij moesten uiterlijk 28 april 2026 beslissen op uw aanvraag. Dat is niet gelukt." in whole
    assert "Hebben wij ons besluit niet vóór 14 mei 2026 verstuurd?" in whole
    assert "Have we not sent our decision before 14 May 2026?" in whole
    assert "te vroeg" not in whole


def test_a_notice_that_counts_after_all_takes_back_what_was_written() -> None:
    whole = letter_in(weighed(a_case(APPLIED), LATE, was=NoticeEffect.PREMATURE))

    assert "Wat wij u daar eerder over schreven, klopt niet meer: onze brief met een latere dag" in whole
    assert "is so no more: our letter with a later day went out too late." in whole
    assert "niet vóór 14 mei 2026 verstuurd" in whole


@pytest.mark.parametrize(
    ("was", "effect", "nl", "en"),
    [
        (
            *(NoticeEffect.COUNTS, NoticeEffect.PREMATURE),
            *("wij hadden meer tijd om te beslissen dan wij", "we had more time to decide than we knew"),
        ),
        (
            *(NoticeEffect.COUNTS, NoticeEffect.REPEATED),
            *("een ingebrekestelling die eerder bij ons kwam, geldt.", "that came to us before it counts."),
        ),
        (
            *(NoticeEffect.REPEATED, NoticeEffect.COUNTS),
            *("die eerder bij ons kwam, geldt niet.", "that came to us before it does not count."),
        ),
    ],
)
def test_a_notice_that_does_something_else_after_all_is_told_why(
    was: NoticeEffect, effect: NoticeEffect, nl: str, en: str
) -> None:
    """In the letter and in the message to the cooperative; nothing went out too late then."""
    case = weighed(a_case(APPLIED), LATE, was=was, effect=effect)
    whole, told = letter_in(case), notice_for(case, case.entries[-1])

    assert told is not None
    assert nl in whole
    assert en in whole
    assert nl.removesuffix(".") in told.body.nl
    assert en.removesuffix(".") in told.body.en
    assert "te laat weg" not in whole + told.body.nl


@pytest.mark.parametrize(
    ("effect", "nl", "en"),
    [
        (NoticeEffect.REPEATED, "geldt een andere ingebrekestelling.", "another notice of default counts."),
        (NoticeEffect.OWN_MOTION, "wij nemen het uit onszelf opnieuw", "of our own motion"),
    ],
)
def test_a_notice_that_does_nothing_is_answered_with_the_reason(
    effect: NoticeEffect, nl: str, en: str
) -> None:
    whole = letter_in(weighed(a_case(APPLIED), LATE, effect=effect))

    assert nl in whole
    assert en in whole
    assert "14 mei 2026" not in whole


ASKED, TOO_EARLY = date(2026, 9, 1), date(2026, 10, 1)
TAKING_PART = a_case(APPLIED, *GRANTED)


@pytest.mark.parametrize(
    ("asked", "nl", "goes_to"),
    [
        (a_renewal_asked(date(2028, 4, 30)), "uw verzoek om te verlengen", (RESIDENT, WORKPLACE)),
        (an_adjustment_asked(), "het verzoek om andere afspraken", (RESIDENT, WORKPLACE)),
        (an_adjustment_asked(on_behalf_of="cooperative"), "het verzoek om andere afspraken", (WORKPLACE,)),
    ],
)
def test_a_notice_is_answered_to_who_asked_and_about_what_he_asked(
    asked: Any, nl: str, goes_to: tuple[Addressee, ...]
) -> None:
    case = weighed(TAKING_PART.after(an_act(TAKING_PART, ASKED, coop_a, asked)), TOO_EARLY)

    assert goes_to == letter_of(case).addressees
    assert f"Wij kunnen op {nl} nog beslissen tot en met 27 oktober 2026." in letter_in(case)


def test_the_notice_of_another_objector_is_answered_to_him_alone() -> None:
    """Nor is the cooperative mailed of what it did not send."""
    his = an_objection_of(objector=Objector.ANOTHER, objector_name="Fietsenmaker Van Dam")
    case, own = weighed(his, TOO_EARLY), weighed(an_objection_of(), TOO_EARLY)

    assert (OTHER,) == letter_of(case).addressees
    assert "beslissen op het bezwaar in deze zaak" in letter_in(case)
    assert notice_for(case, case.entries[-1]) is None
    assert notice_for(own, own.entries[-1]) is not None
    assert isinstance(case.entries[-1].act, NoticeOfDefaultWeighed)


@pytest.mark.parametrize("is_taken_back", [True, False])
def test_an_amount_is_told_to_be_part_of_an_objection_only_where_there_is_a_decision(
    is_taken_back: bool,
) -> None:
    """Of what was taken back there is none to object to. Awb 4:19(1)."""
    june, july = date(2026, 6, 1), date(2026, 7, 1)
    over = (coop_a, ApplicationWithdrawn()) if is_taken_back else (decider1, a_refusal())
    case = weighed(a_case(APPLIED), LATE)
    case = case.after(an_act(case, june, *over))
    fixed = PenaltyDetermined(about=2, cents=46_700, reasoning="Te laat.")
    whole = letter_in(case.after(an_act(case, july, decider1, fixed)))

    assert is_taken_back == ("Hebt u bezwaar gemaakt tegen ons besluit op uw aanvraag" not in whole)
    assert is_taken_back == ("Did you object to our decision on your application" not in whole)
