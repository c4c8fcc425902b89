"""A refused case, and the objection to it: two cases, each with a clock of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.examples import a_refusal, decider1
from tests.procedure.paths import reviewed
from tests.story import Stage, Story
from workflows.objection import ObjectionCase


@pytest_asyncio.fixture(loop_scope="session")
async def contested(stage: Stage, request: pytest.FixtureRequest) -> AsyncIterator[Story]:
    """A case that `decider1` refused on the first day, after a review by `caseworker1`."""
    told = stage.story(f"contested-when-{_name(request)}")
    await told.starts()
    await reviewed(told)
    await told.did(decider1, a_refusal())
    await told.went_out()
    yield told
    await told.is_told_truly()


@pytest_asyncio.fixture(loop_scope="session")
async def objection(stage: Stage, contested: Story, request: pytest.FixtureRequest) -> AsyncIterator[Story]:
    """The case of an objection to it, on the same first day, before anything came in."""
    told = stage.story(_name(request), procedure=ObjectionCase)
    await told.starts()
    yield told
    await told.is_told_truly()


def _name(request: pytest.FixtureRequest) -> str:
    return str(request.node.name).removeprefix("test_").replace("_", "-")
