"""What is asked while somebody takes part: to renew the permission, or to adjust it. Awb 1:3(3), 4:1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import adjustment, permission
from domain.acts import AdjustmentRequested, RenewalRequested

if TYPE_CHECKING:
    from domain.case import Case, Entry

REQUESTS = (RenewalRequested, AdjustmentRequested)


def is_open(case: Case, request: int) -> bool:
    """Whether nobody decided yet on what was asked by that act, also where it is none of ours to decide now."""
    if case.act(request, RenewalRequested):
        return permission.is_asked(case, request)
    return case.act(request, AdjustmentRequested) is not None and adjustment.is_open(case, request)


def open_ones(case: Case) -> tuple[Entry, ...]:
    """The requests on which nobody decided yet, those to renew first; they outlive the last day. Awb 4:13."""
    return (*permission.open_renewals(case), *adjustment.open_requests(case))
