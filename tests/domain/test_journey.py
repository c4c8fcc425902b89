"""The way of a case as it is drawn: each status has a place on it, and what was skipped is not on it."""

from __future__ import annotations

from domain.case import Status
from domain.journey import OF_AN_APPLICATION, OF_AN_OBJECTION, Stop, journey
from domain.words import STOPS
from tests.examples import a_case


def test_every_status_has_one_place_and_every_stop_a_name() -> None:
    ways = (OF_AN_APPLICATION, OF_AN_OBJECTION)

    assert set(Status) == {status for way in ways for found in way.values() for status in found}
    assert set(Stop) == {stop for way in ways for stop in way} == STOPS.keys()
    for way in ways:
        assert sum(map(len, way.values())) == len(frozenset().union(*way.values()))


def test_an_application_that_came_in_waits_to_be_checked() -> None:
    found = journey(a_case())

    assert [Stop.COMPLETENESS] == [each.stop for each in found if each.is_current]
    assert [Stop.APPLICATION] == [each.stop for each in found if each.is_done]
    assert list(OF_AN_APPLICATION) == [each.stop for each in found]
