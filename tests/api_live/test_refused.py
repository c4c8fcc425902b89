"""What is not right is refused clearly, and changes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.api_live.office import Office, new_municipality, problem
from tests.api_live.steps import (
    POLICY,
    a_check,
    a_grant,
    a_note,
    a_review,
    an_application,
    applied,
    day,
    kinds,
    reviewed,
    task_of,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")

WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"resident": {"bsn": "123456789", "name": "J."}}, "/application/resident/bsn", "bsn"),
    ({"resident": {"bsn": "99999001", "name": "J."}}, "/application/resident/bsn", "string_pattern_mismatch"),
    ({"resident": {"bsn": "999990019"}}, "/application/resident/name", "missing"),
    ({"startsOn": day(9), "endsOn": day(8)}, "/application/endsOn", "ends_before_start"),
    ({"signedAt": "2026-01-20T10:00:00"}, "/application/signedAt", "timezone_aware"),
    ({"hoursAWeek": 0}, "/application/hoursAWeek", "greater_than_equal"),
    ({"plan": "  "}, "/application/plan", "string_too_short"),
    ({"plan": "a\0b"}, "/application/plan", "string_pattern_mismatch"),
    ({"more": 1}, "/application/more", "extra_forbidden"),
]


@pytest.mark.parametrize(("changed", "place", "code"), WRONG)
async def test_each_mistake_in_an_application_is_named(
    office: Office, database: AsyncEngine, changed: dict[str, Any], place: str, code: str
) -> None:
    town = {"municipality": await new_municipality(database)}
    coop = office("coop-a", **town)
    told = await coop.refused(400, "invalid-request", "/applications", an_application(**changed))

    assert [("body", place, code)] == [(e["in"], e["location"], e["code"]) for e in told["errors"]]
    assert all(error["detail"] for error in told["errors"])
    assert [] == await coop.items("/cases")


async def test_all_mistakes_are_told_together(office: Office) -> None:
    wrong = an_application(
        resident={"bsn": "123456789"}, signedAt="2026-01-20T10:00:00", hoursAWeek=99, startsOn="soon"
    )
    del wrong["application"]["plan"]
    told = await office("coop-a").refused(400, "invalid-request", "/applications", wrong)

    assert {
        ("/application/resident/bsn", "bsn"),
        ("/application/resident/name", "missing"),
        ("/application/signedAt", "timezone_aware"),
        ("/application/hoursAWeek", "less_than_equal"),
        ("/application/startsOn", "date_from_datetime_parsing"),
        ("/application/plan", "missing"),
    } == {(error["location"], error["code"]) for error in told["errors"]}


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"cooperative": "nobody"}, "/application/cooperative"),
        ({"items": [{"code": "plan", "title": "p"}, {"code": "x", "title": "x"}]}, "/application/items/1"),
        ({"hoursAWeek": 30}, "/application/hoursAWeek"),
    ],
)
async def test_what_does_not_fit_the_policy_is_named(
    office: Office, changed: dict[str, Any], place: str
) -> None:
    """An unknown cooperative, an item that is not asked, more hours than the policy allows."""
    told = await office("caseworker1").refused(
        400, "not-acceptable", "/applications", an_application(**changed)
    )

    assert [place] == [error["location"] for error in told["errors"]]


async def test_a_cooperative_applies_for_itself_only(office: Office) -> None:
    """What is wrong is the cooperative that it names: there is no case yet that could be somebody else's."""
    told = await office("coop-b").refused(403, "not-permitted", "/applications", an_application())
    (mistake,) = told["errors"]

    assert ("/application/cooperative", told["detail"]) == (mistake["location"], mistake["detail"])
    assert "You apply for residents of your own cooperative only: groen-doen" == told["detail"]


@pytest.mark.parametrize(
    ("act", "place"),
    [
        (a_grant(validFrom=day(9), validUntil=day(8)), "/validUntil"),
        ({"kind": "made_up"}, "/kind"),
        ({"reasoning": "x"}, "/kind"),
    ],
)
async def test_what_is_wrong_with_an_act_is_told_at_its_field_in_a_sentence(
    office: Office, act: dict[str, Any], place: str
) -> None:
    """Also when its end lies before its start, or when it is no act at all."""
    path = f"/cases/{await applied(office)}/acts"
    (mistake,) = (await office("decider1").refused(400, "invalid-request", path, act))["errors"]

    assert place == mistake["location"]
    assert 10 < len(mistake["detail"]) < 100


async def test_a_form_that_lacks_a_field_or_an_answer_changes_nothing(office: Office) -> None:
    number, caseworker = await applied(office), office("caseworker1")
    await caseworker.did(f"/cases/{number}/acts", a_check())
    place = f"/tasks/{await task_of(caseworker, number)}/complete"
    no_reason, unanswered = a_review(), a_review()
    del no_reason["findings"][1]["reason"]
    del unanswered["findings"][0]
    one = await caseworker.refused(400, "invalid-request", place, no_reason)
    other = await caseworker.refused(400, "not-acceptable", place, unanswered)

    assert ["/findings/1/reason"] == [error["location"] for error in one["errors"]]
    assert ["/findings"] == [error["location"] for error in other["errors"]]
    assert POLICY.criteria[0].title.en in other["detail"]
    assert "right-to-benefit" not in other["detail"]
    assert ["application_received", "completeness_checked"] == await kinds(office, number)


