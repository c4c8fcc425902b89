"""Who may not have done an act, told anew from the acts themselves: never by the duties that the machines test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from domain import acts
from domain.by_a_court import is_by_a_court
from domain.case import Case, Entry
from domain.fact import Fact

CHECKED = (acts.CompletenessChecked, acts.SetAsideProposed)
PREPARED = (acts.ApplicationReceived, *CHECKED, acts.ApplicationReviewed)
PROPOSED = (
    *(acts.ChangeAssessed, acts.StandstillProposed, acts.RevocationProposed, acts.TrialEvaluated),
    *(acts.RenewalRequested, acts.RenewalAdvised),
)
ON_THE_APPLICATION = (acts.ApplicationSetAside, acts.PermissionGranted, acts.PermissionRefused)
ANSWERS = (acts.PermissionRenewed, acts.RenewalRefused, acts.PermissionExtendedToFull)
ADJUSTS = (acts.ConditionsAdjusted, acts.AdjustmentRefused)
STANDS_STILL = (acts.PermissionSuspended, acts.PermissionReinstated, acts.StandstillDropped)
OVERTURNED = (acts.ObjectionUpheld, acts.DecisionReversed)
IN_AN_OBJECTION = (
    *(acts.AdmissibilityJudged, acts.RepairRequested, acts.HearingInvited, acts.HearingWaived),
    *(acts.HearingHeld, acts.CommitteeAdvised, acts.HearingReopened, acts.ObjectionDecided),
    *(acts.DecisionCorrected, acts.PeriodExtended),
    *(acts.ObjectionAdjourned, acts.ObjectionPostponed, acts.ObjectionForwarded),
)
"""What is done in an objection by the municipality, of which nobody has a part in the decision. Awb 7:5, 10:3(3)."""


def barred(before: Case, entry: Entry, contested: Case | None) -> frozenset[str]:
    """Whom the separation of duties keeps from that act, by what happened before it: no court of which news came in."""
    if is_by_a_court(before.after(entry), entry):
        return frozenset()
    gone = {each.act.declaration for each in before.entries if isinstance(each.act, acts.InterestWithdrawn)}
    found = {
        each.act.person or each.actor.id
        for each in before.entries
        if isinstance(each.act, acts.InterestDeclared)
        and (each.act.declaration or f"{before.number}.{each.version}") not in gone
    }
    found |= {who for kinds, those in BARRED if isinstance(entry.act, kinds) for who in those(before, entry)}
    if contested is not None and isinstance(entry.act, IN_AN_OBJECTION):
        part = _part(contested, before.objection.decision.version)
        found |= {who for who, _ in part}
        if isinstance(entry.act, acts.HearingHeld):
            assert not {each.id for each in entry.act.staff} & {who for who, _ in part}, "who decided, heard"
            heard_by = {name.strip().casefold() for name in entry.act.heard_by}
            assert not heard_by & {name.casefold() for _, name in part}, "who decided, heard; Awb 7:5"
    return frozenset(found)


def _who(*kinds: type[Fact]) -> Callable[[Case, Entry], Iterable[str]]:
    """Who ever did such acts."""
    return lambda before, _: (entry.actor.id for entry in before.entries if isinstance(entry.act, kinds))


def _prepared(before: Case, _: Entry) -> Iterable[str]:
    """Who prepared the application; who looked whether a later request is complete did not."""
    return (e.actor.id for e in before.entries if isinstance(e.act, PREPARED) and e.about is None)


def _checked_it(before: Case, entry: Entry) -> Iterable[str]:
    """Who looked whether the request is complete that is decided on."""
    about = entry.about
    return (e.actor.id for e in before.entries if about and isinstance(e.act, CHECKED) and e.about == about)


def _prepared_what_is_reversed(before: Case, entry: Entry) -> Iterable[str]:
    """Who prepared the application, or looked whether the request was complete that was set aside."""
    assert isinstance(entry.act, acts.DecisionReversed)
    aside = before.act(entry.act.version, acts.RequestSetAside)
    about = aside and aside.about
    return (e.actor.id for e in before.entries if isinstance(e.act, PREPARED) and e.about == about)


def _takers(case: Case, version: int) -> Iterable[Entry]:
    """Who took a decision, and who corrected it, whichever of these the version is of."""
    act: Any = case.entries[version - 1].act
    root = act.version if isinstance(act, acts.DecisionCorrected) else version
    for entry in case.entries:
        is_a_correction = isinstance(entry.act, acts.DecisionCorrected) and entry.act.version == root
        if entry.version == root or is_a_correction:
            yield entry


def _part(contested: Case, version: int) -> set[tuple[str, str]]:
    """Who had a part in a decision: who prepared it, and whoever took or corrected it; id and name."""
    prepared = (e for e in contested.entries[:version] if isinstance(e.act, PREPARED + PROPOSED))
    return {(e.actor.id, e.actor.name) for e in (*prepared, *_takers(contested, version))}


def _took_what_was_overturned(before: Case, _: Entry) -> Iterable[str]:
    """Who took the decision that is taken again, and whose decision on an objection to it a court annulled."""
    annulled = {version for version, _ in _annulled(before)}
    decided = max(
        (
            e.version
            for e in before.entries
            if isinstance(e.act, acts_that_decide) and e.version not in annulled
        ),
        default=0,
    )
    overturned = [e.act for e in before.entries[decided:] if isinstance(e.act, OVERTURNED)]
    for act in overturned:
        yield from (taker.actor.id for taker in _takers(before, act.version))
        if isinstance(act, acts.ObjectionUpheld) and act.ruling:
            yield act.ruling.decided_by
    if overturned:
        yield from (taker.actor.id for taker in _takers(before, decided))


acts_that_decide = (
    *ON_THE_APPLICATION,
    *(acts.ApplicationWithdrawn, acts.PermissionRevoked, acts.ParticipationStopped),
)


def _annulled(case: Case) -> Iterator[tuple[int, acts.ObjectionClosed]]:
    """The decisions on a permission that an objection annulled, each with the act that told of it."""
    against = {
        e.act.objection: e.act.version for e in case.entries if isinstance(e.act, acts.ObjectionLodged)
    }
    for entry in case.entries:
        if isinstance(entry.act, acts.ObjectionClosed) and entry.act.outcome in acts.WELL_FOUNDED:
            yield against[entry.act.objection], entry.act


def _took_one_like_it(*kinds: type[Fact]) -> Callable[[Case, Entry], Iterable[str]]:
    """Who took a decision like it on this permission that an objection annulled."""

    def those(before: Case, _: Entry) -> Iterable[str]:
        for version, act in _annulled(before):
            takers = [*_takers(before, version)]
            if isinstance(takers[0].act, kinds):
                yield from (taker.actor.id for taker in takers)
                if act.ruling:
                    yield act.ruling.decided_by

    return those


def _took(before: Case, entry: Entry) -> Iterable[str]:
    assert isinstance(entry.act, acts.DecisionReversed)
    return (taker.actor.id for taker in _takers(before, entry.act.version))


def _whoever_is_alone(before: Case, entry: Entry) -> Iterable[str]:
    """Who makes a trial full that nobody else asked for, evaluated or reassessed since it was granted."""
    granted = max(e.version for e in before.entries if isinstance(e.act, acts.PermissionGranted))
    looks = (acts.RenewalRequested, acts.TrialEvaluated, acts.ParticipationContinued, acts.ConditionsChanged)
    others = {e.actor.id for e in before.entries[granted:] if isinstance(e.act, looks)} - {entry.actor.id}
    return () if others else (entry.actor.id,)


def _determined(before: Case, entry: Entry) -> Iterable[str]:
    """Who determined the amount of that notice: all of them, or the last one when it is paid."""
    assert isinstance(entry.act, acts.PenaltyDetermined | acts.PenaltyPaid)
    about = entry.act.about
    those = [e.actor.id for e, act in before.every(acts.PenaltyDetermined) if act.about == about]
    return those if isinstance(entry.act, acts.PenaltyDetermined) else those[-1:]


def _opened_it(before: Case, entry: Entry) -> Iterable[str]:
    """Who proposed that adjustment, or registered the request for it."""
    assert isinstance(entry.act, ADJUSTS)
    return (before.entries[entry.act.about - 1].actor.id,)


def _turned_it_away(before: Case, _: Entry) -> Iterable[str]:
    """Who took a decision on this objection that a court annulled."""
    taken_up = max((e.version for e in before.entries if isinstance(e.act, acts.ObjectionTakenUp)), default=0)
    return (e.actor.id for e in before.entries[:taken_up] if isinstance(e.act, acts.ObjectionDecided))


def _meant_it(before: Case, entry: Entry) -> Iterable[str]:
    """Who asked a view, at this reassessment, on what is now taken away."""
    assert isinstance(entry.act, acts.ConditionsChanged)
    permission = before.permission
    if permission is None or not (
        entry.act.hours_a_week < permission.hours_a_week
        or set(entry.act.conditions) - set(permission.conditions)
    ):
        return
    asked = max((e.version for e in before.entries if isinstance(e.act, acts.ReportRequested)), default=0)
    invited = [e for e in before.entries[asked:] if isinstance(e.act, acts.ViewInvited) and e.about is None]
    yield from (e.actor.id for e in invited[-1:])


BARRED: tuple[tuple[tuple[type[Fact], ...], Callable[[Case, Entry], Iterable[str]]], ...] = (
    ((acts.ApplicationSetAside, acts.ApplicationTakenUp), _who(*CHECKED)),
    ((acts.RequestSetAside, *ANSWERS), _checked_it),
    ((acts.PermissionGranted, acts.PermissionRefused, acts.ReviewReturned), _prepared),
    ((acts.PermissionGranted, acts.PermissionRefused, acts.ReviewReturned), _took_what_was_overturned),
    ((acts.DecisionCorrected,), _prepared),
    ((acts.DecisionCorrected,), _who(*PROPOSED)),
    ((acts.DecisionReversed,), _prepared_what_is_reversed),
    ((acts.DecisionReversed,), _took),
    (STANDS_STILL, _who(*PROPOSED)),
    (STANDS_STILL, _took_one_like_it(*STANDS_STILL)),
    (ANSWERS, _who(*PROPOSED)),
    (ANSWERS, _took_one_like_it(*ANSWERS, acts.RequestSetAside)),
    ((acts.PermissionExtendedToFull,), _whoever_is_alone),
    ((acts.PermissionRevoked, acts.RevocationDropped, acts.TrialLeftToEnd), _who(*PROPOSED)),
    ((acts.ConditionsChanged,), _prepared),
    ((acts.ConditionsChanged,), _took_one_like_it(acts.ConditionsChanged)),
    ((acts.ConditionsChanged,), _meant_it),
    (ADJUSTS, _opened_it),
    (ADJUSTS, _took_one_like_it(*ADJUSTS, acts.RequestSetAside)),
    ((acts.PenaltyDetermined, acts.PenaltyPaid), _determined),
    ((acts.ObjectionDecided,), _turned_it_away),
)
"""For each kind of decision those who are kept from it."""
