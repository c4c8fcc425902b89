"""What the caller may read."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends

from api.identity import CurrentActor
from api.problems import NOT_PERMITTED, Problem
from domain.authority import Scope, scope_of


async def reading_scope(actor: CurrentActor) -> Scope:
    """The cases that the caller may read; refused when he reads none at all."""
    scope = scope_of(actor)
    if scope is None:
        raise Problem(NOT_PERMITTED, "Your role reads no cases.")
    return scope


ReadingScope = Annotated[Scope, Depends(reading_scope)]
