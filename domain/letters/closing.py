"""Whether a case closes with what its letter tells, or what is still to follow in it. Awb 4:17, 4:87, 6:12, 7:10."""

from __future__ import annotations

from collections.abc import Iterator

from domain.case import Case
from domain.delays import at_court
from domain.fact import Text
from domain.letters.kind import both
from domain.terms import penalty


def what_follows(case: Case) -> tuple[Text, ...]:
    """What keeps it open, as the resident reads it; nothing when it closes."""
    return tuple(_open(case))


def _open(case: Case) -> Iterator[Text]:
    if case.open_objections:
        yield both("het bezwaar: daarop beslissen wij nog", "the objection: we still decide on it")
    if at_court(entry.act for entry in case.entries):
        yield both(
            "het beroep omdat wij te laat waren: daarop beslist de rechter nog",
            "the appeal since we were late: the court still decides on it",
        )
    owed = [notice for notice in case.open_defaults if _may_be_owed(case, notice)]
    if any(penalty.determined(case, notice) is None for notice in owed):
        yield both(
            "de ingebrekestelling: u hoort nog of wij een dwangsom moeten betalen",
            "the notice of default: you will hear whether we must make a penalty payment",
        )
    if any(penalty.determined(case, notice) for notice in owed):
        yield both("de dwangsom: die betalen wij u nog", "the penalty payment: we still pay it to you")


def _may_be_owed(case: Case, notice: int) -> bool:
    """Whether that default lasts, or lasted longer than the two weeks for which nothing is owed. Awb 4:17(3)."""
    return penalty.stopped_on(case, notice) is None or penalty.reckoned(case, notice).days > 0
