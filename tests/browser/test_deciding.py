"""What lies beside the form of a decision: what it rests on, and the letter as it would go out."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor
from tests.browser.test_acting import WHY, go_on, heading, reviewed

SHIFTS = """() => { window.moved = []; new PerformanceObserver(seen => seen.getEntries().forEach(
    shift => window.moved.push(...shift.sources.map(({node}) => node?.closest?.("#act")?.id))
)).observe({type: "layout-shift"}); }"""


def the_letter(page: Page) -> Locator:
    return page.get_by_role("region", name="De brief tot nu toe")


def paper(page: Page) -> Locator:
    return the_letter(page).get_by_role("img", name="Bladzijde 1 van de brief")


def test_the_letter_follows_what_the_decider_types(visitor: Visitor, system: System) -> None:
    page = visitor("decider1", f"/tasks/{reviewed(system)}.3/acts/permission_granted")
    expect(the_letter(page)).to_contain_text("De brief verschijnt hier zodra dit klopt")
    expect(the_letter(page).get_by_role("link", name="Waarom?")).to_be_visible()
    check(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate(SHIFTS)
    page.get_by_label("Ja, of dat was hier niet nodig").check()
    why = page.locator("[name=reasoning]")
    why.press_sequentially(WHY)
    expect(paper(page)).to_be_visible()
    assert 100 < page.locator("#so-far").evaluate("one => one.scrollTop")  # past its head
    first = paper(page).get_attribute("src")
    why.press_sequentially(" Dat is goed voor hem.")
    expect(paper(page)).not_to_have_attribute("src", first or "")

    expect(why).to_be_focused()
    expect(why).to_have_value(f"{WHY} Dat is goed voor hem.")
    assert "act" not in page.evaluate("window.moved")
    assert [] == faults_of(page)
    page.wait_for_load_state("networkidle")
    expect(paper(page)).to_have_js_property("complete", True)
    assert paper(page).evaluate("one => one.naturalWidth > 0")

    why.fill("")
    expect(paper(page)).to_have_count(0)
    expect(the_letter(page)).to_contain_text("Waarom? Dit is verplicht.")


def test_a_page_of_the_letter_that_lies_open_stays_open(visitor: Visitor, system: System) -> None:
    page = visitor("decider1", f"/tasks/{reviewed(system)}.3/acts/permission_granted")
    page.get_by_label("Ja, of dat was hier niet nodig").check()
    page.locator("[name=reasoning]").fill(WHY)
    the_letter(page).get_by_text("De andere bladzijden").click()
    second = the_letter(page).get_by_role("img", name="Bladzijde 2 van de brief")
    before = second.get_attribute("src") or ""
    page.locator("[name=reasoning]").fill(f"{WHY} {WHY}")

    expect(second).not_to_have_attribute("src", before)
    expect(second).to_be_visible()
    page.reload()
    expect(paper(page)).to_be_visible()
    check(page)


def test_without_scripts_a_button_shows_the_letter(visitor: Visitor, system: System) -> None:
    number = reviewed(system)
    page = visitor("decider1", f"/tasks/{number}.3/acts/permission_granted", javascript=False)
    update = page.get_by_role("button", name="Brief bijwerken")
    update.click()
    expect(page.get_by_text("Er klopt nog iets niet")).to_have_count(0)
    expect(the_letter(page)).to_contain_text("Waarom? Dit is verplicht.")
    page.locator("[name=reasoning]").fill(WHY)
    page.get_by_label("Ja, of dat was hier niet nodig").check()
    update.click()

    expect(paper(page)).to_be_visible()
    expect(page.locator("[name=reasoning]")).to_have_value(WHY)
    assert f"{number}.3" in page.url
    go_on(page)
    heading(page, "Controleer uw antwoorden")


def test_on_a_phone_a_link_leads_to_what_is_done_at_the_end(visitor: Visitor, system: System) -> None:
    page = visitor("decider1", f"/tasks/{reviewed(system)}.3/acts/permission_granted", width=390)
    page.get_by_role("link", name="Naar: De brief tot nu toe").click()
    expect(the_letter(page)).to_be_in_viewport()
    page.get_by_label("Ja, of dat was hier niet nodig").check()
    page.locator("[name=reasoning]").fill(WHY)
    go_on(page)
    to_the_end = page.get_by_role("link", name="Naar: Versturen")
    to_the_end.click()
    expect(page.get_by_role("button", name="Versturen")).to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 900})

    expect(to_the_end).to_be_hidden()


def test_a_form_that_is_no_decision_has_no_letter_beside_it(visitor: Visitor, system: System) -> None:
    page = visitor("decider1", f"/tasks/{reviewed(system)}.3/acts/review_returned")
    expect(page.get_by_role("button", name="Verder", exact=True)).to_be_visible()

    expect(the_letter(page)).to_have_count(0)
