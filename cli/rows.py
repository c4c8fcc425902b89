"""The applications in a file on disk, read as the pages read one that is uploaded."""

from __future__ import annotations

from pathlib import Path

from api.rows import FileRefused, Reader, Row
from embedded.trouble import Trouble

MAX_BYTES = 20_000_000
MAX_ROWS = 10_000


def rows_in(file: Path) -> list[Row]:
    """Every row of a file, in its order, with what is wrong with it in plain words.

    Raises:
        Trouble: the file as a whole cannot be used.
    """
    try:
        if file.is_dir():
            raise Trouble(f"{file} is a folder: name a file in it.")
        if not file.is_file():
            raise Trouble(f"There is no file {file}.")
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
        return Reader(str(file), MAX_ROWS, MAX_BYTES).rows(content)
    except OSError as error:
        raise Trouble(f"{file} cannot be read: {error.strerror}.") from error
    except FileRefused as refused:
        raise Trouble(str(refused)) from refused
