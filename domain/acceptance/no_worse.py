"""Who objected himself to what he was given gets no less by the decision in its place. Awb 7:11(1)."""

from __future__ import annotations

from datetime import date

from domain import acts, extent
from domain.case import Case
from domain.circumstances import Circumstances
from domain.errors import NotAcceptable, NotNow
from domain.meantime import annulled_in, counts, is_his_alone, is_objected_by
from domain.permission import Permission, standing_permission

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
    day, had = getattr(given, "valid_until", None), getattr(given, "hours_a_week", None)
    if last and day:
        _check_day(last, day)
    if hours and had:
        _check_hours(hours, had)


def check_grant(act: acts.PermissionGranted, now: Circumstances) -> None:
    """A permission that is in force gets no smaller where it is granted anew since the resident objected to it.

    What is to be kept to may change, on which he is heard. Nor does a cooperative lose the fee by an objection of its
    own. Raises: NotAcceptable, with the field that gives less.
    """
    held = _held(now.case)
    if held is None:
        return
    if is_by_an_objection_of(acts.Objector.RESIDENT, now.case):
        _check_days(act, held)
        _check_hours(act.hours_a_week, held.hours_a_week)
        if extent.hours_a_year(act) < (a_year := extent.hours_a_year(held)):
            raise NotAcceptable(
                "hoursAYear",
                "Who objected himself to what he was given gets no less by that: {hours} hours a year",
                hours=a_year,
            )
        if held.form is acts.Form.FULL and act.form is acts.Form.TRIAL:
            raise NotAcceptable("form", "Who objected himself to what he was given gets no less by that")
    is_paid = held.fee_agreed and any(is_by_an_objection_of(each, now.case) for each in PAID_FOR)
    if is_paid and not act.fee_agreed:
        raise NotAcceptable("feeAgreed", "Who objected himself to what he was given gets no less by that")


PAID_FOR = (acts.Objector.RESIDENT, acts.Objector.COOPERATIVE)
"""Who loses something where no fee is paid any more."""


def is_by_an_objection_of(objector: acts.Objector, case: Case) -> bool:
    """Whether a permission in force is taken again since he objected to it, or went to the court, and for nothing else.

    What a court ruled on the appeal of somebody else is no objection of his. Awb 8:69.
    """
    is_his = [
        isinstance(act, acts.ObjectionUpheld) and is_objected_by(case, act, objector)
        for act in case.overturning
    ]
    return bool(is_his) and all(is_his) and case.is_participating


def _held(case: Case) -> Permission | None:
    """What there is to lose: without what another had annulled, though that counts until it is decided on again."""
    is_anothers = any(isinstance(e.act, Gift) and not is_his_alone(case, e) for e in annulled_in(case))
    return standing_permission(case) if is_anothers else case.permission


def _check_days(act: acts.PermissionGranted, held: Permission) -> None:
    if act.valid_from > held.valid_from:
        raise NotAcceptable(
            "validFrom",
            "Who objected himself to what he was given gets no less by that: from {day}",
            day=held.valid_from,
        )
    _check_day(act.valid_until, held.valid_until)


def _check_day(last: date, had: date) -> None:
    if last < had:
        raise NotAcceptable(
            "validUntil",
            "Who objected himself to what he was given gets no less by that: until {day}",
            day=had,
        )


def _check_hours(a_week: int, had: int) -> None:
    if a_week < had:
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
    """What was annulled last in that matter and counts until it is decided on again, if he objected to it himself."""
    case = now.case
    for entry in annulled_in(case):
        act = case.as_it_reads(entry, entry.act)
        if isinstance(act, Gift) and matter in (entry.version, entry.about) and counts(case, entry):
            return act if is_his_alone(case, entry) else None
    return None
