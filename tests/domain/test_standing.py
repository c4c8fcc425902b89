"""Where a case stands and what comes next, told to who is no lawyer."""

from __future__ import annotations

from datetime import date, timedelta

from domain import acceptance, acts, words
from domain.case import Case
from domain.standing import AHEAD, RENEWAL_AWAITED, STANDS, standing
from domain.status import Status
from tests.domain.late import GRANTED, a_late_case
from tests.domain.objected import DECLINED, JUDGED, TODAY, a_case_with
from tests.examples import (
    A_MONDAY,
    WHY,
    a_case,
    a_check,
    a_grant,
    a_refusal,
    a_review,
    an_act,
    an_ending,
    caseworker1,
    clock,
    coop_a,
    decider1,
    objections1,
)
from tests.objecting import an_invitation
from tests.permitting import a_proposed_revocation
from tests.superseding import a_reversal

ONE_DAY = timedelta(days=1)
YEARS_LATER = A_MONDAY + timedelta(days=3_000)


def names(case: Case, on: date = A_MONDAY) -> list[str]:
    return [each.name for each in standing(case, on).ahead]


def a_participation(days: int = 700) -> Case:
    grant = a_grant(A_MONDAY, A_MONDAY + timedelta(days=days))
    return a_case(
        (A_MONDAY, caseworker1, a_check()),
        (A_MONDAY, caseworker1, a_review()),
        (A_MONDAY, decider1, grant),
    )


def test_every_status_and_every_date_has_its_sentence() -> None:
    assert set(Status) == set(STANDS)
    assert (
        words.TERMS.keys() | {"report_request", "announcement", "interim_request", "window", "hearing_answer"}
        == AHEAD.keys()
    )


def test_of_a_new_application_the_soonest_comes_first() -> None:
    assert "The municipality checks whether everything is there." == standing(a_case(), A_MONDAY).now.en
    assert ["intake", "decision"] == names(a_case())


def test_who_takes_part_is_told_when_he_will_be_asked() -> None:
    assert ["report_request", "reassessment", "expiry"] == names(a_participation())


def test_while_a_permission_stands_still_nobody_is_told_that_he_takes_part() -> None:
    days = [A_MONDAY + timedelta(days=n) for n in (2, 3, 10, 11)]
    suspended = acts.PermissionSuspended(suspended_from=days[1], suspended_until=days[2], reasoning=WHY)
    entries = a_participation().entries
    case = a_case(*((e.on, e.actor, e.act) for e in entries), (A_MONDAY, decider1, suspended))

    assert [False, True, True, False] == ["stands still" in standing(case, day).now.en for day in days]


def test_before_the_first_day_nobody_is_told_that_he_may_take_part_yet() -> None:
    told = [standing(a_participation(), on).now for on in (A_MONDAY - timedelta(days=1), A_MONDAY)]

    assert ["The resident may take part from 2 March 2026.", "The resident may take part."] == [
        t.en for t in told
    ]
    assert "De inwoner mag meedoen vanaf 2 maart 2026." == told[0].nl


def test_who_takes_part_for_a_short_time_is_told_when_he_will_hear_how_to_go_on() -> None:
    ends_on = A_MONDAY + timedelta(days=100)
    told = (A_MONDAY, clock, acts.EndAnnounced(ends_on=ends_on))
    heard = a_case(*((e.on, e.actor, e.act) for e in a_participation(100).entries), told)

    assert ["announcement", "expiry"] == names(a_participation(100))
    assert ["expiry"] == names(heard)


def test_who_objects_sees_the_day_by_which_he_says_whether_he_wants_to_be_heard() -> None:
    """Until he did, or that day passed. Awb 7:3(d)."""
    by = date(2026, 3, 30)
    invited = (TODAY, objections1, an_invitation(by, answer_by=by))
    declined = a_case_with(JUDGED, invited, DECLINED)

    assert "hearing_answer" in names(a_case_with(JUDGED, invited), by)
    assert "hearing_answer" not in names(a_case_with(JUDGED, invited), by + timedelta(days=1))
    assert "hearing_answer" not in names(declined, by)


def test_who_waits_for_a_late_decision_is_told_of_the_penalty_and_of_no_day_that_is_over() -> None:
    """Since its first day it is owed; that day, and the last one, are nobody's to be late with. Awb 4:17."""
    first, decided_on = date(2026, 5, 14), date(2026, 5, 16)
    before, running = standing(a_late_case(), first - ONE_DAY), standing(a_late_case(), first + ONE_DAY)
    owing = "The municipality is late: it usually owes a penalty payment from 14 May 2026."

    assert "penalty_first_day" in [each.name for each in before.ahead]
    assert "penalty_first_day" not in [each.name for each in running.ahead]
    assert [False, True] == [owing in [each.en for each in told.some_day] for told in (before, running)]
    assert "penalty_last_day" not in names(a_late_case(GRANTED), decided_on)
    assert owing not in [each.en for each in standing(a_late_case(GRANTED), decided_on).some_day]


