"""For which decision somebody waited who gave notice of default or went to the court since none came. Awb 4:17, 6:12.

A notice and an appeal are known by the version of their act. Each is about what was waited for on its own day, however
long after that it was registered.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from domain.acts import (
    AdjustmentRequested,
    LateDecisionAppealed,
    NoticeOfDefaultReceived,
    ObjectionDecided,
    ObjectionForwarded,
    ObjectionTakenUp,
    ObjectionWithdrawn,
    RenewalRequested,
)
from domain.by_a_court import judged_on
from domain.case import DECIDED, Case, Entry
from domain.duties import decision_in
from domain.meantime import is_full_unasked
from domain.requests import is_open
from domain.sending import told_on
from domain.terms.application import received_on

ENDS_THE_WAIT = (*DECIDED, ObjectionDecided, ObjectionForwarded, ObjectionWithdrawn)
"""After which the municipality is in default no more. Awb 4:17(1)."""


class Awaited(NamedTuple):
    """A decision that somebody waits for."""

    request: int | None
    """The request to renew or to adjust that it is on; none when that is the application or the objection."""
    since: int
    """The act since which it is awaited: the request, or what opened it again; 0 from the beginning."""


def day_of(case: Case, version: int) -> date:
    """The day on which that notice came, or that appeal was lodged."""
    entry, act = case.entries[version - 1], _late(case, version)
    return act.lodged_on if isinstance(act, LateDecisionAppealed) else act.received_on or entry.on


def awaited_by(case: Case, version: int) -> Awaited:
    """What that notice or that appeal is about."""
    return awaited(case.up_to(version), day_of(case, version), _late(case, version).request)


def _late(case: Case, version: int) -> NoticeOfDefaultReceived | LateDecisionAppealed:
    act = case.entries[version - 1].act
    assert isinstance(act, NoticeOfDefaultReceived | LateDecisionAppealed)
    return act


def awaited(case: Case, on: date, named: int | None = None) -> Awaited:
    """What is waited for on a day: a decision on the request that is named, on the only one, or on the case itself."""
    request = named or next(iter(waited_for(case, on)), None)
    if request is not None:
        return _on_request(case, request, on)
    anew = (
        e.version
        for e in reversed(known_on(case, on).entries)
        if case.opens_anew(e) or isinstance(e.act, ObjectionTakenUp)
    )
    return Awaited(None, next(anew, 0))


def _on_request(case: Case, request: int, on: date) -> Awaited:
    """Since the last act by which it was open again: what annulled the answer to it, or that by which it lapsed."""
    known, since, was_open = known_on(case, on), request, True
    for entry in known.entries[request:]:
        is_so = is_open(known.up_to(entry.version), request)
        since, was_open = entry.version if is_so and not was_open else since, is_so
    return Awaited(request, since)


def known_on(case: Case, on: date) -> Case:
    """The case as it was at the end of that day."""
    return case.up_to(max((entry.version for entry in case.entries if entry.on <= on), default=1))


def waited_for(case: Case, on: date) -> tuple[int, ...]:
    """The requests on which a decision is waited for that day, unless that is on the case itself."""
    return () if known_on(case, on).overturned else asked_for(case, on)


def asked_for(case: Case, on: date) -> tuple[int, ...]:
    """The requests that came by that day and were not answered then, also while the permission is decided on again."""
    came = (version for version in requests(case) if received_on(case, version) <= on)
    return tuple(each for each in came if not _is_decided(case, _on_request(case, each, on), on))


def requests(case: Case) -> tuple[int, ...]:
    """Every request to renew or to adjust, by its version, oldest first; and what is decided on again by itself."""

    def is_one(entry: Entry) -> bool:
        is_asked = isinstance(entry.act, RenewalRequested | AdjustmentRequested)
        return is_asked or (entry.version in case.annulled and is_full_unasked(case, entry))

    return tuple(entry.version for entry in case.entries if is_one(entry))


def _is_decided(case: Case, what: Awaited, on: date) -> bool:
    day = decided_on(case, what)
    return day is not None and day <= on


def decided_on(case: Case, what: Awaited) -> date | None:
    """The day on which the decision went out, or on which it came that what was asked was taken back. Awb 3:40, 3:41.

    Of what a court decides itself no letter of ours goes out: that ends the wait on its own day. Awb 8:72(3)(b).
    """
    ended = ending(case, what)
    if ended is None or decision_in(ended.act) is None:
        return ended and (getattr(ended.act, "received_on", None) or ended.on)
    return judged_on(case, ended) or told_on(case, ended.version)


def ending(case: Case, what: Awaited) -> Entry | None:
    """What ended the wait, if anything did: the decision, as a rule."""
    request, later = what.request, case.entries[what.since :]
    if request is not None:
        return next((e for e in later if not is_open(case.up_to(e.version), request)), None)
    return next((e for e in later if isinstance(e.act, ENDS_THE_WAIT)), None)
