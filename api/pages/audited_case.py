"""One case as auditors look at it: its whole story, as it was and what changed, and what Temporal itself kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response
from temporalio.client import RPCTimeoutOrCancelledError
from temporalio.service import RPCError

from api import cases, refusals
from api.languages import Language
from api.pages.audit import Auditor
from api.pages.context import filled_in
from api.pages.facts import facts
from api.pages.filters import Filter
from api.pages.portions import portions
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight
from api.pages.shell import page
from api.pages.traces import Event, Trace, holds, name_of, traces
from api.parts import Database, Temporal
from api.periods import Period, as_it_was
from api.problems import AWAY, NOT_FOUND, Problem, problem_for
from api.tables import Asked, Format
from api.views import Told, shown_case, told
from domain.case import Case
from domain.exceptions import exceptions_in
from domain.people import Actor
from domain.words import in_language
from store import reference
from store.queries import Page

router = APIRouter(prefix="/audit/cases")

MOST = 50
"""Refusals, and events on one page."""
LONG = 3_000
"""Signs of an event's content above which it has a page of its own."""
LONG_PART = 20_000
"""Signs of such a page; the quotes of JSON take five bytes each."""


@dataclass(frozen=True)
class Changed:
    """A fact of the case that reads otherwise than before."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Between:
    """What came between two days of a case, and what reads otherwise since."""

    acts: list[Told]
    changed: list[Changed]


@dataclass(frozen=True)
class Reading:
    """Somebody who looks back in one case."""

    case: Case
    auditor: Actor
    cooperatives: dict[str, str]
    language: Language

    def lines(self) -> list[Told]:
        """What happened, oldest first."""
        told_ = (told(e, self.case.policy, self.auditor, self.language.value) for e in self.case.entries)
        return [line for line in told_ if line]

    def facts_at(self, on: date | None) -> tuple[int, dict[str, str]]:
        """The version at the end of a day, and all that there was to know then; now when no day is given."""
        case, then = as_it_was(self.case, on.isoformat() if on else None, "on")
        shown = shown_case(case, self.auditor, then)
        cooperative = self.cooperatives.get(shown.cooperative, shown.cooperative)
        return case.version, facts(shown, cooperative, self.language)


@router.get("/{number}")
async def show_story(
    *,
    request: Request,
    number: str,
    auditor: Auditor,
    sight: Sight,
    database: Database,
    part: Annotated[int, Query(ge=1, le=10_000)] = 1,
    act: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """The story of a case, or its part with an act; on a day, how it stood; of two days, what came between."""
    case = await cases.case_for(database, number, sight)
    async with database.connect() as connection:
        known = await reference.cooperatives(connection, auditor.municipality)
    language = preferred_language(request.scope)
    reading = Reading(case, auditor, {each.code: each.name for each in known}, language)
    asked = Asked(Format.JSON, language, number)
    refused = await refusals.list_refusals(auditor, database, Page(MOST), Period(), asked, number)
    assert not isinstance(refused, Response)  # as JSON is asked for
    sought = Filter(request)
    lines = reading.lines()
    parts = portions(lines)
    with_it = [n for n, told in enumerate(parts, start=1) if act in {line.version for line in told}]
    part = with_it[0] if with_it else min(part, len(parts))
    stood, between = _stood(sought, reading), _between(sought, reading)
    return page(
        request,
        "audit/case.html",
        sought.status,
        case=shown_case(case, auditor),
        sought=sought,
        stood=stood,
        between=between,
        timeline=[(line, exceptions_in(case, case.entries[line.version - 1])) for line in parts[part - 1]],
        part=part,
        is_last_part=part == len(parts),
        refused=refused.items,
        filled_in=filled_in(lines),
    )


@router.get("/{number}/history")
async def show_history(
    *,
    request: Request,
    number: str,
    auditor: Auditor,
    sight: Sight,
    database: Database,
    temporal: Temporal,
    run: Annotated[str | None, Query(max_length=100)] = None,
    part: Annotated[int, Query(ge=1, le=100_000)] = 1,
    event: Annotated[str | None, Query(max_length=20)] = None,
) -> Response:
    """The acts of a case beside the events by which Temporal kept them, decoded."""
    case = await cases.case_for(database, number, sight)
    shown = shown_case(case, auditor)
    try:
        history = await cases.get_history(number, sight, database, temporal, run)
    except (Problem, RPCError, RPCTimeoutOrCancelledError, RuntimeError) as error:
        problem = problem_for(error, request.scope)
        if problem.kind not in {AWAY, NOT_FOUND}:
            raise
        is_away = problem.kind is AWAY
        status = problem.kind.status if is_away else 200
        return page(request, "audit/history.html", status, case=shown, history=None, is_away=is_away)
    language = preferred_language(request.scope)
    lines = Reading(case, auditor, {}, language).lines()
    every = traces(history.events, lines, is_newest=history.run == history.runs[0])
    if event is not None:
        every = [
            Trace(one.act, some)
            for one in every
            if (some := [e for e in one.events if e["eventId"] == event])
        ]
        if not every:
            raise Problem(NOT_FOUND, "There is nothing at this address.")

    def named(one: Event) -> str:
        return in_language(name_of(one), language.value)

    if event is None:
        on_page, is_last = _part(every, part)
    else:
        on_page, is_last = every, part * LONG_PART >= len(_content(every[0].events[0]))

    def content(one: Event) -> str | None:
        """All of it where it is short, and in parts on a page of its own."""
        text = _content(one)
        if event is not None:
            return text[(part - 1) * LONG_PART : part * LONG_PART]
        return text if len(text) <= LONG else None

    return page(
        request,
        "audit/history.html",
        case=shown,
        history=history,
        is_away=False,
        traces=on_page,
        part=part,
        following=None if is_last else part + 1,
        only=event,
        named=named,
        content=content,
    )


def _stood(sought: Filter, reading: Reading) -> dict[str, str] | None:
    """The case as it was at the end of the day that was asked for."""
    on = sought.day("on")
    try:
        return reading.facts_at(on)[1] if on else None
    except Problem as problem:
        sought.wrong["on"] = problem.detail
        return None


def _between(sought: Filter, reading: Reading) -> Between | None:
    """What came after the first day, up to and including the last one, and what that changed."""
    period = sought.period()
    if not period.first or sought.wrong.keys() & {"from", "to"}:
        return None
    try:
        first, before = reading.facts_at(period.first)
    except Problem as problem:
        sought.wrong["from"] = problem.detail
        return None
    last, after = reading.facts_at(period.last)
    return Between(
        acts=[line for line in reading.lines() if first < line.version <= last],
        changed=[
            Changed(name, before.get(name), after.get(name))
            for name in dict.fromkeys([*before, *after])
            if before.get(name) != after.get(name)
        ],
    )


def _part(every: Sequence[Trace], part: int) -> tuple[list[Trace], bool]:
    """One page of the traces, with so many events at most unless a single act made more; whether it is the last."""
    parts: list[list[Trace]] = [[]]
    room = MOST
    for trace in every:
        if parts[-1] and len(trace.events) > room:
            parts.append([])
            room = MOST
        parts[-1].append(trace)
        room -= max(1, len(trace.events))
    return (parts[part - 1] if part <= len(parts) else []), part >= len(parts)


def _content(event: Event) -> str:
    """What an event holds, as JSON."""
    return json.dumps(holds(event), indent=2, ensure_ascii=False)
