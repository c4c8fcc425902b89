"""A letter says that the term runs again only when nothing else stops it. Awb 4:15(3), (4)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.acts import SuspensionEnded, SuspensionGround, SuspensionLapsed
from domain.case import Case
from domain.notices import called_for
from domain.people import Actor
from tests.examples import a_case, a_check, a_suspension, caseworker1, clock
from tests.letters.letters import APPLIED, WHY, letter_of, pages_of, pdf_of

Happened = tuple[date, Actor, acts.Act]

ON = date(2026, 3, 10)
APRIL_7, APRIL_14, MAY_1 = date(2026, 4, 7), date(2026, 4, 14), date(2026, 5, 1)
ABROAD: Happened = (ON, caseworker1, a_suspension(MAY_1, SuspensionGround.INFORMATION_FROM_ABROAD))
CONSENT: Happened = (ON, caseworker1, a_suspension(APRIL_7))
STORM: Happened = (ON, caseworker1, a_suspension(date(2026, 3, 20), SuspensionGround.FORCE_MAJEURE))
MISSING: tuple[Happened, ...] = (
    (ON, caseworker1, a_check("mandate")),
    (ON, clock, acts.SupplementRequested(missing=("mandate",), until=date(2026, 3, 24))),
)
PASSED: Happened = (APRIL_7, clock, SuspensionLapsed(about=3))
ENDED: Happened = (APRIL_7, caseworker1, SuspensionEnded(suspension=3, reason=WHY))
STILL = ("De tijd om te beslissen staat nog stil", "The time to decide still stands still")
RUNS = ("De tijd om te beslissen loopt weer", "The time to decide runs again")


def of(*happened: Happened) -> Case:
    """An application to which that happened."""
    return a_case(APPLIED, *happened)


@pytest.mark.parametrize("over", [PASSED, ENDED], ids=["passed", "ended"])
def test_it_says_for_what_else_the_term_stands_still_and_until_when(over: Happened) -> None:
    """Consent until 7 April, within information from abroad until 1 May."""
    case = of(ABROAD, CONSENT, over)
    letter, notice = letter_of(case), called_for(case, case.entries[-1])
    dutch, english = pages_of(pdf_of(letter))

    assert STILL == (letter.title.nl, letter.title.en)
    assert "staat nu nog stil, om een andere reden. Wij wachten op gegevens uit het buitenland." in dutch
    assert "Op 1 mei 2026 gaat de tijd weer lopen, of eerder als dat kan." in dutch
    assert "loopt" not in dutch.replace(letter.title.nl, "")
    assert "The time still stands still, for another reason. We are waiting for information from" in english
    assert "On 1 May 2026 it runs again, or sooner if that is possible." in english
    assert notice is not None
    assert "De beslistermijn staat nog stil" == notice.subject.nl


def test_so_it_is_while_something_is_awaited_from_the_applicant() -> None:
    """Force majeure until 20 March, and what is missing until the 24th. Awb 4:15(1)(a)."""
    over: Happened = (date(2026, 3, 20), clock, SuspensionLapsed(about=4))
    dutch, english = pages_of(pdf_of(letter_of(of(*MISSING, STORM, over))))

    assert "Wij wachten op wat wij van u vroegen." in dutch
    assert "Op 24 maart 2026 gaat de tijd weer lopen" in dutch
    assert "We are waiting for what we asked of you." in english
    assert "On 24 March 2026 it runs again" in english


@pytest.mark.parametrize(
    ("happened", "runs"),
    [
        ((STORM, CONSENT, PASSED), "De dag waarop die weer loopt, is 7 april 2026."),
        ((STORM, CONSENT, ENDED), "Sinds 7 april 2026 loopt die weer."),
        (
            (
                STORM,
                CONSENT,
                (
                    APRIL_14,
                    caseworker1,
                    SuspensionEnded(ended_on=date(2026, 3, 16), suspension=3, reason=WHY),
                ),
            ),
            "Sinds 20 maart 2026 loopt die weer.",
        ),
    ],
)
def test_once_nothing_stops_it_the_term_runs_since_the_last_of_them(
    happened: tuple[Happened, ...], runs: str
) -> None:
    """Also when that of which the letter tells was over before."""
    letter = letter_of(of(*happened))

    assert RUNS == (letter.title.nl, letter.title.en)
    assert runs in pages_of(pdf_of(letter))[0]


@pytest.mark.parametrize(
    ("before", "nl", "en"),
    [
        (
            (ABROAD,),
            "Dit duurt tot 7 april 2026, of korter als dat kan. Dan schrijven wij u. De tijd staat ook dan nog stil",
            "This lasts until 7 April 2026, or shorter if that is possible. Then we will write to you. The time still",
        ),
        ((STORM,), "Op 7 april 2026 gaat de tijd weer lopen", "On 7 April 2026 the time runs again"),
    ],
)
def test_a_suspension_within_another_does_not_say_that_the_term_runs_after_it(
    before: tuple[Happened, ...], nl: str, en: str
) -> None:
    """It names both days: where something else lasts longer, that is said as above. Awb 4:15(3)."""
    dutch, english = (" ".join(page.split()) for page in pages_of(pdf_of(letter_of(of(*before, CONSENT)))))

    assert nl in dutch
    assert en in english


def test_what_was_asked_for_once_the_term_was_over_stops_it_no_more() -> None:
    """Due on 26 May, since it stood still until 7 April; something turned out to be missing on 1 June."""
    june = date(2026, 6, 1)
    late = (
        (june, caseworker1, a_check("mandate")),
        (june, clock, acts.SupplementRequested(missing=("mandate",), until=date(2026, 6, 15))),
    )
    ended: Happened = (
        date(2026, 6, 2),
        caseworker1,
        SuspensionEnded(ended_on=APRIL_7, suspension=2, reason=WHY),
    )

    assert RUNS[0] == letter_of(of(ABROAD, *late, ended)).title.nl
