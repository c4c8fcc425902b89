"""Somebody goes to the court since no decision came in time. Awb 6:2(b), 6:12, 6:20, 8:55d."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from domain import terms
from domain.acts import (
    CourtOpen,
    DecisionAdjourned,
    HearingDeclined,
    LateDecisionAppealed,
    LateDecisionAppealWeighed,
    LateDecisionRuled,
    NoticeOfDefaultReceived,
    ObjectionAdjourned,
    Outcome,
)
from domain.calendar import last_day
from domain.case import Status
from domain.exceptions import Exceptional, exceptions_in
from domain.narration import told
from tests.examples import WHY, a_grant, a_refusal, caseworker1, coop_a, decider1, decider2, objections1
from tests.objecting import a_decision, a_judgement, a_postponement
from tests.permitting import a_renewal_asked, an_adjustment_asked, an_advice_to_renew
from tests.procedure.late import DAY_AFTER, DUE, FIRST_PAID, noticed
from tests.procedure.objected import DECIDE_BY, lodged
from tests.procedure.paths import STARTS, granted, reviewed
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

RULED, BY = date(2030, 5, 20), date(2030, 6, 3)


def ruled(about: int, outcome: str = "upheld", **changed: Any) -> LateDecisionRuled:
    """The court upheld it on 20 May, with two weeks to decide."""
    said = {"about": about, "outcome": outcome, "decided_on": RULED, "summary": WHY}
    said |= {"decide_by": BY} if outcome == "upheld" else {}
    return LateDecisionRuled.model_validate(said | changed)


async def appealed(story: Story, on: date = FIRST_PAID) -> int:
    """To the court on that day, by default the first on which one can after a notice of default."""
    await story.time_passes_until(on)
    return (await story.did(objections1, LateDecisionAppealed(court="Rechtbank", lodged_on=on))).version


async def weighed(story: Story) -> list[CourtOpen]:
    """What the case makes of each appeal."""
    return [act.effect for _, act in (await story.case()).every(LateDecisionAppealWeighed)]


async def test_a_court_says_by_when_a_late_decision_is_taken(story: Story) -> None:
    """Which is the term from then on, that nobody moves; the decision was late all the same. Awb 8:55d."""
    await reviewed(story)
    await noticed(story)
    about = await appealed(story)

    assert [CourtOpen.OPEN] == await weighed(story)
    assert [DUE] == [task.due_on for task in (await story.case()).tasks]
    assert "the appeal is about that too" in told((await story.case()).entries[about - 1], "en")
    assert "NotPermitted" == await story.refused(caseworker1, ruled(about))

    await story.time_passes_until(RULED)

    assert "NotAcceptable" == await story.refused(objections1, ruled(about, decide_by=None))

    await story.did(objections1, ruled(about, daily_cents=100_00, most_cents=15_000_00))
    case = await story.case()

    assert [BY] == [task.due_on for task in case.tasks]
    assert ("Awb 8:55d(1)", BY) == (terms.decision(case).steps[-1].article, terms.decision(case).due_on)
    assert "it pays €100.00 a day, and €15,000.00 at most" in told(case.entries[-1], "en")
    assert "NotNow" == await story.refused(decider1, DecisionAdjourned(until=date(2030, 7, 1), reasoning=WHY))

    await story.time_passes_until(BY)
    await story.did(decider1, a_grant(BY, last_day(BY, 12)))
    case = await story.case()

    assert Status.PARTICIPATION == case.status
    assert (Exceptional.DECIDED_LATE,) == exceptions_in(case, case.entries[-1])


async def test_an_appeal_that_seems_too_early_is_recorded_with_the_reason(story: Story) -> None:
    """The court judges it: before a notice of default, and within two weeks after one."""
    await reviewed(story)
    first = await appealed(story, DAY_AFTER)
    await noticed(story)
    second = await appealed(story, date(2030, 5, 14))

    assert [CourtOpen.NO_NOTICE, CourtOpen.TOO_SOON] == await weighed(story)
    entries = (await story.case()).entries
    assert "no notice of default counts" in told(entries[first], "en")
    assert "so from 15 May 2030. Whether it is too early, the court judges." in told(entries[second], "en")

    await story.time_passes_until(RULED)
    await story.did(objections1, ruled(first, "inadmissible"))
    await story.did(objections1, ruled(second, "withdrawn"))

    assert "Nothing changes." in told((await story.case()).entries[-1], "en")
    assert [DUE] == [task.due_on for task in (await story.case()).tasks]
    assert "NotNow" == await story.refused(objections1, ruled(second, "withdrawn"))


async def test_a_decision_that_comes_meanwhile_does_not_end_the_appeal(story: Story) -> None:
    """It is about that decision too, and the case stays open until the court ruled. Awb 6:20."""
    await reviewed(story)
    await noticed(story)
    about = await appealed(story)
    await story.did(decider1, a_refusal())

    assert "late_decision_came" not in await story.kinds()

    await story.went_out()

    assert "late_decision_came" == (await story.kinds())[-1]
    assert "that does not end the appeal" in told((await story.case()).entries[-1], "en")

    await story.time_passes_until(date(2030, 8, 1))

    assert "objection_term_lapsed" in await story.kinds()
    assert not (await story.case()).is_closed
    late = date(2030, 8, 1)
    assert "NotAcceptable" == await story.refused(
        objections1, ruled(about, decided_on=late, decide_by=late + timedelta(days=14))
    )

    await story.did(objections1, ruled(about, decided_on=late, decide_by=None))

    assert Status.REFUSED == await story.ends_as()


async def test_an_objection_on_which_nobody_decides_goes_to_the_court(
    objection: Story, contested: Story
) -> None:
    """Its term is that of the court then; only with consent it is a later day. Awb 7:10(4), 8:55d."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await noticed(objection, DECIDE_BY + timedelta(days=1))
    about = await appealed(objection, date(2030, 6, 12))
    day = date(2030, 6, 14)
    await objection.time_passes_until(day)
    await objection.did(objections1, ruled(about, decided_on=day, decide_by=date(2030, 6, 28)))

    assert [date(2030, 6, 28)] == [task.due_on for task in (await objection.case()).tasks]
    assert "NotNow" == await objection.refused(objections1, ObjectionAdjourned(weeks=2, reasoning=WHY))

    await objection.did(objections1, a_postponement(date(2030, 7, 5)))

    assert [date(2030, 7, 5)] == [task.due_on for task in (await objection.case()).tasks]

    await objection.did(coop_a, HearingDeclined())
    await objection.did(decider2, a_decision(Outcome.UNFOUNDED, no_hearing="declined"))

    assert Status.OBJECTION_DECIDED == await objection.status()


