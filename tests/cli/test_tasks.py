"""The open tasks: each in one line, on whatever it is shown."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from typing import Any

import pytest
from rich.console import Console

from cli.tasks import UNBOUNDED, table_of
from domain.calendar import NETHERLANDS
from domain.words import Language

NUMBER = "MD-7Q2K-9F3M-X4H6"
RESIDENT = "Bartholomeus van der Heijden-Oosterwijk"


def a_task(place: int) -> dict[str, Any]:
    return {
        "id": f"{NUMBER}.{place}",
        "dueOn": (datetime.now(NETHERLANDS).date() + timedelta(days=40 * place)).isoformat(),
        "accepts": ["completeness_checked"],
        "case": {"resident": RESIDENT, "cooperative": "de-werkplaats"},
        "assignee": {"name": "Sanne de Wit"},
    }


def lines(width: int, language: Language = "nl") -> list[str]:
    written = io.StringIO()
    tasks = [a_task(place) for place in range(12)]
    Console(file=written, width=width, force_terminal=False).print(table_of(tasks, language, width))
    return written.getvalue().splitlines()


@pytest.mark.parametrize("width", [80, 100, 120, 200])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_in_a_terminal_each_task_is_one_line_with_its_whole_number(width: int, language: Language) -> None:
    """And one sees which cooperative it is of, and for whom."""
    heading, *shown = lines(width, language)

    assert 12 == len(shown)
    assert ("Coöperatie" if language == "nl" else "Cooperative") in heading
    for place, line in enumerate(shown):
        assert len(line) <= width
        assert line.startswith(f"{NUMBER}.{place} ")
        assert "de-werk" in line
        assert "Barthol" in line


def test_on_a_narrow_screen_what_does_not_fit_ends_in_an_ellipsis() -> None:
    _, first, *_ = lines(80)

    assert RESIDENT not in first
    assert "…" in first


def test_for_another_program_nothing_is_cut_short() -> None:
    _, *shown = lines(UNBOUNDED)

    assert 12 == len(shown)
    for line in shown:
        assert RESIDENT in line
        assert "Compleetheid controleren" in line
        assert "de-werkplaats" in line
        assert "Sanne de Wit" in line
