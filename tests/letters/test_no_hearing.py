"""That there is no hearing on an objection is told to everybody, and asks who did not give it up. Awb 7:2, 7:3."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.acts import Act, Addressee, HearingDeclined, NoHearing, Outcome, ResidentUnheard
from domain.case import Case
from domain.letters import called_for
from domain.people import Actor
from tests.domain.objected import TODAY
from tests.domain.test_fully_met import ANOTHER, COOPERATIVE, FULLY_MET, HE_TOO, INVITED, UNANSWERED, against
from tests.examples import an_act, coop_a, decider2, objections1
from tests.letters.letters import letter_of, pages_of, pdf_of
from tests.objecting import a_decision, a_waiver


def _told(case: Case) -> str:
    return " ".join(" ".join(pages_of(pdf_of(letter_of(case)))).split())


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


@pytest.mark.parametrize(
    ("actor", "declined", "asks"),
    [
        (objections1, HearingDeclined(), True),
        (objections1, a_waiver(NoHearing.DECLINED), True),
        (coop_a, HearingDeclined(), False),
        (objections1, UNANSWERED, False),
    ],
)
def test_the_cooperative_is_asked_where_it_can_lose_by_what_the_resident_objects_to(
    actor: Actor, declined: Act, asks: bool
) -> None:
    """It was given that for itself; not where it declined for both, or did not answer either."""
    case = against("conditions_adjusted", INVITED, is_its_own=True)
    whole = _told(case.after(an_act(case, date(2026, 3, 23), actor, declined)))

    assert asks == (
        "Krijgt u een kopie van deze brief" in whole or "wilt u wel vertellen wat u vindt?" in whole
    )
