"""A coordinator sees how the work lies, hands it out, and keeps the register of absences."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor


def held_by_a_colleague(system: System, user: str) -> str:
    """The number of a case whose task that colleague holds, so that he is one of those who can be chosen."""
    number = system.a_case()
    system.does(user, f"/tasks/{number}.1/claim")
    return number


@pytest.mark.parametrize("javascript", [True, False])
def test_tasks_are_handed_out_after_a_look_and_what_is_refused_stays_chosen(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    held_by_a_colleague(system, "caseworker2")
    number, gone = system.a_case("Nadia el Idrissi"), system.a_case("Pieter Bos")
    page = visitor("coordinator1", "/team/assign?limit=100", javascript=javascript)
    for each in (number, gone):
        page.locator(f"[id='task-{each}.1']").check()
    if javascript:
        check(page)
    page.get_by_role("button", name="Bekijk wat er gebeurt").click()
    expect(page.locator(".meedoen-form-field__error-message")).to_contain_text("Kies")
    faults_of(page)  # a browser calls the refusal's status one
    page.locator("#assignee").select_option(value="caseworker2")
    page.get_by_role("button", name="Bekijk wat er gebeurt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk voordat u verdeelt")
    if javascript:
        check(page)
    system.does("coop-a", f"/cases/{gone}/withdrawal", {"reason": "Werk gevonden."})
    page.get_by_role("button", name="Geef de taken aan").click()
    if javascript:
        check(page)

    expect(page.get_by_role("row").filter(has_text=number)).to_contain_text("Gegeven aan")
    expect(page.locator(f"[id='task-{number}.1']")).to_have_count(0)


def test_the_workload_leads_to_the_tasks_of_one_colleague(visitor: Visitor, system: System) -> None:
    number = held_by_a_colleague(system, "caseworker2")
    page = visitor("coordinator1", "/team")
    check(page)
    row = page.locator("a[href*='view=all&heldBy=caseworker2']").first
    row.click()

    expect(page.get_by_role("row").filter(has_text=number)).to_have_count(1)


def test_who_is_away_is_recorded_and_told(visitor: Visitor, system: System) -> None:
    for user in ("caseworker1", "caseworker2"):
        held_by_a_colleague(system, user)
    page = visitor("coordinator1", "/team/absences")
    page.locator("summary.meedoen-details__summary").first.click()
    page.locator("#absent").select_option(value="caseworker2")
    page.locator("#substitute").select_option(value="caseworker1")
    day = datetime.now(UTC).date() + timedelta(days=30)
    page.locator("#first").fill(f"{day}")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.locator("#last")).to_have_attribute("aria-invalid", "true")
    faults_of(page)
    check(page)
    page.locator("#last").fill(f"{day}")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_role("status")).to_contain_text("afwezig")

    check(page)


def test_who_coordinates_nothing_hands_out_nothing(visitor: Visitor) -> None:
    page = visitor("caseworker1", "/team/assign")
    expect(page.get_by_role("button", name="Bekijk wat er gebeurt")).to_have_count(0)
