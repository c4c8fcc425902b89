"""Whatever act somebody asks the form of, on whatever case: there is a form, or a word why not."""

from __future__ import annotations

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.authority import MAY
from domain.people import Role
from tests.api_live.office import Office
from tests.api_live.steps import applied, granted, reviewed

pytestmark = pytest.mark.asyncio(loop_scope="session")

WHO = {
    "everybody": {
        "municipality": "zonnedam",
        "roles": [each for each in Role if each is not Role.COOPERATIVE],
    }
}
"""Who may do whatever somebody of the municipality may."""
KINDS = sorted(str(kind.model_fields["kind"].default) for kind in MAY)


@pytest.mark.parametrize("user", ["everybody", "coop-a"])
async def test_every_form_opens_or_says_why_it_does_not(
    office: Office, database: AsyncEngine, user: str
) -> None:
    numbers = [await applied(office), await reviewed(office), await granted(office)]
    visitor = await office.visitor(database, user, **WHO.get(user, {}))
    addresses = [f"/cases/{number}/acts/{kind}" for number in numbers for kind in KINDS]
    statuses = {address: (await visitor.page(address)).status_code for address in addresses}

    assert {} == {address: status for address, status in statuses.items() if status not in {200, 404}}


async def test_the_form_of_an_objection_opens_from_its_case(office: Office, database: AsyncEngine) -> None:
    number = await granted(office)
    for user in ("caseworker1", "coop-a"):
        visitor = await office.visitor(database, user)

        assert "Who objects?" in await visitor.shown(f"/cases/{number}/acts/objection_received")
