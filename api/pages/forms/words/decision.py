"""Review, view and decision, and a decision that is corrected or taken again."""

from __future__ import annotations

from api.pages.forms.words.label import Labels, Titles, field, title
from domain import acts
from domain.words import DUTIES

TITLES: Titles = {
    acts.ApplicationReviewed: DUTIES["application_reviewed"],
    acts.ViewInvited: title("Om een zienswijze vragen", "Ask for a view"),
    acts.ViewReceived: DUTIES["view_received"],
    acts.PermissionGranted: title("Toestemming verlenen", "Grant the permission"),
    acts.PermissionRefused: title("Toestemming weigeren", "Refuse the permission"),
    acts.ReviewReturned: title("Terugsturen naar de beoordelaar", "Send back to the reviewer"),
    acts.DecisionCorrected: title("Een fout in het besluit herstellen", "Correct a slip in the decision"),
    acts.DecisionReversed: title("Het besluit opnieuw nemen", "Take the decision again"),
}

LABELS: Labels = {
    (acts.ApplicationReviewed, "findings"): field(
        "Oordeel per criterium", "Finding on each criterion", one=("criterium", "criterion")
    ),
    (acts.Finding, "criterion"): field("Criterium", "Criterion"),
    (acts.Finding, "answer"): field("Is eraan voldaan?", "Is it met?"),
    (acts.Finding, "reason"): field("Waarom?", "Why?"),
    (acts.ApplicationReviewed, "reasoning"): field("Waarom dit advies?", "Why this advice?"),
    (acts.ViewInvited, "intention"): field(
        "Wat wil de gemeente besluiten, en waarom?",
        "What does the municipality mean to decide, and why?",
        hint=("Dit komt in de brief aan de inwoner.", "This is put in the letter to the resident."),
    ),
    (acts.ViewInvited, "until"): field(
        "Tot en met welke dag kan de inwoner reageren?",
        "Until which day can the resident react?",
        hint=(
            "Laat dit leeg voor de gewone termijn van het beleid.",
            "Leave this empty for the usual period of the policy.",
        ),
    ),
    (acts.ViewReceived, "view"): field("Wat vindt de inwoner ervan?", "What does the resident think?"),
    (acts.PermissionGranted, "valid_from"): field(
        "Eerste dag van de toestemming", "First day of the permission"
    ),
    (acts.PermissionGranted, "hours_a_year"): field(
        "Hoeveel uur per jaar hoogstens?",
        "How many hours a year at most?",
        hint=(
            "Alleen als er ook voor een heel jaar een grens is.",
            "Only when there is a limit for a whole year too.",
        ),
    ),
    (acts.PermissionGranted, "form"): field("Wat voor toestemming?", "Which kind of permission?"),
    (acts.PermissionGranted, "income"): field(
        "Wat gebeurt er met wat de deelnemer verdient?", "What happens with what the participant earns?"
    ),
    (acts.PermissionGranted, "fee_agreed"): field(
        "Betaalt de gemeente de coöperatie een vergoeding?",
        "Does the municipality pay the cooperative a fee?",
    ),
    (acts.PermissionGranted, "reasons"): field("Redenen uit de lijst", "Reasons from the list"),
    (acts.DecisionCorrected, "wrong"): field("Wat staat er verkeerd?", "What is wrong?"),
    (acts.DecisionCorrected, "right"): field("Wat moet er staan?", "What must it be?"),
    (acts.DecisionCorrected, "decision"): field(
        "Het hele besluit, zoals het moet zijn", "The whole decision, as it must read"
    ),
    (acts.DecisionCorrected, "view_waived"): field(
        "Is er om een zienswijze op andere woorden van een voorwaarde gevraagd?",
        "Was a view asked for on other words of a condition?",
        none=("Ja, of elke voorwaarde houdt haar woorden", "Yes, or each condition keeps its words"),
    ),
    (acts.DecisionReversed, "decide_by"): field(
        "Wanneer komt het nieuwe besluit?",
        "By when does the new decision come?",
        hint=(
            "Kies een werkdag, niet later dan bij een aanvraag van vandaag.",
            "Choose a working day, no later than for an application of today.",
        ),
    ),
}
