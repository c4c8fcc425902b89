"""Files that come with an act: handed in, named by the act, and read by who may see the case."""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from api.parts import Parts
from store.attachments import MOST_BYTES, AttachmentRow
from tests.api_live.office import Office, problem
from tests.api_live.steps import a_check, a_report, an_application, applied, reporting

pytestmark = pytest.mark.asyncio(loop_scope="session")


def a_plan() -> bytes:
    """A file like no other."""
    return b"%PDF-1.7 " + uuid4().hex.encode()


async def handed_in(office: Office, content: bytes, user: str = "coop-a") -> str:
    answer = await office(user).hands_in(content)

    assert 201 == answer.status_code, answer.text
    return answer.json()["sha256"]


def with_plan(sha256: str) -> dict[str, Any]:
    return an_application(items=[{"code": "plan", "title": "Plan", "file": sha256}])


async def test_a_file_that_comes_with_an_application_is_read_in_its_case(office: Office) -> None:
    plan = a_plan()
    sha256 = await handed_in(office, plan)
    number = (await office("coop-a").did("/applications", with_plan(sha256)))["case"]

    assert hashlib.sha256(plan).hexdigest() == sha256
    for user in ("coop-a", "caseworker1", "auditor1"):
        (listed,) = await office(user).items(f"/cases/{number}/attachments")
        answer = await office(user).get(f"/cases/{number}/attachments/{sha256}")

        file = {"sha256": sha256, "mediaType": "application/pdf", "bytes": len(plan)}
        assert {"version": 1, "code": "plan", "title": "Plan", **file} == listed
        assert (200, plan) == (answer.status_code, answer.content)
        assert "application/pdf" == answer.headers["content-type"]


async def test_a_file_is_for_who_may_see_its_case(office: Office) -> None:
    sha256 = await handed_in(office, a_plan())
    number = (await office("coop-a").did("/applications", with_plan(sha256)))["case"]
    elsewhere = office("caseworker9", roles=["caseworker"], municipality="waterrijk")

    for reader in (office("coop-b"), elsewhere):
        problem(await reader.get(f"/cases/{number}/attachments"), 404, "not-found")
        problem(await reader.get(f"/cases/{number}/attachments/{sha256}"), 404, "not-found")


async def test_a_file_of_another_case_is_not_in_this_one(office: Office) -> None:
    sha256 = await handed_in(office, a_plan())
    await office("coop-a").did("/applications", with_plan(sha256))
    another = await applied(office)

    problem(await office("coop-a").get(f"/cases/{another}/attachments/{sha256}"), 404, "not-found")


async def test_a_missing_document_is_sent_after(office: Office) -> None:
    number = (await office("coop-a").did("/applications", an_application(items=[])))["case"]
    await office("caseworker1").did(f"/tasks/{number}.1/complete", a_check("plan"))
    sha256 = await handed_in(office, a_plan())
    items = [{"code": "plan", "title": "Plan", "file": sha256}]
    await office("coop-a").did(f"/cases/{number}/supplement", {"items": items})

    assert 200 == (await office("caseworker1").get(f"/cases/{number}/attachments/{sha256}")).status_code


def with_invoices(*files: str) -> dict[str, Any]:
    """A progress report, with what shows it."""
    enclosures = [
        {"title": f"Invoice {place}", "file": sha256} for place, sha256 in enumerate(files, start=1)
    ]
    return a_report() | {"enclosures": enclosures}


async def test_invoices_come_with_a_report_and_are_read_in_its_case(office: Office) -> None:
    number = await reporting(office)
    invoice = a_plan()
    sha256 = await handed_in(office, invoice)
    receipt = await office("coop-a").did(f"/cases/{number}/reports", with_invoices(sha256))

    for user in ("coop-a", "caseworker1", "auditor1"):
        listed = await office(user).items(f"/cases/{number}/attachments")
        answer = await office(user).get(f"/cases/{number}/attachments/{sha256}")

        assert {
            "version": receipt["version"],
            "code": None,
            "title": "Invoice 1",
            "sha256": sha256,
            "mediaType": "application/pdf",
            "bytes": len(invoice),
        } == listed[-1]
        assert (200, invoice) == (answer.status_code, answer.content)
    problem(await office("coop-b").get(f"/cases/{number}/attachments/{sha256}"), 404, "not-found")


