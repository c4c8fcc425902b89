"""What moved the decision term."""

from __future__ import annotations

from domain import acts
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why, plain
from domain.policy import Policy
from domain.terms.application import GROUNDS
from domain.words import day


def _term_suspended(act: acts.TermSuspended, _: Policy | None) -> Text:
    why, _article = GROUNDS[act.ground]
    nl, en = day(act.until, "nl"), day(act.until, "en")
    said = Text(
        nl=f"De beslistermijn staat stil, {why.nl}, uiterlijk tot {nl}.",
        en=f"The decision term stands still, {why.en}, until {en} at the latest.",
    )
    return and_why(said, act.reasoning)


def _suspension_ended(act: acts.SuspensionEnded, _: Policy | None) -> Text:
    """Not that the term runs: it may stand still for something else too. Awb 4:15(4)."""
    said = Text(
        nl="Een opschorting van de beslistermijn is voorbij.", en="A suspension of the decision term is over."
    )
    if act.ended_on is not None:
        said = Text(
            nl=f"Een opschorting van de beslistermijn is voorbij sinds {day(act.ended_on, 'nl')}.",
            en=f"A suspension of the decision term is over since {day(act.ended_on, 'en')}.",
        )
    return and_why(said, act.reason)


def _decision_adjourned(act: acts.DecisionAdjourned, policy: Policy | None) -> Text:
    said = Text(
        nl=f"Het besluit is verdaagd, tot uiterlijk {day(act.until, 'nl')}.",
        en=f"The decision was adjourned, until {day(act.until, 'en')} at the latest.",
    )
    if policy and not policy.periods.adjournment_weeks:
        said = Text(
            nl=f"Meegedeeld dat het besluit uiterlijk {day(act.until, 'nl')} komt. De beslistermijn verandert niet.",
            en=f"It was told that the decision comes by {day(act.until, 'en')}. The term to decide does not change.",
        )
    return and_why(said, act.reasoning)


def _period_extended(act: acts.PeriodExtended, _: Policy | None) -> Text:
    said = Text(
        nl=f"Meer tijd gegeven om te sturen wat gevraagd is, tot en met {day(act.until, 'nl')}.",
        en=f"More time was given to send what was asked for, up to and including {day(act.until, 'en')}.",
    )
    return and_why(said, act.reasoning)


SENTENCES: Sentences = {
    acts.TermSuspended: _term_suspended,
    acts.SuspensionEnded: _suspension_ended,
    acts.SuspensionLapsed: plain(
        "De dag kwam tot waarop de beslistermijn was opgeschort.",
        "The day came until which the decision term was suspended.",
    ),
    acts.DecisionAdjourned: _decision_adjourned,
    acts.PeriodExtended: _period_extended,
}
