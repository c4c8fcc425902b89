"""In which matter an act would be, as the procedure has it."""

from __future__ import annotations

from domain.case import Case
from domain.permission import evaluated_trial, proposed_revocation, requested_renewal


def in_matter(case: Case) -> int | None:
    """That of the proposal, the request or the evaluation on which somebody is to decide; none when there is none."""
    proposed, requested = proposed_revocation(case), requested_renewal(case)
    entry = proposed or (requested and requested[0]) or evaluated_trial(case)
    return entry.version if entry else None
