"""Anybody does anything to an objection at any moment, and what must always hold holds."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given, strategies as st

from domain.acts import (
    HearingDeclined,
    HearingReopened,
    NoHearing,
    ObjectionAdjourned,
    ObjectionDecided,
    ObjectionWithdrawn,
    Outcome,
    RepairReceived,
)
from domain.case import Case, Status
from tests.examples import WHY, a_refusal, caseworker1, caseworker2, coop_a, decider1, decider2, objections1
from tests.objecting import (
    a_decision,
    a_hearing,
    a_judgement,
    a_repair_request,
    a_waiver,
    an_advice,
    an_invitation,
)
from tests.procedure.lives import ANYTHING, AT_THE_DESK, Doing, Life
from tests.procedure.objected import lodged
from tests.procedure.paths import reviewed
from tests.story import Stage
from workflows.objection import ObjectionCase

pytestmark = pytest.mark.asyncio(loop_scope="session")

PEOPLE = (coop_a, caseworker1, caseworker2, decider1, decider2, objections1)
RESTING = frozenset({Status.OBJECTION_DECIDED})
DOINGS: tuple[Doing, ...] = (
    lambda on: a_judgement(),
    lambda on: a_judgement(committee=True),
    lambda on: a_repair_request(on + timedelta(days=10)),
    lambda on: RepairReceived(text=WHY),
    lambda on: an_invitation(on + timedelta(days=12)),
    lambda on: a_waiver(NoHearing.NO_ANSWER),
    lambda on: HearingDeclined(),
    a_hearing,
    lambda on: an_advice(Outcome.UNFOUNDED),
    lambda on: HearingReopened(reason=WHY),
    lambda on: a_decision(Outcome.UPHELD),
    lambda on: a_decision(Outcome.UNFOUNDED),
    lambda on: a_decision(Outcome.UPHELD, departs_because=WHY),
    lambda on: ObjectionAdjourned(weeks=6, reasoning=WHY),
    *AT_THE_DESK,
)
ENDINGS: tuple[Doing, ...] = (lambda on: ObjectionWithdrawn(),)
NUMBERS = count(1)


def _check(case: Case) -> None:
    """Nobody who had a part in the contested decision has one in the objection to it. Awb 7:5, 10:3(3)."""
    contested = case.objection.decision
    had_a_part = {contested.decided_by, *contested.involved}
    for entry, _ in case.every(ObjectionDecided):
        assert entry.actor.id not in had_a_part
    assert len([task for task in case.tasks if "objection_decided" in task.accepts]) <= 1


@ANYTHING
@given(data=st.data())
async def test_whatever_people_do_the_objection_stays_sound(stage: Stage, data: st.DataObject) -> None:
    """Against a refusal by `decider1`, which `caseworker1` prepared."""
    number = next(NUMBERS)
    contested = stage.story(f"contested-whatever-{number}")
    await contested.starts()
    await reviewed(contested)
    await contested.did(decider1, a_refusal())
    story = stage.story(f"objection-whatever-{number}", procedure=ObjectionCase)
    await story.starts()
    await lodged(story, contested)
    await Life(story, PEOPLE, DOINGS, ENDINGS, RESTING, _check).goes_on(data)
