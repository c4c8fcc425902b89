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
    acts.NoticeOfDefaultReceived: title("Gemeente in gebreke stellen", "Give notice of default"),
    acts.PenaltyDetermined: DUTIES["penalty_determined"],
    acts.PenaltyPaid: title("Betaling van de dwangsom vastleggen", "Register that the penalty was paid"),
    acts.QuestionAsked: title("Vraag stellen", "Ask a question"),
    acts.QuestionAnswered: DUTIES["question_answered"],
    acts.QuestionWithdrawn: title("Vraag intrekken", "Withdraw the question"),
}

LABELS: Labels = {
    (acts.AdviceRequested, "adviser"): field("Wie vraagt u om advies?", "Whom do you ask for advice?"),
    (acts.AdviceRequested, "question"): field(
        "Wat wilt u weten?",
        "What do you want to know?",
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
    (acts.NoticeOfDefaultReceived, "text"): field(
        "Wat staat er in de ingebrekestelling?", "What does the notice of default say?"
    ),
    (acts.PenaltyDetermined, "about"): field("Welke ingebrekestelling?", "Which notice of default?"),
    (acts.PenaltyPaid, "about"): field("Welke ingebrekestelling?", "Which notice of default?"),
    (acts.PenaltyDetermined, "cents"): field("Hoeveel moet de gemeente betalen?", "How much must be paid?"),
    (acts.PenaltyDetermined, "none_because"): field(
        "Waarom hoeft de gemeente niets te betalen?",
        "Why does nothing have to be paid?",
        hint=("Nodig als het bedrag 0 is.", "Needed when the amount is 0."),
        none=("Er is een bedrag te betalen", "There is an amount to pay"),
    ),
    (acts.PenaltyPaid, "paid_on"): field("Wanneer is er betaald?", "When was it paid?"),
    (acts.QuestionAsked, "of"): field("Aan wie stelt u de vraag?", "Whom do you ask?"),
    (acts.QuestionAsked, "items"): field(
        "Wat wilt u weten?",
        "What do you want to know?",
        hint=("Zet elke vraag apart.", "Put each question apart."),
        one=("vraag", "question"),
    ),
    (acts.QuestionAsked, "until"): field(
        "Wanneer wilt u antwoord?",
        "By when do you want an answer?",
        hint=("Er gebeurt niets als die dag voorbij is.", "Nothing follows when that day passes."),
    ),
    (acts.QuestionAnswered, "about"): field("Welke vraag?", "Which question?"),
    (acts.QuestionAnswered, "answers"): field(
        "Uw antwoorden",
        "Your answers",
        hint=("Wat u leeg laat, blijft open.", "What you leave empty stays open."),
        one=("antwoord", "answer"),
    ),
    (acts.ItemAnswered, "item"): field("Vraag", "Question"),
    (acts.ItemAnswered, "answer"): field("Antwoord", "Reply"),
    (acts.QuestionWithdrawn, "about"): field("Welke vraag trekt u in?", "Which question do you withdraw?"),
}
