"""Examples that every test may start from: a policy, people, an application, and cases made of acts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any, Literal

from domain.absences import Absence
from domain.acts import (
    Act,
    Answer,
    ApplicationReceived,
    ApplicationReviewed,
    CompletenessChecked,
    ConditionsChanged,
    Finding,
    ObjectionReceived,
    ParticipationEnded,
    Party,
    PermissionGranted,
    PermissionRefused,
    ProgressReported,
    SetAsideProposed,
    SupplementReceived,
    SuspensionGround,
    TermSuspended,
    ViewWaiver,
)
from domain.application import Application
from domain.calendar import NETHERLANDS
from domain.case import Case, Entry, Performed
from domain.duties import needs_a_mandate
from domain.mandates import Mandate
from domain.people import Actor, Role, the_clock
from domain.policy import Policy
from tests.mandates import MANDATES
from tests.matters import in_matter

MUNICIPALITY = "zonnedam"
WHY = "It fits."
A_MONDAY = date(2026, 3, 2)


def a_person(
    name: str, *roles: Role, municipality: str = MUNICIPALITY, cooperative: str | None = None
) -> Actor:
    """Somebody with these roles."""
    return Actor(
        id=name, name=name.title(), roles=frozenset(roles), municipality=municipality, cooperative=cooperative
    )


coop_a = a_person("coop-a", Role.COOPERATIVE, cooperative="werkplaats")
coop_b = a_person("coop-b", Role.COOPERATIVE, cooperative="buurttuin")
caseworker1 = a_person("caseworker1", Role.CASEWORKER)
caseworker2 = a_person("caseworker2", Role.CASEWORKER)
caseworker3 = a_person("caseworker3", Role.CASEWORKER)
coordinator1 = a_person("coordinator1", Role.COORDINATOR)
decider1 = a_person("decider1", Role.DECIDER)
decider2 = a_person("decider2", Role.DECIDER)
decider3 = a_person("decider3", Role.DECIDER)
decider4 = a_person("decider4", Role.DECIDER)
objections1 = a_person("objections1", Role.OBJECTIONS_OFFICER)
controller1 = a_person("controller1", Role.CONTROLLER)
auditor1 = a_person("auditor1", Role.AUDITOR)
admin1 = a_person("admin1", Role.ADMINISTRATOR)
caseworker_other = a_person("caseworker-other", Role.CASEWORKER, municipality="maandrecht")
clock = the_clock(MUNICIPALITY)


def an_entry(code: str) -> dict[str, Any]:
    """An entry of one of the policy's lists."""
    return {"code": code, "title": {"nl": code, "en": code}}


def a_policy(**changed: Any) -> Policy:
    """A small policy."""
    return Policy.model_validate(
        {
            "municipality": MUNICIPALITY,
            "name": "Zonnedam",
            "version": 1,
            "valid_from": date(2020, 1, 1),
            "items": [an_entry("plan"), an_entry("mandate")],
            "criteria": [an_entry("benefit"), an_entry("market")],
            "advisers": [
                an_entry("work_coach") | {"days": 14, "title": {"nl": "Werkcoach", "en": "Work coach"}},
                an_entry("client_council") | {"waits": False},
            ],
            "refusal_grounds": [an_entry("no_benefit"), an_entry("unfair_competition")],
            "revocation_grounds": [an_entry("no_benefit"), an_entry("conditions_broken")],
        }
        | changed
    )


def an_application(**changed: Any) -> Application:
    """An application for a year of sixteen hours a week, with the plan and without the mandate."""
    return Application.model_validate(
        {
            "cooperative": "werkplaats",
            "resident": {"bsn": "999990019", "name": "S. de Wit"},
            "signed_at": datetime(2026, 2, 20, 10, tzinfo=UTC),
            "activity": "Repairing bicycles",
            "plan": "Learning a trade.",
            "starts_on": date(2026, 6, 1),
            "ends_on": date(2027, 5, 31),
            "hours_a_week": 16,
            "items": [{"code": "plan", "title": "plan.pdf"}],
            "electronic": ["cooperative"],
        }
        | changed
    )


def an_application_received(received_on: date | None = None, **changed: Any) -> ApplicationReceived:
    """The application came in."""
    return ApplicationReceived(application=an_application(**changed), received_on=received_on)


def a_check(*missing: str) -> CompletenessChecked:
    """A completeness check that found these items missing."""
    return CompletenessChecked(missing=missing)


def a_proposal(*missing: str) -> SetAsideProposed:
    """What came does not suffice: these items are still missing."""
    return SetAsideProposed(missing=missing, reasoning="It is not signed.")


def a_supplement(
    *codes: str, received_on: date | None = None, request: int | None = None
) -> SupplementReceived:
    """A supplement with these items, or with the mandate."""
    items = [{"code": code, "title": f"{code}.pdf"} for code in codes or ("mandate",)]
    return SupplementReceived.model_validate({"items": items, "received_on": received_on, "request": request})


