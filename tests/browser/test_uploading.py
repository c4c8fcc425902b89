"""Many applications at once: every row is looked at before any is sent, and the same file makes the same cases."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from api.headings import columns_of
from api.languages import Language
from domain.words import in_language
from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor, choose

EXAMPLES = Path(__file__).parents[2] / "examples"
CELLS = {
    "resident_bsn": "999990019",
    "resident_name": "Renée Çelik",
    "signed_at": "2-11-2026 10:00",
    "activity": "Fietsen repareren",
    "plan": "Eén fiets per dag",
    "starts_on": "4-1-2027",
    "ends_on": "3-1-2028",
    "hours_a_week": "16",
}


def a_file(*changes: dict[str, str], encoding: str = "utf-8") -> bytes:
    """A file as a Dutch spreadsheet saves it, which no other test has sent."""
    own = {"plan": f"Plan {uuid4().hex}"}
    rows = [";".join(CELLS), *(";".join((CELLS | own | changed).values()) for changed in changes)]
    return "\r\n".join(rows).encode(encoding)


def upload(page: Page, content: bytes, name: str = "onze.csv", *, language: Language = Language.NL) -> None:
    words = ("Uw bestand", "Rijen bekijken") if language is Language.NL else ("Your file", "Look at the rows")
    page.goto("/apply/upload")
    page.get_by_label(words[0]).set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name=words[1]).click()


def rows(page: Page) -> list[str]:
    return page.locator("tbody tr").all_inner_texts()


@pytest.mark.parametrize("javascript", [True, False])
def test_the_rows_are_looked_at_and_the_good_ones_are_sent(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    page = visitor("coop-a", "/apply/upload", javascript=javascript)
    if javascript:
        check(page)
    names = [{"resident_name": f"{n} Çelik", "plan": f"Plan {uuid4().hex}"} for n in ("Ada", "Bo", "Cor")]
    content = a_file(*names, {"resident_bsn": "1"}, {"hours_a_week": "32"}, encoding="cp1252")
    upload(page, content)
    expect(page.get_by_text("Goed: 3. Fout: 2.")).to_be_visible()
    wrong = rows(page)[:2]
    assert "Burgerservicenummer (resident_bsn): " in wrong[0]
    assert "Uren per week (hours_a_week): Volgens het beleid zijn hoogstens 24 uur" in wrong[1]
    if javascript:
        check(page)
    page.get_by_role("button", name="Versturen wat goed is (3)").click()
    expect(page.get_by_text("3 verstuurd, 0 waren er al, 0 geweigerd, 2 klopten niet.")).to_be_visible(
        timeout=30_000
    )
    if javascript:
        check(page)
    first = page.get_by_role("row").filter(has_text="Ada Çelik").get_by_role("link")
    number = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ada Çelik")

    upload(page, content)
    page.get_by_role("button", name="Versturen wat goed is (3)").click()
    expect(page.get_by_text("0 verstuurd, 3 waren er al")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("row").filter(has_text="Ada Çelik").get_by_role("link")).to_have_text(number)


def test_the_example_with_errors_tells_each_of_them(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply/upload")
    upload(page, (EXAMPLES / "applications-with-errors.csv").read_bytes(), "fouten.csv")
    expect(page.get_by_text("Goed: 1. Fout: 10.")).to_be_visible()
    told = "\n".join(rows(page))

    for words in (
        "Burgerservicenummer (resident_bsn): Dit is geen geldig BSN",
        "Laatste dag (ends_on): ",
        "Getekend op (signed_at): ",
        "Uren per week (hours_a_week): ",
        "Hetzelfde als rij 2",
        "U vraagt alleen aan voor inwoners van uw eigen coöperatie: Sociale coöperatie De Werkplaats U.A.",
        "Bijlagen (items): diploma staat niet in de lijst van het beleid: Plan: wat de inwoner gaat doen",
        "oplevert (plan); Machtiging: de inwoner laat de coöperatie de aanvraag doen (authorisation)",
    ):
        assert words in told
    assert "de-werkplaats" not in told
    check(page)


def test_what_is_wrong_is_told_in_the_language_to_which_its_reader_changes(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply/upload")
    upload(page, a_file({"resident_bsn": "1"}, {"hours_a_week": "32"}))
    expect(page.get_by_text("Goed: 0. Fout: 2.")).to_be_visible()
    page.get_by_role("link", name="English").or_(page.get_by_role("button", name="English")).click()
    expect(page.get_by_text("Right: 0. Wrong: 2.")).to_be_visible()

    assert [
        "Citizen service number (resident_bsn): Give nine digits.",
        "Hours a week (hours_a_week): The policy allows at most 24 hours a week.",
    ] == page.locator("tbody li").all_inner_texts()


@pytest.mark.parametrize("language", Language)
def test_an_empty_file_with_the_columns_can_be_had_filled_in_and_sent(
    visitor: Visitor, language: Language
) -> None:
    """In the reader's language, and as the page tells to fill it in."""
    page = visitor("coop-a", f"/apply/upload?lang={language}")
    answer = page.request.get("/apply/upload/template")
    head = answer.body().decode("utf-8-sig").strip()
    columns = columns_of("de-werkplaats")
    examples = [in_language(c.example, language.value) for c in columns if c.example]

    assert 'attachment; filename="meedoen.csv"' == answer.headers["content-disposition"]
    assert [in_language(c.called, language.value) for c in columns] == head.split(";")
    for shown in (*head.split(";"), *examples):
        expect(page.locator("tbody").first).to_contain_text(shown)
    upload(page, f"{head}\r\n{';'.join(examples)}\r\n".encode("cp1252"), language=language)
    expect(page.get_by_text("Goed: 1. Fout: 0." if language is Language.NL else "Right: 1.")).to_be_visible()


