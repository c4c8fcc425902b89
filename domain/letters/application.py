"""From application to complete application."""

from __future__ import annotations

from datetime import date

from domain import acts, periods, terms
from domain.calendar import written
from domain.case import Case, Entry
from domain.ending import told_ending
from domain.fact import Text
from domain.lapsing import ended_with
from domain.letters.closing import what_follows
from domain.letters.kind import (
    Kind,
    Kinds,
    Said,
    both,
    decides_by,
    hours_a_week,
    the_permission,
    titles,
    to_both,
    to_who_asked,
    whether_over,
)
from domain.proposal import proposed_revocation
from domain.renewal import open_renewals
from domain.sending import since_told


def _received(case: Case, _: Entry, act: acts.ApplicationReceived) -> dict[str, Said]:
    asked = act.application
    return {
        "received_on": written(case.received_on),
        "activity": asked.activity,
        "valid_from": written(asked.starts_on),
        "valid_until": written(asked.ends_on),
        "hours": hours_a_week(asked.hours_a_week),
        **decides_by(case, terms.decision(case).due_on),
    }


def _missing(case: Case, entry: Entry, act: acts.SupplementRequested) -> dict[str, Said]:
    return {
        "stands_still": "yes" if entry.on <= terms.decision_on(case, entry.about).due_on else "",
        **request_made(case, entry.about),
        "missing": titles(act.missing, case.policy.items),
        "until": written(act.until),
        "explanation": act.explanation or "",
    }


def _supplied(case: Case, entry: Entry, act: acts.SupplementReceived) -> dict[str, Said]:
    """With the day by which it is decided on now that the term runs again. Awb 4:13, 4:15(1)(a)."""
    requests = terms.supplied_to(case, entry)
    each = [asked(case, request) for request in requests]
    last = max(requests, key=lambda request: terms.decision_on(case, request).due_on)
    return {
        "asked": both(" en ".join(text.nl for text in each), " and ".join(text.en for text in each)),
        "came_on": written(act.received_on or entry.on),
        "items": titles((item.code for item in act.items), case.policy.items),
        **decides_by(case, terms.decision_on(case, last).due_on, last),
    }


def _was_asked(case: Case, supplied: Entry) -> bool:
    """Whether it came in the period of a request that nobody has looked at since: nothing else moves the term."""
    return any(_was_asked_of(case, supplied, request) for request in terms.supplied_to(case, supplied))


def _was_asked_of(case: Case, supplied: Entry, request: int | None) -> bool:
    asked = case.last_in(request, acts.SupplementRequested)
    if asked is None or case.last_in(request, acts.CompletenessChecked, after=asked[0].version):
        return False
    return (getattr(supplied.act, "received_on", None) or supplied.on) <= periods.last_day(case, asked[0])


def _set_aside(case: Case, _: Entry, act: acts.ApplicationSetAside) -> dict[str, Said]:
    return {**request_made(case, None), **what_was_missing(case, None), "reasoning": act.reasoning}


def _request_set_aside(case: Case, _: Entry, act: acts.RequestSetAside) -> dict[str, Said]:
    over = whether_over(case)
    may_be_renewed = over["is_over"] and open_renewals(case)
    is_uncertain = case.overturned or proposed_revocation(case) or told_ending(case) or may_be_renewed
    return {
        **request_made(case, act.about),
        **what_was_missing(case, act.about),
        "reasoning": act.reasoning,
        **over,
        "is_settled": "" if is_uncertain else "yes",
        **the_permission(case),
    }


