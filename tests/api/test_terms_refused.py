"""What the calculator of terms refuses: what is no day, what is unknown, and what contradicts itself."""

from __future__ import annotations

import httpx
import pytest

from tests.api.answers import assert_is_problem

pytestmark = pytest.mark.asyncio

DECISION = "decision?receivedOn=2026-09-01"


@pytest.mark.parametrize(
    ("question", "place", "code", "detail"),
    [
        ("decision", "receivedOn", "missing", "Dit is verplicht."),
        ("decision?receivedOn=1-9-2026", "receivedOn", "day", "Schrijf een dag als jaar-maand-dag"),
        ("decision?receivedOn=20260901", "receivedOn", "day", "Schrijf een dag als jaar-maand-dag"),
        ("decision?receivedOn=0", "receivedOn", "day", "Schrijf een dag als jaar-maand-dag"),
        ("decision?receivedOn=", "receivedOn", "day", "Schrijf een dag als jaar-maand-dag"),
        ("decision?receivedOn=2026-02-30", "receivedOn", "day", "Schrijf een dag als jaar-maand-dag"),
        ("decision?receivedOn=2026-W40-2", "receivedOn", "day", "Schrijf een dag als jaar-maand-dag"),
        ("decision?receivedOn=1850-01-01", "receivedOn", "day_out_of_reach", "Geef een dag in de jaren 1900"),
        ("decision?receivedOn=9999-12-31", "receivedOn", "day_out_of_reach", "Geef een dag in de jaren 1900"),
        (
            "decision?receivedOn=1990-01-01",
            "receivedOn",
            "contradiction",
            "Wat de wet vóór 1 januari 1994 zei",
        ),
        (f"{DECISION}&weeks=0", "weeks", "greater_than_equal", "1 of meer"),
        (f"{DECISION}&weeks=53", "weeks", "less_than_equal", "52 of minder"),
        (f"{DECISION}&weeks=acht", "weeks", "int_parsing", "geheel getal"),
        (f"{DECISION}&comittee=true", "comittee", "extra_forbidden", "kennen we hier niet"),
        (f"{DECISION}&receivedOn=2026-09-02", "receivedOn", "given_twice", "Geef dit één keer op"),
        (
            f"{DECISION}&suspended=2026-09-08",
            "suspended.0",
            "span",
            "Schrijf twee dagen met een schuine streep",
        ),
        (f"{DECISION}&suspended=2026-09-08/x", "suspended.0", "day", "Schrijf een dag als jaar-maand-dag"),
        (f"{DECISION}&suspended=2026-09-08/9999-12-31", "suspended.0", "day_out_of_reach", "Geef een dag in"),
        (
            f"{DECISION}&suspended=2026-09-08/2026-09-22&suspended=2026-09-22/2026-09-08",
            "suspended.1",
            "ends_before_asked",
            "De tweede dag ligt vóór de eerste",
        ),
        (
            f"{DECISION}" + "&suspended=2026-09-08/2026-09-22" * 21,
            "suspended",
            "too_long",
            "20",
        ),
        (
            f"{DECISION}&suspended=2026-08-31/2026-09-22",
            "suspended",
            "contradiction",
            "Opschorten kan niet vóór 1 september 2026",
        ),
        (
            f"{DECISION}&suspended=2026-10-28/2026-11-11",
            "suspended",
            "contradiction",
            "De termijn eindigde op 27 oktober 2026, vóór deze opschorting",
        ),
        (
            f"{DECISION}&adjournedTo=2026-12-01&suspended=2026-11-02/2026-11-07",
            "suspended",
            "contradiction",
            "De termijn eindigde op 27 oktober 2026",
        ),
        (
            f"{DECISION}&adjournedTo=2026-12-01&adjournedOn=2026-10-20&suspended=2026-12-02/2026-12-09",
            "suspended",
            "contradiction",
            "De termijn eindigde op 1 december 2026",
        ),
        (
            f"{DECISION}&adjournedTo=2026-10-27",
            "adjournedTo",
            "contradiction",
            "De nieuwe datum ligt na 27 oktober 2026",
        ),
        (
            f"{DECISION}&adjournedTo=2026-11-09&suspended=2026-09-08/2026-09-22",
            "adjournedTo",
            "contradiction",
            "De nieuwe datum ligt na 9 november 2026",
        ),
        (
            f"{DECISION}&adjournedOn=2026-10-20",
            "adjournedTo",
            "contradiction",
            "Geef ook de nieuwe datum die op 20 oktober 2026 is meegedeeld",
        ),
        (
            f"{DECISION}&adjournedTo=2026-12-01&adjournedOn=2026-10-28",
            "adjournedOn",
            "contradiction",
            "Dat was te laat: de termijn eindigde op 27 oktober 2026",
        ),
        (
            f"{DECISION}&adjournedTo=2026-12-01&adjournedOn=2026-08-31",
            "adjournedOn",
            "contradiction",
            "De aanvraag kwam later binnen, op 1 september 2026",
        ),
        ("set-aside", "from", "missing", "Dit is verplicht."),
        ("set-aside?from=gisteren", "from", "day", "Schrijf een dag als jaar-maand-dag"),
        ("set-aside?from=1993-12-31", "from", "contradiction", "Wat de wet vóór 1 januari 1994 zei"),
        ("objection", "sentOn", "missing", "Dit is verplicht."),
        ("objection?sentOn=1993-12-31", "sentOn", "contradiction", "Wat de wet vóór 1 januari 1994 zei"),
        (
            "objection?sentOn=2026-08-21&postedOn=2026-10-02",
            "receivedOn",
            "contradiction",
            "Geef ook de dag waarop het binnenkwam",
        ),
        (
            "objection?sentOn=2026-08-21&postedOn=2026-10-02&receivedOn=2026-10-01",
            "postedOn",
            "contradiction",
            "Het kwam eerder binnen, op 1 oktober 2026",
        ),
        ("objection-decision", "sentOn", "missing", "Dit is verplicht."),
        (
            "objection-decision?sentOn=2009-09-30",
            "sentOn",
            "contradiction",
            "Wat de wet vóór 1 oktober 2009 zei",
        ),
        ("objection-decision?sentOn=2026-08-21&committee=misschien", "committee", "bool_parsing", "true"),
        (
            "objection-decision?sentOn=2026-08-21&adjournedWeeks=7",
            "adjournedWeeks",
            "contradiction",
            "Verdagen kan met ten hoogste 6 weken",
        ),
        (
            "objection-decision?sentOn=2026-08-21&adjournedWeeks=-1",
            "adjournedWeeks",
            "greater_than_equal",
            "0 of meer",
        ),
        (
            "objection-decision?sentOn=2026-08-21&suspended=2026-08-20/2026-10-19",
            "suspended",
            "contradiction",
            "Opschorten kan niet vóór 21 augustus 2026",
        ),
        (
            "objection-decision?sentOn=2026-08-21&suspended=2026-11-14/2026-11-19",
            "suspended",
            "contradiction",
            "De termijn eindigde op 13 november 2026",
        ),
        ("penalty?receivedOn=2026-01-02", "onDate", "missing", "Dit is verplicht."),
        ("penalty?onDate=2026-01-02", "receivedOn", "missing", "Dit is verplicht."),
        (
            "penalty?receivedOn=2018-12-31&onDate=2019-02-01",
            "receivedOn",
            "contradiction",
            "Wat de wet vóór 1 januari 2019 zei",
        ),
        (
            "penalty?receivedOn=2026-01-02&onDate=2026-01-01",
            "onDate",
            "contradiction",
            "De ingebrekestelling kwam later binnen, op 2 januari 2026",
        ),
        (
            "penalty?receivedOn=2026-01-02&onDate=2026-02-01&stoppedOn=nee",
            "stoppedOn",
            "day",
            "Schrijf een dag als jaar-maand-dag",
        ),
    ],
)
async def test_what_cannot_be_is_refused_with_the_part_to_mend(
    client: httpx.AsyncClient, question: str, place: str, code: str, detail: str
) -> None:
    answer = await client.get(f"/api/v1/terms/{question}", headers={"Accept-Language": "nl"})
    (error,) = assert_is_problem(answer, 400, "invalid-request")["errors"]

    assert ("query", place, code) == (error["in"], error["location"], error["code"])
    assert detail in error["detail"]


async def test_all_that_is_not_a_day_is_told_at_once(client: httpx.AsyncClient) -> None:
    answer = await client.get("/api/v1/terms/penalty?receivedOn=x&onDate=y")

    assert ["receivedOn", "onDate"] == [
        error["location"] for error in assert_is_problem(answer, 400, "invalid-request")["errors"]
    ]


async def test_a_refusal_is_told_in_english_too(client: httpx.AsyncClient) -> None:
    answer = await client.get(f"/api/v1/terms/{DECISION}&adjournedTo=2026-10-27")
    (error,) = assert_is_problem(answer, 400, "invalid-request")["errors"]

    assert "The new date lies after 27 October 2026, the date without it" == error["detail"]


@pytest.mark.parametrize(
    "question", ["decision", "set-aside", "objection", "objection-decision", "penalty?receivedOn=x"]
)
async def test_a_stranger_is_told_to_sign_in_before_anything_else(
    stranger: httpx.AsyncClient, question: str
) -> None:
    assert_is_problem(await stranger.get(f"/api/v1/terms/{question}"), 401, "not-signed-in")
