"""Forms of a task that somebody else took or did: what the page tells, and what was typed before."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.check import check
from tests.browser.conftest import System, Visitor


def test_who_holds_a_task_is_told_with_the_day_and_the_hour(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    system.does("caseworker2", f"/tasks/{number}.1/claim")
    since = re.compile(
        r"Mohamed El Amrani heeft deze taak sinds \d{1,2} [a-z]+ \d{4}, \d\d:\d\d\.$",
    )
    page = visitor("caseworker1", f"/tasks/{number}.1")

    expect(page.get_by_text(since)).to_be_visible()
    check(page)
    page.goto(f"/tasks/{number}.1/acts/completeness_checked")
    expect(page.get_by_text(since)).to_be_visible()
    check(page)
    page.goto(f"/cases/{number}")
    check(page)
