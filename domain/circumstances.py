"""What an act's content is held against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain import acts, terms
from domain.case import Case
from domain.errors import NotAcceptable
from domain.people import Actor, Role
from domain.policy import Entry, Policy

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

    def of(self, version: int) -> Circumstances:
        """What there was when that act was done."""
        before = self.case.model_copy(update={"entries": self.case.entries[: version - 1]})
        return Circumstances(before, self.actor, self.case.entries[version - 1].on)


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


def check_listed(codes: Iterable[str], entries: tuple[Entry, ...], field: str) -> None:
    """Only what stands in the municipality's list."""
    known = [entry.code for entry in entries]
    for place, code in enumerate(codes):
        if code not in known:
            raise NotAcceptable(
                f"{field}/{place}",
                "{code} is not in the policy's list: {known}",
                code=code,
                known=", ".join(known),
            )


def check_hours(hours: int, policy: Policy, field: str) -> None:
    """No more hours than the policy allows."""
    if hours > policy.max_hours_a_week:
        raise NotAcceptable(
            field, "The policy allows at most {hours} hours a week", hours=policy.max_hours_a_week
        )


def check_view(
    waived: acts.ViewWaiver | None, now: Circumstances, since: int, *, is_applied_for: bool = True
) -> None:
    """Who gets a decision that he does not like could give his view after that act, or a ground says why not.

    Awb 4:7, 4:8.
    """
    if is_applied_for and waived is acts.ViewWaiver.DATA_NOT_GIVEN:
        raise NotAcceptable("viewWaived", "This ground is for decisions that nobody applied for; Awb 4:8(2)")
    heard = now.case.last(acts.ViewReceived, acts.ViewLapsed, after=since)
    invited = now.case.last(acts.ViewInvited, after=since)
    had_his_time = invited is not None and terms.view(now.case).due_on < now.on
    if waived is None and heard is None and not had_his_time:
        raise NotAcceptable(
            "viewWaived", "Invite the applicant's view first, or name the ground for not asking it"
        )
