"""Whatever people do with an application, a permission or an objection, thousands of steps long, it stays sound."""

from __future__ import annotations

from domain.acts import ChangeAssessed, Outcome, ProgressReported
from tests.procedure.adverse import HARMS, REWORDED
from tests.procedure.going_on import goes_on_after_all
from tests.procedure.lives import Life
from tests.procedure.machine import Machine
from tests.procedure.objected_situations import OBJECTIONS
from tests.procedure.people import OBJECTING, OUTSIDERS, WORKING
from tests.procedure.reporting import EACH_MONTH, REPORTING
from tests.procedure.rules import CORRECTING, OBJECTION, PARTICIPATION
from tests.procedure.situations import SITUATIONS, on_conditions
from workflows.objection import ObjectionCase

MANY = 4
"""So often at the least that none of it is there by luck; of most there are some dozens."""

OF_REPORTS = ("interim_report_requested", "interim_report_reminded", "interim_report_escalated")
"""What must have come of the reports that are asked between the reassessments."""

TRIED = (Outcome.UPHELD, Outcome.UNFOUNDED, "hearing_held", "hearing_declined", "hearing_waived")
"""What must have been tried with an objection."""


class OfAParticipation(Machine):
    """From the application on, or from a later point."""

    async def prepared(self) -> Life:
        story = self.stage.story("whatever", self.policy)
        await story.starts()
        await self.situation(story)
        return Life(story, WORKING, PARTICIPATION, counted=self.counted)


class OfConditions(Machine):
    """What is said in a participation on conditions of the decisions on it."""

    async def prepared(self) -> Life:
        story = self.stage.story("conditions", self.policy)
        await story.starts()
        await self.situation(story)
        return Life(story, WORKING, CORRECTING, counted=self.counted)


class OfAnObjection(Machine):
    """Against a decision by `decider1`, which `caseworker1` prepared."""

    async def prepared(self) -> Life:
        contested = self.stage.story("contested")
        objection = self.stage.story("objection", procedure=ObjectionCase)
        await contested.starts()
        await objection.starts()
        await self.situation(objection, contested)
        return Life(objection, OBJECTING, OBJECTION, contested, self.counted)


def test_whatever_people_do_a_participation_stays_sound() -> None:
    """Each way to decide against somebody is taken many times, and so is all else that the machine is for."""
    counted = OfAParticipation.lives_on_from(*SITUATIONS, goes_on_after_all)

    assert 5_000 < counted["steps"], counted
    assert [] == [harm for harm in HARMS if counted[harm] < MANY], counted
    assert [] == PARTICIPATION.never_done(counted), counted
    assert [] == [who.id for who in OUTSIDERS if counted[who.id] < MANY], counted
    assert [] == [what for what in ("refused", "done twice", "news heard") if counted[what] < 200], counted
    assert MANY <= counted["heard on an objection"], counted


def test_whatever_people_do_the_reports_between_the_reassessments_stay_sound() -> None:
    """They are asked, come, are missed and are looked at many times."""
    counted = OfAParticipation.lives_on_from(*REPORTING, policy=EACH_MONTH, lives=4)

    assert 1_500 < counted["steps"], counted
    assert [] == [what for what in OF_REPORTS if counted[what] < 20], counted
    assert MANY <= min(counted[ProgressReported], counted[ChangeAssessed]), counted


def test_whatever_people_do_nobody_keeps_to_other_conditions_unheard() -> None:
    """A correction changes the words of one, and some of those are accepted."""
    counted = OfConditions.lives_on_from(on_conditions, lives=20)

    assert MANY <= counted[REWORDED], counted
    assert MANY <= counted["refused"], counted


def test_whatever_anybody_does_an_objection_stays_sound() -> None:
    """It is decided on many times, with a hearing and without."""
    counted = OfAnObjection.lives_on_from(*OBJECTIONS)

    assert 2_000 < counted["steps"], counted
    assert [] == [what for what in TRIED if counted[what] < MANY], counted
    assert [] == OBJECTION.never_done(counted, elsewhere=PARTICIPATION.kinds), counted
