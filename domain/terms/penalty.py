"""What a late decision costs, of a case: which of its dates the law reckons with. Awb 4:17, 4:18, 4:87.

A notice of default is known by the version of its act. A decision ends a default on the day on which whoever waits for
it was sent it, once the case is told that it went to all whom it is for (Awb 3:40, 3:41, 4:17(1)).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from domain import objections
from domain.acts import (
    Act,
    DecisionReversed,
    LetterSent,
    NoticeEffect,
    NoticeOfDefaultWeighed,
    ObjectionClosed,
    ObjectionPostponed,
    PenaltyDetermined,
    PenaltyPaid,
    PermissionGranted,
    SuspensionGround,
    TermSuspended,
)
from domain.case import Case, Entry
from domain.fact import LAST_DAY
from domain.law import penalty as law
from domain.law.penalty import Penalty
from domain.matters.unsettled import overturned_by
from domain.term import Term, starting
from domain.terms.adjustment import decision_on
from domain.terms.application import decision
from domain.terms.awaited import Awaited, awaited, awaited_by, day_of, decided_on, known_on


def weighed(case: Case, notice: int) -> NoticeOfDefaultWeighed | None:
    """What the notice does, as it was weighed last; none as long as that was not looked at."""
    return _weighed(case).get(notice)


def counting(case: Case) -> tuple[int, ...]:
    """The notices of default that count, settled or not."""
    return tuple(about for about, act in _weighed(case).items() if act.effect is NoticeEffect.COUNTS)


def _weighed(case: Case) -> dict[int, NoticeOfDefaultWeighed]:
    return {act.about: act for _, act in case.every(NoticeOfDefaultWeighed)}


def determined(case: Case, notice: int) -> tuple[Entry, PenaltyDetermined] | None:
    """The decision on the amount that stands, if there is one."""
    if (last := weighed(case, notice)) and last.effect is not NoticeEffect.COUNTS:
        return None
    acts = [entry.act for entry in case.entries]
    overturned = [overturned_by(acts, closed) for _, closed in case.every(ObjectionClosed)]
    found = [each for each in case.every(PenaltyDetermined) if each[1].about == notice]
    return found[-1] if found and not any(each is found[-1][1] for each in overturned) else None


def whose_place_it_takes(case: Case, determined_anew: Entry) -> tuple[Entry, PenaltyDetermined] | None:
    """The decision on an amount that another takes the place of, since its notice had come first. Awb 4:17(3)."""
    act, before = determined_anew.act, case.up_to(determined_anew.version - 1)
    assert isinstance(act, PenaltyDetermined)
    amounts = (determined(before, each) for each in others(before, act.about))
    return next((found for found in amounts if found), None)


def paid_otherwise_cents(case: Case, notice: int) -> int:
    """What was paid already of it, by an amount on a notice for the same decision that came later."""
    paid = {act.about for _, act in case.every(PenaltyPaid)} & {*others(case, notice)}
    return max((act.cents for _, act in case.every(PenaltyDetermined) if act.about in paid), default=0)


def determined_otherwise_cents(case: Case, notice: int) -> int:
    """What of it is owed or was paid by such an amount, which one on this notice is to take the place of."""
    stands = (found[1].cents for each in others(case, notice) if (found := determined(case, each)))
    return max((paid_otherwise_cents(case, notice), *stands))


def others(case: Case, notice: int) -> tuple[int, ...]:
    """The other notices that were ever weighed for the same decision."""
    what = awaited_by(case, notice)
    return tuple(each for each in _weighed(case) if each != notice and awaited_by(case, each) == what)


def in_default(case: Case, request: int | None) -> int | None:
    """The notice of default that counts for what is awaited on that request, or in the case itself. Awb 4:17(3)."""
    what = awaited(case, case.entries[-1].on, request)
    return next((each for each in counting(case) if awaited_by(case, each) == what), None)


def decision_due_on(case: Case, notice: int) -> date:
    """The last day to decide as it was when the notice came: what moves the term later takes nothing from it.

    What was registered between the day on which the notice came and its own registering can only bring it forward: a
    supplement that came before. So can a letter that proves to have gone out later than was thought. A consent of the
    applicant counts from when he gave it, also when it was registered later. Awb 4:14(3), 4:15.
    """
    what, came_on = awaited_by(case, notice), day_of(case, notice)
    known = known_on(case.up_to(notice), came_on).version
    return min(
        _due_on(_as_told(case, version, came_on), what) for version in (notice, max(1, what.since, known))
    )


def _as_told(case: Case, version: int, on: date) -> Case:
    """The case as it was after that act, with what became known since of its letters, and of consent by that day."""
    later = (e for e in case.entries[version:] if _was_so_before(e.act, version, on))
    return case.model_copy(update={"entries": (*case.entries[:version], *later)})


def _was_so_before(act: Act, version: int, on: date) -> bool:
    match act:
        case LetterSent():
            return act.version <= version
        case TermSuspended(ground=SuspensionGround.CONSENT, asked_on=given_on):
            return given_on is not None and given_on <= on
        case ObjectionPostponed(agreed_on=given_on):
            return given_on is not None and given_on <= on
        case _:
            return False


def _due_on(then: Case, what: Awaited) -> date:
    if what.request is not None:
        return decision_on(then, what.request).due_on
    return (objections.objection_decision(then) if then.is_objection else decision(then)).due_on


def is_of_own_motion(case: Case, notice: int) -> bool:
    """Whether the decision that was waited for then is one that nobody asked for. Awb 4:17(1)."""
    overturned = known_on(case.up_to(notice), day_of(case, notice)).overturned
    return (
        awaited_by(case, notice).request is None
        and isinstance(overturned, DecisionReversed)
        and case.act(case.first_version(overturned.version), PermissionGranted) is not None
    )


def stopped_on(case: Case, notice: int) -> date | None:
    """The day on which that default ended, since the decision went out. Awb 4:17(1)."""
    return decided_on(case, awaited_by(case, notice))


def reckoned(case: Case, notice: int, on: date = LAST_DAY) -> Penalty:
    """What is owed on a day, that day included; by default when nothing can be added any more."""
    return law.penalty(day_of(case, notice), on, stopped_on=stopped_on(case, notice))


def first_day(case: Case, notice: int) -> Term:
    """The first day that is paid for, when there is no decision before."""
    received = day_of(case, notice)
    steps = law.penalty(received, received).steps
    return Term(due_on=steps[-1].on, steps=steps)


def last_day(notice: int) -> Callable[[Case], Term]:
    """The last day that is paid for: the 42nd at most, and none since the decision."""

    def term(case: Case) -> Term:
        penalty = reckoned(case, notice)
        if (last := penalty.last_day_on) is None:
            return Term(due_on=penalty.steps[-1].on, steps=penalty.steps).eve()
        return Term(due_on=last, steps=tuple(step for step in penalty.steps if step.on <= last))

    return term


def determination(notice: int) -> Callable[[Case], Term]:
    """The last day to determine the amount by a decision, and again when that was overturned. Awb 4:18, 7:11(2)."""

    def term(case: Case) -> Term:
        acts = [entry.act for entry in case.entries]
        for entry, closed in case.every(ObjectionClosed):
            overturned = overturned_by(acts, closed)
            if closed.decide_by and overturned and overturned.about == notice:
                return starting(entry.on, "bezwaar gegrond", "objection upheld", "Awb 7:11(2)").moved_to(
                    closed.decide_by, "dag om opnieuw te beslissen", "day to decide again", "Awb 7:10"
                )
        steps = reckoned(case, notice).steps
        return Term(due_on=steps[-1].on, steps=steps)

    return term


def payment(notice: int) -> Callable[[Case], Term]:
    """The last day to pay what was determined. Awb 4:87."""

    def term(case: Case) -> Term:
        found = determined(case, notice)
        assert found is not None
        return law.payment(objections.notified_on(case, found[0].version) or found[0].on)

    return term


def of(case: Case) -> dict[str, Term]:
    """The dates of the defaults that are not settled, by the names of their terms.

    Those until an amount is determined are of the oldest for which that is to be done, and of no other.
    """
    owed = next((each for each in case.open_defaults if determined(case, each)), None)
    running = next((each for each in case.open_defaults if not determined(case, each)), None)
    found = {"penalty_payment": payment(owed)(case)} if owed else {}
    return found | (_until_determined(case, running) if running else {})


def _until_determined(case: Case, notice: int) -> dict[str, Term]:
    dates = {
        "penalty_first_day": first_day(case, notice),
        "penalty_last_day": last_day(notice)(case),
        "penalty_determination": determination(notice)(case),
    }
    if stopped_on(case, notice) is not None:
        del dates["penalty_first_day"]
    return dates
