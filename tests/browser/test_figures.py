"""The dashboard: charts with their tables behind them, for whoever keeps an eye on the whole."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.check import check
from tests.browser.conftest import System, Visitor
from tests.browser.test_case import granted, section


@pytest.mark.parametrize("user", ["coordinator1", "controller1", "auditor1", "admin1"])
def test_who_watches_over_the_whole_goes_to_the_figures(visitor: Visitor, user: str) -> None:
    page = visitor(user)
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Cijfers").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Cijfers")


@pytest.mark.parametrize("javascript", [True, False])
def test_each_chart_has_a_name_and_its_table_behind_it(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    granted(system)
    number = system.a_case()
    system.does("caseworker1", f"/tasks/{number}.1/claim")
    system.changes(f"update tasks set due_on = date '2020-01-01' where id = '{number}.1'")
    page = visitor("coordinator1", "/figures", javascript=javascript)
    charts = page.get_by_role("img")
    expect(charts).to_have_count(6)
    names = [chart.get_attribute("aria-label") or "" for chart in charts.all()]

    assert all(re.match(r"\S.+: \S.*\d", name) for name in names), names
    work = section(page, "Werkvoorraad")
    expect(work).to_contain_text("Klantmanager: Sanne de Wit")
    expect(work).to_contain_text(re.compile(r"\d+, waarvan \d+ te laat"))
    work.get_by_text("Als tabel").click()
    expect(work.get_by_role("row").filter(has_text="Sanne de Wit")).to_be_visible()


def test_small_groups_are_left_out_and_that_is_said(visitor: Visitor, system: System) -> None:
    granted(system)
    system.changes(
        "update cases set cooperative = 'groen-doen' where status = 'participation' and number in"
        " (select number from cases where status = 'participation' limit 1)"
    )
    page = visitor("controller1", "/figures")
    people = section(page, "Mensen die meedoen, per coöperatie")

    expect(people).to_contain_text("minder dan 5, of weggelaten")
    expect(people).to_contain_text("Groepen van minder dan 5 mensen laten we weg")


def test_the_dashboard_is_as_pages_must_be(visitor: Visitor, system: System) -> None:
    granted(system)
    page = visitor("admin1", "/figures?lang=en")
    expect(page.get_by_text("How the cases of the municipality stand on")).to_be_visible()
    check(page)
    for table in page.get_by_text("As a table").all():
        table.click()

    check(page)


def test_a_cooperative_sees_no_figures(visitor: Visitor) -> None:
    page = visitor("coop-a", "/work")

    assert 403 == page.request.get("/figures").status
