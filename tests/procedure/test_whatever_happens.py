"""Whatever people do, on real parts: what cases in memory cannot tell, of the tables, the server and its clock."""

from __future__ import annotations

from itertools import count
from random import Random

import pytest
from hypothesis import given, strategies as st

from tests.procedure.chance import CHANCE, ON_REAL_PARTS
from tests.procedure.lives import Life
from tests.procedure.objected_situations import OBJECTIONS, Objected
from tests.procedure.people import OBJECTING, WORKING
from tests.procedure.rules import OBJECTION, PARTICIPATION
from tests.procedure.situations import SITUATIONS, Situation
from tests.story import Stage
from workflows.objection import ObjectionCase

pytestmark = pytest.mark.asyncio(loop_scope="session")

NUMBERS = count(1)


@ON_REAL_PARTS
@given(chance=CHANCE, situation=st.sampled_from(SITUATIONS))
async def test_whatever_people_do_the_tables_say_the_same(
    stage: Stage, chance: Random, situation: Situation
) -> None:
    """As the case does, after each step; and each of its runs replays."""
    story = stage.story(f"whatever-{next(NUMBERS)}")
    await story.starts()
    await situation(story)
    await Life(story, WORKING, PARTICIPATION).goes_on(chance)


@ON_REAL_PARTS
@given(chance=CHANCE, situation=st.sampled_from(OBJECTIONS))
async def test_whatever_anybody_does_to_an_objection_the_tables_say_the_same(
    stage: Stage, chance: Random, situation: Objected
) -> None:
    """While the case of the decision hears of it."""
    number = next(NUMBERS)
    contested = stage.story(f"contested-whatever-{number}")
    objection = stage.story(f"objection-whatever-{number}", procedure=ObjectionCase)
    await contested.starts()
    await objection.starts()
    await situation(objection, contested)
    await Life(objection, OBJECTING, OBJECTION, contested).goes_on(chance)
