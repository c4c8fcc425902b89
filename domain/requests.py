"""What is asked while somebody takes part: to renew the permission, or to adjust it. Awb 1:3(3), 4:1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import adjustment, renewal, trial
from domain.acts import (
    AdjustmentRefused,
    AdjustmentRequested,
    DecisionCorrected,
    ObjectionLodged,
    ObjectionTermLapsed,
    PermissionExtendedToFull,
    RenewalRefused,
    RenewalRequested,
    RequestSetAside,
)
from domain.by_a_court import is_by_a_court
from domain.law import objection as law
from domain.sending import notified_on

if TYPE_CHECKING:
    from domain.case import Case, Entry
    from domain.term import Term

REQUESTS = (RenewalRequested, AdjustmentRequested)
ANSWERED_NO = (RenewalRefused, AdjustmentRefused, RequestSetAside)


def is_open(case: Case, request: int) -> bool:
    """Whether nobody decided yet on what was asked by that act, also where it is none of ours to decide now.

    Or on what made a trial full by itself and was annulled: whoever objected waits for that. Awb 7:11(2).
    """
    if case.act(request, PermissionExtendedToFull):
        return trial.is_contested(case, request)
    if case.act(request, RenewalRequested):
        return renewal.is_asked(case, request)
    return case.act(request, AdjustmentRequested) is not None and adjustment.is_open(case, request)


def open_ones(case: Case) -> tuple[Entry, ...]:
    """The requests on which nobody decided yet, those to renew first; they outlive the last day. Awb 4:13."""
    return (*renewal.open_renewals(case), *adjustment.open_requests(case))


def window_of(case: Case, version: int) -> Term | None:
    """When nobody can go against such a decision in time any more; none before that went out to everybody. Awb 6:9."""
    sent_on = notified_on(case, version)
    return law.with_the_post(sent_on) if sent_on else None


def still_contestable(case: Case) -> tuple[int, ...]:
    """The decisions against a request that stand and to which one may still object in time, by their versions.

    That is so as long as a letter did not go out, whatever became of an objection before that, and by the day of the
    last act: when a term is over after it and the case rests on it, the clock says so, of each by itself.
    Awb 3:40, 3:41, 6:7, 6:8.
    """
    lapsed = {entry.about for entry, _ in case.every(ObjectionTermLapsed)}
    today = next(e.on for e in reversed(case.entries) if not isinstance(e.act, ObjectionTermLapsed))

    def may_be_objected_to(entry: Entry) -> bool:
        if not _answers_no(entry) or entry.version in lapsed or is_by_a_court(case, entry):
            return False
        if case.first_version(entry.version) in case.annulled:
            return False
        window = window_of(case, entry.version)
        return window is None or today <= window.due_on

    return tuple(entry.version for entry in case.entries if may_be_objected_to(entry))


def rests_on(case: Case) -> tuple[int, ...]:
    """Those of them on which a case rests whose permission is over, as on any last decision.

    Not while an objection to one runs: then the case stays open for that. Awb 4:5(4), 6:7.
    """
    is_open = case.open_objections
    contested = {
        case.first_version(act.version) for _, act in case.every(ObjectionLodged) if act.objection in is_open
    }
    return tuple(each for each in still_contestable(case) if case.first_version(each) not in contested)


def objection(case: Case) -> Term | None:
    """The last day to object to one of those on which the case rests, once it was sent. Awb 6:7, 6:8."""
    sent = (notified_on(case, each) for each in rests_on(case))
    return max((law.objection(on) for on in sent if on), key=lambda term: term.due_on, default=None)


def _answers_no(entry: Entry) -> bool:
    """Also as it was corrected, but for words that were put right: these begin no term to object. Awb 6:8."""
    act = entry.act
    if isinstance(act, DecisionCorrected):
        return isinstance(act.decision, ANSWERED_NO) and not act.is_in_words_alone
    return type(act) in ANSWERED_NO
