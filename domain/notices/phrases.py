"""What messages are made with, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from domain.case import Case
from domain.fact import Fact, Text
from domain.letters.closing import what_follows
from domain.letters.kind import is_over
from domain.words import day

Messages = dict[type[Fact], Callable[[Case, Any], tuple[Text, Text] | None]]
"""The subject and the body that each act calls for."""


def in_dutch(on: date) -> str:
    """A date as people write it in Dutch."""
    return day(on, "nl")


def in_english(on: date) -> str:
    """A date as people write it in English."""
    return day(on, "en")


def closes_or_not(case: Case) -> Text:
    """That the case closes, or else that something follows first."""
    if what_follows(case):
        return Text(
            nl="De zaak blijft nog open: wat er nog volgt, staat in de brief.",
            en="The case stays open for now: the letter says what still follows.",
        )
    return Text(nl="Wij sluiten de zaak.", en="We close the case.")


def decides_by(case: Case, due_on: date) -> Text:
    """By when it is decided; where that day is over nothing is promised, and the letter says what one can do."""
    if is_over(case, due_on):
        return Text(
            nl=f"Wij moesten uiterlijk {in_dutch(due_on)} beslissen: wij zijn te laat. Wat u kunt doen, staat in de"
            " brief.",
            en=f"We had to decide by {in_english(due_on)}: we are late. The letter says what you can do.",
        )
    return Text(nl=f"Wij beslissen uiterlijk {in_dutch(due_on)}.", en=f"We decide by {in_english(due_on)}.")


def plain(nl_subject: str, en_subject: str, nl: str, en: str) -> Callable[[Case, Any], tuple[Text, Text]]:
    """A message that is always the same."""
    subject, body = Text(nl=nl_subject, en=en_subject), Text(nl=nl, en=en)
    return lambda _case, _act: (subject, body)
