"""In which matter an act would be, as the procedure has it."""

from __future__ import annotations

from domain import adjustment
from domain.acts import (
    Act,
    AdjustmentDropped,
    AdjustmentRefused,
    ConditionsAdjusted,
    PermissionRevoked,
    PermissionSuspended,
    RenewalAdvised,
    RequestSetAside,
    RevocationDropped,
    StandstillDropped,
    SupplementReminded,
    TrialLeftToEnd,
    ViewInvited,
    ViewLapsed,
    ViewReceived,
)
from domain.case import Case
from domain.permission import ANSWERS_A_RENEWAL
from domain.proposal import proposed_revocation, proposed_standstill
from domain.renewal import open_renewals
from domain.status import ABOUT_WHAT_IS_MISSING
from domain.trial import evaluated_trial


def in_matter(case: Case, act: Act) -> int | None:
    """A view is on the proposal, the request or the evaluation; who decides on one of these answers that."""
    requested, evaluated = next(iter(open_renewals(case)), None), evaluated_trial(case)
    asked = requested or evaluated
    if isinstance(act, (*ANSWERS_A_RENEWAL, RenewalAdvised, TrialLeftToEnd)):
        return asked and asked.version
    if isinstance(act, ConditionsAdjusted | AdjustmentRefused | AdjustmentDropped):
        return act.about
    if isinstance(act, PermissionRevoked | RevocationDropped):
        return (proposal := proposed_revocation(case)) and proposal.version
    if isinstance(act, PermissionSuspended | StandstillDropped):
        return (proposal := proposed_standstill(case)) and proposal.version
    if isinstance(act, ViewInvited | ViewReceived | ViewLapsed) and (
        about := proposed_revocation(case)
        or proposed_standstill(case)
        or asked
        or next(iter(adjustment.open_ones(case)), None)
    ):
        return about.version
    if isinstance(act, RequestSetAside):
        return act.about
    if isinstance(act, (*ABOUT_WHAT_IS_MISSING, SupplementReminded)):
        request = None if case.overturned else requested or next(iter(adjustment.open_requests(case)), None)
        return request and request.version
    return None
