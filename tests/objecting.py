"""Examples of what happens in an objection."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain import objections
from domain.acts import (
    AdmissibilityJudged,
    AppealOutcomeRecorded,
    CommitteeAdvised,
    HearingHeld,
    HearingInvited,
    HearingWaived,
    LateDecisionRuled,
    NoHearing,
    ObjectionDecided,
    ObjectionPostponed,
    ObjectionReceived,
    Outcome,
    RepairRequested,
    ShortNotice,
)
from domain.case import Case
from domain.people import Actor, Role
from tests.examples import A_MONDAY, a_case, a_check, a_person, a_refusal, a_review, caseworker1, decider1

objections2 = a_person("objections2", Role.OBJECTIONS_OFFICER)


def a_refused_case(on: date = A_MONDAY) -> Case:
    """Reviewed by `caseworker1`, refused by `decider1`, all on one day."""
    return a_case((on, caseworker1, a_check()), (on, caseworker1, a_review()), (on, decider1, a_refusal()))


def an_objection(case: Case | None = None, version: int | None = None, **changed: Any) -> ObjectionReceived:
    """The resident objects to a decision in this case, by default the last one, which went out on its day."""
    decision = objections.contested(case or a_refused_case(), version)
    decision = decision.model_copy(update={"sent_on": decision.sent_on or decision.decided_on})
    return ObjectionReceived.model_validate(
        {"decision": decision, "objector": "resident", "reasons": "There is a right to a benefit."} | changed
    )


def a_judgement(**changed: Any) -> AdmissibilityJudged:
    """The objection can be dealt with."""
    return AdmissibilityJudged.model_validate({"reasoning": "It has all it needs."} | changed)


def too_late(*, excused: bool) -> AdmissibilityJudged:
    """It came too late, with or without an excuse."""
    return a_judgement(late_excused=excused, obstacle=None if excused else "late")


def a_repair_request(until: date, *defects: str) -> RepairRequested:
    """The grounds are missing, or these."""
    return RepairRequested.model_validate({"defects": defects or ("reasons",), "until": until})


def an_invitation(on: date, **changed: Any) -> HearingInvited:
    """Invited for that day."""
    return HearingInvited.model_validate({"hearing_on": on, "place": "Town hall, room 2"} | changed)


def a_hearing(on: date) -> HearingHeld:
    """Heard on that day."""
    return HearingHeld(held_on=on, heard_by=("A. de Wit",), report="The resident told about the benefit.")


def a_hearing_at_once(on: date) -> HearingHeld:
    """Heard on that day without an invitation, since the objector came of himself."""
    return a_hearing(on).model_copy(update={"at_short_notice": ShortNotice.CAME_OF_HIMSELF})


def a_hearing_agreed_to(on: date) -> HearingHeld:
    """Heard on that day without an invitation, since all agreed."""
    return a_hearing(on).model_copy(update={"at_short_notice": ShortNotice.AGREED})


def a_waiver(ground: NoHearing) -> HearingWaived:
    """No hearing, on that ground."""
    return HearingWaived(ground=ground, reasoning="It is plain.")


def an_advice(outcome: Outcome) -> CommitteeAdvised:
    """The committee advises that."""
    return CommitteeAdvised(outcome=outcome, reasoning="The file shows it.")


def a_decision(outcome: Outcome, **changed: Any) -> ObjectionDecided:
    """Decided so, after a hearing."""
    return ObjectionDecided.model_validate(
        {"outcome": outcome, "reasoning": "The benefit was looked at."} | changed
    )


def a_postponement(until: date, **changed: Any) -> ObjectionPostponed:
    """The decision comes by that day, to which the objector agreed on paper."""
    said = {
        "until": until,
        "consent": "objector",
        "document": "letter.pdf",
        "reasoning": "It takes more time.",
    }
    return ObjectionPostponed.model_validate(said | changed)


RULED = date(2026, 3, 16)
"""A Monday, two weeks after the decision that is contested."""


def an_outcome(outcome: str = "unfounded", **changed: Any) -> AppealOutcomeRecorded:
    """The court decided so on that day."""
    said = {"outcome": outcome, "decided_on": RULED, "summary": "The court found the reasons sufficient."}
    return AppealOutcomeRecorded.model_validate(said | changed)


def a_ruling_on_a_delay(about: int, outcome: str = "upheld", **changed: Any) -> LateDecisionRuled:
    """The court said so of an appeal since no decision came in time, on a Monday."""
    said = {"about": about, "outcome": outcome, "decided_on": A_MONDAY, "summary": "It took too long."}
    return LateDecisionRuled.model_validate(said | changed)


def an_objection_case(*happened: tuple[date, Actor, Any], on: date = A_MONDAY, **changed: Any) -> Case:
    """An objection that came on that day to a refusal of that day, and what happened since."""
    received = an_objection(a_refused_case(A_MONDAY), **changed)
    return a_case((on, changed.pop("by", caseworker1), received), *happened)