def test_what_the_municipality_should_have_done_by_now_stays_ahead() -> None:
    assert ["intake", "decision"] == names(a_case(), YEARS_LATER)


def test_of_a_closed_case_nothing_lies_ahead_but_days_that_still_come() -> None:
    withdrawn = a_case((A_MONDAY, coop_a, acts.ApplicationWithdrawn()))
    ending = an_ending(A_MONDAY + timedelta(days=9))
    ended, stopped = a_participation(), (A_MONDAY, clock, acts.ParticipationStopped())
    ended = a_case(*((e.on, e.actor, e.act) for e in ended.entries), (A_MONDAY, coop_a, ending), stopped)

    assert [] == names(withdrawn)
    assert (["expiry"], []) == (names(ended), names(ended, YEARS_LATER))


def test_a_permission_that_is_over_while_its_renewal_is_awaited_is_said_to_be_over() -> None:
    """Nobody is told that he may take part; once the request is taken back, nothing is awaited any more."""
    last = A_MONDAY + timedelta(days=60)
    asked = (A_MONDAY, coop_a, acts.RenewalRequested(valid_until=last + timedelta(days=90), reasoning=WHY))
    over = (last + timedelta(days=1), clock, acts.PermissionExpired())
    granted = [(e.on, e.actor, e.act) for e in a_participation(60).entries[1:]]
    awaited = a_case(*granted, asked, over)
    taken_back = a_case(*granted, asked, over, (over[0], coop_a, acts.RenewalWithdrawn()))

    assert RENEWAL_AWAITED == standing(awaited, over[0]).now
    assert "expiry" in names(awaited, last)
    assert ["renewal"] == names(awaited, over[0])
    assert STANDS[Status.EXPIRED] == standing(taken_back, over[0]).now


def test_what_is_refused_of_a_permission_that_is_over_is_said_to_be_too_late() -> None:
    """Of anything else it is said that the case does not await it."""
    last = A_MONDAY + timedelta(days=60)
    over = (last + timedelta(days=1), clock, acts.PermissionExpired())
    case = a_case(*((e.on, e.actor, e.act) for e in a_participation(60).entries[1:]), over)

    assert "The permission ended on 2026-05-01: only" in str(
        acceptance.not_awaited(a_proposed_revocation(), case)
    )
    assert "does not await" in str(acceptance.not_awaited(a_check(), case))
    assert "does not await" in str(acceptance.not_awaited(a_proposed_revocation(), a_participation()))


def test_what_is_decided_anew_is_told_and_what_holds_until_then() -> None:
    """Before the first day as after it, and of a refusal: the old decision holds. Awb 6:16, 7:11(2)."""
    before, first = A_MONDAY - ONE_DAY, A_MONDAY
    granted, refused = a_participation(), a_case((A_MONDAY, caseworker1, a_review()), (A_MONDAY, *REFUSED))
    upheld = after(granted, acts.ObjectionUpheld(objection="Z-1", version=4, decide_by=YEARS_LATER))
    ruling = acts.Ruling(ruled_on=A_MONDAY, is_term_set=False, decided_by="objections1")
    annulled = acts.ObjectionUpheld(objection="Z-1", version=4, decide_by=YEARS_LATER, ruling=ruling)
    asked = after(upheld, acts.ViewInvited(intention="Weigeren."))

    assert [
        f"The resident may take part from 2 March 2026. {ANEW}",
        f"The resident may take part. {ANEW}",
        f"The resident may take part. {STANDS[Status.VIEW_AWAITED].en} {ANEW}",
        ANEW.replace("objection to", "appeal against"),
        "The municipality goes back on the decision and decides anew. Until then the old decision holds.",
    ] == [
        standing(case, on).now.en
        for case, on in (
            (upheld, before),
            (upheld, first),
            (asked, first),
            (after(refused, annulled.model_copy(update={"version": 3})), first),
            (after(refused, a_reversal(3, YEARS_LATER)), first),
        )
    ]


ANEW = "The objection to the decision was upheld: the municipality decides anew. Until then the old decision holds."
REFUSED = (decider1, a_refusal())


def after(case: Case, act: acts.Act) -> Case:
    return case.after(an_act(case, A_MONDAY, clock, act))
