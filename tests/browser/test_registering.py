"""An application that came on paper, registered by a caseworker from where he works."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from api.beginnings import today
from embedded.people import example_users
from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor
from tests.browser.test_applying import A_BSN, drafts, fill_in, go_on, heading, sent_twice
from tests.browser.test_attaching import A_PLAN

CAME_ON = today() - timedelta(days=9)
TITLES = (
    "Van welke coöperatie, en wanneer?",
    "Over wie gaat het?",
    "Het plan",
    "Wanneer en hoeveel?",
    "Bijlagen en brieven",
)
BUTTON = "Aanvraag registreren"


def begin(page: Page) -> None:
    with page.expect_navigation(url="**/apply/*/receipt"):
        page.get_by_role("link", name="Beginnen").click()


def fill_in_receipt(page: Page, cooperative: str = "De Werkplaats", came_on: str = f"{CAME_ON}") -> None:
    page.get_by_label(cooperative).check()
    page.get_by_label("Wanneer kwam de aanvraag binnen?").fill(came_on)


def to_the_check(page: Page, **changed: str) -> None:
    begin(page)
    fill_in_receipt(page)
    go_on(page)
    for _ in range(4):
        fill_in(page, **changed)
        go_on(page)
    heading(page, "Controleren en registreren")


def register(page: Page) -> None:
    page.get_by_label("Burgerservicenummer (BSN)").fill(A_BSN)
    page.get_by_role("button", name=BUTTON).click()


@pytest.mark.parametrize("javascript", [True, False])
def test_what_came_on_paper_becomes_a_case_with_its_day_of_receipt(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    page = visitor("caseworker1", "/work", javascript=javascript)
    page.get_by_role("link", name=BUTTON).click()
    heading(page, BUTTON)
    if javascript:
        check(page)
    begin(page)
    for title in TITLES:
        heading(page, title)
        if javascript:
            check(page)
        if title == TITLES[0]:
            fill_in_receipt(page)
        fill_in(page)
        if title == TITLES[-1]:
            plan = page.get_by_role("group", name="Plan").first
            plan.get_by_label("Het document zelf").set_input_files([A_PLAN])
        go_on(page)
    heading(page, "Controleren en registreren")
    expect(page.get_by_text("De Werkplaats")).to_be_visible()
    assert A_BSN not in drafts(system)
    if javascript:
        check(page)
    register(page)
    heading(page, "De aanvraag is geregistreerd")
    if javascript:
        check(page)
    number = page.locator("main .meedoen-number").inner_text()
    case = system.asks("caseworker1", f"/cases/{number}")
    (first, *_) = system.asks("auditor1", f"/cases/{number}/timeline")["items"]
    page.get_by_role("link", name="Naar de zaak").click()
    asked = page.get_by_role("region", name="Wat er nu van u wordt gevraagd")
    asked.get_by_role("link", name="Compleetheid controleren", exact=True).click()
    seen = page.get_by_role("link", name="Bekijk het document")

    assert (f"{CAME_ON}", "de-werkplaats") == (case["receivedOn"], case["cooperative"])
    assert example_users()["caseworker1"].name == first["who"]
    assert A_PLAN["buffer"] == page.request.get(seen.get_attribute("href") or "").body()
    if javascript:
        assert [] == faults_of(page)


def test_what_is_left_open_is_told_at_its_field(visitor: Visitor) -> None:
    page = visitor("caseworker1", "/apply")
    begin(page)
    go_on(page)
    summary = page.locator(".meedoen-error-summary li")
    expect(summary).to_have_count(2)
    expect(page.get_by_label("Wanneer kwam de aanvraag binnen?")).to_have_attribute("aria-invalid", "true")
    faults_of(page)
    check(page)


@pytest.mark.parametrize(
    ("came_on", "told"),
    [
        (today() + timedelta(days=1), "ligt in de toekomst"),
        (date(2025, 12, 1), "geen geldend beleid"),
    ],
)
def test_a_day_that_does_not_do_is_told_at_its_step(visitor: Visitor, came_on: date, told: str) -> None:
    page = visitor("caseworker1", "/apply")
    begin(page)
    fill_in_receipt(page, came_on=f"{came_on}")
    go_on(page)
    heading(page, f"Fout: {TITLES[0]}")
    expect(page.locator(".meedoen-error-summary li")).to_contain_text(told)
    fill_in_receipt(page)
    go_on(page)

    heading(page, TITLES[1])


def test_a_draft_waits_where_one_registers(visitor: Visitor, system: System) -> None:
    page = visitor("caseworker2", "/apply")
    begin(page)
    fill_in_receipt(page)
    go_on(page)
    fill_in(page, **{"application.resident.name": "Wies Papier"})
    page.get_by_role("button", name="Later verder").click()
    page.wait_for_url("**/apply")
    check(page)
    page.get_by_role("link", name="Wies Papier", exact=True).click()
    heading(page, "Het plan")
    page.goto("/apply")
    page.get_by_role("button", name="Weggooien Wies Papier").click()
    page.wait_for_url("**/apply")
    expect(page.get_by_text("Wies Papier")).to_have_count(0)

    assert "Wies Papier" not in drafts(system)


def test_a_double_click_registers_once(visitor: Visitor) -> None:
    page = visitor("caseworker1", "/apply", javascript=False)
    to_the_check(page)
    first, second = sent_twice(page, BUTTON)

    assert 303 == first.status_code == second.status_code
    assert first.headers["location"] == second.headers["location"]
    page.reload()
    heading(page, "De aanvraag is geregistreerd")


def test_what_was_taken_in_without_an_answer_is_no_second_case_under_another_cooperative(
    visitor: Visitor, system: System
) -> None:
    page = visitor("caseworker1", "/apply")
    to_the_check(page)
    draft = page.url.removesuffix("/check")
    key = draft.rpartition("/")[2]
    system.changes(f"create table unanswered as select * from drafts where number = '{key}'")
    register(page)
    number = page.locator("main .meedoen-number").inner_text()
    system.changes("insert into drafts select * from unanswered; drop table unanswered")
    page.goto(f"{draft}/receipt?change=1")
    fill_in_receipt(page, cooperative="Groen Doen")
    go_on(page)
    register(page)
    expect(page.get_by_role("status")).to_contain_text("Wat u eerst verstuurde, is aangekomen")

    assert page.url.endswith(f"/cases/{number}")


def test_it_speaks_english_too(visitor: Visitor) -> None:
    page = visitor("caseworker1", "/cases?lang=en")
    page.get_by_role("link", name="Register an application").click()
    heading(page, "Register an application")
    check(page)
    page.get_by_role("link", name="Begin", exact=True).click()
    heading(page, "From which cooperative, and when?")
    check(page)


def test_who_decides_registers_nothing(visitor: Visitor) -> None:
    page = visitor("decider1", "/work")
    expect(page.get_by_role("link", name=BUTTON)).to_have_count(0)
    page.goto("/apply")

    heading(page, "U mag dit niet doen")