def test_all_that_is_wrong_with_a_row_is_told_together(visitor: Visitor) -> None:
    """By the model and by the municipality, and whichever comes first."""
    page = visitor("coop-a", "/apply/upload")
    dates = {"ends_on": "1-1-2026", "signed_at": "2-11-2199 10:00"}
    upload(page, a_file({"hours_a_week": "32"} | dates, {"resident_bsn": "1", "hours_a_week": "32"}))
    expect(page.get_by_text("Goed: 0. Fout: 2.")).to_be_visible()
    told = [row.get_by_role("listitem").all_inner_texts() for row in page.locator("tbody tr").all()]

    assert [["Laatste dag", "Uren per week", "Getekend op"], ["Burgerservicenummer", "Uren per week"]] == [
        [each.partition(" (")[0] for each in row] for row in told
    ]


def test_the_page_alone_tells_what_a_file_holds(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply/upload")
    codes = page.get_by_role("table", name="De code van elk document").get_by_role("row")
    for code, title in (("authorisation", "Machtiging"), ("proof-of-identity", "identiteitsbewijs")):
        expect(codes.filter(has_text=code)).to_contain_text(title)
    optional = page.get_by_role("row").filter(has_text="niet verplicht").get_by_role("rowheader")

    expect(optional).to_have_text([re.compile(name) for name in ("Bijlagen", "Brieven digitaal", "Kenmerk")])
    check(page)


def test_a_file_that_cannot_be_used_is_told_at_its_field(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply/upload")
    for content, sentence in (
        (b"", "In onze.csv staan geen aanvragen."),
        (a_file(), "In onze.csv staan geen aanvragen."),
        (a_file({}).replace(b"plan;", b"", 1), "In onze.csv ontbreekt de kolom Plan."),
        (a_file({}).replace(b"plan;", b"doel;", 1), "onze.csv heeft een kolom doel, en die kennen we niet."),
        (b"PK\0\3\4", "onze.csv is geen CSV"),
        (a_file(*[{}] * 5_000), "onze.csv heeft meer dan 1000 aanvragen: splits het bestand op."),
        (b"Beste collega\r\nHierbij de aanvragen.", "onze.csv is geen CSV"),
        (a_file({"plan": "x" * 5_000_000}), "onze.csv is groter dan 5 MB: splits het bestand op."),
    ):
        upload(page, content)
        expect(page.locator(".meedoen-error-summary")).to_contain_text(sentence)
        expect(page.get_by_label("Uw bestand")).to_have_attribute("aria-invalid", "true")
        faults_of(page)
    check(page)


def test_no_file_and_one_that_is_far_too_large_are_told_too(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply/upload")
    page.get_by_role("button", name="Rijen bekijken").click()
    expect(page.locator(".meedoen-error-summary")).to_contain_text("Kies een bestand.")
    upload(page, b"x" * 6_500_000)

    expect(page.get_by_text("Een bestand mag hoogstens 5 MB groot zijn")).to_be_visible()


def test_what_was_chosen_is_for_that_session_and_that_person_and_no_bsn_can_be_read(
    visitor: Visitor, system: System
) -> None:
    from sqlalchemy import create_engine, text

    page = visitor("coop-a", "/apply/upload")
    upload(page, a_file({"resident_name": "Umut Şahin"}))
    here = page.url
    assert re.fullmatch(r".*/apply/upload/[0-9a-f]{32}", here)
    engine = create_engine(system.whole.database.url())
    with engine.connect() as connection:
        kept = str(connection.execute(text("select * from uploads, uploaded_rows")).all())
    engine.dispose()
    assert CELLS["resident_bsn"] not in kept
    expect(visitor("coop-b", here).get_by_role("heading", level=1)).to_have_text("Niet gevonden")
    page.get_by_role("button", name="Uitloggen").click()
    page.goto(here)
    choose(page, "coop-a")
    page.goto(here)

    expect(page.get_by_text("Kies het nog een keer.")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("versturen"))).to_have_count(0)
    check(page)


def test_what_stopped_halfway_goes_on_and_sends_nothing_twice(visitor: Visitor, system: System) -> None:
    page = visitor("coop-a", "/apply/upload")
    two = [{"resident_name": name, "plan": uuid4().hex} for name in ("Ada Half", "Bo Half")]
    upload(page, a_file(*two))
    id_ = page.url.rpartition("/")[2]
    system.changes(f"update uploads set sent_at = now() - interval '1 minute' where id = '{id_}'")
    page.reload()
    expect(page.get_by_text("Het versturen is gestopt bij 0 van 2.")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Versturen wat goed is (2)").click()

    expect(page.get_by_text("2 verstuurd, 0 waren er al")).to_be_visible(timeout=30_000)


def test_as_many_long_applications_as_the_page_promises_can_be_sent(visitor: Visitor, system: System) -> None:
    """Only looked at: a thousand cases more would be in everybody's way."""
    page = visitor("coop-a", "/apply/upload")
    page.set_default_timeout(120_000)
    a_plan = "Eén fiets per dag, met hulp van een buurman. " * 12
    upload(page, a_file(*({"plan": f"{a_plan}{uuid4().hex}"} for _ in range(1_000))))

    expect(page.get_by_role("button", name="Versturen wat goed is (1000)")).to_be_visible(timeout=120_000)
    check(page)


def test_a_file_that_is_wrong_in_every_row_is_a_light_page_too(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply/upload")
    wrong = {"resident_bsn": "1", "starts_on": "morgen", "hours_a_week": "veel", "signed_at": "gisteren"}
    upload(page, a_file(*[wrong] * 1_000))
    expect(page.get_by_text("Goed: 0. Fout: 1000.")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Nog 900 rijen staan er niet bij.")).to_be_visible()
    check(page)


def test_it_speaks_english_too(visitor: Visitor) -> None:
    page = visitor("coop-a", "/apply/upload?lang=en")

    expect(page.get_by_role("heading", level=1)).to_have_text("Upload a file")
    expect(page.get_by_role("row").filter(has_text="hours_a_week")).to_contain_text("How many hours a week?")
    check(page)
