"""Whatever people do, in whatever order, and however time passes: what must always hold of a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from temporalio.client import WorkflowUpdateFailedError

from domain import terms
from domain.acts import (
    Act,
    AdviceForgone,
    AdviceReceived,
    AdviceRequested,
    ApplicationReceived,
    ApplicationReviewed,
    ApplicationSetAside,
    ApplicationTakenUp,
    ApplicationWithdrawn,
    CompletenessChecked,
    DecisionAdjourned,
    ItemAnswered,
    NoteAdded,
    ParticipationContinued,
    Party,
    PermissionGranted,
    PermissionRefused,
    PermissionReinstated,
    QuestionAnswered,
    QuestionAsked,
    QuestionWithdrawn,
    ResidentReacted,
    ReviewReturned,
    RevocationDropped,
    SetAsideProposed,
    SuspensionEnded,
    TaskAssigned,
    TaskClaimed,
    TaskHeld,
    TaskReleased,
    TaskResumed,
    ViewInvited,
    ViewLapsed,
    ViewReceived,
)
from domain.calendar import last_day
from domain.case import Case, Status
from domain.people import Actor
from domain.status import CONTESTABLE
from domain.tasks import Task
from domain.term import Term
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
    an_application_received,
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
from tests.procedure.soundness import check_permission
from tests.story import FIRST_DAY, Stage, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

RESTING = CONTESTABLE | {Status.PARTICIPATION}
"""Where a case waits for a day, and for nobody."""
PEOPLE = (coop_a, caseworker1, caseworker2, decider1, decider2, coordinator1)
STEPS = 40

Doing = Callable[[date], Act]
"""What somebody says on a day."""

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
    lambda on: QuestionAsked(of=Party.COOPERATIVE, items=("Who?", "What?")),
    lambda on: QuestionAsked(of=Party.MUNICIPALITY, items=("When?",)),
    a_change_report,
    an_incident,
    lambda on: an_assessment(12),
    lambda on: a_suspended_permission(on, on + timedelta(days=20)),
    lambda on: PermissionReinstated(holds_from=on + timedelta(days=1), reasoning=WHY),
    lambda on: a_proposed_revocation(),
    lambda on: a_revocation(on + timedelta(days=10)),
    lambda on: RevocationDropped(reasoning=WHY),
    lambda on: a_renewal_asked(last_day(on, 24)),
    lambda on: an_advice_to_renew(),
    lambda on: a_renewal(last_day(on, 20)),
    lambda on: a_refused_renewal(),
    lambda on: NoteAdded(text="Called."),
    lambda on: TaskClaimed(),
    lambda on: TaskReleased(),
    lambda on: TaskHeld(until=on + timedelta(days=3), reason=WHY),
    lambda on: TaskResumed(),
    lambda on: TaskAssigned(assignee="caseworker2", assignee_name="Caseworker2"),
)
IN_A_MATTER: tuple[Callable[[int], Act], ...] = (
    lambda about: AdviceReceived(about=about, advice=WHY),
    lambda about: AdviceForgone(about=about, reason=WHY),
    lambda about: QuestionAnswered(about=about, answers=(ItemAnswered(item=1, answer=WHY),)),
    lambda about: QuestionAnswered(about=about, answers=(ItemAnswered(item=2, answer=WHY),)),
    lambda about: QuestionWithdrawn(about=about, reason=WHY),
)
"""What belongs to a matter beside the procedure, by the act that set it going."""
ENDINGS: tuple[Doing, ...] = (
    lambda on: ApplicationWithdrawn(),
    an_ending,
    lambda on: an_ending(on, Party.MUNICIPALITY),
)
ABOUT_A_TASK = (TaskClaimed, TaskReleased, TaskHeld, TaskResumed, TaskAssigned)

acting = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(DOINGS))
ending = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(ENDINGS))
waiting = st.sampled_from((1, 3, 8, 15, 30, 60))
NUMBERS = count(1)


@dataclass
class Life:
    """A case in which anything is tried."""

    story: Story
    on: date = FIRST_DAY
    case: Case | None = None
    due: dict[str, Term] = field(default_factory=dict[str, Term])

    async def tries(self, actor: Actor, act: Act) -> None:
        """Somebody tries something; done twice under one key it is done once, refused it changes nothing."""
        before, key = await self.story.case(), self.story.next_key()
        task = before.tasks[0].id if isinstance(act, ABOUT_A_TASK) and before.tasks else None
        try:
            receipt = await self.story.did(actor, act, task, key)
        except WorkflowUpdateFailedError:
            assert before == await self.story.case()
            return
        after = await self.story.case()
        if not after.is_closed:
            assert receipt == await self.story.did(actor, act, task, key)
            assert after == await self.story.case()

    def asked(self) -> list[tuple[Actor, Doing]]:
        """Who can do what the case waits for."""
        assert self.case is not None
        return [
            (actor, doing)
            for task in self.case.tasks
            for actor in PEOPLE
            for doing in (*DOINGS, *_in_its_matter(task))
            if task.role in actor.roles and doing(self.on).kind in task.accepts
        ]

    async def waits(self, days: int) -> None:
        """Time passes."""
        self.on += timedelta(days=days)
        await self.story.time_passes_until(self.on)

    async def is_sound(self) -> bool:
        """What must hold now; whether the case goes on."""
        before, self.case = self.case, await self.story.case()
        due, self.due = self.due, terms.of(self.case)

        assert len([task for task in self.case.tasks if "permission_granted" in task.accepts]) <= 1
        assert before is None or before.version < self.case.version or due == self.due
        assert self.case.is_closed or self.case.tasks or self.case.status in RESTING
        _check_decisions(self.case)
        check_permission(self.case)
        return not self.case.is_closed


def _in_its_matter(task: Task) -> list[Doing]:
    return [partial(_on_any_day, saying(task.about)) for saying in IN_A_MATTER if task.about]


def _on_any_day(act: Act, _on: date) -> Act:
    return act


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


@settings(
    max_examples=12,
    phases=(Phase.generate,),
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(data=st.data())
async def test_whatever_people_do_the_case_stays_sound(stage: Stage, data: st.DataObject) -> None:
    """Acts of everybody at any moment, waits of days and weeks, and now and then an ending."""
    life = Life(stage.story(f"whatever-{next(NUMBERS)}"))
    await life.story.starts()
    await life.story.applied(coop_a, an_application_received())
    for _ in range(STEPS):
        if not await life.is_sound():
            break
        asked = life.asked()
        working = st.sampled_from(asked) if asked else waiting
        step = data.draw(st.one_of(working, working, working, acting, waiting, acting | ending))
        if isinstance(step, int):
            await life.waits(step)
        else:
            actor, doing = step
            await life.tries(actor, doing(life.on))
    await life.story.is_told_truly()
