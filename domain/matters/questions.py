"""Questions in a case: which items are open, and who is asked."""

from __future__ import annotations

from collections.abc import Callable

from domain.acts import Party, QuestionAnswered, QuestionAsked, QuestionWithdrawn
from domain.case import Case
from domain.people import Role
from domain.term import Term, starting


def unanswered(case: Case, about: int) -> tuple[int, ...]:
    """The items of a question that still wait for an answer, counted from 1; none once it is withdrawn."""
    asked = case.act(about, QuestionAsked)
    if asked is None or any(act.about == about for _, act in case.every(QuestionWithdrawn)):
        return ()
    answers = [a.item for _, act in case.every(QuestionAnswered) if act.about == about for a in act.answers]
    return tuple(item for item in range(1, len(asked.items) + 1) if item not in answers)


def asked_of(case: Case, asked: QuestionAsked) -> Role:
    """Whose task it is to answer."""
    if asked.of is Party.COOPERATIVE:
        return Role.COOPERATIVE
    return Role.OBJECTIONS_OFFICER if case.is_objection else Role.CASEWORKER


def answer_by(asked: QuestionAsked) -> Callable[[Case], Term] | None:
    """The day by which an answer is hoped for; none when no day was named."""
    if (until := asked.until) is None:
        return None
    return lambda _: starting(until, "dag in de vraag", "the day in the question", "policy")
