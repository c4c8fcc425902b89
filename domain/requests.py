"""What is asked while somebody takes part: to renew the permission, or to adjust it. Awb 1:3(3), 4:1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import adjustment, permission
from domain.acts import (
    AdjustmentRefused,
    AdjustmentRequested,
    DecisionCorrected,
    ObjectionLodged,
    ObjectionTermLapsed,
    PermissionExpired,
    RenewalRefused,
    RenewalRequested,
    RequestSetAside,
)
from domain.by_a_court import is_by_a_court
from domain.status import Status

if TYPE_CHECKING:
    from domain.case import Case, Entry

REQUESTS = (RenewalRequested, AdjustmentRequested)
ANSWERED_NO = (RenewalRefused, AdjustmentRefused, RequestSetAside)


def is_open(case: Case, request: int) -> bool:
    """Whether nobody decided yet on what was asked by that act, also where it is none of ours to decide now."""
    if case.act(request, RenewalRequested):
        return permission.is_asked(case, request)
    return case.act(request, AdjustmentRequested) is not None and adjustment.is_open(case, request)


def open_ones(case: Case) -> tuple[Entry, ...]:
    """The requests on which nobody decided yet, those to renew first; they outlive the last day. Awb 4:13."""
    return (*permission.open_renewals(case), *adjustment.open_requests(case))


def rests_on(case: Case) -> tuple[int, ...]:
    """The decisions against a request since the last day to which one may still object in time, by their versions.

    The case rests on these as on any last decision: their letters must go out, and the municipality may take them back.
    Once an objection to one runs the case stays open for that. Awb 3:41, 4:5(4), 6:7.
    """
    expired = case.last(PermissionExpired) if case.status is Status.EXPIRED else None
    since = case.entries[expired[0].version :] if expired else ()
    contested = {case.first_version(act.version) for _, act in case.every(ObjectionLodged)}
    lapsed = {entry.about for entry, _ in case.every(ObjectionTermLapsed)}

    def rests(entry: Entry) -> bool:
        is_settled = case.first_version(entry.version) in case.annulled | contested or entry.version in lapsed
        return _answers_no(entry) and not is_settled and not is_by_a_court(case, entry)

    return tuple(entry.version for entry in since if rests(entry))


def _answers_no(entry: Entry) -> bool:
    """Also as it was corrected, but for words that were put right: these begin no term to object. Awb 6:8."""
    act = entry.act
    if isinstance(act, DecisionCorrected):
        return isinstance(act.decision, ANSWERED_NO) and not act.is_in_words_alone
    return isinstance(act, ANSWERED_NO)
