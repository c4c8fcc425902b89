"""Fields that mean the same in every act."""

from __future__ import annotations

from api.pages.forms.words.label import Label, field

ALIKE: dict[str, Label] = {
    "received_on": field(
        "Wanneer kwam het binnen?",
        "When did it come in?",
        hint=(
            "Vul dit in als het op een andere dag binnenkwam dan vandaag.",
            "Fill this in when it came in on another day than today.",
        ),
    ),
    "reasoning": field(
        "Waarom?",
        "Why?",
        hint=(
            "Schrijf het zo op dat de inwoner het begrijpt.",
            "Write it so that the resident understands it.",
        ),
    ),
    "reason": field("Waarom?", "Why?"),
    "explanation": field("Uitleg", "Explanation"),
    "until": field("Tot en met welke dag?", "Until which day?"),
    "hours_a_week": field("Hoeveel uur per week?", "How many hours a week?"),
    "conditions": field(
        "Voorwaarden",
        "Conditions",
        hint=(
            "Waar moet de deelnemer of de coöperatie zich aan houden? Eén voorwaarde per regel.",
            "What must the participant or the cooperative keep to? One condition a line.",
        ),
        one=("voorwaarde", "condition"),
    ),
    "valid_until": field("Laatste dag van de toestemming", "Last day of the permission"),
    "grounds": field("Op welke gronden?", "On which grounds?"),
    "deviation": field(
        "Waarom wijkt dit af van het beleid?",
        "Why does this depart from the policy?",
        hint=(
            "Alleen als het beleid anders zegt: ruimer of krapper, of anders dan het oordeel per criterium (Awb 4:84).",
            "Only when the policy says otherwise: more or less, or not what the findings say (Awb 4:84).",
        ),
    ),
    "view_waived": field(
        "Is er om een zienswijze gevraagd?",
        "Was a view asked for?",
        hint=(
            "Voor een besluit dat tegenvalt, mag de inwoner eerst zeggen wat hij ervan vindt (Awb 4:7 en 4:8).",
            "Before a decision that disappoints, the resident may first say what he thinks (Awb 4:7 and 4:8).",
        ),
        none=("Ja, of dat was hier niet nodig", "Yes, or it was not needed here"),
    ),
    "next_reassessment_on": field(
        "Wanneer is de volgende herbeoordeling?",
        "When is the next reassessment?",
        hint=(
            "Laat dit leeg voor de gewone termijn van het beleid.",
            "Leave this empty for the usual period of the policy.",
        ),
    ),
    "version": field(
        "Om welk besluit gaat het?",
        "Which decision is it about?",
        none=("Het laatste besluit", "The last decision"),
    ),
    "about": field("Waar gaat het over?", "What is it about?"),
    "kind": field("Wat moet het worden?", "What must it be?"),
    "outcome": field("Uitkomst", "Outcome"),
    "recommendation": field("Advies", "Advice"),
    "document": field(
        "Waar staat het bewijs?",
        "Where is the proof?",
        hint=(
            "Bijvoorbeeld de naam of het nummer van het document.",
            "For example the name or the number of the document.",
        ),
    ),
}
"""By the field's own name."""
