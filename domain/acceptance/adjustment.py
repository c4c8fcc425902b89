"""Whether an adjustment between two reassessments fits, as asked or proposed, and as decided. Awb 4:7, 4:8."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import acts, extent
from domain.acceptance import taken_back
from domain.acceptance.no_worse import check_no_worse
from domain.acceptance.permission import in_force_then
from domain.acts import Party
from domain.adjustment import OPENS, open_ones
from domain.case import Status
from domain.circumstances import Circumstances, check_hours, check_new_hours, check_receipt, check_view
from domain.errors import NotAcceptable, NotNow, NotPermitted
from domain.fact import Fact
from domain.people import Role
from domain.permission import Permission

Opening = acts.AdjustmentRequested | acts.AdjustmentProposed


def _request(act: acts.AdjustmentRequested, now: Circumstances) -> None:
    check_receipt(act.received_on, now)
    _changes_something(act, in_force_then(now, act.received_on), now)


def _proposal(act: acts.AdjustmentProposed, now: Circumstances) -> None:
    _changes_something(act, _permission(now), now)


def _changes_something(act: Opening, permission: Permission, now: Circumstances) -> None:
    if act.hours_a_week != permission.hours_a_week:
        check_hours(act.hours_a_week, now.policy, "hoursAWeek")
    if _with(permission, act) == permission:
        raise NotAcceptable("hoursAWeek", "The permission has these hours and conditions already")


def _adjusted(act: acts.ConditionsAdjusted, now: Circumstances) -> None:
    """Who gets less than he has, or than he asked, could say what he thinks of it first. Awb 4:7, 4:8.

    A resident who asks for less himself is not heard on that.
    """
    opened = _opened(act.about, now)
    permission = _adjustable(now)
    check_new_hours(act, permission, now)
    check_no_worse(now, act.about, hours=act.hours_a_week)
    new, asked = _with(permission, act), _with(permission, opened)
    is_asked = isinstance(opened, acts.AdjustmentRequested)
    is_residents = is_asked and opened.on_behalf_of is Party.RESIDENT
    if (is_asked and _is_less(new, asked)) or (not is_residents and _is_less(new, permission)):
        check_view(act, now, act.about)


def _refusal(act: acts.AdjustmentRefused, now: Circumstances) -> None:
    if not isinstance(_opened(act.about, now), acts.AdjustmentRequested):
        raise NotAcceptable("about", "Nobody asked for this: a proposal is dropped")
    check_no_worse(now, act.about)
    check_view(act, now, act.about)


def _dropping(act: acts.AdjustmentDropped, now: Circumstances) -> None:
    opened = _opened(act.about, now)
    if isinstance(opened, acts.AdjustmentProposed) and Role.COOPERATIVE in now.actor.roles:
        raise NotPermitted("This is a proposal of the municipality")
    if isinstance(opened, acts.AdjustmentRequested):
        taken_back.check_request(act.received_on, act.about, now)
    elif act.received_on:
        raise NotAcceptable(
            "receivedOn", "Nobody asked for this: it is the municipality's own, so leave this out"
        )


def _is_less(new: Permission, old: Permission) -> bool:
    return extent.takes_away(new, old) or extent.adds_conditions(new, old)


def _with(permission: Permission, said: Opening | acts.ConditionsAdjusted) -> Permission:
    changed = {"hours_a_week": said.hours_a_week, "conditions": said.conditions}
    return permission.model_copy(update=changed)


def _permission(now: Circumstances) -> Permission:
    permission = now.case.permission
    if permission is None or not now.case.is_participating:
        raise NotNow("No permission is in force")
    return permission


def _adjustable(now: Circumstances) -> Permission:
    """Of what was asked before the last day nothing is left to grant after it. Awb 3:40, 4:13."""
    permission = now.case.permission
    if permission and now.case.status is Status.EXPIRED:
        raise NotAcceptable(
            "about",
            "The permission ended on {day}, so nothing of it can be adjusted any more: refuse what was asked for",
            day=permission.valid_until,
        )
    return _permission(now)


def _opened(about: int, now: Circumstances) -> Opening:
    found = {entry.version: entry.act for entry in open_ones(now.case)}
    opened = found.get(about)
    if not isinstance(opened, OPENS):
        raise NotAcceptable(
            "about",
            "What was asked or proposed and not decided on has these numbers: {numbers}",
            numbers=", ".join(str(version) for version in found),
        )
    return opened


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.AdjustmentRequested: _request,
    acts.AdjustmentProposed: _proposal,
    acts.ConditionsAdjusted: _adjusted,
    acts.AdjustmentRefused: _refusal,
    acts.AdjustmentDropped: _dropping,
}
"""What each act's content must be, about an adjustment."""