async def test_a_reviewer_does_not_decide(office: Office) -> None:
    """Whatever other roles he holds: he also has the decider's mandate."""
    number = await applied(office)
    both = office("decider1", roles=["caseworker", "decider"])
    await both.did(f"/cases/{number}/acts", a_check())
    await both.did(f"/cases/{number}/acts", a_review())
    told = await both.refused(403, "not-permitted", f"/cases/{number}/acts", a_grant())

    assert told["detail"].startswith("You prepared this decision")
    assert "permission_granted" not in await kinds(office, number)


async def test_nobody_decides_outside_the_mandate(office: Office) -> None:
    number, decider = await reviewed(office), office("decider2")
    for wide in ({"validUntil": day(500)}, {"hoursAWeek": 20}):
        told = await decider.refused(403, "not-permitted", f"/cases/{number}/acts", a_grant(**wide))

        assert told["detail"].endswith("than your mandate allows: 12 months and 16 hours a week at most")
    await office("stranger", roles=["decider"], municipality="zonnedam").refused(
        403, "not-permitted", f"/cases/{number}/acts", a_grant()
    )
    await decider.did(f"/cases/{number}/acts", a_grant())


async def test_a_token_of_another_municipality_opens_nothing(office: Office) -> None:
    """Not to read, not to act on, and not in a list."""
    number = await applied(office)
    task = await task_of(office("caseworker1"), number)
    stranger = office("caseworker-other")
    for path in ("", "/timeline", "/deadlines"):
        problem(await stranger.get(f"/cases/{number}{path}"), 404, "not-found")
    problem(await stranger.get(f"/tasks/{task}"), 404, "not-found")
    await stranger.refused(404, "not-found", f"/cases/{number}/acts", a_note())
    await stranger.refused(404, "not-found", f"/tasks/{task}/claim")

    assert number not in [case["number"] for case in await stranger.items("/cases", limit=200)]
    assert [] == await stranger.items("/tasks", case=number)
    assert ["application_received"] == await kinds(office, number)


async def test_there_is_nothing_to_do_on_a_case_that_is_not_there(office: Office) -> None:
    for number in ("MD-0000-0000-0000", "nonsense"):
        await office("caseworker1").refused(404, "not-found", f"/cases/{number}/acts", a_note())
        await office("caseworker1").refused(404, "not-found", f"/tasks/{number}.1/claim")


async def test_what_happens_by_lapse_of_time_is_nobodys_to_do(office: Office) -> None:
    number = await applied(office)
    lapse = {"kind": "supplement_lapsed"}
    await office("caseworker1").refused(403, "not-permitted", f"/cases/{number}/acts", lapse)
    await office("caseworker1").refused(
        409, "not-now", f"/cases/{number}/acts", {"kind": "application_received", **an_application()}
    )


async def test_a_body_of_five_megabytes_is_refused(office: Office) -> None:
    await office("coop-a").refused(413, "too-large", "/applications", an_application(plan="x" * 5_000_000))


async def test_a_post_without_a_key_is_refused(office: Office) -> None:
    person = office("caseworker1")
    number = await applied(office)
    answer = await person.client.post(
        f"/api/v1/cases/{number}/acts", json=a_note(), headers={"Authorization": f"Bearer {person.token}"}
    )

    assert "Idempotency-Key" == problem(answer, 400, "invalid-request")["errors"][0]["location"]


async def test_a_refusal_is_kept_for_the_auditor_and_changes_nothing(office: Office) -> None:
    """Who tried what on which case, when, and why not; shown to the auditor of the case's municipality only."""
    number = await reviewed(office)
    before = await kinds(office, number)
    await office("coop-a").refused(403, "not-permitted", f"/cases/{number}/acts", a_grant())
    await office("caseworker-other").refused(404, "not-found", f"/cases/{number}/acts", a_note())
    kept = await office("auditor1").items("/refusals", case=number)
    told = [(one["who"], one["kind"], one["problem"], one["reason"]) for one in kept]

    assert before == await kinds(office, number)
    assert [
        (
            "Fatma Yıldız",
            "permission_granted",
            "NotPermitted",
            "Your role does not allow this; it takes: decider",
        ),
        ("Esther Blom", "note_added", "NotYours", "This case is not yours"),
    ] == told
    assert [] == await office("auditor9", roles=["auditor"], municipality="waterrijk").items(
        "/refusals", case=number
    )
    for user in ("coop-a", "caseworker1", "decider1", "coordinator1", "admin1", "controller1"):
        problem(await office(user).get("/refusals"), 403, "not-permitted")


async def test_a_strangers_attempt_on_a_closed_case_is_kept_too(office: Office) -> None:
    """He is told that there is no such case, and the auditor that he tried."""
    number = await applied(office)
    await office("coop-a").did(f"/cases/{number}/withdrawal", {})
    await office("coop-b").refused(404, "not-found", f"/cases/{number}/withdrawal", {})
    (kept,) = await office("auditor1").items("/refusals", case=number)

    assert ("application_withdrawn", "NotYours") == (kept["kind"], kept["problem"])


async def test_what_is_done_with_a_task_does_not_fulfil_it(office: Office) -> None:
    """A claim has an address of its own."""
    number, caseworker = await applied(office), office("caseworker1")
    task = await task_of(caseworker, number)
    await caseworker.refused(400, "not-acceptable", f"/tasks/{task}/complete", {"kind": "task_claimed"})
