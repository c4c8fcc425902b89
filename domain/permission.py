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
    ParticipationEnded,
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
    RenewalLapsed,
    RenewalRefused,
    RenewalRequested,
    RenewalWithdrawn,
    ReportRequested,
    RevocationDropped,
    RevocationProposed,
    TrialEvaluated,
    TrialLeftToEnd,
    ViewInvited,
    ViewLapsed,
    ViewReceived,
)
from domain.extent import Extent, Form
from domain.sending import notified_on

if TYPE_CHECKING:
    from domain.case import Case, Entry

RENEWS_A_PERMISSION = (PermissionRenewed, PermissionExtendedToFull)
ANSWERS_A_RENEWAL = (*RENEWS_A_PERMISSION, RenewalRefused)
ANSWERS = (*ANSWERS_A_RENEWAL, ConditionsAdjusted, AdjustmentRefused, PermissionRevoked)
"""What is decided on a request or a proposal, which is open again once that is annulled. Awb 7:11(2)."""
ENDS_A_PERMISSION = (PermissionRefused, PermissionRevoked, ParticipationEnded, PermissionExpired)


class Permission(Extent):
    """What the resident may do now, as granted and since changed."""

    suspended_from: date | None = None
    """The first day on which it stands still, with the last one."""
    suspended_until: date | None = None


def permission_in(case: Case) -> Permission | None:
    """What was granted last, with every change since; none before it was granted or once it was refused."""
    granted, refused = case.last(PermissionGranted), case.last(PermissionRefused)
    if granted is None or (refused and refused[0].version > granted[0].version):
        return None
    entry, act = granted[0], case.as_it_reads(*granted)
    changed = case.standing(
        ConditionsChanged, ConditionsAdjusted, PermissionExtendedToFull, after=entry.version
    )
    terms = case.as_it_reads(*changed) if changed else act
    is_full = case.standing(PermissionExtendedToFull, after=entry.version) is not None
    ended = case.up_to(entry.version).standing(*ENDS_A_PERMISSION)
    first, last = _suspended(case, after=ended[0].version if ended else 0)
    return Permission(
        valid_from=act.valid_from,
        valid_until=_last_day(case, act, after=entry.version),
        hours_a_week=terms.hours_a_week,
        hours_a_year=act.hours_a_year,
        form=Form.FULL if is_full else act.form,
        income=act.income,
        fee_agreed=act.fee_agreed,
        conditions=terms.conditions,
        suspended_from=first,
        suspended_until=last,
    )


def takes_away(act: ConditionsChanged, permission: Permission) -> bool:
    """Whether less is allowed by it, or more must be kept to. Awb 4:8."""
    new = permission.model_copy(update={"hours_a_week": act.hours_a_week, "conditions": act.conditions})
    return extent.takes_away(new, permission) or extent.adds_conditions(new, permission)


def _last_day(case: Case, granted: PermissionGranted, after: int) -> date:
    found = case.standing(
        *(PermissionRenewed, PermissionExtendedToFull, ParticipationEnded, PermissionRevoked), after=after
    )
    if found is None:
        return granted.valid_until
    match case.as_it_reads(*found):
        case ParticipationEnded(ends_on=day):
            return day
        case PermissionRevoked(revoked_from=day):
            before = case.up_to(found[0].version - 1)
            return _until_revoked(case, found[0], day, _last_day(before, granted, after))
        case PermissionRenewed(valid_until=day) | PermissionExtendedToFull(valid_until=day):
            return day


def _until_revoked(case: Case, revoked: Entry, revoked_from: date, otherwise: date) -> date:
    """The last day of one that was revoked: nothing is taken away before the day after it was sent. Awb 3:40."""
    last, sent_on = revoked_from - timedelta(days=1), notified_on(case, revoked.version)
    return min(otherwise, max(last, sent_on or last))


