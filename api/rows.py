"""The applications in a file: a CSV as spreadsheets write it, or JSON lines. All are checked before any is sent."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from pydantic import ValidationError

from api.invalid import Mistake, mistakes
from api.languages import Language, translate
from api.pages.forms.values import day_in, moment_in
from domain.acts import ApplicationReceived

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

AS_TYPED = {
    "signed_at": "Give a day and a time, such as 24-11-2026 14:30.",
    **dict.fromkeys(("starts_on", "ends_on", "received_on"), "Give a day that exists, such as 24-11-2026."),
}
"""How somebody writes in a CSV what the API wants otherwise."""

MAY_BE_LEFT_OUT = {"items", "electronic", "reference", "received_on"}
BETWEEN_ITEMS, AFTER_CODE = "|", ":"
LONGEST_NAME = 100


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
    resident: str = ""
    """For whom it is, as far as that can be read."""

    @property
    def key(self) -> str:
        """The request's key: the same content gets the same one, whenever it is sent and by whomever."""
        content = self.received.model_dump(mode="json", exclude_none=True) if self.received else {}
        canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return f"file-{hashlib.sha256(canonical.encode()).hexdigest()[:40]}"


class FileRefused(Exception):
    """The file as a whole cannot be used. `template` is a sentence of the catalogue; `facts` fills it."""

    def __init__(self, template: str, /, **facts: object) -> None:
        self.template = template
        self.facts = facts
        super().__init__(translate(template, Language.EN, **facts))


@dataclass(frozen=True)
class Reader:
    """Reads one file of applications."""

    file: str
    """What it is called."""
    most: int
    """So many applications at most."""
    largest: int
    """Bytes."""
    language: Language = Language.EN
    cooperative: str | None = None
    """Whose the applications are that name no cooperative."""

    def rows(self, content: bytes) -> list[Row]:
        """Every row of the file, in its order, with what is wrong with it in plain words.

        Raises:
            FileRefused: the file as a whole cannot be used.
        """
        if len(content) > self.largest:
            size = self.largest // 1_000_000
            raise FileRefused("{file} is larger than {size} MB: split it up.", file=self.file, size=size)
        text = self._text(content)
        is_json = self.file.lower().endswith((".jsonl", ".ndjson")) or text.lstrip().startswith("{")
        rows: list[Row] = []
        first_lines: dict[str, int] = {}
        for row in self._json_lines(text) if is_json or not text.strip() else self._table(text):
            if len(rows) == self.most:
                raise FileRefused(
                    "{file} has more than {most} applications: split it up.", file=self.file, most=self.most
                )
            rows.append(self._unless_seen(row, first_lines) if row.received else row)
        if not rows:
            raise FileRefused("{file} has no applications.", file=self.file)
        return rows

    def _unless_seen(self, row: Row, first_lines: dict[str, int]) -> Row:
        first = first_lines.setdefault(row.key, row.line)
        return row if first == row.line else self._wrong(row.line, "The same as row {line}", line=first)

    def _wrong(self, at: int, template: str, /, **facts: object) -> Row:
        return Row(at, complaints=(translate(template, self.language, **facts),))

    def _text(self, content: bytes) -> str:
        if b"\0" in content:
            raise FileRefused(
                "{file} is neither a CSV nor JSON lines: save it as CSV (UTF-8).", file=self.file
            )
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return content.decode("cp1252", errors="replace")  # as older spreadsheets save it

    def _json_lines(self, text: str) -> Iterator[Row]:
        for line, written in enumerate(text.split("\n"), start=1):
            if not written.strip():
                continue
            try:
                body = json.loads(written)
            except (ValueError, RecursionError):
                yield self._wrong(line, "This is not JSON")
                continue
            yield self._checked(line, _in_envelope(body), _path)

    def _table(self, text: str) -> Iterator[Row]:
        table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        try:
            columns = self._columns(next(table, list[str]()))
            begins = table.line_num + 1
            for cells in table:
                line, begins = begins, table.line_num + 1
                if not any(cell.strip() for cell in cells):
                    continue
                if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
                    told, count = "{cells} cells for {columns} columns", len(columns)
                    yield self._wrong(line, told, cells=len(cells), columns=count)
                    continue
                filled = {n: cell.strip() for n, cell in zip(columns, cells, strict=False) if cell.strip()}
                yield self._checked(line, self._body_of(filled), _column)
        except csv.Error as error:
            raise FileRefused(
                "{file} cannot be read as CSV near line {line}: {known}.",
                file=self.file,
                line=table.line_num,
                known=error,
            ) from error

    def _columns(self, heading: list[str]) -> list[str]:
        columns = [name.strip().lower().replace(" ", "_").replace("-", "_") for name in heading]
        while columns and not columns[-1]:
            columns.pop()
        about = {"file": self.file, "known": ", ".join(COLUMNS)}
        if unknown := [name for name in columns if name not in COLUMNS]:
            told = "{file} has a column {code}; the columns are {known}."
            raise FileRefused(told, code=unknown[0] or "?", **about)
        needed = COLUMNS.keys() - MAY_BE_LEFT_OUT - ({"cooperative"} if self.cooperative else set())
        if lacking := [name for name in COLUMNS if name in needed and name not in columns]:
            raise FileRefused(
                "{file} lacks the column {code}; the columns are {known}.", code=lacking[0], **about
            )
        if twice := [name for name in columns if columns.count(name) > 1]:
            raise FileRefused("{file} has the column {code} twice.", file=self.file, code=twice[0])
        return columns

    def _body_of(self, filled: dict[str, str]) -> dict[str, Any]:
        own = {"cooperative": self.cooperative} if self.cooperative else {}
        body: dict[str, Any] = {"application": {**own, "resident": {}}}
        for name, cell in filled.items():
            *folders, last = COLUMNS[name].strip("/").split("/")
            place = body
            for folder in folders:
                place = place[folder]
            place[last] = READ.get(name, str)(cell)
        return body

    def _checked(self, line: int, body: Any, field_at: FieldAt) -> Row:
        resident = _resident_in(body)
        try:
            received = ApplicationReceived.model_validate(body)
            return Row(line, received, field_at=field_at, resident=resident)
        except ValidationError as error:
            found = [{**each, "loc": ("body", *each["loc"])} for each in error.errors()]
            told = mistakes(found, body, self.language)
            complaints = tuple(complaint(self._as_typed(each, field_at), field_at) for each in told)
            return Row(line, complaints=complaints, field_at=field_at, resident=resident)

    def _as_typed(self, mistake: Mistake, field_at: FieldAt) -> Mistake:
        """The mistake, and for a day in a table how people write one."""
        template = AS_TYPED.get(field_at(mistake.location))
        if template is None or not mistake.code.startswith(("date", "timezone")):
            return mistake
        return mistake.model_copy(update={"detail": translate(template, self.language)})


