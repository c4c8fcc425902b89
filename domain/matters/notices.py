"""What a cooperative is told by mail of a matter, without what is said in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import acts
from domain.acts import Party
from domain.case import Case
from domain.fact import Fact, Text
from domain.words import day


def _asked(_: Case, act: acts.QuestionAsked) -> tuple[Text, Text] | None:
    if act.of is not Party.COOPERATIVE:
        return None
    until = Text(nl="", en="")
    if act.until is not None:
        until = Text(
            nl=f" Wilt u uiterlijk {day(act.until, 'nl')} antwoorden?",
            en=f" Would you answer by {day(act.until, 'en')}?",
        )
    return (
        Text(nl="Wij hebben een vraag", en="We have a question"),
        Text(
            nl=f"Onze vraag staat in de zaak. Meld u aan om haar te lezen en te beantwoorden.{until.nl}",
            en=f"Our question is in the case. Sign in to read and to answer it.{until.en}",
        ),
    )


def _answered(case: Case, act: acts.QuestionAnswered) -> tuple[Text, Text] | None:
    asked = case.act(act.about, acts.QuestionAsked)
    if asked is None or asked.of is Party.COOPERATIVE:
        return None
    return (
        Text(nl="Uw vraag is beantwoord", en="Your question is answered"),
        Text(
            nl="Ons antwoord staat in de zaak. Meld u aan om het te lezen.",
            en="Our answer is in the case. Sign in to read it.",
        ),
    )


MESSAGES: dict[type[Fact], Callable[[Case, Any], tuple[Text, Text] | None]] = {
    acts.QuestionAsked: _asked,
    acts.QuestionAnswered: _answered,
}
