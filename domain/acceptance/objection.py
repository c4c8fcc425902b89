"""Whether what is said in an objection fits it. Awb chapters 6 and 7."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import acts, hearings, objections, periods, rulings
from domain.acceptance import hearing, more_time
from domain.acceptance.hearing import after
from domain.acts import NoHearing, Obstacle, Outcome
from domain.calendar import is_day_off
from domain.circumstances import Circumstances, check_receipt
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.narration.hearing import GROUNDS
from domain.narration.objection import OUTCOMES
from domain.people import REGISTRARS
from domain.repairs import awaited_repair, mended_after_all


def _received(act: acts.ObjectionReceived, now: Circumstances) -> None:
    check_receipt(act.received_on, now)
    if act.posted_on is None:
        return
    if not now.actor.roles & REGISTRARS:
        raise NotAcceptable("postedOn", "Only the municipality registers the day of the postmark")
    if act.posted_on > (act.received_on or now.on):
        raise NotAcceptable("postedOn", "It cannot be posted after it came")


def _judged(act: acts.AdmissibilityJudged, now: Circumstances) -> None:
    """Too late is judged by a person, and only what was asked for can be missing. Awb 6:6, 6:11."""
    _check_nothing_is_mended(now)
    is_late = not objections.lodging(now.case).in_time
    if is_late and act.late_excused is None:
        raise NotAcceptable("lateExcused", "This objection came too late: say whether that is excused")
    if not is_late and act.late_excused is not None:
        raise NotAcceptable("lateExcused", "This objection came in time: there is nothing to excuse")
    if (act.late_excused is False) != (act.obstacle is Obstacle.LATE):
        raise NotAcceptable(
            "obstacle", "Too late is an obstacle when it is not excused, and only then; Awb 6:11"
        )
    if act.obstacle is Obstacle.NOT_MENDED:
        _check_repair(now)
    if act.committee and not objections.has_committee(now.case):
        _check_committee(now)


def _check_nothing_is_mended(now: Circumstances) -> None:
    """As long as the objector has time to mend something, nobody judges, decides or asks for more. Awb 6:6."""
    asked = awaited_repair(now.case)
    if asked and now.on <= (until := periods.last_day(now.case, asked[0])):
        raise NotNow("The objector has until {day} to mend it", day=until)


def _check_committee(now: Circumstances) -> None:
    """It makes the term longer, which a term that is over cannot become. Awb 7:10(1), 7:13(2)."""
    if now.on > (due_on := objections.objection_decision(now.case).due_on):
        raise NotAcceptable("committee", "The term was over on {day}: a committee comes too late", day=due_on)


def _check_repair(now: Circumstances) -> None:
    asked = now.case.last(acts.RepairRequested, after=rulings.taken_up(now.case))
    if asked is None:
        raise NotAcceptable("obstacle", "Nothing was asked to be mended yet; ask for it first")
    if now.on <= (until := periods.last_day(now.case, asked[0])):
        raise NotNow("The objector has until {day} to mend it", day=until)


def _repair_requested(act: acts.RepairRequested, now: Circumstances) -> None:
    """A reasonable period, which does not roll since the municipality sets it, so it ends on a working day. Awb 6:6."""
    _check_nothing_is_mended(now)
    earliest = after(now.policy.periods.repair_days_at_least, now)
    if act.until < earliest:
        raise NotAcceptable("until", "Give at least until {day}: time to mend it", day=earliest)
    if is_day_off(act.until):
        raise NotAcceptable("until", "This is a day off: choose a working day")


def _repaired(act: acts.RepairReceived, now: Circumstances) -> None:
    check_receipt(act.received_on, now)


OUTCOME_WITHOUT_HEARING = {
    NoHearing.MANIFESTLY_INADMISSIBLE: Outcome.INADMISSIBLE,
    NoHearing.MANIFESTLY_UNFOUNDED: Outcome.UNFOUNDED,
    NoHearing.FULLY_MET: Outcome.UPHELD,
}
"""What alone can be decided when there was no hearing on that ground. Awb 7:3."""


def _decided(act: acts.ObjectionDecided, now: Circumstances) -> None:
    """The decision names why there was no hearing, and why it departs from the advice. Awb 7:12, 7:13(7)."""
    _check_nothing_is_mended(now)
    ground = hearings.no_hearing(now.case)
    if act.no_hearing is not ground:
        if ground is None:
            raise NotAcceptable("noHearing", "The objector was heard: leave this out")
        raise NotAcceptable(
            "noHearing",
            "The decision says why there was no hearing: {ground}; Awb 7:12",
            ground=GROUNDS[ground],
        )
    _fits_the_judgement(act.outcome, now)
    only = OUTCOME_WITHOUT_HEARING.get(ground) if ground else None
    if only is not None and act.outcome is not only:
        raise NotAcceptable(
            "outcome",
            "Without a hearing on this ground only this can be decided: {outcome}; have the objector heard",
            outcome=OUTCOMES[only],
        )
    if act.outcome in acts.WELL_FOUNDED and hearings.is_resident_to_be_heard(now.case):
        raise NotAcceptable(
            "outcome",
            "This takes from the resident what he was given, and he did not give up being heard:"
            " choose “Have a hearing held first”; Awb 7:2, 7:3",
        )
    if act.outcome in acts.WELL_FOUNDED and hearings.is_cooperative_to_be_heard(now.case):
        raise NotAcceptable(
            "outcome",
            "This takes from the cooperative what it was given, and it did not give up being heard:"
            " choose “Have a hearing held first”; Awb 7:2, 7:3",
        )
    advised = objections.advised(now.case)
    departs = advised is not None and advised.outcome is not act.outcome
    if departs and act.departs_because is None:
        raise NotAcceptable("departsBecause", "Say why this departs from the committee's advice; Awb 7:13(7)")
    if not departs and act.departs_because is not None:
        raise NotAcceptable("departsBecause", "This departs from no advice: leave this out")
    _costs(act, now)


def _fits_the_judgement(outcome: Outcome, now: Circumstances) -> None:
    """What cannot be dealt with is inadmissible, and nothing else is; who sees it otherwise has it judged again."""
    judged = objections.judgement(now.case)
    obstacle = judged.obstacle if judged else None
    if obstacle is not None and outcome is not Outcome.INADMISSIBLE:
        raise NotAcceptable(
            "outcome",
            "It was judged that this objection cannot be dealt with; have that judged again first",
        )
    if obstacle is None and outcome is Outcome.INADMISSIBLE:
        raise NotAcceptable(
            "outcome", "It was judged that this objection can be dealt with; have that judged again first"
        )
    if outcome is Outcome.INADMISSIBLE and mended_after_all(now.case):
        raise NotAcceptable("outcome", "What was to be mended came in time; have that judged again first")


def _claimed(act: acts.CostsClaimed, now: Circumstances) -> None:
    check_receipt(act.received_on, now)


def _costs(act: acts.ObjectionDecided, now: Circumstances) -> None:
    """Decided on when claimed, and paid only where the contested decision does not stand. Awb 7:15(2), 7:15(3)."""
    is_claimed = now.case.last(acts.CostsClaimed) is not None
    if is_claimed and act.costs is None:
        raise NotAcceptable("costs", "The objector claimed his costs: decide on them too; Awb 7:15(3)")
    if not is_claimed and act.costs is not None:
        raise NotAcceptable("costs", "Nobody claimed costs: leave this out")
    if act.costs and act.costs.cents and act.outcome not in acts.WELL_FOUNDED:
        raise NotAcceptable(
            "costs/cents", "Costs are paid only when the decision does not stand; Awb 7:15(2)"
        )


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    **hearing.FITS,
    acts.ObjectionReceived: _received,
    acts.AdmissibilityJudged: _judged,
    acts.RepairRequested: _repair_requested,
    acts.RepairReceived: _repaired,
    acts.ObjectionDecided: _decided,
    acts.CostsClaimed: _claimed,
    **more_time.FITS,
}
"""What each act's content must be."""
