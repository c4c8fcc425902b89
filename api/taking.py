"""The next task for whoever asks for one."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from temporalio.client import WorkflowUpdateFailedError

from api.desk import Desk, OpenDesk, today
from api.identity import CurrentActor, RequestKey, request_of
from api.parts import Database
from api.problems import NOT_FOUND, Problem
from api.scope import ReadingScope
from domain import reach
from domain.acts import TaskClaimed
from domain.case import Entry, Performed, Receipt
from domain.errors import NotNow
from store import queries, reference, work
from store.queries import Page
from store.work import View
from workflows.refusal import received

router = APIRouter(prefix="/tasks", tags=["tasks"])

AT_ONCE = 10
"""So many tasks are looked at together."""
MOST_LOOKED_AT = 20
"""So many times, before somebody is told that there is nothing for him."""


class Taken(Receipt):
    """The receipt of a claim, with the task that was claimed."""

    task: str


@router.post("/_next/claim")
async def claim_next(
    actor: CurrentActor, scope: ReadingScope, key: RequestKey, database: Database, desk: OpenDesk
) -> Taken:
    """Take the most urgent task that nobody holds and that role, separation of duties and mandate leave to the caller.

    Somebody else may be quicker: then it is the next one. The same request again answers the same task.
    """
    wanted = replace(work.viewed(View.GROUP, actor.id, actor.roles, today()), roles=actor.roles)
    asked = f"next:{key}"  # on whichever case: by the same key a task of one case may have been claimed
    page = Page(AT_ONCE)
    for _ in range(MOST_LOOKED_AT):
        async with database.connect() as connection:
            rows = await work.tasks(connection, scope, wanted, page)
            # Looked up after the tasks: a claim under way then is in the one or the other.
            earlier = await queries.entry_by(connection, actor.id, request_of(actor, asked), "task_claimed")
            if earlier is not None:
                return _taken(*earlier)
            numbers = {row.number for row in rows[:AT_ONCE]}
            cases = await queries.whole_cases(connection, numbers, scope)
            mandates = await reference.mandates(connection, actor.municipality, actor.id)
        for row in rows[:AT_ONCE]:
            case = cases.get(row.number)
            task = case and case.task(row.id)
            if case and task and reach.is_left_to(actor, task, case, mandates, today()):
                done = Performed(actor=actor, act=TaskClaimed(), task=task.id)
                if receipt := await _unless_too_late(desk, row.number, done, asked):
                    return Taken(**dict(receipt), task=task.id)
        if len(rows) <= AT_ONCE:
            break
        page = Page(AT_ONCE, (rows[AT_ONCE - 1].due_on, rows[AT_ONCE - 1].id))
    raise Problem(NOT_FOUND, "There is no task for you to take now.")


async def _unless_too_late(desk: Desk, number: str, done: Performed, key: str) -> Receipt | None:
    """The receipt; none when somebody else was quicker."""
    try:
        return await desk.perform(number, done, key)
    except NotNow:
        return None
    except WorkflowUpdateFailedError as failure:
        if isinstance(received(failure), NotNow):
            return None
        raise


def _taken(number: str, entry: Entry) -> Taken:
    assert entry.fingerprint is not None
    assert entry.task is not None
    return Taken(case=number, version=entry.version, fingerprint=entry.fingerprint, task=entry.task)
