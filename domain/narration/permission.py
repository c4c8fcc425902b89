"""What becomes of a permission while somebody takes part."""

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
    acts.RenewalAdvice.RENEW: Text(nl="verlengen", en="renew it"),
    acts.RenewalAdvice.REFUSE: Text(nl="niet verlengen", en="do not renew it"),
}


AT_THE_END_OF_A_TRIAL = {
    acts.TrialAdvice.MAKE_FULL: Text(nl="volledig maken", en="make it full"),
    acts.TrialAdvice.LET_END: Text(nl="laten aflopen", en="let it end"),
}


ENDED_BY = {
    acts.EndedBy.PERMISSION_REFUSED: Text(nl="de toestemming is geweigerd", en="the permission was refused"),
    acts.EndedBy.PERMISSION_REVOKED: Text(
        nl="de toestemming is ingetrokken", en="the permission was revoked"
    ),
    acts.EndedBy.PARTICIPATION_ENDED: Text(nl="de deelname stopt", en="the participation ends"),
}


def _suspended(act: acts.PermissionSuspended, _: Policy | None) -> Text:
    first, last = act.suspended_from, act.suspended_until
    said = Text(
        nl=f"De toestemming is opgeschort van {day(first, 'nl')} tot en met {day(last, 'nl')}.",
        en=f"The permission was suspended from {day(first, 'en')} up to and including {day(last, 'en')}.",
    )
    return and_why(said, act.reasoning)


def _reinstated(act: acts.PermissionReinstated, _: Policy | None) -> Text:
    said = Text(
        nl=f"De opschorting eindigt: de toestemming geldt weer vanaf {day(act.holds_from, 'nl')}.",
        en=f"The suspension was lifted: the permission holds again from {day(act.holds_from, 'en')}.",
    )
    return and_why(said, act.reasoning)


def _standstill_proposed(act: acts.StandstillProposed, _: Policy | None) -> Text:
    said = Text(
        nl="Voorgesteld om de toestemming op te schorten.", en="It was proposed to suspend the permission."
    )
    return and_why(said, act.reasoning)


def _standstill_dropped(act: acts.StandstillDropped, _: Policy | None) -> Text:
    said = Text(nl="De toestemming wordt niet opgeschort.", en="The permission is not suspended.")
    return and_why(said, act.reasoning)


def _proposed(act: acts.RevocationProposed, policy: Policy | None) -> Text:
    grounds = named(act.grounds, policy.revocation_grounds if policy else ())
    said = Text(
        nl=f"Voorgesteld om de toestemming in te trekken. Grond: {grounds.nl}.",
        en=f"It was proposed to revoke the permission. Ground: {grounds.en}.",
    )
    return and_why(said, act.reasoning)


def _revoked(act: acts.PermissionRevoked, policy: Policy | None) -> Text:
    grounds = named(act.grounds, policy.revocation_grounds if policy else ())
    said = Text(
        nl=f"De toestemming is ingetrokken vanaf {day(act.revoked_from, 'nl')}. Grond: {grounds.nl}.",
        en=f"The permission was revoked from {day(act.revoked_from, 'en')}. Ground: {grounds.en}.",
    )
    return and_why(said, act.reasoning)


def _dropped(act: acts.RevocationDropped, _: Policy | None) -> Text:
    return and_why(
        Text(nl="De toestemming wordt niet ingetrokken.", en="The permission is not revoked."), act.reasoning
    )


def _evaluated(act: acts.TrialEvaluated, _: Policy | None) -> Text:
    advice = AT_THE_END_OF_A_TRIAL[act.recommendation]
    said = Text(
        nl=f"De proef is geëvalueerd. Advies: {advice.nl}.",
        en=f"The trial was evaluated. Advice: {advice.en}.",
    )
    return and_why(said, act.reasoning)


def _left_to_end(act: acts.TrialLeftToEnd, _: Policy | None) -> Text:
    said = Text(nl="De proef loopt af op haar laatste dag.", en="The trial is left to end on its last day.")
    return and_why(said, act.reasoning)


def _extended(act: acts.PermissionExtendedToFull, _: Policy | None) -> Text:
    said = Text(
        nl=f"De proef is geslaagd: volledige toestemming tot en met {day(act.valid_until, 'nl')}, voor ten"
        f" hoogste {act.hours_a_week} uur per week.",
        en=f"The trial went well: full permission up to and including {day(act.valid_until, 'en')}, for at most"
        f" {hours(act.hours_a_week)} a week.",
    )
    return and_its_deviation(and_why(on_condition(said, act.conditions), act.reasoning), act.deviation)


def _asked(act: acts.RenewalRequested, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    said = Text(
        nl=f"Verlenging gevraagd{nl}, tot en met {day(act.valid_until, 'nl')}.",
        en=f"A renewal was asked for{en}, up to and including {day(act.valid_until, 'en')}.",
    )
    return and_why(said, act.reasoning)


def _withdrawn(act: acts.RenewalWithdrawn, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    said = Text(
        nl=f"Het verzoek om te verlengen is{nl} ingetrokken.", en=f"The request to renew was withdrawn{en}."
    )
    return and_why(said, act.reason) if act.reason else said


def _lapsed(act: acts.RenewalLapsed, _: Policy | None) -> Text:
    why = ENDED_BY[act.ended_by]
    return Text(
        nl=f"Het verzoek om te verlengen is vervallen: {why.nl}.",
        en=f"The request to renew has lapsed: {why.en}.",
    )


def _advised(act: acts.RenewalAdvised, _: Policy | None) -> Text:
    advice = ADVICE[act.recommendation]
    said = Text(
        nl=f"De verlenging is bekeken. Advies: {advice.nl}.",
        en=f"The renewal was looked at. Advice: {advice.en}.",
    )
    return and_why(said, act.reasoning)


def _renewed(act: acts.PermissionRenewed, _: Policy | None) -> Text:
    said = Text(
        nl=f"De toestemming is verlengd tot en met {day(act.valid_until, 'nl')}.",
        en=f"The permission was renewed up to and including {day(act.valid_until, 'en')}.",
    )
    return and_its_deviation(and_why(said, act.reasoning), act.deviation)


def _refused(act: acts.RenewalRefused, policy: Policy | None) -> Text:
    grounds = named(act.grounds, policy.refusal_grounds if policy else ())
    said = Text(
        nl=f"Verlenging geweigerd. Grond: {grounds.nl}.", en=f"The renewal was refused. Ground: {grounds.en}."
    )
    return and_why(said, act.reasoning)


SENTENCES: Sentences = {
    acts.PermissionSuspended: _suspended,
    acts.PermissionReinstated: _reinstated,
    acts.PermissionResumed: plain(
        "De opschorting is afgelopen: de toestemming geldt weer.",
        "The suspension is over: the permission holds again.",
    ),
    acts.StandstillProposed: _standstill_proposed,
    acts.StandstillDropped: _standstill_dropped,
    acts.RevocationProposed: _proposed,
    acts.PermissionRevoked: _revoked,
    acts.RevocationDropped: _dropped,
    acts.TrialEvaluated: _evaluated,
    acts.TrialLeftToEnd: _left_to_end,
    acts.PermissionExtendedToFull: _extended,
    acts.RenewalRequested: _asked,
    acts.RenewalWithdrawn: _withdrawn,
    acts.RenewalLapsed: _lapsed,
    acts.RenewalAdvised: _advised,
    acts.PermissionRenewed: _renewed,
    acts.RenewalRefused: _refused,
}
