"""What holds for every page: accessible in light and dark at each width, within its frame, small, still, faultless."""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from weakref import WeakKeyDictionary

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text()
WIDTHS = (320, 768, 1280, 1800)
AXES: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 320), ("dark", 1280))
"""Where axe looks: what a theme changes is the same at each width, what a width changes in each theme."""
HEAVIEST = 150_000
"""Bytes of a page with all that it loads."""
MOST = 12
"""Requests of a page."""
MOST_MOVED = 0.01
"""How far what is there moves while a page loads, as a browser measures it: 1 is the whole window by its height."""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_RUN = """tags => axe.run(document, {runOnly: tags, preload: false, resultTypes: ["violations"]}).then(
    found => found.violations.map(one => `${one.id}: ${one.nodes.slice(0, 4).map(
        node => node.target.join(" ") + " " + (node.any[0]?.message ?? "")).join(" | ")}`))"""
_WIDER = """() => document.documentElement.scrollWidth > document.documentElement.clientWidth
    ? [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
        .map(one => one.className || one.tagName).slice(0, 5) : []"""
_WITH_A_LONG_WORD = """() => {
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const ours = "svg, style, template, option, thead, button, .meedoen-button, .meedoen-badge, .meedoen-number,"
        + ".meedoen-late";
    window.wereShorter = [];
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (!text.data.trim() || text.parentElement.closest(ours)) continue;
        wereShorter.push([text, text.data]);
        text.data += " https:" + "enoggeenwoord".repeat(4);
    }
}"""
"""People type addresses, and words without an end; what we say ourselves in a button or a badge is neither."""
_AS_BEFORE = "() => wereShorter.forEach(([text, data]) => text.data = data)"
_LOADED = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .map(one => [one.name, one.encodedBodySize])"""
_RAW = r"""() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    while (texts.nextNode()) {
        const {data, parentElement} = texts.currentNode;
        if (/\d{4}-\d\d-\d\d[ T]\d\d:\d\d/.test(data) && !parentElement.closest("pre, code, script, template"))
            found.push(data.trim());
    }
    return found;
}"""
"""Moments in the text as programs write them. What Temporal kept is shown as it is, in code."""
_MOVED = """() => new Promise(told => {
    const settled = performance.getEntriesByType("navigation")[0].loadEventEnd + 500;
    const moved = [];
    new PerformanceObserver(seen => moved.push(...seen.getEntries())).observe({type: "layout-shift", buffered: true});
    setTimeout(() => told(moved.filter(one => !one.hadRecentInput && one.startTime < settled)
        .reduce((sum, one) => sum + one.value, 0)), 100);
})"""


def check(page: Page) -> None:
    """Fail when this page, as it stands, is not as every page must be."""
    assert [] == faults_of(page), page.url
    assert page.evaluate(_MOVED) < MOST_MOVED, f"{page.url} moves as it loads"
    assert "<" not in page.title(), page.title()
    assert [] == page.evaluate(_RAW), f"{page.url} tells a moment as programs write it"
    sizes: list[tuple[str, int]] = page.evaluate(_LOADED)

    assert len(sizes) <= MOST, [name for name, _ in sizes]
    assert sum(size for _, size in sizes) <= HEAVIEST, sizes
    page.evaluate(AXE)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})

        sticking_out = _wider(page)
        assert [] == sticking_out, f"{page.url} at {width}: {sticking_out}"
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    page.evaluate(_WITH_A_LONG_WORD)
    sticking_out = _wider(page)
    page.evaluate(_AS_BEFORE)
    assert [] == sticking_out, f"{page.url} with a long word: {sticking_out}"
    for scheme, width in AXES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 900})

        found = page.evaluate(_RUN, TAGS)
        assert [] == found, f"{page.url} in {scheme} at {width}: {found}"
    page.emulate_media(color_scheme="light")


def _wider(page: Page) -> list[str]:
    """What sticks out of the page; it has a moment to settle at its new width."""
    for _ in range(20):
        if not page.evaluate(_WIDER):
            return []
        page.wait_for_timeout(100)
    return page.evaluate(_WIDER)


FAULTS: WeakKeyDictionary[Page, list[str]] = WeakKeyDictionary()


def watched(page: Page) -> Page:
    """The page, with all kept that its console calls an error: a broken policy, a missing file, a script's fault."""
    faults = FAULTS.setdefault(page, [])
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    return page


def faults_of(page: Page) -> list[str]:
    """What went wrong in this page since it was opened; once asked, it is forgotten."""
    found = [*FAULTS.get(page, [])]
    FAULTS.get(page, []).clear()
    return found
