"""A case's copy in memory: all that was handed to the recorder, put together as its tables hold it."""

from __future__ import annotations

from typing import Any

from pydantic_core import from_json, to_json

from activities.recording import Recording
from domain.case import Case
from store.rows import act_row, case_row, task_row

Row = dict[str, Any]


class Copied:
    """What the tables would say of one case: each recording holds only what is new since the one before."""

    def __init__(self) -> None:
        self.case: Row = {}
        self.acts: list[Row] = []
        self.tasks: dict[str, Row] = {}
        self.open: tuple[str, ...] = ()
        self._compared: Case | None = None

    def takes(self, recording: Recording) -> None:
        """Written down by the rules of the recorder's one statement: a row that is there is overwritten."""
        assert recording.since == len(self.acts), "an act is left out, or handed over twice"
        (self.case,) = from_json(recording.cases)
        self.acts += from_json(recording.acts)
        self.tasks |= {row["id"]: row for row in from_json(recording.tasks)}
        self.open = recording.open
        assert recording.version == self.acts[-1]["version"] == len(self.acts)
        assert set(self.tasks) <= {f"{recording.number}.{each}" for each in range(1, recording.opened + 1)}

    def is_true_to(self, case: Case) -> None:
        """It says what the case says; an act that was compared before does not change."""
        if not case.entries or case is self._compared:
            return
        since = self._compared.version if self._compared else 0
        assert _as_json(case_row(case)) == self.case
        assert [_as_json(act_row(case, entry)) for entry in case.entries[since:]] == self.acts[since:]
        assert {task.id: _as_json(task_row(case, task)) for task in case.tasks} == {
            task: self.tasks[task] for task in self.open
        }
        self._compared = case


def _as_json(row: Row) -> Row:
    return from_json(to_json(row))
