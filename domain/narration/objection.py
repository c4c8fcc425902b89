"""An objection, and what its case tells of it."""

from __future__ import annotations

from domain import acts
from domain.acts import (
    Consent,
    Defect,
    Objector,
    Obstacle,
    Outcome,
)
from domain.fact import Text
from domain.money import euros
from domain.narration.hearing import GROUNDS
from domain.narration.phrases import Sentences, and_why, came_on, plain
from domain.policy import Policy
from domain.term import in_weeks
from domain.words import day

OBJECTORS = {
    Objector.RESIDENT: Text(nl="de inwoner", en="the resident"),
    Objector.COOPERATIVE: Text(nl="de coöperatie", en="the cooperative"),
}
OBSTACLES = {
    Obstacle.LATE: Text(
        nl="het kwam te laat, en daar is geen goede reden voor", en="it came too late, without an excuse"
    ),
    Obstacle.NOT_MENDED: Text(nl="een verzuim is niet hersteld", en="a defect was not mended"),
    Obstacle.NO_INTEREST: Text(nl="de indiener is geen belanghebbende", en="the objector has no interest"),
}
DEFECTS = {
    Defect.REASONS: Text(nl="de gronden", en="the grounds"),
    Defect.SIGNATURE: Text(nl="de handtekening", en="the signature"),
    Defect.NAME_AND_ADDRESS: Text(nl="naam en adres", en="name and address"),
    Defect.DATE: Text(nl="de datum", en="the date"),
    Defect.AUTHORISATION: Text(nl="de machtiging", en="the authorisation"),
    Defect.TRANSLATION: Text(nl="een vertaling", en="a translation"),
}
OUTCOMES = {
    Outcome.INADMISSIBLE: Text(nl="niet-ontvankelijk", en="inadmissible"),
    Outcome.UNFOUNDED: Text(nl="ongegrond", en="unfounded"),
    Outcome.PARTLY_UPHELD: Text(nl="gedeeltelijk gegrond", en="partly upheld"),
    Outcome.UPHELD: Text(nl="gegrond", en="upheld"),
}
CONSENTS = {
    Consent.ALL: Text(nl="alle belanghebbenden stemmen in", en="all interested parties agree"),
    Consent.OBJECTOR: Text(
        nl="de bezwaarmaker stemt in, en het schaadt niemand anders",
        en="the objector agrees, and it harms nobody else",
    ),
    Consent.PROCEDURE: Text(nl="de regels van de procedure vragen het", en="the rules of procedure ask it"),
}


def _received(act: acts.ObjectionReceived, _: Policy | None) -> Text:
    who = OBJECTORS.get(act.objector) or Text(nl=f"{act.objector_name}", en=f"{act.objector_name}")
    nl, en = came_on(act.received_on)
    decided = act.decision.decided_on
    said = Text(
        nl=f"Bezwaar ontvangen{nl} van {who.nl} tegen het besluit van {day(decided, 'nl')} in zaak"
        f" {act.decision.case}.",
        en=f"An objection came in{en} from {who.en} to the decision of {day(decided, 'en')} in case"
        f" {act.decision.case}.",
    )
    if act.posted_on:
        said = Text(
            nl=f"{said.nl} Gepost op {day(act.posted_on, 'nl')}.",
            en=f"{said.en} Posted on {day(act.posted_on, 'en')}.",
        )
    return and_why(and_why(said, act.reasons), act.late_because)


def _judged(act: acts.AdmissibilityJudged, _: Policy | None) -> Text:
    found = OBSTACLES[act.obstacle] if act.obstacle else None
    said = Text(
        nl=f"Het bezwaar kan niet inhoudelijk behandeld worden: {found.nl}."
        if found
        else "Het bezwaar kan inhoudelijk behandeld worden.",
        en=f"The objection cannot be dealt with: {found.en}."
        if found
        else "The objection can be dealt with.",
    )
    if act.late_excused:
        said = Text(
            nl=f"{said.nl} Dat het te laat kwam, is verschoonbaar.",
            en=f"{said.en} That it came too late is excused.",
        )
    if act.committee:
        said = Text(
            nl=f"{said.nl} Een adviescommissie adviseert erover.",
            en=f"{said.en} An advisory committee advises on it.",
        )
    return and_why(said, act.reasoning)


def _repair_requested(act: acts.RepairRequested, _: Policy | None) -> Text:
    nl = "; ".join(DEFECTS[each].nl for each in act.defects)
    en = "; ".join(DEFECTS[each].en for each in act.defects)
    said = Text(
        nl=f"Gevraagd het bezwaar aan te vullen, uiterlijk {day(act.until, 'nl')}: {nl}.",
        en=f"The objector was asked to mend the objection, by {day(act.until, 'en')}: {en}.",
    )
    return and_why(said, act.explanation)


