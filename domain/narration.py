"""What happened in a case, in plain sentences, Dutch and English: as timelines tell it.

Who did it and when stands beside the sentence, so it says only what was done, and why.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import assert_never

from domain import acts
from domain.acts import Act, TaskAct
from domain.application import Item
from domain.case import Entry
from domain.fact import Text
from domain.policy import Entry as Listed
from domain.policy import Policy
from domain.words import Language, day, in_language

Intake = (
    acts.ApplicationReceived
    | acts.CompletenessChecked
    | acts.SupplementRequested
    | acts.SupplementReminded
    | acts.SupplementReceived
    | acts.SupplementLapsed
    | acts.ApplicationSetAside
    | acts.ApplicationTakenUp
    | acts.SetAsideLapsed
    | acts.ApplicationWithdrawn
)
Deciding = acts.ApplicationReviewed | acts.PermissionGranted | acts.PermissionRefused | acts.ReviewReturned
Reporting = acts.ReportRequested | acts.ReportReminded | acts.ReportEscalated | acts.ProgressReported
Reassessing = (
    acts.ParticipationContinued | acts.ConditionsChanged | acts.ParticipationEnded | acts.PermissionExpired
)

PARTIES = {
    acts.Party.RESIDENT: Text(nl="de inwoner", en="the resident"),
    acts.Party.COOPERATIVE: Text(nl="de coöperatie", en="the cooperative"),
    acts.Party.MUNICIPALITY: Text(nl="de gemeente", en="the municipality"),
}
ADVICE = {
    acts.Recommendation.GRANT: Text(nl="toestemming geven", en="grant the permission"),
    acts.Recommendation.REFUSE: Text(nl="weigeren", en="refuse it"),
}


def told(entry: Entry, language: Language, policy: Policy | None = None) -> str:
    """What happened, as people read it; with the policy given, its lists are called by their titles."""
    return in_language(narrated(entry.act, policy), language)


def narrated(act: Act, policy: Policy | None = None) -> Text:
    """What an act says, in both languages."""
    if isinstance(act, Intake):
        return _intake(act, policy)
    if isinstance(act, Deciding):
        return _deciding(act, policy)
    if isinstance(act, Reporting):
        return _reporting(act)
    if isinstance(act, Reassessing):
        return _reassessing(act)
    if isinstance(act, acts.NoteAdded):
        return Text(nl=f"Notitie: {_ended(act.text)}", en=f"Note: {_ended(act.text)}")
    return _about_a_task(act)


def _intake(act: Intake, policy: Policy | None) -> Text:  # noqa: C901, PLR0911 - a table of acts
    match act:
        case acts.ApplicationReceived():
            return _application(act)
        case acts.CompletenessChecked(missing=()):
            return _and_why(
                Text(nl="De aanvraag is compleet.", en="The application is complete."), act.explanation
            )
        case acts.CompletenessChecked():
            missing = _named(act.missing, policy.items if policy else ())
            said = Text(
                nl=f"De aanvraag is nog niet compleet. Er ontbreekt: {missing.nl}.",
                en=f"The application is not complete yet. Missing: {missing.en}.",
            )
            return _and_why(said, act.explanation)
        case acts.SupplementRequested():
            missing = _named(act.missing, policy.items if policy else ())
            return Text(
                nl=f"Om aanvulling gevraagd, uiterlijk {day(act.until, 'nl')}: {missing.nl}.",
                en=f"A supplement was asked for, by {day(act.until, 'en')}: {missing.en}.",
            )
        case acts.SupplementReminded():
            return Text(nl="Aan de aanvulling herinnerd.", en="A reminder of the supplement was sent.")
        case acts.SupplementReceived():
            titles = _titles(act.items)
            nl, en = _came_on(act.received_on)
            return Text(nl=f"Aanvulling ontvangen{nl}: {titles}.", en=f"A supplement came in{en}: {titles}.")
        case acts.SupplementLapsed():
            return Text(
                nl="De termijn voor de aanvulling is voorbij, en er kwam niets.",
                en="The period for the supplement passed, and nothing came.",
            )
        case acts.ApplicationSetAside():
            return _and_why(
                Text(nl="De aanvraag is buiten behandeling gesteld.", en="The application was set aside."),
                act.reasoning,
            )
        case acts.ApplicationTakenUp():
            said = Text(
                nl="De aanvraag wordt toch behandeld, al ontbreekt er iets.",
                en="The application is dealt with, although items are missing.",
            )
            return _and_why(said, act.reasoning)
        case acts.SetAsideLapsed():
            return Text(
                nl="De vier weken om de aanvraag buiten behandeling te stellen zijn voorbij: de gemeente beslist nu"
                " op de inhoud.",
                en="The four weeks to set the application aside have passed: the municipality now decides on its"
                " substance.",
            )
        case acts.ApplicationWithdrawn():
            return _and_why(
                Text(nl="De aanvraag is ingetrokken.", en="The application was withdrawn."), act.reason
            )
        case _:
            assert_never(act)


def _application(act: acts.ApplicationReceived) -> Text:
    asked, titles = act.application, _titles(act.application.items)
    nl, en = _came_on(act.received_on)
    return Text(
        nl=f"Aanvraag ontvangen{nl}: {asked.resident.name} wil bij {asked.cooperative} meedoen"
        f" ({asked.activity}), van {day(asked.starts_on, 'nl')} tot en met {day(asked.ends_on, 'nl')},"
        f" {asked.hours_a_week} uur per week. Meegestuurd: {titles or 'niets'}.",
        en=f"An application came in{en}: {asked.resident.name} wants to take part in {asked.cooperative}"
        f" ({asked.activity}), from {day(asked.starts_on, 'en')} up to {day(asked.ends_on, 'en')},"
        f" {_hours(asked.hours_a_week)} a week. With it came: {titles or 'nothing'}.",
    )


def _deciding(act: Deciding, policy: Policy | None) -> Text:
    match act:
        case acts.ApplicationReviewed():
            unmet = [finding.criterion for finding in act.findings if finding.answer is acts.Answer.NOT_MET]
            names, advice = _named(unmet, policy.criteria if policy else ()), ADVICE[act.recommendation]
            nl = f"Niet voldaan aan: {names.nl}." if unmet else "Geen enkel criterium staat in de weg."
            en = f"Not met: {names.en}." if unmet else "No criterion stands in the way."
            said = Text(
                nl=f"De aanvraag is beoordeeld. {nl} Advies: {advice.nl}.",
                en=f"The application was reviewed. {en} Advice: {advice.en}.",
            )
            return _and_why(said, act.reasoning)
        case acts.PermissionGranted():
            nl, en = day(act.valid_from, "nl"), day(act.valid_from, "en")
            said = Text(
                nl=f"Toestemming gegeven van {nl} tot en met {day(act.valid_until, 'nl')}, voor ten hoogste"
                f" {act.hours_a_week} uur per week.",
                en=f"Permission was granted from {en} up to {day(act.valid_until, 'en')}, for at most"
                f" {_hours(act.hours_a_week)} a week.",
            )
            return _and_why(_on_condition(said, act.conditions), act.reasoning)
        case acts.PermissionRefused():
            grounds = _named(act.grounds, policy.refusal_grounds if policy else ())
            said = Text(
                nl=f"Toestemming geweigerd. Grond: {grounds.nl}.",
                en=f"Permission was refused. Ground: {grounds.en}.",
            )
            return _and_why(said, act.reasoning)
        case acts.ReviewReturned():
            return _and_why(
                Text(nl="Terug om opnieuw te beoordelen.", en="Sent back to be reviewed again."), act.reason
            )
        case _:
            assert_never(act)


def _reporting(act: Reporting) -> Text:
    match act:
        case acts.ReportRequested():
            nl, en = day(act.reassessment_on, "nl"), day(act.reassessment_on, "en")
            return Text(
                nl=f"Om een voortgangsverslag gevraagd, voor de herbeoordeling van {nl}.",
                en=f"A progress report was asked for, for the reassessment of {en}.",
            )
        case acts.ReportReminded():
            return Text(nl="Aan het voortgangsverslag herinnerd.", en="A reminder of the report was sent.")
        case acts.ReportEscalated():
            return Text(
                nl="Er kwam geen voortgangsverslag: de klantmanager neemt het over.",
                en="No progress report came: the caseworker takes over.",
            )
        case acts.ProgressReported():
            return Text(
                nl=f"Voortgang gemeld over {day(act.period_from, 'nl')} tot en met {day(act.period_until, 'nl')}:"
                f" {act.hours} uur. {_ended(act.activities)} {_ended(act.results)}",
                en=f"Progress was reported over {day(act.period_from, 'en')} up to {day(act.period_until, 'en')}:"
                f" {_hours(act.hours)}. {_ended(act.activities)} {_ended(act.results)}",
            )
        case _:
            assert_never(act)


def _reassessing(act: Reassessing) -> Text:
    match act:
        case acts.ParticipationContinued():
            said = Text(nl="Herbeoordeeld: het gaat zo door.", en="Reassessed: it goes on as it is.")
            return _next_time(_and_why(said, act.reasoning), act.next_reassessment_on)
        case acts.ConditionsChanged():
            said = Text(
                nl=f"Herbeoordeeld: het gaat door op andere voorwaarden, voor ten hoogste {act.hours_a_week} uur"
                " per week.",
                en="Reassessed: it goes on, on other conditions, for at most"
                f" {_hours(act.hours_a_week)} a week.",
            )
            why = _and_why(_on_condition(said, act.conditions), act.reasoning)
            return _next_time(why, act.next_reassessment_on)
        case acts.ParticipationEnded():
            party = PARTIES[act.on_behalf_of]
            said = Text(
                nl=f"De deelname stopt na {day(act.ends_on, 'nl')}; dat wil {party.nl}.",
                en=f"The participation ends after {day(act.ends_on, 'en')}, as {party.en} wants.",
            )
            return _and_why(said, act.reasoning)
        case acts.PermissionExpired():
            return Text(nl="De toestemming is afgelopen.", en="The permission came to its end.")
        case _:
            assert_never(act)


def _about_a_task(act: TaskAct) -> Text:
    match act:
        case acts.TaskClaimed():
            return Text(nl="Heeft de taak op zich genomen.", en="Took the task.")
        case acts.TaskReleased():
            return Text(nl="Heeft de taak teruggegeven.", en="Gave the task back.")
        case acts.TaskAssigned():
            name = act.assignee_name
            return Text(nl=f"Heeft de taak aan {name} gegeven.", en=f"Gave the task to {name}.")
        case acts.TaskHeld():
            until = Text(nl=day(act.until, "nl"), en=day(act.until, "en"))
            said = Text(nl=f"De taak rust tot {until.nl}.", en=f"The task rests until {until.en}.")
            return _and_why(said, act.reason)
        case acts.TaskResumed():
            return Text(nl="Heeft de taak weer opgepakt.", en="Took the task up again.")
        case _:
            assert_never(act)


def _named(codes: Iterable[str], listed: tuple[Listed, ...]) -> Text:
    titles = {entry.code: entry.title for entry in listed}
    found = [titles.get(code, Text(nl=code, en=code)) for code in codes]
    return Text(nl="; ".join(title.nl for title in found), en="; ".join(title.en for title in found))


def _titles(items: tuple[Item, ...]) -> str:
    return "; ".join(item.title for item in items)


def _came_on(received_on: date | None) -> tuple[str, str]:
    if received_on is None:
        return "", ""
    return f" op {day(received_on, 'nl')}", f" on {day(received_on, 'en')}"


def _hours(hours: int) -> str:
    return f"{hours} hour{'s' if hours != 1 else ''}"


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def _and_why(said: Text, reasons: str | None) -> Text:
    return Text(nl=f"{said.nl} {_ended(reasons)}", en=f"{said.en} {_ended(reasons)}") if reasons else said


def _on_condition(said: Text, conditions: tuple[str, ...]) -> Text:
    if not conditions:
        return said
    listed = "; ".join(condition.rstrip(".") for condition in conditions)
    return Text(nl=f"{said.nl} Voorwaarden: {listed}.", en=f"{said.en} Conditions: {listed}.")


def _next_time(said: Text, on: date | None) -> Text:
    if on is None:
        return said
    return Text(
        nl=f"{said.nl} De volgende herbeoordeling is op {day(on, 'nl')}.",
        en=f"{said.en} The next reassessment is on {day(on, 'en')}.",
    )
