"""A slip in a revocation that is put right. Awb 3:40, 3:41, 4:8."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, objections, terms
from domain.acts import Act, ObjectionTermLapsed, ViewInvited, ViewReceived
from domain.case import Case, Status
from domain.errors import NotAcceptable
from domain.letters import called_for
from domain.people import Actor
from tests.domain.permitted import may
from tests.examples import (
    WHY,
    a_case,
    a_grant,
    a_review,
    caseworker1,
    caseworker2,
    clock,
    coop_a,
    decider1,
    decider2,
    done,
)
from tests.mandates import a_mandate
from tests.permitting import a_proposed_revocation, a_revocation
from tests.superseding import a_correction

TODAY, TOMORROW = date(2026, 3, 2), date(2026, 3, 3)
FROM, UNTIL = date(2026, 6, 1), date(2027, 5, 31)
GRANT = a_grant(FROM, UNTIL)
SEPTEMBER = date(2026, 9, 1)
REVOKED = (
    (TODAY, caseworker1, a_review()),
    (TODAY, decider1, GRANT),
    (TODAY, caseworker2, a_proposed_revocation()),
    (TODAY, decider1, ViewInvited(intention=WHY)),
    (TODAY, coop_a, ViewReceived(view=WHY)),
    (TODAY, decider1, a_revocation(SEPTEMBER)),
)
LATER = a_correction(7, a_revocation(date(2026, 10, 1)))


def on(*happened: tuple[date, Actor, Act]) -> Case:
    """A case in which an application came, and then this."""
    return a_case(*happened)


@pytest.mark.parametrize(
    ("field", "act"),
    [
        ("decision", a_correction(7, a_revocation(date(2026, 8, 31)))),
        ("decision", a_correction(7, a_revocation(SEPTEMBER))),
        ("decision/grounds/0", a_correction(7, a_revocation(SEPTEMBER, "weather"))),
        ("decision/revokedFrom", a_correction(7, a_revocation(date(2027, 6, 1)))),
        ("decision/kind", a_correction(7, GRANT)),
        ("version", a_correction(6, a_revocation(SEPTEMBER))),
    ],
)
def test_what_does_not_fit_is_refused_by_its_field(field: str, act: Act) -> None:
    """It takes nothing away, so it counts from no earlier day."""
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(decider1, act), on(*REVOKED), TODAY)

    assert field == refusal.value.field


@pytest.mark.parametrize("day", [TODAY, date(2026, 9, 20)])
def test_a_slip_may_be_found_after_the_day_from_which_it_counts(day: date) -> None:
    """It has to fit as the decision had to on its own day."""
    right = a_correction(7, a_revocation(SEPTEMBER, reasoning="He worked at night."))

    acceptance.check(done(decider1, right), on(*REVOKED), day)
    acceptance.check(done(decider1, LATER), on(*REVOKED), day)


def test_its_letter_says_from_which_day_it_counts_now() -> None:
    corrected = on(*REVOKED, (TOMORROW, decider2, LATER))
    letter = called_for(corrected, corrected.entries[-1])

    assert letter is not None
    assert "1 oktober 2026" == getattr(letter.said["revoked_from"], "nl", None)
    assert letter.objection_until is not None


def test_a_revocation_that_is_corrected_counts_from_the_day_in_the_correction() -> None:
    """And can be objected to anew."""
    lapsed = (UNTIL, clock, ObjectionTermLapsed())
    correction = (TOMORROW, decider2, a_correction(7, a_revocation(date(2026, 10, 1))))
    corrected, again = on(*REVOKED, correction), on(*REVOKED, lapsed, correction)

    assert corrected.permission is not None
    assert date(2026, 9, 30) == corrected.permission.valid_until == terms.expiry(corrected).due_on
    assert Status.REVOKED == corrected.status
    assert on(*REVOKED, lapsed).is_closed
    assert not again.is_closed
    assert ("caseworker2", "decider1", "decider2") == objections.contested(corrected).involved


def test_who_proposed_a_revocation_does_not_correct_it() -> None:
    """He prepared it. Awb 3:2."""
    both = caseworker2.model_copy(update={"roles": decider1.roles | caseworker2.roles})
    mandates = [a_mandate(both.id, decisions=["revoke"])]
    correction = a_correction(7, a_revocation(date(2026, 10, 1)))

    assert not may(both, correction, on(*REVOKED), mandates=mandates)
    assert may(decider2, correction, on(*REVOKED), mandates=[a_mandate("decider2", decisions=["revoke"])])
    assert not may(decider2, correction, on(*REVOKED), mandates=[a_mandate("decider2", decisions=["grant"])])
