"""What is asked or written at nearly every act goes to PostgreSQL in its own words, put together once.

To look through a statement for its parameters at each act, as SQLAlchemy does, takes longer than the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg import AsyncRawCursor
from sqlalchemy import ClauseElement
from sqlalchemy.dialects.postgresql.psycopg import dialect
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

_DIALECT = dialect(paramstyle="numeric_dollar")


class Prepared:
    """A statement that PostgreSQL prepares once for each connection."""

    def __init__(self, statement: ClauseElement) -> None:
        compiled = statement.compile(dialect=_DIALECT)
        self._words = str(compiled).encode()
        self._names: tuple[str, ...] = tuple(getattr(compiled, "positiontup", None) or ())
        self._given: Mapping[str, Any] = compiled.params or {}

    async def run(self, connection: AsyncConnection, values: Mapping[str, Any]) -> Any:
        """Run it with these values, a list for each array; the driver's cursor, with the answer.

        Raises:
            OperationalError: the database is away.
        """
        raw = await connection.get_raw_connection()
        driver: Any = raw.driver_connection
        given = {**self._given, **values}
        try:
            return await AsyncRawCursor(driver).execute(
                self._words, [given[name] for name in self._names], prepare=True
            )
        except psycopg.OperationalError as away:
            raise OperationalError("prepared", None, away) from away

    async def row(self, connection: AsyncConnection, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """The first row of the answer, which has one."""
        found = await (await self.run(connection, values)).fetchone()
        assert found is not None
        return found
