"""Whether somebody who objects was heard, for which day he was invited, or why he was not. Awb 7:2 to 7:4."""

from __future__ import annotations

from datetime import date

from domain import acts, replaced, rulings
from domain.acts import NoHearing, Objector, ResidentUnheard, ShortNotice
from domain.case import Case, Entry, Status
from domain.fact import Fact
from domain.people import Role
from domain.term import Term, starting

GIVEN_UP = (NoHearing.DECLINED, NoHearing.NO_ANSWER)
"""The grounds that hold for one party alone: each gives up being heard for himself. Awb 7:3(c), (d)."""


def since_reopening(case: Case, *kinds: type[Fact]) -> Fact | None:
    """The newest act of these kinds since the hearing was reopened last, or the objection taken up, if it was."""
    found = case.last(*kinds, after=_reopened(case))
    return found[1] if found else None


def _reopened(case: Case) -> int:
    reopened = case.last(acts.HearingReopened, acts.ObjectionTakenUp)
    return reopened[0].version if reopened else 0


def no_hearing(case: Case) -> NoHearing | None:
    """Why the objector was not heard; none when he was, now or before: on its substance, after a ruling. Awb 7:3."""
    match _done_without(case):
        case acts.HearingWaived(ground=ground):
            return ground
        case acts.HearingDeclined():
            return NoHearing.DECLINED
        case None:
            return None


def resident_too(case: Case) -> ResidentUnheard | None:
    """Why the resident was not heard either, where he gave that up. Awb 7:3(c), (d)."""
    without = _done_without(case)
    return without.resident_too if without else None


def cooperative_too(case: Case) -> bool:
    """Whether the cooperative gave it up where the resident objects: it spoke for him, or did not answer either."""
    if (found := _without(case)) is None:
        return False
    entry, act = found
    is_said_for_both = isinstance(act, acts.HearingDeclined) and Role.COOPERATIVE in entry.actor.roles
    return is_said_for_both or no_hearing(case) is NoHearing.NO_ANSWER


def is_resident_to_be_heard(case: Case) -> bool:
    """Whether the objection cannot be met yet: he can lose by it, and another gave up the hearing. Awb 7:2, 7:3."""
    return no_hearing(case) is not None and resident_too(case) is None and may_harm_the_resident(case)


def is_cooperative_to_be_heard(case: Case) -> bool:
    """The same of the cooperative, where the resident objects to what it was given for itself."""
    return no_hearing(case) is not None and not cooperative_too(case) and may_harm_the_cooperative(case)


def _done_without(case: Case) -> acts.HearingWaived | acts.HearingDeclined | None:
    found = _without(case)
    return found and found[1]


def _without(case: Case) -> tuple[Entry, acts.HearingWaived | acts.HearingDeclined] | None:
    if case.last(acts.HearingHeld, after=rulings.taken_up(case)):
        return None
    return case.last(acts.HearingWaived, acts.HearingDeclined, after=_reopened(case))


FAVOURS_THE_RESIDENT = (
    *(acts.PermissionGranted, acts.PermissionRenewed, acts.PermissionExtendedToFull),
    *(acts.PermissionReinstated, acts.ConditionsChanged, acts.ConditionsAdjusted),
)
"""What gives him something, or can: he loses it where an objection to it that is not his own is met."""


def may_harm_the_resident(case: Case) -> bool:
    """Whether to meet an objection that is not his in full takes from him what he was given or left. Awb 7:3(e).

    Also what the cooperative asked for itself, and was refused.
    """
    decided, of = acts.ACTS[replaced.standing(case).kind], case.objection
    is_left_as_it_was = of.decision.of_the_cooperative and issubclass(decided, acts.AdjustmentRefused)
    is_his = of.objector is Objector.RESIDENT
    return not is_his and (is_left_as_it_was or issubclass(decided, FAVOURS_THE_RESIDENT))


def may_harm_the_cooperative(case: Case) -> bool:
    """Whether to meet the resident's objection takes from it what it was given for itself. Awb 7:3(e)."""
    decided, of = acts.ACTS[replaced.standing(case).kind], case.objection
    is_given = of.decision.of_the_cooperative and issubclass(decided, acts.ConditionsAdjusted)
    return of.objector is Objector.RESIDENT and is_given


def hearing(case: Case) -> Term | None:
    """The day for which the objector is invited. Awb 7:2."""
    found = since_reopening(case, acts.HearingInvited)
    if not isinstance(found, acts.HearingInvited):
        return None
    return starting(found.hearing_on, "uitgenodigd", "invited", "Awb 7:2")


def answer_by(case: Case) -> date | None:
    """The day by which the objector is asked to say whether he wants to be heard, while nothing came. Awb 7:3(d)."""
    kinds = (acts.HearingInvited, acts.HearingHeld, acts.HearingWaived, acts.HearingDeclined)
    match since_reopening(case, *kinds):
        case acts.HearingInvited(answer_by=by) if case.status is Status.HEARING:
            return by
        case _:
            return None


def was_invited_for(case: Case, on: date) -> bool:
    """Whether the newest invitation is for that day, or for one before it.

    It left a week before its day, or all agreed to less, when it was accepted. Awb 7:4(2), 7:4(5).
    """
    invited_for = hearing(case)
    return invited_for is not None and invited_for.due_on <= on


def at_short_notice(case: Case) -> tuple[ShortNotice, ...]:
    """On which grounds somebody is heard whom nobody invited a week before. Awb 7:2(1), 7:4(5), 7:6(1).

    Where the resident does not object himself he is heard too, and so is the cooperative where it can lose by it: it is
    not for who objects alone then.
    """
    is_his = case.objection.objector is Objector.RESIDENT
    return tuple(ShortNotice) if is_his and not may_harm_the_cooperative(case) else (ShortNotice.AGREED,)
