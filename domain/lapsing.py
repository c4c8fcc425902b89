"""What is asked during a participation and lapses with the permission that it is about. Awb 4:13."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import adjustment, permission
from domain.acts import (
    AdjustmentLapsed,
    EndedBy,
    ParticipationEnded,
    ParticipationStopped,
    RenewalLapsed,
    RenewalRequested,
)
from domain.fact import Fact

if TYPE_CHECKING:
    from domain.case import Case

ENDS = (*permission.ENDS_A_PERMISSION, ParticipationEnded)
"""What may leave nothing to decide on; who stops on a day ahead asks no more for longer."""


def lapse_of(case: Case, request: int) -> RenewalLapsed | AdjustmentLapsed | None:
    """What tells that nothing is decided on that request any more; none while something is, or once it was told."""
    is_renewal = case.act(request, RenewalRequested) is not None
    is_open = permission.is_asked if is_renewal else adjustment.is_open
    told = (e.version for e in case.entries[request:] if _tells(e.act, request, is_renewal))
    for entry in case.entries[max(told, default=request) :]:
        was_open = isinstance(entry.act, ENDS) and is_open(case.up_to(entry.version - 1), request)
        if was_open and not is_open(case.up_to(entry.version), request):
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
    """Of requests to renew there is one at a time."""
    if is_renewal:
        return isinstance(act, RenewalLapsed)
    return isinstance(act, AdjustmentLapsed) and act.about == request
