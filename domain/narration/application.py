"""From application to complete application."""

from __future__ import annotations

from domain import acts
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why, came_on, ended, hours, plain, titles
from domain.policy import Policy, named
from domain.words import day


def _application_received(act: acts.ApplicationReceived, _: Policy | None) -> Text:
    asked, came = act.application, titles(act.application.items)
    nl, en = came_on(act.received_on)
    return Text(
        nl=f"Aanvraag ontvangen{nl}: {asked.resident.name} wil meedoen"
        f" ({asked.activity}), van {day(asked.starts_on, 'nl')} tot en met {day(asked.ends_on, 'nl')},"
        f" {asked.hours_a_week} uur per week. Meegestuurd: {ended(came or 'niets')}",
        en=f"An application came in{en}: {asked.resident.name} wants to take part"
        f" ({asked.activity}), from {day(asked.starts_on, 'en')} up to and including {day(asked.ends_on, 'en')},"
        f" {hours(asked.hours_a_week)} a week. With it came: {ended(came or 'nothing')}",
    )


def _completeness_checked(act: acts.CompletenessChecked, policy: Policy | None) -> Text:
    if not act.missing:
        return and_why(
            Text(nl="De aanvraag is compleet.", en="The application is complete."), act.explanation
        )
    missing = named(act.missing, policy.items if policy else ())
    said = Text(
        nl=f"De aanvraag is nog niet compleet. Er ontbreekt: {missing.nl}.",
        en=f"The application is not complete yet. Missing: {missing.en}.",
    )
    return and_why(said, act.explanation)


def _supplement_requested(act: acts.SupplementRequested, policy: Policy | None) -> Text:
    missing = named(act.missing, policy.items if policy else ())
    return Text(
        nl=f"Om aanvulling gevraagd, uiterlijk {day(act.until, 'nl')}: {missing.nl}.",
        en=f"A supplement was asked for, by {day(act.until, 'en')}: {missing.en}.",
    )


def _supplement_received(act: acts.SupplementReceived, _: Policy | None) -> Text:
    came = titles(act.items)
    nl, en = came_on(act.received_on)
    return Text(nl=f"Aanvulling ontvangen{nl}: {ended(came)}", en=f"A supplement came in{en}: {ended(came)}")


def _set_aside_proposed(act: acts.SetAsideProposed, policy: Policy | None) -> Text:
    missing = named(act.missing, policy.items if policy else ())
    said = Text(
        nl=f"Wat kwam is niet genoeg. Er ontbreekt nog: {missing.nl}. Voorgesteld is de aanvraag buiten"
        " behandeling te stellen.",
        en=f"What came does not suffice. Still missing: {missing.en}. Setting the application aside was"
        " proposed.",
    )
    return and_why(said, act.reasoning)


def _application_set_aside(act: acts.ApplicationSetAside, _: Policy | None) -> Text:
    return and_why(
        Text(nl="De aanvraag is buiten behandeling gesteld.", en="The application was set aside."),
        act.reasoning,
    )


def _application_taken_up(act: acts.ApplicationTakenUp, _: Policy | None) -> Text:
    said = Text(
        nl="Wat er is gevraagd wordt toch behandeld, al ontbreekt er iets.",
        en="What was asked is dealt with, although items are missing.",
    )
    return and_why(said, act.reasoning)


def _request_set_aside(act: acts.RequestSetAside, _: Policy | None) -> Text:
    said = Text(nl="Het verzoek is buiten behandeling gesteld.", en="The request was set aside.")
    return and_why(said, act.reasoning)


def _application_withdrawn(act: acts.ApplicationWithdrawn, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    said = Text(nl=f"De aanvraag is{nl} ingetrokken.", en=f"The application was withdrawn{en}.")
    return and_why(said, act.reason)


SENTENCES: Sentences = {
    acts.ApplicationReceived: _application_received,
    acts.CompletenessChecked: _completeness_checked,
    acts.SupplementRequested: _supplement_requested,
    acts.SupplementReminded: plain("Aan de aanvulling herinnerd.", "A reminder of the supplement was sent."),
    acts.SupplementReceived: _supplement_received,
    acts.SupplementLapsed: plain(
        "De termijn voor de aanvulling is voorbij, en er kwam niets.",
        "The period for the supplement passed, and nothing came.",
    ),
    acts.SetAsideProposed: _set_aside_proposed,
    acts.CheckReopened: plain(
        "De aanvulling bleek op tijd binnengekomen, en wordt eerst bekeken.",
        "The supplement turned out to have come in time, and is looked at first.",
    ),
    acts.ApplicationSetAside: _application_set_aside,
    acts.RequestSetAside: _request_set_aside,
    acts.ApplicationTakenUp: _application_taken_up,
    acts.SetAsideLapsed: plain(
        "De vier weken om buiten behandeling te stellen zijn voorbij: de gemeente beslist nu op de inhoud.",
        "The four weeks to set aside have passed: the municipality now decides on the substance.",
    ),
    acts.ApplicationWithdrawn: _application_withdrawn,
}
