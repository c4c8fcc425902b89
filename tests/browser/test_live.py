"""What a page does while somebody looks at it and others act, or the connection is lost."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from api.beginnings import today
from tests.browser.check import check, faults_of, watched
from tests.browser.conftest import System, Visitor
from tests.browser.test_acting import reviewed
from tests.browser.test_case import A_GRANT, section
from tests.browser.test_post import nothing_else
from tests.browser.test_searching import search

LIST = "/work?view=group&kind=application_reviewed"
NOTE = {"kind": "note_added", "text": "Gebeld met de inwoner."}
TYPED = "De overeenkomst is niet ondertekend."


def to_review(system: System, resident: str) -> str:
    """A case that waits to be reviewed; these are few, so that the list is short."""
    number = system.a_case(resident)
    system.does("caseworker1", f"/tasks/{number}.1/complete", {"kind": "completeness_checked"})
    return number


def told(page: Page) -> Locator:
    return page.locator("#live-told")


def row_of(page: Page, number: str) -> Locator:
    return page.get_by_role("row").filter(has_text=number)


def stays(page: Page) -> None:
    """Leave something in this page that a reload would take away."""
    page.evaluate("document.body.dataset.stays = 'true'")


def test_a_list_shows_what_a_colleague_takes_and_keeps_what_somebody_is_at(
    visitor: Visitor, system: System
) -> None:
    taken, left = to_review(system, "Wiebe Postma"), to_review(system, "Jet Blom")
    page, colleague = (visitor(user, LIST) for user in ("caseworker1", "caseworker2"))
    stays(page)
    page.get_by_label("Uiterste dag tot en met").fill("2027-03-01")
    row_of(page, taken).get_by_role("link").first.focus()
    row_of(colleague, taken).get_by_role("button", name="Taak op mij nemen").click()
    expect(told(page)).to_contain_text("1 taak is veranderd")
    expect(row_of(page, taken)).to_contain_text("Staat niet meer in deze lijst")
    expect(row_of(page, taken).get_by_role("link").first).to_be_focused()
    check(page)
    row_of(page, left).get_by_role("link").first.focus()
    expect(row_of(page, taken)).to_have_count(0)
    expect(row_of(page, left).get_by_role("link").first).to_be_focused()
    expect(page.get_by_label("Uiterste dag tot en met")).to_have_value("2027-03-01")
    come = to_review(system, "Siem de Boer")
    expect(row_of(page, come)).to_have_count(1)

    assert "true" == page.locator("body").get_attribute("data-stays")


def test_letters_cases_and_what_was_done_keep_up_too(visitor: Visitor, system: System) -> None:
    """A letter is made a moment after its decision, so it rings by itself."""
    nothing_else(system)
    number = reviewed(system)
    post, auditor = visitor("caseworker1", "/post"), visitor("auditor1", f"/audit?case={number}")
    cases = visitor("caseworker2", "/cases")
    cases.get_by_label("Nummer, naam of behandelaar").fill(number)  # a page shows a hundred
    search(cases)
    expect(row_of(cases, number)).to_have_count(1)
    for page in (post, cases, auditor):
        stays(page)
    expect(row_of(cases, number)).to_contain_text("Wacht op een besluit")
    system.does("decider1", f"/tasks/{number}.3/complete", A_GRANT)
    letter = row_of(post, number).filter(has_text="U mag meedoen")
    expect(letter).to_contain_text("Bram Oosterhuis")
    expect(row_of(cases, number)).to_contain_text("Doet mee")
    expect(row_of(auditor, number).filter(has_text="Toestemming gegeven")).to_have_count(1)
    document = (letter.get_by_role("link").first.get_attribute("href") or "").rpartition("/")[2]
    posted = {"addressee": "resident", "sentOn": f"{today()}"}
    system.does("caseworker2", f"/cases/{number}/documents/{document}/sent", posted)
    expect(letter).to_have_count(0)

    assert ["true"] * 3 == [
        page.locator("body").get_attribute("data-stays") for page in (post, cases, auditor)
    ]


def test_a_coordinator_sees_who_takes_what_and_who_is_away(visitor: Visitor, system: System) -> None:
    """What she ticked stays ticked, also when somebody took it meanwhile."""
    taken, left = to_review(system, "Wiebe Postma"), to_review(system, "Jet Blom")
    team, away = (visitor("coordinator1", f"/team{place}") for place in ("", "/absences"))
    assign = visitor("coordinator1", "/team/assign?kind=application_reviewed")
    for page in (team, away, assign):
        stays(page)
    row_of(assign, taken).get_by_role("checkbox").check()
    free = section(team, "Wat nog niemand heeft").get_by_role("row").filter(has_text="Klantmanager")
    before = free.inner_text()
    system.does("caseworker2", f"/tasks/{taken}.2/claim")
    expect(row_of(assign, taken)).to_contain_text("Staat niet meer in deze lijst")
    expect(row_of(assign, taken).get_by_role("checkbox")).to_be_checked()
    expect(row_of(assign, left)).to_have_count(1)
    expect(free).not_to_have_text(before, use_inner_text=True)
    assert [] == faults_of(assign)  # what others do may move its rows
    substitute = {"substitute": "stand-in", "substituteName": "Sam Vos"}
    days = {"firstOn": f"{today()}", "lastOn": f"{today()}"}
    somebody = {"absent": "away", "absentName": "Iris Live"}
    absence = system.does("coordinator1", "/absences", somebody | substitute | days)["id"]
    expect(row_of(away, "Iris Live")).to_contain_text("Nu afwezig")
    system.does("coordinator1", f"/absences/{absence}/withdrawal")
    expect(row_of(away, "Iris Live")).to_contain_text("Ingetrokken")

    assert ["true"] * 3 == [page.locator("body").get_attribute("data-stays") for page in (team, away, assign)]


def test_an_auditor_sees_what_is_refused_while_he_looks(visitor: Visitor, system: System) -> None:
    number = reviewed(system)
    page = visitor("auditor1", f"/audit/refusals?case={number}")
    stays(page)
    refused = system.tries("caseworker1", f"/cases/{number}/acts", A_GRANT)
    expect(row_of(page, number)).to_contain_text("Sanne de Wit")

    assert (403, "true") == (refused.status_code, page.locator("body").get_attribute("data-stays"))


def test_a_task_that_goes_to_another_takes_nothing_that_was_typed(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    system.does("caseworker1", f"/tasks/{number}.1/claim")
    page = visitor("caseworker1", f"/tasks/{number}.1/hold")
    page.get_by_label("Waarom?").fill(TYPED)
    system.does("caseworker1", f"/tasks/{number}.1/release")
    expect(told(page)).to_contain_text("Sanne de Wit")

    expect(page.get_by_label("Waarom?")).to_have_value(TYPED)
    expect(page.get_by_label("Waarom?")).to_be_focused()


def test_whoever_fills_in_a_form_is_told_who_acted_and_loses_nothing(
    visitor: Visitor, system: System
) -> None:
    number = system.a_case()
    page = visitor("caseworker1", f"/tasks/{number}.1/acts/completeness_checked")
    page.get_by_label("Uitleg").fill(TYPED)
    before = page.get_by_label("Uitleg").bounding_box()
    system.does("caseworker2", f"/cases/{number}/acts", NOTE)
    expect(told(page)).to_contain_text("Mohamed El Amrani")
    expect(told(page)).to_contain_text("Notitie: Gebeld met de inwoner.")
    expect(page.get_by_label("Uitleg")).to_be_focused()
    expect(page.get_by_label("Uitleg")).to_have_value(TYPED)

    assert before == page.get_by_label("Uitleg").bounding_box()
    check(page)
    told(page).get_by_role("button", name="Sluit dit bericht").click()
    expect(told(page)).to_be_empty()


def test_the_page_of_a_case_shows_what_happened_and_keeps_open_what_lies_open(
    visitor: Visitor, system: System
) -> None:
    number = system.a_case()
    page = visitor("caseworker1", f"/cases/{number}?lang=en")
    stays(page)
    page.get_by_text("Do something else").click()
    page.get_by_text("Why this date?").first.click()
    system.does("caseworker2", f"/tasks/{number}.1/complete", {"kind": "completeness_checked"})
    expect(told(page)).to_contain_text("Mohamed El Amrani")
    expect(page.get_by_role("heading", name="Review")).to_be_visible()
    expect(page.locator("details[open]")).to_have_count(2)
    check(page)

    assert "true" == page.locator("body").get_attribute("data-stays")


def test_a_form_survives_a_lost_connection_and_is_sent_once(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    page = visitor("caseworker1", f"/tasks/{number}.1/acts/completeness_checked")
    page.context.set_offline(True)
    expect(told(page)).to_contain_text("Geen verbinding. Wat u ziet, kan ouder zijn.")
    page.get_by_label("Uitleg").fill(TYPED)
    page.get_by_role("button", name="Verder", exact=True).click()
    expect(told(page)).to_contain_text("gaat het vanzelf verder")
    expect(page.get_by_label("Uitleg")).to_have_value(TYPED)
    faults_of(page)
    check(page)
    page.get_by_role("button", name="Toch niet").click()
    page.context.set_offline(False)
    expect(told(page)).to_contain_text("Er is weer verbinding.")
    page.get_by_role("button", name="Verder", exact=True).click()
    expect(page.get_by_text(TYPED)).to_be_visible()
    page.context.set_offline(True)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method) if request.method == "POST" else None)
    for _ in range(2):
        page.get_by_role("button", name="Versturen", exact=True).click()
    expect(told(page)).to_contain_text("gaat het vanzelf verder")
    page.context.set_offline(False)
    expect(page.get_by_role("status")).to_contain_text("Gelukt. De aanvraag is compleet.")
    faults_of(page)

    assert ["POST"] == sent


def test_a_page_whose_reader_signed_out_says_so(visitor: Visitor, system: System) -> None:
    page = visitor("caseworker1", "/work")
    other = watched(page.context.new_page())
    other.goto("/work")
    page.wait_for_timeout(500)
    other.get_by_role("button", name="Uitloggen").click()
    expect(told(page)).to_contain_text("U bent uitgelogd.")
    check(page)
    told(page).get_by_role("link", name="Inloggen").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Wie wilt u zijn?")
