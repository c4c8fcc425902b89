"""A file of applications: every row is looked at before any is sent, and each is sent as one request."""

from __future__ import annotations

import asyncio
import json
from asyncio import Event, TaskGroup, sleep
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.types import Scope
from temporalio.client import RPCTimeoutOrCancelledError, WorkflowUpdateFailedError
from temporalio.service import RPCError

from api.desk import Desk
from api.headings import field_at
from api.languages import Language, translate
from api.logs import traced
from api.problems import Problem, problem_for
from api.rows import Reader, Row, complaint, in_both
from api.standing_in import is_told, set_right
from domain.acts import ApplicationReceived
from domain.errors import CaseError, NotRepresented
from domain.fact import Text
from domain.people import Actor
from store import uploads

AT_ONCE = 4
TRIES = 6
LONGEST_PAUSE = 5.0
"""Seconds between two tries."""

log = structlog.get_logger("api.uploads")


class Fate(StrEnum):
    """What became of a row."""

    SENT = "sent"
    ALREADY_THERE = "already_there"
    REFUSED = "refused"


async def looked_at(
    content: bytes, reader: Reader, actor: Actor, own: str, desk: Desk, scope: Scope
) -> list[Row]:
    """Every row with what is wrong with it, by the model and by the rules of the municipality.

    `own` is what the actor's cooperative is called.

    Raises:
        FileRefused: the file as a whole cannot be used.
    """
    rows = await asyncio.to_thread(reader.rows, content)
    return [await _held_against_the_rules(row, actor, own, desk, scope) for row in rows]


async def _held_against_the_rules(row: Row, actor: Actor, own: str, desk: Desk, scope: Scope) -> Row:
    """All that the rules say, also of a row in which something is no part of any application, told together."""
    body = row.received.model_dump(mode="json") if row.received else row.body
    act, key = row.received, row.key
    complaints, wrong = [*row.complaints], [*row.wrong]
    while act or (body is not None and (act := set_right(body, wrong, actor.cooperative))):
        try:
            await desk.would_apply(actor, act, key if act is row.received else None)
            break
        except (CaseError, Problem) as refused:
            refusal = (
                NotRepresented(refused.template, code=own) if isinstance(refused, NotRepresented) else refused
            )
            places = [each.location for each in problem_for(refusal, scope).errors]
            if complaints and (not places or any(is_told(place, wrong, "/") for place in places)):
                break
            complaints.append(_told(refusal, row, scope))
            wrong += places
            act = None
    return replace(row, received=None, complaints=tuple(complaints)) if complaints else row


def packed(rows: Sequence[Row]) -> str:
    """The applications of the rows that are right, to be sealed."""
    return json.dumps([[row.line, row.received.model_dump(mode="json")] for row in rows if row.received])


def _unpacked(text: str) -> list[Row]:
    return [
        Row(line, ApplicationReceived.model_validate(act), field_at=field_at)
        for line, act in json.loads(text)
    ]


async def send_all(
    upload: uploads.Upload, plain: str, actor: Actor, desk: Desk, database: AsyncEngine, scope: Scope
) -> None:
    """Send what was not sent yet; once nobody answers any more, the rest is left for another time."""
    has_fate = {row.line for row in upload.rows if row.fate}
    waiting = iter([row for row in _unpacked(plain) if row.line not in has_fate])
    silence = Event()

    async def keep_sending(rows: Iterator[Row]) -> None:
        for row in rows:
            outcome = None if silence.is_set() else await _send(row, actor, desk, scope)
            if outcome is None:
                silence.set()
                return
            async with database.begin() as connection:
                await uploads.note(connection, upload.id, row.line, *outcome)

    try:
        async with TaskGroup() as senders:
            for _ in range(AT_ONCE):
                senders.create_task(keep_sending(waiting))
    except* SQLAlchemyError as errors:
        log.error("an upload broke off", **traced(errors.exceptions[0]))  # noqa: TRY400 - it would quote rows
    finally:
        async with database.begin() as connection:
            await uploads.finish(connection, upload.id)


async def _send(row: Row, actor: Actor, desk: Desk, scope: Scope) -> tuple[Fate, str | Text] | None:
    """What became of one application: its case, or why not. None without an answer.

    The same key makes every try the same request.
    """
    assert row.received is not None
    for attempt in range(TRIES):
        await sleep(min(0.5 * attempt, LONGEST_PAUSE))
        try:
            receipt, is_new = await desk.apply(actor, row.received, row.key)
        except (CaseError, Problem, WorkflowUpdateFailedError, RPCError, RPCTimeoutOrCancelledError) as error:
            if problem_for(error, scope).kind.status >= 500:
                continue
            return Fate.REFUSED, _told(error, row, scope)
        return Fate.SENT if is_new else Fate.ALREADY_THERE, receipt.case
    return None


def _told(error: Exception, row: Row, scope: Scope) -> Text:
    """Why a row is refused, after the name of its column."""

    def told(language: Language) -> str:
        problem = problem_for(error, scope, language)
        named = [complaint(each, row.field_at, language) for each in problem.errors]
        return "; ".join(named) or translate(problem.detail, language, **problem.facts)

    return in_both(told)
