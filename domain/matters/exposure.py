"""What deciding too late runs up to: what is owed, what each day adds, and how far it can go. Awb 4:17."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from domain.fact import LAST_DAY, Fact
from domain.law.penalty import penalty
from domain.matters.default import Reckoning


class Owing(StrEnum):
    """Where a default stands that is not settled, the most pressing first."""

    RUNNING = "running"
    """Each day costs money."""
    WAITING = "waiting"
    """The two weeks to decide after all are not over."""
    SETTLING = "settling"
    """No more is added: the amount is to be determined or paid."""


class Exposure(Fact):
    """What defaults come to, in euro cents."""

    owing: Owing
    owed_cents: int
    """As of today."""
    day_cents: int
    """What today added."""
    most_cents: int
    """What it comes to when nobody decides."""


def exposure(kept: Iterable[Mapping[str, object]], on: date) -> Exposure:
    """What the defaults of one case come to on a day, as they were kept; it stands where the most pressing does."""
    found = [_of_one(Reckoning.model_validate(each), on) for each in kept]
    return Exposure(
        owing=min((each.owing for each in found), key=list(Owing).index, default=Owing.SETTLING),
        owed_cents=sum(each.owed_cents for each in found),
        day_cents=sum(each.day_cents for each in found),
        most_cents=sum(each.most_cents for each in found),
    )


def _of_one(known: Reckoning, on: date) -> Exposure:
    most = known.owed_cents(LAST_DAY)
    so_far = penalty(known.received_on, on, stopped_on=known.decided_on)
    first, last = so_far.first_day_on, so_far.last_day_on
    owing, day_cents = Owing.SETTLING, 0
    if known.determined_cents is None and first and last and on <= last:
        owing = Owing.WAITING if on < first else Owing.RUNNING
        day_cents = so_far.stretches[-1].cents_a_day if owing is Owing.RUNNING else 0
    return Exposure(owing=owing, owed_cents=known.owed_cents(on), day_cents=day_cents, most_cents=most)
