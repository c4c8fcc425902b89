"""The page of a case: where it stands, what is asked, why a date is that date, and all that happened."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, expect

from api.beginnings import today
from domain.calendar import written
from tests.browser.check import check
from tests.browser.conftest import BEGINS_ON, ENDS_ON, System, Visitor
from tests.browser.test_acting import WHY, reviewed

A_GRANT: dict[str, Any] = {
    "kind": "permission_granted",
    "validFrom": f"{BEGINS_ON}",
    "validUntil": f"{ENDS_ON}",
    "hoursAWeek": 12,
    "hoursAYear": 624,
    "income": "set_off",
    "conditions": ["Elke maand een gesprek"],
    "reasoning": WHY,
}


def granted(system: System) -> str:
    """A case in which somebody with a long name takes part, with a question in it."""
    number = reviewed(system, "Eva Papadimitrakopoulos")
    system.does("decider1", f"/tasks/{number}.3/complete", A_GRANT)
    question = {"kind": "question_asked", "of": "cooperative", "items": ["Hoe gaat het?", "Welke dagen?"]}
    asked = system.does("caseworker1", f"/cases/{number}/acts", question)
    answer = {
        "kind": "question_answered",
        "about": asked["version"],
        "answers": [{"item": 1, "answer": "Goed."}],
    }
    system.does("coop-a", f"/cases/{number}/acts", answer)
    system.does("caseworker1", f"/cases/{number}/acts", {"kind": "note_added", "text": "Vader belde."})
    return number


def section(page: Page, name: str) -> Any:
    return page.get_by_role("region", name=name)


def test_a_case_tells_all_of_itself(visitor: Visitor, system: System) -> None:
    number = granted(system)
    page = visitor("caseworker1", f"/cases/{number}")
    expect(page.locator("[aria-current=step]")).to_have_text("Meedoen")
    permission = section(page, "Toestemming")
    for told in ("Elke maand een gesprek", "Volledige toestemming", "624", "verrekend met de uitkering"):
        expect(permission).to_contain_text(told)
    expect(section(page, "Vragen en antwoorden")).to_contain_text("Nog geen antwoord")
    expect(section(page, "Wie deed er mee")).to_contain_text("Willem Brouwer")
    page.get_by_text("Waarom deze datum?").first.click()
    page.get_by_text("Iets anders doen").click()
    more = page.get_by_role("group").filter(has_text="Iets anders doen")
    titles = ["Toestemming veranderen of beëindigen", "Bezwaar en rechter", "Vragen, advies en notities"]
    for title in titles:
        expect(more.get_by_role("heading", name=title)).to_be_visible()
    expect(page.get_by_role("link", name="Notitie toevoegen")).to_be_visible()
    check(page)
    page.goto(f"/cases/{number}?order=oldest")

    first = section(page, "Wat er gebeurde").get_by_role("listitem").first
    expect(first).to_contain_text("Aanvraag")
    expect(first).to_contain_text("nummer 1")


def test_a_permission_that_ended_before_its_first_day_says_so(visitor: Visitor, system: System) -> None:
    number = granted(system)
    ending = {
        "kind": "participation_ended",
        "onBehalfOf": "resident",
        "endsOn": today().isoformat(),
        "message": "brief.pdf",
        "reasoning": WHY,
    }
    system.does("caseworker1", f"/cases/{number}/acts", ending)
    page = visitor("caseworker1", f"/cases/{number}")

    expect(section(page, "Toestemming")).to_contain_text(
        f"Zij is geëindigd voor de eerste dag, {written(BEGINS_ON).nl}."
    )
    expect(section(page, "Toestemming")).not_to_contain_text("Laatste dag")
    check(page)


def test_a_cooperative_sees_no_notes_and_no_bsn(visitor: Visitor, system: System) -> None:
    number = granted(system)
    page = visitor("coop-a", f"/cases/{number}")

    expect(section(page, "Wat er nu van u wordt gevraagd")).to_contain_text("Vraag beantwoorden")
    # A key, the mark of a stream, the address of a style sheet or the number of a case may have such digits in it.
    shown = re.sub("[0-9a-f]{8,}", "", page.content()).replace(number, "")
    assert [] == [word for word in ("Vader belde", "999990019", "klantmanager1") if word in shown]
    assert re.search(r"(?<![\w-])019(?![\w-])", shown) is None  # as a number of which the rest is hidden
    check(page)


def test_what_was_filled_in_is_read_by_criterion_once_it_is_folded_out(
    visitor: Visitor, system: System
) -> None:
    """Whoever asks for it has it in its place; it stays there when others act."""
    number = granted(system)
    page = visitor("decider1", f"/cases/{number}")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/filled/" in request.url else None)
    review = section(page, "Wat er gebeurde").get_by_role("listitem").filter(has_text="nummer 3").first
    opener = review.get_by_text("Wat er is ingevuld")
    assert [] == asked
    opener.focus()
    page.keyboard.press("Enter")
    expect(review.get_by_role("heading", name="De inwoner heeft recht op bijstand")).to_be_visible()
    expect(review.get_by_role("definition").filter(has_text=WHY)).to_have_count(9)
    expect(review.get_by_role("link", name="Lees het op een eigen pagina")).to_be_hidden()
    check(page)
    system.does("caseworker1", f"/cases/{number}/acts", {"kind": "note_added", "text": "Broer belde."})
    expect(section(page, "Wat er gebeurde")).to_contain_text("Broer belde.")

    expect(review.get_by_role("definition").filter(has_text=WHY)).to_have_count(9)
    assert [f"{system.url}/cases/{number}/filled/3"] == asked


def test_without_scripts_what_was_filled_in_has_a_page_and_lies_open_to_be_printed(
    visitor: Visitor, system: System
) -> None:
    number = granted(system)
    page = visitor("caseworker1", f"/cases/{number}", javascript=False)
    review = section(page, "Wat er gebeurde").get_by_role("listitem").filter(has_text="nummer 3").first
    review.get_by_text("Wat er is ingevuld").click()
    review.get_by_role("link", name="Lees het op een eigen pagina").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanvraag beoordeeld")
    expect(section(page, "Wat er is ingevuld")).to_contain_text("De inwoner heeft recht op bijstand")
    page.get_by_role("link", name="Terug naar de zaak").click()
    page.get_by_role("link", name="Alles, om af te drukken").click()

    expect(page.get_by_role("heading", name="De inwoner heeft recht op bijstand")).to_be_visible()
    for user, path in (("caseworker1", "/print"), ("caseworker1", "/filled/3"), ("coop-a", "/print")):
        check(visitor(user, f"/cases/{number}{path}"))


def test_a_letter_opens_in_the_browser(visitor: Visitor, system: System) -> None:
    number = granted(system)
    page = visitor("decider1", f"/cases/{number}")
    link = section(page, "Brieven").get_by_role("link").first
    for _ in range(20):
        if link.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    answer = page.request.get(link.get_attribute("href") or "")

    assert (200, "application/pdf") == (answer.status, answer.headers["content-type"])
    assert answer.headers["content-disposition"].startswith("inline")
    assert answer.body().startswith(b"%PDF")


def test_a_letter_is_shown_in_its_place_once_it_is_asked_for(visitor: Visitor, system: System) -> None:
    """With its pages below each other; it stays open when others act, and closes by the keyboard too."""
    number = granted(system)
    page = visitor("decider1", f"/cases/{number}")
    letters = section(page, "Brieven")
    for _ in range(20):
        if letters.get_by_text("Hier bekijken").count():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(letters).to_contain_text("PDF, ")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/documents/" in request.url else None)
    opener, picture = letters.get_by_text("Hier bekijken").first, letters.get_by_role("img").first
    assert [] == asked
    opener.focus()
    page.keyboard.press("Enter")
    expect(picture).to_have_js_property("complete", True)

    assert picture.evaluate("image => image.naturalHeight > 1.3 * image.naturalWidth")
    system.does("caseworker1", f"/cases/{number}/acts", {"kind": "note_added", "text": "Broer belde."})
    expect(section(page, "Wat er gebeurde")).to_contain_text("Broer belde.")
    expect(picture).to_be_visible()
    assert [f"{page.url}/documents/"] == [each[: len(page.url) + 11] for each in asked]
    opener.focus()
    page.keyboard.press("Enter")
    expect(picture).to_be_hidden()


def test_the_letter_stands_beside_the_answers_before_it_is_sent(visitor: Visitor, system: System) -> None:
    number = reviewed(system)
    page = visitor("decider1", f"/tasks/{number}.3/acts/permission_refused")
    page.get_by_role("checkbox").first.check()
    page.get_by_label("Waarom?", exact=True).fill(WHY)
    page.get_by_label("Waarom wijkt dit af van het beleid?").fill(WHY)
    page.get_by_label("Nee: het kan niet wachten").check()
    page.get_by_role("button", name="Verder", exact=True).click()
    first = page.get_by_role("img", name="Bladzijde 1 van de brief")
    expect(first).to_have_js_property("complete", True)

    assert first.evaluate("image => image.naturalWidth") > 0
    letter, review, answers = (
        section(page, name) for name in ("De brief", "Wat u erbij nodig hebt", "Toestemming weigeren")
    )
    for width, is_beside in ((1280, True), (1024, True), (1000, False)):
        page.set_viewport_size({"width": width, "height": 900})
        at, read, below = (each.bounding_box() or {} for each in (letter, review, answers))

        assert is_beside == (read["x"] + read["width"] <= at["x"] and read["y"] == at["y"])
        assert below["y"] > max(read["y"], at["y"])
    check(page)
    form = page.locator("form", has=page.get_by_role("button", name="Versturen"))
    fields = form.evaluate("one => Object.fromEntries(new FormData(one))")
    answer = page.request.post(form.get_attribute("action") or "", form=fields | {"proof": "1"})

    assert (200, "application/pdf") == (answer.status, answer.headers["content-type"])


def test_no_letter_is_pictured_of_what_is_not_filled_in(visitor: Visitor, system: System) -> None:
    number = reviewed(system)
    page = visitor("decider1", f"/tasks/{number}.3/acts/permission_refused")
    pictured = f"{page.url}/letter"

    assert page.request.get(pictured).status == 404
    page.get_by_label("Waarom?", exact=True).fill(WHY)
    page.get_by_role("button", name="Later verder").click()
    assert page.request.get(pictured).status == 404
    assert page.request.get(f"{pictured}?page=0").status == 400
