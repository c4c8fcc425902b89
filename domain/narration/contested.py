"""What the case of a decision tells of an objection to it, and of the appeal."""

from __future__ import annotations

from domain import acts
from domain.acts import CourtOutcome
from domain.fact import Text
from domain.kinds import KINDS
from domain.narration import decision, permission
from domain.narration.objection import OUTCOMES
from domain.narration.phrases import Sentences, and_why
from domain.policy import Policy
from domain.words import day

AT_COURT = {
    CourtOutcome.UPHELD: Text(nl="gegrond verklaard", en="upheld"),
    CourtOutcome.UNFOUNDED: Text(nl="ongegrond verklaard", en="found unfounded"),
    CourtOutcome.INADMISSIBLE: Text(nl="niet-ontvankelijk verklaard", en="found inadmissible"),
    CourtOutcome.WITHDRAWN: Text(nl="ingetrokken", en="withdrawn"),
}


def _appealed(act: acts.AppealRecorded, _: Policy | None) -> Text:
    of_nl = f" (kenmerk {act.reference})" if act.reference else ""
    of_en = f" (reference {act.reference})" if act.reference else ""
    by_nl = " door een andere belanghebbende" if act.by_another else ""
    by_en = " by another interested party" if act.by_another else ""
    return Text(
        nl=f"Beroep ingesteld{by_nl} op {day(act.lodged_on, 'nl')} bij {act.court}{of_nl}.",
        en=f"An appeal was lodged{by_en} on {day(act.lodged_on, 'en')} with {act.court}{of_en}.",
    )


def _court_asked(act: acts.CourtAsked, _: Policy | None) -> Text:
    said = Text(
        nl=f"Bij de rechter nagevraagd hoe het beroep bij nummer {act.about} ervoor staat.",
        en=f"Asked the court how the appeal of number {act.about} stands.",
    )
    return and_why(said, act.answer)


def _judged_by_court(act: acts.AppealOutcomeRecorded, _: Policy | None) -> Text:
    became = AT_COURT[act.outcome]
    nl, en = day(act.decided_on, "nl"), day(act.decided_on, "en")
    said = Text(nl=f"Het beroep is {became.nl} op {nl}.", en=f"The appeal was {became.en} on {en}.")
    if act.consequences_stand:
        said = Text(
            nl=f"{said.nl} De rechtsgevolgen blijven in stand: wat gold blijft gelden; er wordt niet opnieuw beslist.",
            en=f"{said.en} Its consequences stand: what held goes on to hold, and nothing is decided again.",
        )
    elif act.outcome is CourtOutcome.UPHELD and act.decide_by is None:
        said = Text(
            nl=f"{said.nl} Er wordt opnieuw beslist; de rechter stelde geen termijn.",
            en=f"{said.en} The decision is taken again; the court set no term.",
        )
    if act.decide_by:
        nl, en = day(act.decide_by, "nl"), day(act.decide_by, "en")
        said = Text(
            nl=f"{said.nl} Er wordt opnieuw beslist, uiterlijk {nl}.",
            en=f"{said.en} The decision is taken again, by {en}.",
        )
    return and_why(said, act.summary)


HIGHER_APPEAL = Text(
    nl="Tegen een uitspraak van de rechtbank kan binnen zes weken hoger beroep bij de Centrale Raad van Beroep.",
    en="From the district court one can go on to the Centrale Raad van Beroep, the higher court, within six weeks.",
)


def _decided_by_court(act: acts.CourtDecided, policy: Policy | None) -> Text:
    """With what it decided, as the case of the decision tells it too. Awb 8:72(3)(b), 8:104."""
    became = {**decision.SENTENCES, **permission.SENTENCES}[type(act.decision)](act.decision, policy)
    nl, en = day(act.decided_on, "nl"), day(act.decided_on, "en")
    said = Text(
        nl=f"De rechter verklaarde het beroep gegrond op {nl} en besliste zelf: zijn uitspraak komt in de plaats van"
        f" het besluit. {became.nl} {HIGHER_APPEAL.nl}",
        en=f"The court upheld the appeal on {en} and decided itself: its judgement takes the place of the decision."
        f" {became.en} {HIGHER_APPEAL.en}",
    )
    return and_why(said, act.summary)


def _taken_up(act: acts.ObjectionTakenUp, _: Policy | None) -> Text:
    ruled, by = act.ruled_on, act.decide_by
    set_nl, set_en = (", zegt de rechter", ", as the court says") if act.is_term_set else ("", "")
    return Text(
        nl=f"De rechter vernietigde op {day(ruled, 'nl')} dat dit bezwaar niet behandeld kon worden. Het wordt alsnog"
        f" behandeld: er wordt gehoord, en een ander beslist uiterlijk {day(by, 'nl')}{set_nl}.",
        en=f"On {day(ruled, 'en')} the court annulled that this objection could not be dealt with. It is dealt with"
        f" after all: there is a hearing, and another decides by {day(by, 'en')}{set_en}.",
    )


