"""The page of a case: where it stands, what is asked now, what was permitted, and all that happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response
from temporalio.client import Client, RPCTimeoutOrCancelledError, WorkflowQueryFailedError
from temporalio.service import RPCError

from api import documents
from api.attachments import described
from api.beginnings import today
from api.cases import case_for
from api.languages import Language
from api.offered import offered
from api.pages import context, occasions
from api.pages.contested import contested_by
from api.pages.forms import words
from api.pages.groups import grouped
from api.pages.portions import SIGNS, brief, portions
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight, SignedIn
from api.pages.sheets import kept_from
from api.pages.shell import page, pdf
from api.parts import Database, Temporal
from api.views import Told, listed_case, shown_case, told
from domain import acts, disclosure, terms
from domain.authority import AT_THE_OBJECTIONS_DESK
from domain.case import Case, Entry
from domain.circumstances import Circumstances
from domain.errors import CaseError
from domain.journey import journey
from domain.people import Actor, Role
from domain.remedy import open_to_objection
from domain.standing import standing
from domain.tasks import Task
from domain.words import STOPS, in_language
from store import queries, reference

router = APIRouter()

MOST_RELATED = 50
MOST_ASKED = 9
"""Questions with their answers; those before them stand under what happened."""

AT_ONCE = frozenset({"progress_reported", "resident_reacted", "question_asked", "supplement_received"})
"""What a cooperative does most when it is not asked for it: it need not look for that."""


@dataclass(frozen=True)
class Exchange:
    """A question, item by item with what was answered to it."""

    entry: Entry
    asked: acts.QuestionAsked
    answers: dict[int, tuple[Entry, str]]
    is_withdrawn: bool
    is_in_full: bool = True
    """Whether there is room for it; else it stands on the pages of its acts."""

    @property
    def signs(self) -> int:
        """Of all that was asked and answered."""
        return sum(map(len, (*self.asked.items, *(answer for _, answer in self.answers.values()))))

    @property
    def entries(self) -> list[Entry]:
        """The question, and what was said to it."""
        return [self.entry, *{given.version: given for given, _ in self.answers.values()}.values()]


@dataclass(frozen=True)
class Participant:
    """Somebody who had a part in the case, and in which roles."""

    name: str
    roles: tuple[Role, ...]


@router.get("/cases/{number}")
async def show_case(
    *,
    request: Request,
    number: str,
    actor: SignedIn,
    sight: Sight,
    database: Database,
    temporal: Temporal,
    order: Annotated[str, Query(max_length=10)] = "newest",
    part: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """One case."""
    case = await case_for(database, number, sight)
    async with database.connect() as connection:
        known = await reference.cooperative(connection, case.municipality, case.cooperative)
        earlier = None if case.is_objection else case.application.earlier_case
        related = await queries.related_rows(connection, sight, number, earlier, MOST_RELATED)
    letters = await documents.list_documents(number, actor, sight, database)
    language = preferred_language(request.scope)
    lines = [brief(line) for e in case.entries if (line := told(e, case.policy, actor, language.value))]
    mine = [task for task in case.tasks if task.role in actor.roles]
    ordered = lines if order == "oldest" else lines[::-1]
    parts = portions(ordered)
    also = await _also(temporal, case, actor, mine, language)
    against = await contested_by(case, actor, sight, database, language)
    asked = _exchanges(case)
    is_ours = disclosure.is_outsider(actor)
    stands = standing(case, today()) if is_ours else None
    answer_by = (
        next((each.on for each in stands.ahead if each.name == "hearing_answer"), None) if stands else None
    )
    handy = AT_ONCE | {"hearing_declined"} if answer_by else AT_ONCE
    at_once = sorted((e for e in also or () if is_ours and e[0] in handy), key=lambda each: each[1])
    return page(
        request,
        "case/case.html",
        case=shown_case(case, actor),
        cooperative=known.name if known else case.cooperative,
        journey=[(each, in_language(STOPS[each.stop], language.value)) for each in journey(case)],
        today=today(),
        tasks=mine,
        about={task.id: line for task in case.tasks for line in lines if line.version == task.about},
        kept_from={task.id: why for task in mine if (why := _kept_from(actor, case, task))},
        others=[] if is_ours else [task for task in case.tasks if task not in mine],
        waits_for_others=bool(case.tasks) and not mine,
        also=also if also is None else grouped(each for each in also if each not in at_once),
        standing=stands,
        answer_by=answer_by if "hearing_declined" in dict(at_once) else None,
        at_once=at_once,
        deadlines=terms.of(case),
        timeline=parts[min(part, len(parts)) - 1],
        part=min(part, len(parts)),
        is_last_part=part >= len(parts),
        is_oldest_first=order == "oldest",
        filled_in=context.filled_in(lines),
        attached=await described(case, database),
        letters=letters.items,
        exchanges=_weighed(asked[-MOST_ASKED:]),
        asked_before=len(asked[:-MOST_ASKED]),
        people=_people(lines),
        against=against,
        objections=[listed_case(row) for row in related if row.about == number],
        followed_by=[listed_case(row) for row in related if row.earlier_case == number],
        follows_on=next((row.number for row in related if row.number == earlier), None),
    )


@router.get("/cases/{number}/documents/{document}")
async def show_document(
    number: str, document: str, actor: SignedIn, sight: Sight, database: Database
) -> Response:
    """One letter, in the browser's own reader."""
    answer = await documents.get_document(number, document, actor, sight, database)
    return pdf(bytes(answer.body), f"{number}-{document}.pdf")


