"""From when a term that stands still runs again: not before all that it stands still for is over. Awb 4:15(3), (4)."""

from __future__ import annotations

from datetime import date

from domain.acts import SuspensionEnded, SuspensionLapsed, TermSuspended
from domain.case import Case, Entry
from domain.terms.adjustment import decision_on
from domain.terms.application import end_of_suspension, request_of, suspended_by


def runs_again(case: Case, moved: Entry) -> tuple[date, Entry | None]:
    """The day on which the term runs again after what that act began or ended, and what it still waits for until then.

    Of several suspensions at once the last one ends it. What was asked for once the term was over stops it no more.
    """
    request = request_of(case, moved)
    due_on = decision_on(case, request).due_on
    spans = [(entry, span) for entry, span in suspended_by(case, request) if span.asked_on <= due_on]
    day, waits_for = _own_end(case, moved), None
    while still := [(span.ended_on, entry) for entry, span in spans if span.asked_on <= day < span.ended_on]:
        day, waits_for = max(still, key=lambda each: each[0])
    return day, waits_for if day > moved.on else None


def _own_end(case: Case, moved: Entry) -> date:
    match moved.act:
        case TermSuspended(until=until):
            return until
        case SuspensionEnded(ended_on=ended_on):
            return ended_on or moved.on
        case SuspensionLapsed(about=version):
            return end_of_suspension(case.entries[version - 1])(case).due_on
        case act:
            raise ValueError(f"{act.kind} neither suspends a term nor ends that")