def _reopened(act: acts.ObjectionReopened, _: Policy | None) -> Text:
    return Text(
        nl=f"De rechter vernietigde op {day(act.ruled_on, 'nl')} dat het bezwaar in zaak {act.objection} niet behandeld"
        f" kon worden: het loopt weer, en er wordt uiterlijk {day(act.decide_by, 'nl')} op beslist.",
        en=f"On {day(act.ruled_on, 'en')} the court annulled that the objection in case {act.objection} could not be"
        f" dealt with: it runs again, and is decided on by {day(act.decide_by, 'en')}.",
    )


def _lodged(act: acts.ObjectionLodged, _: Policy | None) -> Text:
    what = KINDS.get(act.decided or "")
    if what and act.decided_on:
        nl, en = day(act.decided_on, "nl"), day(act.decided_on, "en")
        against = Text(nl=f"het besluit van {nl} ({what.nl})", en=f"the decision of {en} ({what.en})")
    else:  # as it was told before
        against = Text(nl=f"handeling {act.version}", en=f"act {act.version}")
    return Text(
        nl=f"Er is bezwaar gemaakt tegen {against.nl}: zaak {act.objection}.",
        en=f"Somebody objected to {against.en}: case {act.objection}.",
    )


def _upheld(act: acts.ObjectionUpheld, _: Policy | None) -> Text:
    if act.decision:
        return _by_a_court(act.objection)
    what = Text(nl="beroep", en="appeal") if act.ruling else Text(nl="bezwaar", en="objection")
    return Text(
        nl=f"Het {what.nl} in zaak {act.objection} is gegrond: er wordt opnieuw beslist, uiterlijk"
        f" {day(act.decide_by, 'nl')}.",
        en=f"The {what.en} in case {act.objection} was upheld: the decision is taken again, by"
        f" {day(act.decide_by, 'en')}.",
    )


def _by_a_court(objection: str) -> Text:
    return Text(
        nl=f"Het beroep in zaak {objection} is gegrond, en de rechter besliste zelf: hierna staat wat er geldt."
        f" {HIGHER_APPEAL.nl}",
        en=f"The appeal in case {objection} was upheld, and the court decided itself: what holds stands next."
        f" {HIGHER_APPEAL.en}",
    )


def _closed(act: acts.ObjectionClosed, _: Policy | None) -> Text:
    if act.decision:
        return _by_a_court(act.objection)
    became = (
        OUTCOMES[act.outcome]
        if act.outcome
        else Text(nl="ingetrokken of doorgestuurd", en="withdrawn or forwarded")
    )
    return Text(
        nl=f"Het bezwaar in zaak {act.objection} is afgedaan: {became.nl}.",
        en=f"The objection in case {act.objection} is dealt with: {became.en}.",
    )


def _replaced(act: acts.ContestedDecisionReplaced, _: Policy | None) -> Text:
    if act.decision == "decision_reversed":
        return Text(
            nl=f"Het besluit wordt opnieuw genomen (handeling {act.version} in die zaak).",
            en=f"The decision is being taken again (act {act.version} in its case).",
        )
    is_corrected = act.decision == "decision_corrected"
    nl, en = ("hersteld", "corrected") if is_corrected else ("opnieuw genomen", "taken again")
    return Text(
        nl=f"Het besluit is intussen {nl} (handeling {act.version} in die zaak): het bezwaar gaat over het"
        " besluit zoals het nu luidt.",
        en=f"The decision was {en} meanwhile (act {act.version} in its case): the objection is about the"
        " decision as it reads now.",
    )


def _sent(act: acts.ContestedDecisionSent, _: Policy | None) -> Text:
    return Text(
        nl=f"Het besluit is verzonden op {day(act.sent_on, 'nl')}: de termijnen lopen vanaf die dag.",
        en=f"The decision was sent on {day(act.sent_on, 'en')}: the terms run from that day.",
    )


def _lapsed(act: acts.ObjectionTermLapsed | acts.AppealTermLapsed, _: Policy | None) -> Text:
    if isinstance(act, acts.ObjectionTermLapsed) and not act.for_the_court:
        return Text(nl="De termijn voor bezwaar is voorbij.", en="The term to object is over.")
    return Text(nl="De termijn voor beroep is voorbij.", en="The term to appeal to the court is over.")


SENTENCES: Sentences = {
    acts.AppealRecorded: _appealed,
    acts.CourtAsked: _court_asked,
    acts.AppealOutcomeRecorded: _judged_by_court,
    acts.CourtDecided: _decided_by_court,
    acts.ObjectionTakenUp: _taken_up,
    acts.AppealTermLapsed: _lapsed,
    acts.ObjectionLodged: _lodged,
    acts.ObjectionReopened: _reopened,
    acts.ObjectionUpheld: _upheld,
    acts.ObjectionClosed: _closed,
    acts.ContestedDecisionReplaced: _replaced,
    acts.ContestedDecisionSent: _sent,
    acts.ObjectionTermLapsed: _lapsed,
}
