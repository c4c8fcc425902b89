"""The tour for newcomers."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.check import check
from tests.browser.conftest import Visitor


def test_a_newcomer_is_shown_around(visitor: Visitor) -> None:
    page = visitor("caseworker1")
    page.get_by_role("link", name="Een korte rondleiding").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Een korte rondleiding")
    check(page)
    stop = page.get_by_role("listitem").filter(has_text="Brieven op papier")
    stop.get_by_role("link", name="Bekijk het").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Te posten")
