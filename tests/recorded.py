"""What the tables hold of a case, beside what the case says itself."""

from __future__ import annotations

import asyncio
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.case import Case
from store.rows import act_row, case_row, task_row
from store.tables import ActRow, CaseRow, TaskRow


async def recorded(database: AsyncEngine, case: Case) -> list[list[dict[str, Any]]]:
    """What the tables hold of the case, once its last act is among it: nobody waits for what news or time did."""
    deadline = asyncio.get_running_loop().time() + 15
    while True:
        async with database.connect() as connection:
            await connection.execution_options(isolation_level="REPEATABLE READ")  # all of one moment
            cases, acts, tasks = [
                [
                    dict(row)
                    for row in (
                        await connection.execute(select(table).filter_by(number=case.number))
                    ).mappings()
                ]
                for table in (CaseRow.__table__, ActRow.__table__, TaskRow.__table__)
            ]
        acts.sort(key=lambda row: row["version"])
        if len(acts) >= len(case.entries) or asyncio.get_running_loop().time() > deadline:
            return [cases, acts, tasks]
        await asyncio.sleep(0.02)


def say_the_same(
    case: Case, cases: list[dict[str, Any]], acts: list[dict[str, Any]], tasks: list[dict[str, Any]]
) -> None:
    """Fail where they differ."""
    open_ones = {row["id"]: row for row in tasks if row["closed_at"] is None}

    assert [case_row(case)] == cases
    assert [act_row(case, entry) for entry in case.entries] == acts
    assert {task.id: task_row(case, task) | {"closed_at": None} for task in case.tasks} == open_ones
    assert {row["id"] for row in tasks} <= {f"{case.number}.{n}" for n in range(1, case.tasks_opened + 1)}
