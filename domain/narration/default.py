"""Notice of default and penalty payment."""

from __future__ import annotations

from domain import acts
from domain.acts import NoPenalty, NoticeEffect
from domain.fact import Text
from domain.money import euros
from domain.narration.phrases import Sentences, and_why, came_on, on_request, plain
from domain.policy import Policy
from domain.words import day

NOTHING_BECAUSE = {
    NoPenalty.UNREASONABLY_LATE: Text(
        nl="de ingebrekestelling kwam onredelijk laat", en="the notice of default came unreasonably late"
    ),
    NoPenalty.NO_INTEREST: Text(nl="de indiener is geen belanghebbende", en="the applicant has no interest"),
    NoPenalty.MANIFESTLY_HOPELESS: Text(
        nl="wat gevraagd is, is kennelijk niet-ontvankelijk of ongegrond",
        en="what was asked is manifestly inadmissible or unfounded",
    ),
}


AFTER_ALL: dict[NoticeEffect | None, Text] = {
    NoticeEffect.PREMATURE: Text(
        nl="De ingebrekestelling telt toch: de brief die meer tijd moest geven, ging later weg dan gedacht. ",
        en="The notice of default counts after all: the letter that gave more time went out later than was thought. ",
    ),
    NoticeEffect.REPEATED: Text(
        nl="De ingebrekestelling telt toch: die daarvoor kwam, heeft geen gevolg. ",
        en="The notice of default counts after all: the one before it has no effect. ",
    ),
}
"""By what it was said to do before."""


def _received(act: acts.NoticeOfDefaultReceived, _: Policy | None) -> Text:
    nl, en = came_on(act.received_on)
    of_nl, of_en = on_request(act.request)
    said = Text(nl=f"Ingebrekestelling ontvangen{nl}.", en=f"A notice of default came in{en}.")
    if act.request:
        said = Text(
            nl=f"{said.nl} Zij gaat over het besluit{of_nl}.",
            en=f"{said.en} It is about the decision{of_en}.",
        )
    return and_why(said, act.text)


def _weighed(act: acts.NoticeOfDefaultWeighed, _: Policy | None) -> Text:
    due, first = act.decision_due_on, act.first_day_on
    match act.effect:
        case NoticeEffect.PREMATURE if act.was:
            return Text(
                nl="De ingebrekestelling kwam toch te vroeg: de aanvrager had al ingestemd met een besluit tot en met"
                f" {day(due, 'nl')}. Zij heeft geen gevolg.",
                en="The notice of default came too early after all: the applicant had agreed by then that the term to"
                f" decide runs until {day(due, 'en')}. It has no effect.",
            )
        case NoticeEffect.PREMATURE:
            return Text(
                nl=f"De ingebrekestelling kwam te vroeg: er kan beslist worden tot en met {day(due, 'nl')}. Zij heeft"
                " geen gevolg.",
                en=f"The notice of default came too early: the term to decide runs until {day(due, 'en')}. It has no"
                " effect.",
            )
        case NoticeEffect.OWN_MOTION:
            return Text(
                nl="Om het nieuwe besluit heeft niemand gevraagd. De ingebrekestelling heeft geen gevolg.",
                en="Nobody asked for the new decision. The notice of default has no effect.",
            )
        case NoticeEffect.REPEATED if act.was:
            return Text(
                nl="Voor dit besluit kwam al eerder een ingebrekestelling, die later geregistreerd is. Die telt; deze"
                " verandert niets.",
                en="A notice of default for this decision had come before, and was registered later. That one counts;"
                " this one changes nothing.",
            )
        case NoticeEffect.REPEATED:
            return Text(
                nl="Er was al een ingebrekestelling voor dit besluit; deze verandert daar niets aan.",
                en="There was a notice of default for this decision already; this one changes nothing.",
            )
        case NoticeEffect.COUNTS:
            from_nl, from_en = (day(first, "nl"), day(first, "en")) if first else ("", "")
            anew = AFTER_ALL.get(act.was, Text(nl="", en=""))
            return Text(
                nl=f"{anew.nl}Er had uiterlijk {day(due, 'nl')} beslist moeten worden. Is er voor {from_nl} geen"
                " besluit, dan is vanaf die dag een dwangsom verschuldigd.",
                en=f"{anew.en}There should have been a decision by {day(due, 'en')}. If there is none before {from_en},"
                " a penalty is owed from that day on.",
            )


def _determined(act: acts.PenaltyDetermined, _: Policy | None) -> Text:
    if act.none_because is not None:
        why = NOTHING_BECAUSE[act.none_because]
        said = Text(
            nl=f"Vastgesteld dat er geen dwangsom verschuldigd is: {why.nl}.",
            en=f"It was determined that no penalty is owed: {why.en}.",
        )
    else:
        amount = euros(act.cents)
        said = Text(
            nl=f"De dwangsom is vastgesteld op {amount.nl}.", en=f"The penalty was determined at {amount.en}."
        )
    return and_why(said, act.reasoning)


def _paid(act: acts.PenaltyPaid, _: Policy | None) -> Text:
    return Text(
        nl=f"De dwangsom is betaald op {day(act.paid_on, 'nl')}.",
        en=f"The penalty was paid on {day(act.paid_on, 'en')}.",
    )


SENTENCES: Sentences = {
    acts.NoticeOfDefaultReceived: _received,
    acts.NoticeOfDefaultWeighed: _weighed,
    acts.PenaltyAvoided: plain(
        "Er is beslist voordat er een dwangsom verschuldigd was.",
        "There was a decision before a penalty was owed.",
    ),
    acts.PenaltyDetermined: _determined,
    acts.PenaltyPaid: _paid,
}
