"""What is asked during a participation and lapses with the permission that it is about. Awb 4:13."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import requests
from domain.acts import (
    AdjustmentLapsed,
    EndedBy,
    ParticipationEnded,
    ParticipationStopped,
    RenewalLapsed,
    RenewalRequested,
)
from domain.ending import ENDS_BEFORE_ITS_LAST_DAY, told_ending
from domain.fact import Fact

if TYPE_CHECKING:
    from domain.case import Case, Entry

ENDS = (*ENDS_BEFORE_ITS_LAST_DAY, ParticipationEnded)
"""What may leave nothing to decide on; who stops on a day ahead asks no more for longer."""


def ended_with(case: Case, entry: Entry) -> tuple[int, ...]:
    """The requests on which nothing is decided any more since that act, oldest first."""
    if not isinstance(entry.act, ENDS):
        return ()
    before, after = case.up_to(entry.version - 1), case.up_to(entry.version)
    return tuple(
        each.version
        for each in before.entries
        if isinstance(each.act, requests.REQUESTS)
        and requests.is_open(before, each.version)
        and not requests.is_open(after, each.version)
    )


def may_come_back(case: Case, request: int) -> bool:
    """Whether it lapsed since somebody stops on a day ahead, who may yet take that back. Pw 44a."""
    told = (entry for entry, _ in case.every(ParticipationEnded) if entry.version > request)
    return told_ending(case) is not None and any(request in ended_with(case, entry) for entry in told)


def lapse_of(case: Case, request: int) -> RenewalLapsed | AdjustmentLapsed | None:
    """What tells that nothing is decided on that request any more; none while something is, or once it was told."""
    is_renewal = case.act(request, RenewalRequested) is not None
    told = (e.version for e in case.entries[request:] if _tells(e.act, request, is_renewal))
    for entry in case.entries[max(told, default=request) :]:
        if request in ended_with(case, entry):
            ended_by = _ended_by(entry.act)
            return (
                RenewalLapsed(ended_by=ended_by)
                if is_renewal
                else AdjustmentLapsed(about=request, ended_by=ended_by)
            )
    return None


def _ended_by(act: Fact) -> EndedBy:
    stops = isinstance(act, ParticipationEnded | ParticipationStopped)
    return EndedBy.PARTICIPATION_ENDED if stops else EndedBy(type(act).model_fields["kind"].default)


def _tells(act: Fact, request: int, is_renewal: bool) -> bool:
    """One letter tells of all requests to renew that lapse with a permission."""
    if is_renewal:
        return isinstance(act, RenewalLapsed)
    return isinstance(act, AdjustmentLapsed) and act.about == request
