"""The file of a case on paper: all that it says, and nothing that can only be clicked."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import System, Visitor
from tests.browser.test_case import granted

TO_CLICK = "nav, form, button, input, select, textarea, footer, .meedoen-skip-link"
_SAID = """() => {
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), said = [];
    while (texts.nextNode()) {
        const {data, parentElement: on} = texts.currentNode;
        if (on.checkVisibility() && !on.closest(".meedoen-visually-hidden, template")) said.push(data);
    }
    return said;
}"""
_CLIPPED = """() => [...document.querySelectorAll("main *")].filter(one => one.checkVisibility()
    && !one.matches(".meedoen-visually-hidden, .meedoen-visually-hidden *")
    && getComputedStyle(one).overflow !== "visible"
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)).map(one => one.outerHTML)"""


def words(text: str) -> str:
    """Without the spaces, which a PDF has where the lines end."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(("user", "path"), [("decider1", "/cases/{}"), ("auditor1", "/audit/cases/{}")])
def test_what_was_filled_in_is_in_print_whether_it_was_folded_out_or_not(
    visitor: Visitor, system: System, user: str, path: str
) -> None:
    page = visitor(user, path.format(granted(system)))
    printed = words("".join(one.extract_text() for one in PdfReader(BytesIO(page.pdf(format="A4"))).pages))

    assert words("De inwoner heeft recht op bijstand Is eraan voldaan? Ja") in printed
    assert words("Hoe helpt dit de inwoner verder? Weer wennen aan een werkweek.") in printed
    assert "Leeshetopeeneigenpagina" not in printed


def test_the_way_to_the_paper_and_back_is_one_of_which_the_browser_has_nothing_to_say(
    visitor: Visitor, system: System
) -> None:
    page = visitor("caseworker1", f"/cases/{granted(system)}", motion="no-preference")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.locator("a[href$='/print']").first.click()
    page.get_by_role("link", name=re.compile("^Terug naar")).click()
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()

    assert [] == said


@pytest.mark.parametrize(
    ("user", "path", "folded"),
    [
        ("caseworker1", "/cases/{}/print", "looptijd in het besluit"),
        ("coop-a", "/cases/{}/print", "looptijd in het besluit"),
        ("auditor1", "/cases/{}/print", "De inwoner heeft recht op bijstand"),
    ],
)
def test_a_case_file_is_printed_whole_and_with_nothing_to_click(
    visitor: Visitor, system: System, user: str, path: str, folded: str
) -> None:
    """Dark on white paper, whatever its reader likes on a screen; what is folded lies open."""
    page = visitor(user, f"{path.format(granted(system))}?theme=dark")
    page.context.set_offline(True)  # so that nothing changes while it is looked at
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 between its margins
    said = page.evaluate(_SAID)
    ink = page.evaluate("getComputedStyle(document.body).color")
    printed = words("".join(one.extract_text() for one in PdfReader(BytesIO(page.pdf(format="A4"))).pages))

    expect(page.locator(TO_CLICK).filter(visible=True)).to_have_count(0)
    expect(page.get_by_text(folded).first).to_be_visible()
    assert "rgb(26, 34, 40)" == ink
    assert [] == page.evaluate(_CLIPPED)
    assert [] == [text for text in said if words(text) not in printed]
