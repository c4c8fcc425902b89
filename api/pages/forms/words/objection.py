"""An objection, and the appeal to the court."""

from __future__ import annotations

from api.pages.forms.words.label import Labels, Titles, field, title
from domain import acts
from domain.acts.costs import CostsDecided
from domain.words import DUTIES

RESIDENT_TOO = field(
    "Ziet de inwoner ook af van een hoorzitting?",
    "Does the resident give up a hearing too?",
    hint=(
        "Hij kan verliezen wat hij kreeg. Zo nee, dan kan het bezwaar pas gegrond zijn als hij gehoord is.",
        "He can lose what he was given. If not, the objection can be upheld only once he was heard.",
    ),
    none=("Nee, of dat is niet bekend", "No, or that is not known"),
)

TITLES: Titles = {
    acts.ObjectionReceived: title("Bezwaar maken", "Object"),
    acts.RepairReceived: DUTIES["repair_received"],
    acts.HearingDeclined: title("De bezwaarmaker wil geen hoorzitting", "The objector declines the hearing"),
    acts.ObjectionWithdrawn: title("Bezwaar intrekken", "Withdraw the objection"),
    acts.CostsClaimed: title("Kosten terugvragen", "Claim costs"),
    acts.ObjectionForwarded: title("Bezwaar doorsturen", "Forward the objection"),
    acts.AdmissibilityJudged: title(
        "Oordelen of het bezwaar behandeld kan worden", "Judge the admissibility"
    ),
    acts.RepairRequested: title("Vragen om het bezwaar aan te vullen", "Ask to mend the objection"),
    acts.HearingInvited: title("Uitnodigen voor een hoorzitting", "Invite to a hearing"),
    acts.HearingWaived: title("Geen hoorzitting houden", "Do without a hearing"),
    acts.HearingHeld: title("Verslag van de hoorzitting vastleggen", "Register the hearing"),
    acts.CommitteeAdvised: title("Advies van de commissie vastleggen", "Register the committee's advice"),
    acts.HearingReopened: title("Eerst (weer) een hoorzitting laten houden", "Have a hearing held first"),
    acts.ObjectionDecided: DUTIES["objection_decided"],
    acts.ObjectionAdjourned: title("Beslissing uitstellen", "Adjourn the decision"),
    acts.ObjectionPostponed: title("Beslissing verder uitstellen", "Postpone the decision further"),
    acts.AppealRecorded: title("Beroep vastleggen", "Register an appeal"),
    acts.CourtAsked: DUTIES["court_asked"],
    acts.AppealOutcomeRecorded: title("Uitspraak van de rechter vastleggen", "Register the court's decision"),
    acts.CourtDecided: title(
        "Vastleggen wat de rechter zelf besliste", "Register what the court decided itself"
    ),
}

