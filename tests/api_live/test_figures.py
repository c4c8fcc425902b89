"""Figures for a dashboard, and lists as tables to take along."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from api.beginnings import today
from api.languages import DEFAULT, catalogue
from api.tables import LONGER
from domain.figures import Span
from domain.matters.exposure import Owing
from tests.api_live.office import Office, new_municipality, problem
from tests.api_live.steps import a_check, a_grant, a_review, an_application, an_old_application

pytestmark = pytest.mark.asyncio(loop_scope="session")

ODD = "=HYPERLINK(0)"


async def a_town(office: Office, database: AsyncEngine) -> dict[str, Any]:
    """Three applications: a new one, one that is overdue and one that was granted too late."""
    town = {"municipality": await new_municipality(database)}
    desk, caseworker = office("caseworker2", **town), office("caseworker1", **town)
    await office("coop-a", **town).did(
        "/applications", an_application(resident={"bsn": "999990019", "name": ODD})
    )
    await desk.did("/applications", an_old_application())
    number = (await desk.did("/applications", an_old_application()))["case"]
    await caseworker.did(f"/cases/{number}/acts", a_check())
    await caseworker.did(f"/cases/{number}/acts", a_review())
    await office("decider1", **town).did(f"/cases/{number}/acts", a_grant())
    return town


MORE = """
insert into {table}
select (jsonb_populate_record(one, to_jsonb(one) || jsonb_build_object('number', one.number || '-' || n) || {own})).*
from {table} one, generate_series(2, 6) n where one.number = :number
"""
OF_MORE = {"cases": "'{}'", "acts": "'{}'", "tasks": "jsonb_build_object('id', one.id || '-' || n)"}


async def six_of_each(town: dict[str, Any], database: AsyncEngine) -> None:
    """Each case of the town six times, with its acts and tasks."""
    of_town = {"town": town["municipality"]}
    async with database.begin() as connection:
        numbers = await connection.scalars(
            text("select number from cases where municipality = :town"), of_town
        )
        for number in numbers.all():
            for table, own in OF_MORE.items():
                await connection.execute(text(MORE.format(table=table, own=own)), {"number": number})


async def test_figures_tell_how_the_cases_stand(office: Office, database: AsyncEngine) -> None:
    """To who sees cases, and to who watches over money or the system."""
    town = await a_town(office, database)
    caseworker = office("caseworker1", **town)
    (task, *_) = await caseworker.items("/tasks")
    await caseworker.did(f"/tasks/{task['id']}/claim")
    await six_of_each(town, database)
    told = (await caseworker.get("/figures")).json()
    month = told["months"][-1]
    held = [load for load in told["workload"] if load["assigneeId"] == "caseworker1"]

    assert 18 == told["open"]
    assert [("application", 12), ("participation", 6), ("objection", 0)] == [
        (each["phase"], each["cases"]) for each in told["phases"]
    ]
    assert {"done": 6, "kept": 0, "late": 6, "atRisk": 0, "later": 6, "overdue": 6} == told["terms"]
    nothing = {"cases": 0, "owedCents": 0, "dayCents": 0, "mostCents": 0}
    assert nothing | {"byOwing": dict.fromkeys(Owing, nothing)} == told["penalties"]
    assert [("caseworker", "Sanne de Wit", 6)] == [
        (load["role"], load["name"], load["tasks"]) for load in held
    ]
    assert 12 == len(told["months"])
    assert (6, 6) == (month["done"], month["late"])
    assert {"permission_granted": 6} == told["outcomes"]
    assert {"overdue": 0, "due": 0, "bySpan": dict.fromkeys(Span, 0)} == told["reassessments"]
    assert 18 == sum(each["applications"] for each in told["months"])
    assert {"de-werkplaats": 6} == told["participants"]
    for user in ("controller1", "admin1"):
        assert told == (await office(user, **town).get("/figures")).json()
    problem(await office("coop-a", **town).get("/figures"), 403, "not-permitted")


async def test_reassessments_are_told_by_how_late_they_are_and_how_soon(
    office: Office, database: AsyncEngine
) -> None:
    """A day that is the last of a span belongs to it."""
    town = await a_town(office, database)
    await six_of_each(town, database)
    days = {"over_eight_weeks_late": -57, "over_two_weeks_late": -56, "up_to_two_weeks_late": -14}
    days |= {"within_two_weeks": 0, "within_four_weeks": 15, "within_eight_weeks": 56}
    found: dict[str, int] = {}
    for span, later in days.items():
        async with database.begin() as connection:
            await connection.execute(
                text(
                    "update cases set reassessment_on = :on where status = 'participation' and municipality = :town"
                ),
                {"town": town["municipality"], "on": today() + timedelta(days=later)},
            )
        told = (await office("admin1", **town).get("/figures")).json()["reassessments"]
        found[span] = told["bySpan"][span]
        assert 6 == sum(told["bySpan"].values())
        assert (6 if later < 0 else 0) == told["overdue"]

    assert dict.fromkeys(days, 6) == found


async def test_what_is_owed_is_told_by_what_it_still_costs(office: Office, database: AsyncEngine) -> None:
    """Of five cases or more; where fewer stand, neither their amount nor the whole is told."""
    town = await a_town(office, database)
    await six_of_each(town, database)
    on = today()
    running: dict[str, Any] = {
        "received_on": str(on - timedelta(days=15)),
        "decided_on": None,
        "determined_cents": None,
    }
    settling = running | {"determined_cents": 23_00}
    statement = text(
        "update cases set in_default_since = :on, defaults = cast(:kept as jsonb) where number in (select number"
        " from cases where municipality = :town and in_default_since is null order by number limit :cases)"
    )

    async def owed(kept: dict[str, Any], cases: int) -> dict[str, Any]:
        values = {"on": on, "kept": json.dumps([kept]), "town": town["municipality"], "cases": cases}
        async with database.begin() as connection:
            await connection.execute(statement, values)
        return (await office("controller1", **town).get("/figures")).json()["penalties"]

    all_told, too_few = await owed(running, 6), await owed(settling, 4)
    of_six = {"cases": 6, "owedCents": 6 * 23_00, "dayCents": 6 * 23_00, "mostCents": 6 * 1442_00}
    left_out = {"cases": None, "owedCents": None, "dayCents": None, "mostCents": None}

    assert of_six == {name: count for name, count in all_told.items() if name != "byOwing"}
    assert of_six == too_few["byOwing"]["running"]
    assert left_out == too_few["byOwing"]["settling"]
    assert left_out == {name: count for name, count in too_few.items() if name != "byOwing"}


async def test_of_a_few_residents_no_number_is_told(office: Office, database: AsyncEngine) -> None:
    """Not as JSON, which says why, and not in a table."""
    town = await a_town(office, database)
    caseworker = office("caseworker1", **town)
    told = (await caseworker.get("/figures")).json()
    answer = await caseworker.get("/figures", format="csv")
    table = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert "fewer than 5" in told["leftOut"]
    assert [] == re.findall(r"(?<=: )[1-9]\d*(?=[,}\]])", json.dumps(told))
    assert {"0", "0.00", "fewer than 5, or left out"} == {row["Count"] for row in table}


@pytest.mark.parametrize("path", ["/cases", "/tasks", "/figures", "/acts", "/exceptions", "/refusals"])
async def test_each_list_can_be_taken_along_as_a_table(
    office: Office, database: AsyncEngine, path: str
) -> None:
    """In Dutch with semicolons, in English with commas; the first line says what is in the columns."""
    town = await a_town(office, database)
    auditor = office("auditor1", **town)
    answer = await auditor.get(path, format="csv")
    by_accept = await auditor.client.get(
        f"/api/v1{path}",
        headers={"Authorization": f"Bearer {auditor.token}", "Accept": "text/csv", "Accept-Language": "nl"},
    )
    english = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    dutch = list(csv.reader(io.StringIO(by_accept.content.decode("utf-8-sig")), delimiter=";"))
    book = zipfile.ZipFile(io.BytesIO((await auditor.get(path, format="xlsx")).content))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()

    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert "text/csv; charset=utf-8" == answer.headers["content-type"]
    assert re.fullmatch(r'attachment; filename="\w+-[\d-]+\.csv"', answer.headers["content-disposition"])
    assert len(english) == len(dutch) == sheet.count("<row ")
    assert len(english[0]) == len(dutch[0])
    assert [catalogue(DEFAULT)[title] for title in english[0]] == dutch[0]
    assert "<f>" not in sheet
    assert "<autoFilter " in sheet
    assert "<cols>" in sheet


async def test_a_table_reads_as_its_reader_writes(office: Office, database: AsyncEngine) -> None:
    """Days are days, moments of the clock of the Netherlands, amounts in euros, and cooperatives have their names."""
    town = await a_town(office, database)
    number = (await office("auditor1", **town).get("/cases")).json()["items"][0]["number"]
    owing = {"received_on": "2026-06-01", "decided_on": None, "determined_cents": 23_50}
    async with database.begin() as connection:
        await connection.execute(
            text(
                "update cases set changed_at = '2026-07-01T22:30:05.123Z', in_default_since = '2026-06-01',"
                " defaults = cast(:kept as jsonb) where number = :number"
            ),
            {"kept": json.dumps([owing]), "number": number},
        )
    auditor = office("auditor1", **town)
    answer = await auditor.client.get(
        "/api/v1/cases/_sample?size=500&seed=zo",
        headers={"Authorization": f"Bearer {auditor.token}", "Accept": "text/csv", "Accept-Language": "nl"},
    )
    *rows, drawn = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    row = next(dict(zip(rows[0], row, strict=True)) for row in rows if row[0] == number)
    book = zipfile.ZipFile(io.BytesIO((await auditor.get("/cases", format="xlsx")).content))

    assert "steekproef-" in answer.headers["content-disposition"]
    assert ["Getrokken met het beginwoord zo, uit 3 zaken."] == drawn
    assert ("2026-07-02 00:30:05", "23,50") == (row["Gewijzigd op"], row["Verschuldigd in euro's"])
    assert row["Coöperatie"].startswith("Sociale coöperatie")
    assert 'name="Cases"' in book.read("xl/workbook.xml").decode()
    assert "d mmm yyyy hh:mm:ss" in book.read("xl/styles.xml").decode()


async def test_no_cell_is_a_formula(office: Office, database: AsyncEngine) -> None:
    town = await a_town(office, database)
    auditor = office("auditor1", **town)
    table = (await auditor.get("/cases", format="csv")).content.decode("utf-8-sig")
    found = [row["Resident"] for row in csv.DictReader(io.StringIO(table))]

    assert f"'{ODD}" in found
    assert {"being checked", "taking part"} <= {row["Status"] for row in csv.DictReader(io.StringIO(table))}


async def test_a_table_is_bounded_and_says_so(
    office: Office, database: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read in parts, one after the other; a table that just fits says nothing."""
    town = await a_town(office, database)
    auditor = office("auditor1", **town)
    monkeypatch.setattr("api.tables.CHUNK", 2)
    whole = (await auditor.get("/cases", format="csv")).text.splitlines()
    monkeypatch.setattr("api.tables.MAX_ROWS", 3)
    fits = (await auditor.get("/cases", format="csv")).text.splitlines()
    monkeypatch.setattr("api.tables.MAX_ROWS", 2)
    cut = (await auditor.get("/cases", format="csv")).text.splitlines()

    assert 4 == len(whole)
    assert whole == fits
    assert [*whole[:3], LONGER] == cut
    assert LONGER in catalogue(DEFAULT)
