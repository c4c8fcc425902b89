"""Cases are found by words that stand in no address, and by what they are, which has one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor


def search(page: Page) -> None:
    page.get_by_role("search").get_by_role("button", name="Zoeken").click()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_case_is_found_by_words_that_stand_in_no_address(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    number = system.a_case(f"Quirijn van Zonneveld{'' if javascript else ' jr'}")
    page = visitor("caseworker2", "/cases", javascript=javascript)
    page.get_by_label("Nummer, naam of behandelaar").fill(f"quir zonne {'' if javascript else 'jr'}")
    search(page)
    page.get_by_role("row").filter(has_text=number).get_by_role("link").click()
    expect(page.get_by_text(number).first).to_be_visible()
    page.go_back()
    expect(page.get_by_role("row").filter(has_text=number)).to_have_count(1)

    assert "quir" not in page.url
    if javascript:
        check(page)


def test_a_case_is_found_by_the_residents_bsn_by_who_deals_with_residents(
    visitor: Visitor, system: System
) -> None:
    system.a_case("Doutzen Terpstra", "111222333")
    page = visitor("caseworker1", "/cases")
    field = page.get_by_label("Burgerservicenummer")
    field.fill("12345")
    search(page)
    expect(page.get_by_text("Een burgerservicenummer heeft negen cijfers.")).to_be_visible()
    faults_of(page)
    check(page)
    field.fill("111222333")
    search(page)
    expect(page.get_by_role("link", name="Doutzen Terpstra").first).to_be_visible()
    page = visitor("coordinator1", "/cases")

    expect(page.get_by_label("Burgerservicenummer")).to_have_count(0)


def test_what_cases_are_looked_for_has_an_address(visitor: Visitor, system: System) -> None:
    number = system.a_case("Femke Adema")
    page = visitor("decider1", "/cases")
    page.get_by_label("Nummer, naam of behandelaar").fill(number)  # a page shows a hundred
    page.get_by_text("Meer keuzes").click()
    page.get_by_label("Fase").select_option(label="Bezwaar")
    search(page)
    expect(page.get_by_text("1 in gebruik")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text=number)).to_have_count(0)
    page.get_by_label("Fase").select_option(label="Aanvraag")
    search(page)
    expect(page.get_by_role("row").filter(has_text=number)).to_have_count(1)

    assert "/cases?phase=application" in page.url
    assert number not in page.url


def test_on_a_phone_the_first_case_comes_soon(visitor: Visitor, system: System) -> None:
    """What is chosen less often lies folded away, as long as nothing is chosen of it."""
    system.a_case("Ymkje Nauta")
    page = visitor("decider1", "/cases", width=390)
    expect(page.get_by_label("Fase")).to_be_hidden()
    first = page.get_by_role("row").get_by_role("link").first
    assert first.evaluate("one => one.getBoundingClientRect().top") < 900
    check(page)
    page.goto("/cases?status=review&from=2026-01-01")

    expect(page.get_by_label("Fase")).to_be_visible()
    expect(page.get_by_text("2 in gebruik")).to_be_visible()


def test_a_long_list_of_what_was_found_has_pages(visitor: Visitor, system: System) -> None:
    for name in ("Sjoukje Eerste", "Sjoukje Tweede", "Sjoukje Derde"):
        system.a_case(name)
    page = visitor("caseworker1", "/cases")
    page.get_by_label("Nummer, naam of behandelaar").fill("Sjoukje")
    search(page)
    page.goto(f"{page.url}&limit=2")
    expect(page.get_by_role("link", name="Sjoukje")).to_have_count(2)
    page.get_by_role("link", name="Volgende pagina").click()

    expect(page.get_by_role("link", name="Sjoukje")).to_have_count(1)


@pytest.mark.parametrize("user", ["coop-a", "admin1"])
def test_whoever_reads_no_cases_of_all_has_no_search(visitor: Visitor, user: str) -> None:
    page = visitor(user, "/")
    answer = page.goto("/cases")

    assert answer is not None
    assert 403 == answer.status


def test_kept_words_are_found_again_by_whoever_kept_them(visitor: Visitor, system: System) -> None:
    """After signing out too, and by nobody else, until they are forgotten; in the cases as in the lists of work."""
    number = system.a_case("Hiske Tolsma")
    page = visitor("caseworker1", "/cases")
    page.get_by_label("Nummer, naam of behandelaar").fill("hiske tol")
    page.get_by_role("button", name="Tonen en bewaren").click()
    expect(page.get_by_role("row").filter(has_text=number)).to_have_count(1)
    bookmark = page.url
    check(page)
    again, other = visitor("caseworker1", bookmark), visitor("caseworker2", bookmark)
    expect(again.get_by_role("row").filter(has_text=number)).to_have_count(1)
    expect(other.get_by_text("De woorden in dit adres waren voor een eerdere sessie.")).to_be_visible()
    again.get_by_role("button", name="Deze woorden vergeten").click()
    expect(again.get_by_label("Nummer, naam of behandelaar")).to_have_value("")
    page.reload()
    expect(page.get_by_text("De woorden in dit adres waren voor een eerdere sessie.")).to_be_visible()
    page.goto("/work?view=group")
    page.get_by_text("Toon een deel van de lijst").click()
    page.get_by_label("Nummer, naam of behandelaar").fill("hiske")
    page.get_by_role("button", name="Tonen en bewaren").click()
    expect(page.get_by_role("row").filter(has_text=number)).to_have_count(1)
    check(page)
    again.goto(page.url)
    expect(again.get_by_role("row").filter(has_text=number)).to_have_count(1)

    assert "hiske" not in f"{bookmark}{page.url}".lower()


def test_words_are_read_by_the_session_that_sealed_them_alone(visitor: Visitor, system: System) -> None:
    number = system.a_case("Geertje Wiarda")
    page = visitor("caseworker1", "/cases")
    page.get_by_label("Nummer, naam of behandelaar").fill("geertje")
    search(page)
    expect(page.get_by_role("row").filter(has_text=number)).to_have_count(1)
    other = visitor("caseworker2", "/cases")
    other.goto(page.url)
    expect(other.get_by_text("De woorden in dit adres waren voor een eerdere sessie.")).to_be_visible()
    other.goto(page.url.replace("/cases", "/work"))
    expect(other.get_by_text("De woorden in dit adres waren voor een eerdere sessie.")).to_be_visible()
    check(other)
    other.goto(page.url)

    expect(other.get_by_label("Nummer, naam of behandelaar")).to_have_value("")
