"""An objection from its receipt to the term of appeal. Awb chapters 6 and 7."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import (
    AppealRecorded,
    NoHearing,
    NoteAdded,
    ObjectionWithdrawn,
    Outcome,
    RepairReceived,
)
from domain.case import Status
from domain.people import Role
from tests.examples import (
    a_person,
    caseworker1,
    caseworker2,
    coop_a,
    coop_b,
    decider1,
    decider2,
    objections1,
)
from tests.objecting import (
    a_decision,
    a_hearing,
    a_hearing_at_once,
    a_judgement,
    a_repair_request,
    a_waiver,
    an_invitation,
    an_objection,
    an_outcome,
    too_late,
)
from tests.procedure.objected import (
    DECIDE_BY,
    HEARING,
    POST_ENDS,
    TERM_ENDS,
    appeal_term_passes,
    heard,
    lodged,
)
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_an_objection_is_heard_and_found_unfounded(objection: Story, contested: Story) -> None:
    """Acknowledged by itself, examined, heard and decided on, and nothing changes in the contested case."""
    await lodged(objection, contested)
    await contested.hears("objection_lodged")

    assert ["objection_received", "objection_acknowledged"] == await objection.kinds()
    assert Status.ADMISSIBILITY == await objection.status()

    await objection.did(objections1, a_judgement())

    assert Status.HEARING == await objection.status()
    assert DECIDE_BY == (await objection.case()).tasks[0].due_on

    await objection.did(objections1, an_invitation(HEARING))

    assert HEARING == (await objection.case()).tasks[0].due_on

    await objection.time_passes_until(HEARING)
    await objection.did(objections1, a_hearing(HEARING))

    assert Status.OBJECTION_DECISION == await objection.status()

    await objection.did(decider2, a_decision(Outcome.UNFOUNDED))
    await contested.hears("objection_closed")

    assert Status.OBJECTION_DECIDED == await objection.status()
    assert Status.REFUSED == await contested.status()

    await appeal_term_passes(objection)

    assert Status.SETTLED == await objection.ends_as()
    assert "appeal_term_lapsed" == (await objection.kinds())[-1]


async def test_an_objection_by_post_is_in_time_within_the_week_after(
    objection: Story, contested: Story
) -> None:
    """Posted by the last day, in before the week for the post is over. Awb 6:9(2)."""
    await objection.time_passes_until(POST_ENDS)
    by_post = an_objection(await contested.case(), posted_on=TERM_ENDS, received_on=POST_ENDS)
    await objection.applied(caseworker2, by_post)

    assert "NotAcceptable" == await objection.refused(objections1, too_late(excused=True))

    await objection.did(objections1, a_judgement())

    assert Status.HEARING == await objection.status()


async def test_an_objection_by_post_that_comes_a_day_later_is_late(
    objection: Story, contested: Story
) -> None:
    """Then somebody judges it; nothing is refused by itself. Awb 6:11."""
    await objection.time_passes_until(date(2030, 4, 24))
    by_post = an_objection(await contested.case(), posted_on=TERM_ENDS)
    await objection.applied(objections1, by_post)

    assert Status.ADMISSIBILITY == await objection.status()
    assert "NotAcceptable" == await objection.refused(objections1, a_judgement())


async def test_a_late_objection_without_an_excuse_is_inadmissible(objection: Story, contested: Story) -> None:
    """Obviously so, and then there need be no hearing. Awb 6:11, 7:3(a)."""
    await objection.time_passes_until(date(2030, 5, 6))
    await lodged(objection, contested, late_because="I was on holiday.")

    assert "NotAcceptable" == await objection.refused(objections1, a_judgement(late_excused=False))

    await objection.did(objections1, too_late(excused=False))
    await objection.did(objections1, a_waiver(NoHearing.MANIFESTLY_INADMISSIBLE))
    ground = {"no_hearing": NoHearing.MANIFESTLY_INADMISSIBLE}

    assert "NotAcceptable" == await objection.refused(decider2, a_decision(Outcome.INADMISSIBLE))
    assert "NotAcceptable" == await objection.refused(decider2, a_decision(Outcome.UPHELD, **ground))

    await objection.did(decider2, a_decision(Outcome.INADMISSIBLE, **ground))
    await appeal_term_passes(objection)

    assert Status.SETTLED == await objection.ends_as()


async def test_what_was_judged_an_obstacle_is_judged_again_before_it_is_decided_otherwise(
    objection: Story, contested: Story
) -> None:
    """The objector came to the hearing with a good excuse; where the case stands does not change. Awb 6:11."""
    await objection.time_passes_until(date(2030, 5, 6))
    await lodged(objection, contested, late_because="I was on holiday.")
    await objection.did(objections1, too_late(excused=False))
    await objection.did(objections1, a_hearing_at_once(date(2030, 5, 6)))

    assert "NotAcceptable" == await objection.refused(decider2, a_decision(Outcome.UPHELD))

    await objection.did(objections1, too_late(excused=True))

    assert Status.OBJECTION_DECISION == await objection.status()
    assert "NotAcceptable" == await objection.refused(decider2, a_decision(Outcome.INADMISSIBLE))

    await objection.did(decider2, a_decision(Outcome.UPHELD))

    assert Status.OBJECTION_DECIDED == await objection.status()


async def test_an_objection_without_grounds_is_mended(objection: Story, contested: Story) -> None:
    """Within the period for it; the term stands still for the days after the objection term. Awb 6:6, 7:10(2)."""
    await objection.time_passes_until(date(2030, 4, 12))
    await lodged(objection, contested, reasons=None)

    assert "NotAcceptable" == await objection.refused(objections1, a_repair_request(date(2030, 4, 27)))

    await objection.did(objections1, a_repair_request(date(2030, 4, 26)))

    assert Status.REPAIR_AWAITED == await objection.status()

    await objection.time_passes_until(date(2030, 4, 24))
    await objection.did(coop_a, RepairReceived(text="There is a right to a benefit."))

    assert Status.ADMISSIBILITY == await objection.status()

    await objection.did(objections1, a_judgement())

    assert date(2030, 6, 4) == (await objection.case()).tasks[0].due_on


async def test_an_objection_that_is_not_mended_is_inadmissible(objection: Story, contested: Story) -> None:
    """After the whole period, which is a week at the least, and by a person's judgement. Awb 6:6."""
    await lodged(objection, contested, reasons=None)

    assert "NotAcceptable" == await objection.refused(objections1, a_judgement(obstacle="not_mended"))

    assert "NotAcceptable" == await objection.refused(objections1, a_repair_request(date(2030, 3, 5)))

    await objection.did(objections1, a_repair_request(date(2030, 3, 18)))
    await objection.day_passes(date(2030, 3, 18))

    assert "repair_lapsed" == (await objection.kinds())[-1]
    assert Status.ADMISSIBILITY == await objection.status()

    await objection.did(coop_a, RepairReceived(text="It comes late."))
    await objection.did(objections1, a_judgement(obstacle="not_mended"))
    await objection.did(objections1, a_waiver(NoHearing.MANIFESTLY_INADMISSIBLE))

    assert Status.OBJECTION_DECISION == await objection.status()


