"""A trial that was made full by itself, and what is to be decided on it again. Awb 7:11, 8:72."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain import acceptance, acts, trial
from domain.acts import Act, Objector
from domain.case import Case
from domain.errors import NotAcceptable, NotNow
from domain.letters import called_for
from domain.matters import default
from domain.people import Actor
from domain.remedy import Remedy, other_parties, remedy
from domain.terms import awaited
from tests.domain.annulled import BEGAN, ENDS, WAIVED
from tests.examples import (
    a_case,
    a_grant,
    a_review,
    an_act,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
    decider3,
    done,
)
from tests.permitting import (
    a_refused_renewal,
    a_renewal_asked,
    an_advice_to_renew,
    an_evaluation,
    an_extension,
)
from tests.superseding import a_sending

JUNE, JULY, OCTOBER, DECEMBER = date(2026, 6, 1), date(2026, 7, 6), date(2026, 10, 1), date(2026, 12, 1)
LONGER, SHORTER = date(2027, 3, 31), date(2026, 12, 31)
FULL = 4
"""The version of what made it full."""


def then(case: Case, on: date, actor: Actor, act: Act, about: int | None = None) -> Case:
    return case.after(an_act(case, on, actor, act).model_copy(update={"about": about}))


def made_full() -> Case:
    """In June, at a reassessment; the trial itself is until the end of September."""
    on_trial = a_grant(BEGAN, ENDS, form=acts.Form.TRIAL, view_waived=WAIVED)
    case = a_case((BEGAN, caseworker1, a_review()), (BEGAN, decider1, on_trial))
    return then(case, JUNE, decider1, an_extension(LONGER))


def lodged(case: Case, objector: Objector = Objector.ANOTHER, number: str = "one") -> Case:
    act = acts.ObjectionLodged(objection=number, version=FULL, received_on=JUNE, objector=objector)
    return then(case, JUNE, clock, act)


def upheld(case: Case, number: str = "one", on: date = JULY, ruling: acts.Ruling | None = None) -> Case:
    told = acts.ObjectionClosed(
        objection=number,
        outcome=acts.Outcome.UPHELD,
        decide_by=LONGER,
        ruling=ruling,
        objector_name="Van Dam",
        times=0,
    )
    return then(case, on, clock, told)


def contested(objector: Objector = Objector.ANOTHER) -> Case:
    return upheld(lodged(made_full(), objector))


def refused(case: Case, on: date = JULY) -> Case:
    return then(case, on, decider3, a_refused_renewal(view_waived=WAIVED), FULL)


def numbers(case: Case) -> list[int]:
    return [each.version for each in trial.contested_in(case)]


RULED = acts.Ruling(ruled_on=OCTOBER, is_term_set=False, decided_by="decider2", by_another=True)


@pytest.mark.parametrize("act", [an_extension(LONGER), a_refused_renewal(view_waived=WAIVED)])
def test_what_is_decided_on_it_again_is_for_the_court_and_goes_to_who_objected(act: Act) -> None:
    """Also where it was made full at a reassessment, and so on nothing before it. Awb 3:41, 8:1."""
    case = then(contested(), JULY, decider3, act, FULL)
    letter = called_for(case, case.entries[-1])

    assert Remedy.APPEAL is remedy(case, case.entries[-1])
    assert ("Van Dam",) == other_parties(case, case.version)
    assert letter is not None
    assert (None, True) == (letter.objection_until, letter.appeal_until is not None)
    assert [] == numbers(case)


def test_a_request_to_renew_is_decided_on_beside_it() -> None:
    """Its refusal takes nothing of what is decided on again, nor can less be given on it. Awb 7:11(1)."""
    case = then(contested(Objector.RESIDENT), JULY, coop_a, a_renewal_asked(date(2027, 6, 30)))
    request = case.version
    case = then(case, JULY, caseworker1, an_advice_to_renew(), request)
    fewer = an_extension(SHORTER, view_waived=WAIVED)
    with pytest.raises(NotAcceptable, match="gets no less"):
        acceptance.check(done(decider3, fewer), case, JULY, about=request)
    case = then(case, JULY, decider3, a_refused_renewal(view_waived=WAIVED), request)

    assert [FULL] == numbers(case)
    assert case.permission is not None
    assert LONGER == case.permission.valid_until


def test_it_is_decided_on_again_though_a_renewal_was_answered_meanwhile() -> None:
    case = then(lodged(made_full()), JUNE, coop_a, a_renewal_asked(date(2027, 6, 30)))
    case = then(case, JUNE, decider2, a_refused_renewal(view_waived=WAIVED), case.version)

    assert [FULL] == numbers(upheld(case))


def test_it_is_decided_on_again_though_it_was_evaluated_and_left_meanwhile() -> None:
    """A court annulled the decision by which it was lost, long after that. Awb 8:72."""
    case = refused(contested())
    case = then(case, OCTOBER, caseworker1, an_evaluation())
    case = then(case, OCTOBER, decider1, acts.TrialLeftToEnd(reasoning="It did not work."), case.version)
    case = then(case, OCTOBER, clock, acts.PermissionExpired())
    before = case.permission
    case = upheld(case, on=DECEMBER, ruling=RULED)

    assert [FULL] == numbers(case)
    assert not case.is_closed
    assert before == case.permission


def test_one_that_ran_its_course_is_left_as_it_was_unless_who_has_it_objected() -> None:
    his, anothers = (
        then(contested(objector), LONGER, clock, acts.PermissionExpired())
        for objector in (Objector.RESIDENT, Objector.ANOTHER)
    )

    assert ([FULL], []) == (numbers(his), numbers(anothers))


@pytest.mark.parametrize("first", ["his", "anothers"])
def test_what_another_was_right_about_may_be_refused_whoever_was_told_first(first: str) -> None:
    """Each of them objected, and each was upheld. Awb 7:11."""
    case = lodged(lodged(made_full(), Objector.RESIDENT, "his"), Objector.ANOTHER, "anothers")
    case = upheld(upheld(case, first), "anothers" if first == "his" else "his")
    refusal = done(decider3, a_refused_renewal(view_waived=WAIVED))

    acceptance.check(refusal, case, JULY, about=FULL)

    with pytest.raises(NotNow, match="gets no less"):
        acceptance.check(refusal, contested(Objector.RESIDENT), JULY, about=FULL)


def test_a_ruling_gives_back_no_day_on_which_nobody_took_part() -> None:
    """The permission was over by a refusal that people were told of, which a court annulled since."""
    case = then(refused(contested(), OCTOBER), OCTOBER, clock, acts.PermissionExpired())
    lost = case.permission
    case = refused(upheld(case, on=DECEMBER, ruling=RULED), DECEMBER)
    letter = called_for(case, case.entries[-1])

    assert lost is not None
    assert lost == case.permission
    assert letter is not None
    assert {} == letter.counts_from


def test_who_waits_for_the_new_decision_may_give_notice_of_default() -> None:
    """It is a part of that on the objection, which was asked for. Awb 4:17, 7:10, 7:11(2)."""
    case = contested(Objector.RESIDENT)
    late = LONGER + timedelta(days=1)
    notice = done(coop_a, acts.NoticeOfDefaultReceived())

    assert (FULL,) == awaited.waited_for(case, JULY)
    assert () == awaited.waited_for(made_full(), JULY)
    acceptance.check(notice, case, late)
    told = then(case, late, coop_a, acts.NoticeOfDefaultReceived())
    weighed = default.weigh(told, told.version)

    assert (acts.NoticeEffect.COUNTS, LONGER) == (weighed.effect, weighed.decision_due_on)

    answered = refused(case)
    answered = then(answered, JULY, clock, a_sending(answered.version, JULY))
    assert () == awaited.waited_for(answered, late)
