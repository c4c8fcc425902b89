"""The design's colours can be told apart by everybody, in light and in dark. WCAG 2.2, 1.4.3 and 1.4.11."""

from __future__ import annotations

import re

import pytest

from api.pages.static import FOLDER

COLOURS = {
    name: (light, dark)
    for name, light, dark in re.findall(
        r"--meedoen-color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", (FOLDER / "tokens.css").read_text()
    )
}
TEXTS = [
    *(
        (text, ground)
        for text in ("text", "text-subtle", "accent", "accent-hover")
        for ground in ("canvas", "surface")
    ),
    *((text, f"{text}-subtle") for text in ("accent", "info", "ok", "warning", "error")),
    ("text", "accent-subtle"),
    ("error", "surface"),
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("on-danger", "danger"),
]
EDGES = [(edge, ground) for edge in ("border-strong", "focus", "accent") for ground in ("canvas", "surface")]


def brightness(colour: str) -> float:
    """The relative luminance."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Between 1 and 21."""
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(text: str, ground: str, theme: int) -> None:
    assert contrast(COLOURS[text][theme], COLOURS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_what_is_used_can_be_seen(edge: str, ground: str, theme: int) -> None:
    assert contrast(COLOURS[edge][theme], COLOURS[ground][theme]) >= 3


def test_white_on_black_is_21() -> None:
    assert 21 == pytest.approx(contrast("#ffffff", "#000000"))
