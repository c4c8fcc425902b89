"""A cooperative's own page: what is asked of it, and where each of its cases stands."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.check import check
from tests.browser.conftest import System, Visitor
from tests.browser.test_acting import reviewed


def incomplete(system: System, resident: str) -> str:
    """A case in which something is asked of the cooperative."""
    number = system.a_case(resident)
    check_ = {"kind": "completeness_checked", "missing": ["authorisation"]}
    system.does("caseworker1", f"/tasks/{number}.1/complete", check_)
    return number


def test_a_cooperative_begins_with_what_is_asked_of_it(visitor: Visitor, system: System) -> None:
    number = incomplete(system, "Chantal Verbeek")
    page = visitor("coop-a")
    assert page.url.endswith("/mine")
    asked = page.get_by_role("region", name="Wat er nu van u wordt gevraagd").get_by_role("listitem")
    mine = asked.filter(has_text=number)
    expect(mine).to_contain_text("Aanvulling sturen")
    expect(mine).to_contain_text(re.compile(r"nog \d+ werkdagen"))
    check(page)
    mine.get_by_role("link").click()

    assert page.url.endswith(f"/tasks/{number}.2/acts/supplement_received")


@pytest.mark.parametrize("javascript", [True, False])
def test_of_every_case_it_is_told_where_it_stands_and_what_comes_next(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    number = reviewed(system)
    system.changes(f"update cases set received_on = received_on + 1 where number = '{number}'")  # on top
    page = visitor("coop-a", "/mine", javascript=javascript)
    row = page.get_by_role("row").filter(has_text=number)
    expect(row).to_contain_text("Wacht op een besluit")
    expect(row).to_contain_text("De gemeente neemt een besluit")
    page.get_by_role("link", name="Deelname", exact=True).click()
    expect(page.get_by_role("row").filter(has_text=number)).to_have_count(0)
    page.get_by_role("link", name="Aanvraag", exact=True).click()
    expect(row).to_have_count(1)
    page.get_by_role("link", name="English").click()
    expect(row).to_contain_text("The municipality takes a decision")
    if javascript:
        check(page)


def test_a_long_list_comes_in_pages_the_newest_first(visitor: Visitor, system: System) -> None:
    first, second, third = (system.a_case(name) for name in ("Ada Een", "Bo Twee", "Cor Drie"))
    system.changes(
        f"update cases set received_on = date '2031-01-01' + position(number in '{first}{second}{third}')"
        f" where number in ('{first}', '{second}', '{third}')"
    )
    page = visitor("coop-a", "/mine?limit=1")
    number = page.locator("tbody .meedoen-number")
    seen = [number.inner_text()]
    for _ in range(2):
        page.get_by_role("link", name="Volgende pagina").click()
        seen.append(number.inner_text())

    assert [third, second, first] == seen


def test_another_cooperative_sees_none_of_it(visitor: Visitor, system: System) -> None:
    number = incomplete(system, "Dirk-Jan van 't Hof")
    page = visitor("coop-b", "/mine")

    assert number not in page.content()
    expect(page.get_by_text("Niets. U bent helemaal bij.")).to_be_visible()
    check(page)


def test_who_speaks_for_no_cooperative_has_no_such_page(visitor: Visitor) -> None:
    page = visitor("caseworker1", "/mine")

    expect(page.get_by_role("heading", level=1)).to_have_text("U mag dit niet doen")
