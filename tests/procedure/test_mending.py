"""What turns out to be missing in an objection after it was judged to be one that can be dealt with. Awb 6:6."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import NoHearing, ObjectionWithdrawn, Outcome, RepairReceived
from domain.case import Status
from tests.examples import coop_a, decider2, objections1
from tests.objecting import a_decision, a_hearing_at_once, a_judgement, a_repair_request, a_waiver
from tests.procedure.objected import DECIDE_BY, appeal_term_passes, lodged
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

ASKED, UNTIL = date(2030, 4, 17), date(2030, 5, 1)
"""Two days after the objection term, when the term to decide runs."""


async def asked(objection: Story, contested: Story) -> None:
    """An authorisation is missing in an objection that was judged to have all it needs."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await objection.time_passes_until(ASKED)

    assert "NotAcceptable" == await objection.refused(objections1, a_judgement(obstacle="not_mended"))

    await objection.did(objections1, a_repair_request(UNTIL, "authorisation"))


async def tasks(objection: Story) -> dict[str, date | None]:
    """What is to be done, and by when."""
    return {task.accepts[0]: task.due_on for task in (await objection.case()).tasks}


async def test_what_turns_out_to_be_missing_after_the_judgement_is_mended(
    objection: Story, contested: Story
) -> None:
    """The term stands still from 18 to 28 April, 11 days; the hearing goes on meanwhile, the decision waits."""
    await asked(objection, contested)

    assert Status.HEARING == await objection.status()
    assert {"hearing_invited": date(2030, 6, 11), "repair_received": UNTIL} == await tasks(objection)
    assert {"repair", "objection_decision"} == terms.of(await objection.case()).keys()
    assert "NotNow" == await objection.refused(objections1, a_judgement(obstacle="not_mended"))
    assert "NotNow" == await objection.refused(objections1, a_repair_request(UNTIL))

    await objection.did(objections1, a_hearing_at_once(ASKED))

    assert "NotNow" == await objection.refused(decider2, a_decision(Outcome.UPHELD))

    await objection.time_passes_until(date(2030, 4, 29))
    await objection.did(coop_a, RepairReceived(text="Here it is."))

    assert Status.OBJECTION_DECISION == await objection.status()
    assert {"objection_decided": date(2030, 6, 7), "admissibility_judged": date(2030, 5, 13)} == await tasks(
        objection
    )
    assert {"examination", "objection_decision"} == terms.of(await objection.case()).keys()

    await objection.did(objections1, a_judgement())

    assert {"objection_decided"} == (await tasks(objection)).keys()

    await objection.did(decider2, a_decision(Outcome.UPHELD))

    assert Status.OBJECTION_DECIDED == await objection.status()


async def test_what_was_asked_after_the_judgement_and_not_mended_makes_it_inadmissible(
    objection: Story, contested: Story
) -> None:
    """After the whole period, and by a person's judgement."""
    await asked(objection, contested)
    await objection.did(objections1, a_waiver(NoHearing.MANIFESTLY_UNFOUNDED))
    await objection.day_passes(UNTIL)

    assert "repair_lapsed" == (await objection.kinds())[-1]
    assert date(2030, 6, 11) == (await tasks(objection))["objection_decided"]

    decision = a_decision(Outcome.INADMISSIBLE, no_hearing="manifestly_unfounded")

    assert "NotAcceptable" == await objection.refused(decider2, decision)

    await objection.did(objections1, a_judgement(obstacle="not_mended"))

    assert {"objection_decided"} == (await tasks(objection)).keys()


async def test_what_was_mended_in_time_and_registered_late_is_judged_anew(
    objection: Story, contested: Story
) -> None:
    """Also where it was asked for before the first judgement, by which nothing had come."""
    await lodged(objection, contested, reasons=None)
    until = date(2030, 3, 18)
    await objection.did(objections1, a_repair_request(until))
    await objection.day_passes(until)
    await objection.did(objections1, a_judgement(obstacle="not_mended"))
    await objection.did(objections1, a_waiver(NoHearing.MANIFESTLY_INADMISSIBLE))
    await objection.did(objections1, RepairReceived(text="Too late.", received_on=date(2030, 3, 19)))

    assert {"objection_decided"} == (await tasks(objection)).keys()

    await objection.did(objections1, RepairReceived(text="Here it is.", received_on=until))

    assert {"objection_decided", "admissibility_judged"} == (await tasks(objection)).keys()
    assert {"examination", "objection_decision"} == terms.of(await objection.case()).keys()

    decision = a_decision(Outcome.INADMISSIBLE, no_hearing="manifestly_inadmissible")

    assert "NotAcceptable" == await objection.refused(decider2, decision)

    await objection.did(objections1, a_judgement(obstacle="not_mended"))

    assert {"objection_decided"} == (await tasks(objection)).keys()

    await objection.did(decider2, decision)


async def test_more_may_be_asked_for_once_a_period_is_over(objection: Story, contested: Story) -> None:
    """Then that is what is waited for; a decision on it makes an end to all of it."""
    await asked(objection, contested)
    await objection.day_passes(UNTIL)
    await objection.did(objections1, a_repair_request(date(2030, 5, 16), "signature"))

    assert {"hearing_invited", "repair_received"} == (await tasks(objection)).keys()

    await objection.day_passes(date(2030, 5, 16))
    await objection.did(objections1, a_hearing_at_once(date(2030, 5, 17)))
    await objection.did(decider2, a_decision(Outcome.UNFOUNDED))

    assert {} == await tasks(objection)

    await appeal_term_passes(objection)

    assert Status.SETTLED == await objection.ends_as()


async def test_an_objection_is_withdrawn_while_something_is_awaited_for_it(
    objection: Story, contested: Story
) -> None:
    """Nothing is left to be done."""
    await asked(objection, contested)
    await objection.did(coop_a, ObjectionWithdrawn())

    assert Status.WITHDRAWN == await objection.ends_as()


async def test_what_is_asked_after_the_term_suspends_nothing(objection: Story, contested: Story) -> None:
    """It is over by then, and stays over. Awb 7:10(2)."""
    await lodged(objection, contested)
    await objection.did(objections1, a_judgement())
    await objection.day_passes(DECIDE_BY)
    await objection.did(objections1, a_repair_request(date(2030, 6, 14)))

    assert DECIDE_BY == (await tasks(objection))["hearing_invited"]
