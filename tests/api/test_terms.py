"""The calculator of terms by the API: what it answers."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.asyncio

DECISION = "decision?receivedOn=2026-09-01"


async def asked(client: httpx.AsyncClient, question: str) -> Any:
    """The answer to a question that is in order."""
    answer = await client.get(f"/api/v1/terms/{question}")

    assert 200 == answer.status_code, answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("question", "due"),
    [
        ("decision?receivedOn=2026-03-20", "2026-05-18"),
        ("decision?receivedOn=2026-10-30", "2026-12-28"),
        ("decision?receivedOn=2026-09-25&weeks=13", "2026-12-25"),
        (f"{DECISION}&suspended=2026-09-08/2026-09-22", "2026-11-09"),
        (f"{DECISION}&suspended=2026-09-08%2F2026-09-22", "2026-11-09"),
        (f"{DECISION}&suspended=2026-09-10/2026-09-25&suspended=2026-09-08/2026-09-22", "2026-11-12"),
        (f"{DECISION}&suspended=2026-09-08/2026-09-08", "2026-10-27"),
        (f"{DECISION}&adjournedTo=2026-12-06", "2026-12-06"),
        (
            f"{DECISION}&adjournedTo=2026-12-01&adjournedOn=2026-10-20&suspended=2026-11-02/2026-11-07",
            "2026-12-05",
        ),
        ("set-aside?from=2026-09-22", "2026-10-20"),
        ("objection?sentOn=2026-04-03", "2026-05-18"),
        ("objection?sentOn=2026-11-13", "2026-12-28"),
        ("objection-decision?sentOn=2026-08-21", "2026-11-13"),
        ("objection-decision?sentOn=2026-08-21&committee=true", "2026-12-28"),
        ("objection-decision?sentOn=2026-08-21&committee=false&adjournedWeeks=6", "2026-12-25"),
        ("objection-decision?sentOn=2026-08-21&suspended=2026-10-05/2026-10-19", "2026-11-26"),
        (
            "objection-decision?sentOn=2026-08-21&adjournedWeeks=6&suspended=2026-12-01/2026-12-04",
            "2026-12-28",
        ),
    ],
)
async def test_a_term_is_answered_with_its_date_and_the_steps_to_it(
    client: httpx.AsyncClient, question: str, due: str
) -> None:
    """Each step with its reason in both languages, its article, and where it leads."""
    answer = await asked(client, question)

    assert (due, due, None) == (answer["dueOn"], answer["steps"][-1]["on"], answer["warning"])
    for step in answer["steps"]:
        assert {"reason", "article", "on"} == step.keys()
        assert step["reason"]["nl"]
        assert step["reason"]["en"]


async def test_the_steps_say_what_was_counted(client: httpx.AsyncClient) -> None:
    answer = await asked(client, f"{DECISION}&suspended=2026-09-08/2026-09-22")

    assert [
        ("2026-09-01", "Awb 4:13", "aanvraag ontvangen"),
        ("2026-10-27", "Awb 4:13", "8 weken"),
        ("2026-11-09", "Awb 4:15", "13 dagen opgeschort: 9 september 2026 tot en met 21 september 2026"),
    ] == [(step["on"], step["article"], step["reason"]["nl"]) for step in answer["steps"]]


async def test_a_repair_is_explained_by_its_own_article(client: httpx.AsyncClient) -> None:
    question = "objection-decision?sentOn=2026-08-21&suspended=2026-09-25/2026-10-09"
    step = (await asked(client, question))["steps"][-1]

    assert "Awb 7:10(2)" == step["article"]
    assert (
        "suspended for 6 days: 3 October 2026 to 8 October 2026 inclusive; before the term began: 7 days"
        == step["reason"]["en"]
    )


@pytest.mark.parametrize(
    ("question", "due"),
    [
        (f"{DECISION}&suspended=2026-10-27/2026-10-30", "2026-10-29"),
        (f"{DECISION}&suspended=2026-09-01/2026-09-04", "2026-10-29"),
        (f"{DECISION}&adjournedTo=2026-12-01&adjournedOn=2026-09-01", "2026-12-01"),
        (f"{DECISION}&adjournedTo=2026-12-01&adjournedOn=2026-10-27", "2026-12-01"),
        (f"{DECISION}&adjournedTo=2026-10-28", "2026-10-28"),
        (
            f"{DECISION}&adjournedTo=2026-12-01&adjournedOn=2026-10-20&suspended=2026-10-20/2026-10-23",
            "2026-12-03",
        ),
        (
            f"{DECISION}&adjournedTo=2026-12-01&adjournedOn=2026-10-20&suspended=2026-12-01/2026-12-04",
            "2026-12-03",
        ),
        ("objection-decision?sentOn=2026-08-21&suspended=2026-11-13/2026-11-16", "2026-11-16"),
        ("objection-decision?sentOn=2026-08-21&suspended=2026-08-21/2026-08-24", "2026-11-13"),
        ("objection?sentOn=2026-08-21&receivedOn=2026-10-02&postedOn=2026-10-02", "2026-10-02"),
        ("decision?receivedOn=1994-01-01", "1994-02-28"),
        ("decision?receivedOn=2199-12-31", "2200-02-25"),
    ],
)
async def test_the_first_and_the_last_day_that_can_be_are_taken(
    client: httpx.AsyncClient, question: str, due: str
) -> None:
    """On the day of receipt, of telling, and on the last day of the term itself."""
    assert due == (await asked(client, question))["dueOn"]


async def test_a_penalty_is_asked_about_from_the_day_of_the_notice_on(client: httpx.AsyncClient) -> None:
    answer = await asked(client, "penalty?receivedOn=2026-01-02&onDate=2026-01-02")

    assert ("2026-01-17", 0) == (answer["firstDayOn"], answer["owedCents"])


@pytest.mark.parametrize(
    ("question", "in_time"),
    [
        ("", None),
        ("&receivedOn=2026-10-02", True),
        ("&receivedOn=2026-10-05", False),
        ("&receivedOn=2026-10-09&postedOn=2026-10-02", True),
        ("&receivedOn=2026-10-10&postedOn=2026-10-02", False),
    ],
)
async def test_an_objection_is_told_to_be_in_time_when_that_is_asked(
    client: httpx.AsyncClient, question: str, in_time: bool | None
) -> None:
    answer = await asked(client, f"objection?sentOn=2026-08-21{question}")

    assert ("2026-10-02", in_time) == (answer["dueOn"], answer["inTime"])
    assert bool(question) == bool(answer["lodging"])


async def test_a_penalty_is_answered_in_cents_with_its_days(client: httpx.AsyncClient) -> None:
    answer = await asked(client, "penalty?receivedOn=2026-01-02&onDate=2026-02-13")
    steps = answer.pop("steps")

    assert {
        "firstDayOn": "2026-01-17",
        "lastDayOn": "2026-02-27",
        "days": 28,
        "owedCents": 81200,
        "stretches": [
            {
                "firstOn": "2026-01-17",
                "lastOn": "2026-01-30",
                "days": 14,
                "centsADay": 2300,
                "cents": 32200,
            },
            {
                "firstOn": "2026-01-31",
                "lastOn": "2026-02-13",
                "days": 14,
                "centsADay": 3500,
                "cents": 49000,
            },
        ],
        "fixByOn": None,
        "warning": None,
    } == answer
    assert "14 days at €35.00: €490.00" == steps[-1]["reason"]["en"]


@pytest.mark.parametrize(
    ("question", "first", "cents"),
    [
        ("&decisionDueOn=2026-01-01", "2026-01-17", 144200),
        ("&decisionDueOn=2026-01-02", None, 0),
        ("&stoppedOn=2026-01-31", "2026-01-17", 32200),
        ("&stoppedOn=2026-01-17", None, 0),
    ],
)
async def test_a_penalty_depends_on_the_term_and_stops_with_the_decision(
    client: httpx.AsyncClient, question: str, first: str | None, cents: int
) -> None:
    answer = await asked(client, f"penalty?receivedOn=2026-01-02&onDate=2026-03-31{question}")

    assert (first, cents) == (answer["firstDayOn"], answer["owedCents"])


@pytest.mark.parametrize(
    "question",
    [
        "decision?receivedOn=2028-11-20",
        "set-aside?from=2028-12-20",
        "objection?sentOn=2028-12-01",
        "objection-decision?sentOn=2028-10-20",
        "decision?receivedOn=2021-09-01",
    ],
)
async def test_a_date_in_a_year_without_its_decree_has_a_warning(
    client: httpx.AsyncClient, question: str
) -> None:
    warning = (await asked(client, question))["warning"]

    assert "2028" in warning["nl"] or "2023" in warning["nl"]
    assert warning["en"]


async def test_the_document_tells_what_each_question_takes(client: httpx.AsyncClient) -> None:
    paths = (await client.get("/api/v1/openapi.json")).json()["paths"]
    taken = {
        path.removeprefix("/terms/"): [parameter["name"] for parameter in item["get"]["parameters"]]
        for path, item in paths.items()
        if path.startswith("/terms/")
    }

    assert {
        "decision": ["receivedOn", "weeks", "suspended", "adjournedTo", "adjournedOn"],
        "set-aside": ["from"],
        "objection": ["sentOn", "receivedOn", "postedOn"],
        "objection-decision": ["sentOn", "committee", "suspended", "adjournedWeeks"],
        "penalty": ["receivedOn", "onDate", "decisionDueOn", "stoppedOn"],
    } == taken
