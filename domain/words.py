"""What people call a status, a task, a term and a date, Dutch and English."""

from __future__ import annotations

from datetime import date
from typing import Literal

from domain.calendar import written
from domain.case import Status
from domain.fact import Text

Language = Literal["nl", "en"]

STATUSES = {
    Status.COMPLETENESS_CHECK: Text(nl="wordt op compleetheid gecontroleerd", en="being checked"),
    Status.SUPPLEMENT_AWAITED: Text(nl="wacht op aanvulling", en="awaiting a supplement"),
    Status.SETTING_ASIDE: Text(nl="niet aangevuld", en="not supplied in time"),
    Status.REVIEW: Text(nl="in beoordeling", en="being reviewed"),
    Status.DECISION: Text(nl="wacht op een besluit", en="awaiting a decision"),
    Status.VIEW_AWAITED: Text(nl="wacht op een zienswijze", en="awaiting a view"),
    Status.PARTICIPATION: Text(nl="doet mee", en="taking part"),
    Status.REPORT_AWAITED: Text(nl="wacht op het voortgangsverslag", en="awaiting a progress report"),
    Status.REASSESSMENT: Text(nl="in herbeoordeling", en="being reassessed"),
    Status.WITHDRAWN: Text(nl="ingetrokken", en="withdrawn"),
    Status.SET_ASIDE: Text(nl="buiten behandeling gesteld", en="set aside"),
    Status.REFUSED: Text(nl="geweigerd", en="refused"),
    Status.ENDED: Text(nl="beëindigd", en="ended"),
    Status.EXPIRED: Text(nl="afgelopen", en="came to its end"),
}

DUTIES = {
    "completeness_checked": Text(nl="Compleetheid controleren", en="Check what is missing"),
    "supplement_received": Text(nl="Aanvulling sturen", en="Send the supplement"),
    "application_set_aside": Text(nl="Buiten behandeling stellen?", en="Set aside, or take up?"),
    "application_reviewed": Text(nl="Aanvraag beoordelen", en="Review the application"),
    "permission_granted": Text(nl="Besluiten", en="Decide"),
    "view_received": Text(nl="Zienswijze geven", en="Give a view"),
    "progress_reported": Text(nl="Voortgang melden", en="Report the progress"),
    "participation_continued": Text(nl="Herbeoordelen", en="Reassess"),
}
"""What a task asks, by the first kind of act that fulfils it."""

TERMS = {
    "intake": Text(nl="Compleet? Gecontroleerd uiterlijk", en="Checked for completeness by"),
    "supplement": Text(nl="Aanvulling uiterlijk", en="Supplement by"),
    "set_aside": Text(nl="Buiten behandeling stellen uiterlijk", en="Set aside by"),
    "review": Text(nl="Beoordeeld uiterlijk", en="Reviewed by"),
    "decision": Text(nl="Besluit uiterlijk", en="Decision by"),
    "view": Text(nl="Zienswijze uiterlijk", en="View by"),
    "report": Text(nl="Voortgangsverslag uiterlijk", en="Progress report by"),
    "reassessment": Text(nl="Herbeoordeling op", en="Reassessment on"),
    "expiry": Text(nl="Laatste dag van de toestemming", en="Last day of the permission"),
}
"""What a date is for, by the name of its term in domain/terms.py."""

IN_BRIEF = {
    "application_reviewed": Text(nl="De aanvraag is beoordeeld.", en="The application was reviewed."),
    "set_aside_proposed": Text(
        nl="De gemeente vindt dat er nog iets ontbreekt.",
        en="The municipality finds that something is still missing.",
    ),
}
"""An act of which a reader sees no more than that it happened."""


def in_language(text: Text, language: Language) -> str:
    """One of the two languages of a text."""
    return text.nl if language == "nl" else text.en


def day(on: date, language: Language) -> str:
    """A date as people write it: 3 maart 2026."""
    return in_language(written(on), language)


def duty(kind: str, language: Language) -> str:
    """What a task asks of somebody."""
    return in_language(DUTIES[kind], language) if kind in DUTIES else kind.replace("_", " ")


def term(name: str, language: Language) -> str:
    """What a date is for."""
    return in_language(TERMS[name], language) if name in TERMS else name.replace("_", " ")
