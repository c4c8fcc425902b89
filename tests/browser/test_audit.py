"""The auditors' pages: who did what, the story of a case beside Temporal's, exceptions, refusals, a sample."""

from __future__ import annotations

import io
import re
import zipfile
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor
from tests.browser.test_acting import reviewed
from tests.browser.test_case import A_GRANT, granted, section

PAGES = ("/audit", "/audit/exceptions", "/audit/refusals", "/audit/sample", "/figures")


def title(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def refused(system: System) -> str:
    """A case in which a caseworker tried to decide."""
    number = reviewed(system)
    headers = {
        "Authorization": f"Bearer {system.whole.identity.token('caseworker1')}",
        "Idempotency-Key": uuid4().hex,
    }
    answer = httpx.post(f"{system.url}/api/v1/cases/{number}/acts", json=A_GRANT, headers=headers, timeout=30)

    assert 403 == answer.status_code
    return number


def decided_late(system: System) -> str:
    """A case of long ago that was decided on today."""
    number = reviewed(system)
    system.does("decider1", f"/tasks/{number}.3/complete", A_GRANT)
    system.changes(
        f"update acts set exceptions = array['decided_late'] where number = '{number}'"
        " and kind = 'permission_granted'"
    )
    return number


@pytest.mark.parametrize("javascript", [True, False])
def test_what_somebody_did_is_found_and_leads_to_the_story(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    number = granted(system)
    page = visitor("auditor1", "/", javascript=javascript)
    title(page, "Wat er is gedaan")
    page.get_by_label("Wie", exact=True).select_option("Willem Brouwer")
    page.get_by_label("Wat er is gedaan").select_option("Toestemming gegeven")
    page.get_by_label("Nummer van de zaak").fill(number)
    page.get_by_role("button", name="Zoeken").click()
    rows = page.get_by_role("row").filter(has_text=number)
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Pw 7, 10")
    rows.get_by_role("link").click()

    title(page, "Het verhaal van Eva Papadimitrakopoulos")
    assert page.url.endswith(f"/audit/cases/{number}?act=4#act-4")
    expect(page.locator("#act-4")).to_contain_text("Toestemming gegeven")
    expect(page.locator("#act-4")).to_contain_text("Willem Brouwer (beslisser)")


def test_acts_come_in_pages_the_newest_first(visitor: Visitor, system: System) -> None:
    """A table that is downloaded goes on in the same order."""
    number = granted(system)
    newest = system.asks("auditor1", f"/cases/{number}")["version"]
    page = visitor("auditor1", f"/audit?case={number}&limit=3")

    def acts() -> list[int]:
        links = page.locator("[data-row] a[href*='act=']").evaluate_all("all => all.map(one => one.href)")
        return [int(re.findall(r"act=(\d+)", link)[0]) for link in links]

    assert [newest, newest - 1, newest - 2] == acts()
    page.get_by_role("link", name="Volgende pagina").click()
    expect(page.get_by_role("link", name="Naar de eerste pagina")).to_be_visible()
    assert [newest - 3, newest - 4, newest - 5] == acts()
    table = page.request.get(page.url + "&format=csv").body().decode("utf-8-sig")
    page.get_by_role("link", name="Naar de eerste pagina").click()

    expect(page.locator("[data-row]").first).not_to_contain_text("Aanvraag ontvangen")
    assert newest - 3 == len(table.strip().splitlines()) - 1


def test_a_wrong_field_says_what_to_mend_and_keeps_the_others(visitor: Visitor) -> None:
    page = visitor("auditor1")
    for query, field, told in (
        ("from=morgen", "Vanaf", "Vul een dag in"),
        ("from=2026-11-24&to=2026-11-23", "Tot en met", "ligt voor de eerste"),
        ("actor=nobody", "Wie", "Kies er een uit de lijst"),
        ("kind=nothing", "Wat er is gedaan", "Kies er een uit de lijst"),
        (f"case={'9' * 21}", "Nummer van de zaak", "te lang"),
    ):
        page.goto(f"/audit?cooperative=de-werkplaats&{query}")
        faults = faults_of(page)

        assert all("400" in fault for fault in faults)
        expect(page.get_by_label(field, exact=True)).to_have_accessible_description(re.compile(told))
        expect(page.get_by_label("Coöperatie")).to_have_value("de-werkplaats")
        expect(page.get_by_role("table")).to_have_count(0)
    check(page)


def test_every_page_is_as_pages_must_be_in_both_languages(visitor: Visitor, system: System) -> None:
    refused(system)
    decided_late(system)
    page = visitor("auditor1")
    for language, other in (("nl", "English"), ("en", "Nederlands")):
        for path in PAGES:
            page.goto(path)
            expect(page.locator("html")).to_have_attribute("lang", language)
            check(page)
        page.get_by_role("link", name=other).click()


def test_exceptions_are_counted_and_shown_by_kind(visitor: Visitor, system: System) -> None:
    number = decided_late(system)
    page = visitor("auditor1", "/audit/exceptions")
    page.get_by_role("link", name=re.compile(r"Te laat besloten \d+")).click()
    row = page.get_by_role("row").filter(has_text=number)
    expect(row).to_contain_text("Te laat besloten")
    page.get_by_label("Tot en met").fill("2020-01-01")
    page.get_by_role("button", name="Toon", exact=True).click()

    expect(page.get_by_text("Er is niets gevonden.")).to_be_visible()
    expect(page.get_by_role("link", name="Te laat besloten 0")).to_have_attribute("aria-current", "true")
    check(page)


def test_what_was_refused_is_told_with_its_reason(visitor: Visitor, system: System) -> None:
    number = refused(system)
    page = visitor("auditor1", f"/audit/refusals?case={number}")
    row = page.get_by_role("row").filter(has_text=number)
    expect(row).to_contain_text("Sanne de Wit")
    expect(row).to_contain_text("Mag dit niet")
    row.get_by_role("link").click()

    expect(section(page, "Geweigerd in deze zaak")).to_contain_text("Toestemming gegeven")
    page.goto(f"/audit/refusals?case={number}&ofDuties=true")
    expect(page.get_by_text("Er is niets gevonden.")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_sample_is_drawn_again_by_its_seed(visitor: Visitor, system: System, javascript: bool) -> None:
    for _ in range(3):
        system.a_case()
    page = visitor("auditor1", "/audit/sample", javascript=javascript)
    page.get_by_label("Hoeveel zaken").fill("2")
    page.get_by_role("button", name="Trekken").click()
    expect(page.locator("[data-row]")).to_have_count(2)
    first, drawn = page.url, page.locator("[data-row] a").all_inner_texts()
    seed = page.get_by_label("Beginwoord").input_value()
    expect(section(page, "2 van")).to_contain_text(seed)
    page.goto("/audit/sample")

    assert seed != page.get_by_label("Beginwoord").input_value()
    page.get_by_label("Beginwoord").fill(seed)
    page.get_by_label("Hoeveel zaken").fill("2")
    page.get_by_role("button", name="Trekken").click()
    expect(page.locator("[data-row]")).to_have_count(2)

    assert (first, drawn) == (page.url, page.locator("[data-row] a").all_inner_texts())
    page.goto("/audit/sample?seed=a&size=501")
    expect(page.get_by_label("Hoeveel zaken")).to_have_accessible_description(re.compile("1 tot en met 500"))


def test_each_list_is_a_file_in_the_words_of_its_reader(visitor: Visitor, system: System) -> None:
    number = decided_late(system)
    refused(system)
    page = visitor("auditor1", "/audit/sample")
    for path, word in (
        (f"/audit?case={number}", "Toestemming gegeven".lower()),
        ("/audit/exceptions?kind=decided_late", "te laat besloten"),
        ("/audit/refusals", "mag dit niet"),
        ("/audit/sample?seed=a", "doet mee"),
        ("/figures", "lopende zaken"),
    ):
        page.goto(path)
        for form in ("CSV", "XLSX"):
            address = page.get_by_role("link", name=form).get_attribute("href") or ""
            answer = page.request.get(address)
            assert "attachment" in answer.headers["content-disposition"]
            body = answer.body()
            if form == "XLSX":
                book = zipfile.ZipFile(io.BytesIO(body))
                body = b"".join(
                    book.read(name) for name in book.namelist() if "sheet1" in name or "Strings" in name
                )

            assert word in body.decode().lower(), (path, form)
            assert not re.search(r"permission_granted|decided_late|NotPermitted", body.decode()), (path, form)


# Who sees what


@pytest.mark.parametrize("user", ["caseworker1", "coordinator1", "controller1", "admin1", "coop-a"])
def test_the_audit_is_for_auditors(visitor: Visitor, system: System, user: str) -> None:
    number = system.a_case()
    page = visitor(user, "/audit")
    for path in (
        *PAGES[:-1],
        f"/audit/cases/{number}",
        f"/audit/cases/{number}/history",
        "/audit?format=csv",
    ):
        assert 403 == page.request.get(path).status, path
    expect(page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Audit")).to_have_count(
        0
    )


def test_an_auditor_reads_everything_of_the_municipality_and_does_nothing(
    visitor: Visitor, system: System
) -> None:
    number = reviewed(system)
    page = visitor("auditor1")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Zaken").click()
    title(page, "Zaken")
    page.goto(f"/cases/{number}")
    page.get_by_role("link", name="Voor auditors: het hele verhaal").click()
    title(page, "Het verhaal van Bram Oosterhuis")
    paths = (*PAGES, f"/cases/{number}", f"/audit/cases/{number}", f"/audit/cases/{number}/history")

    assert {200} == {page.request.get(path).status for path in paths}
    page.goto(f"/cases/{number}")
    expect(page.get_by_text("Iets anders doen")).to_have_count(0)
    story = page.request.get(f"/audit/cases/{number}").text()
    token = re.search(r'name="csrf" value="(\w+)"', story)
    assert token
    sent = {"csrf": token[1], "key": uuid4().hex, "send": "1", "text": "Door mij."}
    headers = {"Origin": system.url}
    for path in (f"/tasks/{number}.3/claim", f"/cases/{number}/acts/note_added"):
        assert page.request.post(path, form=sent, headers=headers).status in {400, 403}, path
    assert story.count('class="meedoen-timeline__item') == page.request.get(
        f"/audit/cases/{number}"
    ).text().count('class="meedoen-timeline__item')


@pytest.mark.parametrize("path", ["", "/history"])
def test_an_auditor_finds_no_case_of_another_municipality(
    visitor: Visitor, system: System, path: str
) -> None:
    number = system.a_case()
    for table in ("cases", "acts"):
        system.changes(f"update {table} set municipality = 'waterrijk' where number = '{number}'")
    page = visitor("auditor1", f"/audit/cases/{number}{path}")

    title(page, "Niet gevonden")
    page.goto(f"/audit?case={number}")
    expect(page.get_by_text("Er is niets gevonden.")).to_be_visible()
