"""For whom somebody speaks in a case. Awb 2:1."""

from __future__ import annotations

from domain import acts
from domain.case import Case
from domain.entry import Performed


def cooperative_of(done: Performed, case: Case) -> str:
    """The cooperative that the case is of, also at the act with which it begins."""
    if isinstance(done.act, acts.ApplicationReceived):
        return done.act.application.cooperative
    if isinstance(done.act, acts.ObjectionReceived):
        return done.act.decision.cooperative
    return case.cooperative if case.entries else ""
