"""Which colleagues an act can be about, as its form offers them: by the lists that acceptance holds it against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from api.pages.forms.asking import Asking
from api.pages.forms.form import NOTHING, Option, Supplied
from domain import duties, interests
from domain.fact import Text
from domain.people import Role


def _people(asking: Asking) -> dict[str, str]:
    """Who took part in the case for the municipality, and the colleagues that the pages know, by their ids."""
    took_part = [e.actor for e in asking.case.entries if not e.actor.cooperative]
    return {each.id: each.name for each in (*asking.colleagues, *took_part) if Role.CLOCK not in each.roles}


def _options(people: Mapping[str, str]) -> tuple[Option, ...]:
    by_name = sorted(people.items(), key=lambda person: person[1])
    return tuple(Option(who, Text(nl=name, en=name)) for who, name in by_name)


def assignees(asking: Asking) -> Supplied:
    """Who gets a task."""
    return _one_of_us(asking, "assignee", "assignee_name")


def interested(asking: Asking) -> Supplied:
    """A coordinator may declare it for a colleague, everybody for himself. Awb 2:4."""
    found = _one_of_us(asking, "person", "person_name")
    is_for_others = Role.COORDINATOR in asking.now.actor.roles and found.options
    told = frozenset({"declaration"})
    return replace(found, absent=told) if is_for_others else Supplied(absent=told | {"person", "person_name"})


def _one_of_us(asking: Asking, who: str, called: str) -> Supplied:
    """One of the colleagues, by the field of his id and that of his name."""
    people = _people(asking)
    if not people:
        return NOTHING
    return Supplied(options={who: _options(people)}, follows={called: (who, people)})


def hearers(asking: Asking) -> Supplied:
    """Colleagues, but for who had a part in the decision or has a personal interest; others are named. Awb 2:4, 7:5."""
    if not asking.case.is_objection:
        return Supplied(absent=frozenset({"staff"}))
    barred = duties.involved(asking.case) | interests.interested(asking.case)
    people = {who: name for who, name in _people(asking).items() if who not in barred}
    if not people:
        return Supplied(absent=frozenset({"staff"}))
    return Supplied(options={"staff.id": _options(people)}, follows={"staff.name": ("staff.id", people)})
