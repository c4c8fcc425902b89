"""The terms of what is missing: to send it, and to set the application aside without it. Awb 4:5."""

from __future__ import annotations

from datetime import date

from domain import periods
from domain.acts import (
    ApplicationSetAside,
    CompletenessChecked,
    SetAsideProposed,
    SupplementLapsed,
    SupplementReceived,
    SupplementRequested,
)
from domain.case import DECIDED, Case, Entry
from domain.law import application as law
from domain.sending import told_on
from domain.term import Term, starting
from domain.terms.looking_back import the_last


def supplement_ended_on(case: Case, request: Entry) -> date | None:
    """When the supplement that was asked for was complete, or its period passed unused; none while it is awaited.

    Each part of what was asked for that comes in time is a step towards it, from the day on which it came, also when
    that was registered after the period. Awb 4:15(1)(a).
    """
    assert isinstance(request.act, SupplementRequested)
    last_day = periods.last_day(case, request)
    still_missing, ended = set(request.act.missing), None
    for entry in case.entries[request.version :]:
        act = entry.act
        if not isinstance(act, SupplementReceived) or _came_on(entry, act) > last_day:
            continue
        brought = {item.code for item in act.items} & still_missing
        if ended is None or brought:
            ended = max(_came_on(entry, act), ended or date.min)
        still_missing -= brought
    lapsed = any(isinstance(entry.act, SupplementLapsed) for entry in case.entries[request.version :])
    return ended or (last_day if lapsed else None)


def supplied_in_time(case: Case) -> bool:
    """Whether a supplement came before its period was over that nobody has looked at yet. Awb 4:5(1)."""
    checked, _ = the_last(case, CompletenessChecked, SetAsideProposed)
    request, _ = the_last(case, SupplementRequested)
    last_day = periods.last_day(case, request)
    return any(
        isinstance(entry.act, SupplementReceived) and _came_on(entry, entry.act) <= last_day
        for entry in case.entries[checked.version :]
    )


def _came_on(entry: Entry, act: SupplementReceived) -> date:
    return act.received_on or entry.on


def supplement_period(case: Case, asked_on: date) -> Term:
    """How long the applicant gets for the missing items when asked on that day. Awb 4:5(1); policy."""
    return law.supplement_period(asked_on, case.policy.periods.supplement_days)


def supplement(case: Case) -> Term:
    """The last day for the missing items, as the request says or as it was made longer. Awb 4:5(1)."""
    request, act = the_last(case, SupplementRequested)
    asked = starting(act.until, "termijn in het verzoek", "the period in the request", "Awb 4:5(1)")
    return periods.extended(case, request, asked, "Awb 4:5(1)")


def supplement_reminder(case: Case) -> Term:
    """When the applicant is reminded of the missing items; policy."""
    days = case.policy.periods.supplement_reminder_days
    return supplement(case).plus(-days, f"{days} dagen ervoor", f"{days} days before it", "policy")


def set_aside(case: Case) -> Term:
    """The last day on which the application may be set aside. Awb 4:5(4).

    It runs from the last supplement that came in time, whether or not that suffices, or else from the end of the
    period for it: the earlier of the two readings that the article allows. Where that would leave no day, since the
    applicant has the whole of his period, it runs from the end of it.
    """
    request, _ = the_last(case, SupplementRequested)
    until = periods.last_day(case, request)
    came = [
        day
        for entry, supplement in case.every(SupplementReceived)
        if entry.version > request.version and (day := _came_on(entry, supplement)) <= until
    ]
    term = law.set_aside(max(came, default=until))
    return term if term.due_on > until else law.set_aside(until)


def was_set_aside_too_late(case: Case) -> bool:
    """Whether that was told after its last day, so that only a decision on substance is left. Awb 4:5(4)."""
    newest = case.last(*DECIDED)
    if newest is None or not isinstance(newest[1], ApplicationSetAside):
        return False
    on = told_on(case, newest[0].version)
    return on is not None and on > set_aside(case).due_on
