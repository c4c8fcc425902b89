"""Somebody is signed out while he fills in a form: nothing of it is lost, and nothing is sent for another."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.check import check, faults_of, watched
from tests.browser.conftest import System, Visitor, choose
from tests.browser.test_acting import go_on, heading, send, told
from tests.browser.test_live import told as told_live

TYPED = "De overeenkomst is niet ondertekend."


def lapsed(page: Page, system: System) -> None:
    """The session of whoever looks ended meanwhile, and no page was told."""
    system.changes("delete from sessions")


def signs_in(page: Page, user: str) -> None:
    """By the link on the page, which opens a window of its own."""
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Inloggen").click()
    choose(watched(opened.value), user)
    assert opened.value.url == page.url  # and no other page, such as the one at which one begins
    opened.value.close()


def test_what_is_typed_while_signed_out_stays_and_is_kept_after_signing_in(
    visitor: Visitor, system: System
) -> None:
    page = visitor("caseworker1", f"/tasks/{system.a_case()}.1/acts/completeness_checked")
    lapsed(page, system)
    page.get_by_label("Uitleg").type(TYPED[:12])
    expect(told_live(page)).to_contain_text("U bent uitgelogd.")
    page.get_by_label("Uitleg").fill(TYPED)
    page.wait_for_timeout(2500)  # in which the page tries once more to keep it
    expect(page.get_by_label("Uitleg")).to_have_value(TYPED)
    faults_of(page)
    check(page)
    signs_in(page, "caseworker1")
    with page.expect_response(lambda answer: answer.status == 204 and answer.request.method == "POST"):
        page.evaluate("dispatchEvent(new Event('focus'))")
    expect(told_live(page)).to_be_empty()
    go_on(page)
    expect(page.get_by_text(TYPED)).to_be_visible()
    send(page)

    assert "Gelukt." in told(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_form_that_is_sent_while_signed_out_is_carried_over_the_sign_in(
    visitor: Visitor, system: System, javascript: bool
) -> None:
    page = visitor(
        "caseworker1", f"/tasks/{system.a_case()}.1/acts/completeness_checked", javascript=javascript
    )
    page.get_by_label("Uitleg").fill(TYPED)
    lapsed(page, system)
    go_on(page)
    heading(page, "U bent uitgelogd")
    if javascript:
        faults_of(page)
        check(page)
    signs_in(page, "caseworker2")
    go_on(page)
    heading(page, "U bent opnieuw ingelogd")
    expect(page.get_by_text("U bent nu Mohamed El Amrani.")).to_be_visible()
    if javascript:
        faults_of(page)
        check(page)
    page.get_by_role("link", name="English").or_(page.get_by_role("button", name="English")).click()
    heading(page, "Signed in anew")
    page.get_by_role("button", name="Go on").click()
    heading(page, "Check your answers")

    expect(page.get_by_text(TYPED)).to_be_visible()


def test_a_page_takes_no_json(system: System) -> None:
    answer = httpx.post(f"{system.url}/sign-out", json={})

    assert 415 == answer.status_code
    assert "text/html" in answer.headers["content-type"]
