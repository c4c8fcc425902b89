"""The terms of what is missing: to send it, and to set the application aside without it. Awb 4:5."""

from __future__ import annotations

from datetime import date

from domain import completeness, periods
from domain.acts import (
    ApplicationSetAside,
    CompletenessChecked,
    SetAsideProposed,
    SupplementLapsed,
    SupplementReceived,
    SupplementRequested,
)
from domain.case import DECIDED, Case, Entry, Status
from domain.law import application as law
from domain.sending import told_on
from domain.term import Term, starting


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
        if request.about not in supplied_to(case, entry):
            continue
        brought = {item.code for item in act.items} & still_missing
        if ended is None or brought:
            ended = max(_came_on(entry, act), ended or date.min)
        still_missing -= brought
    lapsed = case.last_in(request.about, SupplementLapsed, after=request.version)
    return ended or (last_day if lapsed else None)


def supplied_in_time(case: Case, request: int | None = None) -> bool:
    """Whether a supplement came before its period was over that nobody has looked at yet. Awb 4:5(1)."""
    checked = case.last_in(request, CompletenessChecked, SetAsideProposed)
    return any(
        _is_in_time(case, entry, request) and request in supplied_to(case, entry)
        for entry in case.entries[checked[0].version if checked else 0 :]
    )


def supplied_to(case: Case, supplement: Entry) -> tuple[int | None, ...]:
    """The requests that it makes more complete; none stands for the application.

    That is the one that it names. What came unasked is for each of which it brings something that was asked for, and
    came in the period for it; where that is none, for each on which is still to be decided. What nobody asked for may
    be for any of these.
    """
    act = supplement.act
    if supplement.about is not None or not isinstance(act, SupplementReceived):
        return (supplement.about,)
    if act.request is not None:
        return (act.request,)
    before = case.up_to(supplement.version - 1)
    in_time = tuple(each for each in completeness.lacking(before) if _is_in_time(before, supplement, each))
    open_ones, brought = in_time or completeness.asked_for_more(before), {item.code for item in act.items}
    asked_for = (each for each in open_ones if not brought.isdisjoint(_asked(before, each)[1].missing))
    return tuple(asked_for) or open_ones or (None,)


def _is_in_time(case: Case, supplement: Entry, request: int | None) -> bool:
    """Whether it came before the last day of what was asked for. Awb 4:5(1)."""
    act, (asked, _) = supplement.act, _asked(case, request)
    return isinstance(act, SupplementReceived) and _came_on(supplement, act) <= periods.last_day(case, asked)


def _asked(case: Case, request: int | None) -> tuple[Entry, SupplementRequested]:
    """The last time that something was asked for: of that request, or of the application."""
    found = case.last_in(request, SupplementRequested)
    if found is None:
        raise ValueError(f"no {SupplementRequested.__name__} in case {case.number}")
    return found


def _came_on(entry: Entry, act: SupplementReceived) -> date:
    return act.received_on or entry.on


def supplement_period(case: Case, asked_on: date) -> Term:
    """How long the applicant gets for the missing items when asked on that day. Awb 4:5(1); policy."""
    return law.supplement_period(asked_on, case.policy.periods.supplement_days)


def supplement(case: Case, request: int | None = None) -> Term:
    """The last day for the missing items, of the application or of that request. Awb 4:5(1).

    As was asked, or as it was made longer.
    """
    asked, act = _asked(case, request)
    term = starting(act.until, "termijn in het verzoek", "the period in the request", "Awb 4:5(1)")
    return periods.extended(case, asked, term, "Awb 4:5(1)")


def supplement_reminder(case: Case, request: int | None = None) -> Term:
    """When the applicant is reminded of the missing items; policy."""
    days = case.policy.periods.supplement_reminder_days
    return supplement(case, request).plus(-days, f"{days} dagen ervoor", f"{days} days before it", "policy")


def set_aside(case: Case, request: int | None = None) -> Term:
    """The last day on which the application, or that request, may be set aside. Awb 4:5(4).

    It runs from the last supplement that came in time, whether or not that suffices, or else from the end of the
    period for it: the earlier of the two readings that the article allows. Where that would leave no day, since the
    applicant has the whole of his period, it runs from the end of it.
    """
    asked, _ = _asked(case, request)
    until = periods.last_day(case, asked)
    came = [
        day
        for entry, supplement in case.every(SupplementReceived)
        if entry.version > asked.version
        and request in supplied_to(case, entry)
        and (day := _came_on(entry, supplement)) <= until
    ]
    term = law.set_aside(max(came, default=until))
    return term if term.due_on > until else law.set_aside(until)


def incomplete(case: Case) -> dict[str, Term]:
    """What counts for the oldest request of which something is missing, by the name of its term. Awb 4:5."""
    request = next(iter(completeness.incomplete(case)), None)
    match completeness.step(case, request) if request else None:
        case Status.SUPPLEMENT_AWAITED:
            return {"supplement": supplement(case, request)}
        case Status.SETTING_ASIDE:
            return {"set_aside": set_aside(case, request)}
        case _:
            return {}


def was_set_aside_too_late(case: Case) -> bool:
    """Whether that was told after its last day, so that only a decision on substance is left. Awb 4:5(4)."""
    newest = case.last(*DECIDED)
    return (
        newest is not None
        and isinstance(newest[1], ApplicationSetAside)
        and is_told_too_late(case, newest[0])
    )


def is_told_too_late(case: Case, aside: Entry) -> bool:
    """The same of that decision, which may be on a request to renew or to adjust. Awb 4:5(4)."""
    on, request = told_on(case, aside.version), getattr(aside.act, "about", None)
    return on is not None and on > set_aside(case, request).due_on
