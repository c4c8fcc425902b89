"""Tables and lists of facts: no word of them is broken, at whatever width they are read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from api.beginnings import today
from tests.browser.conftest import System, Visitor
from tests.browser.test_audit import decided_late, refused
from tests.browser.test_uploading import a_file, upload
from tests.browser.test_watching import decided_too_late

WIDTHS = (768, 1024, 1280, 1800)
BROKEN = r"""() => [...document.querySelectorAll("main :is(th, td, dt)")].flatMap(one => {
    if (!one.checkVisibility()) return [];
    const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), found = [];
    while (texts.nextNode()) {
        const text = texts.currentNode;
        for (const word of text.data.matchAll(/[\p{L}\d]{2,14}/gu)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map(line => Math.round(line.top))).size > 1) found.push(word[0]);
        }
    }
    return found;
})"""
"""The words that stand on more than one line."""
SCROLLED = """() => [document.documentElement, ...document.querySelectorAll(".meedoen-table-frame:not([tabindex])")]
    .filter(one => one.scrollWidth > one.clientWidth).map(one => one.className || one.tagName)"""
"""What is wider than its room, but for what can be gone to by the keyboard."""
TOUCHING = """() => [...document.querySelectorAll("main td")].flatMap(cell => {
    const badges = [...cell.querySelectorAll(".meedoen-badge")].map(one => one.getBoundingClientRect());
    return badges.slice(1).filter((one, before) => {
        const other = badges[before];
        return one.top - other.bottom < 4 && one.left - other.right < 4;
    }).map(() => cell.textContent.trim());
})"""
"""The cells of which two badges have no room between them."""
CRAMPED = """() => [...document.querySelectorAll("main .meedoen-table-frame")].filter(frame => {
    const before = frame.previousElementSibling;
    return before?.checkVisibility() && frame.getBoundingClientRect().top - before.getBoundingClientRect().bottom < 8;
}).map(frame => frame.textContent.trim().slice(0, 40))"""
"""The tables that stand closer to what is before them than their captions to their heads."""
MEASURED = (BROKEN, SCROLLED, TOUCHING, CRAMPED)
AS_IT_SHOULD: dict[int, tuple[list[str], ...]] = dict.fromkeys(WIDTHS, ([],) * len(MEASURED))


@pytest.mark.parametrize(
    ("user", "paths"),
    [
        ("auditor1", ("/audit", "/audit/exceptions", "/audit/refusals", "/cases", "/figures")),
        ("auditor1", ("/audit/cases/{case}?on={today}",)),
        (
            "caseworker1",
            ("/cases", "/post", "/work?view=group", "/team/absences", "/policy", "/policy/mandates"),
        ),
        ("coordinator1", ("/team", "/team/assign")),
    ],
)
def test_no_word_in_a_table_takes_two_lines(
    visitor: Visitor, system: System, user: str, paths: tuple[str, ...]
) -> None:
    """And our own words fit, so that nothing has to be scrolled."""
    refused(system)
    decided_late(system)
    number = decided_too_late(system)
    page = visitor(user, paths[0])
    for path in (each.format(case=number, today=today()) for each in paths):
        for language in ("nl", "en"):
            page.goto(f"{system.url}{path}{'&' if '?' in path else '?'}lang={language}")

            assert AS_IT_SHOULD == _found(page), (path, language)


def test_no_row_number_takes_two_lines_where_the_rows_of_a_file_are_told(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply/upload")
    upload(page, a_file(*({"hours_a_week": "32", "starts_on": "morgen"} for _ in range(12))))
    expect(page.get_by_role("row")).to_have_count(13)

    assert AS_IT_SHOULD == _found(page)
    for width, is_said in ((320, True), (1023, True), (1024, False)):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.get_by_role("rowheader").first.get_by_text("Rij")).to_be_visible(visible=is_said)


def test_what_somebody_typed_without_an_end_widens_no_page(visitor: Visitor, system: System) -> None:
    """The table scrolls by itself then, with what it tells to who only hears it."""
    system.a_case("Wolfeschlegelsteinhausenbergerdorff" * 5)
    page = visitor("caseworker1", "/cases")
    for path in ("/cases", "/work?view=group"):
        page.goto(f"{system.url}{path}")
        for width in (320, *WIDTHS):
            page.set_viewport_size({"width": width, "height": 900})

            assert "HTML" not in page.evaluate(SCROLLED), (path, width)


def _found(page: Page) -> dict[int, tuple[list[str], ...]]:
    """At each width the words that are broken, what has to be scrolled sideways, and what has no room around it."""
    found = dict[int, tuple[list[str], ...]]()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = tuple(page.evaluate(each) for each in MEASURED)
    return found
