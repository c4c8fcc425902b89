"""What stories of late decisions share: their days, the notice, and what is owed."""

from __future__ import annotations

from datetime import date

from domain.acts import NoPenalty, NoticeOfDefaultReceived, PenaltyDetermined
from domain.matters import default
from domain.people import Role
from tests.examples import WHY, a_person, coop_a
from tests.story import Story

DUE, DAY_AFTER = date(2030, 4, 29), date(2030, 4, 30)
"""Eight weeks after the application, and the first day on which a notice of default counts."""
FIRST_PAID, LAST_PAID = date(2030, 5, 15), date(2030, 6, 25)
NOTICE = NoticeOfDefaultReceived(text="You should have decided by now.")
both = a_person("decider1", Role.DECIDER, Role.CASEWORKER)


def determined(about: int, cents: int, none_because: NoPenalty | None = None) -> PenaltyDetermined:
    """The amount is determined."""
    return PenaltyDetermined(about=about, cents=cents, none_because=none_because, reasoning=WHY)


async def noticed(story: Story, on: date = DAY_AFTER) -> int:
    """The cooperative gives notice of default on that day, by default the first on which it counts."""
    await story.time_passes_until(on)
    return (await story.did(coop_a, NOTICE)).version


async def owed(story: Story, on: date) -> int:
    """What is owed on a day by the last notice, in euro cents."""
    return default.shown(await story.case(), on)[-1].owed_cents


async def duties(story: Story) -> list[tuple[str, date | None]]:
    """What is to be done beside the procedure, and by when."""
    return [(task.accepts[0], task.due_on) for task in (await story.case()).tasks if task.about]
