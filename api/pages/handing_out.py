"""Many tasks to one person: chosen from a list, looked at before it is done, and told task by task what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import Response

from api import tasks
from api.assigning import Assigned, Assignments, assign_tasks
from api.beginnings import today
from api.desk import Desk, OpenDesk
from api.pages import hidden_words
from api.pages.filters import Filter
from api.pages.narrowing import ByAddress, offered
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight
from api.pages.sheets import done_by
from api.pages.shell import page
from api.pages.team import Coordinator, Somebody, somebody
from api.pages.work import Key
from api.paging import PageByDay
from api.parts import Database
from api.tasks import ListedTask
from api.workload import Colleague, get_workload
from domain.authority import Scope
from domain.case import Entry
from domain.people import Actor, Role
from store import queries
from store.queries import Page
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
    outcomes = await _outcomes(handing, chosen, person, people, key=None)
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
    """Give them; what is refused stays chosen, for somebody else."""
    form = await handing.request.form()
    sought, people = Filter(handing.request, form), await _people(handing)
    chosen, person = _choice(sought, people, form.getlist("task"))
    if person is None or sought.wrong:
        return await _list(handing, chosen, sought)
    outcomes = await _outcomes(handing, chosen, person, people, key)
    return page(
        handing.request,
        "team/result.html",
        outcomes=outcomes,
        person=person,
        given=sum(each.said.problem is None for each in outcomes),
        is_any_refused=any(each.said.problem for each in outcomes),
        is_any_for_another=any(each.is_for_another for each in outcomes),
        people=await _people(handing),
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


async def _outcomes(
    handing: Handing, chosen: tuple[str, ...], person: Somebody, people: list[Colleague], key: str | None
) -> list[Outcome]:
    """What comes of each task, or without a key what would come of it."""
    wanted = Assignments(assignee=person.id, assignee_name=person.name, tasks=chosen, dry_run=key is None)
    actor, sight, database = handing.actor, handing.sight, handing.database
    told = await assign_tasks(wanted, actor, sight, key or "", database, handing.desk, handing.request)
    known = {task.id: task for task in await tasks.tasks_named(chosen, actor, sight, database)}
    roles = next((each.roles for each in people if each.id == person.id), ())
    done = {task.case.number for task in known.values() if task.closed_at}
    async with database.connect() as connection:
        cases = await queries.whole_cases(connection, done, sight)

    def by(task: ListedTask | None) -> Entry | None:
        case = cases.get(task.case.number) if task else None
        return done_by(task, case) if task and case else None

    return [
        Outcome(each, task, person, roles, by(task)) for each in told.items for task in [known.get(each.task)]
    ]


async def _people(handing: Handing) -> list[Colleague]:
    return (await get_workload(handing.actor, handing.database)).people


def _here(handing: Handing) -> str:
    """The part of the list from which was chosen, as the end of an address."""
    query = handing.request.url.query
    return f"?{query}" if query else ""
