"""Every act that calls for a letter. The modules follow those of domain/acts."""

from __future__ import annotations

from domain.letters import (
    adjustment,
    application,
    correction,
    decision,
    default,
    objection,
    participation,
    period,
    permission,
    request,
    term,
)
from domain.letters.kind import Kinds

LETTERS: Kinds = {
    **application.LETTERS,
    **term.LETTERS,
    **period.LETTERS,
    **decision.LETTERS,
    **participation.LETTERS,
    **request.LETTERS,
    **permission.LETTERS,
    **adjustment.LETTERS,
    **correction.LETTERS,
    **objection.LETTERS,
    **default.LETTERS,
}
"""The order is that of the procedure."""
