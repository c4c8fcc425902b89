"""An application, step by step, by people who are busy with other things."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Page, expect

from domain.calendar import written
from tests.browser.check import check, faults_of
from tests.browser.conftest import BEGINS_ON, ENDS_ON, System, Visitor, choose, session_cookie

NAME = "Marleen Ooms"
A_BSN = "999934648"
AN_EXAMPLE = {
    "application.resident.name": NAME,
    "application.signed_at": "2026-11-02T10:00",
    "application.activity": "Lampen maken",
    "application.plan": "Marleen maakt lampen van oud papier.",
    "application.starts_on": f"{BEGINS_ON}",
    "application.ends_on": f"{ENDS_ON}",
    "application.hours_a_week": "12",
    "application.items.0.title": "Plan.pdf",
}


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def go_on(page: Page) -> None:
    """To the answer, whichever it is: what is filled in next is for that page."""
    with page.expect_navigation():
        page.get_by_role("button", name="Verder", exact=True).click()


def fill_in(page: Page, **changed: str) -> None:
    """What this step asks."""
    for name, value in (AN_EXAMPLE | changed).items():
        if (field := page.locator(f"[name='{name}']")).count():
            field.fill(value)


def begin(page: Page) -> None:
    page.goto("/apply")
    with page.expect_navigation(url="**/apply/*/who"):
        page.get_by_role("link", name="Beginnen").click()


def to_the_check(page: Page) -> None:
    """All steps, as they should be."""
    begin(page)
    for _ in range(4):
        fill_in(page)
        go_on(page)
    heading(page, "Controleren en versturen")


def send(page: Page, bsn: str = A_BSN) -> None:
    page.get_by_label("Burgerservicenummer (BSN)").fill(bsn)
    page.get_by_role("button", name="Aanvraag versturen").click()


def drafts(system: System) -> str:
    from sqlalchemy import create_engine, text

    engine = create_engine(system.whole.database.url())
    with engine.connect() as connection:
        kept = str(connection.execute(text("select * from drafts")).all())
    engine.dispose()
    return kept


@pytest.mark.parametrize("javascript", [True, False])
def test_an_application_is_made_and_it_is_told_what_comes_next(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    page = visitor("coop-a", "/apply", javascript=javascript)
    if javascript:
        check(page)
    page.get_by_role("link", name="Beginnen").click()
    for title in (
        "Over wie gaat het?",
        "Het plan",
        "Wanneer en hoeveel?",
        "Bijlagen en brieven",
    ):
        heading(page, title)
        if javascript:
            check(page)
        fill_in(page)
        go_on(page)
    expect(page.get_by_text("Lampen maken")).to_be_visible()
    expect(page.get_by_text(written(BEGINS_ON).nl)).to_be_visible()
    if javascript:
        check(page)
    assert A_BSN not in drafts(system)
    send(page)
    heading(page, "De aanvraag is verstuurd")
    expect(page.get_by_text("De gemeente laat weten of er iets ontbreekt")).to_be_visible()
    if javascript:
        check(page)
    page.get_by_role("link", name="Naar de zaak").click()
    heading(page, NAME)

    assert A_BSN not in page.content()
    assert "Lampen maken" not in drafts(system)


def test_each_step_tells_its_own_mistakes(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply")
    begin(page)
    go_on(page)
    expect(page.locator(".meedoen-error-summary li")).to_have_count(2)
    expect(page.get_by_label("Naam van de inwoner")).to_have_attribute("aria-invalid", "true")
    faults_of(page)
    check(page)
    fill_in(page)
    go_on(page)
    fill_in(page)
    go_on(page)
    fill_in(page, **{"application.ends_on": "2026-01-31"})
    go_on(page)
    summary = page.locator(".meedoen-error-summary li")
    expect(summary).to_have_count(1)
    expect(summary).to_contain_text("Laatste dag")
    fill_in(page, **{"application.hours_a_week": "32"})
    go_on(page)
    expect(summary).to_contain_text("hoogstens 24 uur")
    faults_of(page)
    check(page)


def test_what_the_policy_says_is_told_beside_what_is_no_day(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply")
    begin(page)
    fill_in(page, **{"application.signed_at": "2199-11-02T10:00"})
    go_on(page)
    summary = page.locator(".meedoen-error-summary li")
    expect(summary).to_contain_text("De inwoner tekent voordat de aanvraag binnenkomt")
    for _ in range(2):
        fill_in(page)
        go_on(page)
    fill_in(page, **{"application.ends_on": "2026-01-31", "application.hours_a_week": "32"})
    go_on(page)

    expect(summary).to_contain_text(["Laatste dag", "hoogstens 24 uur"])
    faults_of(page)


def test_a_step_that_was_passed_over_is_shown_before_anything_is_sent(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply")
    begin(page)
    fill_in(page)
    go_on(page)
    page.goto(page.url.replace("/plan", "/check"))
    heading(page, "Fout: Het plan")
    fill_in(page)
    go_on(page)

    heading(page, "Fout: Wanneer en hoeveel?")


@pytest.mark.parametrize("bsn", ["", "123456789"])
def test_a_bsn_that_is_none_is_told_at_its_field(visitor: Visitor, bsn: str) -> None:
    page = visitor("coop-a", "/apply")
    to_the_check(page)
    send(page, bsn)
    heading(page, "Fout: Controleren en versturen")
    expect(page.get_by_label("Burgerservicenummer (BSN)")).to_have_attribute("aria-invalid", "true")
    faults_of(page)
    check(page)
    send(page)

    heading(page, "De aanvraag is verstuurd")


def test_something_is_changed_and_one_is_back_at_the_check(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply")
    to_the_check(page)
    page.get_by_role("link", name="Wijzigen Het plan").click()
    page.get_by_label("Wat gaat de inwoner doen?").fill("Stoelen maken")
    go_on(page)

    heading(page, "Controleren en versturen")
    expect(page.get_by_text("Stoelen maken")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_draft_survives_the_tab_and_the_sign_out(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    page = visitor("coop-a", "/apply", javascript=javascript)
    begin(page)
    name = f"Umut {uuid4().hex[:6]}"
    if javascript:
        with page.expect_response(lambda answer: answer.status == 204):
            page.get_by_label("Naam van de inwoner").type(name)
    else:
        page.get_by_label("Naam van de inwoner").fill(name)
        page.get_by_role("button", name="Later verder").click()
        expect(page.get_by_role("status")).to_contain_text("30 dagen bewaard")
    page.get_by_role("button", name="Uitloggen").click()
    page.goto("/mine")
    choose(page, "coop-a")
    if javascript:
        check(page)
    page.get_by_role("link", name=f"Verder {name}").click()
    expect(page.get_by_label("Naam van de inwoner")).to_have_value(name)
    page.goto("/mine")
    page.get_by_role("button", name=f"Weggooien {name}").click()

    expect(page.get_by_role("status")).to_have_text("Het concept is weggegooid.")
    expect(page.get_by_text(name)).to_have_count(0)
    assert name not in drafts(system)


@pytest.mark.parametrize("button", ["Later verder", "Verder", "Terug"])
def test_who_filled_in_nothing_finds_no_draft(visitor: Visitor, system: System, button: str) -> None:
    page = visitor("coop-a", "/apply")
    begin(page)
    name = page.url.split("/")[-2]
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()
    page.goto("/mine")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert name not in page.content()
    assert name not in drafts(system)


def test_a_draft_is_for_who_began_it_alone(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply")
    begin(page)
    fill_in(page)
    go_on(page)
    other = visitor("coop-b", page.url.replace("/plan", "/who"))

    expect(other.get_by_label("Naam van de inwoner")).to_have_value("")


def sent_twice(page: Page, button: str = "Aanvraag versturen") -> list[httpx.Response]:
    """What two clicks on one button send."""
    form = page.locator("form", has=page.get_by_role("button", name=button))
    fields: dict[str, Any] = form.evaluate("one => Object.fromEntries(new FormData(one))")
    cookies = {"meedoen": session_cookie(page)["value"]}
    fields |= {"application.resident.bsn": A_BSN}
    return [httpx.post(page.url, data=fields, cookies=cookies, timeout=30) for _ in range(2)]


def test_a_double_click_is_one_application(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply", javascript=False)
    to_the_check(page)
    first, second = sent_twice(page)

    assert 303 == first.status_code == second.status_code
    assert first.headers["location"] == second.headers["location"]
    page.reload()
    heading(page, "De aanvraag is verstuurd")


@pytest.mark.parametrize("path", ["/apply/nothing", f"/apply/{'0' * 32}/nothing"])
def test_what_is_no_draft_and_no_step_is_not_there(visitor: Visitor, path: str) -> None:
    page = visitor("coop-a", path)

    heading(page, "Niet gevonden")


def test_it_speaks_english_too(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply?lang=en")
    page.get_by_role("link", name="Begin", exact=True).click()
    heading(page, "Whom is it about?")
    check(page)


@pytest.mark.parametrize("user", ["decider1", "auditor1", "admin1"])
def test_who_neither_applies_nor_works_at_the_desk_is_refused(visitor: Visitor, user: str) -> None:
    page = visitor(user, "/apply")

    heading(page, "U mag dit niet doen")
