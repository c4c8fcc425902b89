"""Forms of a task that somebody else took or did: what the page tells, and what was typed before."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.check import check
from tests.browser.conftest import System, Visitor
from tests.browser.test_case import granted


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


def test_the_form_of_a_task_that_is_done_tells_who_did_it_and_asks_nothing(
    visitor: Visitor, system: System
) -> None:
    number = granted(system)
    page = visitor("decider2", f"/tasks/{number}.3/acts/permission_refused")

    expect(page.get_by_text("Deze taak is klaar")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Willem Brouwer deed dit op \d"))).to_be_visible()
    expect(page.get_by_role("button", name="Taak op mij nemen")).to_have_count(0)
    expect(page.get_by_text("Nog niemand heeft deze taak")).to_have_count(0)
    expect(page.get_by_text(re.compile(r"^nog \d"))).to_have_count(0)
    check(page)
    page.get_by_role("link", name="Terug naar de zaak van").click()
    assert page.url.endswith(f"/cases/{number}")
