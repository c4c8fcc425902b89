"""Every act can be told to people, in both languages, and never more than it should."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.acts import ACTS, Act
from domain.case import Status
from domain.narration import narrated, told
from domain.terms import APPLYING
from domain.words import DUTIES, STATUSES, TERMS, Language, day, duty, term
from tests.examples import (
    A_MONDAY,
    a_case,
    a_check,
    a_grant,
    a_policy,
    a_proposal,
    a_refusal,
    a_report,
    a_review,
    a_supplement,
    an_application_received,
    an_ending,
    caseworker1,
)
from tests.objecting import (
    a_decision,
    a_hearing,
    a_hearing_at_once,
    a_repair_request,
    a_ruling_on_a_delay,
    a_waiver,
    an_advice,
    an_invitation,
    an_objection,
    an_outcome,
    too_late,
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

LATER = date(2027, 5, 1)
NUMBER = "MD-7Q2K-9F3M-X4H6"
WHY = "Because it is so"
LANGUAGES: tuple[Language, ...] = ("nl", "en")

ONE_OF_EACH: tuple[Act, ...] = (
    an_application_received(),
    a_check("plan"),
    acts.SupplementRequested(missing=("plan",), until=LATER),
    acts.SupplementReminded(),
    a_supplement("plan"),
    acts.SupplementLapsed(),
    a_proposal("plan"),
    acts.CheckReopened(),
    acts.ApplicationSetAside(reasoning=WHY),
    acts.ApplicationTakenUp(reasoning=WHY),
    acts.RequestSetAside(about=1, reasoning=WHY),
    acts.SetAsideLapsed(),
    acts.ApplicationWithdrawn(reason=WHY),
    acts.TermSuspended(ground=acts.SuspensionGround.FORCE_MAJEURE, until=LATER, reasoning=WHY),
    acts.SuspensionEnded(reason=WHY),
    acts.DecisionAdjourned(until=LATER, reasoning=WHY),
    acts.PeriodExtended(until=LATER, reasoning=WHY),
    a_review(),
    acts.ViewInvited(intention=WHY),
    acts.ViewReceived(view=WHY),
    acts.ViewLapsed(),
    a_grant(A_MONDAY, LATER),
    a_refusal(),
    a_refusal(deviation=WHY),
    acts.ReviewReturned(reason=WHY),
    acts.ReportRequested(reassessment_on=LATER),
    acts.ReportReminded(),
    acts.ReportEscalated(),
    acts.InterimReportRequested(period_from=A_MONDAY, period_until=LATER),
    acts.InterimReportReminded(about=4),
    acts.InterimReportEscalated(about=4),
    a_report(A_MONDAY, LATER),
    acts.ResidentReacted(reaction=WHY),
    acts.ReactionLapsed(),
    acts.ParticipationContinued(reasoning=WHY),
    acts.ConditionsChanged(hours_a_week=8, conditions=("Report monthly",), reasoning=WHY),
    an_ending(LATER),
    acts.EndingWithdrawn(reason=WHY),
    acts.ParticipationStopped(),
    acts.EndAnnounced(ends_on=LATER),
    acts.PermissionExpired(),
    a_correction(2, a_refusal()),
    a_reversal(2, LATER),
    a_change_report(A_MONDAY),
    an_incident(A_MONDAY),
    an_assessment(4),
    a_suspended_permission(A_MONDAY, LATER),
    acts.PermissionReinstated(holds_from=LATER, reasoning=WHY),
    a_proposed_standstill(),
    acts.StandstillDropped(reasoning=WHY),
    a_proposed_revocation(),
    a_revocation(LATER),
    acts.RevocationDropped(reasoning=WHY),
    acts.RenewalWithdrawn(reason=WHY),
    an_adjustment_asked(20, "Report monthly", received_on=A_MONDAY),
    an_adjustment_proposed(),
    an_adjustment(4),
    a_refused_adjustment(4),
    acts.AdjustmentDropped(about=4, reason=WHY),
    acts.AdjustmentLapsed(about=4, ended_by=acts.EndedBy.PERMISSION_REVOKED),
    acts.PermissionResumed(),
    acts.RenewalLapsed(ended_by=acts.EndedBy.PARTICIPATION_ENDED),
    acts.SuspensionLapsed(about=2),
    an_evaluation(),
    acts.TrialLeftToEnd(reasoning=WHY),
    an_extension(LATER, conditions=("Report monthly",), deviation=WHY),
    a_renewal_asked(LATER, received_on=A_MONDAY),
    an_advice_to_renew(),
    a_renewal(LATER, deviation=WHY),
    a_refused_renewal(),
    an_objection(late_because="I was ill", posted_on=A_MONDAY),
    acts.ObjectionAcknowledged(),
    too_late(excused=True),
    a_repair_request(LATER, "reasons", "signature"),
    acts.RepairReceived(text=WHY),
    acts.RepairLapsed(),
    an_invitation(LATER, answer_by=A_MONDAY),
    a_waiver(acts.NoHearing.NO_ANSWER),
    acts.HearingDeclined(),
    a_hearing(A_MONDAY),
    a_hearing_at_once(A_MONDAY),
    an_advice(acts.Outcome.UPHELD),
    acts.HearingReopened(reason=WHY),
    a_decision(acts.Outcome.UNFOUNDED, no_hearing="declined", departs_because=WHY),
    acts.ObjectionAdjourned(weeks=1, reasoning=WHY),
    acts.ObjectionAdjourned(until=LATER, reasoning=WHY),
    acts.ObjectionPostponed(until=LATER, consent=acts.Consent.ALL, reasoning=WHY),
    acts.ObjectionWithdrawn(reason=WHY),
    acts.AppealRecorded(court="Rechtbank Midden-Nederland", lodged_on=A_MONDAY, reference="UTR 26/1"),
    acts.AppealRecorded(court="Rechtbank", lodged_on=A_MONDAY, by_another=True),
    acts.AppealTermLapsed(),
    acts.CourtAsked(about=7, answer=WHY),
    acts.PostingLookedInto(about=7, finding=WHY),
    acts.CostsClaimed(costs=WHY),
    acts.ObjectionForwarded(to="the water authority", reasoning=WHY),
    an_outcome("upheld", decide_by=LATER),
    an_outcome("upheld"),
    acts.CourtDecided(decided_on=A_MONDAY, decision=a_refusal(), summary=WHY),
    acts.CourtDecided(decided_on=A_MONDAY, decision=a_renewal(LATER), summary=WHY),
    acts.ObjectionLodged(objection=NUMBER, version=4, received_on=A_MONDAY),
    acts.ObjectionTakenUp(ruled_on=A_MONDAY, decide_by=LATER, is_term_set=True),
    acts.ObjectionReopened(objection=NUMBER, times=1, ruled_on=A_MONDAY, decide_by=LATER),
    acts.ObjectionUpheld(objection=NUMBER, version=4, decide_by=LATER),
    acts.ObjectionUpheld(objection=NUMBER, version=4, decide_by=LATER, decision=a_refusal()),
    acts.ObjectionClosed(objection=NUMBER),
    acts.ObjectionClosed(objection=NUMBER, decision=a_renewal(LATER)),
    *(acts.ObjectionTermLapsed(), acts.ContestedDecisionSent(sent_on=A_MONDAY)),
    acts.ContestedDecisionReplaced(version=5, decision="decision_corrected", involved=("decider1",)),
    acts.ContestedDecisionReplaced(version=6, decision="decision_reversed", involved=("decider1",)),
    acts.AdviceRequested(adviser="work_coach", question="Can she lift this?", until=LATER),
    acts.AdviceReceived(about=7, advice="She can.", received_on=LATER),
    acts.AdviceLapsed(about=7),
    acts.AdviceForgone(about=7, reason=WHY),
    acts.NoticeOfDefaultReceived(text=WHY, received_on=LATER),
    acts.NoticeOfDefaultWeighed(
        about=7, effect=acts.NoticeEffect.COUNTS, decision_due_on=LATER, first_day_on=LATER
    ),
    acts.NoticeOfDefaultWeighed(about=7, effect=acts.NoticeEffect.PREMATURE, decision_due_on=LATER),
    acts.NoticeOfDefaultWeighed(about=7, effect=acts.NoticeEffect.REPEATED, decision_due_on=LATER),
    acts.LateDecisionAppealed(court="Rechtbank", lodged_on=A_MONDAY, reference="UTR 26/2"),
    acts.LateDecisionAppealWeighed(
        about=7, effect=acts.CourtOpen.OPEN, notice_on=A_MONDAY, open_from=A_MONDAY
    ),
    acts.LateDecisionAppealWeighed(
        about=7, effect=acts.CourtOpen.TOO_SOON, notice_on=A_MONDAY, open_from=LATER
    ),
    acts.LateDecisionAppealWeighed(about=7, effect=acts.CourtOpen.NO_NOTICE),
    acts.LateDecisionCame(about=7, decision=9),
    a_ruling_on_a_delay(7, decide_by=LATER, daily_cents=100_00, most_cents=15_000_00),
    a_ruling_on_a_delay(7, "unfounded"),
    acts.PenaltyAvoided(about=7),
    acts.PenaltyDetermined(about=7, cents=144200, reasoning=WHY),
    acts.PenaltyDetermined(about=7, cents=0, none_because=acts.NoPenalty.NO_INTEREST, reasoning=WHY),
    acts.PenaltyPaid(about=7, paid_on=LATER),
    acts.QuestionAsked(of=acts.Party.COOPERATIVE, items=("Who keeps the tools?",), until=LATER),
    acts.QuestionAnswered(about=7, answers=(acts.ItemAnswered(item=1, answer="We do."),)),
    acts.QuestionWithdrawn(about=7, reason=WHY),
    a_sending(4, A_MONDAY),
    acts.ConsentChanged(addressee=acts.Addressee.RESIDENT, electronic=True),
    acts.NoteAdded(text=WHY),
    acts.InterestDeclared(reason=WHY),
    acts.InterestDeclared(person="caseworker1", person_name="Anna", reason=WHY),
    acts.InterestWithdrawn(declaration="MD-DFRV-5ZBB-CE1S.7", reason=WHY),
    acts.TaskClaimed(),
    acts.TaskReleased(),
    acts.TaskAssigned(assignee="caseworker2", assignee_name="Mohamed"),
    acts.TaskHeld(until=LATER, reason=WHY),
    acts.TaskResumed(),
)


def test_no_kind_of_act_is_left_out() -> None:
    assert set(ACTS) == {act.kind for act in ONE_OF_EACH}


@pytest.mark.parametrize("act", ONE_OF_EACH, ids=lambda act: act.kind)
def test_every_act_is_told_in_whole_sentences_in_both_languages(act: Act) -> None:
    said = narrated(act)

    for sentence in (said.nl, said.en):
        assert sentence[0].isupper()
        assert sentence.endswith((".", "?"))
        assert "  " not in sentence
        assert "None" not in sentence
    assert said.nl != said.en


@pytest.mark.parametrize("act", ONE_OF_EACH, ids=lambda act: act.kind)
def test_no_sentence_tells_a_bsn(act: Act) -> None:
    assert "99999" not in f"{narrated(act)}"


@pytest.mark.parametrize("act", ONE_OF_EACH, ids=lambda act: act.kind)
def test_no_reason_that_somebody_gave_is_lost(act: Act) -> None:
    given = [getattr(act, name) for name in ("reasoning", "reason", "text") if getattr(act, name, None)]

    for reason in given:
        assert str(reason).rstrip(".") in narrated(act).nl
        assert str(reason).rstrip(".") in narrated(act).en


def test_what_the_policy_names_is_called_by_its_title() -> None:
    title = {"nl": "Kopie van een paspoort", "en": "Copy of a passport"}
    policy, check = a_policy(items=[{"code": "identity", "title": title}]), a_check("identity")

    assert "The application is not complete yet. Missing: identity." == narrated(check).en
    assert "The application is not complete yet. Missing: Copy of a passport." == narrated(check, policy).en
    nl = narrated(check, policy).nl
    assert "De aanvraag is nog niet compleet. Er ontbreekt: Kopie van een paspoort." == nl


def test_a_criterion_that_is_not_met_is_named() -> None:
    findings = [
        acts.Finding(criterion="benefit", answer=acts.Answer.MET, reason=WHY),
        acts.Finding(criterion="market", answer=acts.Answer.NOT_MET, reason=WHY),
    ]
    said = narrated(a_review("refuse", findings=findings))

    assert said.en.startswith("The application was reviewed. Not met: market. Advice: refuse it.")


def test_an_entry_is_told_in_the_language_that_is_asked_for() -> None:
    entry = a_case((A_MONDAY, caseworker1, a_check())).entries[-1]

    assert "De aanvraag is compleet." == told(entry, "nl")
    assert "The application is complete." == told(entry, "en")


def test_a_receipt_by_post_is_told_with_its_own_date() -> None:
    said = narrated(an_application_received(received_on=date(2026, 2, 27)))

    assert said.en.startswith("An application came in on 27 February 2026: ")
    assert said.nl.startswith("Aanvraag ontvangen op 27 februari 2026: ")


def test_dates_are_written_as_people_write_them() -> None:
    assert "1 maart 2026" == day(date(2026, 3, 1), "nl")
    assert "31 December 2026" == day(date(2026, 12, 31), "en")


def test_every_status_has_a_name() -> None:
    assert set(Status) == set(STATUSES)


def test_every_task_and_every_term_of_the_procedure_has_a_name() -> None:
    assert set(DUTIES) <= set(ACTS)
    assert {each.__name__ for terms in APPLYING.values() for each in terms} <= set(TERMS)
    for language in LANGUAGES:
        assert "_" not in duty("a_kind_to_come", language)
        assert "_" not in term("a_term_to_come", language)
