"""Whether what is said of an appeal since no decision came in time fits it. Awb 6:12, 8:55d."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import acts
from domain.acceptance import awaited
from domain.circumstances import Circumstances
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.matters import delay
from domain.terms.awaited import awaited_by, decided_on


def _appealed(act: acts.LateDecisionAppealed, now: Circumstances) -> None:
    """One that came too early is taken in and weighed; after the decision nothing is waited for. Awb 6:12."""
    if not now.case.received_on <= act.lodged_on <= now.on:
        raise NotAcceptable(
            "lodgedOn", "An appeal is lodged after what it is about came in, and not in the future"
        )
    awaited.check(act.request, act.lodged_on, now)


def _ruled(act: acts.LateDecisionRuled, now: Circumstances) -> None:
    """A court that upholds it says by when the decision comes, unless it came already. Awb 8:55d."""
    appealed = now.case.act(act.about, acts.LateDecisionAppealed)
    if appealed is None or not delay.is_at_court(now.case, act.about):
        raise NotNow("No such appeal runs")
    if not appealed.lodged_on <= act.decided_on <= now.on:
        raise NotAcceptable("decidedOn", "A court decides after the appeal, and not in the future")
    is_upheld = act.outcome is acts.CourtOutcome.UPHELD
    for field, said in (("decideBy", act.decide_by), ("dailyCents", act.daily_cents)):
        if said is not None and not is_upheld:
            raise NotAcceptable(field, "The court did not uphold the appeal: leave this out")
    if not is_upheld:
        return
    if act.decide_by is None and delay.is_awaited(now.case, act.about):
        raise NotAcceptable(
            "decideBy", "Say by when the court wants the decision, usually within two weeks; Awb 8:55d(1)"
        )
    if act.decide_by is not None and decided_on(now.case, awaited_by(now.case, act.about)) is not None:
        raise NotAcceptable("decideBy", "The decision came already: leave this out")
    if act.decide_by is not None and act.decide_by <= act.decided_on:
        raise NotAcceptable("decideBy", "The court's term ends after its decision")


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.LateDecisionAppealed: _appealed,
    acts.LateDecisionRuled: _ruled,
}
"""What each act's content must be."""
