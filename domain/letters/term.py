"""What moves the term to decide. Awb 4:14, 4:15."""

from __future__ import annotations

from domain import acts, terms
from domain.calendar import written
from domain.case import Case, Entry
from domain.fact import Text
from domain.letters.application import request_made
from domain.letters.kind import Kind, Kinds, Said, both, decides_by, to_who_asked


def _suspended(case: Case, entry: Entry, act: acts.TermSuspended) -> dict[str, Said]:
    return {
        "why": STANDS_STILL[act.ground],
        "until": written(act.until),
        "reasoning": act.reasoning,
        **_resuming(case, entry),
        **_new_date(case, entry),
    }


def _lies_ahead(_: Case, suspended: Entry) -> bool:
    """Not of a consent that was over before it was found: then one letter tells that the term runs again."""
    act = suspended.act
    return isinstance(act, acts.TermSuspended) and act.until > suspended.on


def _runs_again(case: Case, entry: Entry, act: acts.SuspensionEnded) -> dict[str, Said]:
    return {"reasoning": act.reason, **_resuming(case, entry), **_new_date(case, entry)}


def _lapsed(case: Case, entry: Entry, _: acts.SuspensionLapsed) -> dict[str, Said]:
    return {**_resuming(case, entry), **_new_date(case, entry)}


def _resuming(case: Case, moved: Entry) -> dict[str, Said]:
    """From when the term runs again, and for what it still stands still until then. Awb 4:15(3), (4)."""
    runs_on, waits_for = terms.runs_again(case, moved)
    ground = waits_for and getattr(waits_for.act, "ground", None)
    return {
        "runs_on": written(runs_on),
        "waits_for": (STANDS_STILL[ground] if ground else AWAITS_SUPPLEMENT) if waits_for else "",
    }


def _if_still(case: Case) -> Text | None:
    """What the letter that a suspension is over is called where the term stands still for something else."""
    _, waits_for = terms.runs_again(case, case.entries[-1])
    still = both("De tijd om te beslissen staat nog stil", "The time to decide still stands still")
    return still if waits_for else None


def _adjourned(case: Case, entry: Entry, act: acts.DecisionAdjourned) -> dict[str, Said]:
    """By what it is put off; or where that is not possible, by when it comes all the same. Awb 4:14."""
    periods = case.policy.periods
    rules = periods.regulation or both("onze eigen regels", "our own rules")
    is_put_off = periods.adjournment_weeks > 0
    return {
        "reasoning": act.reasoning,
        "allowed_by": rules if periods.by_regulation and is_put_off else "",
        "expected_by": "" if is_put_off else written(act.until),
        **_new_date(case, entry),
    }


def _new_date(case: Case, moved: Entry) -> dict[str, Said]:
    """What is decided on, when that was asked, and the day by which the decision comes now. Awb 4:14(3), 4:15(4)."""
    request = terms.request_of(case, moved)
    return {
        **request_made(case, request),
        **decides_by(case, terms.decision_on(case, request).due_on, request),
    }


STANDS_STILL = {
    acts.SuspensionGround.INFORMATION_FROM_ABROAD: both(
        "Wij wachten op gegevens uit het buitenland.", "We are waiting for information from abroad."
    ),
    acts.SuspensionGround.CONSENT: both(
        "U vindt het goed dat wij later beslissen. Dat hebben wij van u op papier.",
        "You agree that we decide later. We have that from you in writing.",
    ),
    acts.SuspensionGround.DELAY_BY_APPLICANT: both(
        "Wij kunnen niet verder door iets dat bij u ligt.",
        "We cannot go on because of something on your side.",
    ),
    acts.SuspensionGround.FORCE_MAJEURE: both(
        "Door overmacht kunnen wij nu niet beslissen.", "Due to force majeure we cannot decide now."
    ),
}
"""Why the term to decide stands still, as the resident is told. Awb 4:15."""

AWAITS_SUPPLEMENT = both("Wij wachten op wat wij van u vroegen.", "We are waiting for what we asked of you.")
"""The same where something is missing. Awb 4:15(1)(a)."""

LETTERS: Kinds = {
    acts.TermSuspended: Kind(
        Text(nl="De tijd om te beslissen staat stil", en="The time to decide stands still"),
        _suspended,
        goes_to=to_who_asked,
        is_called_for=_lies_ahead,
    ),
    acts.SuspensionEnded: Kind(
        Text(nl="De tijd om te beslissen loopt weer", en="The time to decide runs again"),
        _runs_again,
        goes_to=to_who_asked,
        otherwise=_if_still,
    ),
    acts.SuspensionLapsed: Kind(
        Text(nl="De tijd om te beslissen loopt weer", en="The time to decide runs again"),
        _lapsed,
        goes_to=to_who_asked,
        otherwise=_if_still,
    ),
    acts.DecisionAdjourned: Kind(
        Text(nl="Ons besluit komt later", en="Our decision comes later"),
        _adjourned,
        goes_to=to_who_asked,
    ),
}
