"""Whether what is said of a hearing fits. Awb 7:2 to 7:5."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from domain import acts, duties, hearings, interests, objections, rulings
from domain.acts import NoHearing, ResidentUnheard
from domain.calendar import is_day_off, next_working_day
from domain.circumstances import Circumstances
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.law.objection import first_hearing
from domain.people import Role


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
    earliest = after(now.policy.periods.hearing_answer_days_at_least, now)
    if by < earliest:
        raise NotAcceptable("answerBy", "Give at least until {day} to answer, or name no day", day=earliest)
    if by > hearing_on:
        raise NotAcceptable("answerBy", "The answer is asked by the day of the hearing at the latest")
    if is_day_off(by):
        raise NotAcceptable("answerBy", "This is a day off: choose a working day")


def after(days: int, now: Circumstances) -> date:
    """The first working day on which so many days have passed."""
    return next_working_day(now.on + timedelta(days=days))


def _waived(act: acts.HearingWaived, now: Circumstances) -> None:
    """Each ground of the law needs what it speaks of. Awb 7:3."""
    judged = objections.judgement(now.case)
    if act.ground is NoHearing.MANIFESTLY_INADMISSIBLE and (judged is None or judged.obstacle is None):
        raise NotAcceptable("ground", "This objection was judged to be one that can be dealt with")
    if act.ground is NoHearing.FULLY_MET and hearings.may_harm_the_cooperative(now.case):
        raise NotAcceptable(
            "ground",
            "To meet this objection can harm the cooperative, which is to be heard too: there is a hearing; Awb 7:3(e)",
        )
    if act.ground is NoHearing.FULLY_MET and hearings.may_harm_the_resident(now.case):
        raise NotAcceptable(
            "ground",
            "To meet this objection can harm the resident, who is to be heard too: there is a hearing; Awb 7:3(e)",
        )
    if act.ground is NoHearing.NO_ANSWER:
        _check_no_answer("ground", now)
    if act.resident_too and act.ground not in hearings.GIVEN_UP:
        raise NotAcceptable("residentToo", "On this ground nobody needs to be heard: leave this out")
    _resident_gave_up(act, now)


def _resident_gave_up(act: acts.HearingWaived | acts.HearingDeclined, now: Circumstances) -> None:
    """Each interested party gives up being heard for himself. Awb 7:3(c), (d)."""
    if act.resident_too is None:
        return
    if not hearings.may_harm_the_resident(now.case):
        raise NotAcceptable(
            "residentToo", "To meet this objection takes nothing from the resident: leave this out"
        )
    if Role.COOPERATIVE in now.actor.roles:
        raise NotAcceptable(
            "residentToo", "The resident tells the municipality himself that he gives up being heard"
        )
    if act.resident_too is ResidentUnheard.NO_ANSWER:
        _check_no_answer("residentToo", now)


def _check_no_answer(field: str, now: Circumstances) -> None:
    """Everybody who is invited is asked to answer by the same day. Awb 7:3(d)."""
    asked = hearings.since_reopening(now.case, acts.HearingInvited)
    by = asked.answer_by if isinstance(asked, acts.HearingInvited) else None
    if by is None:
        raise NotAcceptable(field, "Nobody was asked to answer by a day")
    if now.on <= by:
        raise NotNow("There is time to answer until {day}", day=by)


def _held(act: acts.HearingHeld, now: Circumstances) -> None:
    ruled = max((each.decided_on for each in rulings.rulings(now.case)), default=now.case.received_on)
    if not ruled <= act.held_on <= now.on:
        raise NotAcceptable(
            "heldOn", "A hearing is held after the objection came, and reported after it was held"
        )
    _check_notice(act, now)
    _check_hearers(act, now)


def _check_notice(act: acts.HearingHeld, now: Circumstances) -> None:
    """They were invited, and the file lay ready for a week since then, or a ground says why not. Awb 7:4(2), 7:4(5)."""
    is_short = not hearings.was_invited_for(now.case, act.held_on)
    if is_short and act.at_short_notice is None:
        raise NotAcceptable(
            "atShortNotice",
            "Nobody was invited for this day a week before it: say why he was heard all the same; Awb 7:4",
        )
    if not is_short and act.at_short_notice is not None:
        raise NotAcceptable("atShortNotice", "There was an invitation for this day: leave this out")
    if is_short and act.at_short_notice not in hearings.at_short_notice(now.case):
        raise NotAcceptable(
            "atShortNotice",
            "Not only who objects is to be heard: invite everybody, unless all agreed; Awb 7:2, 7:6",
        )


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


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.HearingInvited: _invited,
    acts.HearingWaived: _waived,
    acts.HearingDeclined: _resident_gave_up,
    acts.HearingHeld: _held,
}
