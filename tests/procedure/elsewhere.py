"""What happens elsewhere while a case lives: its letters go out, and what is objected to has cases of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date
from functools import partial

from temporalio.client import WorkflowUpdateFailedError

from domain import duties, objections
from domain.acceptance.appeal import courts_decisions
from domain.acts import (
    AppealRecorded,
    CourtDecided,
    HearingDeclined,
    ObjectionClosed,
    ObjectionWithdrawn,
    Outcome,
    PermissionGranted,
)
from domain.by_a_court import is_by_a_court
from domain.calendar import last_day
from domain.case import Case
from domain.duties import decision_in
from domain.errors import NotAcceptable
from domain.news import OF_AN_OBJECTION
from tests.examples import WHY, a_grant, caseworker1, coop_a, decider1, decider2, objections1
from tests.objecting import a_decision, a_judgement, an_outcome, objections2, too_late
from tests.procedure.objected import an_objection_to
from tests.story import Story
from workflows.objection import ObjectionCase

Happening = Callable[[Story, date], Awaitable[None]]
"""What happens on a day, and the case hears of."""


async def a_letter_goes_out(story: Story, _on: date) -> None:
    """Of the oldest decision of which none went out."""
    case = await story.case()
    decided = [e.version for e in case.entries if decision_in(e.act) and not is_by_a_court(case, e)]
    if unsent := [version for version in decided if objections.notified_on(case, version) is None]:
        await story.went_out(unsent[0])


async def somebody_objects(story: Story, on: date) -> None:
    """To the last decision, in time or not: the resident, and now and then the cooperative for itself."""
    case = await story.case()
    with suppress(NotAcceptable):
        objections.contested(case)
        objector = "resident" if case.version % 3 else "cooperative"
        await an_objection_to(story, f"objected-{case.version}", on, objector=objector)
        await _heard_of(story, case)


async def an_objection_ends(story: Story, on: date, outcome: Outcome | None) -> None:
    """Decided so by whoever may, and taken back without an outcome or where nobody may."""
    case = await story.case()
    if not case.open_objections:
        return
    objection = _told_on(story, case.open_objections[0])
    await objection.time_passes_until(on)
    if outcome is not None:
        before = await objection.case()
        officer = objections2 if objections1.id in duties.involved(before) else objections1
        in_time = objections.lodging(before).in_time
        await objection.did(officer, a_judgement() if in_time else too_late(excused=True))
        await objection.did(coop_a, HearingDeclined())
        for decider in (decider1, decider2):
            with suppress(WorkflowUpdateFailedError):
                await objection.did(decider, a_decision(outcome, no_hearing="declined"))
                break
        else:
            outcome = None
    if outcome is None:
        await objection.did(coop_a, ObjectionWithdrawn())
    await _heard_of(story, case)


async def a_court_annuls(story: Story, on: date, *, itself: bool = False) -> None:
    """The decision on the first objection that came to nothing, so that the one before it is taken again. Awb 8:72.

    Or it grants itself what was asked.
    """
    case = await story.case()
    unfounded = [a.objection for _, a in case.every(ObjectionClosed) if a.outcome is Outcome.UNFOUNDED]
    if case.is_closed or not unfounded:
        return
    objection = _told_on(story, unfounded[0], requests=10)
    await objection.time_passes_until(on)
    if not any((await objection.case()).every(AppealRecorded)):
        await objection.did(caseworker1, AppealRecorded(court="Rechtbank Zonnedam", lodged_on=on))
        contested = (await objection.case()).objection.decision
        if itself and PermissionGranted in courts_decisions(contested):
            left = contested.leaves
            granted = (
                a_grant(left.valid_from, last_day(left.valid_until, 1), left.hours_a_week)
                if left
                else a_grant(on, last_day(on, 12))
            )
            await objection.did(caseworker1, CourtDecided(decided_on=on, decision=granted, summary=WHY))
        else:
            await objection.did(caseworker1, an_outcome("upheld", decided_on=on))
        await _heard_of(story, case)


ELSEWHERE: tuple[Happening, ...] = (
    *(a_letter_goes_out, a_letter_goes_out, somebody_objects, a_court_annuls),
    partial(a_court_annuls, itself=True),
    *(
        partial(an_objection_ends, outcome=Outcome.UPHELD),
        partial(an_objection_ends, outcome=Outcome.UNFOUNDED),
    ),
    partial(an_objection_ends, outcome=None),
)


def _told_on(story: Story, number: str, requests: int = 1) -> Story:
    """The objection's own story, after its first so many requests."""
    objection = story.stage.story(number, procedure=ObjectionCase)
    objection.requests = requests
    return objection


async def _heard_of(story: Story, before: Case) -> None:
    """The case hears once more of an objection, of whatever kind that news is."""
    known = sum(isinstance(entry.act, OF_AN_OBJECTION) for entry in before.entries)
    await story.hears(*(str(kind.model_fields["kind"].default) for kind in OF_AN_OBJECTION), times=known + 1)
