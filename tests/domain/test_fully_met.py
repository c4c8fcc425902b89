"""An objection is met in full without a hearing only where that harms nobody else. Awb 7:2, 7:3(e)."""

from __future__ import annotations

from typing import Any

import pytest

from domain import acceptance
from domain.acts import Act, NoHearing
from domain.case import Case
from domain.errors import NotAcceptable
from tests.domain.objected import DECIDED, JUDGED, TODAY
from tests.examples import a_case, coop_a, done, objections1
from tests.letters.letters import letter_of, pages_of, pdf_of
from tests.objecting import a_refused_case, a_waiver, an_objection

ANOTHER = {"objector": "another", "objector_name": "Fietsenmaker Van Dam"}
FULLY_MET = a_waiver(NoHearing.FULLY_MET)


def against(kind: str, *happened: Act, corrects: str | None = None, **changed: Any) -> Case:
    """An objection to a decision of that kind, which can be dealt with."""
    objection = an_objection(a_refused_case(DECIDED), **changed)
    contested = objection.decision.model_copy(update={"kind": kind, "corrects": corrects})
    lodged = (TODAY, coop_a, objection.model_copy(update={"decision": contested}))
    return a_case(lodged, JUDGED, *((TODAY, objections1, act) for act in happened))


@pytest.mark.parametrize(
    "case",
    [
        against("permission_granted", **ANOTHER),
        against("permission_renewed", **ANOTHER),
        against("conditions_adjusted", **ANOTHER),
        against("decision_corrected", corrects="permission_granted", **ANOTHER),
    ],
)
def test_what_another_party_has_against_a_permission_is_not_met_unheard(case: Case) -> None:
    """It would be taken from the resident, who is to be heard too."""
    with pytest.raises(NotAcceptable, match="there is a hearing"):
        acceptance.check(done(objections1, FULLY_MET), case, TODAY)


@pytest.mark.parametrize(
    ("waiver", "case"),
    [
        (FULLY_MET, against("permission_granted")),
        (FULLY_MET, against("permission_refused")),
        (FULLY_MET, against("permission_refused", **ANOTHER)),
        (a_waiver(NoHearing.DECLINED), against("permission_granted", **ANOTHER)),
    ],
)
def test_where_nobody_is_harmed_it_is(waiver: Act, case: Case) -> None:
    """By the resident's own objection, or against a refusal; and on another ground whoever objects."""
    acceptance.check(done(objections1, waiver), case, TODAY)


def test_the_letter_tells_the_resident_not_that_he_is_right_himself() -> None:
    """He gets a copy of what the other party is told, in words that are true for both."""
    letter = letter_of(against("permission_refused", FULLY_MET, **ANOTHER))
    dutch, english = (" ".join(page.split()) for page in pages_of(pdf_of(letter)))

    assert "Kopie aan: S. de Wit" in dutch
    assert "Wij komen helemaal aan het bezwaar tegemoet, en niemand anders heeft daar nadeel van." in dutch
    assert "U krijgt" not in dutch
    assert "We meet the objection in full, and nobody else is harmed by that." in english
