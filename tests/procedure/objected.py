"""The beginnings that stories of objections share, and their days."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.acts import (
    Act,
    AppealRecorded,
    HearingDeclined,
    NoHearing,
    Outcome,
    ResidentUnheard,
)
from domain.people import Actor
from tests.examples import (
    a_grant,
    caseworker2,
    coop_a,
    decider2,
    objections1,
)
from tests.objecting import (
    a_decision,
    a_hearing,
    a_judgement,
    a_waiver,
    an_invitation,
    an_objection,
    an_outcome,
)
from tests.procedure.paths import OBJECTION_TERM, STARTS
from tests.story import FIRST_DAY, Story
from workflows.objection import ObjectionCase

TERM_ENDS, POST_ENDS = date(2030, 4, 15), date(2030, 4, 23)
"""Six weeks after the refusal; the week for the post ends on Easter Monday, and so a day later."""
DECIDE_BY, WITH_COMMITTEE = date(2030, 5, 27), date(2030, 7, 8)
HEARING = date(2030, 3, 25)
BY_ANOTHER: dict[str, Any] = {"by": caseworker2, "objector": "another", "objector_name": "Van Dam"}
"""Than who was decided on."""


async def lodged(objection: Story, contested: Story, **changed: Any) -> None:
    """The cooperative objects on the resident's behalf."""
    await objection.applied(coop_a, an_objection(await contested.case(), **changed))


async def heard(objection: Story, contested: Story) -> None:
    """In time, admissible and heard."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await objection.did(objections1, an_invitation(HEARING))
    await objection.time_passes_until(HEARING)
    await objection.did(objections1, a_hearing(HEARING))


async def turned_away(objection: Story) -> None:
    """By `decider2`, since the objector would have no interest."""
    await objection.did(objections1, a_judgement(obstacle="no_interest"))
    await objection.did(objections1, a_waiver(NoHearing.MANIFESTLY_INADMISSIBLE))
    decision = a_decision(Outcome.INADMISSIBLE, no_hearing="manifestly_inadmissible")
    await objection.did(decider2, decision)


async def dealt_with_after_all(objection: Story, **ruled: Any) -> None:
    """A court annulled that, on the day of the hearing."""
    await turned_away(objection)
    await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=FIRST_DAY))
    await objection.time_passes_until(HEARING)
    await objection.did(objections1, an_outcome("upheld", decided_on=HEARING, **ruled))


async def appeal_term_passes(objection: Story) -> None:
    """Seven weeks and a few days, from the day on which the decision went out."""
    await objection.went_out()
    today = (await objection.case()).entries[-1].on
    await objection.time_passes_until(date.fromordinal(today.toordinal() + 56))


WINDOW_ENDS = OBJECTION_TERM
"""The last day on which an objection to a decision of the first day can come in by post."""
HALF_A_YEAR = a_grant(STARTS, date(2030, 9, 30), view_waived="not_on_his_facts")


async def an_objection_to(
    story: Story, name: str, on: date = FIRST_DAY, by: Actor = coop_a, **changed: Any
) -> Story:
    """Somebody objects on that day; the story of the objection."""
    objection = story.stage.story(f"{story.number}-{name}", procedure=ObjectionCase)
    await objection.starts()
    await objection.time_passes_until(on)
    await objection.applied(by, an_objection(await story.case(), **changed))
    return objection


async def contested_by_another(story: Story, outcome: Outcome = Outcome.UPHELD) -> Story:
    """Somebody else than who has the permission objects to it at once, and the resident declines to be heard on it."""
    objection = await an_objection_to(story, "another", **BY_ANOTHER)
    await decided(objection, outcome, resident_too=ResidentUnheard.DECLINED)
    await story.hears("objection_upheld")
    return objection


async def decided(
    objection: Story,
    outcome: Outcome,
    judgement: Act | None = None,
    resident_too: ResidentUnheard | None = None,
) -> None:
    """Examined, not heard since that was not wanted, and decided by `decider2`."""
    await objection.did(objections1, judgement or a_judgement())
    await objection.did(objections1 if resident_too else coop_a, HearingDeclined(resident_too=resident_too))
    await objection.did(decider2, a_decision(outcome, no_hearing="declined"))
