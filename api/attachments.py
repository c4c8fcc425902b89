"""What comes with an application, a supplement or a report: handed in as a file first, and then named by the act."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response
from sqlalchemy.ext.asyncio import AsyncEngine

from api.brought import brought_by
from api.cases import case_for
from api.documents import POSTERS
from api.identity import RequestKey, readers
from api.parts import Database
from api.problems import NOT_FOUND, WRONG_MEDIA_TYPE, Problem
from api.scope import ReadingScope
from api.wire import Wire
from domain.case import Case
from domain.documents import Item
from domain.people import Actor, Role
from store import attachments
from store.attachments import BEGINS_WITH, Attachment, media_type_of

router = APIRouter(tags=["documents"])

HANDS_IN = (Role.COOPERATIVE, *POSTERS)
hands_in = readers(*HANDS_IN)
Sender = Annotated[Actor, Depends(hands_in)]
Hash = Annotated[str, Path(description="The hash of the file.", pattern=r"^[0-9a-f]{64}$")]

ANY: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
BODY: dict[str, Any] = {"requestBody": {"required": True, "content": dict.fromkeys(BEGINS_WITH, ANY)}}
CONTENT: dict[int | str, dict[str, Any]] = {
    200: {"content": dict.fromkeys(BEGINS_WITH, ANY), "description": "The file, as it was handed in."}
}


class HandedIn(Wire):
    """A file that was handed in."""

    sha256: str
    """By which an item names it."""
    media_type: str
    bytes: int


class Attached(Wire):
    """A document that came with an act of the case."""

    version: int
    """Of the act."""
    code: str | None
    """Which of the items that the policy asks for; none of what was added of one's own accord."""
    title: str
    sha256: str | None
    """The document itself; none when it came another way."""
    media_type: str | None = None
    bytes: int | None = None


class AttachedToCase(Wire):
    """All that came with a case, oldest first."""

    items: list[Attached]


@router.post("/attachments", status_code=201, openapi_extra=BODY)
async def hand_in(
    request: Request,
    actor: Sender,
    database: Database,
    key: RequestKey,  # noqa: ARG001 - the same file again is the same by itself
) -> HandedIn:
    """Hand in a PDF, JPEG or PNG of 5 MB at most. Name it in an act within 30 days."""
    announced = request.headers.get("content-type", "").split(";", 1)[0].strip().lower()
    content = await request.body()
    if media_type_of(content) != announced:
        raise Problem(WRONG_MEDIA_TYPE, "The file is not what its Content-Type says.")
    async with database.begin() as connection:
        kept = await attachments.keep(connection, actor, content, announced)
    return HandedIn(sha256=kept.sha256, media_type=kept.media_type, bytes=len(content))


@router.get("/cases/{number}/attachments")
async def list_attachments(number: str, scope: ReadingScope, database: Database) -> AttachedToCase:
    """What came with the case: on what, and the hash of each file."""
    case = await case_for(database, number, scope)
    return AttachedToCase(items=await described(case, database))


@router.get("/cases/{number}/attachments/{sha256}", response_class=Response, responses=CONTENT)
async def get_attachment(number: str, sha256: Hash, scope: ReadingScope, database: Database) -> Response:
    """One file that came with the case."""
    found = await of_case(number, sha256, scope, database)
    return Response(found.content, media_type=found.media_type, headers={"ETag": f'"{found.sha256}"'})


async def of_case(number: str, sha256: str, scope: ReadingScope, database: Database) -> Attachment:
    """A file that came with a case which this reader may see."""
    case = await case_for(database, number, scope)
    found = None
    if sha256 in {each.sha256 for each in attached(case)}:
        async with database.connect() as connection:
            found = await attachments.of_case(connection, case.municipality, sha256)
    if found is None:
        raise Problem(NOT_FOUND, "There is no such file in this case for you.")
    return found


async def described(case: Case, database: AsyncEngine) -> list[Attached]:
    """What came with the acts of a case, each with what kind of file it is and how large."""
    came = attached(case)
    files = {each.sha256 for each in came if each.sha256}
    if not files:
        return came
    async with database.connect() as connection:
        known = await attachments.described(connection, case.municipality, files)
    return [
        each.model_copy(update={"media_type": row.media_type, "bytes": row.bytes})
        if each.sha256 and (row := known.get(each.sha256))
        else each
        for each in came
    ]


def attached(case: Case) -> list[Attached]:
    """What came with the acts of a case, oldest first. Nobody who sees the case may not see this."""
    return [
        Attached(
            version=entry.version,
            code=came.code if isinstance(came, Item) else None,
            title=came.title,
            sha256=came.file,
        )
        for entry in case.entries
        for came in brought_by(entry.act)[1]
    ]
