"""What sentences about acts are made with, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from domain.documents import Enclosure, Item
from domain.fact import Fact, Text
from domain.policy import Policy
from domain.words import day

Sentences = dict[type[Fact], Callable[[Any, Policy | None], Text]]
"""What each act says; with the policy given, its lists are called by their titles."""


def plain(nl: str, en: str) -> Callable[[Any, Policy | None], Text]:
    """A sentence that is always the same."""
    text = Text(nl=nl, en=en)
    return lambda _act, _policy: text


def titles(items: Iterable[Item | Enclosure]) -> str:
    """What the sender calls these documents."""
    return "; ".join(item.title for item in items)


def came_on(received_on: date | None) -> tuple[str, str]:
    """When it came, as an addition to a sentence; nothing when that was the day itself."""
    if received_on is None:
        return "", ""
    return f" op {day(received_on, 'nl')}", f" on {day(received_on, 'en')}"


def on_request(request: int | None) -> tuple[str, str]:
    """On which request, as an addition to a sentence; nothing when that is the application or the objection."""
    return (
        (f" op het verzoek (handeling {request})", f" on the request (act {request})")
        if request
        else ("", "")
    )


def hours(hours: int) -> str:
    """So many hours."""
    return f"{hours} hour{'s' if hours != 1 else ''}"


def ended(sentence: str) -> str:
    """The sentence with a full stop."""
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def and_why(said: Text, reasons: str | None) -> Text:
    """With the reasons behind it."""
    return Text(nl=f"{said.nl} {ended(reasons)}", en=f"{said.en} {ended(reasons)}") if reasons else said


def and_its_enclosures(said: Text, enclosures: tuple[Enclosure, ...]) -> Text:
    """With the documents that came along behind it."""
    if not enclosures:
        return said
    came = titles(enclosures)
    return Text(nl=f"{said.nl} Meegestuurd: {ended(came)}", en=f"{said.en} Sent along: {ended(came)}")


def and_its_deviation(said: Text, deviation: str | None) -> Text:
    """With the reason to depart from the policy behind it. Awb 4:84."""
    if deviation is None:
        return said
    told = Text(nl=f"{said.nl} Dit wijkt af van het beleid:", en=f"{said.en} This departs from the policy:")
    return and_why(told, deviation)


def on_condition(said: Text, conditions: tuple[str, ...]) -> Text:
    """With the conditions behind it."""
    if not conditions:
        return said
    listed = "; ".join(condition.rstrip(".") for condition in conditions)
    return Text(nl=f"{said.nl} Voorwaarden: {listed}.", en=f"{said.en} Conditions: {listed}.")


def next_time(said: Text, on: date | None) -> Text:
    """With the day of the next reassessment behind it."""
    if on is None:
        return said
    return Text(
        nl=f"{said.nl} De volgende herbeoordeling is op {day(on, 'nl')}.",
        en=f"{said.en} The next reassessment is on {day(on, 'en')}.",
    )
