"""How much a case may hold: it travels whole, and a run takes in only so much."""

from __future__ import annotations

import pytest

from domain import acceptance
from domain.acts import NoteAdded
from domain.errors import NotAcceptable
from tests.examples import a_case, caseworker1, done


def test_a_case_weighs_what_its_acts_say() -> None:
    """Counted as they come."""
    case = a_case()

    assert case.weight == sum(len(entry.model_dump_json().encode()) for entry in case.entries)


def test_what_is_weighed_is_what_travels() -> None:
    """Bytes: a letter of another script takes more than one."""
    accented = done(caseworker1, NoteAdded(text="é" * 9_000))
    pictures = done(caseworker1, NoteAdded(text="😀" * 9_000))

    assert accented.weight + 2 * 9_000 == pictures.weight


def test_a_run_short_of_breath_takes_in_only_what_is_asked_for() -> None:
    """Temporal takes in two thousand acts a run: the last ones are for what moves the case on."""
    note = done(caseworker1, NoteAdded(text="x"))

    acceptance.check_room(note, a_case(), is_awaited=True, is_short_of_breath=True)
    with pytest.raises(NotAcceptable, match="full"):
        acceptance.check_room(note, a_case(), is_awaited=False, is_short_of_breath=True)
