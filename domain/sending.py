"""When a decision went out. Awb 3:41."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.acts import LetterSent

if TYPE_CHECKING:
    from domain.case import Case


def notified_on(case: Case, version: int) -> date | None:
    """The day on which the last of those whom it is for was sent a decision; none before that. Awb 3:41, 6:8."""
    return next((act.last_on for _, act in case.every(LetterSent) if act.version == version), None)


def told_on(case: Case, version: int) -> date | None:
    """The day on which the first of them was sent it, from which it holds; none before all were. Awb 3:40, 3:41."""
    return next((act.first_on for _, act in case.every(LetterSent) if act.version == version), None)
