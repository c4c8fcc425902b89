"""Whether the day fits on which something was taken back. Awb 4:17(1), 6:21."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from domain import acts, delays, terms
from domain.circumstances import Circumstances, check_receipt
from domain.errors import NotAcceptable
from domain.fact import Fact
from domain.terms.awaited import awaited


def check_day(received_on: date | None, came_on: date, now: Circumstances) -> None:
    """Neither in the future, nor before what it takes back came."""
    check_receipt(received_on, now)
    if received_on is not None and received_on < came_on:
        raise NotAcceptable(
            "receivedOn", "What it takes back came on {day}, so this came on that day or later", day=came_on
        )


def check_request(received_on: date | None, request: int, now: Circumstances) -> None:
    """The same of a request, which may be open again since the answer to it was annulled."""
    since = awaited(now.case, now.on, request).since
    opened = terms.received_on(now.case, request) if since == request else now.case.entries[since - 1].on
    check_day(received_on, opened, now)


def _of_the_case(act: acts.ApplicationWithdrawn | acts.ObjectionWithdrawn, now: Circumstances) -> None:
    """What is decided on again is taken back since that is so."""
    since = delays.awaited_since(now.case)
    check_day(act.received_on, now.case.entries[since - 1].on if since else now.case.received_on, now)


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.ApplicationWithdrawn: _of_the_case,
    acts.ObjectionWithdrawn: _of_the_case,
}
"""What each act's content must be, where a whole case is taken back."""
