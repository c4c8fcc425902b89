"""Whether what becomes of a permission fits: its suspension, revocation, extension and renewal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from domain import acts, adjustment, extent
from domain.acceptance import taken_back
from domain.acceptance.no_worse import check_no_worse, is_less_than_counts
from domain.calendar import last_day
from domain.case import Case, Status
from domain.circumstances import (
    Circumstances,
    check_extent,
    check_listed,
    check_receipt,
    check_trial,
    check_view,
)
from domain.ending import told_ending
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.permission import Permission, is_settled, standing_permission
from domain.proposal import proposed_revocation, proposed_standstill
from domain.renewal import open_renewals
from domain.trial import evaluated_trial, looked_at_by, taken_again, ways_to_end
from domain.untold import may_last_until


def _suspension(act: acts.PermissionSuspended, now: Circumstances) -> None:
    permission = _permission(now)
    running = permission.suspended_until
    if running and running >= now.on and not _makes_longer(act, running):
        raise NotNow(
            "The permission is suspended already, until {day}; to make that longer, begin by the day after it",
            day=running,
        )
    first = now.on + timedelta(days=1)
    if act.suspended_from < first:
        raise NotAcceptable(
            "suspendedFrom",
            "A permission is suspended from {first} at the earliest: the day after that is told",
            first=first,
        )
    last = may_last_until(now.case)
    if last and act.suspended_until > last:
        raise NotAcceptable("suspendedUntil", "The permission ends before that, on {day}", day=last)
    proposal = proposed_standstill(now.case) or proposed_revocation(now.case)
    if proposal is not None:
        check_view(act, now, proposal.version)
    elif act.view_waived is None:
        raise NotAcceptable(
            "viewWaived", "Name the ground for not asking a view first, or have the suspension proposed"
        )
    elif act.view_waived is acts.ViewWaiver.HEARD_BEFORE:  # a view is asked on what is proposed alone
        raise NotAcceptable("viewWaived", "Nobody was asked for his view before; Awb 4:11(b)")


def _makes_longer(act: acts.PermissionSuspended, running: date) -> bool:
    """Whether it goes on where the one that runs ends, so that nobody may take part in between."""
    return act.suspended_from <= running + timedelta(days=1) and act.suspended_until > running


def _lifting(act: acts.PermissionReinstated, now: Circumstances) -> None:
    last = _permission(now).suspended_until
    if last is None or last < now.on:
        raise NotNow("The permission is not suspended")
    if not now.on <= act.holds_from <= last:
        raise NotAcceptable(
            "holdsFrom", "The suspension can be lifted from today up to its last day, {day}", day=last
        )


def _standstill(_: acts.StandstillProposed, now: Circumstances) -> None:
    _permission(now)
    if proposed_standstill(now.case):
        raise NotNow("It is proposed already to suspend this permission")


def _no_standstill(_: acts.StandstillDropped, now: Circumstances) -> None:
    if proposed_standstill(now.case) is None:
        raise NotNow("Nobody proposed to suspend this permission")


def _proposal(act: acts.RevocationProposed, now: Circumstances) -> None:
    _permission(now)
    if proposed_revocation(now.case):
        raise NotNow("It is proposed already to revoke this permission")
    check_listed(act.grounds, now.policy.revocation_grounds, "grounds")


def _revocation(act: acts.PermissionRevoked, now: Circumstances) -> None:
    """It has no effect before it is told, and whom it concerns was heard, anew once one was annulled. Awb 3:40, 4:8."""
    proposal, permission = _proposed(now), _permission(now)
    check_listed(act.grounds, now.policy.revocation_grounds, "grounds")
    first, last = now.on + timedelta(days=1), permission.valid_until
    if not first <= act.revoked_from <= last:
        raise NotAcceptable(
            "revokedFrom", "The permission can be revoked from {first} up to {last}", first=first, last=last
        )
    check_view(act, now, proposal)


def _dropping(_: acts.RevocationDropped, now: Circumstances) -> None:
    _proposed(now)


def _extension(act: acts.PermissionExtendedToFull, now: Circumstances) -> None:
    permission = _renewable(now)
    if permission.form is not acts.Form.TRIAL:
        raise NotNow("This permission is no trial")
    if act.hours_a_week < permission.hours_a_week:
        raise NotAcceptable(
            "hoursAWeek", "The trial was for {hours} hours a week", hours=permission.hours_a_week
        )
    _lasts_longer(act, permission, now)
    if act.deviation is None:
        check_extent(permission.model_copy(update={"hours_a_week": act.hours_a_week}), now.policy)
    matter, asked = _what_it_answers(now)
    check_no_worse(now, matter, act.valid_until, act.hours_a_week)
    is_less = (asked is not None and act.valid_until < asked.valid_until) or is_less_than_counts(act, now)
    has_more = extent.adds_conditions(
        permission.model_copy(update={"conditions": act.conditions}), permission
    )
    if is_less or has_more:
        check_view(act, now, matter)
    if not looked_at_by(now.case) - {now.actor.id}:
        raise NotNow(
            "Nobody makes a trial full on his own: first another asks for it, evaluates the trial or reassesses it"
        )


def _what_it_answers(now: Circumstances) -> tuple[int | None, acts.RenewalRequested | None]:
    """In which matter it is: a request, an evaluation, or none at a reassessment."""
    if open_renewals(now.case):
        return _ready_to_renew(now)
    evaluated = evaluated_trial(now.case)
    return evaluated and evaluated.version, None


def _request(act: acts.RenewalRequested, now: Circumstances) -> None:
    check_receipt(act.received_on, now)
    permission = in_force_then(now, act.received_on)
    if open_renewals(now.case):
        raise NotNow("A renewal is asked for already")
    _goes_on(now)
    if act.valid_until <= permission.valid_until:
        raise NotAcceptable(
            "validUntil", "The permission lasts until {day} already", day=permission.valid_until
        )


def _withdrawal(act: acts.RenewalWithdrawn, now: Circumstances) -> None:
    _requested(now)
    known = [entry.version for entry in open_renewals(now.case)]
    if act.request not in known and (act.request or len(known) > 1):
        raise NotAcceptable(
            "request",
            "The requests on which a decision is awaited have these numbers: {numbers}",
            numbers=", ".join(map(str, known)),
        )
    taken_back.check_request(act.received_on, act.request or known[0], now)


def _advice(_: acts.RenewalAdvised, now: Circumstances) -> None:
    _requested(now)


def _renewal(act: acts.PermissionRenewed, now: Circumstances) -> None:
    request, asked = _ready_to_renew(now)
    permission = _renewable(now)
    _lasts_longer(act, permission, now, is_given=permission.valid_until >= asked.valid_until)
    check_no_worse(now, request, act.valid_until)
    if permission.form is acts.Form.TRIAL and act.deviation is None:
        check_trial(permission.valid_from, act.valid_until, now.policy)
    if act.valid_until < asked.valid_until:
        check_view(act, now, request)


def _refusal(act: acts.RenewalRefused, now: Circumstances) -> None:
    matter, _ = _what_it_answers(now)
    if not open_renewals(now.case) and acts.RenewalRefused not in ways_to_end(now.case, matter or 0):
        raise NotNow("Nobody asked to renew this permission")
    check_no_worse(now, matter)
    check_listed(act.grounds, now.policy.refusal_grounds, "grounds")
    check_view(act, now, matter)


def check_invitation(case: Case) -> None:
    """While somebody takes part, a view is asked on what is proposed, asked, evaluated or reassessed. Awb 4:7, 4:8."""
    is_beside = is_settled(case) and case.status is not Status.REASSESSMENT
    is_proposed = proposed_revocation(case) or proposed_standstill(case)
    is_asked = open_renewals(case) or evaluated_trial(case) or adjustment.open_ones(case)
    if is_beside and not (is_proposed or is_asked):
        raise NotNow("Nothing is intended that asks for a view")


def _permission(now: Circumstances) -> Permission:
    permission = now.case.permission
    if permission is None or not now.case.is_participating:
        raise NotNow("No permission is in force")
    return permission


def in_force_then(now: Circumstances, received_on: date | None) -> Permission:
    """The permission when the request came: of one that expired since it is answered all the same. Awb 4:13."""
    permission = now.case.permission
    if permission is None or now.case.status is not Status.EXPIRED:
        return _permission(now)
    if received_on is None or received_on > permission.valid_until:
        raise NotNow(
            "The permission ended on {day}: a request about it had to come by then",
            day=permission.valid_until,
        )
    return permission


def _renewable(now: Circumstances) -> Permission:
    """One in force, or expired while its renewal was decided on; without what is decided on again. Awb 7:11(2)."""
    if not open_renewals(now.case) and not taken_again(now.case):
        _permission(now)
    return standing_permission(now.case) or _permission(now)


def _goes_on(now: Circumstances) -> None:
    """Nothing is asked or given beyond the day on which somebody said that he stops."""
    if told := told_ending(now.case):
        raise NotNow("The participation ends on {day}: take that back first", day=told[1].ends_on)


def _proposed(now: Circumstances) -> int:
    proposal = proposed_revocation(now.case)
    if proposal is None:
        raise NotNow("Nobody proposed to revoke this permission")
    return proposal.version


def _requested(now: Circumstances) -> tuple[int, acts.RenewalRequested]:
    """The request that it is about, or else the newest one that is open."""
    found = open_renewals(now.case)
    request = next((entry for entry in found if entry.version == now.about), found[-1] if found else None)
    if request is None or not isinstance(request.act, acts.RenewalRequested):
        raise NotNow("Nobody asked to renew this permission")
    return request.version, request.act


def _ready_to_renew(now: Circumstances) -> tuple[int, acts.RenewalRequested]:
    """A caseworker advises first, unless the policy does without. Awb 3:2."""
    since, asked = _requested(now)
    if now.policy.renewal_advice and now.case.last_in(since, acts.RenewalAdvised) is None:
        raise NotNow("A caseworker advises on the renewal first")
    return since, asked


def _lasts_longer(
    act: acts.PermissionExtendedToFull | acts.PermissionRenewed,
    permission: Permission,
    now: Circumstances,
    *,
    is_given: bool = False,
) -> None:
    """What goes beyond the policy is a deviation, with reasons of its own. Awb 4:84.

    `is_given`: by the answer to another request it lasts as long as was asked already, which may be all that is left
    to say.
    """
    _goes_on(now)
    last = permission.valid_until
    if act.valid_until < last or (act.valid_until == last and not is_given):
        raise NotAcceptable(
            "validUntil", "The permission lasts until {day} already", day=permission.valid_until
        )
    if act.valid_until < now.on:
        raise NotAcceptable("validUntil", "This permission would be over before it is granted")
    months = now.policy.max_months
    if act.deviation is None and act.valid_until > last_day(permission.valid_from, months):
        raise NotAcceptable(
            "validUntil", "The policy allows a permission of at most {months} months", months=months
        )


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.PermissionSuspended: _suspension,
    acts.PermissionReinstated: _lifting,
    acts.StandstillProposed: _standstill,
    acts.StandstillDropped: _no_standstill,
    acts.RevocationProposed: _proposal,
    acts.PermissionRevoked: _revocation,
    acts.RevocationDropped: _dropping,
    acts.PermissionExtendedToFull: _extension,
    acts.RenewalRequested: _request,
    acts.RenewalWithdrawn: _withdrawal,
    acts.RenewalAdvised: _advice,
    acts.PermissionRenewed: _renewal,
    acts.RenewalRefused: _refusal,
}
"""What each act's content must be, about a permission."""
