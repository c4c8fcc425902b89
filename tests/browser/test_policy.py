"""The policy, as an administrator looks after it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import expect

from embedded.part import PROJECT
from tests.browser.check import check
from tests.browser.conftest import System, Visitor
from tests.browser.test_case import section

A_NEW_COOPERATIVE = """
[[cooperatives]]
code = "de-kas"
name = "Coöperatie De Kas"
email = "post@dekas.example"
agreement_from = 2099-01-01
"""


def load_a_later_version(system: System, folder: Path) -> None:
    """The administrator changes the policy from 2099 on, as docs/operating.md has it, and adds a cooperative."""
    text = (PROJECT / "examples" / "zonnedam.toml").read_text()
    for before, after in (
        ("version = 1", "version = 2"),
        ("valid_from = 2026-01-01", "valid_from = 2099-01-01"),
        ("max_hours_a_week = 24", "max_hours_a_week = 20"),
    ):
        text = text.replace(before, after, 1)
    (folder / "zonnedam.toml").write_text(text + A_NEW_COOPERATIVE)
    environment = {**os.environ, **system.whole.environment()}
    command = (sys.executable, "-m", "cli", "load", str(folder))
    subprocess.run(command, check=True, cwd=PROJECT, env=environment, capture_output=True)


def test_an_administrator_loads_a_later_policy_and_reads_what_changes_in_it(
    visitor: Visitor, system: System, tmp_path: Path
) -> None:
    load_a_later_version(system, tmp_path)
    page = visitor("admin1")
    page.get_by_role("link", name="Beleid").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beleid")
    expect(section(page, "Grenzen en keuzes")).to_contain_text("24 uur per week")
    check(page)
    page.get_by_role("row").filter(has_text="Versie 2").get_by_role("link", name="Wat is veranderd").click()
    table = page.get_by_role("table", name="Grenzen en keuzes")
    expect(table.get_by_role("row").filter(has_text="Maximum aantal uren").first).to_contain_text(
        "20 uur per week"
    )
    check(page)
    page.get_by_role("link", name="Mandaten").click()
    expect(page.get_by_role("table", name="Geldt op")).to_contain_text("Toestemming geven, weigeren")
    check(page)
    page.get_by_role("link", name="Kantoor en coöperaties").click()
    expect(page.get_by_text("Postbus 100")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="Coöperatie De Kas")).to_contain_text("2099")
    check(page)
