"""Who may not decide on other hours or conditions at a reassessment. Awb 3:2, 2:4."""

from __future__ import annotations

from domain import acts
from domain.case import Case, Performed
from domain.duties import PREPARES
from domain.errors import NotTheSame
from domain.permission import takes_away


def did_not_review(done: Performed, case: Case) -> None:
    """Whoever prepared the decision on the application does not change what was decided. Awb 3:2, 2:4.

    Nobody else may have looked at it since. To let it go on as it is decides nothing, and he may.
    """
    if done.actor.id in {entry.actor.id for entry in case.entries if isinstance(entry.act, PREPARES)}:
        raise NotTheSame(
            "You prepared the decision on the application, so another caseworker changes hours or conditions;"
            " you can let it go on as it is"
        )


def did_not_intend(done: Performed, case: Case) -> None:
    """Whoever asked a view on taking something away at a reassessment does not decide on it. Awb 3:2, 2:4."""
    permission, asked = case.permission, case.last(acts.ReportRequested)
    if not isinstance(done.act, acts.ConditionsChanged) or permission is None or asked is None:
        return
    invited = case.last_in(None, acts.ViewInvited, after=asked[0].version)
    if invited and invited[0].actor.id == done.actor.id and takes_away(done.act, permission):
        raise NotTheSame("You mean to take something away, so somebody else decides on it")


CHECKS = (did_not_review, did_not_intend)
"""What keeps somebody from it, beside that he took such a decision that was annulled."""
