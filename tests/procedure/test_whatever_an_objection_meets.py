"""Anybody does anything to an objection at any moment, and what must always hold holds."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from random import Random

import pytest
from hypothesis import given, strategies as st

from domain.people import Role
from tests.examples import (
    a_person,
    a_refusal,
    caseworker2,
    coop_a,
    coordinator1,
    decider1,
    decider2,
    objections1,
)
from tests.procedure.doings import ENDING_AN_OBJECTION, ON_AN_OBJECTION, WITH_AN_OBJECTION
from tests.procedure.late import noticed
from tests.procedure.lives import ANYTHING, Life, Rules
from tests.procedure.objected import DECIDE_BY, lodged
from tests.procedure.paths import reviewed
from tests.procedure.soundness import check_objection, check_penalties, check_tasks
from tests.story import Stage
from workflows.objection import ObjectionCase

pytestmark = pytest.mark.asyncio(loop_scope="session")

both = a_person("caseworker1", Role.CASEWORKER, Role.OBJECTIONS_OFFICER)
PEOPLE = (coop_a, both, caseworker2, decider1, decider2, objections1, coordinator1)
"""Among them one who deals with objections, and prepared the decision."""
RULES = Rules(WITH_AN_OBJECTION, ON_AN_OBJECTION, ENDING_AN_OBJECTION)
CHECKS = (check_tasks, check_objection, check_penalties)
NUMBERS = count(1)


@ANYTHING
@given(chance=st.randoms(use_true_random=True))
async def test_whatever_people_do_the_objection_stays_sound(stage: Stage, chance: Random) -> None:
    """Against a refusal by `decider1`, which `caseworker1` prepared; decided on too late in some lives."""
    number = next(NUMBERS)
    contested = stage.story(f"contested-whatever-{number}")
    await contested.starts()
    await reviewed(contested)
    await contested.did(decider1, a_refusal())
    story = stage.story(f"objection-whatever-{number}", procedure=ObjectionCase)
    await story.starts()
    await lodged(story, contested)
    if chance.random() < 0.3:
        await noticed(story, DECIDE_BY + timedelta(days=1))
    await Life(story, PEOPLE, RULES, CHECKS).goes_on(chance)
