"""A letter that went out."""

from __future__ import annotations

from domain import acts
from domain.acts import Addressee, Channel
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why
from domain.policy import Policy
from domain.words import day

TO = {
    Addressee.RESIDENT: Text(nl="aan de inwoner", en="to the resident"),
    Addressee.COOPERATIVE: Text(nl="aan de coöperatie", en="to the cooperative"),
    Addressee.OBJECTOR: Text(nl="aan de bezwaarmaker", en="to the objector"),
}
BY = {
    Channel.POST: Text(nl="met de post", en="by post"),
    Channel.CASE: Text(nl="in de zaak", en="in the case"),
}


def _letter_sent(act: acts.LetterSent, _: Policy | None) -> Text:
    nl = [f"{TO[s.addressee].nl} op {day(s.sent_on, 'nl')} {BY[s.channel].nl}" for s in act.sendings]
    en = [f"{TO[s.addressee].en} on {day(s.sent_on, 'en')} {BY[s.channel].en}" for s in act.sendings]
    return Text(
        nl=f"De brief bij nummer {act.version} is verzonden: {'; '.join(nl)}.",
        en=f"The letter of number {act.version} was sent: {'; '.join(en)}.",
    )


def _consent_changed(act: acts.ConsentChanged, _: Policy | None) -> Text:
    to = TO[act.addressee]
    if act.electronic:
        return Text(
            nl=f"Brieven gaan voortaan digitaal {to.nl}.",
            en=f"Letters go electronically {to.en} from now on.",
        )
    return Text(
        nl=f"Brieven gaan voortaan met de post {to.nl}.", en=f"Letters go by post {to.en} from now on."
    )


def _looked_into(act: acts.PostingLookedInto, _: Policy | None) -> Text:
    said = Text(
        nl=f"Nagegaan waarom de brief bij nummer {act.about} nog niet verzonden is.",
        en=f"Looked into why the letter of number {act.about} was not sent yet.",
    )
    return and_why(said, act.finding)


SENTENCES: Sentences = {
    acts.LetterSent: _letter_sent,
    acts.PostingLookedInto: _looked_into,
    acts.ConsentChanged: _consent_changed,
}