def _suspended(case: Case, after: int) -> tuple[date | None, date | None]:
    """The days on which it stands still, the last time that it did; none when it was lifted before it began.

    One that begins before another is over, or on the day after, makes that one longer. It outlives a new decision on
    the permission, as long as that stayed in force.
    """
    first, last, annulled = date.max, date.min, case.annulled
    for entry in (each for each in case.entries[after:] if each.version not in annulled):
        if isinstance(entry.act, PermissionSuspended):
            act = case.as_it_reads(entry, entry.act)
            goes_on = first <= last and act.suspended_from <= last + timedelta(days=1)
            first, last = first if goes_on else act.suspended_from, act.suspended_until
        elif isinstance(entry.act, PermissionReinstated):
            last = min(last, entry.act.holds_from - timedelta(days=1))
    return (first, last) if first <= last else (None, None)


def proposed_revocation(case: Case) -> Entry | None:
    """The proposal to revoke on which nobody decided yet."""
    newest = case.standing(RevocationProposed, RevocationDropped, *ENDS_A_PERMISSION)
    return newest[0] if newest and isinstance(newest[1], RevocationProposed) else None


def requested_renewal(case: Case) -> tuple[Entry, RenewalRequested] | None:
    """The request to renew on which nobody decided yet, nor gave that much in a new decision on the permission.

    That the permission expires does not end it: an objection to its refusal may be upheld after that.
    """
    newest = case.standing(
        *(RenewalRequested, RenewalWithdrawn, PermissionRenewed, RenewalRefused, PermissionExtendedToFull),
        *(PermissionRefused, PermissionRevoked, ParticipationEnded),
    )
    if newest is None or not isinstance(newest[1], RenewalRequested):
        return None
    permission = permission_in(case)
    if permission is not None and permission.valid_until >= newest[1].valid_until:
        return None
    return newest[0], newest[1]


def is_proposed(case: Case, version: int) -> bool:
    """Whether nobody decided yet on that proposal, though it may wait for the permission itself."""
    proposal = proposed_revocation(case)
    return proposal is not None and proposal.version == version


def awaits_revocation(case: Case, version: int) -> bool:
    """Whether somebody can decide on that proposal now: not while the permission itself is decided on again."""
    return is_proposed(case, version) and _is_in_force(case)


def asked_again(case: Case, closed: int) -> Entry | None:
    """The request to renew that is open again since that objection was upheld: the decision on it is annulled."""
    request = requested_renewal(case)
    annulled = annulment(case, request[0].version) if request else None
    return request[0] if request and annulled and annulled.version == closed else None


def annulment(case: Case, request: int) -> Entry | None:
    """The last upheld objection that annulled a decision on that request to renew, or on that proposal to revoke."""
    found = (
        entry
        for entry, versions in reversed(case.annulments)
        if any(case.entries[version - 1].about == request for version in versions)
    )
    return next(found, None)


def is_asked(case: Case, version: int) -> bool:
    """Whether nobody decided yet on that request to renew, though it may wait for the permission itself."""
    request = requested_renewal(case)
    return request is not None and request[0].version == version


def lapsed_with(
    case: Case, version: int
) -> PermissionRefused | PermissionRevoked | ParticipationEnded | None:
    """What ended the permission while that request to renew was open, as long as nobody was told."""
    told = case.last(RenewalLapsed, after=version)
    for entry in case.entries[told[0].version if told else version :]:
        if isinstance(entry.act, PermissionRefused | PermissionRevoked | ParticipationEnded):
            return entry.act if is_asked(case.up_to(entry.version - 1), version) else None
    return None


def awaits_renewal(case: Case, version: int) -> bool:
    """Whether somebody can decide on that request now: not while the permission itself is decided on again."""
    return is_asked(case, version) and case.overturned is None


def stands_still(case: Case, version: int) -> bool:
    """Whether the suspension by that act was not lifted nor over with the permission, and its end was not told yet."""
    ended = case.standing(PermissionReinstated, PermissionResumed, *ENDS_A_PERMISSION, after=version)
    return ended is None and version not in case.annulled


