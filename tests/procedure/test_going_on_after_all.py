"""Who wanted to stop goes on: what he asked before that is decided on again. Awb 4:13, Pw 44a."""

from __future__ import annotations

from datetime import date

from domain import terms
from domain.acts import EndingWithdrawn, Outcome, Party, RenewalLapsed
from domain.case import Status
from tests.examples import WHY, a_grant, an_ending, caseworker1, coop_a, decider1, decider2, decider3
from tests.objecting import a_decision
from tests.permitting import a_renewal, a_renewal_asked, an_advice_to_renew
from tests.procedure.in_memory import InMemory, at_once
from tests.procedure.objected import heard
from tests.procedure.paths import granted
from tests.story import FIRST_DAY, Story
from workflows.objection import ObjectionCase

LAST, LONGER = date(2030, 6, 30), date(2031, 3, 31)
ASKED_ON, AGAIN_ON, DUE = date(2030, 6, 3), date(2030, 6, 10), date(2030, 7, 29)
STOPS_ON, SOONER = date(2030, 6, 20), date(2030, 6, 18)


async def asked(story: Story) -> int:
    """A permission of a quarter of a year, and a request to renew it."""
    await story.starts()
    await granted(story, LAST)
    await story.went_out()
    await story.time_passes_until(ASKED_ON)
    return (await story.did(coop_a, a_renewal_asked(LONGER))).version


def test_a_request_to_renew_comes_back_with_who_goes_on_after_all() -> None:
    """Also where he had named a sooner day since, and whoever spoke of stopping."""
    stage = InMemory()
    at_once(comes_back(stage.story("goes-on-after-all")))
    stage.is_over()


async def comes_back(story: Story) -> None:
    request = await asked(story)
    await story.did(coop_a, an_ending(STOPS_ON))
    await story.did(coop_a, an_ending(SOONER, Party.COOPERATIVE))

    assert () == (await story.case()).tasks

    await story.time_passes_until(AGAIN_ON)
    await story.did(coop_a, EndingWithdrawn(reason=WHY))
    case = await story.case()

    assert [(request, "renewal_advised", DUE)] == [(t.about, t.accepts[0], t.due_on) for t in case.tasks]
    assert DUE == terms.of(case)["renewal"].due_on

    await story.did(caseworker1, an_advice_to_renew())
    await story.did(decider1, a_renewal(LONGER))

    assert Status.PARTICIPATION == await story.status()


def test_it_lapses_for_good_once_the_day_is_there() -> None:
    """It is told once each time that somebody says that he stops."""
    stage = InMemory()
    at_once(lapses(stage.story("stops-after-all")))
    stage.is_over()


async def lapses(story: Story) -> None:
    await asked(story)
    await story.did(coop_a, an_ending(STOPS_ON))
    await story.did(coop_a, EndingWithdrawn(reason=WHY))
    await story.did(coop_a, an_ending(STOPS_ON))
    await story.day_passes(STOPS_ON)
    case = await story.case()

    assert (Status.ENDED, True) == (case.status, case.is_closed)
    assert 2 == len(list(case.every(RenewalLapsed)))


def test_he_may_have_gone_on_before_the_permission_is_decided_on_again() -> None:
    """His letter came before his last day, and is registered once an objection is upheld. Awb 7:11(2)."""
    stage = InMemory()
    at_once(registered_while_decided_again(stage))
    stage.is_over()


async def registered_while_decided_again(stage: InMemory) -> None:
    story = stage.story("goes-on-while-decided-again")
    objection = stage.story("objected-and-stopped", procedure=ObjectionCase)
    await story.starts()
    await granted(story, LAST)
    await story.went_out()
    await objection.starts()
    await heard(objection, story)
    await story.time_passes_until(ASKED_ON)
    await story.did(coop_a, an_ending(SOONER))
    await story.day_passes(SOONER)

    assert Status.ENDED == await story.status()

    await objection.time_passes_until(STOPS_ON)
    await objection.did(decider2, a_decision(Outcome.UPHELD))
    await story.did(caseworker1, EndingWithdrawn(message="letter.pdf", received_on=SOONER))
    case = await story.case()

    assert (True, Status.DECISION) == (case.is_participating, case.status)
    assert case.permission is not None
    assert LAST == case.permission.valid_until

    await story.did(decider3, a_grant(FIRST_DAY, LONGER, view_waived="not_on_his_facts"))

    assert Status.PARTICIPATION == await story.status()
