"""The file of a case on paper comes in parts that are bounded, whatever somebody typed."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from markupsafe import escape

from api.pages.context import Said
from api.pages.forms import Section
from api.pages.forms.told import Told as Answer
from api.pages.paper import LINE, LONGEST, PART, Chapter, Line, in_parts, lines, of_act
from api.views import told
from domain import acts
from tests.examples import A_MONDAY, a_case, caseworker1

HEAVIEST = 120_000
"""Bytes of what stands in a part, its style sheets and the names around it left out."""


CALLED = "Called his brother, who would rather ring back next week."


def weight(part: list[Chapter]) -> int:
    return sum(line.weight for chapter in part for group in chapter.groups for line in group)


def said(parts: list[list[Chapter]]) -> list[tuple[str, str]]:
    every = (line for part in parts for chapter in part for group in chapter.groups for line in group)
    return [(line.label, line.said) for line in every]


@pytest.mark.parametrize(
    "texts",
    [
        ["Called."] * 3,
        ["Called."] * 2_000,
        ["Called his brother & his sister. " * 300] * 60,
        ["&" * LONGEST] * 30,
        ["🚲" * LONGEST] * 30,
        ["Word " * 200_000],
        ["x" * 1_000_000],
        [],
    ],
    ids=lambda texts: f"{len(texts)} of {len(texts[0]) if texts else 0}",
)
def test_a_part_is_never_heavy_and_nothing_is_lost(texts: list[str]) -> None:
    chapters = [
        Chapter("Each by itself", [lines("Note", text) for text in texts]),
        Chapter("All together", [[line for text in texts for line in lines("Note", text)]]),
    ]
    parts = in_parts(chapters)

    assert [] == [weight(part) for part in parts if weight(part) > HEAVIEST]
    assert texts * 2 == regrouped(parts)
    assert len(parts) == 1 or min(weight(a) + weight(b) for a, b in pairwise(parts)) > PART


def regrouped(parts: list[list[Chapter]]) -> list[str]:
    """The texts as they were given: what has no label goes on."""
    found: list[str] = []
    for label, piece in said(parts):
        if label:
            found.append(piece)
        else:
            found[-1] += piece
    return found


def test_an_act_stays_together_where_it_fits_and_its_chapter_is_named_in_each_part() -> None:
    group = lines("Plan", "x" * (PART // 12), "y" * (PART // 12))
    parts = in_parts([Chapter("Dates", [[Line("Monday")]]), Chapter("What happened", [group] * 12)])

    assert [["Dates", "What happened"], ["What happened"], ["What happened"]] == [
        [chapter.title for chapter in part] for part in parts
    ]
    assert all(group == each for part in parts for each in part[-1].groups)


def test_a_line_weighs_no_less_than_it_is_sent_as() -> None:
    line = Line("Said <b>so</b> & more €", "What?")

    assert len(f"{escape(line.label)}{escape(line.said)}".encode()) + LINE == line.weight


def test_an_act_on_paper_has_all_that_was_filled_in_and_nothing_twice() -> None:
    case = a_case((A_MONDAY, caseworker1, acts.NoteAdded(text=CALLED)))
    act: Any = told(case.entries[1], case.policy, caseworker1, "en")
    answers = (
        Answer("Is it met?", ("Yes",), "", ""),
        Answer("Why?", ("First.", "Second."), "", ""),
        Answer("What did you note?", (CALLED,), "", ""),
    )
    filled = Said("note_added", "Kim", A_MONDAY, (Section("Assistance", answers),))

    assert [
        Line(act=act),
        *lines("", act.text),
        Line(label="Assistance"),
        Line("Yes", "Is it met?"),
        Line("First.", "Why?"),
        Line("Second."),
    ] == of_act(act, filled)
