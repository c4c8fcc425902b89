"""What an act would bring about, before it is done: the dates that it moves, and the letter that it calls for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from pydantic import ConfigDict
from temporalio.client import Client

from api.cases import case_for
from api.desk import OpenDesk, no_such_case
from api.identity import CurrentActor, KeyToBe
from api.offered import taken_in
from api.parts import Database, Temporal
from api.problems import language_of
from api.scope import ReadingScope
from api.wire import Wire
from domain import acceptance, authority, letters, objections, terms
from domain.acts import Act, ApplicationReceived
from domain.case import Case, Performed
from domain.errors import NotYours
from domain.fact import Day
from domain.letters import Letter
from domain.term import Term

router = APIRouter(tags=["cases"])


class Moved(Wire):
    """A date of the case that an act would move."""

    before: Day
    after: Day


EXAMPLE: dict[str, Any] = {
    "deadlines": {
        "decision": {
            "dueOn": "2026-11-09",
            "steps": [
                {
                    "reason": {"nl": "aanvraag ontvangen", "en": "application received"},
                    "article": "Awb 4:13",
                    "on": "2026-09-01",
                }
            ],
        }
    },
    "moved": {"decision": {"before": "2026-10-27", "after": "2026-11-09"}},
    "letter": "We need more time to decide",
}


class Supposed(Wire):
    """What an act would bring about."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    deadlines: dict[str, Term]
    """The dates as they would be, each with its steps."""
    moved: dict[str, Moved]
    """Those that the case has already, and that would move."""
    letter: str | None
    """The title of the letter that would go out by itself; none when the act calls for none."""


@router.post("/applications/_preview", tags=["applications"])
async def preview_application(
    received: ApplicationReceived,
    actor: CurrentActor,
    desk: OpenDesk,
    request: Request,
    key: KeyToBe = None,
) -> Supposed:
    """What an application would begin. Nothing is done, so it leaves no trace.

    It needs no key; with the key by which the application was sent before, it tells what that began.
    """
    supposed = await desk.would_apply(actor, received, key)
    return _told(supposed, {}, request)


@router.post("/cases/{number}/acts/_preview")
async def preview_act(
    *,
    number: str,
    act: Act,
    actor: CurrentActor,
    scope: ReadingScope,
    database: Database,
    temporal: Temporal,
    desk: OpenDesk,
    request: Request,
) -> Supposed:
    """What an act would bring about. Nothing is done, so it takes no key and leaves no trace."""
    case, done = await case_for(database, number, scope), Performed(actor=actor, act=act)
    try:
        authority.check_person(done, case)
    except NotYours:
        raise no_such_case(number) from None
    await _check_moment(temporal, case, done)
    supposed = await desk.supposing(case, done)
    return _told(supposed, moved(case, supposed), request)


async def _check_moment(temporal: Client, case: Case, done: Performed) -> None:
    if case.is_closed:
        if not isinstance(done.act, objections.reopening(case)):
            raise acceptance.closed()
    elif done.act.kind not in await taken_in(temporal, case):
        raise acceptance.not_awaited(done.act, case)


def _told(supposed: Case, dates: Mapping[str, tuple[date, date]], request: Request) -> Supposed:
    found, language = letter(supposed), language_of(request.scope).value
    return Supposed(
        deadlines=terms.of(supposed),
        moved={name: Moved(before=before, after=then) for name, (before, then) in dates.items()},
        letter=found and (found.title.nl if language == "nl" else found.title.en),
    )


def letter(supposed: Case) -> Letter | None:
    """The letter that the last act calls for."""
    return letters.called_for(supposed, supposed.entries[-1])


def moved(case: Case, supposed: Case) -> Mapping[str, tuple[date, date]]:
    """The dates that would move: as they are, and as they would be.

    Dates that begin to count are not among them: what else follows by itself from the act is not supposed here.
    """
    before, then = terms.of(case), terms.of(supposed)
    return {
        name: (before[name].due_on, term.due_on)
        for name, term in then.items()
        if name in before and before[name].due_on != term.due_on
    }
