"""Whether an act's content fits its case and the policy that the case started with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from domain import acts
from domain.application import Application
from domain.calendar import months_after
from domain.case import Case, Performed
from domain.errors import NotAcceptable
from domain.people import Role
from domain.policy import Entry, Policy


def check(done: Performed, case: Case, on: date) -> None:  # noqa: C901 - a table of acts, one line each
    """Refuse content that does not fit.

    Raises:
        NotAcceptable: naming the field as a path in the act, and the reason.
    """
    policy = case.policy
    match done.act:
        case acts.ApplicationReceived(application=application, received_on=received_on):
            _application(application, policy)
            _receipt_date(received_on, done, on)
        case acts.CompletenessChecked(missing=missing):
            _known(missing, policy.items, "missing")
        case acts.SupplementReceived(items=items, received_on=received_on):
            _known((item.code for item in items), policy.items, "items")
            _receipt_date(received_on, done, on)
        case acts.ApplicationReviewed(findings=findings):
            _findings(findings, policy)
        case acts.PermissionGranted():
            _grant(done.act, policy, on)
        case acts.PermissionRefused(grounds=grounds):
            _known(grounds, policy.refusal_grounds, "grounds")
        case acts.ConditionsChanged(hours_a_week=hours):
            _hours(hours, policy, "hoursAWeek")
            _next_reassessment(done.act.next_reassessment_on, on)
        case acts.ParticipationContinued():
            _next_reassessment(done.act.next_reassessment_on, on)
        case acts.ProgressReported(period_until=until) if until > on:
            raise NotAcceptable("periodUntil", "A report looks back: its period has not ended yet")
        case acts.ParticipationEnded(ends_on=ends_on):
            _ending(ends_on, case)
        case acts.TaskHeld(until=until) if until <= on:
            raise NotAcceptable("until", "The day on which the task comes back must lie ahead")
        case _:
            pass


def _application(application: Application, policy: Policy) -> None:
    _known((item.code for item in application.items), policy.items, "application/items")
    _hours(application.hours_a_week, policy, "application/hoursAWeek")


def _known(codes: Iterable[str], entries: tuple[Entry, ...], field: str) -> None:
    known = [entry.code for entry in entries]
    for place, code in enumerate(codes):
        if code not in known:
            raise NotAcceptable(
                f"{field}/{place}",
                "{code} is not in the policy's list: {known}",
                code=code,
                known=", ".join(known),
            )


def _findings(findings: tuple[acts.Finding, ...], policy: Policy) -> None:
    _known((finding.criterion for finding in findings), policy.criteria, "findings")
    answered = [finding.criterion for finding in findings]
    for place, criterion in enumerate(answered):
        if criterion in answered[:place]:
            raise NotAcceptable(f"findings/{place}", "{code} is answered twice", code=criterion)
    if left := [entry.code for entry in policy.criteria if entry.code not in answered]:
        raise NotAcceptable("findings", "These criteria are not answered yet: {codes}", codes=", ".join(left))


def _grant(granted: acts.PermissionGranted, policy: Policy, on: date) -> None:
    if granted.valid_until < on:
        raise NotAcceptable("validUntil", "This permission would be over before it is granted")
    _hours(granted.hours_a_week, policy, "hoursAWeek")
    if granted.valid_until > months_after(granted.valid_from, policy.max_months):
        raise NotAcceptable(
            "validUntil",
            "The policy allows a permission of at most {months} months",
            months=policy.max_months,
        )


def _hours(hours: int, policy: Policy, field: str) -> None:
    if hours > policy.max_hours_a_week:
        raise NotAcceptable(
            field, "The policy allows at most {hours} hours a week", hours=policy.max_hours_a_week
        )


def _receipt_date(received_on: date | None, done: Performed, on: date) -> None:
    """Only staff may say that it came on another day, and never later than today."""
    if received_on is None:
        return
    if received_on > on:
        raise NotAcceptable("receivedOn", "The date of receipt lies in the future")
    if received_on != on and Role.CASEWORKER not in done.actor.roles:
        raise NotAcceptable("receivedOn", "Only the municipality registers an earlier date of receipt")
    if received_on < on - timedelta(days=366):
        raise NotAcceptable("receivedOn", "The date of receipt lies more than a year back")


def _next_reassessment(day: date | None, on: date) -> None:
    if day is not None and day <= on:
        raise NotAcceptable("nextReassessmentOn", "The next reassessment must lie ahead")


def _ending(ends_on: date, case: Case) -> None:
    permission, granted = case.permission, case.last(acts.PermissionGranted)
    if permission is None or granted is None:
        return
    first = min(permission.valid_from, granted[0].on)
    if not first <= ends_on <= permission.valid_until:
        raise NotAcceptable(
            "endsOn",
            "The participation can end from {first} up to {last}",
            first=first,
            last=permission.valid_until,
        )
