"""The hearing on an objection, or why there is none, and the decision after it. Awb 7:2 to 7:13."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import (
    HearingDeclined,
    HearingReopened,
    NoHearing,
    NoticeEffect,
    ObjectionAdjourned,
    Outcome,
    TaskClaimed,
    ViewWaiver,
)
from domain.case import Status
from domain.matters import default
from tests.examples import (
    WHY,
    a_refusal,
    caseworker2,
    coop_a,
    decider2,
    decider3,
    objections1,
)
from tests.objecting import (
    a_decision,
    a_hearing,
    a_hearing_agreed_to,
    a_hearing_at_once,
    a_judgement,
    a_postponement,
    a_waiver,
    an_advice,
    an_invitation,
)
from tests.procedure.late import noticed
from tests.procedure.objected import DECIDE_BY, HEARING, WITH_COMMITTEE, an_objection_to, heard, lodged
from tests.procedure.paths import granted
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_another_party_is_not_right_in_everything_before_the_resident_is_heard(story: Story) -> None:
    """It objects to his permission, which he would lose by that. Once he was heard he need not be again.

    Awb 4:11(b), 7:2, 7:3(e), 7:6.
    """
    await granted(story)
    await story.went_out()
    day = date(2030, 4, 8)
    await story.time_passes_until(day)
    shop = {"objector": "another", "objector_name": "Fietsenmaker BV"}
    objection = await an_objection_to(story, "by-another-unheard", day, by=caseworker2, **shop)
    await objection.did(objections1, a_judgement())

    assert "NotAcceptable" == await objection.refused(objections1, a_waiver(NoHearing.FULLY_MET))
    assert "NotAcceptable" == await objection.refused(objections1, a_hearing_at_once(day))

    await objection.did(objections1, a_hearing_agreed_to(day))

    assert Status.OBJECTION_DECISION == await objection.status()

    await objection.did(decider2, a_decision(Outcome.UPHELD))
    await story.hears("objection_upheld")

    assert "NotAcceptable" == await story.refused(decider3, a_refusal(view_waived=None))

    await story.did(decider3, a_refusal(view_waived=ViewWaiver.HEARD_BEFORE))

    assert Status.REFUSED == await story.status()


async def test_an_objector_does_not_want_to_be_heard(objection: Story, contested: Story) -> None:
    """Whoever holds the task to invite him; the decision says so. Awb 7:3(c), 7:12."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await objection.did(objections1, TaskClaimed(), (await objection.case()).tasks[0].id)
    await objection.did(coop_a, HearingDeclined())

    assert Status.OBJECTION_DECISION == await objection.status()
    assert "NotAcceptable" == await objection.refused(decider2, a_decision(Outcome.UNFOUNDED))

    await objection.did(decider2, a_decision(Outcome.UNFOUNDED, no_hearing="declined"))

    assert Status.OBJECTION_DECIDED == await objection.status()


async def test_an_objector_who_does_not_answer_is_not_heard(objection: Story, contested: Story) -> None:
    """Once the day to answer has passed, which lies a week ahead at the least. Awb 7:3(d)."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    no_answer = a_waiver(NoHearing.NO_ANSWER)

    assert "NotAcceptable" == await objection.refused(objections1, no_answer)

    for too_soon in (date(2030, 3, 5), date(2030, 3, 8)):
        refused = await objection.refused(objections1, an_invitation(HEARING, answer_by=too_soon))

        assert "NotAcceptable" == refused

    await objection.did(objections1, an_invitation(HEARING, answer_by=date(2030, 3, 12)))

    assert "NotNow" == await objection.refused(objections1, no_answer)

    await objection.day_passes(date(2030, 3, 12))
    await objection.did(objections1, no_answer)

    assert Status.OBJECTION_DECISION == await objection.status()


async def test_a_hearing_is_moved_to_another_day(objection: Story, contested: Story) -> None:
    """By another invitation; it is not held before its day."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await objection.did(objections1, an_invitation(HEARING))
    await objection.did(objections1, an_invitation(date(2030, 4, 2)))

    assert date(2030, 4, 2) == (await objection.case()).tasks[0].due_on
    assert "NotAcceptable" == await objection.refused(objections1, a_hearing(HEARING))


