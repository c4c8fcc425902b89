"""Which message an act calls for: to the cooperative by mail, in plain Dutch and English, without personal data.

A notice is no letter. Where its act calls for one, it says that the letter lies ready, to be fetched after signing in.
"""

from __future__ import annotations

from typing import Any

from domain import acts, periods, terms
from domain.by_a_court import is_by_a_court
from domain.case import Case, Entry
from domain.fact import Fact, Text
from domain.letters.contents import LETTERS
from domain.notices import adjustment, correction, matters, objection, permission, term
from domain.notices.phrases import Messages, closes_or_not, decides_by, in_dutch, in_english, plain

LETTER_READY = Text(
    nl="De brief hierover staat in de zaak. Meld u aan om hem te lezen.",
    en="The letter about this is in the case. Sign in to read it.",
)


class Notice(Fact):
    """A message about a case; the act that calls for it is its version."""

    number: str
    version: int
    kind: str
    cooperative: str
    subject: Text
    body: Text


def called_for(case: Case, entry: Entry) -> Notice | None:
    """The message that an act calls for, if any."""
    written, letter = MESSAGES.get(type(entry.act)), LETTERS.get(type(entry.act))
    then = case.up_to(entry.version)
    is_for_others = letter is not None and acts.Addressee.COOPERATIVE not in letter.goes_to(then)
    is_not_called_for = letter is not None and not letter.is_called_for(then, entry)
    said = written and written(case, entry.act)
    if said is None or is_for_others or is_not_called_for or is_by_a_court(case, entry):
        return None
    subject, body = said
    if letter:
        body = Text(nl=f"{body.nl}\n\n{LETTER_READY.nl}", en=f"{body.en}\n\n{LETTER_READY.en}")
    return Notice(
        number=case.number,
        version=entry.version,
        kind=entry.act.kind,
        cooperative=case.cooperative,
        subject=subject,
        body=body,
    )


def _received(case: Case, _: Any) -> tuple[Text, Text]:
    return (
        Text(nl="Uw aanvraag is binnen", en="Your application has come in"),
        Text(
            nl=f"Wij hebben uw aanvraag ontvangen op {in_dutch(case.received_on)}. Wij kijken nu of alles erbij zit.",
            en=f"We received your application on {in_english(case.received_on)}. We now check whether it is complete.",
        ),
    )


def _withdrawn(case: Case, _: Any) -> tuple[Text, Text]:
    last = closes_or_not(case)
    return (
        Text(nl="De aanvraag is ingetrokken", en="The application is withdrawn"),
        Text(nl=f"De aanvraag is ingetrokken. {last.nl}", en=f"The application is withdrawn. {last.en}"),
    )


def _missing(case: Case, act: acts.SupplementRequested) -> tuple[Text, Text]:
    items = [item.title for item in case.policy.items if item.code in act.missing]
    nl = "\n".join(f"- {title.nl}" for title in items)
    en = "\n".join(f"- {title.en}" for title in items)
    asked = next(each for each in reversed(case.entries) if each.act is act)
    still = Text(nl="", en="")
    if asked.on <= terms.decision_on(case, asked.about).due_on:
        still = Text(
            nl="\nTot dan staat de beslistermijn stil.", en="\nUntil then the term to decide stands still."
        )
    return (
        Text(nl="Wij missen nog iets", en="Something is missing"),
        Text(
            nl=f"Stuur ons uiterlijk {in_dutch(act.until)}:\n{nl}{still.nl}",
            en=f"Please send us by {in_english(act.until)}:\n{en}{still.en}",
        ),
    )


def _missing_still(case: Case, _: Any) -> tuple[Text, Text]:
    reminded = case.last(acts.SupplementReminded)
    found = case.last_in(reminded[0].about if reminded else None, acts.SupplementRequested)
    until = periods.last_day(case, found[0]) if found else case.received_on
    return (
        Text(nl="Herinnering: wij missen nog iets", en="Reminder: something is still missing"),
        Text(
            nl=f"U hebt nog tot en met {in_dutch(until)} om aan te vullen wat wij vroegen."
            " Daarna kan het zijn dat wij niet behandelen wat u vroeg.",
            en=f"You have until {in_english(until)} to send what we asked for."
            " After that what you asked may not be dealt with.",
        ),
    )


def _supplied(case: Case, act: acts.SupplementReceived) -> tuple[Text, Text]:
    entry = next(each for each in reversed(case.entries) if each.act is act)
    when = decides_by(case, terms.last_decision_on(case, terms.supplied_to(case, entry)).due_on)
    return (
        Text(nl="Uw aanvulling is binnen", en="What you sent later has come in"),
        Text(
            nl=f"Wij kijken nu of wij alles hebben. {when.nl}",
            en=f"We now check whether we have everything. {when.en}",
        ),
    )


def _view_asked(case: Case, act: acts.ViewInvited) -> tuple[Text, Text]:
    until = next(terms.view_in(case, e.about) for e in reversed(case.entries) if e.act is act).due_on
    return (
        Text(nl="U kunt uw zienswijze geven", en="You can give your view"),
        Text(
            nl="Wij zijn van plan een besluit te nemen dat nadelig is. Welk besluit en waarom staat in de brief."
            f" U kunt daarop reageren tot en met {in_dutch(until)}.",
            en="We intend to take a decision that is a disadvantage. The letter says which one and why."
            f" You can respond until {in_english(until)}.",
        ),
    )


