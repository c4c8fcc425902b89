"""The fields of a form, read from the model of what is filled in: no form is written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from domain.application import Bsn
from domain.documents import Sha256
from domain.fact import Code

KIND = "kind"
"""By which the acts are told apart: a form is of one kind, so nobody fills it in."""
JUDGED = frozenset({"obstacle", "late_excused", "view_waived"})
"""That there is none of these is a judgement too: a person chooses it, and nothing stands chosen beforehand."""
LONGEST_LINE = 200
_CODE, _BSN, _FILE = get_args(Code)[1], get_args(Bsn)[1], get_args(Sha256)[1]


class Control(StrEnum):
    """How something is filled in."""

    LINE = "line"
    PROSE = "prose"
    BSN = "bsn"
    FILE = "file"
    """Handed in, and kept by its hash."""
    DAY = "day"
    MOMENT = "moment"
    EUROS = "euros"
    NUMBER = "number"
    YES_NO = "yes_no"
    ONE_OF = "one_of"
    """One of what the law or the municipality lists; a code stands alone where no list is known."""
    SEVERAL_OF = "several_of"
    GROUP = "group"
    ENTRIES = "entries"
    """As many of one field as one needs."""
    VARIANT = "variant"
    """First which, then the fields of that."""


@dataclass(frozen=True)
class Field:
    """One field: whose it is, what it is called there, and how it is filled in."""

    owner: type[BaseModel]
    """The model that has it, by which its words are found."""
    name: str
    control: Control
    is_required: bool = True
    default: Any = None
    choices: type[Enum] | None = None
    offered: tuple[str, ...] = ()
    """Of those the values that can be chosen."""
    fields: tuple[Field, ...] = ()
    """Of a group."""
    entry: Field | None = None
    """Of which there are several."""
    variants: Mapping[str, tuple[Field, ...]] = field(default_factory=dict[str, "tuple[Field, ...]"])
    least: date | int | None = None
    most: date | int | None = None
    """A value, or the number of entries."""
    longest: int | None = None

    @property
    def is_judged(self) -> bool:
        """Whether somebody has to choose also where the answer is that there is none."""
        return self.name in JUDGED and not self.is_required

    def all(self) -> Iterator[Field]:
        """The field itself and all in it."""
        yield self
        for each in (*self.fields, *(f for fields in self.variants.values() for f in fields)):
            yield from each.all()
        if self.entry:
            yield from self.entry.all()


@cache
def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of a model, in its order."""
    return tuple(
        _field(model, name, info)
        for name, info in model.model_fields.items()
        if name != KIND or get_origin(info.annotation) is not Literal
    )


def _field(owner: type[BaseModel], name: str, info: FieldInfo) -> Field:
    is_required = info.is_required()
    found = _of_type(owner, name, info.annotation, tuple(info.metadata))
    return replace(found, is_required=is_required, default=None if is_required else info.default)


def _of_type(owner: type[BaseModel], name: str, kind: Any, said: tuple[Any, ...]) -> Field:
    """The field for a type, with what its annotations say of it."""
    while get_origin(kind) is Annotated:
        kind, *more = get_args(kind)
        said = (*said, *more)
    if get_origin(kind) in (Union, UnionType):
        return _of_union(owner, name, get_args(kind), said)
    if get_origin(kind) is tuple:
        return _of_many(owner, name, get_args(kind)[0], said)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return Field(owner, name, Control.GROUP, fields=fields_of(kind))
    if get_origin(kind) is Literal:
        values: tuple[Enum, ...] = get_args(kind)
        return Field(owner, name, Control.ONE_OF, choices=type(values[0]), offered=_names(values))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Field(owner, name, Control.ONE_OF, choices=kind, offered=_names(kind))
    return _of_value(owner, name, kind, said)


def _of_union(owner: type[BaseModel], name: str, kinds: tuple[Any, ...], said: tuple[Any, ...]) -> Field:
    given = [kind for kind in kinds if kind is not NoneType]
    if len(given) == 1:
        return _of_type(owner, name, given[0], said)
    models = cast("list[type[BaseModel]]", given)
    return Field(
        owner,
        name,
        Control.VARIANT,
        variants={str(model.model_fields[KIND].default): fields_of(model) for model in models},
    )


def _of_many(owner: type[BaseModel], name: str, kind: Any, said: tuple[Any, ...]) -> Field:
    entry = _of_type(owner, name, kind, ())
    most = _said(said, MaxLen)
    several = Control.SEVERAL_OF if entry.control is Control.ONE_OF else Control.ENTRIES
    kept = replace(entry, control=several) if several is Control.SEVERAL_OF else Field(owner, name, several)
    return replace(
        kept, entry=entry, least=_said(said, MinLen, "min_length"), most=most, longest=entry.longest
    )


def _of_value(owner: type[BaseModel], name: str, kind: Any, said: tuple[Any, ...]) -> Field:
    ge, le, longest = _said(said, Ge), _said(said, Le), _said(said, StringConstraints)
    limits: dict[str, Any] = {"least": ge, "most": le}
    if kind is bool:
        return Field(owner, name, Control.YES_NO)
    if kind is int:
        is_money = name.endswith("cents")
        return Field(owner, name, Control.EUROS if is_money else Control.NUMBER, **limits)
    if kind is date:
        return Field(owner, name, Control.DAY, **limits)
    if kind is str:
        control = Control.PROSE if longest and longest > LONGEST_LINE else Control.LINE
        if _CODE in said:
            control = Control.ONE_OF
        if _FILE in said:
            control = Control.FILE
        return Field(owner, name, Control.BSN if _BSN in said else control, longest=longest)
    assert kind is datetime or issubclass(kind, datetime) or kind.__name__ == "AwareDatetime", kind
    return Field(owner, name, Control.MOMENT)


def _names(values: Any) -> tuple[str, ...]:
    return tuple(str(each.value) for each in values)


def _said(said: tuple[Any, ...], kind: type[Any], name: str | None = None) -> Any:
    """What an annotation of this kind says, also one that stands in another."""
    of = name or {Ge: "ge", Le: "le", MaxLen: "max_length", StringConstraints: "max_length"}[kind]
    for each in said:
        within = each.metadata if isinstance(each, FieldInfo) else ()
        if isinstance(each, kind):
            return getattr(each, of)
        if within and (found := _said(tuple(within), kind, name)) is not None:
            return found
    return None
