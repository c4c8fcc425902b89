"""The terms of an application, as functions of dates. Awb 4:5, 4:13-4:15."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from domain.fact import Fact
from domain.law.figures import DECISION_WEEKS, SET_ASIDE_WEEKS, in_force
from domain.law.suspension import Counted, Suspension, asked_in_time, counted, moved_by
from domain.term import Term, in_days, in_weeks, starting


class Adjournment(Fact):
    """A new date for the decision, which the applicant was told in time, with reasons. Awb 4:14(3)."""

    to: date
    told_on: date | None = None
    """When; a suspension asked for on that day or later moves the new date too."""


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
) -> Term:
    """The last day to decide on the application.

    The suspended days are added before the one roll. A new date that the municipality chose does not roll. What is
    asked for once the term is over suspends nothing. `weeks` when another rule sets them.
    Awb 4:13, 4:14(3), 4:15; Atw 1, 4.
    """
    weeks = in_force(DECISION_WEEKS, received_on) if weeks is None else weeks

    def due_on(before: Sequence[Suspension], asked_on: date) -> date:
        is_told = adjournment and adjournment.told_on and adjournment.told_on <= asked_on
        return _decision(received_on, weeks, before, adjournment if is_told else None).due_on

    return _decision(received_on, weeks, asked_in_time(suspensions, due_on), adjournment)


def _decision(
    received_on: date, weeks: int, suspensions: Iterable[Suspension], adjournment: Adjournment | None
) -> Term:
    told = in_weeks(weeks)
    known, since = _apart(counted(suspensions), adjournment)
    term = starting(received_on, "aanvraag ontvangen", "application received", "Awb 4:13")
    term = moved_by(term.plus(7 * weeks, told.nl, told.en, "Awb 4:13"), known).rolled_after(weeks)
    if adjournment is None:
        return term
    term = term.moved_to(
        adjournment.to,
        "de nieuwe datum, aan de aanvrager meegedeeld; die schuift niet",
        "the new date, as the applicant was told; it does not roll",
        "Awb 4:14(3)",
    )
    return moved_by(term, since)


def _apart(
    suspensions: list[Counted], adjournment: Adjournment | None
) -> tuple[list[Counted], list[Counted]]:
    """The suspensions that a new date reckons with already, and those asked for since it was told."""
    told_on = adjournment.told_on if adjournment else None
    if told_on is None:
        return suspensions, []
    known = [each for each in suspensions if each.suspension.asked_on < told_on]
    return known, suspensions[len(known) :]
