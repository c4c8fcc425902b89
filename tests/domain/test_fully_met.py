"""An objection is met in full without a hearing only where that harms nobody else. Awb 7:2, 7:3(e)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acceptance, hearings
from domain.acts import Act, HearingDeclined, HearingReopened, NoHearing, Outcome, ResidentUnheard
from domain.case import Case
from domain.errors import CaseError, NotAcceptable
from domain.people import Actor
from tests.domain.objected import DECIDED, JUDGED, TODAY
from tests.examples import WHY, a_case, an_act, coop_a, decider2, done, objections1
from tests.objecting import (
    a_decision,
    a_hearing,
    a_hearing_agreed_to,
    a_hearing_at_once,
    a_refused_case,
    a_waiver,
    an_invitation,
    an_objection,
)

ANOTHER: dict[str, Any] = {"objector": "another", "objector_name": "Fietsenmaker Van Dam"}
COOPERATIVE: dict[str, Any] = {"objector": "cooperative"}
FULLY_MET = a_waiver(NoHearing.FULLY_MET)


def against(
    kind: str, *happened: Act, corrects: str | None = None, is_its_own: bool = False, **changed: Any
) -> Case:
    """An objection to a decision of that kind, which can be dealt with, or on what the cooperative asked for itself."""
    objection = an_objection(a_refused_case(DECIDED), **changed)
    contested = objection.decision.model_copy(
        update={"kind": kind, "corrects": corrects, "of_the_cooperative": is_its_own}
    )
    lodged = (TODAY, coop_a, objection.model_copy(update={"decision": contested}))
    return a_case(lodged, JUDGED, *((TODAY, objections1, act) for act in happened))


@pytest.mark.parametrize(
    "case",
    [
        against("permission_granted", **ANOTHER),
        against("permission_renewed", **ANOTHER),
        against("conditions_adjusted", **ANOTHER),
        against("decision_corrected", corrects="permission_granted", **ANOTHER),
        against("permission_granted", **COOPERATIVE),
        against("conditions_adjusted", **COOPERATIVE),
        against("adjustment_refused", is_its_own=True, **COOPERATIVE),
        against("adjustment_refused", is_its_own=True, **ANOTHER),
    ],
)
def test_what_another_party_has_against_a_permission_is_not_met_unheard(case: Case) -> None:
    """It would be taken from the resident, who is to be heard too; also what the cooperative has against it itself."""
    with pytest.raises(NotAcceptable, match="can harm the resident"):
        acceptance.check(done(objections1, FULLY_MET), case, TODAY)


@pytest.mark.parametrize(
    ("waiver", "case"),
    [
        (FULLY_MET, against("permission_granted")),
        (FULLY_MET, against("permission_refused")),
        (FULLY_MET, against("permission_refused", **ANOTHER)),
        (a_waiver(NoHearing.DECLINED), against("permission_granted", **ANOTHER)),
        (FULLY_MET, against("permission_refused", **COOPERATIVE)),
        (FULLY_MET, against("adjustment_refused", **COOPERATIVE)),
        (FULLY_MET, against("conditions_adjusted")),
        (FULLY_MET, against("adjustment_refused", is_its_own=True)),
    ],
)
def test_where_nobody_is_harmed_it_is(waiver: Act, case: Case) -> None:
    """By the resident's own objection, or against a refusal; and on another ground whoever objects."""
    acceptance.check(done(objections1, waiver), case, TODAY)


def test_what_the_cooperative_was_given_for_itself_is_not_taken_from_it_unheard() -> None:
    """By the resident's objection, who is not the only one whom it is about then."""
    case = against("conditions_adjusted", is_its_own=True)

    with pytest.raises(NotAcceptable, match="can harm the cooperative"):
        acceptance.check(done(objections1, FULLY_MET), case, TODAY)
    with pytest.raises(NotAcceptable, match="Not only who objects is to be heard"):
        acceptance.check(done(objections1, a_hearing_at_once(TODAY)), case, TODAY)


HEARD_ON = date(2026, 3, 30)
INVITED, AGREED_TO = an_invitation(HEARD_ON, answer_by=date(2026, 3, 20)), a_hearing_agreed_to(TODAY)
UNANSWERED = a_waiver(NoHearing.NO_ANSWER)
HE_TOO, HE_NEITHER = ResidentUnheard.DECLINED, ResidentUnheard.NO_ANSWER


def decide(outcome: Outcome, case: Case) -> None:
    """Whether that can be decided."""
    decided = a_decision(outcome, no_hearing=hearings.no_hearing(case))
    acceptance.check(done(decider2, decided), case, date(2026, 4, 1))


@pytest.mark.parametrize("outcome", [Outcome.UPHELD, Outcome.PARTLY_UPHELD])
@pytest.mark.parametrize(
    "happened",
    [
        (HearingDeclined(),),
        (INVITED, HearingDeclined()),
        (INVITED, UNANSWERED),
        (a_waiver(NoHearing.DECLINED),),
        (HearingDeclined(resident_too=HE_TOO), HearingReopened(reason=WHY), HearingDeclined()),
    ],
)
def test_what_one_party_gives_up_takes_nothing_from_the_resident_unheard(
    outcome: Outcome, happened: tuple[Act, ...]
) -> None:
    """Each gives up the hearing for himself; the objection may be dismissed without. Awb 7:3(c), (d)."""
    for case in (
        against("permission_granted", *happened, **ANOTHER),
        against("permission_granted", *happened, **COOPERATIVE),
        against("adjustment_refused", *happened, is_its_own=True, **COOPERATIVE),
    ):
        with pytest.raises(NotAcceptable, match="he did not give up being heard"):
            decide(outcome, case)
        decide(Outcome.UNFOUNDED, case)


