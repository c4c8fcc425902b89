"""What the page of a case names to do: what fits how the case stands, and nothing that would only be refused."""

from __future__ import annotations

from datetime import date

import pytest

from api.pages.occasions import OCCASIONS, is_there_one
from domain import acts
from domain.acts import Act
from domain.circumstances import Circumstances
from domain.people import Actor
from tests.examples import (
    A_MONDAY,
    a_case,
    a_grant,
    an_ending,
    caseworker1,
    clock,
    coop_a,
    coordinator1,
    decider1,
    decider2,
)
from tests.permitting import (
    a_proposed_revocation,
    a_proposed_standstill,
    a_renewal_asked,
    a_suspended_permission,
    an_adjustment_asked,
)

FROM, UNTIL, LATER = date(2026, 4, 1), date(2027, 3, 31), date(2028, 3, 31)
GRANTED = a_grant(FROM, UNTIL)
LONG_OVER, JUST_OVER = (
    a_grant(date(2024, 1, 1), date(2024, 6, 30)),
    a_grant(date(2025, 1, 1), date(2026, 2, 1)),
)
TRIAL = a_grant(FROM, date(2026, 6, 30), form=acts.Form.TRIAL)
STOPS = an_ending(ends_on=date(2026, 9, 30))
ADVICE = acts.AdviceRequested(adviser="work_coach", question="Kan dit?")
ADVISED = acts.AdviceReceived(about=2, advice="Ja.")
INTEREST = acts.InterestDeclared(reason="Mijn buurman.")
IN_ERROR = acts.InterestWithdrawn(declaration="ZON-2026-0001.2", reason="Een ander.")
SUSPENDED = a_suspended_permission(date(2026, 5, 1), date(2026, 6, 1))


@pytest.mark.parametrize(
    ("kind", "without", "with_it"),
    [
        ("term_suspended", [(decider1, GRANTED)], []),
        (
            "decision_adjourned",
            [(decider1, GRANTED)],
            [(decider1, GRANTED), (coop_a, a_renewal_asked(LATER))],
        ),
        ("period_extended", [], [(clock, acts.SupplementRequested(missing=("mandate",), until=FROM))]),
        ("notice_of_default_received", [(decider1, GRANTED)], []),
        ("trial_evaluated", [(decider1, GRANTED)], [(decider1, TRIAL)]),
        ("permission_extended_to_full", [(decider1, GRANTED)], [(decider1, TRIAL)]),
        ("renewal_withdrawn", [(decider1, GRANTED)], [(decider1, GRANTED), (coop_a, a_renewal_asked(LATER))]),
        ("renewal_requested", [(decider1, GRANTED), (coop_a, a_renewal_asked(LATER))], [(decider1, GRANTED)]),
        ("renewal_requested", [(decider1, GRANTED), (coop_a, STOPS)], [(decider1, GRANTED)]),
        (
            "adjustment_requested",
            [(decider1, LONG_OVER), (clock, acts.PermissionExpired())],
            [(decider1, JUST_OVER), (clock, acts.PermissionExpired())],
        ),
        ("ending_withdrawn", [(decider1, GRANTED)], [(decider1, GRANTED), (coop_a, STOPS)]),
        (
            "standstill_proposed",
            [(decider1, GRANTED), (caseworker1, a_proposed_standstill())],
            [(decider1, GRANTED)],
        ),
        (
            "permission_revoked",
            [(decider1, GRANTED)],
            [(decider1, GRANTED), (caseworker1, a_proposed_revocation())],
        ),
        ("decision_reversed", [(decider1, GRANTED)], [(decider2, GRANTED)]),
        ("advice_received", [(caseworker1, ADVICE), (caseworker1, ADVISED)], [(caseworker1, ADVICE)]),
        (
            "interest_withdrawn",
            [(caseworker1, INTEREST), (coordinator1, IN_ERROR)],
            [(caseworker1, INTEREST)],
        ),
        (
            "conditions_adjusted",
            [(decider1, GRANTED), (coop_a, an_adjustment_asked(20)), (clock, acts.PermissionExpired())],
            [(decider1, GRANTED), (coop_a, an_adjustment_asked(20))],
        ),
        ("permission_reinstated", [(decider1, GRANTED)], [(decider1, GRANTED), (decider1, SUSPENDED)]),
    ],
)
def test_an_act_is_named_when_there_is_an_occasion_for_it(
    kind: str, without: list[tuple[Actor, Act]], with_it: list[tuple[Actor, Act]]
) -> None:
    def is_named(happened: list[tuple[Actor, Act]]) -> bool:
        case = a_case(*((A_MONDAY, actor, act) for actor, act in happened))
        return is_there_one(kind, Circumstances(case, decider1, A_MONDAY))

    assert (False, True) == (is_named(without), is_named(with_it))


def test_each_act_that_waits_for_an_occasion_is_one_that_exists() -> None:
    assert set() == OCCASIONS.keys() - acts.ACTS.keys()


def test_that_somebody_waited_is_for_staff_to_register_once_a_case_is_closed() -> None:
    """Only they may say that it came on an earlier day. Awb 4:17."""
    closed = a_case((A_MONDAY, coop_a, acts.ApplicationWithdrawn(reason="Ander werk.")))
    there_is = [
        is_there_one("notice_of_default_received", Circumstances(closed, actor, A_MONDAY))
        for actor in (caseworker1, coop_a)
    ]

    assert [True, False] == there_is
