"""Many applications at once: a file is chosen, every row is looked at, and the good ones are sent."""

from __future__ import annotations

import asyncio
import csv
import io
from collections import Counter
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel
from pydantic.alias_generators import to_snake
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from api import uploads as sending
from api.desk import OpenDesk
from api.languages import Language, translate
from api.pages.forms import words
from api.pages.mine import check_cooperative
from api.pages.preferences import preferred_language
from api.pages.sessions import SignedIn, sealed, unsealed_by
from api.pages.shell import HEADERS, page
from api.parts import Database
from api.problems import NOT_FOUND, Problem
from api.rows import COLUMNS, FileRefused, Reader, Row
from api.uploads import Fate
from domain.acts import ApplicationReceived
from domain.application import Application, Resident
from domain.words import in_language
from store import uploads
from store.uploads import Upload, Uploaded

router = APIRouter()

MOST_BYTES = 5_000_000
MOST_ROWS = 1_000
MOST_SHOWN = 200
LONGEST_NAME = 100

EXAMPLES = {
    "resident_bsn": "999990019",
    "resident_name": "B. Oosterhuis",
    "signed_at": "2-11-2026 10:00",
    "activity": "Fietsen repareren",
    "plan": "Weer wennen aan een werkweek.",
    "starts_on": "1-2-2027",
    "ends_on": "31-1-2028",
    "hours_a_week": "12",
    "items": "plan: Plan.pdf | agreement: Overeenkomst.pdf",
    "electronic": "resident | cooperative",
    "reference": "DW-2026-101",
}
"""The columns that a cooperative fills in, each as somebody may write it; whose they are is known."""

MODELS: tuple[type[BaseModel], ...] = (Resident, Application, ApplicationReceived)

RUNNING: set[asyncio.Task[None]] = set()
"""What is being sent: a task that nobody holds may be forgotten in its midst."""


@router.get("/apply/upload")
async def show_choice(request: Request, actor: SignedIn) -> Response:
    """Choose a file."""
    check_cooperative(actor)
    return _choice(request)


@router.get("/apply/upload/template")
async def get_template(actor: SignedIn) -> Response:
    """An empty file with the columns, as a Dutch spreadsheet opens it."""
    check_cooperative(actor)
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerow(EXAMPLES)
    name = {"Content-Disposition": 'attachment; filename="meedoen.csv"'}
    return Response("\ufeff" + written.getvalue(), headers={**HEADERS, **name}, media_type="text/csv")


@router.post("/apply/upload")
async def look_at(request: Request, actor: SignedIn, desk: OpenDesk, database: Database) -> Response:
    """Look at every row of a file. Nothing is sent yet."""
    check_cooperative(actor)
    language = preferred_language(request.scope)
    chosen = (await request.form()).get("file")
    if not isinstance(chosen, UploadFile) or not chosen.filename:
        return _choice(request, translate("Choose a file.", language))
    name = chosen.filename[:LONGEST_NAME]
    content = await chosen.read(MOST_BYTES + 1)
    try:
        reader = Reader(name, MOST_ROWS, MOST_BYTES, language, actor.cooperative)
        rows = await sending.looked_at(content, reader, actor, desk, request.scope)
    except FileRefused as refused:
        return _choice(request, translate(refused.template, language, **refused.facts))
    session = request.scope["meedoen.session"]
    kept = sealed(sending.packed(rows), session.id) if any(row.received for row in rows) else None
    id_ = uuid4().hex
    async with database.begin() as connection:
        await uploads.save(connection, id_, actor, name, kept, [_uploaded(row) for row in rows])
    return RedirectResponse(f"/apply/upload/{id_}", 303)


async def _upload(upload: str, actor: SignedIn, database: Database) -> Upload:
    check_cooperative(actor)
    async with database.connect() as connection:
        found = await uploads.find(connection, upload, actor)
    if found is None:
        raise Problem(
            NOT_FOUND, "This file is no longer here. Choose it again: what is sent already stays one case."
        )
    return found


Kept = Annotated[Upload, Depends(_upload)]


@router.get("/apply/upload/{upload}")
async def show_upload(request: Request, upload: Kept) -> Response:
    """What is wrong with each row, how far the sending is, or what became of each row."""
    good = [row for row in upload.rows if not row.complaints]
    ordered = sorted(upload.rows, key=lambda row: (not row.complaints, row.fate != Fate.REFUSED, row.line))
    session = request.scope["meedoen.session"]
    return page(
        request,
        "apply/upload.html",
        upload=upload,
        good=len(good),
        wrong=len(upload.rows) - len(good),
        done=sum(1 for row in good if row.fate),
        count=Counter(row.fate for row in good),
        rows=ordered[:MOST_SHOWN],
        more=len(ordered) - MOST_SHOWN,
        can_send=bool(upload.sealed and unsealed_by(session, upload.sealed)),
    )


@router.post("/apply/upload/{upload}/send")
async def send(
    request: Request, upload: Kept, actor: SignedIn, desk: OpenDesk, database: Database
) -> Response:
    """Send the rows that are right, or go on with it; a second click begins nothing."""
    here = f"/apply/upload/{upload.id}"
    plain = upload.sealed and unsealed_by(request.scope["meedoen.session"], upload.sealed)
    if not plain:
        return RedirectResponse(here, 303)
    async with database.begin() as connection:
        is_ours = await uploads.take_up(connection, upload.id, actor)
    if is_ours:
        task = asyncio.create_task(sending.send_all(upload, plain, actor, desk, database, request.scope))
        RUNNING.add(task)
        task.add_done_callback(RUNNING.discard)
    return RedirectResponse(here, 303)


def _choice(request: Request, wrong: str = "") -> Response:
    language = preferred_language(request.scope)
    columns = [(name, _called(name, language), example) for name, example in EXAMPLES.items()]
    facts = {"most": MOST_ROWS, "size": MOST_BYTES // 1_000_000}
    return page(request, "apply/choose.html", 400 if wrong else 200, wrong=wrong, columns=columns, **facts)


def _called(column: str, language: Language) -> str:
    """What the form of an application calls what is in a column."""
    name = to_snake(COLUMNS[column].rpartition("/")[2])
    owner = next(model for model in MODELS if name in model.model_fields)
    return in_language(words.label(owner, name).text, language.value)


def _uploaded(row: Row) -> Uploaded:
    return Uploaded(row.line, row.resident, row.complaints)
