"""What the procedure hands over to be written down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic_core import to_json

from domain import letters, notices
from domain.case import Case
from domain.fact import Fact
from store.rows import act_row, case_row, letter_row, notice_row, task_row


class Recording(Fact):
    """A case's rows as JSON, each list under its table's name: what is new since it was recorded last.

    Made from the case in the procedure, so that neither its policy nor its past travels along at each act.
    """

    number: str
    version: int
    cases: str
    acts: str
    tasks: str
    notices: str
    letters: str
    since: int
    """The acts up to this version were recorded before."""
    opened: int
    """So many tasks the case has opened."""
    open: tuple[str, ...]
    """The tasks that are open."""
    noticed: tuple[int, ...]
    """The acts that call for a message."""
    lettered: tuple[int, ...]
    """The acts that call for a letter."""

    @classmethod
    def of(cls, case: Case, since: int) -> Recording:
        """What happened in a case since that version."""
        entries = case.entries[since:]
        called = [notice for entry in entries if (notice := notices.called_for(case, entry))]
        to_make = [letter for entry in entries if (letter := letters.called_for(case, entry))]
        return cls(
            number=case.number,
            version=case.version,
            cases=_json([case_row(case)]),
            acts=_json(act_row(case, entry) for entry in entries),
            tasks=_json(task_row(case, task) for task in case.tasks),
            notices=_json(notice_row(case, notice) for notice in called),
            letters=_json(letter_row(case, letter) for letter in to_make),
            since=since,
            opened=case.tasks_opened,
            open=tuple(task.id for task in case.tasks),
            noticed=tuple(notice.version for notice in called),
            lettered=tuple(letter.version for letter in to_make),
        )


def _json(rows: Iterable[dict[str, Any]]) -> str:
    return to_json(list(rows)).decode()
