"""The only writer of a case's copy."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer, and_, cast, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.orm import aliased
from temporalio import activity

from activities.mailroom import BELL
from activities.recording import Recording
from domain import notices
from store.rows import act_row, case_row, notice_row, task_row
from store.tables import ActRow, CaseRow, NoticeRow, TaskRow


class Recorder:
    """Writes a case's new acts, its row and its tasks together, in one transaction."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    @activity.defn(name="record")
    async def record(self, recording: Recording) -> None:
        """Write down what happened since `since`. Doing it again changes nothing.

        A crash between this write and Temporal's own can leave an act here that the case never had: the case then
        gives the same number to another act, at a later moment. So the later moment wins, on every row.
        """
        case = recording.case
        async with self._engine.begin() as connection:
            row = case_row(case)
            upsert = insert(CaseRow).values(row)
            newer = or_(
                CaseRow.version < upsert.excluded.version,
                CaseRow.changed_at <= upsert.excluded.changed_at,
            )
            old = aliased(CaseRow)  # read as it was when the statement began
            before = select(old.version).where(old.number == CaseRow.number).scalar_subquery()
            written = await connection.execute(
                upsert.on_conflict_do_update(
                    index_elements=[CaseRow.number], set_=row, where=newer
                ).returning(before)
            )
            if (known := written.one_or_none()) is None:
                return  # a later state is there already: this is an old worker that was held up
            if (known[0] or 0) > recording.since:
                await self._forget_what_never_was(connection, recording)
            await self._write_acts(
                connection, [act_row(case, entry) for entry in case.entries[recording.since :]]
            )
            await self._write_tasks(connection, recording)
            await self._write_notices(connection, recording)

    async def _forget_what_never_was(self, connection: AsyncConnection, recording: Recording) -> None:
        """Take away what a crash left and these acts do not overwrite; a message that went out stays."""
        case = recording.case
        for statement in (
            delete(ActRow).where(ActRow.number == case.number, ActRow.version > case.version),
            delete(TaskRow).where(
                TaskRow.number == case.number,
                cast(func.split_part(TaskRow.id, ".", 2), Integer) > case.tasks_opened,
            ),
            delete(NoticeRow).where(
                NoticeRow.number == case.number,
                NoticeRow.version > recording.since,
                NoticeRow.sent_at.is_(None),
            ),
        ):
            await connection.execute(statement)

    async def _write_acts(self, connection: AsyncConnection, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        upsert = insert(ActRow)
        await connection.execute(
            upsert.on_conflict_do_update(
                index_elements=[ActRow.number, ActRow.version],
                set_={name: upsert.excluded[name] for name in rows[0]},
                where=ActRow.at < upsert.excluded.at,
            ),
            rows,
        )

    async def _write_tasks(self, connection: AsyncConnection, recording: Recording) -> None:
        case = recording.case
        is_done = TaskRow.id.not_in([task.id for task in case.tasks])
        await connection.execute(
            update(TaskRow)
            .where(TaskRow.number == case.number, TaskRow.closed_at.is_(None), is_done)
            .values(closed_at=case.entries[-1].at)
        )
        for task in case.tasks:
            row = task_row(case, task)
            upsert = insert(TaskRow).values(row)
            await connection.execute(
                upsert.on_conflict_do_update(index_elements=[TaskRow.id], set_={**row, "closed_at": None})
            )

    async def _write_notices(self, connection: AsyncConnection, recording: Recording) -> None:
        case = recording.case
        called = [notices.called_for(case, entry) for entry in case.entries[recording.since :]]
        rows = [notice_row(case, notice) for notice in called if notice]
        if rows:
            upsert = insert(NoticeRow)
            afresh = {name: upsert.excluded[name] for name in rows[0]}
            await connection.execute(
                upsert.on_conflict_do_update(
                    index_elements=[NoticeRow.number, NoticeRow.version],
                    set_={**afresh, "sent_at": None, "recipient": None, "tries": 0, "problem": None},
                    where=and_(
                        NoticeRow.written_at < upsert.excluded.written_at,
                        NoticeRow.document != upsert.excluded.document,
                    ),
                ),
                rows,
            )
            await connection.exec_driver_sql(f"notify {BELL}")
