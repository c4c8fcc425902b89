"""Many tasks to one person: chosen from a list, looked at before it is done, and told task by task what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import RedirectResponse, Response

from api import tasks
from api.assigning import Assigned, Assignments, assign_tasks
from api.beginnings import today
from api.desk import Desk, OpenDesk
from api.languages import translate
from api.pages import handed_out, hidden_words
from api.pages.filters import Filter
from api.pages.handed_out import Given
from api.pages.narrowing import ByAddress, offered
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight
from api.pages.sheets import done_by
from api.pages.shell import page, remembering
from api.pages.team import Coordinator, Somebody, somebody
from api.pages.work import Key
from api.paging import PageByDay
from api.parts import Database
from api.problems import NOT_NOW
from api.tasks import ListedTask
from api.workload import Colleague, get_workload
from domain.authority import Scope
from domain.case import Entry
from domain.people import Actor, Role
from store import queries
from store.queries import Page
from store.sessions import Session
from store.work import Narrowed, View

router = APIRouter(prefix="/team/assign")

VIEWS = (View.GROUP, View.ALL, View.OVERDUE, View.ON_HOLD)
MOST = 100
"""Tasks that can be given at once."""
AT_ONCE = 75
"""Tasks on a page."""
NO_TASK = "Choose at least one task."
NOBODY = "Choose to whom they go."
TOO_MANY = "Choose 100 tasks at most."
NO_LONGER = "It could not be done then. It can be tried again."


@dataclass(frozen=True)
class Handing:
    """A coordinator who hands out work, with the list from which he chooses."""

    request: Request
    actor: Actor
    sight: Scope
    database: AsyncEngine
    desk: Desk
    asked: Page
    narrowed: Narrowed
    view: View

    @property
    def session(self) -> Session:
        """In which he does so."""
        return self.request.scope["meedoen.session"]


async def _handing(
    *,
    request: Request,
    actor: Coordinator,
    sight: Sight,
    database: Database,
    desk: OpenDesk,
    asked: PageByDay,
    narrowed: ByAddress,
    view: View = View.GROUP,
) -> Handing:
    part = asked.at_most(AT_ONCE)
    shown = view if view in VIEWS else View.GROUP
    return Handing(request, actor, sight, database, desk, part, narrowed, shown)


ByHim = Annotated[Handing, Depends(_handing)]


@dataclass(frozen=True)
class Outcome:
    """What comes of one task; the task itself is left out when there is none such for this reader."""

    said: Assigned
    task: ListedTask | None
    person: Somebody
    roles: tuple[Role, ...]
    """Those in which the person did something, or holds a task."""
    by: Entry | None = None
    """The act that did it, where it is done already."""

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to give: somebody did it, or the case went on without it."""
        return bool(self.said.problem and self.task and self.task.closed_at)

    @property
    def id(self) -> str:
        """The task's."""
        return self.said.task

    @property
    def is_his_already(self) -> bool:
        """Whether nothing changes."""
        holder = self.task.assignee if self.task and not self.said.problem else None
        return holder is not None and holder.id == self.person.id

    @property
    def is_to_be_given(self) -> bool:
        """Whether it changes hands."""
        return not (self.said.problem or self.is_his_already)

    @property
    def role_in_doubt(self) -> Role | None:
        """The role that it asks for, when the person is not known to have it."""
        if self.task is None or not self.is_to_be_given or self.task.role in self.roles:
            return None
        return self.task.role

    @property
    def is_for_another(self) -> bool:
        """Whether it was refused, and somebody else can still get it."""
        return bool(self.said.problem and self.task and self.task.closed_at is None)


@router.get("")
async def show_choice(handing: ByHim, select: str = "") -> Response:
    """The tasks that can be handed out."""
    return await _list(handing, (), Filter(handing.request), is_all=select == "all")


@router.post("/check")
async def show_preview(handing: ByHim) -> Response:
    """What would come of it; nothing is done yet."""
    form = await handing.request.form()
    sought, people = Filter(handing.request, form), await _people(handing)
    chosen, person = _choice(sought, people, form.getlist("task"))
    if person is None or sought.wrong or "change" in form:
        return await _list(handing, chosen, sought)
    outcomes = await _outcomes(handing, await _told(handing, chosen, person), person, people)
    return page(
        handing.request,
        "team/preview.html",
        outcomes=outcomes,
        person=person,
        absence=next((each.absence for each in people if each.id == person.id), None),
        is_known=any(each.id == person.id for each in people),
        possible=sum(each.is_to_be_given for each in outcomes),
        in_doubt={role.value for each in outcomes if (role := each.role_in_doubt)},
        typed=sought.typed,
        here=_here(handing),
    )


@router.post("")
async def give(handing: ByHim, key: Key) -> Response:
    """Give them, and lead to what came of it."""
    form = await handing.request.form()
    sought, people = Filter(handing.request, form), await _people(handing)
    chosen, person = _choice(sought, people, form.getlist("task"))
    if person is None or sought.wrong:
        return await _list(handing, chosen, sought)
    told = await _told(handing, chosen, person, key)
    refused = frozenset(each.task for each in told if each.problem)
    given = Given(person=person, tasks=chosen, refused=refused)
    to = f"/team/assign/given{_here(handing, given.sealed(handing.session))}"
    return remembering(RedirectResponse(to, 303), handing.request.scope)


