"""Requests to renew a permission: which are open, and what opens one again. Awb 4:13, 7:11(2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.acts import (
    PermissionExtendedToFull,
    PermissionGranted,
    PermissionRenewed,
    RenewalAdvised,
    RenewalRefused,
    RenewalRequested,
    RenewalWithdrawn,
    RequestSetAside,
)
from domain.ending import ENDS_BEFORE_ITS_LAST_DAY, told_ending
from domain.permission import permission_in

if TYPE_CHECKING:
    from domain.case import Case, Entry


def open_renewals(case: Case) -> tuple[Entry, ...]:
    """The requests to renew on which nobody decided yet, oldest first.

    There is one at a time, unless the answer to an older one was annulled meanwhile.
    """
    return tuple(e for e in case.entries if isinstance(e.act, RenewalRequested) and is_asked(case, e.version))


def is_asked(case: Case, version: int) -> bool:
    """Whether nobody decided yet on that request to renew, though it may wait for the permission itself.

    It stands by itself: what was decided on another one is no answer to it, also where that gave as much. Once the
    answer to it is annulled it is open again, whatever came of another one meanwhile. Awb 7:11(2).
    That the permission expires does not end it: an objection to its refusal may be upheld after that. That somebody
    stops does, until he takes that back.
    """
    annulled = annulment(case, version)
    since = annulled.version if annulled else version
    later = (e for e in case.entries[since:] if e.version not in case.annulled)
    return not (
        any(_answers(case, e, version) for e in later)
        or case.standing(*ENDS_BEFORE_ITS_LAST_DAY, after=since)
        or told_ending(case)
        or was_over(case, since)
        or _is_given(case, version, since)
    )


def _answers(case: Case, entry: Entry, request: int) -> bool:
    """Whether that act is the end of that request, and not of another one to renew. Awb 4:5, 4:13.

    A trial that is made full of itself answers who asked for no more than that.
    """
    is_on_one = case.act(entry.about or 0, RenewalRequested) is not None
    match entry.act:
        case RenewalWithdrawn(request=named):
            return named in (None, request)
        case RequestSetAside(about=about):
            return about == request
        case PermissionExtendedToFull() as full if not is_on_one:
            asked = case.act(request, RenewalRequested)
            return asked is not None and case.as_it_reads(entry, full).valid_until >= asked.valid_until
        case RenewalRefused():
            return entry.about in (None, request)
        case PermissionRenewed() | PermissionExtendedToFull():
            return entry.about == request or not is_on_one
        case _:
            return False


def was_over(case: Case, until: int) -> bool:
    """Whether by that act the permission ended by something else than its last day, and is not given back."""
    newest = case.standing(PermissionGranted, *ENDS_BEFORE_ITS_LAST_DAY)
    over = newest if newest and not isinstance(newest[1], PermissionGranted) else told_ending(case)
    return over is not None and over[0].version <= until


def _is_given(case: Case, request: int, since: int) -> bool:
    """Whether a new decision on the permission gave as much as was asked."""
    asked = case.act(request, RenewalRequested)
    permission = permission_in(case) if case.last(PermissionGranted, after=since) else None
    return bool(asked and permission and permission.valid_until >= asked.valid_until)


def asked_again(case: Case, closed: int) -> Entry | None:
    """The request to renew that is open again since that objection was upheld: the decision on it is annulled."""
    found = (e for e in open_renewals(case) if (by := annulment(case, e.version)) and by.version == closed)
    return next(found, None)


def annulment(case: Case, request: int) -> Entry | None:
    """The last upheld objection that annulled a decision on that request to renew, or on that proposal to revoke."""
    found = (
        entry
        for entry, versions in reversed(case.annulments)
        if any(request in (version, case.entries[version - 1].about) for version in versions)
    )
    return next(found, None)


def awaits_renewal(case: Case, version: int) -> bool:
    """Whether somebody can decide on that request now: not while the permission itself is decided on again."""
    return is_asked(case, version) and case.overturned is None


def awaits_advice(case: Case, version: int) -> bool:
    """Whether a caseworker is still to advise on that request."""
    is_advised = case.last_in(version, RenewalAdvised) is not None
    return case.policy.renewal_advice and not is_advised and awaits_renewal(case, version)
