"""Where the lives of a case begin: situations that few would come to by chance, and from which decisions are near."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from domain.acts import (
    Act,
    AdviceRequested,
    Form,
    Outcome,
    TaskClaimed,
    TaskHeld,
    ViewInvited,
    ViewReceived,
    ViewWaiver,
)
from domain.calendar import last_day, next_working_day
from domain.people import Actor
from tests.examples import (
    WHY,
    a_check,
    a_grant,
    a_proposal,
    a_refusal,
    a_report,
    a_review,
    a_supplement,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    decider3,
)
from tests.permitting import (
    a_proposed_revocation,
    a_proposed_standstill,
    a_renewal_asked,
    an_adjustment_asked,
    an_adjustment_proposed,
    an_advice_to_renew,
    an_evaluation,
)
from tests.procedure import paths
from tests.procedure.late import LAST_PAID, both, noticed
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.owing import what_is_owed
from tests.procedure.paths import REACTED, STARTS, asked, complete, granted, heard, lapsed, reviewed
from tests.story import Story
from tests.superseding import a_reversal

Situation = Callable[[Story], Awaitable[None]]

VIEW = ViewReceived(view=WHY)
TRIED = a_grant(STARTS, last_day(STARTS, 3), form=Form.TRIAL, view_waived=ViewWaiver.NOT_ON_HIS_FACTS)


async def applied(story: Story) -> None:
    """Nothing happened since."""
    await story.applied(coop_a, asked())


async def insufficient(story: Story) -> None:
    """What was asked for came, and is not enough: somebody else is to decide whether to set it aside."""
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check("mandate"))
    await story.did(coop_a, a_supplement())
    await story.did(caseworker1, a_proposal("mandate"))


async def to_be_set_aside(story: Story) -> None:
    """The same, and the period to supply it is over too."""
    await insufficient(story)
    await story.day_passes(date(2030, 3, 18))


async def checked_by_a_decider(story: Story) -> None:
    """Who found it incomplete could set it aside, were he another."""
    await story.applied(coop_a, asked())
    await story.did(both, a_check("mandate"))
    await story.day_passes(date(2030, 3, 18))


async def reviewed_by_a_decider(story: Story) -> None:
    """Who advised on it could put the decision right, were he another."""
    await complete(story)
    await story.did(both, a_review("refuse"))
    await story.did(decider3, a_refusal())


async def advised_against(story: Story) -> None:
    """The caseworker would refuse it, and the applicant told what he thinks of that."""
    await complete(story)
    await story.did(caseworker1, a_review("refuse"))
    await is_heard(story, decider1)


async def refused(story: Story) -> None:
    """Nobody objected yet."""
    await reviewed(story)
    await story.did(decider1, a_refusal())
    await story.went_out()


async def tried(story: Story) -> None:
    """A permission on trial."""
    await reviewed(story)
    await story.did(decider1, TRIED)


async def evaluated(story: Story) -> None:
    """A trial that is nearly over, and what the caseworker makes of it."""
    await tried(story)
    await story.time_passes_until(date(2030, 5, 16))
    await story.did(coop_a, a_report(STARTS, date(2030, 5, 15)))
    await story.did(coop_a, REACTED)
    await story.did(caseworker1, an_evaluation())


async def to_be_made_full(story: Story) -> None:
    """A trial that only began, with what the caseworker makes of it and the view on what is meant."""
    await tried(story)
    await story.did(caseworker1, an_evaluation())
    await is_heard(story, decider1)


async def to_be_left_to_end(story: Story) -> None:
    """The same, with the view on what is meant."""
    await evaluated(story)
    await is_heard(story, decider1)


async def reassessed(story: Story) -> None:
    """A permission after half a year, with the report and the reaction there."""
    await granted(story)
    await heard(story)


async def to_be_changed(story: Story) -> None:
    """The same, and the view on what is to be changed."""
    await reassessed(story)
    await is_heard(story, caseworker1)


async def to_be_revoked(story: Story) -> None:
    """A revocation is proposed, and the view on that is there."""
    await granted(story)
    await story.did(caseworker1, a_proposed_revocation())
    await is_heard(story, decider1)


async def to_be_suspended(story: Story) -> None:
    """A suspension is proposed, and the view on that is there."""
    await granted(story)
    await story.did(caseworker1, a_proposed_standstill())
    await is_heard(story, decider1)


async def renewal_asked(story: Story) -> None:
    """A longer permission is asked, advised on, and the view on that is there."""
    await granted(story)
    await story.did(coop_a, a_renewal_asked(last_day(STARTS, 30)))
    await story.did(caseworker1, an_advice_to_renew("refuse"))
    await is_heard(story, decider1)


async def longer_trial_advised(story: Story) -> None:
    """The same of a trial, before anybody is asked for his view."""
    await tried(story)
    await story.did(coop_a, a_renewal_asked(last_day(STARTS, 30)))
    await story.did(caseworker1, an_advice_to_renew("refuse"))


async def longer_trial_asked(story: Story) -> None:
    """The same, with the view."""
    await longer_trial_advised(story)
    await is_heard(story, decider1)


async def adjustment_asked(story: Story) -> None:
    """Other hours are asked for, the view on what is meant is there, and another is to decide."""
    await granted(story)
    await story.did(coop_a, an_adjustment_asked())
    await is_heard(story, caseworker1)


async def request_incomplete(story: Story) -> None:
    """Something is missing of a request to renew, and the period to supply it is over."""
    await granted(story)
    await story.did(coop_a, a_renewal_asked(last_day(STARTS, 30)))
    await story.did(caseworker1, a_check("mandate"))
    await story.day_passes(date(2030, 3, 18))


async def adjustment_proposed(story: Story) -> None:
    """The same of what a caseworker proposes."""
    await granted(story)
    await story.did(caseworker1, an_adjustment_proposed())
    await is_heard(story, caseworker2)


async def advice_asked(story: Story) -> None:
    """An adviser is asked, and who reviews lets that rest until then."""
    await complete(story)
    on = await story.today()
    until = on + timedelta(days=9)
    await story.did(caseworker1, AdviceRequested(adviser="work_coach", question=WHY, until=until))
    task = next(task.id for task in (await story.case()).tasks if "application_reviewed" in task.accepts)
    await story.did(caseworker1, TaskClaimed(), task)
    await story.did(caseworker1, TaskHeld(until=until, reason=WHY), task)


async def on_conditions(story: Story) -> None:
    """The resident takes part, and keeps to something."""
    await reviewed(story)
    await story.did(decider1, a_grant(STARTS, last_day(STARTS, 12), conditions=["No work on Sundays"]))


async def reversed_(story: Story) -> None:
    """The municipality takes a permission again, of its own motion."""
    await granted(story)
    grant = (await story.case()).version
    await story.did(decider3, a_reversal(grant, next_working_day(await story.today() + timedelta(weeks=4))))


async def upheld(story: Story) -> None:
    """An objection to a refusal: somebody else is to decide."""
    await refused(story)
    await decided(await an_objection_to(story, "objected"), Outcome.UPHELD)
    await story.hears("objection_upheld")


async def annulled(story: Story) -> None:
    """An objection to a permission, which stands until somebody else decides."""
    await granted(story)
    await story.went_out()
    await decided(await an_objection_to(story, "objected"), Outcome.UPHELD)
    await story.hears("objection_upheld")


async def over_meanwhile(story: Story) -> None:
    """The same, and it came to its last day before that."""
    await granted(story, last_day(STARTS, 3))
    await story.went_out()
    await decided(await an_objection_to(story, "objected"), Outcome.UPHELD)
    await story.hears("objection_upheld")
    await story.day_passes(last_day(STARTS, 3))


async def late(story: Story) -> None:
    """No decision, and a notice of default that counts."""
    await reviewed(story)
    await noticed(story)


async def owed(story: Story) -> None:
    """The amount is determined by somebody who could pay it too, were he another."""
    await late(story)
    await story.day_passes(LAST_PAID)
    case, today = await story.case(), await story.today()
    amount = what_is_owed(case, today)
    assert amount is not None
    await story.did(both, amount)


async def is_heard(story: Story, actor: Actor, view: Act = VIEW) -> None:
    """Somebody is asked for his view, and gives it."""
    await story.did(actor, ViewInvited(intention=WHY))
    await story.did(coop_a, view)


SITUATIONS: tuple[Situation, ...] = (
    *(
        applied,
        lapsed,
        insufficient,
        to_be_set_aside,
        reviewed,
        advised_against,
        refused,
        granted,
        tried,
        evaluated,
    ),
    *(
        reassessed,
        to_be_changed,
        to_be_revoked,
        to_be_suspended,
        renewal_asked,
        longer_trial_advised,
        longer_trial_asked,
        reversed_,
    ),
    *(to_be_made_full, to_be_left_to_end, upheld, annulled, over_meanwhile, late, owed),
    *(checked_by_a_decider, reviewed_by_a_decider, adjustment_asked, adjustment_proposed, advice_asked),
    *(request_incomplete, paths.adjustment_awaited, paths.adjustment_registered_late),
)
