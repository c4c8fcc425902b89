"""Whether what is said in an objection fits it. Awb chapters 6 and 7."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from domain import acts, duties, hearings, interests, objections, periods, rulings
from domain.acceptance import more_time
from domain.acts import NoHearing, Obstacle, Outcome
from domain.calendar import is_day_off, next_working_day
from domain.circumstances import Circumstances, check_receipt
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.law.objection import first_hearing
from domain.narration.objection import GROUNDS, OUTCOMES
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
    earliest = _after(now.policy.periods.repair_days_at_least, now)
    if act.until < earliest:
        raise NotAcceptable("until", "Give at least until {day}: time to mend it", day=earliest)
    if is_day_off(act.until):
        raise NotAcceptable("until", "This is a day off: choose a working day")


def _repaired(act: acts.RepairReceived, now: Circumstances) -> None:
    check_receipt(act.received_on, now)


def _invited(act: acts.HearingInvited, now: Circumstances) -> None:
    """They can send documents until ten days before it and see the file for a week, unless they agree. Awb 7:4.

    To answer takes time too. Awb 7:3(d).
    """
    if act.hearing_on <= now.on:
        raise NotAcceptable("hearingOn", "The hearing must lie ahead")
    if act.hearing_on < (first := first_hearing(now.on)) and not act.sooner_agreed:
        raise NotAcceptable(
            "hearingOn",
            "Documents can be sent until ten days before it: hear on {first} at the earliest, or sooner if they agree",
            first=first,
        )
    if act.answer_by is not None:
        _check_answer(act.answer_by, act.hearing_on, now)


def _check_answer(by: date, hearing_on: date, now: Circumstances) -> None:
    """Who does not answer in a reasonable period need not be heard, so that is what he is given. Awb 7:3(d)."""
    earliest = _after(now.policy.periods.hearing_answer_days_at_least, now)
    if by < earliest:
        raise NotAcceptable("answerBy", "Give at least until {day} to answer, or name no day", day=earliest)
    if by > hearing_on:
        raise NotAcceptable("answerBy", "The answer is asked by the day of the hearing at the latest")
    if is_day_off(by):
        raise NotAcceptable("answerBy", "This is a day off: choose a working day")


def _after(days: int, now: Circumstances) -> date:
    """The first working day on which so many days have passed."""
    return next_working_day(now.on + timedelta(days=days))


def _waived(act: acts.HearingWaived, now: Circumstances) -> None:
    """Each ground of the law needs what it speaks of. Awb 7:3."""
    judged = objections.judgement(now.case)
    if act.ground is NoHearing.MANIFESTLY_INADMISSIBLE and (judged is None or judged.obstacle is None):
        raise NotAcceptable("ground", "This objection was judged to be one that can be dealt with")
    if act.ground is not NoHearing.NO_ANSWER:
        return
    asked = hearings.since_reopening(now.case, acts.HearingInvited)
    by = asked.answer_by if isinstance(asked, acts.HearingInvited) else None
    if by is None:
        raise NotAcceptable("ground", "The objector was not asked to answer by a day")
    if now.on <= by:
        raise NotNow("The objector has until {day} to answer", day=by)


def _held(act: acts.HearingHeld, now: Circumstances) -> None:
    ruled = max((each.decided_on for each in rulings.rulings(now.case)), default=now.case.received_on)
    if not ruled <= act.held_on <= now.on:
        raise NotAcceptable(
            "heldOn", "A hearing is held after the objection came, and reported after it was held"
        )
    _check_notice(act, now)
    _check_hearers(act, now)


def _check_notice(act: acts.HearingHeld, now: Circumstances) -> None:
    """He was invited, and the file lay ready for a week since then, unless he came all the same. Awb 7:4(2), 7:4(5)."""
    is_short = not hearings.was_invited_for(now.case, act.held_on)
    if is_short and act.at_short_notice is None:
        raise NotAcceptable(
            "atShortNotice",
            "Nobody was invited for this day a week before it: say why he was heard all the same; Awb 7:4",
        )
    if not is_short and act.at_short_notice is not None:
        raise NotAcceptable("atShortNotice", "There was an invitation for this day: leave this out")


def _check_hearers(act: acts.HearingHeld, now: Circumstances) -> None:
    """Known by his id, whoever had a part in the decision does not hear; nor under his name alone. Awb 7:5, 10:3(3).

    Nor does whoever has a personal interest. Awb 2:4(2).
    """
    involved, interested = duties.involved(now.case), interests.interested(now.case)
    for place, hearer in enumerate(act.staff):
        if hearer.id in interested:
            raise NotAcceptable(
                f"staff/{place}/id",
                "{name} has a personal interest in this case, and cannot hear; Awb 2:4",
                name=hearer.name,
            )
        if hearer.id in involved:
            raise NotAcceptable(
                f"staff/{place}/id",
                "{name} had a part in the decision that this is about, and cannot hear; Awb 7:5",
                name=hearer.name,
            )
    names = {name.casefold() for name in (*involved, *now.case.objection.decision.known_as)}
    for place, name in enumerate(act.heard_by):
        if name.casefold() in names:
            raise NotAcceptable(
                f"heardBy/{place}",
                "Somebody of this name had a part in the decision, and cannot hear: give a colleague by his id",
            )


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
    acts.ObjectionReceived: _received,
    acts.AdmissibilityJudged: _judged,
    acts.RepairRequested: _repair_requested,
    acts.RepairReceived: _repaired,
    acts.HearingInvited: _invited,
    acts.HearingWaived: _waived,
    acts.HearingHeld: _held,
    acts.ObjectionDecided: _decided,
    acts.CostsClaimed: _claimed,
    **more_time.FITS,
}
"""What each act's content must be."""
