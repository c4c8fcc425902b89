"""What moves the decision term. Awb 4:14, 4:15."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import (
    DecisionAdjourned,
    NoticeEffect,
    NoticeOfDefaultReceived,
    SuspensionEnded,
    SuspensionGround,
)
from domain.letters import called_for
from domain.matters import default
from domain.terms import decision
from tests.examples import (
    WHY,
    a_check,
    a_policy,
    a_supplement,
    a_suspension,
    caseworker1,
    coop_a,
    decider1,
    decider2,
)
from tests.letters.letters import letter_of, pages_of, pdf_of
from tests.procedure.paths import asked, complete, reviewed
from tests.story import Stage, Story
from tests.superseding import a_sending

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def due(story: Story) -> date | None:
    """The day by which the decision is due."""
    return (await story.case()).tasks[0].due_on


async def test_a_consent_to_wait_moves_the_decision(story: Story) -> None:
    """From 4 to 25 March: twenty days, and 19 May is a Sunday's Monday after them."""
    await reviewed(story)

    assert date(2030, 4, 29) == await due(story)

    await story.did(caseworker1, a_suspension(date(2030, 3, 25)))

    assert date(2030, 5, 20) == await due(story)


async def test_a_suspension_that_is_ended_sooner_gives_its_days_back(story: Story) -> None:
    """Four days between 4 and 9 March are left of it."""
    await reviewed(story)
    await story.did(caseworker1, a_suspension(date(2030, 3, 25), SuspensionGround.INFORMATION_FROM_ABROAD))
    await story.time_passes_until(date(2030, 3, 9))
    await story.did(caseworker1, SuspensionEnded(reason="The answer came."))

    assert date(2030, 5, 3) == await due(story)
    assert "NotNow" == await story.refused(caseworker1, SuspensionEnded(reason=WHY))


async def test_who_ends_one_of_two_suspensions_says_which(story: Story) -> None:
    """The other one goes on."""
    await reviewed(story)
    await story.did(caseworker1, a_suspension(date(2030, 3, 12)))
    await story.did(caseworker1, a_suspension(date(2030, 3, 20), SuspensionGround.FORCE_MAJEURE))
    await story.time_passes_until(date(2030, 3, 7))

    assert "NotAcceptable" == await story.refused(caseworker1, SuspensionEnded(reason=WHY))

    await story.did(caseworker1, SuspensionEnded(suspension=5, reason="The storm is over."))
    suspended = terms.suspensions(await story.case())

    assert [date(2030, 3, 12), date(2030, 3, 7)] == [each.ended_on for each in suspended]


async def test_the_applicant_is_told_when_the_term_runs_again_by_itself(story: Story) -> None:
    """On the day that was named, with the new last day; not of a suspension that was ended before. Awb 4:15(4)."""
    await reviewed(story)
    await story.did(caseworker1, a_suspension(date(2030, 3, 12)))
    await story.did(caseworker1, a_suspension(date(2030, 3, 20), SuspensionGround.FORCE_MAJEURE))
    await story.time_passes_until(date(2030, 3, 7))
    await story.did(caseworker1, SuspensionEnded(suspension=5, reason="The storm is over."))
    due_on = decision(await story.case()).due_on
    await story.time_passes_until(date(2030, 3, 11))

    assert "suspension_lapsed" not in await story.kinds()

    await story.time_passes_until(date(2030, 3, 21))

    assert "suspension_lapsed" == (await story.kinds())[-1]
    assert 1 == (await story.kinds()).count("suspension_lapsed")
    assert date(2030, 3, 12) == (await story.case()).entries[-1].on
    assert due_on == decision(await story.case()).due_on


