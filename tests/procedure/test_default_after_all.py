"""A notice of default that is weighed anew by what became known since. Awb 4:14(3), 4:15, 4:17."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain import terms
from domain.acts import (
    CourtOpen,
    DecisionAdjourned,
    LateDecisionAppealed,
    LateDecisionAppealWeighed,
    NoticeEffect,
    NoticeOfDefaultReceived,
    NoticeOfDefaultWeighed,
    ObjectionAdjourned,
    SuspensionGround,
)
from domain.matters import default
from domain.narration import told
from tests.examples import (
    WHY,
    a_check,
    a_refusal,
    a_supplement,
    a_suspension,
    caseworker1,
    coop_a,
    decider1,
    decider2,
    objections1,
)
from tests.objecting import a_judgement
from tests.procedure.late import DAY_AFTER, DUE, FIRST_PAID, duties, noticed, owed
from tests.procedure.objected import DECIDE_BY, lodged
from tests.procedure.paths import asked, reviewed
from tests.story import Story
from tests.superseding import a_sending

pytestmark = pytest.mark.asyncio(loop_scope="session")

ADJOURNED_TO = date(2030, 5, 13)


async def adjourned(story: Story) -> int:
    """Three days before the term is over the decision is put off by two weeks; the version of that act."""
    await reviewed(story)
    await story.time_passes_until(date(2030, 4, 26))
    put_off = DecisionAdjourned(until=ADJOURNED_TO, reasoning="The adviser is ill.")
    return (await story.did(decider2, put_off)).version


async def letter_proves_sent(story: Story, version: int, on: date, known_on: date) -> None:
    """On that day it becomes known when the letter of that act went out."""
    await story.time_passes_until(known_on)
    await story.is_told(a_sending(version, on))
    await story.hears("letter_sent")


async def effects(story: Story) -> list[NoticeEffect]:
    """What each notice of default does, as the case shows it."""
    return [each.effect for each in default.shown(await story.case(), DUE)]


async def weighings(story: Story) -> list[tuple[int, NoticeEffect]]:
    """Each time that a notice was weighed, with its version."""
    return [(act.about, act.effect) for _, act in (await story.case()).every(NoticeOfDefaultWeighed)]


async def test_a_notice_counts_when_the_letter_of_an_adjournment_proves_to_be_late(story: Story) -> None:
    """Posted on 30 April, a day after the term: so 29 April was the last day, and 15 May is the first that costs."""
    version = await adjourned(story)
    notice = await noticed(story, DAY_AFTER)

    assert [NoticeEffect.PREMATURE] == await effects(story)

    await letter_proves_sent(story, version, on=DAY_AFTER, known_on=date(2030, 5, 2))
    (shown,) = default.shown(await story.case(), DUE)

    assert (NoticeEffect.COUNTS, DUE, FIRST_PAID) == (shown.effect, shown.decision_due_on, shown.first_day_on)
    assert "counts after all" in told((await story.case()).entries[-1], "en")

    await story.time_passes_until(date(2030, 5, 20))
    await story.did(decider1, a_refusal())
    await story.went_out()

    assert 5 * 2300 == await owed(story, date(2030, 6, 1))
    assert [("penalty_determined", date(2030, 6, 3))] == await duties(story)
    assert (notice,) == (await story.case()).open_defaults


async def test_a_notice_stays_without_effect_when_the_adjournment_was_told_in_time(story: Story) -> None:
    """It is not weighed again."""
    version = await adjourned(story)
    notice = await noticed(story, DAY_AFTER)
    await letter_proves_sent(story, version, on=DUE, known_on=date(2030, 5, 2))

    assert [(notice, NoticeEffect.PREMATURE)] == await weighings(story)
    assert not (await story.case()).open_defaults


async def test_of_two_notices_the_first_counts_after_all_and_the_second_no_more(story: Story) -> None:
    """The days run once, from the first; an appeal that seemed too early could be lodged then. Awb 6:12."""
    version = await adjourned(story)
    first = await noticed(story, DAY_AFTER)
    second = await noticed(story, ADJOURNED_TO + timedelta(days=1))
    await story.time_passes_until(FIRST_PAID)
    await story.did(objections1, LateDecisionAppealed(court="Rechtbank", lodged_on=FIRST_PAID))

    assert [NoticeEffect.PREMATURE, NoticeEffect.COUNTS] == await effects(story)

    await letter_proves_sent(story, version, on=DAY_AFTER, known_on=date(2030, 5, 16))
    weighed = [act.effect for _, act in (await story.case()).every(LateDecisionAppealWeighed)]

    assert [
        (first, NoticeEffect.PREMATURE),
        (second, NoticeEffect.COUNTS),
        (first, NoticeEffect.COUNTS),
        (second, NoticeEffect.REPEATED),
    ] == await weighings(story)
    assert [CourtOpen.TOO_SOON, CourtOpen.OPEN] == weighed
    assert (first,) == (await story.case()).open_defaults

    await story.time_passes_until(date(2030, 6, 26))

    assert [("penalty_determined", date(2030, 7, 9))] == await duties(story)


async def test_a_notice_counts_when_a_request_for_items_proves_to_be_posted_later(story: Story) -> None:
    """Two of the four days until they came count no more: 1 May was the last day, and not 3 May. Awb 4:15(1)(a)."""
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check("mandate"))
    version = (await story.case()).version
    await story.time_passes_until(date(2030, 3, 9))
    await story.did(coop_a, a_supplement())
    await noticed(story, date(2030, 5, 2))

    assert [NoticeEffect.PREMATURE] == await effects(story)

    await letter_proves_sent(story, version, on=date(2030, 3, 6), known_on=date(2030, 5, 3))

    assert [NoticeEffect.COUNTS] == await effects(story)


async def test_a_notice_counts_when_the_letter_of_an_adjourned_objection_proves_to_be_late(
    objection: Story, contested: Story
) -> None:
    """Adjourned on its last day, and posted a day after it. Awb 7:10(3)."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await objection.time_passes_until(DECIDE_BY)
    version = (await objection.did(objections1, ObjectionAdjourned(weeks=6, reasoning=WHY))).version
    day_after = DECIDE_BY + timedelta(days=1)
    await noticed(objection, day_after)

    assert [NoticeEffect.PREMATURE] == await effects(objection)

    await letter_proves_sent(objection, version, on=day_after, known_on=day_after)

    assert [NoticeEffect.COUNTS] == await effects(objection)
    assert DECIDE_BY == default.shown(await objection.case(), DUE)[0].decision_due_on


