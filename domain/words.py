"""What people call a status, a task, a term and a date, Dutch and English."""

from __future__ import annotations

from datetime import date
from typing import Literal

from domain.calendar import written
from domain.case import Status
from domain.exceptions import Exceptional
from domain.fact import Text
from domain.figures import Span
from domain.journey import Stop
from domain.matters.exposure import Owing
from domain.people import Role
from domain.status import Phase

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
    Status.REVOKED: Text(nl="ingetrokken door de gemeente", en="revoked"),
    Status.ADMISSIBILITY: Text(nl="bezwaar wordt bekeken", en="objection being examined"),
    Status.REPAIR_AWAITED: Text(nl="wacht op aanvulling van het bezwaar", en="objection to be mended"),
    Status.HEARING: Text(nl="wacht op de hoorzitting", en="awaiting the hearing"),
    Status.OBJECTION_DECISION: Text(
        nl="wacht op een beslissing op bezwaar", en="awaiting a decision on the objection"
    ),
    Status.OBJECTION_DECIDED: Text(nl="beslist op bezwaar", en="objection decided"),
    Status.SETTLED: Text(nl="afgedaan", en="settled"),
    Status.FORWARDED: Text(nl="doorgestuurd", en="forwarded"),
}

PHASES = {
    Phase.APPLICATION: Text(nl="aanvraag", en="application"),
    Phase.PARTICIPATION: Text(nl="deelname", en="participation"),
    Phase.OBJECTION: Text(nl="bezwaar", en="objection"),
    Phase.CLOSED: Text(nl="afgesloten", en="closed"),
}

SPANS = {
    Span.OVER_EIGHT_WEEKS_LATE: Text(nl="meer dan 8 weken te laat", en="more than 8 weeks late"),
    Span.OVER_TWO_WEEKS_LATE: Text(nl="meer dan 2 weken te laat", en="more than 2 weeks late"),
    Span.UP_TO_TWO_WEEKS_LATE: Text(nl="tot 2 weken te laat", en="up to 2 weeks late"),
    Span.WITHIN_TWO_WEEKS: Text(nl="binnen 2 weken", en="within 2 weeks"),
    Span.WITHIN_FOUR_WEEKS: Text(nl="over 3 of 4 weken", en="in 3 or 4 weeks"),
    Span.WITHIN_EIGHT_WEEKS: Text(nl="over 5 tot 8 weken", en="in 5 to 8 weeks"),
}

OWING = {
    Owing.RUNNING: Text(nl="kost elke dag geld", en="costs money each day"),
    Owing.WAITING: Text(nl="twee weken om alsnog te besluiten", en="two weeks to decide after all"),
    Owing.SETTLING: Text(nl="er komt niets meer bij", en="no more is added"),
}

ROLES = {
    Role.COOPERATIVE: Text(nl="coöperatie", en="cooperative"),
    Role.CASEWORKER: Text(nl="klantmanager", en="caseworker"),
    Role.DECIDER: Text(nl="beslisser", en="decider"),
    Role.COORDINATOR: Text(nl="coördinator", en="coordinator"),
    Role.OBJECTIONS_OFFICER: Text(nl="behandelaar bezwaar", en="objections officer"),
    Role.CONTROLLER: Text(nl="controller", en="controller"),
    Role.AUDITOR: Text(nl="auditor", en="auditor"),
    Role.ADMINISTRATOR: Text(nl="functioneel beheerder", en="administrator"),
    Role.CLOCK: Text(nl="de klok", en="the clock"),
}

EXCEPTIONS = {
    Exceptional.DECIDED_LATE: Text(nl="te laat besloten", en="decided late"),
    Exceptional.LAPSED: Text(nl="een termijn ging voorbij", en="a term passed"),
    Exceptional.AGAINST_ADVICE: Text(nl="anders dan het advies", en="against the advice"),
    Exceptional.AGAINST_POLICY: Text(nl="wijkt af van het beleid", en="departs from the policy"),
    Exceptional.CORRECTED: Text(nl="besluit verbeterd", en="decision corrected"),
    Exceptional.REVERSED: Text(nl="besluit teruggenomen", en="decision reversed"),
}

STOPS = {
    Stop.APPLICATION: Text(nl="Aanvraag", en="Application"),
    Stop.COMPLETENESS: Text(nl="Compleet?", en="Complete?"),
    Stop.REVIEW: Text(nl="Beoordeling", en="Review"),
    Stop.DECISION: Text(nl="Besluit", en="Decision"),
    Stop.PARTICIPATION: Text(nl="Meedoen", en="Taking part"),
    Stop.END: Text(nl="Einde", en="End"),
    Stop.OBJECTION: Text(nl="Bezwaar", en="Objection"),
    Stop.EXAMINATION: Text(nl="Bekijken", en="Examination"),
    Stop.HEARING: Text(nl="Hoorzitting", en="Hearing"),
    Stop.OBJECTION_DECISION: Text(nl="Beslissing op bezwaar", en="Decision on the objection"),
    Stop.APPEAL: Text(nl="Beroep mogelijk", en="Appeal possible"),
    Stop.SETTLED: Text(nl="Afgedaan", en="Settled"),
}
"""The parts of the way of a case."""

