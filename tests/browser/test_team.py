"""Colleagues: who has how much, many tasks to one person, and who is away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor
from tests.browser.test_case import section

CHECKED = {"kind": "completeness_checked"}


def in_days(days: int) -> str:
    return f"{datetime.now(UTC).date() + timedelta(days=days)}"


def due_on(system: System, day: str, how_many: int) -> list[str]:
    """New tasks that are due on a day of their own, so that a list can be narrowed down to them."""
    tasks = [f"{system.a_case()}.1" for _ in range(how_many)]
    listed = ", ".join(f"'{task}'" for task in tasks)
    system.changes(f"update tasks set due_on = date '{day}' where id in ({listed})")
    return tasks


def row_of(page: Page, task: str) -> Locator:
    return page.get_by_role("row").filter(has_text=task.partition(".")[0])


def test_a_number_leads_to_its_list(visitor: Visitor, system: System) -> None:
    (task,) = due_on(system, "2020-01-01", 1)
    system.does("caseworker1", f"/tasks/{task}/claim")
    system.changes(f"update tasks set due_on = date '2020-01-01' where id = '{task}'")
    page = visitor("coordinator1", "/work")
    page.get_by_role("link", name="Team").click()
    expect(section(page, "Wat nog niemand heeft")).to_contain_text("Klantmanager")
    check(page)
    row = section(page, "Wat iedereen heeft").get_by_role("row").filter(has_text="Sanne de Wit")
    row.get_by_role("link", name="te laat, Sanne de Wit").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Te laat: Sanne de Wit")
    expect(row_of(page, task)).to_have_count(1)
    check(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_coordinator_gives_five_tasks_of_which_one_is_refused(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    """Whose it was meanwhile done stays chosen, and the reason stands with it."""
    day = "2019-03-01" if javascript else "2019-03-02"
    *given, done = due_on(system, day, 5)
    page = visitor("coordinator1", f"/team/assign?from={day}&until={day}", javascript=javascript)
    next_step = page.get_by_role("button", name="Bekijk wat er gebeurt")
    next_step.click()
    expect(page.get_by_role("link", name="Kies ten minste één taak.")).to_be_visible()
    expect(page.get_by_label("Aan wie?", exact=True)).to_have_attribute("aria-describedby", "assignee-error")
    faults_of(page)
    if javascript:
        check(page)
    for task in (*given, done):
        row_of(page, task).get_by_role("checkbox").check()
    page.get_by_label("Aan wie?", exact=True).select_option("caseworker2")
    next_step.click()
    expect(page.get_by_text("Taken die naar Mohamed El Amrani kunnen: 5 van 5.")).to_be_visible()
    if javascript:
        check(page)
    system.does("caseworker1", f"/tasks/{done}/complete", CHECKED)
    page.get_by_role("button", name="Geef aan Mohamed El Amrani").click()
    expect(page.get_by_role("status")).to_contain_text("Taken die naar Mohamed El Amrani gingen: 4 van 5.")
    expect(page.get_by_role("checkbox")).to_have_count(1)
    expect(row_of(page, done).get_by_role("checkbox")).to_be_checked()
    expect(row_of(page, done)).to_contain_text("Deze taak is al gedaan")
    if javascript:
        check(page)
    page.get_by_label("Aan wie?", exact=True).select_option("caseworker1")
    next_step.click()
    expect(row_of(page, done)).to_contain_text("Kan niet")
    expect(page.get_by_role("button", name="Geef aan")).to_have_count(0)
    page.goto("/work?view=all&heldBy=caseworker2&limit=200")

    for task in given:
        expect(row_of(page, task)).to_have_count(1)


def test_whoever_looks_first_sees_what_is_in_the_way(visitor: Visitor, system: System) -> None:
    """Another role, and what he has already; a task that is his is not given again."""
    free, his = due_on(system, "2019-03-03", 2)
    system.does("coordinator1", f"/tasks/{his}/assign", {"assignee": "x9", "assigneeName": "Xandra Bos"})
    page = visitor("coordinator1", "/team/assign?view=all&limit=100&lang=en")
    page.goto("/team/assign?view=all&from=2019-03-03&until=2019-03-03&select=all")
    page.get_by_text("Somebody who is not in the list").click()
    page.get_by_label("User name at the sign-in").fill("x9")
    page.get_by_label("Name", exact=True).fill("Xandra Bos")
    row_of(page, free).get_by_role("checkbox").check()
    page.get_by_role("button", name="See what would happen").click()

    expect(row_of(page, free)).to_contain_text(
        "It is for: caseworker. Make sure that Xandra Bos has that role."
    )
    check(page)


def test_what_is_sent_twice_is_given_once(visitor: Visitor, system: System) -> None:
    task = f"{system.a_case()}.1"
    page = visitor("coordinator1", "/team")
    csrf = page.locator("input[name=csrf]").first.get_attribute("value") or ""
    form = {"csrf": csrf, "key": uuid4().hex, "task": task, "assignee": "caseworker2"}
    answers = [page.request.post("/team/assign", form=form).status for _ in range(2)]
    page.goto(f"/cases/{task.partition('.')[0]}")

    assert [200, 200] == answers
    expect(section(page, "Wat er gebeurde").get_by_text("Taak toegewezen aan")).to_have_count(1)


def test_an_absence_is_recorded_shown_and_taken_back(visitor: Visitor) -> None:
    somebody = f"Iris {uuid4().hex[:6]}"
    page = visitor("coordinator1", "/team/absences")
    page.get_by_text("Afwezigheid vastleggen").click()
    for field, name in (("absent", somebody), ("substitute", "Sam Vos")):
        page.locator(f"#{field} ~ details summary").click()
        page.locator(f"#{field}-id").fill(name)
        page.locator(f"#{field}-name").fill(name)
    page.get_by_label("Eerste dag").fill(in_days(1))
    page.get_by_label("Laatste dag", exact=True).fill(in_days(0))
    page.get_by_role("button", name="Vastleggen").click()
    last = page.get_by_label("Laatste dag", exact=True)
    expect(last).to_have_attribute("aria-invalid", "true")
    expect(page.locator(f"#{last.get_attribute('aria-describedby')}")).to_contain_text("eindigt op de dag")
    faults_of(page)
    check(page)
    page.get_by_label("Eerste dag").fill(in_days(0))
    last.fill(in_days(5))
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_role("status")).to_contain_text(f"{somebody} is afwezig van")
    row = page.get_by_role("row").filter(has_text=somebody)
    expect(row).to_contain_text("Nu afwezig")
    page.get_by_role("link", name="Werkvoorraad").click()
    expect(row).to_contain_text("Sam Vos vervangt")
    page.get_by_role("link", name="Afwezigheid").click()
    row.locator("summary").click()
    row.get_by_role("button", name="Eerder laten eindigen").click()
    expect(row.get_by_label("Nieuwe laatste dag")).to_have_attribute("aria-invalid", "true")
    faults_of(page)
    check(page)
    row.get_by_label("Nieuwe laatste dag").fill(in_days(2))
    row.get_by_role("button", name="Eerder laten eindigen").click()
    expect(row).to_contain_text("Marijke Hoekstra maakte het korter")
    row.locator("summary").click()
    row.get_by_role("button", name="Intrekken").click()

    expect(row).to_contain_text("Ingetrokken")


def test_a_caseworker_tells_of_his_own_absence_and_hands_out_nothing(visitor: Visitor) -> None:
    page = visitor("caseworker2", "/team", javascript=False)
    expect(page.get_by_role("link", name="Werk verdelen")).to_have_count(0)
    expect(section(page, "Wat iedereen heeft").get_by_role("link")).to_have_count(0)
    page.get_by_role("link", name="Afwezigheid").click()
    page.get_by_text("Uw eigen afwezigheid vastleggen").click()
    expect(page.locator("#absent")).to_have_count(0)
    page.locator("#substitute ~ details summary").click()
    page.locator("#substitute-id").fill("sam")
    page.locator("#substitute-name").fill("Sam Vos")
    page.get_by_label("Eerste dag").fill(in_days(300))
    page.get_by_label("Laatste dag", exact=True).fill(in_days(301))
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_role("status")).to_contain_text("Mohamed El Amrani is afwezig van")
    csrf = page.locator("input[name=csrf]").first.get_attribute("value") or ""
    form = {"csrf": csrf, "key": uuid4().hex, "task": "MD-0000-0000-0000.1", "assignee": "caseworker1"}

    for path in ("/team/assign", "/team/assign/check"):
        assert 403 == page.request.post(path, form=form).status
    answer = page.goto("/team/assign")
    assert answer is not None
    assert 403 == answer.status


@pytest.mark.parametrize("user", ["coop-a", "controller1", "admin1"])
def test_who_is_no_colleague_sees_nothing_of_them(visitor: Visitor, user: str) -> None:
    page = visitor(user)
    expect(page.get_by_role("link", name="Team")).to_have_count(0)

    for path in ("/team", "/team/assign", "/team/absences"):
        assert 403 == page.request.get(path).status
