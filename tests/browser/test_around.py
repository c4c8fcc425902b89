"""What stands around every page: who is signed in, the menu, and the ways to another language or theme."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from api.beginnings import today
from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor
from tests.browser.test_acting import CRITERIA, WHY, checked, fill_in_a_grant, go_on, reviewed, send, told
from tests.browser.test_case import A_GRANT


@pytest.mark.parametrize(("path", "title"), [("/nope", "Niet gevonden"), ("/work/part", "Dat kan hier niet")])
def test_whoever_goes_astray_still_has_his_name_and_his_menu(visitor: Visitor, path: str, title: str) -> None:
    page = visitor("caseworker1", path)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_text("Sanne de Wit")).to_be_visible()
    faults_of(page)
    check(page)
    page.get_by_role("link", name="Werk", exact=True).click()

    assert page.url.endswith("/work")


def test_an_address_where_nothing_is_takes_no_message_away(visitor: Visitor, system: System) -> None:
    """A browser asks by itself for some of them, such as a picture of the site."""
    page = visitor("caseworker1", "/work")
    system.changes('update sessions set told = \'{"sentence": "You hold this task now.", "facts": {}}\'')
    page.goto("/nope")
    expect(page.get_by_role("status")).to_have_count(0)
    page.goto("/work")

    expect(page.get_by_role("status")).to_have_text("U hebt deze taak nu.")


def test_nobody_has_no_menu_where_nothing_is(visitor: Visitor) -> None:
    page = visitor(None, "/nope")

    expect(page.get_by_role("heading", level=1)).to_have_text("Niet gevonden")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_have_count(0)


def switch(page: Page, name: str) -> None:
    """Press what leads to another language or theme, be it a button or a link."""
    page.locator("header, footer").locator("button, a").filter(has_text=name).click()


@pytest.mark.parametrize("javascript", [True, False])
def test_language_and_theme_are_changed_amid_a_form_that_is_looked_at_once_more(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    number = checked(system)
    page = visitor("caseworker1", f"/tasks/{number}.2/acts/application_reviewed", javascript=javascript)
    h1, reasoning = page.get_by_role("heading", level=1), page.locator("[name=reasoning]")
    reasoning.fill("Eerst.")
    go_on(page)
    expect(h1).to_have_text("Fout: Aanvraag beoordelen")
    reasoning.fill(WHY)  # since the answer came
    switch(page, "English")
    expect(h1).to_have_text("Error: Review the application")
    expect(page.get_by_role("alert")).to_contain_text("There is something to mend")
    expect(reasoning).to_have_value(WHY)
    if javascript:
        faults_of(page)
        check(page)
    for place in range(len(CRITERIA)):
        page.locator(f"[name='findings.{place}.answer'][value=met]").check()
        page.locator(f"[name='findings.{place}.reason']").fill(WHY)
    page.locator("[name=recommendation][value=grant]").check()
    switch(page, "Dark")  # all is right by now, and yet it stays the form
    expect(h1).to_have_text("Review the application")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_role("button", name="Go on", exact=True).click()
    expect(h1).to_have_text("Check your answers")
    switch(page, "Automatic")
    expect(page.locator("html:not([data-theme])")).to_have_count(1)
    if javascript:
        faults_of(page)
        check(page)
    switch(page, "Nederlands")
    send(page)

    assert "Gelukt." in told(page)


def test_from_a_refusal_a_switch_leads_to_what_was_typed(visitor: Visitor, system: System) -> None:
    number = reviewed(system)
    page = visitor("decider2", f"/tasks/{number}.3/acts/permission_granted")
    fill_in_a_grant(page)
    go_on(page)
    system.does("decider1", f"/tasks/{number}.3/complete", A_GRANT)
    send(page)
    switch(page, "English")

    expect(page.get_by_text("This task is done")).to_be_visible()
    expect(page.get_by_role("region", name="What you filled in")).to_contain_text(WHY)


@pytest.mark.parametrize("javascript", [True, False])
def test_what_was_typed_a_moment_ago_stands_in_the_other_language_too(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    """The form is still the one that was asked for by its address, and of a new one nothing is kept yet."""
    number = system.a_case()
    page = visitor("caseworker1", f"/tasks/{number}.1", javascript=javascript)
    switch(page, "Donker")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.get_by_text("U gaat verder met wat u invulde")).to_have_count(0)
    page.get_by_label("Uitleg").fill(WHY)
    switch(page, "English")

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("[name=explanation]")).to_have_value(WHY)
    asked = page.reload()
    assert asked
    assert "GET" == asked.request.method
    if javascript:
        check(page)


def test_a_task_rests_from_the_page_of_its_case_and_its_own(visitor: Visitor, system: System) -> None:
    """Beside giving it back; while it rests it is taken up again there."""
    number = system.a_case()
    system.does("caseworker1", f"/tasks/{number}.1/claim")
    page = visitor("caseworker1", f"/tasks/{number}.1")
    expect(page.get_by_role("button", name="Teruggeven")).to_be_visible()
    expect(page.get_by_role("link", name="Laten rusten")).to_be_visible()
    check(page)
    page.goto(f"/cases/{number}")
    expect(page.get_by_role("button", name="Teruggeven")).to_be_visible()
    check(page)
    page.get_by_role("link", name="Laten rusten").click()
    page.get_by_label("Tot").fill(f"{today() + timedelta(days=9)}")
    page.get_by_label("Waarom?").fill("Wacht op het gesprek")
    page.get_by_role("button", name="Laten rusten").click()
    page.goto(f"/cases/{number}")
    page.get_by_role("button", name="Weer oppakken").click()

    expect(page.get_by_role("status")).to_contain_text("weer opgepakt")


def test_a_mistake_in_a_small_form_is_told_in_another_language(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    system.does("caseworker1", f"/tasks/{number}.1/claim")
    page = visitor("caseworker1", f"/tasks/{number}.1/hold")
    page.get_by_label("Tot").fill("2020-01-01")
    page.get_by_role("button", name="Laten rusten").click()
    expect(page.get_by_role("alert").get_by_role("listitem")).to_have_count(2)  # of the day and of the reason
    expect(page.get_by_label("Waarom?")).to_have_accessible_description("Fout: Zeg waarom")
    page.get_by_label("Waarom?").fill("Wacht op het gesprek")
    switch(page, "English")

    expect(page.get_by_role("alert")).to_contain_text("must lie ahead")
    expect(page.get_by_label("Why?")).to_have_value("Wacht op het gesprek")
    faults_of(page)
    check(page)


def test_an_application_goes_on_in_another_language(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply", javascript=False)
    page.get_by_role("link", name="Beginnen", exact=True).click()
    name = page.locator("[name='application.resident.name']")
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fout:")
    name.fill("Bram Oosterhuis")
    switch(page, "English")
    expect(name).to_have_value("Bram Oosterhuis")
    page.get_by_role("button", name="Go on", exact=True).click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("button", name="Go on", exact=True)).to_be_visible()


def test_what_came_of_handing_out_work_is_read_in_another_language_and_done_once(
    visitor: Visitor, system: System
) -> None:
    number = system.a_case()
    page = visitor("coordinator1", "/team/assign", javascript=False)
    page.locator(f"[name=task][value='{number}.1']").check()
    page.get_by_role("button", name="Bekijk wat er gebeurt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Werk verdelen")
    switch(page, "English")
    expect(page.locator(f"[name=task][value='{number}.1']")).to_be_checked()
    page.locator("details", has=page.locator("[name=assignee-id]")).locator("summary").click()
    page.locator("[name=assignee-id]").fill("caseworker2")
    page.locator("[name=assignee-name]").fill("Mohamed El Amrani")
    page.get_by_role("button", name="See what would happen").click()
    switch(page, "Nederlands")
    page.get_by_role("button", name="Geef aan Mohamed El Amrani").click()
    expect(page.get_by_role("status")).to_contain_text("1 van 1")
    switch(page, "English")

    expect(page.get_by_role("status")).to_contain_text("1 of 1")
    acts = system.asks("caseworker1", f"/cases/{number}/timeline")["items"]
    assert 1 == sum(each["kind"] == "task_assigned" for each in acts)


def test_enlarged_four_times_a_page_shows_more_than_its_head(visitor: Visitor) -> None:
    """A laptop then shows 320 by 256 pixels. WCAG 1.4.10."""
    page = visitor("coordinator1", "/work")
    page.set_viewport_size({"width": 320, "height": 256})

    assert page.get_by_role("banner").evaluate("one => one.offsetHeight") < 256 / 2
    check(page)
