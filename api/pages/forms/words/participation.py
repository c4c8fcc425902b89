"""From permission to its end: reports, changes, reassessments, and what becomes of the permission."""

from __future__ import annotations

from api.pages.forms.words.label import Labels, Titles, field, title
from domain import acts
from domain.words import DUTIES

TITLES: Titles = {
    acts.ProgressReported: DUTIES["progress_reported"],
    acts.ResidentReacted: title("Reactie van de inwoner vastleggen", "Register the resident's reaction"),
    acts.ParticipationContinued: title("Zo laten doorgaan", "Let it go on as it is"),
    acts.ConditionsChanged: title("Laten doorgaan, maar anders", "Let it go on, but differently"),
    acts.ParticipationEnded: title("Deelname beëindigen", "End the participation"),
    acts.EndingWithdrawn: title("Toch doorgaan met de deelname", "Go on with the participation after all"),
    acts.ChangeReported: title("Wijziging melden", "Report a change"),
    acts.IncidentReported: title("Incident melden", "Report an incident"),
    acts.ChangeAssessed: DUTIES["change_assessed"],
    acts.PermissionSuspended: title("Toestemming opschorten", "Suspend the permission"),
    acts.PermissionReinstated: title("Opschorting beëindigen", "Lift the suspension"),
    acts.StandstillProposed: title("Voorstellen om op te schorten", "Propose to suspend"),
    acts.StandstillDropped: title("Niet opschorten", "Do not suspend"),
    acts.RevocationProposed: title("Voorstellen om in te trekken", "Propose to revoke"),
    acts.PermissionRevoked: title("Toestemming intrekken", "Revoke the permission"),
    acts.RevocationDropped: title("Niet intrekken", "Do not revoke"),
    acts.TrialEvaluated: DUTIES["trial_evaluated"],
    acts.TrialLeftToEnd: title("Proef laten aflopen", "Let the trial end"),
    acts.PermissionExtendedToFull: title("Van proef naar volledig", "From trial to full"),
    acts.AdjustmentRequested: title("Andere uren of voorwaarden vragen", "Ask for other hours or conditions"),
    acts.AdjustmentProposed: title("Aanpassing voorstellen", "Propose an adjustment"),
    acts.ConditionsAdjusted: title("Toestemming aanpassen", "Adjust the permission"),
    acts.AdjustmentRefused: title("Niet aanpassen", "Refuse the adjustment"),
    acts.AdjustmentDropped: title("Aanpassing terugnemen", "Take the adjustment back"),
    acts.RenewalRequested: title("Verlenging aanvragen", "Ask for a renewal"),
    acts.RenewalWithdrawn: title("Verzoek om te verlengen intrekken", "Withdraw the request to renew"),
    acts.RenewalAdvised: DUTIES["renewal_advised"],
    acts.PermissionRenewed: title("Toestemming verlengen", "Renew the permission"),
    acts.RenewalRefused: title("Niet verlengen", "Refuse the renewal"),
}

NO_HEALTH = ("Schrijf niets op over iemands gezondheid.", "Write nothing about anybody's health.")

CONDITIONS_TO_BE = field(
    "Voorwaarden",
    "Conditions",
    hint=("Alle die gaan gelden, ook die blijven.", "All that are to count, also those that stay."),
    one=("voorwaarde", "condition"),
)
MESSAGE_KEPT = field(
    "Waar staat het bericht hierover?",
    "Where is the message about this kept?",
    hint=(
        "Nodig als u vastlegt wat de inwoner of de coöperatie liet weten.",
        "Needed when you register what the resident or the cooperative let you know.",
    ),
)
WHICH_ADJUSTMENT = field("Welke aanpassing?", "Which adjustment?")

