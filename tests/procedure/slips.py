"""What the machine says of a decision that is corrected, or taken again."""

from __future__ import annotations

from datetime import date, timedelta

from domain.acceptance.correction import correctable, reversible
from domain.acts import DecisionCorrected, DecisionReversed, PermissionGranted, ViewWaiver
from domain.calendar import last_day, next_working_day
from domain.case import Case
from tests.superseding import a_correction, a_reversal

WAIVED = (None, ViewWaiver.HEARD_BEFORE, ViewWaiver.NOT_ON_HIS_FACTS)


def a_slip_put_right(case: Case, on: date) -> DecisionCorrected | None:
    """The newest decision that stands reads otherwise; a permission lasts a month longer by it.

    Where it has conditions they have other words by it, on which nobody is heard, with a ground for that or without.
    """
    if not (stand := correctable(case)):
        return None
    entry, act = [*stand.values()][-1]
    reads, changed = case.as_it_reads(entry, act), {"reasoning": f"It was a slip, {case.version}."}
    longer = {"valid_until": last_day(reads.valid_until, 1)} if isinstance(reads, PermissionGranted) else {}
    if not (conditions := getattr(reads, "conditions", ())):
        return a_correction(entry.version, reads.model_copy(update=changed | longer))
    other = {"conditions": tuple(f"{each} {case.version}" for each in conditions)}
    reworded = reads.model_copy(update=changed | longer | other)
    return a_correction(entry.version, reworded, WAIVED[(case.version + on.day) % len(WAIVED)])


def a_decision_taken_back(case: Case, on: date) -> DecisionReversed | None:
    """A decision that can be is taken again, within four weeks."""
    if not (found := reversible(case)):
        return None
    return a_reversal(found[case.version % len(found)], next_working_day(on + timedelta(weeks=4)))
