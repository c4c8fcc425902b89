"""What the figures count, which of it adds up to what, and what of that may be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row

from domain.figures import OVERDUE, Span, without_small_groups
from domain.status import PHASES, Phase, Status
from store import figures

Group = tuple[str, ...]
"""What is counted, by name: `("done", "2026-11")`; without its last part it is the whole that this is a part of."""

OPEN = tuple(phase for phase in Phase if phase is not Phase.CLOSED)
OF_A_MONTH = ("applications", "objections", "done", "late", "in_time")
DECISIONS = ("overdue", "at_risk", "later")
"""When the open ones are due."""
OF_TASKS = ("tasks", "overdue", "due_this_week", "resting")


@dataclass
class Tally:
    """Counts of cases, each of them somebody's, with what is known of their sums."""

    counts: dict[Group, int] = field(default_factory=dict)
    sums: list[tuple[Group, tuple[Group, ...]]] = field(default_factory=list)

    def make_up(self, whole: Group, parts: Iterable[Group]) -> None:
        """That these parts together are the whole; its count is theirs unless it was counted by itself."""
        known = tuple(parts)
        self.counts.setdefault(whole, sum(self.counts[part] for part in known))
        self.sums.append((whole, known))

    def told(self) -> dict[Group, int | None]:
        """The counts, without small groups and without what would give them away."""
        return without_small_groups(self.counts, self.sums)

    def phases(self, by_status: Mapping[Status, Row[Any]]) -> None:
        """Open cases by where they stand, and when they are to be decided on or reassessed."""
        self.counts |= {("status", status): row.cases for status, row in by_status.items()}
        for phase in OPEN:
            self.make_up(
                ("open", phase), (("status", each) for each in sorted(PHASES[phase] & by_status.keys()))
            )
        self.make_up(("open",), (("open", phase) for phase in OPEN))
        rows = by_status.values()
        for name in DECISIONS:
            self.counts["decisions", name] = sum(getattr(row, name) for row in rows)
        self.make_up(("decisions",), (("decisions", name) for name in DECISIONS))
        awaited = [
            status for status, row in by_status.items() if any(getattr(row, name) for name in DECISIONS)
        ]
        self.make_up(("decisions",), (("status", status) for status in awaited))
        self.counts["no_term",] = self.counts["open",] - self.counts["decisions",]
        self.make_up(("open",), (("decisions",), ("no_term",)))
        for span in Span:
            self.counts["reassessments", span] = sum(getattr(row, span) for row in rows)
        self.make_up(("reassessments", "overdue"), (("reassessments", span) for span in OVERDUE))

    def participants(self, by_cooperative: Mapping[str, int]) -> None:
        """Who takes part, by cooperative; after the phases, of which they are one."""
        self.counts |= {("participants", code): count for code, count in by_cooperative.items()}
        self.make_up(("open", Phase.PARTICIPATION), (("participants", code) for code in by_cooperative))

    def months(self, names: Sequence[str], came: Mapping[str, Row[Any]], went: Sequence[Row[Any]]) -> None:
        """What came and what was done, by month; and how it ended, of all months together."""
        for name in names:
            received = came.get(name)
            objections = received.objections if received else 0
            done = [row for row in went if row.month == name and row.kind in figures.OUTCOMES]
            late = sum(row.late for row in done)
            self.counts["objections", name] = objections
            self.counts["applications", name] = received.cases - objections if received else 0
            self.counts["late", name] = late
            self.counts["in_time", name] = sum(row.acts for row in done) - late
            self.make_up(("done", name), (("late", name), ("in_time", name)))
        for what in OF_A_MONTH:
            self.make_up((what,), ((what, name) for name in names))
        self.make_up(("done",), (("late",), ("in_time",)))
        self._outcomes(names, went)

    def _outcomes(self, names: Sequence[str], went: Sequence[Row[Any]]) -> None:
        """By month they would be a handful in most towns."""
        counts = Counter[str]()
        for row in went:
            counts[row.kind] += row.acts if row.month in names else 0
        for whole, kinds in (("done", figures.OUTCOMES), ("ended", figures.ENDINGS)):
            found = [("outcomes", kind) for kind in kinds if counts[kind]]
            self.counts |= {group: counts[group[-1]] for group in found}
            self.make_up((whole,), found)

    def workload(self, loads: Sequence[Row[Any]]) -> None:
        """Open tasks by role and holder; each is of a case, and so of somebody."""
        for load in loads:
            holder = holder_of(load)
            later = load.tasks - load.overdue - load.due_this_week
            parts = {"overdue": load.overdue, "due_this_week": load.due_this_week, "later": later}
            at_rest = {"resting": load.resting, "at_hand": load.tasks - load.resting}
            self.counts |= {(name, *holder): count for name, count in (parts | at_rest).items()}
            self.make_up(("tasks", *holder), ((name, *holder) for name in parts))
            self.make_up(("tasks", *holder), ((name, *holder) for name in at_rest))
        for role in sorted({load.role for load in loads}):
            holders = [holder_of(load) for load in loads if load.role == role]
            for what in OF_TASKS:
                self.make_up((what, role), ((what, *holder) for holder in holders))


def holder_of(load: Row[Any]) -> Group:
    """By which name the tasks of a role that somebody holds, or nobody, are counted."""
    return load.role, load.assignee_id or ""
