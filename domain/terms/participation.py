"""The terms of a participation, from permission to its end. Pw 44a, 53a; policy."""

from __future__ import annotations

from domain.acts import (
    ConditionsChanged,
    ParticipationContinued,
    ParticipationEnded,
    PermissionGranted,
    ReportRequested,
)
from domain.calendar import months_after
from domain.case import Case
from domain.term import Term, starting
from domain.terms.looking_back import the_last


def reassessment(case: Case) -> Term | None:
    """The next reassessment; none when the permission ends before it. Pw 44a; policy."""
    permission = case.permission
    if permission is None:
        return None
    months = case.policy.periods.reassess_every_months
    previous = case.last(ParticipationContinued, ConditionsChanged)
    if previous is None:
        term = starting(permission.valid_from, "toestemming gaat in", "permission starts", "Pw 44a")
    else:
        entry, act = previous[0], case.as_it_reads(*previous)
        chosen = act.next_reassessment_on
        if chosen is not None:
            term = starting(chosen, "bij de herbeoordeling bepaald", "set at the reassessment", "Pw 44a")
            return term if term.due_on < permission.valid_until else None
        term = starting(entry.on, "vorige herbeoordeling", "previous reassessment", "Pw 44a")
    term = term.moved_to(
        months_after(term.due_on, months), f"elke {months} maanden", f"every {months} months", "policy"
    )
    return term if term.due_on < permission.valid_until else None


def report_request(case: Case) -> Term:
    """When the cooperative is asked for a progress report; never, once the end comes first. Pw 53a; policy."""
    weeks = case.policy.periods.report_weeks_before
    next_one = reassessment(case)
    if next_one is None:
        return expiry(case)
    return next_one.plus(-7 * weeks, f"{weeks} weken ervoor", f"{weeks} weeks before it", "policy")


def report(case: Case) -> Term:
    """By when the progress report is asked: in time for the reassessment to use it; policy."""
    days = case.policy.periods.report_escalation_days
    term = _since_report_request(case).plus(days, f"{days} dagen", f"{days} days", "policy")
    last = expiry(case).due_on
    if term.due_on > last:
        term = term.moved_to(last, "niet na de toestemming", "not after the permission", "policy")
    return term


def report_reminder(case: Case) -> Term:
    """When the cooperative is reminded of the progress report; policy."""
    days = case.policy.periods.report_reminder_days
    return _since_report_request(case).plus(days, f"{days} dagen", f"{days} days", "policy")


def reassessment_in_hand(case: Case) -> Term:
    """The reassessment for which the report was asked. Pw 44a."""
    _, act = the_last(case, ReportRequested)
    return starting(act.reassessment_on, "herbeoordeling", "reassessment", "Pw 44a")


def expiry(case: Case) -> Term:
    """The last day of the permission, as decided or as ended before its term."""
    permission = case.permission
    if permission is None:
        raise ValueError("no permission was granted")
    newest = case.last(PermissionGranted, ParticipationEnded)
    has_ended = newest is not None and isinstance(newest[1], ParticipationEnded)
    nl, en = ("beëindigd", "ended") if has_ended else ("looptijd in het besluit", "term in the decision")
    return starting(permission.valid_until, nl, en, "Awb 3:40")


def _since_report_request(case: Case) -> Term:
    entry, _ = the_last(case, ReportRequested)
    return starting(entry.on, "verslag gevraagd", "report asked", "Pw 53a")
