"""Whoever has a personal interest has no part in the case, nor in objections to its decisions. Awb 2:4."""

from __future__ import annotations

import pytest

from domain.acts import (
    Hearer,
    HearingHeld,
    InterestDeclared,
    InterestWithdrawn,
    NoteAdded,
    ShortNotice,
    TaskAssigned,
    TaskClaimed,
)
from domain.case import Status
from tests.examples import (
    WHY,
    a_refusal,
    a_review,
    caseworker1,
    caseworker2,
    coordinator1,
    decider1,
    decider2,
    objections1,
)
from tests.objecting import a_judgement, objections2
from tests.procedure.objected import an_objection_to, lodged
from tests.procedure.paths import complete
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

TO_HIM = TaskAssigned(assignee="caseworker1", assignee_name="Caseworker1")
OF_THE_OFFICER = InterestDeclared(person="objections1", person_name="Objections1", reason=WHY)


async def test_who_declares_a_personal_interest_has_no_part_in_the_case_any_more(story: Story) -> None:
    """What he had claimed goes back to the group, and another does it."""
    await complete(story)
    task = (await story.case()).tasks[0].id
    await story.did(caseworker1, TaskClaimed(), task)
    await story.did(caseworker1, InterestDeclared(reason="She is my sister."))

    assert (await story.case()).tasks[0].assignee is None
    assert "NotTheSame" == await story.refused(caseworker1, TaskClaimed(), task)
    assert "NotTheSame" == await story.refused(caseworker1, NoteAdded(text="Called."))
    assert "NotAcceptable" == await story.refused(coordinator1, TO_HIM, task)

    await story.did(caseworker2, a_review(), task)
    await story.did(decider1, a_refusal())

    assert Status.REFUSED == await story.status()


async def test_an_interest_that_was_declared_before_keeps_somebody_out_of_the_objection(
    objection: Story, contested: Story
) -> None:
    """And one that is declared while it runs, which a coordinator may do for him."""
    await contested.did(coordinator1, OF_THE_OFFICER)
    await lodged(objection, contested)
    await objection.hears("interest_declared")

    assert "NotTheSame" == await objection.refused(objections1, a_judgement())

    await contested.did(decider1, InterestDeclared(reason="He is my neighbour."))
    await objection.hears("interest_declared", times=2)
    await objection.did(objections2, a_judgement())

    assert Status.HEARING == await objection.status()
    assert "NotTheSame" == await objection.refused(decider1, NoteAdded(text="x"))


async def test_an_interest_that_is_declared_in_an_objection_keeps_somebody_out_of_the_case_of_the_decision(
    objection: Story, contested: Story
) -> None:
    """And of another objection to it, until a coordinator withdraws what was declared in error. Awb 2:4(2)."""
    another = await an_objection_to(contested, "another")
    await lodged(objection, contested)
    await contested.hears("objection_lodged", times=2)
    declared = await objection.did(coordinator1, OF_THE_OFFICER)
    for story in (contested, another):
        await story.hears("interest_declared")

        assert "NotTheSame" == await story.refused(objections1, NoteAdded(text="x"))

    error = InterestWithdrawn(
        declaration=f"{objection.number}.{declared.version}", reason="It is a namesake."
    )

    assert "NotPermitted" == await another.refused(decider2, error)
    assert "NotAcceptable" == await another.refused(
        coordinator1, error.model_copy(update={"declaration": f"{objection.number}.99"})
    )

    await another.did(coordinator1, error)
    for story in (contested, objection):
        await story.hears("interest_withdrawn")
    await objection.did(objections1, a_judgement())
    await contested.did(objections1, NoteAdded(text="x"))

    assert Status.HEARING == await objection.status()
    for story in (contested, objection, another):
        assert 1 == (await story.kinds()).count("interest_declared")
        assert 1 == (await story.kinds()).count("interest_withdrawn")


async def test_who_has_a_personal_interest_does_not_hear(objection: Story, contested: Story) -> None:
    """Also where another writes down who heard. Awb 2:4(2), 7:5."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await objection.did(coordinator1, InterestDeclared(person="decider4", person_name="Decider4", reason=WHY))
    today = await objection.today()
    heard = HearingHeld(
        held_on=today,
        at_short_notice=ShortNotice.AGREED,
        staff=(Hearer(id="decider4", name="Decider4"),),
        report=WHY,
    )

    assert "NotAcceptable" == await objection.refused(objections1, heard)

    await objection.did(
        objections1, heard.model_copy(update={"staff": (Hearer(id="decider2", name="Decider2"),)})
    )

    assert Status.OBJECTION_DECISION == await objection.status()
