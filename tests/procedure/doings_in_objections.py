"""What may come to anybody's mind in an objection: the acts that the state machines try."""

from __future__ import annotations

from datetime import date, timedelta

from domain import hearings
from domain.acts import (
    AdmissibilityJudged,
    AppealRecorded,
    CommitteeAdvised,
    CostsClaimed,
    CostsDecided,
    CourtDecided,
    DecisionCorrected,
    HearingDeclined,
    HearingReopened,
    NoHearing,
    ObjectionAdjourned,
    ObjectionDecided,
    ObjectionForwarded,
    ObjectionTakenUp,
    ObjectionWithdrawn,
    Outcome,
    RepairReceived,
    ResidentUnheard,
)
from domain.calendar import next_working_day
from domain.case import Case
from domain.fact import Fact
from tests.examples import WHY, a_refusal
from tests.objecting import (
    a_decision,
    a_hearing,
    a_hearing_agreed_to,
    a_hearing_at_once,
    a_judgement,
    a_postponement,
    a_repair_request,
    a_waiver,
    an_advice,
    an_invitation,
    an_outcome,
)
from tests.procedure.doings import (
    IN_ANY_CASE,
    ON_ANY_CASE,
    Answer,
    Doing,
    a_slip_put_right,
    more_time,
)


def a_decision_on_the_objection(case: Case, on: date) -> ObjectionDecided:
    """What the judgement, the hearing, the advice and the costs that were claimed allow; upheld on even days."""
    since = max((entry.version for entry, _ in case.every(ObjectionTakenUp)), default=0)
    advised, judged = case.last(CommitteeAdvised, after=since), case.last(AdmissibilityJudged, after=since)
    outcome = Outcome.UPHELD if on.day % 2 == 0 else Outcome.UNFOUNDED
    outcome = Outcome.INADMISSIBLE if judged and judged[1].obstacle else outcome
    return a_decision(
        outcome,
        no_hearing=hearings.no_hearing(case),
        departs_because=WHY if advised and advised[1].outcome is not outcome else None,
        costs=CostsDecided(cents=0, reasoning=WHY) if case.last(CostsClaimed) else None,
    )


WITH_AN_OBJECTION: tuple[Doing, ...] = (
    lambda on: a_judgement(),
    lambda on: a_judgement(committee=True),
    lambda on: a_judgement(obstacle="no_interest"),
    lambda on: a_repair_request(next_working_day(on + timedelta(days=10))),
    lambda on: RepairReceived(text=WHY),
    more_time,
    lambda on: an_invitation(on + timedelta(days=14)),
    lambda on: an_invitation(on + timedelta(days=14), answer_by=next_working_day(on + timedelta(days=7))),
    lambda on: a_waiver(NoHearing.NO_ANSWER),
    lambda on: HearingDeclined(),
    lambda on: HearingDeclined(resident_too=ResidentUnheard.DECLINED),
    a_hearing,
    a_hearing_at_once,
    a_hearing_agreed_to,
    lambda on: an_advice(Outcome.UNFOUNDED),
    lambda on: HearingReopened(reason=WHY),
    lambda on: ObjectionAdjourned(weeks=6, reasoning=WHY),
    lambda on: ObjectionAdjourned(until=next_working_day(on + timedelta(days=60)), reasoning=WHY),
    lambda on: a_postponement(next_working_day(on + timedelta(days=120)), consent="all"),
    lambda on: a_postponement(next_working_day(on + timedelta(days=60)), consent="procedure", document=None),
    lambda on: a_postponement(next_working_day(on + timedelta(days=60)), agreed_on=on - timedelta(days=12)),
    lambda on: CostsClaimed(costs="A lawyer."),
    lambda on: AppealRecorded(court="Rechtbank Zonnedam", lodged_on=on),
    lambda on: an_outcome(decided_on=on),
    lambda on: an_outcome("upheld", decided_on=on),
    lambda on: CourtDecided(decided_on=on, decision=a_refusal(), summary=WHY),
    *IN_ANY_CASE,
)
ON_AN_OBJECTION: dict[type[Fact], Answer] = {
    ObjectionDecided: a_decision_on_the_objection,
    DecisionCorrected: a_slip_put_right,
    **ON_ANY_CASE,
}
ENDING_AN_OBJECTION: tuple[Doing, ...] = (
    lambda on: ObjectionWithdrawn(),
    lambda on: ObjectionForwarded(to="Maandrecht", reasoning=WHY),
)
