"""An objection is met in full without a hearing only where that harms nobody else. Awb 7:2, 7:3(e)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acceptance, hearings
from domain.acts import Act, Addressee, HearingDeclined, HearingReopened, NoHearing, Outcome, ResidentUnheard
from domain.case import Case
from domain.errors import CaseError, NotAcceptable
from domain.letters import called_for
from tests.domain.objected import DECIDED, JUDGED, TODAY
from tests.examples import WHY, a_case, an_act, coop_a, decider2, done, objections1
from tests.letters.letters import letter_of, pages_of, pdf_of
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

ANOTHER = {"objector": "another", "objector_name": "Fietsenmaker Van Dam"}
FULLY_MET = a_waiver(NoHearing.FULLY_MET)


def against(kind: str, *happened: Act, corrects: str | None = None, **changed: Any) -> Case:
    """An objection to a decision of that kind, which can be dealt with."""
    objection = an_objection(a_refused_case(DECIDED), **changed)
    contested = objection.decision.model_copy(update={"kind": kind, "corrects": corrects})
    lodged = (TODAY, coop_a, objection.model_copy(update={"decision": contested}))
    return a_case(lodged, JUDGED, *((TODAY, objections1, act) for act in happened))


@pytest.mark.parametrize(
    "case",
    [
        against("permission_granted", **ANOTHER),
        against("permission_renewed", **ANOTHER),
        against("conditions_adjusted", **ANOTHER),
        against("decision_corrected", corrects="permission_granted", **ANOTHER),
    ],
)
def test_what_another_party_has_against_a_permission_is_not_met_unheard(case: Case) -> None:
    """It would be taken from the resident, who is to be heard too."""
    with pytest.raises(NotAcceptable, match="there is a hearing"):
        acceptance.check(done(objections1, FULLY_MET), case, TODAY)


@pytest.mark.parametrize(
    ("waiver", "case"),
    [
        (FULLY_MET, against("permission_granted")),
        (FULLY_MET, against("permission_refused")),
        (FULLY_MET, against("permission_refused", **ANOTHER)),
        (a_waiver(NoHearing.DECLINED), against("permission_granted", **ANOTHER)),
    ],
)
def test_where_nobody_is_harmed_it_is(waiver: Act, case: Case) -> None:
    """By the resident's own objection, or against a refusal; and on another ground whoever objects."""
    acceptance.check(done(objections1, waiver), case, TODAY)


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
    case = against("permission_granted", *happened, **ANOTHER)

    with pytest.raises(NotAcceptable, match="he did not give up being heard"):
        decide(outcome, case)
    decide(Outcome.UNFOUNDED, case)


@pytest.mark.parametrize(
    "case",
    [
        against("permission_granted", HearingDeclined(resident_too=HE_TOO), **ANOTHER),
        against("permission_granted", INVITED, HearingDeclined(resident_too=HE_NEITHER), **ANOTHER),
        against("permission_granted", HearingDeclined(), HearingReopened(reason=WHY), AGREED_TO, **ANOTHER),
        against("permission_refused", HearingDeclined(), **ANOTHER),
        against("permission_granted", HearingDeclined()),
    ],
)
def test_it_is_upheld_where_he_was_heard_or_gave_it_up_or_loses_nothing(case: Case) -> None:
    decide(Outcome.UPHELD, case)


@pytest.mark.parametrize("decision", ["permission_granted", "permission_refused"])
@pytest.mark.parametrize("happened", [(), (INVITED,)])
def test_another_who_comes_of_himself_is_not_heard_without_the_resident(
    decision: str, happened: tuple[Act, ...]
) -> None:
    """He is a party whatever was decided, and heard in the presence of the other. Awb 7:2(1), 7:6(1)."""
    case = against(decision, *happened, **ANOTHER)

    with pytest.raises(NotAcceptable, match="the resident is to be heard too"):
        acceptance.check(done(objections1, a_hearing_at_once(TODAY)), case, TODAY)


