"""Other hours or conditions between two reassessments."""

from __future__ import annotations

from domain import acts
from domain.fact import Text
from domain.narration.permission import ENDED_BY
from domain.narration.phrases import Sentences, and_its_deviation, and_why, came_on, hours, on_condition
from domain.policy import Policy


def _requested(act: acts.AdjustmentRequested, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    return _as_it_is_to_be(
        act, Text(nl=f"Een aanpassing gevraagd{nl}", en=f"An adjustment was asked for{en}")
    )


def _proposed(act: acts.AdjustmentProposed, _: Policy | None) -> Text:
    return _as_it_is_to_be(act, Text(nl="Een aanpassing voorgesteld", en="An adjustment was proposed"))


def _adjusted(act: acts.ConditionsAdjusted, _: Policy | None) -> Text:
    said = Text(nl="De toestemming is aangepast", en="The permission was adjusted")
    return and_its_deviation(_as_it_is_to_be(act, said), act.deviation)


def _as_it_is_to_be(
    act: acts.AdjustmentRequested | acts.AdjustmentProposed | acts.ConditionsAdjusted, said: Text
) -> Text:
    to_be = Text(
        nl=f"{said.nl}: ten hoogste {act.hours_a_week} uur per week.",
        en=f"{said.en}: at most {hours(act.hours_a_week)} a week.",
    )
    return and_why(on_condition(to_be, act.conditions), act.reasoning)


def _refused(act: acts.AdjustmentRefused, _: Policy | None) -> Text:
    said = Text(nl="De gevraagde aanpassing is geweigerd.", en="The adjustment that was asked was refused.")
    return and_why(said, act.reasoning)


def _dropped(act: acts.AdjustmentDropped, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    said = Text(
        nl=f"De aanpassing met nummer {act.about} gaat niet door:{nl} teruggenomen voor het besluit.",
        en=f"The adjustment of number {act.about} is off: it was taken back{en} before the decision.",
    )
    return and_why(said, act.reason)


def _lapsed(act: acts.AdjustmentLapsed, _: Policy | None) -> Text:
    why = ENDED_BY[act.ended_by]
    return Text(
        nl=f"Het verzoek om aan te passen met nummer {act.about} is vervallen: {why.nl}.",
        en=f"The request to adjust of number {act.about} has lapsed: {why.en}.",
    )


SENTENCES: Sentences = {
    acts.AdjustmentRequested: _requested,
    acts.AdjustmentProposed: _proposed,
    acts.ConditionsAdjusted: _adjusted,
    acts.AdjustmentRefused: _refused,
    acts.AdjustmentDropped: _dropped,
    acts.AdjustmentLapsed: _lapsed,
}