LABELS: Labels = {
    (acts.ProgressReported, "period_from"): field(
        "Eerste dag van de periode",
        "First day of the period",
        hint=(
            "De dag na het vorige verslag; van het eerste verslag de eerste dag van de toestemming.",
            "The day after the report before; of the first report the first day of the permission.",
        ),
    ),
    (acts.ProgressReported, "period_until"): field(
        "Laatste dag van de periode",
        "Last day of the period",
        hint=("Vandaag of eerder: een verslag kijkt terug.", "Today or before: a report looks back."),
    ),
    (acts.ProgressReported, "hours"): field(
        "Hoeveel uur is er gewerkt?",
        "How many hours were worked?",
        hint=("In de hele periode.", "In the whole period."),
    ),
    (acts.ProgressReported, "income_cents"): field(
        "Hoeveel is er verdiend?",
        "How much was earned?",
        hint=("In euro's, in de hele periode.", "In euros, in the whole period."),
    ),
    (acts.ProgressReported, "activities"): field(
        "Wat is er gedaan?",
        "What was done?",
        hint=(
            (
                "Een van de twee is nodig: dit met de vraag hieronder, of waarom er niets is gedaan."
                f" {NO_HEALTH[0]}"
            ),
            f"One of the two is needed: this with the question below, or why nothing was done. {NO_HEALTH[1]}",
        ),
        is_alternative=True,
    ),
    (acts.ProgressReported, "results"): field(
        "Wat leverde het op?",
        "What came of it?",
        hint=(
            "Een van de twee is nodig: dit met de vraag hierboven, of waarom er niets is gedaan.",
            "One of the two is needed: this with the question above, or why nothing was done.",
        ),
        is_alternative=True,
    ),
    (acts.ProgressReported, "enclosures"): field(
        "Facturen en andere documenten",
        "Invoices and other documents",
        hint=(
            "Alleen wat laat zien wat er is gedaan en verdiend. Stuur niets over iemands gezondheid.",
            "Only what shows what was done and earned. Send nothing about anybody's health.",
        ),
        one=("document", "document"),
    ),
    (acts.ProgressReported, "nothing_done_because"): field(
        "Is er niets gedaan? Waarom niet?",
        "Was nothing done? Why not?",
        hint=(
            (
                "Een van de twee is nodig: dit, of wat er is gedaan en wat dat opleverde."
                " Vul bij uren en verdiensten 0 in als u dit invult, en laat die twee vragen leeg."
            ),
            (
                "One of the two is needed: this, or what was done and what came of it."
                " Fill in 0 for hours and earnings where you fill in this, and leave those two questions empty."
            ),
        ),
        is_alternative=True,
    ),
    (acts.ResidentReacted, "reaction"): field(
        "Hoe ziet de inwoner het zelf?", "How does the resident see it?", hint=NO_HEALTH, is_alternative=True
    ),
    (acts.ResidentReacted, "declined_because"): field(
        "Wil de inwoner niet reageren? Waarom niet?",
        "Does the resident not want to react? Why not?",
        hint=("Vul een van deze twee vragen in.", "Fill in one of these two questions."),
        is_alternative=True,
    ),
    (acts.ParticipationEnded, "on_behalf_of"): field("Wie wil stoppen?", "Who wants to stop?"),
    (acts.ParticipationEnded, "ends_on"): field("Laatste dag", "Last day"),
    (acts.ParticipationEnded, "message"): MESSAGE_KEPT,
    (acts.EndingWithdrawn, "message"): MESSAGE_KEPT,
    (acts.ParticipationEnded, "transferred_to"): field(
        "Gaat de inwoner verder bij een andere coöperatie?",
        "Does the resident go on at another cooperative?",
        hint=(
            "Die coöperatie vraagt dan zelf toestemming aan.",
            "That cooperative then applies for permission itself.",
        ),
        none=("Nee", "No"),
    ),
    (acts.ParticipationEnded, "transferred_to_name"): field(
        "Naam van die coöperatie", "Name of that cooperative"
    ),
    (acts.ChangeReported, "change"): field("Wat is er veranderd?", "What has changed?", hint=NO_HEALTH),
    (acts.ChangeReported, "since"): field("Sinds wanneer?", "Since when?"),
    (acts.IncidentReported, "incident"): field("Wat is er gebeurd?", "What happened?", hint=NO_HEALTH),
    (acts.IncidentReported, "severity"): field("Hoe ernstig is het?", "How bad is it?"),
    (acts.IncidentReported, "happened_on"): field("Wanneer gebeurde het?", "When did it happen?"),
    (acts.ChangeAssessed, "about"): field("Welke melding?", "Which report?"),
    (acts.ChangeAssessed, "conclusion"): field("Wat volgt hieruit?", "What follows from it?"),
    (acts.AdjustmentRequested, "on_behalf_of"): field("Wie vraagt dit?", "Who asks for this?"),
    (acts.AdjustmentRequested, "conditions"): CONDITIONS_TO_BE,
    (acts.AdjustmentProposed, "conditions"): CONDITIONS_TO_BE,
    (acts.ConditionsAdjusted, "conditions"): CONDITIONS_TO_BE,
    (acts.ConditionsAdjusted, "about"): WHICH_ADJUSTMENT,
    (acts.AdjustmentRefused, "about"): WHICH_ADJUSTMENT,
    (acts.AdjustmentDropped, "about"): WHICH_ADJUSTMENT,
    (acts.PermissionSuspended, "suspended_from"): field(
        "Eerste dag van de opschorting",
        "First day of the suspension",
        hint=("Vanaf deze dag mag de inwoner niet meedoen.", "From this day the resident may not take part."),
    ),
    (acts.PermissionSuspended, "suspended_until"): field(
        "Laatste dag van de opschorting", "Last day of the suspension"
    ),
    (acts.PermissionReinstated, "holds_from"): field(
        "Vanaf welke dag mag de inwoner weer meedoen?", "From which day may the resident take part again?"
    ),
    (acts.PermissionRevoked, "revoked_from"): field(
        "Vanaf welke dag geldt de toestemming niet meer?",
        "From which day does the permission no longer hold?",
    ),
    (acts.RenewalWithdrawn, "request"): field("Welk verzoek?", "Which request?"),
    (acts.RenewalRequested, "valid_until"): field(
        "Tot en met welke dag wilt u verlengen?", "Until which day do you want to renew?"
    ),
}
