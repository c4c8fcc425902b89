"""Who heard an objector, of the municipality's own people, is known by his id. Awb 7:5."""

from __future__ import annotations

import pytest

from tests.api_live.office import Office
from tests.api_live.steps import WHY, day
from tests.api_live.test_objections import AN_OBJECTION, JUDGED, refused

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_colleague_who_heard_is_one_whom_the_municipality_knows(office: Office) -> None:
    """Another id could be anybody's; who had a part in the decision is barred under whatever name."""
    number = await refused(office)
    objection = (await office("coop-a").did(f"/cases/{number}/objections", AN_OBJECTION))["case"]
    officer, acts = office("objections1"), f"/cases/{objection}/acts"
    await officer.did(acts, JUDGED)
    heard = {"kind": "hearing_held", "heldOn": day(0), "atShortNotice": "agreed", "report": WHY}

    for staff, told in (("nobody-at-all", "Nobody of this id"), ("decider1", "had a part in the decision")):
        problem = await officer.refused(
            400, "not-acceptable", acts, heard | {"staff": [{"id": staff, "name": "A. de Wit"}]}
        )

        assert told in f"{problem}"
    await officer.refused(400, "invalid-request", acts, heard)
    await officer.did(acts, heard | {"staff": [{"id": "objections1", "name": "An Officer"}]})

    assert "objection_decision" == (await officer.get(f"/cases/{objection}")).json()["status"]