async def test_a_consent_that_was_over_before_it_was_found_moves_the_term_all_the_same(story: Story) -> None:
    """Given on 11 March until the 25th, found on 8 April: 13 days, and one letter about that. Awb 4:15(2)(a)."""
    await reviewed(story)
    given_on, agreed_to = date(2030, 3, 11), date(2030, 3, 25)
    await story.time_passes_until(date(2030, 4, 8))

    assert "NotAcceptable" == await story.refused(caseworker1, a_suspension(given_on, asked_on=given_on))
    assert "NotAcceptable" == await story.refused(
        caseworker1, a_suspension(agreed_to, SuspensionGround.FORCE_MAJEURE, asked_on=given_on)
    )

    await story.did(caseworker1, a_suspension(agreed_to, asked_on=given_on))
    await story.hears("suspension_lapsed")
    case = await story.case()

    assert date(2030, 5, 13) == await due(story)
    assert [None, "De tijd om te beslissen loopt weer"] == [
        letter and letter.title.nl for letter in (called_for(case, entry) for entry in case.entries[-2:])
    ]
    assert "De dag waarop die weer loopt, is 25 maart 2030." in pages_of(pdf_of(letter_of(case)))[0]


async def test_while_another_suspension_lasts_no_letter_says_that_the_term_runs(story: Story) -> None:
    """Information from abroad until 1 May, and consent until 5 April. Awb 4:15(3), (4)."""
    await reviewed(story)
    await story.time_passes_until(date(2030, 3, 11))
    await story.did(caseworker1, a_suspension(date(2030, 5, 1), SuspensionGround.INFORMATION_FROM_ABROAD))
    await story.time_passes_until(date(2030, 3, 20))
    await story.did(caseworker1, a_suspension(date(2030, 4, 5)))
    await story.day_passes(date(2030, 4, 5))
    case = await story.case()

    assert "suspension_lapsed" == case.entries[-1].act.kind
    assert "De tijd om te beslissen staat nog stil" == letter_of(case).title.nl
    assert "Op 1 mei 2030 gaat de tijd weer lopen" in pages_of(pdf_of(letter_of(case)))[0]


async def test_nor_while_a_supplement_is_awaited(story: Story) -> None:
    """Force majeure of a week within the two weeks for what is missing. Awb 4:15(1)(a), 4:15(4)."""
    await story.applied(coop_a, asked())
    await story.time_passes_until(date(2030, 3, 6))
    await story.did(caseworker1, a_check("mandate"))
    await story.time_passes_until(date(2030, 3, 7))
    await story.did(caseworker1, a_suspension(date(2030, 3, 14), SuspensionGround.FORCE_MAJEURE))
    await story.day_passes(date(2030, 3, 14))
    case = await story.case()

    assert "suspension_lapsed" == case.entries[-1].act.kind
    assert "Op 20 maart 2030 gaat de tijd weer lopen" in pages_of(pdf_of(letter_of(case)))[0]


async def test_two_suspensions_at_once_count_once(story: Story) -> None:
    """While a supplement is awaited, a consent adds only its own days."""
    await complete(story)
    await story.did(caseworker1, a_suspension(date(2030, 3, 12)))
    await story.did(caseworker1, a_suspension(date(2030, 3, 14), SuspensionGround.FORCE_MAJEURE))
    open_task = (await story.case()).tasks[0]

    assert date(2030, 3, 25) == open_task.due_on

    assert date(2030, 5, 8) == decision(await story.case()).due_on


async def test_a_decision_is_adjourned_in_time(story: Story) -> None:
    """To the day that was told, a working day, since it does not roll; later than that it is too late."""
    await reviewed(story)
    adjourned = DecisionAdjourned(until=date(2030, 5, 13), reasoning="The adviser is ill.")

    assert "NotAcceptable" == await story.refused(
        decider1, adjourned.model_copy(update={"until": date(2030, 4, 29)})
    )

    await story.did(decider2, adjourned)

    assert date(2030, 5, 13) == await due(story)
    assert "NotNow" == await story.refused(
        decider1, adjourned.model_copy(update={"until": date(2030, 5, 20)})
    )

    await story.day_passes(date(2030, 5, 13))

    assert "NotNow" == await story.refused(
        decider1, adjourned.model_copy(update={"until": date(2030, 6, 12)})
    )


