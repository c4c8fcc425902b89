"""The revocation by which a permission ended, or the word of who stops, and what undoes it. Awb 7:11(2), Pw 44a."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.acts import (
    DecisionReversed,
    EndingWithdrawn,
    ObjectionClosed,
    ParticipationStopped,
    PermissionRevoked,
)
from domain.permission import is_settled, newest_on_it

if TYPE_CHECKING:
    from domain.case import Case, Entry


def revocation(case: Case) -> Entry | None:
    """The revocation by which the permission came to its end, as long as nothing annulled it."""
    ended = may_be_undone(case)
    return ended if ended and isinstance(ended.act, PermissionRevoked) else None


def may_be_undone(case: Case) -> Entry | None:
    """That, or the day of who stopped, who may have taken that back by a letter that is registered later."""
    newest = newest_on_it(case)
    return newest if newest and isinstance(newest.act, PermissionRevoked | ParticipationStopped) else None


def before_its_end(case: Case) -> Case:
    """The case as it was before that, or as it is."""
    ended = may_be_undone(case)
    return case.up_to(ended.version - 1) if ended else case


def restores(case: Case, entry: Entry) -> bool:
    """Whether that act did away with what ended the permission before its day, so that it holds again. Awb 7:11(2).

    While the decision on the application is taken again, that comes first.
    """
    if (
        not isinstance(entry.act, ObjectionClosed | DecisionReversed | EndingWithdrawn)
        or may_be_undone(case.up_to(entry.version - 1)) is None
    ):
        return False
    return is_settled(case.up_to(entry.version))
