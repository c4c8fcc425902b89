"""The acts as they cross every border: strict in what they take, and the same after any journey through JSON."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from domain import acts
from domain.application import Application
from domain.case import Case
from domain.fact import Fact
from domain.people import Actor, Role
from tests.domain.anything import KINDS, any_act, every_act
from tests.examples import (
    A_MONDAY,
    WHY,
    a_case,
    a_grant,
    a_person,
    a_policy,
    an_application,
    an_application_received,
    caseworker1,
    coop_a,
    done,
)

ANY_ACT: TypeAdapter[acts.Act] = TypeAdapter(acts.Act)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_an_act_is_the_same_after_a_journey_through_json(kind: type[Fact], data: st.DataObject) -> None:
    """As itself, and as any act."""
    act = data.draw(any_act(kind))

    assert act == kind.model_validate_json(act.model_dump_json())
    assert act == ANY_ACT.validate_json(ANY_ACT.dump_json(act))  # type: ignore[arg-type]


@given(every_act)
def test_names_are_in_camel_case_outside_and_taken_in_either_way(act: Fact) -> None:
    """All the way down."""
    outside = json.loads(act.model_dump_json())

    assert not [name for name in _names(outside) if "_" in name]
    assert act == ANY_ACT.validate_python(act.model_dump(by_alias=False))


def _names(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(name for inner in value.values() for name in _names(inner))]
    if isinstance(value, list):
        return [name for inner in value for name in _names(inner)]
    return []


@given(every_act)
def test_a_fingerprint_is_the_same_after_a_journey_and_for_whoever_sends_it(act: Fact) -> None:
    """It tells of the content, not of the sender; another task or content has another one."""
    sent = done(coop_a, act)  # type: ignore[arg-type]
    arrived = type(sent).model_validate_json(sent.model_dump_json())

    assert sent.fingerprinted() == arrived.fingerprinted()
    assert sent.fingerprinted() == done(caseworker1, act).fingerprinted()  # type: ignore[arg-type]
    assert sent.fingerprinted() != done(coop_a, act, task="1").fingerprinted()  # type: ignore[arg-type]


def test_a_fingerprint_stays_what_it_is() -> None:
    """It stands in running cases: with another one every retry of before would be refused as another request.

    A field that is added with a default leaves it as it is.
    """
    assert "8fdae3a50b13cba8" == done(coop_a, acts.NoteAdded(text="Called.")).fingerprinted()
    assert (
        "78ad922128b76eca"
        == done(coop_a, a_grant(date(2026, 6, 1), date(2027, 5, 31)), task="ZON-1.3").fingerprinted()
    )


@given(st.lists(every_act, max_size=5))
def test_a_case_is_the_same_after_a_journey_through_json(happened: list[Fact]) -> None:
    """Which is how it goes from run to run."""
    case = a_case(*((A_MONDAY, caseworker1, act) for act in happened))  # type: ignore[arg-type]

    assert case == Case.model_validate_json(case.model_dump_json())


APPLICATION = json.loads(an_application().model_dump_json())

WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("a BSN that fails the eleven test", {"resident": {"bsn": "999990018", "name": "X"}}, "bsn"),
    ("a BSN of eight digits", {"resident": {"bsn": "99999001", "name": "X"}}, "string_pattern_mismatch"),
    ("a BSN with dots", {"resident": {"bsn": "9999.90.019", "name": "X"}}, "string_pattern_mismatch"),
    ("a BSN as a number", {"resident": {"bsn": 999990019, "name": "X"}}, "string_type"),
    ("a BSN in other digits", {"resident": {"bsn": "٩٩٩٩٩٠٠١٩", "name": "X"}}, "bsn"),
    ("an end before the start", {"endsOn": "2026-04-30"}, "ends_before_start"),
    ("an end on the start", {"endsOn": "2026-05-01"}, "ends_before_start"),
    ("a moment without an offset", {"signedAt": "2026-02-20T10:00:00"}, "timezone_aware"),
    ("a day that is none", {"startsOn": "2026-02-30"}, "date_from_datetime_parsing"),
    ("no hours", {"hoursAWeek": 0}, "greater_than_equal"),
    ("more hours than a week of work has", {"hoursAWeek": 41}, "less_than_equal"),
    ("hours that are a yes", {"hoursAWeek": True}, "int_type"),
    ("hours in a fraction", {"hoursAWeek": 16.5}, "int_from_float"),
    ("an empty plan", {"plan": "   "}, "string_too_short"),
    ("a plan that is a book", {"plan": "x" * 10_001}, "string_too_long"),
    ("an activity of pages", {"activity": "x" * 201}, "string_too_long"),
    ("a field that nobody knows", {"priority": "high"}, "extra_forbidden"),
    ("a code that is none", {"cooperative": "De Werkplaats!"}, "string_pattern_mismatch"),
]


@pytest.mark.parametrize(("why", "change", "error"), WRONG, ids=[why for why, _, _ in WRONG])
def test_an_application_is_refused_for(why: str, change: dict[str, Any], error: str) -> None:
    """By one error, which names its kind."""
    with pytest.raises(ValidationError) as refusal:
        Application.model_validate_json(json.dumps(APPLICATION | change))

    assert [error] == [each["type"] for each in refusal.value.errors()], why


@pytest.mark.parametrize(
    "name", [n for n in APPLICATION if n not in {"items", "electronic", "reference", "earlierCase"}]
)
def test_an_application_lacks_no_field(name: str) -> None:
    """Each of them is asked for by its name."""
    without = {key: value for key, value in APPLICATION.items() if key != name}
    with pytest.raises(ValidationError) as refusal:
        Application.model_validate(without)

    assert [("missing", (name,))] == [(each["type"], each["loc"]) for each in refusal.value.errors()]


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (
            {"kind": "permission_granted", "validFrom": "2026-06-01", "validUntil": "2026-06-01"},
            "ends_before_start",
        ),
        (
            {"kind": "progress_reported", "periodFrom": "2026-06-02", "periodUntil": "2026-06-01"},
            "ends_before_start",
        ),
        (
            {
                "kind": "progress_reported",
                "periodFrom": "2026-06-01",
                "periodUntil": "2026-06-02",
                "hours": -1,
            },
            None,
        ),
        ({"kind": "resident_reacted"}, "one_of_two"),
        ({"kind": "resident_reacted", "reaction": "x", "declinedBecause": "y"}, "not_both"),
        ({"kind": "permission_refused", "grounds": [], "reasoning": "x"}, "too_short"),
        ({"kind": "supplement_received", "items": []}, "too_short"),
        ({"kind": "made_up"}, "union_tag_invalid"),
        ({}, "union_tag_not_found"),
        ({"kind": "task_claimed", "until": "2026-06-01"}, "extra_forbidden"),
        ({"kind": "note_added"}, "missing"),
    ],
)
def test_an_act_is_refused_for_what_it_says(act: dict[str, Any], error: str | None) -> None:
    """Whatever else it lacks."""
    filled = {"hoursAWeek": 8, "reasoning": "x"} if act.get("kind") == "permission_granted" else {}
    if act.get("kind") == "progress_reported":
        filled = {"hours": 1, "incomeCents": 0, "activities": "x", "results": "x"}
    with pytest.raises(ValidationError) as refusal:
        ANY_ACT.validate_python(filled | act)

    assert [error or "greater_than_equal"] == [each["type"] for each in refusal.value.errors()]


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"hours": 8, "incomeCents": 0}, "says_nothing"),
        ({"hours": 8, "incomeCents": 0, "activities": "x"}, "says_nothing"),
        ({"hours": 8, "incomeCents": 0, "nothingDoneBecause": "x"}, "not_nothing"),
        ({"hours": 0, "incomeCents": 1, "nothingDoneBecause": "x"}, "not_nothing"),
        ({"hours": 0, "incomeCents": 0, "results": "x", "nothingDoneBecause": "x"}, "not_nothing"),
        ({"hours": 0, "incomeCents": 12.5, "nothingDoneBecause": "x"}, "int_from_float"),
        ({"hours": 0, "incomeCents": 0, "nothingDoneBecause": "x"}, None),
        ({"hours": 0, "incomeCents": 0, "activities": "x", "results": "x"}, None),
    ],
)
def test_a_report_says_what_was_done_or_why_nothing(said: dict[str, Any], error: str | None) -> None:
    """A nil report has its reason, and nothing else."""
    report = {"kind": "progress_reported", "periodFrom": "2026-06-01", "periodUntil": "2026-06-02"} | said
    try:
        ANY_ACT.validate_python(report)
        found = None
    except ValidationError as refusal:
        found = refusal.errors()[0]["type"]

    assert error == found


def test_a_moment_is_kept_in_utc_whatever_its_offset_was() -> None:
    """So that the same moment is the same text."""
    application = an_application(signed_at="2026-02-20T11:00:00+01:00")

    assert datetime(2026, 2, 20, 10, tzinfo=UTC) == application.signed_at
    assert '"signedAt":"2026-02-20T10:00:00Z"' in application.model_dump_json()


@pytest.mark.parametrize(
    "value", [a_case(), a_policy(), an_application_received(), caseworker1, done(coop_a, acts.TaskClaimed())]
)
def test_a_fact_is_never_changed(value: BaseModel) -> None:
    """What is written down once stays."""
    name = next(iter(type(value).model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(value, name, None)


def test_spaces_around_a_line_are_not_kept() -> None:
    """They would make two of one."""
    assert "Called." == acts.NoteAdded(text="  Called. ").text
    assert WHY == acts.ApplicationTakenUp(reasoning=f"{WHY}\n").reasoning
    assert "X" == a_person("x").name


def test_a_date_beyond_all_reckoning_is_refused() -> None:
    """Near the year 9999 no term could be computed any more, and the case would stand still."""
    with pytest.raises(ValidationError, match="2199"):
        a_grant(date(9996, 12, 31), date(9999, 12, 31))


def test_the_same_person_is_always_the_same_json() -> None:
    """Roles go out in the order of the alphabet, whatever order they came in."""
    both = a_person("both", Role.DECIDER, Role.CASEWORKER)

    assert ["caseworker", "decider"] == json.loads(both.model_dump_json())["roles"]
    assert both == Actor.model_validate_json(both.model_dump_json())