DUTIES = {
    "completeness_checked": Text(nl="Compleetheid controleren", en="Check what is missing"),
    "supplement_received": Text(nl="Aanvulling sturen", en="Send the supplement"),
    "application_set_aside": Text(nl="Buiten behandeling stellen?", en="Set aside, or take up?"),
    "request_set_aside": Text(nl="Buiten behandeling stellen?", en="Set aside, or take up?"),
    "application_reviewed": Text(nl="Aanvraag beoordelen", en="Review the application"),
    "permission_granted": Text(nl="Besluiten", en="Decide"),
    "view_received": Text(nl="Zienswijze geven", en="Give a view"),
    "progress_reported": Text(nl="Voortgang melden", en="Report the progress"),
    "admissibility_judged": Text(nl="Bezwaar bekijken", en="Examine the objection"),
    "repair_received": Text(nl="Bezwaar aanvullen", en="Mend the objection"),
    "hearing_invited": Text(
        nl="Uitnodigen voor een hoorzitting, of niet?", en="Invite to a hearing, or not?"
    ),
    "hearing_held": Text(nl="Hoorzitting houden", en="Hold the hearing"),
    "committee_advised": Text(nl="Advies van de commissie", en="Advice of the committee"),
    "objection_decided": Text(nl="Beslissen op het bezwaar", en="Decide on the objection"),
    "advice_received": Text(nl="Advies afwachten", en="Await the advice"),
    "court_asked": Text(nl="Bij de rechter navragen", en="Ask the court how it stands"),
    "posting_looked_into": Text(nl="De brief van het besluit posten", en="Post the letter of the decision"),
    "penalty_determined": Text(nl="Dwangsom vaststellen", en="Determine the penalty payment"),
    "penalty_paid": Text(nl="Dwangsom betalen", en="Pay the penalty payment"),
    "question_answered": Text(nl="Vraag beantwoorden", en="Answer the question"),
    "change_assessed": Text(nl="Een melding bekijken", en="Look at what was reported"),
    "permission_suspended": Text(nl="Opschorten, of niet?", en="Suspend, or not?"),
    "permission_revoked": Text(nl="Intrekken, of niet?", en="Revoke, or not?"),
    "trial_evaluated": Text(nl="Proef evalueren", en="Evaluate the trial"),
    "permission_extended_to_full": Text(
        nl="Van proef naar volledig, of niet?", en="From trial to full, or not?"
    ),
    "renewal_advised": Text(nl="Adviseren over de verlenging", en="Advise on the renewal"),
    "permission_renewed": Text(nl="Verlengen, of niet?", en="Renew, or not?"),
    "participation_continued": Text(nl="Herbeoordelen", en="Reassess"),
    "conditions_adjusted": Text(nl="Aanpassen, of niet?", en="Adjust, or not?"),
}
"""What a task asks, by the first kind of act that fulfils it."""

DECISIONS = {
    "application_set_aside": Text(nl="buiten behandeling stellen", en="setting the application aside"),
    "permission_granted": Text(nl="toestemming geven", en="granting the permission"),
    "permission_refused": Text(nl="toestemming weigeren", en="refusing the permission"),
    "conditions_changed": Text(nl="voorwaarden veranderen", en="changing the conditions"),
    "permission_suspended": Text(nl="toestemming opschorten", en="suspending the permission"),
    "permission_extended_to_full": Text(
        nl="proef omzetten in een volledige toestemming", en="making the trial a full permission"
    ),
    "permission_renewed": Text(nl="toestemming verlengen", en="renewing the permission"),
    "renewal_refused": Text(nl="verlenging weigeren", en="refusing the renewal"),
    "permission_revoked": Text(nl="toestemming intrekken", en="revoking the permission"),
    "conditions_adjusted": Text(nl="toestemming aanpassen", en="adjusting the permission"),
    "adjustment_refused": Text(nl="aanpassing weigeren", en="refusing the adjustment"),
    "request_set_aside": Text(nl="verzoek buiten behandeling stellen", en="setting the request aside"),
    "objection_decided": Text(nl="op het bezwaar beslissen", en="deciding on the objection"),
    "penalty_determined": Text(nl="dwangsom vaststellen", en="determining the penalty payment"),
}
"""What a decision that can be corrected does."""

