"""What runs beside the procedure: advice, questions, letters, and what follows from deciding too late."""

from __future__ import annotations

from api.pages.forms.words.label import Labels, Titles, field, title
from domain import acts
from domain.words import DUTIES

TITLES: Titles = {
    acts.AdviceRequested: title("Om advies vragen", "Ask for advice"),
    acts.AdviceReceived: title("Advies vastleggen", "Register the advice"),
    acts.AdviceForgone: title("Afzien van het advies", "Do without the advice"),
    acts.ConsentChanged: title("Brieven digitaal of met de post", "Letters electronically or by post"),
    acts.PostingLookedInto: DUTIES["posting_looked_into"],
    acts.NoticeOfDefaultReceived: title("Gemeente in gebreke stellen", "Give notice of default"),
    acts.LateDecisionAppealed: title(
        "Beroep omdat een besluit niet op tijd kwam", "Appeal since no decision came in time"
    ),
    acts.LateDecisionRuled: title(
        "Uitspraak over te laat beslissen vastleggen", "Register the ruling on a late decision"
    ),
    acts.PenaltyDetermined: DUTIES["penalty_determined"],
    acts.PenaltyPaid: title("Betaling van de dwangsom vastleggen", "Register that the penalty was paid"),
    acts.QuestionAsked: title("Vraag stellen", "Ask a question"),
    acts.QuestionAnswered: DUTIES["question_answered"],
    acts.QuestionWithdrawn: title("Vraag intrekken", "Withdraw the question"),
}

ON_THE_ONLY_ONE = ("Het enige waarop toen werd gewacht", "The only one that was waited for then")