@router.get("/given")
async def show_result(handing: ByHim) -> Response:
    """What came of it, however often it is looked at; what was refused stays chosen, for somebody else."""
    given = Given.opened(handing.request.query_params.get(handed_out.PARAMETER, ""), handing.session)
    if given is None:
        return RedirectResponse(f"/team/assign{_here(handing)}", 303)
    people = await _people(handing)
    outcomes = await _outcomes(handing, await _came_of(handing, given), given.person, people)
    return page(
        handing.request,
        "team/result.html",
        outcomes=outcomes,
        person=given.person,
        given=len(given.tasks) - len(given.refused),
        is_any_refused=bool(given.refused),
        is_any_for_another=any(each.is_for_another for each in outcomes),
        people=people,
        sought=Filter(handing.request),
        here=_here(handing),
    )


def _choice(
    sought: Filter, people: list[Colleague], given: Sequence[object]
) -> tuple[tuple[str, ...], Somebody | None]:
    """Which tasks, and to whom; what is wrong with it is kept with the form."""
    chosen = tuple(dict.fromkeys(each[:50] for each in given if isinstance(each, str) and "\0" not in each))
    if not chosen:
        sought.wrong["tasks"] = NO_TASK
    elif len(chosen) > MOST:
        sought.wrong["tasks"] = TOO_MANY
    return chosen, somebody(sought, "assignee", people, NOBODY)


async def _list(
    handing: Handing, chosen: tuple[str, ...], sought: Filter, *, is_all: bool = False
) -> Response:
    """The list with what was chosen from it, and what was chosen beside it on top."""
    reader = (handing.actor, handing.sight, handing.database)
    found = await tasks.tasks_in(handing.view, handing.narrowed, *reader, handing.asked)
    listed = {task.id for task in found.items}
    beside = await tasks.tasks_named([each for each in chosen[:MOST] if each not in listed], *reader)
    counts = await tasks.count_tasks(*reader)
    language = preferred_language(handing.request.scope)
    return page(
        handing.request,
        "team/assign.html",
        sought.status,
        tasks=[*beside, *found.items],
        chosen=listed if is_all else set(chosen),
        following=found.next,
        view=handing.view.value,
        today=today(),
        views=[(each.value, getattr(counts, each.value)) for each in VIEWS],
        narrowed=handing.narrowed,
        kept=hidden_words.kept_in(handing.request),
        sought=sought,
        here=_here(handing),
        **await offered(handing.actor, handing.database, language, handing.view),
    )


async def _told(
    handing: Handing, chosen: tuple[str, ...], person: Somebody, key: str | None = None
) -> list[Assigned]:
    """What comes of each task, or without a key what would come of it."""
    wanted = Assignments(assignee=person.id, assignee_name=person.name, tasks=chosen, dry_run=key is None)
    by = (handing.actor, handing.sight, key or "", handing.database, handing.desk, handing.request)
    return (await assign_tasks(wanted, *by)).items


async def _came_of(handing: Handing, given: Given) -> list[Assigned]:
    """What came of each: of what was refused the reason is what it would be refused for now, where it still is."""
    refused = tuple(task for task in given.tasks if task in given.refused)
    told = await _told(handing, refused, given.person) if refused else []
    language = preferred_language(handing.request.scope)
    no_longer = {"problem": NOT_NOW.type, "reason": translate(NO_LONGER, language)}
    why = {each.task: each if each.problem else each.model_copy(update=no_longer) for each in told}
    return [why.get(task, Assigned(task=task)) for task in given.tasks]


async def _outcomes(
    handing: Handing, told: list[Assigned], person: Somebody, people: list[Colleague]
) -> list[Outcome]:
    """With each task what there is to say of it."""
    actor, sight, database = handing.actor, handing.sight, handing.database
    known = {
        task.id: task for task in await tasks.tasks_named([one.task for one in told], actor, sight, database)
    }
    roles = next((each.roles for each in people if each.id == person.id), ())
    done = {task.case.number for task in known.values() if task.closed_at}
    async with database.connect() as connection:
        cases = await queries.whole_cases(connection, done, sight)

    def by(task: ListedTask | None) -> Entry | None:
        case = cases.get(task.case.number) if task else None
        return done_by(task, case) if task and case else None

    return [Outcome(each, task, person, roles, by(task)) for each in told for task in [known.get(each.task)]]


async def _people(handing: Handing) -> list[Colleague]:
    return (await get_workload(handing.actor, handing.database)).people


def _here(handing: Handing, given: str | None = None) -> str:
    """The part of the list from which was chosen, as the end of an address; with what was given from it."""
    part = [each for each in handing.request.query_params.multi_items() if each[0] != handed_out.PARAMETER]
    query = urlencode([*part, (handed_out.PARAMETER, given)] if given else part)
    return f"?{query}" if query else ""
