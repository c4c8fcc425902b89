"""Whether an act's content fits its case and the policy that the case started with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain import acts
from domain.calendar import last_day
from domain.case import Case, Performed
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.people import Actor, Role
from domain.policy import Entry, Policy

LONGEST_ACT = 60_000
"""Characters of JSON."""
ROOM = 1_000_000
"""Characters of JSON after which a case takes in only what its procedure waits for: half of what can travel whole."""


def check_room(done: Performed, case: Case, *, is_awaited: bool) -> None:
    """Refuse what would make a case too large to carry on.

    Raises:
        NotAcceptable: the act is too long, or nobody waits for it and the case is full.
    """
    if done.weight > LONGEST_ACT:
        raise NotAcceptable("", "This is too long; at most {characters} characters", characters=LONGEST_ACT)
    if case.weight > ROOM and not is_awaited:
        raise NotAcceptable("", "This case is full: it only takes in what is asked for")


def check(done: Performed, case: Case, on: date) -> None:
    """Refuse content that does not fit.

    Raises:
        NotAcceptable: naming the field as a path in the act, and the reason.
        NotNow: it would fit later.
    """
    fits = FITS.get(type(done.act))
    if fits is not None:
        fits(done.act, Circumstances(case, done.actor, on))


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


def _application(act: acts.ApplicationReceived, now: Circumstances) -> None:
    _known((item.code for item in act.application.items), now.policy.items, "application/items")
    _hours(act.application.hours_a_week, now.policy, "application/hoursAWeek")
    _receipt_date(act.received_on, now)


def _check(act: acts.CompletenessChecked, now: Circumstances) -> None:
    _known(act.missing, now.policy.items, "missing")


def _set_aside_proposed(act: acts.SetAsideProposed, now: Circumstances) -> None:
    """Only what was asked for by name, and did not come, can lead to setting aside. Awb 4:5(1)."""
    asked = {code for _, request in now.case.every(acts.SupplementRequested) for code in request.missing}
    for place, code in enumerate(act.missing):
        if code not in asked:
            raise NotAcceptable(
                f"missing/{place}", "{code} was not asked for yet; ask for it first", code=code
            )


def _set_aside(_: acts.ApplicationSetAside, now: Circumstances) -> None:
    """The period to supply what is missing is the applicant's, whole. Awb 4:5(1)."""
    request = now.case.last(acts.SupplementRequested)
    if request and now.on <= request[1].until:
        raise NotNow("The applicant has until {day} to send what is missing", day=request[1].until)


def _supplement(act: acts.SupplementReceived, now: Circumstances) -> None:
    _known((item.code for item in act.items), now.policy.items, "items")
    _receipt_date(act.received_on, now)


def _review(act: acts.ApplicationReviewed, now: Circumstances) -> None:
    _known((finding.criterion for finding in act.findings), now.policy.criteria, "findings")
    answered = [finding.criterion for finding in act.findings]
    for place, criterion in enumerate(answered):
        if criterion in answered[:place]:
            raise NotAcceptable(f"findings/{place}", "{code} is answered twice", code=criterion)
    if left := [entry.code for entry in now.policy.criteria if entry.code not in answered]:
        raise NotAcceptable("findings", "These criteria are not answered yet: {codes}", codes=", ".join(left))


def _grant(act: acts.PermissionGranted, now: Circumstances) -> None:
    policy, came_on = now.policy, now.case.received_on
    if act.valid_until < now.on:
        raise NotAcceptable("validUntil", "This permission would be over before it is granted")
    if act.valid_from < came_on:
        raise NotAcceptable(
            "validFrom", "The permission cannot start before the application came, on {day}", day=came_on
        )
    _hours(act.hours_a_week, policy, "hoursAWeek")
    if act.valid_until > last_day(act.valid_from, policy.max_months):
        raise NotAcceptable(
            "validUntil",
            "The policy allows a permission of at most {months} months",
            months=policy.max_months,
        )


def _refusal(act: acts.PermissionRefused, now: Circumstances) -> None:
    _known(act.grounds, now.policy.refusal_grounds, "grounds")


def _report(act: acts.ProgressReported, now: Circumstances) -> None:
    if act.period_until > now.on:
        raise NotAcceptable("periodUntil", "A report looks back: its period has not ended yet")


def _continuation(act: acts.ParticipationContinued | acts.ConditionsChanged, now: Circumstances) -> None:
    if isinstance(act, acts.ConditionsChanged):
        _hours(act.hours_a_week, now.policy, "hoursAWeek")
    if act.next_reassessment_on is not None and act.next_reassessment_on <= now.on:
        raise NotAcceptable("nextReassessmentOn", "The next reassessment must lie ahead")


def _ending(act: acts.ParticipationEnded, now: Circumstances) -> None:
    """Who stops may have stopped before he says so; the municipality ends nothing in the past. Awb 3:40."""
    permission, granted = now.case.permission, now.case.last(acts.PermissionGranted)
    if permission is None or granted is None:
        return
    is_municipal = act.on_behalf_of is acts.Party.MUNICIPALITY
    first = now.on if is_municipal else min(permission.valid_from, granted[0].on)
    if not first <= act.ends_on <= permission.valid_until:
        raise NotAcceptable(
            "endsOn",
            "The participation can end from {first} up to {last}",
            first=first,
            last=permission.valid_until,
        )


def _hold(act: acts.TaskHeld, now: Circumstances) -> None:
    if act.until <= now.on:
        raise NotAcceptable("until", "The day on which the task comes back must lie ahead")


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.ApplicationReceived: _application,
    acts.CompletenessChecked: _check,
    acts.SetAsideProposed: _set_aside_proposed,
    acts.ApplicationSetAside: _set_aside,
    acts.SupplementReceived: _supplement,
    acts.ApplicationReviewed: _review,
    acts.PermissionGranted: _grant,
    acts.PermissionRefused: _refusal,
    acts.ProgressReported: _report,
    acts.ParticipationContinued: _continuation,
    acts.ConditionsChanged: _continuation,
    acts.ParticipationEnded: _ending,
    acts.TaskHeld: _hold,
}
"""What each act's content must be; of the acts that are not here, the form says all."""


def _known(codes: Iterable[str], entries: tuple[Entry, ...], field: str) -> None:
    known = [entry.code for entry in entries]
    for place, code in enumerate(codes):
        if code not in known:
            raise NotAcceptable(
                f"{field}/{place}",
                "{code} is not in the policy's list: {known}",
                code=code,
                known=", ".join(known),
            )


def _hours(hours: int, policy: Policy, field: str) -> None:
    if hours > policy.max_hours_a_week:
        raise NotAcceptable(
            field, "The policy allows at most {hours} hours a week", hours=policy.max_hours_a_week
        )


def _receipt_date(received_on: date | None, now: Circumstances) -> None:
    """Only staff may say that it came on another day, and never later than today."""
    if received_on is None:
        return
    if received_on > now.on:
        raise NotAcceptable("receivedOn", "The date of receipt lies in the future")
    if received_on != now.on and Role.CASEWORKER not in now.actor.roles:
        raise NotAcceptable("receivedOn", "Only the municipality registers an earlier date of receipt")
    if received_on < now.on - timedelta(days=366):
        raise NotAcceptable("receivedOn", "The date of receipt lies more than a year back")
