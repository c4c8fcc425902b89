"""What the cooperative objects to for itself, and what the resident does to what it was given. Awb 1:3(3), 7:2, 7:3."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import (
    HearingDeclined,
    HearingReopened,
    NoHearing,
    Outcome,
    Party,
    ResidentUnheard,
    ViewWaiver,
)
from tests.examples import (
    WHY,
    a_grant,
    a_refusal,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    decider2,
    decider3,
    objections1,
)
from tests.objecting import a_decision, a_hearing_agreed_to, a_judgement, a_waiver
from tests.permitting import a_refused_adjustment, an_adjustment, an_adjustment_asked
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import ENDS, STARTS, reviewed
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

DAY = date(2030, 4, 10)
MET, DECLINED = a_waiver(NoHearing.FULLY_MET), HearingDeclined()
HE_TOO = HearingDeclined(resident_too=ResidentUnheard.DECLINED)
UPHELD = a_decision(Outcome.UPHELD, no_hearing=NoHearing.DECLINED)
NOT_ON_HIS_FACTS, HEARD_BEFORE = ViewWaiver.NOT_ON_HIS_FACTS, ViewWaiver.HEARD_BEFORE


async def asked(story: Story, hours: int, by: Party) -> int:
    """While he takes part for eight hours a week; the number of the request."""
    await reviewed(story)
    await story.did(decider1, a_grant(STARTS, ENDS, 8, view_waived=NOT_ON_HIS_FACTS))
    await story.time_passes_until(DAY)
    return (await story.did(coop_a, an_adjustment_asked(hours, on_behalf_of=by))).version


async def objected(story: Story, version: int, objector: str) -> Story:
    """Against that decision, once it was sent; it can be dealt with, and not met at once."""
    await story.went_out(version)
    objection = await an_objection_to(story, objector, DAY, version=version, objector=objector)
    await objection.did(objections1, a_judgement())

    assert "NotAcceptable" == await objection.refused(objections1, MET)

    return objection


async def hours(story: Story) -> int:
    """Those for which he may take part."""
    permission = (await story.case()).permission
    assert permission is not None
    return permission.hours_a_week


@pytest.mark.parametrize("then", [HE_TOO, a_hearing_agreed_to(DAY)], ids=["gave it up", "heard"])
async def test_the_cooperative_takes_no_hours_from_the_resident_unheard(
    story: Story, then: HearingDeclined
) -> None:
    """It asked for fewer for itself, and objects to the refusal. Awb 4:8, 4:11(b), 7:2(2)."""
    request = await asked(story, 4, Party.COOPERATIVE)
    refused = a_refused_adjustment(request, NOT_ON_HIS_FACTS)
    objection = await objected(story, (await story.did(caseworker2, refused)).version, "cooperative")
    await objection.did(coop_a, DECLINED)

    assert "NotAcceptable" == await objection.refused(decider2, UPHELD)

    await objection.did(decider2, HearingReopened(reason=WHY))

    assert then is not HE_TOO or "NotAcceptable" == await objection.refused(coop_a, HE_TOO)

    await objection.did(objections1, then)
    await objection.did(decider2, UPHELD if then is HE_TOO else a_decision(Outcome.UPHELD))
    await story.hears("objection_closed")
    await story.did(caseworker1, an_adjustment(request, 4, view_waived=HEARD_BEFORE))

    assert 4 == await hours(story)


async def test_the_cooperative_does_not_annul_more_hours_unheard(story: Story) -> None:
    """The resident asked for them, and loses them where its objection to them is met. Awb 7:2(2), 7:3(e)."""
    request = await asked(story, 16, Party.RESIDENT)
    given = (await story.did(caseworker2, an_adjustment(request, 16))).version
    objection = await objected(story, given, "cooperative")
    await objection.did(coop_a, DECLINED)

    assert "NotAcceptable" == await objection.refused(decider2, UPHELD)

    await objection.did(decider2, HearingReopened(reason=WHY))
    await objection.did(objections1, HE_TOO)
    await objection.did(decider2, UPHELD)
    await story.hears("objection_closed")

    assert 16 == await hours(story)

    await story.did(caseworker1, a_refused_adjustment(request, HEARD_BEFORE))

    assert 8 == await hours(story)


async def test_nor_does_the_resident_what_the_cooperative_was_given(story: Story) -> None:
    """What the municipality has from him alone is not from the cooperative, which speaks for both. Awb 2:1, 7:2(2)."""
    request = await asked(story, 6, Party.COOPERATIVE)
    given = (await story.did(caseworker2, an_adjustment(request, 6, view_waived=NOT_ON_HIS_FACTS))).version
    objection = await objected(story, given, "resident")
    await objection.did(objections1, DECLINED)

    assert "NotAcceptable" == await objection.refused(decider2, UPHELD)

    await objection.did(decider2, HearingReopened(reason=WHY))
    await objection.did(coop_a, DECLINED)
    await objection.did(decider2, UPHELD)
    await story.hears("objection_closed")

    assert 8 == await hours(story)


async def test_who_did_not_object_himself_was_not_heard_before(contested: Story) -> None:
    """The cooperative declined for itself; a refusal is refused again after the resident's view. Awb 4:7, 4:11(b)."""
    objection = await an_objection_to(contested, "for-itself", objector="cooperative")
    await decided(objection, Outcome.UPHELD)
    await contested.hears("objection_upheld")

    assert "NotAcceptable" == await contested.refused(decider3, a_refusal(view_waived=HEARD_BEFORE))
