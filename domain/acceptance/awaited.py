"""Whether somebody waited for what a notice of default or an appeal is about. Awb 4:17, 6:12."""

from __future__ import annotations

from datetime import date

from domain import completeness
from domain.circumstances import Circumstances
from domain.errors import NotAcceptable, NotNow
from domain.terms.awaited import asked_for, awaited, decided_on, waited_for


def check(request: int | None, on: date, now: Circumstances) -> None:
    """It names the request where there were more on that day; after the decision nothing is waited for.

    Raises:
        NotAcceptable: it does not say which one, or names another.
        NotNow: there was a decision by that day.
    """
    asked = asked_for(now.case, on)
    is_needed = len(waited_for(now.case, on)) > 1
    if request not in asked and (request or is_needed):
        raise NotAcceptable(
            "request",
            "The requests on which a decision is awaited have these numbers: {numbers}",
            numbers=", ".join(map(str, asked)) or "-",
        )
    day = decided_on(now.case, awaited(now.case, on, request))
    if day is not None and day <= on:
        raise NotNow("There was a decision on {day}, so nothing is waited for", day=day)


def check_supplied(request: int | None, now: Circumstances) -> None:
    """What could be for another request than the one that awaits it, names the one that it is for. Awb 4:5(1)."""
    known = completeness.asked_for_more(now.case)
    is_unclear = now.about is not None and not now.is_for_a_task and len(completeness.lacking(now.case)) > 1
    if request not in known and (request is not None or is_unclear):
        raise NotAcceptable(
            "request",
            "The requests on which a decision is awaited have these numbers: {numbers}",
            numbers=", ".join(map(str, known)) or "-",
        )
