"""What happened in a long case comes in parts."""

from __future__ import annotations

import pytest

from api.pages.forms import Section, Told as Answer
from api.pages.portions import BRIEF, FILLED_IN, LINES, SIGNS, brief, in_pages, portions
from api.views import told
from domain import acts
from tests.examples import A_MONDAY, a_case, caseworker1


@pytest.mark.parametrize(
    ("texts", "counts"),
    [
        ([], [1]),
        (["Called."] * (LINES - 1), [LINES]),
        (["Called."] * LINES, [LINES, 1]),
        (["x" * (SIGNS // 2)] * 3, [2, 1, 1]),
    ],
)
def test_a_part_has_so_many_lines_or_so_much_text_at_most(texts: list[str], counts: list[int]) -> None:
    """The first line is the application itself."""
    case = a_case(*((A_MONDAY, caseworker1, acts.NoteAdded(text=text)) for text in texts))
    lines = [line for entry in case.entries if (line := told(entry, case.policy, caseworker1, "en"))]

    assert counts == [len(part) for part in portions(lines)]
    assert lines == [line for part in portions(lines) for line in part]


def test_where_nothing_happened_there_is_one_part() -> None:
    assert [[]] == portions([])


def test_of_a_long_sentence_a_list_has_no_more_than_it_has_room_for() -> None:
    case = a_case(*((A_MONDAY, caseworker1, acts.NoteAdded(text="x" * n)) for n in (10, 2 * BRIEF)))
    (_, short, long) = [told(entry, case.policy, caseworker1, "en") for entry in case.entries]

    assert short
    assert long
    assert short == brief(short)
    assert BRIEF + 2 == len(brief(long).text)
    assert brief(long).text.endswith("x …")


def test_what_was_filled_in_comes_in_pages_none_of_which_is_heavy() -> None:
    """A section that goes on has its title again, and a list too long for a page is cut between its texts."""

    def said(*texts: str) -> Answer:
        return Answer("Why?", texts, "", "")

    most, half = "x" * (FILLED_IN - 10), "&" * (FILLED_IN // 10)
    sections = [Section("", (said("yes"), said(half))), Section("Rest", (said(half), said(most, most)))]

    assert [
        [Section("", (said("yes"), said(half)))],
        [Section("Rest", (said(half),))],
        [Section("Rest", (said(most),))],
        [Section("Rest", (said(most),))],
    ] == in_pages(sections)
    assert [[]] == in_pages([])
