"""A case in which nobody decided in time, and what came of it."""

from __future__ import annotations

from datetime import date, timedelta

from domain import acts
from domain.acts import Act, NoPenalty
from domain.case import Case
from domain.matters import default
from domain.people import Actor
from tests.examples import WHY, a_case, a_grant, an_act, caseworker1, clock, coop_a, decider1
from tests.superseding import a_sending

APPLIED, DUE = date(2026, 3, 2), date(2026, 4, 28)
"""Eight weeks later is King's Day, so a day more."""
DAY_AFTER = DUE + timedelta(days=1)
NOTICE = acts.NoticeOfDefaultReceived()


def a_late_case(*happened: tuple[date, Actor, Act], notice_on: date = DAY_AFTER) -> Case:
    """An application of 2 March, a notice of default (the third act), what it does, and what happened since.

    A decision goes out on its own day.
    """
    case = a_case((APPLIED, coop_a, acts.NoteAdded(text="x")), (notice_on, coop_a, NOTICE))
    case = case.after(an_act(case, notice_on, clock, default.weigh(case, 3)))
    for on, actor, act in happened:
        case = case.after(an_act(case, on, actor, act))
        if isinstance(act, acts.PermissionGranted | acts.PermissionRefused):
            case = case.after(an_act(case, on, clock, a_sending(case.version, on)))
    return case


def determined(cents: int = 2300, none_because: NoPenalty | None = None) -> acts.PenaltyDetermined:
    """The amount is determined."""
    return acts.PenaltyDetermined(about=3, cents=cents, none_because=none_because, reasoning=WHY)


GRANTED = (date(2026, 5, 16), decider1, a_grant(date(2026, 6, 1), date(2026, 8, 31)))
"""On the third paid day, so that two days are owed: 14 and 15 May."""
ON = date(2026, 5, 20)
DETERMINED, PAID = (ON, decider1, determined(4600)), (ON, caseworker1, acts.PenaltyPaid(about=3, paid_on=ON))
NOTHING = (ON, decider1, determined(0, NoPenalty.NO_INTEREST))
