"""Signing in, staying signed in, and leaving."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.check import check, faults_of
from tests.browser.conftest import System, Visitor, choose, session_cookie


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


@pytest.mark.parametrize("javascript", [True, False])
def test_somebody_chooses_whom_to_be_and_gets_where_he_wanted(visitor: Visitor, javascript: bool) -> None:
    page = visitor(path="/work?view=group", javascript=javascript)
    heading(page, "Wie wilt u zijn?")
    expect(page.get_by_text("Beslisser, gemeente Zonnedam").first).to_be_visible()
    if javascript:
        check(page)
    choose(page, "caseworker1")

    heading(page, "Werk van onze groep")
    assert page.url.endswith("/work?view=group")
    expect(page.get_by_text("Sanne de Wit")).to_be_visible()
    expect(page.get_by_role("link", name="Gemeente Zonnedam Meedoen")).to_be_visible()


def test_who_chooses_another_language_before_signing_in_keeps_it_and_his_way(visitor: Visitor) -> None:
    page = visitor(path="/work?view=group")
    page.get_by_role("link", name="English").click()
    heading(page, "Who do you want to be?")
    check(page)
    page.get_by_role("button", name="Sign in as Sanne de Wit").click()

    heading(page, "Work of our group")
    assert page.url.endswith("/work?view=group")


def test_the_session_is_a_cookie_that_no_script_reads(visitor: Visitor) -> None:
    page = visitor("caseworker1")
    cookie = session_cookie(page)

    assert (True, "Lax") == (cookie["httpOnly"], cookie["sameSite"])
    assert "" == page.evaluate("document.cookie")


def test_signing_out_ends_it_everywhere(visitor: Visitor, system: System) -> None:
    page = visitor("caseworker1")
    cookie = session_cookie(page)
    page.get_by_role("button", name="Uitloggen").click()
    heading(page, "U bent uitgelogd")
    check(page)

    with_the_old_cookie = httpx.get(f"{system.url}/work", cookies={"meedoen": cookie["value"]})
    assert 303 == with_the_old_cookie.status_code
    assert "/sign-in" in with_the_old_cookie.headers["location"]


def test_signing_in_gives_a_new_session_each_time(visitor: Visitor, system: System) -> None:
    page = visitor("caseworker1")
    first = session_cookie(page)["value"]
    page.goto("/sign-in?to=/work")
    choose(page, "caseworker2")
    second = session_cookie(page)["value"]

    assert first != second
    assert 303 == httpx.get(f"{system.url}/work", cookies={"meedoen": first}).status_code


def test_somebody_whom_nobody_knows_does_not_get_in(visitor: Visitor) -> None:
    page = visitor(path="/work")
    page.evaluate("document.querySelector('button').value = 'burgemeester'")
    page.get_by_role("button").first.click()

    expect(page.get_by_text("There is no user of that name")).to_be_visible()


def test_somebody_without_a_role_is_told_so_and_can_leave(visitor: Visitor, system: System) -> None:
    page = visitor("caseworker1")
    system.changes("""update sessions set claims = jsonb_set(claims, '{roles}', '[]')
                      where seen_at = (select max(seen_at) from sessions)""")
    page.goto("/work")
    heading(page, "U mag dit niet doen")
    expect(page.get_by_text("Uw account heeft geen rol in Meedoen.")).to_be_visible()
    faults_of(page)
    check(page)
    page.get_by_role("button", name="Uitloggen").click()

    heading(page, "U bent uitgelogd")


@pytest.mark.parametrize(
    ("user", "place"),
    [("caseworker1", "/work"), ("auditor1", "/audit"), ("controller1", "/figures"), ("admin1", "/figures")],
)
def test_each_role_is_led_to_where_it_works(visitor: Visitor, system: System, user: str, place: str) -> None:
    assert f"{system.url}{place}" == visitor(user).url


def test_a_session_that_ended_in_the_middle_leads_back(visitor: Visitor, system: System) -> None:
    system.a_case()
    page = visitor(
        "caseworker2", "/work?view=group", javascript=False
    )  # else the list itself may ask in between
    system.changes("update sessions set seen_at = now() - interval '61 minutes'")
    page.get_by_role("button", name="Taak op mij nemen").first.click()
    heading(page, "Wie wilt u zijn?")
    choose(page, "caseworker2")

    assert page.url.endswith("/work?view=group")


@pytest.mark.parametrize(
    "age", ["seen_at = now() - interval '61 minutes'", "began_at = now() - interval '601 minutes'"]
)
def test_a_session_ends_by_itself(visitor: Visitor, system: System, age: str) -> None:
    page = visitor("caseworker1")
    system.changes(f"update sessions set {age}")
    page.goto("/work")

    heading(page, "Wie wilt u zijn?")


def test_a_sign_in_that_was_not_begun_here_is_refused(visitor: Visitor) -> None:
    page = visitor(path="/signed-in?state=x&code=y")
    heading(page, "U bent niet ingelogd")
    faults_of(page)
    check(page)

    expect(page.get_by_role("link", name="Inloggen")).to_be_visible()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example"])
def test_signing_in_leads_to_no_other_site(visitor: Visitor, system: System, elsewhere: str) -> None:
    page = visitor()
    page.goto(f"/sign-in?{httpx.QueryParams({'to': elsewhere})}")
    choose(page, "caseworker1")

    assert page.url == f"{system.url}/work"


def test_the_hash_only_is_kept(visitor: Visitor, system: System) -> None:
    from sqlalchemy import create_engine, text

    page = visitor("auditor1")
    cookie = session_cookie(page)
    engine = create_engine(system.whole.database.url())
    with engine.connect() as connection:
        kept = str(connection.execute(text("select * from sessions")).all())
    engine.dispose()

    assert cookie["value"] not in kept
    assert "eyJ" not in kept.replace("eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..", "")
