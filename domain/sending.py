"""When a letter went out, and from when what it tells counts. Awb 3:40, 3:41, 4:14(3), 4:15."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from domain.acts import (
    DecisionAdjourned,
    LetterSent,
    ObjectionAdjourned,
    ObjectionPostponed,
    Objector,
    PeriodExtended,
    RepairRequested,
    SupplementRequested,
    TermSuspended,
)
from domain.askers import who_waits

if TYPE_CHECKING:
    from domain.case import Case, Entry

MOVES_BY_BEING_TOLD = (
    *(DecisionAdjourned, SupplementRequested, TermSuspended, PeriodExtended),
    *(ObjectionAdjourned, ObjectionPostponed, RepairRequested),
)
"""What moves the term to decide from the day on which whoever waits was told of it. Awb 4:14(3), 4:15(1), 7:10."""

POSTED_WITHIN = timedelta(days=3)
"""So long a decision may lie until somebody is warned that it was not posted; over a weekend."""


def notified_on(case: Case, version: int) -> date | None:
    """The day on which the last of those whom it is for was sent a decision; none before that. Awb 3:41, 6:8."""
    return next((act.last_on for _, act in case.every(LetterSent) if act.version == version), None)


def counts_from(case: Case, version: int, named: date) -> date:
    """The first day on which a decision takes something away: not before the one after it was sent. Awb 3:40, 3:41.

    As long as it did not go out, that is the day that it names itself.
    """
    sent_on = notified_on(case, version)
    return max(named, sent_on + timedelta(days=1)) if sent_on else named


def sent_to(case: Case, version: int, objector: Objector | None) -> date | None:
    """The day on which a decision went to who objects to it, from which his own term runs. Awb 6:8.

    To another party it goes with the last of the letters. None before all went out, which the case is told then.
    """
    sent = next((act for _, act in case.every(LetterSent) if act.version == version), None)
    if sent is None:
        return None
    own = [each.sent_on for each in sent.sendings if objector and each.addressee == objector.value]
    return max(own, default=sent.last_on)


def told_on(case: Case, version: int) -> date | None:
    """The day on which whoever waits for it was sent it, or who speaks for him; none before all were. Awb 3:40, 3:41.

    A copy to somebody else tells him nothing. Awb 2:1.
    """
    sent = next((act for _, act in case.every(LetterSent) if act.version == version), None)
    if sent is None:
        return None
    waits = who_waits(case, version)
    return min((each.sent_on for each in sent.sendings if each.addressee in waits), default=sent.last_on)


def since_told(case: Case, entry: Entry) -> date:
    """The day from which an act counts that must be told: that of the sending, once that is known and came later."""
    return max(entry.on, told_on(case, entry.version) or entry.on)