@pytest.mark.parametrize("happened", [(HearingDeclined(),), (INVITED, a_waiver(NoHearing.DECLINED))])
def test_what_the_resident_gives_up_takes_nothing_from_the_cooperative_unheard(
    happened: tuple[Act, ...],
) -> None:
    """Where the municipality has it from the resident alone."""
    case = against("conditions_adjusted", INVITED, *happened, is_its_own=True)

    with pytest.raises(NotAcceptable, match="it did not give up being heard"):
        decide(Outcome.UPHELD, case)
    decide(Outcome.UNFOUNDED, case)


@pytest.mark.parametrize(
    ("actor", "act"), [(coop_a, HearingDeclined()), (objections1, a_waiver(NoHearing.NO_ANSWER))]
)
def test_it_is_taken_from_the_cooperative_that_gave_the_hearing_up_too(actor: Actor, act: Act) -> None:
    """As it said itself, for the resident too, or by not answering either."""
    case = against("conditions_adjusted", INVITED, is_its_own=True)
    case = case.after(an_act(case, date(2026, 3, 23), actor, act))

    decide(Outcome.UPHELD, case)


@pytest.mark.parametrize(
    "case",
    [
        against("permission_granted", HearingDeclined(resident_too=HE_TOO), **ANOTHER),
        against("permission_granted", INVITED, HearingDeclined(resident_too=HE_NEITHER), **ANOTHER),
        against("permission_granted", HearingDeclined(), HearingReopened(reason=WHY), AGREED_TO, **ANOTHER),
        against("permission_refused", HearingDeclined(), **ANOTHER),
        against("permission_granted", HearingDeclined()),
        against("permission_granted", HearingDeclined(resident_too=HE_TOO), **COOPERATIVE),
        against("adjustment_refused", AGREED_TO, is_its_own=True, **COOPERATIVE),
        against("conditions_adjusted", AGREED_TO, is_its_own=True),
        against("adjustment_refused", HearingDeclined(), **COOPERATIVE),
    ],
)
def test_it_is_upheld_where_he_was_heard_or_gave_it_up_or_loses_nothing(case: Case) -> None:
    decide(Outcome.UPHELD, case)


@pytest.mark.parametrize("decision", ["permission_granted", "permission_refused"])
@pytest.mark.parametrize("happened", [(), (INVITED,)])
@pytest.mark.parametrize("by", [ANOTHER, COOPERATIVE])
def test_another_who_comes_of_himself_is_not_heard_without_the_resident(
    by: dict[str, Any], decision: str, happened: tuple[Act, ...]
) -> None:
    """He is a party whatever was decided, and heard in the presence of the other. Awb 7:2(1), 7:6(1)."""
    case = against(decision, *happened, **by)

    with pytest.raises(NotAcceptable, match="Not only who objects is to be heard"):
        acceptance.check(done(objections1, a_hearing_at_once(TODAY)), case, TODAY)


@pytest.mark.parametrize(
    ("hearing", "case", "on"),
    [
        (AGREED_TO, against("permission_granted", **ANOTHER), TODAY),
        (a_hearing(HEARD_ON), against("permission_granted", INVITED, **ANOTHER), HEARD_ON),
        (a_hearing_at_once(TODAY), against("permission_granted"), TODAY),
        (AGREED_TO, against("permission_granted", **COOPERATIVE), TODAY),
        (a_hearing(HEARD_ON), against("permission_granted", INVITED, **COOPERATIVE), HEARD_ON),
    ],
)
def test_he_is_heard_once_both_were_invited_or_agreed(hearing: Act, case: Case, on: date) -> None:
    """Who objects himself may come there and then."""
    acceptance.check(done(objections1, hearing), case, on)


@pytest.mark.parametrize(
    ("act", "case", "on", "why"),
    [
        (HearingDeclined(resident_too=HE_TOO), against("permission_granted"), TODAY, "takes nothing"),
        (
            HearingDeclined(resident_too=HE_TOO),
            against("permission_refused", **ANOTHER),
            TODAY,
            "takes nothing",
        ),
        (
            a_waiver(NoHearing.MANIFESTLY_UNFOUNDED).model_copy(update={"resident_too": HE_TOO}),
            against("permission_granted", **ANOTHER),
            TODAY,
            "nobody needs to be heard",
        ),
        (
            HearingDeclined(resident_too=HE_NEITHER),
            against("permission_granted", **ANOTHER),
            TODAY,
            "Nobody was asked",
        ),
        (
            HearingDeclined(resident_too=HE_NEITHER),
            against("permission_granted", INVITED, **ANOTHER),
            date(2026, 3, 20),
            "time to answer until",
        ),
    ],
)
def test_that_he_gave_it_up_is_said_only_where_it_can_be(act: Act, case: Case, on: date, why: str) -> None:
    """Where he loses by it, and, where he did not answer, was asked to by a day that is over."""
    with pytest.raises(CaseError, match=why):
        acceptance.check(done(objections1, act), case, on)
