"""What follows from the acts about a permission: what it allows now, and what was proposed or asked about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from domain import extent
from domain.acts import (
    AdjustmentRefused,
    AdjustmentRequested,
    ChangeAssessed,
    ConditionsAdjusted,
    ConditionsChanged,
    EndAnnounced,
    InterimReportEscalated,
    ObjectionClosed,
    ObjectionUpheld,
    PermissionExtendedToFull,
    PermissionGranted,
    PermissionRefused,
    PermissionRenewed,
    PermissionRevoked,
    RequestSetAside,
    ViewInvited,
    ViewLapsed,
    ViewReceived,
)
from domain.ending import ENDS_A_PERMISSION, ends_on
from domain.extent import Extent, Form
from domain.matters.interim import is_missing
from domain.meantime import (
    ANSWERS_A_RENEWAL,
    RENEWS_A_PERMISSION,
    annulled_by,
    annulled_in,
    counted_until,
    counts,
    replaced_by,
)
from domain.sending import counts_from, notified_on
from domain.suspension import days_of

if TYPE_CHECKING:
    from domain.case import Case, Entry

    Counting = Callable[[Case, Entry], bool]
    """Whether a decision is among what makes a permission."""

ANSWERS = (*ANSWERS_A_RENEWAL, ConditionsAdjusted, AdjustmentRefused, RequestSetAside, PermissionRevoked)
"""What is decided on a request or a proposal, which is open again once that is annulled. Awb 7:11(2)."""

Change = ConditionsChanged | ConditionsAdjusted | PermissionExtendedToFull
Setting = PermissionGranted | Change
"""What says for how many hours and on which conditions."""

ONE_DAY = timedelta(days=1)


class Permission(Extent):
    """What the resident may do now, as granted and since changed."""

    changed_from: date | None = None
    """The first day on which these hours and conditions count, where something was taken away by them. Awb 3:40."""
    suspended_from: date | None = None
    """The first day on which it stands still, with the last one."""
    suspended_until: date | None = None

    @property
    def never_began(self) -> bool:
        """Whether it ended before its first day, so that nobody took part by it."""
        return self.valid_until < self.valid_from

    def stands_still(self, on: date) -> bool:
        """Whether nobody takes part by it on that day, since it is suspended."""
        return (self.suspended_from or date.max) <= on <= (self.suspended_until or date.min)


def permission_in(case: Case) -> Permission | None:
    """What was granted last, with every change since; none before it was granted or where it was refused.

    What is decided on again since an objection to it was upheld counts until then, unless nobody was told of it: then
    what was before it does. Awb 3:40, 7:11(2).
    """
    granted, refused = case.last(PermissionGranted), case.last(PermissionRefused)
    if granted is None:
        return None
    if refused and refused[0].version > granted[0].version:
        return _until_refused(case, refused[0])
    if case.overturned and (before := in_whose_place(case, granted[0])) and not _is_told(case, granted[0]):
        return before
    return _granted(case, *granted, is_to_count=_still_counts)


def standing_permission(case: Case) -> Permission | None:
    """The same without what is decided on again: from there a new decision starts. Awb 7:11(2)."""
    granted = case.last(PermissionGranted)
    return _granted(case, *granted, is_to_count=_stands) if granted else None


def _granted(case: Case, entry: Entry, granted: PermissionGranted, is_to_count: Counting) -> Permission:
    act = case.as_it_reads(entry, granted)
    since = case.entries[entry.version :]
    changes = [each for each in since if isinstance(each.act, Change) and is_to_count(case, each)]
    changed = changes[-1] if changes else entry
    terms = case.as_it_reads(changed, cast("Setting", changed.act))
    is_full = any(isinstance(each.act, PermissionExtendedToFull) for each in changes)
    ended = case.up_to(entry.version).standing(*ENDS_A_PERMISSION)
    first, last = days_of(case, after=ended[0].version if ended else 0)
    return Permission(
        changed_from=_changed_from(case, changed, terms),
        valid_from=act.valid_from,
        valid_until=_last_day(case, entry, act, is_to_count),
        hours_a_week=terms.hours_a_week,
        hours_a_year=act.hours_a_year,
        form=Form.FULL if is_full else act.form,
        income=act.income,
        fee_agreed=act.fee_agreed,
        conditions=terms.conditions,
        suspended_from=first,
        suspended_until=last,
    )


def newest_on_it(case: Case) -> Entry | None:
    """What gave a permission, made it longer or ended it last, as far as that counts."""
    kinds = (PermissionGranted, *RENEWS_A_PERMISSION, *ENDS_A_PERMISSION)
    newest = (each for each in reversed(case.entries) if isinstance(each.act, kinds))
    return next((each for each in newest if _is_among(case, each)), None)


def undoes(case: Case, entry: Entry) -> bool:
    """Whether by that act what counted until then counts no more: another decision was in its place. Awb 7:11(2)."""
    decided = case.entries[: entry.version - 1]
    if not any(e.version in case.annulled and replaced_by(case, e) == entry for e in decided):
        return False
    before, now = (permission_in(case.up_to(version)) for version in (entry.version - 1, entry.version))
    is_less = now and before and (extent.takes_away(now, before) or extent.adds_conditions(now, before))
    return bool(is_less)


def ended_by(case: Case) -> Entry | None:
    """What took the last days of an annulled decision, so that these need no telling by themselves. Awb 3:41.

    That is the decision in its place, or the objection of another by which it was lost at once.
    """
    permission = permission_in(case) if case.annulled else None
    given = (e for e in annulled_in(case) if isinstance(e.act, RENEWS_A_PERMISSION))
    lost = (e for e in given if permission and counted_until(case, e) == permission.valid_until)
    return next((replaced_by(case, e) or annulled_by(case, e) for e in lost), None)


def _is_among(case: Case, entry: Entry) -> bool:
    return counts(case, entry) if isinstance(entry.act, RENEWS_A_PERMISSION) else _stands(case, entry)


def takes_away(act: Setting, permission: Permission) -> bool:
    """Whether less is allowed by it, or more must be kept to. Awb 4:8."""
    a_year = act.hours_a_year if isinstance(act, PermissionGranted) else permission.hours_a_year
    said = {"hours_a_week": act.hours_a_week, "hours_a_year": a_year, "conditions": act.conditions}
    new = permission.model_copy(update=said)
    return extent.takes_away(new, permission) or extent.adds_conditions(new, permission)


def _stands(case: Case, entry: Entry) -> bool:
    return entry.version not in case.annulled


def _still_counts(case: Case, entry: Entry) -> bool:
    """Other hours or conditions do where somebody asked for them, and they gave hours or took nothing away."""
    act = entry.act
    if not isinstance(act, ConditionsAdjusted):
        return _is_among(case, entry)
    if _stands(case, entry):
        return True
    before = permission_in(case.up_to(entry.version - 1))
    is_asked = case.act(entry.about or 0, AdjustmentRequested) is not None
    if before is None or not is_asked:
        return False
    gives = act.hours_a_week > before.hours_a_week or not takes_away(act, before)
    return gives and counts(case, entry)


def _last_day(case: Case, granted: Entry, act: PermissionGranted, is_to_count: Counting) -> date:
    before = in_whose_place(case, granted)
    held = min(before.valid_until, _until_told(case, granted)) if before else date.min
    last, stopped = max(act.valid_until, held), ends_on(case, granted.version)
    for entry in case.entries[granted.version :]:
        match entry.act:
            case PermissionRenewed() | PermissionExtendedToFull() as later:
                day = case.as_it_reads(entry, later).valid_until
                if is_to_count(case, entry):
                    last = max(day, held)
                elif until := counted_until(case, entry):
                    held = max(held, min(day, until))
                    last = max(last, held)
            case PermissionRevoked() as revoked if _stands(case, entry):
                day = case.as_it_reads(entry, revoked).revoked_from
                last = held = min(last, counts_from(case, entry.version, day) - ONE_DAY)
            case _:
                pass
    return min(last, stopped) if stopped else last


def _until_refused(case: Case, refused: Entry) -> Permission | None:
    """One that was refused after all held until that was sent, or until it was over before, if it began. Awb 3:40."""
    permission = permission_in(case.up_to(refused.version - 1))
    if permission is None:
        return None
    last = min(permission.valid_until, _until_told(case, refused))
    return permission.model_copy(update={"valid_until": last}) if permission.valid_from <= last else None


def _is_told(case: Case, decided: Entry) -> bool:
    """Whether its letter went out; what a court decided itself needs none."""
    before = case.entries[decided.version - 2].act
    is_a_courts = isinstance(before, ObjectionUpheld | ObjectionClosed) and before.decision is not None
    return is_a_courts or notified_on(case, decided.version) is not None


def in_whose_place(case: Case, granted: Entry) -> Permission | None:
    """The permission that there was when it was granted anew; none where it is the first."""
    first, _ = next(case.every(PermissionGranted))
    return permission_in(case.up_to(granted.version - 1)) if first != granted else None


def is_shorter(case: Case, granted: Entry) -> bool:
    """Whether it was granted anew for a shorter time than there was, which it takes once it is told. Awb 3:40."""
    before, now = in_whose_place(case, granted), permission_in(case)
    return before is not None and now is not None and now.valid_until < before.valid_until


def _until_told(case: Case, decided: Entry) -> date:
    """The last day of what was before that decision: that on which it was sent. Awb 3:40, 3:41."""
    return counts_from(case, decided.version, decided.on + ONE_DAY) - ONE_DAY


def _changed_from(case: Case, changed: Entry, terms: Setting) -> date | None:
    """Since when these hours and conditions count, where they are less than what counted before. Awb 3:40.

    That they are the old ones again, since what gave more was decided on again, is less too.
    """
    later = next((e for e in reversed(case.entries[changed.version :]) if isinstance(e.act, Change)), None)
    by = replaced_by(case, later) if later and not _stands(case, later) else None
    since = next((each for each in (by, changed) if each and _is_less_than_before(case, each, terms)), None)
    return counts_from(case, since.version, since.on + ONE_DAY) if since else None


def _is_less_than_before(case: Case, entry: Entry, terms: Setting) -> bool:
    before = case.up_to(entry.version - 1)
    permission = permission_in(before) if before.is_participating else None
    return permission is not None and takes_away(terms, permission)


def awaits_view(case: Case, version: int) -> bool:
    """Whether a view was asked on that proposal or request, and neither came nor lapsed."""
    newest = case.last_in(version, ViewInvited, ViewReceived, ViewLapsed)
    return newest is not None and isinstance(newest[1], ViewInvited) and case.overturned is None


def awaits_assessment(case: Case, version: int) -> bool:
    """Whether nobody looked yet at what was reported under that number, or at a report that is still missing."""
    is_missing_no_more = case.act(version, InterimReportEscalated) and not is_missing(case, version)
    return not is_missing_no_more and version not in {act.about for _, act in case.every(ChangeAssessed)}


def is_announced(case: Case) -> bool:
    """Whether it was told that the permission ends on the day on which it does."""
    granted, permission = case.last(PermissionGranted), permission_in(case)
    told = case.last(EndAnnounced, after=granted[0].version) if granted else None
    return told is not None and permission is not None and told[1].ends_on == permission.valid_until


def took_up_again(case: Case, renewed: Entry) -> bool:
    """Whether the last day was over already when it was renewed."""
    before = permission_in(case.up_to(renewed.version - 1))
    return before is not None and before.valid_until < renewed.on


def is_settled(case: Case) -> bool:
    """Whether a permission is in force, and not decided on again."""
    return case.is_participating and case.overturned is None
