"""Whatever people do, in whatever order, and however time passes: what must always hold of a case."""

from __future__ import annotations

from itertools import count
from random import Random

import pytest
from hypothesis import given, strategies as st

from domain.acts import Form, ViewWaiver
from domain.calendar import last_day
from tests.examples import (
    a_grant,
    caseworker1,
    caseworker2,
    coop_a,
    coordinator1,
    decider1,
    decider2,
)
from tests.procedure.doings import ENDING_A_PARTICIPATION, ON_WHAT_WAS_DECIDED, WITH_AN_APPLICATION
from tests.procedure.late import both, noticed
from tests.procedure.lives import ANYTHING, Life, Rules
from tests.procedure.paths import STARTS, asked, granted, heard, reviewed
from tests.procedure.soundness import check_application, check_penalties, check_permission, check_tasks
from tests.story import Stage, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

PEOPLE = (coop_a, caseworker1, caseworker2, both, decider2, coordinator1)
"""Among them one who may decide, and prepare too."""
RULES = Rules(WITH_AN_APPLICATION, ON_WHAT_WAS_DECIDED, ENDING_A_PARTICIPATION)
CHECKS = (check_tasks, check_application, check_permission, check_penalties)
NUMBERS = count(1)


async def applied(story: Story) -> None:
    """Nothing happened since."""
    await story.applied(coop_a, asked())


async def tried(story: Story) -> None:
    """A permission on trial."""
    await reviewed(story)
    waived = ViewWaiver.NOT_ON_HIS_FACTS
    await story.did(decider1, a_grant(STARTS, last_day(STARTS, 3), form=Form.TRIAL, view_waived=waived))


async def reassessed(story: Story) -> None:
    """A permission after half a year, with the report and the reaction there."""
    await granted(story)
    await heard(story)


async def late(story: Story) -> None:
    """No decision, and a notice of default that counts."""
    await reviewed(story)
    await noticed(story)


BEGINNINGS = (applied, applied, granted, tried, reassessed, late)


@ANYTHING
@given(chance=st.randoms(use_true_random=True))
async def test_whatever_people_do_the_case_stays_sound(stage: Stage, chance: Random) -> None:
    """From the application on, or from a later point, since few get there by themselves."""
    story = stage.story(f"whatever-{next(NUMBERS)}")
    await story.starts()
    await chance.choice(BEGINNINGS)(story)
    await Life(story, PEOPLE, RULES, CHECKS).goes_on(chance)
