"""What an act's content is held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from domain.case import Case
from domain.errors import NotAcceptable
from domain.people import Actor, Role
from domain.policy import Policy

REGISTRARS = frozenset({Role.CASEWORKER, Role.OBJECTIONS_OFFICER})
"""Who registers at the desk what came on paper."""


@dataclass(frozen=True)
class Circumstances:
    """What an act's content is held against."""

    case: Case
    actor: Actor
    on: date

    @property
    def policy(self) -> Policy:
        """The policy that the case started with."""
        return self.case.policy


def check_receipt(received_on: date | None, now: Circumstances) -> None:
    """Only staff may say that it came on another day, and never later than today."""
    if received_on is None:
        return
    if received_on > now.on:
        raise NotAcceptable("receivedOn", "The date of receipt lies in the future")
    if received_on != now.on and not now.actor.roles & REGISTRARS:
        raise NotAcceptable("receivedOn", "Only the municipality registers an earlier date of receipt")
    if received_on < now.on - timedelta(days=366):
        raise NotAcceptable("receivedOn", "The date of receipt lies more than a year back")
