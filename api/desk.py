"""The desk: where an act is handed in. One call to Temporal each; what is refused is kept for the auditors."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated

import structlog
from fastapi import Depends
from sqlalchemy import func, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection
from temporalio.client import WithStartWorkflowOperation, WorkflowUpdateFailedError
from temporalio.common import (
    SearchAttributePair,
    TypedSearchAttributes,
    WorkflowIDConflictPolicy,
    WorkflowIDReusePolicy,
)
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from api.logs import traced
from api.parts import Parts, SharedParts
from api.problems import AWAY, KEY_REUSED, NOT_FOUND, RETRY_AFTER, Problem
from domain import acceptance, authority
from domain.acts import ApplicationReceived
from domain.authority import scope_of
from domain.calendar import NETHERLANDS
from domain.case import CLOSED, Case, Entry, Performed, Receipt
from domain.errors import CaseClosed, CaseError, NotAcceptable, NotYours
from domain.numbers import case_number, is_case_number
from domain.people import Actor
from domain.policy import Policy
from store import queries, reference
from store.tables import CaseRow, RefusalRow
from workflows.client import MUNICIPALITY, TASK_QUEUE, workflow_id
from workflows.participation import ParticipationCase
from workflows.refusal import received

PATIENCE = timedelta(seconds=20)
"""How long an answer is waited for: longer than another worker needs to take over from one that died."""

log = structlog.get_logger("api.desk")


def today() -> date:
    """Today in the Netherlands."""
    return datetime.now(NETHERLANDS).date()


@dataclass(frozen=True)
class FirstAct:
    """What a case began with, by which request, and whether anything followed."""

    receipt: Receipt
    request: str
    is_followed: bool


class Desk:
    """Hands acts to their cases, on behalf of whoever asks."""

    def __init__(self, parts: Parts) -> None:
        self._database = parts.database
        self._temporal = parts.temporal

    async def apply(self, actor: Actor, act: ApplicationReceived, key: str) -> tuple[Receipt, bool]:
        """Open the case of an application; tells too whether it is a new one.

        The case's number follows from the key, so the same request always finds the same case.
        """
        cooperative = act.application.cooperative
        number = case_number(actor.municipality, cooperative, key)
        done = Performed(actor=actor, act=act)
        async with self._refusals_kept(done, number):
            async with self._database.connect() as connection:
                found = await _first(connection, actor, number) or await _policy_for(connection, actor, act)
            if isinstance(found, FirstAct):
                return await self._again(number, done, found), False
            case = Case(number=number, municipality=actor.municipality, policy=found)
            authority.check(done, case, None, today())
            acceptance.check_room(done, case, is_awaited=True)
            acceptance.check(done, case, today())
            start = WithStartWorkflowOperation(
                ParticipationCase.run,
                case,
                id=workflow_id(number),
                task_queue=TASK_QUEUE,
                id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
                id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
                static_summary=f"Application by {cooperative}",
                search_attributes=TypedSearchAttributes(
                    [SearchAttributePair(MUNICIPALITY, actor.municipality)]
                ),
            )
            try:
                receipt = await self._temporal.execute_update_with_start_workflow(  # pyright: ignore[reportUnknownMemberType]
                    ParticipationCase.perform,
                    done,
                    start_workflow_operation=start,
                    id=_request(actor, key),
                    rpc_timeout=PATIENCE,
                )
            except (
                WorkflowAlreadyStartedError
            ):  # between our look and this, the same request led a whole life
                raise CaseClosed("This case is closed") from None
            return _the_same(done, receipt), True

    async def perform(self, number: str, done: Performed, key: str) -> Receipt:
        """Do one act on a case; answered once it is durably recorded and can be read."""
        if not is_case_number(number):
            raise no_such_case(number)
        done = await self._with_mandates(done)
        try:
            async with self._refusals_kept(done, number):
                return await self._handed_in(number, done, _request(done.actor, key))
        except NotYours:
            raise no_such_case(number) from None
        except WorkflowUpdateFailedError as failure:
            if isinstance(received(failure), NotYours):
                raise no_such_case(number) from None
            raise

    async def _handed_in(self, number: str, done: Performed, request: str) -> Receipt:
        handle = self._temporal.get_workflow_handle_for(ParticipationCase.run, workflow_id(number))
        try:
            receipt = await handle.execute_update(  # pyright: ignore[reportUnknownMemberType]
                ParticipationCase.perform, done, id=request, rpc_timeout=PATIENCE
            )
        except RPCError as error:
            if error.status is not RPCStatusCode.NOT_FOUND:
                raise
            receipt = await self._earlier(done.actor, number, request)
            if receipt is None:
                raise await self._unreachable(number) from error
        return _the_same(done, receipt)

    async def supposing(self, case: Case, done: Performed) -> Case:
        """The case as it would be after an act that is not done yet: what it waits for now is not looked at.

        Raises:
            CaseError: somebody may not do this, or it does not fit the case. Nobody keeps that: nothing was tried.
        """
        done = await self._with_mandates(done)
        authority.check(done, case, None, today())
        acceptance.check(done, case, today())
        return case.after(
            Entry(**dict(done), version=case.version + 1, at=datetime.now(NETHERLANDS), on=today())
        )

    async def _with_mandates(self, done: Performed) -> Performed:
        """What he holds now goes with a decision, as the evidence that he was allowed to take it."""
        if authority.decision_in(done.act) is None:
            return done
        async with self._database.connect() as connection:
            held = await reference.mandates(connection, done.actor.municipality, done.actor.id)
        return done.model_copy(update={"mandates": tuple(m for m in held if m.is_valid_on(today()))})

    async def _again(self, number: str, done: Performed, first: FirstAct) -> Receipt:
        """The receipt of an application that was recorded before.

        As long as nothing followed, a crash may have kept it from Temporal: then it is handed in once more.
        """
        receipt = _the_same(done, first.receipt)
        return receipt if first.is_followed else await self._handed_in(number, done, first.request)

    async def _unreachable(self, number: str) -> CaseClosed | Problem:
        """Why Temporal does not know a case that we do: it has ended, or Temporal lost what it should have kept."""
        async with self._database.connect() as connection:
            status = await connection.scalar(select(CaseRow.status).where(CaseRow.number == number))
        if status in CLOSED:
            return CaseClosed("This case is closed")
        log.error("an open case is not known to Temporal", case=number)
        return Problem(
            AWAY,
            "This case cannot be reached now. Ask again in a moment.",
            headers={"Retry-After": RETRY_AFTER},
        )

    async def _earlier(self, actor: Actor, number: str, request: str) -> Receipt | None:
        """What a request already led to.

        Raises:
            NotYours: the case is somebody else's.
            Problem: there is no such case.
        """
        scope = scope_of(actor)
        async with self._database.connect() as connection:
            if not (scope and await queries.case_row(connection, number, scope)):
                known = await connection.scalar(select(CaseRow.number).where(CaseRow.number == number))
                raise NotYours("This case is not yours") if known else no_such_case(number)
            entry = await queries.entry_of(connection, number, request)
        if entry is None or entry.fingerprint is None:
            return None
        return Receipt(case=number, version=entry.version, fingerprint=entry.fingerprint)

    @asynccontextmanager
    async def _refusals_kept(self, done: Performed, number: str) -> AsyncGenerator[None]:
        """Keep what is refused: a rejected update leaves no trace in Temporal."""
        try:
            yield
        except CaseError as refusal:
            await self._keep(done, number, refusal)
            raise
        except WorkflowUpdateFailedError as failure:
            if refusal := received(failure):
                await self._keep(done, number, refusal)
            raise

    async def _keep(self, done: Performed, number: str, refusal: CaseError) -> None:
        of_the_case = select(CaseRow.municipality).where(CaseRow.number == number).scalar_subquery()
        row = {
            "municipality": func.coalesce(of_the_case, done.actor.municipality),
            "number": number,
            "kind": done.act.kind,
            "actor_id": done.actor.id,
            "actor": done.actor.model_dump(mode="json"),
            "reason": {
                "name": type(refusal).__name__,
                "template": refusal.template,
                "facts": refusal.facts,
            },
        }
        try:
            async with self._database.begin() as connection:
                await connection.execute(insert(RefusalRow).values(row))
        except SQLAlchemyError as error:  # the refusal itself still has to be told
            log.exception("refusal not kept", **traced(error))


async def _desk(parts: SharedParts) -> Desk:
    return Desk(parts)


OpenDesk = Annotated[Desk, Depends(_desk)]


async def _policy_for(connection: AsyncConnection, actor: Actor, act: ApplicationReceived) -> Policy:
    """The policy in force when the application came, at a municipality that knows the cooperative."""
    on = act.received_on or today()
    policy = await reference.policy_in_force(connection, actor.municipality, on)
    known = await reference.cooperative(connection, actor.municipality, act.application.cooperative)
    if policy is None:
        raise NotAcceptable("receivedOn", "The municipality had no policy in force on {day}", day=on)
    if known is None:
        raise NotAcceptable(
            "application/cooperative", "This cooperative has no agreement with the municipality"
        )
    if on < known.agreement_from or (known.agreement_until and on > known.agreement_until):
        raise NotAcceptable(
            "application/cooperative",
            "The agreement with this cooperative was not in force on {day}",
            day=on,
        )
    return policy


async def _first(connection: AsyncConnection, actor: Actor, number: str) -> FirstAct | None:
    """The act with which a case of this person's began; none when there is no such case."""
    scope = scope_of(actor)
    row = scope and await queries.case_row(connection, number, scope)
    entry = (await queries.entries(connection, number))[0] if row else None
    if not row or entry is None or entry.fingerprint is None or entry.key is None:
        return None
    receipt = Receipt(case=number, version=entry.version, fingerprint=entry.fingerprint)
    return FirstAct(receipt=receipt, request=entry.key, is_followed=row.version > entry.version)


def no_such_case(number: str) -> Problem:
    """Told both when there is none and when it is not this reader's to see."""
    return Problem(NOT_FOUND, "There is no case {number} for you.", number=number)


def _request(actor: Actor, key: str) -> str:
    """The id of the update: two people who choose the same key do not meet."""
    return hashlib.sha256(f"{actor.id}\n{key}".encode()).hexdigest()[:32]


def _the_same(done: Performed, receipt: Receipt) -> Receipt:
    if receipt.fingerprint != done.fingerprinted():
        raise Problem(KEY_REUSED, "This Idempotency-Key was used for something else before.")
    return receipt
