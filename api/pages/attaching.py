"""Files in a form: kept as soon as they come in, so that the form itself holds no more than their hash."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from pydantic import TypeAdapter, ValidationError
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.datastructures import UploadFile
from starlette.responses import Response

from api.attachments import Hash, of_case
from api.languages import translate
from api.pages import forms
from api.pages.forms import Form, Typed, Wrong
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight, SignedIn
from api.pages.shell import as_it_is
from api.parts import Database
from api.problems import NOT_FOUND, Problem
from domain.documents import Sha256
from domain.people import Actor
from store import attachments
from store.attachments import MOST_BYTES, Attachment, media_type_of

router = APIRouter()

A_HASH = TypeAdapter[str](Sha256)
LONGEST_TITLE = 100


@router.get("/attachments/{sha256}")
async def show_own(sha256: Hash, actor: SignedIn, database: Database) -> Response:
    """A file that somebody chose in a form, and may not have sent yet."""
    async with database.connect() as connection:
        found = await attachments.own(connection, actor, sha256)
    if found is None:
        raise Problem(NOT_FOUND, "This file is not here, or no longer. Hand it in again.")
    return _shown(found)


@router.get("/cases/{number}/attachments/{sha256}")
async def show_attachment(number: str, sha256: Hash, sight: Sight, database: Database) -> Response:
    """A file that came with a case, in the browser's own reader."""
    return _shown(await of_case(number, sha256, sight, database))


def _shown(found: Attachment) -> Response:
    ending = found.media_type.rpartition("/")[2]
    return as_it_is(found.content, found.media_type, f"{found.sha256[:12]}.{ending}")


async def sent(request: Request, form: Form, actor: Actor, database: AsyncEngine) -> tuple[Typed, Wrong]:
    """What a form sent, with the hash of each file in the place of it; and which files are not taken, and why."""
    parts = (await request.form()).multi_items()
    said = [(name, given) for name, given in parts if isinstance(given, str)]
    typed = dict(forms.submitted(urlencode([each for each in said if _is_sound(form, *each)]).encode()))
    wrong: dict[str, tuple[str, ...]] = {}
    for name, given in parts:
        if isinstance(given, UploadFile) and given.filename and form.is_file(name):
            kept = await _keep(given, actor, database)
            if isinstance(kept, str):
                wrong[name] = (translate(kept, preferred_language(request.scope)),)
                continue
            typed[name] = (kept.sha256,)
            title = f"{name.rpartition('.')[0]}.title"
            if not any(each.strip() for each in typed.get(title, ())):
                typed[title] = (given.filename[:LONGEST_TITLE],)
    return typed, wrong


def wrong_with(wrong: Wrong, not_taken: Wrong) -> Wrong:
    """What is wrong, where the files that are not taken would be no documents either: that is told once."""
    entries = {path.rpartition(".")[0] for path in not_taken}
    told = {f"{entry}.title" for entry in entries} | {entry.rpartition(".")[0] for entry in entries}
    return {path: each for path, each in wrong.items() if path not in told} | not_taken


async def _keep(given: UploadFile, actor: Actor, database: AsyncEngine) -> Attachment | str:
    """The file, or why it is not taken."""
    content = await given.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        return "A file may be 5 MB at most."
    media_type = media_type_of(content)
    if media_type is None:
        return "Choose a PDF, or a photo as JPEG or PNG."
    async with database.begin() as connection:
        return await attachments.keep(connection, actor, content, media_type)


def _is_sound(form: Form, name: str, given: str) -> bool:
    """A script that keeps a draft sends a file by its name alone, which says nothing here."""
    if not form.is_file(name):
        return True
    try:
        return bool(A_HASH.validate_python(given))
    except ValidationError:
        return False
