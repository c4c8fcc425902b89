"""Letters as pictures: of what somebody filled in and did not send yet, page by page; and whole, as they were made."""

from __future__ import annotations

import asyncio
import gzip
import re
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import Response

from activities.typesetting import pictured
from api import documents
from api.desk import Desk, OpenDesk
from api.pages import after
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight, SignedIn
from api.pages.sheets import ForTask, OnCase, Sheet
from api.pages.so_far import supposed
from api.parts import Database
from api.problems import NOT_FOUND, Problem

router = APIRouter()

WhichPage = Annotated[int, Query(ge=1, le=50)]


@router.get("/tasks/{task}/acts/{kind}/letter")
async def picture_letter_of_task(
    request: Request, sheet: ForTask, desk: OpenDesk, database: Database, page: WhichPage = 1
) -> Response:
    """A page of the letter that the act for a task would call for."""
    return await _picture(request, sheet, desk, database, page)


@router.get("/cases/{number}/acts/{kind}/letter")
async def picture_letter_on_case(
    request: Request, sheet: OnCase, desk: OpenDesk, database: Database, page: WhichPage = 1
) -> Response:
    """A page of the letter that the act on a case would call for."""
    return await _picture(request, sheet, desk, database, page)


@router.get("/cases/{number}/documents/{document}/picture")
async def picture_letter(
    number: str, document: str, actor: SignedIn, sight: Sight, database: Database
) -> Response:
    """A letter that was made, with its pages below each other; made anew from what was kept of it."""
    async with database.connect() as connection:
        kept = await documents.one(connection, number, document, actor, sight)
    documents.made(kept)
    letter = kept.letter
    pages = await asyncio.to_thread(pictured, letter.kind, letter.template_version, kept.row.input)
    return _image(below_each_other(pages))


PAGE = re.compile(rb'<svg [^>]*?width="([0-9.]+)pt" height="([0-9.]+)pt"')
POINT = 4 / 3
"""Pixels of a point."""


SYMBOL = re.compile(rb'<symbol id="([^"]+)".*?</symbol>', re.DOTALL)
REFERENCE = re.compile(rb'(?<=href="#)[^"]+|(?<=<symbol id=")[^"]+')
BY_DEFAULT = re.compile(rb' (?:fill-rule="nonzero"|y="0")')
"""What SVG takes to be so when it is not said."""


def below_each_other(pages: Sequence[bytes]) -> bytes:
    """Pages as one picture."""
    sizes = [
        tuple(float(each) * POINT for each in found) for page in pages for found in PAGE.findall(page)[:1]
    ]
    placed, height = b"", 0.0
    for page, (_, high) in zip(pages, sizes, strict=True):
        placed += page.replace(b"<svg ", b'<svg y="%.2f" ' % height, 1)
        height += high
    width = max(wide for wide, _ in sizes)
    return b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.2f %.2f">%b</svg>' % (
        width,
        height,
        _lighter(placed),
    )


def _lighter(pages: bytes) -> bytes:
    """The same in three fifths of the bytes: each page brings the shapes of all its characters, under long names."""
    names: dict[bytes, bytes] = {}

    def once(symbol: re.Match[bytes]) -> bytes:
        if symbol[1] in names:
            return b""
        names[symbol[1]] = b"g%d" % len(names)
        return symbol[0]

    pages = SYMBOL.sub(once, BY_DEFAULT.sub(b"", pages))
    return REFERENCE.sub(lambda name: names.get(name[0], name[0]), pages)


async def _picture(request: Request, sheet: Sheet, desk: Desk, database: AsyncEngine, page: int) -> Response:
    pages = await _pages(request, sheet, desk, database)
    if page > len(pages):
        raise Problem(NOT_FOUND, "There is nothing at this address.")
    return _image(pages[page - 1])


def _image(picture: bytes) -> Response:
    return Response(
        gzip.compress(picture, mtime=0),
        media_type="image/svg+xml",
        headers={"Content-Encoding": "gzip", "Content-Security-Policy": "default-src 'none'"},
    )


async def _pages(request: Request, sheet: Sheet, desk: Desk, database: AsyncEngine) -> list[bytes]:
    """None when what was kept, or what the form begins with, does not make the act."""
    case, _ = await supposed(sheet, sheet.typed, desk, preferred_language(request.scope))
    return await after.pictures(database, case) if case else []
