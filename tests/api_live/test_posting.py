"""What has to be posted, and what its case hears once it was."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from activities.mailroom import Mailroom
from activities.press import Press
from api.parts import Parts
from tests.api_live.office import Office, problem
from tests.api_live.steps import a_grant, applied, day, kinds, reviewed
from worker import courier

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def went_out(parts: Parts) -> None:
    """Letters are made, mails sent and cases told."""

    async def send(message: Any) -> None:
        del message

    while await Press(parts.database).make_some():
        pass
    while await Mailroom(parts.database, send, "meedoen@localhost").send_some():
        pass
    while await courier(parts.temporal, parts.database).tell_some():
        pass


async def to_post(office: Office, number: str, user: str = "caseworker1") -> list[dict[str, Any]]:
    """What is on the list of one case."""
    found: list[dict[str, Any]] = []
    cursor: dict[str, Any] = {}
    while True:
        page = (await office(user).get("/letters/to-post", limit=3, **cursor)).json()
        found += page["items"]
        if page["next"] is None:
            return [each for each in found if each["case"] == number]
        cursor = {"cursor": page["next"]}


async def test_a_letter_is_on_the_list_until_it_was_posted(office: Office, parts: Parts) -> None:
    """Page by page, with what somebody needs to post it; and then the case knows."""
    number = await reviewed(office)
    await office("decider1").did(f"/cases/{number}/acts", a_grant())
    await went_out(parts)
    received, granted = await to_post(office, number)

    assert ("application_received", False) == (received["kind"], received["isDecision"])
    assert ("permission_granted", True, "resident", "J. Jansen") == tuple(
        granted[name] for name in ("kind", "isDecision", "addressee", "name")
    )
    assert not granted["isLeftLying"]
    assert "letter_sent" not in await kinds(office, number)

    await office("caseworker1").did(
        f"/cases/{number}/documents/{granted['document']}/sent", {"sentOn": day(0)}, uuid4().hex
    )
    await went_out(parts)

    assert [received] == await to_post(office, number)
    async with asyncio.timeout(10):
        while "letter_sent" not in await kinds(office, number):
            await asyncio.sleep(0.05)


async def test_the_list_is_for_the_municipalitys_own_staff(office: Office, parts: Parts) -> None:
    number = await applied(office)
    await went_out(parts)
    elsewhere = office("caseworker9", roles=["caseworker"], municipality="waterrijk")

    assert 1 == len(await to_post(office, number, "objections1"))
    assert [] == [each for each in await elsewhere.items("/letters/to-post") if each["case"] == number]
    for user in ("coop-a", "admin1", "controller1"):
        problem(await office(user).get("/letters/to-post"), 403, "not-permitted")
