"""The dashboard: charts with their tables behind them, for whoever keeps an eye on the whole."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.check import WIDTHS, check
from tests.browser.conftest import System, Visitor
from tests.browser.test_case import granted, section


@pytest.mark.parametrize("user", ["coordinator1", "controller1", "auditor1", "admin1"])
def test_who_watches_over_the_whole_goes_to_the_figures(visitor: Visitor, user: str) -> None:
    page = visitor(user)
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Cijfers").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Cijfers")


TITLES = (
    *("Lopende zaken per fase", "Beslistermijnen", "Binnengekomen en afgehandeld, per maand"),
    *("Herbeoordelingen, te laat en op komst", "Dwangsommen die nog lopen", "Werkvoorraad"),
    *("Hoe zaken in twaalf maanden eindigden", "Mensen die meedoen, per coöperatie"),
)
DEFAULT = (
    "update cases set in_default_since = current_date, defaults = cast('[{kept}]' as jsonb)"
    " where number = '{number}'"
)
KEPT = '{"received_on": "2026-01-05", "decided_on": null, "determined_cents": null}'


@pytest.mark.parametrize("javascript", [True, False])
def test_each_chart_has_a_name_and_its_table_behind_it(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    """Of a handful of residents it tells no number, and says so."""
    granted(system)
    number = system.a_case()
    system.does("caseworker1", f"/tasks/{number}.1/claim")
    system.changes(DEFAULT.format(kept=KEPT, number=number).replace(":", r"\:"))
    page = visitor("coordinator1", "/figures", javascript=javascript)
    names = [chart.get_attribute("aria-label") or "" for chart in page.get_by_role("img").all()]

    assert TITLES == tuple(name.partition(": ")[0] for name in names)
    expect(page.get_by_text("Groepen van minder dan 5 mensen laten we weg").first).to_be_visible()
    for title, row in (
        ("Werkvoorraad", "Sanne de Wit"),
        ("Dwangsommen die nog lopen", "Er komt niets meer bij"),
    ):
        chart = section(page, title)
        chart.get_by_text("Als tabel").click()
        shown = chart.get_by_role("row").filter(has_text=row)
        expect(shown).to_contain_text(re.compile(r"minder dan 5, of weggelaten|[5-9]|\d\d"))
    people = section(page, "Mensen die meedoen, per coöperatie")
    expect(people).to_contain_text(re.compile(r"minder dan 5, of weggelaten|[5-9]|\d\d"))


MANY_OWED = (
    "update cases set in_default_since = current_date,"
    f" defaults = cast('[{KEPT.replace('null}', '26466854}')}]' as jsonb)"
    " where in_default_since is not null or number in ({numbers})"
).replace(":", r"\:")
"""Of everybody to whom something is owed in any way: where that is a handful, no amount is told."""
AS_IT_WAS = (
    "update cases set in_default_since = was.in_default_since, defaults = was.defaults"
    " from as_it_was was where cases.number = was.number"
)
LINES = """() => [...document.querySelectorAll("dd .meedoen-number")].map(one => {
    const range = document.createRange(), tile = one.closest("div");
    range.selectNodeContents(one);
    return range.getClientRects().length + (tile.scrollWidth > tile.clientWidth ? 1 : 0);
})"""
"""Of each number how many lines it takes, and one more where it sticks out."""


def test_the_dashboard_is_as_pages_must_be(visitor: Visitor, system: System) -> None:
    """Whatever is owed, an amount stands on one line."""
    granted(system)
    numbers = ", ".join(f"'{system.a_case()}'" for _ in range(5))
    page = visitor("admin1", "/figures?lang=en")
    system.changes("create table as_it_was as select number, in_default_since, defaults from cases")
    system.changes(MANY_OWED.replace("{numbers}", numbers))
    page.reload()
    expect(page.get_by_role("definition").last).to_have_text(re.compile(r"€ ?\d,\d{3},\d{3}\.\d\d"))
    system.changes(AS_IT_WAS)
    system.changes("drop table as_it_was")
    for width in (320, 375, 480, 640, 768, *WIDTHS):
        page.set_viewport_size({"width": width, "height": 900})
        assert {1} == {*page.evaluate(LINES)}, width
    expect(page.get_by_text("How the cases of the municipality stand on")).to_be_visible()
    check(page)
    for table in page.get_by_text("As a table").all():
        table.click()

    check(page)


def test_a_cooperative_sees_no_figures(visitor: Visitor) -> None:
    page = visitor("coop-a", "/work")

    assert 403 == page.request.get("/figures").status