async def test_an_objection_is_withdrawn_while_it_is_mended(objection: Story, contested: Story) -> None:
    """The contested case is told, and the objection is over. Awb 6:21."""
    await lodged(objection, contested, reasons=None)
    await objection.did(objections1, a_repair_request(date(2030, 3, 18)))
    await objection.did(coop_a, ObjectionWithdrawn(reason="Found a job."))

    assert Status.WITHDRAWN == await objection.ends_as()
    await contested.hears("objection_closed")


async def test_an_objection_is_withdrawn_at_the_hearing(objection: Story, contested: Story) -> None:
    """There it may be done by word of mouth. Awb 6:21(2)."""
    await heard(objection, contested)
    await objection.did(objections1, ObjectionWithdrawn())

    assert Status.WITHDRAWN == await objection.ends_as()


async def test_an_appeal_is_recorded_while_the_file_waits(objection: Story, contested: Story) -> None:
    """Of one and of another; the file stays open until the court decided on both. Awb 8:1, 8:70."""
    await heard(objection, contested)
    appeal = AppealRecorded(court="Rechtbank Midden-Nederland", lodged_on=date(2030, 4, 1))

    assert "NotNow" == await objection.refused(objections1, appeal)

    await objection.did(decider2, a_decision(Outcome.UNFOUNDED))
    await objection.time_passes_until(date(2030, 4, 8))
    await objection.did(objections1, appeal)
    await objection.did(caseworker1, appeal)
    await objection.did(caseworker1, NoteAdded(text="The court asks for the file."))

    assert Status.OBJECTION_DECIDED == await objection.status()

    too_soon = an_outcome(decided_on=date(2030, 3, 29))

    assert "NotAcceptable" == await objection.refused(objections1, too_soon)

    await objection.did(objections1, an_outcome(decided_on=date(2030, 4, 8)))
    await appeal_term_passes(objection)

    assert Status.OBJECTION_DECIDED == await objection.status()

    await objection.did(objections1, an_outcome("withdrawn", decided_on=date(2030, 4, 8)))

    assert Status.SETTLED == await objection.ends_as()


async def test_whoever_had_a_part_in_the_decision_has_none_in_the_objection(
    objection: Story, contested: Story
) -> None:
    """Not the reviewer and not the decider, with every role there is. Awb 7:5, 10:3(3)."""
    every_role = tuple(role for role in Role if role not in (Role.CLOCK, Role.COOPERATIVE))
    reviewer, decider = a_person("caseworker1", *every_role), a_person("decider1", *every_role)
    await lodged(objection, contested)

    for involved in (reviewer, decider):
        assert "NotTheSame" == await objection.refused(involved, a_judgement())

    await objection.did(objections1, a_judgement())

    for involved in (reviewer, decider):
        assert "NotTheSame" == await objection.refused(involved, a_hearing_at_once(FIRST_DAY))

    await objection.did(objections1, a_hearing_at_once(FIRST_DAY))

    for involved in (reviewer, decider, decider1):
        assert "NotTheSame" == await objection.refused(involved, a_decision(Outcome.UNFOUNDED))
    assert "NotPermitted" == await objection.refused(objections1, a_decision(Outcome.UNFOUNDED))


async def test_a_cooperative_objects_for_its_own_resident_only(objection: Story, contested: Story) -> None:
    """And not for another party, whose objection is registered at the desk. Awb 1:2, 2:1."""
    case = await contested.case()
    another = an_objection(case, objector="another", objector_name="Fietsen BV")

    assert "NotYours" == await objection.refused(coop_b, an_objection(case))
    assert "NotPermitted" == await objection.refused(coop_a, another)

    await objection.did(objections1, another)

    assert "NotPermitted" == await objection.refused(coop_a, ObjectionWithdrawn())
