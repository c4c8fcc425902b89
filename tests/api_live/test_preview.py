"""What the dates would be, before anybody confirms what moves them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from api.desk import today
from domain.calendar import next_working_day
from store.tables import CaseRow, CooperativeRow
from tests.api_live.office import Office, new_municipality, problem
from tests.api_live.steps import (
    WHY,
    a_check,
    a_grant,
    a_note,
    a_review,
    an_application,
    an_old_application,
    applied,
    day,
    kinds,
    reviewed,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


def a_suspension(**changed: Any) -> dict[str, Any]:
    """The applicant agreed to wait three weeks."""
    return {
        "kind": "term_suspended",
        "ground": "consent",
        "until": day(21),
        "document": "consent.pdf",
        "reasoning": WHY,
    } | changed


async def test_a_suspension_shows_the_new_date_before_it_is_confirmed(office: Office) -> None:
    """Twenty days between today and then; nothing has changed until it is done, and then it is as was shown."""
    number, caseworker = await reviewed(office), office("caseworker1")
    before = (await caseworker.get(f"/cases/{number}/deadlines")).json()["items"]["decision"]["dueOn"]
    shown = (await caseworker.post(f"/cases/{number}/deadlines/_preview", a_suspension())).json()["items"]
    expected = next_working_day(today() + timedelta(days=56 + 20)).isoformat()

    assert expected == shown["decision"]["dueOn"] != before
    assert "Awb 4:15(2)(a)" in [step["article"] for step in shown["decision"]["steps"]]
    assert before == (await caseworker.get(f"/cases/{number}/deadlines")).json()["items"]["decision"]["dueOn"]
    assert "term_suspended" not in await kinds(office, number)

    await caseworker.did(f"/cases/{number}/acts", a_suspension())

    assert (
        expected == (await caseworker.get(f"/cases/{number}/deadlines")).json()["items"]["decision"]["dueOn"]
    )


async def test_a_preview_is_refused_as_the_act_would_be(office: Office) -> None:
    """By field, by role, and by whose case it is; and nobody keeps it, since nothing was tried."""
    number, path = await applied(office), "/deadlines/_preview"
    told = await office("caseworker1").refused(
        400, "not-acceptable", f"/cases/{number}{path}", a_suspension(document=None)
    )
    await office("coop-a").refused(403, "not-permitted", f"/cases/{number}{path}", a_suspension())
    problem(await office("coop-b").post(f"/cases/{number}{path}", a_suspension()), 404, "not-found")

    assert "/document" == told["errors"][0]["location"]
    assert [] == await office("auditor1").items("/refusals", case=number)


async def test_a_grant_shows_when_it_is_looked_at_again(office: Office) -> None:
    """Half a year after it starts."""
    number = await reviewed(office)
    answer = await office("decider1").post(f"/cases/{number}/deadlines/_preview", a_grant())
    reassessed = date.fromisoformat(answer.json()["items"]["reassessment"]["dueOn"])

    assert 180 < (reassessed - today()).days < 186


async def traces(database: AsyncEngine, municipality: str) -> dict[str, int]:
    """How much stands in each table of a municipality."""
    async with database.connect() as connection:
        found: dict[str, int] = {}
        for name, table in CaseRow.metadata.tables.items():
            if "municipality" in table.columns:
                ours = table.columns["municipality"] == municipality
                count = select(func.count()).select_from(table).where(ours)
                found[name] = (await connection.execute(count)).scalar_one()
        return found


async def test_an_application_is_looked_at_before_it_is_sent(office: Office, database: AsyncEngine) -> None:
    """Its dates, and the letter that says that it came; there is no case of it, and no trace in any table."""
    town = await new_municipality(database)
    coop, before = office("coop-a", municipality=town), await traces(database, town)
    answer = await coop.post("/applications/_preview", an_application())
    shown = answer.json()

    assert 200 == answer.status_code, answer.text
    assert (
        next_working_day(today() + timedelta(days=56)).isoformat() == shown["deadlines"]["decision"]["dueOn"]
    )
    assert ({}, "We have received your application") == (shown["moved"], shown["letter"])
    assert before == await traces(database, town)


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("coop-a", an_application(resident={"bsn": "123456789", "name": "J. Jansen"})),
    ("coop-a", an_application(hoursAWeek=39)),
    ("coop-a", an_application(cooperative="nobody")),
    ("coop-a", an_application(items=[{"code": "nothing", "title": "a.pdf"}])),
    ("coop-a", an_application(endsOn="2020-01-01")),
    ("coop-a", an_application(unknown=1)),
    ("coop-a", an_old_application()),
    ("caseworker1", an_application() | {"receivedOn": "2020-01-01"}),
    ("coop-b", an_application()),
    ("decider1", an_application()),
    ("auditor1", an_application()),
    ("coop-a", {}),
]
"""Who applies for what that is refused."""


@pytest.mark.parametrize(("user", "body"), WRONG)
async def test_an_application_is_refused_beforehand_as_it_would_be(
    office: Office, database: AsyncEngine, user: str, body: dict[str, Any]
) -> None:
    """In the same words, at the same field; and that is kept by nobody."""
    town = await new_municipality(database)
    somebody, before = office(user, municipality=town), await traces(database, town)
    beforehand = await somebody.post("/applications/_preview", body)
    kept = await traces(database, town)
    real = await somebody.post("/applications", body)

    assert real.status_code >= 400
    assert real.status_code == beforehand.status_code
    assert without_name(real.json()) == without_name(beforehand.json())
    assert before == kept


async def test_what_was_sent_before_is_no_longer_held_against_the_rules_of_today(
    office: Office, database: AsyncEngine
) -> None:
    """By its key it is known, and by no other; another content under that key is refused as it would be."""
    town = await new_municipality(database)
    coop, body = office("coop-a", municipality=town), an_application()
    sent = await coop.post("/applications", body, key="file-1")
    began = (await coop.post("/applications/_preview", body, key="file-1")).json()
    async with database.begin() as connection:
        ended = CooperativeRow.document.concat({"agreementUntil": "2026-01-31"})
        await connection.execute(
            update(CooperativeRow).where(CooperativeRow.municipality == town).values(document=ended)
        )
    known = await coop.post("/applications/_preview", body, key="file-1")
    other = await coop.post("/applications/_preview", body, key="file-2")
    reused = await coop.post("/applications/_preview", an_application(hoursAWeek=9), key="file-1")

    assert 201 == sent.status_code
    assert (200, began) == (known.status_code, known.json())
    assert "/application/cooperative" == problem(other, 400, "not-acceptable")["errors"][0]["location"]
    problem(reused, 409, "key-reused")


def without_name(told: dict[str, Any]) -> dict[str, Any]:
    """A problem without what names this one occurrence."""
    return {name: value for name, value in told.items() if name != "instance"}


async def test_an_act_is_looked_at_before_it_is_done(office: Office) -> None:
    """A suspension moves the last day to decide; a grant brings a letter, in the reader's language."""
    number, caseworker, decider = await reviewed(office), office("caseworker1"), office("decider1")
    path = f"/cases/{number}/acts/_preview"
    decision = (await caseworker.get(f"/cases/{number}/deadlines")).json()["items"]["decision"]["dueOn"]
    suspended = (await caseworker.post(path, a_suspension())).json()
    granted = (await decider.post(path, a_grant())).json()

    assert decision == suspended["moved"]["decision"]["before"]
    assert suspended["deadlines"]["decision"]["dueOn"] == suspended["moved"]["decision"]["after"] > decision
    assert "You may take part" == granted["letter"]
    assert (await caseworker.post(path, a_note())).json()["letter"] is None
    assert not {"term_suspended", "permission_granted", "note_added"} & set(await kinds(office, number))


