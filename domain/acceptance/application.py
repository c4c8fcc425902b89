"""Whether what is said of an application fits, up to the decision on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from domain import acts, extent, periods
from domain.acceptance import awaited, correction, permission
from domain.acceptance.matters import check_no_advice_is_awaited
from domain.acceptance.no_worse import check_grant
from domain.calendar import NETHERLANDS, is_day_off, last_day
from domain.case import Case, Status
from domain.circumstances import (
    Circumstances,
    check_extent,
    check_hours,
    check_listed,
    check_receipt,
    check_trial,
    check_view,
)
from domain.completeness import step
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.policy import Policy, named


def _application(act: acts.ApplicationReceived, now: Circumstances) -> None:
    check_listed((item.code for item in act.application.items), now.policy.items, "application/items")
    check_hours(act.application.hours_a_week, now.policy, "application/hoursAWeek")
    check_receipt(act.received_on, now)
    received_on = act.received_on or now.on
    if act.application.signed_at.astimezone(NETHERLANDS).date() > received_on:
        raise NotAcceptable(
            "application/signedAt",
            "The resident signs before the application comes in, on {day} at the latest",
            day=received_on,
        )


def _check(act: acts.CompletenessChecked, now: Circumstances) -> None:
    check_listed(act.missing, now.policy.items, "missing")
    is_of_a_request = now.about is not None
    if now.case.status is Status.REVIEW or (is_of_a_request and step(now.case, now.about) is None):
        _turns_out_to_be_missing(act, now)


def _turns_out_to_be_missing(act: acts.CompletenessChecked, now: Circumstances) -> None:
    """At the review only what is missing needs a word, unless it is dealt with without that. Awb 4:5(4)."""
    if not act.missing:
        raise NotAcceptable("missing", "Name what is missing: all that was needed is there")
    let_go = now.case.last_in(now.about, acts.SetAsideLapsed, acts.ApplicationTakenUp)
    asked = asked_for(now.case.up_to(let_go[0].version), now.about) if let_go else frozenset[str]()
    for place, code in enumerate(act.missing):
        if code in asked:
            raise NotAcceptable(
                f"missing/{place}",
                "{item} was asked for before, and the application is dealt with without it",
                item=named((code,), now.policy.items),
            )


def _set_aside_proposed(act: acts.SetAsideProposed, now: Circumstances) -> None:
    """Only what was asked for by name, and did not come, can lead to setting aside. Awb 4:5(1)."""
    asked = asked_for(now.case, now.about)
    for place, code in enumerate(act.missing):
        if code not in asked:
            raise NotAcceptable(
                f"missing/{place}",
                "{item} was not asked for yet; ask for it first",
                item=named((code,), now.policy.items),
            )


def asked_for(case: Case, request: int | None) -> frozenset[str]:
    """The items that the applicant was asked for by name, for the application or for that request. Awb 4:5(1)."""
    asked = case.every(acts.SupplementRequested)
    return frozenset(code for entry, act in asked if entry.about == request for code in act.missing)


def _set_aside(act: acts.ApplicationSetAside | acts.RequestSetAside, now: Circumstances) -> None:
    """The period to supply what is missing is the applicant's, whole, also where it was made longer. Awb 4:5(1)."""
    about = act.about if isinstance(act, acts.RequestSetAside) else None
    asked = now.case.last_in(about, acts.SupplementRequested)
    if asked and now.on <= (until := periods.last_day(now.case, asked[0])):
        raise NotNow("The applicant has until {day} to send what is missing", day=until)


def _supplement(act: acts.SupplementReceived, now: Circumstances) -> None:
    check_listed((item.code for item in act.items), now.policy.items, "items")
    check_receipt(act.received_on, now)
    awaited.check_supplied(act.request, now)


