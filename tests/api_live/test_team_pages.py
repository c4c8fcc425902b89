"""What the pages of a team tell after something was done: how it looks, and that it stays to be looked at."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.api_live.office import Office, Visitor, new_municipality
from tests.api_live.steps import a_check, an_application, applied, day, kinds

pytestmark = pytest.mark.asyncio(loop_scope="session")

TONE = re.compile(r'meedoen-alert--(\w+)" role="status"')


async def told(visitor: Visitor, path: str, **form: str) -> str:
    """How it looks what the page tells to which a form leads."""
    answer = await visitor.sent(path, form | {"key": uuid4().hex})
    assert answer.is_redirect, answer.text
    while answer.is_redirect:
        answer = await visitor.page(answer.headers["location"])
    return "".join(TONE.findall(answer.text))


async def test_only_what_went_well_looks_like_it(served: Office, database: AsyncEngine) -> None:
    """That somebody is away is no success; nor that his substitute cannot do all, or that there is no work."""
    town: dict[str, Any] = {"municipality": await new_municipality(database)}
    visitor = await served.visitor(database, "caseworker1", **town)
    away = {"substitute-id": "sam", "substitute-name": "Sam Vos"}
    soon, later = {"first": day(30), "last": day(31)}, {"first": day(40), "last": day(41)}

    assert "info" == await told(visitor, "/team/absences", **away, **soon)
    assert "info" == await told(visitor, "/work/next")
    await served("coop-a", **town).did("/applications", an_application())
    assert "ok" == await told(visitor, "/work/next")
    assert "warning" == await told(visitor, "/team/absences", **away, **later)


async def test_what_came_of_handing_out_can_be_looked_at_again(office: Office, database: AsyncEngine) -> None:
    """It gives nothing anew, and its address, which is kept in logs, names nobody; to others it tells nothing."""
    given, late = [await applied(office) for _ in range(2)]
    visitor = await office.visitor(database, "coordinator1")
    form = {"assignee-id": "iris", "assignee-name": "Iris Hage", "key": uuid4().hex}
    await office("caseworker1").did(f"/tasks/{late}.1/complete", a_check())
    led = await visitor.sent("/team/assign?view=all", form | {"task": [f"{given}.1", f"{late}.1"]})
    to = led.headers["location"]
    once, again = await visitor.shown(to), await visitor.shown(to)

    assert (303, once) == (led.status_code, again)
    assert "Tasks that went to Iris Hage: 1 of 2." in once
    assert once.index(f"{late} Not given Sanne de Wit did this on") < once.index(f"{given} Given")
    assert ["application_received", "task_assigned"] == await kinds(office, given)
    assert to.startswith("/team/assign/given?view=all&")
    assert not any(word in to for word in ("iris", "Iris", given))

    other = await office.visitor(database, "coordinator1")
    elsewhere = [await other.page(to), await other.page("/team/assign/given?view=all")]

    assert ["/team/assign?view=all"] * 2 == [answer.headers["location"] for answer in elsewhere]
