"""A decision says on which articles it rests, with the name of their law. Awb 3:47(2)."""

from __future__ import annotations

import pytest

from tests.letters.letters import CASES, letter_of, pages_of, pdf_of

PW = ("de artikelen 7 en 10 van de Participatiewet", "articles 7 and 10 of the Participatiewet")
EVALUATED = (
    "de artikelen 7, 10 en 44a van de Participatiewet",
    "articles 7, 10 and 44a of the Participatiewet",
)

RESTS_ON = {
    **dict.fromkeys(
        ("permission_granted", "permission_refused", "permission_suspended", "permission_revoked"), PW
    ),
    **dict.fromkeys(
        ("permission_reinstated", "permission_renewed", "renewal_refused", "decision_corrected"), PW
    ),
    **dict.fromkeys(("conditions_adjusted", "adjustment_refused"), PW),
    **dict.fromkeys(("conditions_changed", "permission_extended_to_full"), EVALUATED),
    **dict.fromkeys(
        ("application_set_aside", "request_set_aside"),
        (
            "artikel 4:5 van de Algemene wet bestuursrecht",
            "article 4:5 of the Algemene wet bestuursrecht",
        ),
    ),
    "objection_decided": (
        "artikel 7:11 van de Algemene wet bestuursrecht",
        "article 7:11 of the Algemene wet bestuursrecht",
    ),
    "penalty_determined": (
        "de artikelen 4:17 en 4:18 van de Algemene wet bestuursrecht",
        "articles 4:17 and 4:18 of the Algemene wet bestuursrecht",
    ),
}


def test_each_kind_of_decision_is_told_here() -> None:
    assert {kind for kind, case in CASES.items() if letter_of(case).is_decision} == RESTS_ON.keys()


@pytest.mark.parametrize("kind", sorted(RESTS_ON))
def test_a_decision_names_its_law_in_full_and_the_articles_that_give_the_power(kind: str) -> None:
    """Beside the version of the municipality's own policy, in both languages."""
    dutch, english = RESTS_ON[kind]
    whole = " ".join(pages_of(pdf_of(letter_of(CASES[kind]))))

    assert f"Dit besluit berust op {dutch} en op versie 1 van het beleid van de gemeente." in whole
    assert f"This decision rests on {english}" in whole
    assert "and on version 1 of the municipality's policy." in whole.replace("’", "'")
