"""A decision is adjourned once, and for no longer than the policy says. Awb 4:14."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from domain import acceptance, terms
from domain.acts import Act, DecisionAdjourned, SupplementRequested, SuspensionEnded, SuspensionGround
from domain.errors import NotAcceptable, NotNow
from domain.narration import narrated
from tests.examples import (
    A_MONDAY as TODAY,
    WHY,
    a_case,
    a_policy,
    a_suspension,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    done,
)
from tests.superseding import a_sending


def test_a_decision_is_put_off_once() -> None:
    """After that only the applicant can give more time. Awb 4:14(3), 4:15(2)(a)."""
    adjourned = DecisionAdjourned(until=date(2026, 5, 12), reasoning=WHY)
    again = done(caseworker1, adjourned.model_copy(update={"until": date(2026, 5, 26)}))
    case = a_case((TODAY, caseworker1, adjourned))

    with pytest.raises(NotNow, match="written consent"):
        acceptance.check(again, case, TODAY)
    acceptance.check(done(caseworker1, a_suspension(date(2026, 3, 20))), case, TODAY)


def test_the_policy_says_how_long_a_decision_is_put_off_at_most() -> None:
    """So many weeks after the last day that it had."""
    case = a_case(policy=a_policy(periods={"adjournment_weeks": 2}))

    acceptance.check(
        done(caseworker1, DecisionAdjourned(until=date(2026, 5, 11), reasoning=WHY)), case, TODAY
    )
    with pytest.raises(NotAcceptable, match="at most 2 weeks, so to 2026-05-12"):
        acceptance.check(
            done(caseworker1, DecisionAdjourned(until=date(2026, 5, 13), reasoning=WHY)), case, TODAY
        )


MAY_26 = date(2026, 5, 26)
ADJOURNED = DecisionAdjourned(until=MAY_26, reasoning=WHY)
CONSENT = a_suspension(date(2026, 3, 23))
ABROAD = a_suspension(date(2026, 3, 23), SuspensionGround.INFORMATION_FROM_ABROAD)
MISSING = SupplementRequested(missing=("mandate",), until=date(2026, 3, 23))
MARCH_4, MARCH_6 = date(2026, 3, 4), date(2026, 3, 6)


@pytest.mark.parametrize("act", [CONSENT, ABROAD, MISSING], ids=["consent", "abroad", "supplement"])
@pytest.mark.parametrize(
    "since",
    [(), ((MARCH_6, clock, a_sending(3, MARCH_6)),), ((MARCH_6, clock, a_sending(2, MARCH_6)),)],
    ids=["unposted", "adjournment posted later", "suspension posted last"],
)
def test_a_new_date_reckons_with_what_stood_still_when_it_was_chosen(
    act: Act, since: tuple[Any, ...]
) -> None:
    """The same day or not, and whenever the letters went out: it becomes the date. Awb 4:14(3)."""
    case = a_case((TODAY, caseworker1, act), (TODAY, caseworker1, ADJOURNED), *since)

    assert MAY_26 == terms.decision(case).due_on


@pytest.mark.parametrize("ended_on", [MARCH_6, date(2026, 3, 16)])
def test_a_new_date_stays_when_what_it_reckoned_with_ends_sooner(ended_on: date) -> None:
    """It was told, and nobody told another."""
    ended = SuspensionEnded(ended_on=ended_on, reason=WHY)
    case = a_case(
        (TODAY, caseworker1, CONSENT), (TODAY, caseworker1, ADJOURNED), (ended_on, caseworker1, ended)
    )

    assert MAY_26 == terms.decision(case).due_on


@pytest.mark.parametrize("act", [CONSENT, ABROAD, MISSING], ids=["consent", "abroad", "supplement"])
@pytest.mark.parametrize("since", [(), ((date(2026, 3, 9), clock, a_sending(2, date(2026, 3, 9))),)])
def test_what_stands_still_after_the_adjournment_moves_the_new_date(act: Act, since: tuple[Any, ...]) -> None:
    """From 4 to 23 March, also once the letter of the adjournment proves to have gone out after that of this one."""
    case = a_case((TODAY, caseworker1, ADJOURNED), (MARCH_4, caseworker1, act), *since)

    assert MAY_26 + timedelta(days=18) == terms.decision(case).due_on


def test_days_that_a_new_date_reckons_with_do_not_move_it_again() -> None:
    """The consent of 6 March until 12 March is inside the force majeure of 3 to 16 March, of which 8 days are new."""
    known = a_suspension(date(2026, 3, 12)).model_copy(update={"asked_on": MARCH_6})
    new = a_suspension(date(2026, 3, 16), SuspensionGround.FORCE_MAJEURE)
    new = new.model_copy(update={"asked_on": date(2026, 3, 3)})
    case = a_case(
        *((MARCH_6, caseworker1, known), (MARCH_6, caseworker1, ADJOURNED), (MARCH_6, caseworker1, new))
    )
    term = terms.decision(case)

    assert MAY_26 + timedelta(days=7) == term.due_on
    assert (
        "suspended for 7 days, force majeure: 4 March 2026 to 15 March 2026 inclusive; counted already: 5 days"
        == (term.steps[-1].reason.en)
    )


RULES = "Nadere regels meedoen, art. 5"
APRIL_13, MAY_4 = date(2026, 4, 13), date(2026, 5, 4)
UNTIL_MAY_4 = DecisionAdjourned(until=MAY_4, reasoning=WHY)
ADJOURNED_BY_RULES = (TODAY, caseworker1, UNTIL_MAY_4)


@pytest.mark.parametrize(
    ("periods", "due_on", "by"),
    [
        ({"decision_weeks": 6}, APRIL_13, "Awb 4:14(1)"),
        ({"decision_weeks": 6, "regulation": RULES}, APRIL_13, "Awb 4:14(1)"),
        ({"regulation": RULES}, date(2026, 4, 28), "Awb 4:14(1)"),
        ({"decision_weeks": 6, "adjournment_weeks": 4}, MAY_4, "Awb 4:13(1)"),
        ({"decision_weeks": 6, "adjournment_weeks": 4, "regulation": RULES}, MAY_4, RULES),
        ({}, MAY_4, "Awb 4:14(3)"),
        ({"adjournment_weeks": 4}, MAY_4, "Awb 4:14(3)"),
    ],
)
def test_a_regulation_that_sets_the_term_alone_can_allow_to_adjourn(
    periods: dict[str, Any], due_on: date, by: str
) -> None:
    """Six weeks from 2 March, or eight, of which the last day is on a par with a holiday. Awb 4:13, 4:14(1) and (3)."""
    term = terms.decision(a_case(ADJOURNED_BY_RULES, policy=a_policy(periods=periods)))

    assert (due_on, by) == (term.due_on, term.steps[-1].article)


def test_the_weeks_of_a_regulation_cite_it() -> None:
    """By its name in the policy. Awb 4:13(1)."""
    policy = a_policy(periods={"decision_weeks": 6, "regulation": RULES})

    assert ["Awb 4:13", RULES] == [step.article for step in terms.decision(a_case(policy=policy)).steps]


def test_an_adjournment_that_was_told_too_late_cites_the_regulation_that_allows_it() -> None:
    """It went out on 14 April, a day after the term."""
    policy = a_policy(periods={"decision_weeks": 6, "adjournment_weeks": 4, "regulation": RULES})
    posted = (date(2026, 4, 14), clock, a_sending(2, date(2026, 4, 14)))
    adjourned = (APRIL_13, caseworker1, UNTIL_MAY_4)
    term = terms.decision(
        a_case((TODAY, coop_a, an_application_received()), adjourned, posted, policy=policy)
    )

    assert (APRIL_13, RULES) == (term.due_on, term.steps[-1].article)


def test_who_cannot_adjourn_tells_the_applicant_as_often_as_it_takes() -> None:
    """Once the term is over too; only to a day that lies ahead. Awb 4:14(1)."""
    case = a_case(ADJOURNED_BY_RULES, policy=a_policy(periods={"decision_weeks": 6}))
    later = DecisionAdjourned(until=date(2026, 9, 1), reasoning=WHY)

    acceptance.check(done(caseworker1, later), case, date(2026, 5, 11))
    with pytest.raises(NotAcceptable, match="lies ahead"):
        acceptance.check(done(caseworker1, UNTIL_MAY_4), case, date(2026, 5, 11))
    with pytest.raises(NotAcceptable, match="must lie after 2026-04-13"):
        acceptance.check(done(caseworker1, later.model_copy(update={"until": APRIL_13})), case, TODAY)


def test_the_timeline_says_whether_a_later_day_moved_the_term() -> None:
    """As the policy of the case has it. Awb 4:14."""
    moved, stayed = (
        narrated(UNTIL_MAY_4, a_policy(periods=periods)).en for periods in ({}, {"decision_weeks": 6})
    )

    assert "The decision was adjourned, until 4 May 2026 at the latest." in moved
    assert "It was told that the decision comes by 4 May 2026. The term to decide does not change." in stayed
