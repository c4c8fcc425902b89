"""The applications in a file: a CSV as spreadsheets write it, or JSON lines. All are checked before any is sent."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from textwrap import shorten
from typing import Any, cast

from pydantic import ValidationError

from api.headings import (
    AFTER_CODE,
    BETWEEN,
    Column,
    addressee,
    column_at,
    column_under,
    columns_of,
)
from api.invalid import Mistake, mistakes
from api.languages import Language, translate
from api.pages.forms.values import day_in, moment_in
from domain.acts import ApplicationReceived
from domain.fact import Text

LONGEST_NAME = 100
LONGEST_HEADING = 60
NO_TABLE = "{file} is neither a CSV nor JSON lines: save it as CSV (UTF-8)."


FieldAt = Callable[[str, Language], str]
"""What the file calls the field at a JSON pointer, in a language; nothing when it has no name for it."""


def in_both(say: Callable[[Language], str]) -> Text:
    """What is said in each language, since its reader may change to the other later."""
    return Text(nl=say(Language.NL), en=say(Language.EN))


def _path(pointer: str, _: Language = Language.EN) -> str:
    return pointer.removeprefix("/application").strip("/").replace("/", ".")


@dataclass(frozen=True)
class Row:
    """One application of the file, or what is wrong with it."""

    line: int
    """Where it begins in the file."""
    received: ApplicationReceived | None = None
    complaints: tuple[Text, ...] = ()
    field_at: FieldAt = _path
    resident: str = ""
    """For whom it is, as far as that can be read."""
    body: Any = field(default=None, repr=False)
    """What could be read, when that is no application."""
    wrong: tuple[str, ...] = ()
    """Where in that the mistakes are: JSON pointers."""

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
    """In which it is told why the file as a whole cannot be used."""
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
        return Row(at, complaints=(in_both(lambda language: translate(template, language, **facts)),))

    def _text(self, content: bytes) -> str:
        if b"\0" in content:
            raise FileRefused(NO_TABLE, file=self.file)
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
            headings = next(table, list[str]())
            columns = self._columns(headings)
            field_at = partial(
                self._called_at, headings={c.name: h.strip() for c, h in zip(columns, headings, strict=True)}
            )
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
                yield self._checked(line, self._body_of(filled), field_at)
        except csv.Error as error:
            raise FileRefused(
                "{file} cannot be read as CSV near line {line}: {known}.",
                file=self.file,
                line=table.line_num,
                known=str(error),
            ) from error

    def _columns(self, headings: list[str]) -> list[Column]:
        while headings and not headings[-1].strip():
            headings.pop()
        if not any(map(column_under, headings)) and (
            len(headings) == 1 or any(len(heading) > LONGEST_HEADING for heading in headings)
        ):
            raise FileRefused(NO_TABLE, file=self.file)
        offered = columns_of(self.cooperative)
        known = ", ".join(column.told(self.language) for column in offered)
        found = list[Column]()
        for heading in headings:
            column = column_under(heading)
            if column is None:
                told = "{file} has a column {code}; the columns are {known}."
                raise FileRefused(told, file=self.file, code=_brief(heading), known=known)
            found.append(column)
        for column in offered:
            if column not in found and not column.may_be_empty:
                told = "{file} lacks the column {code}; the columns are {known}."
                code = column.told(self.language, column.name)
                raise FileRefused(told, file=self.file, code=code, known=known)
        if twice := [column for column in found if found.count(column) > 1]:
            code = twice[0].told(self.language)
            raise FileRefused("{file} has the column {code} twice.", file=self.file, code=code)
        return found

    def _called_at(self, pointer: str, language: Language, headings: Mapping[str, str]) -> str:
        column = column_at(pointer)
        return column.told(language, headings.get(column.name, "")) if column else ""

    def _body_of(self, filled: Mapping[Column, str]) -> dict[str, Any]:
        own = {"cooperative": self.cooperative} if self.cooperative else {}
        body: dict[str, Any] = {"application": {**own, "resident": {}}}
        for column, cell in filled.items():
            *folders, last = column.place.strip("/").split("/")
            place = body
            for folder in folders:
                place = place[folder]
            place[last] = READ.get(column.name, str)(cell)
        return body

    def _checked(self, line: int, body: Any, field_at: FieldAt) -> Row:
        resident = _resident_in(body)
        try:
            received = ApplicationReceived.model_validate(body)
            return Row(line, received, field_at=field_at, resident=resident)
        except ValidationError as error:
            found = [{**each, "loc": ("body", *each["loc"])} for each in error.errors()]
            is_table = field_at is not _path

            def told(language: Language) -> list[str]:
                each = mistakes(found, body, language)
                typed = (self._as_typed(one, language) if is_table else one for one in each)
                return [complaint(one, field_at, language) for one in typed]

            both = zip(told(Language.NL), told(Language.EN), strict=True)
            complaints = tuple(Text(nl=nl, en=en) for nl, en in both)
            wrong = tuple(each.location for each in mistakes(found, body, self.language))
            return Row(line, None, complaints, field_at, resident, body, wrong)

    def _as_typed(self, mistake: Mistake, language: Language) -> Mistake:
        """The mistake, in the words for how people write it in a table."""
        column = column_at(mistake.location)
        codes, template = column.otherwise if column and column.otherwise else ((), "")
        if not mistake.code.startswith(codes):
            return mistake
        return mistake.model_copy(update={"detail": translate(template, language)})


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


def _brief(heading: str) -> str:
    return shorten(heading, LONGEST_HEADING, placeholder="…") or "?"


def _delimiter(text: str) -> str:
    heading = text.partition("\n")[0]
    return max(",;\t", key=heading.count)


def _addressees(cell: str) -> list[str]:
    return [addressee(name.strip()) for name in cell.split(BETWEEN)]


def _items(cell: str) -> list[dict[str, str]]:
    listed = (item.partition(AFTER_CODE) for item in cell.split(BETWEEN) if item.strip())
    return [{"code": code.strip(), "title": title.strip() or code.strip()} for code, _, title in listed]


def complaint(mistake: Mistake, field_at: FieldAt, language: Language) -> str:
    """What is wrong, after the name of the field as the file has it."""
    field = field_at(mistake.location, language)
    return f"{field}: {mistake.detail}" if field else mistake.detail


def _day(cell: str) -> str:
    """A day also as a Dutch spreadsheet writes it: 1-2-2027."""
    return day_in(cell) or cell


def _moment(cell: str) -> str:
    """A moment also as a Dutch spreadsheet writes it, by the Dutch clock; a year that comes first wants its offset."""
    found = "" if cell[:4].isdigit() else moment_in(cell)
    return cell if isinstance(found, str) else found.isoformat()


READ: dict[str, Callable[[str], object]] = {
    "items": _items,
    "electronic": _addressees,
    "signed_at": _moment,
    **dict.fromkeys(("starts_on", "ends_on", "received_on"), _day),
}
"""The columns that hold more than one thing, or something that spreadsheets write in their own way."""
