"""What still comes of a decision: its letter, the days to go against it, and what is decided on those."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain import objections
from domain.case import Case
from domain.fact import Text
from domain.law import objection as law
from domain.law.figures import OBJECTION_WEEKS, in_force
from domain.matters import enquiries
from domain.remedy import Remedy, remedy
from domain.requests import rests_on
from domain.sending import notified_on
from domain.status import Status
from domain.term import in_weeks
from domain.terms import penalty
from domain.words import day

TO_GO_AGAINST_IT = {
    Remedy.OBJECTION: Text(nl="om bezwaar te maken", en="to object"),
    Remedy.APPEAL: Text(nl="om naar de rechter te gaan", en="to go to court"),
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


def _of_the_last_decision(case: Case) -> Iterator[date]:
    yield from (term.due_on for term in (objections.objection(case), objections.appeal(case)) if term)


def _awaits_appeal(case: Case) -> bool:
    return case.status is Status.OBJECTION_DECIDED and not objections.open_appeals(case)


def some_day(case: Case, today: date) -> Iterator[Text]:
    """Letters of decisions that are still to go out, and what is decided on without a day that is known here."""
    weeks = in_weeks(in_force(OBJECTION_WEEKS, today))
    entries = (case.entries[version - 1] for version in enquiries.unsent(case))
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
