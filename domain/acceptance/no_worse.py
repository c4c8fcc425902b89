"""Who objected himself to what he was given gets no less by the decision in its place. Awb 7:11(1)."""

from __future__ import annotations

from datetime import date

from domain import acts
from domain.circumstances import Circumstances
from domain.errors import NotAcceptable, NotNow
from domain.meantime import annulled_by, annulled_in, counts, is_objected_by

Gift = acts.PermissionRenewed | acts.PermissionExtendedToFull | acts.ConditionsAdjusted


def check_no_worse(
    now: Circumstances, matter: int | None, last: date | None = None, hours: int | None = None
) -> None:
    """Nothing where he has no such decision in that matter; without a day or hours it is a refusal.

    Raises: NotAcceptable, or NotNow for a refusal, where it gives less than what the resident objected to.
    """
    given = _given(now, matter)
    if given is None:
        return
    if last is None and hours is None:
        raise NotNow("Who objected himself to what he was given gets no less by that")
    day = getattr(given, "valid_until", None)
    if last and day and last < day:
        raise NotAcceptable(
            "validUntil",
            "Who objected himself to what he was given gets no less by that: until {day}",
            day=day,
        )
    had = getattr(given, "hours_a_week", None)
    if hours and had and hours < had:
        raise NotAcceptable(
            "hoursAWeek",
            "Who objected himself to what he was given gets no less by that: {hours} hours a week",
            hours=had,
        )


def is_less_than_counts(act: acts.PermissionExtendedToFull, now: Circumstances) -> bool:
    """Whether it gives less than what is decided on again gives until then, so that a view is asked. Awb 4:8."""
    counts = now.case.permission
    return counts is not None and (
        act.valid_until < counts.valid_until or act.hours_a_week < counts.hours_a_week
    )


def _given(now: Circumstances, matter: int | None) -> Gift | None:
    """What an objection of the resident himself annulled in that matter, and counts until it is decided on again."""
    case = now.case
    for entry in annulled_in(case):
        act = case.as_it_reads(entry, entry.act)
        if not isinstance(act, Gift) or matter not in (entry.version, entry.about) or not counts(case, entry):
            continue
        if is_objected_by(case, annulled_by(case, entry).act, acts.Objector.RESIDENT):
            return act
    return None
