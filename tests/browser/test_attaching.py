"""Documents with an application or a report: chosen in the form, looked at before they are sent, opened in the case."""

from __future__ import annotations

from datetime import timedelta
from zlib import compress, crc32

import pytest
from playwright.sync_api import FilePayload, Page, expect

from api.beginnings import today
from tests.browser import test_acting as acting
from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor
from tests.browser.test_applying import begin, fill_in, go_on, heading, send
from tests.browser.test_ours import granted, section

A_PLAN: FilePayload = {
    "name": "begeleidingsplan.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.7 a plan",
}

AGREEMENT = "Overeenkomst tussen de inwoner en de coöperatie, door beiden ondertekend"


def to_the_attachments(page: Page) -> None:
    begin(page)
    for _ in range(3):
        fill_in(page)
        go_on(page)
    heading(page, "Bijlagen en brieven")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_document_goes_along_and_the_caseworker_opens_it(visitor: Visitor, javascript: bool) -> None:
    page = visitor("coop-a", "/apply", javascript=javascript)
    to_the_attachments(page)
    plan = page.get_by_role("group", name="Plan").first
    plan.get_by_label("Het document zelf").set_input_files([A_PLAN])
    go_on(page)
    expect(page.get_by_text("begeleidingsplan.pdf")).to_be_visible()
    chosen = page.get_by_role("link", name="Bekijk het document")

    assert page.request.get(chosen.get_attribute("href") or "").body() == A_PLAN["buffer"]
    if javascript:
        check(page)
    send(page)
    page.get_by_role("link", name="Naar de zaak").click()
    number = page.url.rpartition("/")[2]
    theirs = visitor("caseworker1", f"/cases/{number}")
    came = theirs.get_by_role("region", name="Documenten die binnenkwamen").get_by_role("link")
    opened = theirs.request.get(came.get_attribute("href") or "")

    assert (200, A_PLAN["buffer"]) == (opened.status, opened.body())
    assert "default-src 'none'" in opened.headers["content-security-policy"]
    theirs.goto(f"/tasks/{number}.1/acts/completeness_checked")
    expect(theirs.get_by_role("link", name="Bekijk het document")).to_be_visible()


