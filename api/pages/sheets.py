"""The sheet that somebody fills in: which act, on which case, for which task, and who may."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import NAMESPACE_URL, uuid4, uuid5

from fastapi import Depends, Request
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncEngine

from api import tasks
from api.cases import Objection, case_for
from api.desk import today
from api.languages import DEFAULT, Language
from api.pages import occasions
from api.pages.forms import Asking, Form, Section, Typed, at_first, form_of, shown, told
from api.pages.sessions import Sight, SignedIn
from api.parts import Database
from api.problems import NOT_FOUND, Problem
from api.tasks import ListedTask, TaskWithForms
from domain import acceptance, acts, authority, disclosure, reach
from domain.case import Case, Entry
from domain.circumstances import Circumstances
from domain.errors import CaseError, TaskTaken
from domain.people import Actor
from store import drafts, reference
from store.colleagues import known_colleagues
from store.drafts import Draft

MODELS: dict[str, type[BaseModel]] = {"objection_received": Objection}
"""What is filled in where it is not the act itself: of an objection to which decision, and not who had a part in it."""

USUAL = frozenset(
    {
        *("completeness_checked", "application_reviewed", "admissibility_judged"),
        *("advice_received", "question_answered", "view_received"),
    }
)
"""Acts that nearly always do the task that accepts them first: its page opens this form, the others are links on it.

A decision is none of them: that it is a choice should be seen.
"""


NAMES_COLLEAGUES = frozenset({"hearing_held"})
"""The acts in which colleagues are named who need not have had a part in the case."""


NEED_THE_DECISION = frozenset({"hearing_invited", "hearing_held", "committee_advised", "objection_decided"})
"""The tasks of an objection that nobody does without the decision at hand, by the first kind of act that does them."""


@dataclass(frozen=True)
class Sheet:
    """An act that somebody is about to do."""

    actor: Actor
    case: Case
    kind: str
    task: TaskWithForms | None
    form: Form
    draft: Draft | None
    path: str
    short: CaseError | None = None
    """Why his mandate does not reach, as far as that is known before he fills anything in."""
    against: Case | None = None
    """Of an objection the case with the contested decision, where the task needs it."""

    @property
    def owner(self) -> drafts.Of:
        """Whose draft it is."""
        return _owner(self.actor, self.case, self.kind, self.form, self.task)

    @property
    def typed(self) -> Typed:
        """What stands in it: as it was left, or as it begins."""
        return self.draft.typed if self.draft else at_first(self.form)

    @property
    def key(self) -> str:
        """Under which what is kept is sent: the same however often one comes back to it, so that it is done once."""
        return uuid5(NAMESPACE_URL, f"{self.path} {self.draft.saved_at}").hex if self.draft else uuid4().hex

    @property
    def is_decision(self) -> bool:
        """Whether it takes a mandate, and its letter lies beside the form."""
        return bool(reach.wanted(acts.ACTS[self.kind]))

    @property
    def refusal(self) -> CaseError | None:
        """Why this person cannot do it at all, whatever he fills in."""
        return refusal(self.kind, self.actor, self.case, self.task)

    @property
    def not_yet(self) -> CaseError | None:
        """Why it can be sent only later, whatever he fills in."""
        return not_yet(self.kind, self.actor, self.case)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to fill in: the task is done, or it is not for this person."""
        return bool(self.task and self.task.closed_at) or self.refusal is not None

    @property
    def done_by(self) -> Entry | None:
        """The act that did the task."""
        return done_by(self.task, self.case) if self.task else None

    def kept(self, language: Language) -> tuple[Section, ...]:
        """What was typed before and sent by nobody, in words."""
        return told(shown(self.form, self.draft.typed, language), language) if self.draft else ()

    def place_of(self, field: str, typed: Typed) -> str:
        """The address of a field of the form, by its id; of the whole form where it has no such field."""
        fields = shown(self.form, typed, DEFAULT).fields
        is_there = any(field == each.id for top in fields for each in top.all())
        return f"{self.path}#{field}" if is_there else self.path

    @property
    def others(self) -> list[str]:
        """By which other acts this person can do the task."""
        left = left_to(self.actor, self.case, self.task) if self.task else []
        return [kind for kind in left if kind != self.kind]

    @property
    def is_chosen(self) -> bool:
        """Whether these stand on a page of their own, with this one among them."""
        return (
            not self.is_over and bool(self.others) and self.task is not None and usual_of(self.task) is None
        )

    @property
    def leads_to(self) -> str:
        """The page of the case."""
        return f"/cases/{self.case.number}"


def left_to(actor: Actor, case: Case, task: TaskWithForms) -> list[str]:
    """By which acts somebody can do a task as the case stands now."""
    now = Circumstances(case, actor, today())
    his = (kind for kind in task.accepts if not refusal(kind, actor, case, task))
    return [kind for kind in his if occasions.is_there_one(kind, now)]


def usual_of(task: TaskWithForms) -> str | None:
    """The act by which a task is nearly always done, where there is one."""
    return next((kind for kind in task.accepts[:1] if kind in USUAL), None)


