"""By when an objection is decided on that a court had dealt with after all. Awb 7:10, 8:72(4)."""

from __future__ import annotations

from collections.abc import Callable

from domain import acts, rulings
from domain.acts import AppealOutcomeRecorded
from domain.case import Case
from domain.law import objection as law
from domain.repairs import repairs
from domain.sending import since_told
from domain.term import Term, too_late_to_adjourn


def term(case: Case, *, committee: bool) -> Term | None:
    """The day that the court set, or else the law's term anew; of more rulings the one that gives least time."""
    found = (_term(case, each, committee) for each in rulings.rulings(case))
    return min(found, key=lambda each: each.due_on, default=None)


def _term(case: Case, ruling: AppealOutcomeRecorded, committee: bool) -> Term:
    if ruling.decide_by is not None:
        return law.by_the_court(ruling.decided_on, ruling.decide_by)
    return adjourned(
        case,
        lambda then, days: law.decision_after_a_ruling(
            ruling.decided_on, committee=committee, repairs=repairs(then), adjourned_days=days
        ),
    )


def adjourned(case: Case, reckoned: Callable[[Case, int], Term]) -> Term:
    """The term with its adjournment, unless that is known to have gone out after the term was over. Awb 7:10(3).

    `reckoned` is the term of a case by how many days it is adjourned. A day that was named moves only with what is
    asked to be mended since.
    """
    before, found = reckoned(case, 0), case.last(acts.ObjectionAdjourned, after=rulings.taken_up(case))
    if found is None:
        return before
    told_on = since_told(case, found[0])
    if told_on <= max(before.due_on, found[0].on):
        then = reckoned(case.up_to(found[0].version - 1), 0)
        return reckoned(case, _days(found[1], then))
    return too_late_to_adjourn(before, told_on, "Awb 7:10(3)")


def _days(act: acts.ObjectionAdjourned, then: Term) -> int:
    return (act.until - then.due_on).days if act.until else 7 * (act.weeks or 0)


def postponed(case: Case, term: Term, since: int) -> Term:
    """That term with each further postponement after that act.

    A consent counts from when it was given. Rules of procedure move it only when that was told before it was over.
    Awb 7:10(4), (5).
    """
    for entry, act in case.every(acts.ObjectionPostponed):
        if entry.version <= since or act.until <= term.due_on:
            continue
        told_on = since_told(case, entry)
        if act.consent is acts.Consent.PROCEDURE and told_on > max(term.due_on, entry.on):
            term = too_late_to_adjourn(term, told_on, "Awb 7:10(5)")
        else:
            term = term.moved_to(act.until, "verder uitgesteld", "postponed further", "Awb 7:10(4)")
    return term


def taken_up(ruling: AppealOutcomeRecorded, *, committee: bool) -> acts.ObjectionTakenUp:
    """What follows from a ruling by which it is dealt with after all. Awb 7:2, 8:72."""
    anew = law.decision_after_a_ruling(ruling.decided_on, committee=committee)
    return acts.ObjectionTakenUp(
        ruled_on=ruling.decided_on,
        decide_by=ruling.decide_by or anew.due_on,
        is_term_set=ruling.decide_by is not None,
    )
