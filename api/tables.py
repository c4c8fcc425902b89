"""Lists as tables to take along, in the words, days and amounts of their reader. Streamed, and bounded."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Query, Request, Response
from pydantic import BaseModel
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import StreamingResponse

from api.beginnings import today
from api.columns import LISTS, As, Heading
from api.files import Cell, as_csv, as_xlsx
from api.languages import Language, translate
from api.paging import Listed, listed
from api.problems import language_of
from api.wire import dumped
from domain.calendar import NETHERLANDS
from domain.words import in_language
from store import reference
from store.queries import Page

MAX_ROWS = 50_000
CHUNK = 1_000
"""Rows that are read at once."""
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
    """In which form and language somebody asks for a list, what it is called, and cooperatives in it by their codes."""

    format: Format
    language: Language
    name: str
    cooperatives: Mapping[str, str] = field(default_factory=dict[str, str])


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
    language = language_of(request.scope)
    called = in_language(LISTS[name], language.value) if name in LISTS else name
    return Asked(format or found, language, called)


AskedForm = Annotated[Asked, Depends(_asked)]


async def naming(asked: Asked, municipality: str, database: AsyncEngine) -> Asked:
    """So that a table tells cooperatives by their names."""
    if asked.format is Format.JSON:
        return asked
    async with database.connect() as connection:
        known = await reference.cooperatives(connection, municipality)
    return replace(asked, cooperatives={each.code: each.name for each in known})


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
            rows = await read(replace(page, limit=CHUNK, after=after))
            yield [shown(row) for row in rows[:CHUNK]]
            if len(rows) <= CHUNK:
                return
            after = tuple(getattr(rows[CHUNK - 1], name) for name in order)

    return await table(asked, columns, chunks())


async def whole(asked: Asked, columns: Sequence[Heading], items: list[T], note: str = "") -> Response:
    """A table of items that are all there, with what is to be said of them below."""

    async def at_once() -> AsyncGenerator[list[T]]:
        yield items

    return await table(asked, columns, at_once(), note)


async def table(
    asked: Asked, columns: Sequence[Heading], chunks: AsyncGenerator[list[T]], note: str = ""
) -> Response:
    """The table of these items, as it is asked for. What cannot be read at all is still answered as a problem."""
    lines = _lines(asked, columns, await anext(chunks), chunks, note)
    body = as_csv(lines, asked.language) if asked.format is Format.CSV else as_xlsx(lines, asked.name)
    file = f"{asked.name.lower()}-{today()}.{asked.format}"
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    return StreamingResponse(body, media_type=MEDIA_TYPES[asked.format], headers=headers)


async def _lines(
    asked: Asked, columns: Sequence[Heading], first: list[T], chunks: AsyncIterator[list[T]], note: str
) -> AsyncGenerator[list[list[Cell]]]:
    yield [[translate(column.title, asked.language) for column in columns]]
    left, chunk = MAX_ROWS, first
    while True:
        items = [dumped(item) for item in chunk[:left]]
        yield [[_cell(item, column, asked) for column in columns] for item in items]
        left -= len(items)
        following = await anext(chunks, None) if len(items) == len(chunk) else []
        if following is None:
            break
        if not left:
            note = translate(LONGER, asked.language)
            break
        chunk = following
    if note:
        yield [[note]]


def _cell(item: Any, column: Heading, asked: Asked) -> Cell:
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
    match column.kind:
        case As.DAY:
            return date.fromisoformat(value)
        case As.MOMENT:
            return datetime.fromisoformat(value).astimezone(NETHERLANDS).replace(tzinfo=None, microsecond=0)
        case As.EUROS:
            return value / 100
        case _ if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        case _:
            several = cast("list[Any]", value) if isinstance(value, list) else [value]
            return ", ".join(_word(each, column, asked) for each in several)


def _word(value: Any, column: Heading, asked: Asked) -> str:
    if column.words and value in column.words:
        return in_language(column.words[value], asked.language.value)
    return asked.cooperatives.get(value, value) if column.kind is As.COOPERATIVE else str(value)