async def test_an_act_is_refused_beforehand_as_it_would_be(office: Office) -> None:
    """By moment, by person, by content and by whose case it is; and that is kept by nobody."""
    number, auditor = await reviewed(office), office("auditor1")
    tried = [
        ("decider1", {"kind": "completeness_checked"}, 403),
        ("caseworker1", a_check("plan"), 409),
        ("caseworker1", a_grant(), 403),
        ("decider1", a_grant(validFrom=day(-5), validUntil=day(-1)), 400),
        ("coop-b", {"kind": "application_withdrawn"}, 404),
        ("auditor1", a_note(), 403),
    ]
    for kept, (user, body, status) in enumerate(tried):
        beforehand = await office(user).post(f"/cases/{number}/acts/_preview", body)
        assert kept == len(await auditor.items("/refusals", case=number))
        real = await office(user).post(f"/cases/{number}/acts", body)

        assert (status, status) == (beforehand.status_code, real.status_code), (user, body)
        assert without_name(real.json()) == without_name(beforehand.json())


async def test_what_is_closed_is_so_beforehand(office: Office) -> None:
    number = await applied(office)
    await office("coop-a").did(f"/cases/{number}/withdrawal", {})

    await office("caseworker1").refused(409, "case-closed", f"/cases/{number}/acts/_preview", a_review())
