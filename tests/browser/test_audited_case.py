"""The story of a case as auditors look at it: as it was, what changed, and beside what Temporal kept."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import expect

from api.beginnings import today
from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor
from tests.browser.test_audit import title
from tests.browser.test_case import granted, section


def test_a_case_is_shown_as_it_was_and_compared(visitor: Visitor, system: System) -> None:
    number, now = granted(system), today()
    yesterday = now - timedelta(1)
    system.changes(  # as if it had come in then
        f"update acts set document = document || jsonb_build_object('on', '{yesterday}',"
        f" 'at', '{yesterday}T10:00:00Z') where number = '{number}' and version = 1"
    )
    page = visitor("auditor1", f"/audit/cases/{number}")
    check(page)
    page.get_by_label("Aan het eind van").fill(f"{yesterday}")
    page.get_by_role("button", name="Toon", exact=True).click()
    expect(section(page, "Zoals de zaak was")).to_contain_text("Wordt op compleetheid gecontroleerd")
    check(page)
    page.get_by_label("Na", exact=True).fill(f"{yesterday}")
    page.get_by_role("button", name="Vergelijken").click()
    assert page.url.endswith("#difference")  # which stands below the story on a phone
    changed = section(page, "Wat er veranderde")
    expect(changed).to_contain_text("Toestemming gegeven")
    expect(changed).to_contain_text("Wordt op compleetheid gecontroleerd")
    expect(changed).to_contain_text("Doet mee")
    expect(changed).to_contain_text("nieuw: Elke maand een gesprek")
    check(page)
    page.goto(f"/audit/cases/{number}?on=2020-01-01&lang=en")

    expect(page.get_by_label("At the end of")).to_have_accessible_description(re.compile("was not there yet"))
    assert all("400" in fault for fault in faults_of(page))
    check(page)


def test_each_act_stands_beside_the_events_that_it_made(visitor: Visitor, system: System) -> None:
    number = granted(system)
    page = visitor("auditor1", f"/audit/cases/{number}")
    page.get_by_role("link", name="Naast wat Temporal bewaarde").click()
    grant = page.locator(".meedoen-beside__row").filter(
        has=page.get_by_role("link", name="4. Toestemming gegeven")
    )
    expect(grant).to_contain_text("Een handeling werd aangenomen")
    expect(grant).to_contain_text("WORKFLOW_EXECUTION_UPDATE_ACCEPTED")
    expect(grant).to_contain_text("WORKFLOW_EXECUTION_UPDATE_COMPLETED")
    check(page)
    grant.get_by_text("De handeling was vastgelegd").click()
    expect(grant.get_by_text('"version": 4')).to_be_visible()
    assert "999990019" not in page.content()
    page.goto(f"/audit/cases/{number}/history?event=1&lang=en")
    expect(page.get_by_text("The run began")).to_be_visible()
    check(page)
    page.goto(f"/audit/cases/{number}/history?event=999999")

    title(page, "Not found")


def test_what_temporal_no_longer_keeps_is_said(visitor: Visitor, system: System) -> None:
    number = system.a_case()
    lost = number[:-1]  # whose history is not there: only its copy in the database is
    for table in ("cases", "acts"):
        system.changes(
            f'insert into {table} select (jsonb_populate_record(one, \'{{"number": "{lost}"}}\')).*'
            f" from {table} one where number = '{number}'"
        )
    page = visitor("auditor1", f"/audit/cases/{lost}/history")

    expect(page.get_by_role("heading", name="Temporal bewaart dit niet meer")).to_be_visible()
    check(page)
