"""When a permission is looked at again, and what puts that off. Pw 44a; policy."""

from __future__ import annotations

from datetime import date, timedelta

from domain.acts import (
    ConditionsChanged,
    DecisionCorrected,
    EndingWithdrawn,
    ParticipationContinued,
    PermissionExtendedToFull,
    PermissionGranted,
    PermissionRenewed,
    ReportRequested,
)
from domain.calendar import months_after
from domain.case import Case, Status
from domain.permission import Permission
from domain.revocation import restores
from domain.term import Term, starting
from domain.terms.looking_back import the_last


def reassessment(case: Case) -> Term | None:
    """The next reassessment; none when the permission ends before it. Pw 44a; policy.

    One for which the report is asked goes on, whatever is decided meanwhile.
    """
    permission = case.permission
    if permission is None:
        return None
    term, in_hand = _by_now(case, permission), _in_hand(case)
    term = in_hand if in_hand and in_hand.due_on != term.due_on else term
    return term if term.due_on < permission.valid_until else None


def _by_now(case: Case, permission: Permission) -> Term:
    """When it is its turn, or as long after that as a report takes to come."""
    term = _in_turn(case, permission)
    if _is_too_soon(case, term, decided_on := _decided_on(case)):
        term = _a_period_after(
            term.moved_to(
                decided_on,
                "te kort na het besluit hoe lang de toestemming duurt: vanaf dat besluit",
                "too soon after the decision how long the permission lasts: from that decision",
                "policy",
            ),
            case,
        )
    if (again_on := _again_on(case)) and _is_too_soon(case, term, again_on):
        term = term.moved_to(
            _report_can_come(case, again_on),
            "de toestemming geldt weer: zodra er een verslag kan zijn",
            "the permission holds again: as soon as there can be a report",
            "policy",
        )
    return term


def _in_turn(case: Case, permission: Permission) -> Term:
    """When it is its turn, by the previous one or by the start."""
    previous = case.last(ParticipationContinued, ConditionsChanged)
    if previous is None:
        start = starting(permission.valid_from, "toestemming gaat in", "permission starts", "Pw 44a")
        return _a_period_after(start, case)
    entry, act = previous[0], case.as_it_reads(*previous)
    if chosen := act.next_reassessment_on:
        return starting(chosen, "bij de herbeoordeling bepaald", "set at the reassessment", "Pw 44a")
    return _a_period_after(
        starting(entry.on, "vorige herbeoordeling", "previous reassessment", "Pw 44a"), case
    )


def _a_period_after(term: Term, case: Case) -> Term:
    months = case.policy.periods.reassess_every_months
    day = months_after(term.due_on, months)
    return term.moved_to(day, f"elke {months} maanden", f"every {months} months", "policy")


def _is_too_soon(case: Case, term: Term, since: date) -> bool:
    """Whether no report could come in time for it, since that day.

    One for which the report is asked already goes on.
    """
    in_hand = _in_hand(case)
    is_asked_for = in_hand is not None and in_hand.due_on == term.due_on
    return not is_asked_for and term.due_on < _report_can_come(case, since)


def _in_hand(case: Case) -> Term | None:
    return reassessment_in_hand(case) if case.status in (Status.REPORT_AWAITED, Status.REASSESSMENT) else None


def _report_can_come(case: Case, asked_on: date) -> date:
    return asked_on + timedelta(days=case.policy.periods.report_escalation_days)


def known_on(case: Case) -> date:
    """Since when it is known how long the permission lasts: by a decision on that, or since it holds again."""
    return max(_decided_on(case), _again_on(case) or date.min)


def _decided_on(case: Case) -> date:
    """When the newest decision on how long the permission lasts was taken, or corrected in that."""
    decided, act = the_last(case, PermissionGranted, PermissionExtendedToFull, PermissionRenewed)
    known_on, until = decided.on, act.valid_until
    for entry, correction in case.every(DecisionCorrected):
        match correction.decision:
            case (
                PermissionGranted(valid_until=day)
                | PermissionExtendedToFull(valid_until=day)
                | PermissionRenewed(valid_until=day)
            ) if correction.version == decided.version and day != until:
                known_on, until = entry.on, day
            case _:
                pass
    return known_on


def _again_on(case: Case) -> date | None:
    """Since when it holds again: a revocation was annulled, or who wanted to stop goes on."""
    annulled = (entry.on for entry, _ in case.annulments if restores(case, entry))
    return max((*annulled, *(entry.on for entry, _ in case.every(EndingWithdrawn))), default=None)


def reassessment_in_hand(case: Case) -> Term:
    """The reassessment for which the report was asked. Pw 44a."""
    _, act = the_last(case, ReportRequested)
    return starting(act.reassessment_on, "herbeoordeling", "reassessment", "Pw 44a")
