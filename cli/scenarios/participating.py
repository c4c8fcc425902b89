"""Lives in which the participation takes another course."""

from __future__ import annotations

from datetime import timedelta

from cli.scenarios.sayings import apply_completely, grant, review
from cli.simulation import Life
from domain.acts import ParticipationEnded, Party


async def ended(life: Life) -> None:
    """The resident finds work halfway, and needs no permission any more."""
    await apply_completely(life)
    await life.later(3)
    await life.does("caseworker1", review(life))
    await life.later(2)
    await life.does("decider1", grant(life))
    await life.later(120)
    why = life.words("De inwoner heeft werk gevonden.", "The resident found a job.")
    on = await life.today() + timedelta(days=5)
    await life.does("coop-a", ParticipationEnded(on_behalf_of=Party.RESIDENT, ends_on=on, reasoning=why))
    await life.later(6)
