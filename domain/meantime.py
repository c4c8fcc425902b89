"""What an upheld objection annulled, and yet counts until that is decided on again. Awb 3:40, 7:11(2).

As a grant does that is decided on again: nobody who objects loses by it what he had before the new decision, and who
loses by the objection of another loses it by that decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from domain.acts import (
    Act,
    AdjustmentDropped,
    AdjustmentRefused,
    ConditionsAdjusted,
    ObjectionClosed,
    ObjectionLodged,
    ObjectionUpheld,
    Objector,
    PermissionExpired,
    PermissionExtendedToFull,
    PermissionRenewed,
    RenewalRefused,
    RenewalRequested,
    RenewalWithdrawn,
    RequestSetAside,
)
from domain.sending import counts_from

if TYPE_CHECKING:
    from domain.case import Case
    from domain.entry import Entry

RENEWS_A_PERMISSION = (PermissionRenewed, PermissionExtendedToFull)
ANSWERS_A_RENEWAL = (*RENEWS_A_PERMISSION, RenewalRefused)
"""What is decided on a request to renew, also where that takes the place of what a trial was evaluated for."""
ON_THE_SAME = (*ANSWERS_A_RENEWAL, ConditionsAdjusted, AdjustmentRefused, AdjustmentDropped, RequestSetAside)

ONE_DAY = timedelta(days=1)


def counts(case: Case, entry: Entry) -> bool:
    """Whether what that decision gave is given: it stands, or is decided on again and was not yet."""
    if entry.version not in case.annulled:
        return True
    is_decided_again = entry.about is not None or is_full_unasked(case, entry)
    return is_decided_again and _lost_by(case, entry) is None


def counted_until(case: Case, entry: Entry) -> date | None:
    """The last day of what an annulled decision gave: that on which the new one was sent. Awb 3:40, 3:41.

    None where nothing is to be decided in its place: then it counted no more once it was annulled.
    """
    by = _lost_by(case, entry)
    return counts_from(case, by.version, by.on + ONE_DAY) - ONE_DAY if by else None


def replaced_by(case: Case, annulled: Entry) -> Entry | None:
    """What was decided in the place of that decision since an objection to it was upheld; none before that.

    Nor once that is annulled in its turn: then it is to be decided again. Awb 8:72.
    """
    return next((e for e in _in_its_place(case, annulled) if e.version not in case.annulled), None)


def _lost_by(case: Case, annulled: Entry) -> Entry | None:
    """The same, also where that was annulled after the permission was over by it: those days do not come back."""
    expired = case.last(PermissionExpired)
    until = expired[0].version if expired else 0
    found = _in_its_place(case, annulled)
    return next((e for e in found if e.version not in case.annulled or e.version < until), None)


def _in_its_place(case: Case, annulled: Entry) -> Iterator[Entry]:
    since = case.entries[annulled_by(case, annulled).version :]
    return (e for e in since if _is_on_the_same(case, e, annulled))


def annulled_by(case: Case, entry: Entry) -> Entry:
    """The upheld objection, or what else did away with that decision, as the case was told."""
    return next(told for told, versions in case.annulments if entry.version in versions)


def is_his_alone(case: Case, entry: Entry) -> bool:
    """Whether each objection by which that was annulled was of the resident, who then gets no less. Awb 7:11(1)."""
    told = [each.act for each, versions in case.annulments if entry.version in versions]
    return bool(told) and all(is_objected_by(case, each, Objector.RESIDENT) for each in told)


def annulled_in(case: Case) -> tuple[Entry, ...]:
    """The decisions that were annulled, the newest first."""
    return tuple(case.entries[version - 1] for version in sorted(case.annulled, reverse=True))


def is_objected_by(case: Case, told: Act, objector: Objector) -> bool:
    """Whether what was told is of an objection of the resident, of the cooperative for itself, or of another.

    What a court ruled on the appeal of somebody else is not. Awb 8:69.
    """
    if not isinstance(told, ObjectionUpheld | ObjectionClosed) or (told.ruling and told.ruling.by_another):
        return False
    return objector in (
        act.objector for _, act in case.every(ObjectionLodged) if act.objection == told.objection
    )


def is_full_unasked(case: Case, entry: Entry) -> bool:
    """Whether it made a trial full that was evaluated or reassessed, and not because somebody asked for it."""
    is_asked = case.act(entry.about or 0, RenewalRequested) is not None
    return isinstance(entry.act, PermissionExtendedToFull) and not is_asked


def _is_on_the_same(case: Case, later: Entry, annulled: Entry) -> bool:
    matter = annulled.about
    if isinstance(later.act, RenewalWithdrawn):
        is_asked = case.act(matter or 0, RenewalRequested) is not None
        return is_asked and later.act.request in (None, matter)
    if is_full_unasked(case, annulled):
        is_full_by_another = isinstance(later.act, PermissionExtendedToFull)
        return is_full_by_another or (
            isinstance(later.act, RenewalRefused) and later.about == annulled.version
        )
    is_about = getattr(later.act, "about", None) or later.about
    return matter is not None and is_about == matter and isinstance(later.act, ON_THE_SAME)