TERMS = {
    "intake": Text(nl="Compleetheid gecontroleerd uiterlijk", en="Checked for completeness by"),
    "supplement": Text(nl="Aanvulling uiterlijk", en="Supplement by"),
    "set_aside": Text(nl="Buiten behandeling stellen uiterlijk", en="Set aside by"),
    "review": Text(nl="Beoordeeld uiterlijk", en="Reviewed by"),
    "decision": Text(nl="Besluit uiterlijk", en="Decision by"),
    "view": Text(nl="Zienswijze uiterlijk", en="View by"),
    "advice": Text(nl="Advies uiterlijk", en="Advice by"),
    "report": Text(nl="Voortgangsverslag uiterlijk", en="Progress report by"),
    "interim_report": Text(nl="Tussentijds verslag uiterlijk", en="Report in between by"),
    "reaction": Text(nl="Reactie van de inwoner uiterlijk", en="Resident's reaction by"),
    "reassessment": Text(nl="Herbeoordeling op", en="Reassessment on"),
    "evaluation": Text(nl="Proef geëvalueerd uiterlijk", en="Trial evaluated by"),
    "objection": Text(nl="Bezwaar mogelijk tot en met", en="Objection possible until"),
    "examination": Text(nl="Bezwaar bekeken uiterlijk", en="Objection examined by"),
    "repair": Text(nl="Bezwaar aangevuld uiterlijk", en="Objection mended by"),
    "hearing": Text(nl="Hoorzitting op", en="Hearing on"),
    "objection_decision": Text(nl="Beslissing op bezwaar uiterlijk", en="Decision on the objection by"),
    "appeal": Text(nl="Beroep mogelijk tot en met", en="Appeal possible until"),
    "court": Text(nl="Navragen bij de rechter uiterlijk", en="Court asked by"),
    "standstill": Text(nl="Toestemming opgeschort tot en met", en="Permission suspended until"),
    "renewal": Text(nl="Besluit over de verlenging uiterlijk", en="Decision on the renewal by"),
    "adjustment": Text(nl="Besluit over de aanpassing uiterlijk", en="Decision on the adjustment by"),
    "penalty_first_day": Text(nl="Dwangsom vanaf", en="Penalty payment from"),
    "penalty_last_day": Text(nl="Dwangsom tot en met", en="Penalty payment until"),
    "penalty_determination": Text(nl="Dwangsom vastgesteld uiterlijk", en="Penalty payment determined by"),
    "penalty_payment": Text(nl="Dwangsom betaald uiterlijk", en="Penalty payment paid by"),
    "expiry": Text(nl="Laatste dag van de toestemming", en="Last day of the permission"),
}
"""What a date is for, by the name of its term in domain/terms.py."""

IN_BRIEF = {
    "application_reviewed": Text(nl="De aanvraag is beoordeeld.", en="The application was reviewed."),
    "change_reported": Text(nl="Er is een wijziging gemeld.", en="A change was reported."),
    "incident_reported": Text(nl="Er is een incident gemeld.", en="An incident was reported."),
    "change_assessed": Text(nl="Een melding is bekeken.", en="A report was looked at."),
    "revocation_proposed": Text(
        nl="Voorgesteld is om de toestemming in te trekken.", en="It was proposed to revoke the permission."
    ),
    "standstill_proposed": Text(
        nl="Voorgesteld is om de toestemming op te schorten.", en="It was proposed to suspend the permission."
    ),
    "adjustment_proposed": Text(nl="Een aanpassing is voorgesteld.", en="An adjustment was proposed."),
    "trial_evaluated": Text(nl="De proef is geëvalueerd.", en="The trial was evaluated."),
    "renewal_advised": Text(
        nl="Er is geadviseerd over de verlenging.", en="There was advice on the renewal."
    ),
    "set_aside_proposed": Text(
        nl="De gemeente vindt dat er nog iets ontbreekt.",
        en="The municipality finds that something is still missing.",
    ),
    "advice_requested": Text(nl="Er is om advies gevraagd.", en="Advice was requested."),
    "advice_received": Text(nl="Het advies is er.", en="The advice came in."),
    "advice_forgone": Text(nl="Het advies is niet meer nodig.", en="The advice is needed no more."),
    "admissibility_judged": Text(
        nl="Bekeken is of het bezwaar behandeld kan worden.",
        en="It was looked at whether the objection can be dealt with.",
    ),
    "court_asked": Text(
        nl="Bij de rechter is nagevraagd hoe het beroep ervoor staat.",
        en="The court was asked how the appeal stands.",
    ),
    "posting_looked_into": Text(
        nl="Nagegaan is waarom een brief nog niet verzonden is.",
        en="It was looked into why a letter was not sent yet.",
    ),
    "resident_reacted": Text(nl="De inwoner heeft gereageerd.", en="The resident has reacted."),
    "committee_advised": Text(nl="De adviescommissie gaf advies.", en="The committee gave its advice."),
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