def _granted(case: Case, act: acts.PermissionGranted) -> tuple[Text, Text]:
    nl, en = ("gold", "held") if act.valid_until < case.entries[-1].on else ("geldt", "holds")
    return (
        Text(nl="De toestemming is gegeven", en="The permission is granted"),
        Text(
            nl=f"De toestemming {nl} van {in_dutch(act.valid_from)} tot en met {in_dutch(act.valid_until)},"
            f" voor {act.hours_a_week} uur per week. De voorwaarden staan in de brief.",
            en=f"The permission {en} from {in_english(act.valid_from)}"
            f" up to and including {in_english(act.valid_until)},"
            f" for {act.hours_a_week} hours a week. The conditions stand in the letter.",
        ),
    )


def _report_asked(_: Case, act: acts.ReportRequested) -> tuple[Text, Text]:
    return (
        Text(nl="Wilt u ons vertellen hoe het gaat?", en="Would you tell us how it goes?"),
        Text(
            nl=f"Op {in_dutch(act.reassessment_on)} kijken wij opnieuw naar de toestemming."
            " Stuur ons daarvoor een voortgangsrapportage, ook als er niets gedaan is."
            " Vraag ook aan de inwoner hoe hij het zelf ziet.",
            en=f"On {in_english(act.reassessment_on)} we look at the permission again."
            " Please send us a progress report for it, also when nothing was done."
            " Please ask the resident too how he sees it himself.",
        ),
    )


def _interim_report_asked(_: Case, act: acts.InterimReportRequested) -> tuple[Text, Text]:
    first, last = act.period_from, act.period_until
    return (
        Text(nl="Uw verslag over de afgelopen tijd", en="Your report on the last months"),
        Text(
            nl=f"Stuur ons een voortgangsrapportage over {in_dutch(first)} tot en met {in_dutch(last)},"
            " ook als er niets gedaan is.",
            en=f"Please send us a progress report on {in_english(first)} up to and including {in_english(last)},"
            " also when nothing was done.",
        ),
    )


def _end_announced(_: Case, act: acts.EndAnnounced) -> tuple[Text, Text]:
    return (
        Text(nl="De toestemming eindigt binnenkort", en="The permission ends soon"),
        Text(
            nl=f"De laatste dag van de toestemming is {in_dutch(act.ends_on)}."
            " Wil de inwoner daarna verder, vraag dan nu om te verlengen. Hoe, staat in de brief.",
            en=f"The last day of the permission is {in_english(act.ends_on)}."
            " If the resident wants to go on after that, ask now to renew it. The letter says how.",
        ),
    )


REPORT_MISSING = plain(
    "Herinnering: uw voortgangsrapportage",
    "Reminder: your progress report",
    "Wij hebben uw voortgangsrapportage nog niet. Stuur haar ook als er niets gedaan is.",
    "We do not have your progress report yet. Please send it, also when nothing was done.",
)

MESSAGES: Messages = {
    **matters.MESSAGES,
    acts.ApplicationReceived: _received,
    acts.SupplementRequested: _missing,
    acts.SupplementReminded: _missing_still,
    acts.SupplementReceived: _supplied,
    acts.ApplicationSetAside: plain(
        "Wij behandelen uw aanvraag niet",
        "We do not deal with your application",
        "De aanvraag is niet op tijd volledig geworden. Waarom wij haar niet behandelen, staat in de brief.",
        "The application did not become complete in time. The letter says why we do not deal with it.",
    ),
    acts.ApplicationWithdrawn: _withdrawn,
    acts.RequestSetAside: plain(
        "Wij behandelen uw verzoek niet",
        "We do not deal with your request",
        "Het verzoek is niet op tijd volledig geworden. Waarom wij het niet behandelen, staat in de brief.",
        "The request did not become complete in time. The letter says why we do not deal with it.",
    ),
    acts.ViewInvited: _view_asked,
    acts.PermissionGranted: _granted,
    acts.PermissionRefused: plain(
        "De toestemming is geweigerd",
        "The permission is refused",
        "Wij geven geen toestemming. De redenen staan in de brief.",
        "We do not grant the permission. The letter has the reasons.",
    ),
    acts.ReportRequested: _report_asked,
    acts.InterimReportRequested: _interim_report_asked,
    **dict.fromkeys((acts.ReportReminded, acts.InterimReportReminded), REPORT_MISSING),
    acts.ParticipationContinued: plain(
        "De deelname gaat door",
        "The participation continues",
        "Wij hebben opnieuw gekeken: de deelname gaat door zoals zij was.",
        "We looked again: the participation continues as it was.",
    ),
    acts.ConditionsChanged: plain(
        "De deelname gaat door op andere voorwaarden",
        "The participation continues on other conditions",
        "Wij hebben opnieuw gekeken. De nieuwe voorwaarden staan in de brief.",
        "We looked again. The new conditions stand in the letter.",
    ),
    acts.ParticipationEnded: plain(
        "De deelname eindigt",
        "The participation ends",
        "De deelname eindigt. De laatste dag en de reden staan in de brief.",
        "The participation ends. The letter has the last day and the reason.",
    ),
    acts.EndingWithdrawn: plain(
        "De deelname gaat door",
        "The participation goes on",
        "De deelname eindigt niet op de dag die was doorgegeven. Tot wanneer zij wel loopt, staat in de brief.",
        "The participation does not end on the day that we were told. The letter says until when it goes on.",
    ),
    acts.EndAnnounced: _end_announced,
    **term.MESSAGES,
    **permission.MESSAGES,
    **adjustment.MESSAGES,
    **correction.MESSAGES,
    **objection.MESSAGES,
}
"""What is not here is told by no message."""
