"""Review and decision."""

from __future__ import annotations

from domain import acts
from domain.fact import Text
from domain.narration.phrases import (
    Sentences,
    and_its_deviation,
    and_why,
    came_on,
    hours,
    on_condition,
    plain,
)
from domain.policy import Policy, named
from domain.words import day

ADVICE = {
    acts.Recommendation.GRANT: Text(nl="toestemming geven", en="grant the permission"),
    acts.Recommendation.REFUSE: Text(nl="weigeren", en="refuse it"),
}


def _application_reviewed(act: acts.ApplicationReviewed, policy: Policy | None) -> Text:
    unmet = [finding.criterion for finding in act.findings if finding.answer is acts.Answer.NOT_MET]
    names, advice = named(unmet, policy.criteria if policy else ()), ADVICE[act.recommendation]
    nl = f"Niet voldaan aan: {names.nl}." if unmet else "Geen enkel criterium staat in de weg."
    en = f"Not met: {names.en}." if unmet else "No criterion stands in the way."
    said = Text(
        nl=f"De aanvraag is beoordeeld. {nl} Advies: {advice.nl}.",
        en=f"The application was reviewed. {en} Advice: {advice.en}.",
    )
    return and_its_deviation(and_why(said, act.reasoning), act.deviation)


def _permission_granted(act: acts.PermissionGranted, policy: Policy | None) -> Text:
    nl, en = day(act.valid_from, "nl"), day(act.valid_from, "en")
    is_trial = act.form is acts.Form.TRIAL
    said = Text(
        nl=f"Toestemming{' op proef' if is_trial else ''} gegeven van {nl} tot en met"
        f" {day(act.valid_until, 'nl')}, voor ten hoogste {act.hours_a_week} uur per week.",
        en=f"Permission{' on trial' if is_trial else ''} was granted from {en} up to and including"
        f" {day(act.valid_until, 'en')}, for at most {hours(act.hours_a_week)} a week.",
    )
    reasons = named(act.reasons, policy.grant_reasons if policy else ())
    if act.reasons:
        said = Text(nl=f"{said.nl} Redenen: {reasons.nl}.", en=f"{said.en} Reasons: {reasons.en}.")
    return and_its_deviation(and_why(on_condition(said, act.conditions), act.reasoning), act.deviation)


def _view_invited(act: acts.ViewInvited, _: Policy | None) -> Text:
    said = Text(nl="Om een zienswijze gevraagd.", en="The applicant's view was invited.")
    if act.until is not None:
        said = Text(
            nl=f"Om een zienswijze gevraagd, uiterlijk {day(act.until, 'nl')}.",
            en=f"The applicant's view was invited, by {day(act.until, 'en')}.",
        )
    return and_why(said, act.intention)


def _view_received(act: acts.ViewReceived, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    return and_why(Text(nl=f"Zienswijze ontvangen{nl}.", en=f"A view came in{en}."), act.view)


def _permission_refused(act: acts.PermissionRefused, policy: Policy | None) -> Text:
    grounds = named(act.grounds, policy.refusal_grounds if policy else ())
    said = Text(
        nl=f"Toestemming geweigerd. Grond: {grounds.nl}.",
        en=f"Permission was refused. Ground: {grounds.en}.",
    )
    return and_its_deviation(and_why(said, act.reasoning), act.deviation)


def _review_returned(act: acts.ReviewReturned, _: Policy | None) -> Text:
    return and_why(
        Text(nl="Terug om opnieuw te beoordelen.", en="Sent back to be reviewed again."), act.reason
    )


FORMS = {
    acts.Form.FULL: Text(nl="Volledige toestemming", en="Full permission"),
    acts.Form.TRIAL: Text(nl="Toestemming op proef", en="Permission on trial"),
}

SENTENCES: Sentences = {
    acts.ViewInvited: _view_invited,
    acts.ViewReceived: _view_received,
    acts.ViewLapsed: plain(
        "De termijn voor een zienswijze is voorbij, en er kwam niets.",
        "The period for a view passed, and nothing came.",
    ),
    acts.ApplicationReviewed: _application_reviewed,
    acts.PermissionGranted: _permission_granted,
    acts.PermissionRefused: _permission_refused,
    acts.ReviewReturned: _review_returned,
}
