"""Where the lives of an objection begin, and what happens elsewhere meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date, timedelta

from temporalio.client import WorkflowUpdateFailedError

from domain.acts import AppealRecorded, HearingDeclined, PermissionRefused, ViewWaiver
from tests.examples import a_refusal, caseworker1, caseworker2, coop_a, decider1, decider3, objections1
from tests.objecting import a_judgement, an_objection, an_outcome
from tests.permitting import (
    a_proposed_revocation,
    a_refused_adjustment,
    a_revocation,
    an_adjustment_asked,
)
from tests.procedure import objected
from tests.procedure.elsewhere import ELSEWHERE, Happening
from tests.procedure.late import noticed
from tests.procedure.objected import DECIDE_BY, lodged
from tests.procedure.paths import granted, reviewed
from tests.procedure.situations import is_heard
from tests.story import FIRST_DAY, Story
from tests.superseding import a_correction

Objected = Callable[[Story, Story], Awaitable[None]]
"""An objection, and the case of the decision that it is against."""


async def refused(contested: Story) -> None:
    """By `decider1`, after a review by `caseworker1`."""
    await reviewed(contested)
    await contested.did(decider1, a_refusal())


async def to_a_refusal(objection: Story, contested: Story) -> None:
    """Just lodged."""
    await refused(contested)
    await lodged(objection, contested)


async def after_it_was_sent(objection: Story, contested: Story) -> None:
    """Of which the letter went out first."""
    await refused(contested)
    await contested.went_out()
    await lodged(objection, contested)


async def to_a_revocation(objection: Story, contested: Story) -> None:
    """Of a permission that was granted by the same."""
    await granted(contested)
    await contested.did(caseworker1, a_proposed_revocation())
    await is_heard(contested, decider1)
    await contested.did(decider1, a_revocation(FIRST_DAY + timedelta(days=30)))
    await lodged(objection, contested)


async def by_another(objection: Story, contested: Story) -> None:
    """Against a permission, by who is no party to it: the resident could lose by it unheard."""
    await granted(contested)
    received = an_objection(await contested.case(), objector="another", objector_name="Fietsenmaker Van Dam")
    await objection.applied(caseworker2, received)
    await objection.did(objections1, a_judgement())
    await objection.did(objections1, HearingDeclined())


async def by_the_cooperative(objection: Story, contested: Story) -> None:
    """For itself, against the refusal of fewer hours, which the resident could lose by it unheard."""
    await granted(contested)
    asked = (await contested.did(coop_a, an_adjustment_asked(8, on_behalf_of="cooperative"))).version
    await contested.did(caseworker1, a_refused_adjustment(asked, ViewWaiver.NOT_ON_HIS_FACTS))
    version = (await contested.case()).version
    received = an_objection(await contested.case(), version, objector="cooperative")
    await objection.applied(coop_a, received)
    await objection.did(objections1, a_judgement())
    await objection.did(coop_a, HearingDeclined())


async def admissible(objection: Story, contested: Story) -> None:
    """It can be dealt with."""
    await to_a_refusal(objection, contested)
    await objection.did(objections1, a_judgement())


async def late(objection: Story, contested: Story) -> None:
    """No decision on it, and a notice of default that counts."""
    await to_a_refusal(objection, contested)
    await noticed(objection, DECIDE_BY + timedelta(days=1))


async def heard(objection: Story, contested: Story) -> None:
    """The objector was heard, and somebody is to decide."""
    await refused(contested)
    await objected.heard(objection, contested)


async def turned_away(objection: Story, contested: Story) -> None:
    """It could not be dealt with, which the court has before it."""
    await to_a_refusal(objection, contested)
    await objected.turned_away(objection)
    await objection.did(objections1, AppealRecorded(court="Rechtbank Zonnedam", lodged_on=FIRST_DAY))


async def open_again(objection: Story, contested: Story) -> None:
    """The same, the court annulled it, and the objector need not be heard: somebody else is to decide."""
    await turned_away(objection, contested)
    await objection.did(objections1, an_outcome("upheld", decided_on=FIRST_DAY))
    await objection.did(coop_a, HearingDeclined())


OBJECTIONS: tuple[Objected, ...] = (
    *(to_a_refusal, after_it_was_sent, to_a_revocation, admissible, heard, late),
    *(turned_away, open_again, by_another, by_the_cooperative),
)


async def the_decision_is_put_right(story: Story, on: date) -> None:
    """A slip in the refusal that the objection is against; who mends it had a part in it since. Awb 7:5."""
    number = (await story.case()).objection.decision.case
    contested = story.stage.story(number)
    await contested.time_passes_until(on)
    case = await contested.case()
    if not case.is_closed and (refusal := case.last(PermissionRefused)):
        right = case.as_it_reads(*refusal).model_copy(update={"reasoning": f"It was a slip, {case.version}."})
        heard_of = (await story.kinds()).count("contested_decision_replaced")
        with suppress(WorkflowUpdateFailedError):
            correction = a_correction(refusal[0].version, right)
            await contested.did(decider3, correction, key=f"put-right-{case.version}")
            if story.number in case.open_objections:
                await story.hears("contested_decision_replaced", times=heard_of + 1)


BESIDE_AN_OBJECTION: tuple[Happening, ...] = (*ELSEWHERE, the_decision_is_put_right)
"""What else happens while an objection runs."""
