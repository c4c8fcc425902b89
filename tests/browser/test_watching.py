"""What is owed for deciding too late, from the decision that it is to the payment."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import expect

from api.beginnings import today
from tests.browser.check import faults_of
from tests.browser.conftest import BEGINS_ON, ENDS_ON, System, Visitor
from tests.browser.test_acting import a_review, go_on, send, told
from tests.browser.test_case import A_GRANT, section
from tests.browser.test_objecting import takes_from_the_list


def decided_too_late(system: System) -> str:
    """A case that came on paper long ago, was lying, and was decided on after a notice of default."""
    came_on, warned_on = today() - timedelta(days=100), today() - timedelta(days=30)
    application = {
        "cooperative": "de-werkplaats",
        "resident": {"bsn": "999990019", "name": "Wiebe Postma"},
        "signedAt": f"{came_on - timedelta(days=5)}T10:00:00+02:00",
        "activity": "Fietsen repareren",
        "plan": "Weer wennen aan een werkweek.",
        "startsOn": f"{BEGINS_ON}",
        "endsOn": f"{ENDS_ON}",
        "hoursAWeek": 12,
        "items": [{"code": "plan", "title": "Plan, 2 bladzijden"}],
        "electronic": ["cooperative", "resident"],
    }
    body = {"application": application, "receivedOn": f"{came_on}"}
    number = system.does("caseworker1", "/applications", body)["case"]
    notice = {"text": "Besluit nu, anders kost het u geld.", "receivedOn": f"{warned_on}"}
    system.does("caseworker1", f"/cases/{number}/notice-of-default", notice)
    system.does("caseworker1", f"/tasks/{number}.1/complete", {"kind": "completeness_checked"})
    system.does("caseworker1", f"/tasks/{number}.2/complete", a_review())
    system.does("decider1", f"/tasks/{number}.3/complete", A_GRANT)
    return number


def test_what_is_owed_for_deciding_too_late_is_determined_and_paid(visitor: Visitor, system: System) -> None:
    number = decided_too_late(system)
    decider = visitor("decider1", "/work")
    takes_from_the_list(decider, number, "Dwangsom vaststellen")
    expect(section(decider, "Wat u erbij nodig hebt")).to_contain_text("14 dagen, van")
    amount = decider.get_by_label("Hoeveel moet de gemeente betalen?").input_value()
    decider.get_by_label("Waarom?", exact=True).fill("De aanvraag bleef liggen.")
    go_on(decider)
    send(decider)
    expect(decider.get_by_role("status")).to_contain_text("De dwangsom is vastgesteld op")
    expect(decider.get_by_role("status")).to_contain_text("De brief wordt gemaakt en gaat vanzelf uit.")
    caseworker = visitor("caseworker2", "/work")
    takes_from_the_list(caseworker, number, "Dwangsom betalen")
    expect(section(caseworker, "Wat u erbij nodig hebt")).to_contain_text(f"€ {amount}")
    caseworker.get_by_label("Wanneer is er betaald?").fill(f"{today()}")
    go_on(caseworker)
    send(caseworker)
    assert told(caseworker).startswith("Gelukt. De dwangsom is betaald op")

    assert [[], []] == [faults_of(page) for page in (decider, caseworker)]
