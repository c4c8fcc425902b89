"""A notice of default in a case: what it does, what is owed by it, and how that was settled. Awb 4:17, 4:18, 4:87."""

from __future__ import annotations

from datetime import date

from domain.acts import (
    NoPenalty,
    NoticeEffect,
    NoticeOfDefaultReceived,
    NoticeOfDefaultWeighed,
    ObjectionClosed,
    PenaltyPaid,
)
from domain.case import Case, Entry
from domain.fact import Fact
from domain.law.penalty import penalty
from domain.matters.unsettled import overturned_by
from domain.terms import penalty as terms


class Default(Fact):
    """A notice of default, and what came of it; amounts in euro cents."""

    version: int
    """Of the act by which it came, which acts about it name."""
    received_on: date
    effect: NoticeEffect
    decision_due_on: date
    """The last day to decide, as it was when the notice came."""
    first_day_on: date | None = None
    """The first day that is paid for; none when no day is."""
    last_day_on: date | None = None
    """The last one: the 42nd at most."""
    owed_cents: int = 0
    """What is owed on the day of asking, that day included; nothing once it is paid."""
    determined_cents: int | None = None
    determined_on: date | None = None
    none_because: NoPenalty | None = None
    paid_on: date | None = None


def weigh(case: Case, notice: int) -> NoticeOfDefaultWeighed:
    """What a notice does: it counts only after the term to decide, and once for each decision. Awb 4:17(3)."""
    due_on, came_on = terms.decision_due_on(case, notice), terms.received_on(case, notice)
    effect, first_day_on = NoticeEffect.COUNTS, None
    since = terms.since_reopened(case, notice)
    if came_on <= due_on:
        effect = NoticeEffect.PREMATURE
    elif any(
        act.effect is effect and since < act.about < notice for _, act in case.every(NoticeOfDefaultWeighed)
    ):
        effect = NoticeEffect.REPEATED
    else:
        first_day_on = terms.first_day(case, notice).due_on
    return NoticeOfDefaultWeighed(
        about=notice, effect=effect, decision_due_on=due_on, first_day_on=first_day_on
    )


def is_running(case: Case, notice: int) -> bool:
    """Whether it counts, and nothing came of it yet that was overturned: then what follows is in other hands."""
    acts = [entry.act for entry in case.entries]
    anew = (overturned_by(acts, closed) for _, closed in case.every(ObjectionClosed))
    return notice in case.open_defaults and not any(act and act.about == notice for act in anew)


def is_settled(case: Case) -> bool:
    """Whether nothing is owed in this case for deciding too late, or will be."""
    return not case.open_defaults


def reopened_by(case: Case, version: int) -> Entry | None:
    """The notice of default on which the amount is determined again after that act, until it is settled."""
    act = case.entries[version - 1].act
    assert isinstance(act, ObjectionClosed)
    overturned = overturned_by([entry.act for entry in case.entries], act)
    if overturned is None or overturned.about not in case.open_defaults:
        return None
    return case.entries[overturned.about - 1]


def is_owed(case: Case, notice: int) -> bool:
    """Whether any day has to be paid for, now that no more are added."""
    return terms.reckoned(case, notice).owed_cents > 0


def owed_cents(
    received_on: date, on: date, *, decided_on: date | None = None, determined_cents: int | None = None
) -> int:
    """What is owed on a day for a default that is not settled: what was determined, or as many days as there were."""
    if determined_cents is not None:
        return determined_cents
    return penalty(received_on, on, stopped_on=decided_on).owed_cents


def shown(case: Case, on: date) -> tuple[Default, ...]:
    """Every notice of default in a case, as it stands on a day."""
    found = (_shown(case, entry.version, on) for entry, _ in case.every(NoticeOfDefaultReceived))
    return tuple(each for each in found if each is not None)


def _shown(case: Case, notice: int, on: date) -> Default | None:
    weighed = terms.weighed(case, notice)
    if weighed is None:
        return None
    came_on = terms.received_on(case, notice)
    default = Default(
        version=notice,
        received_on=came_on,
        effect=weighed.effect,
        decision_due_on=weighed.decision_due_on,
    )
    if weighed.effect is not NoticeEffect.COUNTS:
        return default
    most, determined = terms.reckoned(case, notice), terms.determined(case, notice)
    cents = determined[1].cents if determined else None
    decided_on = terms.decided_on(case, notice)
    is_open = notice in case.open_defaults
    return default.model_copy(
        update={
            "first_day_on": most.first_day_on,
            "last_day_on": most.last_day_on,
            "owed_cents": owed_cents(came_on, on, decided_on=decided_on, determined_cents=cents)
            if is_open
            else 0,
            "determined_cents": cents,
            "determined_on": determined[0].on if determined else None,
            "none_because": determined[1].none_because if determined else None,
            "paid_on": next((act.paid_on for _, act in case.every(PenaltyPaid) if act.about == notice), None),
        }
    )
