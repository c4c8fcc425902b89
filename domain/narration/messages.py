"""Questions and answers in the case."""

from __future__ import annotations

from collections.abc import Iterable

from domain import acts
from domain.acts import Party
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why, ended
from domain.policy import Policy
from domain.words import day


def _question_asked(act: acts.QuestionAsked, _: Policy | None) -> Text:
    nl, en = (
        ("de coöperatie", "the cooperative")
        if act.of is Party.COOPERATIVE
        else ("de gemeente", "the municipality")
    )
    until = Text(nl="", en="")
    if act.until is not None:
        until = Text(
            nl=f", graag antwoord uiterlijk {day(act.until, 'nl')}",
            en=f", an answer hoped for by {day(act.until, 'en')}",
        )
    items = _listed(enumerate(act.items, 1))
    return Text(
        nl=f"Vraag aan {nl}{until.nl}: {ended(items)}", en=f"Question to {en}{until.en}: {ended(items)}"
    )


def _question_answered(act: acts.QuestionAnswered, _: Policy | None) -> Text:
    answers = _listed((answer.item, answer.answer) for answer in act.answers)
    return Text(nl=f"Antwoord: {ended(answers)}", en=f"Answer: {ended(answers)}")


def _question_withdrawn(act: acts.QuestionWithdrawn, _: Policy | None) -> Text:
    return and_why(Text(nl="De vraag is niet meer nodig.", en="The question is withdrawn."), act.reason)


def _listed(items: Iterable[tuple[int, str]]) -> str:
    return " ".join(f"({number}) {said}" for number, said in items)


SENTENCES: Sentences = {
    acts.QuestionAsked: _question_asked,
    acts.QuestionAnswered: _question_answered,
    acts.QuestionWithdrawn: _question_withdrawn,
}
