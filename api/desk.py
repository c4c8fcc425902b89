"""The desk: where an act is handed in. One call to Temporal each; what is refused is kept for the auditors."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any

import structlog
from fastapi import Depends
from sqlalchemy import select
from temporalio.client import WithStartWorkflowOperation, WorkflowUpdateFailedError
from temporalio.common import (
    SearchAttributePair,
    TypedSearchAttributes,
    WorkflowIDConflictPolicy,
    WorkflowIDReusePolicy,
)
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from api import beginnings, brought
from api.beginnings import FirstAct, no_such_case, today
from api.identity import request_of
from api.keeping_refusals import refusals_kept
from api.known import known
from api.parts import Parts, SharedParts
from api.problems import AWAY, RETRY_AFTER, Problem
from api.receipts import the_same
from domain import acceptance, authority, duties, objections
from domain.acts import ApplicationReceived, Objecting, ObjectionReceived
from domain.calendar import NETHERLANDS
from domain.case import CLOSED, Case, Entry, Performed, Receipt
from domain.errors import CaseClosed, NotNow, NotYours, TaskTaken
from domain.numbers import case_number, is_case_number
from domain.people import Actor
from store import letters, queries, reference
from store.evidence import Evidence, evidence
from store.tables import CaseRow
from workflows.client import MUNICIPALITY, TASK_QUEUE, workflow_id
from workflows.objection import ObjectionCase
from workflows.participation import ParticipationCase
from workflows.refusal import received

PATIENCE = timedelta(seconds=20)
"""How long an answer is waited for: longer than another worker needs to take over from one that died."""

OBJECTION: str = ObjectionReceived.model_fields["kind"].default

log = structlog.get_logger("api.desk")


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
        async with refusals_kept(self._database, done.actor, done.act.kind, number):
            async with self._database.connect() as connection:
                found = await beginnings.earlier_or_policy(connection, actor, act, number)
            if isinstance(found, FirstAct):
                return await self._again(number, done, found), False
            await brought.hand_over(self._database, actor, act, number)
            summary = f"Application by {cooperative}"
            case = Case(number=number, municipality=actor.municipality, policy=found)
            request = request_of(actor, key)
            return await self._begun(ParticipationCase.__name__, done, case, request, summary), True

    async def would_apply(self, actor: Actor, act: ApplicationReceived, key: str | None = None) -> Case:
        """The case that an application would begin, or its refusal. Nothing is done, so nobody keeps that.

        What was sent by this key before began a case already: that one as it began, whatever would be said today.
        """
        done = Performed(actor=actor, act=act)
        number = case_number(actor.municipality, act.application.cooperative, key) if key else ""
        async with self._database.connect() as connection:
            found = await beginnings.earlier_or_policy(connection, actor, act, number)
            if isinstance(found, FirstAct):
                the_same(done, found.receipt)
                return (await beginnings.existing_case(connection, actor, number)).up_to(1)
            await brought.check(connection, actor, act)
        case = Case(number=number, municipality=actor.municipality, policy=found)
        beginnings.check_beginning(done, case)
        return _supposed(case, done)

    async def object_to(
        self, actor: Actor, contested: str, objecting: Objecting, version: int | None, key: str
    ) -> tuple[Receipt, bool]:
        """Open the case of an objection to a decision in another case; tells too whether it is a new one.

        Which decision that is, and who had a part in it, is read from the other case: nobody else says so.
        """
        try:
            async with refusals_kept(self._database, actor, OBJECTION, contested):
                return await self._objected(actor, contested, objecting, version, key)
        except NotYours:
            raise no_such_case(contested) from None

    async def _objected(
        self, actor: Actor, contested: str, objecting: Objecting, version: int | None, key: str
    ) -> tuple[Receipt, bool]:
        number = case_number(actor.municipality, contested, key)
        on = objecting.received_on or today()
        async with self._database.connect() as connection:
            first = await beginnings.first_act(connection, actor, number)
            parent = await beginnings.existing_case(connection, actor, contested)
            authority.check_ever(ObjectionReceived, actor, parent)
            policy = await reference.policy_in_force(connection, actor.municipality, on)
            before = first.act.decision if first and isinstance(first.act, ObjectionReceived) else None
            is_the_same = before is not None and version in (None, before.version)
            decision = before if before and is_the_same else objections.contested(parent, version)
            sent_on = await letters.sent_on(connection, contested, decision.version, objecting.objector)
        if sent_on and not is_the_same:  # else it is as it was then: what was noted since is not said anew
            decision = decision.model_copy(update={"sent_on": sent_on})
        said = {name: getattr(objecting, name) for name in Objecting.model_fields}
        done = Performed(actor=actor, act=ObjectionReceived(decision=decision, **said))
        if first is not None:
            return await self._again(number, done, first), False
        case = Case(number=number, municipality=actor.municipality, policy=policy or parent.policy)
        summary, request = f"Objection in {contested}", request_of(actor, key)
        return await self._begun(ObjectionCase.__name__, done, case, request, summary), True

    async def _begun(
        self, procedure: str, done: Performed, case: Case, request: str, summary: str
    ) -> Receipt:
        """The receipt of the act with which a case begins, or goes on; the same call starts its workflow."""
        beginnings.check_beginning(done, case)
        start: WithStartWorkflowOperation[Any, Any] = WithStartWorkflowOperation(
            procedure,
            case,
            id=workflow_id(case.number),
            task_queue=TASK_QUEUE,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE
            if not case.entries
            else WorkflowIDReusePolicy.ALLOW_DUPLICATE,
            static_summary=summary,
            search_attributes=TypedSearchAttributes([SearchAttributePair(MUNICIPALITY, case.municipality)]),
        )
        try:
            receipt = await self._temporal.execute_update_with_start_workflow(  # pyright: ignore[reportUnknownMemberType]
                ParticipationCase.perform,
                done,
                start_workflow_operation=start,
                id=request,
                rpc_timeout=PATIENCE,
            )
        except WorkflowAlreadyStartedError:  # between our look and this, the same request led a whole life
            raise CaseClosed("This case is closed") from None
        return the_same(done, receipt)

    async def perform(self, number: str, done: Performed, key: str) -> Receipt:
        """Do one act on a case; answered once it is durably recorded and can be read."""
        if not is_case_number(number):
            raise no_such_case(number)
        if isinstance(done.act, ObjectionReceived):
            raise NotNow("An objection is lodged with the case of the decision that it is against")
        done = await self._with_mandates(done)
        try:
            async with refusals_kept(self._database, done.actor, done.act.kind, number):
                done = await known(self._database, done)
                await brought.hand_over(self._database, done.actor, done.act, number)
                return await self._handed_in_by_whoever_may(number, done, request_of(done.actor, key))
        except NotYours:
            raise no_such_case(number) from None
        except WorkflowUpdateFailedError as failure:
            if isinstance(received(failure), NotYours):
                raise no_such_case(number) from None
            raise

    async def _handed_in_by_whoever_may(self, number: str, done: Performed, request: str) -> Receipt:
        """Where somebody else holds the task, he may be that one's substitute: nothing else hangs on it."""
        try:
            return await self._handed_in(number, done, request)
        except WorkflowUpdateFailedError as failure:
            if not isinstance(received(failure), TaskTaken):
                raise
            absences = (await self._evidence(done.actor)).standing_in
            if not absences:
                raise
        return await self._handed_in(number, done.model_copy(update={"standing_in": absences}), request)

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
            if receipt is None and (ended := await self._that_goes_on(number, done)):
                procedure = ObjectionCase if ended.is_objection else ParticipationCase
                receipt = await self._begun(procedure.__name__, done, ended, request, f"Appeal in {number}")
            if receipt is None:
                raise await self._unreachable(number) from error
        return the_same(done, receipt)

    async def _that_goes_on(self, number: str, done: Performed) -> Case | None:
        """The case that has ended, when this act may still come then: it is all in its copy."""
        async with self._database.connect() as connection:
            case = await queries.closed_case(connection, number, done.actor.municipality)
        goes_on = case and case.is_closed and isinstance(done.act, objections.reopening(case))
        return case if goes_on else None

    async def supposing(self, case: Case, done: Performed) -> Case:
        """The case as it would be after an act that is not done yet: what it waits for now is not looked at.

        Raises:
            CaseError: somebody may not do this, or it does not fit the case. Nobody keeps that: nothing was tried.
        """
        done = await known(self._database, await self._with_mandates(done))
        authority.check(done, case, None, today())
        acceptance.check(done, case, today())
        return _supposed(case, done)

    async def _with_mandates(self, done: Performed) -> Performed:
        """With a decision goes what lets him take it today."""
        if not duties.needs_a_mandate(done.act):
            return done
        return done.model_copy(update={"mandates": (await self._evidence(done.actor)).mandates})

    async def _evidence(self, actor: Actor) -> Evidence:
        async with self._database.connect() as connection:
            return await evidence(connection, actor.municipality, actor.id, today())

    async def _again(self, number: str, done: Performed, first: FirstAct) -> Receipt:
        """The receipt of an application that was recorded before.

        As long as nothing followed, a crash may have kept it from Temporal: then it is handed in once more.
        """
        receipt = the_same(done, first.receipt)
        return receipt if first.is_followed else await self._handed_in(number, done, first.request)

    async def _unreachable(self, number: str) -> CaseClosed | Problem:
        """Why Temporal does not know a case that we do: it has ended, or Temporal lost what it should have kept."""
        async with self._database.connect() as connection:
            status = await connection.scalar(select(CaseRow.status).where(CaseRow.number == number))
        if status in CLOSED:
            return acceptance.closed()
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
        async with self._database.connect() as connection:
            await beginnings.check_theirs(connection, actor, number)
            entry = await queries.entry_of(connection, number, request)
        if entry is None or entry.fingerprint is None:
            return None
        return Receipt(case=number, version=entry.version, fingerprint=entry.fingerprint)


async def _desk(parts: SharedParts) -> Desk:
    return Desk(parts)


OpenDesk = Annotated[Desk, Depends(_desk)]


def _supposed(case: Case, done: Performed) -> Case:
    return case.after(Entry(**dict(done), version=case.version + 1, at=datetime.now(NETHERLANDS), on=today()))
