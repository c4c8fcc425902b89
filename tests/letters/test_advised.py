"""Who advised on a decision stands in its letter, and nothing of what he said. Awb 3:8, 3:49, 3:50."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.acts import Act, AdviceReceived, AdviceRequested, Correctable
from domain.people import Actor
from tests.examples import a_case, a_grant, a_refusal, a_review, caseworker1, clock, decider1, decider3
from tests.letters.letters import APPLIED, LATER, ON, THEN, letter_of, pages_of, pdf_of
from tests.superseding import a_correction

Happened = tuple[date, Actor, Act]

NAMED = (
    "Wij kregen advies van: Werkcoach. Dat hebben wij meegewogen.",
    "We got advice from: Work coach. We have taken that into account.",
)
ASKED = (ON, caseworker1, AdviceRequested(adviser="work_coach", question="Kan zij dit?"))
NOT_COME = (ON, caseworker1, AdviceRequested(adviser="client_council", question="Is het duidelijk?"))
CAME = (ON, caseworker1, AdviceReceived(about=2, advice="Zij heeft rugklachten."))
REVIEWED = (ON, caseworker1, a_review())
GRANT = a_grant(date(2026, 5, 1), date(2027, 4, 30))
ADVISED = (ASKED, NOT_COME, CAME, REVIEWED)


def _told(*happened: Happened) -> str:
    return " ".join(pages_of(pdf_of(letter_of(a_case(APPLIED, *happened)))))


@pytest.mark.parametrize("decision", [GRANT, a_refusal()])
def test_a_decision_and_its_correction_name_who_advised_and_nothing_of_the_advice(
    decision: Correctable,
) -> None:
    """Nor who was asked and did not answer."""
    otherwise = decision.model_copy(update={"reasoning": "Het staat er nu goed."})
    decided = (THEN, decider1, decision)

    for whole in (
        _told(*ADVISED, decided),
        _told(*ADVISED, decided, (LATER, decider1, a_correction(6, otherwise))),
    ):
        assert all(each in whole for each in NAMED)
        assert "rugklachten" not in whole
        assert "client_council" not in whole


def test_without_advice_it_is_silent_on_it() -> None:
    assert "advies van" not in _told(ASKED, REVIEWED, (THEN, decider1, GRANT))


def test_advice_asked_beside_a_permission_is_none_on_the_application() -> None:
    """Asked while somebody takes part, it was not on the decision that is taken anew after an objection."""
    beside = (
        (THEN, decider1, GRANT),
        (LATER, caseworker1, AdviceRequested(adviser="work_coach", question="Gaat het nog?")),
        (LATER, caseworker1, AdviceReceived(about=4, advice="Ja.")),
        (LATER, clock, acts.ObjectionUpheld(objection="one", version=3, decide_by=LATER)),
    )

    assert "advies van" not in _told(REVIEWED, *beside, (LATER, decider3, GRANT))
