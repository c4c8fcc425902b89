"""What changes or goes wrong during a participation."""

from __future__ import annotations

from domain import acts
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why, came_on
from domain.policy import Policy
from domain.words import day

SEVERITIES = {
    acts.Severity.MINOR: Text(nl="licht", en="minor"),
    acts.Severity.SERIOUS: Text(nl="ernstig", en="serious"),
    acts.Severity.GRAVE: Text(nl="zeer ernstig", en="grave"),
}
CONCLUSIONS = {
    acts.Conclusion.NOTHING: Text(nl="er verandert niets", en="nothing changes"),
    acts.Conclusion.AT_THE_REASSESSMENT: Text(
        nl="het telt mee bij de herbeoordeling", en="it is weighed at the reassessment"
    ),
    acts.Conclusion.PASSED_ON: Text(
        nl="het is doorgegeven aan wie over de uitkering gaat",
        en="it was passed on to who handles the benefit",
    ),
    acts.Conclusion.MEASURE: Text(nl="er volgt een maatregel", en="a measure follows"),
}


def _change(act: acts.ChangeReported, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    said = Text(
        nl=f"Een wijziging gemeld{nl}, sinds {day(act.since, 'nl')}.",
        en=f"A change was reported{en}, since {day(act.since, 'en')}.",
    )
    return and_why(said, act.change)


def _incident(act: acts.IncidentReported, _: Policy | None) -> Text:
    (nl, en), severity = came_on(act.received_on), SEVERITIES[act.severity]
    said = Text(
        nl=f"Een incident gemeld{nl}, van {day(act.happened_on, 'nl')} ({severity.nl}).",
        en=f"An incident was reported{en}, of {day(act.happened_on, 'en')} ({severity.en}).",
    )
    return and_why(said, act.incident)


def _assessed(act: acts.ChangeAssessed, _: Policy | None) -> Text:
    conclusion = CONCLUSIONS[act.conclusion]
    said = Text(
        nl=f"De melding met nummer {act.about} is bekeken: {conclusion.nl}.",
        en=f"What was reported as number {act.about} was looked at: {conclusion.en}.",
    )
    return and_why(said, act.reasoning)


SENTENCES: Sentences = {
    acts.ChangeReported: _change,
    acts.IncidentReported: _incident,
    acts.ChangeAssessed: _assessed,
}
