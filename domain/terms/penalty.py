"""What a late decision costs, of a case: which of its dates the law reckons with. Awb 4:17, 4:18, 4:87.

A notice of default is known by the version of its act. A decision ends a default on the day on which it went out to
everybody, and not before that is told (Awb 3:40, 3:41, 4:17(1)).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from domain import objections
from domain.acts import (
    DecisionReversed,
    NoticeOfDefaultReceived,
    NoticeOfDefaultWeighed,
    ObjectionClosed,
    ObjectionDecided,
    ObjectionForwarded,
    ObjectionWithdrawn,
    PenaltyDetermined,
    PermissionGranted,
)
from domain.case import DECIDED, Case, Entry
from domain.duties import decision_in
from domain.fact import LAST_DAY
from domain.law import penalty as law
from domain.law.penalty import Penalty
from domain.matters.unsettled import overturned_by
from domain.permission import is_asked, requested_renewal
from domain.term import Term, starting
from domain.terms.application import decision
from domain.terms.participation import renewal_of

ENDS_THE_WAIT = (*DECIDED, ObjectionDecided, ObjectionForwarded, ObjectionWithdrawn)
"""After which the municipality is in default no more. Awb 4:17(1)."""


def received_on(case: Case, notice: int) -> date:
    """The day on which the notice of default came."""
    entry = case.entries[notice - 1]
    assert isinstance(entry.act, NoticeOfDefaultReceived)
    return entry.act.received_on or entry.on


def weighed(case: Case, notice: int) -> NoticeOfDefaultWeighed | None:
    """What the notice does; none as long as that was not looked at."""
    return next((act for _, act in case.every(NoticeOfDefaultWeighed) if act.about == notice), None)


def determined(case: Case, notice: int) -> tuple[Entry, PenaltyDetermined] | None:
    """The decision on the amount that stands, if there is one."""
    acts = [entry.act for entry in case.entries]
    overturned = [overturned_by(acts, closed) for _, closed in case.every(ObjectionClosed)]
    found = [each for each in case.every(PenaltyDetermined) if each[1].about == notice]
    return found[-1] if found and not any(each is found[-1][1] for each in overturned) else None


def decision_due_on(case: Case, notice: int) -> date:
    """The last day to decide as it was when the notice came: what moves the term later takes nothing from it.

    What was registered between the day on which the notice came and its own registering can only bring it forward: a
    supplement that came before.
    """
    then = _until(case, notice)
    return min(_due_on(then, notice), _due_on(_known_on(then, received_on(case, notice), notice), notice))


def _due_on(then: Case, notice: int) -> date:
    request = request_at(then, notice)
    if request is not None:
        return renewal_of(request)(then).due_on
    return (objections.objection_decision(then) if then.is_objection else decision(then)).due_on


def _known_on(case: Case, day: date, notice: int) -> Case:
    """The case as it was at the end of a day, but for that on which a decision is awaited."""
    known = [entry.version for entry in case.entries if entry.on <= day]
    return _until(case, max(1, since_reopened(case, notice), *known[-1:]))


def request_at(case: Case, version: int) -> Entry | None:
    """The request to renew on which a decision was waited for then; none when that was another decision."""
    then = _until(case, version)
    if case.is_objection or then.last(*DECIDED) is None or then.overturned:
        return None
    requested = requested_renewal(then)
    return requested[0] if requested else None


def is_of_own_motion(case: Case, notice: int) -> bool:
    """Whether the decision that was waited for then is one that nobody asked for. Awb 4:17(1)."""
    overturned = _until(case, notice).overturned
    return (
        isinstance(overturned, DecisionReversed)
        and case.act(case.first_version(overturned.version), PermissionGranted) is not None
    )


def decided_on(case: Case, notice: int | None = None) -> date | None:
    """The day on which the decision that was waited for went out, or what was asked was taken back; of a notice's case.

    Without a notice it is about what is waited for now.
    """
    version = case.version if notice is None else notice
    if request := request_at(case, version):
        later = case.entries[version:]
        ended = next((e for e in later if not is_asked(_until(case, e.version), request.version)), None)
    else:
        later = case.entries[since_reopened(case, version) :]
        ended = next((e for e in later if isinstance(e.act, ENDS_THE_WAIT)), None)
    if ended is None or decision_in(ended.act) is None:
        return ended and ended.on
    return objections.told_on(case, ended.version)


def since_reopened(case: Case, version: int) -> int:
    """The act since which a decision is awaited: a request, what overturned the one before, or the beginning."""
    if request := request_at(case, version):
        return request.version
    return next((e.version for e in reversed(case.entries[:version]) if case.opens_anew(e)), 0)


def _until(case: Case, version: int) -> Case:
    return case.model_copy(update={"entries": case.entries[:version]})


def reckoned(case: Case, notice: int, on: date = LAST_DAY) -> Penalty:
    """What is owed on a day, that day included; by default when nothing can be added any more."""
    return law.penalty(received_on(case, notice), on, stopped_on=decided_on(case, notice))


def first_day(case: Case, notice: int) -> Term:
    """The first day that is paid for, when there is no decision before."""
    received = received_on(case, notice)
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
    """The dates of the defaults that are not settled, by the names of their terms; of one name the oldest's."""
    found: dict[str, Term] = {}
    for notice in reversed(case.open_defaults):
        found |= _of(case, notice)
    return found


def _of(case: Case, notice: int) -> dict[str, Term]:
    if determined(case, notice):
        return {"penalty_payment": payment(notice)(case)}
    running = {
        "penalty_first_day": first_day(case, notice),
        "penalty_last_day": last_day(notice)(case),
        "penalty_determination": determination(notice)(case),
    }
    if decided_on(case, notice) is not None:
        del running["penalty_first_day"]
    return running
