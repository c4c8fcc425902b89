"""The terms of a participation, from permission to its end. Pw 44a, 53a; policy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from domain import delays
from domain.acts import (
    DecisionReversed,
    ObjectionClosed,
    PermissionExtendedToFull,
    PermissionGranted,
    PermissionRefused,
    PermissionRenewed,
    PermissionRevoked,
    ReactionLapsed,
    ReportRequested,
    ResidentReacted,
)
from domain.case import Case, Entry
from domain.ending import ends_on, told_ending
from domain.permission import Permission, ended_by, is_announced
from domain.renewal import annulment, open_renewals
from domain.term import Term, starting
from domain.terms.application import after_a_ruling, to_decide
from domain.terms.looking_back import the_last
from domain.terms.reassessing import reassessment, reassessment_in_hand
from domain.trial import is_evaluated


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


def reaction(case: Case) -> Term | None:
    """The last day for the resident's own reaction, asked for with the report; none once he gave it. Pw 44a; policy."""
    asked = case.last(ReportRequested)
    if asked is None or case.last(ResidentReacted, ReactionLapsed, after=asked[0].version):
        return None
    return report(case)


def reaction_lapse(case: Case) -> Term | None:
    """When the reassessment goes on without it. Pw 44a; policy."""
    awaited = reaction(case)
    return awaited and awaited.plus(1, "niets gehoord", "nothing heard", "policy")


def announcement(case: Case) -> Term:
    """When the end is told, with how to go on: some weeks before it, once half of the permission is over; policy."""
    weeks, last = case.policy.periods.end_weeks_before, expiry(case)
    term = last.plus(-7 * weeks, f"{weeks} weken ervoor", f"{weeks} weeks before it", "policy")
    halfway = last.due_on - _half(last.due_on - _in_force(case).valid_from)
    if term.due_on < halfway:
        term = term.moved_to(halfway, "niet voor de helft om is", "not before half of it is over", "policy")
    return term


def is_to_be_announced(case: Case, today: date) -> bool:
    """Whether the last day still comes, and was not told yet; who stops himself named it, or a refusal does."""
    is_told = is_announced(case) or told_ending(case) or ended_by(case)
    return today <= expiry(case).due_on and not is_told


def ends_otherwise(reckoned: Term) -> Callable[[Case], bool]:
    """Whether the permission ends on another day than was reckoned, or is reassessed before it."""
    return lambda case: is_reassessed(case) or expiry(case).due_on != reckoned.due_on


def evaluation_from(case: Case, asked_on: date) -> Term:
    """By when a trial is evaluated whose report is asked on that day: so that time is left to decide; policy."""
    days = case.policy.periods.report_escalation_days
    term = starting(asked_on, "verslag gevraagd", "report asked", "Pw 53a")
    term = term.plus(days, f"{days} dagen", f"{days} days", "policy")
    last = expiry(case).due_on
    if term.due_on > last:
        return term.moved_to(last, "niet na de toestemming", "not after the permission", "policy")
    return term.moved_to(
        last - _half(last - term.due_on), "halverwege het einde", "halfway to the end", "policy"
    )


def evaluation(case: Case) -> Term | None:
    """By when the trial is evaluated; none when it is not. Pw 44a."""
    return reassessment_in_hand(case) if is_evaluated(case) else None


