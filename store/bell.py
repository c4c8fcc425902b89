"""The bell for what no act of a case tells: a list that keeps up hears of it, though no case changed."""

from __future__ import annotations

import json

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from store.tables import CHANGES


async def ring(connection: AsyncConnection, municipality: str, kind: str) -> None:
    """Tell, once this transaction is over, that there is more to see; by kind, and never about whom."""
    rung = {"case": "", "version": 0, "municipality": municipality, "cooperative": "", "kinds": [kind]}
    await connection.execute(select(func.pg_notify(CHANGES, json.dumps(rung))))
