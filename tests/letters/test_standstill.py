"""No letter says that somebody may take part while his permission stands still. Awb 3:46."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain import acts
from domain.acts import Act
from domain.calendar import written
from domain.case import Case
from domain.people import Actor
from tests.examples import a_case, a_grant, a_refusal, caseworker1, clock, decider1, decider2
from tests.letters.letters import (
    ADJUSTMENT_ASKED,
    APPLIED,
    CASES,
    GRANTED,
    LATER,
    OCTOBER,
    WHY,
    letter_of,
    pages_of,
    pdf_of,
)
from tests.permitting import (
    a_proposed_revocation,
    a_proposed_standstill,
    a_refused_adjustment,
    a_revocation,
    a_suspended_permission,
)
from tests.superseding import a_correction, a_reversal

Happened = tuple[date, Actor, Act]

SUSPENDED = (LATER, decider1, a_suspended_permission(date(2026, 9, 2), date(2026, 10, 31)))
TO_REVOKE = (LATER, caseworker1, a_proposed_revocation())

IN_DUTCH = (
    "Let op: uw toestemming is opgeschort van 2 september 2026 tot en met 31 oktober 2026."
    " In die tijd mag u niet meedoen. Vanaf 1 november 2026 mag u weer meedoen."
)
IN_ENGLISH = (
    "Please note: your permission is suspended from 2 September 2026 up to and including 31 October 2026."
    " In that time you may not take part. From 1 November 2026 you may take part again."
)
ANYHOW = (
    "kunt blijven meedoen",
    "mag blijven meedoen",
    "mag dus blijven",
    "can go on taking",
    "may go on taking",
)

IN_WORDS_OF_ITS_OWN = {"permission_suspended", "permission_reinstated", "permission_resumed"}
OF_A_PERMISSION = sorted(
    kind
    for kind, case in CASES.items()
    if "suspended_until" in letter_of(case).said
    and kind not in IN_WORDS_OF_ITS_OWN | {"permission_expired", "permission_refused", "participation_ended"}
)
"""Those that tell what somebody may do, or from when not; not of what is over before that."""


def told(case: Case) -> str:
    """All that its last letter says."""
    return " ".join(pages_of(pdf_of(letter_of(case))))


def told_when_suspended(*happened: Happened) -> str:
    """The same, to who was suspended since his permission was granted."""
    return told(a_case(APPLIED, *GRANTED, SUSPENDED, *happened))


@pytest.mark.parametrize("kind", OF_A_PERMISSION)
def test_whatever_is_told_of_a_permission_it_is_said_that_it_stands_still(kind: str) -> None:
    *before, last = ((entry.on, entry.actor, entry.act) for entry in CASES[kind].entries)
    first, until = last[0] + timedelta(days=1), last[0] + timedelta(days=20)
    whole = told(a_case(*before, (last[0], decider1, a_suspended_permission(first, until)), last))

    assert f"opgeschort van {written(first).nl} tot en met {written(until).nl}" in whole
    assert f"suspended from {written(first).en} up to and including {written(until).en}" in whole
    assert not [words for words in ANYHOW if words in whole]


@pytest.mark.parametrize(
    "happened",
    [
        ((LATER, clock, acts.ReportRequested(reassessment_on=OCTOBER)),),
        ((OCTOBER, caseworker1, acts.ParticipationContinued(reasoning=WHY)),),
        (TO_REVOKE, (OCTOBER, decider1, acts.RevocationDropped(reasoning=WHY))),
        (
            (LATER, caseworker1, a_proposed_standstill()),
            (OCTOBER, decider1, acts.StandstillDropped(reasoning=WHY)),
        ),
        ((LATER, decider2, a_reversal(3, OCTOBER)),),
        (TO_REVOKE, (LATER, decider1, a_revocation(OCTOBER)), (LATER, decider2, a_reversal(6, OCTOBER))),
        (ADJUSTMENT_ASKED, (LATER, caseworker1, a_refused_adjustment(5))),
    ],
)
def test_who_is_suspended_is_told_until_when_and_that_he_may_take_part_after_it(
    happened: tuple[Happened, ...],
) -> None:
    """Also where the suspension began before the letter, or begins after it."""
    whole = told_when_suspended(*happened)

    assert IN_DUTCH in whole
    assert IN_ENGLISH in whole
    assert not [words for words in ANYHOW if words in whole]


def test_who_is_suspended_no_more_is_told_that_he_can_go_on() -> None:
    """From the day after the last one."""
    continued = acts.ParticipationContinued(reasoning=WHY)
    on_the_last, after = (
        told_when_suspended((day, caseworker1, continued)) for day in (date(2026, 10, 31), date(2026, 11, 1))
    )

    assert "kunt blijven meedoen" not in on_the_last
    assert "kunt blijven meedoen" in after
    assert "opgeschort" not in after


def test_who_did_not_begin_yet_is_not_told_to_go_on() -> None:
    """He may take part from the first day of his permission."""
    asked = (GRANTED[1][0], *ADJUSTMENT_ASKED[1:])
    whole = told(a_case(APPLIED, *GRANTED, asked, (GRANTED[1][0], caseworker1, a_refused_adjustment(4))))

    assert "veranderen de afspraken niet" in whole
    assert "blijven meedoen" not in whole


def test_nobody_is_promised_to_take_part_again_once_his_permission_is_over() -> None:
    """The suspension runs until its last day, or until the day before it is revoked."""
    to_its_end = a_suspended_permission(date(2026, 9, 2), date(2027, 4, 30))
    suspended = told(a_case(APPLIED, *GRANTED, (LATER, decider1, to_its_end)))
    revoked = told_when_suspended(TO_REVOKE, (LATER, decider1, a_revocation(OCTOBER)))

    assert "Daarna is uw toestemming afgelopen." in suspended
    assert "After that your permission has ended." in suspended
    assert "In die tijd mag u niet meedoen." in revoked
    for whole in (suspended, revoked):
        assert "mag u weer meedoen" not in whole
        assert "may take part again" not in whole


def test_a_refusal_after_all_says_that_the_permission_stood_still() -> None:
    """So that nobody takes it that he may take part until the day from which he may not."""
    whole = told_when_suspended(
        (LATER, decider2, a_reversal(3, OCTOBER)), (date(2026, 9, 10), decider2, a_refusal())
    )

    assert "Vanaf 11 september 2026 mag u niet meer meedoen." in whole
    assert "opgeschort van 2 september 2026" in whole


def test_a_corrected_suspension_says_its_days_as_they_are_now() -> None:
    """And a corrected permission that it stands still."""
    shorter = a_suspended_permission(date(2026, 9, 2), date(2026, 9, 30))
    corrected = told_when_suspended((LATER, decider1, a_correction(4, shorter)))
    of_the_grant = a_correction(3, a_grant(date(2026, 5, 1), date(2027, 3, 31)))

    assert "opgeschort van 2 september 2026 tot en met 30 september 2026" in corrected
    assert "Vanaf 1 oktober 2026 mag u weer meedoen." in corrected
    assert IN_DUTCH in told_when_suspended((LATER, decider1, of_the_grant))
