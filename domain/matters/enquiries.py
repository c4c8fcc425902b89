"""What a case waits for elsewhere, and when somebody asks after it: a court, or the letter of a decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from domain import objections, rulings, untold
from domain.acts import AppealRecorded, CourtAsked, PostingLookedInto
from domain.calendar import months_after
from domain.delays import at_court
from domain.requests import still_contestable
from domain.sending import POSTED_WITHIN, notified_on
from domain.status import Status
from domain.term import Term, in_days, starting

if TYPE_CHECKING:
    from domain.case import Case, Entry

DAYS_TO_ASK = 7
"""A court goes on whether it is asked or not, so that need not be done on the very day."""


def appeals(case: Case) -> tuple[int, ...]:
    """The appeals on which a court did not decide yet, by their versions; it decides on the oldest first."""
    lodged = [entry.version for entry, _ in case.every(AppealRecorded)][len(rulings.days(case)) :]
    return tuple(sorted((*lodged, *at_court(entry.act for entry in case.entries))))


def let_be(appeal: Entry) -> Callable[[Case], Term]:
    """How long a court is left alone with an appeal: some months since it was told of, or since it was asked last."""

    def term(case: Case) -> Term:
        asked = _last(case, CourtAsked, appeal)
        began = (
            starting(asked.on, "bij de rechter nagevraagd", "the court was asked", "policy")
            if asked
            else starting(appeal.on, "beroep vastgelegd", "appeal recorded", "Awb 8:1")
        )
        months = case.policy.periods.ask_court_every_months
        nl, en = ("1 maand", "1 month") if months == 1 else (f"{months} maanden", f"{months} months")
        return began.moved_to(months_after(began.due_on, months), nl, en, "policy")

    return term


def asked_by(appeal: Entry) -> Callable[[Case], Term]:
    """By when somebody asks it then."""
    return lambda case: _with_days(let_be(appeal)(case), DAYS_TO_ASK, "om na te vragen", "to ask")


def court(case: Case) -> Term | None:
    """By when a court is asked next how an appeal stands; none when there is none."""
    terms = [asked_by(case.entries[appeal - 1])(case) for appeal in appeals(case)]
    return min(terms, key=lambda term: term.due_on, default=None)


def unsent(case: Case) -> tuple[int, ...]:
    """The decisions whose letters did not go to all, by version. Awb 3:40, 3:41, 6:8.

    That is the last one, where the case rests on it, and each against a request or by which a permission ends earlier,
    also while somebody takes part.
    """
    rests = case.awaits_objections or case.status is Status.OBJECTION_DECIDED
    newest = objections.last_decision(case)
    on_the_case = (newest.version,) if rests and newest and objections.window(case) is None else ()
    on_requests = (version for version in still_contestable(case) if notified_on(case, version) is None)
    return tuple(dict.fromkeys((*on_the_case, *on_requests, *untold.unsent(case))))


def may_lie(decided: Entry) -> Callable[[Case], Term]:
    """How long a letter may lie: some days since it was decided, or since somebody looked why it lies there."""

    def term(case: Case) -> Term:
        looked = _last(case, PostingLookedInto, decided)
        began = (
            starting(looked.on, "nagegaan", "looked into", "policy")
            if looked
            else starting(decided.on, "besloten", "decided", "Awb 3:41")
        )
        days = in_days(POSTED_WITHIN.days)
        return began.plus(POSTED_WITHIN.days, f"{days.nl} om te posten", f"{days.en} to post it", "policy")

    return term


def posted_by(decided: Entry) -> Callable[[Case], Term]:
    """By when somebody posts it then, or says why not."""
    return lambda case: _with_days(may_lie(decided)(case), 1, "om alsnog te posten", "to post it after all")


def _with_days(term: Term, days: int, nl: str, en: str) -> Term:
    so_many = in_days(days)
    return term.plus(days, f"{so_many.nl} {nl}", f"{so_many.en} {en}", "policy").on_a_working_day()


def _last(case: Case, kind: type[CourtAsked | PostingLookedInto], about: Entry) -> Entry | None:
    found = [entry for entry, act in case.every(kind) if act.about == about.version]
    return found[-1] if found else None
