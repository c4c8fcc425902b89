"""What the pages of a team tell after something was done: how it looks, and that it stays to be looked at."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.api_live.office import Office, Visitor, new_municipality
from tests.api_live.steps import an_application, day

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
