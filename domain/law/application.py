"""The terms of an application, as functions of dates. Awb 4:5, 4:13-4:15."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from domain.calendar import written
from domain.fact import Fact
from domain.law.figures import DECISION_WEEKS, SET_ASIDE_WEEKS, in_force
from domain.law.suspension import Suspension, asked_in_time, counted, moved_by
from domain.term import Term, in_days, in_weeks, starting


class Adjournment(Fact):
    """A new date for the decision, which the applicant was told in time, with reasons. Awb 4:14(3), or local rules."""

    to: date
    told_on: date | None = None
    """When; a suspension asked for on that day or later moves the new date too."""
    known: tuple[Suspension, ...] | None = None
    """The suspensions that it reckons with, where more is known than days: every other one moves the new date."""


def supplement_period(asked_on: date, days: int) -> Term:
    """So many days for the missing items, put on a working day since the municipality chooses it. Awb 4:5(1)."""
    told = in_days(days)
    return (
        starting(asked_on, "om aanvulling gevraagd", "supplement asked", "Awb 4:5(1)")
        .plus(days, f"{told.nl} om aan te vullen", f"{told.en} to supply it", "policy")
        .on_a_working_day()
    )


def set_aside(ended_on: date) -> Term:
    """The last day on which the application may be set aside, after the supplement came or its period passed.

    Once it is over only a decision on substance is left. Awb 4:5(4).
    """
    weeks = in_force(SET_ASIDE_WEEKS, ended_on)
    told = in_weeks(weeks)
    return (
        starting(
            ended_on,
            "aanvulling gekomen, of de termijn ervoor verstreken",
            "supplement came, or its period passed",
            "Awb 4:5(4)",
        )
        .plus(7 * weeks, told.nl, told.en, "Awb 4:5(4)")
        .rolled_after(weeks)
    )


def decision(
    received_on: date,
    weeks: int | None = None,
    suspensions: Iterable[Suspension] = (),
    adjournment: Adjournment | None = None,
    regulation: str | None = None,
) -> Term:
    """The last day to decide on the application.

    The suspended days are added before the one roll. A new date that the municipality chose does not roll. What is
    asked for once the term is over suspends nothing. `weeks` when another rule sets them, which `regulation` names:
    that rule then says whether there is a new date. Awb 4:13, 4:14(3), 4:15; Atw 1, 4.
    """
    weeks = in_force(DECISION_WEEKS, received_on) if weeks is None else weeks

    def first(before: Iterable[Suspension]) -> Term:
        return _as_set(received_on, weeks, before, regulation or "Awb 4:13")

    known, since = _apart(suspensions, adjournment)
    known = asked_in_time(known, lambda before: first(before).due_on)
    term = first(known)
    if adjournment is None:
        return term
    adjourned = term.moved_to(
        adjournment.to,
        "de nieuwe datum, aan de aanvrager meegedeeld; die schuift niet",
        "the new date, as the applicant was told; it does not roll",
        regulation or "Awb 4:14(3)",
    )

    def moved(before: Iterable[Suspension]) -> Term:
        return moved_by(adjourned, counted(before, already=known))

    return moved(asked_in_time(since, lambda before: moved(before).due_on))


def told_of_another_day(term: Term, until: date) -> Term:
    """The same day: a rule that allows no adjournment set it, so that the applicant was only told. Awb 4:14(1)."""
    told = written(until)
    return term.moved_to(
        term.due_on,
        f"meegedeeld dat het besluit op {told.nl} komt; dat verandert de termijn niet",
        f"told that the decision comes on {told.en}, which does not change the term",
        "Awb 4:14(1)",
    )


def _as_set(received_on: date, weeks: int, suspensions: Iterable[Suspension], article: str) -> Term:
    told = in_weeks(weeks)
    term = starting(received_on, "aanvraag ontvangen", "application received", "Awb 4:13")
    term = term.plus(7 * weeks, told.nl, told.en, article)
    return moved_by(term, counted(suspensions)).rolled_after(weeks)


def _apart(
    suspensions: Iterable[Suspension], adjournment: Adjournment | None
) -> tuple[Sequence[Suspension], Sequence[Suspension]]:
    """The suspensions that a new date reckons with already, and those asked for since it was told."""
    found = tuple(suspensions)
    if adjournment is None:
        return found, ()
    known, told_on = adjournment.known, adjournment.told_on
    if known is None:
        known = tuple(each for each in found if told_on is None or each.asked_on < told_on)
    return known, tuple(each for each in found if each not in known)
