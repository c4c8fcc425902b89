"""What is sent after an application: a place for each document that was asked for, and for others that come along."""

from __future__ import annotations

from datetime import date

import pytest

from api.languages import Language
from api.pages.forms import Form, at_first, read, reshaped, shown
from domain import acts
from domain.documents import Item
from tests.examples import A_MONDAY, a_case, a_policy, coop_a
from tests.pages.forms.cases import a_form, titled

ASKED_TWICE = a_case(
    (A_MONDAY, coop_a, acts.SupplementRequested(missing=("mandate", "plan"), until=date(2026, 3, 16))),
    policy=a_policy(items=[*titled("plan", "mandate"), *titled("identity")]),
)


def supplement(**typed: str) -> tuple[Form, dict[str, tuple[str, ...]]]:
    """What stands in the form in which two documents were asked for, with what somebody typed."""
    form = a_form(acts.SupplementReceived, ASKED_TWICE, coop_a)
    return form, at_first(form) | {f"items.{name[1]}.{name[3:]}": (value,) for name, value in typed.items()}


def entries(form: Form, typed: dict[str, tuple[str, ...]]) -> list[tuple[str, list[str]]]:
    """Each document by its name, and how its parts are filled in."""
    (items,) = (each for each in shown(form, typed, Language.EN).fields if each.name == "items")
    return [(part.label, [each.widget for each in part.parts]) for part in items.parts]


def test_each_document_that_was_asked_for_has_its_own_place_in_the_supplement() -> None:
    placed = ["hidden", "file", "textbox"]

    assert [("mandate", placed), ("plan", placed)] == entries(*supplement())


def test_another_document_can_be_added_to_a_supplement_and_is_chosen() -> None:
    form, typed = supplement()
    again = reshaped(form, {**typed, "add": ("items",)})
    assert again is not None
    *_, added = entries(form, dict(again))
    chosen = {**again, "items.2.code": ("plan",)}

    assert ("Document 3", ["radio", "file", "textbox"]) == added
    assert [added] == entries(form, chosen)[2:]


def test_a_place_that_is_left_empty_is_not_sent_in_a_supplement() -> None:
    form, typed = supplement(_1_title="On paper")
    sent = acts.SupplementReceived(items=(Item(code="plan", title="On paper"),))

    assert sent == read(form, typed, Language.EN).act


@pytest.mark.parametrize(
    ("typed", "where"),
    [({}, "items"), ({"_2_code": "plan"}, "items.2.title"), ({"_1_file": "0" * 64}, "items.1.title")],
    ids=("nothing", "only what it is", "a file without a name"),
)
def test_a_supplement_without_a_document_is_told_what_to_do(typed: dict[str, str], where: str) -> None:
    form, there = supplement(**typed)
    told = ("Choose a file, or write what the paper is called",)

    assert {where: told} == read(form, there, Language.EN).wrong


def test_a_supplement_that_nobody_asked_for_chooses_what_it_is() -> None:
    form = a_form(acts.SupplementReceived, a_case(), coop_a)

    assert [("Document 1", ["radio", "file", "textbox"])] == entries(form, at_first(form))
