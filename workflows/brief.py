"""What Temporal's own pages say of a case, for who runs the installation; nothing personal."""

from __future__ import annotations

from domain.case import Case


def in_brief(case: Case) -> str:
    """Where the case stands and what it waits for, in Markdown."""
    lines = [f"**{case.status}**, version {case.version}"]
    lines += [f"- {' or '.join(task.accepts)}, by {task.role}, due {task.due_on}" for task in case.tasks]
    return "\n".join(lines)
