"""What follows when nobody decides on an objection in time. Awb 4:17, 4:18, 7:10, 7:14."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import (
    HearingDeclined,
    NoticeEffect,
    ObjectionWithdrawn,
    Outcome,
    PenaltyPaid,
)
from domain.case import Status
from domain.matters import default
from tests.examples import (
    caseworker1,
    coop_a,
    decider2,
    objections1,
)
from tests.objecting import a_decision, a_judgement
from tests.procedure.late import (
    determined,
    duties,
    noticed,
)
from tests.procedure.objected import DECIDE_BY, lodged
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_late_decision_on_an_objection_costs_money_too(objection: Story, contested: Story) -> None:
    """Due on 27 May; notice on 28 May, decided on 20 June: 12 to 19 June, 8 days. Paid after the term to appeal."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await objection.did(coop_a, HearingDeclined())
    await noticed(objection, DECIDE_BY)
    notice = await noticed(objection, date(2030, 5, 28))

    assert [NoticeEffect.PREMATURE, NoticeEffect.COUNTS] == [
        each.effect for each in default.shown(await objection.case(), DECIDE_BY)
    ]

    await objection.time_passes_until(date(2030, 6, 20))
    await objection.did(decider2, a_decision(Outcome.UNFOUNDED, no_hearing="declined"))
    await objection.went_out()

    assert [("penalty_determined", date(2030, 7, 3))] == await duties(objection)

    await objection.time_passes_until(date(2030, 8, 15))

    assert "appeal_term_lapsed" in await objection.kinds()
    assert not (await objection.case()).is_closed

    await objection.did(decider2, determined(notice, 18400))
    await objection.did(caseworker1, PenaltyPaid(about=notice, paid_on=date(2030, 8, 15)))

    assert Status.SETTLED == await objection.ends_as()


async def test_an_objection_withdrawn_in_time_costs_nothing(objection: Story, contested: Story) -> None:
    """Within two weeks after the notice: the case closes at once."""
    await lodged(objection, contested)
    await noticed(objection, date(2030, 5, 28))
    await objection.did(coop_a, ObjectionWithdrawn())

    assert Status.WITHDRAWN == await objection.ends_as()
    assert "penalty_avoided" == (await objection.kinds())[-1]