async def test_a_request_to_renew_on_which_nobody_decides_goes_to_the_court(story: Story) -> None:
    """The court's term is for that request."""
    await granted(story)
    await story.went_out()
    await story.did(coop_a, a_renewal_asked(last_day(STARTS, 30)))
    request = (await story.case()).version
    await story.did(caseworker1, an_advice_to_renew())
    await noticed(story)
    about = await appealed(story)
    await story.time_passes_until(RULED)
    await story.did(objections1, ruled(about))
    case = await story.case()

    assert (request, CourtOpen.OPEN) == next(
        (act.request, act.effect) for _, act in case.every(LateDecisionAppealWeighed)
    )
    assert [BY] == [task.due_on for task in case.tasks if "permission_renewed" in task.accepts]


async def test_of_two_requests_the_court_sets_a_day_for_the_one_that_the_appeal_names(story: Story) -> None:
    """That one alone has a notice of default, and then the court's term; the other keeps its own. Awb 6:12, 8:55d."""
    await granted(story)
    await story.went_out()
    renewal = (await story.did(coop_a, a_renewal_asked(last_day(STARTS, 30)))).version
    await story.did(caseworker1, an_advice_to_renew())
    adjustment = (await story.did(coop_a, an_adjustment_asked(20))).version
    await story.time_passes_until(DAY_AFTER)
    await story.did(coop_a, NoticeOfDefaultReceived(request=adjustment))
    await story.time_passes_until(FIRST_PAID)
    unnamed = LateDecisionAppealed(court="Rechtbank", lodged_on=FIRST_PAID)

    for named in (None, 1, adjustment + 1):
        assert "NotAcceptable" == await story.refused(
            objections1, unnamed.model_copy(update={"request": named})
        )

    about = [
        (await story.did(objections1, unnamed.model_copy(update={"request": request}))).version
        for request in (renewal, adjustment)
    ]

    assert [CourtOpen.NO_NOTICE, CourtOpen.OPEN] == await weighed(story)
    assert f"no decision on the request (act {adjustment}) came in time" in told(
        (await story.case()).entries[about[1] - 1], "en"
    )

    await story.time_passes_until(RULED)
    await story.did(objections1, ruled(about[0], "inadmissible"))
    await story.did(objections1, ruled(about[1]))
    due = {task.accepts[0]: task.due_on for task in (await story.case()).tasks}

    assert (DUE, BY) == (due["permission_renewed"], due["conditions_adjusted"])
