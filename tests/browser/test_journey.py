"""A whole case by four people in four browsers, each of whom only sees what the pages show.

The first begins with an application step by step and ends with the permission. On the second the clock of the law is
further: the application came on paper long ago, as its date of receipt says, so that its permission is reassessed now.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from playwright.sync_api import FilePayload, Page, expect

from api.beginnings import today
from domain.calendar import months_after, written
from tests.api_live.steps import a_refusal, a_reversal
from tests.browser.check import faults_of
from tests.browser.conftest import BEGINS_ON, ENDS_ON, System, Visitor
from tests.browser.test_acting import CRITERIA
from tests.browser.test_applying import NAME, send as send_the_application, to_the_check

BEGAN_ON = months_after(today() + timedelta(days=25), -6)
"""So that the first reassessment, after six months, is near enough to be asked a report for, and not too near."""

AN_INVOICE: FilePayload = {
    "name": "invoice-may.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.7 an invoice",
}

NL = {
    "Go on": "Verder",
    "Send": "Versturen",
    "Check your answers": "Controleer uw antwoorden",
    "Done.": "Gelukt.",
    "What is asked of you now": "Wat er nu van u wordt gevraagd",
    "Check what is missing": "Compleetheid controleren",
    "Send the supplement": "Aanvulling sturen",
    "Review the application": "Aanvraag beoordelen",
    "Decide": "Besluiten",
    "Grant the permission": "Toestemming verlenen",
    "Page 1 of the letter": "Bladzijde 1 van de brief",
}


@dataclass
class Journey:
    """Who takes part in a case, each at a browser that stays open, in one language."""

    visitor: Visitor
    language: Literal["nl", "en"]
    number: str = ""
    browsers: dict[str, Page] = field(default_factory=dict[str, Page])

    def word(self, english: str) -> str:
        """What the pages call it."""
        return english if self.language == "en" else NL[english]

    def at(self, user: str) -> Page:
        """The browser of somebody."""
        if user not in self.browsers:
            place = f"/cases/{self.number}" if self.number else "/mine"
            self.browsers[user] = self.visitor(user, f"{place}?lang={self.language}")
        return self.browsers[user]

    def does(self, user: str, duty: str, fill_in: Callable[[Page], None], *, chosen: str = "") -> None:
        """Somebody finds in the case what is asked, fills it in, looks at it once more, and sends it."""
        page = self.at(user)
        page.goto(f"/cases/{self.number}")
        asked = page.get_by_role("region", name=self.word("What is asked of you now"))
        asked.get_by_role("link", name=self.word(duty), exact=True).click()
        if chosen:
            page.get_by_role("link", name=self.word(chosen)).click()
        heading(page, self.word(chosen or duty))
        self.sends(page, fill_in)

    def sends(self, page: Page, fill_in: Callable[[Page], None]) -> None:
        """The form that lies open, to what is told once it is done."""
        fill_in(page)
        page.get_by_role("button", name=self.word("Go on"), exact=True).click()
        heading(page, self.word("Check your answers"))
        page.get_by_role("button", name=self.word("Send"), exact=True).click()
        expect(page.get_by_role("status")).to_contain_text(self.word("Done."))

    def ends_without_a_fault(self) -> None:
        """Nobody's browser had anything to complain of."""
        assert {user: [] for user in self.browsers} == {
            user: faults_of(page) for user, page in self.browsers.items()
        }


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def finds_the_authorisation_missing(page: Page) -> None:
    page.locator("[name=missing][value=authorisation]").check()
    page.locator("[name=explanation]").fill("Machtiging / authorisation")


def sends_the_authorisation(page: Page) -> None:
    expect(page.get_by_text("Machtiging / authorisation")).to_be_visible()
    page.locator("[name='items.0.title']").fill("Machtiging.pdf")


def finds_nothing_missing(page: Page) -> None:
    expect(page.get_by_text("Machtiging.pdf").first).to_be_visible()


def advises_to_grant(page: Page) -> None:
    for place in range(len(CRITERIA)):
        page.locator(f"[name='findings.{place}.answer'][value=met]").check()
        page.locator(f"[name='findings.{place}.reason']").fill("Alles klopt. / All is well.")
    page.locator("[name=recommendation][value=grant]").check()
    page.locator("[name=reasoning]").fill("Goed plan. / A good plan.")


def grants_from(day: str) -> Callable[[Page], None]:
    def fill_in(page: Page) -> None:
        expect(page.get_by_text("Goed plan. / A good plan.").first).to_be_visible()
        page.locator("[name=valid_from]").fill(day)
        page.locator("[name=valid_until]").fill(f"{ENDS_ON}")
        page.locator("[name=hours_a_week]").fill("12")
        page.locator("[name=view_waived][value='-']").check()
        page.locator("[name=reasoning]").fill("Het mag. / It may.")

    return fill_in


def to_the_decision(journey: Journey) -> None:
    """What is missing is asked and supplied, then it is reviewed."""
    journey.does("caseworker1", "Check what is missing", finds_the_authorisation_missing)
    journey.does("coop-a", "Send the supplement", sends_the_authorisation)
    journey.does("caseworker1", "Check what is missing", finds_nothing_missing)
    journey.does("caseworker1", "Review the application", advises_to_grant)


