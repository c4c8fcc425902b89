"""Lives in which somebody objects: two cases, told as one."""

from __future__ import annotations

from datetime import timedelta

from cli.scenarios.applying import refusal
from cli.scenarios.sayings import apply_completely, grant, review
from cli.simulation import Life
from domain import objections
from domain.acts import (
    AdmissibilityJudged,
    HearingHeld,
    HearingInvited,
    ObjectionClosed,
    ObjectionDecided,
    ObjectionReceived,
    ObjectionUpheld,
    Objector,
    Outcome,
    Recommendation,
    ViewWaiver,
)
from domain.calendar import next_working_day


async def upheld(life: Life) -> None:
    """A refusal does not stand, and another decides again."""
    objection = await _refused_and_contested(life)
    await objection.does("decider2", _decision(life, Outcome.UPHELD))
    await life.hears(ObjectionUpheld)
    await life.later(3)
    why = life.words("De inwoner liet zien dat het kan.", "The resident showed that it can be done.")
    await life.does("decider2", grant(life, deviation=why))


async def unfounded(life: Life) -> None:
    """The refusal stands; nobody goes to court."""
    objection = await _refused_and_contested(life)
    await objection.does("decider2", _decision(life, Outcome.UNFOUNDED))
    await life.hears(ObjectionClosed)
    await objection.posts_the_decision()
    await objection.until(objections.appeal, days=1)


async def _refused_and_contested(life: Life) -> Life:
    await apply_completely(life)
    await life.later(5)
    await life.does("caseworker1", review(life, Recommendation.REFUSE))
    await life.later(1)
    refused = refusal(life).model_copy(update={"view_waived": ViewWaiver.NOT_ON_HIS_FACTS})
    await life.does("decider1", refused)
    await life.posts_the_decision()
    await life.later(20)
    objection = await life.another("objection")
    received = ObjectionReceived(
        decision=objections.contested(life.case),
        objector=Objector.RESIDENT,
        reasons=life.words("Het plan past wel.", "The plan does fit."),
    )
    await objection.begins("coop-a", received)
    await _later(life, objection, 4)
    why = life.words("Op tijd, en met redenen.", "In time, and with reasons.")
    await objection.does("objections1", AdmissibilityJudged(reasoning=why))
    hearing_on = next_working_day(await objection.today() + timedelta(days=14))
    town_hall = life.words("Stadhuis", "Town hall")
    await objection.does("objections1", HearingInvited(hearing_on=hearing_on, place=town_hall))
    await _later(life, objection, (hearing_on - await objection.today()).days)
    said = life.words("De inwoner legde het plan uit.", "The resident explained the plan.")
    await objection.does(
        "objections1", HearingHeld(held_on=hearing_on, heard_by=("Ruben Dijkstra",), report=said)
    )
    await _later(life, objection, 5)
    return objection


async def _later(life: Life, objection: Life, days: int) -> None:
    """For both cases, each of which has a clock of its own."""
    await life.later(days)
    await objection.later(days)


def _decision(life: Life, outcome: Outcome) -> ObjectionDecided:
    stands = outcome is Outcome.UNFOUNDED
    reasoning = (
        life.words("Ook na het horen past het plan niet.", "The plan does not fit after the hearing either.")
        if stands
        else life.words("Het plan past, gelet op de uitleg.", "As it was explained, the plan fits.")
    )
    return ObjectionDecided(outcome=outcome, reasoning=reasoning)
