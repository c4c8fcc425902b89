"""Whatever people do, in whatever order, and however time passes: what must always hold of a case."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given, strategies as st

from domain.acts import (
    AdviceRequested,
    ApplicationReceived,
    ApplicationReviewed,
    ApplicationSetAside,
    ApplicationTakenUp,
    ApplicationWithdrawn,
    CompletenessChecked,
    DecisionAdjourned,
    ParticipationContinued,
    Party,
    PermissionGranted,
    PermissionRefused,
    PermissionReinstated,
    RenewalWithdrawn,
    ResidentReacted,
    ReviewReturned,
    RevocationDropped,
    SetAsideProposed,
    SuspensionEnded,
    ViewInvited,
    ViewLapsed,
    ViewReceived,
)
from domain.calendar import last_day
from domain.case import Case, Status
from domain.status import CONTESTABLE
from tests.examples import (
    WHY,
    a_change,
    a_check,
    a_grant,
    a_nil_report,
    a_proposal,
    a_refusal,
    a_report,
    a_review,
    a_supplement,
    a_suspension,
    an_ending,
    caseworker1,
    caseworker2,
    coop_a,
    coordinator1,
    decider1,
    decider2,
)
from tests.permitting import (
    a_change_report,
    a_proposed_revocation,
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_revocation,
    a_suspended_permission,
    an_advice_to_renew,
    an_assessment,
    an_incident,
)
from tests.procedure.lives import ANYTHING, AT_THE_DESK, Doing, Life
from tests.procedure.paths import asked
from tests.procedure.soundness import check_permission
from tests.story import Stage

pytestmark = pytest.mark.asyncio(loop_scope="session")

RESTING = CONTESTABLE | {Status.PARTICIPATION}
PEOPLE = (coop_a, caseworker1, caseworker2, decider1, decider2, coordinator1)
DOINGS: tuple[Doing, ...] = (
    lambda on: a_check(),
    lambda on: a_check("mandate"),
    lambda on: a_proposal("mandate"),
    lambda on: a_supplement(),
    lambda on: ApplicationSetAside(reasoning=WHY),
    lambda on: ApplicationTakenUp(reasoning=WHY),
    lambda on: a_review(),
    lambda on: a_review("refuse"),
    lambda on: ViewInvited(intention=WHY, until=on + timedelta(days=7)),
    lambda on: ViewReceived(view=WHY),
    lambda on: a_grant(on, last_day(on, 14)),
    lambda on: a_grant(on, last_day(on, 5), 8),
    lambda on: a_refusal(view_waived=None),
    lambda on: ReviewReturned(reason=WHY),
    lambda on: a_suspension(on + timedelta(days=10)),
    lambda on: SuspensionEnded(reason=WHY),
    lambda on: DecisionAdjourned(until=on + timedelta(days=100), reasoning=WHY),
    lambda on: a_report(on - timedelta(days=30), on),
    lambda on: a_nil_report(on - timedelta(days=30), on),
    lambda on: ResidentReacted(reaction=WHY),
    lambda on: ParticipationContinued(reasoning=WHY),
    lambda on: a_change(12, "No work on Sundays"),
    lambda on: AdviceRequested(adviser="work_coach", question=WHY, until=on + timedelta(days=9)),
    lambda on: AdviceRequested(adviser="client_council", question=WHY),
    a_change_report,
    an_incident,
    lambda on: an_assessment(12),
    lambda on: a_suspended_permission(on, on + timedelta(days=20)),
    lambda on: PermissionReinstated(holds_from=on + timedelta(days=1), reasoning=WHY),
    lambda on: a_proposed_revocation(),
    lambda on: a_revocation(on + timedelta(days=10)),
    lambda on: RevocationDropped(reasoning=WHY),
    lambda on: a_renewal_asked(last_day(on, 24)),
    lambda on: RenewalWithdrawn(),
    lambda on: an_advice_to_renew(),
    lambda on: a_renewal(last_day(on, 20)),
    lambda on: a_refused_renewal(),
    *AT_THE_DESK,
)
ENDINGS: tuple[Doing, ...] = (
    lambda on: ApplicationWithdrawn(),
    an_ending,
    lambda on: an_ending(on, Party.COOPERATIVE),
)
NUMBERS = count(1)


def _check_decisions(case: Case) -> None:
    """Nobody decides on what he prepared, and whoever gets less than he asked could say something about it."""
    prepared: set[str] = set()
    heard = False
    for entry in case.entries:
        match entry.act:
            case ApplicationReceived() | CompletenessChecked() | SetAsideProposed():
                prepared.add(entry.actor.id)
            case ApplicationReviewed():
                prepared.add(entry.actor.id)
                heard = False
            case ViewReceived() | ViewLapsed():
                heard = True
            case PermissionGranted() | PermissionRefused() | ReviewReturned():
                assert entry.actor.id not in prepared
            case _:
                pass
        if isinstance(entry.act, PermissionRefused):
            assert heard or entry.act.view_waived
        if (
            isinstance(entry.act, PermissionGranted)
            and entry.act.hours_a_week < case.application.hours_a_week
        ):
            assert heard or entry.act.view_waived


def _check(case: Case) -> None:
    assert len([task for task in case.tasks if "permission_granted" in task.accepts]) <= 1
    _check_decisions(case)
    check_permission(case)


@ANYTHING
@given(data=st.data())
async def test_whatever_people_do_the_case_stays_sound(stage: Stage, data: st.DataObject) -> None:
    """From the application on."""
    story = stage.story(f"whatever-{next(NUMBERS)}")
    await story.starts()
    await story.applied(coop_a, asked())
    await Life(story, PEOPLE, DOINGS, ENDINGS, RESTING, _check).goes_on(data)
