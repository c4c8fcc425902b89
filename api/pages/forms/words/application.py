"""From application to complete application, the term to decide, and the task itself."""

from __future__ import annotations

from api.pages.forms.words.label import Labels, Titles, field, title
from domain import acts
from domain.application import Application, Resident
from domain.documents import Enclosure, Item
from domain.words import DUTIES

TITLES: Titles = {
    acts.ApplicationReceived: title("Toestemming aanvragen", "Apply for permission"),
    acts.CompletenessChecked: DUTIES["completeness_checked"],
    acts.SetAsideProposed: title("Voorstellen om niet te behandelen", "Propose to set aside"),
    acts.SupplementReceived: DUTIES["supplement_received"],
    acts.ApplicationSetAside: title("Buiten behandeling stellen", "Set the application aside"),
    acts.RequestSetAside: title("Verzoek buiten behandeling stellen", "Set the request aside"),
    acts.ApplicationTakenUp: title("Toch behandelen", "Deal with it all the same"),
    acts.ApplicationWithdrawn: title("Aanvraag intrekken", "Withdraw the application"),
    acts.TermSuspended: title("Beslistermijn stilzetten", "Suspend the decision term"),
    acts.SuspensionEnded: title(
        "Opschorting van de beslistermijn beëindigen", "End a suspension of the decision term"
    ),
    acts.DecisionAdjourned: title("Besluit uitstellen", "Adjourn the decision"),
    acts.PeriodExtended: title("Meer tijd geven om iets te sturen", "Give more time to send something"),
    acts.NoteAdded: title("Notitie toevoegen", "Add a note"),
    acts.InterestDeclared: title("Persoonlijk belang melden", "Declare a personal interest"),
    acts.InterestWithdrawn: title(
        "Melding van persoonlijk belang intrekken", "Withdraw the declaration of a personal interest"
    ),
    acts.TaskClaimed: title("Taak op u nemen", "Take the task"),
    acts.TaskReleased: title("Taak teruggeven", "Give the task back"),
    acts.TaskHeld: title("Taak laten rusten", "Let the task rest"),
    acts.TaskResumed: title("Taak weer oppakken", "Take the task up again"),
    acts.TaskAssigned: title("Taak aan iemand geven", "Give the task to somebody"),
}

THE_FILE = field(
    "Het document zelf",
    "The document itself",
    hint=("Een pdf of een foto van hoogstens 5 MB.", "A PDF or a photo of 5 MB at most."),
)
ITS_TITLE = field(
    "Hoe heet het document?",
    "What is the document called?",
    hint=("Leeg: zoals het bestand heet.", "Empty: as the file is called."),
)

