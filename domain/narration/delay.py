"""An appeal to the court since no decision came in time."""

from __future__ import annotations

from domain import acts
from domain.acts import CourtOpen, CourtOutcome
from domain.fact import Text
from domain.money import euros
from domain.narration.contested import AT_COURT
from domain.narration.phrases import Sentences, and_why, on_request
from domain.policy import Policy
from domain.words import day


def _appealed(act: acts.LateDecisionAppealed, _: Policy | None) -> Text:
    of_nl = f" (kenmerk {act.reference})" if act.reference else ""
    of_en = f" (reference {act.reference})" if act.reference else ""
    on_nl, on_en = on_request(act.request)
    return Text(
        nl=f"Beroep ingesteld op {day(act.lodged_on, 'nl')} bij {act.court}{of_nl}, omdat er geen besluit{on_nl} op"
        " tijd kwam. Komt er intussen een besluit, dan gaat het beroep ook daarover.",
        en=f"An appeal was lodged on {day(act.lodged_on, 'en')} with {act.court}{of_en}, since no decision{on_en} came"
        " in time. If one comes meanwhile, the appeal is about that too.",
    )


def _weighed(act: acts.LateDecisionAppealWeighed, _: Policy | None) -> Text:
    judges = Text(
        nl="Of het te vroeg is, beoordeelt de rechter.", en="Whether it is too early, the court judges."
    )
    if act.effect is CourtOpen.NO_NOTICE or act.notice_on is None or act.open_from is None:
        return Text(
            nl="Het beroep lijkt te vroeg: er is geen ingebrekestelling die telt voor het besluit dat nog moet komen."
            f" {judges.nl}",
            en="The appeal seems too early: no notice of default counts for the decision that is still to come."
            f" {judges.en}",
        )
    notice_nl, notice_en = day(act.notice_on, "nl"), day(act.notice_on, "en")
    from_nl, from_en = day(act.open_from, "nl"), day(act.open_from, "en")
    if act.effect is CourtOpen.TOO_SOON:
        return Text(
            nl=f"Het beroep lijkt te vroeg: de ingebrekestelling kwam op {notice_nl}, en beroep kan als er twee"
            f" weken voorbij zijn, dus vanaf {from_nl}. {judges.nl}",
            en=f"The appeal seems too early: the notice of default came on {notice_en}, and one can appeal once two"
            f" weeks have passed, so from {from_en}. {judges.en}",
        )
    return Text(
        nl=f"De ingebrekestelling kwam op {notice_nl}: vanaf {from_nl} kon er beroep ingesteld worden.",
        en=f"The notice of default came on {notice_en}: from {from_en} one could appeal.",
    )


def _came(act: acts.LateDecisionCame, _: Policy | None) -> Text:
    return Text(
        nl=f"Het besluit is er (handeling {act.decision}), maar het beroep omdat het niet op tijd kwam, eindigt"
        " daardoor niet: het gaat nu ook over dat besluit.",
        en=f"The decision is there (act {act.decision}), but that does not end the appeal since it did not come in"
        " time: it is about that decision too now.",
    )


def _ruled(act: acts.LateDecisionRuled, _: Policy | None) -> Text:
    became, on_nl, on_en = AT_COURT[act.outcome], day(act.decided_on, "nl"), day(act.decided_on, "en")
    said = Text(
        nl=f"Het beroep omdat er geen besluit op tijd kwam, is {became.nl} op {on_nl}.",
        en=f"The appeal since no decision came in time was {became.en} on {on_en}.",
    )
    if act.decide_by:
        said = Text(
            nl=f"{said.nl} De gemeente beslist uiterlijk {day(act.decide_by, 'nl')}.",
            en=f"{said.en} The municipality decides by {day(act.decide_by, 'en')}.",
        )
    elif act.outcome is not CourtOutcome.UPHELD:
        said = Text(nl=f"{said.nl} Er verandert niets.", en=f"{said.en} Nothing changes.")
    if act.daily_cents is not None and act.most_cents is not None:
        each, most = euros(act.daily_cents), euros(act.most_cents)
        said = Text(
            nl=f"{said.nl} Is zij dan nog te laat, dan betaalt zij {each.nl} per dag, en ten hoogste {most.nl}.",
            en=f"{said.en} If it is late then, it pays {each.en} a day, and {most.en} at most.",
        )
    return and_why(said, act.summary)


SENTENCES: Sentences = {
    acts.LateDecisionAppealed: _appealed,
    acts.LateDecisionAppealWeighed: _weighed,
    acts.LateDecisionCame: _came,
    acts.LateDecisionRuled: _ruled,
}
