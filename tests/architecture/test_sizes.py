"""Sizes that keep the code honest: what does not fit misses a word."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("domain", "workflows", "activities", "store", "api", "cli", "embedded", "bench", "tests")
FILES = sorted(
    file
    for file in (*ROOT.glob("*.py"), *(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")))
    if "versions" not in file.parts
)
WORKFLOWS = sorted((ROOT / "workflows").glob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_has_at_most_300_lines(file: Path) -> None:
    """A longer one holds two concerns."""
    assert len(file.read_text().splitlines()) <= 300


def test_a_run_can_be_read_aloud() -> None:
    """Forty lines at most; if it needs more, a verb is missing."""
    runs = [
        node
        for file in WORKFLOWS
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.AsyncFunctionDef) and node.name == "run"
    ]

    assert runs
    assert [] == [run.lineno for run in runs if (run.end_lineno or 0) - run.lineno + 1 > 40]


def test_the_procedure_stands_in_one_place() -> None:
    """Nothing but the procedure's own base awaits an act or opens a task."""
    awaiting = [
        file.name
        for folder in ("domain", "workflows", "activities", "api", "store")
        for file in (ROOT / folder).rglob("*.py")
        if "self.until(" in file.read_text()
    ]

    procedure = {
        "participation.py",
        "taking_part.py",
        "objection.py",
        "mending.py",
        "completing.py",
        "permission.py",
        "reporting.py",
    }
    assert procedure | {"beside.py", "procedure.py"} == set(awaiting)
