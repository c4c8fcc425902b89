"""What happened in a long case comes in parts."""

from __future__ import annotations

import pytest

from api.pages.portions import LINES, SIGNS, portions
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
