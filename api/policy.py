"""The municipality's policy, who may decide for it, where it can be reached, and with whom it has an agreement."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from sqlalchemy.ext.asyncio import AsyncEngine

from api.desk import today
from api.identity import CurrentActor, readers
from api.parts import Database
from api.problems import NOT_FOUND, Problem
from api.wire import Wire
from domain.authority import READERS
from domain.fact import Line
from domain.mandates import Mandate
from domain.narration.differences import Difference, differences
from domain.people import Actor, Role
from domain.policy import Cooperative, Office, Policy, Validity, validities
from store import audit, reference, sessions

router = APIRouter(tags=["policy"])

READING = READERS | {Role.CONTROLLER, Role.ADMINISTRATOR}
"""Who reads the registers behind the policy."""

Reader = Annotated[Actor, Depends(readers(*READING))]
LARGEST = 2**31 - 1
Version = Annotated[int, Path(ge=1, le=LARGEST)]


class Versions(Wire):
    """From when until when each version of the policy counts."""

    items: tuple[Validity, ...]
    """The latest first."""


class Differences(Wire):
    """What one version of the policy says otherwise than another."""

    items: tuple[Difference, ...]


class HeldMandate(Mandate):
    """A mandate with the name of who holds it."""

    holder_name: Line | None = None
    """As the holder was called when he last did something, else as he signed in; none of who did neither."""


class Mandates(Wire):
    """Who may decide in the college's name."""

    items: tuple[HeldMandate, ...]


class Cooperatives(Wire):
    """The cooperatives with an agreement."""

    items: tuple[Cooperative, ...]


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


@router.get("/policy/versions")
async def list_policy_versions(actor: CurrentActor, database: Database) -> Versions:
    """Every version of the policy, past and coming ones included. A case keeps the one that it started with."""
    async with database.connect() as connection:
        return Versions(items=validities(await reference.policy_versions(connection, actor.municipality)))


@router.get("/policy/versions/{version}")
async def get_policy_version(version: Version, actor: CurrentActor, database: Database) -> Policy:
    """One version of the policy."""
    return await _version(version, actor, database)


@router.get("/policy/difference")
async def get_policy_difference(
    actor: CurrentActor,
    database: Database,
    first: Annotated[int, Query(alias="from", ge=1, le=LARGEST, description="A version.")],
    last: Annotated[int, Query(alias="to", ge=1, le=LARGEST, description="The one that it is held against.")],
) -> Differences:
    """What one version of the policy says otherwise than another, in words."""
    before, after = await _version(first, actor, database), await _version(last, actor, database)
    return Differences(items=differences(before, after))


async def _version(version: int, actor: Actor, database: AsyncEngine) -> Policy:
    async with database.connect() as connection:
        policy = await reference.policy_version(connection, actor.municipality, version)
    if policy is None:
        raise Problem(NOT_FOUND, "There is no version {version} of the policy.", version=version)
    return policy


@router.get("/mandates")
async def get_mandates(actor: Reader, database: Database) -> Mandates:
    """The municipality's register of mandates, past and coming ones included. Awb 10:3."""
    async with database.connect() as connection:
        mandates = await reference.mandates(connection, actor.municipality)
        people = await audit.people(connection, actor.municipality)
        names = await sessions.names(connection, actor.municipality)
    names |= {row.actor_id: row.name for row in people}
    return Mandates(
        items=tuple(HeldMandate(**dict(each), holder_name=names.get(each.holder)) for each in mandates)
    )


@router.get("/office")
async def get_office(actor: CurrentActor, database: Database) -> Office:
    """Where people reach the municipality, as its letters say it."""
    async with database.connect() as connection:
        office = await reference.office(connection, actor.municipality)
    if office is None:
        raise Problem(NOT_FOUND, "The municipality gave no address yet.")
    return office


@router.get("/cooperatives")
async def list_cooperatives(actor: Reader, database: Database) -> Cooperatives:
    """The cooperatives with an agreement with the municipality, past ones included."""
    async with database.connect() as connection:
        return Cooperatives(items=await reference.cooperatives(connection, actor.municipality))
