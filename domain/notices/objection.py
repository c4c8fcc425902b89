"""Messages about an objection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import acts
from domain.case import Case
from domain.fact import Text
from domain.law.objection import documents_by
from domain.notices.phrases import Messages, closes_or_not, in_dutch, in_english, plain


def _acknowledged(case: Case, _: Any) -> tuple[Text, Text]:
    return (
        Text(nl="Het bezwaar is binnen", en="The objection has come in"),
        Text(
            nl=f"Wij hebben op {in_dutch(case.received_on)} een bezwaar ontvangen. Wij kijken nu of alles erbij zit."
            " Daarna hoort u of en wanneer er een hoorzitting is.",
            en=f"On {in_english(case.received_on)} we received an objection. We now check whether it is complete."
            " After that we tell whether and when there is a hearing.",
        ),
    )


def _repair(_: Case, act: acts.RepairRequested) -> tuple[Text, Text]:
    return (
        Text(nl="Wij missen nog iets bij het bezwaar", en="Something is missing from the objection"),
        Text(
            nl=f"Vul het bezwaar aan, uiterlijk {in_dutch(act.until)}. Wat er ontbreekt, staat in de brief."
            " Daarna kan het zijn dat wij het bezwaar niet behandelen.",
            en=f"Please send what is missing by {in_english(act.until)}. The letter says what that is."
            " After that the objection may not be dealt with.",
        ),
    )


def _invited(_: Case, act: acts.HearingInvited) -> tuple[Text, Text]:
    """With what one can do before it, unless all agreed to have it sooner. Awb 7:4."""
    before = Text(
        nl=f" Tot en met {in_dutch(documents_by(act.hearing_on))} kunt u nog stukken sturen. Het dossier ligt ten"
        " minste een week ervoor voor u klaar.",
        en=f" Until {in_english(documents_by(act.hearing_on))} you can send documents. The file can be seen for at"
        " least a week before it.",
    )
    if act.sooner_agreed:
        before = Text(
            nl=" Het dossier ligt tot die dag voor u klaar.", en=" The file can be seen until that day."
        )
    return (
        Text(nl="Uitnodiging voor een hoorzitting", en="Invitation to a hearing"),
        Text(
            nl=f"De hoorzitting over het bezwaar is op {in_dutch(act.hearing_on)}.{before.nl}",
            en=f"The hearing on the objection is on {in_english(act.hearing_on)}.{before.en}",
        ),
    )


def _postponed(_: Case, act: acts.ObjectionPostponed) -> tuple[Text, Text]:
    return (
        Text(nl="Wij beslissen later op het bezwaar", en="We decide later on the objection"),
        Text(
            nl=f"Wij beslissen uiterlijk {in_dutch(act.until)} op het bezwaar. Waarom, staat in de brief.",
            en=f"We decide on the objection by {in_english(act.until)}. The letter says why.",
        ),
    )


def _ended(nl_subject: str, en_subject: str, nl: str, en: str) -> Callable[[Case, Any], tuple[Text, Text]]:
    """What it came to, and whether the case closes with that. Awb 4:17, 4:87."""

    def written(case: Case, _: Any) -> tuple[Text, Text]:
        last = closes_or_not(case)
        return Text(nl=nl_subject, en=en_subject), Text(nl=f"{nl} {last.nl}", en=f"{en} {last.en}")

    return written


NO_HEARING = plain(
    "Er is geen hoorzitting",
    "There is no hearing",
    "Over het bezwaar is geen hoorzitting. Waarom, staat in de brief.",
    "There is no hearing on the objection. The letter says why.",
)

MESSAGES: Messages = {
    acts.ObjectionAcknowledged: _acknowledged,
    acts.AdmissibilityJudged: plain(
        "Een adviescommissie kijkt naar het bezwaar",
        "An advisory committee looks at the objection",
        "Een adviescommissie adviseert ons over het bezwaar. Wanneer wij dan beslissen, staat in de brief.",
        "An advisory committee advises us on the objection. The letter says by when we then decide.",
    ),
    acts.RepairRequested: _repair,
    acts.HearingInvited: _invited,
    acts.HearingWaived: NO_HEARING,
    acts.HearingDeclined: NO_HEARING,
    acts.ObjectionAdjourned: plain(
        "Wij beslissen later op het bezwaar",
        "We decide later on the objection",
        "Wij hebben meer tijd nodig voor de beslissing op het bezwaar. De nieuwe datum en de reden staan in de brief.",
        "We need more time to decide on the objection. The letter has the new date and the reason.",
    ),
    acts.ObjectionPostponed: _postponed,
    acts.ObjectionDecided: plain(
        "Er is beslist op het bezwaar",
        "The objection is decided on",
        "Wij hebben beslist op het bezwaar. De beslissing en de redenen staan in de brief."
        " Daartegen kunt u binnen zes weken in beroep bij de rechtbank.",
        "We decided on the objection. The letter has the decision and the reasons."
        " You can appeal against it to the court within six weeks.",
    ),
    acts.CourtDecided: plain(
        "De rechter heeft zelf beslist",
        "The court decided itself",
        "De rechter heeft zelf beslist. Zijn uitspraak komt in de plaats van ons besluit. Wat er nu geldt, staat in de"
        " zaak. Tegen een uitspraak van de rechtbank kunt u binnen zes weken in hoger beroep bij de Centrale Raad van"
        " Beroep.",
        "The court decided itself. Its judgement takes the place of our decision. What holds now stands in the case."
        " From the district court you can go on to the Centrale Raad van Beroep, the higher court, within six weeks.",
    ),
    acts.ObjectionTakenUp: plain(
        "Wij behandelen het bezwaar alsnog",
        "We deal with the objection after all",
        "De rechter heeft onze beslissing op het bezwaar vernietigd. Wij behandelen het bezwaar alsnog."
        " Wanneer wij dan beslissen, staat in de brief.",
        "The court annulled our decision on the objection. We deal with the objection after all."
        " The letter says by when we then decide.",
    ),
    acts.ObjectionForwarded: _ended(
        "Het bezwaar is doorgestuurd",
        "The objection was forwarded",
        "Een ander bestuursorgaan beslist op het bezwaar. Welk, staat in de brief.",
        "Another authority decides on the objection. The letter says which.",
    ),
    acts.ObjectionWithdrawn: _ended(
        "Het bezwaar is ingetrokken",
        "The objection is withdrawn",
        "Het bezwaar is ingetrokken.",
        "The objection is withdrawn.",
    ),
}
