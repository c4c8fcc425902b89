"""The hearing in an objection: who is invited to it, who was heard, or why nobody was."""

from __future__ import annotations

from domain import acts
from domain.acts import HeardApart, NoHearing, ResidentUnheard, ShortNotice
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why, ended
from domain.policy import Policy
from domain.words import day

RESIDENT_UNHEARD = {
    ResidentUnheard.DECLINED: Text(
        nl="de inwoner wil niet gehoord worden", en="the resident does not want to be heard"
    ),
    ResidentUnheard.NO_ANSWER: Text(
        nl="de inwoner antwoordde niet op tijd", en="the resident did not answer in time"
    ),
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
APART = {
    HeardApart.HINDERS_CARE: Text(
        nl="samen horen zou een zorgvuldige behandeling hinderen",
        en="to hear them together would hinder a careful treatment",
    ),
    HeardApart.SECRECY: Text(
        nl="er komen feiten ter sprake die geheim moeten blijven", en="facts come up that must stay secret"
    ),
}
AT_SHORT_NOTICE = {
    ShortNotice.CAME_OF_HIMSELF: Text(
        nl="de bezwaarmaker kwam uit zichzelf", en="the objector came of himself"
    ),
    ShortNotice.AGREED: Text(nl="alle belanghebbenden vonden het goed", en="all interested parties agreed"),
}


def _invited(act: acts.HearingInvited, _: Policy | None) -> Text:
    said = Text(
        nl=f"Uitgenodigd om gehoord te worden op {day(act.hearing_on, 'nl')}: {ended(act.place)}",
        en=f"Invited to be heard on {day(act.hearing_on, 'en')}: {ended(act.place)}",
    )
    if act.sooner_agreed:
        said = Text(
            nl=f"{said.nl} Iedereen vindt goed dat het dossier korter dan een week klaarligt.",
            en=f"{said.en} Everybody agrees that the file lies ready for less than a week.",
        )
    if act.answer_by is None:
        return said
    return Text(
        nl=f"{said.nl} Antwoord gevraagd uiterlijk {day(act.answer_by, 'nl')}.",
        en=f"{said.en} An answer is asked by {day(act.answer_by, 'en')}.",
    )


def _waived(act: acts.HearingWaived, _: Policy | None) -> Text:
    ground = GROUNDS[act.ground]
    said = Text(nl=f"Er wordt niet gehoord: {ground.nl}", en=f"There is no hearing: {ground.en}")
    return and_why(_and_the_resident(said, act.resident_too), act.reasoning)


def _declined(act: acts.HearingDeclined, _: Policy | None) -> Text:
    said = Text(nl="De bezwaarmaker wil niet gehoord worden", en="The objector does not want to be heard")
    return _and_the_resident(said, act.resident_too)


def _and_the_resident(said: Text, unheard: ResidentUnheard | None) -> Text:
    if unheard is None:
        return Text(nl=f"{said.nl}.", en=f"{said.en}.")
    his = RESIDENT_UNHEARD[unheard]
    return Text(nl=f"{said.nl}, en {his.nl}.", en=f"{said.en}, and {his.en}.")


def _held(act: acts.HearingHeld, _: Policy | None) -> Text:
    by = "; ".join((*(each.name for each in act.staff), *act.heard_by))
    said = Text(
        nl=f"Gehoord op {day(act.held_on, 'nl')} door {by}.", en=f"Heard on {day(act.held_on, 'en')} by {by}."
    )
    if act.at_short_notice:
        why = AT_SHORT_NOTICE[act.at_short_notice]
        said = Text(
            nl=f"{said.nl} Zonder uitnodiging een week ervoor: {why.nl}.",
            en=f"{said.en} Without an invitation a week before it: {why.en}.",
        )
    if act.apart:
        why = APART[act.apart]
        said = Text(nl=f"{said.nl} Ieder apart, want {why.nl}.", en=f"{said.en} Each apart, since {why.en}.")
    return and_why(said, act.report)


def _reopened(act: acts.HearingReopened, _: Policy | None) -> Text:
    said = Text(
        nl="Eerst worden de belanghebbenden gehoord: wie bezwaar maakt, en de inwoner ook als dat een ander is.",
        en="The interested parties are heard first: whoever objects, and the resident too where that is another.",
    )
    return and_why(said, act.reason)


SENTENCES: Sentences = {
    acts.HearingInvited: _invited,
    acts.HearingWaived: _waived,
    acts.HearingDeclined: _declined,
    acts.HearingHeld: _held,
    acts.HearingReopened: _reopened,
}
