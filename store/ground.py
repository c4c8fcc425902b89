"""What an application rests on. It is asked at each of them, so it is one question."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import String, bindparam, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.policy import Cooperative, Policy
from store.prepared import Prepared
from store.reference import IN_FORCE
from store.tables import CaseRow, CooperativeRow

_COOPERATIVE = select(CooperativeRow.document).where(
    CooperativeRow.municipality == bindparam("municipality", type_=String),
    CooperativeRow.code == bindparam("code", type_=String),
)
_IS_KNOWN = exists().where(CaseRow.number == bindparam("number", type_=String))
_ASKED = Prepared(select(_IS_KNOWN, IN_FORCE.scalar_subquery(), _COOPERATIVE.scalar_subquery()))


class Ground(NamedTuple):
    """What is there before a case begins."""

    is_known: bool
    """Whether there is a case of this number already."""
    policy: Policy | None
    """The one in force; none before the municipality's first."""
    cooperative: Cooperative | None
    """Who applies, also when the agreement is over; none when nobody has this code."""


async def ground(
    connection: AsyncConnection, municipality: str, number: str, on: date, cooperative: str
) -> Ground:
    """What an application of that number rests on, in that municipality on that day."""
    about = {"municipality": municipality, "number": number, "on": on, "code": cooperative}
    is_known, policy, known = await _ASKED.row(connection, about)
    return Ground(
        is_known,
        None if policy is None else Policy.model_validate(policy),
        None if known is None else Cooperative.model_validate(known),
    )
