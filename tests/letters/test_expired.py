"""What is told of a permission whose last day is over while its renewal is awaited. Awb 3:40, 4:13."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, notices
from domain.people import Actor
from tests.examples import clock, coop_a, decider1
from tests.letters.letters import (
    ADJUSTMENT_ASKED,
    APPLIED,
    CASES,
    GRANTED,
    a_case,
    letter_of,
    pages_of,
    pdf_of,
)
from tests.permitting import a_renewal, a_renewal_asked

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


@pytest.mark.parametrize("is_asked", [True, False])
def test_who_asked_for_other_terms_is_told_to_ask_again_once_he_may_take_part_longer(is_asked: bool) -> None:
    asked = (date(2027, 4, 20), coop_a, a_renewal_asked(LONGER))
    lapsed = (DAY_AFTER, clock, acts.AdjustmentLapsed(about=4, ended_by=acts.EndedBy.PERMISSION_EXPIRED))
    whole = told(ADJUSTMENT_ASKED, *([asked] if is_asked else []), OVER, lapsed)

    assert is_asked == ("opnieuw om andere afspraken vragen" in whole)
    assert is_asked != ("een nieuwe aanvraag doen" in whole)


@pytest.mark.parametrize(
    ("asked", "nl", "en"),
    [
        ((), "Wij sluiten de zaak.", "We close the case."),
        (
            ((date(2027, 4, 20), coop_a, a_renewal_asked(LONGER)),),
            "beslissen wij nog: de termijn daarvoor is 15 juni 2027. Tot dat besluit mag de inwoner niet",
            "to decide on the renewal: the term for that is 15 June 2027. Until that decision the resident",
        ),
    ],
)
def test_the_cooperative_is_mailed_what_comes_next(asked: tuple[Happened, ...], nl: str, en: str) -> None:
    case = a_case(APPLIED, *GRANTED, *asked, OVER)
    notice = notices.called_for(case, case.entries[-1])

    assert notice is not None
    assert nl in notice.body.nl
    assert en in notice.body.en
