"""From permission to its end."""

from __future__ import annotations

from domain import acts
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why, ended, hours, next_time, on_condition, plain
from domain.policy import Policy
from domain.words import day

PARTIES = {
    acts.Party.RESIDENT: Text(nl="de inwoner", en="the resident"),
    acts.Party.COOPERATIVE: Text(nl="de coöperatie", en="the cooperative"),
    acts.Party.MUNICIPALITY: Text(nl="de gemeente", en="the municipality"),
}


def _report_requested(act: acts.ReportRequested, _: Policy | None) -> Text:
    nl, en = day(act.reassessment_on, "nl"), day(act.reassessment_on, "en")
    return Text(
        nl=f"Om een voortgangsverslag gevraagd, voor de herbeoordeling van {nl}.",
        en=f"A progress report was asked for, for the reassessment of {en}.",
    )


def _progress_reported(act: acts.ProgressReported, _: Policy | None) -> Text:
    return Text(
        nl=f"Voortgang gemeld over {day(act.period_from, 'nl')} tot en met {day(act.period_until, 'nl')}:"
        f" {act.hours} uur. {ended(act.activities)} {ended(act.results)}",
        en=f"Progress was reported over {day(act.period_from, 'en')} up to {day(act.period_until, 'en')}:"
        f" {hours(act.hours)}. {ended(act.activities)} {ended(act.results)}",
    )


def _participation_continued(act: acts.ParticipationContinued, _: Policy | None) -> Text:
    said = Text(nl="Herbeoordeeld: het gaat zo door.", en="Reassessed: it goes on as it is.")
    return next_time(and_why(said, act.reasoning), act.next_reassessment_on)


def _conditions_changed(act: acts.ConditionsChanged, _: Policy | None) -> Text:
    said = Text(
        nl=f"Herbeoordeeld: het gaat door op andere voorwaarden, voor ten hoogste {act.hours_a_week} uur"
        " per week.",
        en=f"Reassessed: it goes on, on other conditions, for at most {hours(act.hours_a_week)} a week.",
    )
    why = and_why(on_condition(said, act.conditions), act.reasoning)
    return next_time(why, act.next_reassessment_on)


def _participation_ended(act: acts.ParticipationEnded, _: Policy | None) -> Text:
    party = PARTIES[act.on_behalf_of]
    said = Text(
        nl=f"De deelname stopt na {day(act.ends_on, 'nl')}; dat wil {party.nl}.",
        en=f"The participation ends after {day(act.ends_on, 'en')}, as {party.en} wants.",
    )
    return and_why(said, act.reasoning)


SENTENCES: Sentences = {
    acts.ReportRequested: _report_requested,
    acts.ReportReminded: plain("Aan het voortgangsverslag herinnerd.", "A reminder of the report was sent."),
    acts.ReportEscalated: plain(
        "Er kwam geen voortgangsverslag: de klantmanager neemt het over.",
        "No progress report came: the caseworker takes over.",
    ),
    acts.ProgressReported: _progress_reported,
    acts.ParticipationContinued: _participation_continued,
    acts.ConditionsChanged: _conditions_changed,
    acts.ParticipationEnded: _participation_ended,
    acts.PermissionExpired: plain("De toestemming is afgelopen.", "The permission came to its end."),
}
