"""The search over cases: by words, by the resident's number, and by what happened in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, cast, literal_column, or_, select, text
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import InstrumentedAttribute

from domain.authority import Scope
from domain.status import PHASES, Phase, Status
from store.audit import Acts
from store.queries import Page, within
from store.tables import BSN, SEARCHED, ActRow, CaseRow
from store.words import words_of

MOST_WORDS = 8


@dataclass(frozen=True)
class Sought:
    """What is looked for; a case has to fit all of it."""

    words: str = ""
    """Each must begin a word of the case: its number, resident or cooperative, or who handled it."""
    bsn: str | None = None
    status: Status | None = None
    phase: Phase | None = None
    cooperative: str | None = None
    received_from: date | None = None
    received_until: date | None = None
    act: str | None = None
    """That this kind of act was done in it."""
    actor: str | None = None
    """That this person did something in it; with `act`, that very thing."""


async def found_cases(
    connection: AsyncConnection, scope: Scope, sought: Sought, page: Page
) -> Sequence[Row[Any]]:
    """The cases that fit, oldest first. A cooperative finds them by their own words, not by who handled them."""
    query = select(CaseRow.__table__).where(within(scope, CaseRow), *_conditions(scope, sought))
    return (await connection.execute(page.of(query, CaseRow.received_on, CaseRow.number))).all()


def _conditions(scope: Scope, sought: Sought) -> list[ColumnElement[bool]]:
    found = [column == value for column, value in _columns(sought) if value is not None]
    found += has_words(scope, sought.words, CaseRow.number)
    if sought.bsn:
        of_resident = select(ActRow.number).where(
            text("kind = 'application_received'"), literal_column(BSN) == sought.bsn
        )
        found.append(or_(CaseRow.number.in_(of_resident), CaseRow.about.in_(of_resident)))
    if sought.phase:
        found.append(CaseRow.status.in_(sorted(status.value for status in PHASES[sought.phase])))
    if sought.received_from:
        found.append(CaseRow.received_on >= sought.received_from)
    if sought.received_until:
        found.append(CaseRow.received_on <= sought.received_until)
    if sought.act or sought.actor:
        wanted = Acts(actor=sought.actor, kind=sought.act)
        of_acts = select(ActRow.number).where(ActRow.municipality == scope.municipality, *wanted.conditions())
        found.append(CaseRow.number.in_(of_acts))
    return found


def has_words(
    scope: Scope, words: str, number: InstrumentedAttribute[str]
) -> tuple[ColumnElement[bool], ...]:
    """That each of these words begins one of the case of this number; nothing when there are none."""
    found = words_of(words)[:MOST_WORDS]
    if not found:
        return ()
    own = [f"'{word}':*" for word in found]
    theirs = [f"('{word}':* | '~{word}':*)" for word in found]
    looked_for = " & ".join([f"'@{scope.municipality}'", *(own if scope.cooperative else theirs)])
    fits = literal_column(SEARCHED).op("@@")(cast(looked_for, TSQUERY))
    # By itself: PostgreSQL takes words for common, and would rather read all cases in their order.
    worded = select(CaseRow.number).where(fits).cte("worded", nesting=True)
    return (number.in_(select(worded.prefix_with("MATERIALIZED").c.number)),)


def _columns(sought: Sought) -> tuple[tuple[InstrumentedAttribute[str], str | None], ...]:
    return (CaseRow.status, sought.status), (CaseRow.cooperative, sought.cooperative)
