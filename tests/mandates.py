"""Who may decide what in the tests: the register of mandates."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.mandates import Mandate


def a_mandate(holder: str = "decider1", **changed: Any) -> Mandate:
    """A mandate for everything, up to the policy's own limits."""
    return Mandate.model_validate(
        {
            "code": holder,
            "holder": holder,
            "decisions": [
                "grant",
                "refuse",
                "set_aside",
                "objection",
                "suspend",
                "revoke",
                "renew",
                "penalty",
            ],
            "max_months": 36,
            "max_hours_a_week": 24,
            "valid_from": date(2020, 1, 1),
        }
        | changed
    )


MANDATES = (
    a_mandate(),
    a_mandate(
        "decider2", decisions=["grant", "objection", "renew", "penalty"], max_months=6, max_hours_a_week=16
    ),
    a_mandate("decider3", decisions=["grant", "refuse", "renew", "suspend", "revoke"]),
    a_mandate("decider4", decisions=["objection"]),
    a_mandate("caseworker1", decisions=["change"]),
    a_mandate("caseworker2", decisions=["change"], max_hours_a_week=16),
    a_mandate("caseworker3", decisions=["change"]),
)
"""The register of mandates; `decider2` may grant half a year of at most 16 hours, and decide on objections."""
