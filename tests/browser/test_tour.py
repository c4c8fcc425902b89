"""The tour for newcomers."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from api.pages.tour import STOPS
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


@pytest.mark.parametrize("user", ["coop-a", "caseworker1", "decider1", "coordinator1", "auditor1", "admin1"])
def test_each_stop_leads_somewhere(visitor: Visitor, user: str) -> None:
    page = visitor(user, "/tour")
    links = page.locator("main").get_by_role("link").all()
    paths = {link.get_attribute("href") or "" for link in links}

    assert paths <= {stop.path for stop in STOPS}
    assert {} == {path: status for path in paths if (status := page.request.get(path).status) != 200}
