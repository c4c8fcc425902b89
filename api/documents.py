"""The letters of a case: which there are, the documents themselves, and when each went out to whom."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Response
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from activities.bell import LETTERS, SENDINGS
from api.desk import no_such_case, today
from api.identity import CurrentActor, RequestKey, readers
from api.parts import Database, at_once
from api.problems import AWAY, NOT_FOUND, RETRY_AFTER, Problem
from api.scope import ReadingScope
from api.wire import Wire
from domain.acts import Addressee, Channel
from domain.authority import Scope
from domain.disclosure import sees_letter
from domain.fact import Day, Moment, Text
from domain.law.objection import objection
from domain.letters import Letter
from domain.people import Actor, Role
from domain.term import Term
from store import letters, queries
from store.letters import Kept

router = APIRouter(prefix="/cases/{number}/documents", tags=["documents"])

PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {}}, "description": "The letter."}
}

DocumentId = Annotated[str, Path(description="As the list names it.", max_length=20)]
POSTERS = (Role.CASEWORKER, Role.OBJECTIONS_OFFICER)
poster = readers(*POSTERS)
Poster = Annotated[Actor, Depends(poster)]


class Sending(Wire):
    """A letter on its way to one addressee."""

    addressee: Addressee
    channel: Channel
    consent: str | None
    recipient: str | None
    """The address of the mail that told of it."""
    sent_on: date | None
    sent_at: Moment | None
    """When that was done or confirmed."""
    confirmed_by: str | None
    objection: Term | None
    """Until when this addressee can object, by the day of sending; none as long as it was not sent. Awb 6:8."""
    appeal: Term | None
    """The same for an appeal to the court, against a decision on an objection. Awb 8:1."""


class ListedLetter(Wire):
    """A letter, and how it went out."""

    id: str
    kind: str
    title: Text
    dated: date
    template_version: date
    policy_version: int
    made_at: Moment | None
    """None as long as it is being made."""
    sha256: str | None
    bytes: int | None
    objection_until: date | None
    """What the letter says: right when it goes out on the day of its date."""
    appeal_until: date | None
    """The same for an appeal to the court."""
    sendings: list[Sending]


class Letters(Wire):
    """The letters of a case, oldest first."""

    items: list[ListedLetter]


class Posted(Wire):
    """A letter was posted."""

    addressee: Addressee = Addressee.RESIDENT
    sent_on: Day


class DatedAnew(Wire):
    """A letter is to go out on another day than its date."""

    on: Day


@router.get("")
async def list_documents(
    number: str, actor: CurrentActor, scope: ReadingScope, database: Database
) -> Letters:
    """The letters of a case, each with how it went to whom."""
    async with database.connect() as connection:
        return Letters(items=[_listed(kept) for kept in await _seen(connection, number, actor, scope)])


@router.get("/{document}", response_class=Response, responses=PDF)
async def get_document(
    number: str, document: DocumentId, actor: CurrentActor, scope: ReadingScope, database: Database
) -> Response:
    """One letter, as a PDF in Dutch and English; what is answered has been held against its hash."""
    async with database.connect() as connection:
        kept = await one(connection, number, document, actor, scope)
        content = await letters.document(connection, made(kept))
    return Response(
        content,
        media_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{number}-{document}.pdf"',
            "Content-Language": "nl, en",
            "ETag": f'"{kept.row.sha256}"',
        },
    )


@router.post("/{document}/sent")
async def confirm_posted(
    number: str,
    document: DocumentId,
    posted: Posted,
    actor: Poster,
    scope: ReadingScope,
    key: RequestKey,
    database: Database,
) -> ListedLetter:
    """Say on which day a letter was posted; from then on the term to object runs for its addressee."""
    async with at_once(database).begin() as connection:
        kept = await one(connection, number, document, actor, scope)
        made(kept)
        await letters.note_posted(connection, kept, posted.addressee, posted.sent_on, today(), actor.id, key)
        await connection.execute(text(f"SELECT pg_notify('{SENDINGS}', '')"))
        return _listed(await one(connection, number, document, actor, scope))


@router.post("/{document}/date")
async def date_anew(
    number: str,
    document: DocumentId,
    dated: DatedAnew,
    actor: Poster,
    scope: ReadingScope,
    key: RequestKey,  # noqa: ARG001 - the same question again has the same answer by itself
    database: Database,
) -> ListedLetter:
    """Have a letter made anew for another day of posting, with the last day to object that belongs to it."""
    async with at_once(database).begin() as connection:
        kept = await one(connection, number, document, actor, scope)
        made(kept)
        edition = await letters.date_anew(connection, kept, dated.on, today(), LETTERS)
        return _listed(await one(connection, number, f"{kept.letter.version}-{edition}", actor, scope))


async def _seen(connection: AsyncConnection, number: str, actor: Actor, scope: Scope) -> list[Kept]:
    """The letters of a case that this reader may read, and the case itself with them."""
    if await queries.case_row(connection, number, scope) is None:
        raise no_such_case(number)
    return [kept for kept in await letters.letters(connection, number) if sees_letter(kept.letter, actor)]


async def one(connection: AsyncConnection, number: str, document: str, actor: Actor, scope: Scope) -> Kept:
    """One letter of a case, when this reader may read it."""
    for kept in await _seen(connection, number, actor, scope):
        if _id(kept) == document:
            return kept
    raise Problem(NOT_FOUND, "There is no letter {document} in this case for you.", document=document)


def made(kept: Kept) -> str:
    """The hash of the letter's document, once there is one."""
    if kept.row.sha256 is None:
        raise Problem(
            AWAY, "This letter is being made. Ask again in a moment.", headers={"Retry-After": RETRY_AFTER}
        )
    return kept.row.sha256


def _id(kept: Kept) -> str:
    return f"{kept.letter.version}-{kept.letter.edition}"


def _listed(kept: Kept) -> ListedLetter:
    letter = kept.letter
    return ListedLetter(
        id=_id(kept),
        kind=letter.kind,
        title=letter.title,
        dated=letter.dated,
        template_version=letter.template_version,
        policy_version=letter.policy_version,
        made_at=kept.row.made_at,
        sha256=kept.row.sha256,
        bytes=kept.row.bytes,
        objection_until=letter.objection_until,
        appeal_until=letter.appeal_until,
        sendings=[_sending(each, letter) for each in kept.sendings],
    )


def _sending(row: Any, letter: Letter) -> Sending:
    shown = {name: getattr(row, name) for name in Sending.model_fields if name not in ("objection", "appeal")}
    until = objection(row.sent_on) if row.sent_on else None
    return Sending(
        **shown,
        objection=until if letter.objection_until else None,
        appeal=until if letter.appeal_until else None,
    )
