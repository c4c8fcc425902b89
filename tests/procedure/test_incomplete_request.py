"""What is missing of a request to renew or to adjust is asked for, or it is not dealt with. Awb 4:5, 4:15(1)(a)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import (
    AdjustmentDropped,
    ApplicationTakenUp,
    Outcome,
    RenewalWithdrawn,
    RequestSetAside,
    SupplementRequested,
)
from domain.case import Status
from domain.people import Role
from tests.examples import (
    WHY,
    a_check,
    a_person,
    a_proposal,
    a_supplement,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    decider3,
)
from tests.permitting import (
    a_proposed_revocation,
    a_renewal,
    a_renewal_asked,
    a_revocation,
    an_adjustment,
    an_adjustment_asked,
    an_advice_to_renew,
)
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import granted
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

ASKED_ON, UNTIL, LAST_TO_SET_ASIDE = date(2030, 5, 1), date(2030, 5, 15), date(2030, 6, 12)
DUE, LONGER, MAY_8 = date(2030, 6, 26), date(2031, 12, 31), date(2030, 5, 8)
SET_ASIDE = "request_set_aside"


async def tasks_of(story: Story) -> list[tuple[str, date | None]]:
    """What the case waits for first, and by when."""
    return [(task.accepts[0], task.due_on) for task in (await story.case()).tasks]


async def a_request(story: Story, *missing: str) -> int:
    """To renew, on 1 May; then the caseworker names what is missing."""
    await granted(story)
    await story.went_out()
    await story.time_passes_until(ASKED_ON)
    request = (await story.did(coop_a, a_renewal_asked(LONGER))).version
    assert DUE == terms.of(await story.case())["renewal"].due_on
    if missing:
        await story.did(caseworker2, a_check(*missing))
    return request


async def not_supplied(story: Story, *missing: str) -> int:
    """What was asked for does not come."""
    request = await a_request(story, *(missing or ("plan",)))
    await story.day_passes(UNTIL)
    return request


async def test_what_is_missing_of_a_request_to_renew_is_asked_for_and_its_term_stands_still(
    story: Story,
) -> None:
    """The participation goes on meanwhile; each act says which request it is about."""
    request = await a_request(story, "plan", "mandate")
    case = await story.case()
    asked = case.last_in(request, SupplementRequested)

    assert asked is not None
    assert (("plan", "mandate"), UNTIL) == (asked[1].missing, asked[1].until)
    assert [("supplement_received", UNTIL)] == await tasks_of(story)
    assert Status.PARTICIPATION == case.status
    assert UNTIL == terms.of(case)["supplement"].due_on
    assert 13 == (terms.of(case)["renewal"].due_on - DUE).days

    await story.time_passes_until(date(2030, 5, 13))

    assert "supplement_reminded" == (await story.kinds())[-1]

    await story.did(coop_a, a_supplement("plan", "mandate"))

    assert [("completeness_checked", date(2030, 5, 20))] == await tasks_of(story)

    await story.did(caseworker2, a_check())

    assert [("renewal_advised", date(2030, 7, 8))] == await tasks_of(story)

    await story.did(caseworker2, an_advice_to_renew())
    await story.did(decider1, a_renewal(LONGER))

    assert [] == await tasks_of(story)
    await story.is_told_truly()


async def test_what_does_not_suffice_is_asked_again_or_proposed_to_set_aside(story: Story) -> None:
    """Only what was asked for of this request can be held against it."""
    request = await a_request(story, "plan")
    await story.time_passes_until(MAY_8)
    await story.did(coop_a, a_supplement("plan"))

    assert "NotAcceptable" == await story.refused(caseworker2, a_proposal("mandate"))

    await story.did(caseworker2, a_check("mandate"))

    assert [("supplement_received", date(2030, 5, 22))] == await tasks_of(story)

    await story.did(coop_a, a_supplement("mandate"))
    await story.did(caseworker2, a_proposal("mandate"))

    assert [(SET_ASIDE, date(2030, 6, 5))] == await tasks_of(story)
    assert "NotNow" == await story.refused(decider1, RequestSetAside(about=request, reasoning=WHY))


async def test_a_request_is_set_aside_by_another_within_four_weeks(story: Story) -> None:
    """The permission stays as it is until its last day, and more can be asked anew. Awb 4:5(4)."""
    request = await not_supplied(story)

    assert [(SET_ASIDE, LAST_TO_SET_ASIDE)] == await tasks_of(story)
    assert LAST_TO_SET_ASIDE == terms.of(await story.case())["set_aside"].due_on
    assert "NotPermitted" == await story.refused(caseworker1, RequestSetAside(about=request, reasoning=WHY))
    assert "NotNow" == await story.refused(decider1, a_renewal(LONGER))

    await story.did(decider1, RequestSetAside(about=request, reasoning=WHY))
    case = await story.case()

    assert (Status.PARTICIPATION, ()) == (case.status, case.tasks)
    assert "renewal" not in terms.of(case)

    await story.did(coop_a, a_renewal_asked(LONGER))

    assert ["renewal_advised"] == [kind for kind, _ in await tasks_of(story)]


async def test_who_named_what_is_missing_does_not_set_the_request_aside(story: Story) -> None:
    both = a_person("decider1", Role.DECIDER, Role.CASEWORKER)
    request = await a_request(story)
    await story.did(both, a_check("plan"))
    await story.day_passes(UNTIL)

    assert "NotTheSame" == await story.refused(both, RequestSetAside(about=request, reasoning=WHY))


async def test_a_request_that_was_not_set_aside_in_time_is_decided_on(story: Story) -> None:
    """What it is dealt with without is not asked for again. Awb 4:5(4)."""
    await not_supplied(story)
    await story.day_passes(LAST_TO_SET_ASIDE)

    assert "set_aside_lapsed" == (await story.kinds())[-1]
    assert ["renewal_advised"] == [kind for kind, _ in await tasks_of(story)]
    assert "NotAcceptable" == await story.refused(caseworker2, a_check())
    assert "NotAcceptable" == await story.refused(caseworker2, a_check("plan"))

    await story.did(caseworker2, an_advice_to_renew())
    await story.did(caseworker2, a_check("mandate"))

    assert ["supplement_received"] == [kind for kind, _ in await tasks_of(story)]


async def test_a_request_may_be_taken_up_though_something_is_missing(story: Story) -> None:
    await not_supplied(story)
    await story.did(decider1, ApplicationTakenUp(reasoning=WHY))

    assert ["renewal_advised"] == [kind for kind, _ in await tasks_of(story)]


async def test_what_came_in_time_is_looked_at_though_it_is_registered_later(story: Story) -> None:
    """What came late moves nothing. Awb 4:5(1)."""
    await not_supplied(story)
    await story.time_passes_until(date(2030, 5, 20))
    await story.did(coop_a, a_supplement("plan"))

    assert [(SET_ASIDE, LAST_TO_SET_ASIDE)] == await tasks_of(story)

    await story.did(caseworker1, a_supplement("plan", received_on=UNTIL))

    assert "check_reopened" == (await story.kinds())[-1]
    assert ["completeness_checked"] == [kind for kind, _ in await tasks_of(story)]


async def test_of_two_requests_it_is_said_which_one_is_meant(story: Story) -> None:
    """The other one goes on."""
    renewal = await a_request(story, "plan")
    adjustment = (await story.did(coop_a, an_adjustment_asked(16, "By day"))).version
    await story.did(caseworker2, a_check("mandate"))

    assert "NotNow" == await story.refused(coop_a, a_supplement("plan"))

    of = {task.about: task.id for task in (await story.case()).tasks}
    await story.did(coop_a, a_supplement("mandate"), of[adjustment])
    await story.did(caseworker2, a_check())
    await story.did(caseworker2, an_adjustment(adjustment, 16, "By day"))

    assert [("supplement_received", UNTIL)] == await tasks_of(story)
    assert renewal == (await story.case()).tasks[0].about


async def test_a_request_to_adjust_is_set_aside(story: Story) -> None:
    """And only that one; what the municipality proposes itself lacks nothing."""
    await granted(story)
    await story.time_passes_until(ASKED_ON)
    first = (await story.did(coop_a, an_adjustment_asked(20))).version
    await story.did(caseworker2, a_check("plan"))
    second = (await story.did(coop_a, an_adjustment_asked(24))).version
    await story.day_passes(UNTIL)

    assert {SET_ASIDE, "conditions_adjusted"} == {kind for kind, _ in await tasks_of(story)}

    await story.did(decider1, RequestSetAside(about=first, reasoning=WHY))
    await story.did(caseworker1, a_proposed_revocation())

    assert second == (await story.case()).tasks[0].about
    assert ["conditions_adjusted", "permission_revoked"] == [kind for kind, _ in await tasks_of(story)]
    assert "completeness_checked" not in (await story.case()).tasks[1].accepts


async def test_a_request_that_is_taken_back_or_lapses_is_not_completed(story: Story) -> None:
    await a_request(story, "plan")
    adjustment = (await story.did(coop_a, an_adjustment_asked(20))).version
    await story.did(caseworker2, a_check("mandate"))
    await story.did(coop_a, RenewalWithdrawn())

    assert [adjustment] == [task.about for task in (await story.case()).tasks]

    await story.did(caseworker1, a_proposed_revocation())
    await story.did(decider1, a_revocation(date(2030, 6, 1), view_waived="urgent"))

    assert () == (await story.case()).tasks
    assert "adjustment_lapsed" == (await story.kinds())[-1]
    assert "supplement" not in terms.of(await story.case())


async def test_a_request_is_taken_back_before_it_is_set_aside(story: Story) -> None:
    await granted(story)
    await story.time_passes_until(ASKED_ON)
    request = (await story.did(coop_a, an_adjustment_asked(20))).version
    await story.did(coop_a, AdjustmentDropped(about=request))

    assert "NotNow" == await story.refused(caseworker2, a_check("plan"))


async def test_a_request_that_outlived_its_permission_is_completed_or_set_aside(story: Story) -> None:
    """On its last day it was not complete yet; once it is set aside nothing is left. Awb 4:5."""
    last = date(2030, 5, 10)
    await granted(story, until=last)
    await story.time_passes_until(ASKED_ON)
    request = (await story.did(coop_a, a_renewal_asked(LONGER))).version
    await story.did(caseworker2, a_check("plan"))
    await story.day_passes(last)

    assert Status.EXPIRED == await story.status()
    assert [("supplement_received", UNTIL)] == await tasks_of(story)

    await story.day_passes(UNTIL)

    assert "supplement_received" in await story.takes_in()

    await story.did(decider1, RequestSetAside(about=request, reasoning=WHY))
    await story.went_out()
    await story.time_passes_until(date(2030, 7, 31))

    assert Status.EXPIRED == await story.ends_as()


async def test_a_request_is_decided_on_once_it_was_wrong_to_set_it_aside(story: Story) -> None:
    """By another and on its substance: nothing is asked for any more. Awb 7:11(2), 10:3(3)."""
    request = await not_supplied(story)
    set_aside = (await story.did(decider1, RequestSetAside(about=request, reasoning=WHY))).version
    await story.went_out()
    objection = await an_objection_to(story, "set-aside", on=date(2030, 5, 20), version=set_aside)
    await story.hears("objection_lodged")
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert [("renewal_advised",)] == [task.accepts for task in (await story.case()).tasks]
    assert "NotNow" == await story.refused(caseworker2, a_check("plan"))

    await story.did(caseworker2, an_advice_to_renew())

    assert "NotTheSame" == await story.refused(decider1, a_renewal(LONGER))

    await story.did(decider3, a_renewal(LONGER))

    assert () == (await story.case()).tasks
