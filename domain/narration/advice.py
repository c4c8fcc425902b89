"""Advice of another party."""

from __future__ import annotations

from domain import acts
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why, came_on, plain
from domain.policy import Policy, named
from domain.words import day


def _advice_requested(act: acts.AdviceRequested, policy: Policy | None) -> Text:
    who = named([act.adviser], policy.advisers if policy else ())
    until = Text(nl="", en="")
    if act.until is not None:
        until = Text(nl=f", uiterlijk {day(act.until, 'nl')}", en=f", by {day(act.until, 'en')}")
    said = Text(nl=f"Advies gevraagd aan {who.nl}{until.nl}.", en=f"Advice requested of {who.en}{until.en}.")
    return and_why(said, act.question)


def _advice_received(act: acts.AdviceReceived, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    return and_why(Text(nl=f"Het advies kwam binnen{nl}.", en=f"The advice came in{en}."), act.advice)


def _advice_forgone(act: acts.AdviceForgone, _: Policy | None) -> Text:
    return and_why(Text(nl="Het advies is niet meer nodig.", en="The advice is needed no more."), act.reason)


SENTENCES: Sentences = {
    acts.AdviceRequested: _advice_requested,
    acts.AdviceReceived: _advice_received,
    acts.AdviceLapsed: plain(
        "De termijn voor het advies is voorbij, en het kwam niet.",
        "The term for the advice passed, and it did not come.",
    ),
    acts.AdviceForgone: _advice_forgone,
}
