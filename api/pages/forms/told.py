"""What was filled in, in words, to look at before it is sent: "check your answers"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from api.languages import Language, tell
from api.pages.forms import values
from api.pages.forms.fields import Control
from api.pages.forms.shown import Shown, ShownForm
from domain.narration.phrases import euros
from domain.words import in_language


@dataclass(frozen=True)
class Told:
    """One answer: what was asked, what was said, and where to change it."""

    label: str
    said: tuple[str, ...]
    """Nothing when it was left empty."""
    id: str
    name: str


@dataclass(frozen=True)
class Section:
    """Answers that belong together, under the title of their group."""

    title: str
    answers: tuple[Told, ...]


def told(form: ShownForm, language: Language) -> tuple[Section, ...]:
    """All answers of a form, in its order."""
    return tuple(_sections("", form.fields, language))


def _sections(title: str, fields: tuple[Shown, ...], language: Language) -> Iterator[Section]:
    answers: list[Told] = []
    for each in fields:
        is_group = each.widget == "group" or (
            each.widget == "entries" and any(part.parts for part in each.parts)
        )
        if is_group:
            if answers:
                yield Section(title, tuple(answers))
                answers = []
            yield from _sections(each.label, _filled_in(each), language)
        elif each.widget != "hidden":
            said = tuple(_said(each, language))
            answers.append(Told(each.label, said, each.id, each.name))
    if answers:
        yield Section(title, tuple(answers))


def _filled_in(each: Shown) -> tuple[Shown, ...]:
    """Of several entries those in which something stands."""
    if each.widget != "entries":
        return each.parts
    return tuple(
        part for part in each.parts if any(i.value.strip() for i in part.all() if i.widget != "hidden")
    )


def _said(each: Shown, language: Language) -> Iterator[str]:
    if each.widget == "entries":
        for part in each.parts:
            yield from _said(part, language)
    elif each.choices:
        yield from (choice.text for choice in each.choices if choice.is_chosen)
    elif each.value.strip():
        yield _written(each, language)


def _written(each: Shown, language: Language) -> str:
    text = each.value.strip()
    match each.control:
        case Control.DAY:
            return _day(text, language)
        case Control.MOMENT:
            moment = values.moment_in(text)
            return tell(moment.isoformat(), language) if not isinstance(moment, str) else text
        case Control.EUROS:
            cents = values.cents_in(text)
            return text if cents is None else in_language(euros(cents), language.value)
        case _:
            return text


def _day(text: str, language: Language) -> str:
    try:
        return tell(date.fromisoformat(values.day_in(text)), language)
    except ValueError:
        return text