def test_a_document_can_be_taken_out_again(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply")
    to_the_attachments(page)
    page.get_by_label("Het document zelf").first.set_input_files([A_PLAN])
    go_on(page)
    heading(page, "Controleren en versturen")
    page.goto(page.url.replace("/check", "/documents"))
    check(page)
    page.get_by_role("button", name="Weghalen").click()
    expect(page.get_by_role("link", name="Bekijk het document")).to_have_count(0)


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"MZ", "Kies een pdf, of een foto als jpeg of png."), (b"%PDF-" + b"x" * 5_000_000, "hoogstens 5 MB")],
)
def test_a_file_that_is_not_taken_is_told_at_its_place(visitor: Visitor, content: bytes, told: str) -> None:
    page = visitor("coop-a", "/apply")
    to_the_attachments(page)
    file: FilePayload = {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": content}
    page.get_by_label("Het document zelf").first.set_input_files([file])
    go_on(page)

    expect(page.locator(".meedoen-error-summary li")).to_contain_text(told)
    expect(page.locator("label", has_text="Het document zelf").first).to_contain_text("(niet verplicht)")
    faults_of(page)
    check(page)


def asked_for(system: System, *items: str) -> str:
    """The path of the form in which a cooperative sends what was asked for."""
    number = system.a_case()
    asked = {"kind": "completeness_checked", "missing": items}
    system.does("caseworker1", f"/tasks/{number}.1/complete", asked)
    return f"/tasks/{number}.2/acts/supplement_received"


@pytest.mark.parametrize("javascript", [True, False])
def test_what_was_asked_for_is_sent_after_each_in_its_place(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    """The one as a file and the other by what its paper is called, with another that nobody asked for."""
    form = asked_for(system, "agreement", "authorisation")
    page = visitor("coop-a", form, javascript=javascript)
    page.set_viewport_size({"width": 360, "height": 900})
    agreement = page.get_by_role("group", name=AGREEMENT)
    authorisation = page.get_by_role("group", name="Machtiging")
    expect(page.get_by_role("radio")).to_have_count(0)
    if javascript:
        check(page)
    agreement.get_by_label("Het document zelf").set_input_files([A_PLAN])
    page.get_by_role("button", name="Document toevoegen").click()
    added = page.get_by_role("group", name="Document 3")
    added.get_by_label("Plan").check()
    added.get_by_label("Hoe heet het document?").fill("Een nieuw plan")
    authorisation.get_by_label("Hoe heet het document?").fill("Een brief met handtekening")
    if javascript:
        check(page)
    go_on(page)
    acting.send(page)
    came = page.get_by_role("region", name="Documenten die binnenkwamen")

    expect(came).to_contain_text("Een brief met handtekening")
    expect(came).to_contain_text("Een nieuw plan")
    opened = page.request.get(came.get_by_role("link").first.get_attribute("href") or "")
    assert opened.body() == A_PLAN["buffer"]


def test_one_of_two_is_sent_and_a_wide_photo_of_it_has_no_sheet_of_paper_around_it(
    visitor: Visitor, system: System
) -> None:
    """What was asked for too is told before it is sent."""
    page = visitor("coop-a", asked_for(system, "agreement", "authorisation"))
    photo: FilePayload = {"name": "foto.png", "mimeType": "image/png", "buffer": a_photo(400, 40)}
    page.get_by_role("group", name=AGREEMENT).get_by_label("Het document zelf").set_input_files([photo])
    go_on(page)
    expect(page.get_by_text("Hierom is ook gevraagd, en dit zit er niet bij: Machtiging")).to_be_visible()
    check(page)
    acting.send(page)
    came = page.get_by_role("region", name="Documenten die binnenkwamen")
    came.locator("summary").click()
    image = came.get_by_role("img", name="foto.png")
    expect(image).to_have_js_property("naturalWidth", 400)
    check(page)
    inside, around = image.bounding_box(), came.locator(".meedoen-preview__sheet").bounding_box()

    assert inside is not None
    assert around is not None
    assert around["height"] < inside["height"] + 4


def a_photo(width: int, height: int) -> bytes:
    """A grey picture of that size, as a PNG."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4) + kind + content + crc32(kind + content).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + bytes((8, 0, 0, 0, 0))
    rows = compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_supplement_of_nothing_is_told_once_what_to_do(visitor: Visitor, system: System) -> None:
    page = visitor("coop-a", asked_for(system, "agreement", "authorisation"))
    summary = page.locator(".meedoen-error-summary li")
    go_on(page)
    expect(summary).to_have_text(["Wat stuurt u? Kies een bestand, of schrijf hoe het papier heet"])
    names = page.get_by_label("Hoe heet het document?")
    assert {"1px"} == set(names.evaluate_all("all => all.map(one => getComputedStyle(one).borderTopWidth)"))
    faults_of(page)
    check(page)
    wrong: FilePayload = {"name": "plan.exe", "mimeType": "application/pdf", "buffer": b"MZ"}
    page.get_by_label("Het document zelf").first.set_input_files([wrong])
    go_on(page)

    expect(summary).to_have_count(1)
    expect(summary).to_contain_text("Kies een pdf, of een foto als jpeg of png.")


AN_INVOICE: FilePayload = {
    "name": "factuur-mei.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.7 an invoice",
}
A_PHOTO: FilePayload = {
    "name": "werkbank.png",
    "mimeType": "image/png",
    "buffer": b"\x89PNG\r\n\x1a\n a bench",
}


def fill_in_the_report(page: Page) -> None:
    page.locator("[name=period_from]").fill(f"{today() - timedelta(days=60)}")
    page.locator("[name=period_until]").fill(f"{today()}")
    page.locator("[name=hours]").fill("120")
    page.locator("[name=income_cents]").fill("150")
    page.locator("[name=activities]").fill("Fietsen gemaakt.")
    page.locator("[name=results]").fill("Het gaat goed.")


@pytest.mark.parametrize("javascript", [True, False])
def test_invoices_go_along_with_a_report_and_are_opened_beside_it(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    number = granted(system)
    page = visitor("coop-a", f"/cases/{number}/acts/progress_reported", javascript=javascript)
    fill_in_the_report(page)
    page.get_by_label("Het document zelf").first.set_input_files([AN_INVOICE])
    page.get_by_role("button", name="document toevoegen").click()
    expect(page.get_by_role("link", name="Bekijk het document")).to_have_count(1)
    if javascript:
        check(page)
    page.locator("[name='enclosures.1.file'][type=file]").set_input_files([A_PHOTO])
    go_on(page)
    expect(page.get_by_role("link", name="Bekijk het document")).to_have_count(2)
    if javascript:
        check(page)
    acting.send(page)
    came = section(page, "Documenten die binnenkwamen")
    expect(came).to_contain_text("werkbank.png")
    for user in ("caseworker1", "auditor1"):
        theirs = visitor(user, f"/cases/{number}")
        link = section(theirs, "Documenten die binnenkwamen").get_by_role("link", name="factuur-mei.pdf")
        opened = theirs.request.get(link.get_attribute("href") or "")

        assert (200, AN_INVOICE["buffer"]) == (opened.status, opened.body())
        assert "frame-ancestors 'self'" in opened.headers["content-security-policy"]
        assert "SAMEORIGIN" == opened.headers["x-frame-options"]
        expect(section(theirs, "Documenten die binnenkwamen")).to_contain_text("PNG, 1 kB")
        theirs.get_by_text("Hier bekijken: werkbank.png").click()
        photo = section(theirs, "Documenten die binnenkwamen").get_by_role("img", name="werkbank.png")
        expect(photo).to_have_js_property("complete", True)
        check(theirs)


def test_a_file_that_is_not_taken_with_a_report_is_told_at_its_place(
    visitor: Visitor, system: System
) -> None:
    page = visitor("coop-a", f"/cases/{granted(system)}/acts/progress_reported")
    fill_in_the_report(page)
    wrong: FilePayload = {"name": "factuur.exe", "mimeType": "application/pdf", "buffer": b"MZ"}
    page.get_by_label("Het document zelf").first.set_input_files([wrong])
    go_on(page)

    expect(page.locator(".meedoen-error-summary li")).to_contain_text(
        "Kies een pdf, of een foto als jpeg of png."
    )
    faults_of(page)
    check(page)