def what_was_missing(case: Case, request: int | None) -> dict[str, Said]:
    """What was asked for and never came, came after the period for it, or came in time and did not do. Awb 4:5(1).

    Of that request to renew or to adjust, or else of the application. The day of asking is that on which it went out.
    Awb 3:41, 4:5(4).
    """
    asked = case.last_in(request, acts.SupplementRequested)
    proposed = case.last_in(request, acts.SetAsideProposed)
    is_newer = asked and proposed and proposed[0].version > asked[0].version
    missing = proposed[1].missing if proposed and is_newer else asked[1].missing if asked else ()
    came = {code: _came_on(case, code, request) for code in missing}
    until = {
        code: periods.last_day(case, entry)
        for entry, act in case.every(acts.SupplementRequested)
        if entry.about == request
        for code in act.missing
    }
    late = {code: min(days) for code, days in came.items() if days and min(days) > until[code]}
    return {
        "asked_on": written(since_told(case, asked[0])) if asked else "",
        "until": written(periods.last_day(case, asked[0])) if asked else "",
        "never_came": titles((code for code, days in came.items() if not days), case.policy.items),
        "came_late": tuple(
            both(f"{title.nl}, op {written(day).nl}", f"{title.en}, on {written(day).en}")
            for title, day in zip(titles(late, case.policy.items), late.values(), strict=True)
        ),
        "did_not_do": titles(
            (code for code, days in came.items() if days and code not in late), case.policy.items
        ),
    }


def _came_on(case: Case, code: str, request: int | None) -> list[date]:
    """The days on which it came, for whichever request, since it was asked for last for that one. Awb 3:46."""
    asked = [
        entry.version
        for entry, act in case.every(acts.SupplementRequested)
        if entry.about == request and code in act.missing
    ]
    return [
        supplement.received_on or entry.on
        for entry, supplement in case.every(acts.SupplementReceived)
        if entry.version > max(asked) and code in {item.code for item in supplement.items}
    ]


def _withdrawn(case: Case, entry: Entry, act: acts.ApplicationWithdrawn) -> dict[str, Said]:
    return {
        "received_on": written(case.received_on),
        "withdrawn_on": written(act.received_on or entry.on),
        "reasoning": act.reason or "",
        "follows": what_follows(case),
    }


def request_made(case: Case, request: int | None) -> dict[str, Said]:
    """What was asked, and when that came."""
    return {
        "asked": asked(case, request),
        "received_on": written(terms.received_on(case, request)),
    }


def asked(case: Case, request: int | None) -> Text:
    """What is decided on, as whoever asked it reads it."""
    act = case.entries[request - 1].act if request else None
    return ASKED.get(type(act), both("uw aanvraag", "your application"))


def ends_too(case: Case, version: int) -> dict[str, Said]:
    """What was asked and is not decided on any more with that decision, since it ends the permission. Awb 4:13."""
    ended = ended_with(case, case.entries[version - 1])
    asked_on = ((asked(case, each), written(terms.received_on(case, each))) for each in ended)
    return {
        "ends_too": tuple(both(f"{what.nl}, van {on.nl}", f"{what.en}, of {on.en}") for what, on in asked_on)
    }


ASKED: dict[type, Text] = {
    acts.RenewalRequested: both("uw verzoek om te verlengen", "your request to renew"),
    acts.AdjustmentRequested: both("het verzoek om andere afspraken", "the request for other terms"),
    acts.PermissionExtendedToFull: both("het nieuwe besluit over uw proef", "the new decision on your trial"),
}
"""What is decided on, when it is not the application."""

LETTERS: Kinds = {
    acts.ApplicationReceived: Kind(
        Text(nl="Wij hebben uw aanvraag ontvangen", en="We have received your application"), _received
    ),
    acts.SupplementRequested: Kind(
        Text(nl="Wij hebben nog iets van u nodig", en="We need something more from you"),
        _missing,
        goes_to=to_who_asked,
    ),
    acts.SupplementReceived: Kind(
        both("Wij hebben uw aanvulling ontvangen", "We have received what you sent later"),
        _supplied,
        goes_to=to_who_asked,
        is_called_for=_was_asked,
    ),
    acts.ApplicationSetAside: Kind(
        Text(nl="Wij behandelen uw aanvraag niet", en="We do not deal with your application"), _set_aside
    ),
    acts.RequestSetAside: Kind(
        Text(nl="Wij behandelen uw verzoek niet", en="We do not deal with your request"),
        _request_set_aside,
        goes_to=to_both,
    ),
    acts.ApplicationWithdrawn: Kind(
        Text(nl="Uw aanvraag is ingetrokken", en="Your application has been withdrawn"), _withdrawn
    ),
}
