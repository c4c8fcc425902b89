"""Notices of default and what is owed by them, as functions of the acts. Awb 4:17, 4:18, 4:87."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acts, terms
from domain.acts import NoticeEffect
from domain.case import Case
from domain.law.penalty import payment
from domain.matters import default
from domain.people import Actor
from domain.terms import penalty
from domain.terms.awaited import awaited, decided_on
from domain.words import TERMS
from store.rows import case_row
from tests.domain.late import (
    APPLIED,
    DAY_AFTER,
    DETERMINED,
    DUE,
    GRANTED,
    NOTHING,
    NOTICE,
    ON,
    PAID,
    a_late_case,
)
from tests.examples import (
    a_case,
    a_refusal,
    a_suspension,
    an_act,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
)
from tests.superseding import a_sending


@pytest.mark.parametrize(
    ("notice_on", "effect", "first_day_on"),
    [
        (APPLIED, NoticeEffect.PREMATURE, None),
        (DUE, NoticeEffect.PREMATURE, None),
        (DAY_AFTER, NoticeEffect.COUNTS, date(2026, 5, 14)),
        (date(2026, 9, 1), NoticeEffect.COUNTS, date(2026, 9, 16)),
    ],
)
def test_a_notice_counts_from_the_day_after_the_term(
    notice_on: date, effect: NoticeEffect, first_day_on: date | None
) -> None:
    weighed = default.weigh(a_late_case(notice_on=notice_on), 3)

    assert (3, effect, DUE, first_day_on) == (
        weighed.about,
        weighed.effect,
        weighed.decision_due_on,
        weighed.first_day_on,
    )


def test_a_second_notice_for_the_same_decision_changes_nothing() -> None:
    case = a_late_case((ON, coop_a, NOTICE))

    assert NoticeEffect.REPEATED == default.weigh(case, 5).effect


def test_a_decision_that_is_taken_again_has_a_term_of_its_own() -> None:
    """After an upheld objection another notice counts, once the new term is over. Awb 7:10, 7:11(2)."""
    upheld = acts.ObjectionUpheld(objection="x", version=5, decide_by=date(2026, 9, 1))
    case = a_late_case(
        (date(2026, 5, 1), decider1, a_refusal()),
        (date(2026, 5, 1), clock, acts.PenaltyAvoided(about=3)),
        (date(2026, 7, 1), clock, upheld),
        (date(2026, 9, 1), coop_a, NOTICE),
        (date(2026, 9, 2), coop_a, NOTICE),
    )

    assert NoticeEffect.PREMATURE == default.weigh(case, 9).effect
    assert NoticeEffect.COUNTS == default.weigh(case, 10).effect


COUNTED = acts.NoticeOfDefaultWeighed(
    about=8, effect=NoticeEffect.COUNTS, decision_due_on=date(2026, 8, 1), first_day_on=date(2026, 8, 18)
)


def test_a_notice_about_one_new_decision_counts_once_however_many_objections_were_upheld() -> None:
    """And nothing was decided as long as that decision is awaited."""
    upheld = acts.ObjectionUpheld(objection="x", version=5, decide_by=date(2026, 8, 1))
    case = a_late_case(
        (date(2026, 5, 1), decider1, a_refusal()),
        (date(2026, 7, 1), clock, upheld),
    )

    assert decided_on(case, awaited(case, date(2026, 7, 1))) is None

    for on, by, act in (
        (date(2026, 8, 3), coop_a, NOTICE),
        (date(2026, 8, 3), clock, COUNTED),
        (date(2026, 8, 4), clock, upheld.model_copy(update={"objection": "y"})),
        (date(2026, 8, 5), coop_a, NOTICE),
    ):
        case = case.after(an_act(case, on, by, act))

    assert NoticeEffect.REPEATED == default.weigh(case, case.version).effect

    assert NoticeEffect.REPEATED == default.weigh(case, case.version).effect


def test_a_consent_that_was_given_before_a_notice_came_makes_it_premature() -> None:
    """Also when it was registered afterwards: the term was not over. Awb 4:15(2)(a), 4:17(3)."""
    agreed = (ON, caseworker1, a_suspension(date(2026, 6, 1), asked_on=date(2026, 4, 1)))

    assert NoticeEffect.PREMATURE == default.weigh(a_late_case(agreed), 3).effect


@pytest.mark.parametrize(
    "moved",
    [
        a_suspension(date(2026, 6, 1), acts.SuspensionGround.DELAY_BY_APPLICANT, asked_on=date(2026, 4, 1)),
        a_suspension(date(2026, 6, 1), asked_on=date(2026, 5, 2)),
        a_suspension(date(2026, 6, 1)),
    ],
)
def test_what_moves_the_term_later_takes_nothing_from_a_notice(moved: acts.TermSuspended) -> None:
    """A consent from after it came, or another ground that was told only then. Awb 4:15(3)."""
    case = a_late_case((ON, caseworker1, moved))

    assert NoticeEffect.COUNTS == default.weigh(case, 3).effect


def test_a_notice_that_came_by_post_is_held_against_the_term_of_that_day() -> None:
    """Between its coming and its registering the term was adjourned, which takes nothing from it either."""
    adjourned = acts.DecisionAdjourned(until=date(2026, 6, 1), reasoning="Busy.")
    came = acts.NoticeOfDefaultReceived(received_on=DAY_AFTER)
    case = a_case(
        (APPLIED, coop_a, an_application_received()),
        (ON, caseworker1, adjourned),
        (ON, caseworker1, came),
    )

    assert (NoticeEffect.COUNTS, DUE) == (
        (weighed := default.weigh(case, 3)).effect,
        weighed.decision_due_on,
    )


def test_what_is_asked_after_the_term_brings_no_term_back() -> None:
    """A term that is over cannot stand still: the notice counts. Awb 4:15."""
    asked = acts.SupplementRequested(missing=("mandate",), until=date(2026, 5, 20))
    case = a_case(
        (APPLIED, coop_a, an_application_received()), (DAY_AFTER, clock, asked), (ON, coop_a, NOTICE)
    )

    assert DUE == terms.decision(case).due_on
    assert NoticeEffect.COUNTS == default.weigh(case, 3).effect


@pytest.mark.parametrize(
    ("happened", "open_ones"),
    [
        ((), (3,)),
        ((GRANTED,), (3,)),
        ((GRANTED, DETERMINED), (3,)),
        ((GRANTED, DETERMINED, PAID), ()),
        ((GRANTED, NOTHING), ()),
        (((DAY_AFTER, decider1, a_refusal()), (DAY_AFTER, clock, acts.PenaltyAvoided(about=3))), ()),
    ],
)
def test_a_default_is_open_until_it_is_settled(happened: Any, open_ones: tuple[int, ...]) -> None:
    """By payment, by a decision that nothing is owed, or by a decision within two weeks."""
    assert open_ones == a_late_case(*happened).open_defaults


def test_a_premature_notice_opens_nothing() -> None:
    case = a_late_case(notice_on=DUE)

    assert () == case.open_defaults
    assert "penalty_last_day" not in terms.of(case)
    assert (NoticeEffect.PREMATURE, 0, None) == (
        (shown := default.shown(case, ON)[0]).effect,
        shown.owed_cents,
        shown.last_day_on,
    )


def test_what_is_owed_grows_day_by_day_until_the_decision() -> None:
    """€ 23 on 14 May, € 46 on 15 May, and on the 16th there is a decision."""
    amounts = [default.shown(a_late_case(GRANTED), date(2026, 5, day))[0].owed_cents for day in range(13, 18)]

    assert [0, 2300, 4600, 4600, 4600] == amounts


def test_a_decision_that_did_not_go_out_stops_nothing() -> None:
    """Before it is sent it counts for nobody. Awb 3:40, 3:41."""
    case = a_late_case()
    case = case.after(an_act(case, *GRANTED))

    assert date(2026, 6, 24) == default.shown(case, ON)[0].last_day_on

    case = case.after(an_act(case, ON, clock, a_sending(5, date(2026, 5, 16), date(2026, 5, 18))))

    assert date(2026, 5, 15) == default.shown(case, ON)[0].last_day_on


def test_a_case_shows_how_a_default_was_settled() -> None:
    (shown,) = default.shown(a_late_case(GRANTED, DETERMINED, PAID), ON)

    assert (date(2026, 5, 14), date(2026, 5, 15)) == (shown.first_day_on, shown.last_day_on)
    assert (4600, ON, ON, 0) == (shown.determined_cents, shown.determined_on, shown.paid_on, shown.owed_cents)


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        (
            (),
            {
                "penalty_first_day": date(2026, 5, 14),
                "penalty_last_day": date(2026, 6, 24),
                "penalty_determination": date(2026, 7, 8),
            },
        ),
        ((GRANTED,), {"penalty_last_day": date(2026, 5, 15), "penalty_determination": date(2026, 5, 29)}),
        ((GRANTED, DETERMINED), {"penalty_payment": date(2026, 7, 1)}),
        ((GRANTED, DETERMINED, PAID), {}),
    ],
)
def test_the_dates_of_a_default_are_among_the_deadlines(happened: Any, expected: dict[str, date]) -> None:
    """Each explains itself up to its date, and has a name."""
    found = {name: term for name, term in terms.of(a_late_case(*happened)).items() if "penalty" in name}

    assert expected == {name: term.due_on for name, term in found.items()}
    assert all(term.due_on == term.steps[-1].on for term in found.values())
    assert set(expected) <= set(TERMS)


@pytest.mark.parametrize(
    ("determined_on", "due_on"), [("2026-05-20", "2026-07-01"), ("2026-11-13", "2026-12-28")]
)
def test_it_is_paid_within_six_weeks(determined_on: str, due_on: str) -> None:
    """A term set in law, so it rolls past Christmas. Awb 4:87; Atw 1."""
    assert date.fromisoformat(due_on) == payment(date.fromisoformat(determined_on)).due_on


AGAIN = date(2026, 8, 4)


def late_again(*happened: tuple[date, Actor, acts.Act]) -> Case:
    """A late case in which the decision is taken again after an objection, and is late again."""
    upheld = acts.ObjectionUpheld(objection="x", version=5, decide_by=date(2026, 8, 3))
    case = a_late_case(*happened, (date(2026, 7, 1), clock, upheld), (AGAIN, coop_a, NOTICE))
    return case.after(an_act(case, AGAIN, clock, default.weigh(case, case.version)))


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (a_late_case(), [(DAY_AFTER, None, None)]),
        (a_late_case(GRANTED), [(DAY_AFTER, GRANTED[0], None)]),
        (a_late_case(GRANTED, DETERMINED), [(DAY_AFTER, GRANTED[0], 4600)]),
        (a_late_case(GRANTED, DETERMINED, PAID), []),
        (late_again(GRANTED), [(DAY_AFTER, GRANTED[0], None), (AGAIN, None, None)]),
    ],
)
def test_the_row_of_a_case_says_what_is_owed_on_any_day(case: Case, expected: list[Any]) -> None:
    """By each notice that is not settled."""
    row = case_row(case)
    defaults = [default.Reckoning.model_validate(each) for each in row["defaults"]]

    assert expected == [(d.received_on, d.decided_on, d.determined_cents) for d in defaults]
    assert (expected[0][0] if expected else None) == row["in_default_since"]


def test_the_dates_of_two_defaults_are_shown() -> None:
    """The one to be determined, and the one that runs; of what both have, that of the oldest."""
    case = late_again(GRANTED, DETERMINED)

    assert {
        "penalty_payment",
        "penalty_first_day",
        "penalty_last_day",
        "penalty_determination",
    } == penalty.of(case).keys()
    assert penalty.payment(3)(case) == penalty.of(case)["penalty_payment"]


def test_the_dates_until_an_amount_is_determined_are_of_one_default() -> None:
    """Of the oldest, which has ended: not the first day of one and the last of another."""
    assert {"penalty_last_day", "penalty_determination"} == penalty.of(late_again(GRANTED)).keys()