LABELS: Labels = {
    (acts.AdviceRequested, "adviser"): field("Wie vraagt u om advies?", "Whom do you ask for advice?"),
    (acts.AdviceRequested, "question"): field(
        "Wat is de vraag?",
        "What is the question?",
        hint=(
            "Zet erbij wat de adviseur moet weten om te kunnen antwoorden.",
            "Add what the adviser needs to know to answer.",
        ),
    ),
    (acts.AdviceRequested, "until"): field(
        "Wanneer moet het advies er zijn?",
        "By when must the advice be there?",
        hint=("Laat dit leeg voor de gewone termijn.", "Leave this empty for the usual period."),
    ),
    (acts.AdviceReceived, "about"): field("Welk advies is er?", "Which advice came?"),
    (acts.AdviceReceived, "advice"): field("Wat is het advies?", "What is the advice?"),
    (acts.AdviceForgone, "about"): field(
        "Welk advies is niet meer nodig?", "Which advice is needed no more?"
    ),
    (acts.ConsentChanged, "addressee"): field("Om wie gaat het?", "Whom is it about?"),
    (acts.ConsentChanged, "electronic"): field(
        "Brieven voortaan digitaal?", "Letters electronically from now on?"
    ),
    (acts.ConsentChanged, "document"): field(
        "Waar staat die toestemming?",
        "Where is that consent kept?",
        hint=("Nodig als u dit voor iemand anders doet.", "Needed when you do this for somebody else."),
    ),
    (acts.PostingLookedInto, "about"): field("Van welk besluit?", "Of which decision?"),
    (acts.PostingLookedInto, "finding"): field(
        "Waarom is de brief nog niet verzonden, en wat gebeurt er nu?",
        "Why was the letter not sent yet, and what is done now?",
        hint=(
            "Is de brief gepost? Vul dan onder Te posten de dag in: daarmee is ook deze taak gedaan.",
            "Was the letter posted? Then say on which day under To post: that ends this task too.",
        ),
    ),
    (acts.NoticeOfDefaultReceived, "request"): field(
        "Op welk verzoek?", "On which request?", none=ON_THE_ONLY_ONE
    ),
    (acts.NoticeOfDefaultReceived, "text"): field(
        "Wat staat er in de ingebrekestelling?", "What does the notice of default say?"
    ),
    (acts.LateDecisionAppealed, "request"): field(
        "Op welk verzoek?", "On which request?", none=ON_THE_ONLY_ONE
    ),
    (acts.LateDecisionAppealed, "court"): field("Bij welke rechtbank?", "With which court?"),
    (acts.LateDecisionAppealed, "lodged_on"): field(
        "Wanneer is beroep ingesteld?",
        "When was the appeal lodged?",
        hint=(
            "Leg het ook vast als het te vroeg lijkt: dat beoordeelt de rechter.",
            "Register it also when it seems too early: the court judges that.",
        ),
    ),
    (acts.LateDecisionAppealed, "reference"): field("Kenmerk van de rechtbank", "The court's own reference"),
    (acts.LateDecisionRuled, "about"): field("Welk beroep?", "Which appeal?"),
    (acts.LateDecisionRuled, "decided_on"): field("Wanneer was de uitspraak?", "When did the court decide?"),
    (acts.LateDecisionRuled, "decide_by"): field(
        "Wanneer moet er beslist zijn?",
        "By when must there be a decision?",
        hint=(
            "Als het beroep gegrond is en er nog geen besluit is. Meestal twee weken na de uitspraak.",
            "When the appeal was upheld and there is no decision yet. Usually two weeks after the ruling.",
        ),
    ),
    (acts.LateDecisionRuled, "daily_cents"): field(
        "Hoeveel dwangsom per dag, als dat niet lukt?",
        "What must be paid for each day, if that fails?",
        hint=("Zoals de rechter het zegt.", "As the court says."),
    ),
    (acts.LateDecisionRuled, "most_cents"): field("Hoeveel ten hoogste?", "How much at most?"),
    (acts.LateDecisionRuled, "summary"): field("Wat zegt de rechter?", "What does the court say?"),
    (acts.PenaltyDetermined, "about"): field("Welke ingebrekestelling?", "Which notice of default?"),
    (acts.PenaltyPaid, "about"): field("Welke ingebrekestelling?", "Which notice of default?"),
    (acts.PenaltyDetermined, "cents"): field(
        "Hoeveel moet de gemeente betalen?",
        "How much must be paid?",
        hint=(
            "In euro's, berekend over de dagen die het te lang duurde.",
            "In euros, reckoned over the days that it took too long.",
        ),
    ),
    (acts.PenaltyDetermined, "none_because"): field(
        "Waarom hoeft de gemeente niets te betalen?",
        "Why does nothing have to be paid?",
        hint=("Nodig als het bedrag 0 is.", "Needed when the amount is 0."),
        none=("Er is een bedrag te betalen", "There is an amount to pay"),
    ),
    (acts.PenaltyPaid, "paid_on"): field("Wanneer is er betaald?", "When was it paid?"),
    (acts.QuestionAsked, "of"): field("Voor wie is de vraag?", "Whom is it asked?"),
    (acts.QuestionAsked, "items"): field(
        "Wat is de vraag?",
        "What is the question?",
        hint=("Zet elke vraag apart.", "Put each question apart."),
        one=("vraag", "question"),
    ),
    (acts.QuestionAsked, "until"): field(
        "Antwoord graag uiterlijk",
        "An answer is hoped for by",
        hint=("Er gebeurt niets als die dag voorbij is.", "Nothing follows when that day passes."),
    ),
    (acts.QuestionAnswered, "about"): field("Welke vraag?", "Which question?"),
    (acts.QuestionAnswered, "answers"): field(
        "De antwoorden",
        "The answers",
        hint=("Wat u leeg laat, blijft open.", "What you leave empty stays open."),
        one=("antwoord", "answer"),
    ),
    (acts.ItemAnswered, "item"): field("Vraag", "Question"),
    (acts.ItemAnswered, "answer"): field("Antwoord", "Reply"),
    (acts.QuestionWithdrawn, "about"): field("Welke vraag trekt u in?", "Which question do you withdraw?"),
}
