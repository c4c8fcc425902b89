"""An appeal since no decision came in time: whether one could by then, and what came meanwhile. Awb 6:12, 6:20."""

from __future__ import annotations

from domain.acts import (
    CourtOpen,
    LateDecisionAppealWeighed,
    LateDecisionCame,
    NoticeOfDefaultWeighed,
)
from domain.case import Case
from domain.delays import at_court
from domain.duties import decision_in
from domain.terms.awaited import awaited_by, day_of, decided_on, ending
from domain.terms.penalty import counting, weighed


def is_at_court(case: Case, appeal: int) -> bool:
    """Whether the court did not rule on it yet."""
    return appeal in at_court(entry.act for entry in case.entries)


def weigh(case: Case, appeal: int) -> LateDecisionAppealWeighed:
    """Whether two weeks had passed after a notice of default that counts; the court judges it. Awb 6:12(2)."""
    what, notice = awaited_by(case, appeal), _notice(case, appeal)
    if notice is None or notice.first_day_on is None:
        return LateDecisionAppealWeighed(about=appeal, effect=CourtOpen.NO_NOTICE, request=what.request)
    is_open = notice.first_day_on <= day_of(case, appeal)
    return LateDecisionAppealWeighed(
        about=appeal,
        effect=CourtOpen.OPEN if is_open else CourtOpen.TOO_SOON,
        request=what.request,
        notice_on=day_of(case, notice.about),
        open_from=notice.first_day_on,
    )


def _notice(case: Case, appeal: int) -> NoticeOfDefaultWeighed | None:
    """The notice that counts for the decision that is awaited then, which opened the court two weeks later."""
    what, on = awaited_by(case, appeal), day_of(case, appeal)
    before = (each for each in counting(case) if each < appeal or day_of(case, each) < on)
    found = next((each for each in before if awaited_by(case, each) == what), None)
    return weighed(case, found) if found else None


def to_tell(case: Case, appeal: int) -> LateDecisionAppealWeighed | LateDecisionCame | None:
    """What is to be told of an appeal by now: whether one could go to the court, or that a decision came meanwhile.

    The first may turn out otherwise, when a notice of default counts after all. Awb 6:12, 6:20.
    """
    told = [act for _, act in case.every(LateDecisionAppealWeighed) if act.about == appeal]
    weighed_now = weigh(case, appeal)
    if told[-1:] != [weighed_now]:
        return weighed_now
    decision = came(case, appeal)
    return LateDecisionCame(about=appeal, decision=decision) if decision else None


def is_awaited(case: Case, appeal: int) -> bool:
    """Whether the decision that did not come in time did not come since either."""
    return ending(case, awaited_by(case, appeal)) is None


def came(case: Case, appeal: int) -> int | None:
    """The decision that went out while the court did not rule yet, until that was told. Awb 6:20."""
    if not is_at_court(case, appeal):
        return None
    ended = ending(case, what := awaited_by(case, appeal))
    told = any(act.about == appeal for _, act in case.every(LateDecisionCame))
    is_out = ended and decision_in(ended.act) is not None and decided_on(case, what) is not None
    return ended.version if ended and is_out and not told else None
