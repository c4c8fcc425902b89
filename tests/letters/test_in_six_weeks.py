"""Until when one can go against a decision, also when its letter goes out later than it is dated. Awb 6:7, 6:8."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.objection import objection
from tests.letters.letters import CASES, letter_of, pages_of, pdf_of

DECIDING = sorted(kind for kind, case in CASES.items() if letter_of(case).is_decision)
"""Open to objection, or to appeal."""


@pytest.mark.parametrize("kind", DECIDING)
def test_a_decision_that_goes_out_later_gives_the_six_weeks_of_the_law_and_no_other(kind: str) -> None:
    """From the day after sending, up to a working day: that is not always as many days more. Awb 6:7, 6:8; Atw 1."""
    dated, sent = date(2026, 11, 13), date(2026, 11, 16)
    whole = " ".join(pages_of(pdf_of(letter_of(CASES[kind]))))

    assert objection(dated).due_on == objection(sent).due_on == date(2026, 12, 28)
    assert "Dan hebt u zes weken de tijd vanaf de dag na het versturen." in whole
    assert "een feestdag? Dan is de eerste werkdag daarna de laatste dag." in whole
    assert "Then you have six weeks from the day after we sent it." in whole
    assert "a public holiday? Then the first working day after it is the last day." in whole
    assert "dagen langer" not in whole
    assert "days more" not in whole
