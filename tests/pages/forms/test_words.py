"""Every form speaks: no act without a title, no field without a label, no choice without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from api.cases import Objection
from api.languages import Language
from api.pages.forms import Form, shown, words
from api.pages.forms.fields import Control, Field, fields_of
from domain import acts
from domain.authority import MAY
from domain.fact import Fact, Text
from tests.pages.forms.pages import rendered

PEOPLES = list(MAY)
FORMS: list[type[Fact]] = [*PEOPLES, Objection]
SUPPLIED = {(acts.ObjectionReceived, "decision")}
"""Nobody types these."""


def fields() -> Iterator[Field]:
    """Every field that a person can fill in."""
    for model in FORMS:
        for each in fields_of(model):
            if (model, each.name) not in SUPPLIED:
                yield from each.all()


FIELDS = {(each.owner, each.name): each for each in fields()}
CHOICES = {(each.choices, value) for each in FIELDS.values() if each.choices for value in each.offered}


def says_something(text: Text, raw: str) -> bool:
    names = {raw, raw.replace("_", " "), raw.replace("_", "")}
    return all(told.strip() and told.lower() not in names for told in (text.nl, text.en))


@pytest.mark.parametrize("kind", PEOPLES, ids=lambda kind: kind.__name__)
def test_every_act_of_a_person_has_a_title(kind: type[Fact]) -> None:
    name = kind.model_fields["kind"].default

    assert says_something(words.title(name), name)


@pytest.mark.parametrize(("owner", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_every_field_has_a_label(owner: type[Fact], name: str) -> None:
    found = words.label(owner, name)
    texts = [text for text in (found.text, found.hint, found.one, found.none) if text]

    assert says_something(found.text, "" if name in SAID_PLAINLY else name)
    assert all(text.nl.strip() and text.en.strip() for text in texts)


SAID_PLAINLY = {"conditions", "outcome", "explanation", "criterion", "report", "title", "question"}
"""Where the English word for it is the name that the field has."""


@pytest.mark.parametrize(
    ("owner", "name"),
    [key for key, each in FIELDS.items() if each.control is Control.ENTRIES],
    ids=lambda part: getattr(part, "__name__", part),
)
def test_what_there_can_be_several_of_has_a_word_for_one(owner: type[Fact], name: str) -> None:
    assert words.label(owner, name).one


@pytest.mark.parametrize(("choices", "value"), sorted(CHOICES, key=str))
def test_every_choice_has_a_word(choices: type, value: str) -> None:
    text = words.value(choices, value)

    assert text.nl.lower() != value
    assert "_" not in text.nl + text.en


def test_no_word_is_written_for_what_is_not_there() -> None:
    """A field that was renamed leaves no words behind."""
    assert set() == {(owner.__name__, name) for owner, name in words.LABELS if name not in owner.model_fields}
    assert set(PEOPLES) == set(words.TITLES)


def test_one_form_leads_to_another_in_words_that_name_it() -> None:
    kinds = {kind.model_fields["kind"].default for kind in PEOPLES}

    assert {kind for pair in words.OTHERWISE for kind in pair} <= kinds
    assert words.title("application_reviewed").nl in words.otherwise("note_added", "application_reviewed").nl


@pytest.mark.parametrize("model", FORMS, ids=lambda model: model.__name__)
def test_no_form_asks_two_things_in_the_same_words(model: type[Fact]) -> None:
    """A correction holds a whole decision, which has a question of its own on a view."""
    for each in fields_of(model):
        for inner in each.variants.values():
            asked = [words.label(one.owner, one.name).text.nl for one in (*fields_of(model), *inner)]

            assert len(asked) == len(set(asked)), asked


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (
            acts.ResidentReacted,
            ["Hoe ziet de inwoner het zelf?", "Wil de inwoner niet reageren? Waarom niet?"],
        ),
        (acts.ObjectionAdjourned, ["Met hoeveel weken?", "Of tot welke dag?"]),
    ],
)
def test_of_two_fields_of_which_one_is_filled_in_neither_is_called_optional(
    kind: type[Fact], asked: list[str]
) -> None:
    """But that one of them is needed is said."""
    page = rendered("fields(form)", form=shown(Form(kind), {}, Language.NL))
    labels = [each.text for each in page.all("label")]

    assert asked == labels[:2]
    assert re.search("een van de(ze)? twee", page.text, re.IGNORECASE)
