"""Acts by a form: filled in, looked at once more, sent; a draft that is kept; somebody who was first."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from cli.load import municipality_in
from embedded.part import PROJECT
from tests.browser.check import check, faults_of
from tests.browser.conftest import BEGINS_ON, ENDS_ON, System, Visitor

WHY = "Het plan past bij de coöperatie."
CRITERIA = municipality_in(PROJECT / "examples" / "zonnedam.toml").policy.criteria


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Verder", exact=True).click()


def send(page: Page) -> None:
    heading(page, "Controleer uw antwoorden")
    page.get_by_role("button", name="Versturen").click()


def told(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def checked(system: System, resident: str = "Bram Oosterhuis") -> str:
    """A case that waits to be reviewed."""
    number = system.a_case(resident)
    system.does("caseworker1", f"/tasks/{number}.1/complete", {"kind": "completeness_checked"})
    return number


def a_review() -> dict[str, Any]:
    findings = [{"criterion": each.code, "answer": "met", "reason": WHY} for each in CRITERIA]
    return {
        "kind": "application_reviewed",
        "findings": findings,
        "recommendation": "grant",
        "reasoning": WHY,
    }


def reviewed(system: System, resident: str = "Bram Oosterhuis") -> str:
    """A case that waits for a decision."""
    number = checked(system, resident)
    system.does("caseworker1", f"/tasks/{number}.2/complete", a_review())
    return number


def fill_in_a_grant(page: Page) -> None:
    page.get_by_label("Eerste dag").fill(f"{BEGINS_ON}")
    page.get_by_label("Laatste dag").fill(f"{ENDS_ON}")
    page.get_by_label("Hoeveel uur per week?").fill("12")
    page.get_by_role("textbox", name=re.compile("Waarom|Motivering")).first.fill(WHY)
    page.get_by_label("Ja, of dat was hier niet nodig").check()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_caseworker_checks_reviews_and_is_told_what_comes_next(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    number = system.a_case()
    page = visitor("caseworker1", f"/tasks/{number}.1", javascript=javascript)
    heading(page, "Compleetheid controleren")
    go_on(page)
    send(page)
    assert told(page) == "Gelukt. De aanvraag is compleet. Nu voor u: Aanvraag beoordelen."

    page.goto(f"/tasks/{number}.2/acts/application_reviewed")
    go_on(page)
    expect(page.get_by_text("Er klopt nog iets niet")).to_be_visible()
    if javascript:
        faults_of(page)
        check(page)
    for place in range(len(CRITERIA)):
        page.locator(f"[name='findings.{place}.answer'][value=met]").check()
        page.locator(f"[name='findings.{place}.reason']").fill(WHY)
    page.get_by_label("Toestemming geven").check()
    page.get_by_label("Waarom dit advies?").fill(WHY)
    go_on(page)
    heading(page, "Controleer uw antwoorden")
    expect(page.get_by_role("heading", name="Het blijft bij ten hoogste 24 uur per week")).to_be_visible()
    if javascript:
        check(page)
    send(page)

    assert told(page).endswith("Nu voor de beslisser: Besluiten.")


def test_loading_anew_and_going_back_send_nothing_again(visitor: Visitor, system: System) -> None:
    """What is looked at before it is sent has an address of its own, and what is kept stands there."""
    number = system.a_case()
    page = visitor("caseworker1", f"/tasks/{number}.1/acts/completeness_checked")
    page.get_by_label("Uitleg").fill(WHY)
    go_on(page)
    heading(page, "Controleer uw antwoorden")
    asked = page.reload()
    assert asked
    assert (asked.request.method, asked.status) == ("GET", 200)
    expect(page.get_by_text(WHY)).to_be_visible()
    page.get_by_role("button", name=re.compile("Wijzigen.*Uitleg")).click()
    expect(page.get_by_label("Uitleg")).to_have_value(WHY)
    expect(page.get_by_label("Uitleg")).to_be_focused()
    asked = page.reload()
    assert asked
    assert "GET" == asked.request.method
    go_on(page)
    send(page)
    expect(page).not_to_have_url(re.compile("/acts/"))
    page.wait_for_load_state()
    page.go_back()
    expect(page.get_by_text("Deze taak is klaar")).to_be_visible()

    acts = [line["kind"] for line in system.asks("caseworker1", f"/cases/{number}/timeline")["items"]]
    assert ["application_received", "completeness_checked"] == acts


def test_a_decider_grants_after_looking_at_the_review(visitor: Visitor, system: System) -> None:
    number = reviewed(system)
    page = visitor("decider1", f"/tasks/{number}.3")
    expect(page.get_by_text(WHY).first).to_be_visible()
    check(page)
    page.get_by_role("link", name="Toestemming verlenen").click()
    fill_in_a_grant(page)
    go_on(page)
    check(page)
    send(page)

    assert "De brief wordt gemaakt, en gepost aan wie hem op papier krijgt." in told(page)


def test_a_review_opens_at_once_and_what_is_missing_is_one_link_away(
    visitor: Visitor, system: System
) -> None:
    number = checked(system)
    page = visitor("caseworker1", f"/tasks/{number}.2")
    heading(page, "Aanvraag beoordelen")
    check(page)
    page.get_by_role("link", name="Ontbreekt er iets? Vraag erom").click()
    heading(page, "Compleetheid controleren")
    check(page)
    page.get_by_role("link", name="Of: Aanvraag beoordelen").click()
    heading(page, "Aanvraag beoordelen")
    page.get_by_role("link", name="Ontbreekt er iets? Vraag erom").click()
    page.locator("[name=missing][value=authorisation]").check()
    page.locator("[name=explanation]").fill(WHY)
    go_on(page)
    send(page)

    assert "De brief wordt gemaakt. Onder “Te posten” wacht hij op wie hem post." in told(page)


def test_what_a_review_rests_on_stays_in_sight_while_it_is_filled_in(
    visitor: Visitor, system: System
) -> None:
    """From 1000 pixels on; narrower it stands below the form, and on paper it goes nowhere."""
    page = visitor("caseworker1", f"/tasks/{checked(system)}.2")
    rests_on = page.get_by_role("region", name="Wat u erbij nodig hebt")
    last = page.get_by_label("Waarom dit advies?")
    for width, is_along in ((1280, True), (1000, True), (990, False)):
        page.set_viewport_size({"width": width, "height": 700})
        last.scroll_into_view_if_needed()
        last.focus()
        top = rests_on.evaluate("one => one.getBoundingClientRect().top")
        bottom = rests_on.evaluate("one => one.getBoundingClientRect().bottom")

        assert is_along == (0 <= top and bottom <= 700), (width, top, bottom)
    page.emulate_media(media="print")

    assert "static" == rests_on.evaluate("one => getComputedStyle(one).position")


def test_how_is_decided_stays_a_choice(visitor: Visitor, system: System) -> None:
    page = visitor("decider1", f"/tasks/{reviewed(system)}.3")
    heading(page, "Besluiten")
    page.get_by_role("link", name="Toestemming weigeren").click()
    page.get_by_role("link", name="Terug naar de keuze: Besluiten").click()

    expect(page.get_by_role("heading", name="Wat wilt u doen?")).to_be_visible()


def test_who_reviewed_is_told_why_he_does_not_decide(visitor: Visitor, system: System) -> None:
    number = reviewed(system)
    page = visitor("caseworker1", f"/cases/{number}/acts/permission_granted")

    expect(page.get_by_text("Dit kunt u niet doen")).to_be_visible()
    expect(page.get_by_role("button", name="Verder", exact=True)).to_have_count(0)
    check(page)


def test_whose_mandate_does_not_reach_is_told_before_he_fills_anything_in(
    visitor: Visitor, system: System
) -> None:
    narrowed = "update mandates set document = jsonb_set(document, '{{maxHoursAWeek}}', '{}') where holder = 'decider2'"
    system.changes(narrowed.format(10))
    page = visitor("decider2", f"/tasks/{reviewed(system)}.3/acts/permission_granted")
    expect(page.get_by_text("Uw mandaat gaat tot 12 maanden en 10 uur per week")).to_be_visible()
    check(page)
    page.goto(page.url.replace("granted", "refused"))
    heading(page, "Toestemming weigeren")
    system.changes(narrowed.format(16))

    expect(page.get_by_text("Uw mandaat reikt hier niet")).to_have_count(0)


def test_a_draft_is_kept_while_somebody_types(visitor: Visitor, system: System) -> None:
    number = checked(system)
    page = visitor("caseworker1", f"/tasks/{number}.2/acts/application_reviewed")
    with page.expect_response(lambda answer: answer.status == 204):
        page.get_by_label("Waarom dit advies?").type("Het plan is")
    page.goto("/work")
    page.goto(f"/tasks/{number}.2/acts/application_reviewed")

    expect(page.get_by_label("Waarom dit advies?")).to_have_value("Het plan is")
    check(page)
    page.get_by_role("button", name="Opnieuw beginnen").click()
    expect(page.get_by_label("Waarom dit advies?")).to_have_value("")


def test_what_was_typed_just_before_the_page_is_left_is_kept(visitor: Visitor, system: System) -> None:
    """The browser sends it behind the page that is gone, and the next page may be there before it has come."""
    address = f"/tasks/{checked(system)}.2/acts/application_reviewed"
    page = visitor("caseworker1", address)
    reasoning = page.get_by_label("Waarom dit advies?")
    reasoning.fill("Het plan is")
    page.goto("/work")
    page.goto(address)
    for _ in range(40):
        if reasoning.input_value():
            break
        page.wait_for_timeout(250)
        page.reload()

    expect(reasoning).to_have_value("Het plan is")


def test_without_scripts_a_button_keeps_it(visitor: Visitor, system: System) -> None:
    number = checked(system)
    page = visitor("caseworker1", f"/tasks/{number}.2/acts/application_reviewed", javascript=False)
    page.get_by_label("Waarom dit advies?").fill("Het plan is")
    page.get_by_role("button", name="Later verder").click()
    assert told(page) == "Wat u invulde, blijft 30 dagen bewaard, alleen voor u."
    page.goto(f"/tasks/{number}.2/acts/application_reviewed")

    expect(page.get_by_label("Waarom dit advies?")).to_have_value("Het plan is")


def test_somebody_who_was_first_is_named_and_nothing_is_lost(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    page = visitor("caseworker2", f"/tasks/{number}.1/acts/completeness_checked")
    page.get_by_label("Uitleg voor de aanvrager").fill("Alles is er.")
    go_on(page)
    system.does("caseworker1", f"/tasks/{number}.1/complete", {"kind": "completeness_checked"})
    send(page)
    heading(page, "Dat kan nu niet")
    expect(page.locator(".meedoen-timeline").get_by_text("Sanne de Wit")).to_be_visible()
    faults_of(page)
    check(page)
    page.get_by_role("link", name="Wat u invulde").click()

    expect(page.get_by_role("region", name="Wat u invulde")).to_contain_text("Alles is er.")


def test_a_double_click_is_one_act(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    page = visitor("caseworker1", f"/tasks/{number}.1/acts/completeness_checked", javascript=False)
    go_on(page)
    page.get_by_role("button", name="Versturen").dblclick()

    assert "Gelukt." in told(page)