async def _also(
    temporal: Client, case: Case, actor: Actor, mine: Iterable[Task], language: Language
) -> list[tuple[str, str]] | None:
    """What else somebody may do on the case now, by name; none when the procedure cannot be asked."""
    try:
        kinds = await offered(temporal, case, actor)
    except (RPCError, RPCTimeoutOrCancelledError, WorkflowQueryFailedError, RuntimeError):
        return None
    if _may_object(case, actor):
        kinds = [*kinds, "objection_received"]
    asked = {kind for task in mine for kind in task.accepts}
    now = Circumstances(case, actor, today())
    return [
        (kind, in_language(words.title(kind), language.value))
        for kind in kinds
        if kind not in asked and occasions.is_there_one(kind, now)
    ]


def _kept_from(actor: Actor, case: Case, task: Task) -> CaseError | None:
    """Why a task is not for this person, by whichever act; none when one of them is his to do."""
    whys = [kept_from(kind, actor, case, task.about) for kind in task.accepts]
    return whys[0] if all(whys) else None


def _may_object(case: Case, actor: Actor) -> bool:
    """Whether there is a decision to object to, and somebody may hand an objection in."""
    return bool(open_to_objection(case)) and bool(actor.roles & AT_THE_OBJECTIONS_DESK)


def _exchanges(case: Case) -> list[Exchange]:
    """The questions of the case, oldest first, each with its answers."""
    withdrawn = {act.about for _, act in case.every(acts.QuestionWithdrawn)}
    return [
        Exchange(
            entry,
            asked,
            {
                answer.item: (given, answer.answer)
                for given, act in case.every(acts.QuestionAnswered)
                if act.about == entry.version
                for answer in act.answers
            },
            is_withdrawn=entry.version in withdrawn,
        )
        for entry, asked in case.every(acts.QuestionAsked)
    ]


def _weighed(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """The exchanges, of which as many are told in full as there is room for, the newest first."""
    room, weighed = SIGNS, list[Exchange]()
    for each in reversed([*exchanges]):
        weighed.insert(0, replace(each, is_in_full=each.signs <= room))
        room -= each.signs if each.signs <= room else 0
    return weighed


def _people(lines: Iterable[Told]) -> list[Participant]:
    """Who did something in what the reader may see, in the order in which they came."""
    roles: dict[str, dict[Role, None]] = {}
    for line in lines:
        if line.role is not Role.CLOCK:
            roles.setdefault(line.who, {})[line.role] = None
    return [Participant(name, tuple(found)) for name, found in roles.items()]
