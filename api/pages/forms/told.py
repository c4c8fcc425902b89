"""What was filled in, in words, to look at before it is sent: "check your answers"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from api.languages import Language, tell, translate
from api.pages.forms import values
from api.pages.forms.fields import Control
from api.pages.forms.shown import Shown, ShownForm
from domain.money import euros
from domain.words import in_language


@dataclass(frozen=True)
class Told:
    """One answer: what was asked, what was said, and where to change it."""

    label: str
    said: tuple[str, ...]
    """Nothing when it was left empty."""
    id: str
    name: str
    file: str = ""
    """The hash of the file, where that is the answer."""
    is_ticked: bool = False
    """Whether it was answered by ticking what applies: then nothing is an answer too."""


@dataclass(frozen=True)
class Section:
    """Answers that belong together, under the title of their group."""

    title: str
    answers: tuple[Told, ...]


def told(form: ShownForm, language: Language) -> tuple[Section, ...]:
    """All answers of a form, in its order."""
    return tuple(_sections("", form.fields, language))


def _sections(title: str, fields: tuple[Shown, ...], language: Language) -> Iterator[Section]:
    """In the order of the fields; what a group says itself stands together under its title, which is read once."""
    answers: list[Told] = []
    within: list[Section] = []
    place = 0
    for each in fields:
        parts = _filled_in(each)
        has_parts = each.widget == "entries" and any(part.parts for part in parts)
        if each.widget == "group" or has_parts:
            if answers and not title:
                within.append(Section(title, tuple(answers)))
                answers = []
            within += _sections(each.label, parts, language)
        elif each.widget != "hidden":
            place = place if answers and title else len(within)
            said = tuple(_said(each, language))
            file = each.value if each.control is Control.FILE else ""
            answers.append(Told(each.label, said, each.id, each.name, file, each.widget == "checkboxes"))
    if answers:
        within.insert(place, Section(title, tuple(answers)))
    yield from within


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
            on = values.date_in(text)
            return tell(on, language) if on else text
        case Control.MOMENT:
            moment = values.moment_in(text)
            return tell(moment.isoformat(), language) if not isinstance(moment, str) else text
        case Control.FILE:
            return translate("Sent along", language)
        case Control.EUROS:
            cents = values.cents_in(text)
            return text if cents is None else in_language(euros(cents), language.value)
        case _:
            return text
