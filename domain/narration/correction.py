"""A decision that was corrected, or is taken again."""

from __future__ import annotations

from domain import acts
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why, ended
from domain.policy import Policy
from domain.words import day


def _corrected(act: acts.DecisionCorrected, _: Policy | None) -> Text:
    return Text(
        nl=f"Een vergissing in het besluit is hersteld. Er stond: {ended(act.wrong)} Het is: {ended(act.right)}",
        en=f"A slip in the decision was put right. It said: {ended(act.wrong)} It is: {ended(act.right)}",
    )


def _reversed(act: acts.DecisionReversed, _: Policy | None) -> Text:
    said = Text(
        nl=f"Het besluit wordt opnieuw genomen, uiterlijk {day(act.decide_by, 'nl')}.",
        en=f"The decision is taken again, by {day(act.decide_by, 'en')}.",
    )
    return and_why(said, act.reasoning)


SENTENCES: Sentences = {acts.DecisionCorrected: _corrected, acts.DecisionReversed: _reversed}
