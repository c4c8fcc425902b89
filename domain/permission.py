"""What follows from the acts about a permission: what it allows now, and what was proposed or asked about it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from domain import extent
from domain.acts import (
    AdjustmentRefused,
    ChangeAssessed,
    ConditionsAdjusted,
    ConditionsChanged,
    EndAnnounced,
    InterimReportEscalated,
    ParticipationStopped,
    PermissionExpired,
    PermissionExtendedToFull,
    PermissionGranted,
    PermissionRefused,
    PermissionReinstated,
    PermissionRenewed,
    PermissionResumed,
    PermissionRevoked,
    PermissionSuspended,
    RenewalAdvised,
    RenewalRefused,
    RenewalRequested,
    RenewalWithdrawn,
    RequestSetAside,
    ViewInvited,
    ViewLapsed,
    ViewReceived,
)
from domain.ending import ends_on, told_ending
from domain.extent import Extent, Form
from domain.matters.interim import is_missing
from domain.sending import counts_from

if TYPE_CHECKING:
    from domain.case import Case, Entry

RENEWS_A_PERMISSION = (PermissionRenewed, PermissionExtendedToFull)
ANSWERS_A_RENEWAL = (*RENEWS_A_PERMISSION, RenewalRefused)
ANSWERS = (*ANSWERS_A_RENEWAL, ConditionsAdjusted, AdjustmentRefused, RequestSetAside, PermissionRevoked)
"""What is decided on a request or a proposal, which is open again once that is annulled. Awb 7:11(2)."""
ENDS_BEFORE_ITS_LAST_DAY = (PermissionRefused, PermissionRevoked, ParticipationStopped)
ENDS_A_PERMISSION = (*ENDS_BEFORE_ITS_LAST_DAY, PermissionExpired)

Setting = PermissionGranted | ConditionsChanged | ConditionsAdjusted | PermissionExtendedToFull
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
    """What was granted last, with every change since; none before it was granted or where it was refused."""
    granted, refused = case.last(PermissionGranted), case.last(PermissionRefused)
    if granted is None:
        return None
    if refused and refused[0].version > granted[0].version:
        return _until_refused(case, refused[0])
    entry, act = granted[0], case.as_it_reads(*granted)
    changed = case.standing(
        ConditionsChanged, ConditionsAdjusted, PermissionExtendedToFull, after=entry.version
    )
    terms = case.as_it_reads(*changed) if changed else act
    is_full = case.standing(PermissionExtendedToFull, after=entry.version) is not None
    ended = case.up_to(entry.version).standing(*ENDS_A_PERMISSION)
    first, last = _suspended(case, after=ended[0].version if ended else 0)
    return Permission(
        changed_from=_counts_from(case, *(changed or granted)),
        valid_from=act.valid_from,
        valid_until=_last_day(case, act, entry.version),
        hours_a_week=terms.hours_a_week,
        hours_a_year=act.hours_a_year,
        form=Form.FULL if is_full else act.form,
        income=act.income,
        fee_agreed=act.fee_agreed,
        conditions=terms.conditions,
        suspended_from=first,
        suspended_until=last,
    )


def takes_away(act: Setting, permission: Permission) -> bool:
    """Whether less is allowed by it, or more must be kept to. Awb 4:8."""
    new = permission.model_copy(update={"hours_a_week": act.hours_a_week, "conditions": act.conditions})
    return extent.takes_away(new, permission) or extent.adds_conditions(new, permission)


def _last_day(case: Case, granted: PermissionGranted, after: int) -> date:
    decided, stopped = _decided_last_day(case, granted, after), ends_on(case, after)
    return min(decided, stopped) if stopped else decided


def _decided_last_day(case: Case, granted: PermissionGranted, after: int) -> date:
    found = case.standing(PermissionRenewed, PermissionExtendedToFull, PermissionRevoked, after=after)
    if found is None:
        return granted.valid_until
    match case.as_it_reads(*found):
        case PermissionRevoked(revoked_from=day):
            before = case.up_to(found[0].version - 1)
            last = counts_from(case, found[0].version, day) - ONE_DAY
            return min(_decided_last_day(before, granted, after), last)
        case PermissionRenewed(valid_until=day) | PermissionExtendedToFull(valid_until=day):
            return day


def _until_refused(case: Case, refused: Entry) -> Permission | None:
    """One that was refused after all held until that was sent, or until it was over before, if it began. Awb 3:40."""
    permission = permission_in(case.up_to(refused.version - 1))
    if permission is None:
        return None
    last = min(permission.valid_until, counts_from(case, refused.version, refused.on + ONE_DAY) - ONE_DAY)
    return permission.model_copy(update={"valid_until": last}) if permission.valid_from <= last else None


def _counts_from(case: Case, entry: Entry, act: Setting) -> date | None:
    before = case.up_to(entry.version - 1)
    permission = permission_in(before) if before.is_participating else None
    if permission is None or not takes_away(case.as_it_reads(entry, act), permission):
        return None
    return counts_from(case, entry.version, entry.on + ONE_DAY)


def _suspended(case: Case, after: int) -> tuple[date | None, date | None]:
    """The days on which it stands still, the last time that it did; none when it was lifted before it began.

    One that begins before another is over, or on the day after, makes that one longer. It outlives a new decision on
    the permission, as long as that stayed in force. None begins before the day after it was sent. Awb 3:40.
    """
    first, last, annulled = date.max, date.min, case.annulled
    for entry in (each for each in case.entries[after:] if each.version not in annulled):
        if isinstance(entry.act, PermissionSuspended):
            act = case.as_it_reads(entry, entry.act)
            begins = counts_from(case, entry.version, act.suspended_from)
            goes_on = first <= last and begins <= last + ONE_DAY
            first, last = first if goes_on else begins, act.suspended_until
        elif isinstance(entry.act, PermissionReinstated):
            last = min(last, entry.act.holds_from - ONE_DAY)
    return (first, last) if first <= last else (None, None)


def open_renewals(case: Case) -> tuple[Entry, ...]:
    """The requests to renew on which nobody decided yet, oldest first.

    There is one at a time, unless the answer to an older one was annulled meanwhile.
    """
    return tuple(e for e in case.entries if isinstance(e.act, RenewalRequested) and is_asked(case, e.version))


def is_asked(case: Case, version: int) -> bool:
    """Whether nobody decided yet on that request to renew, though it may wait for the permission itself.

    It stands by itself: what was decided on another one is no answer to it, also where that gave as much. Once the
    answer to it is annulled it is open again, whatever came of another one meanwhile. Awb 7:11(2).
    That the permission expires does not end it: an objection to its refusal may be upheld after that. That somebody
    stops does, until he takes that back.
    """
    annulled = annulment(case, version)
    since = annulled.version if annulled else version
    later = (e for e in case.entries[since:] if e.version not in case.annulled)
    return not (
        any(_answers(case, e, version) for e in later)
        or case.standing(*ENDS_BEFORE_ITS_LAST_DAY, after=since)
        or told_ending(case)
        or was_over(case, since)
        or _is_given(case, version, since)
    )


def _answers(case: Case, entry: Entry, request: int) -> bool:
    """Whether that act is the end of that request, and not of another one to renew. Awb 4:5, 4:13.

    A trial that is made full of itself answers who asked for no more than that.
    """
    is_on_one = case.act(entry.about or 0, RenewalRequested) is not None
    match entry.act:
        case RenewalWithdrawn(request=named):
            return named in (None, request)
        case RequestSetAside(about=about):
            return about == request
        case PermissionExtendedToFull() as full if not is_on_one:
            asked = case.act(request, RenewalRequested)
            return asked is not None and case.as_it_reads(entry, full).valid_until >= asked.valid_until
        case PermissionRenewed() | RenewalRefused() | PermissionExtendedToFull():
            return entry.about == request or not is_on_one
        case _:
            return False


def was_over(case: Case, until: int) -> bool:
    """Whether by that act the permission ended by something else than its last day, and is not given back."""
    newest = case.standing(PermissionGranted, *ENDS_BEFORE_ITS_LAST_DAY)
    over = newest if newest and not isinstance(newest[1], PermissionGranted) else told_ending(case)
    return over is not None and over[0].version <= until


def _is_given(case: Case, request: int, since: int) -> bool:
    """Whether a new decision on the permission gave as much as was asked."""
    asked = case.act(request, RenewalRequested)
    permission = permission_in(case) if case.last(PermissionGranted, after=since) else None
    return bool(asked and permission and permission.valid_until >= asked.valid_until)


def asked_again(case: Case, closed: int) -> Entry | None:
    """The request to renew that is open again since that objection was upheld: the decision on it is annulled."""
    found = (e for e in open_renewals(case) if (by := annulment(case, e.version)) and by.version == closed)
    return next(found, None)


def annulment(case: Case, request: int) -> Entry | None:
    """The last upheld objection that annulled a decision on that request to renew, or on that proposal to revoke."""
    found = (
        entry
        for entry, versions in reversed(case.annulments)
        if any(case.entries[version - 1].about == request for version in versions)
    )
    return next(found, None)


def awaits_renewal(case: Case, version: int) -> bool:
    """Whether somebody can decide on that request now: not while the permission itself is decided on again."""
    return is_asked(case, version) and case.overturned is None


def may_stand_still(case: Case, version: int) -> bool:
    """Whether the suspension by that act is not over; that it was lifted may yet be annulled. Awb 7:11(2)."""
    ended = case.standing(PermissionResumed, *ENDS_A_PERMISSION, after=version)
    return ended is None and version not in case.annulled


def ends_a_suspension(case: Case, version: int) -> bool:
    """Whether it is the last suspension that was not lifted, with which all end that it made longer."""
    newer = case.standing(PermissionSuspended, PermissionReinstated, after=version)
    return newer is None and may_stand_still(case, version)


def awaits_advice(case: Case, version: int) -> bool:
    """Whether a caseworker is still to advise on that request."""
    is_advised = case.last_in(version, RenewalAdvised) is not None
    return case.policy.renewal_advice and not is_advised and awaits_renewal(case, version)


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
