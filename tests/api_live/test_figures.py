"""Figures for a dashboard, and lists as tables to take along."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from api.languages import DEFAULT, catalogue
from api.tables import LONGER
from domain.figures import without_small_groups
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


async def test_figures_tell_how_the_cases_stand(office: Office, database: AsyncEngine) -> None:
    """Of residents only in groups of five or more."""
    town = await a_town(office, database)
    caseworker = office("caseworker1", **town)
    (task, *_) = await caseworker.items("/tasks")
    await caseworker.did(f"/tasks/{task['id']}/claim")
    told = (await caseworker.get("/figures")).json()
    month = told["months"][-1]
    held = [load for load in told["workload"] if load["assigneeId"] == "caseworker1"]

    assert [("application", 2), ("participation", 1), ("objection", 0)] == [
        (each["phase"], each["cases"]) for each in told["phases"]
    ]
    assert {"kept": 0, "late": 1, "atRisk": 0, "overdue": 1} == told["terms"]
    assert {"cases": 0, "owedCents": 0} == told["penalties"]
    assert [("caseworker", "Sanne de Wit", 1)] == [
        (load["role"], load["name"], load["tasks"]) for load in held
    ]
    assert 12 == len(told["months"])
    assert (1, 1) == (month["done"], month["late"])
    assert {"permission_granted": None} == told["outcomes"]
    assert 3 == sum(each["applications"] for each in told["months"])
    assert {"de-werkplaats": None} == told["participants"]
    for user in ("controller1", "admin1"):
        assert told == (await office(user, **town).get("/figures")).json()
    problem(await office("coop-a", **town).get("/figures"), 403, "not-permitted")


def test_small_groups_are_left_out_and_cannot_be_reckoned_out() -> None:
    assert {"a": 0, "b": None, "c": None, "d": 9} == without_small_groups({"a": 0, "b": 4, "c": 5, "d": 9})
    assert {"a": None, "b": None, "c": 5} == without_small_groups({"a": 1, "b": 2, "c": 5})
    assert {"a": None} == without_small_groups({"a": 1})
    assert {"a": 5, "b": 0} == without_small_groups({"a": 5, "b": 0})


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
