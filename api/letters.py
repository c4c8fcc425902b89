"""The letters of a municipality that somebody has to post."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from sqlalchemy import Row

from api.beginnings import today
from api.identity import readers
from api.paging import Listed, listed, page_by
from api.parts import Database
from api.wire import Wire
from domain.acts import Addressee
from domain.authority import READERS
from domain.fact import Text
from domain.letters import Letter
from domain.people import Actor
from store import letters
from store.queries import Page

router = APIRouter(prefix="/letters", tags=["documents"])

PageOfPost = Annotated[Page, Depends(page_by(date, str, int, str))]
staff = readers(*READERS)
Staff = Annotated[Actor, Depends(staff)]


class ToPost(Wire):
    """A letter that has to be posted to somebody."""

    case: str
    document: str
    """As the documents of the case name it."""
    kind: str
    title: Text
    dated: date
    """The day on which it is to go out."""
    addressee: Addressee
    name: str
    """Whom it is for."""
    is_decision: bool
    """Whether a term to object or to appeal waits for it. Awb 3:40, 6:8."""
    is_left_lying: bool
    """Whether that should have gone out days ago."""
    status: str
    """Where its case stands."""


@router.get("/to-post")
async def list_letters_to_post(actor: Staff, database: Database, page: PageOfPost) -> Listed[ToPost]:
    """What has to be posted yet, the longest due first. It leaves the list once somebody says that it was posted."""
    async with database.connect() as connection:
        rows = await letters.to_post(connection, actor.municipality, page)
    return listed(rows, page, _shown, "dated", "number", "version", "addressee")


def _shown(row: Row[Any]) -> ToPost:
    letter = Letter.model_validate(row.document)
    return ToPost(
        case=row.number,
        document=f"{row.version}-{row.edition}",
        kind=letter.kind,
        title=letter.title,
        dated=row.dated,
        addressee=Addressee(row.addressee),
        name=_name(letter, row),
        is_decision=letter.is_decision,
        is_left_lying=letter.is_left_lying(today()),
        status=row.status,
    )


def _name(letter: Letter, row: Row[Any]) -> str:
    match Addressee(row.addressee):
        case Addressee.COOPERATIVE:
            return row.cooperative_name or letter.cooperative
        case Addressee.OBJECTOR:
            return letter.objector or row.resident_name
        case Addressee.RESIDENT:
            return row.resident_name