def _review(act: acts.ApplicationReviewed, now: Circumstances) -> None:
    check_no_advice_is_awaited(now)
    criteria = now.policy.criteria
    check_listed((finding.criterion for finding in act.findings), criteria, "findings")
    answered = [finding.criterion for finding in act.findings]
    for place, criterion in enumerate(answered):
        if criterion in answered[:place]:
            twice = named((criterion,), criteria)
            raise NotAcceptable(f"findings/{place}", "{code} is answered twice", code=twice)
    if left := [entry.code for entry in criteria if entry.code not in answered]:
        told = named(left, criteria)
        raise NotAcceptable("findings", "These criteria are not answered yet: {codes}", codes=told)
    if act.deviation is None:
        _follows(act.findings, now.policy, is_grant=act.recommendation is acts.Recommendation.GRANT)


def _grant(act: acts.PermissionGranted, now: Circumstances) -> None:
    check_no_advice_is_awaited(now)
    policy, earliest = now.policy, correction.may_start_on(now.case, now.on)
    correction.check_days(act, now)
    check_grant(act, now)
    if act.valid_from < earliest:
        raise NotAcceptable("validFrom", "The permission can start on {day} at the earliest", day=earliest)
    check_listed(act.reasons, policy.grant_reasons, "reasons")
    if act.deviation is None:
        _within_the_policy(act, policy)
        _follows(_findings(now), now.policy, is_grant=True)
    falls_short = extent.falls_short(act, now.case.application, now.on)
    if falls_short or correction.takes_from_the_permission(act, now):
        check_view(act, now)


def _within_the_policy(act: acts.PermissionGranted, policy: Policy) -> None:
    """What goes beyond it is a deviation, with reasons of its own. Awb 4:84."""
    check_extent(act, policy, yearly="hoursAYear")
    if act.form is acts.Form.TRIAL:
        check_trial(act.valid_from, act.valid_until, policy)
    if act.valid_until > last_day(act.valid_from, policy.max_months):
        raise NotAcceptable(
            "validUntil",
            "The policy allows a permission of at most {months} months",
            months=policy.max_months,
        )


def _follows(findings: tuple[acts.Finding, ...], policy: Policy, *, is_grant: bool) -> None:
    """What a review found binds nobody, but to decide or advise otherwise departs from the policy. Awb 4:84."""
    unmet = [each.criterion for each in findings if each.answer is acts.Answer.NOT_MET]
    if unmet and is_grant:
        raise NotAcceptable(
            "deviation",
            "The review found this not met: {codes}. Say why the policy is departed from, or have it reviewed again",
            codes=named(unmet, policy.criteria),
        )
    if findings and not unmet and not is_grant:
        raise NotAcceptable(
            "deviation",
            "The review found nothing that is not met. Say why the policy is departed from, or have it reviewed again",
        )


def _findings(now: Circumstances) -> tuple[acts.Finding, ...]:
    """What the review found on which the decision builds."""
    reviewed = now.case.last(acts.ApplicationReviewed)
    return reviewed[1].findings if reviewed else ()


def _refusal(act: acts.PermissionRefused, now: Circumstances) -> None:
    check_no_advice_is_awaited(now)
    check_listed(act.grounds, now.policy.refusal_grounds, "grounds")
    correction.check_is_not_his_own(now)
    if act.deviation is None:
        _follows(_findings(now), now.policy, is_grant=False)
    check_view(act, now)


def _invitation(act: acts.ViewInvited, now: Circumstances) -> None:
    permission.check_invitation(now.case)
    if act.until is None:
        return
    earliest = now.on + timedelta(days=now.policy.periods.view_days_at_least)
    if act.until < earliest:
        raise NotAcceptable(
            "until", "Give at least until {day}: time to think about it, and to answer", day=earliest
        )
    if is_day_off(act.until):
        raise NotAcceptable("until", "This is a day off: choose a working day")


def _view(act: acts.ViewReceived, now: Circumstances) -> None:
    check_receipt(act.received_on, now)


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.ApplicationReceived: _application,
    acts.CompletenessChecked: _check,
    acts.SetAsideProposed: _set_aside_proposed,
    acts.ApplicationSetAside: _set_aside,
    acts.RequestSetAside: _set_aside,
    acts.SupplementReceived: _supplement,
    acts.ApplicationReviewed: _review,
    acts.ViewInvited: _invitation,
    acts.ViewReceived: _view,
    acts.PermissionGranted: _grant,
    acts.PermissionRefused: _refusal,
}