def a_review(recommendation: str = "grant", **changed: Any) -> ApplicationReviewed:
    """A review that finds every criterion of the policy met; to advise a refusal then departs from the policy."""
    findings = tuple(Finding(criterion=code, answer=Answer.MET, reason=WHY) for code in ("benefit", "market"))
    said = {"findings": findings, "recommendation": recommendation, "reasoning": WHY}
    departs = {"deviation": WHY} if recommendation == "refuse" else {}
    return ApplicationReviewed.model_validate(said | departs | changed)


def a_grant(valid_from: date, valid_until: date, hours_a_week: int = 16, **changed: Any) -> PermissionGranted:
    """A permission between these days."""
    return PermissionGranted.model_validate(
        {
            "valid_from": valid_from,
            "valid_until": valid_until,
            "hours_a_week": hours_a_week,
            "reasoning": WHY,
        }
        | changed
    )


def a_refusal(
    *grounds: str,
    view_waived: ViewWaiver | None = ViewWaiver.NOT_ON_HIS_FACTS,
    deviation: str | None = "The review did not know of it yet.",
) -> PermissionRefused:
    """A refusal on these grounds, for which nobody's view was needed, whatever the review found."""
    return PermissionRefused(
        grounds=grounds or ("no_benefit",),
        reasoning="There is no right to a benefit.",
        deviation=deviation,
        view_waived=view_waived,
    )


def a_suspension(
    until: date, ground: SuspensionGround = SuspensionGround.CONSENT, **changed: Any
) -> TermSuspended:
    """The decision term stands still until that day, with the applicant's written consent."""
    return TermSuspended.model_validate(
        {"ground": ground, "until": until, "document": "consent.pdf", "reasoning": WHY} | changed
    )


def a_report(period_from: date, period_until: date, hours: int = 300) -> ProgressReported:
    """A progress report on that period."""
    return ProgressReported(
        period_from=period_from,
        period_until=period_until,
        hours=hours,
        income_cents=125_50,
        activities="Bicycles",
        results="Well",
    )


def a_nil_report(period_from: date, period_until: date) -> ProgressReported:
    """Nothing was done in that period."""
    return ProgressReported(
        period_from=period_from,
        period_until=period_until,
        hours=0,
        income_cents=0,
        nothing_done_because="The workshop was closed.",
    )


def an_ending(
    ends_on: date,
    on_behalf_of: Literal[Party.RESIDENT, Party.COOPERATIVE] = Party.RESIDENT,
    message: str | None = "letter.pdf",
) -> ParticipationEnded:
    """The participation ends on that day."""
    return ParticipationEnded(
        on_behalf_of=on_behalf_of, ends_on=ends_on, message=message, reasoning="Found a job."
    )


def a_change(hours_a_week: int = 12, *conditions: str, **changed: Any) -> ConditionsChanged:
    """The participation goes on for these hours, on these conditions."""
    return ConditionsChanged.model_validate(
        {"hours_a_week": hours_a_week, "conditions": conditions, "reasoning": WHY} | changed
    )


def done(
    actor: Actor,
    act: Act,
    task: str | None = None,
    mandates: Sequence[Mandate] = MANDATES,
    standing_in: Sequence[Absence] = (),
) -> Performed:
    """Somebody did something, with the mandates that he holds for it and the absences for which he stands in."""
    held = [each for each in mandates if each.holder == actor.id] if needs_a_mandate(act) else []
    return Performed(actor=actor, act=act, task=task, mandates=tuple(held), standing_in=tuple(standing_in))


def an_empty_case(policy: Policy | None = None) -> Case:
    """A case to which nothing happened yet."""
    return Case(number="ZON-2026-0001", municipality=MUNICIPALITY, policy=policy or a_policy())


def a_case(*happened: tuple[date, Actor, Act], policy: Policy | None = None) -> Case:
    """A case to which these things happened, each at noon of its day, after an application on the first day."""
    first = happened[0][0] if happened else A_MONDAY
    if not happened or not isinstance(happened[0][2], ApplicationReceived | ObjectionReceived):
        happened = ((first, coop_a, an_application_received()), *happened)
    case = an_empty_case(policy)
    for on, actor, act in happened:
        case = case.after(an_act(case, on, actor, act))
    return case


def an_act(
    case: Case, on: date, actor: Actor, act: Act, task: str | None = None, key: str | None = None
) -> Entry:
    """The next act of a case, at noon of that day, in the matter in which it would be."""
    at = datetime.combine(on, time(12), NETHERLANDS)
    said = done(actor, act, task)
    fingerprint = said.fingerprinted() if key else None
    return Entry(
        **dict(said),
        version=case.version + 1,
        at=at,
        on=on,
        about=in_matter(case, act),
        key=key,
        fingerprint=fingerprint,
    )
