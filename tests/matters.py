"""In which matter an act would be, as the procedure has it."""

from __future__ import annotations

from domain.case import Case
from domain.permission import proposed_revocation, requested_renewal


def in_matter(case: Case) -> int | None:
    """That of the proposal or the request on which somebody is to decide; none when there is neither."""
    proposed, requested = proposed_revocation(case), requested_renewal(case)
    entry = proposed or (requested and requested[0])
    return entry.version if entry else None