async def test_the_story_names_what_came_with_a_report(office: Office) -> None:
    number = await reporting(office)
    named = a_report() | {"enclosures": [{"title": "Invoices of May"}]}
    await office("coop-a").did(f"/cases/{number}/reports", named)
    told = [each["text"] for each in await office("auditor1").items(f"/cases/{number}/timeline")]

    assert 1 == len([each for each in told if each.endswith("Sent along: Invoices of May.")])


async def test_a_report_names_no_file_of_somebody_else(office: Office) -> None:
    number = await reporting(office)
    own, theirs = await handed_in(office, a_plan()), await handed_in(office, a_plan(), "coop-b")
    told = await office("coop-a").refused(
        400, "not-acceptable", f"/cases/{number}/reports", with_invoices(own, theirs)
    )

    assert ["/enclosures/1/file"] == [each["location"] for each in told["errors"]]


async def test_nobody_reports_with_his_files_on_a_case_of_another_cooperative(office: Office) -> None:
    number = await reporting(office)
    sha256 = await handed_in(office, a_plan(), "coop-b")
    await office("coop-b").refused(404, "not-found", f"/cases/{number}/reports", with_invoices(sha256))

    problem(await office("caseworker1").get(f"/cases/{number}/attachments/{sha256}"), 404, "not-found")


async def test_a_report_has_no_more_documents_than_an_act_can_carry(office: Office) -> None:
    number = await reporting(office)
    many = a_report() | {"enclosures": [{"title": "Invoice"}] * 51}
    told = await office("coop-a").refused(400, "invalid-request", f"/cases/{number}/reports", many)

    assert ["/enclosures"] == [each["location"] for each in told["errors"]]


async def test_a_caseworker_hands_in_what_came_on_paper(office: Office) -> None:
    photo = b"\x89PNG\r\n\x1a\n" + a_plan()
    answer = await office("caseworker1").hands_in(photo, "image/png")

    assert (201, "image/png", len(photo)) == (
        answer.status_code,
        answer.json()["mediaType"],
        answer.json()["bytes"],
    )


async def test_an_act_that_names_a_file_of_somebody_else_is_refused(office: Office) -> None:
    sha256 = await handed_in(office, a_plan(), "coop-b")
    told = await office("coop-a").refused(400, "not-acceptable", "/applications", with_plan(sha256))

    assert "/application/items/0/file" == told["errors"][0]["location"]


async def test_a_file_that_was_sent_with_nothing_is_gone_in_time(office: Office, parts: Parts) -> None:
    sha256 = await handed_in(office, a_plan())
    old = update(AttachmentRow).where(AttachmentRow.sha256 == sha256)
    async with parts.database.begin() as connection:
        await connection.execute(old.values(expires_at=AttachmentRow.kept_at))
    await office("coop-a").refused(400, "not-acceptable", "/applications", with_plan(sha256))
    await handed_in(office, a_plan())

    async with parts.database.connect() as connection:
        left = await connection.scalar(select(AttachmentRow.sha256).where(AttachmentRow.sha256 == sha256))
    assert left is None


@pytest.mark.parametrize(
    ("content", "media_type", "status", "kind"),
    [
        (b"MZ not a document", "application/pdf", 415, "wrong-media-type"),
        (b"%PDF-1.7 a letter", "image/png", 415, "wrong-media-type"),
        (b"<html>", "text/html", 415, "wrong-media-type"),
        (b"%PDF-" + b"x" * MOST_BYTES, "application/pdf", 413, "too-large"),
        (b"", "application/pdf", 415, "wrong-media-type"),
    ],
)
async def test_what_is_no_document_is_not_taken(
    office: Office, content: bytes, media_type: str, status: int, kind: str
) -> None:
    problem(await office("coop-a").hands_in(content, media_type), status, kind)


async def test_who_sends_nothing_in_hands_in_no_file(office: Office) -> None:
    problem(await office("auditor1").hands_in(a_plan()), 403, "not-permitted")


async def test_a_hash_that_is_none_is_told_at_its_field(office: Office) -> None:
    told = await office("coop-a").refused(400, "invalid-request", "/applications", with_plan("plan.pdf"))

    assert "/application/items/0/file" == told["errors"][0]["location"]
