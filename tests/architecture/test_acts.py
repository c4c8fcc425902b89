"""The acts, and the tables that must speak of each of them."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from domain import acts, lapsing, trial
from domain.authority import MAY
from domain.duties import DECISIONS
from domain.fact import Fact
from domain.mandates import Decision
from domain.matters import delay
from domain.permission import RENEWS_A_PERMISSION
from domain.status import STATUS_AFTER
from workflows import (
    beside,
    completing,
    mending,
    objection,
    participation,
    permission,
    reporting,
    taken_in,
    taking_part,
)

KINDS: tuple[type[Fact], ...] = get_args(get_args(acts.Act)[0])

NOTED = frozenset(
    {
        acts.SupplementRequested,
        acts.SupplementReminded,
        acts.SupplementLapsed,
        acts.CheckReopened,
        acts.SetAsideLapsed,
        acts.ViewLapsed,
        acts.AdviceLapsed,
        acts.ReportRequested,
        acts.ReportReminded,
        acts.ReportEscalated,
        *(acts.InterimReportRequested, acts.InterimReportReminded, acts.InterimReportEscalated),
        acts.ReactionLapsed,
        acts.EndAnnounced,
        acts.PermissionExpired,
        acts.ParticipationStopped,
        acts.PermissionResumed,
        *(acts.RenewalLapsed, acts.AdjustmentLapsed),
        acts.SuspensionLapsed,
        acts.ObjectionAcknowledged,
        acts.RepairLapsed,
        acts.ObjectionTakenUp,
        acts.AppealTermLapsed,
        acts.ObjectionLodged,
        acts.ObjectionReopened,
        acts.ObjectionUpheld,
        acts.ObjectionClosed,
        acts.ObjectionTermLapsed,
        acts.ContestedDecisionReplaced,
        acts.ContestedDecisionSent,
        acts.LetterSent,
        *(acts.NoticeOfDefaultWeighed, acts.PenaltyAvoided),
        *(acts.LateDecisionAppealWeighed, acts.LateDecisionCame),
    }
)
"""What follows by itself, by lapse of time or by news of another case."""

TOLD_BY = (lapsing, delay, trial)
"""Where it stands which of two acts the procedure notes or takes."""

MOVING_A_PERMISSION = {acts.PermissionRevoked, acts.TrialEvaluated, *RENEWS_A_PERMISSION}
"""What ends it, or what was in hand of it."""

BESIDE_THE_PROCEDURE = frozenset(
    {
        *(acts.NoteAdded, acts.SupplementReminded, acts.RequestSetAside, acts.ReportReminded),
        *(acts.ResidentReacted, acts.ReactionLapsed, acts.EndAnnounced, acts.EndingWithdrawn),
        *(acts.InterimReportRequested, acts.InterimReportReminded, acts.InterimReportEscalated),
        *(*get_args(acts.OfAChange), *get_args(acts.OfAnAdjustment)),
        *(set(get_args(acts.OfThePermission)) - MOVING_A_PERMISSION),
        *get_args(acts.OfATerm),
        *(*get_args(acts.OfAnInterest), *get_args(acts.TaskAct)),
        *(acts.ObjectionAcknowledged, acts.HearingInvited, acts.CommitteeAdvised),
        *(acts.ObjectionAdjourned, acts.ObjectionPostponed),
        *(acts.AdviceRequested, acts.AdviceReceived, acts.AdviceLapsed, acts.AdviceForgone),
        *(acts.NoticeOfDefaultReceived, acts.NoticeOfDefaultWeighed),
        *(acts.PenaltyAvoided, acts.PenaltyDetermined, acts.PenaltyPaid),
        *get_args(acts.OfADelay),
        *(acts.QuestionAsked, acts.QuestionAnswered, acts.QuestionWithdrawn),
        acts.DecisionCorrected,
        *(acts.ObjectionLodged, acts.ObjectionReopened),
        *(acts.ObjectionClosed, acts.ObjectionTermLapsed),
        *(acts.ContestedDecisionReplaced, acts.ContestedDecisionSent),
        *(*get_args(acts.OfALetter), acts.CostsClaimed),
        *(acts.CourtAsked, acts.AppealOutcomeRecorded, acts.CourtDecided),
    }
)
"""What changes nothing in where a case stands."""


BESIDE_ANY = (
    *(acts.NoteAdded, acts.ConsentChanged, *get_args(acts.OfAnInterest), *get_args(acts.TaskAct)),
    *(acts.LetterSent, acts.ContestedDecisionReplaced, acts.ContestedDecisionSent),
)
"""What comes at any moment of a procedure."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_act_is_called_by_its_name_in_snake_case(kind: type[Fact]) -> None:
    """In the API, in the tables and in the histories."""
    assert re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower() == kind.model_fields["kind"].default


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_act_is_somebodys_or_the_clocks(kind: type[Fact]) -> None:
    """One of the two, never both."""
    assert (kind in MAY) != (kind in NOTED)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_act_says_where_the_case_stands_or_stands_beside_the_procedure(kind: type[Fact]) -> None:
    """One of the two, never both."""
    assert (kind in STATUS_AFTER) != (kind in BESIDE_THE_PROCEDURE)


@pytest.mark.parametrize(
    "kind",
    [kind for kind in KINDS if kind not in BESIDE_ANY],
    ids=lambda k: k.__name__,
)
def test_the_procedure_has_a_place_for_every_act(kind: type[Fact]) -> None:
    """In one of the procedures, or in `workflows/beside.py` and its kin for what runs beside them."""
    places = (
        participation,
        taking_part,
        taken_in,
        objection,
        mending,
        beside,
        reporting,
        completing,
        permission,
        *TOLD_BY,
    )
    assert any(kind.__name__ in vars(place) for place in places)


def test_every_decision_needs_a_mandate() -> None:
    """There is a kind of mandate for each act that decides, and each kind is of use."""
    assert set(Decision) == set(DECISIONS.values())
    assert set(DECISIONS) <= set(MAY)