@pytest.mark.parametrize(
    ("hearing", "case", "on"),
    [
        (AGREED_TO, against("permission_granted", **ANOTHER), TODAY),
        (a_hearing(HEARD_ON), against("permission_granted", INVITED, **ANOTHER), HEARD_ON),
        (a_hearing_at_once(TODAY), against("permission_granted"), TODAY),
        (a_hearing_at_once(TODAY), against("permission_granted", objector="cooperative"), TODAY),
    ],
)
def test_he_is_heard_once_both_were_invited_or_agreed(hearing: Act, case: Case, on: date) -> None:
    """Who objects himself, or has the cooperative do so, may come there and then."""
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


@pytest.mark.parametrize(
    ("changed", "asks"), [({}, False), ({"objector": "cooperative"}, True), (ANOTHER, True)]
)
def test_who_was_invited_is_told_that_there_is_no_hearing(changed: dict[str, Any], asks: bool) -> None:
    """Also who did not decline himself, who is asked whether he wants one; not where nobody was invited. Awb 7:2."""
    letter = letter_of(against("permission_granted", INVITED, HearingDeclined(), **changed))
    uninvited = against("permission_granted", HearingDeclined(), **changed)

    assert Addressee.RESIDENT in letter.addressees
    assert asks == ("Krijgt u een kopie van deze brief" in " ".join(pages_of(pdf_of(letter))))
    assert called_for(uninvited, uninvited.entries[-1]) is None


@pytest.mark.parametrize(
    ("resident_too", "dutch", "english"),
    [
        (None, "Krijgt u een kopie van deze brief", "Do you get a copy of this letter"),
        (HE_TOO, "De inwoner om wie het gaat, wilde geen hoorzitting.", "did not want a hearing"),
    ],
)
def test_the_letter_asks_him_to_say_whether_he_wants_to_be_heard(
    resident_too: ResidentUnheard | None, dutch: str, english: str
) -> None:
    """Unless he gave that up; the decision then says so too. Awb 7:12(1)."""
    case = against("permission_granted", INVITED, HearingDeclined(resident_too=resident_too), **ANOTHER)
    decided = case.after(an_act(case, TODAY, decider2, a_decision(Outcome.UNFOUNDED, no_hearing="declined")))
    whole, decision = (
        " ".join(" ".join(pages_of(pdf_of(letter_of(each)))).split()) for each in (case, decided)
    )

    assert "Daarom is er geen hoorzitting op 30 maart 2026." in whole
    assert "So there is no hearing on 30 March 2026." in whole
    assert dutch in whole
    assert english in whole
    assert (resident_too is not None) == (dutch in decision)


COOPERATIVE = {"objector": "cooperative"}
HE_GAVE_UP = a_waiver(NoHearing.DECLINED).model_copy(update={"resident_too": HE_TOO})


@pytest.mark.parametrize(
    ("waiver", "changed", "asks"),
    [
        (a_waiver(NoHearing.DECLINED), ANOTHER, True),
        (UNANSWERED, ANOTHER, True),
        (a_waiver(NoHearing.DECLINED), COOPERATIVE, True),
        (HE_GAVE_UP, ANOTHER, False),
        (a_waiver(NoHearing.MANIFESTLY_UNFOUNDED), ANOTHER, False),
        (a_waiver(NoHearing.DECLINED), {}, False),
    ],
)
def test_the_letter_that_none_is_held_asks_him_too(waiver: Act, changed: dict[str, Any], asks: bool) -> None:
    """Where who objects gave it up for himself alone, and not where nobody needs to be heard. Awb 7:2, 7:3."""
    whole = " ".join(
        " ".join(
            pages_of(pdf_of(letter_of(against("permission_granted", INVITED, waiver, **changed))))
        ).split()
    )

    assert asks == ("wilt u wel vertellen wat u vindt? Laat het ons dan meteen weten." in whole)
    assert asks == ("do you want to tell what you think? Then let us know at once." in whole)


def test_the_letter_tells_the_resident_not_that_he_is_right_himself() -> None:
    """He gets a copy of what the other party is told, in words that are true for both."""
    letter = letter_of(against("permission_refused", FULLY_MET, **ANOTHER))
    dutch, english = (" ".join(page.split()) for page in pages_of(pdf_of(letter)))

    assert "Kopie aan: S. de Wit" in dutch
    assert "Wij komen helemaal aan het bezwaar tegemoet, en niemand anders heeft daar nadeel van." in dutch
    assert "U krijgt" not in dutch
    assert "We meet the objection in full, and nobody else is harmed by that." in english
