"""From permission to its end."""

from __future__ import annotations

from domain import acts
from domain.fact import Text
from domain.money import euros
from domain.narration.phrases import (
    Sentences,
    and_its_deviation,
    and_its_enclosures,
    and_why,
    came_on,
    hours,
    next_time,
    on_condition,
    plain,
)
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


def _interim_report_requested(act: acts.InterimReportRequested, _: Policy | None) -> Text:
    return Text(
        nl=f"Om een tussentijds verslag gevraagd over {day(act.period_from, 'nl')}"
        f" tot en met {day(act.period_until, 'nl')}.",
        en=f"A report in between was asked for, over {day(act.period_from, 'en')}"
        f" up to and including {day(act.period_until, 'en')}.",
    )


def _progress_reported(act: acts.ProgressReported, _: Policy | None) -> Text:
    nl = f"Voortgang gemeld over {day(act.period_from, 'nl')} tot en met {day(act.period_until, 'nl')}"
    en = f"Progress was reported over {day(act.period_from, 'en')} up to and including {day(act.period_until, 'en')}"
    if act.nothing_done_because:
        said = Text(nl=f"{nl}: er is niets gedaan.", en=f"{en}: nothing was done.")
        return and_its_enclosures(and_why(said, act.nothing_done_because), act.enclosures)
    earned = euros(act.income_cents)
    said = Text(
        nl=f"{nl}: {act.hours} uur, {earned.nl} verdiend.",
        en=f"{en}: {hours(act.hours)}, {earned.en} earned.",
    )
    return and_its_enclosures(and_why(and_why(said, act.activities), act.results), act.enclosures)


def _resident_reacted(act: acts.ResidentReacted, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    if act.reaction is None:
        said = Text(nl=f"De inwoner wil niet reageren{nl}.", en=f"The resident does not want to react{en}.")
        return and_why(said, act.declined_because)
    return and_why(Text(nl=f"Reactie van de inwoner{nl}.", en=f"The resident reacted{en}."), act.reaction)


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
    return next_time(and_its_deviation(why, act.deviation), act.next_reassessment_on)


def _participation_ended(act: acts.ParticipationEnded, _: Policy | None) -> Text:
    party, (nl, en) = PARTIES[act.on_behalf_of], came_on(act.received_on)
    if act.received_on:
        nl, en = f"; dat kwam{nl} binnen", f"; that came{en}"
    said = Text(
        nl=f"De deelname stopt na {day(act.ends_on, 'nl')}, zoals {party.nl} wil{nl}.",
        en=f"The participation ends after {day(act.ends_on, 'en')}, as {party.en} wants{en}.",
    )
    if elsewhere := act.transferred_to_name or act.transferred_to:
        said = Text(
            nl=f"{said.nl} De inwoner gaat verder bij {elsewhere}.",
            en=f"{said.en} The resident goes on at {elsewhere}.",
        )
    return and_why(said, act.reasoning)


def _goes_on(act: acts.EndingWithdrawn, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    said = Text(
        nl=f"De beëindiging is{nl} teruggenomen: de deelname gaat door.",
        en=f"The ending was taken back{en}: the participation goes on.",
    )
    return and_why(said, act.reason)


def _end_announced(act: acts.EndAnnounced, _: Policy | None) -> Text:
    return Text(
        nl=f"Verteld dat de toestemming eindigt na {day(act.ends_on, 'nl')}, en hoe het verder kan.",
        en=f"It was told that the permission ends after {day(act.ends_on, 'en')}, and how to go on.",
    )


SENTENCES: Sentences = {
    acts.ReportRequested: _report_requested,
    acts.ReportReminded: plain("Aan het voortgangsverslag herinnerd.", "A reminder of the report was sent."),
    acts.ReportEscalated: plain(
        "Er kwam geen voortgangsverslag: de klantmanager neemt het over.",
        "No progress report came: the caseworker takes over.",
    ),
    acts.InterimReportRequested: _interim_report_requested,
    acts.InterimReportReminded: plain(
        "Aan het tussentijdse verslag herinnerd.", "A reminder of the report in between was sent."
    ),
    acts.InterimReportEscalated: plain(
        "Er kwam geen tussentijds verslag: de klantmanager kijkt wat er is.",
        "No report in between came: the caseworker looks what is the matter.",
    ),
    acts.ProgressReported: _progress_reported,
    acts.ResidentReacted: _resident_reacted,
    acts.ReactionLapsed: plain(
        "De inwoner heeft niet gereageerd: de herbeoordeling gaat zonder zijn reactie verder.",
        "The resident did not react: the reassessment goes on without it.",
    ),
    acts.ParticipationContinued: _participation_continued,
    acts.ConditionsChanged: _conditions_changed,
    acts.ParticipationEnded: _participation_ended,
    acts.EndingWithdrawn: _goes_on,
    acts.ParticipationStopped: plain("De deelname is voorbij.", "The participation is over."),
    acts.EndAnnounced: _end_announced,
    acts.PermissionExpired: plain("De toestemming is afgelopen.", "The permission came to its end."),
}
