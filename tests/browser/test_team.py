"""Colleagues: who has how much, many tasks to one person, and who is away."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from api.beginnings import today
from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor
from tests.browser.test_case import section


def in_days(days: int) -> str:
    return f"{today() + timedelta(days=days)}"


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
    check(page)
    hers = page.get_by_role(
        "rowheader", name=re.compile("^Sanne de Wit")
    )  # others name her as their substitute
    row = section(page, "Wat iedereen heeft").get_by_role("row").filter(has=hers)
    row.get_by_role("link", name="te laat, Sanne de Wit").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Te laat: Sanne de Wit")
    expect(row_of(page, task)).to_have_count(1)


def test_a_coordinator_gives_tasks_after_a_look_and_once_however_often_it_is_sent(
    visitor: Visitor, system: System
) -> None:
    day = "2019-03-01"
    known, given, done, checked = due_on(system, day, 4)
    system.does("caseworker2", f"/tasks/{known}/claim")
    page = visitor("coordinator1", f"/team/assign?from={day}&until={day}")
    next_step = page.get_by_role("button", name="Bekijk wat er gebeurt")
    next_step.click()
    expect(page.get_by_role("link", name="Kies ten minste één taak.")).to_be_visible()
    expect(page.get_by_label("Aan wie?", exact=True)).to_have_attribute("aria-describedby", "assignee-error")
    faults_of(page)  # a browser calls the refusal's status one
    check(page)
    for task in (given, done, checked):
        number = task.partition(".")[0]
        page.get_by_role(
            "checkbox", name=f"Compleetheid controleren Bram Oosterhuis {number}", exact=True
        ).check()
    page.get_by_label("Aan wie?", exact=True).select_option("caseworker2")
    next_step.click()
    expect(page.get_by_text("Taken die naar Mohamed El Amrani kunnen: 3 van 3.")).to_be_visible()
    check(page)
    system.does("coop-a", f"/cases/{done.partition('.')[0]}/withdrawal", {"reason": "Werk gevonden."})
    system.does("caseworker1", f"/tasks/{checked}/complete", {"kind": "completeness_checked", "missing": []})
    page.get_by_role("button", name="Geef aan Mohamed El Amrani").click()
    page.get_by_role("status").wait_for()
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("Taken die naar Mohamed El Amrani gingen: 1 van 3.")
    expect(row_of(page, done)).to_contain_text("De zaak is zonder deze taak verdergegaan")
    expect(row_of(page, checked)).to_contain_text("Sanne de Wit heeft dit gedaan op ")
    expect(page.get_by_role("row").nth(1)).to_contain_text("Niet gegeven")  # what is not done stands first
    expect(page.get_by_role("checkbox")).to_have_count(0)
    page.goto(f"/cases/{given.partition('.')[0]}")

    expect(section(page, "Wat er gebeurde").get_by_text("aan Mohamed El Amrani gegeven")).to_have_count(1)


def test_who_is_not_known_gets_tasks_only_after_a_warning(visitor: Visitor, system: System) -> None:
    """Without a script too."""
    (task,) = due_on(system, "2019-03-03", 1)
    page = visitor("coordinator1", "/team/assign?from=2019-03-03&until=2019-03-03", javascript=False)
    page.get_by_text("Iemand die niet in de lijst staat").click()
    page.get_by_label("Gebruikersnaam bij het inloggen").fill("x9")
    page.get_by_label("Naam", exact=True).fill("Xandra Bos")
    row_of(page, task).get_by_role("checkbox").check()
    page.get_by_role("button", name="Bekijk wat er gebeurt").click()

    expect(page.get_by_text("Meedoen kent Xandra Bos nog niet.")).to_contain_text(
        "de rol heeft: klantmanager"
    )
    page.get_by_role("button", name="Geef aan Xandra Bos").click()
    expect(page.get_by_role("status")).to_contain_text("Taken die naar Xandra Bos gingen: 1 van 1.")


def test_an_absence_is_recorded_shown_and_ended(visitor: Visitor) -> None:
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
    page.get_by_label("Eerste dag").fill(in_days(0))
    last.fill(in_days(5))
    page.get_by_role("button", name="English").click()
    expect(page.locator("#absent-id")).to_have_value(somebody)
    page.get_by_role("button", name="Nederlands").click()
    expect(last).to_have_value(in_days(5))
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_role("status")).to_contain_text(f"{somebody} is afwezig van")
    page.get_by_role("link", name="Werkvoorraad").click()
    row = page.get_by_role("row").filter(has_text=somebody)
    expect(row).to_contain_text("Sam Vos vervangt")
    page.get_by_role("link", name="Afwezigheid").click()
    expect(row).to_contain_text("Nu afwezig")
    row.locator("summary").click()
    row.get_by_role("button", name="Eerder laten eindigen").click()
    expect(row.get_by_label("Nieuwe laatste dag")).to_have_attribute("aria-invalid", "true")
    faults_of(page)
    page.get_by_text("Afwezigheid vastleggen").click()
    check(page)
    row.get_by_label("Nieuwe laatste dag").fill(in_days(2))
    row.get_by_role("button", name="Eerder laten eindigen").click()

    expect(row).to_contain_text("Marijke Hoekstra maakte het korter")


def test_a_caseworker_tells_of_his_own_absence_and_hands_out_nothing(visitor: Visitor) -> None:
    page = visitor("caseworker2", "/team", javascript=False)
    expect(page.get_by_role("link", name="Werk verdelen")).to_have_count(0)
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
    form: dict[str, str | float | bool] = {
        "csrf": csrf,
        "key": uuid4().hex,
        "task": "MD-1.1",
        "assignee": "x",
    }

    assert 403 == page.request.get("/team/assign").status
    for path in ("/team/assign", "/team/assign/check"):
        assert 403 == page.request.post(path, form=form).status
