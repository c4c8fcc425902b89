"""What stands in for what is wrong in an application, so that all else that is wrong with it is told with it."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from datetime import UTC, date, datetime
from typing import Any, cast

from pydantic import ValidationError
from pydantic.alias_generators import to_camel

from domain.acts import ApplicationReceived
from domain.application import Application, Resident
from domain.fact import FIRST_DAY, LAST_DAY

A_BSN = "999990019"
"""One that belongs to nobody."""


def fitting(cooperative: str | None, received_on: date | None = None) -> ApplicationReceived:
    """An application of which every part fits beside whatever the others are."""
    return ApplicationReceived(
        application=Application(
            cooperative=cooperative or "nobody",
            resident=Resident(bsn=A_BSN, name="-"),
            signed_at=datetime(FIRST_DAY.year + 1, 1, 1, tzinfo=UTC),
            activity="-",
            plan="-",
            starts_on=FIRST_DAY,
            ends_on=LAST_DAY,
            hours_a_week=1,
        ),
        received_on=received_on,
    )


def set_right(body: Any, wrong: Iterable[str], cooperative: str | None) -> ApplicationReceived | None:
    """The application that a body would be, were these parts of it right: JSON pointers. None when that is not all."""
    mended = deepcopy(body)
    for pointer in wrong:
        _set_right(mended, fitting(cooperative).model_dump(mode="json"), pointer.strip("/").split("/"))
    try:
        return ApplicationReceived.model_validate(mended)
    except ValidationError:
        return None


def _set_right(place: Any, right: dict[str, Any], path: list[str]) -> None:
    part, *within = path
    if not isinstance(place, dict) or not part:
        return
    fields, fits = cast("dict[str, Any]", place), right.get(to_camel(part))
    if within and isinstance(fits, dict):
        _set_right(fields.get(part), cast("dict[str, Any]", fits), within)
    elif fits is None:
        fields.pop(part, None)
    else:
        fields[part] = fits


def is_told(place: str, wrong: Iterable[str], between: str) -> bool:
    """Whether something is told there already, or within it, or of that in which it stands."""
    return any(
        f"{place}{between}".startswith(f"{each}{between}")
        or f"{each}{between}".startswith(f"{place}{between}")
        for each in wrong
    )
