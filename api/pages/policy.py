"""The municipality's policy as it was, is and will be, who may decide for it, its office and its cooperatives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api import policy
from api.beginnings import today
from api.identity import readers
from api.languages import Language
from api.pages.filters import Filter
from api.pages.forms.words import capital
from api.pages.preferences import preferred_language
from api.pages.sessions import SignedIn
from api.pages.shell import page
from api.parts import Database
from api.policy import HeldMandate
from api.problems import NOT_FOUND, Problem
from domain.mandates import Decision
from domain.narration.differences import Difference
from domain.narration.policy import MANDATED, hours_a_week, months, told, up_to
from domain.people import Actor
from domain.policy import Validity
from domain.words import in_language

router = APIRouter(prefix="/policy")

_one_of_them = readers(*policy.READING)


async def _reading(actor: SignedIn) -> Actor:
    return await _one_of_them(actor)


Reader = Annotated[Actor, Depends(_reading)]


@dataclass(frozen=True)
class Told:
    """Something that reads otherwise, in the language in which it does."""

    name: str
    before: str | None
    after: str | None
    language: Language


@router.get("")
async def show_policy(request: Request, actor: Reader, database: Database) -> Response:
    """The versions with their days, and what one of them says; of two versions, what they say otherwise."""
    versions = (await policy.list_policy_versions(actor, database)).items
    sought = Filter(request)
    known = [str(each.version) for each in versions]
    named = {name: sought.one_of(name, known) for name in ("version", "from", "to")}
    shown = named["version"] or _in_force(versions)
    first, last = named["from"], named["to"]
    differences = None
    if first and last:
        found = await policy.get_policy_difference(actor, database, int(first), int(last))
        differences = _by_part(found.items, preferred_language(request.scope))
    one = await policy.get_policy_version(int(shown), actor, database) if shown else None
    return page(
        request,
        "policy/policy.html",
        sought.status,
        sought=sought,
        versions=versions,
        known=known,
        one=one,
        parts=told(one) if one else (),
        before=_before(versions),
        differences=differences,
        today=today(),
    )


@router.get("/mandates")
async def show_mandates(request: Request, actor: Reader, database: Database) -> Response:
    """Who may decide what in the college's name on a day, and which mandates do not count then."""
    found = (await policy.get_mandates(actor, database)).items
    sought = Filter(request)
    on = sought.day("on") or today()
    language = preferred_language(request.scope).value

    def decisions(mandate: HeldMandate) -> str:
        """In the order of a case."""
        words = [in_language(MANDATED[each], language) for each in Decision if each in mandate.decisions]
        return capital(", ".join(words))

    return page(
        request,
        "policy/mandates.html",
        sought.status,
        sought=sought,
        on=on,
        is_today=on == today(),
        in_force=_by_name(each for each in found if each.is_valid_on(on)),
        others=_by_name(each for each in found if not each.is_valid_on(on)),
        decisions=decisions,
        months=months,
        hours_a_week=hours_a_week,
        up_to=up_to,
    )


@router.get("/office")
async def show_office(request: Request, actor: Reader, database: Database) -> Response:
    """Where people reach the municipality, and the cooperatives with an agreement."""
    try:
        office = await policy.get_office(actor, database)
    except Problem as problem:
        if problem.kind is not NOT_FOUND:
            raise
        office = None
    cooperatives = (await policy.list_cooperatives(actor, database)).items
    return page(request, "policy/office.html", office=office, cooperatives=cooperatives, today=today())


def _in_force(versions: tuple[Validity, ...]) -> str | None:
    """The version that counts today; before the first one does, that one."""
    now = next((each for each in versions if each.is_valid_on(today())), None)
    shown = now or (versions[-1] if versions else None)
    return str(shown.version) if shown else None


def _before(versions: tuple[Validity, ...]) -> dict[int, int]:
    """By each version the one that counted until it did."""
    counting = [each.version for each in versions if each.replaced_by is None]
    return dict(pairwise(counting))


def _by_name(mandates: Iterable[HeldMandate]) -> list[HeldMandate]:
    return sorted(mandates, key=lambda each: ((each.holder_name or each.holder).casefold(), each.code))


def _by_part(found: Iterable[Difference], language: Language) -> dict[str, list[Told]]:
    """What reads otherwise, by its subject."""
    parts: dict[str, list[Told]] = {}
    for each in found:
        parts.setdefault(in_language(each.part, language.value), []).append(_told(each, language))
    return parts


def _told(difference: Difference, language: Language) -> Told:
    """In the reader's language, unless only the other one reads otherwise."""
    before, after = difference.before, difference.after
    speaks = language
    if before and after and in_language(before, language.value) == in_language(after, language.value):
        speaks = next(each for each in Language if each is not language)
    return Told(
        name=in_language(difference.name, language.value),
        before=before and in_language(before, speaks.value),
        after=after and in_language(after, speaks.value),
        language=speaks,
    )
