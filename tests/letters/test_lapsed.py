"""What was asked lapses with the permission: by which decision, and what is not promised meanwhile. Awb 4:13, 6:2."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.acts import EndedBy, Party
from domain.people import Actor
from tests.examples import a_case, a_refusal, an_ending, caseworker1, clock, coop_a, decider1, decider2
from tests.letters.letters import (
    ABOUT_TO_REVOKE,
    ADJUSTMENT_ASKED,
    APPLIED,
    GRANTED,
    LATER,
    OCTOBER,
    RENEWAL_ASKED,
    WHY,
    letter_of,
    pages_of,
    pdf_of,
)
from tests.permitting import a_proposed_revocation, a_revocation, an_adjustment_asked
from tests.superseding import a_correction, a_reversal

Happened = tuple[date, Actor, acts.Act]

ITS_OWN = (LATER, coop_a, an_adjustment_asked(12, on_behalf_of=Party.COOPERATIVE))
REVOKED = (LATER, decider1, a_revocation(OCTOBER))
UPHELD = (LATER, clock, acts.ObjectionUpheld(objection="ZON-2026-0002", version=3, decide_by=OCTOBER))
REFUSED_AFTER_ALL = (LATER, decider2, a_refusal())


def told(*happened: Happened) -> str:
    """All that the last letter says."""
    return " ".join(pages_of(pdf_of(letter_of(a_case(APPLIED, *GRANTED, *happened)))))


@pytest.mark.parametrize(
    ("ends", "against_it"),
    [
        ((*ABOUT_TO_REVOKE, REVOKED), "bezwaar maken tot en met"),
        ((UPHELD, REFUSED_AFTER_ALL), "in beroep gaan bij de rechtbank tot en met"),
    ],
)
def test_a_decision_that_ends_the_permission_says_which_requests_lapse_with_it(
    ends: tuple[Happened, ...], against_it: str
) -> None:
    """That nothing is decided on them any more is a part of it, so that one goes against it in the same way."""
    whole = told(RENEWAL_ASKED, ADJUSTMENT_ASKED, ITS_OWN, *ends)

    assert (
        "Met dit besluit vervalt ook: • uw verzoek om te verlengen, van 1 september 2026"
        " • het verzoek om andere afspraken, van 1 september 2026"
        " • het verzoek om andere afspraken, van 1 september 2026 Daarop beslissen wij niet meer"
    ) in whole
    assert "Zet dat dan ook in uw brief." in whole
    assert "With this decision lapses too: • your request to renew, of 1 September 2026" in whole
    assert against_it in whole


def test_a_correction_of_it_says_so_again_since_it_takes_its_place() -> None:
    corrected = (OCTOBER, decider1, a_correction(8, a_revocation(date(2026, 11, 1))))

    assert "vervalt ook: • uw verzoek om te verlengen" in told(
        RENEWAL_ASKED, *ABOUT_TO_REVOKE, REVOKED, corrected
    )


def test_nothing_lapses_where_nothing_was_asked_or_it_was_taken_back() -> None:
    taken_back = (LATER, coop_a, acts.AdjustmentDropped(about=4))

    assert "vervalt" not in told(*ABOUT_TO_REVOKE, REVOKED)
    assert "vervalt" not in told(ADJUSTMENT_ASKED, taken_back, *ABOUT_TO_REVOKE, REVOKED)
    assert "vervalt" not in told(UPHELD, REFUSED_AFTER_ALL)


@pytest.mark.parametrize(
    ("ended_by", "by_a_decision"),
    [
        (EndedBy.PERMISSION_REVOKED, True),
        (EndedBy.PERMISSION_REFUSED, True),
        (EndedBy.PARTICIPATION_ENDED, False),
    ],
)
@pytest.mark.parametrize("asked", [ADJUSTMENT_ASKED, ITS_OWN])
def test_who_asked_to_adjust_is_told_where_he_can_go_or_to_say_that_he_still_wants_it(
    ended_by: EndedBy, by_a_decision: bool, asked: Happened
) -> None:
    whole = told(asked, (LATER, clock, acts.AdjustmentLapsed(about=4, ended_by=ended_by)))

    assert by_a_decision == ("hoort bij ons besluit over de toestemming" in whole)
    assert by_a_decision == ("is a part of our decision about the permission" in whole)
    assert by_a_decision != ("zien het als ingetrokken. Klopt dat niet? Laat het ons dan weten." in whole)
    assert by_a_decision != ("treat it as withdrawn. Is that not right? Then please tell us." in whole)


SET_ASIDE = (LATER, decider1, acts.RequestSetAside(about=4, reasoning=WHY))


@pytest.mark.parametrize(
    "happened",
    [
        (LATER, decider2, a_reversal(3, OCTOBER)),
        (LATER, caseworker1, a_proposed_revocation()),
        (LATER, coop_a, an_ending(date(2026, 12, 31))),
    ],
)
def test_a_request_that_is_set_aside_promises_nothing_of_a_permission_that_is_not_certain(
    happened: Happened,
) -> None:
    """While that is decided on again, may be revoked, or somebody stops: it may yet end before its last day."""
    whole, settled = told(RENEWAL_ASKED, happened, SET_ASIDE), told(RENEWAL_ASKED, SET_ASIDE)

    for said in ("Dit besluit verandert niets aan uw toestemming.", "This decision changes nothing in your"):
        assert said in whole
        assert said in settled
    for said in (
        "Die is tot en met 30 april 2027. U kunt tot die dag een nieuw verzoek doen.",
        "a new request",
    ):
        assert said not in whole
        assert said in settled


@pytest.mark.parametrize(
    ("asked", "on", "nl", "en"),
    [
        (
            True,
            OCTOBER,
            "Dat doen wij uiterlijk op 27 oktober 2026.",
            "We do so by 27 Oct",
        ),
        (
            True,
            date(2026, 11, 2),
            "Dat hadden wij uiterlijk op 27 oktober 2026 moeten doen.",
            "So we are late.",
        ),
        (False, OCTOBER, "", ""),
    ],
)
def test_who_goes_on_after_all_is_told_by_when_what_lapsed_is_decided_on(
    asked: bool, on: date, nl: str, en: str
) -> None:
    """Where he asked to take part for longer, and not otherwise."""
    stops = (LATER, coop_a, an_ending(date(2026, 12, 31)))
    whole = told(*([RENEWAL_ASKED] if asked else []), stops, (on, coop_a, acts.EndingWithdrawn()))

    assert nl in whole
    assert en in whole
    assert asked == ("Op uw verzoek om langer mee te doen beslissen wij nu toch." in whole)
