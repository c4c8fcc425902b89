"""A form: the fields of a model, with what the case and its policy bring into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from pydantic import BaseModel

from api.pages.forms.fields import KIND, Control, Field, fields_of
from api.problems import TOO_LARGE, Problem
from domain.acts import Objecting, ObjectionReceived
from domain.fact import Text

Typed = Mapping[str, tuple[str, ...]]
"""What stands in a form as somebody typed it, by the field's path: `application.resident.name`, `findings.0.reason`."""

MOST_NAMES = 1_000
MOST_BYTES = 400_000
"""Six times the longest act: what is typed is longer on its way than it is."""
MOST_ENTRIES = 50
"""As many as the longest list in an act."""


@dataclass(frozen=True)
class Option:
    """One of what can be chosen in this case."""

    value: str
    text: Text


@dataclass(frozen=True)
class Rows:
    """One entry for each option of the field `by`, which is then not chosen any more."""

    by: str
    is_each_needed: bool
    """Else what is left empty is left out."""
    among: tuple[str, ...] | None = None
    """Only these of the options have an entry of their own, and others may be added; else all have, and none may."""


def _nothing() -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Supplied:
    """What nobody needs to fill in, and between what somebody chooses; by path, without the numbers of entries."""

    values: Mapping[str, Any] = field(default_factory=_nothing)
    """Known already, as JSON: these fields are not in the form."""
    absent: frozenset[str] = frozenset()
    """Fields that make no sense here."""
    needed: frozenset[str] = frozenset()
    """Fields that the model can do without and this case cannot."""
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=_nothing)
    rows: Mapping[str, Rows] = field(default_factory=_nothing)
    follows: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=_nothing)
    """A field that follows from what is chosen in another one."""
    first: frozenset[str] = frozenset()
    """Fields that come before the others."""
    filled: Typed = field(default_factory=_nothing)
    """What stands in the form at first."""
    hints: Mapping[str, Text] = field(default_factory=_nothing)
    """What helps to fill in a field in this case, after what always does."""


NOTHING = Supplied()


@dataclass(frozen=True)
class Form:
    """What somebody fills in to say something that is kept as `model`."""

    model: type[BaseModel]
    supplied: Supplied = NOTHING

    @property
    def kind(self) -> str:
        """The kind of act that it becomes; of an objection, who had a part in the decision is nobody's to fill in."""
        act = ObjectionReceived if issubclass(self.model, Objecting) else self.model
        return str(act.model_fields[KIND].default)

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, also those that are not filled in here."""
        return tuple(sorted(fields_of(self.model), key=lambda each: each.name not in self.supplied.first))

    def is_file(self, path: str) -> bool:
        """Whether what stands at that path is a file."""
        name = path.rpartition(".")[2]
        files = (f for top in self.fields for f in top.all() if f.control is Control.FILE)
        return any(each.name == name for each in files)

    def asks(self, where: str) -> bool:
        """Whether the field there is one to fill in."""
        known = self.supplied
        return where not in known.values and where not in known.absent and where not in known.follows

    def asked(self, fields: tuple[Field, ...], at: str, where: str) -> Iterator[tuple[Field, str, str]]:
        """The fields to fill in, each with its path and with its path without numbers."""
        for each in fields:
            if self.asks(below(where, each.name)):
                yield each, below(at, each.name), below(where, each.name)

    def is_placed(self, typed: Typed, path: str, where: str, number: int) -> bool:
        """Whether that entry is the one of an option, which is then not chosen any more."""
        rows = self.supplied.rows.get(where)
        if rows is None or rows.among is None:
            return rows is not None
        code, *before = (
            value_in(typed, below(below(path, each), rows.by))
            for each in (number, *(other for other in numbers_in(typed, path) if other < number))
        )
        return code in rows.among and code not in before

    def variant(self, of: Field, typed: Typed, at: str, where: str) -> str:
        """Which one was chosen, or is supplied."""
        given = self.supplied.values.get(below(where, KIND)) or value_in(typed, below(at, KIND))
        return given if given in of.variants else ""


def below(path: str, name: object) -> str:
    """The path of a part."""
    return f"{path}.{name}" if path else str(name)


def value_in(typed: Typed, path: str) -> str:
    """What was typed there; a browser sends the lines of a text with a carriage return."""
    found = typed.get(path, ())
    return found[-1].replace("\r\n", "\n") if found else ""


def is_blank(typed: Typed, path: str, but: str = "") -> bool:
    """Whether nothing was typed there, nor in any part of it but that one."""
    return not any(
        value.strip()
        for name, values in typed.items()
        if (name == path or name.startswith(f"{path}.")) and name != but
        for value in values
    )


def numbers_in(typed: Typed, path: str) -> list[int]:
    """The numbers of the entries that stand there."""
    found: set[int] = set()
    for name in typed:
        number = name.removeprefix(f"{path}.").split(".")[0] if name.startswith(f"{path}.") else ""
        if number.isascii() and number.isdecimal() and len(number) <= 3 and str(int(number)) == number:
            found.add(int(number))
    return sorted(found)[: MOST_ENTRIES + 1]


def submitted(body: bytes) -> Typed:
    """What a browser sent, as application/x-www-form-urlencoded.

    Raises:
        Problem: it is more than any form can hold.
    """
    if len(body) > MOST_BYTES:
        raise Problem(TOO_LARGE, "This is too long; at most {bytes} bytes", bytes=MOST_BYTES)
    typed: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(
            body.decode("utf-8", "replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=MOST_NAMES,
        )
    except ValueError:
        raise Problem(TOO_LARGE, "This form has too many fields.") from None
    for name, value in pairs:
        typed.setdefault(name, []).append(value)
    return {name: tuple(values) for name, values in typed.items()}


def entries_of(field: Field) -> bool:
    """Whether there can be several of it, each with a number."""
    return field.control is Control.ENTRIES