def grants(journey: Journey, day: str) -> None:
    """The decider looks at the letter beside his answers, and sends it."""
    page = journey.at("decider1")
    page.goto(f"/cases/{journey.number}")
    page.get_by_role("link", name=journey.word("Decide"), exact=True).click()
    page.get_by_role("link", name=journey.word("Grant the permission")).click()
    heading(page, journey.word("Grant the permission"))
    grants_from(day)(page)
    page.get_by_role("button", name=journey.word("Go on"), exact=True).click()
    letter = page.get_by_role("img", name=journey.word("Page 1 of the letter"))
    expect(letter).to_have_js_property("complete", True)
    page.get_by_role("button", name=journey.word("Send"), exact=True).click()

    expect(page.get_by_role("status")).to_contain_text(journey.word("Done."))


def told(page: Page, *sentences: str) -> None:
    """The story of the case says all this, in this order; letters may go out in between."""
    story = page.locator(".meedoen-timeline__text")
    expect(story.filter(has_text=sentences[-1])).to_have_count(1)
    said = "\n".join(story.all_inner_texts())

    assert re.search(".*".join(map(re.escape, sentences)), said, re.DOTALL), said


def test_from_an_application_step_by_step_to_the_permission(visitor: Visitor) -> None:
    journey = Journey(visitor, "nl")
    page = journey.at("coop-a")
    to_the_check(page)
    send_the_application(page)
    heading(page, "De aanvraag is verstuurd")
    journey.number = page.locator("main .meedoen-number").inner_text()
    to_the_decision(journey)
    grants(journey, f"{BEGINS_ON}")
    page.goto("/mine?phase=participation")
    mine = page.get_by_role("row").filter(has_text=journey.number)
    expect(mine).to_contain_text(NAME)
    expect(mine).to_contain_text("Doet mee")
    auditor = journey.at("auditor1")
    auditor.goto(f"/audit/cases/{journey.number}")
    told(
        auditor,
        "Aanvraag ontvangen",
        "Er ontbreekt: Machtiging",
        "Om aanvulling gevraagd",
        "Aanvulling ontvangen: Machtiging.pdf",
        "De aanvraag is compleet",
        "Advies: toestemming geven",
        f"Toestemming gegeven van {written(BEGINS_ON).nl}",
    )

    journey.ends_without_a_fault()


def registered(system: System) -> str:
    """The number of an application that a caseworker registers, which came on paper before it began."""
    application = {
        "cooperative": "de-werkplaats",
        "resident": {"bsn": "999990019", "name": "Bram Oosterhuis"},
        "signedAt": f"{BEGAN_ON - timedelta(days=20)}T10:00:00+02:00",
        "activity": "Fietsen repareren",
        "plan": "Weer wennen aan een werkweek.",
        "startsOn": f"{BEGAN_ON}",
        "endsOn": f"{ENDS_ON}",
        "hoursAWeek": 12,
        "items": [{"code": "plan", "title": "Plan, 2 bladzijden"}],
        "electronic": ["cooperative"],
    }
    body = {"application": application, "receivedOn": f"{BEGAN_ON - timedelta(days=14)}"}
    return system.does("caseworker1", "/applications", body)["case"]


def reports_the_progress(page: Page) -> None:
    page.locator("[name=period_from]").fill(f"{BEGAN_ON}")
    page.locator("[name=period_until]").fill(f"{today()}")
    page.locator("[name=hours]").fill("240")
    page.locator("[name=income_cents]").fill("150")
    page.locator("[name=activities]").fill("Forty bicycles mended.")
    page.locator("[name=results]").fill("He trains a newcomer.")
    page.locator("[name='enclosures.0.file'][type=file]").set_input_files([AN_INVOICE])


def tells_how_the_resident_sees_it(page: Page) -> None:
    page.locator("[name=reaction]").fill("I want to go on.")


def lets_it_go_on(page: Page) -> None:
    expect(page.get_by_text("He trains a newcomer.").first).to_be_visible()
    expect(page.get_by_text("invoice-may.pdf").first).to_be_visible()
    invoice = page.get_by_role("link", name="Look at the document").first
    assert AN_INVOICE["buffer"] == page.request.get(invoice.get_attribute("href") or "").body()
    page.locator("summary", has_text="Resident reacted").click()
    expect(page.get_by_text("I want to go on.")).to_be_visible()
    page.locator("[name=reasoning]").fill("It does him good.")


def test_from_an_application_on_paper_to_the_reassessment(visitor: Visitor, system: System) -> None:
    """It was refused in error, so that it is granted from the day that was asked."""
    journey = Journey(visitor, "en", registered(system))
    to_the_decision(journey)
    refused = system.does("decider2", f"/cases/{journey.number}/acts", a_refusal())
    system.does("decider1", f"/cases/{journey.number}/acts", a_reversal(refused["version"]))
    grants(journey, f"{BEGAN_ON}")
    journey.does("coop-a", "Report the progress", reports_the_progress)
    caseworker = journey.at("caseworker1")
    caseworker.goto(f"/cases/{journey.number}/acts/resident_reacted")
    heading(caseworker, "Register the resident's reaction")
    journey.sends(caseworker, tells_how_the_resident_sees_it)
    journey.does("caseworker1", "Reassess", lets_it_go_on, chosen="Let it go on as it is")
    expect(caseworker.locator("[aria-current=step]")).to_have_text("Taking part")
    auditor = journey.at("auditor1")
    auditor.goto(f"/audit/cases/{journey.number}")
    told(
        auditor,
        "An application came in",
        "Missing: Authorisation",
        "A supplement came in: Machtiging.pdf",
        "The application is complete",
        "Advice: grant",
        "The decision is taken again",
        f"Permission was granted from {written(BEGAN_ON).en}",
        "A progress report was asked",
        "Forty bicycles mended",
        "Sent along: invoice-may.pdf",
        "I want to go on",
        "It does him good",
    )

    journey.ends_without_a_fault()
