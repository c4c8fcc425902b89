"""A court annulled that an objection could not be dealt with: it is heard and decided on after all. Awb 7:2, 8:72."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import (
    AppealRecorded,
    HearingDeclined,
    NoHearing,
    NoticeEffect,
    ObjectionAdjourned,
    ObjectionWithdrawn,
    Outcome,
)
from domain.case import Status
from domain.matters import default
from domain.narration import told
from tests.examples import WHY, coop_a, decider2, decider3, decider4, objections1
from tests.objecting import a_decision, a_hearing, a_judgement, a_waiver, an_advice, an_invitation, an_outcome
from tests.procedure.late import noticed, owed
from tests.procedure.objected import (
    HALF_A_YEAR,
    HEARING,
    dealt_with_after_all,
    lodged,
    turned_away,
)
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

ANEW, ANEW_WITH_COMMITTEE = date(2030, 5, 6), date(2030, 6, 17)
"""Six weeks after the ruling of 25 March, and twelve."""
SET_BY_THE_COURT = date(2030, 4, 15)
HEARD_AGAIN = date(2030, 4, 8)


async def test_an_objection_that_a_court_has_dealt_with_is_heard_and_decided_on_by_another(
    objection: Story, contested: Story
) -> None:
    """The contested decision stands meanwhile: only that on the objection was annulled."""
    await lodged(objection, contested)
    await dealt_with_after_all(objection)
    await contested.hears("objection_reopened")

    assert "objection_taken_up" == (await objection.kinds())[-1]
    assert Status.HEARING == await objection.status()
    assert [ANEW] == [task.due_on for task in (await objection.case()).tasks]
    assert (Status.REFUSED, (objection.number,)) == (
        await contested.status(),
        (await contested.case()).open_objections,
    )
    assert "NotNow" == await objection.refused(decider4, a_decision(Outcome.UPHELD))
    assert "NotAcceptable" == await objection.refused(objections1, a_hearing(FIRST_DAY))

    await objection.did(objections1, an_invitation(HEARD_AGAIN))
    await objection.time_passes_until(HEARD_AGAIN)
    await objection.did(objections1, a_hearing(HEARD_AGAIN))

    assert "NotTheSame" == await objection.refused(decider2, a_decision(Outcome.UPHELD))

    await objection.did(decider4, a_decision(Outcome.UPHELD))
    await contested.hears("objection_upheld")

    assert (Status.DECISION, ANEW) == (
        await contested.status(),
        terms.decision(await contested.case()).due_on,
    )

    await contested.did(decider3, HALF_A_YEAR)

    assert Status.PARTICIPATION == await contested.status()


async def test_a_court_may_say_by_when_an_objection_is_decided_on(objection: Story, contested: Story) -> None:
    """Its term is not adjourned, and a later decision costs money: 1 to 9 May, 9 days. Awb 4:17, 8:72(4)."""
    await lodged(objection, contested)
    await dealt_with_after_all(objection, decide_by=SET_BY_THE_COURT)

    assert [SET_BY_THE_COURT] == [task.due_on for task in (await objection.case()).tasks]
    assert "as the court says" in told((await objection.case()).entries[-1], "en")
    assert "NotNow" == await objection.refused(objections1, ObjectionAdjourned(weeks=2, reasoning=WHY))

    await noticed(objection, SET_BY_THE_COURT)
    notice = await noticed(objection, date(2030, 4, 16))
    shown = default.shown(await objection.case(), date(2030, 4, 16))

    assert [NoticeEffect.PREMATURE, NoticeEffect.COUNTS] == [each.effect for each in shown]
    assert (notice, SET_BY_THE_COURT) == (shown[1].version, shown[1].decision_due_on)

    await objection.did(coop_a, HearingDeclined())
    await objection.time_passes_until(date(2030, 5, 10))
    await objection.did(decider4, a_decision(Outcome.UNFOUNDED, no_hearing="declined"))
    await objection.went_out()
    await contested.hears("objection_closed", times=2)

    assert 9 * 23_00 == await owed(objection, date(2030, 6, 1))
    assert () == (await contested.case()).open_objections


async def test_an_objection_that_is_dealt_with_after_all_has_its_committee_and_its_adjournment(
    objection: Story, contested: Story
) -> None:
    """What was judged, advised and said before counts no more. Awb 7:10(3), 7:13."""
    await lodged(objection, contested)
    await dealt_with_after_all(objection)
    await objection.did(objections1, a_judgement(committee=True))

    assert Status.HEARING == await objection.status()
    assert ANEW_WITH_COMMITTEE == (await objection.case()).tasks[0].due_on

    await objection.did(objections1, ObjectionAdjourned(weeks=6, reasoning=WHY))

    assert date(2030, 7, 29) == (await objection.case()).tasks[0].due_on

    await objection.did(coop_a, HearingDeclined())
    declined = a_decision(Outcome.UNFOUNDED, no_hearing="declined")

    assert "NotNow" == await objection.refused(decider4, declined)

    await objection.did(objections1, an_advice(Outcome.UNFOUNDED))
    await objection.did(decider4, declined)

    assert Status.OBJECTION_DECIDED == await objection.status()


async def test_an_objection_may_turn_out_to_be_inadmissible_once_more(
    objection: Story, contested: Story
) -> None:
    """Judged so anew, which goes to the court anew; who took either decision does not take the third."""
    await lodged(objection, contested)
    await dealt_with_after_all(objection)
    manifestly = a_waiver(NoHearing.MANIFESTLY_INADMISSIBLE)

    assert "NotAcceptable" == await objection.refused(objections1, manifestly)

    await objection.did(objections1, a_judgement(obstacle="no_interest"))
    await objection.did(objections1, manifestly)
    again = a_decision(Outcome.INADMISSIBLE, no_hearing="manifestly_inadmissible")
    await objection.did(decider4, again)
    await contested.hears("objection_closed", times=2)
    await objection.went_out()

    assert {"appeal"} == terms.of(await objection.case()).keys()

    await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=HEARING))
    await objection.did(objections1, an_outcome("upheld", decided_on=HEARING))
    await contested.hears("objection_reopened", times=2)

    assert Status.HEARING == await objection.status()
    assert (objection.number,) == (await contested.case()).open_objections

    await objection.did(coop_a, HearingDeclined())
    for each in (decider2, decider4):
        assert "NotTheSame" == await objection.refused(
            each, a_decision(Outcome.UPHELD, no_hearing="declined")
        )


async def test_an_objection_is_withdrawn_after_the_court_had_it_dealt_with(
    objection: Story, contested: Story
) -> None:
    """Then nothing is open in either case, and nobody appeals any more. Awb 6:21."""
    await lodged(objection, contested)
    await dealt_with_after_all(objection)
    await objection.did(coop_a, ObjectionWithdrawn())

    assert Status.WITHDRAWN == await objection.ends_as()
    await contested.hears("objection_closed", times=2)
    assert () == (await contested.case()).open_objections


async def test_what_is_decided_on_the_substance_after_a_ruling_is_taken_again_in_the_case_of_the_decision(
    objection: Story, contested: Story
) -> None:
    """A second ruling is about a decision on substance. Awb 7:11(2), 8:72."""
    await lodged(objection, contested)
    await dealt_with_after_all(objection)
    await objection.did(coop_a, HearingDeclined())
    await objection.did(decider4, a_decision(Outcome.UNFOUNDED, no_hearing="declined"))
    await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=HEARING))
    await objection.did(objections1, an_outcome("upheld", decided_on=HEARING))
    await contested.hears("objection_upheld")

    assert Status.OBJECTION_DECIDED == await objection.status()
    assert Status.DECISION == await contested.status()
    assert "NotTheSame" == await contested.refused(decider4, HALF_A_YEAR)


async def test_the_outcome_of_another_appeal_comes_in_while_it_is_dealt_with(
    objection: Story, contested: Story
) -> None:
    """The day of the one that gives least time counts; of no appeal nothing comes in."""
    await lodged(objection, contested)
    await turned_away(objection)
    for _ in range(2):
        await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=FIRST_DAY))
    await objection.time_passes_until(HEARING)
    await objection.did(objections1, an_outcome("upheld", decided_on=HEARING))
    await objection.did(objections1, an_outcome("upheld", decided_on=HEARING, decide_by=SET_BY_THE_COURT))

    assert 1 == (await objection.kinds()).count("objection_taken_up")
    assert [SET_BY_THE_COURT] == [task.due_on for task in (await objection.case()).tasks]
    assert "NotNow" == await objection.refused(objections1, an_outcome("upheld", decided_on=HEARING))


async def test_a_case_that_had_closed_goes_on_when_a_court_has_the_objection_dealt_with(
    objection: Story, contested: Story, policy_on_record: None
) -> None:
    """From where it was, until the objection is decided on."""
    await lodged(objection, contested)
    await turned_away(objection)
    await contested.hears("objection_closed")
    await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=FIRST_DAY))
    await contested.time_passes_until(date(2030, 5, 6))

    assert Status.REFUSED == await contested.ends_as()

    await objection.time_passes_until(HEARING)
    await objection.did(objections1, an_outcome("upheld", decided_on=HEARING))
    await contested.hears("objection_reopened")

    assert not (await contested.case()).is_closed

    await objection.did(coop_a, HearingDeclined())
    await objection.did(decider4, a_decision(Outcome.UNFOUNDED, no_hearing="declined"))
    await contested.hears("objection_closed", times=2)

    assert Status.REFUSED == await contested.ends_as()
