"""A permission while it is decided on again: it holds until its last day, and what is asked waits. Awb 7:11(2)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import AdjustmentDropped, ApplicationWithdrawn, Outcome, RenewalWithdrawn, SuspensionGround
from domain.case import Status
from tests.examples import (
    a_grant,
    a_refusal,
    a_suspension,
    an_ending,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    decider2,
    decider3,
)
from tests.permitting import (
    a_renewal_asked,
    a_suspended_permission,
    an_adjustment_asked,
    an_advice_to_renew,
)
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import STARTS, granted
from tests.story import Story
from tests.superseding import a_reversal

pytestmark = pytest.mark.asyncio(loop_scope="session")

MAY_1, LAST_DAY, DAY_AFTER, LONGER = (
    date(2030, 5, 1),
    date(2030, 6, 30),
    date(2030, 7, 1),
    date(2031, 3, 31),
)
DECIDING = ("permission_granted", "permission_refused", "review_returned", "view_invited")


async def decided_on_again(story: Story) -> None:
    """An objection to a permission of three months was upheld, and the new decision is awaited."""
    await granted(story, until=LAST_DAY)
    objection = await an_objection_to(story, "upheld")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_upheld")


async def tasks_of(story: Story) -> list[tuple[str, ...]]:
    """What the case waits for."""
    return [task.accepts for task in (await story.case()).tasks]


async def test_a_permission_that_is_decided_on_again_ends_on_its_last_day(story: Story) -> None:
    """It is told, nobody takes part any more, and whoever holds the task to decide goes on with it."""
    await decided_on_again(story)
    await story.time_passes_until(LAST_DAY)
    before = await story.case()

    assert before.is_participating
    assert LAST_DAY == terms.of(before)["expiry"].due_on

    await story.day_passes(LAST_DAY)
    await story.hears("permission_expired")
    after = await story.case()

    assert Status.DECISION == after.status
    assert not after.is_participating
    assert before.tasks == after.tasks
    assert "NotNow" == await story.refused(coop_a, an_ending(LAST_DAY))
    assert "NotNow" == await story.refused(decider1, a_suspended_permission(DAY_AFTER, LONGER))
    assert "NotNow" == await story.refused(coop_a, a_renewal_asked(LONGER))


async def test_a_permission_that_ended_meanwhile_is_granted_anew_from_a_day_ahead(story: Story) -> None:
    """Nothing is taken away by a later first day: there was nothing left to take."""
    await decided_on_again(story)
    await story.day_passes(LAST_DAY)
    await story.hears("permission_expired")
    await story.did(decider2, a_grant(date(2030, 7, 8), date(2030, 12, 31), view_waived="heard_before"))
    case = await story.case()

    assert Status.PARTICIPATION == case.status
    assert case.is_participating
    assert case.permission is not None
    assert date(2030, 7, 8) == case.permission.valid_from

    await story.day_passes(date(2030, 12, 31))

    assert Status.EXPIRED == await story.ends_as()
    assert 2 == (await story.kinds()).count("permission_expired")


async def test_a_permission_that_ended_meanwhile_is_refused(story: Story) -> None:
    """And the case rests until nobody can go to the court."""
    await decided_on_again(story)
    await story.day_passes(LAST_DAY)
    await story.hears("permission_expired")
    await story.did(decider3, a_refusal())

    assert Status.REFUSED == await story.status()


async def test_a_permission_that_is_refused_after_all_holds_until_the_letter_went_out(story: Story) -> None:
    """Nothing is taken away before that is told. Awb 3:40, 3:41."""
    await granted(story, until=LAST_DAY)
    given = (await story.case()).version
    await story.time_passes_until(MAY_1)
    await story.did(decider2, a_reversal(given, date(2030, 6, 3)))
    await story.did(decider3, a_refusal())
    await story.time_passes_until(date(2030, 5, 3))
    await story.went_out()
    permission = (await story.case()).permission

    assert Status.REFUSED == await story.status()
    assert permission is not None
    assert date(2030, 5, 3) == permission.valid_until


async def test_nobody_loses_a_permission_by_his_own_objection(story: Story) -> None:
    """As long as he has it: it is granted again. Awb 7:11."""
    await decided_on_again(story)

    assert "NotAcceptable" == await story.refused(decider3, a_refusal())


async def test_who_took_part_until_the_last_day_takes_the_application_back(story: Story) -> None:
    """As long as he may take part he ends that instead."""
    await decided_on_again(story)

    assert "NotNow" == await story.refused(coop_a, ApplicationWithdrawn())

    await story.day_passes(LAST_DAY)
    await story.hears("permission_expired")
    await story.did(coop_a, ApplicationWithdrawn())

    assert Status.WITHDRAWN == await story.ends_as()


async def test_what_is_asked_meanwhile_is_decided_on_after_the_new_decision(story: Story) -> None:
    """In the term that began with the request. Awb 4:13."""
    await decided_on_again(story)
    await story.time_passes_until(MAY_1)
    await story.did(coop_a, a_renewal_asked(LONGER))
    await story.did(coop_a, an_adjustment_asked(20))
    due = {"renewal": date(2030, 6, 26), "adjustment": date(2030, 6, 26)}
    meanwhile = terms.of(await story.case())

    assert due == {name: meanwhile[name].due_on for name in due}
    assert [DECIDING] == await tasks_of(story)
    assert "NotNow" == await story.refused(caseworker1, an_advice_to_renew())

    await story.did(decider2, a_grant(STARTS, LAST_DAY, view_waived="heard_before"))

    assert {("renewal_advised", date(2030, 6, 26)), ("conditions_adjusted", date(2030, 6, 26))} == {
        (task.accepts[0], task.due_on) for task in (await story.case()).tasks
    }

    await story.did(caseworker2, an_advice_to_renew())

    assert "permission_renewed" in {task.accepts[0] for task in (await story.case()).tasks}


async def test_what_is_asked_meanwhile_is_taken_back_or_put_off(story: Story) -> None:
    """Each by who asked, or with his consent; then the new decision leaves nothing to decide. Awb 4:15(2)."""
    await decided_on_again(story)
    await story.time_passes_until(MAY_1)
    renewal = (await story.did(coop_a, a_renewal_asked(LONGER))).version
    adjustment = (await story.did(coop_a, an_adjustment_asked(20))).version
    consent = a_suspension(date(2030, 5, 15), SuspensionGround.CONSENT, request=renewal)
    await story.did(caseworker1, consent)

    assert date(2030, 7, 9) == terms.of(await story.case())["renewal"].due_on

    await story.did(coop_a, RenewalWithdrawn())
    await story.did(coop_a, AdjustmentDropped(about=adjustment))

    assert "NotNow" == await story.refused(coop_a, RenewalWithdrawn())

    await story.did(decider2, a_grant(STARTS, LAST_DAY, view_waived="heard_before"))

    assert [] == await tasks_of(story)


async def test_a_request_outlives_the_last_day_of_a_permission_that_is_decided_on_again(story: Story) -> None:
    """It can still be taken back then; a new permission that lasts as long answers it."""
    await decided_on_again(story)
    await story.time_passes_until(MAY_1)
    await story.did(coop_a, a_renewal_asked(date(2030, 9, 30)))
    await story.day_passes(LAST_DAY)
    await story.hears("permission_expired")

    assert "renewal_withdrawn" in await story.takes_in()

    await story.did(decider2, a_grant(date(2030, 7, 8), date(2030, 9, 30), view_waived="heard_before"))

    assert [] == await tasks_of(story)
