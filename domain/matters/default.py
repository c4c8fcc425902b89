"""A notice of default in a case: what it does, what is owed by it, and how that was settled. Awb 4:17, 4:18, 4:87."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from domain.terms.awaited import awaited_by, day_of


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
    """What a notice does: it counts only after the term to decide, and once for each decision. Awb 4:17(3).

    It does nothing about a decision that nobody asked for. Awb 4:17(1).
    """
    due_on, came_on = terms.decision_due_on(case, notice), day_of(case, notice)
    effect, first_day_on = NoticeEffect.COUNTS, None
    what = awaited_by(case, notice)
    if terms.is_of_own_motion(case, notice):
        effect = NoticeEffect.OWN_MOTION
    elif came_on <= due_on:
        effect = NoticeEffect.PREMATURE
    elif any(
        _comes_first(case, each, notice) and awaited_by(case, each) == what for each in terms.counting(case)
    ):
        effect = NoticeEffect.REPEATED
    else:
        first_day_on = terms.first_day(case, notice).due_on
    before = terms.weighed(case, notice)
    return NoticeOfDefaultWeighed(
        about=notice,
        effect=effect,
        decision_due_on=due_on,
        first_day_on=first_day_on,
        was=before and before.effect,
    )


def _comes_first(case: Case, other: int, notice: int) -> bool:
    """Whether what the other one costs is what is owed: it came before, or was determined at no less already.

    By the days on which they came, whichever was registered first. Awb 4:17(3).
    """
    if other == notice:
        return False
    amount = terms.determined(case, other)
    is_no_more = amount is not None and terms.reckoned(case, notice).owed_cents <= amount[1].cents
    return is_no_more or _came_before(case, other, notice)


def _came_before(case: Case, other: int, notice: int) -> bool:
    return (day_of(case, other), other) < (day_of(case, notice), notice)


def _stands(case: Case, notice: int) -> bool:
    """Whether the amount on it was determined, and not since on one for the same decision that had come first."""
    if terms.determined(case, notice) is None:
        return False
    first = (each for each in terms.others(case, notice) if _came_before(case, each, notice))
    return all(terms.determined(case, each) is None for each in first)


def weighed_anew(case: Case) -> NoticeOfDefaultWeighed | None:
    """What a notice does after all, by what became known since: the first that does something else.

    One that seemed to come too early counts when a letter was too late to move the term (Awb 4:14(3), 4:15, 7:10(3)).
    One that seemed to count came too early when the applicant had given more time by then (4:15(2)(a), 4:17(3)), or
    changes nothing when another one had come before it; where its amount was determined, once that is on the other one.
    """
    for entry, _ in case.every(NoticeOfDefaultReceived):
        before = terms.weighed(case, entry.version)
        if before is None or _stands(case, entry.version):
            continue
        anew = weigh(case, entry.version)
        if anew.effect is not before.effect:
            return anew
    return None


def is_running(case: Case, weighed: int) -> bool:
    """Whether by that weighing the notice counts, and nothing came of it yet that was overturned.

    Then what follows is in other hands, as it is when the notice was weighed anew since.
    """
    act = case.act(weighed, NoticeOfDefaultWeighed)
    if act is None or act is not terms.weighed(case, act.about):
        return False
    acts = [entry.act for entry in case.entries]
    anew = (overturned_by(acts, closed) for _, closed in case.every(ObjectionClosed))
    return act.about in case.open_defaults and not any(each and each.about == act.about for each in anew)


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


class Reckoning(Fact):
    """What is known of a default that is not settled, and does not grow with the days; amounts in euro cents."""

    received_on: date
    """The day on which the notice came."""
    decided_on: date | None
    """Since when no more is added."""
    determined_cents: int | None
    otherwise_cents: int = 0
    """What of it is owed or was paid by an amount that was determined before this notice was known."""

    def owed_cents(self, on: date) -> int:
        """What is owed on a day: what was determined, or as many days as there were."""
        owed = self.determined_cents
        if owed is None:
            owed = penalty(self.received_on, on, stopped_on=self.decided_on).owed_cents
        return max(0, owed - self.otherwise_cents)


def owed_by_all(kept: Iterable[Mapping[str, object]], on: date) -> int:
    """What is owed on a day by all of these, as they were kept."""
    return sum(Reckoning.model_validate(each).owed_cents(on) for each in kept)


def reckoning(case: Case, notice: int) -> Reckoning:
    """What is known of that one."""
    determined = terms.determined(case, notice)
    return Reckoning(
        received_on=day_of(case, notice),
        decided_on=terms.stopped_on(case, notice),
        determined_cents=determined[1].cents if determined else None,
        otherwise_cents=terms.determined_otherwise_cents(case, notice),
    )


def shown(case: Case, on: date) -> tuple[Default, ...]:
    """Every notice of default in a case, as it stands on a day."""
    found = (_shown(case, entry.version, on) for entry, _ in case.every(NoticeOfDefaultReceived))
    return tuple(each for each in found if each is not None)


def _shown(case: Case, notice: int, on: date) -> Default | None:
    weighed = terms.weighed(case, notice)
    if weighed is None:
        return None
    came_on = day_of(case, notice)
    default = Default(
        version=notice,
        received_on=came_on,
        effect=weighed.effect,
        decision_due_on=weighed.decision_due_on,
    )
    if weighed.effect is not NoticeEffect.COUNTS:
        return default
    most, determined = terms.reckoned(case, notice), terms.determined(case, notice)
    is_open, known = notice in case.open_defaults, reckoning(case, notice)
    return default.model_copy(
        update={
            "first_day_on": most.first_day_on,
            "last_day_on": most.last_day_on,
            "owed_cents": known.owed_cents(on) if is_open else 0,
            "determined_cents": known.determined_cents,
            "determined_on": determined[0].on if determined else None,
            "none_because": determined[1].none_because if determined else None,
            "paid_on": next((act.paid_on for _, act in case.every(PenaltyPaid) if act.about == notice), None),
        }
    )
