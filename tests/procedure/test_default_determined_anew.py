"""A notice of default that had come first, and is registered once the amount on a later one stands. Awb 4:17."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import (
    ContestedDecisionReplaced,
    NoPenalty,
    NoticeEffect,
    NoticeOfDefaultReceived,
    Outcome,
    PenaltyPaid,
)
from domain.case import Case, Status
from domain.matters import default
from tests.examples import a_refusal, caseworker1, decider1, decider2
from tests.letters.letters import letter_of, pages_of, pdf_of
from tests.procedure.late import DAY_AFTER, determined, duties, noticed
from tests.procedure.objected import an_objection_to, appeal_term_passes, decided
from tests.procedure.paths import reviewed
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

REFUSED = date(2030, 6, 3)
"""Seventeen days that cost money by a notice of 2 May, and nineteen by one of 30 April."""
BY_THE_SECOND, BY_THE_FIRST = 14 * 2300 + 3 * 3500, 14 * 2300 + 5 * 3500
CAME_FIRST = NoticeOfDefaultReceived(received_on=DAY_AFTER)


async def refused_late(story: Story) -> int:
    """After a notice of default of 2 May; its version."""
    await reviewed(story)
    second = await noticed(story, date(2030, 5, 2))
    await story.time_passes_until(REFUSED)
    await story.did(decider1, a_refusal())
    await story.went_out()
    return second


async def effects(story: Story) -> dict[int, NoticeEffect]:
    """What each notice of default does."""
    return {each.version: each.effect for each in default.shown(await story.case(), REFUSED)}


def owed(case: Case) -> int:
    """What is owed by all notices together, in euro cents."""
    return sum(each.owed_cents for each in default.shown(case, REFUSED))


def letter(case: Case, version: int) -> str:
    """The whole letter that tells of that act."""
    return " ".join(pages_of(pdf_of(letter_of(case.up_to(version)))))


async def test_the_amount_is_determined_anew_and_takes_the_place_of_what_was_paid(story: Story) -> None:
    """By anybody, since nobody said that the first decision was wrong; the two days more are still to be paid."""
    second = await refused_late(story)
    await story.did(decider1, determined(second, BY_THE_SECOND))
    await story.did(caseworker1, PenaltyPaid(about=second, paid_on=REFUSED))
    first = (await story.did(caseworker1, CAME_FIRST)).version

    assert {second: NoticeEffect.COUNTS, first: NoticeEffect.COUNTS} == await effects(story)
    assert ["penalty_determined"] == [kind for kind, _ in await duties(story)]
    assert BY_THE_FIRST - BY_THE_SECOND == owed(await story.case())

    anew = (await story.did(decider1, determined(first, BY_THE_FIRST))).version

    assert {second: NoticeEffect.REPEATED, first: NoticeEffect.COUNTS} == await effects(story)
    assert ["penalty_paid"] == [kind for kind, _ in await duties(story)]
    assert BY_THE_FIRST - BY_THE_SECOND == owed(await story.case())

    written = letter(await story.case(), anew)

    assert "in de plaats van ons besluit van 3 juni 2030" in written
    assert all(each in written for each in ("€ 497", "Al betaald € 427", "Still to be paid € 70"))

    await story.did(caseworker1, PenaltyPaid(about=first, paid_on=REFUSED))
    await story.day_passes(date(2030, 7, 30))

    assert Status.REFUSED == await story.ends_as()


async def test_what_was_determined_stays_to_be_paid_until_it_is_determined_anew(story: Story) -> None:
    """Then it is paid as a part of that."""
    second = await refused_late(story)
    await story.did(decider1, determined(second, BY_THE_SECOND))
    first = (await story.did(caseworker1, CAME_FIRST)).version

    assert ["penalty_paid", "penalty_determined"] == [kind for kind, _ in await duties(story)]
    assert BY_THE_FIRST == owed(await story.case())

    anew = (await story.did(decider2, determined(first, BY_THE_FIRST))).version

    assert "NotNow" == await story.refused(caseworker1, PenaltyPaid(about=second, paid_on=REFUSED))
    assert ["penalty_paid"] == [kind for kind, _ in await duties(story)]
    assert BY_THE_FIRST == owed(await story.case())
    assert "Al betaald" not in letter(await story.case(), anew)


async def test_where_no_more_is_owed_by_it_nothing_is_determined_anew(story: Story) -> None:
    """Both ran for 42 days."""
    await reviewed(story)
    second = await noticed(story, date(2030, 5, 2))
    await story.time_passes_until(date(2030, 7, 1))
    await story.did(decider1, determined(second, 144_200))
    first = (await story.did(caseworker1, CAME_FIRST)).version

    assert {second: NoticeEffect.COUNTS, first: NoticeEffect.REPEATED} == await effects(story)
    assert ["penalty_paid"] == [kind for kind, _ in await duties(story)]


async def test_a_ground_to_owe_nothing_is_held_against_the_notice_that_came_first_too(story: Story) -> None:
    """It may not have come unreasonably late itself. Awb 4:17(6)(a)."""
    second = await refused_late(story)
    await story.did(decider1, determined(second, 0, NoPenalty.UNREASONABLY_LATE))
    first = (await story.did(caseworker1, CAME_FIRST)).version

    assert (first,) == (await story.case()).open_defaults

    await story.did(decider1, determined(first, BY_THE_FIRST))

    assert BY_THE_FIRST == owed(await story.case())


async def test_an_objection_to_the_amount_is_about_what_took_its_place(story: Story) -> None:
    """And where it is upheld, that is determined again by another. Awb 6:19, 7:11(2)."""
    second = await refused_late(story)
    amount = (await story.did(decider1, determined(second, BY_THE_SECOND))).version
    objection = await an_objection_to(story, "to-the-amount", date(2030, 6, 4), version=amount)
    await story.hears("objection_lodged")
    first = (await story.did(caseworker1, CAME_FIRST)).version
    anew = (await story.did(decider1, determined(first, BY_THE_FIRST))).version
    await objection.hears("contested_decision_replaced")

    assert [anew] == [act.version for _, act in (await objection.case()).every(ContestedDecisionReplaced)]

    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert (first,) == (await story.case()).open_defaults
    assert ["penalty_determined"] == [kind for kind, _ in await duties(story)]
    assert "NotTheSame" == await story.refused(decider1, determined(first, BY_THE_FIRST))

    await story.did(decider2, determined(first, BY_THE_FIRST))
    await appeal_term_passes(objection)
    await objection.is_told_truly()


async def test_an_amount_that_is_overturned_meanwhile_is_determined_once(story: Story) -> None:
    """On the notice that came first, by another than whose amount was overturned. Awb 7:11, 10:3(3)."""
    second = await refused_late(story)
    amount = (await story.did(decider1, determined(second, BY_THE_SECOND))).version
    objection = await an_objection_to(story, "to-the-amount", date(2030, 6, 4), version=amount)
    await story.hears("objection_lodged")
    first = (await story.did(caseworker1, CAME_FIRST)).version
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert {second: NoticeEffect.REPEATED, first: NoticeEffect.COUNTS} == await effects(story)
    assert (first,) == (await story.case()).open_defaults
    assert ["penalty_determined"] == [kind for kind, _ in await duties(story)]

    assert "NotTheSame" == await story.refused(decider1, determined(first, BY_THE_FIRST))

    await story.did(decider2, determined(first, BY_THE_FIRST))
    await story.did(caseworker1, PenaltyPaid(about=first, paid_on=REFUSED))

    assert () == (await story.case()).open_defaults

    await appeal_term_passes(objection)
    await objection.is_told_truly()
