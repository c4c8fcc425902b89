"""Somebody is absent for some days, and a colleague stands in for him: he does the tasks that the other one holds.

A substitute gets those tasks and nothing else: role, separation of duties and mandate are asked of himself, and who
stands in for him stands in for nobody else by that. An absence is looked up on the day of the act and stands with it
as evidence, as a mandate does. Why somebody is absent is asked nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from domain.errors import NotAcceptable, NotNow, NotPermitted
from domain.fact import Day, Fact, Line, Moment
from domain.people import Actor, Role

AWAY_TOO = "{name} is absent too from {first} up to {last}, and cannot stand in"


class Away(Fact):
    """Who is absent, from when until when, and who stands in."""

    absent: Line
    """The person's id at the identity provider."""
    absent_name: Line
    substitute: Line
    """That of the one who stands in."""
    substitute_name: Line
    first_on: Day
    last_on: Day
    """The last day."""


class Ending(Fact):
    """An absence was made shorter, or withdrawn."""

    last_on: Day | None
    """The last day from then on; none when it counts no more from that moment."""
    before: Day
    """The last day until then."""
    by: Line
    by_name: Line
    at: Moment


class Absence(Away):
    """An absence in the register, with who recorded it and who ended it sooner: nothing in it is ever taken out."""

    id: str
    recorded_by: Line
    recorded_by_name: Line
    recorded_at: Moment
    endings: tuple[Ending, ...] = ()

    @property
    def is_withdrawn(self) -> bool:
        """Whether it counts no more, whatever its days are."""
        return any(each.last_on is None for each in self.endings)

    def lets(self, substitute: str, absent: str, on: date) -> bool:
        """Whether the one does the other's tasks on that day."""
        return (self.substitute, self.absent) == (substitute, absent) and self.counts_on(on)

    def counts_on(self, day: date) -> bool:
        """Whether the one is absent, and the other stands in, on that day."""
        return not self.is_withdrawn and self.first_on <= day <= self.last_on

    def meets(self, other: Away) -> bool:
        """Whether it has a day in common with another."""
        return not self.is_withdrawn and self.first_on <= other.last_on and other.first_on <= self.last_on

    def as_recorded(self) -> Away:
        """What was asked for at first."""
        last_on = self.endings[0].before if self.endings else self.last_on
        said = {name: getattr(self, name) for name in Away.model_fields}
        return Away.model_validate(said | {"last_on": last_on})


def check(away: Away, actor: Actor, on: date, others: Iterable[Absence]) -> None:
    """Refuse an absence that is not this person's to record, or does not fit with those of others.

    Raises:
        NotPermitted: it is somebody else's, and he is no coordinator.
        NotAcceptable: its days, or its substitute.
        NotNow: one of the two is absent, or stands in for another, on one of these days.
    """
    _check_teller(actor, away)
    if away.substitute == away.absent:
        raise NotAcceptable("substitute", "Nobody stands in for himself")
    if away.last_on < away.first_on:
        raise NotAcceptable("last_on", "An absence ends on the day on which it begins, or later")
    if away.first_on < on:
        raise NotAcceptable("first_on", "An absence begins today at the earliest")
    for other in others:
        if other.meets(away):
            _check_beside(away, other)


def _check_beside(away: Away, other: Absence) -> None:
    """One absence of a person at a time, and nobody who is absent stands in for another."""
    first, last = other.first_on, other.last_on
    if other.absent == away.absent:
        raise NotNow(
            "{name} is absent already from {first} up to {last}",
            name=other.absent_name,
            first=first,
            last=last,
        )
    if other.absent == away.substitute:
        raise NotNow(
            AWAY_TOO,
            name=other.absent_name,
            first=first,
            last=last,
        )
    if other.substitute == away.absent:
        raise NotNow(
            "{name} stands in for {other} from {first} up to {last}; let somebody else do that first",
            name=other.substitute_name,
            other=other.absent_name,
            first=first,
            last=last,
        )


def ended(absence: Absence, last_on: date, actor: Actor, on: date, at: Moment) -> Absence:
    """The absence with an earlier last day, today at the earliest. The same again changes nothing.

    Raises:
        NotPermitted: it is somebody else's, and he is no coordinator.
        NotNow: it is over.
        NotAcceptable: that day is not within it, or has passed.
    """
    _check_teller(actor, absence)
    if absence.endings and absence.last_on == last_on and not absence.is_withdrawn:
        return absence
    _check_not_over(absence, on)
    first = max(on, absence.first_on)
    if not first <= last_on < absence.last_on:
        raise NotAcceptable(
            "last_on",
            "An absence can end sooner, from {first} on; {last} is its last day now",
            first=first,
            last=absence.last_on,
        )
    ending = _ending(absence, last_on, actor, at)
    return absence.model_copy(update={"last_on": last_on, "endings": (*absence.endings, ending)})


def withdrawn(absence: Absence, actor: Actor, on: date, at: Moment) -> Absence:
    """The absence as it counts no more from this moment on. Doing it again changes nothing.

    Raises:
        NotPermitted: it is somebody else's, and he is no coordinator.
        NotNow: it is over.
    """
    _check_teller(actor, absence)
    if absence.is_withdrawn:
        return absence
    _check_not_over(absence, on)
    ending = _ending(absence, None, actor, at)
    return absence.model_copy(update={"endings": (*absence.endings, ending)})


def _ending(absence: Absence, last_on: date | None, actor: Actor, at: Moment) -> Ending:
    return Ending(last_on=last_on, before=absence.last_on, by=actor.id, by_name=actor.name, at=at)


def _check_not_over(absence: Absence, on: date) -> None:
    if absence.is_withdrawn or absence.last_on < on:
        raise NotNow("This absence is over")


def _check_teller(actor: Actor, away: Away) -> None:
    """Everybody tells of his own absence, and a coordinator of anybody's."""
    if Role.COORDINATOR not in actor.roles and actor.id != away.absent:
        raise NotPermitted("A coordinator tells of the absence of somebody else")
