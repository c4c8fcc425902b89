"""Who acts: a person (or the clock) with the roles that the municipality gave."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from domain.fact import IN_ORDER, Code, Line


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


REGISTRARS = frozenset({Role.CASEWORKER, Role.OBJECTIONS_OFFICER})
"""Who registers at the desk what came on paper."""


class Actor(BaseModel):
    """Somebody who does an act, as the identity provider vouches for at that moment."""

    model_config = ConfigDict(frozen=True)

    id: Annotated[Line, Field(max_length=100)]
    name: Line
    roles: Annotated[frozenset[Role], IN_ORDER]
    municipality: Code
    cooperative: Code | None = None
    """The cooperative that this person acts for; only with the role `cooperative`."""


def the_clock(municipality: str) -> Actor:
    """The actor of what happens by lapse of time."""
    return Actor(id="clock", name="Meedoen", roles=frozenset({Role.CLOCK}), municipality=municipality)
