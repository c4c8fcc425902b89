"""What may be told of groups of people, and what deciding too late runs up to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from domain.figures import OVERDUE, SMALLEST, SPANS, Span, without_small_groups
from domain.matters.default import Reckoning
from domain.matters.exposure import Exposure, Owing, exposure

MONTHS = range(4)
Sums = Sequence[tuple[str, Sequence[str]]]
OF_MONTHS: Sums = [
    *((f"done {month}", (f"late {month}", f"in time {month}")) for month in MONTHS),
    *((what, tuple(f"{what} {month}" for month in MONTHS)) for what in ("done", "late", "in time")),
    ("done", ("late", "in time")),
    ("done", ("granted", "refused", "withdrawn")),
]
"""Rows and columns of one table, and another way to divide the same whole."""


def reckoned_out(told: Mapping[str, int | None], sums: Sums) -> set[str]:
    """Of what is left out, what follows from the rest: by solving all sums together."""
    hidden = [group for group, count in told.items() if count is None]
    rows = [
        [Fraction((group in parts) - (group == whole)) for group in hidden]
        for whole, parts in sums
        if {whole, *parts} & set(hidden)
    ]
    done = 0
    for column in range(len(hidden)):
        at = next((place for place in range(done, len(rows)) if rows[place][column]), None)
        if at is None:
            continue
        rows[done], rows[at] = rows[at], rows[done]
        rows[done] = [each / rows[done][column] for each in rows[done]]
        for place, row in enumerate(rows):
            if place != done:
                rows[place] = [
                    mine - row[column] * other for mine, other in zip(row, rows[done], strict=True)
                ]
        done += 1
    alone = [[group for group, each in zip(hidden, row, strict=True) if each] for row in rows]
    return {groups[0] for groups in alone if len(groups) == 1}


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"a": 0, "b": 4, "c": 5, "d": 9}, {"a": 0, "b": None, "c": None, "d": 9}),
        ({"a": 3, "b": 2, "c": 9}, {"a": None, "b": None, "c": 9}),
        ({"a": 1, "b": 1, "c": 9, "d": 20}, {"a": None, "b": None, "c": None, "d": 20}),
        ({"a": 1, "b": 2}, {"a": None, "b": None}),
        ({"a": 5, "b": 0}, {"a": 5, "b": 0}),
    ],
)
def test_small_groups_are_left_out_with_what_would_give_them_away(
    counts: dict[str, int], told: dict[str, int | None]
) -> None:
    """Of two that are one together, each is known to be one: so there a third goes too."""
    whole = sum(counts.values())
    found = without_small_groups(counts | {"all": whole}, [("all", tuple(counts))])

    assert told | {"all": whole if whole >= SMALLEST else None} == found


def test_a_small_group_of_no_whole_is_left_out_alone() -> None:
    assert {"a": None, "b": 5, "c": 0} == without_small_groups({"a": 4, "b": 5, "c": 0})


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 30)), min_size=4, max_size=4), st.data())
def test_nothing_that_is_left_out_can_be_reckoned_out(
    late: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Not from one sum, nor from all of them together; and whatever is told is as it was counted."""
    counts = {f"late {month}": each for month, (each, _) in enumerate(late)}
    counts |= {f"in time {month}": each for month, (_, each) in enumerate(late)}
    for whole, parts in OF_MONTHS[:-1]:
        counts.setdefault(whole, sum(counts[part] for part in parts))
    counts["granted"] = data.draw(st.integers(0, counts["done"]))
    counts["refused"] = data.draw(st.integers(0, counts["done"] - counts["granted"]))
    counts["withdrawn"] = counts["done"] - counts["granted"] - counts["refused"]
    told = without_small_groups(counts, OF_MONTHS)

    assert set() == reckoned_out(told, OF_MONTHS)
    assert {None} >= {told[group] for group, count in counts.items() if 0 < count < SMALLEST}
    assert all(count in (None, counts[group]) for group, count in told.items())


def test_the_spans_follow_each_other_and_today_is_not_late() -> None:
    days = list(SPANS.values())

    assert [last + timedelta(days=1) for _, last in days[:-1]] == [first for first, _ in days[1:]]
    assert [last < timedelta(0) for _, last in days] == [span in OVERDUE for span in Span]


@pytest.mark.parametrize(
    ("day", "owing", "owed", "added"),
    [
        ("2026-03-16", Owing.WAITING, 0, 0),
        ("2026-03-17", Owing.RUNNING, 23_00, 23_00),
        ("2026-03-31", Owing.RUNNING, 14 * 23_00 + 35_00, 35_00),
        ("2026-04-27", Owing.RUNNING, 14 * (23_00 + 35_00 + 45_00), 45_00),
        ("2026-04-28", Owing.SETTLING, 14 * (23_00 + 35_00 + 45_00), 0),
    ],
)
def test_each_day_adds_its_amount_after_two_weeks_for_six_weeks(
    day: str, owing: Owing, owed: int, added: int
) -> None:
    """A notice of 2 March: two weeks to decide after all, then 14 days at each amount. Awb 4:17(2), (3)."""
    kept = Reckoning(received_on=date(2026, 3, 2), decided_on=None, determined_cents=None)
    found = exposure([kept.model_dump(mode="json")], date.fromisoformat(day))

    assert Exposure(owing=owing, owed_cents=owed, day_cents=added, most_cents=1442_00) == found


def test_a_decision_ends_what_is_added_and_a_determined_amount_stays() -> None:
    """Decided on the third paid day, which is not owed itself. Awb 4:17(1)."""
    kept = Reckoning(received_on=date(2026, 3, 2), decided_on=date(2026, 3, 19), determined_cents=None)
    determined = kept.model_copy(update={"determined_cents": 40_00})
    on = date(2026, 4, 1)
    stopped, settled = (exposure([each.model_dump(mode="json")], on) for each in (kept, determined))

    assert (Owing.SETTLING, 46_00, 0, 46_00) == tuple(stopped.model_dump(by_alias=False).values())
    assert (Owing.SETTLING, 40_00, 0, 40_00) == tuple(settled.model_dump(by_alias=False).values())


def test_of_several_defaults_in_a_case_the_most_pressing_tells_where_it_stands() -> None:
    """And what they come to is added up."""
    settled = Reckoning(received_on=date(2026, 1, 5), decided_on=None, determined_cents=1442_00)
    running = Reckoning(received_on=date(2026, 3, 2), decided_on=None, determined_cents=None)
    found = exposure([each.model_dump(mode="json") for each in (settled, running)], date(2026, 3, 18))

    assert (Owing.RUNNING, 1442_00 + 46_00, 23_00) == (found.owing, found.owed_cents, found.day_cents)
