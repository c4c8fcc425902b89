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
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from api import uploads as sending
from api.beginnings import today
from api.desk import OpenDesk
from api.headings import COLUMNS, Column, columns_of
from api.languages import Language, translate
from api.pages.forms import words
from api.pages.mine import check_cooperative
from api.pages.preferences import preferred_language
from api.pages.sessions import SignedIn, sealed, unsealed_by
from api.pages.shell import HEADERS, page
from api.parts import Database
from api.problems import NOT_FOUND, Problem
from api.rows import FileRefused, Reader, Row
from api.uploads import Fate
from domain.acts import ApplicationReceived
from domain.application import Application, Resident
from domain.people import Actor
from domain.words import in_language
from store import reference, uploads
from store.uploads import Upload, Uploaded

router = APIRouter()

MOST_BYTES = 5_000_000
MOST_ROWS = 1_000
MOST_SHOWN = 100
LONGEST_NAME = 100

MODELS: tuple[type[BaseModel], ...] = (Resident, Application, ApplicationReceived)

RUNNING: set[asyncio.Task[None]] = set()
"""What is being sent: a task that nobody holds may be forgotten in its midst."""


@router.get("/apply/upload")
async def show_choice(request: Request, actor: SignedIn, database: Database) -> Response:
    """Choose a file."""
    check_cooperative(actor)
    return await _choice(request, actor, database)


@router.get("/apply/upload/template")
async def get_template(request: Request, actor: SignedIn) -> Response:
    """An empty file with the columns in the reader's language, as a Dutch spreadsheet opens it."""
    check_cooperative(actor)
    language = preferred_language(request.scope)
    headings = [column.told(language) for column in columns_of(actor.cooperative)]
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerow(headings)
    name = {"Content-Disposition": 'attachment; filename="meedoen.csv"'}
    return Response("\ufeff" + written.getvalue(), headers={**HEADERS, **name}, media_type="text/csv")


@router.post("/apply/upload")
async def look_at(request: Request, actor: SignedIn, desk: OpenDesk, database: Database) -> Response:
    """Look at every row of a file. Nothing is sent yet."""
    check_cooperative(actor)
    language = preferred_language(request.scope)
    chosen = (await request.form()).get("file")
    if not isinstance(chosen, UploadFile) or not chosen.filename:
        return await _choice(request, actor, database, translate("Choose a file.", language))
    name = chosen.filename[:LONGEST_NAME]
    content = await chosen.read(MOST_BYTES + 1)
    try:
        reader = Reader(name, MOST_ROWS, MOST_BYTES, language, actor.cooperative)
        own = await _name_of(actor, database)
        rows = await sending.looked_at(content, reader, actor, own, desk, request.scope)
    except FileRefused as refused:
        told = translate(refused.template, language, **refused.facts)
        return await _choice(request, actor, database, told)
    session = request.scope["meedoen.session"]
    kept = sealed(sending.packed(rows), session.id) if any(row.received for row in rows) else None
    id_ = uuid4().hex
    async with database.begin() as connection:
        await uploads.save(connection, id_, actor, name, kept, [_uploaded(row) for row in rows])
    return RedirectResponse(f"/apply/upload/{id_}", 303)


async def _name_of(actor: Actor, database: AsyncEngine) -> str:
    """What his cooperative is called."""
    code = actor.cooperative or ""
    async with database.connect() as connection:
        known = await reference.cooperative(connection, actor.municipality, code)
    return known.name if known else code


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


async def _choice(request: Request, actor: Actor, database: AsyncEngine, wrong: str = "") -> Response:
    language = preferred_language(request.scope)
    async with database.connect() as connection:
        policy = await reference.policy_in_force(connection, actor.municipality, today())
    return page(
        request,
        "apply/choose.html",
        400 if wrong else 200,
        wrong=wrong,
        columns=[(column, _asked_in(column, language)) for column in columns_of(actor.cooperative)],
        items=COLUMNS["items"],
        documents=policy.items if policy else (),
        most=MOST_ROWS,
        size=MOST_BYTES // 1_000_000,
    )


def _asked_in(column: Column, language: Language) -> str:
    """What the form of an application asks for what is in a column."""
    name = to_snake(column.place.rpartition("/")[2])
    owner = next(model for model in MODELS if name in model.model_fields)
    return in_language(words.label(owner, name).text, language.value)


def _uploaded(row: Row) -> Uploaded:
    return Uploaded(row.line, row.resident, row.complaints)