LABELS: Labels = {
    (acts.Objecting, "objector"): field("Wie maakt bezwaar?", "Who objects?"),
    (acts.Objecting, "objector_name"): field(
        "Naam van de bezwaarmaker",
        "Name of the objector",
        hint=("Nodig als iemand anders bezwaar maakt.", "Needed when somebody else objects."),
    ),
    (acts.Objecting, "reasons"): field(
        "Wat klopt er niet aan het besluit?",
        "What is wrong with the decision?",
        hint=("Dit mag u ook later nog sturen.", "You may send this later too."),
    ),
    (acts.Objecting, "late_because"): field(
        "Is het bezwaar te laat? Waardoor kwam dat?", "Is the objection late? How did that come about?"
    ),
    (acts.Objecting, "posted_on"): field(
        "Datum van het poststempel",
        "Date of the postmark",
        hint=("Als het met de post kwam.", "When it came by post."),
    ),
    (acts.RepairReceived, "text"): field("De aanvulling", "What is added"),
    (acts.CostsClaimed, "costs"): field("Welke kosten?", "Which costs?"),
    (acts.ObjectionForwarded, "to"): field("Naar wie stuurt u het door?", "To whom do you forward it?"),
    (acts.AdmissibilityJudged, "obstacle"): field(
        "Kan het bezwaar behandeld worden?",
        "Can the objection be dealt with?",
        none=("Ja, niets staat in de weg", "Yes, nothing stands in the way"),
    ),
    (acts.AdmissibilityJudged, "late_excused"): field(
        "Het kwam te laat. Is daar een goede reden voor?",
        "It came too late. Is there a good excuse?",
        none=("Niet van toepassing", "Does not apply"),
    ),
    (acts.AdmissibilityJudged, "committee"): field(
        "Gaat het naar de adviescommissie?", "Does it go to the advisory committee?"
    ),
    (acts.RepairRequested, "defects"): field("Wat ontbreekt er?", "What is missing?"),
    (acts.RepairRequested, "until"): field(
        "Tot en met welke dag kan de bezwaarmaker dit sturen?",
        "Until which day can the objector send it?",
        hint=("Kies een werkdag, met genoeg tijd.", "Choose a working day, with enough time."),
    ),
    (acts.HearingInvited, "hearing_on"): field("Wanneer is de hoorzitting?", "When is the hearing?"),
    (acts.HearingInvited, "place"): field("Waar?", "Where?"),
    (acts.HearingInvited, "answer_by"): field(
        "Tot en met welke dag kan de bezwaarmaker laten weten of hij komt?",
        "Until which day can the objector say whether he comes?",
        hint=("Kies een werkdag, met genoeg tijd.", "Choose a working day, with enough time."),
    ),
    (acts.HearingInvited, "sooner_agreed"): field(
        "Vindt iedereen een kortere tijd goed?",
        "Does everybody agree to less time?",
        hint=(
            "Nodig uit ten minste twee weken voor de hoorzitting, tenzij alle belanghebbenden instemmen met minder.",
            "Invite at least two weeks before the hearing, unless all interested parties agree to less.",
        ),
    ),
    (acts.HearingWaived, "ground"): field("Waarom hoeft dit niet?", "Why is there no need?"),
    (acts.HearingWaived, "resident_too"): RESIDENT_TOO,
    (acts.HearingDeclined, "resident_too"): RESIDENT_TOO,
    (acts.HearingHeld, "held_on"): field("Wanneer was de hoorzitting?", "When was the hearing?"),
    (acts.HearingHeld, "at_short_notice"): field(
        "Waarom kon er gehoord worden zonder uitnodiging een week ervoor?",
        "Why could there be a hearing without an invitation a week before it?",
        hint=(
            "Vul dit alleen in als er geen uitnodiging voor deze dag was, of korter dan een week ervoor.",
            "Only when there was no invitation for this day, or less than a week before it.",
        ),
        none=("Niet van toepassing: er was een uitnodiging", "Does not apply: there was an invitation"),
    ),
    (acts.HearingHeld, "staff"): field(
        "Welke collega's hoorden?",
        "Which colleagues heard?",
        hint=(
            "Een van de twee is nodig: dit, of hieronder een naam. Niet wie deel had aan het besluit.",
            "One of the two is needed: this, or a name below. Nobody who had a part in the decision.",
        ),
        one=("collega", "colleague"),
        is_alternative=True,
    ),
    (acts.Hearer, "id"): field("Collega", "Colleague"),
    (acts.Hearer, "name"): field("Naam van de collega", "Name of the colleague"),
    (acts.HearingHeld, "heard_by"): field(
        "Wie hoorden nog meer?",
        "Who else heard?",
        hint=(
            (
                "De namen van wie niet bij de gemeente werkt, zoals de voorzitter van een commissie."
                " Nodig als hierboven geen collega staat."
            ),
            (
                "The names of those who do not work for the municipality, such as the chair of a committee."
                " Needed when no colleague stands above."
            ),
        ),
        one=("naam", "name"),
        is_alternative=True,
    ),
    (acts.HearingHeld, "report"): field(
        "Verslag", "Report", hint=("Wie waren er, en wat is er gezegd?", "Who was there, and what was said?")
    ),
    (acts.HearingHeld, "apart"): field(
        "Zijn mensen apart gehoord?",
        "Were people heard apart?",
        none=("Nee, iedereen samen", "No, all together"),
    ),
    (acts.CommitteeAdvised, "outcome"): field(
        "Wat adviseert de commissie?", "What does the committee advise?"
    ),
    (acts.CommitteeAdvised, "reasoning"): field("Waarom adviseert ze dat?", "Why does it advise that?"),
    (acts.ObjectionDecided, "outcome"): field("Uw beslissing", "Your decision"),
    (acts.ObjectionDecided, "no_hearing"): field(
        "Waarom is er niet gehoord?",
        "Why was there no hearing?",
        none=("Er is gehoord", "There was a hearing"),
    ),
    (acts.ObjectionDecided, "departs_because"): field(
        "Waarom wijkt u af van het advies van de commissie?", "Why do you depart from the committee's advice?"
    ),
    (acts.ObjectionDecided, "costs"): field("De kosten van het bezwaar", "The costs of the objection"),
    (CostsDecided, "cents"): field("Hoeveel betaalt de gemeente?", "How much does the municipality pay?"),
    (CostsDecided, "reasoning"): field("Waarom dat bedrag?", "Why that amount?"),
    (acts.ObjectionAdjourned, "weeks"): field(
        "Met hoeveel weken?",
        "By how many weeks?",
        hint=(
            "Een van de twee is nodig: dit, of hieronder een dag.",
            "One of the two is needed: this, or a day below.",
        ),
        is_alternative=True,
    ),
    (acts.ObjectionAdjourned, "until"): field(
        "Of tot welke dag?",
        "Or until which day?",
        hint=(
            "Een van de twee is nodig: dit, of hierboven de weken.",
            "One of the two is needed: this, or the weeks above.",
        ),
        is_alternative=True,
    ),
    (acts.ObjectionPostponed, "consent"): field("Waarom mag dit?", "Why is this allowed?"),
    (acts.ObjectionPostponed, "document"): field(
        "Waar staat de instemming?",
        "Where is the consent?",
        hint=("Nodig als iemand instemde.", "Needed when somebody agreed."),
    ),
    (acts.ObjectionPostponed, "agreed_on"): field(
        "Wanneer stemden zij in?",
        "When did they agree?",
        hint=("Als dat eerder was dan vandaag.", "If that was before today."),
    ),
    (acts.AppealRecorded, "court"): field("Bij welke rechtbank?", "With which court?"),
    (acts.AppealRecorded, "lodged_on"): field("Wanneer is beroep ingesteld?", "When was the appeal lodged?"),
    (acts.AppealRecorded, "reference"): field("Kenmerk van de rechtbank", "The court's own reference"),
    (acts.AppealRecorded, "by_another"): field(
        "Een andere belanghebbende stelde het beroep in",
        "Another interested party lodged the appeal",
    ),
    (acts.CourtAsked, "about"): field("Welk beroep?", "Which appeal?"),
    (acts.CourtAsked, "answer"): field(
        "Hoe staat het ervoor, volgens de rechtbank?",
        "How does it stand, according to the court?",
        hint=(
            "Is er al een uitspraak? Leg dan die vast: daarmee is ook deze taak gedaan.",
            "Is there a ruling already? Register that instead: it ends this task too.",
        ),
    ),
    (acts.AppealOutcomeRecorded, "decided_on"): field(
        "Wanneer was de uitspraak?", "When did the court decide?"
    ),
    (acts.AppealOutcomeRecorded, "decide_by"): field(
        "Wanneer moet er opnieuw besloten zijn?",
        "By when must the decision be taken again?",
        hint=(
            "Alleen als het beroep gegrond is en de rechter een termijn stelde.",
            "Only when the appeal was upheld and the court set a term.",
        ),
    ),
    (acts.AppealOutcomeRecorded, "consequences_stand"): field(
        "Blijven de rechtsgevolgen in stand?",
        "Do the consequences stand?",
        hint=(
            "Alleen als het beroep gegrond is en de rechter dat zegt. Er wordt dan niet opnieuw beslist.",
            "Only when the appeal was upheld and the court says so. Nothing is decided again then.",
        ),
    ),
    (acts.CourtDecided, "decided_on"): field("Wanneer was de uitspraak?", "When did the court decide?"),
    (acts.CourtDecided, "sent_on"): field(
        "Wanneer verstuurde de rechter de uitspraak?",
        "When did the court send it?",
        hint=("Als dat een andere dag was.", "If that was another day."),
    ),
    (acts.CourtDecided, "decision"): field(
        "Wat komt er in de plaats van het besluit?", "What takes the place of the decision?"
    ),
    (acts.CourtDecided, "summary"): field("Wat zegt de rechter?", "What does the court say?"),
    (acts.AppealOutcomeRecorded, "summary"): field("Wat zegt de rechter?", "What does the court say?"),
}
