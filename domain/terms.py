"""Every deadline of a case, as a function of its acts, with the steps and articles that lead to it.

What the law reckons with dates is in `domain/law/`; here stands which dates of a case those are. Terms set in law roll
past days off (Atw 1); dates that the municipality sets itself are put on a working day; dates of the permission itself
are calendar dates and do neither.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from domain.acts import (
    ApplicationTakenUp,
    CompletenessChecked,
    ConditionsChanged,
    ParticipationContinued,
    ParticipationEnded,
    ReportRequested,
    ReviewReturned,
    SetAsideLapsed,
    SetAsideProposed,
    SupplementLapsed,
    SupplementReceived,
    SupplementRequested,
)
from domain.calendar import months_after
from domain.case import A, Case, Entry, Status
from domain.fact import Text
from domain.law import application, suspension
from domain.law.suspension import Suspension
from domain.term import Term, starting

AWAITING_SUPPLEMENT = Text(nl="wachtend op de aanvulling", en="awaiting the supplement")


def suspensions(case: Case) -> tuple[Suspension, ...]:
    """From each request for a supplement until its end. Awb 4:15(1)(a).

    While the supplement is awaited, its whole period counts.
    """
    return tuple(
        Suspension(
            asked_on=request.on,
            ended_on=supplement_ended_on(case, request) or act.until,
            why=AWAITING_SUPPLEMENT,
            article="Awb 4:15(1)(a)",
        )
        for request, act in case.every(SupplementRequested)
    )


def suspended_days(case: Case) -> int:
    """The days between each request and its end, both excluded; a day in several counts once. Awb 4:15(1)(a)."""
    return suspension.days_suspended(suspensions(case))


def supplement_ended_on(case: Case, request: Entry) -> date | None:
    """When the supplement that was asked for came, or its period passed unused; none while it is awaited.

    What came in time counts from its own day, also when it was registered after the period.
    """
    assert isinstance(request.act, SupplementRequested)
    for entry in case.entries[request.version :]:
        if isinstance(entry.act, SupplementReceived) and _came_on(entry, entry.act) <= request.act.until:
            return _came_on(entry, entry.act)
    lapsed = any(isinstance(entry.act, SupplementLapsed) for entry in case.entries[request.version :])
    return request.act.until if lapsed else None


def supplied_in_time(case: Case) -> bool:
    """Whether a supplement came before its period was over that nobody has looked at yet. Awb 4:5(1)."""
    checked, _ = _last(case, CompletenessChecked, SetAsideProposed)
    _, request = _last(case, SupplementRequested)
    return any(
        isinstance(entry.act, SupplementReceived) and _came_on(entry, entry.act) <= request.until
        for entry in case.entries[checked.version :]
    )


def _came_on(entry: Entry, act: SupplementReceived) -> date:
    return act.received_on or entry.on


def intake(case: Case) -> Term:
    """By when the completeness is checked; policy."""
    request = case.last(SupplementRequested)
    since = (request and supplement_ended_on(case, request[0])) or case.received_on
    days = case.policy.periods.intake_days
    return (
        starting(since, "binnengekomen", "came in", "Awb 4:5")
        .plus(days, f"{days} dagen om te controleren", f"{days} days to check", "policy")
        .on_a_working_day()
    )


def supplement_period(case: Case, asked_on: date) -> Term:
    """How long the applicant gets for the missing items when asked on that day. Awb 4:5(1); policy."""
    return application.supplement_period(asked_on, case.policy.periods.supplement_days)


def supplement(case: Case) -> Term:
    """The last day for the missing items, as the request says. Awb 4:5(1)."""
    _, act = _last(case, SupplementRequested)
    return starting(act.until, "termijn in het verzoek", "the period in the request", "Awb 4:5(1)")


def supplement_reminder(case: Case) -> Term:
    """When the applicant is reminded of the missing items; policy."""
    days = case.policy.periods.supplement_reminder_days
    return supplement(case).plus(-days, f"{days} dagen ervoor", f"{days} days before it", "policy")


def set_aside(case: Case) -> Term:
    """The last day on which the application may be set aside. Awb 4:5(4)."""
    request, act = _last(case, SupplementRequested)
    return application.set_aside(supplement_ended_on(case, request) or act.until)


def decision(case: Case) -> Term:
    """The last day to decide on the application. Awb 4:13, 4:15."""
    return application.decision(case.received_on, case.policy.periods.decision_weeks, suspensions(case))


def review(case: Case) -> Term:
    """By when the review is done, never later than the decision; policy."""
    made_ready = case.last(CompletenessChecked, ApplicationTakenUp, SetAsideLapsed, ReviewReturned)
    since = made_ready[0].on if made_ready else case.received_on
    days = case.policy.periods.review_days
    term = (
        starting(since, "klaar om te beoordelen", "ready to be reviewed", "Awb 3:2")
        .plus(days, f"{days} dagen om te beoordelen", f"{days} days to review", "policy")
        .on_a_working_day()
    )
    latest = decision(case).due_on
    if term.due_on > latest:
        term = term.moved_to(latest, "niet na de beslistermijn", "not after the decision term", "Awb 4:13")
    return term


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
        entry, act = previous
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
    _, act = _last(case, ReportRequested)
    return starting(act.reassessment_on, "herbeoordeling", "reassessment", "Pw 44a")


def expiry(case: Case) -> Term:
    """The last day of the permission, as decided or as ended before its term."""
    permission = case.permission
    if permission is None:
        raise ValueError("no permission was granted")
    ended = case.last(ParticipationEnded)
    nl, en = ("beëindigd", "ended") if ended else ("looptijd in het besluit", "term in the decision")
    return starting(permission.valid_until, nl, en, "Awb 3:40")


APPLYING: dict[Status, tuple[Callable[[Case], Term | None], ...]] = {
    Status.COMPLETENESS_CHECK: (intake, decision),
    Status.SUPPLEMENT_AWAITED: (supplement, decision),
    Status.SETTING_ASIDE: (set_aside, decision),
    Status.REVIEW: (review, decision),
    Status.DECISION: (decision,),
    Status.PARTICIPATION: (reassessment, expiry),
    Status.REPORT_AWAITED: (report, reassessment, expiry),
    Status.REASSESSMENT: (reassessment, expiry),
    Status.ENDED: (expiry,),
    Status.EXPIRED: (expiry,),
}
"""Which terms count for a case as it stands."""


def of(case: Case) -> dict[str, Term]:
    """Every date that counts for the case as it stands, by the name of its term."""
    terms = ((each.__name__, each(case)) for each in APPLYING.get(case.status, ()))
    return {name: term for name, term in terms if term is not None}


def _since_report_request(case: Case) -> Term:
    entry, _ = _last(case, ReportRequested)
    return starting(entry.on, "verslag gevraagd", "report asked", "Pw 53a")


def _last(case: Case, *kinds: type[A]) -> tuple[Entry, A]:
    found = case.last(*kinds)
    if found is None:
        raise ValueError(f"no {kinds[0].__name__} in case {case.number}")
    return found
