"""Lists as tables to take along: CSV for whatever reads it, XLSX for a spreadsheet. Streamed, and bounded."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from tempfile import TemporaryFile
from typing import Annotated, Any, TypeVar, cast

import xlsxwriter
from fastapi import Depends, Query, Request, Response
from pydantic import BaseModel
from sqlalchemy import Row
from starlette.responses import StreamingResponse

from api.beginnings import today
from api.columns import Heading
from api.languages import Language, translate
from api.paging import Listed, listed
from api.problems import language_of
from api.wire import dumped
from domain.words import in_language
from store.queries import Page

MAX_ROWS = 50_000
CHUNK = 1_000
"""Rows that are read at once."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would reckon out."""
LONGER = "This list is longer than this table: narrow it down."

T = TypeVar("T", bound=BaseModel)


class Format(StrEnum):
    """In which form a list is answered."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


MEDIA_TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Asked:
    """In which form and language somebody asks for a list, and what it is called."""

    format: Format
    language: Language
    name: str


async def _asked(
    request: Request,
    format: Annotated[  # noqa: A002 - so it is called in the query
        Format | None, Query(description="As a table to take along; else as `Accept` says.")
    ] = None,
) -> Asked:
    accepted = request.headers.get("accept", "")
    types = {media_type.partition(";")[0]: each for each, media_type in MEDIA_TYPES.items()}
    found = next((each for media_type, each in types.items() if media_type in accepted), Format.JSON)
    name = request.url.path.rstrip("/").rpartition("/")[2].strip("_")
    return Asked(format or found, language_of(request.scope), name)


AskedForm = Annotated[Asked, Depends(_asked)]


async def listing(
    asked: Asked,
    columns: Sequence[Heading],
    page: Page,
    read: Callable[[Page], Awaitable[Sequence[Row[Any]]]],
    shown: Callable[[Row[Any]], T],
    *order: str,
) -> Listed[T] | Response:
    """A page of a list as JSON, or the whole of it from that page on as a table."""
    if asked.format is Format.JSON:
        return listed(await read(page), page, shown, *order)

    async def chunks() -> AsyncGenerator[list[T]]:
        after = page.after
        while True:
            rows = await read(Page(CHUNK, after))
            yield [shown(row) for row in rows[:CHUNK]]
            if len(rows) <= CHUNK:
                return
            after = tuple(getattr(rows[CHUNK - 1], name) for name in order)

    return await table(asked, columns, chunks())


async def whole(asked: Asked, columns: Sequence[Heading], items: list[T]) -> Response:
    """A table of items that are all there."""

    async def at_once() -> AsyncGenerator[list[T]]:
        yield items

    return await table(asked, columns, at_once())


async def table(asked: Asked, columns: Sequence[Heading], chunks: AsyncGenerator[list[T]]) -> Response:
    """The table of these items, as it is asked for. What cannot be read at all is still answered as a problem."""
    lines = _lines(asked, columns, await anext(chunks), chunks)
    body = _csv(lines, asked.language) if asked.format is Format.CSV else _xlsx(lines)
    file = f"{asked.name}-{today()}.{asked.format}"
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    return StreamingResponse(body, media_type=MEDIA_TYPES[asked.format], headers=headers)


async def _lines(
    asked: Asked, columns: Sequence[Heading], first: list[T], chunks: AsyncIterator[list[T]]
) -> AsyncGenerator[list[list[str | int]]]:
    yield [[translate(column.title, asked.language) for column in columns]]
    left, chunk = MAX_ROWS, first
    while True:
        items = [dumped(item) for item in chunk[:left]]
        yield [[_cell(item, column, asked.language) for column in columns] for item in items]
        left -= len(items)
        following = await anext(chunks, None) if len(items) == len(chunk) else []
        if following is None:
            return
        if not left:
            yield [[translate(LONGER, asked.language)]]
            return
        chunk = following


def _cell(item: Any, column: Heading, language: Language) -> str | int:
    value = item
    for step in column.path.split("."):
        match value:
            case dict():
                value = cast("dict[str, Any]", value).get(step)
            case list() if step.isdigit():
                value = cast("list[Any]", value)[int(step)]
            case _:
                value = None
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    several = cast("list[Any]", value) if isinstance(value, list) else [value]
    return ", ".join(_word(each, column.words or {}, language) for each in several)


def _word(value: Any, words: Mapping[Any, Any], language: Language) -> str:
    return in_language(words[value], language.value) if value in words else str(value)


async def _csv(lines: AsyncIterator[list[list[str | int]]], language: Language) -> AsyncGenerator[bytes]:
    """As spreadsheets of that language open it: in UTF-8 with a mark, and with their own sign between cells."""
    yield b"\xef\xbb\xbf"
    async for some in lines:
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";" if language is Language.NL else ",")
        writer.writerows([[_harmless(cell) for cell in line] for line in some])
        yield text.getvalue().encode()


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


async def _xlsx(lines: AsyncIterator[list[list[str | int]]]) -> AsyncGenerator[bytes]:
    """Text stays text: nothing in a cell is a formula."""
    with TemporaryFile() as file:
        book: Any = xlsxwriter.Workbook(file, {"constant_memory": True})
        sheet = book.add_worksheet()
        row = 0
        async for some in lines:
            for line in some:
                for place, cell in enumerate(line):
                    write = sheet.write_number if isinstance(cell, int) else sheet.write_string
                    write(row, place, cell)
                row += 1
        await asyncio.to_thread(book.close)
        file.seek(0)
        while part := file.read(65_536):
            yield part
