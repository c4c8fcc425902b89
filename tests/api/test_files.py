"""How a table looks in a spreadsheet."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import AsyncIterator

from api.files import WIDEST, Cell, as_xlsx


async def test_a_long_cell_is_wrapped_and_a_short_one_is_not() -> None:
    async def lines() -> AsyncIterator[list[list[Cell]]]:
        yield [["Who", "What"], ["Kim", "Called. " * WIDEST], ["", "Wrote."]]

    book = zipfile.ZipFile(io.BytesIO(b"".join([part async for part in as_xlsx(lines(), "Notes")])))
    sheet, styles = (book.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet1", "styles"))
    formats = re.findall(r"<xf .*?(?:/>|</xf>)", styles.partition("<cellXfs")[2])
    long = re.search(r'<c r="B2" s="(\d+)"', sheet)

    assert long
    assert 'wrapText="1"' in formats[int(long[1])]
    assert '<c r="A2" t=' in sheet
    assert '<c r="A3"' not in sheet, "what is empty is blank"
