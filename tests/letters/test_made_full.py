"""What the letter of a trial made full says of the requests to renew that were open. Awb 3:46, 4:13."""

from __future__ import annotations

from datetime import date

import pytest

from tests.examples import an_act, coop_a, decider1
from tests.letters.letters import APPLIED, GRANTED, ON_TRIAL, a_case, letter_of, pages_of, pdf_of
from tests.permitting import a_renewal_asked, an_extension

ASKED_ON, ASKED_UNTIL = date(2026, 9, 1), date(2027, 8, 31)
ANSWERS = (
    "Dit is ook ons besluit op uw verzoek om langer mee te doen.",
    "This is our decision on your request to take part for longer too.",
)
DECIDES_APART = ("U vroeg om nog langer mee te doen. Daarop beslissen wij apart.", "On that we decide apart.")


@pytest.mark.parametrize(
    ("until", "on", "said", "not_said"),
    [
        (ASKED_UNTIL, date(2026, 9, 10), ANSWERS, DECIDES_APART),
        (
            date(2027, 3, 31),
            date(2026, 9, 10),
            (*DECIDES_APART, "Dat doen wij uiterlijk op 27 oktober 2026.", "We do so by 27 October 2026."),
            ANSWERS,
        ),
        (
            date(2027, 3, 31),
            date(2026, 11, 2),
            (*DECIDES_APART, "Dat hadden wij uiterlijk op 27 oktober 2026 moeten doen.", "So we are late."),
            ANSWERS,
        ),
    ],
)
def test_it_says_whether_it_answers_who_asked_to_take_part_longer(
    until: date, on: date, said: tuple[str, ...], not_said: tuple[str, ...]
) -> None:
    """Or by when that is decided on, where he asked for more."""
    case = a_case(APPLIED, GRANTED[0], ON_TRIAL, (ASKED_ON, coop_a, a_renewal_asked(ASKED_UNTIL)))
    full = an_act(case, on, decider1, an_extension(until)).model_copy(update={"about": None})
    whole = " ".join(pages_of(pdf_of(letter_of(case.after(full)))))

    assert [] == [words for words in said if words not in whole]
    assert [] == [words for words in not_said if words in whole]


def test_it_says_nothing_of_that_where_nobody_asked() -> None:
    full = (ASKED_ON, decider1, an_extension(ASKED_UNTIL))
    whole = " ".join(pages_of(pdf_of(letter_of(a_case(APPLIED, GRANTED[0], ON_TRIAL, full)))))

    assert [] == [words for words in (*ANSWERS, *DECIDES_APART) if words in whole]


@pytest.mark.parametrize(
    ("stay", "said", "not_said"),
    [
        (
            (),
            (
                "van de proef zijn vervallen: • Boeken bijhouden. •",
                "Er zijn geen andere voorwaarden",
            ),
            (),
        ),
        (
            ("Boeken bijhouden.",),
            (
                "Waar moet u zich aan houden? • Boeken bijhouden.",
                "van de proef zijn vervallen: • Elke week bellen.",
            ),
            ("Er zijn geen andere voorwaarden", "vervallen: • Boeken"),
        ),
        (
            ("Boeken bijhouden.", "Elke week bellen."),
            (),
            ("van de proef zijn vervallen", "conditions of the trial"),
        ),
    ],
)
def test_it_says_which_conditions_of_the_trial_are_gone(
    stay: tuple[str, ...], said: tuple[str, ...], not_said: tuple[str, ...]
) -> None:
    """What counts is what the letter says, and no more than that. Awb 3:46."""
    trial = ON_TRIAL[2].model_copy(update={"conditions": ("Boeken bijhouden.", "Elke week bellen.")})
    full = (ASKED_ON, decider1, an_extension(ASKED_UNTIL, conditions=stay))
    case = a_case(APPLIED, GRANTED[0], (ON_TRIAL[0], decider1, trial), full)
    whole = " ".join(" ".join(pages_of(pdf_of(letter_of(case)))).split())

    assert [] == [words for words in said if words not in whole]
    assert [] == [words for words in not_said if words in whole]
    assert ("These conditions of the trial are gone:" in whole) == (len(stay) < 2)
