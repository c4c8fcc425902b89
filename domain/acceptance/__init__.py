"""Whether an act's content fits its case and the policy that the case started with.

The modules follow those of domain/acts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from domain import acts
from domain.acceptance import (
    adjustment,
    application,
    consent,
    correction,
    matters,
    objection,
    participation,
    permission,
)
from domain.case import Case, Performed
from domain.circumstances import Circumstances
from domain.errors import NotAcceptable
from domain.fact import Fact

LONGEST_ACT = 60_000
"""Bytes of JSON, with who did it and his mandates."""
ROOM = 1_000_000
"""Bytes of JSON after which a case takes in only what its procedure waits for: half of what can travel whole."""


def check_room(done: Performed, case: Case, *, is_awaited: bool, is_short_of_breath: bool = False) -> None:
    """Refuse what would make a case too large to carry on.

    `is_short_of_breath`: this run of the case can take in only so many acts more, which are for what it waits for.

    Raises:
        NotAcceptable: the act is too long, or nobody waits for it and the case is full.
    """
    if done.weight > LONGEST_ACT:
        raise NotAcceptable("", "This is too long; at most {bytes} bytes", bytes=LONGEST_ACT)
    if not is_awaited and (is_short_of_breath or case.weight > ROOM):
        raise NotAcceptable("", "This case is full: it only takes in what is asked for")


def check(done: Performed, case: Case, on: date) -> None:
    """Refuse content that does not fit.

    Raises:
        NotAcceptable: naming the field as a path in the act, and the reason.
        NotNow: it would fit later.
    """
    fits = FITS.get(type(done.act))
    if fits is not None:
        fits(done.act, Circumstances(case, done.actor, on))


def _correction(act: acts.DecisionCorrected, now: Circumstances) -> None:
    """What it must read fits as the decision itself had to, when it was taken."""
    correction.corrected(act, now)
    try:
        FITS[type(act.decision)](act.decision, now.of(act.version))
    except NotAcceptable as refusal:
        raise NotAcceptable(f"decision/{refusal.field}", refusal.template, **refusal.facts) from None


def _hold(act: acts.TaskHeld, now: Circumstances) -> None:
    if act.until <= now.on:
        raise NotAcceptable("until", "The day on which the task comes back must lie ahead")


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    **application.FITS,
    **participation.FITS,
    **permission.FITS,
    **adjustment.FITS,
    **objection.FITS,
    **matters.FITS,
    acts.DecisionCorrected: _correction,
    acts.DecisionReversed: correction.reversed_,
    acts.ConsentChanged: consent.check,
    acts.TaskHeld: _hold,
}
"""What each act's content must be; of the acts that are not here, the form says all."""
