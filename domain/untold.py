"""By what a permission ends that did not go out yet, so that it is still in force. Awb 3:40, 3:41, 7:11(2)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.acts import PermissionGranted, RenewalRefused, RequestSetAside
from domain.by_a_court import is_by_a_court
from domain.fact import Text
from domain.meantime import RENEWS_A_PERMISSION, annulled_in, replaced_by
from domain.permission import in_whose_place, is_settled, is_shorter, permission_in
from domain.sending import notified_on

if TYPE_CHECKING:
    from domain.case import Case
    from domain.entry import Entry

GIVES = (PermissionGranted, *RENEWS_A_PERMISSION)
DECIDES_AGAIN = (*GIVES, RenewalRefused, RequestSetAside)

UNTIL_TOLD = Text(
    nl="De inwoner mag meedoen tot en met de dag waarop de brief van het besluit wordt verzonden.",
    en="The resident may take part up to and including the day on which the letter of the decision is sent.",
)
"""Where its last day passed meanwhile."""


def is_untold(case: Case) -> bool:
    """Whether it does not expire yet: that by which it ends did not go out."""
    return bool(_unsent(case))


def may_last_until(case: Case) -> date | None:
    """The last day on which it may still be in force: as it was, as long as nobody was told by what it ends sooner."""
    permission = permission_in(case)
    if permission is None or not _unsent(case):
        return permission and permission.valid_until
    granted = case.last(PermissionGranted)
    before = in_whose_place(case, granted[0]) if granted else None
    given = [until for each in _lost(case) if (until := _gave_until(case, each))]
    return max(permission.valid_until, *given, before.valid_until if before else date.min)


def unsent(case: Case) -> tuple[int, ...]:
    """The decisions that give it for a shorter time than it was, by their versions, whose letters did not go out.

    Whether what refuses something went out is looked after by itself.
    """
    return tuple(sorted({each.version for each in _unsent(case) if isinstance(each.act, GIVES)}))


def _unsent(case: Case) -> list[Entry]:
    permission, granted = permission_in(case), case.last(PermissionGranted)
    if permission is None or granted is None or not is_settled(case):
        return []
    instead = [
        granted[0] if is_shorter(case, granted[0]) else None,
        *(replaced_by(case, each) for each in _lost(case)),
    ]
    return [each for each in instead if each and _is_to_be_sent(case, each)]


def _lost(case: Case) -> list[Entry]:
    """What was annulled that gave it for longer."""
    permission = permission_in(case)
    last = permission and permission.valid_until
    return [
        each for each in annulled_in(case) if last and (until := _gave_until(case, each)) and until > last
    ]


def _gave_until(case: Case, entry: Entry) -> date | None:
    act = entry.act
    return case.as_it_reads(entry, act).valid_until if isinstance(act, RENEWS_A_PERMISSION) else None


def _is_to_be_sent(case: Case, by: Entry) -> bool:
    is_ours = isinstance(by.act, DECIDES_AGAIN) and not is_by_a_court(case, by)
    return is_ours and notified_on(case, by.version) is None
