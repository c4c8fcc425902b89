"""The register of absences: who may say what, on which days, and what is kept of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.absences import Absence, check, ended, withdrawn
from domain.errors import CaseError, NotAcceptable, NotNow, NotPermitted
from domain.people import Actor
from tests.examples import caseworker1, caseworker2, coordinator1, decider1
from tests.standing_in import an_absence

TODAY = date(2026, 11, 24)
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 14)
NOW = datetime(2026, 12, 3, 10, tzinfo=UTC)
AWAY = an_absence(FIRST, LAST)


def refusal(actor: Actor, away: Absence, *others: Absence, on: date = TODAY) -> CaseError | None:
    """Why it is refused; none when it is recorded."""
    try:
        check(away, actor, on, others)
    except CaseError as refused:
        return refused
    return None


@pytest.mark.parametrize(
    ("actor", "may"), [(coordinator1, True), (caseworker1, True), (caseworker2, False), (decider1, False)]
)
def test_everybody_tells_of_his_own_absence_and_a_coordinator_of_anybodys(actor: Actor, may: bool) -> None:
    """The substitute does not appoint himself."""
    assert isinstance(refusal(actor, AWAY), type(None) if may else NotPermitted)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"substitute": "caseworker1"}, "substitute"),
        ({"last_on": date(2026, 11, 30)}, "last_on"),
        ({"first_on": date(2026, 11, 23)}, "first_on"),
    ],
)
def test_an_absence_that_cannot_be_is_refused_with_what_to_mend(changed: dict[str, Any], field: str) -> None:
    """Somebody standing in for himself, an end before the start, a start before today."""
    refused = refusal(coordinator1, AWAY.model_copy(update=changed))

    assert isinstance(refused, NotAcceptable)
    assert field == refused.field


def test_an_absence_of_one_day_may_begin_today() -> None:
    assert refusal(coordinator1, an_absence(TODAY, TODAY)) is None


BEFORE, AFTER = (date(2026, 11, 26), date(2026, 11, 30)), (date(2026, 12, 15), date(2026, 12, 20))
TOUCHING = [(date(2026, 11, 26), FIRST), (LAST, date(2026, 12, 20)), (date(2026, 12, 5), date(2026, 12, 6))]
THREE = {
    "the same person is absent already": ("caseworker1", "caseworker3"),
    "the substitute is absent himself": ("caseworker2", "caseworker3"),
    "who is absent stands in for another": ("caseworker3", "caseworker1"),
}


@pytest.mark.parametrize("others", THREE.values(), ids=THREE)
@pytest.mark.parametrize("days", TOUCHING, ids=["its first day", "its last day", "within"])
def test_two_that_do_not_go_together_have_no_day_in_common(
    others: tuple[str, str], days: tuple[date, date]
) -> None:
    other = an_absence(*days, *others)

    assert isinstance(refusal(coordinator1, AWAY, other), NotNow)
    assert str(days[0]) in str(refusal(coordinator1, AWAY, other))


@pytest.mark.parametrize("others", THREE.values(), ids=THREE)
def test_they_may_follow_each_other(others: tuple[str, str]) -> None:
    """And what was withdrawn stands in nobody's way."""
    around = [an_absence(*days, *others) for days in (BEFORE, AFTER)]
    taken_back = withdrawn(an_absence(FIRST, LAST, *others), coordinator1, TODAY, NOW)

    assert refusal(coordinator1, AWAY, *around, taken_back) is None


def test_one_may_stand_in_for_two() -> None:
    assert refusal(coordinator1, AWAY, an_absence(FIRST, LAST, "caseworker3", "caseworker2")) is None


def test_an_absence_ends_sooner_and_keeps_what_it_was() -> None:
    """With who said so, and when."""
    shorter = ended(AWAY, date(2026, 12, 10), caseworker1, FIRST, NOW)
    again = ended(shorter, date(2026, 12, 8), coordinator1, FIRST, NOW)

    assert [
        (LAST, date(2026, 12, 10), "caseworker1"),
        (date(2026, 12, 10), date(2026, 12, 8), "coordinator1"),
    ] == [(each.before, each.last_on, each.by) for each in again.endings]
    assert date(2026, 12, 8) == again.last_on
    assert LAST == again.as_recorded().last_on


def test_the_same_end_again_changes_nothing() -> None:
    shorter = ended(AWAY, date(2026, 12, 10), caseworker1, FIRST, NOW)
    gone = withdrawn(AWAY, caseworker1, FIRST, NOW)

    assert shorter == ended(shorter, date(2026, 12, 10), caseworker1, FIRST, NOW)
    assert gone == withdrawn(gone, caseworker1, FIRST, NOW)


@pytest.mark.parametrize(
    ("on", "last_on"),
    [
        (date(2026, 12, 3), date(2026, 12, 2)),
        (date(2026, 12, 3), LAST),
        (date(2026, 12, 3), date(2026, 12, 20)),
        (TODAY, date(2026, 11, 30)),
    ],
    ids=["before today", "no sooner", "later", "before it begins"],
)
def test_an_absence_ends_within_its_days_and_not_in_the_past(on: date, last_on: date) -> None:
    """Else days on which somebody stood in would no longer be in it."""
    with pytest.raises(NotAcceptable):
        ended(AWAY, last_on, coordinator1, on, NOW)


def test_what_is_over_is_not_touched_any_more() -> None:
    gone, later = withdrawn(AWAY, coordinator1, FIRST, NOW), date(2026, 12, 15)
    with pytest.raises(NotNow):
        ended(AWAY, date(2026, 12, 10), coordinator1, later, NOW)
    with pytest.raises(NotNow):
        ended(gone, date(2026, 12, 10), coordinator1, FIRST, NOW)
    with pytest.raises(NotNow):
        withdrawn(AWAY, coordinator1, later, NOW)


def test_a_substitute_does_not_end_it() -> None:
    with pytest.raises(NotPermitted):
        ended(AWAY, date(2026, 12, 10), caseworker2, FIRST, NOW)
    with pytest.raises(NotPermitted):
        withdrawn(AWAY, caseworker2, FIRST, NOW)


def test_an_absence_counts_on_its_days_unless_it_was_withdrawn() -> None:
    gone = withdrawn(AWAY, coordinator1, FIRST, NOW)
    days = (date(2026, 11, 30), FIRST, LAST, date(2026, 12, 15))

    assert [False, True, True, False] == [AWAY.counts_on(day) for day in days]
    assert [False] * 4 == [gone.counts_on(day) for day in days]
    assert LAST == gone.last_on == gone.as_recorded().last_on
