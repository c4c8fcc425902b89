"""The municipality's policy, and who may decide for it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.desk import today
from api.identity import CurrentActor, readers
from api.parts import Database
from api.problems import NOT_FOUND, Problem
from api.wire import Wire
from domain.authority import READERS
from domain.mandates import Mandate
from domain.people import Role
from domain.policy import Policy
from store import reference

router = APIRouter(tags=["policy"])


@router.get("/policy")
async def get_policy(
    actor: CurrentActor,
    database: Database,
    on: Annotated[date | None, Query(description="The day on which it counts; today when not given.")] = None,
) -> Policy:
    """The policy of the caller's municipality that is in force on a day."""
    async with database.connect() as connection:
        policy = await reference.policy_in_force(connection, actor.municipality, on or today())
    if policy is None:
        raise Problem(NOT_FOUND, "There was no policy in force on {day}.", day=on or today())
    return policy


class Mandates(Wire):
    """Who may decide in the college's name."""

    items: tuple[Mandate, ...]


@router.get("/mandates", dependencies=[Depends(readers(*READERS, Role.ADMINISTRATOR))])
async def get_mandates(actor: CurrentActor, database: Database) -> Mandates:
    """The municipality's register of mandates, past and coming ones included. Awb 10:3."""
    async with database.connect() as connection:
        return Mandates(items=await reference.mandates(connection, actor.municipality))
