"""What is wrong in an application gives way to what fits, whichever part it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from api.headings import COLUMNS
from api.standing_in import fitting, is_told, set_right
from domain.acts import ApplicationReceived
from tests.examples import an_application_received

PLACES = [column.place for column in COLUMNS.values()]


def a_body(place: str, value: Any) -> dict[str, Any]:
    """An application with this at that place; with none there where it is nothing."""
    body = an_application_received().model_dump(mode="json")
    *folders, last = place.strip("/").split("/")
    inner = body
    for folder in folders:
        inner = inner[folder]
    inner[last] = value
    if value is None:
        del inner[last]
    return body


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("value", [None, 0, [{"code": "?"}]], ids=("left out", "a number", "a list"))
def test_whatever_is_wrong_is_set_right_and_the_rest_stays(place: str, value: Any) -> None:
    body = a_body(place, value)
    act = set_right(body, [place], "de-werkplaats")

    assert isinstance(act, ApplicationReceived)
    assert body == a_body(place, value)
    right, there = act.model_dump(mode="json"), an_application_received().model_dump(mode="json")
    changed = {
        name for name in there["application"] if right["application"][name] != there["application"][name]
    }
    assert changed <= {place.split("/")[2]} if place.startswith("/application/") else not changed


def test_what_is_wrong_within_an_entry_takes_the_list_with_it() -> None:
    body = a_body("/application/items", [{"code": "plan", "title": ""}])
    act = set_right(body, ["/application/items/0/title"], None)

    assert act is not None
    assert () == act.application.items


@pytest.mark.parametrize("body", [None, 1, [], {"application": 1}])
def test_what_is_no_application_at_all_is_not_set_right(body: Any) -> None:
    assert set_right(body, ["/application/plan"], None) is None


def test_what_fits_is_an_application_by_the_cooperative_on_that_day() -> None:
    act = fitting("groen-doen", date(2026, 3, 2))

    assert ("groen-doen", date(2026, 3, 2)) == (act.application.cooperative, act.received_on)


@pytest.mark.parametrize(
    ("place", "told"),
    [("/a/b", True), ("/a/b/0", True), ("/a", True), ("/a/bc", False), ("/c", False)],
)
def test_a_place_is_told_with_what_is_in_it_and_around_it(place: str, told: bool) -> None:
    assert told == is_told(place, ["/a/b"], "/")
