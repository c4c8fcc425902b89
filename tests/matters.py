"""In which matter an act would be, as the procedure has it."""

from __future__ import annotations

from domain.acts import Act, ViewInvited, ViewLapsed, ViewReceived
from domain.case import Case
from domain.permission import proposed_revocation, requested_renewal
from domain.status import ANSWERS_A_RENEWAL


def in_matter(case: Case, act: Act) -> int | None:
    """A view is on the proposal or the request, if there is one, and who decides on a request answers that."""
    requested = requested_renewal(case)
    asked = requested[0] if requested else None
    if isinstance(act, ANSWERS_A_RENEWAL):
        return asked and asked.version
    if isinstance(act, ViewInvited | ViewReceived | ViewLapsed) and (
        about := proposed_revocation(case) or asked
    ):
        return about.version
    return None
