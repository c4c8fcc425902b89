"""The page of a case as its cooperative sees it: where it stands, what is asked, and the way to each form."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from api.beginnings import today
from domain.calendar import next_working_day
from tests.browser.check import check
from tests.browser.conftest import System, Visitor
from tests.browser.test_acting import go_on, send, told
from tests.browser.test_case import granted, section
from tests.browser.test_mine import incomplete
from tests.browser.test_objecting import objected


def test_it_is_told_where_it_stands_what_comes_next_and_what_to_do(visitor: Visitor, system: System) -> None:
    number = incomplete(system, "Vera Nijland")
    page = visitor("coop-a", f"/cases/{number}")
    stands = section(page, "Hoe het staat")
    expect(stands).to_contain_text("Er ontbreekt nog iets. De gemeente wacht op de aanvulling.")
    expect(stands).to_contain_text("De aanvulling moet er zijn")
    expect(stands).to_contain_text(re.compile(r"nog \d+ werkdagen"))
    check(page)
    section(page, "Wat er nu van u wordt gevraagd").get_by_role("link", name="Beginnen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanvulling sturen")
    page.goto(f"/cases/{number}?lang=en")

    expect(section(page, "Where it stands")).to_contain_text("The supplement must be there")
    check(page)


def test_what_comes_after_a_decision_is_told_and_by_when_an_objector_answers(
    visitor: Visitor, system: System
) -> None:
    """Also where it has no day yet, or is no task: a letter to be posted, and an answer that is asked for."""
    number, objection = objected(system)
    page = visitor("coop-a", f"/cases/{number}")
    stands = section(page, "Hoe het staat")
    expect(stands).to_contain_text("De brief met het besluit wordt verstuurd.")
    expect(stands).to_contain_text("De gemeente beslist op een bezwaar")
    check(page)
    by = next_working_day(today() + timedelta(days=20))
    for task, said in enumerate(
        (
            {"kind": "admissibility_judged", "reasoning": "Het is op tijd."},
            {"kind": "hearing_invited", "hearingOn": f"{by}", "place": "Stadhuis", "answerBy": f"{by}"},
        ),
        start=1,
    ):
        system.does("objections1", f"/tasks/{objection}.{task}/complete", said)
    page.goto(f"/cases/{objection}")
    asked = section(page, "Wat er nu van u wordt gevraagd")
    expect(asked).to_contain_text("weten of u gehoord wilt worden")
    expect(section(page, "Hoe het staat")).to_contain_text("Laatste dag om te zeggen of")
    check(page)
    asked.get_by_role("link", name="De bezwaarmaker wil geen hoorzitting").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("De bezwaarmaker wil geen hoorzitting")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_question_is_answered_item_by_item(visitor: Visitor, system: System, javascript: bool) -> None:
    number = granted(system)
    page = visitor("coop-a", f"/cases/{number}", javascript=javascript)
    questions = section(page, "Vragen en antwoorden")
    expect(questions).to_contain_text("Goed.")
    expect(questions).to_contain_text("Nog geen antwoord")
    questions.get_by_role("link", name="Vraag beantwoorden").click()
    page.get_by_role("textbox").first.fill("Op maandag en dinsdag.")
    go_on(page)
    send(page)
    assert "Gelukt." in told(page)

    expect(questions).to_contain_text("Op maandag en dinsdag.")
    expect(questions).not_to_contain_text("Nog geen antwoord")


def test_what_is_half_answered_stays_with_its_question(visitor: Visitor, system: System) -> None:
    number = granted(system)
    another = {"kind": "question_asked", "of": "cooperative", "items": ["Wie begeleidt hem?"]}
    system.does("caseworker1", f"/cases/{number}/acts", another)
    page = visitor("coop-a", f"/cases/{number}")
    to_answer = section(page, "Vragen en antwoorden").get_by_role("link", name="Vraag beantwoorden")
    to_answer.first.click()
    page.get_by_role("textbox").first.fill("Op maandag.")
    page.get_by_role("button", name="Later verder").click()
    to_answer.last.click()
    expect(page.get_by_text("Wie begeleidt hem?").first).to_be_visible()
    expect(page.get_by_role("textbox").first).to_have_value("")
    page.goto(f"/cases/{number}")
    to_answer.first.click()

    expect(page.get_by_role("textbox").first).to_have_value("Op maandag.")


@pytest.mark.parametrize("javascript", [True, False])
def test_the_progress_is_reported_and_the_resident_reacts_by_one_click(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    number = granted(system)
    page = visitor("coop-a", f"/cases/{number}", javascript=javascript)
    expect(section(page, "Hoe het staat")).to_contain_text("De gemeente vraagt hoe het gaat")
    for link in ("progress_reported", "resident_reacted"):
        page.goto(f"/cases/{number}")
        mine = section(page, "Wat er nu van u wordt gevraagd").locator(f"a[href$='/acts/{link}']")
        expect(mine).to_be_visible()
        mine.click()
        expect(page).to_have_url(re.compile(f"/cases/{number}/acts/{link}$"))
    page.get_by_role("textbox").first.fill("Het bevalt goed.")
    go_on(page)
    send(page)

    assert "Gelukt." in told(page)


def test_a_change_is_reported_and_can_be_mended_before_it_is_sent(visitor: Visitor, system: System) -> None:
    page = visitor("coop-a", f"/cases/{granted(system)}/acts/change_reported")
    page.get_by_role("textbox").first.fill("Hij werkt nu op dinsdag.")
    page.get_by_label("Sinds wanneer?").fill(f"{today()}")
    go_on(page)
    page.get_by_role("button", name="Wijzigen").first.click()
    expect(page.get_by_role("textbox").first).to_have_value("Hij werkt nu op dinsdag.")
    go_on(page)
    expect(page.get_by_text("Hij werkt nu op dinsdag.")).to_be_visible()
    check(page)
    send(page)

    assert "Gelukt." in told(page)


def test_staff_see_their_own_tasks_as_before(visitor: Visitor, system: System) -> None:
    page = visitor("caseworker1", f"/cases/{incomplete(system, 'Ype Sikkema')}")

    expect(section(page, "Hoe het staat")).to_have_count(0)
