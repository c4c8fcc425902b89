"""A request to adjust that is open on the last day of the permission is decided on all the same. Awb 4:13, 4:17."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import (
    AdjustmentDropped,
    DecisionAdjourned,
    NoticeOfDefaultReceived,
    Outcome,
    RequestSetAside,
    ViewInvited,
    ViewReceived,
    ViewWaiver,
)
from domain.case import Status
from domain.standing import ADJUSTMENT_AWAITED, standing
from tests.examples import (
    WHY,
    a_check,
    a_supplement,
    an_ending,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
)
from tests.permitting import (
    a_proposed_revocation,
    a_refused_adjustment,
    a_renewal_asked,
    an_adjustment,
    an_adjustment_asked,
    an_adjustment_proposed,
)
from tests.procedure.late import owed
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import granted
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

ASKED_ON, LAST_DAY, DAY_AFTER, DUE = date(2030, 6, 3), date(2030, 6, 30), date(2030, 7, 1), date(2030, 7, 29)
REFUSED = ViewWaiver.NOT_ON_HIS_FACTS


async def asked(story: Story, last_day: date = LAST_DAY) -> int:
    """For other hours, by its number, four weeks before the last day."""
    await granted(story, until=last_day)
    await story.went_out()
    await story.time_passes_until(ASKED_ON)
    return (await story.did(coop_a, an_adjustment_asked(16, "By day"))).version


async def open_after_the_last_day(story: Story) -> int:
    """Nobody decided on it, and the permission is over."""
    request = await asked(story)
    await story.day_passes(LAST_DAY)
    return request


async def tasks_of(story: Story) -> list[tuple[str, date | None]]:
    return [(task.accepts[0], task.due_on) for task in (await story.case()).tasks]


async def test_it_is_refused_after_the_last_day(story: Story) -> None:
    """In its own term, after whom it concerns was heard; nothing is granted of a permission that is over."""
    request = await open_after_the_last_day(story)
    case = await story.case()

    assert (Status.EXPIRED, False, False) == (case.status, case.is_participating, case.is_closed)
    assert "permission_expired" == case.entries[-1].act.kind
    assert [("conditions_adjusted", DUE)] == await tasks_of(story)
    assert DUE == terms.of(case)["adjustment"].due_on
    assert ADJUSTMENT_AWAITED == standing(case, DAY_AFTER).now
    assert "NotAcceptable" == await story.refused(caseworker2, an_adjustment(request, 16, "By day"))
    assert "NotAcceptable" == await story.refused(caseworker2, a_refused_adjustment(request))

    await story.did(caseworker2, ViewInvited(intention=WHY))

    assert ["view_received"] == [kind for kind, _ in await tasks_of(story)]

    await story.did(coop_a, ViewReceived(view=WHY))
    await story.did(caseworker2, a_refused_adjustment(request))

    assert [] == await tasks_of(story)
    await story.is_told_truly()


async def test_what_a_late_answer_costs_runs_on_after_the_last_day(story: Story) -> None:
    """The notice came before it; it stops when the decision went out, and the case closes once that is paid."""
    request = await asked(story, date(2030, 8, 20))
    await story.time_passes_until(date(2030, 7, 31))
    notice = (await story.did(coop_a, NoticeOfDefaultReceived())).version
    await story.day_passes(date(2030, 8, 20))
    case = await story.case()

    assert (Status.EXPIRED, (notice,)) == (case.status, case.open_defaults)
    assert 6 * 2_300 == await owed(story, date(2030, 8, 20))

    await story.time_passes_until(date(2030, 8, 23))
    await story.did(caseworker2, a_refused_adjustment(request, REFUSED))
    await story.went_out()
    await story.time_passes_until(date(2030, 8, 24))

    assert ["penalty_determined"] == [kind for kind, _ in await tasks_of(story)]
    assert 8 * 2_300 == await owed(story, date(2030, 8, 24))

    await story.is_told_truly()


async def test_a_notice_of_default_comes_after_the_last_day(story: Story) -> None:
    await open_after_the_last_day(story)
    await story.day_passes(DUE)
    notice = (await story.did(coop_a, NoticeOfDefaultReceived())).version

    assert (notice,) == (await story.case()).open_defaults


async def test_it_is_taken_back_after_the_last_day(story: Story) -> None:
    """Then nothing is left to do, and the case closes."""
    request = await open_after_the_last_day(story)

    assert "adjustment_dropped" in await story.takes_in()

    await story.did(coop_a, AdjustmentDropped(about=request))

    assert Status.EXPIRED == await story.ends_as()
    await story.is_told_truly()


async def test_nothing_else_is_done_to_the_permission_meanwhile(story: Story) -> None:
    await open_after_the_last_day(story)

    for actor, act in (
        (caseworker1, an_adjustment_asked(8, "By day")),
        (caseworker1, an_adjustment_proposed(8)),
        (caseworker1, a_proposed_revocation()),
        (coop_a, an_ending(DAY_AFTER)),
    ):
        assert "NotNow" == await story.refused(actor, act)

    for asked in (a_renewal_asked(date(2031, 3, 31)), an_adjustment_asked(8, "By day")):
        assert "NotPermitted" == await story.refused(coop_a, asked)


async def test_its_term_is_put_off_after_the_last_day(story: Story) -> None:
    request, until = await open_after_the_last_day(story), date(2030, 8, 26)
    await story.did(caseworker1, DecisionAdjourned(request=request, until=until, reasoning=WHY))

    assert [("conditions_adjusted", until)] == await tasks_of(story)


async def test_what_is_missing_of_it_is_asked_for_or_it_is_set_aside(story: Story) -> None:
    """It can be taken back meanwhile too. Awb 4:5."""
    request = await open_after_the_last_day(story)
    await story.did(caseworker2, a_check("plan"))

    assert {"supplement_received", "adjustment_dropped", "period_extended"} <= set(await story.takes_in())

    await story.did(coop_a, a_supplement("plan"))
    await story.did(caseworker2, a_check("mandate"))
    await story.day_passes(date(2030, 7, 15))

    assert ["request_set_aside"] == [kind for kind, _ in await tasks_of(story)]

    await story.did(decider1, RequestSetAside(about=request, reasoning=WHY))

    assert [] == await tasks_of(story)
    await story.is_told_truly()


async def test_it_is_taken_back_while_something_of_it_is_missing(story: Story) -> None:
    request = await open_after_the_last_day(story)
    await story.did(caseworker2, a_check("plan"))
    await story.did(coop_a, AdjustmentDropped(about=request))

    assert Status.EXPIRED == await story.ends_as()


async def test_it_is_decided_on_again_after_the_last_day(story: Story) -> None:
    """An objection to its refusal is upheld when the permission is over: a new decision is owed. Awb 7:11(2)."""
    request = await asked(story)
    await story.did(caseworker1, a_refused_adjustment(request, REFUSED))
    refused = (await story.case()).version
    await story.went_out()
    objection = await an_objection_to(story, "refused-adjustment", on=date(2030, 6, 10), version=refused)
    await story.hears("objection_lodged")
    await story.day_passes(LAST_DAY)
    await objection.time_passes_until(DAY_AFTER)
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert ["conditions_adjusted"] == [kind for kind, _ in await tasks_of(story)]
    assert "NotTheSame" == await story.refused(caseworker1, a_refused_adjustment(request, REFUSED))

    await story.did(caseworker2, a_refused_adjustment(request, REFUSED))

    assert [] == await tasks_of(story)
