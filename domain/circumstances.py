"""What an act's content is held against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain import acts
from domain.calendar import last_day
from domain.case import Case
from domain.duties import ON_THE_APPLICATION
from domain.errors import NotAcceptable
from domain.extent import Extent, hours_a_year
from domain.fact import Fact, Text
from domain.heard import counts_since, had_his_say, is_applied_for
from domain.people import REGISTRARS, Actor
from domain.permission import Permission
from domain.policy import Entry, Policy

A_YEAR = timedelta(days=366)
"""So long after it came something is registered at the latest."""


@dataclass(frozen=True)
class Circumstances:
    """What an act's content is held against."""

    case: Case
    actor: Actor
    on: date
    about: int | None = None
    """The act that set going the matter in which it is done; none in the procedure itself."""
    is_for_a_task: bool = False
    """Whether it was said which task it is for."""

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
    if received_on < now.on - A_YEAR:
        raise NotAcceptable("receivedOn", "The date of receipt lies more than a year back")


def check_listed(codes: Iterable[str], entries: tuple[Entry, ...], field: str) -> None:
    """Only what stands in the municipality's list."""
    known = {entry.code for entry in entries}
    for place, code in enumerate(codes):
        if code not in known:
            raise NotAcceptable(
                f"{field}/{place}",
                "{code} is not in the policy's list: {known}",
                code=code,
                known=listed(entries),
            )


def listed(entries: Iterable[Entry]) -> Text:
    """What a list of the municipality holds, by its titles with the codes for programs."""
    told = [(entry.code, entry.title) for entry in entries]
    return Text(
        nl="; ".join(f"{title.nl} ({code})" for code, title in told),
        en="; ".join(f"{title.en} ({code})" for code, title in told),
    )


def check_hours(hours: int, policy: Policy, field: str) -> None:
    """No more hours than the policy allows."""
    if hours > policy.max_hours_a_week:
        raise NotAcceptable(
            field, "The policy allows at most {hours} hours a week", hours=policy.max_hours_a_week
        )


def check_extent(new: Extent, policy: Policy, yearly: str = "hoursAWeek") -> None:
    """No more hours than the policy allows, a week or a year, and no fewer than it asks for.

    `yearly` is the field by which somebody can keep to the limit of a year.
    """
    check_hours(new.hours_a_week, policy, "hoursAWeek")
    least, most = policy.min_hours_a_week, policy.max_hours_a_year
    if least is not None and new.hours_a_week < least:
        raise NotAcceptable("hoursAWeek", "The policy asks for at least {hours} hours a week", hours=least)
    if most is not None and hours_a_year(new) > most:
        raise NotAcceptable(yearly, "The policy allows at most {hours} hours a year", hours=most)


def check_new_hours(
    act: acts.ConditionsChanged | acts.ConditionsAdjusted, permission: Permission, now: Circumstances
) -> None:
    """Other hours keep to the policy, or it is said why not; those that were allowed before need no word. Awb 4:84."""
    if act.deviation is None and act.hours_a_week != permission.hours_a_week:
        check_extent(permission.model_copy(update={"hours_a_week": act.hours_a_week}), now.policy)


def check_trial(first: date, last: date, policy: Policy) -> None:
    """No longer a trial than the policy allows."""
    if last > last_day(first, policy.trial_months):
        raise NotAcceptable("validUntil", "A trial takes at most {months} months", months=policy.trial_months)


def check_view(
    decision: Fact, now: Circumstances, matter: int | None = None, *, since: int | None = None
) -> None:
    """Who gets a decision that he does not like was asked for his view on it, or a ground says why not. Awb 4:7, 4:8.

    He was asked in this matter, and after the act `since` where that is later than it counts from anyway; then he gave
    his view, or had his time to. What somebody says unasked is no view on what is intended.
    """
    waived: acts.ViewWaiver | None = getattr(decision, "view_waived", None)
    asked_after = counts_since(now.case, matter) if since is None else since
    if waived is acts.ViewWaiver.DATA_NOT_GIVEN and is_applied_for(now.case, decision, matter):
        raise NotAcceptable("viewWaived", "This ground is for decisions that nobody applied for; Awb 4:8(2)")
    if waived is acts.ViewWaiver.HEARD_BEFORE and not _was_heard(now, matter):
        raise NotAcceptable("viewWaived", "Nobody was asked for his view before; Awb 4:11(b)")
    if waived is None and not had_his_say(now.case, now.on, matter, asked_after):
        raise NotAcceptable(
            "viewWaived", "Invite the applicant's view first, or name the ground for not asking it"
        )


def _was_heard(now: Circumstances, matter: int | None) -> bool:
    """Whether he could give his view before on the same: when asked for it, or in an objection to it. Awb 4:11(b).

    What somebody says unasked is no view on what is intended, and before the last decision on the application another
    one was.
    """
    case = now.case
    decided = case.last(*ON_THE_APPLICATION) if matter is None else None
    if had_his_say(case, now.on, matter, since=decided[0].version if decided else 0):
        return True
    annulling = (
        entry.act
        for entry, versions in case.annulments
        if matter is not None and any(case.entries[version - 1].about == matter for version in versions)
    )
    upheld = (*case.overturning, *annulling)
    return any(isinstance(a, acts.ObjectionUpheld | acts.ObjectionClosed) and a.was_heard for a in upheld)
