"""Whether what is said in a matter fits it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import acts
from domain.circumstances import Circumstances
from domain.errors import NotAcceptable
from domain.fact import Fact
from domain.matters import questions


def _question(act: acts.QuestionAsked, now: Circumstances) -> None:
    if act.until is not None and act.until < now.on:
        raise NotAcceptable("until", "The day for an answer lies in the past")


def _answer(act: acts.QuestionAnswered, now: Circumstances) -> None:
    left = list(questions.unanswered(now.case, act.about))
    for place, answer in enumerate(act.answers):
        if answer.item not in left:
            raise NotAcceptable(f"answers/{place}/item", "Item {item} is not open", item=answer.item)
        left.remove(answer.item)


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.QuestionAsked: _question,
    acts.QuestionAnswered: _answer,
}
