"""By what a case's workflow is found in Temporal."""

from __future__ import annotations

from temporalio.common import SearchAttributeKey

MUNICIPALITY = SearchAttributeKey.for_keyword("Municipality")
"""What an operator tells cases apart by in Temporal; search attributes are never encrypted, so nothing personal."""


def workflow_id(number: str) -> str:
    """The workflow that is the case of that number."""
    return f"case-{number}"
