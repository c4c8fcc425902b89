"""The words of every form, Dutch and English: titles of acts, labels of fields, and what can be chosen."""

from __future__ import annotations

from enum import Enum

from pydantic import BaseModel

from api.pages.forms.words import application, decision, matters, objection, participation
from api.pages.forms.words.alike import ALIKE
from api.pages.forms.words.label import Label as Label, Labels, Titles
from api.pages.forms.words.values import VALUES
from domain.acts import ACTS
from domain.fact import Text

TITLES: Titles = {
    **application.TITLES,
    **decision.TITLES,
    **participation.TITLES,
    **objection.TITLES,
    **matters.TITLES,
}
LABELS: Labels = {
    **application.LABELS,
    **decision.LABELS,
    **participation.LABELS,
    **objection.LABELS,
    **matters.LABELS,
}


def title(kind: str) -> Text:
    """What a person does by an act of this kind, on its button and above its form."""
    return TITLES[ACTS[kind]]


def label(owner: type[BaseModel], name: str) -> Label:
    """The words of a field: its own, those of the model that it comes from, or those of all that are called so.

    Raises:
        KeyError: nobody wrote them yet.
    """
    for model in owner.__mro__:
        if (model, name) in LABELS:
            return LABELS[model, name]
    return ALIKE[name]


def value(choices: type[Enum], value: str) -> Text:
    """What a choice is called, with a capital as it stands by itself."""
    text = VALUES[choices][choices(value)]
    return Text(nl=capital(text.nl), en=capital(text.en))


def capital(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]
