"""The list of work and the page of a case, for who uses nothing but them."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Route, expect

from api.beginnings import today
from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor, session_cookie

LISTS = ("/work", *(f"/work?view={view}" for view in ("group", "on_hold", "waiting", "overdue")))


@pytest.mark.parametrize("javascript", [True, False])
def test_a_task_is_claimed_and_given_back(visitor: Visitor, system: System, javascript: bool) -> None:
    number = system.a_case()
    page = visitor("caseworker1", "/work?view=group", javascript=javascript)
    row = page.get_by_role("row").filter(has_text=number)
    row.get_by_role("button", name="Taak op mij nemen Compleetheid controleren").click()
    expect(page.get_by_role("status")).to_have_text("U hebt deze taak nu.")
    page.get_by_role("link", name="Mijn werk").click()
    expect(page.get_by_role("status")).to_have_count(0)
    row.get_by_role("button", name="Teruggeven").click()

    expect(page.get_by_role("status")).to_have_text("U hebt deze taak teruggegeven aan de groep.")
    expect(row).to_have_count(0)


def test_a_task_that_somebody_took_meanwhile_is_not_taken_again(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    page = visitor("caseworker1", "/work?view=group")
    button = page.get_by_role("row").filter(has_text=number).get_by_role("button")
    button.focus()  # so that it stays, though the page hears of it
    system.does("caseworker2", f"/tasks/{number}.1/claim")
    button.click()
    told = r"^Iemand anders heeft deze taak\. Mohamed El Amrani heeft deze taak sinds .*, \d\d:\d\d\.$"
    expect(page.get_by_role("status")).to_have_text(re.compile(told))

    assert page.url.endswith("/work?view=group")
    check(page)
    page.reload()
    expect(page.get_by_role("status")).to_have_count(0)


def in_days(days: int) -> str:
    return f"{today() + timedelta(days=days)}"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_task_rests_until_a_day_and_is_taken_up_again(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    number = system.a_case()
    system.does("caseworker1", f"/tasks/{number}.1/claim")
    page = visitor("caseworker1", "/work", javascript=javascript)
    row = page.get_by_role("row").filter(has_text=number)
    row.get_by_role("link", name="Laten rusten").click()
    expect(page.get_by_text("Compleetheid controleren")).to_be_visible()
    if javascript:
        check(page)
    page.get_by_role("button", name="Laten rusten").click()
    page.get_by_role("alert").get_by_role("link", name="Zeg waarom").click()
    expect(page.get_by_label("Waarom?")).to_be_focused()
    page.get_by_label("Tot").fill(in_days(-1))
    page.get_by_label("Waarom?").fill("Wacht op het gesprek")
    page.get_by_role("button", name="Laten rusten").click()
    expect(page.get_by_role("alert")).to_contain_text("moet in de toekomst liggen")
    expect(page.get_by_label("Waarom?")).to_have_value("Wacht op het gesprek")
    faults_of(page)
    if javascript:
        check(page)
    page.get_by_label("Tot").fill(in_days(9))
    page.get_by_role("button", name="Laten rusten").click()
    expect(page.get_by_role("status")).to_contain_text("Deze taak rust tot")
    page.get_by_role("link", name="In rust").click()
    expect(row).to_contain_text("Wacht op het gesprek")
    if javascript:
        check(page)
    row.get_by_role("button", name="Weer oppakken").click()

    expect(page.get_by_role("status")).to_contain_text("weer opgepakt")
    expect(row).to_have_count(0)


def test_only_who_holds_a_task_lets_it_rest(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    page = visitor("caseworker1", f"/tasks/{number}.1/hold")

    assert page.url.endswith(f"/tasks/{number}.1/acts/completeness_checked")


def test_the_next_task_is_taken_and_opened(visitor: Visitor, system: System) -> None:
    system.a_case()
    page = visitor("caseworker2", "/work")
    page.get_by_role("button", name="Neem de volgende taak").click()

    expect(page.get_by_role("status")).to_have_text("U hebt deze taak nu.")
    assert "/tasks/" in page.url


def test_whoever_has_nothing_left_to_take_is_told_so(visitor: Visitor) -> None:
    page = visitor("caseworker-other", "/work")  # in whose municipality nobody applied
    page.get_by_role("button", name="Neem de volgende taak").click()

    expect(page.get_by_text("Er is nu geen taak die u kunt nemen.")).to_be_visible()


def test_a_part_of_a_list_has_an_address(visitor: Visitor, system: System) -> None:
    number = system.a_case("Wiebe Postma")
    page = visitor("caseworker1", "/work?view=group&kind=permission_granted")
    expect(page.get_by_text("Er is geen taak die past bij wat u vroeg.")).to_be_visible()
    check(page)
    page.get_by_label("Taak").select_option(label="Compleetheid controleren")
    page.get_by_label("Coöperatie").select_option(value="de-werkplaats")
    page.get_by_role("button", name="Toon", exact=True).click()
    expect(page.get_by_role("row").filter(has_text=number)).to_have_count(1)

    assert "kind=completeness_checked" in page.url
    assert "view=group" in page.url


def test_a_task_is_claimed_by_a_key(visitor: Visitor, system: System) -> None:
    """And one goes on at the row that came after it."""
    for _ in range(3):
        system.a_case()
    page = visitor("caseworker1", "/work?view=group&kind=completeness_checked")
    names = [page.locator("[data-row]").nth(place).get_attribute("data-same") for place in range(3)]
    row, following, last = (page.locator(f"[data-row][data-same='{name}']") for name in names)
    row.get_by_role("link").first.focus()
    page.keyboard.press("c")
    expect(page.get_by_role("status")).to_have_text("U hebt deze taak nu.")
    expect(row).to_have_count(0)
    expect(following.get_by_role("link").first).to_be_focused()
    page.keyboard.press("j")

    expect(last.get_by_role("link").first).to_be_focused()


def test_of_two_who_take_a_task_at_once_one_reads_who_has_it(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    pages = [visitor(user, "/work?view=group") for user in ("caseworker1", "caseworker2")]
    buttons = [page.get_by_role("row").filter(has_text=number).get_by_role("button") for page in pages]
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    for page, button in zip(pages, buttons, strict=True):
        page.route("**/claim", hold)
        button.click(no_wait_after=True)
    while len(held) < len(pages):  # both have clicked before either is answered
        pages[0].wait_for_timeout(20)
    for route in held:
        route.continue_()
    taken, told = ("U hebt deze taak nu.", "Iemand anders heeft deze taak")
    for page in pages:
        expect(page.get_by_text(taken).or_(page.get_by_text(told))).to_be_visible()
    has_it = [page.get_by_text(taken).is_visible() for page in pages]
    winner = ("Sanne de Wit", "Mohamed El Amrani")[has_it.index(True)]

    assert [False, True] == sorted(has_it)
    expect(pages[has_it.index(False)].get_by_text(f"{winner} heeft deze taak sinds")).to_be_visible()


def test_a_case_tells_where_it_stands_and_what_happened(visitor: Visitor, system: System) -> None:
    number = system.a_case("Aïsha Vermeer")
    page = visitor("caseworker1", f"/cases/{number}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aïsha Vermeer")
    expect(page.get_by_text("Aanvraag ontvangen: Aïsha Vermeer")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Taak op mij nemen").click()

    expect(page.get_by_text("Sanne de Wit heeft deze taak sinds")).to_be_visible()
    assert page.url.endswith(f"/cases/{number}")


@pytest.mark.parametrize("user", ["coop-b", "caseworker-other"])
def test_a_case_of_others_is_not_there(visitor: Visitor, system: System, user: str) -> None:
    page = visitor(user, f"/cases/{system.a_case()}")

    expect(page.get_by_role("heading", level=1)).to_have_text("Niet gevonden")


def test_every_page_is_as_pages_must_be(visitor: Visitor, system: System) -> None:
    system.a_case()
    page = visitor("caseworker1", "/work")
    for path in (*LISTS, "/nothing-here"):
        page.goto(path)
        faults = faults_of(page)

        assert all("404" in fault for fault in faults) if path == "/nothing-here" else [] == faults
        check(page)


def test_the_design_is_shown_to_administrators(visitor: Visitor) -> None:
    page = visitor("admin1")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="De vormgeving").click()
    shown = page.locator("th code").all_inner_texts()
    assert {"--meedoen-color-on-danger", "--meedoen-width-text"} <= set(shown)
    check(page)
    page = visitor("caseworker1", "/style")

    expect(page.get_by_role("heading", level=1)).to_have_text("U mag dit niet doen")


def test_the_language_is_switched_and_stays(visitor: Visitor) -> None:
    page = visitor("caseworker1", "/work?view=group")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Work of our group")
    page.goto("/work")
    expect(page.get_by_role("heading", level=1)).to_have_text("My work")
    check(page)

    assert "en" == page.locator("html").get_attribute("lang")


def test_the_theme_is_switched_and_stays(visitor: Visitor) -> None:
    page = visitor("caseworker1", "/work")
    page.emulate_media(color_scheme="light")
    canvas = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(canvas)
    page.get_by_role("link", name="Donker").click()
    page.goto("/work?view=group")

    assert light != page.evaluate(canvas)


def test_shortcuts_can_be_seen_and_switched_off(visitor: Visitor, system: System) -> None:
    system.a_case()
    page = visitor("caseworker1", "/work?view=group")
    page.keyboard.press("j")
    expect(page.locator("[data-row] a").first).to_be_focused()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Sneltoetsen")
    expect(dialog).to_be_visible()
    check(page)
    dialog.get_by_label("Sneltoetsen gebruiken").uncheck()
    dialog.get_by_role("button", name="Sluiten").click()
    page.reload()
    page.keyboard.press("j")
    expect(page.locator("[data-row] a").first).not_to_be_focused()
    page.keyboard.press("?")
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Sneltoetsen").click()
    dialog.get_by_label("Sneltoetsen gebruiken").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")

    expect(page.locator("[data-row] a").first).to_be_focused()


def test_the_skip_link_leads_to_the_content(visitor: Visitor) -> None:
    page = visitor("caseworker1", "/work")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


# Forms of others


def test_a_form_counts_only_when_our_own_page_sent_it(visitor: Visitor, system: System) -> None:
    page = visitor("caseworker1", "/work?view=group")
    cookie = session_cookie(page)["value"]
    found = re.search(r'name="csrf" value="(\w+)"', page.content())
    assert found
    ours = found[1]
    number = system.a_case()
    for headers, token, status in (
        ({}, "theirs", 403),
        ({}, "", 403),
        ({"Sec-Fetch-Site": "cross-site"}, ours, 403),
        ({"Sec-Fetch-Site": "same-site"}, ours, 403),
        ({"Origin": "https://evil.example"}, ours, 403),
        ({"Origin": "null"}, ours, 403),
        ({"Sec-Fetch-Site": "same-origin"}, ours, 303),
        ({}, ours, 303),
    ):
        answer = httpx.post(
            f"{system.url}/tasks/{number}.1/claim",
            data={"csrf": token, "key": uuid4().hex},
            cookies={"meedoen": cookie},
            headers=headers,
        )

        assert status == answer.status_code, (headers, token)
