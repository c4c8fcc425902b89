"""Whether a decision can be corrected or taken again as somebody says. Awb 3:46, 4:7, 4:8."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain import acts, extent, rulings
from domain.acceptance.no_worse import is_by_an_objection_of
from domain.acts import Correctable
from domain.amounts import amount_in
from domain.by_a_court import is_by_a_court
from domain.calendar import is_day_off
from domain.case import Case, Entry, Status
from domain.circumstances import Circumstances, check_view
from domain.duties import ON_THE_APPLICATION
from domain.errors import NotAcceptable, NotNow
from domain.law import application as law
from domain.renewal import was_over
from domain.revocation import revocation
from domain.terms import penalty
from domain.words import DECISIONS

ON_THE_PERMISSION: tuple[type[Correctable], ...] = (
    *(acts.ConditionsChanged, acts.PermissionSuspended, acts.PermissionExtendedToFull),
    *(acts.PermissionRenewed, acts.RenewalRefused, acts.PermissionRevoked),
    *(acts.ConditionsAdjusted, acts.AdjustmentRefused),
)
"""What came of it since, of which the last of each kind stands."""


def corrected(act: acts.DecisionCorrected, now: Circumstances) -> None:
    """Only a decision that stands, and only the same one with the slip put right."""
    of_version = correctable(now.case)
    if not of_version:
        raise NotNow("There is no decision that stands")
    if act.version not in of_version:
        known = ", ".join(str(version) for version in of_version)
        raise NotAcceptable("version", "The decisions that stand have these versions: {known}", known=known)
    _check_is_ours(act.version, now)
    reads = now.case.as_it_reads(*of_version[act.version])
    if act.decision.kind != reads.kind:
        raise NotAcceptable(
            "decision/kind",
            "A correction leaves the decision what it is: {decision}",
            decision=DECISIONS[reads.kind],
        )
    if act.decision == reads:
        raise NotAcceptable("decision", "The decision reads like this already")
    if _decided(act.decision) != _decided(reads):
        raise NotAcceptable("decision", "A correction leaves what was decided: the outcome, and the amount")
    if _takes_something_away(act.decision, reads):
        raise NotAcceptable("decision", "A correction takes nothing away: have the decision taken again")
    if _rewords_a_condition(act.decision, reads):
        about = now.case.entries[act.version - 1].about
        check_view(act, now, about, since=act.version)
    elif act.view_waived is not None:
        raise NotAcceptable("viewWaived", "No condition is added or reads otherwise: leave this out")


def _decided(decision: Correctable) -> tuple[object, ...]:
    """What a slip cannot be in: the outcome of an objection with its costs, an amount, and which request it is."""
    match decision:
        case acts.ObjectionDecided(outcome=outcome, no_hearing=ground):
            return outcome, ground, amount_in(decision)
        case acts.PenaltyDetermined(about=notice, cents=cents, none_because=ground):
            return notice, cents, ground
        case acts.RequestSetAside(about=request):
            return (request,)
        case _:
            return ()


def _check_is_ours(version: int, now: Circumstances) -> None:
    """What a court decided itself is not for the municipality to correct or to take again. Awb 8:72(3)(b)."""
    if is_by_a_court(now.case, now.case.entries[version - 1]):
        raise NotNow("A court took this decision, so it is not for the municipality to change it")


def correctable(case: Case) -> dict[int, tuple[Entry, Correctable]]:
    """The decisions in which a slip can be put right, by their versions: those that stand, and on what is owed."""
    decided = rulings.standing(case) if case.is_objection else None
    on_the_case = {decided[0].version: decided} if decided else {} if case.is_objection else standing(case)
    notices = sorted({act.about for _, act in case.every(acts.PenaltyDetermined)})
    amounts = (found for notice in notices if (found := penalty.determined(case, notice)))
    aside = _set_aside(case) if on_the_case else {}
    return {**on_the_case, **aside, **{entry.version: (entry, act) for entry, act in amounts}}


def _set_aside(case: Case) -> dict[int, tuple[Entry, acts.RequestSetAside]]:
    """That a request was set aside, each time that it was and stands."""
    found = case.every(acts.RequestSetAside)
    return {entry.version: (entry, act) for entry, act in found if entry.version not in case.annulled}


def standing(case: Case) -> dict[int, tuple[Entry, Correctable]]:
    """The decisions that stand, by their versions: that on the application first, then what changed or revoked it."""
    newest = case.last(*ON_THE_APPLICATION)
    if newest is None or case.standing(acts.ParticipationStopped, after=newest[0].version):
        return {}
    since = (case.standing(kind, after=newest[0].version) for kind in ON_THE_PERMISSION)
    later = sorted((each for each in since if each), key=lambda each: each[0].version)
    return {entry.version: (entry, act) for entry, act in (newest, *later)}


WORSE_WHEN_LESS = ("valid_until", "hours_a_week", "suspended_from", "revoked_from")
WORSE_WHEN_MORE = ("suspended_until",)


def _takes_something_away(corrected: Correctable, reads: Correctable) -> bool:
    """Whether somebody may do less by it, or less long, or must keep to more, which is no slip. Awb 4:8.

    A slip may be in the words of a condition: those are for `_rewords_a_condition`.
    """
    if isinstance(corrected, acts.PermissionGranted) and isinstance(reads, acts.PermissionGranted):
        is_less = extent.takes_away(corrected, reads)
    else:
        is_less = any(
            _said(corrected, name) < _said(reads, name) for name in WORSE_WHEN_LESS if hasattr(reads, name)
        )
    is_more = any(
        _said(corrected, name) > _said(reads, name) for name in WORSE_WHEN_MORE if hasattr(reads, name)
    )
    return is_less or is_more or len(_said(corrected, "conditions", ())) > len(_said(reads, "conditions", ()))


def _rewords_a_condition(corrected: Correctable, reads: Correctable) -> bool:
    """Whether there is something to keep to that was not there in these words, on which he is heard first. Awb 4:8."""
    return not set(_said(corrected, "conditions", ())) <= set(_said(reads, "conditions", ()))


def _said(decision: Correctable, name: str, otherwise: Any = None) -> Any:
    return getattr(decision, name, otherwise)


def reversible(case: Case) -> tuple[int, ...]:
    """What can be taken again: the decision on the application, and of a permission that was revoked that alone.

    One that held until its last day is left as it was: who had it could count on that. Awb 3:40.
    Also that a request was set aside, unless the permission ended by something else than its last day since.
    """
    if revoked := revocation(case):
        return (revoked.version,)
    on_the_application = () if case.status is Status.EXPIRED else list(standing(case))[:1]
    return (*on_the_application, *(() if was_over(case, case.version) else _set_aside(case)))


def reversed_(act: acts.DecisionReversed, now: Circumstances) -> None:
    """Only the decision on the application that stands, the revocation, or that a request was set aside.

    By a working day comes the new one, no later than if it were asked for today. Awb 4:13.
    """
    versions = reversible(now.case)
    if not versions:
        raise NotNow("There is no decision on the application that stands")
    if act.version not in versions:
        known = ", ".join(str(version) for version in versions)
        raise NotAcceptable("version", "The decisions that stand have these versions: {known}", known=known)
    _check_is_ours(act.version, now)
    if act.decide_by <= now.on:
        raise NotAcceptable("decideBy", "The day of the new decision must lie ahead")
    if is_day_off(act.decide_by):
        raise NotAcceptable("decideBy", "This is a day off: choose a working day")
    latest = law.decision(now.on, now.policy.periods.decision_weeks).due_on
    if act.decide_by > latest:
        raise NotAcceptable(
            "decideBy",
            "The new decision takes no longer than a first one: by {day} at the latest",
            day=latest,
        )


def takes_from_the_permission(act: acts.PermissionGranted, now: Circumstances) -> bool:
    """Whether a new decision gives less than the permission that is taken again, which stands until then. Awb 4:8.

    Not once that is over: then nothing is left to take. Also where an objection was upheld: that may have been
    another's than who has the permission.
    """
    permission = now.case.permission
    if permission is None or not (now.case.overturning and now.case.is_participating):
        return False
    return extent.takes_away(act, permission) or extent.adds_conditions(act, permission)


def check_is_not_his_own(now: Circumstances) -> None:
    """Nobody loses the permission that he has by an objection of his own to it. Awb 7:11.

    Another's may take it from him, and so may what the municipality takes again of its own motion.
    """
    if is_by_an_objection_of(acts.Objector.RESIDENT, now.case):
        raise NotAcceptable(
            "grounds",
            "Nobody loses a permission by his own objection: grant it, and propose to revoke it by itself; Awb 7:11",
        )


def check_days(act: acts.PermissionGranted, now: Circumstances) -> None:
    """Nobody is given what is over, unless it is decided on again after that. Awb 7:11(2), 8:72.

    Then it takes nothing from what was held, nor a day from a permission that is in force before it is told. Awb 3:40.
    """
    held = now.case.permission
    if now.case.overturning and not now.case.is_participating:
        if held and act.valid_until < held.valid_until:
            raise NotAcceptable(
                "validUntil", "The permission held until {day}, which stays so", day=held.valid_until
            )
    elif act.valid_until < now.on:
        raise NotAcceptable("validUntil", "This permission would be over before it is granted")
    if now.case.overturning and now.case.is_participating and held:
        latest = max(held.valid_from, now.on)
        if act.valid_from > latest:
            raise NotAcceptable(
                "validFrom",
                "The permission that is in force goes on: start on {day} at the latest",
                day=latest,
            )


def may_start_on(case: Case, decided_on: date) -> date:
    """The first day from which a decision of that day can give permission: nobody takes part before it.

    One that is taken again stands in the place of the one that was overturned, so it can start from the receipt on.
    Pw 7, 10; Awb 7:11(2), 8:72.
    """
    return case.received_on if case.overturning else decided_on
