"""Pages of a list by cursor, which neither skip nor repeat when rows come in between."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Coroutine, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Depends, Query
from sqlalchemy import Row

from api.invalid import Mistake
from api.problems import INVALID, Problem
from api.wire import Wire
from store.queries import Page

T = TypeVar("T")


class Listed(Wire, Generic[T]):
    """One page of a list."""

    items: list[T]
    next: str | None = None
    """The cursor of the next page; none on the last one."""


Limit = Annotated[int, Query(ge=1, le=200, description="So many at most.")]
Cursor = Annotated[str | None, Query(max_length=500, description="The `next` of the page before.")]


def page_by(*kinds: type) -> Callable[[int, str | None], Coroutine[Any, Any, Page]]:
    """The dependency of a list that is sorted by columns of these kinds."""

    async def page(limit: Limit = 50, cursor: Cursor = None) -> Page:
        return Page(limit, _place(cursor, kinds) if cursor else None)

    return page


PageByDay = Annotated[Page, Depends(page_by(date, str))]
"""By a day, and then by name."""
PageByNumber = Annotated[Page, Depends(page_by(int))]
PageByMoment = Annotated[Page, Depends(page_by(datetime, str, int))]
"""By a moment, and then by case and act."""


def listed(rows: Sequence[Row[Any]], page: Page, shown: Callable[[Row[Any]], T], *order: str) -> Listed[T]:
    """The page that these rows make; `order` names the columns that they are sorted by."""
    kept = rows[: page.limit]
    following = None
    if len(rows) > page.limit:
        text = json.dumps([_written(getattr(kept[-1], name)) for name in order])
        following = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
    return Listed(items=[shown(row) for row in kept], next=following)


def _written(value: object) -> dict[str, object]:
    match value:
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case _:
            return {"value": value}


def _read(written: dict[str, Any]) -> object:
    if "moment" in written:
        moment = datetime.fromisoformat(str(written["moment"]))
        return moment if moment.tzinfo else None
    return date.fromisoformat(str(written["day"])) if "day" in written else written["value"]


def _place(cursor: str, kinds: tuple[type, ...]) -> tuple[Any, ...]:
    try:
        written: list[dict[str, Any]] = json.loads(
            base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        )
        place = tuple(_read(value) for value in written)
        if kinds == tuple(type(value) for value in place) and not any(map(_is_out_of_reach, place)):
            return place
    except (ValueError, TypeError, KeyError):
        pass
    mistake = Mistake(place="query", location="cursor", detail="", code="cursor")
    raise Problem(INVALID, "This cursor is not one that a page gave.", errors=[mistake])


def _is_out_of_reach(value: object) -> bool:
    """Whether PostgreSQL has no such value."""
    return (isinstance(value, int) and abs(value) >= 2**63) or (isinstance(value, str) and "\0" in value)
