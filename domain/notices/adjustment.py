"""Other hours or conditions between two reassessments."""

from __future__ import annotations

from domain import acts, terms
from domain.case import Case, Status
from domain.fact import Text
from domain.notices.phrases import Messages, decides_by, plain


def _asked(case: Case, act: acts.AdjustmentRequested) -> tuple[Text, Text]:
    asked = next(e for e in reversed(case.entries) if e.act is act)
    when = decides_by(case, terms.adjustment_of(asked)(case).due_on)
    return (
        Text(nl="Uw verzoek om aan te passen is binnen", en="Your request to adjust has come in"),
        Text(
            nl=f"Wij hebben uw verzoek ontvangen. {when.nl}",
            en=f"We received your request. {when.en}",
        ),
    )


def _dropped(case: Case, _: acts.AdjustmentDropped) -> tuple[Text, Text]:
    """After the last day too, when no terms are left."""
    stays = case.status is not Status.EXPIRED
    return (
        Text(nl="De aanpassing gaat niet door", en="The adjustment does not go on"),
        Text(
            nl="Er wordt niet over beslist: de afspraken over de deelname blijven zoals ze zijn."
            if stays
            else "Er wordt niet meer over beslist.",
            en="Nothing is decided on it: the terms of the participation stay as they are."
            if stays
            else "Nothing is decided on it any more.",
        ),
    )


MESSAGES: Messages = {
    acts.AdjustmentRequested: _asked,
    acts.ConditionsAdjusted: plain(
        "De afspraken over de deelname veranderen",
        "The terms of the participation change",
        "De deelname gaat door voor andere uren of op andere voorwaarden. Welke dat zijn, staat in de brief.",
        "The participation goes on for other hours or on other conditions. The letter says which.",
    ),
    acts.AdjustmentRefused: plain(
        "De afspraken over de deelname veranderen niet",
        "The terms of the participation do not change",
        "Wij passen de toestemming niet aan. De redenen staan in de brief.",
        "We do not adjust the permission. The letter has the reasons.",
    ),
    acts.AdjustmentLapsed: plain(
        "Uw verzoek om aan te passen is vervallen",
        "Your request to adjust has lapsed",
        "Wij beslissen er niet meer over: er is geen toestemming meer om aan te passen. Waarom staat in de brief.",
        "We decide on it no more: there is no permission left to adjust. The letter says why.",
    ),
    acts.AdjustmentDropped: _dropped,
}
