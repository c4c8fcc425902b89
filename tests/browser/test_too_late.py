"""Forms of a task that somebody else took or did: what the page tells, and what was typed before."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor
from tests.browser.test_acting import a_review, checked, fill_in_a_grant, go_on, heading, reviewed, send
from tests.browser.test_case import A_GRANT, granted

MINE = 'Eerste alinea.\n\nTweede alinea, met een "aanhaling".'


def test_who_holds_a_task_is_told_with_the_day_and_the_hour(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    system.does("caseworker2", f"/tasks/{number}.1/claim")
    since = re.compile(
        r"Mohamed El Amrani heeft deze taak sinds \d{1,2} [a-z]+ \d{4}, \d\d:\d\d\.$",
    )
    page = visitor("caseworker1", f"/tasks/{number}.1")

    expect(page.get_by_text(since)).to_be_visible()
    check(page)
    page.goto(f"/tasks/{number}.1/acts/completeness_checked")
    expect(page.get_by_text(since)).to_be_visible()
    check(page)
    page.goto(f"/cases/{number}")
    check(page)


def test_the_form_of_a_task_that_is_done_tells_who_did_it_and_asks_nothing(
    visitor: Visitor, system: System
) -> None:
    number = granted(system)
    page = visitor("decider2", f"/tasks/{number}.3/acts/permission_refused")

    expect(page.get_by_text("Deze taak is klaar")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Willem Brouwer heeft dit gedaan op \d"))).to_be_visible()
    expect(page.get_by_role("button", name="Taak op mij nemen")).to_have_count(0)
    expect(page.get_by_text("Nog niemand heeft deze taak")).to_have_count(0)
    expect(page.get_by_text(re.compile(r"^nog \d"))).to_have_count(0)
    check(page)
    page.get_by_role("link", name="Terug naar de zaak van").click()
    assert page.url.endswith(f"/cases/{number}")


@pytest.mark.parametrize("javascript", [True, False])
def test_what_was_typed_before_a_colleague_sent_is_read_and_thrown_away(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    number = reviewed(system)
    page = visitor("decider2", f"/tasks/{number}.3/acts/permission_granted", javascript=javascript)
    fill_in_a_grant(page)
    page.get_by_role("textbox", name=re.compile("Waarom|Motivering")).first.fill(MINE)
    go_on(page)
    system.does("decider1", f"/tasks/{number}.3/complete", A_GRANT)
    send(page)
    heading(page, "Dat kan nu niet")
    page.get_by_role("link", name="Wat u invulde").click()

    kept = page.get_by_role("region", name="Wat u invulde")
    expect(page.get_by_text("Deze taak is klaar")).to_be_visible()
    expect(kept.get_by_text("Eerste alinea.")).to_have_text(MINE)
    if javascript:
        faults_of(page)
        check(page)
    page.goto(f"/tasks/{number}.3")
    expect(kept.get_by_text("Eerste alinea.")).to_be_visible()
    if javascript:
        check(page)
    kept.get_by_role("button", name="Weggooien").click()
    expect(page.get_by_text("Deze taak is klaar")).to_be_visible()
    expect(kept).to_have_count(0)


def test_half_a_form_is_still_there_when_a_colleague_takes_the_task(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    page = visitor("caseworker1", f"/tasks/{number}.1", javascript=False)
    page.get_by_label("Uitleg voor de aanvrager").fill(MINE)
    page.get_by_role("button", name="Later verder").click()
    system.does("caseworker2", f"/tasks/{number}.1/claim")
    kept = page.get_by_role("region", name="Wat u invulde")
    for path in (f"/tasks/{number}.1", f"/tasks/{number}.1/acts/completeness_checked"):
        page.goto(path)
        expect(page.get_by_text("Dit kunt u niet doen")).to_be_visible()
        expect(kept).to_contain_text("Eerste alinea.")
    system.does("caseworker2", f"/tasks/{number}.1/release")
    page.goto(f"/tasks/{number}.1")

    expect(page.get_by_label("Uitleg voor de aanvrager")).to_have_value(MINE)


def test_who_goes_on_with_a_form_that_a_colleague_finished_keeps_what_he_typed(
    visitor: Visitor, system: System
) -> None:
    """Also what was typed since the form was last kept, whatever is still missing in it."""
    number = checked(system)
    page = visitor("caseworker2", f"/tasks/{number}.2", javascript=False)
    page.get_by_label("Waarom dit advies?").fill(MINE)
    system.does("caseworker1", f"/tasks/{number}.2/complete", a_review())
    go_on(page)

    expect(page.get_by_text(re.compile(r"Sanne de Wit heeft dit gedaan op \d"))).to_be_visible()
    expect(page.get_by_role("region", name="Wat u invulde")).to_contain_text("Eerste alinea.")


def test_an_answer_to_a_question_that_a_colleague_answered_stands_beneath_its_item(
    visitor: Visitor, system: System
) -> None:
    """The matter is closed by then, by which the form and its draft were known."""
    number = checked(system)
    asked = {"kind": "question_asked", "of": "municipality", "items": ["Hoe lang duurt het nog?"]}
    about = system.does("coop-a", f"/cases/{number}/acts", asked)["version"]
    tasks = system.asks("caseworker1", f"/tasks?case={number}")["items"]
    (task,) = [each["id"] for each in tasks if each["accepts"][0] == "question_answered"]
    page = visitor("caseworker2", f"/tasks/{task}/acts/question_answered", javascript=False)
    page.locator("textarea").first.fill(MINE)
    page.get_by_role("button", name="Later verder").click()
    answers = [{"item": 1, "answer": "Nog een week."}]
    answered = {"kind": "question_answered", "about": about, "answers": answers}
    system.does("caseworker1", f"/tasks/{task}/complete", answered)
    page.goto(f"/tasks/{task}")

    kept = page.get_by_role("region", name="Wat u invulde")
    expect(kept).to_contain_text("Hoe lang duurt het nog?")
    expect(kept).to_contain_text("Eerste alinea.")


def test_who_lets_a_task_rest_that_went_to_another_is_told_and_loses_nothing(
    visitor: Visitor, system: System
) -> None:
    number = system.a_case()
    system.does("caseworker1", f"/tasks/{number}.1/claim")
    page = visitor("caseworker1", f"/tasks/{number}.1/hold")
    page.get_by_label("Tot").fill("2027-03-01")
    page.get_by_label("Waarom?").fill(MINE.splitlines()[0])
    assigned = {"assignee": "caseworker2", "assigneeName": "Mohamed El Amrani"}
    system.does("coordinator1", f"/tasks/{number}.1/assign", assigned)
    page.get_by_role("button", name="Laten rusten").click()
    heading(page, "Iemand anders heeft deze taak")

    expect(page.locator(".meedoen-timeline")).to_contain_text("Marijke Hoekstra")
    filled_in = page.get_by_role("region", name="Wat u invulde")
    expect(filled_in).to_contain_text("1 maart 2027")
    expect(filled_in).to_contain_text("Eerste alinea.")
    faults_of(page)
    check(page)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("region", name="What you filled in")).to_contain_text("Eerste alinea.")


def test_what_was_mended_in_a_small_form_goes_along_to_the_other_language(
    visitor: Visitor, system: System
) -> None:
    number = system.a_case()
    system.does("caseworker1", f"/tasks/{number}.1/claim")
    page = visitor("caseworker1", f"/tasks/{number}.1/hold")
    page.get_by_label("Tot").fill("2020-03-01")
    page.get_by_label("Waarom?").fill("Eerst dit.")
    page.get_by_role("button", name="Laten rusten").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Tot").fill("2027-03-01")
    page.get_by_label("Waarom?").fill("Nu dit.")
    faults_of(page)
    page.get_by_role("button", name="English").click()

    expect(page.get_by_label("Why?")).to_have_value("Nu dit.")
    expect(page.get_by_label("Until")).to_have_value("2027-03-01")
    check(page)
