"""The letter that the decision comes later says what that changes, and by which rules. Awb 4:14."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acts
from domain.case import Case
from domain.notices import called_for
from tests.examples import a_case, a_policy, caseworker1
from tests.letters.letters import APPLIED, WHY, letter_of, pages_of, pdf_of

RULES = "Nadere regels meedoen, art. 5"
MAY_4 = date(2026, 5, 4)
LATER = acts.DecisionAdjourned(until=MAY_4, reasoning=WHY)


def adjourned(on: date, **periods: Any) -> Case:
    """Six weeks from 2 March by a regulation, so until 13 April; told that it will be 4 May."""
    policy = a_policy(periods={"decision_weeks": 6, **periods})
    return a_case(APPLIED, (on, caseworker1, LATER), policy=policy)


@pytest.mark.parametrize(
    ("periods", "nl", "en"),
    [
        ({"regulation": RULES}, f"volgens {RULES}.", f"by {RULES}."),
        ({}, "volgens onze eigen regels.", "by our own rules."),
    ],
)
def test_it_names_the_regulation_that_allows_it(periods: dict[str, Any], nl: str, en: str) -> None:
    """Not the law, which allows it only where no regulation sets the term. Awb 4:14(3)."""
    dutch, english = pages_of(pdf_of(letter_of(adjourned(date(2026, 4, 10), adjournment_weeks=4, **periods))))

    assert "U krijgt nu uiterlijk 4 mei 2026 ons besluit." in dutch
    assert f"Wij mogen later beslissen {nl}" in dutch
    assert "You will now get our decision by 4 May 2026." in english
    assert f"We may decide later {en}" in english


def test_where_none_is_allowed_it_says_that_the_term_stays() -> None:
    """From 14 April on one can give notice of default. Awb 4:14(1), 4:17."""
    dutch, english = pages_of(pdf_of(letter_of(adjourned(date(2026, 4, 10), regulation=RULES))))

    assert "U krijgt nu uiterlijk 4 mei 2026 ons besluit." in dutch
    assert (
        "wordt hierdoor niet langer. Wij moeten uiterlijk 13 april 2026 beslissen. Na die dag kunt u" in dutch
    )
    assert "You will now get our decision by 4 May 2026." in english
    assert "does not become longer by this. We have to decide by 13 April 2026. After that day you" in english
    assert RULES not in dutch + english


def test_once_the_term_is_over_it_says_that_too() -> None:
    """It is told all the same. Awb 4:14(1)."""
    dutch, english = pages_of(pdf_of(letter_of(adjourned(date(2026, 4, 14)))))

    assert "Wij moesten uiterlijk 13 april 2026 beslissen. Die dag is voorbij: wij zijn te laat." in dutch
    assert "We had to decide by 13 April 2026. That day is over: we are late." in english


def test_the_message_names_the_day_that_is_expected() -> None:
    """And leaves to the letter what one can do."""
    case = adjourned(date(2026, 4, 10))
    notice = called_for(case, case.entries[-1])

    assert notice is not None
    assert "U krijgt ons besluit uiterlijk 4 mei 2026." in notice.body.nl
