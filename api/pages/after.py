"""What an act brings about: what is told after it, and what can be seen of it before."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncEngine

from activities.typesetting import pictured, typeset
from api import views
from api.documents import POSTERS
from api.languages import Language, translate
from api.pages.forms import words
from api.pages.sheets import Sheet
from api.supposing import letter
from domain import letters, narration, words as known
from domain.acts import SupplementReceived, SupplementRequested
from domain.authority import Scope
from domain.case import Case, Receipt
from domain.fact import Text
from domain.kinds import KINDS
from domain.people import Actor
from domain.policy import named
from domain.words import in_language
from store import queries, reference

Made = TypeVar("Made")

LONGEST = 240
"""Letters of what happened, as it is told at the head of a page."""


async def told(database: AsyncEngine, sheet: Sheet, receipt: Receipt, language: Language) -> str:
    """What happened, and what happens next."""
    scope = Scope(sheet.case.municipality)
    async with database.connect() as connection:
        case = await queries.whole_case(connection, receipt.case, scope)
    assert case is not None
    entry = case.entries[receipt.version - 1]
    said = narration.told(entry, language.value, case.policy)
    if len(said) > LONGEST:
        said = f"{words.capital(in_language(KINDS[entry.act.kind], language.value))}."
    is_posted = _is_posted(case, receipt.version)
    following = _next(case, sheet.actor, language, is_posted=bool(is_posted))
    return " ".join([said, *_letter(is_posted, sheet.actor, language), following])


def _is_posted(case: Case, version: int) -> bool | None:
    """Whether the act, or what followed by itself, calls for a letter that has to be posted; none without a letter."""
    called = [letter for entry in case.entries[version - 1 :] if (letter := letters.called_for(case, entry))]
    return any(letter.is_to_be_posted for letter in called) if called else None


def _letter(is_posted: bool | None, reader: Actor, language: Language) -> list[str]:
    match is_posted:
        case None:
            return []
        case False:
            return [translate("The letter is made and goes out by itself.", language)]
        case True if reader.roles.isdisjoint(POSTERS):
            return [translate("The letter is made, and posted to whoever gets it on paper.", language)]
        case True:
            return [translate("The letter is made. Under “To post” it waits for whoever posts it.", language)]


def _next(case: Case, reader: Actor, language: Language, *, is_posted: bool) -> str:
    """For whom the case waits now."""
    soonest = sorted(case.tasks, key=lambda task: (task.role not in reader.roles, task.due_on or date.max))
    if not soonest:
        status = in_language(known.STATUSES[case.status], language.value)
        if is_posted:
            sentence = "Once it is posted nobody has to do anything for now. The case: {status}."
            return translate(sentence, language, status=status)
        return translate("Nobody has to do anything now. The case: {status}.", language, status=status)
    task = soonest[0]
    sentence = "Next, for you: {duty}." if task.role in reader.roles else "Next, for the {role}: {duty}."
    duty = known.duty(task.accepts[0], language.value).removesuffix("?")  # it ends a sentence
    return translate(sentence, language, role=task.role, duty=duty)


def left_out(supposed: Case) -> Text | None:
    """What was asked for by name and is in no supplement since, when the last act is one. Awb 4:5(1)."""
    entry = supposed.entries[-1]
    asked = supposed.last_in(entry.about, SupplementRequested)
    if asked is None or not isinstance(entry.act, SupplementReceived):
        return None
    since = supposed.entries[asked[0].version :]
    came = {
        item.code
        for each in since
        if each.about == entry.about and isinstance(each.act, SupplementReceived)
        for item in each.act.items
    }
    lacking = [code for code in asked[1].missing if code not in came]
    return named(lacking, supposed.policy.items) if lacking else None


async def proof(database: AsyncEngine, supposed: Case) -> bytes | None:
    """The letter that the last act calls for, as a PDF; it is kept nowhere."""
    return await _set(database, supposed, typeset)


async def pictures(database: AsyncEngine, supposed: Case) -> list[bytes]:
    """The pages of the letter that the last act calls for, as images; none when it calls for none."""
    return await _set(database, supposed, pictured) or []


async def _set(
    database: AsyncEngine, supposed: Case, press: Callable[[str, date, Mapping[str, Any]], Made]
) -> Made | None:
    found = letter(supposed)
    if found is None:
        return None
    async with database.connect() as connection:
        office = await reference.office(connection, supposed.municipality)
        known = await reference.cooperative(connection, supposed.municipality, supposed.cooperative)
    given = letters.for_the_press(found, office, known.name if known else supposed.cooperative)
    return await asyncio.to_thread(press, found.kind, found.template_version, given)


def meanwhile(case: Case, since: int, reader: Actor, language: Language) -> list[views.Told]:
    """What happened since somebody opened a form."""
    lines = (views.told(entry, case.policy, reader, language.value) for entry in case.entries[since:])
    return [line for line in lines if line]
