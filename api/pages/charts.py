"""Charts drawn by the server as SVG: bars and lines that tell apart by shape and word, and not by colour alone.

Places along the width are percentages, so that a chart fits any screen while its letters keep their size. The colours
are classes of the style sheet. Each chart has a name, and a sentence for who does not see it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

THICK = 12
"""Pixels of a bar."""
HEIGHT = 200
"""Pixels of the field of a line chart."""
TOP, BOTTOM = 12, 28
LEFT, RIGHT = 9, 96
"""Percent of the width between which the points lie."""


@dataclass(frozen=True)
class Bar:
    """One bar."""

    label: str
    value: int | None
    """None where no number is told."""
    told: str
    """The value in words, which stands at the end."""
    part: int = 0
    """So much of it is hatched."""


@dataclass(frozen=True)
class Line:
    """One line; its dashes and the shape of its points follow from its place among the others."""

    label: str
    values: tuple[int | None, ...]
    """None where there is no point to be drawn."""


def bars(name: str, told: str, rows: Sequence[Bar]) -> Markup:
    """Bars below each other, each with its label above and its value behind."""
    most = max((row.value or 0 for row in rows), default=0) or 1
    hatch = "hatch-" + re.sub(r"\W+", "-", name.lower())
    drawn = Markup().join(_bar(row, most, f"{hatch}-{place}") for place, row in enumerate(rows))
    return Markup('<div class="meedoen-chart" role="img" aria-label="{}">{}</div>').format(
        f"{name}: {told}", drawn
    )


def lines(name: str, told: str, labels: Sequence[str], series: Sequence[Line]) -> Markup:
    """Lines over points in time; below stands the name of each third point, and of the last."""
    top = nice(max((value or 0 for line in series for value in line.values), default=0))
    grid = Markup().join(_gridline(value, top) for value in (0, top // 2, top))
    drawn = Markup().join(_line(place, line, top) for place, line in enumerate(series))
    last = len(labels) - 1
    below = Markup().join(
        Markup('<text class="meedoen-chart__label" x="{}" y="{}" text-anchor="{}">{}</text>').format(
            _x(place, last + 1), TOP + HEIGHT + 22, "end" if place == last else "middle", label
        )
        for place, label in enumerate(labels)
        if (last - place) % 4 == 0
    )
    return Markup(
        '<svg class="meedoen-chart" role="img" aria-label="{}" width="100%" height="{}">{}</svg>'
    ).format(f"{name}: {told}", TOP + HEIGHT + BOTTOM, grid + drawn + below)


def key(place: int) -> Markup:
    """A piece of the line at this place, for the legend."""
    return Markup(
        '<svg class="meedoen-chart__key" width="40" height="16" aria-hidden="true" focusable="false">{}{}</svg>'
    ).format(_segment(place, "0", 8, "40", 8), _point(place, "20", 8))


def nice(most: int) -> int:
    """The end of an axis that holds so many: an even number, so that the middle is one too."""
    step = 10 ** max(len(str(most)) - 1, 0)
    steps = (
        [2 * each for each in (1, 2, 3, 4, 5)]
        if step == 1
        else [step, 2 * step, 4 * step, 6 * step, 8 * step]
    )
    return next((each for each in steps if each >= most), 10 * step)


HATCH = Markup(
    '<defs><pattern id="{}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="meedoen-chart__hatch-ground" width="6" height="6"/>'
    '<rect class="meedoen-chart__hatch" width="3" height="6"/></pattern></defs>'
)


def _bar(row: Bar, most: int, hatch: str) -> Markup:
    """The words are HTML, since they have to wrap on a narrow screen."""
    whole = _rect("bar", _percent(row.value, most)) if row.value else Markup()
    part = Markup('<rect class="meedoen-chart__part" width="{}" height="{}" fill="url(#{})"/>').format(
        _percent(row.part, most), THICK, hatch
    )
    return Markup(
        '<div class="meedoen-chart__row"><span>{}</span><span class="meedoen-chart__{}">{}</span>'
        '<svg width="100%" height="{}" aria-hidden="true" focusable="false">{}{}{}</svg></div>'
    ).format(
        *(row.label, "words" if row.value is None else "value", row.told),
        *(THICK, _rect("ground", "100%"), whole),
        HATCH.format(hatch) + part if row.part else "",
    )


def _rect(kind: str, width: str) -> Markup:
    return Markup('<rect class="meedoen-chart__{}" width="{}" height="{}"/>').format(kind, width, THICK)


def _gridline(value: int, top: int) -> Markup:
    return Markup(
        '<line class="meedoen-chart__grid" x1="{0}%" x2="100%" y1="{1}" y2="{1}"/>'
        '<text class="meedoen-chart__label" x="0" y="{2}">{3}</text>'
    ).format(LEFT - 1, _y(value, top), _y(value, top) + 4, value)


def _line(place: int, line: Line, top: int) -> Markup:
    spots = [
        None if value is None else (_x(at, len(line.values)), _y(value, top))
        for at, value in enumerate(line.values)
    ]
    joined = (_segment(place, *one, *other) for one, other in pairwise(spots) if one and other)
    return Markup().join([*joined, *(_point(place, *spot) for spot in spots if spot)])


def _segment(place: int, x1: str, y1: int, x2: str, y2: int) -> Markup:
    return Markup(
        '<line class="meedoen-chart__line meedoen-chart__line--{}" x1="{}" y1="{}" x2="{}" y2="{}"/>'
    ).format(place + 1, x1, y1, x2, y2)


def _point(place: int, x: str, y: int) -> Markup:
    if place == 0:
        return Markup(
            '<circle class="meedoen-chart__point meedoen-chart__point--1" cx="{}" cy="{}" r="4"/>'
        ).format(x, y)
    turned = "translate(-4 -4)"
    return Markup(
        '<rect class="meedoen-chart__point meedoen-chart__point--{}" x="{}" y="{}" width="8" height="8" '
        'transform="{}"/>'
    ).format(place + 1, x, y, turned)


def _x(place: int, of: int) -> str:
    return f"{LEFT + (RIGHT - LEFT) * place / max(of - 1, 1):.2f}%"


def _y(value: int, top: int) -> int:
    return TOP + round(HEIGHT * (1 - value / top))


def _percent(value: int, most: int) -> str:
    return f"{100 * value / most:.2f}%"
