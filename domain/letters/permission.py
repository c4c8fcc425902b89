"""What becomes of a permission while somebody takes part."""

from __future__ import annotations

from domain import acts
from domain.calendar import written
from domain.case import Case, Entry
from domain.fact import Text
from domain.letters.application import ends_too
from domain.letters.effect import undone
from domain.letters.kind import (
    Kind,
    Kinds,
    Said,
    next_time,
    not_heard,
    renewal_decided_by,
    standstill,
    the_permission,
    titles,
    view_heard,
    view_heard_in,
    whether_over,
)
from domain.permission import took_up_again
from domain.renewal import is_asked, open_renewals


def _suspended(case: Case, entry: Entry, act: acts.PermissionSuspended) -> dict[str, Said]:
    return {
        **(view_heard_in(case, entry.about) if entry.about else {"view": "", **not_heard(case, act, None)}),
        **standstill(case),
        "suspended_from": written(act.suspended_from),
        "suspended_until": written(act.suspended_until),
        "reasoning": act.reasoning,
    }


def _reinstated(case: Case, _: Entry, act: acts.PermissionReinstated) -> dict[str, Said]:
    return {"holds_from": written(act.holds_from), "reasoning": act.reasoning, **the_permission(case)}


def _as_before(case: Case, _: Entry, __: acts.PermissionResumed) -> dict[str, Said]:
    return the_permission(case)


def _not_renewed(case: Case, entry: Entry, act: acts.RenewalWithdrawn) -> dict[str, Said]:
    """It may have been taken back after the last day, while it was still decided on. Awb 7:11(2)."""
    withdrawn_on = written(act.received_on or entry.on)
    return {"withdrawn_on": withdrawn_on, **undone(case, entry), **whether_over(case), **the_permission(case)}


def _revoked(case: Case, entry: Entry, act: acts.PermissionRevoked) -> dict[str, Said]:
    return {
        "revoked_from": written(act.revoked_from),
        "grounds": titles(act.grounds, case.policy.revocation_grounds),
        "reasoning": act.reasoning,
        **view_heard(case, acts.RevocationProposed),
        **standstill(case),
        **ends_too(case, entry.version),
    }


def _dropped(case: Case, _: Entry, act: acts.RevocationDropped) -> dict[str, Said]:
    return {
        "reasoning": act.reasoning,
        **view_heard(case, acts.RevocationProposed),
        **the_permission(case),
    }


def _not_suspended(case: Case, entry: Entry, act: acts.StandstillDropped) -> dict[str, Said]:
    return {"reasoning": act.reasoning, **view_heard_in(case, entry.about), **the_permission(case)}


def _left_to_end(case: Case, _: Entry, act: acts.TrialLeftToEnd) -> dict[str, Said]:
    """It may be decided after the last day, once the decision to go on was annulled. Awb 7:11(2)."""
    return {"reasoning": act.reasoning, **whether_over(case), **the_permission(case)}


def _longer(
    case: Case, entry: Entry, act: acts.PermissionExtendedToFull | acts.PermissionRenewed
) -> dict[str, Said]:
    return {
        "shorter_from": "",
        "is_taken_up_again": "yes" if took_up_again(case, entry) else "",
        "reasoning": act.reasoning,
        "deviation": act.deviation or "",
        **view_heard_in(case, entry.about),
        **undone(case, entry),
        **the_permission(case),
        **next_time(case),
    }


def _full(case: Case, entry: Entry, act: acts.PermissionExtendedToFull) -> dict[str, Said]:
    """With what it makes of the requests to renew: it answers those that asked for no more. Awb 3:46, 4:13.

    And with the conditions of the trial that are no more.
    """
    before = case.up_to(entry.version - 1)
    is_answer = any(not is_asked(case, request.version) for request in open_renewals(before))
    had = before.permission.conditions if before.permission else ()
    return {
        "no_more": tuple(each for each in had if each not in act.conditions),
        "is_answer": "yes" if is_answer else "",
        **renewal_decided_by(case),
        **_longer(case, entry, act),
    }


def _lapsed(_: Case, __: Entry, act: acts.RenewalLapsed) -> dict[str, Said]:
    return {"ended_by": act.ended_by.value, "left_to": Text(nl="te verlengen", en="renew")}


def _refused(case: Case, entry: Entry, act: acts.RenewalRefused) -> dict[str, Said]:
    return {
        "of_a_trial": "" if case.act(entry.about or 0, acts.RenewalRequested) else "yes",
        "grounds": titles(act.grounds, case.policy.refusal_grounds),
        "reasoning": act.reasoning,
        **view_heard_in(case, entry.about),
        **undone(case, entry),
        **the_permission(case),
    }


LETTERS: Kinds = {
    acts.PermissionSuspended: Kind(
        Text(nl="U mag voorlopig niet meedoen", en="You may not take part for the time being"), _suspended
    ),
    acts.StandstillDropped: Kind(
        Text(nl="Uw toestemming blijft zoals zij is", en="Your permission stays as it is"), _not_suspended
    ),
    acts.PermissionReinstated: Kind(Text(nl="U mag weer meedoen", en="You may take part again"), _reinstated),
    acts.PermissionResumed: Kind(Text(nl="U mag weer meedoen", en="You may take part again"), _as_before),
    acts.RenewalWithdrawn: Kind(
        Text(nl="Uw verzoek om te verlengen is ingetrokken", en="Your request to renew is withdrawn"),
        _not_renewed,
    ),
    acts.RenewalLapsed: Kind(
        Text(nl="Uw verzoek om te verlengen is vervallen", en="Your request to renew has lapsed"), _lapsed
    ),
    acts.PermissionRevoked: Kind(
        Text(nl="Wij trekken uw toestemming in", en="We revoke your permission"), _revoked
    ),
    acts.RevocationDropped: Kind(Text(nl="U houdt uw toestemming", en="You keep your permission"), _dropped),
    acts.TrialLeftToEnd: Kind(Text(nl="Uw proef loopt af", en="Your trial comes to its end"), _left_to_end),
    acts.PermissionExtendedToFull: Kind(
        Text(nl="Uw proef wordt een volledige toestemming", en="Your trial becomes a full permission"),
        _full,
    ),
    acts.PermissionRenewed: Kind(Text(nl="U mag langer meedoen", en="You may take part longer"), _longer),
    acts.RenewalRefused: Kind(
        Text(nl="Wij verlengen uw toestemming niet", en="We do not renew your permission"), _refused
    ),
}
