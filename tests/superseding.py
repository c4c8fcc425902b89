"""Examples of what comes after a decision: its sending, a correction, a reversal."""

from __future__ import annotations

from datetime import date

from domain.acts import (
    Correctable,
    DecisionCorrected,
    DecisionReversed,
    LetterSent,
    ViewWaiver,
)


def a_correction(
    version: int, decision: Correctable, view_waived: ViewWaiver | None = None
) -> DecisionCorrected:
    """That decision must read so."""
    return DecisionCorrected(
        version=version,
        wrong="A wrong date.",
        right="The right date.",
        decision=decision,
        view_waived=view_waived,
    )


def a_sending(version: int, on: date, posted_on: date | None = None) -> LetterSent:
    """A decision went to the cooperative on that day, and to the resident on that one or another."""
    return LetterSent.model_validate(
        {
            "version": version,
            "sendings": [
                {"addressee": "cooperative", "channel": "case", "sent_on": on},
                {"addressee": "resident", "channel": "post", "sent_on": posted_on or on},
            ],
        }
    )


def a_reversal(version: int, decide_by: date) -> DecisionReversed:
    """That decision is taken again, by that day."""
    return DecisionReversed(version=version, reasoning="New facts came up.", decide_by=decide_by)
