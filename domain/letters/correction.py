"""A decision that was corrected, or is taken again."""

from __future__ import annotations

from domain import acts
from domain.calendar import written
from domain.case import Case, Entry
from domain.fact import Text
from domain.letters.kind import Kind, Kinds, Said, standstill, the_permission, titles, to_the_resident
from domain.letters.objection import to_everybody


def _corrected(case: Case, _: Entry, act: acts.DecisionCorrected) -> dict[str, Said]:
    return {
        "decided_on": _decided_on(case, act.version),
        "wrong": act.wrong,
        "right": act.right,
        "grounds": _grounds(case, act.decision),
        "reasoning": act.decision.reasoning,
        "revoked_from": written(act.decision.revoked_from)
        if isinstance(act.decision, acts.PermissionRevoked)
        else "",
        "in_words_alone": "yes" if act.is_in_words_alone else "",
        **standstill(case),
        **_as_it_reads(case, act),
    }


def _addressed(case: Case) -> tuple[acts.Addressee, ...]:
    return to_everybody(case) if case.is_objection else to_the_resident(case)


def _grounds(case: Case, decision: acts.Correctable) -> tuple[Text, ...]:
    """Why it is a refusal or a revocation; of a permission, the reasons for it."""
    match decision:
        case acts.PermissionRefused() | acts.RenewalRefused():
            return titles(decision.grounds, case.policy.refusal_grounds)
        case acts.PermissionGranted():
            return titles(decision.reasons, case.policy.grant_reasons)
        case acts.PermissionRevoked():
            return titles(decision.grounds, case.policy.revocation_grounds)
        case _:
            return ()


GIVES = (
    *(acts.PermissionGranted, acts.ConditionsChanged, acts.ConditionsAdjusted),
    *(acts.PermissionExtendedToFull, acts.PermissionRenewed),
)
"""What says how far a permission goes."""


def _as_it_reads(case: Case, act: acts.DecisionCorrected) -> dict[str, Said]:
    """The permission after the correction; nothing where none was granted."""
    permission = case.permission
    if permission is None or not isinstance(act.decision, GIVES):
        return {"valid_from": ""}
    return the_permission(case)


def _reversed(case: Case, _: Entry, act: acts.DecisionReversed) -> dict[str, Said]:
    return {
        "decided_on": _decided_on(case, act.version),
        "reasoning": act.reasoning,
        "decide_by": written(act.decide_by),
        "stays": "yes" if case.is_participating else "",
        "restored": "yes" if case.act(act.version, acts.PermissionRevoked) else "",
        **standstill(case),
    }


def _decided_on(case: Case, version: int) -> Text:
    return written(case.entries[version - 1].on)


LETTERS: Kinds = {
    acts.DecisionCorrected: Kind(
        Text(nl="Wij herstellen een fout in ons besluit", en="We put right a mistake in our decision"),
        _corrected,
        goes_to=_addressed,
    ),
    acts.DecisionReversed: Kind(
        Text(nl="Wij nemen ons besluit opnieuw", en="We take our decision again"), _reversed
    ),
}
