"""What the state machines say of a late decision: by what stands in the case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from domain.acts import (
    Act,
    CourtAsked,
    CourtOutcome,
    LateDecisionRuled,
    NoPenalty,
    PenaltyDetermined,
    PenaltyPaid,
    PostingLookedInto,
)
from domain.case import Case
from domain.delays import at_court
from domain.matters import delay
from domain.terms import penalty
from tests.examples import WHY

ASKED_AFTER: tuple[Callable[[int], Act], ...] = (
    lambda about: CourtAsked(about=about, answer=WHY),
    lambda about: PostingLookedInto(about=about, finding=WHY),
)
"""What somebody sees to that does not come from elsewhere, by the appeal or the decision of which it is."""


def what_is_owed(case: Case, on: date) -> PenaltyDetermined | None:
    """As many days as there were, by the oldest notice of default of which the amount is not determined."""
    about = next((each for each in case.open_defaults if penalty.determined(case, each) is None), None)
    if about is None:
        return None
    cents = penalty.reckoned(case, about, on).owed_cents
    none_because = None if cents else NoPenalty.NO_INTEREST
    return PenaltyDetermined(about=about, cents=cents, none_because=none_because, reasoning=WHY)


def a_payment(case: Case, on: date) -> PenaltyPaid | None:
    """What was determined is paid today, where it was."""
    found = sorted(case.open_defaults, key=lambda each: penalty.determined(case, each) is None)
    about = next(iter(found), None)
    return None if about is None else PenaltyPaid(about=about, paid_on=on)


def a_ruling_on_a_delay(case: Case, on: date) -> LateDecisionRuled | None:
    """On the oldest appeal: upheld on even days, with two weeks to decide where nobody did."""
    appealed = at_court(entry.act for entry in case.entries)
    if not appealed:
        return None
    is_upheld = on.day % 2 == 0
    is_to_be_decided = is_upheld and delay.is_awaited(case, appealed[0])
    return LateDecisionRuled(
        about=appealed[0],
        outcome=CourtOutcome.UPHELD if is_upheld else CourtOutcome.UNFOUNDED,
        decided_on=on,
        decide_by=on + timedelta(days=14) if is_to_be_decided else None,
        summary=WHY,
    )
