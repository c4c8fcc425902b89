"""The view before a decision, and the decision."""

from __future__ import annotations

from domain import acts, terms
from domain.calendar import written
from domain.case import Case, Entry
from domain.fact import Text
from domain.letters.application import ends_too
from domain.letters.effect import held_until
from domain.letters.kind import (
    Kind,
    Kinds,
    Said,
    listed,
    next_time,
    once_over,
    standstill,
    the_permission,
    titles,
    to_both,
    view_heard,
    whether_over,
)
from domain.matters import advice
from domain.permission import is_settled
from domain.policy import Entry as Listed


def _view_invited(case: Case, entry: Entry, act: acts.ViewInvited) -> dict[str, Said]:
    return {
        "about": _on_what(case, entry),
        "received_on": written(case.received_on),
        "intention": act.intention,
        "until": written(terms.view_in(case, entry.about).due_on),
    }


def _on_what(case: Case, invited: Entry) -> str:
    """What is to be decided: a view is asked on what he did not ask for, or on less than he asked. Awb 4:7, 4:8."""
    match case.entries[invited.about - 1].act if invited.about else None:
        case acts.RevocationProposed():
            return "revocation"
        case acts.StandstillProposed():
            return "standstill"
        case acts.RenewalRequested():
            return "renewal"
        case acts.TrialEvaluated() | acts.PermissionExtendedToFull():
            return "trial"
        case acts.AdjustmentRequested(on_behalf_of=asks):
            return f"adjustment_for_{asks.value}"
        case _:
            return "change" if is_settled(case) else "application"


def _granted(case: Case, _: Entry, act: acts.PermissionGranted) -> dict[str, Said]:
    return {
        "received_on": written(case.received_on),
        "activity": case.application.activity,
        "trial": "yes" if act.form is acts.Form.TRIAL else "",
        "reasons": titles(act.reasons, case.policy.grant_reasons),
        "reasoning": act.reasoning,
        "deviation": act.deviation or "",
        "changes_on": "",
        "shorter_from": "",
        **whether_over(case),
        "advisers": advised_by(case),
        **view_heard(case),
        **the_permission(case),
        **next_time(case),
    }


def _refused(case: Case, entry: Entry, act: acts.PermissionRefused) -> dict[str, Said]:
    grounds = listed(act.grounds, case.policy.refusal_grounds)
    return {
        "received_on": written(case.received_on),
        "activity": case.application.activity,
        "grounds": tuple(with_basis(ground) for ground in grounds),
        "reasoning": act.reasoning,
        "deviation": act.deviation or "",
        "not_from": "",
        "was_until": written(last) if (last := held_until(case, entry.on)) else "",
        "advisers": advised_by(case),
        **view_heard(case),
        **standstill(case),
        **ends_too(case, entry.version),
    }


def advised_by(case: Case) -> tuple[Text, ...]:
    """Who advised on the application, as the policy calls them; what they advised is not for a letter. Awb 3:8."""
    return tuple(each.title for each in advice.weighed(case))


def with_basis(each: Listed) -> Text:
    """An entry of a list of the policy, with the article that it rests on. Awb 3:47."""
    behind = f" ({each.basis})" if each.basis else ""
    return Text(nl=f"{each.title.nl}{behind}", en=f"{each.title.en}{behind}")


LETTERS: Kinds = {
    acts.ViewInvited: Kind(
        Text(nl="Wij willen eerst van u horen wat u vindt", en="We first want to hear what you think"),
        _view_invited,
        goes_to=to_both,
    ),
    acts.PermissionGranted: Kind(
        Text(nl="U mag meedoen", en="You may take part"),
        _granted,
        otherwise=once_over(
            Text(nl="U had toestemming om mee te doen", en="You had permission to take part")
        ),
    ),
    acts.PermissionRefused: Kind(
        Text(nl="U krijgt geen toestemming om mee te doen", en="You do not get permission to take part"),
        _refused,
    ),
}
