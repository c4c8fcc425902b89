"""Applications: where a case begins."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.desk import OpenDesk
from api.envelope import PREFIX
from api.identity import CurrentActor, RequestKey
from domain.acts import ApplicationReceived
from domain.case import Receipt

router = APIRouter(tags=["applications"])


@router.post("/applications", status_code=201)
async def submit_application(
    received: ApplicationReceived, actor: CurrentActor, key: RequestKey, desk: OpenDesk, response: Response
) -> Receipt:
    """Apply for permission. Answered once the case is durably recorded and can be read; 200 when it was before."""
    receipt, is_new = await desk.apply(actor, received, key)
    response.headers["Location"] = f"{PREFIX}/cases/{receipt.case}"
    if not is_new:
        response.status_code = 200
    return receipt
