"""Whether what is done to a permission that is in force fits: to suspend it, or to revoke it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from domain import acts, adjustment
from domain.case import Case, Status
from domain.circumstances import (
    Circumstances,
    check_listed,
    check_view,
)
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.permission import Permission, is_settled
from domain.proposal import proposed_revocation, proposed_standstill
from domain.renewal import open_renewals
from domain.trial import contested_in, evaluated_trial
from domain.untold import may_last_until


def _suspension(act: acts.PermissionSuspended, now: Circumstances) -> None:
    permission = in_force(now)
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
    last = in_force(now).suspended_until
    if last is None or last < now.on:
        raise NotNow("The permission is not suspended")
    if not now.on <= act.holds_from <= last:
        raise NotAcceptable(
            "holdsFrom", "The suspension can be lifted from today up to its last day, {day}", day=last
        )


def _standstill(_: acts.StandstillProposed, now: Circumstances) -> None:
    in_force(now)
    if proposed_standstill(now.case):
        raise NotNow("It is proposed already to suspend this permission")


def _no_standstill(_: acts.StandstillDropped, now: Circumstances) -> None:
    if proposed_standstill(now.case) is None:
        raise NotNow("Nobody proposed to suspend this permission")


def _proposal(act: acts.RevocationProposed, now: Circumstances) -> None:
    in_force(now)
    if proposed_revocation(now.case):
        raise NotNow("It is proposed already to revoke this permission")
    check_listed(act.grounds, now.policy.revocation_grounds, "grounds")


def _revocation(act: acts.PermissionRevoked, now: Circumstances) -> None:
    """It has no effect before it is told, and whom it concerns was heard, anew once one was annulled. Awb 3:40, 4:8."""
    proposal, permission = _proposed(now), in_force(now)
    check_listed(act.grounds, now.policy.revocation_grounds, "grounds")
    first, last = now.on + timedelta(days=1), permission.valid_until
    if not first <= act.revoked_from <= last:
        raise NotAcceptable(
            "revokedFrom", "The permission can be revoked from {first} up to {last}", first=first, last=last
        )
    check_view(act, now, proposal)


def _dropping(_: acts.RevocationDropped, now: Circumstances) -> None:
    _proposed(now)


def check_invitation(case: Case) -> None:
    """While somebody takes part, a view is asked on what is proposed, asked, evaluated or reassessed. Awb 4:7, 4:8."""
    is_beside = is_settled(case) and case.status is not Status.REASSESSMENT
    is_proposed = proposed_revocation(case) or proposed_standstill(case)
    is_asked = (
        open_renewals(case) or evaluated_trial(case) or contested_in(case) or adjustment.open_ones(case)
    )
    if is_beside and not (is_proposed or is_asked):
        raise NotNow("Nothing is intended that asks for a view")


def in_force(now: Circumstances) -> Permission:
    """The permission, as long as it is in force. Raises: NotNow."""
    permission = now.case.permission
    if permission is None or not now.case.is_participating:
        raise NotNow("No permission is in force")
    return permission


def in_force_then(now: Circumstances, received_on: date | None) -> Permission:
    """The permission when the request came: of one that expired since it is answered all the same. Awb 4:13."""
    permission = now.case.permission
    if permission is None or now.case.status is not Status.EXPIRED:
        return in_force(now)
    if received_on is None or received_on > permission.valid_until:
        raise NotNow(
            "The permission ended on {day}: a request about it had to come by then",
            day=permission.valid_until,
        )
    return permission


def _proposed(now: Circumstances) -> int:
    proposal = proposed_revocation(now.case)
    if proposal is None:
        raise NotNow("Nobody proposed to revoke this permission")
    return proposal.version


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.PermissionSuspended: _suspension,
    acts.PermissionReinstated: _lifting,
    acts.StandstillProposed: _standstill,
    acts.StandstillDropped: _no_standstill,
    acts.RevocationProposed: _proposal,
    acts.PermissionRevoked: _revocation,
    acts.RevocationDropped: _dropping,
}
"""What each act's content must be, about a permission."""
