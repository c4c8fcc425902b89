"""Three years: items missing, a decision by another than the reviewer, and reassessments to the end."""

from __future__ import annotations

from datetime import timedelta

from cli.scenarios.sayings import HOURS, application, first_of_a_month, items, review
from cli.simulation import Life
from domain import terms
from domain.acts import (
    Act,
    ApplicationReceived,
    CompletenessChecked,
    ConditionsChanged,
    ParticipationContinued,
    PermissionGranted,
    ProgressReported,
    ResidentReacted,
    SupplementReceived,
    TaskClaimed,
)
from domain.calendar import last_day

YEARS = 3
MORE_HOURS = 20
BROUGHT, FORGOTTEN = ("plan", "authorisation", "agreement"), ("proof-of-identity", "hours-schedule")
"""Items of the example policy."""


async def three_years(life: Life) -> None:
    """From the application to the last day of the permission."""
    await _applies(life)
    await _is_decided(life)
    cycle = 0
    while terms.reassessment(life.case):
        await life.until(terms.report_request)
        await _reports(life, cycle)
        await life.until(terms.reassessment_in_hand, days=-2)
        await life.later(0)
        await life.does("caseworker2", _reassessed(life, cycle))
        cycle += 1
    await life.until(terms.expiry, days=1)


def _monthly(life: Life) -> str:
    return life.words("De uren worden elke maand gemeld", "The hours are reported each month")


async def _applies(life: Life) -> None:
    starts_on = first_of_a_month(await life.today() + timedelta(days=60))
    await life.begins("coop-a", ApplicationReceived(application=application(life, starts_on, *BROUGHT)))
    await life.later(2)
    await life.does("caseworker1", TaskClaimed(), life.case.tasks[0].id)
    await life.does("caseworker1", CompletenessChecked(missing=FORGOTTEN))
    await life.until(terms.supplement_reminder)
    await life.later(1)
    await life.does("coop-a", SupplementReceived(items=items(life, *FORGOTTEN)))
    await life.later(1)
    await life.does("caseworker1", CompletenessChecked())


async def _is_decided(life: Life) -> None:
    await life.later(6)
    await life.does("caseworker1", review(life))
    await life.later(4)
    first = life.case.application.starts_on
    granted = PermissionGranted(
        valid_from=first,
        valid_until=last_day(first, 12 * YEARS),
        hours_a_week=HOURS,
        conditions=(_monthly(life),),
        reasoning=life.words(
            "Aan alle criteria is voldaan, en het plan past bij wat de inwoner kan.",
            "Every criterion is met, and the plan suits what the resident can do.",
        ),
    )
    await life.does("decider1", granted)


async def _reports(life: Life, cycle: int) -> None:
    """Mostly in good time; the second one only when reminded, and the third one never comes."""
    match cycle:
        case 1:
            await life.until(terms.report_reminder)
            await life.later(2)
        case 2:
            await life.until(terms.report, days=1)
            return
        case _:
            await life.later(6)
    on, since = (
        await life.today(),
        life.case.last(PermissionGranted, ParticipationContinued, ConditionsChanged),
    )
    assert since is not None
    first = max(since[0].on, life.case.application.starts_on)
    report = ProgressReported(
        period_from=first,
        period_until=on,
        hours=HOURS * ((on - first).days // 7),
        income_cents=0,
        activities=life.words("Fietsen hersteld en verkocht.", "Repaired bicycles and sold them."),
        results=life.words("Werkt nu zelfstandig aan de balie.", "Now serves customers without help."),
    )
    await life.does("coop-a", report)
    await life.later(3)
    await life.does("coop-a", _reaction(life, cycle))


def _reaction(life: Life, cycle: int) -> ResidentReacted:
    """Once the resident has nothing to add."""
    if cycle == 1:
        return ResidentReacted(
            declined_because=life.words("Alles is al besproken.", "Everything was talked over already.")
        )
    return ResidentReacted(
        reaction=life.words("Ik wil hier graag blijven werken.", "I would like to go on working here.")
    )


def _reassessed(life: Life, cycle: int) -> Act:
    if cycle == 3:
        return ConditionsChanged(
            hours_a_week=MORE_HOURS,
            conditions=(_monthly(life),),
            reasoning=life.words("Meer uren gaan goed.", "More hours go well."),
        )
    why = life.words(
        "Het gaat goed; de inwoner wil verder.", "It goes well, and the resident wants to go on."
    )
    if cycle == 2:
        why = life.words("Zelf gesproken: het gaat goed.", "Spoken with the resident instead: it goes well.")
    return ParticipationContinued(reasoning=why)
