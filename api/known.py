"""Whether those whom an act names are known here, and by which name."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from api.identity import actor_of
from api.problems import Problem
from domain.acts import HearingHeld, ParticipationEnded, TaskAssigned
from domain.case import Performed
from domain.errors import NotAcceptable
from domain.people import Actor, Role
from store import reference, sessions, work
from store.colleagues import known_colleagues, last_seen


async def known(database: AsyncEngine, done: Performed) -> Performed:
    """The act, in which those whom it names by a code have their names too.

    Raises:
        NotAcceptable: nobody of that id or code is known here, or he is no one for this.
    """
    match done.act:
        case HearingHeld(staff=staff) if staff:
            async with database.connect() as connection:
                await _check_hearers(connection, done.actor.municipality, done.act)
            return done
        case ParticipationEnded(transferred_to=code) if code:
            async with database.connect() as connection:
                cooperative = await reference.cooperative(connection, done.actor.municipality, code)
            if cooperative is None:
                raise NotAcceptable(
                    "transferredTo", "This cooperative has no agreement with the municipality"
                )
            act = done.act.model_copy(update={"transferred_to_name": cooperative.name})
            return done.model_copy(update={"act": act})
        case TaskAssigned() if Role.COORDINATOR in done.actor.roles:  # anybody else is refused for that
            town = done.actor.municipality
            async with database.connect() as connection:
                person = await known_person(connection, town, done.act.assignee)
                role = await work.role_of(connection, done.task or "", town)
            return done.model_copy(update={"act": to_somebody(done.act, person, role)})
        case _:
            return done


async def known_person(connection: AsyncConnection, municipality: str, person: str) -> Actor | None:
    """Somebody as he is signed in now, or else as he was when he last did something; none when he never was here.

    The identity provider alone knows who works here and in which roles, and it is not asked.
    """
    if claims := await sessions.claims_of(connection, municipality, person):
        with suppress(Problem):  # an account without a role
            return actor_of(claims)
    return await last_seen(connection, municipality, person)


def to_somebody(act: TaskAssigned, person: Actor | None, role: Role | None) -> TaskAssigned:
    """With his own name, whatever was said; of a task that is not there no role is known.

    Who was never here may be a new colleague or a slip of the pen: his name says that he is meant.

    Raises:
        NotAcceptable: he has not the role that the task asks for, or nobody is known by this id and no name is given.
    """
    if person is None:
        if act.assignee_name is None:
            raise NotAcceptable(
                "assignee", "Nobody of this id was here yet: give the name too, when this is a new colleague"
            )
        return act
    if role is not None and role not in person.roles:
        raise NotAcceptable(
            "assignee",
            "This task is for: {role}. {name} was last here as: {roles}",
            role=role,
            name=person.name,
            roles=", ".join(sorted(person.roles)),
        )
    return act.model_copy(update={"assignee_name": person.name})


async def _check_hearers(connection: AsyncConnection, municipality: str, act: HearingHeld) -> None:
    """A colleague is told apart by his id: one whom nobody knows could be anybody. Awb 7:5."""
    ids = {each.id for each in await known_colleagues(connection, municipality)}
    for place, hearer in enumerate(act.staff):
        if hearer.id not in ids:
            raise NotAcceptable(
                f"staff/{place}/id",
                "Nobody of this id did anything here yet: who does not work here is given by name",
            )