async def test_a_hearing_to_which_nobody_was_invited_is_one_with_a_reason(
    objection: Story, contested: Story
) -> None:
    """The file lies ready for a week before it, unless he came of himself or all agreed. Awb 7:4(2), 7:4(5)."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())

    assert "NotAcceptable" == await objection.refused(objections1, a_hearing(FIRST_DAY))

    await objection.did(objections1, an_invitation(HEARING))
    await objection.day_passes(FIRST_DAY)

    assert "NotAcceptable" == await objection.refused(objections1, a_hearing(date(2030, 3, 5)))

    await objection.did(objections1, a_hearing_at_once(date(2030, 3, 5)))

    assert Status.OBJECTION_DECISION == await objection.status()


async def test_a_committee_advises_and_the_decision_departs_from_it(
    objection: Story, contested: Story
) -> None:
    """Twelve weeks to decide, and a reason for departing. Awb 7:10(1), 7:13."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement(committee=True))

    assert WITH_COMMITTEE == (await objection.case()).tasks[0].due_on

    await objection.did(coop_a, HearingDeclined())

    assert "NotNow" == await objection.refused(decider2, a_decision(Outcome.UNFOUNDED, no_hearing="declined"))

    await objection.did(objections1, an_advice(Outcome.UPHELD))
    other = {"no_hearing": "declined", "departs_because": "The benefit had ended."}

    assert "NotAcceptable" == await objection.refused(
        decider2, a_decision(Outcome.UNFOUNDED, no_hearing="declined")
    )

    await objection.did(decider2, a_decision(Outcome.UNFOUNDED, **other))

    assert Status.OBJECTION_DECIDED == await objection.status()


async def test_a_decider_has_the_objector_heard_first(objection: Story, contested: Story) -> None:
    """He does not find it obviously unfounded, and without a hearing nothing else can be decided. Awb 7:2, 7:3."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await objection.did(objections1, a_waiver(NoHearing.MANIFESTLY_UNFOUNDED))

    assert "NotAcceptable" == await objection.refused(
        decider2, a_decision(Outcome.UPHELD, no_hearing="manifestly_unfounded")
    )

    await objection.did(decider2, HearingReopened(reason="Hear about the benefit."))

    assert Status.HEARING == await objection.status()

    await objection.did(objections1, a_hearing_at_once(FIRST_DAY))
    await objection.did(decider2, a_decision(Outcome.UPHELD))
    await contested.hears("objection_upheld")

    assert Status.DECISION == await contested.status()


async def test_a_decision_on_an_objection_is_adjourned_once(objection: Story, contested: Story) -> None:
    """By six weeks at most; further only with consent. Awb 7:10(3), (4)."""
    await heard(objection, contested)
    longer = ObjectionAdjourned(weeks=7, reasoning=WHY)

    assert "NotAcceptable" == await objection.refused(objections1, longer)

    await objection.did(objections1, ObjectionAdjourned(weeks=6, reasoning=WHY))

    assert date(2030, 7, 8) == (await objection.case()).tasks[0].due_on
    assert "NotNow" == await objection.refused(objections1, ObjectionAdjourned(weeks=1, reasoning=WHY))

    postponed = a_postponement(date(2030, 8, 1))

    assert "NotAcceptable" == await objection.refused(
        objections1, postponed.model_copy(update={"document": None})
    )

    await objection.did(objections1, postponed)

    assert date(2030, 8, 1) == (await objection.case()).tasks[0].due_on


async def test_after_its_term_a_decision_is_not_adjourned(objection: Story, contested: Story) -> None:
    """It is late then, and stays on the list. Awb 7:10(3)."""
    await heard(objection, contested)
    await objection.day_passes(DECIDE_BY)

    assert "NotNow" == await objection.refused(objections1, ObjectionAdjourned(weeks=2, reasoning=WHY))
    assert Status.OBJECTION_DECISION == await objection.status()


async def test_a_term_that_is_over_is_not_postponed(objection: Story, contested: Story) -> None:
    """Due on 27 May: neither for the sake of rules nor with consent, but when that was given by then. Awb 7:10(4)."""
    until = date(2030, 9, 16)
    rules = a_postponement(until, consent="procedure", document=None)
    await heard(objection, contested)
    await noticed(objection, date(2030, 6, 5))

    for refused in (rules, a_postponement(until), a_postponement(until, agreed_on=date(2030, 5, 28))):
        assert "NotNow" == await objection.refused(objections1, refused)
    for refused in (
        rules.model_copy(update={"agreed_on": DECIDE_BY}),
        a_postponement(until, agreed_on=date(2030, 6, 6)),
        a_postponement(until, agreed_on=date(2030, 3, 1)),
    ):
        assert "NotAcceptable" == await objection.refused(objections1, refused)

    await objection.did(objections1, a_postponement(until, agreed_on=DECIDE_BY))
    (shown,) = default.shown(await objection.case(), until)

    assert (NoticeEffect.PREMATURE, until) == (shown.effect, shown.decision_due_on)
