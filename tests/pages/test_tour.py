"""The tour: who is new meets every place where he can go, and none that is closed to him."""

from __future__ import annotations

import pytest

from api.pages.shell import NAVIGATION, places_of
from api.pages.tour import stops_of
from domain.people import Actor, Role


def somebody(role: Role) -> Actor:
    return Actor(id="new", name="Nieuw Hier", roles=frozenset({role}), municipality="zonnedam")


@pytest.mark.parametrize("role", sorted({role for place in NAVIGATION for role in place.roles}))
def test_the_tour_passes_each_place_where_one_can_go_and_no_other(role: Role) -> None:
    passed = {(stop.path or "").partition("?")[0] for stop in stops_of(somebody(role))} - {""}

    assert {place.path for place in places_of(somebody(role))} == passed
