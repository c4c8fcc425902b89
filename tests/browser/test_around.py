"""What stands around every page: who is signed in, the menu, and the ways to another language or theme."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor


@pytest.mark.parametrize(("path", "title"), [("/nope", "Niet gevonden"), ("/work/part", "Dat kan hier niet")])
def test_whoever_goes_astray_still_has_his_name_and_his_menu(visitor: Visitor, path: str, title: str) -> None:
    page = visitor("caseworker1", path)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_text("Sanne de Wit")).to_be_visible()
    faults_of(page)
    check(page)
    page.get_by_role("link", name="Werk", exact=True).click()

    assert page.url.endswith("/work")


def test_an_address_where_nothing_is_takes_no_message_away(visitor: Visitor, system: System) -> None:
    """A browser asks by itself for some of them, such as a picture of the site."""
    page = visitor("caseworker1", "/work")
    system.changes('update sessions set told = \'{"sentence": "You hold this task now.", "facts": {}}\'')
    page.goto("/nope")
    expect(page.get_by_role("status")).to_have_count(0)
    page.goto("/work")

    expect(page.get_by_role("status")).to_have_text("U hebt deze taak nu.")


def test_nobody_has_no_menu_where_nothing_is(visitor: Visitor) -> None:
    page = visitor(None, "/nope")

    expect(page.get_by_role("heading", level=1)).to_have_text("Niet gevonden")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_have_count(0)
