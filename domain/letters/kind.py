"""What a kind of letter is, and what all of them say alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from domain import acts, terms
from domain.acts import Addressee
from domain.annulment import taken_up
from domain.askers import RESIDENT, who_asked
from domain.calendar import written
from domain.case import Case, Entry
from domain.extent import Income
from domain.fact import Fact, Text
from domain.heard import counts_since, had_his_say, is_applied_for
from domain.narration.phrases import hours as in_hours
from domain.policy import Entry as Listed
from domain.renewal import open_renewals
from domain.terms import penalty
from domain.terms.awaited import day_of

Said = str | Text | tuple[str, ...] | tuple[Text, ...]
Addressed = Callable[[Case], tuple[Addressee, ...]]
"""To whom a letter is written, and after him who gets a copy: of the case in which its act is the last."""

Saying = Callable[[Case, Entry, Any], dict[str, Said]]

Called = Callable[[Case, Entry], bool]
"""Whether an act of that kind calls for its letter."""

FIRST = date(2026, 1, 1)
"""From which the first templates count."""


def to_the_resident(_: Case) -> tuple[Addressee, ...]:
    """With a copy for who speaks for him. Awb 2:1, 3:41."""
    return RESIDENT


def to_who_asked(case: Case) -> tuple[Addressee, ...]:
    """Who asked for what the last act is about: what is missing of it, and by when it is decided on. Awb 4:5, 4:15."""
    asked = (who_asked(case, request) for request in _requests_in(case.entries[-1], case))
    return tuple(dict.fromkeys(chain.from_iterable(asked)))


def to_both(case: Case) -> tuple[Addressee, ...]:
    """The same, and the resident of what the cooperative asked for itself: it is on his permission. Awb 3:41."""
    first = to_who_asked(case)
    return first if Addressee.RESIDENT in first else (*first, Addressee.RESIDENT)


def _requests_in(entry: Entry, case: Case) -> tuple[int | None, ...]:
    """The request that an act makes, answers or moves, or those; none stands for the application."""
    match entry.act:
        case acts.AdjustmentRequested():
            return (entry.version,)
        case acts.DecisionReversed():
            return (taken_up(case, entry.act),)
        case acts.SupplementReceived():
            return terms.supplied_to(case, entry)
        case (
            acts.TermSuspended() | acts.DecisionAdjourned() | acts.SuspensionEnded() | acts.SuspensionLapsed()
        ):
            return (terms.request_of(case, entry),)
        case act:
            return (getattr(act, "about", None) or entry.about,)


@dataclass(frozen=True)
class Kind:
    """A kind of letter: its title, what it says, from when its templates count, to whom it goes, and when."""

    title: Text
    said: Saying
    versions: tuple[date, ...] = (FIRST,)
    """The oldest first."""
    goes_to: Addressed = to_the_resident
    is_called_for: Called = lambda _case, _entry: True
    otherwise: Callable[[Case], Text | None] = lambda _case: None
    """Its title where that is another at the day of the letter."""

    def title_in(self, case: Case) -> Text:
        """What it is called at the day of the letter."""
        return self.otherwise(case) or self.title


Kinds = dict[type[Fact], Kind]
"""The letter that each act calls for."""


def the_permission(case: Case) -> dict[str, Said]:
    """How far the permission goes after this act: there are no other limits to it. Awb 3:46; Pw 31, 32."""
    permission = case.permission
    assert permission is not None
    yearly = permission.hours_a_year
    return {
        "valid_from": written(permission.valid_from),
        "valid_until": written(permission.valid_until),
        "hours": hours_a_week(permission.hours_a_week),
        "hours_a_year": both(f"{yearly} uur per jaar", f"{in_hours(yearly)} a year") if yearly else "",
        "income": EARNED[permission.income],
        "conditions": permission.conditions,
        "fee": "yes" if permission.fee_agreed else "",
        **standstill(case),
    }


def once_over(title: Text) -> Callable[[Case], Text | None]:
    """That title, where the permission is over by then."""
    return lambda case: title if whether_over(case)["is_over"] else None


def whether_over(case: Case) -> dict[str, Said]:
    """Whether its last day lies in the past at the day of the letter."""
    permission = case.permission
    return {"is_over": "yes" if permission and is_over(case, permission.valid_until) else ""}


EARNED: dict[Income, Said] = {
    Income.NONE: "",
    Income.SET_OFF: Text(nl="verrekenen wij met uw uitkering", en="is set off against your benefit"),
    Income.RESERVED: Text(
        nl="blijft in de coöperatie; u krijgt het niet uitbetaald",
        en="stays in the cooperative; it is not paid out to you",
    ),
}
"""What happens with what the participant earns."""


def standstill(case: Case) -> dict[str, Said]:
    """On which days from the letter's on he may not take part, and from when again; or that he can just go on.

    Up to the end of the permission, and none from when again where it does not last that long. Awb 3:40, 3:46.
    """
    permission, on = case.permission, case.entries[-1].on
    first, last = (permission.suspended_from, permission.suspended_until) if permission else (None, None)
    if permission is None or first is None or last is None or last < on or first > permission.valid_until:
        is_running = permission is not None and permission.valid_from <= on <= permission.valid_until
        return {
            "suspended_from": "",
            "suspended_until": "",
            "resumes_on": "",
            "goes_on": "yes" if is_running else "",
        }
    again = last + timedelta(days=1)
    return {
        "suspended_from": written(first),
        "suspended_until": written(min(last, permission.valid_until)),
        "resumes_on": written(again) if again <= permission.valid_until else "",
        "goes_on": "",
    }


def next_time(case: Case) -> dict[str, Said]:
    """The next reassessment, when there is one before the end, and when he gets a letter about it.

    `ahead` when that comes some weeks before, `soon` when it is to come at once, `sent` when it went out already, and
    `late` when the day is over and nobody looked yet. Pw 44a.
    """
    term = terms.reassessment(case)
    if term is None:
        return {"reassess_on": "", "reassess_letter": ""}
    newest = case.last(acts.ReportRequested, acts.ParticipationContinued, acts.ConditionsChanged)
    asked = newest[1] if newest else None
    is_asked = isinstance(asked, acts.ReportRequested) and asked.reassessment_on == term.due_on
    if is_over(case, term.due_on):
        letter = "late"
    elif is_asked:
        letter = "sent"
    else:
        letter = "soon" if terms.report_request(case).due_on <= case.entries[-1].on else "ahead"
    return {"reassess_on": written(term.due_on), "reassess_letter": letter}


def decides_by(case: Case, due_on: date, request: int | None = None) -> dict[str, Said]:
    """By when it is decided, and whether that is over already: then it is late, and nothing is promised. Awb 4:17.

    With the notice of default that counts by then, and from when it costs money; of that request, or the case itself.
    """
    notice = penalty.in_default(case, request)
    return {
        "decide_by": written(due_on),
        "is_late": "yes" if is_over(case, due_on) else "",
        "noticed_on": written(day_of(case, notice)) if notice else "",
        "owed_from": written(penalty.first_day(case, notice).due_on) if notice else "",
    }


def renewal_decided_by(case: Case) -> dict[str, Said]:
    """The same of the open request to renew that is decided on first; nothing without one. Awb 4:13."""
    asked = ((terms.answer_to(each)(case).due_on, each.version) for each in open_renewals(case))
    soonest = min(asked, default=None)
    return decides_by(case, *soonest) if soonest else {"decide_by": ""}


def is_over(case: Case, day: date) -> bool:
    """Whether a day lies in the past at the day of the letter, so that it cannot be promised."""
    return day < case.entries[-1].on


def view_heard(case: Case, matter: type[Fact] | None = None) -> dict[str, Said]:
    """What became of the view in the last matter of that kind: `given`, `lapsed` or nothing. Awb 4:7, 4:8."""
    began = case.last(matter) if matter else None
    return view_heard_in(case, began[0].version if began else None)


def view_heard_in(case: Case, about: int | None) -> dict[str, Said]:
    """The same, in the matter that this act set going: of the view that counts for this decision. Awb 3:46."""
    decided = case.entries[-1]
    before = case.up_to(decided.version - 1)
    since = counts_since(before, about)
    came = "given" if before.last_in(about, acts.ViewReceived, after=since) else "lapsed"
    is_heard = had_his_say(before, decided.on, about, since)
    return {"view": came if is_heard else "", **not_heard(before, decided.act, about)}


def not_heard(before: Case, decision: Fact, about: int | None) -> dict[str, Said]:
    """Why nobody was asked for his view before that decision; nothing without a ground. Awb 4:7, 4:8, 4:11.

    Whom the cooperative has it taken for itself, the resident, did not apply for it.
    """
    waived: acts.ViewWaiver | None = getattr(decision, "view_waived", None)
    is_his = not isinstance(decision, acts.ConditionsAdjusted) or who_asked(before, about) == RESIDENT
    if waived is acts.ViewWaiver.NOT_ON_HIS_FACTS and not (
        is_his and is_applied_for(before, decision, about)
    ):
        return {"not_heard": NOT_FROM_OTHERS}
    return {"not_heard": WAIVED[waived] if waived else ""}


NOT_FROM_OTHERS = Text(
    nl="Ons besluit berust niet op gegevens over u die u niet zelf hebt gegeven.",
    en="Our decision rests on nothing about you that you did not give yourself.",
)
"""The same ground, of what nobody applied for: it asks more then. Awb 4:8(1)(b)."""


WAIVED: dict[acts.ViewWaiver, Text] = {
    acts.ViewWaiver.NOT_ON_HIS_FACTS: Text(
        nl="Ons besluit berust niet op gegevens over u die anders zijn dan wat u zelf hebt opgegeven.",
        en="Our decision rests on nothing about you that differs from what you gave yourself.",
    ),
    acts.ViewWaiver.URGENT: Text(nl="Het kon niet wachten.", en="It could not wait."),
    acts.ViewWaiver.HEARD_BEFORE: Text(
        nl="Dat kon u ons al eerder vertellen, en er is niets veranderd.",
        en="You could tell us that before, and nothing has changed.",
    ),
    acts.ViewWaiver.DEFEATS_ITS_PURPOSE: Text(
        nl="Dan had ons besluit zijn doel gemist.", en="Our decision would then have missed its purpose."
    ),
    acts.ViewWaiver.DATA_NOT_GIVEN: Text(
        nl="U gaf ons de gegevens niet die u moest geven.", en="You did not give us the data that you had to."
    ),
}
"""The ground on which nobody was asked, as the resident is told."""


def hours_a_week(hours: int) -> Text:
    """So many hours a week."""
    return both(f"{hours} uur per week", f"{in_hours(hours)} a week")


def both(nl: str, en: str) -> Text:
    """A text in both languages."""
    return Text(nl=nl, en=en)


def listed(codes: Iterable[str], entries: tuple[Listed, ...]) -> list[Listed]:
    """The entries of a list of the policy, by their codes."""
    known = {each.code: each for each in entries}
    return [known.get(code) or Listed(code=code, title=Text(nl=code, en=code)) for code in codes]


def titles(codes: Iterable[str], entries: tuple[Listed, ...]) -> tuple[Text, ...]:
    """What these entries are called."""
    return tuple(each.title for each in listed(codes, entries))
