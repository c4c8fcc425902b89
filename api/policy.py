"""The municipality's policy: what it asks, what it holds an application against, and its terms."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from api.desk import today
from api.identity import CurrentActor
from api.parts import Database
from api.problems import NOT_FOUND, Problem
from domain.disclosure import is_outsider
from domain.policy import Policy
from store import reference

router = APIRouter(tags=["policy"])


@router.get("/policy")
async def get_policy(
    actor: CurrentActor,
    database: Database,
    on: Annotated[date | None, Query(description="The day on which it counts; today when not given.")] = None,
) -> Policy:
    """The policy of the caller's municipality that is in force on a day; a cooperative sees no mandates in it."""
    async with database.connect() as connection:
        policy = await reference.policy_in_force(connection, actor.municipality, on or today())
    if policy is None:
        raise Problem(NOT_FOUND, "There was no policy in force on {day}.", day=on or today())
    return policy.model_copy(update={"mandates": ()}) if is_outsider(actor) else policy
