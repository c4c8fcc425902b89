"""Review and decision."""

from __future__ import annotations

from domain import acts
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why, hours, named, on_condition
from domain.policy import Policy
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
    return and_why(said, act.reasoning)


def _permission_granted(act: acts.PermissionGranted, _: Policy | None) -> Text:
    nl, en = day(act.valid_from, "nl"), day(act.valid_from, "en")
    said = Text(
        nl=f"Toestemming gegeven van {nl} tot en met {day(act.valid_until, 'nl')}, voor ten hoogste"
        f" {act.hours_a_week} uur per week.",
        en=f"Permission was granted from {en} up to {day(act.valid_until, 'en')}, for at most"
        f" {hours(act.hours_a_week)} a week.",
    )
    return and_why(on_condition(said, act.conditions), act.reasoning)


def _permission_refused(act: acts.PermissionRefused, policy: Policy | None) -> Text:
    grounds = named(act.grounds, policy.refusal_grounds if policy else ())
    said = Text(
        nl=f"Toestemming geweigerd. Grond: {grounds.nl}.",
        en=f"Permission was refused. Ground: {grounds.en}.",
    )
    return and_why(said, act.reasoning)


def _review_returned(act: acts.ReviewReturned, _: Policy | None) -> Text:
    return and_why(
        Text(nl="Terug om opnieuw te beoordelen.", en="Sent back to be reviewed again."), act.reason
    )


SENTENCES: Sentences = {
    acts.ApplicationReviewed: _application_reviewed,
    acts.PermissionGranted: _permission_granted,
    acts.PermissionRefused: _permission_refused,
    acts.ReviewReturned: _review_returned,
}
