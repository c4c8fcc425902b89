"""What an upheld objection annulled gives what it gave until that is decided on again. Awb 3:40, 7:11(2)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, acts, untold
from domain.acts import Act
from domain.case import Case
from domain.errors import NotAcceptable, NotNow
from domain.letters import called_for, dated_anew
from domain.people import Actor
from domain.standing import standing
from tests.domain.annulled import BEGAN, ENDS, WAIVED, taking_part, upheld
from tests.examples import a_grant, an_act, caseworker1, clock, coop_a, decider1, decider3, done
from tests.letters.letters import pages_of, pdf_of
from tests.permitting import (
    a_refused_adjustment,
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    an_adjustment,
    an_adjustment_asked,
    an_adjustment_proposed,
    an_advice_to_renew,
)

JUNE, JULY = date(2026, 6, 1), date(2026, 7, 6)
LONGER = date(2027, 3, 31)
LATER_IN_JULY = date(2026, 7, 20)
OVER, LATER = date(2026, 11, 2), date(2026, 11, 9)
HOURS = 20
REFUSED, WITHDRAWN = a_refused_renewal(view_waived=WAIVED), acts.RenewalWithdrawn()


def with_one_more(case: Case, on: date, actor: Actor, act: Act, about: int | None = None) -> Case:
    return case.after(an_act(case, on, actor, act).model_copy(update={"about": about}))


def a_contested_renewal() -> Case:
    """Which an objection annulled in November, after the day on which the permission would have ended."""
    case = taking_part((JUNE, coop_a, a_renewal_asked(LONGER)), (JUNE, caseworker1, an_advice_to_renew()))
    case = with_one_more(case, JUNE, decider1, a_renewal(LONGER), case.version - 1)
    return upheld(case, case.version, on=OVER)


def more_hours() -> Case:
    """As asked for, which an objection annulled in July."""
    case = with_one_more(taking_part(), JUNE, coop_a, an_adjustment_asked(HOURS))
    case = with_one_more(case, JUNE, decider1, an_adjustment(case.version, HOURS), case.version)
    return upheld(case, case.version, on=JULY)


def request_in(case: Case) -> int:
    asked = (acts.RenewalRequested, acts.AdjustmentRequested)
    return next(e.version for e in case.entries if isinstance(e.act, asked))


def sent(case: Case, on: date) -> Case:
    letter = acts.LetterSent(
        version=case.version,
        sendings=(acts.Sent(addressee=acts.Addressee.RESIDENT, channel=acts.Channel.POST, sent_on=on),),
    )
    return with_one_more(case, on, clock, letter)


def test_a_contested_renewal_counts_until_it_is_decided_on_again() -> None:
    case = a_contested_renewal()

    assert case.is_participating
    assert case.permission is not None
    assert LONGER == case.permission.valid_until


@pytest.mark.parametrize("act", [REFUSED, WITHDRAWN], ids=["refused", "taken-back"])
def test_it_counts_no_more_once_that_is_decided_and_told(act: Act) -> None:
    """The letter may lie for a week."""
    case = with_one_more(a_contested_renewal(), OVER, decider3, act, request_in(a_contested_renewal()))
    last, told = case.permission, sent(case, LATER).permission

    assert last is not None
    assert told is not None
    assert (OVER, LATER) == (last.valid_until, told.valid_until)


def test_a_refusal_before_the_old_end_leaves_that_as_it_was() -> None:
    case = taking_part((JUNE, coop_a, a_renewal_asked(LONGER)), (JUNE, caseworker1, an_advice_to_renew()))
    request = case.version - 1
    case = with_one_more(case, JUNE, decider1, a_renewal(LONGER), request)
    case = with_one_more(upheld(case, case.version, on=JULY), JULY, decider3, REFUSED, request)
    letter = called_for(case, case.entries[-1])

    assert case.permission is not None
    assert ENDS == case.permission.valid_until
    assert letter is not None
    assert ("", {"undone_from": date(2026, 7, 7)}) == (letter.said["ends_then"], letter.counts_from)


def test_a_letter_tells_from_when_what_was_decided_before_counts_no_more() -> None:
    contested = a_contested_renewal()
    case = with_one_more(contested, OVER, decider3, REFUSED, request_in(contested))
    letter = called_for(case, case.entries[-1])

    assert letter is not None
    text = " ".join(" ".join(pages_of(pdf_of(letter))).split())
    assert "Vanaf 3 november 2026 geldt het niet meer: dan mag u niet meer meedoen" in text
    assert "blijft" not in text
    assert "Na 2 november" not in text


def test_more_hours_that_were_asked_for_count_until_that_is_decided_on_again() -> None:
    """From the day after the refusal was sent there are as few as before."""
    case = more_hours()
    had = case.permission
    case = with_one_more(
        case, JULY, decider3, a_refused_adjustment(request_in(case), WAIVED), request_in(case)
    )
    has, told = case.permission, sent(case, date(2026, 7, 9)).permission
    letter = called_for(case, case.entries[-1])

    assert had is not None
    assert has is not None
    assert told is not None
    assert (HOURS, None) == (had.hours_a_week, had.changed_from)
    assert (16, date(2026, 7, 7)) == (has.hours_a_week, has.changed_from)
    assert date(2026, 7, 10) == told.changed_from
    assert letter is not None
    assert {"undone_from": date(2026, 7, 7)} == letter.counts_from


def test_who_takes_back_another_request_loses_nothing_of_what_he_was_given() -> None:
    case = with_one_more(more_hours(), JULY, coop_a, a_renewal_asked(LONGER))
    permission = with_one_more(case, JULY, coop_a, WITHDRAWN).permission

    assert permission is not None
    assert HOURS == permission.hours_a_week


def test_more_hours_count_with_the_condition_on_which_they_were_given() -> None:
    case = with_one_more(taking_part(), JUNE, coop_a, an_adjustment_asked(HOURS))
    given = an_adjustment(case.version, HOURS, "No work on Sundays", view_waived=WAIVED)
    case = with_one_more(case, JUNE, decider1, given, case.version)
    permission = upheld(case, case.version, on=JULY).permission

    assert permission is not None
    assert (HOURS, ("No work on Sundays",)) == (permission.hours_a_week, permission.conditions)


@pytest.mark.parametrize(
    ("opened", "hours", "left"),
    [(an_adjustment_asked(8), 8, 16), (an_adjustment_proposed(HOURS), HOURS, 16)],
    ids=["asked-for-less", "proposed"],
)
def test_what_took_something_away_or_nobody_asked_for_counts_no_more_at_once(
    opened: Act, hours: int, left: int
) -> None:
    case = with_one_more(taking_part(), JUNE, coop_a, opened)
    case = with_one_more(case, JUNE, decider1, an_adjustment(case.version, hours), case.version)
    permission = upheld(case, case.version, on=JULY).permission

    assert permission is not None
    assert left == permission.hours_a_week


def test_a_permission_that_was_granted_again_starts_without_what_was_annulled_before() -> None:
    """The decision on the application itself comes first; what counted before it did so until it was told."""
    case = a_contested_renewal()
    permission = with_one_more(case, OVER, decider3, a_grant(BEGAN, ENDS)).permission

    assert permission is not None
    assert (BEGAN, OVER) == (permission.valid_from, permission.valid_until)


def test_a_permission_that_is_granted_again_for_a_shorter_time_ends_once_that_was_told() -> None:
    """Its letter may go out after its last day. Awb 3:40, 3:41."""
    soon = date(2026, 7, 8)
    contested = upheld(taking_part(), 3, on=JULY)
    case = with_one_more(contested, JULY, decider3, a_grant(BEGAN, soon, view_waived=WAIVED))
    told = sent(case, LATER_IN_JULY)
    last, moved, in_time = case.permission, told.permission, sent(case, date(2026, 7, 7)).permission

    assert last is not None
    assert moved is not None
    assert in_time is not None
    assert (soon, LATER_IN_JULY, soon) == (last.valid_until, moved.valid_until, in_time.valid_until)
    assert [True, False] == [untold.is_untold(each) for each in (case, told)]
    assert untold.UNTIL_TOLD == standing(case, date(2026, 7, 9)).now
    assert untold.UNTIL_TOLD not in (standing(case, soon).now, standing(told, soon).now)


def test_a_second_permission_anew_starts_from_what_people_were_told() -> None:
    """The first of them was taken back before it was sent."""
    case = upheld(taking_part(), 3, on=JULY)
    case = with_one_more(case, JULY, decider3, a_grant(BEGAN, date(2026, 7, 8), view_waived=WAIVED))
    case = upheld(case, case.version, on=JULY)
    permission = case.permission
    case = with_one_more(case, JULY, decider1, a_grant(BEGAN, date(2026, 7, 15), view_waived=WAIVED))
    told = sent(case, LATER_IN_JULY).permission

    assert permission is not None
    assert told is not None
    assert (ENDS, True, LATER_IN_JULY) == (permission.valid_until, untold.is_untold(case), told.valid_until)
    assert ENDS == untold.may_last_until(case)


def test_the_letter_of_a_shorter_permission_names_the_day_after_it_at_the_earliest() -> None:
    contested = upheld(taking_part(), 3, on=JULY)
    case = with_one_more(contested, JULY, decider3, a_grant(BEGAN, date(2026, 7, 8), view_waived=WAIVED))
    letter = called_for(case, case.entries[-1])

    assert letter is not None
    assert {"shorter_from": date(2026, 7, 9)} == letter.counts_from
    late = dated_anew(letter, LATER_IN_JULY, LATER_IN_JULY)
    text = " ".join(" ".join(pages_of(pdf_of(late))).split())
    assert "Die wordt korter: vanaf 21 juli 2026 mag u niet meer meedoen" in text
    assert "8 juli" not in text


def test_a_first_permission_and_one_that_is_longer_wait_for_no_letter() -> None:
    first = taking_part()
    contested = upheld(first, 3, on=JULY)

    assert not untold.is_untold(first)
    assert not untold.is_untold(with_one_more(contested, JULY, decider3, a_grant(BEGAN, LONGER)))


def test_a_permission_in_force_is_granted_again_without_a_day_between() -> None:
    later = a_grant(date(2026, 8, 3), LONGER)

    with pytest.raises(NotAcceptable, match="goes on: start on") as refused:
        acceptance.check(done(decider3, later), upheld(taking_part(), 3, on=JULY), JULY)
    assert "validFrom" == refused.value.field


def test_who_objected_himself_to_his_hours_gets_no_fewer_by_it() -> None:
    """A refusal would leave him what he had before; the objection of another is no such bar. Awb 7:11(1)."""
    case = with_one_more(taking_part(), JUNE, coop_a, an_adjustment_asked(24))
    request = case.version
    case = with_one_more(case, JUNE, decider1, an_adjustment(request, HOURS, view_waived=WAIVED), request)
    lodged = acts.ObjectionLodged(
        objection=f"objection-to-{case.version}",
        version=case.version,
        received_on=JUNE,
        objector=acts.Objector.RESIDENT,
    )
    his = upheld(with_one_more(case, JUNE, clock, lodged), case.version, on=JULY)
    refused, fewer = a_refused_adjustment(request, WAIVED), an_adjustment(request, 18, view_waived=WAIVED)

    with pytest.raises(NotNow, match="gets no less"):
        acceptance.check(done(caseworker1, refused), his, JULY)
    with pytest.raises(NotAcceptable, match="gets no less"):
        acceptance.check(done(caseworker1, fewer), his, JULY)

    acceptance.check(done(caseworker1, refused), upheld(case, case.version, on=JULY), JULY)
