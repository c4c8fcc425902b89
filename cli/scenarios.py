"""Lives of cases, each by its name: what people do, and when."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta

from cli.simulation import Life
from domain import terms
from domain.acts import (
    Act,
    Answer,
    ApplicationReceived,
    ApplicationReviewed,
    CompletenessChecked,
    ConditionsChanged,
    Finding,
    ParticipationContinued,
    PermissionGranted,
    ProgressReported,
    Recommendation,
    SupplementReceived,
    TaskClaimed,
)
from domain.application import Application, Item, Resident
from domain.calendar import last_day, months_after

YEARS = 3
HOURS, MORE_HOURS = 12, 20
BROUGHT, FORGOTTEN = ("plan", "authorisation", "agreement"), ("proof-of-identity", "hours-schedule")
"""Items of the example policy."""


async def three_years(life: Life) -> None:
    """An application with items missing, a decision by another than the reviewer, and reassessments to the end."""
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


async def _applies(life: Life) -> None:
    starts_on = _first_of_a_month(await life.today() + timedelta(days=60))
    await life.begins("coop-a", ApplicationReceived(application=_application(life, starts_on)))
    await life.later(2)
    await life.does("caseworker1", TaskClaimed(), life.case.tasks[0].id)
    await life.does("caseworker1", CompletenessChecked(missing=FORGOTTEN))
    await life.until(terms.supplement_reminder)
    await life.later(1)
    await life.does("coop-a", SupplementReceived(items=_items(life, *FORGOTTEN)))
    await life.later(1)
    await life.does("caseworker1", CompletenessChecked())


async def _is_decided(life: Life) -> None:
    await life.later(6)
    await life.does("caseworker1", _review(life))
    await life.later(4)
    first = life.case.application.starts_on
    granted = PermissionGranted(
        valid_from=first,
        valid_until=last_day(first, 12 * YEARS),
        hours_a_week=HOURS,
        conditions=(life.words("De uren worden elke maand gemeld", "The hours are reported each month"),),
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
        activities=life.words("Fietsen hersteld en verkocht.", "Repaired bicycles and sold them."),
        results=life.words("Werkt nu zelfstandig aan de balie.", "Now serves customers without help."),
    )
    await life.does("coop-a", report)


def _reassessed(life: Life, cycle: int) -> Act:
    if cycle == 3:
        return ConditionsChanged(
            hours_a_week=MORE_HOURS,
            conditions=(
                life.words("De uren worden elk kwartaal gemeld", "The hours are reported each quarter"),
            ),
            reasoning=life.words("Meer uren gaan goed.", "More hours go well."),
        )
    why = life.words(
        "Het gaat goed; de inwoner wil verder.", "It goes well, and the resident wants to go on."
    )
    if cycle == 2:
        why = life.words("Zelf gesproken: het gaat goed.", "Spoken with the resident instead: it goes well.")
    return ParticipationContinued(reasoning=why)


def _application(life: Life, starts_on: date) -> Application:
    return Application(
        cooperative="de-werkplaats",
        resident=Resident(bsn="999990019", name="Bram Oosterhuis"),
        signed_at=datetime.now(UTC),
        activity=life.words("Fietsen repareren", "Repairing bicycles"),
        plan=life.words("Weer een werkritme opbouwen.", "Getting used to working days again."),
        starts_on=starts_on,
        ends_on=last_day(starts_on, 12 * YEARS),
        hours_a_week=HOURS,
        items=_items(life, *BROUGHT),
    )


def _items(life: Life, *codes: str) -> tuple[Item, ...]:
    titles = {entry.code: life.words(entry.title.nl, entry.title.en) for entry in life.policy.items}
    return tuple(Item(code=code, title=titles[code].partition(":")[0]) for code in codes)


def _review(life: Life) -> ApplicationReviewed:
    why = life.words("Nagegaan in het dossier.", "Seen in the file.")
    findings = [
        Finding(criterion=entry.code, answer=Answer.MET, reason=why) for entry in life.policy.criteria
    ]
    return ApplicationReviewed(
        findings=tuple(findings),
        recommendation=Recommendation.GRANT,
        reasoning=life.words(
            "Een goed plan, dat de inwoner verder helpt.", "A good plan that helps the resident on."
        ),
    )


def _first_of_a_month(after: date) -> date:
    return months_after(after.replace(day=1), 1)


SCENARIOS: dict[str, Callable[[Life], Awaitable[None]]] = {"three-years": three_years}
