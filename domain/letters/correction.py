"""A decision that was corrected, or is taken again."""

from __future__ import annotations

from domain import acts
from domain.annulment import taken_up
from domain.calendar import written
from domain.case import Case, Entry
from domain.fact import Text
from domain.letters.adjustment import asked_by
from domain.letters.application import asked, ends_too, what_was_missing
from domain.letters.decision import advised_by, with_basis
from domain.letters.effect import held_until, not_from
from domain.letters.kind import (
    Kind,
    Kinds,
    Said,
    both,
    is_over,
    listed,
    next_time,
    not_heard,
    standstill,
    the_permission,
    titles,
    to_both,
    view_heard_in,
)
from domain.letters.participation import intention_heard, reaction
from domain.sending import counts_from


def _corrected(case: Case, _: Entry, act: acts.DecisionCorrected) -> dict[str, Said]:
    """The whole decision, since this letter takes the place of the one that it was told by. Awb 3:41, 3:46."""
    decision = act.decision
    return {
        "decided_on": _decided_on(case, act.version),
        "wrong": act.wrong,
        "right": act.right,
        "in_words_alone": "yes" if act.is_in_words_alone else "",
        "decides": _decides(case, act),
        "activity": case.application.activity if isinstance(decision, ON_WHAT_WAS_ASKED) else "",
        "grounds": _grounds(case, decision),
        "reasoning": decision.reasoning,
        "deviation": getattr(decision, "deviation", None) or "",
        **_no_more(case, act),
        **(
            what_was_missing(case, None)
            if isinstance(decision, acts.ApplicationSetAside)
            else {"asked_on": ""}
        ),
        "advisers": advised_by(case.up_to(act.version)) if isinstance(decision, ON_WHAT_WAS_ASKED) else (),
        **_heard(case.up_to(act.version)),
        **_not_heard(case, act),
        **standstill(case),
        **ends_too(case, case.first_version(act.version)),
        **_as_it_reads(case, act),
        **(asked_by(case, decision.about) if isinstance(decision, ON_AN_ADJUSTMENT) else {}),
    }


ON_AN_ADJUSTMENT = (acts.ConditionsAdjusted, acts.AdjustmentRefused)


def _decides(case: Case, act: acts.DecisionCorrected) -> Text:
    """What is decided, in the words of its own letter."""
    match act.decision:
        case acts.PermissionSuspended() as stands_still:
            first = written(counts_from(case, act.version, stands_still.suspended_from))
            last = written(stands_still.suspended_until)
            return both(
                f"Wij schorten uw toestemming op. U mag niet meedoen van {first.nl} tot en met {last.nl}.",
                f"We suspend your permission. You may not take part from {first.en} up to and including {last.en}.",
            )
        case acts.PermissionExtendedToFull(valid_until=day):
            return both(
                f"U krijgt een volledige toestemming, tot en met {written(day).nl}.",
                f"You get a full permission, up to and including {written(day).en}.",
            )
        case acts.PermissionRenewed(valid_until=day):
            return both(
                f"Uw toestemming wordt verlengd tot en met {written(day).nl}.",
                f"Your permission is renewed up to and including {written(day).en}.",
            )
        case acts.RenewalRefused() if case.permission:
            last = written(case.permission.valid_until)
            return both(
                f"Wij verlengen uw toestemming niet. De laatste dag blijft {last.nl}.",
                f"We do not renew your permission. Its last day stays {last.en}.",
            )
        case acts.ObjectionDecided() | acts.PenaltyDetermined() | acts.RequestSetAside():
            return both("Wat wij beslisten verandert niet.", "What we decided does not change.")
        case decision:
            was_granted = isinstance(decision, acts.PermissionGranted) and is_over(case, decision.valid_until)
            return HAD_PERMISSION if was_granted else DECIDES[type(decision)]


HAD_PERMISSION = both(
    "U had toestemming om mee te doen, en u hield uw uitkering.",
    "You had permission to take part, and you kept your benefit.",
)
CHANGES = both("Wij veranderen de afspraken over uw deelname.", "We change the terms of your participation.")
DECIDES: dict[type, Text] = {
    acts.ApplicationSetAside: both(
        "Wij behandelen uw aanvraag niet.", "We do not deal with your application."
    ),
    acts.PermissionGranted: both(
        "U mag meedoen, en u houdt uw uitkering.", "You may take part, and you keep your benefit."
    ),
    acts.PermissionRefused: both(
        "U krijgt geen toestemming om met behoud van uw uitkering mee te doen.",
        "You do not get permission to take part while keeping your benefit.",
    ),
    acts.ConditionsChanged: CHANGES,
    acts.ConditionsAdjusted: CHANGES,
    acts.AdjustmentRefused: both(
        "Wij veranderen de afspraken over de deelname niet.",
        "We do not change the terms of the participation.",
    ),
    acts.RenewalRefused: both("Wij verlengen uw toestemming niet.", "We do not renew your permission."),
    acts.PermissionRevoked: both("Wij trekken uw toestemming in.", "We revoke your permission."),
}
"""What each decision comes down to; of the others it has a day in it."""