def ends_a_suspension(case: Case, version: int) -> bool:
    """Whether it is the last suspension that stands still, with which all end that it made longer."""
    return stands_still(case, version) and case.standing(PermissionSuspended, after=version) is None


def awaits_advice(case: Case, version: int) -> bool:
    """Whether a caseworker is still to advise on that request."""
    is_advised = case.last(RenewalAdvised, after=version) is not None
    return case.policy.renewal_advice and not is_advised and awaits_renewal(case, version)


def awaits_view(case: Case, version: int) -> bool:
    """Whether a view was asked on that proposal or request, and neither came nor lapsed."""
    newest = case.last_in(version, ViewInvited, ViewReceived, ViewLapsed)
    return newest is not None and isinstance(newest[1], ViewInvited) and case.overturned is None


def awaits_assessment(case: Case, version: int) -> bool:
    """Whether nobody looked yet at what was reported under that number."""
    return version not in {act.about for _, act in case.every(ChangeAssessed)}


def is_announced(case: Case) -> bool:
    """Whether it was told that the permission ends on the day on which it does."""
    granted, permission = case.last(PermissionGranted), permission_in(case)
    told = case.last(EndAnnounced, after=granted[0].version) if granted else None
    return told is not None and permission is not None and told[1].ends_on == permission.valid_until


def is_to_be_evaluated(case: Case) -> bool:
    """Whether it is a trial of which the end was told, and no report was asked since."""
    newest = case.last(EndAnnounced, ReportRequested)
    return newest is not None and isinstance(newest[1], EndAnnounced) and _is_a_trial_that_ends(case)


def is_evaluated(case: Case) -> bool:
    """Whether it is a trial that ends, for which a report was asked since that was told."""
    newest = case.last(EndAnnounced, ReportRequested)
    return newest is not None and isinstance(newest[1], ReportRequested) and _is_a_trial_that_ends(case)


def evaluated_trial(case: Case) -> Entry | None:
    """The evaluation of a trial on which nobody decided yet; none when a request to renew took its place."""
    newest = case.standing(
        *(TrialEvaluated, TrialLeftToEnd, PermissionExtendedToFull, PermissionGranted),
        *(RenewalRequested, PermissionRenewed, RenewalRefused),
    )
    is_open = newest is not None and isinstance(newest[1], TrialEvaluated) and requested_renewal(case) is None
    return newest[0] if newest and is_open else None


def is_evaluated_by(case: Case, version: int) -> bool:
    """Whether nobody decided yet what becomes of the trial that was evaluated by that act."""
    evaluated = evaluated_trial(case)
    return evaluated is not None and evaluated.version == version


def awaits_end_of_trial(case: Case, version: int) -> bool:
    """Whether somebody can decide now what becomes of the trial that was evaluated by that act."""
    return is_evaluated_by(case, version) and _is_in_force(case)


def took_up_again(case: Case, renewed: Entry) -> bool:
    """Whether the last day was over already when it was renewed."""
    before = permission_in(case.up_to(renewed.version - 1))
    return before is not None and before.valid_until < renewed.on


def was_made_full(case: Case) -> bool:
    """Whether the trial became a full permission since its report was asked: then it was looked at."""
    newest = case.last(ReportRequested, PermissionExtendedToFull)
    return newest is not None and isinstance(newest[1], PermissionExtendedToFull)


def _is_a_trial_that_ends(case: Case) -> bool:
    permission = permission_in(case)
    return permission is not None and permission.form is Form.TRIAL and is_announced(case)


def _is_in_force(case: Case) -> bool:
    return case.is_participating and case.overturned is None


def no_renewal_is_asked(case: Case) -> bool:
    """Whether nobody waits for a decision on a renewal."""
    return requested_renewal(case) is None
