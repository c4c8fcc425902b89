"""Whether an act's content fits its case and the policy that the case started with.

The modules follow those of domain/acts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final, get_args

from domain import acts
from domain.acceptance import (
    adjustment,
    appeal,
    application,
    consent,
    correction,
    delay,
    matters,
    objection,
    participation,
    period,
    permission,
    renewal,
    taken_back,
    term,
)
from domain.case import Case, Performed, Status
from domain.circumstances import Circumstances
from domain.errors import CaseClosed, NotAcceptable, NotNow
from domain.fact import Fact
from domain.interests import interested, standing
from domain.people import Actor

LONGEST_ACT = 60_000
"""Bytes of JSON, with who did it and his mandates."""
ROOM = 1_000_000
"""Bytes of JSON after which a case takes in only what its procedure waits for: half of what can travel whole."""
ROOM_FOR_NOTES = ROOM * 3 // 4
"""The rest is for what the law lets anybody hand in at any moment, such as a notice of default."""


ABOUT_A_PERMISSION: Final = get_args(acts.OfThePermission | acts.OfAnAdjustment | acts.OfAnEnding)
"""What is done to a permission, or asked or told about it."""


def check_room(done: Performed, case: Case, *, is_awaited: bool, is_short_of_breath: bool = False) -> None:
    """Refuse what would make a case too large to carry on.

    `is_short_of_breath`: this run of the case can take in only so many acts more, which are for what it waits for.

    Raises:
        NotAcceptable: the act is too long, or nobody waits for it and the case is full.
    """
    if done.weight > LONGEST_ACT:
        raise NotAcceptable("", "This is too long; at most {bytes} bytes", bytes=LONGEST_ACT)
    room = ROOM_FOR_NOTES if isinstance(done.act, acts.NoteAdded) else ROOM
    if not is_awaited and (is_short_of_breath or case.weight > room):
        raise NotAcceptable("", "This case is full: it only takes in what is asked for")


def closed() -> CaseClosed:
    """That a case that has ended takes something in no more."""
    return CaseClosed("This case is closed")


def not_awaited(act: Fact, case: Case) -> NotNow:
    """Why a case does not take this in now. Of a permission that is over only what was asked before is decided on."""
    permission = case.permission
    if permission and case.status is Status.EXPIRED and isinstance(act, ABOUT_A_PERMISSION):
        return NotNow(
            "The permission ended on {day}: only what was asked for before that is still decided on",
            day=permission.valid_until,
        )
    return NotNow("The case does not await this now")


def check(done: Performed, case: Case, on: date, about: int | None = None) -> None:
    """Refuse content that does not fit. `about` is the act that set going the matter in which it is done.

    Raises:
        NotAcceptable: naming the field as a path in the act, and the reason.
        NotNow: it would fit later.
    """
    fits = FITS.get(type(done.act))
    if fits is not None:
        fits(done.act, Circumstances(case, done.actor, on, about, is_for_a_task=done.task is not None))


def not_yet(kind: type[Fact], case: Case, actor: Actor, on: date) -> NotNow | None:
    """Why such an act has to wait, where that is known before anything of it is filled in."""
    waits = participation.NOT_YET.get(kind)
    return waits and waits(Circumstances(case, actor, on))


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


def _assignment(act: acts.TaskAssigned, now: Circumstances) -> None:
    """Work goes to nobody who has a personal interest in it. Awb 2:4(2)."""
    if act.assignee in interested(now.case):
        raise NotAcceptable(
            "assignee",
            "{name} has a personal interest in this case: assign it to another",
            name=act.called,
        )


def _interest(act: acts.InterestDeclared, now: Circumstances) -> None:
    if act.declaration is not None:
        raise NotAcceptable("declaration", "Leave this out: it says of which declaration another case tells")
    if act.person in interested(now.case):
        raise NotNow("That is declared already")


def _no_interest(act: acts.InterestWithdrawn, now: Circumstances) -> None:
    if act.declaration not in (stand := standing(now.case)):
        raise NotAcceptable(
            "declaration",
            "The personal interests that are declared here have these numbers: {numbers}",
            numbers=", ".join(stand) or "-",
        )


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    **application.FITS,
    **participation.FITS,
    **permission.FITS,
    **renewal.FITS,
    **adjustment.FITS,
    **objection.FITS,
    **appeal.FITS,
    **matters.FITS,
    **delay.FITS,
    **period.FITS,
    **taken_back.FITS,
    **term.FITS,
    acts.DecisionCorrected: _correction,
    acts.DecisionReversed: correction.reversed_,
    acts.ConsentChanged: consent.check,
    acts.TaskHeld: _hold,
    acts.TaskAssigned: _assignment,
    acts.InterestDeclared: _interest,
    acts.InterestWithdrawn: _no_interest,
}
"""What each act's content must be; of the acts that are not here, the form says all."""