def _repair_received(act: acts.RepairReceived, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    said = Text(nl=f"Aanvulling op het bezwaar ontvangen{nl}.", en=f"What was to be mended came in{en}.")
    return and_why(said, act.text)


def _claimed(act: acts.CostsClaimed, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    said = Text(nl=f"Vergoeding van kosten gevraagd{nl}:", en=f"The costs of the objection were claimed{en}:")
    return and_why(said, act.costs)


def _forwarded(act: acts.ObjectionForwarded, _: Policy | None) -> Text:
    said = Text(
        nl=f"Het bezwaar is doorgestuurd naar {act.to}.", en=f"The objection was forwarded to {act.to}."
    )
    return and_why(said, act.reasoning)


def _advised(act: acts.CommitteeAdvised, _: Policy | None) -> Text:
    advice = OUTCOMES[act.outcome]
    said = Text(nl=f"De adviescommissie adviseert: {advice.nl}.", en=f"The committee advises: {advice.en}.")
    return and_why(said, act.reasoning)


def _decided(act: acts.ObjectionDecided, _: Policy | None) -> Text:
    outcome = OUTCOMES[act.outcome]
    said = Text(nl=f"Beslist op het bezwaar: {outcome.nl}.", en=f"Decided on the objection: {outcome.en}.")
    if act.no_hearing:
        ground = GROUNDS[act.no_hearing]
        said = Text(
            nl=f"{said.nl} Niet gehoord, want {ground.nl}.",
            en=f"{said.en} There was no hearing, since {ground.en}.",
        )
    said = and_why(said, act.reasoning)
    if act.costs:
        paid = euros(act.costs.cents)
        said = and_why(
            Text(nl=f"{said.nl} Kosten: {paid.nl}.", en=f"{said.en} Costs: {paid.en}."), act.costs.reasoning
        )
    if act.departs_because is None:
        return said
    return and_why(
        Text(nl=f"{said.nl} Anders dan de commissie adviseert:", en=f"{said.en} Other than was advised:"),
        act.departs_because,
    )


def _adjourned(act: acts.ObjectionAdjourned, _: Policy | None) -> Text:
    weeks = in_weeks(act.weeks or 0)
    nl, en = f"{weeks.nl} verdaagd", f"adjourned by {weeks.en}"
    if act.until:
        nl, en = f"verdaagd tot {day(act.until, 'nl')}", f"adjourned to {day(act.until, 'en')}"
    said = Text(nl=f"De beslissing op het bezwaar is {nl}.", en=f"The decision on the objection was {en}.")
    return and_why(said, act.reasoning)


def _postponed(act: acts.ObjectionPostponed, _: Policy | None) -> Text:
    why, (nl, en) = CONSENTS[act.consent], came_on(act.agreed_on)
    if act.agreed_on:
        nl, en = f"; dat was{nl}", f"; that was{en}"
    said = Text(
        nl=f"De beslissing op het bezwaar is uitgesteld tot {day(act.until, 'nl')}: {why.nl}{nl}.",
        en=f"The decision on the objection was postponed to {day(act.until, 'en')}: {why.en}{en}.",
    )
    return and_why(said, act.reasoning)


def _withdrawn(act: acts.ObjectionWithdrawn, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    said = Text(nl=f"Het bezwaar is{nl} ingetrokken.", en=f"The objection was withdrawn{en}.")
    return and_why(said, act.reason)


SENTENCES: Sentences = {
    acts.ObjectionReceived: _received,
    acts.ObjectionAcknowledged: plain(
        "De ontvangst van het bezwaar is bevestigd.", "The receipt of the objection was confirmed."
    ),
    acts.AdmissibilityJudged: _judged,
    acts.RepairRequested: _repair_requested,
    acts.RepairReceived: _repair_received,
    acts.RepairLapsed: plain(
        "De termijn om het bezwaar aan te vullen is voorbij, en er kwam niets.",
        "The period to mend the objection passed, and nothing came.",
    ),
    acts.CommitteeAdvised: _advised,
    acts.ObjectionDecided: _decided,
    acts.ObjectionAdjourned: _adjourned,
    acts.ObjectionPostponed: _postponed,
    acts.ObjectionWithdrawn: _withdrawn,
    acts.CostsClaimed: _claimed,
    acts.ObjectionForwarded: _forwarded,
}
