"""What may be said in an objection, held against what came before. Awb chapters 6 and 7."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from domain import acceptance, acts, objections
from domain.acts import Act, NoHearing, Outcome
from domain.case import Case
from domain.errors import NotAcceptable, NotNow
from domain.people import Actor
from tests.domain.objected import (
    ADJOURNED,
    DECIDED,
    DECLINED,
    HEARD,
    INADMISSIBLE,
    JUDGED,
    LATE,
    TODAY,
    TOMORROW,
    a_case_with,
)
from tests.examples import (
    WHY,
    a_case,
    a_policy,
    caseworker1,
    coop_a,
    decider2,
    done,
    objections1,
)
from tests.objecting import (
    a_decision,
    a_hearing,
    a_hearing_at_once,
    a_judgement,
    a_postponement,
    a_refused_case,
    a_repair_request,
    a_waiver,
    an_advice,
    an_invitation,
    an_objection,
    too_late,
)

TOO_SOON, IN_TWO_WEEKS, APRIL = date(2026, 3, 23), date(2026, 3, 24), date(2026, 4, 1)
"""Invited on the 10th, one can send documents until the 14th at least: ten days before a hearing on the 24th."""
A_WEEK_LATER, JUST_TOO_SOON, A_SUNDAY = date(2026, 3, 17), date(2026, 3, 16), date(2026, 3, 22)
PATIENT = a_policy(periods={"repair_days_at_least": 8, "hearing_answer_days_at_least": 8})
OVER = date(2026, 5, 27)
"""The day after the six weeks to decide, which began when those to object were over."""


IN_SUMMER = date(2026, 8, 21)
UNTIL_CHRISTMAS = a_case(
    (date(2026, 9, 1), coop_a, an_objection(a_refused_case(IN_SUMMER))),
    (date(2026, 9, 2), objections1, a_judgement()),
)
"""To be decided on by 13 November: six weeks later is Christmas Day."""


def of_a_patient_town(*happened: tuple[date, Actor, Act]) -> Case:
    """Where nobody is given less than eight days."""
    return a_case_with(*happened).model_copy(update={"policy": PATIENT})


def heard_by(*names: str) -> acts.HearingHeld:
    """A report that names who heard."""
    return a_hearing_at_once(TODAY).model_copy(update={"heard_by": names})


def heard_by_staff(*people: tuple[str, str]) -> acts.HearingHeld:
    """A report that gives colleagues who heard, by id and name."""
    staff = tuple(acts.Hearer(id=who, name=name) for who, name in people)
    return a_hearing_at_once(TODAY).model_copy(update={"heard_by": (), "staff": staff})


NO_INTEREST = (TODAY, objections1, a_judgement(obstacle="no_interest"))
ON_APPEAL = a_case_with(JUDGED, HEARD, (TODAY, decider2, a_decision(Outcome.UNFOUNDED)))

INVITED = a_case_with(JUDGED, (TODAY, objections1, an_invitation(IN_TWO_WEEKS)))
INVITED_SOONER = a_case_with(JUDGED, (TODAY, objections1, an_invitation(TOMORROW, sooner_agreed=True)))
MOVED = a_case_with(
    JUDGED,
    (TODAY, objections1, an_invitation(IN_TWO_WEEKS)),
    (TODAY, objections1, an_invitation(APRIL)),
)
REOPENED = a_case_with(
    JUDGED,
    (TODAY, objections1, an_invitation(IN_TWO_WEEKS)),
    (TODAY, decider2, acts.HearingReopened(reason=WHY)),
)


SEPTEMBER = date(2026, 9, 1)

UNACCEPTABLE: list[tuple[str, Actor, Act, Case, date]] = [
    ("receivedOn", coop_a, an_objection(received_on=DECIDED), a_case_with(), TODAY),
    ("receivedOn", objections1, an_objection(received_on=TOMORROW), a_case_with(), TODAY),
    ("postedOn", coop_a, an_objection(posted_on=DECIDED), a_case_with(), TODAY),
    ("postedOn", caseworker1, an_objection(posted_on=TOMORROW), a_case_with(), TODAY),
    ("lateExcused", objections1, too_late(excused=True), a_case_with(), TODAY),
    ("lateExcused", objections1, a_judgement(), a_case_with(came=LATE), LATE),
    ("obstacle", objections1, a_judgement(late_excused=False), a_case_with(came=LATE), LATE),
    ("obstacle", objections1, a_judgement(late_excused=True, obstacle="late"), a_case_with(came=LATE), LATE),
    ("obstacle", objections1, a_judgement(obstacle="not_mended"), a_case_with(), TODAY),
    ("until", objections1, a_repair_request(JUST_TOO_SOON), a_case_with(), TODAY),
    ("until", objections1, a_repair_request(A_SUNDAY), a_case_with(), TODAY),
    ("until", objections1, a_repair_request(A_WEEK_LATER), of_a_patient_town(), TODAY),
    ("hearingOn", objections1, an_invitation(TODAY), a_case_with(JUDGED), TODAY),
    ("hearingOn", objections1, an_invitation(TOO_SOON), a_case_with(JUDGED), TODAY),
    ("hearingOn", objections1, an_invitation(TODAY, sooner_agreed=True), a_case_with(JUDGED), TODAY),
    ("answerBy", objections1, an_invitation(IN_TWO_WEEKS, answer_by=APRIL), a_case_with(JUDGED), TODAY),
    (
        "answerBy",
        objections1,
        an_invitation(IN_TWO_WEEKS, answer_by=JUST_TOO_SOON),
        a_case_with(JUDGED),
        TODAY,
    ),
    ("answerBy", objections1, an_invitation(APRIL, answer_by=A_SUNDAY), a_case_with(JUDGED), TODAY),
    (
        "answerBy",
        objections1,
        an_invitation(APRIL, answer_by=A_WEEK_LATER),
        of_a_patient_town(JUDGED),
        TODAY,
    ),
    ("ground", objections1, a_waiver(NoHearing.MANIFESTLY_INADMISSIBLE), a_case_with(JUDGED), TODAY),
    ("ground", objections1, a_waiver(NoHearing.NO_ANSWER), a_case_with(JUDGED), TODAY),
    ("committee", objections1, a_judgement(committee=True), a_case_with(), OVER),
    ("until", objections1, a_postponement(date(2026, 5, 26)), a_case_with(JUDGED), TODAY),
    ("until", objections1, a_postponement(date(2026, 9, 5)), a_case_with(JUDGED), TODAY),
    ("document", objections1, a_postponement(SEPTEMBER, document=None), a_case_with(JUDGED), TODAY),
    (
        "document",
        objections1,
        a_postponement(SEPTEMBER, consent="all", document=None),
        a_case_with(JUDGED),
        TODAY,
    ),
    ("heardBy/1", objections1, heard_by("A. de Wit", "DECIDER1"), a_case_with(JUDGED), TODAY),
    ("heardBy/0", objections1, heard_by(caseworker1.name), a_case_with(JUDGED), TODAY),
    ("staff/0/id", objections1, heard_by_staff(("decider1", "A. de Wit")), a_case_with(JUDGED), TODAY),
    (
        "staff/1/id",
        objections1,
        heard_by_staff(("objections1", "B. Bos"), ("caseworker1", "C. Cats")),
        a_case_with(JUDGED),
        TODAY,
    ),
    ("heldOn", objections1, a_hearing_at_once(TOMORROW), a_case_with(JUDGED), TODAY),
    ("heldOn", objections1, a_hearing_at_once(DECIDED), a_case_with(JUDGED), TODAY),
    ("atShortNotice", objections1, a_hearing(TODAY), a_case_with(JUDGED), TODAY),
    ("atShortNotice", objections1, a_hearing(TOO_SOON), INVITED, IN_TWO_WEEKS),
    ("atShortNotice", objections1, a_hearing(IN_TWO_WEEKS), MOVED, IN_TWO_WEEKS),
    ("atShortNotice", objections1, a_hearing(IN_TWO_WEEKS), REOPENED, IN_TWO_WEEKS),
    ("atShortNotice", objections1, a_hearing_at_once(IN_TWO_WEEKS), INVITED, IN_TWO_WEEKS),
    ("atShortNotice", objections1, a_hearing_at_once(TOMORROW), INVITED_SOONER, TOMORROW),
    ("noHearing", decider2, a_decision(Outcome.UNFOUNDED), a_case_with(JUDGED, DECLINED), TODAY),
    (
        "noHearing",
        decider2,
        a_decision(Outcome.UNFOUNDED, no_hearing="declined"),
        a_case_with(JUDGED, HEARD),
        TODAY,
    ),
    ("outcome", decider2, a_decision(Outcome.UPHELD), a_case_with(NO_INTEREST, HEARD), TODAY),
    ("outcome", decider2, a_decision(Outcome.INADMISSIBLE), a_case_with(JUDGED, HEARD), TODAY),
    ("weeks", objections1, acts.ObjectionAdjourned(weeks=7, reasoning=WHY), a_case_with(JUDGED), TODAY),
    ("weeks", objections1, ADJOURNED, UNTIL_CHRISTMAS, date(2026, 9, 2)),
    ("lodgedOn", objections1, acts.AppealRecorded(court="x", lodged_on=TOMORROW), ON_APPEAL, TODAY),
]


@pytest.mark.parametrize(("field", "actor", "act", "case", "on"), UNACCEPTABLE)
def test_what_does_not_fit_is_refused_by_its_field(
    field: str, actor: Actor, act: Act, case: Case, on: date
) -> None:
    """So that a form can show it in its place."""
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(actor, act), case, on)

    assert field == refusal.value.field


ACCEPTABLE: list[tuple[Actor, Act, Case, date]] = [
    (coop_a, an_objection(), a_case_with(), TODAY),
    (objections1, an_objection(received_on=DECIDED, posted_on=DECIDED), a_case_with(), TODAY),
    (objections1, too_late(excused=True), a_case_with(came=LATE), LATE),
    (objections1, too_late(excused=False), a_case_with(came=LATE), LATE),
    (objections1, a_judgement(obstacle="no_interest"), a_case_with(), TODAY),
    (objections1, a_judgement(committee=True), a_case_with(), OVER - timedelta(days=1)),
    (
        objections1,
        a_judgement(committee=True),
        a_case_with((TODAY, objections1, a_judgement(committee=True))),
        OVER,
    ),
    (objections1, a_repair_request(A_WEEK_LATER), a_case_with(), TODAY),
    (objections1, a_repair_request(date(2026, 3, 18)), of_a_patient_town(), TODAY),
    (objections1, an_invitation(IN_TWO_WEEKS, answer_by=A_WEEK_LATER), a_case_with(JUDGED), TODAY),
    (objections1, an_invitation(IN_TWO_WEEKS, answer_by=IN_TWO_WEEKS), a_case_with(JUDGED), TODAY),
    (objections1, an_invitation(TOMORROW, sooner_agreed=True), a_case_with(JUDGED), TODAY),
    (objections1, a_postponement(SEPTEMBER), a_case_with(JUDGED), TODAY),
    (objections1, a_postponement(SEPTEMBER, consent="procedure", document=None), a_case_with(JUDGED), TODAY),
    (objections1, a_waiver(NoHearing.MANIFESTLY_INADMISSIBLE), a_case_with(INADMISSIBLE, came=LATE), LATE),
    (objections1, a_waiver(NoHearing.FULLY_MET), a_case_with(JUDGED), TODAY),
    (objections1, a_hearing_at_once(TODAY), a_case_with(JUDGED), TODAY),
    (objections1, a_hearing(IN_TWO_WEEKS), INVITED, IN_TWO_WEEKS),
    (objections1, a_hearing(APRIL), INVITED, APRIL),
    (objections1, a_hearing(TOMORROW), INVITED_SOONER, TOMORROW),
    (objections1, a_hearing(APRIL), MOVED, APRIL),
    (objections1, a_hearing_at_once(TOO_SOON), INVITED, IN_TWO_WEEKS),
    (objections1, heard_by_staff(("decider2", "Decider1")), a_case_with(JUDGED), TODAY),
    (decider2, a_decision(Outcome.UPHELD, no_hearing="declined"), a_case_with(JUDGED, DECLINED), TODAY),
    (decider2, a_decision(Outcome.INADMISSIBLE), a_case_with(NO_INTEREST, HEARD), TODAY),
    (decider2, a_decision(Outcome.UPHELD), a_case_with(NO_INTEREST, JUDGED, HEARD), TODAY),
    (objections1, ADJOURNED, a_case_with(JUDGED), date(2026, 5, 26)),
]


@pytest.mark.parametrize(("actor", "act", "case", "on"), ACCEPTABLE)
def test_what_fits_is_taken_in(actor: Actor, act: Act, case: Case, on: date) -> None:
    """The first and the last day of each rule included."""
    acceptance.check(done(actor, act), case, on)


def test_a_decision_on_an_objection_is_adjourned_once_and_in_its_term() -> None:
    """25 May 2026 is Whit Monday, so the term ends on the 26th."""
    case = a_case_with(JUDGED)

    assert date(2026, 5, 26) == objections.objection_decision(case).due_on
    with pytest.raises(NotNow, match="term is over"):
        acceptance.check(done(objections1, ADJOURNED), case, date(2026, 5, 27))
    with pytest.raises(NotNow, match="adjourned before"):
        acceptance.check(
            done(objections1, ADJOURNED), a_case_with(JUDGED, (TODAY, objections1, ADJOURNED)), TODAY
        )


@pytest.mark.parametrize(
    ("ground", "only"),
    [
        (NoHearing.MANIFESTLY_INADMISSIBLE, Outcome.INADMISSIBLE),
        (NoHearing.MANIFESTLY_UNFOUNDED, Outcome.UNFOUNDED),
        (NoHearing.FULLY_MET, Outcome.UPHELD),
        (NoHearing.DECLINED, None),
        (NoHearing.NO_ANSWER, None),
    ],
)
@pytest.mark.parametrize("outcome", Outcome)
def test_without_a_hearing_only_what_its_ground_says_can_be_decided(
    ground: NoHearing, only: Outcome | None, outcome: Outcome
) -> None:
    """Otherwise the objector is heard first. Awb 7:3."""
    judged = NO_INTEREST if outcome is Outcome.INADMISSIBLE else JUDGED
    case = a_case_with(judged, (TODAY, objections1, a_waiver(ground)))
    decision = done(decider2, a_decision(outcome, no_hearing=ground))
    if only in (None, outcome):
        acceptance.check(decision, case, TODAY)
        return
    with pytest.raises(NotAcceptable, match="have the objector heard"):
        acceptance.check(decision, case, TODAY)


def test_a_decision_says_why_it_departs_from_advice_and_only_then() -> None:
    """Awb 7:13(7)."""
    advised = a_case_with(JUDGED, HEARD, (TODAY, objections1, an_advice(Outcome.UPHELD)))
    fitting = [a_decision(Outcome.UPHELD), a_decision(Outcome.UNFOUNDED, departs_because=WHY)]
    lacking = [a_decision(Outcome.UNFOUNDED), a_decision(Outcome.UPHELD, departs_because=WHY)]

    for act in fitting:
        acceptance.check(done(decider2, act), advised, TODAY)
    for act in lacking:
        with pytest.raises(NotAcceptable) as refusal:
            acceptance.check(done(decider2, act), advised, TODAY)

        assert "departsBecause" == refusal.value.field


def test_somebody_heard() -> None:
    """A colleague, or somebody else by name."""
    with pytest.raises(ValidationError, match="Say who heard"):
        acts.HearingHeld(held_on=TODAY, report=WHY)
