"""By what a case's workflow is found in Temporal."""

from __future__ import annotations

from temporalio.common import SearchAttributeKey

from activities.messenger import Message
from domain.acts import News

MUNICIPALITY = SearchAttributeKey.for_keyword("Municipality")
"""What an operator tells cases apart by in Temporal; search attributes are never encrypted, so nothing personal."""


def to_case(number: str, municipality: str, news: News, *, is_objection: bool = False) -> Message:
    """News for a case, and how its workflow is found or started again."""
    return Message(
        number=number,
        municipality=municipality,
        workflow=workflow_id(number),
        kind="ObjectionCase" if is_objection else "ParticipationCase",
        signal="take_news",
        marks={MUNICIPALITY.name: municipality},
        news=news,
    )


def workflow_id(number: str) -> str:
    """The workflow that is the case of that number."""
    return f"case-{number}"
