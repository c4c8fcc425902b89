"""Routes to try the frame of the API on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Depends, Query
from fastapi.responses import StreamingResponse
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy.exc import OperationalError
from temporalio.client import WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError, RPCStatusCode

from api.identity import CurrentActor, RequestKey, readers
from api.wire import Moment, Wire
from domain import errors
from domain.people import Actor, Role

router = APIRouter(tags=["trials"])


class Party(Wire):
    """Somebody, one level down."""

    full_name: Annotated[str, Field(min_length=2)]
    born_on: date


class Cat(Wire):
    """One kind of animal."""

    kind: Literal["cat"] = "cat"
    lives_left: Annotated[int, Field(ge=1, le=9)]


class Dog(Wire):
    """Another kind; it has a field named as its kind."""

    kind: Literal["dog"] = "dog"
    dog: Party

    @model_validator(mode="after")
    def _is_not_kim(self) -> Dog:
        if self.dog.full_name == "Kim":
            raise PydanticCustomError("ends_before_start", "The end must lie after the start")
        return self


class Thing(Wire):
    """What is sent."""

    party: Party
    signed_at: Moment
    animals: list[Annotated[Cat | Dog, Field(discriminator="kind")]] = Field(default_factory=list)


@router.get("/me")
async def me(actor: CurrentActor) -> Actor:
    """Who asks."""
    return actor


@router.post("/things")
async def add_thing(thing: Thing, key: RequestKey, actor: CurrentActor) -> Thing:
    """Takes something."""
    return thing


@router.get("/hanging")
async def hang() -> None:
    """Never answers."""
    await asyncio.Event().wait()


@router.post("/hanging")
async def hang_in_doing() -> None:
    """Never answers."""
    await asyncio.Event().wait()


@router.get("/trickle")
async def trickle() -> StreamingResponse:
    """Begins at once, and takes a tenth of a second for the rest."""

    async def parts() -> AsyncIterator[str]:
        yield "begun"
        await asyncio.sleep(0.1)
        yield ", done"

    return StreamingResponse(parts())


@router.get("/endless")
async def go_on() -> StreamingResponse:
    """Begins at once, and never ends."""

    async def parts() -> AsyncIterator[str]:
        while True:
            yield "and "
            await asyncio.sleep(0.01)

    return StreamingResponse(parts())


@router.get("/things")
async def list_things(
    actor: CurrentActor, page_size: Annotated[int, Query(alias="pageSize", ge=1, le=100)] = 20
) -> list[Thing]:
    """Gives a list."""
    return []


@router.post("/anything")
async def anything(thing: Annotated[Any, Body()]) -> Any:
    """Takes whatever JSON there is."""
    return thing


@router.get("/secrets")
async def secrets(actor: Annotated[Actor, Depends(readers(Role.AUDITOR, Role.OBJECTIONS_OFFICER))]) -> str:
    """Open to some."""
    return "secret"


FAILURES: dict[str, Exception] = {
    "not-permitted": errors.NotPermitted("This task is for: {roles}", roles="decider, objections_officer"),
    "not-now": errors.NotNow("The case does not await this now"),
    "task-taken": errors.TaskTaken(
        "{name} has held this task since {since}", name="Kim", since="2026-11-24T09:05:00Z"
    ),
    "closed": errors.CaseClosed("This case is closed"),
    "not-acceptable": errors.NotAcceptable(
        "findings/2/valid_until",
        "The participation can end from {first} up to {last}",
        first=date(2026, 3, 1),
        last=date(2027, 2, 28),
    ),
    "refused-update": WorkflowUpdateFailedError(
        ApplicationError("…", "This task is for: {roles}", {"roles": "decider"}, type="NotPermitted")
    ),
    "refused-content": WorkflowUpdateFailedError(
        ApplicationError(
            "…", "{code} is answered twice", {"code": "plan"}, "findings/0", type="NotAcceptable"
        )
    ),
    "broken-update": WorkflowUpdateFailedError(ApplicationError("123456782 is odd", type="KeyError")),
    "bug": ZeroDivisionError("123456782 cannot be divided"),
    "temporal-away": RPCError("connection refused at 10.0.0.1", RPCStatusCode.UNAVAILABLE, b""),
    "temporal-never-there": RuntimeError("Failed client connect: refused at 10.0.0.1"),
    "temporal-odd": RPCError("no such namespace", RPCStatusCode.INVALID_ARGUMENT, b""),
    "database-away": OperationalError("select bsn", {"bsn": "123456782"}, Exception("refused")),
}


@router.get("/failures/{name}")
async def fail(name: str) -> None:
    """Raises."""
    raise FAILURES[name]


@router.post("/failures/{name}")
async def fail_to_do(name: str) -> None:
    """Raises."""
    raise FAILURES[name]
