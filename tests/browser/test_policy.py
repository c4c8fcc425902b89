"""The policy, as an administrator looks at it."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import expect

from cli.load import municipality_in
from embedded.part import PROJECT
from tests.browser.check import check
from tests.browser.conftest import System, Visitor
from tests.browser.test_case import section


def a_later_version(system: System) -> None:
    """The municipality changes its policy from 2099 on."""
    policy = municipality_in(PROJECT / "examples" / "zonnedam.toml").policy
    changed = {"version": 2, "valid_from": date(2099, 1, 1), "max_hours_a_week": 20}
    later = policy.model_copy(update=changed).model_dump_json(by_alias=True)
    quoted = later.replace("'", "''").replace(":", "\\:")
    system.changes(
        "insert into policies (municipality, version, valid_from, document)"
        f" values ('zonnedam', 2, '2099-01-01', '{quoted}')"
    )


def test_an_administrator_reads_the_policy_and_what_changes_in_it(visitor: Visitor, system: System) -> None:
    a_later_version(system)
    page = visitor("admin1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Beleid")
    expect(section(page, "Grenzen en keuzes")).to_contain_text("24 uur per week")
    check(page)
    page.get_by_role("row").filter(has_text="Versie 2").get_by_role("link", name="Wat is veranderd").click()
    table = page.get_by_role("table", name="Grenzen en keuzes")
    expect(table.get_by_role("row").filter(has_text="Meeste uren")).to_contain_text("20 uur per week")
    check(page)
    page.get_by_role("link", name="Mandaten").click()
    expect(page.get_by_role("table", name="Geldt op")).to_contain_text("Toestemming geven, weigeren")
    check(page)
    page.get_by_role("link", name="Kantoor en coöperaties").click()
    expect(page.get_by_text("Postbus 100")).to_be_visible()
    check(page)