async def test_a_new_date_reckons_with_what_stands_still_already(story: Story) -> None:
    """On the same day, also when that ends sooner; what is suspended later moves it. Awb 4:14(3)."""
    new_date = date(2030, 6, 14)
    await reviewed(story)
    await story.did(caseworker1, a_suspension(date(2030, 3, 29)))

    assert date(2030, 5, 23) == await due(story)

    await story.did(caseworker1, DecisionAdjourned(until=new_date, reasoning=WHY))
    adjourned = (await story.case()).version

    assert new_date == await due(story)

    await story.time_passes_until(date(2030, 3, 20))
    await story.did(caseworker1, SuspensionEnded(reason=WHY))

    assert new_date == await due(story)

    await story.time_passes_until(date(2030, 3, 22))
    await story.did(caseworker1, a_suspension(date(2030, 3, 29)))

    assert date(2030, 6, 20) == await due(story)

    await story.time_passes_until(date(2030, 3, 25))
    await story.handle.signal("take_news", a_sending(adjourned, date(2030, 3, 25)))
    await story.hears("letter_sent")

    assert date(2030, 6, 20) == await due(story)


async def test_a_term_stands_still_while_the_application_is_incomplete(story: Story) -> None:
    """The supplement and a suspension together."""
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check("mandate"))
    await story.did(caseworker1, a_suspension(date(2030, 3, 25)))
    await story.time_passes_until(date(2030, 3, 8))
    await story.did(coop_a, a_supplement())
    await story.did(caseworker1, a_check())

    assert date(2030, 5, 20) == decision(await story.case()).due_on


async def test_a_term_of_the_municipalitys_own_regulation_is_not_moved_by_telling_another_day(
    stage: Stage,
) -> None:
    """Six weeks, so until 15 April; told on the 10th that it will be 29 May. Awb 4:13(1), 4:14(1), 4:17."""
    story = stage.story("a-regulation-sets-the-term", policy=a_policy(periods={"decision_weeks": 6}))
    await story.starts()
    await reviewed(story)
    await story.time_passes_until(date(2030, 4, 10))
    await story.did(caseworker1, DecisionAdjourned(until=date(2030, 5, 29), reasoning="Busy."))
    await story.time_passes_until(date(2030, 4, 16))
    await story.did(coop_a, NoticeOfDefaultReceived())
    (notice,) = default.shown(await story.case(), date(2030, 4, 16))
    await story.is_told_truly()

    assert (NoticeEffect.COUNTS, date(2030, 4, 15)) == (notice.effect, notice.decision_due_on)


async def test_an_adjournment_that_was_posted_too_late_is_of_no_use(story: Story) -> None:
    """The old date holds again, also of the open task: it moves by the act that tells of the sending. Awb 4:14(3)."""
    await reviewed(story)
    await story.time_passes_until(date(2030, 4, 26))
    await story.did(decider2, DecisionAdjourned(until=date(2030, 5, 13), reasoning="The adviser is ill."))
    version = (await story.case()).version

    assert date(2030, 5, 13) == await due(story)

    await story.time_passes_until(date(2030, 5, 2))
    await story.handle.signal("take_news", a_sending(version, date(2030, 4, 30)))
    await story.hears("letter_sent")

    assert date(2030, 4, 29) == await due(story)
    assert "too late" in terms.decision(await story.case()).steps[-1].reason.en


async def test_a_request_for_items_that_was_posted_later_stops_the_term_later(story: Story) -> None:
    """Of the four days until the items came two are left. Awb 4:15(1)(a)."""
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check("mandate"))
    asked_in = (await story.case()).version
    await story.time_passes_until(date(2030, 3, 9))
    await story.did(coop_a, a_supplement())
    before = decision(await story.case()).due_on
    await story.handle.signal("take_news", a_sending(asked_in, date(2030, 3, 6)))
    await story.hears("letter_sent")

    assert (date(2030, 5, 3), date(2030, 5, 1)) == (before, decision(await story.case()).due_on)
