"""Letters on paper: what has to be posted, and who says that it was."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from api.beginnings import today
from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor
from tests.browser.test_acting import reviewed
from tests.browser.test_around import switch
from tests.browser.test_case import A_GRANT


def nothing_else(system: System) -> None:
    """What others are to get was posted, so that the list is not longer than a page."""
    system.changes("update sendings set sent_on = current_date, sent_at = now() where sent_at is null")


def in_the_post(page: Page, number: str, title: str = "U mag meedoen") -> Locator:
    """The row of the decision in that case; letters are made a moment after the decision."""
    row = page.get_by_role("row").filter(has_text=number).filter(has_text=title)
    for _ in range(40):
        if row.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    return row


@pytest.mark.parametrize("javascript", [True, False])
def test_a_letter_is_posted(visitor: Visitor, system: System, javascript: bool) -> None:
    nothing_else(system)
    number = reviewed(system)
    system.does("decider1", f"/tasks/{number}.3/complete", A_GRANT)
    if javascript:
        check(visitor("caseworker1", "/post"))
    page = visitor("caseworker1", "/post", javascript=javascript)
    row = in_the_post(page, number)
    row.get_by_label("Gepost op").fill(f"{today() + timedelta(days=3)}")
    row.get_by_role("button", name="Gepost").click()
    told = "De dag van verzending ligt in de toekomst."
    expect(page.get_by_role("alert").get_by_role("link", name=told, exact=True)).to_be_visible()
    expect(row.get_by_label("Gepost op")).to_have_value(f"{today() + timedelta(days=3)}")
    expect(row.get_by_label("Gepost op")).to_have_accessible_description(f"Fout: {told}")
    if javascript:
        expect(page).to_have_title(re.compile("^Fout: Te posten"))
        faults_of(page)
        check(page)
    row.get_by_label("Gepost op").fill(f"{today()}")
    switch(page, "English")
    switch(page, "Nederlands")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(row.get_by_label("Gepost op")).to_have_value(f"{today()}")
    row.get_by_role("button", name="Gepost").click()
    expect(page.get_by_role("status")).to_contain_text(number)

    expect(row).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_decision_that_goes_out_later_is_made_again(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    nothing_else(system)
    number = reviewed(system)
    system.does("decider1", f"/tasks/{number}.3/complete", A_GRANT)
    page = visitor("caseworker1", "/post?lang=en", javascript=javascript)
    row = in_the_post(page, number, "You may take part")
    row.get_by_role("link", name="The letter goes out on another day").click()
    if javascript:
        check(page)
    page.get_by_label("It goes out on").fill("2020-01-01")
    page.get_by_role("button", name="Make it again").click()
    expect(page.get_by_role("alert")).to_be_visible()
    faults_of(page)
    later = today() + timedelta(days=4)
    page.get_by_label("It goes out on").fill(f"{later}")
    page.get_by_role("button", name="Make it again").click()
    expect(page.get_by_role("status")).to_contain_text("The letter is made again")

    expect(row.locator("time").first).to_have_attribute("datetime", f"{later}")


def test_who_posts_nothing_has_no_list(visitor: Visitor) -> None:
    page = visitor("coop-a", "/work")
    expect(page.get_by_role("link", name="Te posten")).to_have_count(0)
    answer = page.goto("/post")

    assert answer is not None
    assert 403 == answer.status
