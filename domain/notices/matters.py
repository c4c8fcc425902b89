"""What a cooperative is told by mail of a matter, without what is said in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import acts
from domain.acts import NoticeEffect, Party
from domain.case import Case
from domain.fact import Fact, Text
from domain.letters.default import weighed_anew
from domain.letters.kind import is_over
from domain.money import euros
from domain.terms import penalty
from domain.words import day


def _asked(_: Case, act: acts.QuestionAsked) -> tuple[Text, Text] | None:
    if act.of is not Party.COOPERATIVE:
        return None
    until = Text(nl="", en="")
    if act.until is not None:
        until = Text(
            nl=f" Wilt u uiterlijk {day(act.until, 'nl')} antwoorden?",
            en=f" Would you answer by {day(act.until, 'en')}?",
        )
    return (
        Text(nl="Wij hebben een vraag", en="We have a question"),
        Text(
            nl=f"Onze vraag staat in de zaak. Meld u aan om haar te lezen en te beantwoorden.{until.nl}",
            en=f"Our question is in the case. Sign in to read and to answer it.{until.en}",
        ),
    )


def _answered(case: Case, act: acts.QuestionAnswered) -> tuple[Text, Text] | None:
    asked = case.act(act.about, acts.QuestionAsked)
    if asked is None or asked.of is Party.COOPERATIVE:
        return None
    return (
        Text(nl="Uw vraag is beantwoord", en="Your question is answered"),
        Text(
            nl="Ons antwoord staat in de zaak. Meld u aan om het te lezen.",
            en="Our answer is in the case. Sign in to read it.",
        ),
    )


RECEIVED = Text(
    nl="Wij hebben uw ingebrekestelling ontvangen. ", en="We have received your notice of default. "
)


def _weighed(case: Case, act: acts.NoticeOfDefaultWeighed) -> tuple[Text, Text]:
    """What becomes of a notice of default, told at once. Awb 4:17(3)."""
    due, first = act.decision_due_on, act.first_day_on
    subject = Text(nl="Uw ingebrekestelling", en="Your notice of default")
    anew = weighed_anew(act)
    again = Text(nl="", en="")
    if anew:
        again = Text(
            nl=f"Wat wij eerder over uw ingebrekestelling schreven, klopt niet meer: {anew.nl}. ",
            en=f"What we wrote about your notice of default before is so no more: {anew.en}. ",
        )
    if act.effect is NoticeEffect.PREMATURE and is_over(case, due):
        return subject, Text(
            nl=f"{again.nl}Uw ingebrekestelling kwam te vroeg: wij konden toen nog beslissen tot en met"
            f" {day(due, 'nl')}. Hebben wij nog niet beslist? Dan kunt u er nu opnieuw een sturen.",
            en=f"{again.en}Your notice of default came too early: we could still decide until {day(due, 'en')} then."
            " If we have not decided yet, you can send another one now.",
        )
    if act.effect is NoticeEffect.PREMATURE:
        return subject, Text(
            nl=f"{again.nl}Uw ingebrekestelling kwam te vroeg: wij kunnen nog beslissen tot en met {day(due, 'nl')}."
            " Hebben wij dan niet beslist? Dan kunt u er opnieuw een sturen.",
            en=f"{again.en}Your notice of default came too early: we can still decide until {day(due, 'en')}."
            " If we have not decided then, you can send another one.",
        )
    if act.effect is NoticeEffect.OWN_MOTION:
        return subject, Text(
            nl="Wij nemen dit besluit uit onszelf opnieuw. Daarom heeft uw ingebrekestelling geen gevolg.",
            en="We take this decision again of our own motion. That is why your notice of default has no effect.",
        )
    if act.effect is NoticeEffect.REPEATED or first is None:
        return subject, Text(
            nl=f"{again.nl}Voor dit besluit geldt een andere ingebrekestelling; deze verandert niets.",
            en=f"{again.en}For this decision another notice of default counts; this one changes nothing.",
        )
    told = again if anew else RECEIVED
    return subject, Text(
        nl=f"{told.nl}Beslissen wij niet voor {day(first, 'nl')}, dan betalen wij vanaf die dag een dwangsom.",
        en=f"{told.en}If we do not decide before {day(first, 'en')}, we owe a penalty payment from that day on.",
    )


def _determined(case: Case, act: acts.PenaltyDetermined) -> tuple[Text, Text]:
    subject = Text(nl="De dwangsom is vastgesteld", en="The penalty payment is determined")
    if not act.cents:
        return subject, Text(
            nl="Wij hoeven geen dwangsom te betalen. Waarom, staat in de brief.",
            en="We need not make a penalty payment. The letter says why.",
        )
    pay_by = penalty.payment(act.about)(case).due_on
    amount = euros(act.cents - penalty.paid_otherwise_cents(case, act.about))
    return subject, Text(
        nl=f"Wij betalen een dwangsom van {amount.nl}, uiterlijk {day(pay_by, 'nl')}. Hoe wij rekenden, staat in de"
        " brief.",
        en=f"We make a penalty payment of {amount.en}, by {day(pay_by, 'en')}. The letter says how we reckoned.",
    )


def _paid(_: Case, act: acts.PenaltyPaid) -> tuple[Text, Text]:
    return (
        Text(nl="De dwangsom is betaald", en="The penalty payment is made"),
        Text(
            nl=f"Wij hebben de dwangsom betaald op {day(act.paid_on, 'nl')}.",
            en=f"We made the penalty payment on {day(act.paid_on, 'en')}.",
        ),
    )


MESSAGES: dict[type[Fact], Callable[[Case, Any], tuple[Text, Text] | None]] = {
    acts.QuestionAsked: _asked,
    acts.QuestionAnswered: _answered,
    acts.NoticeOfDefaultWeighed: _weighed,
    acts.PenaltyDetermined: _determined,
    acts.PenaltyPaid: _paid,
}