def _no_more(case: Case, act: acts.DecisionCorrected) -> dict[str, Said]:
    """From when nobody may take part any more by it, or until when he might where that was over before. Awb 3:40."""
    match act.decision:
        case acts.PermissionRevoked(revoked_from=day):
            since, last = day, None
        case acts.PermissionRefused():
            refused_on = case.entries[act.version - 1].on
            since, last = not_from(case, refused_on), held_until(case, refused_on)
        case _:
            since, last = None, None
    return {
        "revoked_from": written(since) if since else "",
        "was_until": written(last) if last else "",
    }


def _grounds(case: Case, decision: acts.Correctable) -> tuple[Text, ...]:
    """Why it is a refusal or a revocation; of a permission, the reasons for it."""
    match decision:
        case acts.PermissionRefused():
            return tuple(with_basis(each) for each in listed(decision.grounds, case.policy.refusal_grounds))
        case acts.RenewalRefused():
            return titles(decision.grounds, case.policy.refusal_grounds)
        case acts.PermissionGranted():
            return titles(decision.reasons, case.policy.grant_reasons)
        case acts.PermissionRevoked():
            return titles(decision.grounds, case.policy.revocation_grounds)
        case _:
            return ()


def _heard(decided: Case) -> dict[str, Said]:
    """What the resident said before it was decided, as its own letter told. Awb 4:7, 4:8, Pw 44a."""
    entry = decided.entries[-1]
    has_a_view = entry.about is not None or isinstance(
        entry.act, (*ON_WHAT_WAS_ASKED, acts.PermissionExtendedToFull)
    )
    is_reassessed = isinstance(entry.act, acts.ConditionsChanged)
    return {
        **(view_heard_in(decided, entry.about) if has_a_view else {"view": ""}),
        **(reaction(decided) | intention_heard(decided) if is_reassessed else {"reaction": ""}),
    }


def _not_heard(case: Case, act: acts.DecisionCorrected) -> dict[str, Said]:
    """Why he was not asked before the decision that it corrects."""
    return not_heard(case.up_to(act.version - 1), act.decision, case.entries[act.version - 1].about)


ON_WHAT_WAS_ASKED = (acts.PermissionGranted, acts.PermissionRefused)
"""What is decided on the application itself."""

SAYS_HOW_FAR = (
    *(acts.PermissionGranted, acts.ConditionsChanged, acts.ConditionsAdjusted, acts.AdjustmentRefused),
    *(acts.PermissionExtendedToFull, acts.PermissionRenewed),
)
"""What says how far a permission goes, also where it leaves that as it was."""


def _as_it_reads(case: Case, act: acts.DecisionCorrected) -> dict[str, Said]:
    """The permission after the correction; nothing where none was granted."""
    permission = case.permission
    if permission is None or not isinstance(act.decision, SAYS_HOW_FAR):
        return {"valid_from": "", "trial": "", "reassess_on": ""}
    is_trial = permission.form is acts.Form.TRIAL
    follows = next_time(case) if case.is_participating else {"reassess_on": ""}
    return {"trial": "yes" if is_trial else "", **the_permission(case), **follows}


def _reversed(case: Case, _: Entry, act: acts.DecisionReversed) -> dict[str, Said]:
    """Of a permission that held until its last day nothing is left to revoke. Awb 3:40."""
    request, permission = taken_up(case, act), case.permission
    is_restored = case.act(act.version, acts.PermissionRevoked) is not None
    is_past = is_restored and permission is not None and is_over(case, permission.valid_until)
    return {
        "decided_on": _decided_on(case, act.version),
        "reasoning": act.reasoning,
        "decide_by": written(act.decide_by),
        "stays": "yes" if case.is_participating else "",
        "restored": "yes" if is_restored else "",
        "was_until": written(permission.valid_until) if permission and is_past else "",
        "taken_up": asked(case, request) if request else "",
        **standstill(case),
    }


def _decided_on(case: Case, version: int) -> Text:
    return written(case.entries[version - 1].on)


LETTERS: Kinds = {
    acts.DecisionCorrected: Kind(
        Text(nl="Wij herstellen een fout in ons besluit", en="We put right a mistake in our decision"),
        _corrected,
    ),
    acts.DecisionReversed: Kind(
        Text(nl="Wij komen terug op ons besluit", en="We go back on our decision"),
        _reversed,
        goes_to=to_both,
    ),
}
