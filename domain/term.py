"""A *term*: a date with its explanation, step by step.

Terms set in law roll past days off (Atw 1); dates that the municipality sets itself are put on a working day or stay
where it put them; dates of the permission itself are calendar dates and do neither.
"""

from __future__ import annotations

from datetime import date, timedelta

from domain.calendar import FIRST_YEAR_LOADED, LAST_YEAR_LOADED, is_day_off, next_working_day, written
from domain.fact import Fact, Text

LONGEST_THAT_ROLLS = 12
"""Weeks; a longer term ends on its own day. Atw 4."""

HOLIDAYS_UNKNOWN = "Atw 3(3)"
"""The article of a step that warns: days are put on a par with a holiday by decree, a few years ahead."""


class Step(Fact):
    """One step towards a date: what counts, by which article, and the date that it leads to."""

    reason: Text
    article: str
    on: date


class Term(Fact):
    """A date that explains itself."""

    due_on: date
    steps: tuple[Step, ...]

    @property
    def warning(self) -> Text | None:
        """That the date may turn out to be a later one, since not all days off in its year are loaded."""
        warnings = (step.reason for step in reversed(self.steps) if step.article == HOLIDAYS_UNKNOWN)
        return next(warnings, None)

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
                HOLIDAYS_UNKNOWN,
            )
        elif day.year < FIRST_YEAR_LOADED:
            term = term.moved_to(
                day,
                f"feestdagen vóór {FIRST_YEAR_LOADED} staan er niet alle in: het kan een latere dag zijn",
                f"not all holidays before {FIRST_YEAR_LOADED} are loaded: it may be a later day",
                HOLIDAYS_UNKNOWN,
            )
        return term

    def rolled_after(self, weeks: int) -> Term:
        """On the next working day, when it falls on a day off and the term is not too long to roll. Atw 1, 4."""
        if weeks <= LONGEST_THAT_ROLLS:
            return self.rolled()
        if not is_day_off(self.due_on):
            return self
        return self.moved_to(
            self.due_on,
            f"een vrije dag, maar een termijn van meer dan {LONGEST_THAT_ROLLS} weken schuift niet",
            f"a day off, but a term of more than {LONGEST_THAT_ROLLS} weeks does not roll",
            "Atw 4",
        )

    def on_a_working_day(self) -> Term:
        """On the next working day, since the municipality sets this date itself."""
        day = next_working_day(self.due_on)
        if day == self.due_on:
            return self
        return self.moved_to(day, "op een werkdag gezet", "put on a working day", "policy")


def starting(day: date, nl: str, en: str, article: str) -> Term:
    """A term that starts on a day, which itself is not counted."""
    return Term(due_on=day, steps=(Step(reason=Text(nl=nl, en=en), article=article, on=day),))


def too_late_to_adjourn(before: Term, told_on: date, article: str) -> Term:
    """The term as it was: an adjournment that was told after its last day is of no use. Awb 4:14(3), 7:10(3)."""
    day = written(told_on)
    return before.moved_to(
        before.due_on,
        f"uitgesteld, maar de brief daarover ging pas op {day.nl} uit: te laat",
        f"adjourned, but the letter about it went out on {day.en} only: too late",
        article,
    )


def in_days(days: int) -> Text:
    """So many days, in words."""
    return Text(nl="1 dag", en="1 day") if days == 1 else Text(nl=f"{days} dagen", en=f"{days} days")


def in_weeks(weeks: int) -> Text:
    """So many weeks, in words."""
    return Text(nl="1 week", en="1 week") if weeks == 1 else Text(nl=f"{weeks} weken", en=f"{weeks} weeks")