LABELS: Labels = {
    (acts.ApplicationReceived, "application"): field("De aanvraag", "The application"),
    (acts.ApplicationReceived, "received_on"): field(
        "Wanneer kwam de aanvraag binnen?",
        "When did the application come in?",
        hint=(
            "De dag op het stempel van de postkamer of de balie. Vanaf die dag loopt de termijn om te beslissen.",
            "The day stamped on it by the post room or the desk. The term to decide runs from that day.",
        ),
    ),
    (Application, "cooperative"): field("Welke coöperatie?", "Which cooperative?"),
    (Application, "resident"): field("Over wie gaat het?", "Whom is it about?"),
    (Resident, "bsn"): field(
        "Burgerservicenummer (BSN)",
        "Citizen service number (BSN)",
        hint=(
            "Negen cijfers. Het staat op het paspoort en de identiteitskaart.",
            "Nine digits. It is on the passport and the identity card.",
        ),
    ),
    (Resident, "name"): field(
        "Naam van de inwoner",
        "Name of the resident",
        hint=("Voorletters en achternaam.", "Initials and surname."),
    ),
    (Application, "signed_at"): field(
        "Wanneer heeft de inwoner getekend?",
        "When did the resident sign?",
        hint=(
            "De dag en de tijd waarop de inwoner de aanvraag tekende.",
            "The day and the time at which the resident signed the application.",
        ),
    ),
    (Application, "activity"): field(
        "Wat gaat de inwoner doen?",
        "What will the resident do?",
        hint=("Bijvoorbeeld: fietsen repareren.", "For example: repair bicycles."),
    ),
    (Application, "plan"): field(
        "Hoe helpt dit de inwoner verder?",
        "How does this help the resident on?",
        hint=(
            "Schrijf niets op over iemands gezondheid.",
            "Write nothing about anybody's health.",
        ),
    ),
    (Application, "starts_on"): field("Eerste dag", "First day"),
    (Application, "ends_on"): field("Laatste dag", "Last day"),
    (Application, "items"): field(
        "Bijlagen",
        "Attachments",
        hint=(
            "Kies elk document dat u heeft. Is er alleen papier, schrijf dan hoe het heet.",
            "Choose each document that you have. Where there is only paper, write what it is called.",
        ),
        one=("bijlage", "attachment"),
    ),
    (Item, "code"): field("Wat is het?", "What is it?"),
    (Item, "title"): ITS_TITLE,
    (Item, "file"): THE_FILE,
    (Enclosure, "title"): ITS_TITLE,
    (Enclosure, "file"): THE_FILE,
    (Application, "electronic"): field(
        "Wie wil brieven digitaal krijgen?",
        "Who wants letters electronically?",
        hint=(
            "Wie u niet aankruist, krijgt brieven met de post.",
            "Whoever you do not tick, gets letters by post.",
        ),
    ),
    (Application, "reference"): field("Kenmerk van de coöperatie", "Reference of the cooperative"),
    (Application, "earlier_case"): field(
        "Nummer van een eerdere zaak",
        "Number of an earlier case",
        hint=(
            "Als dit daarop verdergaat: bij een andere coöperatie, of na een vergissing waardoor die zaak eindigde.",
            "When this goes on from it: at another cooperative, or after a mistake by which that case ended.",
        ),
    ),
    (acts.CompletenessChecked, "missing"): field(
        "Wat ontbreekt er nog?",
        "What is still missing?",
        hint=(
            "Kruis niets aan als alles er is.",
            "Tick nothing when everything is there.",
        ),
    ),
    (acts.CompletenessChecked, "explanation"): field(
        "Uitleg voor de aanvrager",
        "Explanation for the applicant",
        hint=("Dit komt in de brief te staan.", "This is put in the letter."),
    ),
    (acts.RequestSetAside, "about"): field("Welk verzoek?", "Which request?"),
    (acts.SetAsideProposed, "missing"): field("Wat ontbreekt er nog steeds?", "What is still missing?"),
    (acts.SetAsideProposed, "reasoning"): field("Waarom is dit niet genoeg?", "Why does this not suffice?"),
    (acts.SupplementReceived, "items"): field(
        "Wat stuurt u?", "What do you send?", one=("document", "document")
    ),
    (acts.TermSuspended, "ground"): field(
        "Waarom staat de beslistermijn stil?", "Why does the decision term stand still?"
    ),
    (acts.TermSuspended, "asked_on"): field(
        "Vanaf welke dag?",
        "From which day?",
        hint=(
            "De dag van het verzoek of de instemming. Leeg is vandaag.",
            "The day of the request or the consent. Empty is today.",
        ),
    ),
    (acts.TermSuspended, "until"): field(
        "Tot welke dag?",
        "Until which day?",
        hint=("Tot deze dag staat de termijn hierom stil.", "Until this day the term stands still for this."),
    ),
    (acts.TermSuspended, "document"): field(
        "Waar staat de schriftelijke instemming?",
        "Where is the written consent?",
        hint=("Nodig als de aanvrager instemde.", "Needed when the applicant agreed."),
    ),
    (acts.SuspensionEnded, "suspension"): field("Welke opschorting?", "Which suspension?"),
    (acts.SupplementReceived, "request"): field("Voor welk verzoek?", "For which request?"),
    (acts.TermSuspended, "request"): field("Op welk verzoek?", "On which request?"),
    (acts.DecisionAdjourned, "request"): field("Op welk verzoek?", "On which request?"),
    (acts.SuspensionEnded, "ended_on"): field(
        "Wanneer was het voorbij?", "When was it over?", hint=("Leeg is vandaag.", "Empty is today.")
    ),
    (acts.DecisionAdjourned, "until"): field("Wanneer komt het besluit?", "When does the decision come?"),
    (acts.PeriodExtended, "about"): field("Van welk verzoek?", "Of which request?"),
    (acts.PeriodExtended, "until"): field(
        "Tot en met welke dag kan het worden gestuurd?",
        "Until which day can it be sent?",
        hint=("Kies een werkdag.", "Choose a working day."),
    ),
    (acts.NoteAdded, "text"): field(
        "Notitie",
        "Note",
        hint=("De coöperatie ziet dit niet.", "The cooperative does not see this."),
    ),
    (acts.InterestDeclared, "person"): field(
        "Wie heeft een persoonlijk belang?",
        "Who has a personal interest?",
        hint=(
            "Hij doet daarna niets meer in deze zaak, en krijgt er geen taken van (Awb 2:4).",
            "He does nothing more in this case, and gets no tasks of it (Awb 2:4).",
        ),
        none=("Ik", "I do"),
    ),
    (acts.InterestDeclared, "person_name"): field("Naam", "Name"),
    (acts.InterestDeclared, "declaration"): field("Welke melding is het?", "Which declaration is it?"),
    (acts.InterestWithdrawn, "declaration"): field(
        "Welke melding was een vergissing?", "Which declaration was an error?"
    ),
    (acts.InterestWithdrawn, "reason"): field(
        "Waarom?",
        "Why?",
        hint=(
            "Dit lezen alleen collega's en de auditor.",
            "Only colleagues and the auditor read this.",
        ),
    ),
    (acts.InterestDeclared, "reason"): field(
        "Waarom?",
        "Why?",
        hint=(
            "Dit lezen alleen collega's en de auditor.",
            "Only colleagues and the auditor read this.",
        ),
    ),
    (acts.TaskHeld, "until"): field("Wanneer komt de taak terug?", "When does the task come back?"),
    (acts.TaskAssigned, "assignee"): field("Aan wie?", "To whom?"),
    (acts.TaskAssigned, "assignee_name"): field("Naam van die persoon", "Name of that person"),
}
