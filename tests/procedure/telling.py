"""A case told act by act, in the words of a story: what a state machine found can be written down as a test from it."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import Any

from domain.acts import ObjectionLodged
from domain.case import Case, Entry
from domain.fact import Fact
from domain.people import Role
from tests.story import Story
from workflows.objection import ObjectionCase


async def as_told(*stories: Story) -> str:
    """All that happened in these cases, and in those of objections to a decision in them."""
    cases = [await story.case() for story in stories]
    for story, case in zip(stories, tuple(cases), strict=True):
        for _, act in case.every(ObjectionLodged):
            if act.objection not in [each.number for each in cases]:
                objection = story.stage.story(act.objection, procedure=ObjectionCase)
                cases.append(await objection.case())
    return "\n".join(line for case in cases for line in _lines(case))


def _lines(case: Case) -> list[str]:
    awaited = [f"      {task.id} awaits of a {task.role}: {', '.join(task.accepts)}" for task in case.tasks]
    return [f"{case.number}, {case.status}:", *map(_line, case.entries), *awaited]


def _line(entry: Entry) -> str:
    is_by_itself = Role.CLOCK in entry.actor.roles
    who = "by itself" if is_by_itself else entry.actor.id
    task = f"  # task {entry.task}" if entry.task and not is_by_itself else ""
    return f"{entry.version:>5} {entry.on} {who}: {said(entry.act)}{task}"


def said(value: Any) -> str:
    """A value as it is written in a test, without what it says by default."""
    match value:
        case Fact():
            fields = {name: getattr(value, name) for name in type(value).model_fields}
            told = [
                f"{name}={said(each)}" for name, each in fields.items() if not _is_default(value, name, each)
            ]
            return f"{type(value).__name__}({', '.join(told)})"
        case tuple():
            inside = ", ".join(said(each) for each in value)
            return f"({inside},)" if len(value) == 1 else f"({inside})"
        case Enum():
            return str(type(value).__name__) + "." + value.name
        case datetime():
            return repr(value).replace("datetime.", "")
        case date():
            return f"date({value.year}, {value.month}, {value.day})"
        case _:
            return repr(value)


def _is_default(fact: Fact, name: str, value: Any) -> bool:
    field = type(fact).model_fields[name]
    return not field.is_required() and value == field.get_default(call_default_factory=True)
