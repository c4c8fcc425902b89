"""That a request to renew or to adjust came in, and by when it is decided on. Awb 4:13."""

from __future__ import annotations

from domain import acts, terms
from domain.calendar import written
from domain.case import Case, Entry
from domain.letters.kind import Kind, Kinds, Said, both, hours_a_week, to_both
from domain.people import Role


def _renewal(case: Case, entry: Entry, act: acts.RenewalRequested) -> dict[str, Said]:
    return {"asked_until": written(act.valid_until), **_received(case, entry)}


def _adjustment(case: Case, entry: Entry, act: acts.AdjustmentRequested) -> dict[str, Said]:
    return {
        "asked_by": act.on_behalf_of.value,
        "hours": hours_a_week(act.hours_a_week),
        "conditions": act.conditions,
        **_received(case, entry),
    }


def _received(case: Case, entry: Entry) -> dict[str, Said]:
    """With the day by which it is decided on; that may be over already where it was registered late."""
    permission, due_on = case.permission, terms.decision_on(case, entry.version).due_on
    is_running = permission is not None and permission.valid_until >= entry.on
    last_day = written(permission.valid_until) if permission else ""
    return {
        "by_the_cooperative": "yes" if Role.COOPERATIVE in entry.actor.roles else "",
        "received_on": written(terms.received_on(case, entry.version)),
        "decide_by": written(due_on),
        "is_late": "yes" if due_on < entry.on else "",
        "valid_until": last_day if is_running else "",
        "was_until": "" if is_running else last_day,
    }


LETTERS: Kinds = {
    acts.RenewalRequested: Kind(
        both("Wij hebben uw verzoek om te verlengen ontvangen", "We have received your request to renew"),
        _renewal,
    ),
    acts.AdjustmentRequested: Kind(
        both(
            "Wij hebben uw verzoek om andere afspraken ontvangen",
            "We have received your request for other terms",
        ),
        _adjustment,
        goes_to=to_both,
    ),
}
