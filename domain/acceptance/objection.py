"""Whether what is said in an objection fits it. Awb chapters 6 and 7."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import acts, duties, objections
from domain.acts import NoHearing, Obstacle, Outcome
from domain.calendar import is_day_off
from domain.circumstances import REGISTRARS, Circumstances, check_receipt
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.law.objection import first_hearing, longest_adjournment


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
    asked = now.case.last(acts.RepairRequested, acts.RepairReceived, acts.RepairLapsed)
    if asked and isinstance(asked[1], acts.RepairRequested) and now.on <= asked[1].until:
        raise NotNow("The objector has until {day} to mend it", day=asked[1].until)
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


def _check_committee(now: Circumstances) -> None:
    """It makes the term longer, which a term that is over cannot become. Awb 7:10(1), 7:13(2)."""
    if now.on > (due_on := objections.objection_decision(now.case).due_on):
        raise NotAcceptable("committee", "The term was over on {day}: a committee comes too late", day=due_on)


def _check_repair(now: Circumstances) -> None:
    asked = now.case.last(acts.RepairRequested)
    if asked is None:
        raise NotAcceptable("obstacle", "Nothing was asked to be mended yet; ask for it first")
    if now.on <= asked[1].until:
        raise NotNow("The objector has until {day} to mend it", day=asked[1].until)


def _repair_requested(act: acts.RepairRequested, now: Circumstances) -> None:
    """A period that the municipality sets itself does not roll, so it ends on a working day."""
    if act.until <= now.on:
        raise NotAcceptable("until", "The last day must lie ahead")
    if is_day_off(act.until):
        raise NotAcceptable("until", "This is a day off: choose a working day")


def _repaired(act: acts.RepairReceived, now: Circumstances) -> None:
    check_receipt(act.received_on, now)


def _invited(act: acts.HearingInvited, now: Circumstances) -> None:
    """The file lies ready for a week before it, unless they agree. Awb 7:4(2), 7:4(5)."""
    if act.hearing_on <= now.on:
        raise NotAcceptable("hearingOn", "The hearing must lie ahead")
    if act.hearing_on < (first := first_hearing(now.on)) and not act.sooner_agreed:
        raise NotAcceptable(
            "hearingOn",
            "The file lies ready for a week first, so hear on {first} at the earliest, or sooner when they agree",
            first=first,
        )
    if act.answer_by is not None and not now.on < act.answer_by <= act.hearing_on:
        raise NotAcceptable("answerBy", "The answer is asked after today, and before the hearing")


def _waived(act: acts.HearingWaived, now: Circumstances) -> None:
    """Each ground of the law needs what it speaks of. Awb 7:3."""
    judged = now.case.last(acts.AdmissibilityJudged)
    if act.ground is NoHearing.MANIFESTLY_INADMISSIBLE and (judged is None or judged[1].obstacle is None):
        raise NotAcceptable("ground", "This objection was judged to be one that can be dealt with")
    if act.ground is not NoHearing.NO_ANSWER:
        return
    asked = objections.since_reopening(now.case, acts.HearingInvited)
    by = asked.answer_by if isinstance(asked, acts.HearingInvited) else None
    if by is None:
        raise NotAcceptable("ground", "The objector was not asked to answer by a day")
    if now.on <= by:
        raise NotNow("The objector has until {day} to answer", day=by)


def _held(act: acts.HearingHeld, now: Circumstances) -> None:
    if not now.case.received_on <= act.held_on <= now.on:
        raise NotAcceptable(
            "heldOn", "A hearing is held after the objection came, and reported after it was held"
        )
    barred = {name.casefold() for name in (*duties.involved(now.case), *now.case.objection.decision.known_as)}
    for place, name in enumerate(act.heard_by):
        if name.strip().casefold() in barred:
            raise NotAcceptable(
                f"heardBy/{place}",
                "{name} had a part in the decision that this is about, and cannot hear; Awb 7:5",
                name=name,
            )


OUTCOME_WITHOUT_HEARING = {
    NoHearing.MANIFESTLY_INADMISSIBLE: Outcome.INADMISSIBLE,
    NoHearing.MANIFESTLY_UNFOUNDED: Outcome.UNFOUNDED,
    NoHearing.FULLY_MET: Outcome.UPHELD,
}
"""What alone can be decided when there was no hearing on that ground. Awb 7:3."""


def _decided(act: acts.ObjectionDecided, now: Circumstances) -> None:
    """The decision names why there was no hearing, and why it departs from the advice. Awb 7:12, 7:13(7)."""
    ground = objections.no_hearing(now.case)
    if act.no_hearing is not ground:
        if ground is None:
            raise NotAcceptable("noHearing", "The objector was heard: leave this out")
        raise NotAcceptable(
            "noHearing", "The decision says why there was no hearing: {ground}; Awb 7:12", ground=ground.value
        )
    _fits_the_judgement(act.outcome, now)
    only = OUTCOME_WITHOUT_HEARING.get(ground) if ground else None
    if only is not None and act.outcome is not only:
        raise NotAcceptable(
            "outcome",
            "Without a hearing on this ground only this can be decided: {outcome}; have the objector heard",
            outcome=only.value,
        )
    advised = now.case.last(acts.CommitteeAdvised)
    departs = advised is not None and advised[1].outcome is not act.outcome
    if departs and act.departs_because is None:
        raise NotAcceptable("departsBecause", "Say why this departs from the committee's advice; Awb 7:13(7)")
    if not departs and act.departs_because is not None:
        raise NotAcceptable("departsBecause", "This departs from no advice: leave this out")
    _costs(act, now)


def _fits_the_judgement(outcome: Outcome, now: Circumstances) -> None:
    """What cannot be dealt with is inadmissible, and nothing else is; who sees it otherwise has it judged again."""
    judged = now.case.last(acts.AdmissibilityJudged)
    obstacle = judged[1].obstacle if judged else None
    if obstacle is not None and outcome is not Outcome.INADMISSIBLE:
        raise NotAcceptable(
            "outcome",
            "It was judged that this objection cannot be dealt with; have that judged again first",
        )
    if obstacle is None and outcome is Outcome.INADMISSIBLE:
        raise NotAcceptable(
            "outcome", "It was judged that this objection can be dealt with; have that judged again first"
        )


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


def _court(act: acts.AppealOutcomeRecorded, now: Circumstances) -> None:
    """Only when it was upheld the court may say by when the decision is taken again. Awb 8:72(4)."""
    is_upheld = act.outcome is acts.CourtOutcome.UPHELD
    if act.decided_on > now.on:
        raise NotAcceptable("decidedOn", "The court's decision lies in the future")
    if not is_upheld and act.decide_by is not None:
        raise NotAcceptable("decideBy", "The decision stands: leave this out")
    if act.consequences_stand and not is_upheld:
        raise NotAcceptable("consequencesStand", "The decision stands: leave this out")
    if act.consequences_stand and act.decide_by is not None:
        raise NotAcceptable("decideBy", "Nothing is decided again: leave this out; Awb 8:72(3)")
    if act.decide_by is not None and act.decide_by <= act.decided_on:
        raise NotAcceptable("decideBy", "The court's term ends after its decision")
    if objections.open_appeals(now.case) == 0:
        raise NotNow("No appeal runs")


def _adjourned(act: acts.ObjectionAdjourned, now: Circumstances) -> None:
    """Once, before the term is over, and for no longer than the law allows. Awb 7:10(3)."""
    longest = longest_adjournment(objections.sent_on(now.case))
    if act.weeks > longest:
        raise NotAcceptable("weeks", "It can be adjourned by at most {weeks} weeks", weeks=longest)
    if now.case.last(acts.ObjectionAdjourned):
        raise NotNow("It was adjourned before; only with consent can it be postponed further")
    if now.on > objections.objection_decision(now.case).due_on:
        raise NotNow("The term is over, so it cannot be adjourned any more")


def _postponed(act: acts.ObjectionPostponed, now: Circumstances) -> None:
    due_on = objections.objection_decision(now.case).due_on
    if act.until <= max(due_on, now.on):
        raise NotAcceptable(
            "until", "The new day must lie ahead, and after the present one, {day}", day=due_on
        )
    if is_day_off(act.until):
        raise NotAcceptable("until", "This is a day off: choose a working day")


def _appealed(act: acts.AppealRecorded, now: Circumstances) -> None:
    decided = now.case.last(acts.ObjectionDecided)
    if decided is None:
        raise NotNow("There is no decision on this objection to appeal against")
    if not decided[0].on <= act.lodged_on <= now.on:
        raise NotAcceptable("lodgedOn", "An appeal is lodged after the decision, and not in the future")


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.ObjectionReceived: _received,
    acts.AdmissibilityJudged: _judged,
    acts.RepairRequested: _repair_requested,
    acts.RepairReceived: _repaired,
    acts.HearingInvited: _invited,
    acts.HearingWaived: _waived,
    acts.HearingHeld: _held,
    acts.ObjectionDecided: _decided,
    acts.ObjectionAdjourned: _adjourned,
    acts.ObjectionPostponed: _postponed,
    acts.AppealRecorded: _appealed,
    acts.AppealOutcomeRecorded: _court,
    acts.CostsClaimed: _claimed,
}
"""What each act's content must be."""
