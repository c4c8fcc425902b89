"""A date that explains itself: the steps that lead to it, each with its article, in both languages.

Terms set in law roll past days off (Atw 1); dates that the municipality sets itself are put on a working day; dates of
the permission itself are calendar dates and do neither.
"""

from __future__ import annotations

from datetime import date, timedelta

from domain.calendar import LAST_YEAR_LOADED, next_working_day
from domain.fact import Fact, Text


class Step(Fact):
    """One step towards a date: what counts, by which article, and the date that it leads to."""

    reason: Text
    article: str
    on: date


class Term(Fact):
    """A date that explains itself."""

    due_on: date
    steps: tuple[Step, ...]

    def plus(self, days: int, nl: str, en: str, article: str) -> Term:
        """So many days later, for that reason."""
        return self.moved_to(self.due_on + timedelta(days=days), nl, en, article)

    def moved_to(self, day: date, nl: str, en: str, article: str) -> Term:
        """On another day, for that reason."""
        step = Step(reason=Text(nl=nl, en=en), article=article, on=day)
        return Term(due_on=day, steps=(*self.steps, step))

    def eve(self) -> Term:
        """The day before it, the last one on which it is not there yet."""
        return Term(due_on=self.due_on - timedelta(days=1), steps=self.steps)

    def rolled(self) -> Term:
        """On the next working day, when it falls on a day off. Atw 1, 3."""
        day = next_working_day(self.due_on)
        term = self
        if day != self.due_on:
            term = self.moved_to(
                day,
                "valt op een vrije dag, dus de eerstvolgende werkdag",
                "falls on a day off, so the next working day",
                "Atw 1",
            )
        if day.year > LAST_YEAR_LOADED:
            term = term.moved_to(
                day,
                f"feestdagen na {LAST_YEAR_LOADED} zijn nog niet alle bekend: deze datum kan nog schuiven",
                f"not all holidays after {LAST_YEAR_LOADED} are known yet: this date may still move",
                "Atw 3(3)",
            )
        return term

    def on_a_working_day(self) -> Term:
        """On the next working day, since the municipality sets this date itself."""
        day = next_working_day(self.due_on)
        if day == self.due_on:
            return self
        return self.moved_to(day, "op een werkdag gezet", "put on a working day", "policy")


def starting(day: date, nl: str, en: str, article: str) -> Term:
    """A term that starts on a day, which itself is not counted."""
    return Term(due_on=day, steps=(Step(reason=Text(nl=nl, en=en), article=article, on=day),))
