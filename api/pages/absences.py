"""Absences: who is away from when until when and who stands in; to record one, and to end one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import Response

from api import absences
from api.absences import Sooner
from api.beginnings import today
from api.languages import Language, translate
from api.pages.filters import Filter
from api.pages.preferences import preferred_language
from api.pages.shell import done, page
from api.pages.team import Reader, Somebody, Working, somebody
from api.pages.work import Key
from api.paging import PageByDay
from api.parts import Database
from api.problems import problem_for
from api.workload import Colleague, get_workload
from domain.absences import AWAY_TOO, Absence, Away
from domain.authority import COLLEAGUES
from domain.errors import CaseError, NotAcceptable, NotNow
from domain.people import Actor, Role
from store.queries import Page

router = APIRouter(prefix="/team/absences")

FIELDS = {"substitute": "substitute", "first_on": "first", "last_on": "last"}
"""Where the form has what a refusal names."""
AT_ONCE = 40
"""Absences on a page."""
NOBODY_AWAY = "Choose who is away."
NOBODY_STANDS_IN = "Choose who stands in."
NO_FIRST_DAY = "Give the first day, such as 24-11-2026."
NO_LAST_DAY = "Give the last day, such as 24-11-2026."


@dataclass(frozen=True)
class Register:
    """The list of absences as somebody looks at it."""

    request: Request
    actor: Actor
    database: AsyncEngine
    asked: Page


@dataclass(frozen=True)
class Mistaken:
    """What was asked of one absence, and why that cannot be."""

    absence: str
    typed: str
    why: str


async def _register(request: Request, actor: Reader, database: Database, asked: PageByDay) -> Register:
    return Register(request, actor, database, asked)


Opened = Annotated[Register, Depends(_register)]


@router.get("")
async def show_absences(register: Opened) -> Response:
    """Who is away, the first to come back on top; those that are not over, or were not on a day."""
    return await _list(register, Filter(register.request))


@router.post("")
async def record(register: Opened, actor: Working, key: Key) -> Response:
    """Somebody is away; whoever is no coordinator tells of himself."""
    request, database = register.request, register.database
    sought = Filter(request, await request.form())
    people = (await get_workload(actor, database)).people
    him = Somebody(actor.id, actor.name)
    absent = somebody(sought, "absent", people, NOBODY_AWAY) if _is_coordinator(actor) else him
    substitute = somebody(sought, "substitute", people, NOBODY_STANDS_IN)
    first, last = _needed(sought, "first", NO_FIRST_DAY), _needed(sought, "last", NO_LAST_DAY)
    if absent is None or substitute is None or first is None or last is None or sought.wrong:
        return await _list(register, sought)
    if "mend" in sought.typed:  # somebody chose another language amid the form
        return await _list(register, sought)
    away = Away(
        absent=absent.id,
        absent_name=absent.name,
        substitute=substitute.id,
        substitute_name=substitute.name,
        first_on=first,
        last_on=last,
    )
    try:
        await absences.record_absence(away, actor, key, database, Response())
    except (NotAcceptable, NotNow) as wrong:
        sought.wrong[_field(wrong, actor)] = _said(register, wrong)
        return await _list(register, sought, problem_for(wrong, request.scope).kind.status)
    facts = {"absent": absent.name, "substitute": substitute.name}
    facts |= {"first": first.isoformat(), "last": last.isoformat()}
    if unknown := not_known_as(absent.id, substitute.id, people):
        warned = (
            "{absent} is away from {first} up to and including {last}. {substitute} stands in, but is not known "
            "here as: {roles}. Only who has that role can do those tasks."
        )
        facts |= {"roles": ", ".join(unknown)}
        return await done(request, database, "/team/absences", warned, "warning", **facts)
    told = "{absent} is away from {first} up to and including {last}. {substitute} stands in."
    return await done(request, database, "/team/absences", told, "info", **facts)


def not_known_as(absent: str, substitute: str, people: Sequence[Colleague]) -> tuple[Role, ...]:
    """The roles in which somebody has tasks and his substitute did nothing yet: a task stays for its role."""
    roles = {each.id: each.roles for each in people}
    lacking = {*roles.get(absent, ())} - {*roles.get(substitute, ())} - {Role.COORDINATOR}
    return tuple(sorted(lacking))


@router.post("/{absence}/ending")
async def end(register: Opened, absence: str, actor: Working, key: Key) -> Response:
    """Somebody is back sooner."""
    request, database = register.request, register.database
    sought = Filter(request, await request.form())
    last = _needed(sought, "last", NO_LAST_DAY)
    if last is None:
        return await _mistaken(register, absence, sought, translate(NO_LAST_DAY, _language(register)), 400)
    try:
        ended = await absences.end_absence(absence, Sooner(last_on=last), actor, key, database)
    except (NotAcceptable, NotNow) as wrong:
        status = problem_for(wrong, request.scope).kind.status
        return await _mistaken(register, absence, sought, _said(register, wrong), status)
    told = "The absence of {name} ends on {day}."
    facts = {"name": ended.absent_name, "day": ended.last_on.isoformat()}
    return await done(request, database, "/team/absences", told, **facts)


@router.post("/{absence}/withdrawal")
async def withdraw(register: Opened, absence: str, actor: Working, key: Key) -> Response:
    """It was a mistake."""
    request, database = register.request, register.database
    try:
        withdrawn = await absences.withdraw_absence(absence, actor, key, database)
    except NotNow as wrong:
        status = problem_for(wrong, request.scope).kind.status
        return await _mistaken(register, absence, Filter(request), _said(register, wrong), status)
    told = "The absence of {name} counts no more."
    return await done(request, database, "/team/absences", told, name=withdrawn.absent_name)


async def _mistaken(register: Register, absence: str, sought: Filter, why: str, status: int) -> Response:
    mistaken = Mistaken(absence, sought.typed.get("last", ""), why)
    return await _list(register, Filter(register.request), status, mistaken)


async def _list(
    register: Register, sought: Filter, status: int = 200, mistaken: Mistaken | None = None
) -> Response:
    actor, database = register.actor, register.database
    since = Filter(register.request)
    day = since.day("since")
    found = await absences.list_absences(actor, database, register.asked.at_most(AT_ONCE), day)
    people = (await get_workload(actor, database)).people
    return page(
        register.request,
        "team/absences.html",
        max(status, sought.status, since.status),
        found=found,
        since=since,
        sought=sought,
        mistaken=mistaken,
        today=today(),
        people=people,
        unknown={each.id: not_known_as(each.absent, each.substitute, people) for each in found.items},
        may_record=bool(actor.roles & COLLEAGUES),
        is_coordinator=_is_coordinator(actor),
        may_end={each.id for each in found.items if _may_end(each, actor, today())},
    )


def _may_end(absence: Absence, actor: Actor, on: date) -> bool:
    """Whether the form to end it is shown; the rules themselves are asked when it is sent."""
    is_his = _is_coordinator(actor) or (absence.absent == actor.id and bool(actor.roles & COLLEAGUES))
    return is_his and not absence.is_withdrawn and absence.last_on >= on


def _needed(sought: Filter, name: str, missing: str) -> date | None:
    """A day that must be given, near enough to reckon with."""
    day = sought.day(name)
    try:
        return Sooner(last_on=day).last_on  # pyright: ignore[reportArgumentType]
    except ValidationError:
        sought.wrong[name] = missing
        return None


def _field(wrong: NotAcceptable | NotNow, actor: Actor) -> str:
    """The field of the form that a refusal is about."""
    if wrong.field is not None:
        return FIELDS[wrong.field]
    if wrong.template == AWAY_TOO:
        return "substitute"
    return "absent" if _is_coordinator(actor) else "first"


def _said(register: Register, wrong: CaseError) -> str:
    return translate(wrong.template, _language(register), **wrong.facts)


def _language(register: Register) -> Language:
    return preferred_language(register.request.scope)


def _is_coordinator(actor: Actor) -> bool:
    return Role.COORDINATOR in actor.roles
