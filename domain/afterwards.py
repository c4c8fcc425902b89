"""What still comes of a decision: its letter, the days to go against it, and what is decided on those."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain import objections
from domain.acts import ObjectionLodged, Objector
from domain.by_a_court import is_by_a_court
from domain.case import Case
from domain.fact import Text
from domain.kinds import KINDS
from domain.law import objection as law
from domain.law.figures import OBJECTION_WEEKS, in_force
from domain.matters import enquiries
from domain.remedy import Remedy, open_to_objection, remedy
from domain.requests import rests_on
from domain.sending import notified_on, sent_to
from domain.status import Status
from domain.term import in_weeks
from domain.terms import penalty
from domain.words import day

TO_GO_AGAINST_IT = {
    Remedy.OBJECTION: Text(nl="om bezwaar te maken", en="to object"),
    Remedy.APPEAL: Text(nl="om naar de rechter te gaan", en="to go to court"),
}

TO_WHOM = {
    Objector.COOPERATIVE: Text(nl="voor de coöperatie", en="for the cooperative"),
    Objector.RESIDENT: Text(nl="voor de inwoner", en="for the resident"),
}

OBJECTION_RUNS = Text(
    nl="De gemeente beslist op een bezwaar tegen een besluit in deze zaak.",
    en="The municipality decides on an objection to a decision in this case.",
)

AT_COURT = Text(nl="De rechter beslist op het beroep.", en="The court decides on the appeal.")


def last_days(case: Case, today: date) -> dict[str, date]:
    """Until when one can go against what the case rests on, and once that is over what the post may still bring.

    Awb 6:7, 6:9(2).
    """
    days = dict[str, date]()
    windows = [objections.window(case)] if case.awaits_objections or _awaits_appeal(case) else []
    for version in rests_on(case):
        if sent_on := notified_on(case, version):
            days["objection"] = law.objection(sent_on).due_on
            windows.append(law.with_the_post(sent_on))
    open_until = max((each.due_on for each in windows if each), default=today)
    is_over = not any(on >= today for on in (*days.values(), *_of_the_last_decision(case)))
    return days | ({"window": open_until} if is_over and open_until > today else {})


def to_object(case: Case, today: date) -> Iterator[tuple[Text, date]]:
    """The last days to object to what was decided while somebody takes part: each runs from one's own letter.

    Nothing waits for these, so they are no terms of the case. Awb 3:41, 6:7, 6:8.
    """
    running = {
        version: days
        for version in _decided_meanwhile(case)
        if (days := _last_days_to_object(case, version, today))
    }
    for version, days in running.items():
        against = KINDS[case.entries[version - 1].act.kind] if len(running) > 1 else None
        yield from ((_last_day_to_object(who, against), on) for who, on in days.items())


def _decided_meanwhile(case: Case) -> tuple[int, ...]:
    """The decisions to which one can object while somebody takes part, and to which no objection runs."""
    if not case.is_participating:
        return ()
    lodged = (act for _, act in case.every(ObjectionLodged) if act.objection in case.open_objections)
    contested = {case.first_version(act.version) for act in lodged}
    return tuple(
        entry.version
        for entry in open_to_objection(case)
        if not is_by_a_court(case, entry) and case.first_version(entry.version) not in contested
    )


def _last_days_to_object(case: Case, version: int, today: date) -> dict[Objector | None, date]:
    """By whose they are; everybody's where they are the same."""
    days: dict[Objector | None, date] = {
        who: law.objection(on).due_on for who in TO_WHOM if (on := sent_to(case, version, who))
    }
    if len(set(days.values())) == 1:
        days = {None: max(days.values())}
    return {who: on for who, on in days.items() if on >= today}


def _last_day_to_object(who: Objector | None, against: Text | None) -> Text:
    nl = f"Laatste dag {TO_WHOM[who].nl} om bezwaar te maken" if who else "Laatste dag om bezwaar te maken"
    en = f"Last day {TO_WHOM[who].en} to object" if who else "Last day to object"
    return Text(nl=f"{nl}: {against.nl}", en=f"{en}: {against.en}") if against else Text(nl=nl, en=en)


def _of_the_last_decision(case: Case) -> Iterator[date]:
    yield from (term.due_on for term in (objections.objection(case), objections.appeal(case)) if term)


def _awaits_appeal(case: Case) -> bool:
    return case.status is Status.OBJECTION_DECIDED and not objections.open_appeals(case)


def some_day(case: Case, today: date) -> Iterator[Text]:
    """Letters of decisions that are still to go out, and what is decided on without a day that is known here."""
    weeks = in_weeks(in_force(OBJECTION_WEEKS, today))
    meanwhile = (version for version in _decided_meanwhile(case) if notified_on(case, version) is None)
    entries = (case.entries[version - 1] for version in (*enquiries.unsent(case), *meanwhile))
    for one in dict.fromkeys(way for entry in entries if (way := remedy(case, entry))):
        then = TO_GO_AGAINST_IT[one]
        yield Text(
            nl=f"De brief met het besluit wordt verstuurd. Daarna is er {weeks.nl} tijd {then.nl}.",
            en=f"The letter with the decision goes out. After that there are {weeks.en} {then.en}.",
        )
    first = penalty.of(case).get("penalty_first_day")
    if first and first.due_on <= today:
        yield Text(
            nl=f"De gemeente is te laat: zij moet meestal een dwangsom betalen vanaf {day(first.due_on, 'nl')}.",
            en=f"The municipality is late: it usually owes a penalty payment from {day(first.due_on, 'en')}.",
        )
    if case.open_objections:
        yield OBJECTION_RUNS
    if enquiries.appeals(case):
        yield AT_COURT