def _half(span: timedelta) -> timedelta:
    return timedelta(days=span.days // 2)


def is_reassessed(case: Case) -> bool:
    """Whether a reassessment comes before the end."""
    return reassessment(case) is not None


def no_longer(reckoned: Term) -> Callable[[Case], bool]:
    """Whether the next reassessment comes on another day than was reckoned, or not at all any more."""
    return lambda case: reassessment(case) != reckoned


def renewal(case: Case) -> Term | None:
    """The last day to decide on a renewal, the soonest of more; none when nobody asks for one. Awb 4:13."""
    terms = (answer_to(request)(case) for request in open_renewals(case))
    return min(terms, key=lambda term: term.due_on, default=None)


def answer_to(request: Entry) -> Callable[[Case], Term]:
    """The last day to decide on that request, to renew or to adjust; where a court set one, that. Awb 4:13, 8:55d."""
    received_on = getattr(request.act, "received_on", None) or request.on

    def term(case: Case) -> Term:
        annulled = annulment(case, request.version)
        ordered = delays.ordered(case, request.version, annulled.version if annulled else 0)
        return delays.by_the_court(anew(annulled) or on_request(case, request, received_on), ordered)

    return term


def on_request(case: Case, request: Entry, received_on: date) -> Term:
    """The last day to decide on what was asked during a participation. Awb 4:13 to 4:15."""
    return to_decide(case, received_on, request.version)


def anew(annulled: Entry | None) -> Term | None:
    """By when what an objection or a court annulled is decided on again. Awb 7:10, 7:11(2), 8:72."""
    told = annulled.act if annulled else None
    if isinstance(told, DecisionReversed):
        return starting(told.decide_by, "nieuw besluit aangekondigd", "new decision announced", "Awb 3:46")
    if annulled is None or not isinstance(told, ObjectionClosed) or (decide_by := told.decide_by) is None:
        return None
    if told.ruling:
        return after_a_ruling(told.ruling, decide_by)
    upheld = starting(annulled.on, "bezwaar gegrond", "objection upheld", "Awb 7:11(2)")
    return upheld.moved_to(decide_by, "dag om opnieuw te beslissen", "day to decide again", "Awb 7:10")


def revocation_of(proposal: Entry) -> Callable[[Case], Term]:
    """By when somebody decides on that proposal, or once more when that was annulled; policy, Awb 7:10."""
    return lambda case: (
        anew(annulment(case, proposal.version))
        or _in_days(proposal, case.policy.periods.review_days, "voorgesteld", "proposed")
    )


def end_of_trial(evaluated: Entry) -> Callable[[Case], Term]:
    """By when somebody decides what becomes of that trial: by its end, or sooner where that is decided on again."""

    def term(case: Case) -> Term:
        annulled = annulment(case, evaluated.version)
        again, last = anew(annulled), expiry(case)
        if annulled is None or again is None:
            return last
        return again if last.due_on < annulled.on else min(again, last, key=lambda each: each.due_on)

    return term


def assessment_of(reported: Entry) -> Callable[[Case], Term]:
    """By when somebody looks at what was reported; policy."""
    return lambda case: _in_days(reported, case.policy.periods.change_days, "gemeld", "reported")


def _in_days(entry: Entry, days: int, nl: str, en: str) -> Term:
    term = starting(entry.on, nl, en, "policy")
    return term.plus(days, f"{days} dagen", f"{days} days", "policy").on_a_working_day()


ENDS_BEFORE_ITS_TERM = (PermissionRevoked, PermissionRefused)


def expiry(case: Case) -> Term:
    """The last day of the permission: as decided, as ended before its term, or as who stops named. Awb 3:40, Pw 44a."""
    last, granted = _in_force(case).valid_until, case.last(PermissionGranted)
    if granted and ends_on(case, granted[0].version) == last:
        return starting(last, "beëindigd", "ended", "Pw 44a")
    newest = case.standing(
        PermissionGranted, PermissionExtendedToFull, PermissionRenewed, *ENDS_BEFORE_ITS_TERM
    )
    has_ended = newest is not None and isinstance(newest[1], ENDS_BEFORE_ITS_TERM)
    nl, en = ("beëindigd", "ended") if has_ended else ("looptijd in het besluit", "term in the decision")
    return starting(last, nl, en, "Awb 3:40")


def _in_force(case: Case) -> Permission:
    if case.permission is None:
        raise ValueError("no permission was granted")
    return case.permission


def _since_report_request(case: Case) -> Term:
    entry, _ = the_last(case, ReportRequested)
    return starting(entry.on, "verslag gevraagd", "report asked", "Pw 53a")
