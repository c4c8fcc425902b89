"""What people say in more than one life."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from cli.simulation import Life
from domain.acts import (
    Answer,
    ApplicationReceived,
    ApplicationReviewed,
    CompletenessChecked,
    Finding,
    PermissionGranted,
    Recommendation,
)
from domain.application import Application, Resident
from domain.calendar import last_day, months_after
from domain.documents import Item

HOURS = 12


async def apply_completely(life: Life, hours: int = HOURS, months: int = 12) -> None:
    """The cooperative applies with everything, and a caseworker sees that it is there."""
    starts_on = first_of_a_month(await life.today() + timedelta(days=60))
    said = application(life, starts_on, hours=hours, months=months)
    await life.begins("coop-a", ApplicationReceived(application=said))
    await life.later(2)
    await life.does("caseworker1", CompletenessChecked())


def grant(life: Life, months: int = 12, hours: int = HOURS, **more: object) -> PermissionGranted:
    """As was asked, unless said otherwise."""
    first = life.case.application.starts_on
    said = {
        "valid_from": first,
        "valid_until": last_day(first, months),
        "hours_a_week": hours,
        "conditions": (life.words("De uren worden elke maand gemeld", "The hours are reported each month"),),
        "reasoning": life.words(
            "Aan alle criteria is voldaan, en het plan past bij wat de inwoner kan.",
            "Every criterion is met, and the plan suits what the resident can do.",
        ),
    }
    return PermissionGranted.model_validate(said | more)


def application(
    life: Life, starts_on: date, *codes: str, hours: int = HOURS, months: int = 36
) -> Application:
    """An application for taking part in repairing bicycles, with these items."""
    return Application(
        cooperative="de-werkplaats",
        resident=Resident(bsn="999990019", name="Bram Oosterhuis"),
        signed_at=datetime.now(UTC),
        activity=life.words("Fietsen repareren", "Repairing bicycles"),
        plan=life.words("Weer een werkritme opbouwen.", "Getting used to working days again."),
        starts_on=starts_on,
        ends_on=last_day(starts_on, months),
        hours_a_week=hours,
        items=items(life, *codes),
    )


def items(life: Life, *codes: str) -> tuple[Item, ...]:
    """These items, by the policy's names for them; all of them when none is named."""
    titles = {entry.code: life.words(entry.title.nl, entry.title.en) for entry in life.policy.items}
    return tuple(Item(code=code, title=titles[code].partition(":")[0]) for code in codes or titles)


def review(life: Life, advice: Recommendation = Recommendation.GRANT) -> ApplicationReviewed:
    """Every criterion met, or the first one not when the advice is to refuse."""
    why = life.words("Nagegaan in het dossier.", "Seen in the file.")
    not_met = life.policy.criteria[0].code if advice is Recommendation.REFUSE else None
    findings = [
        Finding(
            criterion=entry.code, answer=Answer.NOT_MET if entry.code == not_met else Answer.MET, reason=why
        )
        for entry in life.policy.criteria
    ]
    return ApplicationReviewed(
        findings=tuple(findings),
        recommendation=advice,
        reasoning=life.words(
            "Een goed plan, dat de inwoner verder helpt.", "A good plan that helps the resident on."
        )
        if not_met is None
        else life.words("Het plan past hier niet.", "The plan does not fit."),
    )


def first_of_a_month(after: date) -> date:
    """The first day of the month after that day."""
    return months_after(after.replace(day=1), 1)
