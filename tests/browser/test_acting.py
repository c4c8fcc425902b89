"""Acts by a form: filled in, looked at once more, sent; a draft that is kept; somebody who was first."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from cli.load import municipality_in
from embedded.part import PROJECT
from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor

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


def reviewed(system: System) -> str:
    """A case that waits for a decision."""
    number = checked(system)
    system.does("caseworker1", f"/tasks/{number}.2/complete", a_review())
    return number


def fill_in_a_grant(page: Page) -> None:
    page.get_by_label("Eerste dag").fill("2027-02-01")
    page.get_by_label("Laatste dag").fill("2028-01-31")
    page.get_by_label("Hoeveel uur per week?").fill("12")
    page.get_by_role("textbox", name=re.compile("Waarom|Motivering")).first.fill(WHY)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_caseworker_checks_reviews_and_is_told_what_comes_next(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    number = system.a_case()
    page = visitor("caseworker1", f"/tasks/{number}.1", javascript=javascript)
    page.get_by_role("link", name="Compleetheid controleren").click()
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
    page.get_by_label("Waarom adviseert u dit?").fill(WHY)
    go_on(page)
    expect(page.get_by_text("Het blijft bij ten hoogste 24 uur per week")).to_be_visible()
    if javascript:
        check(page)
    send(page)

    assert told(page).endswith("Nu voor de beslisser: Besluiten.")


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

    assert "De brief wordt gemaakt en gaat vanzelf uit." in told(page)


def test_who_reviewed_is_told_why_he_does_not_decide(visitor: Visitor, system: System) -> None:
    number = reviewed(system)
    page = visitor("caseworker1", f"/cases/{number}/acts/permission_granted")

    expect(page.get_by_text("Dit kunt u niet doen")).to_be_visible()
    expect(page.get_by_role("button", name="Verder", exact=True)).to_have_count(0)
    check(page)


def test_a_draft_is_kept_while_somebody_types(visitor: Visitor, system: System) -> None:
    number = checked(system)
    page = visitor("caseworker1", f"/tasks/{number}.2/acts/application_reviewed")
    with page.expect_response(lambda answer: answer.status == 204):
        page.get_by_label("Waarom adviseert u dit?").type("Het plan is")
    page.goto("/work")
    page.goto(f"/tasks/{number}.2/acts/application_reviewed")

    expect(page.get_by_label("Waarom adviseert u dit?")).to_have_value("Het plan is")
    check(page)
    page.get_by_role("button", name="Opnieuw beginnen").click()
    expect(page.get_by_label("Waarom adviseert u dit?")).to_have_value("")


def test_without_scripts_a_button_keeps_it(visitor: Visitor, system: System) -> None:
    number = checked(system)
    page = visitor("caseworker1", f"/tasks/{number}.2/acts/application_reviewed", javascript=False)
    page.get_by_label("Waarom adviseert u dit?").fill("Het plan is")
    page.get_by_role("button", name="Later verder").click()
    assert told(page) == "Wat u invulde, blijft 30 dagen bewaard, alleen voor u."
    page.goto(f"/tasks/{number}.2/acts/application_reviewed")

    expect(page.get_by_label("Waarom adviseert u dit?")).to_have_value("Het plan is")


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
    page.goto(f"/cases/{number}/acts/completeness_checked")

    expect(page.get_by_label("Uitleg voor de aanvrager")).to_have_value("Alles is er.")


def test_a_double_click_is_one_act(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    page = visitor("caseworker1", f"/tasks/{number}.1/acts/completeness_checked", javascript=False)
    go_on(page)
    page.get_by_role("button", name="Versturen").dblclick()

    assert "Gelukt." in told(page)
