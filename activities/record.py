"""The only writer of a case's copy."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Integer, String, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio import activity
from temporalio.common import RetryPolicy

from activities.bell import LETTERS, MAIL
from activities.recording import Recording
from store.prepared import Prepared
from store.tables import CHANGES, ActRow, CaseRow, LetterRow, NoticeRow, Table, TaskRow

AGAIN = RetryPolicy(maximum_interval=timedelta(seconds=15))
"""Between two tries, however long the database was away: by itself Temporal would let a hundred seconds pass."""


def _columns(table: type[Table]) -> tuple[str, ...]:
    """Those that this program knows: a newer database may have more, each with its default."""
    return tuple(column.name for column in table.__table__.columns)


def _rows(table: type[Table]) -> str:
    """The insertion of the rows that come as JSON under the table's name."""
    name, columns = table.__tablename__, ", ".join(_columns(table))
    rows = f"jsonb_populate_recordset(NULL::{name}, :{name})"
    return f"INSERT INTO {name} ({columns}) SELECT {columns} FROM {rows}"  # noqa: S608 - our own names


def _replaced(table: type[Table]) -> str:
    return "DO UPDATE SET " + ", ".join(f"{name} = excluded.{name}" for name in _columns(table))


_STATEMENT = text(f"""
WITH written AS (
    {_rows(CaseRow)}
    ON CONFLICT (number) {_replaced(CaseRow)}
    WHERE cases.version < excluded.version OR cases.changed_at <= excluded.changed_at
    RETURNING changed_at, number, version, municipality, cooperative
), with_acts AS (
    {_rows(ActRow)} WHERE EXISTS (SELECT FROM written)
    ON CONFLICT (number, version) {_replaced(ActRow)}
    WHERE acts.at < excluded.at
    RETURNING acts.municipality, acts.actor_id, acts.number, acts.kind, acts.version, acts.document -> 'act' AS act
), without_drafts_that_became_acts AS (
    DELETE FROM drafts USING with_acts
    WHERE (drafts.municipality, drafts.actor_id, drafts.number)
        = (with_acts.municipality, with_acts.actor_id, with_acts.number)
    AND drafts.kind IN (
        with_acts.kind, with_acts.kind || '.' || coalesce(with_acts.act ->> 'about', with_acts.act ->> 'version')
    )
), without_acts_that_never_were AS (
    DELETE FROM acts WHERE number = :number AND version > :version AND EXISTS (SELECT FROM written)
), with_open_tasks AS (
    {_rows(TaskRow)} WHERE EXISTS (SELECT FROM written)
    ON CONFLICT (id) {_replaced(TaskRow)}
), with_closed_tasks AS (
    UPDATE tasks SET closed_at = (SELECT changed_at FROM written)
    WHERE number = :number AND closed_at IS NULL AND id <> ALL(:open)
    AND split_part(id, '.', 2)::int <= :opened AND EXISTS (SELECT FROM written)
), without_tasks_that_never_were AS (
    DELETE FROM tasks
    WHERE number = :number AND split_part(id, '.', 2)::int > :opened AND EXISTS (SELECT FROM written)
), with_notices AS (
    {_rows(NoticeRow)} WHERE EXISTS (SELECT FROM written)
    ON CONFLICT (number, version) {_replaced(NoticeRow)}
    WHERE notices.written_at < excluded.written_at
    AND (notices.sent_at IS NULL OR notices.document <> excluded.document)
    RETURNING number
), without_notices_that_never_were AS (
    DELETE FROM notices
    WHERE number = :number AND version > :since AND version <> ALL(:noticed) AND sent_at IS NULL
    AND EXISTS (SELECT FROM written)
), with_letters AS (
    {_rows(LetterRow)} WHERE EXISTS (SELECT FROM written)
    ON CONFLICT (number, version, edition) {_replaced(LetterRow)}
    WHERE letters.written_at < excluded.written_at AND letters.document <> excluded.document
    RETURNING number
), without_letters_that_never_were AS (
    DELETE FROM letters
    WHERE number = :number AND version > :since AND version <> ALL(:lettered)
    AND NOT EXISTS (
        SELECT FROM sendings
        WHERE sendings.number = letters.number AND sendings.version = letters.version AND sent_at IS NOT NULL
    ) AND EXISTS (SELECT FROM written)
)
SELECT pg_notify('{MAIL}', '') FROM with_notices
UNION ALL SELECT pg_notify('{LETTERS}', '') FROM with_letters
UNION ALL SELECT pg_notify('{CHANGES}', json_build_object(
    'case', number, 'version', version, 'municipality', municipality, 'cooperative', cooperative,
    'kinds', (SELECT json_agg(kind ORDER BY version) FROM with_acts)
)::text) FROM written WHERE EXISTS (SELECT FROM with_acts)
""").bindparams(  # noqa: S608
    bindparam("open", type_=ARRAY(String)),
    bindparam("noticed", type_=ARRAY(Integer)),
    bindparam("lettered", type_=ARRAY(Integer)),
)
WRITE = Prepared(_STATEMENT)
"""One statement, so one transaction and one round trip; put together at each act, it took five times as long.

Nothing is written when a later state is there already: then this is an old worker that was held up. What never was is
what a crash left and these acts do not overwrite; a message or a letter that went out stays.
"""


def _array(value: int | str | tuple[Any, ...]) -> int | str | list[Any]:
    """A tuple as the driver wants an array."""
    return list(value) if isinstance(value, tuple) else value


class Recorder:
    """Writes a case's new acts, its row, its tasks, its messages and its letters together, in one transaction."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")

    @activity.defn(name="record")
    async def record(self, recording: Recording) -> None:
        """Write down what happened since `since`. Doing it again changes nothing.

        A crash between this write and Temporal's own can leave an act here that the case never had: the case then
        gives the same number to another act, at a later moment. So the later moment wins, on every row.
        """
        values = {name: _array(value) for name, value in recording}
        async with self._engine.connect() as connection:
            await WRITE.run(connection, values)
