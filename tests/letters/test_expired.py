"""What is told of a permission whose last day is over while its renewal or other terms are awaited. Awb 3:40, 4:13."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, notices
from domain.people import Actor
from tests.examples import caseworker2, clock, coop_a, decider1
from tests.letters.letters import (
    APPLIED,
    CASES,
    GRANTED,
    a_case,
    letter_of,
    pages_of,
    pdf_of,
)
from tests.permitting import a_refused_adjustment, a_renewal, a_renewal_asked, an_adjustment_asked

DAY_AFTER, LONGER = date(2027, 5, 1), date(2028, 4, 30)
OVER = (DAY_AFTER, clock, acts.PermissionExpired())


Happened = tuple[date, Actor, acts.Act]


def told(*happened: Happened) -> str:
    """All that the last letter says."""
    return " ".join(pages_of(pdf_of(letter_of(a_case(APPLIED, *GRANTED, *happened)))))


@pytest.mark.parametrize(
    ("asked_on", "nl", "en"),
    [
        (date(2027, 4, 20), "Dat doen wij uiterlijk op 15 juni 2027.", "We do so by 15 June 2027."),
        (
            date(2027, 2, 1),
            "Dat hadden wij uiterlijk op 30 maart 2027 moeten doen. Wij zijn dus te laat.",
            "We should have done so by 30 March 2027. So we are late.",
        ),
    ],
)
def test_who_waits_for_a_renewal_is_told_that_he_may_not_go_on_until_it_is_decided_on(
    asked_on: date, nl: str, en: str
) -> None:
    """With what that means for his benefit; the case does not close."""
    whole = told((asked_on, coop_a, a_renewal_asked(LONGER)), OVER)

    assert nl in whole
    assert en in whole
    assert "Tot dan mag u niet meedoen." in whole
    assert "Dat kan gevolgen hebben voor uw uitkering." in whole
    assert "Wij sluiten deze zaak" not in whole


def test_who_waits_for_nothing_is_told_that_the_case_closes() -> None:
    whole = " ".join(pages_of(pdf_of(letter_of(CASES["permission_expired"]))))

    assert "Wij sluiten deze zaak" in whole
    assert "langer mee te mogen doen" not in whole


@pytest.mark.parametrize("is_over", [True, False])
def test_a_renewal_says_that_he_may_take_part_again_only_when_he_might_not(is_over: bool) -> None:
    asked = (date(2027, 4, 20), coop_a, a_renewal_asked(LONGER))
    renewed = (date(2027, 5, 20) if is_over else date(2027, 4, 21), decider1, a_renewal(LONGER))
    whole = told(asked, *([OVER] if is_over else []), renewed)

    assert is_over == ("Vanaf de dag van deze brief mag u weer meedoen." in whole)


BY_15_JUNE = (
    "het verzoek om andere afspraken van 20 april 2027: wij beslissen uiterlijk op 15 juni 2027",
    "the request for other terms of 20 April 2027: we decide by 15 June 2027",
)
ASKED_TO_ADJUST = (date(2027, 4, 20), coop_a, an_adjustment_asked(20))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((ASKED_TO_ADJUST,), ("Dit moet eerst klaar zijn: •", "This must be settled first: •", *BY_15_JUNE)),
        (
            ((date(2027, 2, 1), coop_a, an_adjustment_asked(20)),),
            ("wij hadden uiterlijk op 30 maart 2027 moeten beslissen, en zijn dus te laat", "so we are late"),
        ),
        (
            ((date(2027, 4, 20), coop_a, a_renewal_asked(LONGER)), ASKED_TO_ADJUST),
            ("Ook hierop beslissen wij nog: •", "We still decide on this too: •", *BY_15_JUNE),
        ),
    ],
)
def test_who_waits_for_other_terms_is_told_by_when_that_is_decided(
    asked: tuple[Happened, ...], said: tuple[str, ...]
) -> None:
    """The request stays open, and can be taken back."""
    whole = told(*asked, OVER)

    assert [] == [words for words in said if words not in whole]
    assert "uw verzoek kan worden ingetrokken" in whole
    assert "your request can be withdrawn" in whole
    assert "Wij sluiten deze zaak." not in whole


def test_the_resident_is_not_asked_to_withdraw_what_the_cooperative_asked_for_itself() -> None:
    its_own = an_adjustment_asked(20, on_behalf_of=acts.Party.COOPERATIVE)
    whole = told((date(2027, 4, 20), coop_a, its_own), OVER)

    assert BY_15_JUNE[0] in whole
    assert "kan worden ingetrokken" not in whole
    assert "can be withdrawn" not in whole


REFUSED = (date(2027, 6, 1), caseworker2, a_refused_adjustment(4, acts.ViewWaiver.NOT_ON_HIS_FACTS))
TAKEN_BACK = (date(2027, 6, 1), coop_a, acts.AdjustmentDropped(about=4))


@pytest.mark.parametrize("answer", [REFUSED, TAKEN_BACK])
@pytest.mark.parametrize("is_over", [True, False])
def test_what_became_of_the_request_says_that_the_permission_is_over_where_it_is(
    answer: Happened, is_over: bool
) -> None:
    """And promises nothing of terms that count no more."""
    _, actor, act = answer
    whole = told(ASKED_TO_ADJUST, *((OVER, answer) if is_over else ((date(2027, 4, 25), actor, act),)))

    assert is_over == ("De toestemming is afgelopen: zij liep tot en met 30 april 2027." in whole)
    assert is_over == ("The permission has ended: it ran up to and including 30 April 2027." in whole)
    assert is_over != ("Ten hoogste 16 uur per week" in whole)
    assert is_over != ("U kunt blijven meedoen." in whole)
    assert not is_over or "blijven zoals zij waren" not in whole


def test_a_request_that_is_set_aside_sends_nobody_to_apply_again_who_waits_for_his_renewal() -> None:
    asked = (date(2027, 4, 20), coop_a, a_renewal_asked(LONGER))
    aside = (date(2027, 6, 1), decider1, acts.RequestSetAside(about=4, reasoning="Het plan ontbreekt."))

    assert "Daarvoor is een nieuwe aanvraag nodig." in told(ASKED_TO_ADJUST, OVER, aside)
    assert "Daarvoor is een nieuwe aanvraag nodig." not in told(ASKED_TO_ADJUST, asked, OVER, aside)


@pytest.mark.parametrize(
    ("asked", "nl", "en"),
    [
        ((), "Wij sluiten de zaak.", "We close the case."),
        (
            ((date(2027, 4, 20), coop_a, a_renewal_asked(LONGER)),),
            "beslissen wij nog: de termijn daarvoor is 15 juni 2027. Tot dat besluit mag de inwoner niet",
            "to decide on the renewal: the term for that is 15 June 2027. Until that decision the resident",
        ),
        (
            (ASKED_TO_ADJUST,),
            "Over het verzoek om aan te passen beslissen wij nog: de termijn daarvoor is 15 juni 2027.",
            "We are still to decide on the request to adjust: the term for that is 15 June 2027.",
        ),
    ],
)
def test_the_cooperative_is_mailed_what_comes_next(asked: tuple[Happened, ...], nl: str, en: str) -> None:
    case = a_case(APPLIED, *GRANTED, *asked, OVER)
    notice = notices.called_for(case, case.entries[-1])

    assert notice is not None
    assert nl in notice.body.nl
    assert en in notice.body.en


@pytest.mark.parametrize(
    ("is_over", "nl"), [(True, "niet meer over beslist."), (False, "blijven zoals ze zijn.")]
)
def test_the_cooperative_is_mailed_no_terms_that_count_no_more(is_over: bool, nl: str) -> None:
    case = a_case(APPLIED, *GRANTED, ASKED_TO_ADJUST, *([OVER] if is_over else []), TAKEN_BACK)
    notice = notices.called_for(case, case.entries[-1])

    assert notice is not None
    assert nl in notice.body.nl
