"""The tour: who is new meets every place where he can go, and none that is closed to him."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from api.pages.shell import NAVIGATION, places_of
from api.pages.tour import STOPS, stops_of
from domain.people import Actor, Role
from store.work import View


def somebody(role: Role) -> Actor:
    return Actor(id="new", name="Nieuw Hier", roles=frozenset({role}), municipality="zonnedam")


@pytest.mark.parametrize("role", sorted({role for place in NAVIGATION for role in place.roles}))
def test_the_tour_passes_each_place_where_one_can_go_and_no_other(role: Role) -> None:
    passed = {(stop.path or "").partition("?")[0] for stop in stops_of(somebody(role))} - {""}

    assert {place.path for place in places_of(somebody(role))} == passed


def test_a_stop_in_a_list_of_work_leads_to_a_list_that_there_is() -> None:
    views = {parse_qs(urlsplit(stop.path or "").query).get("view", [View.MINE])[0] for stop in STOPS}

    assert set() == views - set(View)
