"""What goes over the wire: camelCase keys, dates as `date`, moments as `date-time` in UTC."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, TypeAdapter

from domain.fact import Fact, Moment

__all__ = ["Moment", "Wire", "dumped"]


class Wire(Fact):
    """A body or an answer of the API that is not itself a fact of a case."""


_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)


def dumped(value: BaseModel | list[BaseModel] | dict[str, Any]) -> Any:
    """A value as the JSON that the API sends: aliases, dates and moments as text."""
    return _ANYTHING.dump_python(value, mode="json", by_alias=True)
