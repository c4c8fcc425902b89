"""Questions and answers between municipality and cooperative, in the case instead of in mail on the side."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from domain.acts.participation import Party
from domain.fact import MANY, Day, Fact, OfMatter, Prose


class QuestionAsked(Fact):
    """One side asks the other something, item by item."""

    kind: Literal["question_asked"] = "question_asked"
    of: Literal[Party.COOPERATIVE, Party.MUNICIPALITY]
    """Who is asked."""
    items: Annotated[tuple[Prose, ...], Field(min_length=1), MANY]
    """What is asked, each to be answered by itself."""
    until: Day | None = None
    """The day by which an answer is hoped for; nothing follows when it passes."""


class ItemAnswered(Fact):
    """What is said to one item."""

    item: Annotated[int, Field(ge=1)]
    """Which one, counted from 1."""
    answer: Prose


class QuestionAnswered(OfMatter):
    """Some or all items of a question are answered; the others stay open."""

    kind: Literal["question_answered"] = "question_answered"
    answers: Annotated[tuple[ItemAnswered, ...], Field(min_length=1), MANY]


class QuestionWithdrawn(OfMatter):
    """Whoever asked needs no answer any more."""

    kind: Literal["question_withdrawn"] = "question_withdrawn"
    reason: Prose
