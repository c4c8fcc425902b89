"""From permission to its end."""

from __future__ import annotations

from domain import acts, terms
from domain.adjustment import open_requests
from domain.calendar import written
from domain.case import Case, Entry
from domain.fact import Text
from domain.letters.closing import what_follows
from domain.letters.kind import (
    Kind,
    Kinds,
    Said,
    both,
    is_over,
    next_time,
    renewal_decided_by,
    standstill,
    the_permission,
    whether_over,
)
from domain.terms import penalty


def _report_asked(case: Case, _: Entry, act: acts.ReportRequested) -> dict[str, Said]:
    return {
        "reassess_on": written(act.reassessment_on),
        "reassess_is_late": "yes" if is_over(case, act.reassessment_on) else "",
        "report_by": written(terms.report(case).due_on),
        **the_permission(case),
    }


def _continued(case: Case, _: Entry, act: acts.ParticipationContinued) -> dict[str, Said]:
    return {"reasoning": act.reasoning, **reaction(case), **the_permission(case), **next_time(case)}


def _changed(case: Case, entry: Entry, act: acts.ConditionsChanged) -> dict[str, Said]:
    return {
        "changes_on": written(entry.on),
        "reasoning": act.reasoning,
        "deviation": act.deviation or "",
        **reaction(case),
        **intention_heard(case),
        **the_permission(case),
        **next_time(case),
    }


def reaction(case: Case) -> dict[str, Said]:
    """Whether the resident was heard: `given`, `declined`, or `lapsed`. Pw 44a."""
    asked = case.last(acts.ReportRequested)
    reacted = case.last(acts.ResidentReacted, after=asked[0].version if asked else 0)
    if reacted is None:
        return {"reaction": "lapsed" if asked else ""}
    return {"reaction": "declined" if reacted[1].reaction is None else "given"}


def intention_heard(case: Case) -> dict[str, Said]:
    """Whether he could say what he thought of what was intended at this reassessment. Awb 4:8."""
    asked = case.last(acts.ReportRequested)
    newest = case.last_in(
        None, acts.ViewReceived, acts.ViewInvited, acts.ViewLapsed, after=asked[0].version if asked else 0
    )
    if newest is None or asked is None:
        return {"view": "", "not_heard": ""}
    return {"view": "given" if isinstance(newest[1], acts.ViewReceived) else "lapsed", "not_heard": ""}


def _ended(case: Case, entry: Entry, act: acts.ParticipationEnded) -> dict[str, Said]:
    """Until the day that is named somebody takes part, and the case stays open. Pw 44a."""
    return {
        "ends_on": written(act.ends_on),
        "is_over": "yes" if is_over(case, act.ends_on) else "",
        "closes_later": "yes" if act.ends_on > entry.on else "",
        "follows": what_follows(case),
        "on_behalf_of": act.on_behalf_of.value,
        "transferred": "yes" if act.transferred_to else "",
        "reasoning": act.reasoning,
        **standstill(case),
    }


def _goes_on(case: Case, entry: Entry, act: acts.EndingWithdrawn) -> dict[str, Said]:
    """What was asked before that, and lapsed with it, is decided on again. Awb 4:13."""
    return {
        "withdrawn_on": written(act.received_on or entry.on),
        **whether_over(case),
        "reason": act.reason or "",
        **renewal_decided_by(case),
        **the_permission(case),
    }


def _end_announced(case: Case, _: Entry, __: acts.EndAnnounced) -> dict[str, Said]:
    permission = case.permission
    return {
        "is_trial": "yes" if permission and permission.form is acts.Form.TRIAL else "",
        "decision_weeks": str(case.policy.periods.decision_weeks),
        **renewal_decided_by(case),
        **the_permission(case),
    }


def _expired(case: Case, _: Entry, __: acts.PermissionExpired) -> dict[str, Said]:
    """Also while it is being decided on again or its renewal is awaited, which goes on. Awb 4:13, 7:11(2).

    Only the resident's own requests are his to withdraw.
    """
    requests = open_requests(case)
    is_his = any(getattr(each.act, "on_behalf_of", None) is acts.Party.RESIDENT for each in requests)
    return {
        "is_decided_again": "yes" if case.overturned else "",
        **renewal_decided_by(case),
        "adjustments": (asked := tuple(_still_asked(case, each) for each in requests)),
        "may_withdraw": "yes" if is_his else "",
        "follows": (*asked, *what_follows(case)),
        **the_permission(case),
    }


def _still_asked(case: Case, request: Entry) -> Text:
    """That a request to adjust is still decided on, by which day, or since when being late costs. Awb 4:13, 4:17."""
    came, due_on = written(terms.received_on(case, request.version)), terms.answer_to(request)(case).due_on
    by, is_late = written(due_on), is_over(case, due_on)
    if is_late:
        notice = penalty.in_default(case, request.version)
        owed = written(penalty.first_day(case, notice).due_on) if notice else None
        return both(
            f"het verzoek om andere afspraken van {came.nl}: wij hadden uiterlijk op {by.nl} moeten beslissen, en zijn"
            f" dus te laat{f'; daarom moeten wij meestal geld betalen vanaf {owed.nl}' if owed else ''}",
            f"the request for other terms of {came.en}: we should have decided by {by.en}, so we are late"
            f"{f'; so we usually have to pay money from {owed.en}' if owed else ''}",
        )
    return both(
        f"het verzoek om andere afspraken van {came.nl}: wij beslissen uiterlijk op {by.nl}",
        f"the request for other terms of {came.en}: we decide by {by.en}",
    )


LETTERS: Kinds = {
    acts.ReportRequested: Kind(
        Text(
            nl="Wij kijken binnenkort opnieuw naar uw toestemming", en="We will soon review your permission"
        ),
        _report_asked,
    ),
    acts.ParticipationContinued: Kind(
        Text(nl="Uw toestemming blijft zoals zij is", en="Your permission stays as it is"), _continued
    ),
    acts.ConditionsChanged: Kind(
        Text(nl="De afspraken over uw deelname veranderen", en="The terms of your participation change"),
        _changed,
    ),
    acts.ParticipationEnded: Kind(Text(nl="Uw deelname stopt", en="Your participation ends"), _ended),
    acts.EndingWithdrawn: Kind(Text(nl="Uw deelname gaat door", en="Your participation goes on"), _goes_on),
    acts.EndAnnounced: Kind(
        Text(nl="Uw toestemming eindigt binnenkort", en="Your permission ends soon"), _end_announced
    ),
    acts.PermissionExpired: Kind(
        Text(nl="Uw toestemming is afgelopen", en="Your permission has ended"), _expired
    ),
}
