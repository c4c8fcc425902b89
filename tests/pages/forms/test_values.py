"""Days, moments, amounts and numbers as people type them; and a form that changes before it is sent."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies as st

from api.pages.forms import Form, Typed, application_form, at_first, for_a_draft, reshaped, submitted
from api.pages.forms.filling import filled
from api.pages.forms.form import MOST_BYTES, MOST_NAMES
from api.pages.forms.values import UNREADABLE, cents_in, day_in, euros_of, local_moment, moment_in, number_in
from api.pages.steps import steps_for
from api.problems import Problem
from domain import acts
from tests.examples import a_case, an_application_received, coop_a, decider1
from tests.pages.forms.cases import COOPERATIVES, POLICY, a_form


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-24",
        "24-11-2026",
        "24/11/2026",
        " 24.11.2026",
        "24 november 2026",
        "24 Nov. 2026",
        "24 11 2026",
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert "2026-11-24" == day_in(typed)


@pytest.mark.parametrize("typed", ["", "morgen", "24-11-26", "11-2026", "24 brumaire 2026", "1764000000"])
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert UNREADABLE == day_in(typed)


@given(st.dates())
def test_every_day_comes_through_its_dutch_form(on: date) -> None:
    assert on.isoformat() == day_in(f"{on.day}-{on.month}-{on.year:04}")


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("2026-07-01T14:30", 12),
        ("01-12-2026 14:30", 13),
        ("2026-12-01T14:30:00Z", 14),
        ("1 dec 2026 9:30", 8),
    ],
)
def test_a_moment_is_that_of_the_dutch_clock(typed: str, hour: int) -> None:
    moment = moment_in(typed)

    assert isinstance(moment, datetime)
    assert hour == moment.astimezone(UTC).hour


@pytest.mark.parametrize(
    "typed", ["", "14:30", "2026-07-01", "2026-07-01T25:00", "2026-02-30T10:00", "x 10:00"]
)
def test_what_is_no_moment_is_not_guessed(typed: str) -> None:
    assert UNREADABLE == moment_in(typed)


@pytest.mark.parametrize("hour", [0, 1])
def test_the_hour_that_comes_twice_is_told_apart(hour: int) -> None:
    moment = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)

    assert moment == moment_in(local_moment(moment))


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("1.234,50", 123450),
        ("1234,5", 123450),
        ("€ 1.234", 123400),
        ("1,234.50", 123450),
        ("1234.50", 123450),
        ("12,-", 1200),
        ("0", 0),
        ("1.234.567", 123456700),
        ("1,234", None),
        ("1.2345", None),
        ("tien", None),
        ("٣", None),
    ],
)
def test_an_amount_is_read_in_one_way_or_not_at_all(typed: str, cents: int | None) -> None:
    assert cents == cents_in(typed)


@given(st.integers(0, 10**9))
def test_every_amount_comes_through_its_dutch_form(cents: int) -> None:
    assert cents == cents_in(euros_of(cents))


@pytest.mark.parametrize(
    ("typed", "number"), [("1.200", 1200), ("16", 16), ("-1", -1), ("1.20", ""), ("16,5", ""), ("٣", "")]
)
def test_a_number_is_whole(typed: str, number: int | str) -> None:
    assert number == number_in(typed)


CONDITIONS = {"reasoning": ("x",), "conditions.0": ("a",), "conditions.1": ("b",), "conditions.3": ("d",)}


def test_one_more_is_asked_for_without_losing_anything() -> None:
    form = Form(acts.ConditionsChanged)

    assert {**CONDITIONS, "conditions.4": ("",)} == reshaped(form, {**CONDITIONS, "add": ("conditions",)})
    assert {"conditions.0": ("",), "conditions.1": ("",)} == reshaped(form, {"add": ("conditions",)})


def test_one_is_taken_away_and_the_others_move_up() -> None:
    form = Form(acts.ConditionsChanged)
    left = {"reasoning": ("x",), "conditions.0": ("a",), "conditions.1": ("d",)}

    assert left == reshaped(form, {**CONDITIONS, "remove": ("conditions.1",)})


@pytest.mark.parametrize("button", ["add", "remove", "choose"])
@pytest.mark.parametrize("path", ["", "reasoning", "conditions.0.0", "x.y.z", "conditions.x", "kind"])
def test_a_button_for_what_is_not_there_changes_nothing(button: str, path: str) -> None:
    assert CONDITIONS == reshaped(Form(acts.ConditionsChanged), {**CONDITIONS, button: (path,)})


def test_in_a_group_there_can_be_one_more_too() -> None:
    typed: Typed = {"application.items.0.title": ("a",), "add": ("application.items",)}

    assert {"application.items.0.title": ("a",), "application.items.1": ("",)} == reshaped(
        Form(acts.ApplicationReceived), typed
    )


def test_there_are_never_more_than_an_act_holds() -> None:
    typed = {f"conditions.{n}": ("x",) for n in range(50)}

    assert typed == reshaped(Form(acts.ConditionsChanged), {**typed, "add": ("conditions",)})


def test_a_form_that_is_sent_is_not_reshaped() -> None:
    assert reshaped(Form(acts.ConditionsChanged), CONDITIONS) is None


def test_what_a_browser_sends_is_taken_apart() -> None:
    body = b"a=1&a=2&b=&c=%C3%A9+%26&d=%FF"

    assert {"a": ("1", "2"), "b": ("",), "c": ("é &",), "d": ("\ufffd",)} == submitted(body)


@pytest.mark.parametrize("body", [b"a=" + b"x" * MOST_BYTES, b"&".join([b"a=1"] * (MOST_NAMES + 1))])
def test_more_than_a_form_can_hold_is_refused(body: bytes) -> None:
    with pytest.raises(Problem) as refusal:
        submitted(body)

    assert 413 == refusal.value.kind.status


def test_a_draft_holds_what_was_typed_in_the_fields_and_no_bsn() -> None:
    form = application_form(POLICY, COOPERATIVES, coop_a)
    typed = filled(form, an_application_received())
    sent = {
        **typed,
        "csrf": ("token",),
        "key": ("k",),
        "add": ("application.items",),
        "application.reference": ("",),
    }
    kept = for_a_draft(form, sent)

    expected = {name: list(values) for name, values in typed.items() if not name.endswith("bsn")}

    assert expected | {"application.reference": [""]} == kept
    assert "application.resident.bsn" in typed


def test_of_an_empty_form_there_is_no_draft() -> None:
    assert {} == for_a_draft(Form(acts.NoteAdded), {"text": (" ",), "csrf": ("token",)})


def test_of_a_form_that_says_no_more_than_it_began_with_there_is_no_draft() -> None:
    """Its documents have a place each, and what a decision most often says stands there already."""
    steps = steps_for(coop_a, POLICY, COOPERATIVES)
    documents = at_first(steps.whole)
    looked_at = {**documents, "application.resident.name": ("",), "application.items.0.title": (" ",)}
    granting = a_form(acts.PermissionGranted, a_case(), decider1)

    assert documents
    assert {} == for_a_draft(steps.whole, looked_at)
    assert {} == for_a_draft(granting, at_first(granting))


@pytest.mark.parametrize("hours", ["12", ""])
def test_of_a_form_in_which_something_was_changed_or_emptied_there_is_one(hours: str) -> None:
    form = a_form(acts.PermissionGranted, a_case(), decider1)
    kept = for_a_draft(form, {**at_first(form), "hours_a_week": (hours,)})

    assert [hours] == kept["hours_a_week"]
