"""Whether what makes a permission longer fits: what is asked, a renewal, and a trial that is made full. Awb 4:13."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import acts, extent
from domain.acceptance import taken_back
from domain.acceptance.no_worse import check_no_worse, is_less_than_counts
from domain.acceptance.permission import in_force, in_force_then
from domain.calendar import last_day
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
from domain.permission import Permission, standing_permission
from domain.renewal import open_renewals
from domain.trial import contested_in, evaluated_trial, looked_at_by, taken_again


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
    for each in {matter, *(e.version for e in contested_in(now.case))}:
        check_no_worse(now, each, act.valid_until, act.hours_a_week)
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
    contested = contested_in(now.case)
    if found := next((e for e in contested if e.version == now.about), None):
        return found.version, None
    if open_renewals(now.case):
        return _ready_to_renew(now)
    if contested:
        return contested[0].version, None
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
    is_of_a_trial = matter is not None and matter in {each.version for each in contested_in(now.case)}
    if not is_of_a_trial and not open_renewals(now.case):
        raise NotNow("Nobody asked to renew this permission")
    check_no_worse(now, matter)
    check_listed(act.grounds, now.policy.refusal_grounds, "grounds")
    check_view(act, now, matter)


def _renewable(now: Circumstances) -> Permission:
    """One in force, or expired while its renewal was decided on; without what is decided on again. Awb 7:11(2)."""
    if not open_renewals(now.case) and not taken_again(now.case):
        in_force(now)
    return standing_permission(now.case) or in_force(now)


def _goes_on(now: Circumstances) -> None:
    """Nothing is asked or given beyond the day on which somebody said that he stops."""
    if told := told_ending(now.case):
        raise NotNow("The participation ends on {day}: take that back first", day=told[1].ends_on)


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
    acts.PermissionExtendedToFull: _extension,
    acts.RenewalRequested: _request,
    acts.RenewalWithdrawn: _withdrawal,
    acts.RenewalAdvised: _advice,
    acts.PermissionRenewed: _renewal,
    acts.RenewalRefused: _refusal,
}
"""What each act's content must be, about a renewal or a trial."""
