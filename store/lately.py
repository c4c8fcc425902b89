"""What was done lately, whoever may see it: for the worker, which looks whether each case knows of it."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.case import Entry
from store.queries import in_time
from store.tables import ActRow, PolicyRow

_EVERYWHERE = select(PolicyRow.municipality).distinct().subquery()
"""By municipality an index finds the acts of a time."""


async def done_by_people(
    connection: AsyncConnection, since: datetime, before: datetime, limit: int
) -> dict[str, list[Entry]]:
    """What people did in that time in so many cases, those of last, by their numbers and in the order of the acts."""
    in_that_time = (ActRow.key.is_not(None), *in_time(ActRow.at, since, before))
    numbers = (
        select(ActRow.number)
        .join(_EVERYWHERE, _EVERYWHERE.c.municipality == ActRow.municipality)
        .where(*in_that_time)
        .group_by(ActRow.number)
        .order_by(func.max(ActRow.at).desc())
        .limit(limit)
    )
    query = select(ActRow.number, ActRow.document).where(ActRow.number.in_(numbers), *in_that_time)
    found = defaultdict[str, list[Entry]](list)
    for number, document in await connection.execute(query.order_by(ActRow.number, ActRow.version)):
        found[number].append(Entry.model_validate(document))
    return found


async def last_act_at(connection: AsyncConnection, until: datetime) -> datetime | None:
    """When the last act of all was done until then: a clock that once ran ahead hides nothing."""
    last = select(func.max(ActRow.at)).where(
        ActRow.municipality == _EVERYWHERE.c.municipality, ActRow.at <= until
    )
    return await connection.scalar(select(func.max(last.scalar_subquery())).select_from(_EVERYWHERE))
