"""What lets somebody act on a day. It is asked at each act of a colleague, so it is one question."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import Date, String, bindparam, func, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.absences import Absence
from domain.mandates import Mandate
from store.absences import AbsenceRow
from store.prepared import Prepared
from store.tables import MandateRow

_MUNICIPALITY, _PERSON, _ON = (
    bindparam("municipality", type_=String),
    bindparam("person", type_=String),
    bindparam("on", type_=Date),
)
_HELD = (
    select(func.jsonb_agg(aggregate_order_by(MandateRow.document, MandateRow.code)))
    .where(MandateRow.municipality == _MUNICIPALITY, MandateRow.holder == _PERSON)
    .scalar_subquery()
)
_AWAY = (
    select(func.jsonb_agg(aggregate_order_by(AbsenceRow.document, AbsenceRow.id)))
    .where(
        AbsenceRow.municipality == _MUNICIPALITY,
        AbsenceRow.substitute == _PERSON,
        AbsenceRow.last_on >= _ON,
    )
    .scalar_subquery()
)
_ASKED = Prepared(select(_HELD, _AWAY))


class Evidence(NamedTuple):
    """What somebody can show on a day."""

    mandates: tuple[Mandate, ...]
    """What he may decide himself. Awb 10:3."""
    standing_in: tuple[Absence, ...]
    """The absences of colleagues for whom he stands in."""


async def evidence(connection: AsyncConnection, municipality: str, person: str, on: date) -> Evidence:
    """What lets this person act in that municipality on that day."""
    about = {"municipality": municipality, "person": person, "on": on}
    held, away = await _ASKED.row(connection, about)
    mandates = map(Mandate.model_validate, held or ())
    absences = map(Absence.model_validate, away or ())
    return Evidence(
        tuple(mandate for mandate in mandates if mandate.is_valid_on(on)),
        tuple(absence for absence in absences if absence.counts_on(on)),
    )
