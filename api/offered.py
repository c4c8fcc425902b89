"""What somebody may do on a case now: what its procedure takes in at this moment, and is his to do."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter
from temporalio.client import Client

from api.cases import case_for
from api.identity import CurrentActor
from api.parts import Database, Temporal
from api.scope import ReadingScope
from api.wire import Wire
from domain import authority, objections
from domain.acts import ACTS
from domain.case import Case
from domain.errors import CaseError
from domain.people import Actor
from workflows.names import workflow_id
from workflows.participation import ParticipationCase

router = APIRouter(prefix="/cases", tags=["cases"])

A_LOOK = timedelta(seconds=3)
"""How long the procedure may take to say what it awaits."""


class Offered(Wire):
    """The kinds of act that somebody may do on a case now, with a task of his own or without one."""

    items: list[str]


@router.get("/{number}/acts")
async def list_possible_acts(
    number: str, actor: CurrentActor, scope: ReadingScope, database: Database, temporal: Temporal
) -> Offered:
    """What the caller may do on the case now."""
    case = await case_for(database, number, scope)
    return Offered(items=await offered(temporal, case, actor))


async def offered(temporal: Client, case: Case, actor: Actor) -> list[str]:
    """The kinds of act that the procedure takes in now, as it says itself, and that are this person's to do."""
    return [kind for kind in await taken_in(temporal, case) if _is_left_to(actor, kind, case)]


async def taken_in(temporal: Client, case: Case) -> list[str]:
    """The kinds of act that the procedure takes in now, whoever may do them."""
    if case.is_closed:
        return sorted(str(kind.model_fields["kind"].default) for kind in objections.reopening(case))
    handle = temporal.get_workflow_handle_for(ParticipationCase.run, workflow_id(case.number))
    return await handle.query(ParticipationCase.takes_in, rpc_timeout=A_LOOK)


def _is_left_to(actor: Actor, kind: str, case: Case) -> bool:
    try:
        authority.check_ever(ACTS[kind], actor, case)
    except CaseError:
        return False
    return True
