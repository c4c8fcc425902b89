"""How far a permission goes, in every letter that tells of one. Awb 3:46; Pw 31, 32."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.acts import Act
from domain.case import Case
from tests.examples import WHY, a_case, a_change, a_grant, a_review, caseworker1, coop_a, decider1
from tests.letters.letters import (
    APPLIED,
    CASES,
    GRANTED,
    LATER,
    ON,
    RENEWAL_ASKED,
    THEN,
    letter_of,
    pages_of,
    pdf_of,
)
from tests.permitting import a_renewal, a_renewal_asked, an_extension
from tests.superseding import a_correction

LONGER = date(2027, 8, 31)
CAPPED = {
    kind: case for kind, case in CASES.items() if case.permission and case.permission.hours_a_year == 800
}
"""One of each kind of letter on a permission for 800 hours a year, of which the earnings are set off."""

SAYS_SO = sorted(kind for kind, case in CAPPED.items() if "hours" in letter_of(case).said)
SAYS_NO_HOURS = {"permission_expired", "renewal_refused", "adjustment_requested", "request_set_aside"}
"""Or only those that are asked for."""


def _whole(case: Case) -> str:
    return " ".join(pages_of(pdf_of(letter_of(case))))


@pytest.mark.parametrize("kind", sorted(set(SAYS_SO) - SAYS_NO_HOURS))
def test_who_is_told_how_many_hours_a_week_is_told_of_each_other_limit(kind: str) -> None:
    whole = _whole(CAPPED[kind])

    assert "En ten hoogste 800 uur per jaar" in whole
    assert "And at most 800 hours a year" in whole
    assert "Wat u verdient verrekenen wij met uw uitkering" in whole
    assert "What you earn is set off against your benefit" in whole


def test_terms_without_conditions_do_not_pass_over_the_cap_on_a_year() -> None:
    """Awb 3:46: that there are no other conditions than the hours a week would not be true."""
    whole = _whole(a_case(APPLIED, *GRANTED, (LATER, caseworker1, a_change(20, deviation=WHY))))

    assert "20 uur per week" in whole
    assert "Er zijn geen andere voorwaarden dan wat hierboven staat." in whole
    assert "There are no other conditions than what stands above." in whole
    assert "aantal uren hierboven" not in whole


def test_what_is_reserved_stays_so_in_a_permission_that_is_renewed() -> None:
    granted = a_grant(date(2026, 5, 1), date(2027, 4, 30), hours_a_year=600, income=acts.Income.RESERVED)
    happened = ((ON, caseworker1, a_review()), (THEN, decider1, granted), RENEWAL_ASKED)
    whole = _whole(a_case(APPLIED, *happened, (LATER, decider1, a_renewal(date(2028, 4, 30)))))

    assert "600 uur per jaar" in whole
    assert "600 hours a year" in whole
    assert "blijft in de coöperatie; u krijgt het niet uitbetaald" in whole
    assert "stays in the cooperative; it is not paid out to you" in whole


def test_a_permission_without_other_limits_tells_of_none() -> None:
    granted = a_grant(date(2026, 5, 1), date(2027, 4, 30))
    whole = _whole(a_case(APPLIED, (ON, caseworker1, a_review()), (THEN, decider1, granted)))

    assert "16 uur per week" in whole
    assert "En ten hoogste" not in whole
    assert "Wat u verdient" not in whole


def test_a_fee_that_was_agreed_with_the_cooperative_is_told_with_the_grant_and_its_correction() -> None:
    granted = a_grant(date(2026, 5, 1), date(2027, 4, 30), fee_agreed=True)
    happened = (APPLIED, (ON, caseworker1, a_review()), (THEN, decider1, granted))
    without = a_grant(date(2026, 5, 1), date(2027, 4, 30))

    for case in (a_case(*happened), a_case(*happened, (LATER, decider1, a_correction(3, granted)))):
        assert "De gemeente betaalt de coöperatie een vergoeding voor uw deelname." in _whole(case)
        assert "The municipality pays the cooperative a fee for your participation." in _whole(case)
    assert "vergoeding" not in _whole(a_case(*happened[:-1], (THEN, decider1, without)))


@pytest.mark.parametrize("decision", [a_renewal(LONGER), an_extension(LONGER)], ids=lambda each: each.kind)
def test_who_may_take_part_longer_is_told_that_the_fee_goes_on(decision: Act) -> None:
    """As it was agreed with the grant; and nothing where none was."""
    asked = (LATER, coop_a, a_renewal_asked(LONGER))
    told = {
        has_fee: _whole(
            a_case(
                *(APPLIED, (ON, caseworker1, a_review())),
                (
                    THEN,
                    decider1,
                    a_grant(date(2026, 7, 1), date(2026, 9, 30), form=acts.Form.TRIAL, fee_agreed=has_fee),
                ),
                *(asked, (LATER, decider1, decision)),
            )
        )
        for has_fee in (True, False)
    }

    assert "De gemeente betaalt de coöperatie een vergoeding voor uw deelname." in told[True]
    assert "The municipality pays the cooperative a fee for your participation." in told[True]
    assert "vergoeding" not in told[False]
