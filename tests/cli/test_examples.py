"""What stands in examples/ can be used as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from stdnum.nl import bsn

from api.headings import COLUMNS
from api.rows import Row
from cli.load import municipalities_in
from cli.rows import rows_in
from domain.application import Application
from domain.calendar import months_after
from domain.policy import Entry, Municipality
from embedded.people import example_users

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def municipalities() -> dict[str, Municipality]:
    return {found.policy.municipality: found for found in municipalities_in(EXAMPLES).values()}


@pytest.fixture(scope="module")
def applications() -> list[Application]:
    rows = rows_in(EXAMPLES / "applications.csv")
    assert not [row for row in rows if row.complaints]
    return [row.received.application for row in rows if row.received]


def test_there_are_two_municipalities_that_chose_differently(municipalities: dict[str, Municipality]) -> None:
    zonnedam, waterrijk = municipalities["zonnedam"].policy, municipalities["waterrijk"].policy

    assert zonnedam.periods != waterrijk.periods
    assert zonnedam.max_hours_a_week != waterrijk.max_hours_a_week
    assert zonnedam.max_months != waterrijk.max_months
    assert zonnedam.criteria != waterrijk.criteria


def test_no_list_names_anything_twice(municipalities: dict[str, Municipality]) -> None:
    for municipality in municipalities.values():
        policy = municipality.policy
        lists: tuple[tuple[Entry, ...], ...] = (policy.items, policy.criteria, policy.refusal_grounds)
        for entries in lists:
            codes = [entry.code for entry in entries]
            assert len(set(codes)) == len(codes)


def test_every_criterion_has_a_ground_that_mirrors_it(municipalities: dict[str, Municipality]) -> None:
    for municipality in municipalities.values():
        policy = municipality.policy

        assert [entry.basis for entry in policy.criteria] == [entry.basis for entry in policy.refusal_grounds]


def test_the_users_belong_to_what_is_there(municipalities: dict[str, Municipality]) -> None:
    for user in example_users().values():
        known = {cooperative.code for cooperative in municipalities[user.municipality].cooperatives}

        assert user.cooperative is None or user.cooperative in known


def test_the_deciders_of_the_first_municipality_hold_mandates(
    municipalities: dict[str, Municipality],
) -> None:
    mandates = municipalities["zonnedam"].mandates
    wide, narrow, *caseworkers = mandates

    assert ("decider1", "decider2") == (wide.holder, narrow.holder)
    assert {mandate.holder for mandate in mandates} <= set(example_users())
    assert [{"change"}] * 2 == [set(mandate.decisions) for mandate in caseworkers]
    assert (12, 16) == (narrow.max_months, narrow.max_hours_a_week)
    assert "set_aside" in wide.decisions
    assert "set_aside" not in narrow.decisions


def test_there_are_fifty_applications_of_one_cooperative(applications: list[Application]) -> None:
    assert 50 == len(applications)
    assert {"de-werkplaats"} == {application.cooperative for application in applications}
    assert example_users()["coop-a"].cooperative == "de-werkplaats"


def test_nobody_real_is_among_them(applications: list[Application]) -> None:
    numbers = [application.resident.bsn for application in applications]

    assert 50 == len(set(numbers))
    assert all(bsn.is_valid(number) and number.startswith("9999") for number in numbers)


def test_they_vary_and_stay_within_the_policy(
    applications: list[Application], municipalities: dict[str, Municipality]
) -> None:
    policy = municipalities["zonnedam"].policy
    asked = {entry.code for entry in policy.items}
    incomplete = [each for each in applications if {item.code for item in each.items} != asked]

    assert 13 == len(incomplete)
    assert all({item.code for item in each.items} <= asked for each in applications)
    assert max(each.hours_a_week for each in applications) <= policy.max_hours_a_week
    assert len({each.hours_a_week for each in applications}) > 10
    assert len({each.activity for each in applications}) == 50
    assert date(2027, 1, 1) <= min(each.starts_on for each in applications)
    lasting = {
        next(n for n in range(1, 40) if months_after(a.starts_on, n) > a.ends_on) for a in applications
    }
    assert (3, 36) == (min(lasting), max(lasting))


def test_the_file_with_errors_has_one_that_is_right_and_names_what_is_wrong_with_the_rest() -> None:
    rows: list[Row] = rows_in(EXAMPLES / "applications-with-errors.csv")

    told = {row.line: tuple(each.en for each in row.complaints) for row in rows if row.complaints}
    assert 11 == len(rows)
    assert {
        3: ("Citizen service number (resident_bsn): This is not a valid BSN",),
        4: ("Last day (ends_on): The end must lie after the start",),
        5: ("Signed on (signed_at): Give a day and a time, such as 24-11-2026 14:30.",),
        6: ("Hours a week (hours_a_week): Give a whole number here.",),
        7: (
            "Name of the resident (resident_name): This is required.",
            "First day (starts_on): Give a day that exists, such as 24-11-2026.",
        ),
        8: ("The same as row 2",),
    } == told


def test_the_columns_are_documented() -> None:
    documented = (EXAMPLES / "README.md").read_text()

    assert all(f"`{column}`" in documented for column in COLUMNS)
