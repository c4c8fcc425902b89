"""Examples of what becomes of a permission while somebody takes part."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.acts import (
    AdjustmentProposed,
    AdjustmentRefused,
    AdjustmentRequested,
    ChangeAssessed,
    ChangeReported,
    Conclusion,
    ConditionsAdjusted,
    IncidentReported,
    PermissionExtendedToFull,
    PermissionRenewed,
    PermissionRevoked,
    PermissionSuspended,
    RenewalAdvised,
    RenewalRefused,
    RenewalRequested,
    RevocationProposed,
    Severity,
    StandstillProposed,
    TrialEvaluated,
    ViewWaiver,
)
from tests.examples import WHY


def a_suspended_permission(first: date, last: date, **changed: Any) -> PermissionSuspended:
    """The permission stands still between these days, which could not wait for anybody's view."""
    return PermissionSuspended.model_validate(
        {"suspended_from": first, "suspended_until": last, "reasoning": WHY, "view_waived": "urgent"}
        | changed
    )


def a_change_report(since: date) -> ChangeReported:
    """Something changed since that day."""
    return ChangeReported(change="The workshop moved.", since=since)


def an_incident(happened_on: date, severity: Severity = Severity.MINOR) -> IncidentReported:
    """Something went wrong on that day."""
    return IncidentReported(incident="A customer was shouted at.", severity=severity, happened_on=happened_on)


def an_assessment(about: int, conclusion: Conclusion = Conclusion.NOTHING) -> ChangeAssessed:
    """A caseworker looked at what was reported under that number."""
    return ChangeAssessed(about=about, conclusion=conclusion, reasoning=WHY)


def a_proposed_standstill() -> StandstillProposed:
    """A caseworker proposes to suspend the permission."""
    return StandstillProposed(reasoning="He works at night.")


def a_proposed_revocation(*grounds: str) -> RevocationProposed:
    """A caseworker proposes to revoke the permission."""
    return RevocationProposed(grounds=grounds or ("conditions_broken",), reasoning="He works at night.")


def a_revocation(revoked_from: date, *grounds: str, **changed: Any) -> PermissionRevoked:
    """The permission is revoked from that day, after his view was asked."""
    return PermissionRevoked.model_validate(
        {
            "grounds": grounds or ("conditions_broken",),
            "revoked_from": revoked_from,
            "reasoning": "He works at night.",
        }
        | changed
    )


def an_evaluation(recommendation: str = "make_full") -> TrialEvaluated:
    """A caseworker looked how the trial went."""
    return TrialEvaluated.model_validate({"recommendation": recommendation, "reasoning": WHY})


def an_extension(valid_until: date, hours_a_week: int = 16, **changed: Any) -> PermissionExtendedToFull:
    """The trial went well, and the permission lasts until that day."""
    return PermissionExtendedToFull.model_validate(
        {"valid_until": valid_until, "hours_a_week": hours_a_week, "reasoning": WHY} | changed
    )


def a_renewal_asked(valid_until: date, received_on: date | None = None) -> RenewalRequested:
    """The cooperative asks that the permission last until that day."""
    return RenewalRequested(valid_until=valid_until, reasoning=WHY, received_on=received_on)


def an_advice_to_renew(recommendation: str = "renew") -> RenewalAdvised:
    """A caseworker looked at it."""
    return RenewalAdvised.model_validate({"recommendation": recommendation, "reasoning": WHY})


def a_renewal(valid_until: date, **changed: Any) -> PermissionRenewed:
    """The permission lasts until that day."""
    return PermissionRenewed.model_validate({"valid_until": valid_until, "reasoning": WHY} | changed)


def a_refused_renewal(*grounds: str, view_waived: ViewWaiver | None = None) -> RenewalRefused:
    """The permission does not last longer."""
    return RenewalRefused(grounds=grounds or ("no_benefit",), reasoning=WHY, view_waived=view_waived)


def an_adjustment_asked(hours_a_week: int = 20, *conditions: str, **changed: Any) -> AdjustmentRequested:
    """The resident asks for these hours and conditions."""
    return AdjustmentRequested.model_validate(
        {"on_behalf_of": "resident", "reasoning": WHY}
        | {"hours_a_week": hours_a_week, "conditions": conditions}
        | changed
    )


def an_adjustment_proposed(hours_a_week: int = 12, *conditions: str) -> AdjustmentProposed:
    """A caseworker proposes these hours and conditions."""
    return AdjustmentProposed(hours_a_week=hours_a_week, conditions=conditions, reasoning=WHY)


def an_adjustment(
    about: int, hours_a_week: int = 20, *conditions: str, view_waived: ViewWaiver | None = None
) -> ConditionsAdjusted:
    """These hours and conditions count from now on."""
    return ConditionsAdjusted(
        about=about,
        hours_a_week=hours_a_week,
        conditions=conditions,
        reasoning=WHY,
        view_waived=view_waived,
    )


def a_refused_adjustment(about: int, view_waived: ViewWaiver | None = None) -> AdjustmentRefused:
    """The hours and conditions stay what they are."""
    return AdjustmentRefused(about=about, reasoning=WHY, view_waived=view_waived)
