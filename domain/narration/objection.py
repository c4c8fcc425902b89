"""An objection, and what its case and the case of the decision tell of it."""

from __future__ import annotations

from domain import acts
from domain.acts import Consent, Defect, NoHearing, Objector, Obstacle, Outcome
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why, came_on, ended, plain
from domain.policy import Policy
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
GROUNDS = {
    NoHearing.MANIFESTLY_INADMISSIBLE: Text(
        nl="het bezwaar is kennelijk niet-ontvankelijk", en="the objection is manifestly inadmissible"
    ),
    NoHearing.MANIFESTLY_UNFOUNDED: Text(
        nl="het bezwaar is kennelijk ongegrond", en="the objection is manifestly unfounded"
    ),
    NoHearing.DECLINED: Text(
        nl="de bezwaarmaker wil niet gehoord worden", en="the objector does not want to be heard"
    ),
    NoHearing.NO_ANSWER: Text(
        nl="de bezwaarmaker antwoordde niet op tijd", en="the objector did not answer in time"
    ),
    NoHearing.FULLY_MET: Text(
        nl="aan het bezwaar wordt helemaal tegemoetgekomen", en="the objection is met in full"
    ),
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
    decided = act.decision.sent_on
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


def _invited(act: acts.HearingInvited, _: Policy | None) -> Text:
    said = Text(
        nl=f"Uitgenodigd om gehoord te worden op {day(act.hearing_on, 'nl')}: {ended(act.place)}",
        en=f"Invited to be heard on {day(act.hearing_on, 'en')}: {ended(act.place)}",
    )
    if act.answer_by is None:
        return said
    return Text(
        nl=f"{said.nl} Antwoord gevraagd uiterlijk {day(act.answer_by, 'nl')}.",
        en=f"{said.en} An answer is asked by {day(act.answer_by, 'en')}.",
    )


def _waived(act: acts.HearingWaived, _: Policy | None) -> Text:
    ground = GROUNDS[act.ground]
    return and_why(
        Text(nl=f"Er wordt niet gehoord: {ground.nl}.", en=f"There is no hearing: {ground.en}."),
        act.reasoning,
    )


def _held(act: acts.HearingHeld, _: Policy | None) -> Text:
    said = Text(nl=f"Gehoord op {day(act.held_on, 'nl')}.", en=f"Heard on {day(act.held_on, 'en')}.")
    return and_why(said, act.report)


def _advised(act: acts.CommitteeAdvised, _: Policy | None) -> Text:
    advice = OUTCOMES[act.outcome]
    said = Text(nl=f"De adviescommissie adviseert: {advice.nl}.", en=f"The committee advises: {advice.en}.")
    return and_why(said, act.reasoning)


def _reopened(act: acts.HearingReopened, _: Policy | None) -> Text:
    return and_why(
        Text(nl="Eerst wordt de bezwaarmaker gehoord.", en="The objector is to be heard first."), act.reason
    )


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
    if act.departs_because is None:
        return said
    return and_why(
        Text(nl=f"{said.nl} Anders dan de commissie adviseert:", en=f"{said.en} Other than was advised:"),
        act.departs_because,
    )


def _adjourned(act: acts.ObjectionAdjourned, _: Policy | None) -> Text:
    nl = "1 week" if act.weeks == 1 else f"{act.weeks} weken"
    en = "1 week" if act.weeks == 1 else f"{act.weeks} weeks"
    said = Text(
        nl=f"De beslissing op het bezwaar is {nl} verdaagd.",
        en=f"The decision on the objection was adjourned by {en}.",
    )
    return and_why(said, act.reasoning)


def _postponed(act: acts.ObjectionPostponed, _: Policy | None) -> Text:
    why = CONSENTS[act.consent]
    said = Text(
        nl=f"De beslissing op het bezwaar is uitgesteld tot {day(act.until, 'nl')}: {why.nl}.",
        en=f"The decision on the objection was postponed to {day(act.until, 'en')}: {why.en}.",
    )
    return and_why(said, act.reasoning)


def _withdrawn(act: acts.ObjectionWithdrawn, _: Policy | None) -> Text:
    return and_why(Text(nl="Het bezwaar is ingetrokken.", en="The objection was withdrawn."), act.reason)


def _appealed(act: acts.AppealRecorded, _: Policy | None) -> Text:
    of_nl = f" (kenmerk {act.reference})" if act.reference else ""
    of_en = f" (reference {act.reference})" if act.reference else ""
    return Text(
        nl=f"Beroep ingesteld op {day(act.lodged_on, 'nl')} bij {act.court}{of_nl}.",
        en=f"An appeal was lodged on {day(act.lodged_on, 'en')} with {act.court}{of_en}.",
    )


def _lodged(act: acts.ObjectionLodged, _: Policy | None) -> Text:
    return Text(
        nl=f"Er is bezwaar gemaakt tegen handeling {act.version}: zaak {act.objection}.",
        en=f"Somebody objected to act {act.version}: case {act.objection}.",
    )


def _upheld(act: acts.ObjectionUpheld, _: Policy | None) -> Text:
    return Text(
        nl=f"Het bezwaar in zaak {act.objection} is gegrond: er wordt opnieuw beslist, uiterlijk"
        f" {day(act.decide_by, 'nl')}.",
        en=f"The objection in case {act.objection} was upheld: the decision is taken again, by"
        f" {day(act.decide_by, 'en')}.",
    )


def _closed(act: acts.ObjectionClosed, _: Policy | None) -> Text:
    became = OUTCOMES[act.outcome] if act.outcome else Text(nl="ingetrokken", en="withdrawn")
    return Text(
        nl=f"Het bezwaar in zaak {act.objection} is afgedaan: {became.nl}.",
        en=f"The objection in case {act.objection} is dealt with: {became.en}.",
    )


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
    acts.HearingInvited: _invited,
    acts.HearingWaived: _waived,
    acts.HearingDeclined: plain(
        "De bezwaarmaker wil niet gehoord worden.", "The objector does not want to be heard."
    ),
    acts.HearingHeld: _held,
    acts.CommitteeAdvised: _advised,
    acts.HearingReopened: _reopened,
    acts.ObjectionDecided: _decided,
    acts.ObjectionAdjourned: _adjourned,
    acts.ObjectionPostponed: _postponed,
    acts.ObjectionWithdrawn: _withdrawn,
    acts.AppealRecorded: _appealed,
    acts.AppealTermLapsed: plain(
        "De termijn voor beroep is voorbij.", "The term to appeal to the court is over."
    ),
    acts.ObjectionLodged: _lodged,
    acts.ObjectionUpheld: _upheld,
    acts.ObjectionClosed: _closed,
    acts.ObjectionTermLapsed: plain("De termijn voor bezwaar is voorbij.", "The term to object is over."),
}
