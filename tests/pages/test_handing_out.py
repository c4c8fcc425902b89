"""What comes of a task that is handed out, whom a form names, and who may look at what of colleagues."""

from __future__ import annotations

from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pytest
from fastapi import Request
from starlette.datastructures import FormData

from api.assigning import Assigned
from api.languages import Language, catalogue
from api.pages import absences, filters, handing_out, team
from api.pages.filters import Filter
from api.pages.handed_out import Given
from api.pages.handing_out import MOST, NO_TASK, TOO_MANY, Outcome
from api.pages.sessions import sealed
from api.pages.team import ONE_OF_TWO, Somebody
from api.problems import Problem
from api.tasks import CaseOfTask, ListedTask
from api.workload import Colleague
from domain.people import Role
from domain.tasks import Assignee
from store.sessions import Session
from tests.examples import a_person

NOW = datetime(2026, 3, 2, tzinfo=UTC)
SANNE = Somebody("sanne", "Sanne de Wit")
PEOPLE = [Colleague(id="sanne", name="Sanne de Wit", roles=(Role.CASEWORKER,), absence=None)]
READING, WORKING, HANDING_OUT = "_reading", "_working", "_coordinating"
WHO_MAY = {
    Role.AUDITOR: {READING},
    Role.CASEWORKER: {READING, WORKING},
    Role.DECIDER: {READING, WORKING},
    Role.OBJECTIONS_OFFICER: {READING, WORKING},
    Role.COORDINATOR: {READING, WORKING, HANDING_OUT},
}
REQUEST = Request({"type": "http", "query_string": b"", "headers": []})


def a_task(**facts: Any) -> ListedTask:
    case = CaseOfTask(number="MD-1", status="review", cooperative="werkplaats", resident="Bram")
    return ListedTask(
        id="MD-1.1", role=Role.DECIDER, accepts=("permission_granted",), opened_at=NOW, case=case, **facts
    )


def outcome(*roles: Role, problem: str | None = None, **facts: Any) -> Outcome:
    return Outcome(Assigned(task="MD-1.1", problem=problem), a_task(**facts), SANNE, roles)


def typed(**fields: str) -> Filter:
    return Filter(REQUEST, FormData({name.replace("_", "-"): value for name, value in fields.items()}))


def test_who_is_not_known_to_have_the_role_of_a_task_is_in_doubt() -> None:
    assert Role.DECIDER == outcome(Role.CASEWORKER).role_in_doubt == outcome().role_in_doubt
    assert outcome(Role.CASEWORKER, Role.DECIDER).role_in_doubt is None


def test_nobody_is_in_doubt_for_what_does_not_change_hands() -> None:
    his = outcome(assignee=Assignee(id="sanne", name="Sanne de Wit", since=NOW))
    refused = outcome(problem="/problems/not-now")

    assert [(False, None)] * 2 == [(each.is_to_be_given, each.role_in_doubt) for each in (his, refused)]
    assert his.is_his_already


def test_a_task_of_somebody_else_changes_hands() -> None:
    assert outcome(assignee=Assignee(id="mo", name="Mo", since=NOW)).is_to_be_given


def test_only_a_refused_task_that_is_still_open_can_go_to_another() -> None:
    assert outcome(problem="/problems/away").is_for_another
    assert not outcome(problem="/problems/case-closed", closed_at=NOW).is_for_another
    assert not outcome().is_for_another


@pytest.mark.parametrize(
    ("fields", "person", "wrong"),
    [
        ({"who": "sanne"}, SANNE, None),
        ({"who_id": "x9", "who_name": "Xandra"}, Somebody("x9", "Xandra"), None),
        ({"who_id": "sanne", "who_name": "Sane"}, SANNE, None),
        ({"who_id": "x9"}, None, "Nobody."),
        ({}, None, "Nobody."),
        ({"who": "x9"}, None, filters.NO_CHOICE),
        ({"who": "sanne", "who_id": "x9", "who_name": "Xandra"}, None, ONE_OF_TWO),
    ],
)
def test_somebody_is_chosen_from_the_list_or_named_beside_it(
    fields: dict[str, str], person: Somebody | None, wrong: str | None
) -> None:
    """Who is in the list after all is called as there."""
    sought = typed(**fields)

    assert (person, wrong) == (team.somebody(sought, "who", PEOPLE, "Nobody."), sought.wrong.get("who"))


@pytest.mark.parametrize(
    ("tasks", "wrong"),
    [([], NO_TASK), (["a\0b"], NO_TASK), (["a"] * 200, None), ([f"{n}" for n in range(MOST + 1)], TOO_MANY)],
)
def test_one_to_a_hundred_tasks_are_handed_out(tasks: list[str], wrong: str | None) -> None:
    sought = typed(assignee="sanne")
    handing_out._choice(sought, PEOPLE, tasks)

    assert wrong == sought.wrong.get("tasks")


def test_what_was_given_is_remembered_in_an_address_that_is_short_enough() -> None:
    """Servers before ours take 4 kB of headers, or 8."""
    session = Session("one", {}, None, None, "")
    tasks = tuple(f"MD-{n:04}-K39T-4BRS.12" for n in range(MOST))
    given = Given(person=SANNE, tasks=tasks, refused=frozenset(tasks[:3]))
    kept = given.sealed(session)

    assert given == Given.opened(kept, session)
    assert len(kept) < 3_500


def test_what_was_given_is_for_its_own_session_alone() -> None:
    one, other = (Session(each, {}, None, None, "") for each in ("one", "other"))

    assert Given.opened(Given(person=SANNE, tasks=("a",), refused=frozenset()).sealed(one), other) is None
    assert Given.opened(sealed("words that are looked for", one.id), one) is None
    assert Given.opened("", one) is None


@pytest.mark.parametrize("module", [absences, handing_out, team])
def test_what_is_wrong_in_a_form_of_the_team_has_its_dutch(module: ModuleType) -> None:
    told = {value for name, value in vars(module).items() if name.isupper() and isinstance(value, str)}

    assert set() == told - catalogue(Language.NL).keys()
    assert told


@pytest.mark.asyncio
@pytest.mark.parametrize("role", Role)
async def test_colleagues_and_auditors_see_the_team_and_coordinators_hand_out(role: Role) -> None:
    person, may = a_person("somebody", role), set[str]()
    for name in (READING, WORKING, HANDING_OUT):
        try:
            await getattr(team, name)(person)
            may.add(name)
        except Problem:
            pass

    assert WHO_MAY.get(role, set()) == may


@pytest.mark.parametrize(
    ("substitute", "lacking"),
    [
        ("sanne", {Role.DECIDER}),
        ("marijke", {Role.CASEWORKER, Role.DECIDER}),
        ("x9", {Role.CASEWORKER, Role.DECIDER}),
    ],
)
def test_who_stands_in_without_a_role_of_whoever_is_away_is_told_of(
    substitute: str, lacking: set[Role]
) -> None:
    """A coordinator does no task of a decider; of who never was here nothing is known."""

    def known(id_: str, *roles: Role) -> Colleague:
        return Colleague(id=id_, name=id_, roles=roles, absence=None)

    people = [
        known("willem", Role.CASEWORKER, Role.DECIDER, Role.COORDINATOR),
        known("sanne", Role.CASEWORKER),
        known("marijke", Role.COORDINATOR),
    ]

    assert lacking == {*absences.not_known_as("willem", substitute, people)}
    assert () == absences.not_known_as("willem", "willem", people)
