"""Whether those whom an act names are known here, and by which name."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.acts import HearingHeld, ParticipationEnded, TaskAssigned
from domain.case import Performed
from domain.errors import NotAcceptable
from store import reference
from store.audit import name_of
from store.colleagues import known_colleagues


async def known(database: AsyncEngine, done: Performed) -> Performed:
    """The act, in which those whom it names by a code have their names too.

    Raises:
        NotAcceptable: nobody of that id or code is known here.
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
        case TaskAssigned(assignee=assignee):
            async with database.connect() as connection:
                name = await name_of(connection, done.actor.municipality, assignee)
            if name is None:  # he did nothing here yet
                return done
            return done.model_copy(update={"act": done.act.model_copy(update={"assignee_name": name})})
        case _:
            return done


async def _check_hearers(connection: AsyncConnection, municipality: str, act: HearingHeld) -> None:
    """A colleague is told apart by his id: one whom nobody knows could be anybody. Awb 7:5."""
    ids = {each.id for each in await known_colleagues(connection, municipality)}
    for place, hearer in enumerate(act.staff):
        if hearer.id not in ids:
            raise NotAcceptable(
                f"staff/{place}/id",
                "Nobody of this id did anything here yet: who does not work here is given by name",
            )
