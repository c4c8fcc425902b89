"""A request to renew that is open again stands beside a newer one: each is decided on by itself. Awb 7:11(2)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import Act, Outcome, RenewalWithdrawn, RequestSetAside, ViewWaiver
from tests.examples import WHY, a_check, caseworker2, coop_a, decider1, decider3
from tests.permitting import a_refused_renewal, a_renewal, a_renewal_asked, an_advice_to_renew
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import granted
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

LAST, ASKED_ON, UNTIL = date(2030, 8, 31), date(2030, 6, 3), date(2030, 6, 17)
CHRISTMAS, LONGER = date(2030, 12, 24), date(2031, 3, 31)


async def set_aside(story: Story) -> tuple[int, Story]:
    """A request lacked the plan; the story of the objection to that."""
    await granted(story, LAST)
    await story.went_out()
    await story.time_passes_until(ASKED_ON)
    request = (await story.did(coop_a, a_renewal_asked(LONGER))).version
    await story.did(caseworker2, a_check("plan"))
    await story.day_passes(UNTIL)
    decision = (await story.did(decider1, RequestSetAside(about=request, reasoning=WHY))).version
    await story.went_out()
    objection = await an_objection_to(story, "set-aside", on=date(2030, 6, 20), version=decision)
    await story.hears("objection_lodged")
    return request, objection


async def tasks_of(story: Story) -> list[tuple[int | None, str]]:
    return [(task.about, task.accepts[0]) for task in (await story.case()).tasks]


@pytest.mark.parametrize(
    ("until", "answers"),
    [
        (LONGER, (RenewalWithdrawn(),)),
        (LONGER, (an_advice_to_renew("refuse"), a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))),
        (CHRISTMAS, (an_advice_to_renew(), a_renewal(CHRISTMAS))),
        (LONGER, (an_advice_to_renew(), a_renewal(LONGER))),
    ],
    ids=("withdrawn", "refused", "renewed for less", "renewed for as much"),
)
async def test_what_was_decided_on_a_newer_request_does_not_answer_an_older_one(
    story: Story, until: date, answers: tuple[Act, ...]
) -> None:
    """Also where nothing of what it asked is left: somebody decides, and says so."""
    request, objection = await set_aside(story)
    await story.did(coop_a, a_renewal_asked(until))
    for act in answers:
        who = coop_a if isinstance(act, RenewalWithdrawn) else caseworker2 if act is answers[0] else decider3
        await story.did(who, act)

    assert [] == await tasks_of(story)

    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert [(request, "renewal_advised")] == await tasks_of(story)

    await story.did(caseworker2, an_advice_to_renew())

    assert "NotTheSame" == await story.refused(decider1, a_renewal(LONGER))

    await story.did(decider3, a_renewal(LONGER))
    case = await story.case()

    assert [] == await tasks_of(story)
    assert "renewal" not in terms.of(case)
    assert case.permission
    assert LONGER == case.permission.valid_until
    await story.is_told_truly()


async def test_two_requests_that_are_open_are_each_advised_on_and_decided(story: Story) -> None:
    """Who takes one back says which."""
    first, objection = await set_aside(story)
    second = (await story.did(coop_a, a_renewal_asked(CHRISTMAS))).version
    await story.did(caseworker2, an_advice_to_renew())
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert [(second, "permission_renewed"), (first, "renewal_advised")] == await tasks_of(story)
    assert "NotAcceptable" == await story.refused(coop_a, RenewalWithdrawn())

    await story.did(decider3, a_renewal(CHRISTMAS))

    assert [(first, "renewal_advised")] == await tasks_of(story)
    assert "NotNow" == await story.refused(decider3, a_renewal(LONGER))

    await story.did(coop_a, RenewalWithdrawn(request=first))

    assert [] == await tasks_of(story)