async def test_a_consent_from_before_the_last_day_makes_a_notice_one_that_came_too_early(
    story: Story,
) -> None:
    """Given on 26 April and found on 20 May: the term was not over, and nothing is owed. Awb 4:15(2)(a), 4:17(3)."""
    await reviewed(story)
    notice = await noticed(story, DAY_AFTER)
    await story.time_passes_until(date(2030, 5, 20))

    assert 13_800 == await owed(story, date(2030, 5, 20))

    found_on, given_on, agreed_to = date(2030, 5, 20), date(2030, 4, 26), date(2030, 5, 27)
    delayed = a_suspension(agreed_to, SuspensionGround.DELAY_BY_APPLICANT, asked_on=given_on)

    assert "NotNow" == await story.refused(caseworker1, delayed)

    await story.did(caseworker1, a_suspension(agreed_to, asked_on=given_on))

    assert [(notice, NoticeEffect.COUNTS), (notice, NoticeEffect.PREMATURE)] == await weighings(story)
    assert (0, []) == (await owed(story, found_on), await duties(story))

    await noticed(story, date(2030, 5, 30))

    assert date(2030, 5, 29) == terms.decision(await story.case()).due_on
    assert [NoticeEffect.PREMATURE, NoticeEffect.COUNTS] == await effects(story)


async def test_a_consent_from_after_the_last_day_takes_nothing_from_a_notice(story: Story) -> None:
    """The term was over by then. Awb 4:15(2)(a)."""
    await reviewed(story)
    await noticed(story, DAY_AFTER)
    await story.time_passes_until(date(2030, 5, 2))

    assert "NotNow" == await story.refused(caseworker1, a_suspension(date(2030, 5, 27), asked_on=DAY_AFTER))
    assert [NoticeEffect.COUNTS] == await effects(story)


async def test_of_two_notices_the_one_that_came_first_counts_whichever_was_registered_first(
    story: Story,
) -> None:
    """It came by post on 30 April, so the 42 days end earlier and each day of them costs more. Awb 4:17(2), (3)."""
    await reviewed(story)
    second = await noticed(story, date(2030, 5, 2))
    await story.time_passes_until(date(2030, 5, 3))
    came = NoticeOfDefaultReceived(received_on=date(2030, 4, 30))
    first = (await story.did(caseworker1, came)).version

    assert [NoticeEffect.REPEATED, NoticeEffect.COUNTS] == await effects(story)
    assert [
        (second, NoticeEffect.COUNTS),
        (first, NoticeEffect.COUNTS),
        (second, NoticeEffect.REPEATED),
    ] == await weighings(story)
    assert "registered later" in told((await story.case()).entries[-1], "en")
    assert (first,) == (await story.case()).open_defaults

    await story.time_passes_until(date(2030, 6, 3))
    await story.did(decider1, a_refusal())
    await story.went_out()

    assert 14 * 2300 + 5 * 3500 == await owed(story, date(2030, 6, 3))


async def test_a_notice_that_came_first_is_told_of_while_the_amount_is_determined(story: Story) -> None:
    """What was asked on the other one is asked no more, and it is asked once. Awb 4:18."""
    await reviewed(story)
    await noticed(story, date(2030, 5, 2))
    await story.time_passes_until(date(2030, 6, 3))
    await story.did(decider1, a_refusal())
    await story.went_out()

    assert ["penalty_determined"] == [kind for kind, _ in await duties(story)]

    came = NoticeOfDefaultReceived(received_on=date(2030, 4, 30))
    first = (await story.did(caseworker1, came)).version

    assert [first] == [task.about for task in (await story.case()).tasks]
    assert ["penalty_determined"] == [kind for kind, _ in await duties(story)]
