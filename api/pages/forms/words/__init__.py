"""The words of every form, Dutch and English: titles of acts, labels of fields, and what can be chosen."""

from __future__ import annotations

from enum import Enum

from pydantic import BaseModel

from api.pages.forms.words import application, decision, matters, objection, participation
from api.pages.forms.words.alike import ALIKE
from api.pages.forms.words.label import Label as Label, Labels, Titles
from api.pages.forms.words.values import VALUES
from domain.acts import ACTS
from domain.fact import Text

TITLES: Titles = {
    **application.TITLES,
    **decision.TITLES,
    **participation.TITLES,
    **objection.TITLES,
    **matters.TITLES,
}
LABELS: Labels = {
    **application.LABELS,
    **decision.LABELS,
    **participation.LABELS,
    **objection.LABELS,
    **matters.LABELS,
}

OTHERWISE: dict[tuple[str, str], Text] = {
    ("application_reviewed", "completeness_checked"): Text(
        nl="Ontbreekt er iets? Vraag erom", en="Something is missing? Ask for it"
    ),
    ("completeness_checked", "set_aside_proposed"): Text(
        nl="Is het nog niet genoeg? Stel voor om niet te behandelen",
        en="It is still not enough? Propose to set it aside",
    ),
    ("admissibility_judged", "repair_requested"): Text(
        nl="Kan er iets worden hersteld? Vraag erom", en="Something can be mended? Ask for it"
    ),
    ("advice_received", "advice_forgone"): Text(
        nl="Is het advies niet meer nodig? Leg dat vast", en="The advice is needed no more? Record that"
    ),
}
"""On the form of the first act, why somebody would rather do the second."""


FOLLOWS: dict[str, Text] = {
    "interest_declared": Text(
        nl="Wie een persoonlijk belang heeft, doet vanaf de melding niets meer in deze zaak en in bezwaren tegen "
        "besluiten erin, en krijgt er geen taken van (Awb 2:4). Was het een vergissing? Een coördinator trekt de "
        "melding dan in.",
        en="From the declaration on, who has a personal interest does nothing more in this case nor in objections to "
        "its decisions, and gets no tasks of them (Awb 2:4). Was it an error? Then a coordinator withdraws it.",
    ),
    "hearing_invited": Text(
        nl="De uitnodiging gaat naar wie bezwaar maakt, naar de inwoner en naar de coöperatie. Ook wie niet zelf "
        "bezwaar maakt, is daarmee uitgenodigd (Awb 7:2).",
        en="The invitation goes to whoever objects, to the resident and to the cooperative. Who does not object is "
        "invited by it too (Awb 7:2).",
    ),
}
"""What follows from an act and cannot be told from its form, said above it."""


BEFORE_CHOOSING: dict[str, Text] = {
    "participation_continued": Text(
        nl="Minder uren of een voorwaarde erbij begint met een zienswijze; daarna beslist een collega (Awb 4:8). Moet "
        "het meedoen stoppen? Stel dan op de pagina van de zaak voor om de toestemming in te trekken.",
        en="Fewer hours or one more condition begins with a view; then a colleague decides (Awb 4:8). Must it stop? "
        "Then propose on the page of the case to revoke the permission.",
    ),
}
"""What somebody should know who chooses how to do a task, by the first act that does it."""


def otherwise(kind: str, other: str) -> Text:
    """How the form of one act leads to that of another which does the same task."""
    if (kind, other) in OTHERWISE:
        return OTHERWISE[kind, other]
    instead = title(other)
    return Text(nl=f"Of: {instead.nl}", en=f"Or: {instead.en}")


def title(kind: str) -> Text:
    """What a person does by an act of this kind, on its button and above its form."""
    return TITLES[ACTS[kind]]


def label(owner: type[BaseModel], name: str) -> Label:
    """The words of a field: its own, those of the model that it comes from, or those of all that are called so.

    Raises:
        KeyError: nobody wrote them yet.
    """
    for model in owner.__mro__:
        if (model, name) in LABELS:
            return LABELS[model, name]
    return ALIKE[name]


def value(choices: type[Enum], value: str) -> Text:
    """What a choice is called, with a capital as it stands by itself."""
    text = VALUES[choices][choices(value)]
    return Text(nl=capital(text.nl), en=capital(text.en))


def capital(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]
