"""An objection as it is dealt with: from the list of an objections officer to the decision that is taken again."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from api.beginnings import today
from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor
from tests.browser.test_acting import WHY, go_on, heading, reviewed, send, told
from tests.browser.test_case import section

A_REFUSAL = {
    "kind": "permission_refused",
    "grounds": ["no-sound-plan"],
    "deviation": "De begroting ontbreekt.",
    "viewWaived": "not_on_his_facts",
    "reasoning": WHY,
}


def objected(system: System) -> tuple[str, str]:
    """A case that was refused, and the objection of the resident to that."""
    number = reviewed(system)
    system.does("decider1", f"/tasks/{number}.3/complete", A_REFUSAL)
    words = {"objector": "resident", "reasons": "De begroting zat erbij."}
    return number, system.does("coop-a", f"/cases/{number}/objections", words)["case"]


def look_for(page: Page, number: str, view: str, title: str) -> None:
    """Show of a list what is of one case: other tests may have left more than a page of it."""
    page.get_by_role("link", name=view).click()
    heading(page, title)
    page.get_by_text("Toon een deel van de lijst").click()
    page.get_by_label("Nummer, naam of behandelaar").fill(number)
    page.get_by_role("button", name="Toon", exact=True).click()


def takes_from_the_list(page: Page, number: str, duty: str) -> None:
    """Somebody takes a task of the group, and opens it among his own."""
    look_for(page, number, "Onze groep", "Werk van onze groep")
    row = page.get_by_role("row").filter(has_text=number)
    row.get_by_role("button", name=f"Taak op mij nemen {duty}").click()
    expect(page.get_by_role("status")).to_have_text("U hebt deze taak nu.")
    look_for(page, number, "Mijn werk", "Mijn werk")
    row.get_by_role("rowheader").get_by_role("link", name=duty).click()


def begins(page: Page, duty: str, chosen: str) -> None:
    """On the page of the case somebody begins with what is asked, and chooses how."""
    asked = section(page, "Wat er nu van u wordt gevraagd")
    asked.get_by_role("link", name=duty, exact=True).click()
    page.get_by_role("link", name=chosen, exact=True).click()
    heading(page, chosen)


def judges_that_it_can_be_dealt_with(page: Page) -> None:
    heading(page, "Oordelen of het bezwaar behandeld kan worden")
    answers = section(page, "Wat u erbij nodig hebt").get_by_role("definition")
    expect(answers.filter(has_text="Toestemming geweigerd")).to_be_visible()
    expect(answers.filter(has_text="Ja, ontvangen voor de termijn begon")).to_be_visible()
    page.get_by_label("Ja, niets staat in de weg").check()
    page.get_by_label("Waarom?").fill("Het is op tijd, met redenen.")
    go_on(page)
    send(page)


def reads_what_is_contested(page: Page, objection: str, number: str) -> None:
    """Beside the form stands the decision with what it rests on, each as it was filled in. Awb 7:11(1)."""
    page.goto(page.url.replace("/work", f"/cases/{objection}"))
    section(page, "Wat er nu van u wordt gevraagd").get_by_role(
        "link", name="Beslissen op het bezwaar"
    ).first.click()
    page.get_by_role("link", name="Beslissen op het bezwaar", exact=True).click()
    heading(page, "Beslissen op het bezwaar")
    against = section(page, "Wat u erbij nodig hebt").get_by_role(
        "region", name="Het besluit waar het om gaat"
    )
    expect(against.get_by_role("link", name=number)).to_have_attribute("href", f"/cases/{number}")
    refused = against.get_by_role("listitem").first
    refused.get_by_text("Wat er is ingevuld").click()
    expect(refused.get_by_text(WHY, exact=True)).to_be_visible()
    check(page)
    page.goto(f"{page.url.partition('/tasks')[0]}/work")


def decides(page: Page, number: str, outcome: str) -> None:
    takes_from_the_list(page, number, "Beslissen op het bezwaar")
    page.get_by_role("link", name="Beslissen op het bezwaar", exact=True).click()
    page.get_by_label(outcome, exact=True).check()
    page.get_by_label("Waarom?").fill("De begroting zat bij de aanvraag.")
    go_on(page)


def test_an_objection_is_heard_and_upheld_and_the_case_is_decided_on_again(
    visitor: Visitor, system: System
) -> None:
    number, objection = objected(system)
    officer = visitor("objections1", "/work")
    takes_from_the_list(officer, objection, "Bezwaar bekijken")
    judges_that_it_can_be_dealt_with(officer)
    assert told(officer).endswith("Nu voor u: Uitnodigen voor een hoorzitting, of niet.")
    begins(officer, "Uitnodigen voor een hoorzitting, of niet?", "Verslag van de hoorzitting vastleggen")
    officer.get_by_label("Wanneer was de hoorzitting?").fill(f"{today()}")
    officer.locator("[name=at_short_notice][value=came_of_himself]").check()
    officer.get_by_label("Collega", exact=True).select_option("Ruben Dijkstra")
    officer.get_by_label("Verslag").fill("De inwoner liet zien dat de begroting erbij zat.")
    check(officer)
    go_on(officer)
    send(officer)
    expect(section(officer, "Wat er gebeurde")).to_contain_text("door Ruben Dijkstra")
    decider = visitor("decider2", "/work")
    reads_what_is_contested(decider, objection, number)
    decides(decider, objection, "Gegrond")
    expect(decider.get_by_role("img", name="Bladzijde 1 van de brief")).to_have_js_property("complete", True)
    send(decider)
    assert told(decider).startswith("Gelukt.")
    section(decider, "Deze zaak").get_by_role("link", name=number).click()
    expect(section(decider, "Wat er nu van u wordt gevraagd")).to_contain_text("Besluiten")
    takes_from_the_list(visitor("decider2", "/work"), number, "Besluiten")

    assert [[], []] == [faults_of(page) for page in (officer, decider)]


def test_an_objection_that_is_fully_met_needs_no_hearing_and_no_script(
    visitor: Visitor, system: System
) -> None:
    _, objection = objected(system)
    officer = visitor("objections1", "/work", javascript=False)
    takes_from_the_list(officer, objection, "Bezwaar bekijken")
    judges_that_it_can_be_dealt_with(officer)
    begins(officer, "Uitnodigen voor een hoorzitting, of niet?", "Geen hoorzitting houden")
    officer.get_by_label("Aan het bezwaar wordt helemaal tegemoetgekomen").check()
    officer.get_by_label("Waarom?").fill("De begroting is gevonden.")
    go_on(officer)
    send(officer)
    decider = visitor("decider2", "/work", javascript=False)
    decides(decider, objection, "Gegrond")
    send(decider)

    assert told(decider).startswith("Gelukt.")


def test_the_case_of_an_objection_shows_the_decision_with_the_review_that_it_rests_on(
    visitor: Visitor, system: System
) -> None:
    number, objection = objected(system)
    page = visitor("objections1", f"/cases/{objection}")
    against = section(page, "Het besluit waar het om gaat")
    expect(against.get_by_role("link", name=number)).to_have_attribute("href", f"/cases/{number}")
    review = against.get_by_role("listitem").filter(has_text="De aanvraag is beoordeeld")
    review.get_by_text("Wat er is ingevuld").click()
    expect(review.get_by_role("heading", name="De inwoner heeft recht op bijstand")).to_be_visible()
    expect(against.get_by_role("listitem").first).to_contain_text("geweigerd")
    check(page)

    expect(section(visitor("coop-a", f"/cases/{objection}"), "Het besluit waar het om gaat")).to_have_count(0)
    check(visitor("decider2", f"/cases/{objection}/print"))


def test_who_objects_reads_against_which_decision_it_is(visitor: Visitor, system: System) -> None:
    number = reviewed(system)
    system.does("decider1", f"/tasks/{number}.3/complete", A_REFUSAL)
    page = visitor("coop-a", f"/cases/{number}/acts/objection_received")
    which = page.get_by_role("group", name="Om welk besluit gaat het?")
    expect(which.get_by_role("radio")).to_have_count(1)
    expect(which.get_by_role("radio")).to_be_checked()
    expect(which).to_contain_text("U krijgt geen toestemming om mee te doen (")
    check(page)
    page.get_by_label("De inwoner").check()
    go_on(page)
    expect(
        page.get_by_role("definition").filter(has_text="U krijgt geen toestemming om mee te doen (")
    ).to_be_visible()
    send(page)

    assert f"/cases/{number}" not in page.url


def test_who_declares_an_interest_reads_what_follows(visitor: Visitor, system: System) -> None:
    page = visitor("caseworker2", f"/cases/{reviewed(system)}/acts/interest_declared")
    follows = page.get_by_text("doet vanaf de melding niets meer in deze zaak")
    expect(follows).to_be_visible()
    check(page)
    page.get_by_label("Waarom?").fill("Hij is mijn zwager.")
    go_on(page)

    expect(follows).to_be_visible()
    check(page)
