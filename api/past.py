"""A case as it was, and what happened to it since: for whoever looks back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, cast

from fastapi import APIRouter, Query, Request

from api.cases import case_for
from api.identity import CurrentActor
from api.parts import Database
from api.periods import LONGEST, as_it_was
from api.problems import language_of
from api.scope import ReadingScope
from api.views import Told, shown_case, told
from api.wire import Wire, dumped

router = APIRouter(prefix="/cases", tags=["cases"])

ALWAYS_DIFFERS = frozenset({"version", "changedAt"})


class Change(Wire):
    """One part of a case that reads otherwise than before."""

    field: str
    """A JSON pointer into the case."""
    before: Any
    after: Any


class Difference(Wire):
    """What came between two moments of a case, and what that changed."""

    from_version: int
    to_version: int
    acts: list[Told]
    changes: list[Change]


@router.get("/{number}/difference")
async def get_difference(
    number: str,
    actor: CurrentActor,
    scope: ReadingScope,
    database: Database,
    request: Request,
    first: Annotated[
        str, Query(alias="from", max_length=LONGEST, description="A version, a day or a moment.")
    ],
    last: Annotated[
        str | None, Query(alias="to", max_length=LONGEST, description="Likewise; now when not given.")
    ] = None,
) -> Difference:
    """What happened between two points of a case, and what of it reads otherwise since."""
    case = await case_for(database, number, scope)
    before, then = as_it_was(case, first, "from")
    after, since = as_it_was(case, last, "to")
    language = language_of(request.scope).value
    lines = (told(entry, case.policy, actor, language) for entry in after.entries[before.version :])
    return Difference(
        from_version=before.version,
        to_version=after.version,
        acts=[line for line in lines if line],
        changes=list(
            _changes(dumped(shown_case(before, actor, then)), dumped(shown_case(after, actor, since)))
        ),
    )


def _changes(before: Any, after: Any, at: str = "") -> Iterator[Change]:
    """Each part that differs, the deepest that both have."""
    if isinstance(before, dict) and isinstance(after, dict):
        one, other = cast("dict[str, Any]", before), cast("dict[str, Any]", after)
        for name in dict.fromkeys([*one, *other]):
            if at or name not in ALWAYS_DIFFERS:
                yield from _changes(one.get(name), other.get(name), f"{at}/{name}")
    elif isinstance(before, list) and isinstance(after, list):
        ones, others = cast("list[Any]", before), cast("list[Any]", after)
        for place in range(max(len(ones), len(others))):
            was, reads = (each[place] if place < len(each) else None for each in (ones, others))
            yield from _changes(was, reads, f"{at}/{place}")
    elif before != after:
        yield Change(field=at, before=before, after=after)
