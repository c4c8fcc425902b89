"""Who acts: a person (or the clock) with the roles that the municipality gave."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from domain.fact import IN_ORDER


class Role(StrEnum):
    """What a person may be in a case. The glossary in docs/glossary.md has the Dutch words."""

    COOPERATIVE = "cooperative"
    CASEWORKER = "caseworker"
    DECIDER = "decider"
    COORDINATOR = "coordinator"
    OBJECTIONS_OFFICER = "objections_officer"
    CONTROLLER = "controller"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    CLOCK = "clock"


class Actor(BaseModel):
    """Somebody who does an act, as the identity provider vouches for at that moment."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(min_length=1, max_length=100)
    name: str = Field(min_length=1, max_length=200)
    roles: Annotated[frozenset[Role], IN_ORDER]
    municipality: str = Field(min_length=1, max_length=50)
    cooperative: str | None = None
    """The cooperative that this person acts for; only with the role `cooperative`."""


def the_clock(municipality: str) -> Actor:
    """The actor of what happens by lapse of time."""
    return Actor(id="clock", name="Meedoen", roles=frozenset({Role.CLOCK}), municipality=municipality)
