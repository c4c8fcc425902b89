"""Who may do what: the role, the case, the task, the separation of duties and the mandate."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from domain import acts, authority, errors
from domain.acts import Act, Party
from domain.authority import MAY
from domain.people import Actor, Role
from tests.domain.permitted import may
from tests.examples import (
    A_MONDAY,
    WHY,
    a_case,
    a_check,
    a_grant,
    a_person,
    a_proposal,
    a_refusal,
    a_report,
    a_review,
    a_supplement,
    a_suspension,
    admin1,
    an_application_received,
    an_empty_case,
    an_ending,
    auditor1,
    caseworker1,
    caseworker_other,
    clock,
    controller1,
    coop_a,
    coop_b,
    coordinator1,
    decider1,
    done,
    objections1,
)
from tests.objecting import (
    a_decision,
    a_hearing,
    a_judgement,
    a_repair_request,
    a_ruling_on_a_delay,
    a_waiver,
    an_advice,
    an_invitation,
    an_objection,
    an_outcome,
)
from tests.permitting import (
    a_change_report,
    a_proposed_revocation,
    a_proposed_standstill,
    a_refused_adjustment,
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_revocation,
    a_suspended_permission,
    an_adjustment,
    an_adjustment_asked,
    an_adjustment_proposed,
    an_advice_to_renew,
    an_assessment,
    an_evaluation,
    an_extension,
    an_incident,
)
from tests.superseding import a_correction, a_reversal, a_sending

FROM, UNTIL = date(2026, 6, 1), date(2027, 5, 31)
EVERYBODY = (
    *(coop_a, caseworker1, decider1, coordinator1, objections1),
    *(controller1, auditor1, admin1, clock),
)
DETERMINED = acts.PenaltyDetermined(about=2, cents=2300, reasoning=WHY)
ANSWERS = (acts.ItemAnswered(item=1, answer="x"),)
IN_TALK = a_case(
    (A_MONDAY, coop_a, acts.QuestionAsked(of=Party.MUNICIPALITY, items=("x",))),
    (A_MONDAY, caseworker1, acts.QuestionAsked(of=Party.COOPERATIVE, items=("x",))),
)
"""Each side asked the other something, in its second and its third act."""
DESK = {"coop-a", "caseworker1"}
OBJECTIONS_DESK = {*DESK, "objections1"}
STAFF = {"caseworker1", "decider1", "coordinator1", "objections1"}
WORKERS = {"coop-a", "caseworker1", "decider1", "objections1"}
ADJOURNED = acts.ObjectionAdjourned(weeks=6, reasoning=WHY)
POSTPONED = acts.ObjectionPostponed(until=UNTIL, consent=acts.Consent.ALL, reasoning=WHY)

WHO_MAY: list[tuple[Act, set[str]]] = [
    (an_application_received(), DESK),
    (a_check(), {"caseworker1"}),
    (a_supplement(), DESK),
    (a_proposal("mandate"), {"caseworker1"}),
    (acts.ApplicationSetAside(reasoning=WHY), {"decider1"}),
    (acts.ApplicationTakenUp(reasoning=WHY), {"decider1"}),
    (acts.RequestSetAside(about=1, reasoning=WHY), {"decider1"}),
    (acts.ApplicationWithdrawn(), DESK),
    (a_review(), {"caseworker1"}),
    (a_suspension(UNTIL), {"caseworker1"}),
    (acts.SuspensionEnded(reason=WHY), {"caseworker1"}),
    (acts.DecisionAdjourned(until=UNTIL, reasoning=WHY), {"caseworker1", "decider1"}),
    (acts.PeriodExtended(until=UNTIL, reasoning=WHY), {"caseworker1"}),
    (acts.ViewInvited(intention=WHY), {"caseworker1", "decider1"}),
    (acts.ViewReceived(view=WHY), DESK),
    (a_grant(FROM, UNTIL), {"decider1"}),
    (a_refusal(), {"decider1"}),
    (acts.ReviewReturned(reason=WHY), {"decider1"}),
    (a_report(FROM, UNTIL), DESK),
    (acts.ResidentReacted(reaction=WHY), DESK),
    (acts.ParticipationContinued(reasoning=WHY), {"caseworker1"}),
    (acts.ConditionsChanged(hours_a_week=8, conditions=(), reasoning=WHY), {"caseworker1"}),
    (an_ending(UNTIL), DESK),
    (acts.EndingWithdrawn(), DESK),
    (a_correction(2, a_refusal()), {"decider1"}),
    (a_reversal(2, UNTIL), {"decider1"}),
    (a_change_report(A_MONDAY), DESK),
    (an_incident(A_MONDAY), DESK),
    (an_assessment(4), {"caseworker1"}),
    (a_suspended_permission(FROM, UNTIL), {"decider1"}),
    (acts.PermissionReinstated(holds_from=UNTIL, reasoning=WHY), {"decider1"}),
    (a_proposed_standstill(), {"caseworker1"}),
    (acts.StandstillDropped(reasoning=WHY), {"decider1"}),
    (a_proposed_revocation(), {"caseworker1"}),
    (a_revocation(UNTIL), {"decider1"}),
    (acts.RevocationDropped(reasoning=WHY), {"decider1"}),
    (acts.RenewalWithdrawn(), DESK),
    (an_adjustment_asked(), DESK),
    (an_adjustment_proposed(), {"caseworker1"}),
    (an_adjustment(4), {"caseworker1"}),
    (a_refused_adjustment(4), {"caseworker1"}),
    (acts.AdjustmentDropped(about=4), DESK),
    (an_evaluation(), {"caseworker1"}),
    (acts.TrialLeftToEnd(reasoning=WHY), {"decider1"}),
    (an_extension(UNTIL), {"decider1"}),
    (a_renewal_asked(UNTIL), DESK),
    (an_advice_to_renew(), {"caseworker1"}),
    (a_renewal(UNTIL), {"decider1"}),
    (a_refused_renewal(), {"decider1"}),
    (an_objection(), OBJECTIONS_DESK),
    (acts.RepairReceived(text="x"), OBJECTIONS_DESK),
    (acts.HearingDeclined(), OBJECTIONS_DESK),
    (acts.ObjectionWithdrawn(), OBJECTIONS_DESK),
    (acts.CostsClaimed(costs=WHY), OBJECTIONS_DESK),
    (acts.ObjectionForwarded(to="x", reasoning=WHY), {"objections1"}),
    (a_judgement(), {"objections1"}),
    (a_repair_request(UNTIL), {"objections1"}),
    (an_invitation(UNTIL), {"objections1"}),
    (a_waiver(acts.NoHearing.FULLY_MET), {"objections1"}),
    (a_hearing(A_MONDAY), {"objections1"}),
    (an_advice(acts.Outcome.UPHELD), {"objections1"}),
    (acts.HearingReopened(reason=WHY), {"decider1"}),
    (a_decision(acts.Outcome.UPHELD), {"decider1"}),
    (ADJOURNED, {"objections1", "decider1"}),
    (POSTPONED, {"objections1", "decider1"}),
    (acts.AppealRecorded(court="x", lodged_on=A_MONDAY), {"caseworker1", "objections1"}),
    (acts.CourtAsked(about=2, answer="x"), {"objections1"}),
    (acts.PostingLookedInto(about=2, finding="x"), {"caseworker1", "objections1"}),
    (acts.AdviceRequested(adviser="x", question="x"), {"caseworker1", "decider1"}),
    (acts.AdviceReceived(about=2, advice="x"), {"caseworker1"}),
    (acts.AdviceForgone(about=2, reason=WHY), {"caseworker1"}),
    (acts.NoticeOfDefaultReceived(), OBJECTIONS_DESK),
    (acts.LateDecisionAppealed(court="x", lodged_on=A_MONDAY), {"objections1"}),
    (a_ruling_on_a_delay(2), {"objections1"}),
    (DETERMINED, {"decider1"}),
    (acts.PenaltyPaid(about=2, paid_on=A_MONDAY), {"caseworker1"}),
    (acts.QuestionAsked(of=Party.MUNICIPALITY, items=("x",)), WORKERS),
    (acts.QuestionAsked(of=Party.COOPERATIVE, items=("x",)), WORKERS - {"coop-a"}),
    (acts.QuestionAnswered(about=2, answers=ANSWERS), WORKERS - {"coop-a"}),
    (acts.QuestionAnswered(about=3, answers=ANSWERS), WORKERS),
    (acts.QuestionWithdrawn(about=2, reason=WHY), WORKERS),
    (acts.QuestionWithdrawn(about=3, reason=WHY), WORKERS - {"coop-a"}),
    (an_outcome(), {"caseworker1", "objections1"}),
    (
        acts.CourtDecided(decided_on=A_MONDAY, decision=a_refusal(), summary=WHY),
        {"caseworker1", "objections1"},
    ),
    (acts.ConsentChanged(addressee=acts.Addressee.RESIDENT, electronic=True), OBJECTIONS_DESK),
    (acts.InterestDeclared(reason="x"), STAFF),
    (acts.InterestWithdrawn(declaration="x.2", reason="x"), {"coordinator1"}),
    (acts.NoteAdded(text="x"), STAFF),
    (acts.TaskClaimed(), WORKERS),
    (acts.TaskReleased(), WORKERS),
    (acts.TaskHeld(until=UNTIL, reason=WHY), WORKERS),
    (acts.TaskResumed(), WORKERS),
    (acts.TaskAssigned(assignee="x", assignee_name="X"), {"coordinator1"}),
]
BY_THE_CLOCK: list[Act] = [
    acts.SupplementRequested(missing=("plan",), until=UNTIL),
    acts.SupplementReminded(),
    acts.SupplementLapsed(),
    acts.CheckReopened(),
    acts.SetAsideLapsed(),
    acts.ViewLapsed(),
    acts.AdviceLapsed(about=2),
    acts.ReportRequested(reassessment_on=UNTIL),
    acts.ReportReminded(),
    acts.ReportEscalated(),
    acts.ReactionLapsed(),
    acts.EndAnnounced(ends_on=UNTIL),
    acts.PermissionExpired(),
    acts.ObjectionAcknowledged(),
    acts.RepairLapsed(),
    acts.AppealTermLapsed(),
    acts.ObjectionLodged(objection="x", version=4, received_on=A_MONDAY),
    acts.ObjectionTakenUp(ruled_on=A_MONDAY, decide_by=A_MONDAY, is_term_set=True),
    acts.ObjectionReopened(objection="x", times=1, ruled_on=A_MONDAY, decide_by=A_MONDAY),
    acts.ObjectionUpheld(objection="x", version=4, decide_by=A_MONDAY),
    acts.ObjectionClosed(objection="x"),
    acts.PermissionResumed(),
    acts.RenewalLapsed(ended_by=acts.EndedBy.PERMISSION_REVOKED),
    acts.SuspensionLapsed(about=2),
    acts.ObjectionTermLapsed(),
    acts.ContestedDecisionReplaced(version=5, decision="decision_corrected", involved=("decider1",)),
    acts.ContestedDecisionSent(sent_on=A_MONDAY),
    a_sending(4, A_MONDAY),
    acts.NoticeOfDefaultWeighed(about=2, effect=acts.NoticeEffect.PREMATURE, decision_due_on=A_MONDAY),
    acts.PenaltyAvoided(about=2),
    acts.LateDecisionAppealWeighed(about=2, effect=acts.CourtOpen.NO_NOTICE),
    acts.LateDecisionCame(about=2, decision=3),
]


def test_the_table_below_speaks_of_every_act() -> None:
    """A rule that is added is tested too."""
    assert set(MAY) == {type(act) for act, _ in WHO_MAY}
    assert not set(MAY) & {type(act) for act in BY_THE_CLOCK}


@pytest.mark.parametrize(("act", "allowed"), WHO_MAY, ids=lambda value: getattr(value, "kind", ""))
def test_an_act_is_for_these_roles_and_for_no_other(act: Act, allowed: set[str]) -> None:
    """Each example person has one role."""
    assert allowed == {actor.id for actor in EVERYBODY if may(actor, act, IN_TALK)}


@pytest.mark.parametrize("act", BY_THE_CLOCK, ids=lambda act: act.kind)
def test_what_happens_by_lapse_of_time_is_nobodys_to_do(act: Act) -> None:
    """Not even of somebody who says that he is the clock."""
    assert not [actor.id for actor in EVERYBODY if may(actor, act)]


@pytest.mark.parametrize("act", [act for act, _ in WHO_MAY], ids=lambda act: act.kind)
def test_nobody_acts_in_another_municipality(act: Act) -> None:
    """Whatever roles he has there."""
    everything = a_person("decider1", *Role, municipality="maandrecht", cooperative="werkplaats")

    assert not may(everything, act)
    assert not may(caseworker_other, act)


@pytest.mark.parametrize(
    "act", [an_application_received(), a_supplement(), acts.ApplicationWithdrawn(), an_ending(UNTIL)]
)
def test_a_cooperative_acts_in_its_own_cases_only(act: Act) -> None:
    """Also when it applies."""
    nobodys = a_person("coop-c", Role.COOPERATIVE)

    assert may(coop_a, act)
    assert not may(coop_b, act)
    assert not may(nobodys, act)


def test_a_cooperative_applies_for_itself_in_an_empty_case() -> None:
    """The case is not anybody's yet, so the application says whose it will be."""
    assert may(coop_a, an_application_received(), an_empty_case())
    assert not may(coop_b, an_application_received(), an_empty_case())
    assert may(coop_b, an_application_received(cooperative="buurttuin"), an_empty_case())


@pytest.mark.parametrize(
    ("actor", "refusal", "field"),
    [
        (coop_b, errors.NotRepresented, "application/cooperative"),
        (admin1, errors.NotPermitted, None),
        (decider1, errors.NotPermitted, None),
    ],
)
def test_whoever_applies_in_vain_hears_no_word_of_a_case(
    actor: Actor, refusal: type[errors.CaseError], field: str | None
) -> None:
    """There is none yet: it is the cooperative that he named, or his role."""
    with pytest.raises(errors.CaseError) as refused:
        authority.check_person(done(actor, an_application_received()), an_empty_case())

    assert (refusal, field) == (type(refused.value), refused.value.field)


def test_a_municipality_ends_no_participation_but_by_a_revocation() -> None:
    """An ending is the word of whoever stops. Awb 4:8."""
    said = an_ending(UNTIL).model_dump() | {"onBehalfOf": "municipality"}
    with pytest.raises(ValidationError, match="revoking the permission"):
        acts.ParticipationEnded.model_validate(said)
