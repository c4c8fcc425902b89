"""The applications in a file: a CSV as spreadsheets write it, or JSON lines. All are checked before any is sent."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from api.invalid import Mistake, mistakes
from api.languages import Language
from domain.acts import ApplicationReceived
from embedded.trouble import Trouble

MAX_BYTES = 20_000_000
MAX_ROWS = 10_000

COLUMNS = {
    "cooperative": "/application/cooperative",
    "resident_bsn": "/application/resident/bsn",
    "resident_name": "/application/resident/name",
    "signed_at": "/application/signedAt",
    "activity": "/application/activity",
    "plan": "/application/plan",
    "starts_on": "/application/startsOn",
    "ends_on": "/application/endsOn",
    "hours_a_week": "/application/hoursAWeek",
    "items": "/application/items",
    "electronic": "/application/electronic",
    "reference": "/application/reference",
    "received_on": "/receivedOn",
}
"""The columns of a CSV, and where each goes in what the API takes."""

MAY_BE_LEFT_OUT = {"items", "electronic", "reference", "received_on"}
BETWEEN_ITEMS, AFTER_CODE = "|", ":"


FieldAt = Callable[[str], str]
"""What the file calls the field at a JSON pointer; nothing when it has no name for it."""


@dataclass(frozen=True)
class Row:
    """One application of the file, or what is wrong with it."""

    line: int
    """Where it begins in the file."""
    received: ApplicationReceived | None = None
    complaints: tuple[str, ...] = ()
    field_at: FieldAt = str

    @property
    def key(self) -> str:
        """The request's key: the same content gets the same one, whenever it is sent and by whomever."""
        content = self.received.model_dump(mode="json", exclude_none=True) if self.received else {}
        canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return f"file-{hashlib.sha256(canonical.encode()).hexdigest()[:40]}"


def rows_in(file: Path) -> list[Row]:
    """Every row of a file, in its order, with what is wrong with it in plain words.

    Raises:
        Trouble: the file as a whole cannot be used.
    """
    text = _text_of(file)
    is_json = file.suffix.lower() in {".jsonl", ".ndjson"} or text.lstrip().startswith("{")
    rows: list[Row] = []
    first_lines: dict[str, int] = {}
    for row in _json_lines(text) if is_json or not text.strip() else _table(text, file):
        if len(rows) == MAX_ROWS:
            raise Trouble(f"{file} has more than {MAX_ROWS:,} applications: split it up.")
        rows.append(_unless_seen(row, first_lines) if row.received else row)
    if not rows:
        raise Trouble(f"{file} has no applications.")
    return rows


def _unless_seen(row: Row, first_lines: dict[str, int]) -> Row:
    first = first_lines.setdefault(row.key, row.line)
    return row if first == row.line else Row(row.line, complaints=(f"the same as line {first}",))


def _text_of(file: Path) -> str:
    try:
        if not file.is_file():
            raise Trouble(f"There is no file {file}.")
        if file.stat().st_size > MAX_BYTES:
            raise Trouble(f"{file} is larger than {MAX_BYTES // 1_000_000} MB: split it up.")
        content = file.read_bytes()
    except OSError as error:
        raise Trouble(f"{file} cannot be read: {error.strerror}.") from error
    if b"\0" in content:
        raise Trouble(f"{file} is neither a CSV nor JSON lines: save it as CSV (UTF-8).")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # as older spreadsheets save it


def _json_lines(text: str) -> Iterator[Row]:
    for line, written in enumerate(text.split("\n"), start=1):
        if not written.strip():
            continue
        try:
            body = json.loads(written)
        except (ValueError, RecursionError):
            yield Row(line, complaints=("this is not JSON",))
            continue
        yield _checked(line, _in_envelope(body), _path)


def _in_envelope(body: Any) -> Any:
    """What the API takes, when a line holds the application itself."""
    if not isinstance(body, dict) or "application" in body:
        return body  # pyright: ignore[reportUnknownVariableType]
    application = cast("dict[str, Any]", body)
    beside = {name: application.pop(name) for name in ("receivedOn", "received_on") if name in application}
    return {"application": application, **beside}


def _table(text: str, file: Path) -> Iterator[Row]:
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        columns = _columns(next(table, list[str]()), file)
        begins = table.line_num + 1
        for cells in table:
            line, begins = begins, table.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
                yield Row(line, complaints=(f"{len(cells)} cells for {len(columns)} columns",))
                continue
            filled = {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if cell.strip()}
            yield _checked(line, _body_of(filled), _column)
    except csv.Error as error:
        raise Trouble(f"{file} cannot be read as CSV near line {table.line_num}: {error}.") from error


def _delimiter(text: str) -> str:
    heading = text.partition("\n")[0]
    return max(",;\t", key=heading.count)


def _columns(heading: list[str], file: Path) -> list[str]:
    columns = [name.strip().lower().replace(" ", "_").replace("-", "_") for name in heading]
    while columns and not columns[-1]:
        columns.pop()
    if unknown := [name or "without a name" for name in columns if name not in COLUMNS]:
        raise Trouble(f"{file} has a column {unknown[0]}; the columns are {', '.join(COLUMNS)}.")
    if lacking := [name for name in COLUMNS if name not in columns and name not in MAY_BE_LEFT_OUT]:
        raise Trouble(f"{file} lacks the column {lacking[0]}; the columns are {', '.join(COLUMNS)}.")
    if twice := [name for name in columns if columns.count(name) > 1]:
        raise Trouble(f"{file} has the column {twice[0]} twice.")
    return columns


def _body_of(filled: dict[str, str]) -> dict[str, Any]:
    body: dict[str, Any] = {"application": {"resident": {}}}
    for name, cell in filled.items():
        *folders, last = COLUMNS[name].strip("/").split("/")
        place = body
        for folder in folders:
            place = place[folder]
        place[last] = READ.get(name, str)(cell)
    return body


def _names(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(BETWEEN_ITEMS)]


def _items(cell: str) -> list[dict[str, str]]:
    listed = (item.partition(AFTER_CODE) for item in cell.split(BETWEEN_ITEMS) if item.strip())
    return [{"code": code.strip(), "title": title.strip() or code.strip()} for code, _, title in listed]


def _checked(line: int, body: Any, field_at: FieldAt) -> Row:
    try:
        return Row(line, ApplicationReceived.model_validate(body), field_at=field_at)
    except ValidationError as error:
        found = [{**each, "loc": ("body", *each["loc"])} for each in error.errors()]
        told = mistakes(found, body, Language.EN)
        return Row(line, complaints=tuple(_complaint(each, field_at) for each in told))


def _complaint(mistake: Mistake, field_at: FieldAt) -> str:
    """What is wrong, after the name of the field as the file has it."""
    is_about_dates = mistake.code == "ends_before_start"
    field = field_at("/application/endsOn" if is_about_dates else mistake.location)
    return f"{field}: {mistake.detail}" if field else mistake.detail


def _path(pointer: str) -> str:
    return pointer.removeprefix("/application").strip("/").replace("/", ".")


def _column(pointer: str) -> str:
    fitting = [name for name, place in COLUMNS.items() if f"{pointer}/".startswith(f"{place}/")]
    return fitting[0] if fitting else ""


READ: dict[str, Callable[[str], object]] = {"items": _items, "electronic": _names}
"""The columns that hold more than one thing."""
