"""Whether what moves the term to decide fits. Awb 4:14, 4:15."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from domain import acts, delays, terms
from domain.acceptance.period import check_standstill
from domain.calendar import is_day_off
from domain.case import DECIDED
from domain.circumstances import Circumstances
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact


def _suspension(act: acts.TermSuspended, now: Circumstances) -> None:
    """What the applicant agreed to counts from when he did, also when it is over by the day on which that is found."""
    asked_on, due_on = act.asked_on or now.on, _due_on(act.request, now)
    if act.ground is not acts.SuspensionGround.CONSENT:
        if act.until <= now.on:
            raise NotAcceptable("until", "The suspension must end on a day that lies ahead")
    elif act.document is None:
        raise NotAcceptable("document", "Say where the applicant's written consent is kept")
    elif act.until <= asked_on:
        raise NotAcceptable("until", "The suspension must end after the day on which the applicant agreed")
    if not terms.received_on(now.case, act.request) <= asked_on <= now.on:
        raise NotAcceptable(
            "askedOn", "A suspension begins after the application came, and not in the future"
        )
    if act.ground is acts.SuspensionGround.INFORMATION_FROM_ABROAD and asked_on < now.on:
        raise NotAcceptable("askedOn", "This suspension begins on the day on which the applicant is told")
    check_standstill(act, asked_on, now)
    if due_on < asked_on:
        raise NotNow("The decision term was over on {day}: it can no longer stand still", day=due_on)


def _due_on(request: int | None, now: Circumstances) -> date:
    """The last day of the term that is moved: of the application until that is decided on, since then of a request."""
    known = [entry.version for entry in terms.movable(now.case)]
    is_known = request in known if request else now.case.last(*DECIDED) is None
    if not is_known:
        raise NotAcceptable(
            "request",
            "The requests on which a decision is awaited have these numbers: {numbers}",
            numbers=", ".join(str(version) for version in known),
        )
    if delays.ordered(now.case, request, since=0):
        raise NotNow("The court set this term: it does not stand still, and cannot be adjourned; Awb 8:55d")
    return terms.decision_on(now.case, request).due_on


def _end_of_suspension(act: acts.SuspensionEnded, now: Circumstances) -> None:
    ended_on = act.ended_on or now.on
    running = terms.running(now.case, ended_on)
    if not running:
        raise NotNow("The decision term does not stand still")
    named = act.suspension or running[0]
    if named not in running or (act.suspension is None and len(running) > 1):
        known = ", ".join(str(version) for version in running)
        raise NotAcceptable(
            "suspension", "The suspensions that run have these versions: {known}", known=known
        )
    suspended = now.case.entries[named - 1]
    asked_on = getattr(suspended.act, "asked_on", None) or suspended.on
    if not asked_on <= ended_on <= now.on:
        raise NotAcceptable("endedOn", "A suspension ends after it began, and not in the future")


def _adjournment(act: acts.DecisionAdjourned, now: Circumstances) -> None:
    """Once, in time, and to a later working day that is near enough. Awb 4:14(3), or the regulation that sets the term.

    More time than that is for the applicant to give: with his consent the term stands still. Awb 4:15(2)(a).
    Where that regulation allows no adjournment this only tells him: also once the term is over, and anew when the day
    turns out to be another. Awb 4:14(1).
    """
    due_on, weeks = _due_on(act.request, now), now.policy.periods.adjournment_weeks
    if weeks and terms.adjournment(now.case, act.request):
        raise NotNow("It was adjourned before: with the applicant's written consent the term can stand still")
    if weeks and now.on > due_on:
        raise NotNow("The decision term was over on {day}: it can no longer be adjourned", day=due_on)
    if act.until <= due_on:
        raise NotAcceptable(
            "until", "The new date must lie after {day}, the date that it replaces", day=due_on
        )
    if act.until < now.on:
        raise NotAcceptable("until", "This day is over: choose one that lies ahead")
    latest = due_on + timedelta(weeks=weeks)
    if weeks and act.until > latest:
        raise NotAcceptable(
            "until",
            "The policy allows to adjourn by at most {weeks} weeks, so to {day} at the latest",
            weeks=weeks,
            day=latest,
        )
    if is_day_off(act.until):
        raise NotAcceptable("until", "This is a day off: choose a working day")


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.TermSuspended: _suspension,
    acts.SuspensionEnded: _end_of_suspension,
    acts.DecisionAdjourned: _adjournment,
}
