"""From application to complete application, the term to decide, and the task itself."""

from __future__ import annotations

from api.pages.forms.words.label import Labels, Titles, field, title
from domain import acts
from domain.application import Application, Item, Resident
from domain.words import DUTIES

TITLES: Titles = {
    acts.ApplicationReceived: title("Toestemming aanvragen", "Apply for permission"),
    acts.CompletenessChecked: DUTIES["completeness_checked"],
    acts.SetAsideProposed: title("Voorstellen om niet te behandelen", "Propose to set aside"),
    acts.SupplementReceived: DUTIES["supplement_received"],
    acts.ApplicationSetAside: title("Buiten behandeling stellen", "Set the application aside"),
    acts.ApplicationTakenUp: title("Toch behandelen", "Take up the application"),
    acts.ApplicationWithdrawn: title("Aanvraag intrekken", "Withdraw the application"),
    acts.TermSuspended: title("Beslistermijn stilzetten", "Suspend the decision term"),
    acts.SuspensionEnded: title("Beslistermijn weer laten lopen", "Let the decision term run again"),
    acts.DecisionAdjourned: title("Besluit uitstellen", "Adjourn the decision"),
    acts.NoteAdded: title("Notitie toevoegen", "Add a note"),
    acts.TaskClaimed: title("Taak op u nemen", "Take the task"),
    acts.TaskReleased: title("Taak teruggeven", "Give the task back"),
    acts.TaskHeld: title("Taak laten rusten", "Let the task rest"),
    acts.TaskResumed: title("Taak weer oppakken", "Take the task up again"),
    acts.TaskAssigned: title("Taak aan iemand geven", "Give the task to somebody"),
}

LABELS: Labels = {
    (acts.ApplicationReceived, "application"): field("De aanvraag", "The application"),
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
        hint=("Dag en tijd.", "Day and time."),
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
            "Schrijf bij elk document dat u meestuurt hoe het heet. Bijvoorbeeld: plan.pdf.",
            "Write what each document is called that you send along. For example: plan.pdf.",
        ),
        one=("bijlage", "attachment"),
    ),
    (Item, "code"): field("Wat is het?", "What is it?"),
    (Item, "title"): field(
        "Hoe heet het document?",
        "What is the document called?",
        hint=("Bijvoorbeeld: begeleidingsplan.pdf.", "For example: plan.pdf."),
    ),
    (Application, "electronic"): field(
        "Wie wil brieven digitaal krijgen?",
        "Who wants letters electronically?",
        hint=(
            "Wie u niet aankruist, krijgt brieven met de post.",
            "Whoever you do not tick, gets letters by post.",
        ),
    ),
    (Application, "reference"): field("Uw eigen kenmerk", "Your own reference"),
    (Application, "earlier_case"): field(
        "Nummer van een eerdere zaak",
        "Number of an earlier case",
        hint=(
            "Als de inwoner eerder bij een andere coöperatie meedeed.",
            "When the resident took part in another cooperative before.",
        ),
    ),
    (acts.CompletenessChecked, "missing"): field(
        "Wat ontbreekt er nog?",
        "What is still missing?",
        hint=(
            "Kruis niets aan als de aanvraag compleet is.",
            "Tick nothing when the application is complete.",
        ),
    ),
    (acts.CompletenessChecked, "explanation"): field(
        "Uitleg voor de aanvrager",
        "Explanation for the applicant",
        hint=("Dit komt in de brief te staan.", "This is put in the letter."),
    ),
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
        hint=("Op deze dag loopt de termijn weer.", "On this day the term runs again."),
    ),
    (acts.TermSuspended, "document"): field(
        "Waar staat de schriftelijke instemming?",
        "Where is the written consent?",
        hint=("Nodig als de aanvrager instemde.", "Needed when the applicant agreed."),
    ),
    (acts.SuspensionEnded, "suspension"): field("Welke opschorting?", "Which suspension?"),
    (acts.TermSuspended, "request"): field("Op welk verzoek?", "On which request?"),
    (acts.DecisionAdjourned, "request"): field("Op welk verzoek?", "On which request?"),
    (acts.SuspensionEnded, "ended_on"): field(
        "Wanneer was het voorbij?", "When was it over?", hint=("Leeg is vandaag.", "Empty is today.")
    ),
    (acts.DecisionAdjourned, "until"): field("Wanneer komt het besluit?", "When does the decision come?"),
    (acts.NoteAdded, "text"): field(
        "Notitie",
        "Note",
        hint=("De coöperatie ziet dit niet.", "The cooperative does not see this."),
    ),
    (acts.TaskHeld, "until"): field("Wanneer komt de taak terug?", "When does the task come back?"),
    (acts.TaskAssigned, "assignee"): field("Aan wie?", "To whom?"),
    (acts.TaskAssigned, "assignee_name"): field("Naam van die persoon", "Name of that person"),
}
