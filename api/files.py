"""How a table is written down: CSV for whatever reads it, XLSX for a spreadsheet."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import AsyncGenerator, AsyncIterator
from datetime import date, datetime
from tempfile import TemporaryFile
from typing import Any

import xlsxwriter

from api.languages import Language

Cell = str | int | float | date | datetime
"""A number with a fraction is an amount in euros; a moment is one of the clock of the Netherlands."""
Lines = AsyncIterator[list[list[Cell]]]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would reckon out."""
NARROWEST, WIDEST = 10, 60
"""Characters of a column."""


async def as_csv(lines: Lines, language: Language) -> AsyncGenerator[bytes]:
    """As spreadsheets of that language open it: in UTF-8 with a mark, and with their own signs."""
    yield b"\xef\xbb\xbf"
    async for some in lines:
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";" if language is Language.NL else ",")
        writer.writerows([[_written(cell, language) for cell in line] for line in some])
        yield text.getvalue().encode()


def _written(cell: Cell, language: Language) -> str | int:
    """Days and moments as every spreadsheet takes them for such, and nothing that it reckons out."""
    match cell:
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M:%S}"
        case float():
            return f"{cell:.2f}".replace(".", "," if language is Language.NL else ".")
        case str() if cell.startswith(FORMULA):
            return f"'{cell}"
        case date():
            return cell.isoformat()
        case _:
            return cell


async def as_xlsx(lines: Lines, name: str) -> AsyncGenerator[bytes]:
    """Days, moments and amounts are what they are; text stays text, so that nothing in a cell is a formula."""
    with TemporaryFile() as file:
        book: Any = xlsxwriter.Workbook(file, {"constant_memory": True})
        sheet = book.add_worksheet(name)
        heading = book.add_format({"bold": True})
        long = book.add_format({"text_wrap": True, "valign": "top"})
        formats = {
            date: book.add_format({"num_format": "d mmm yyyy"}),
            datetime: book.add_format({"num_format": "d mmm yyyy hh:mm:ss"}),
            float: book.add_format({"num_format": "#,##0.00"}),
        }
        widths: dict[int, int] = {}
        row = last = 0
        async for some in lines:
            for line in some:
                for place, cell in enumerate(line):
                    match cell:
                        case "":
                            pass  # blank, so that a spreadsheet counts it for nothing
                        case str():
                            wrapped = long if len(cell) > WIDEST and len(line) > 1 else None
                            sheet.write_string(row, place, cell, heading if row == 0 else wrapped)
                        case date():
                            sheet.write_datetime(row, place, cell, formats[type(cell)])
                        case _:
                            sheet.write_number(row, place, cell, formats.get(type(cell)))
                    if len(line) > 1:  # else it is said of the whole table
                        widths[place] = max(widths.get(place, NARROWEST), len(str(cell)) + 2)
                last = row if len(line) > 1 else last
                row += 1
        for place, width in widths.items():
            sheet.set_column(place, place, min(width, WIDEST))
        sheet.autofilter(0, 0, last, len(widths) - 1)
        sheet.freeze_panes(1, 0)
        await asyncio.to_thread(book.close)
        file.seek(0)
        while part := file.read(65_536):
            yield part
