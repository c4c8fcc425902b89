"""What becomes of a permission while somebody takes part."""

from __future__ import annotations

from typing import Any

from domain import acts, terms
from domain.case import Case
from domain.fact import Text
from domain.notices.phrases import Messages, closes_or_not, decides_by, in_dutch, in_english, plain


def _suspended(_: Case, act: acts.PermissionSuspended) -> tuple[Text, Text]:
    return (
        Text(nl="De toestemming is opgeschort", en="The permission is suspended"),
        Text(
            nl=f"Van {in_dutch(act.suspended_from)} tot en met {in_dutch(act.suspended_until)} geldt de"
            " toestemming niet: de inwoner mag dan niet meedoen. Waarom staat in de brief.",
            en=f"From {in_english(act.suspended_from)} up to and including {in_english(act.suspended_until)}"
            " the permission does not hold: the resident may not take part then. The letter says why.",
        ),
    )


def _reinstated(_: Case, act: acts.PermissionReinstated) -> tuple[Text, Text]:
    return (
        Text(nl="De toestemming geldt weer", en="The permission holds again"),
        Text(
            nl=f"Vanaf {in_dutch(act.holds_from)} mag de inwoner weer meedoen.",
            en=f"From {in_english(act.holds_from)} the resident may take part again.",
        ),
    )


def _revoked(_: Case, act: acts.PermissionRevoked) -> tuple[Text, Text]:
    return (
        Text(nl="De toestemming is ingetrokken", en="The permission is revoked"),
        Text(
            nl=f"Vanaf {in_dutch(act.revoked_from)} mag de inwoner niet meer meedoen. De redenen staan in de brief.",
            en=f"From {in_english(act.revoked_from)} the resident may take part no more. The letter has the reasons.",
        ),
    )


def _longer(_: Case, act: acts.PermissionExtendedToFull | acts.PermissionRenewed) -> tuple[Text, Text]:
    return (
        Text(nl="De toestemming geldt langer", en="The permission lasts longer"),
        Text(
            nl=f"De toestemming geldt nu tot en met {in_dutch(act.valid_until)}. De brief zegt op welke voorwaarden.",
            en=f"The permission now lasts up to and including {in_english(act.valid_until)}."
            " The letter says on which conditions.",
        ),
    )


def _expired(case: Case, _: Any) -> tuple[Text, Text]:
    last = closes_or_not(case)
    if case.overturned is not None:
        last = Text(nl="Wij nemen nog wel een nieuw besluit.", en="We do still take a new decision.")
    elif due := terms.renewal(case):
        nl = f"Over de verlenging beslissen wij nog: de termijn daarvoor is {in_dutch(due.due_on)}."
        en = f"We are still to decide on the renewal: the term for that is {in_english(due.due_on)}."
        last = Text(
            nl=f"{nl} Tot dat besluit mag de inwoner niet meedoen.",
            en=f"{en} Until that decision the resident may not take part.",
        )
    elif due := terms.adjustment(case):
        nl = f"Over het verzoek om aan te passen beslissen wij nog: de termijn daarvoor is {in_dutch(due.due_on)}."
        en = (
            f"We are still to decide on the request to adjust: the term for that is {in_english(due.due_on)}."
        )
        last = Text(nl=nl, en=en)
    return (
        Text(nl="De toestemming is afgelopen", en="The permission has run out"),
        Text(
            nl=f"De looptijd van de toestemming is voorbij. {last.nl}",
            en=f"The term of the permission is over. {last.en}",
        ),
    )


def _renewal_asked(case: Case, _: Any) -> tuple[Text, Text]:
    due = terms.renewal(case)
    assert due is not None
    when = decides_by(case, due.due_on)
    return (
        Text(nl="Uw verzoek om te verlengen is binnen", en="Your request to renew has come in"),
        Text(
            nl=f"Wij hebben uw verzoek ontvangen. {when.nl}",
            en=f"We received your request. {when.en}",
        ),
    )


MESSAGES: Messages = {
    acts.PermissionSuspended: _suspended,
    acts.PermissionReinstated: _reinstated,
    acts.PermissionResumed: plain(
        "De toestemming geldt weer",
        "The permission holds again",
        "De opschorting is afgelopen: de inwoner mag weer meedoen.",
        "The suspension is over: the resident may take part again.",
    ),
    acts.StandstillDropped: plain(
        "De toestemming wordt niet opgeschort",
        "The permission is not suspended",
        "Wij schorten de toestemming niet op: zij blijft zoals zij is.",
        "We do not suspend the permission: it stays as it is.",
    ),
    acts.PermissionRevoked: _revoked,
    acts.RevocationDropped: plain(
        "De toestemming wordt niet ingetrokken",
        "The permission is not revoked",
        "Wij trekken de toestemming niet in: zij blijft zoals zij is.",
        "We do not revoke the permission: it stays as it is.",
    ),
    acts.TrialLeftToEnd: plain(
        "De proef loopt af",
        "The trial comes to its end",
        "Wij maken van de proef geen volledige toestemming. Waarom, en wat u nog kunt doen, staat in de brief.",
        "We do not make the trial a full permission. The letter says why, and what you can still do.",
    ),
    acts.PermissionExtendedToFull: _longer,
    acts.RenewalRequested: _renewal_asked,
    acts.RenewalWithdrawn: plain(
        "Uw verzoek om te verlengen is ingetrokken",
        "Your request to renew is withdrawn",
        "Wij beslissen er niet meer over. De toestemming eindigt op de dag die in het besluit staat.",
        "We decide on it no more. The permission ends on the day that the decision says.",
    ),
    acts.PermissionExpired: _expired,
    acts.RenewalLapsed: plain(
        "Uw verzoek om te verlengen is vervallen",
        "Your request to renew has lapsed",
        "Wij beslissen er niet meer over: er is geen toestemming meer om te verlengen. Waarom staat in de brief.",
        "We decide on it no more: there is no permission left to renew. The letter says why.",
    ),
    acts.PermissionRenewed: _longer,
    acts.RenewalRefused: plain(
        "De toestemming wordt niet verlengd",
        "The permission is not renewed",
        "Wij verlengen de toestemming niet. De redenen staan in de brief.",
        "We do not renew the permission. The letter has the reasons.",
    ),
}
