"""A decision to which somebody objects: what it does to the case of the decision. Awb 6:7, 7:11."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import replaced, terms
from domain.acts import (
    Act,
    Addressee,
    ApplicationSetAside,
    ApplicationWithdrawn,
    HearingDeclined,
    NoteAdded,
    ObjectionLodged,
    ObjectionTermLapsed,
    ObjectionWithdrawn,
    Outcome,
    ReviewReturned,
)
from domain.calendar import written
from domain.case import Status
from domain.errors import NotAcceptable
from domain.letters import called_for
from domain.objections import contested as contested_in
from domain.replaced import Standing
from tests.examples import (
    WHY,
    a_refusal,
    a_review,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    decider2,
    decider3,
    objections1,
)
from tests.objecting import a_decision, a_judgement, too_late
from tests.procedure.objected import HALF_A_YEAR, TERM_ENDS, WINDOW_ENDS, an_objection_to, decided
from tests.procedure.paths import lapsed
from tests.story import FIRST_DAY, Story
from tests.superseding import a_correction, a_reversal
from workflows.participation import ParticipationCase

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_refused_case_closes_when_nobody_can_object_in_time(contested: Story) -> None:
    """Six weeks and the week for the post; until then notes are taken in. Awb 6:7, 6:9."""
    await contested.time_passes_until(WINDOW_ENDS)
    await contested.did(caseworker1, NoteAdded(text="Called the cooperative."))

    assert Status.REFUSED == await contested.status()

    await contested.day_passes(WINDOW_ENDS)

    assert Status.REFUSED == await contested.ends_as()
    assert "objection_term_lapsed" == (await contested.kinds())[-1]


async def test_a_case_stays_open_as_long_as_an_objection_runs(contested: Story) -> None:
    """And closes once it is dealt with, when the term is over too."""
    objection = await an_objection_to(contested, "slow")
    await contested.hears("objection_lodged")
    await contested.time_passes_until(date(2030, 6, 3))

    assert not (await contested.case()).is_closed

    await objection.did(coop_a, ObjectionWithdrawn())

    assert Status.REFUSED == await contested.ends_as()
    assert ["objection_closed", "objection_term_lapsed"] == (await contested.kinds())[-2:]


async def test_an_upheld_objection_leads_to_a_new_decision(contested: Story) -> None:
    """By somebody else than who took the old one, and who reviewed it. Awb 7:11(2), 10:3(3)."""
    objection = await an_objection_to(contested, "upheld")
    await decided(objection, Outcome.UPHELD)
    await contested.hears("objection_upheld")

    assert Status.DECISION == await contested.status()
    assert date(2030, 5, 27) == (await contested.case()).tasks[0].due_on
    assert "NotTheSame" == await contested.refused(decider1, HALF_A_YEAR)

    await contested.did(decider2, HALF_A_YEAR)

    assert Status.PARTICIPATION == await contested.status()
    assert (await contested.case()).permission is not None


async def test_another_party_that_is_upheld_is_sent_the_new_decision_too(contested: Story) -> None:
    """As he was promised: his name comes with the news. Awb 3:41, 3:43, 7:11(2)."""
    shop: dict[str, Any] = {"objector": "another", "objector_name": "Fietsenmaker Van Dam"}
    objection = await an_objection_to(contested, "shop", by=caseworker1, **shop)
    await objection.did(objections1, a_judgement())
    await objection.did(objections1, HearingDeclined())
    await objection.did(decider2, a_decision(Outcome.UPHELD, no_hearing="declined"))
    await contested.hears("objection_upheld")
    await contested.did(decider2, HALF_A_YEAR)
    case = await contested.case()
    letter = called_for(case, case.entries[-1])

    assert letter is not None
    assert Addressee.OBJECTOR in letter.addressees
    assert "Fietsenmaker Van Dam" == letter.objector
    assert letter.appeal_until is not None


async def test_a_new_decision_may_be_reviewed_first_and_refused_again(contested: Story) -> None:
    """On better grounds; against that one goes to the court, and the case waits until nobody can. Awb 7:1, 8:1."""
    objection = await an_objection_to(contested, "partly")
    await decided(objection, Outcome.PARTLY_UPHELD)
    await contested.hears("objection_upheld")
    await contested.did(decider2, ReviewReturned(reason="Look at the market."))

    assert Status.REVIEW == await contested.status()

    await contested.did(caseworker2, a_review("refuse"))
    await contested.did(decider3, await refusal_of(contested))

    assert Status.REFUSED == await contested.status()
    assert (await contested.case()).overturned is None
    with pytest.raises(NotAcceptable, match="one goes to the court"):
        contested_in(await contested.case())

    await contested.went_out()

    assert {"appeal": TERM_ENDS} == {
        name: term.due_on for name, term in terms.of(await contested.case()).items()
    }

    await contested.day_passes(WINDOW_ENDS)

    assert Status.REFUSED == await contested.ends_as()
    assert ObjectionTermLapsed(for_the_court=True) == (await contested.case()).entries[-1].act


async def refusal_of(story: Story) -> Act:
    """The refusal that was given before."""
    return next(e.act for e in (await story.case()).entries if e.act.kind == "permission_refused")


async def test_an_applicant_withdraws_before_the_new_decision(contested: Story) -> None:
    """Then there is nothing left to decide."""
    objection = await an_objection_to(contested, "moot")
    await decided(objection, Outcome.UPHELD)
    await contested.hears("objection_upheld")
    await contested.did(coop_a, ApplicationWithdrawn())

    assert Status.WITHDRAWN == await contested.ends_as()


async def test_a_late_objection_that_is_excused_reopens_a_closed_case(
    contested: Story, policy_on_record: None
) -> None:
    """With all its acts, and from where it was. Awb 6:11."""
    await contested.day_passes(WINDOW_ENDS)
    await contested.ends_as()
    before = await contested.case()
    objection = await an_objection_to(contested, "late", on=date(2030, 5, 6))
    await contested.hears("objection_lodged")
    after = await contested.case()

    assert not after.is_closed
    assert before.entries == after.entries[:-1]
    assert before.weight < after.weight
    assert before.tasks_opened == after.tasks_opened

    await decided(objection, Outcome.UPHELD, too_late(excused=True))
    await contested.hears("objection_upheld")
    await contested.did(decider2, HALF_A_YEAR)

    assert Status.PARTICIPATION == await contested.status()


async def test_a_late_objection_that_is_not_upheld_lets_the_case_close_again(
    contested: Story, policy_on_record: None
) -> None:
    """At once, since its term is over."""
    await contested.day_passes(WINDOW_ENDS)
    await contested.ends_as()
    objection = await an_objection_to(contested, "in-vain", on=date(2030, 5, 6))
    await contested.hears("objection_lodged")
    await decided(objection, Outcome.UNFOUNDED, too_late(excused=True))
    await contested.hears("objection_closed")

    assert Status.REFUSED == await contested.ends_as()


async def test_an_upheld_objection_to_setting_aside_leads_to_a_review(story: Story) -> None:
    """It was never reviewed, so that comes first."""
    await lapsed(story)
    await story.did(decider1, ApplicationSetAside(reasoning=WHY))
    objection = await an_objection_to(story, "upheld", on=date(2030, 3, 20))
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_upheld")

    assert Status.REVIEW == await story.status()

    await story.did(caseworker1, a_review())

    assert Status.DECISION == await story.status()


async def test_two_objections_to_one_decision_are_two_cases(contested: Story) -> None:
    """One is upheld, and the other too while the decision is being taken again: it is taken once."""
    first = await an_objection_to(contested, "resident")
    second = await an_objection_to(contested, "cooperative", objector="cooperative")
    await contested.hears("objection_lodged", times=2)
    await decided(first, Outcome.UPHELD)
    await contested.hears("objection_upheld")
    await decided(second, Outcome.UPHELD)
    await contested.hears("objection_upheld", times=2)

    assert 1 == len((await contested.case()).tasks)
    assert Status.DECISION == await contested.status()

    await contested.did(decider2, HALF_A_YEAR)

    assert Status.PARTICIPATION == await contested.status()


async def test_whoever_corrects_the_decision_meanwhile_has_no_part_in_the_objection(contested: Story) -> None:
    """The objection is told, and is about the decision as it reads now. Awb 6:19, 7:5, 10:3(3)."""
    objection = await an_objection_to(contested, "corrected")
    await contested.hears("objection_lodged")
    await objection.did(objections1, a_judgement())
    await objection.did(coop_a, HearingDeclined())
    version = (await objection.case()).objection.decision.version
    await contested.did(decider3, a_correction(version, a_refusal("unfair_competition")))
    await objection.hears("contested_decision_replaced")
    decision = a_decision(Outcome.UNFOUNDED, no_hearing="declined")

    assert "NotTheSame" == await objection.refused(decider3, decision)

    await objection.did(decider2, decision)

    assert Status.OBJECTION_DECIDED == await objection.status()


async def test_whoever_decides_anew_has_no_part_in_an_objection_that_still_runs(contested: Story) -> None:
    """It is about his decision too now. Awb 6:19, 7:5, 10:3(3)."""
    slow = await an_objection_to(contested, "slow")
    await contested.hears("objection_lodged")
    await slow.did(objections1, a_judgement())
    await slow.did(coop_a, HearingDeclined())
    await contested.did(decider2, a_reversal(4, date(2030, 4, 29)))
    await contested.did(decider2, HALF_A_YEAR)
    await slow.hears("contested_decision_replaced")

    assert "NotTheSame" == await slow.refused(decider2, a_decision(Outcome.UNFOUNDED, no_hearing="declined"))


async def test_news_that_comes_twice_is_one_act(contested: Story) -> None:
    """Whoever brings it does not know whether it arrived."""
    news = ObjectionLodged(objection="MD-7Q2K-9F3M-X4H6", version=4, received_on=FIRST_DAY)
    for _ in range(3):
        await contested.handle.signal(ParticipationCase.take_news, news)
    await contested.hears("objection_lodged")
    await contested.did(caseworker1, NoteAdded(text="Seen."))

    assert 1 == (await contested.kinds()).count("objection_lodged")


async def test_an_objection_to_what_was_taken_again_is_decided_on_as_one_to_the_new_decision(
    contested: Story,
) -> None:
    """Its letter names that one: what it was against at first counts no more. Awb 6:19."""
    slow = await an_objection_to(contested, "slow")
    await contested.hears("objection_lodged")
    await contested.did(decider2, a_reversal(4, date(2030, 4, 29)))
    await slow.hears("contested_decision_replaced")

    assert replaced.standing(await slow.case()).is_reversed

    await contested.time_passes_until(date(2030, 3, 20))
    await contested.did(decider3, HALF_A_YEAR)
    await slow.hears("contested_decision_replaced", times=2)
    await slow.did(coop_a, ObjectionWithdrawn())
    case = await slow.case()
    letter = called_for(case, case.entries[-1])

    assert Standing("permission_granted", date(2030, 3, 20), is_new=True) == replaced.standing(case)
    assert letter is not None
    assert written(date(2030, 3, 20)) == letter.said["stands_on"]