def _resident_in(body: Any) -> str:
    try:
        return str(body["application"]["resident"]["name"])[:LONGEST_NAME]
    except (TypeError, KeyError):
        return ""


def _in_envelope(body: Any) -> Any:
    """What the API takes, when a line holds the application itself."""
    if not isinstance(body, dict) or "application" in body:
        return body  # pyright: ignore[reportUnknownVariableType]
    application = cast("dict[str, Any]", body)
    beside = {name: application.pop(name) for name in ("receivedOn", "received_on") if name in application}
    return {"application": application, **beside}


def _delimiter(text: str) -> str:
    heading = text.partition("\n")[0]
    return max(",;\t", key=heading.count)


def _names(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(BETWEEN_ITEMS)]


def _items(cell: str) -> list[dict[str, str]]:
    listed = (item.partition(AFTER_CODE) for item in cell.split(BETWEEN_ITEMS) if item.strip())
    return [{"code": code.strip(), "title": title.strip() or code.strip()} for code, _, title in listed]


def complaint(mistake: Mistake, field_at: FieldAt) -> str:
    """What is wrong, after the name of the field as the file has it."""
    field = field_at(mistake.location)
    return f"{field}: {mistake.detail}" if field else mistake.detail


def _path(pointer: str) -> str:
    return pointer.removeprefix("/application").strip("/").replace("/", ".")


def _column(pointer: str) -> str:
    fitting = [name for name, place in COLUMNS.items() if f"{pointer}/".startswith(f"{place}/")]
    return fitting[0] if fitting else ""


def _day(cell: str) -> str:
    """A day also as a Dutch spreadsheet writes it: 1-2-2027."""
    return day_in(cell) or cell


def _moment(cell: str) -> str:
    """A moment also as a Dutch spreadsheet writes it, by the Dutch clock; a year that comes first wants its offset."""
    found = "" if cell[:4].isdigit() else moment_in(cell)
    return cell if isinstance(found, str) else found.isoformat()


READ: dict[str, Callable[[str], object]] = {
    "items": _items,
    "electronic": _names,
    "signed_at": _moment,
    **dict.fromkeys(("starts_on", "ends_on", "received_on"), _day),
}
"""The columns that hold more than one thing, or something that spreadsheets write in their own way."""
