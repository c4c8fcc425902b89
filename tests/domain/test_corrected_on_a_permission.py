"""A slip in what was decided on a permission since it was granted. Awb 3:41, 4:8."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance
from domain.acts import Act, Correctable, ViewWaiver
from domain.case import Case
from domain.errors import NotAcceptable
from domain.people import Actor
from tests.examples import a_case, a_grant, a_review, an_act, caseworker1, coop_a, decider1, done
from tests.permitting import (
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_suspended_permission,
    an_advice_to_renew,
)
from tests.superseding import a_correction

TODAY = date(2026, 3, 2)
GRANTED = (
    (TODAY, caseworker1, a_review()),
    (TODAY, decider1, a_grant(date(2026, 6, 1), date(2027, 5, 31))),
)


def corrected_later(
    decision: Act, corrected: Correctable, *before: tuple[date, Actor, Act]
) -> tuple[Act, Case]:
    """The correction of what was decided on the permission, and the case in which that was."""
    case = a_case(*GRANTED, *before, (TODAY, decider1, decision))
    return a_correction(case.version, corrected), case


ASKED = ((TODAY, coop_a, a_renewal_asked(date(2027, 12, 31))), (TODAY, caseworker1, an_advice_to_renew()))
SUSPENDED = a_suspended_permission(date(2026, 7, 1), date(2026, 7, 31))
RENEWED, WAIVED = (
    a_renewal(date(2027, 9, 30), view_waived="not_on_his_facts"),
    ViewWaiver.NOT_ON_HIS_FACTS,
)
TAKES_AWAY = [
    corrected_later(SUSPENDED, a_suspended_permission(date(2026, 7, 1), date(2026, 8, 1))),
    corrected_later(SUSPENDED, a_suspended_permission(date(2026, 6, 30), date(2026, 7, 31))),
    corrected_later(RENEWED, a_renewal(date(2027, 9, 29), view_waived=WAIVED), *ASKED),
]
TAKES_NOTHING = [
    corrected_later(SUSPENDED, a_suspended_permission(date(2026, 7, 1), date(2026, 7, 15))),
    corrected_later(RENEWED, a_renewal(date(2027, 10, 31), view_waived=WAIVED), *ASKED),
    corrected_later(
        a_refused_renewal("no_benefit", view_waived=WAIVED),
        a_refused_renewal("unfair_competition", view_waived=WAIVED),
        *ASKED,
    ),
]


@pytest.mark.parametrize(("act", "case"), TAKES_AWAY)
def test_a_correction_of_what_came_of_the_permission_takes_nothing_away(act: Act, case: Case) -> None:
    """It stands still no longer, and lasts no less."""
    with pytest.raises(NotAcceptable, match="takes nothing away"):
        acceptance.check(done(decider1, act), case, TODAY)


@pytest.mark.parametrize(("act", "case"), TAKES_NOTHING)
def test_what_came_of_the_permission_is_corrected(act: Act, case: Case) -> None:
    """And counts as it reads since."""
    acceptance.check(done(decider1, act), case, TODAY)


def test_a_corrected_suspension_counts_as_it_reads() -> None:
    act, case = TAKES_NOTHING[0]
    permission = case.after(an_act(case, TODAY, decider1, act)).permission

    assert permission is not None
    assert date(2026, 7, 15) == permission.suspended_until
