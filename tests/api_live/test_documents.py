"""The letters of a case over HTTP: who reads them, and how their sending is told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from activities.press import Press
from api.parts import Parts
from domain.law.objection import objection
from tests.api_live.office import Office, problem
from tests.api_live.steps import a_grant, applied, day, granted, reviewed
from tests.letters.letters import pages_of

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def made(parts: Parts) -> None:
    """The press has made what was laid ready."""
    while await Press(parts.database).make_some():
        pass


async def letters_of(office: Office, number: str, user: str = "caseworker1") -> list[dict[str, Any]]:
    return await office(user).items(f"/cases/{number}/documents")


async def test_a_letter_is_told_of_at_once_and_can_be_read_once_it_is_made(
    office: Office, parts: Parts
) -> None:
    number = await applied(office)
    (letter,) = await letters_of(office, number)
    path = f"/cases/{number}/documents/{letter['id']}"

    assert (None, []) == (letter["madeAt"], letter["sendings"])
    early = await office("coop-a").get(path)
    problem(early, 503, "away")
    assert early.headers["retry-after"]

    await made(parts)
    (letter,) = await letters_of(office, number)
    answer = await office("coop-a").get(path)

    assert 200 == answer.status_code
    assert "application/pdf" == answer.headers["content-type"]
    assert f'attachment; filename="{number}-1-1.pdf"' == answer.headers["content-disposition"]
    assert f'"{letter["sha256"]}"' == answer.headers["etag"]
    assert "Wij hebben uw aanvraag ontvangen" in pages_of(answer.content)[0]
    assert [("resident", "post"), ("cooperative", "case")] == [
        (each["addressee"], each["channel"]) for each in letter["sendings"]
    ]


async def test_a_letter_is_for_who_may_read_the_case(office: Office, parts: Parts) -> None:
    number = await applied(office)
    await made(parts)
    path = f"/cases/{number}/documents"
    elsewhere = office("caseworker9", roles=["caseworker"], municipality="waterrijk")
    for reader in (office("coop-b"), elsewhere):
        problem(await reader.get(path), 404, "not-found")
        problem(await reader.get(f"{path}/1-1"), 404, "not-found")
    for user in ("admin1", "controller1"):
        problem(await office(user).get(path), 403, "not-permitted")
        problem(await office(user).get(f"{path}/1-1"), 403, "not-permitted")
    for user in ("coop-a", "caseworker1", "decider1", "coordinator1", "auditor1"):
        assert 200 == (await office(user).get(f"{path}/1-1")).status_code
    for none in ("1-2", "9-1", "x", "1"):
        problem(await office("auditor1").get(f"{path}/{none}"), 404, "not-found")


async def test_the_term_to_object_runs_from_the_day_of_posting(office: Office, parts: Parts) -> None:
    """For the one who got it; for the other nothing runs yet."""
    number = await granted(office, validFrom=day(0))
    await made(parts)
    decision = (await letters_of(office, number))[-1]
    path = f"/cases/{number}/documents/{decision['id']}/sent"
    today = date.fromisoformat(day(0))

    assert "permission_granted" == decision["kind"]
    assert objection(today).due_on.isoformat() == decision["objectionUntil"]

    told = await office("caseworker1").did(path, {"sentOn": day(0)}, key="posted")
    resident, cooperative = told["sendings"]

    assert (day(0), "caseworker1") == (resident["sentOn"], resident["confirmedBy"])
    assert decision["objectionUntil"] == resident["objection"]["dueOn"]
    assert "Awb 3:41, 6:8" == resident["objection"]["steps"][0]["article"]
    assert (None, None) == (cooperative["sentOn"], cooperative["objection"])
    assert told == await office("caseworker1").did(path, {"sentOn": day(0)}, key="posted")


async def test_posting_is_told_by_a_caseworker_and_only_as_it_can_have_been(
    office: Office, parts: Parts
) -> None:
    number = await applied(office)
    await made(parts)
    path = f"/cases/{number}/documents/1-1/sent"
    for user in ("coop-a", "decider1", "auditor1", "coordinator1"):
        await office(user).refused(403, "not-permitted", path, {"sentOn": day(0)})
    caseworker = office("caseworker1")
    for wrong in (day(1), day(-1)):
        refusal = await caseworker.refused(400, "not-acceptable", path, {"sentOn": wrong})
        assert "/sentOn" == refusal["errors"][0]["location"]
    await caseworker.refused(409, "not-now", path, {"sentOn": day(0), "addressee": "cooperative"})
    await caseworker.refused(400, "invalid-request", path, {"sentOn": "soon"})
    await office("caseworker9", roles=["caseworker"], municipality="waterrijk").refused(
        404, "not-found", path, {"sentOn": day(0)}
    )

    assert [None, None] == [each["sentOn"] for each in (await letters_of(office, number))[0]["sendings"]]


async def test_a_letter_that_goes_out_later_is_made_anew_with_its_own_last_day(
    office: Office, parts: Parts
) -> None:
    number = await reviewed(office)
    await office("decider1").did(f"/cases/{number}/acts", a_grant())
    await made(parts)
    first = (await letters_of(office, number))[-1]
    later = date.fromisoformat(day(0)) + timedelta(days=3)
    path = f"/cases/{number}/documents/{first['id']}/date"
    await office("coop-a").refused(403, "not-permitted", path, {"on": later.isoformat()})
    await office("caseworker1").refused(400, "not-acceptable", path, {"on": day(0)})
    anew = await office("caseworker1").did(path, {"on": later.isoformat()})
    again = await office("caseworker1").did(path, {"on": later.isoformat()})
    await made(parts)
    old, new = (await letters_of(office, number))[-2:]

    assert anew == again
    assert objection(later).due_on.isoformat() == new["objectionUntil"]
    assert ([], 2) == (old["sendings"], len(new["sendings"]))
    await office("caseworker1").refused(
        409, "not-now", f"/cases/{number}/documents/{old['id']}/sent", {"sentOn": day(0)}
    )