def done_by(task: ListedTask, case: Case) -> Entry | None:
    """The last act that did a task, or a part of it; none when the case went on without it."""
    found = (e for e in reversed(case.entries) if e.task == task.id and e.act.kind in task.accepts)
    return next(found, None)


def refusal(kind: str, actor: Actor, case: Case, task: TaskWithForms | None) -> CaseError | None:
    """Why somebody cannot do such an act now; none when it is his to do."""
    if found := kept_from(kind, actor, case, task.about if task else None):
        return found
    holder = task.assignee if task else None
    if task is None or holder is None or holder.id == actor.id or task.standing_in_for:
        return None
    return TaskTaken("{name} has held this task since {since}", name=holder.name, since=holder.since)


def kept_from(kind: str, actor: Actor, case: Case, about: int | None) -> CaseError | None:
    """Why somebody may never do such an act on this case: his role, or the separation of duties."""
    try:
        authority.check_ever(acts.ACTS[kind], actor, case, about)
    except CaseError as found:
        return found
    return None


def not_yet(kind: str, actor: Actor, case: Case) -> CaseError | None:
    """Why such an act cannot be sent before something else happened; none when it can."""
    return acceptance.not_yet(acts.ACTS[kind], case, actor, today())


async def contested_in(
    task: TaskWithForms, case: Case, actor: Actor, sight: authority.Scope, database: AsyncEngine
) -> Case | None:
    """The case with the decision that an objection is against, for whoever hears or decides. Awb 7:4(2), 7:11(1)."""
    is_needed = case.is_objection and task.accepts[0] in NEED_THE_DECISION
    if not is_needed or disclosure.is_outsider(actor):
        return None
    return await case_for(database, case.objection.decision.case, sight)


async def of_task(task: str, kind: str, actor: SignedIn, sight: Sight, database: Database) -> Sheet:
    """The sheet for a task, with one of the acts that fulfil it."""
    found = await tasks.get_task(task, actor, sight, database)
    if kind not in found.accepts:
        raise Problem(NOT_FOUND, "There is nothing at this address.")
    case = await case_for(database, found.case.number, sight)
    sheet = await _sheet(case, actor, database, kind, found, found.about)
    return replace(sheet, against=await contested_in(found, case, actor, sight, database))


async def of_case(
    request: Request, number: str, kind: str, actor: SignedIn, sight: Sight, database: Database
) -> Sheet:
    """The sheet for an act on a case, whoever may wait for it."""
    if not issubclass(acts.ACTS.get(kind, acts.TaskClaimed), tuple(set(authority.MAY) - set(acts.TASK_ACTS))):
        raise Problem(NOT_FOUND, "There is nothing at this address.")
    case = await case_for(database, number, sight)
    return await _sheet(case, actor, database, kind, None, _version_in(request))


async def with_drafts(task: TaskWithForms, case: Case, actor: Actor, database: AsyncEngine) -> list[Sheet]:
    """The sheets of a task on which somebody filled something in before it was over for him."""
    found = [await _sheet(case, actor, database, kind, task, task.about) for kind in task.accepts]
    return [sheet for sheet in found if sheet.draft]


ForTask = Annotated[Sheet, Depends(of_task)]
OnCase = Annotated[Sheet, Depends(of_case)]


async def _sheet(
    case: Case, actor: Actor, database: AsyncEngine, kind: str, task: TaskWithForms | None, about: int | None
) -> Sheet:
    async with database.connect() as connection:
        known = await reference.cooperatives(connection, case.municipality)
        colleagues = await known_colleagues(connection, case.municipality) if kind in NAMES_COLLEAGUES else ()
        then = Circumstances(_while_open(task, case), actor, today())
        asking = Asking(then, about=about, cooperatives=known, colleagues=colleagues)
        form = form_of(MODELS.get(kind, acts.ACTS[kind]), asking)
        draft = await drafts.find(connection, _owner(actor, case, kind, form, task))
        short = None
        if reach.wanted(acts.ACTS[kind]):
            held = await reference.mandates(connection, case.municipality, actor.id)
            short = reach.falls_short(acts.ACTS[kind], case, about, held, then.on)
    path = f"/tasks/{task.id}/acts/{kind}" if task else f"/cases/{case.number}/acts/{kind}"
    return Sheet(actor, case, kind, task, form, draft, path, short)


def _while_open(task: TaskWithForms | None, case: Case) -> Case:
    """The case as it was before the task was done: its form is then still the one that somebody filled in."""
    did = done_by(task, case) if task and task.closed_at else None
    return case.model_copy(update={"entries": case.entries[: did.version - 1]}) if did else case


def _owner(actor: Actor, case: Case, kind: str, form: Form, task: TaskWithForms | None) -> drafts.Of:
    values = form.supplied.values
    about = values.get("about", values.get("version"))
    if task and "about" in form.model.model_fields:  # also once that matter is no longer open
        about = task.about or about
    return drafts.Of(actor, kind, case.number, about)


def _version_in(request: Request) -> int | None:
    """The act that it is about, when the address names one: the decision to correct, the question to answer."""
    named = request.query_params.get("about", "")
    return int(named) if named.isascii() and named.isdecimal() and len(named) < 6 else None
