"""Charts of the server: their places, their names, and that nothing is told by colour alone."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from api.pages.charts import Bar, Line, bars, key, lines, nice

MONTHS = [f"2026-{month:02}" for month in range(1, 13)]


def drawn(markup: str) -> ET.Element:
    """The chart, which is well-formed."""
    return ET.fromstring(markup)


def test_a_bar_is_as_long_as_its_part_of_the_longest() -> None:
    chart = drawn(
        bars("Cases", "told", [Bar("Review", 8, "8"), Bar("Decision", 2, "2"), Bar("None", 0, "0")])
    )
    widths = [each.get("width") for each in chart.iter("rect") if each.get("class") == "meedoen-chart__bar"]

    assert ["100.00%", "25.00%"] == widths
    assert ["Review", "8", "Decision", "2", "None", "0"] == [each.text for each in chart.iter("span")]


def test_a_chart_has_a_name_and_a_sentence_that_tells_it() -> None:
    for chart in (bars("Cases", "two", [Bar("Review", 2, "2")]), lines("Months", "few", MONTHS, [])):
        assert "img" == drawn(chart).get("role")
    assert "Cases: two" == drawn(bars("Cases", "two", [])).get("aria-label")


def test_what_is_late_is_hatched_and_lines_differ_in_dash_and_in_points() -> None:
    part = drawn(bars("Cases", "told", [Bar("Review", 8, "8, of which 2 overdue", part=2)]))
    two = drawn(lines("Months", "told", MONTHS, [Line("In", tuple(range(12))), Line("Out", (1,) * 12)]))

    assert ["25.00%"] == [
        each.get("width") for each in part.iter("rect") if each.get("fill") == "url(#hatch-cases-0)"
    ]
    assert 12 == len(list(two.iter("circle"))) == len(list(two.iter("rect")))
    assert [11, 11] == [
        sum(f"line--{place}" in (each.get("class") or "") for each in two.iter("line")) for place in (1, 2)
    ]
    assert list(drawn(key(0)).iter("circle"))
    assert list(drawn(key(1)).iter("rect"))


def test_where_no_number_is_told_a_line_has_no_point() -> None:
    """And no piece that leads to it."""
    chart = drawn(
        lines("Months", "told", MONTHS, [*[Line("In", ())] * 2, Line("Out", (8, None, *(1,) * 10))])
    )

    assert 11 == sum("point--3" in (each.get("class") or "") for each in chart.iter("rect"))
    assert 9 == sum("line--3" in (each.get("class") or "") for each in chart.iter("line"))


def test_points_lie_within_the_chart_and_higher_for_more() -> None:
    chart = drawn(lines("Months", "told", MONTHS, [Line("In", (0, 7, 14, *(3,) * 9))]))
    points = [
        (float(each.get("cx", "").rstrip("%")), int(each.get("cy", ""))) for each in chart.iter("circle")
    ]

    assert all(0 <= x <= 100 for x, _ in points)
    assert points[0][1] > points[1][1] > points[2][1]
    assert ["0", "10", "20"] == [each.text for each in chart.iter("text")][:3]
    assert MONTHS[11::-4][::-1] == [each.text for each in chart.iter("text")][3:]


@pytest.mark.parametrize(
    ("most", "end"), [(0, 2), (1, 2), (3, 4), (9, 10), (10, 10), (14, 20), (41, 60), (99, 100), (950, 1000)]
)
def test_an_axis_ends_at_a_number_with_a_half(most: int, end: int) -> None:
    assert end == nice(most)
    assert 0 == end % 2


def test_what_people_are_called_is_text_and_nothing_is_styled_in_place() -> None:
    chart = str(bars("<Cases>", "&", [Bar('<script>"', 1, "1")]))

    assert '<script>"' == next(each.text for each in drawn(chart).iter("span"))
    assert [] == re.findall(r"<script|style=", chart)
