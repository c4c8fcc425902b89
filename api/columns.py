"""The columns of lists that are taken along as a table: where each stands in an item, and what people call it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from domain.fact import Text
from domain.kinds import KINDS, REFUSALS as REFUSED
from domain.words import DUTIES, EXCEPTIONS, OWING, PHASES, ROLES, SPANS, STATUSES


class As(Enum):
    """What the values of a column are."""

    TEXT = auto()
    DAY = auto()
    MOMENT = auto()
    EUROS = auto()
    """Kept in cents."""
    COOPERATIVE = auto()
    """Kept by its code."""


@dataclass(frozen=True)
class Heading:
    """One column: the place of its values in an item's JSON, its title, and the words for codes."""

    path: str
    title: str
    words: Mapping[Any, Text] | None = None
    kind: As = As.TEXT


FIGURE_WORDS = {
    "phases": Text(nl="Lopende zaken", en="Open cases"),
    "terms": Text(nl="Beslistermijnen", en="Terms to decide"),
    "penalties": Text(nl="Dwangsommen", en="Penalty payments"),
    "reassessments": Text(nl="Herbeoordelingen", en="Reassessments"),
    "workload": Text(nl="Werkvoorraad", en="Workload"),
    "months": Text(nl="Per maand", en="By month"),
    "outcomes": Text(nl="Hoe zaken eindigden", en="How cases ended"),
    "participants": Text(nl="Deelnemers", en="Participants"),
}
COUNTED = {
    "kept": Text(nl="op tijd", en="in time"),
    "late": Text(nl="te laat", en="late"),
    "at_risk": Text(nl="binnen twee weken", en="within two weeks"),
    "later": Text(nl="later", en="later"),
    "overdue": Text(nl="termijn voorbij", en="overdue"),
    "due_this_week": Text(nl="deze week", en="due this week"),
    "resting": Text(nl="in rust", en="resting"),
    "cases": Text(nl="zaken", en="cases"),
    "tasks": Text(nl="taken", en="tasks"),
    "owed_cents": Text(nl="verschuldigd in euro's", en="owed in euros"),
    "day_cents": Text(nl="erbij vandaag, in euro's", en="added today, in euros"),
    "most_cents": Text(nl="als niemand besluit, in euro's", en="if nobody decides, in euros"),
    "applications": Text(nl="aanvragen binnen", en="applications received"),
    "objections": Text(nl="bezwaren binnen", en="objections received"),
    "done": Text(nl="afgehandeld", en="done"),
    "application_withdrawn": Text(nl="ingetrokken", en="withdrawn"),
    "application_set_aside": Text(nl="buiten behandeling gesteld", en="set aside"),
    "permission_granted": Text(nl="toegekend", en="granted"),
    "permission_refused": Text(nl="geweigerd", en="refused"),
    "objection_decided": Text(nl="op bezwaar beslist", en="objection decided"),
    "objection_withdrawn": Text(nl="bezwaar ingetrokken", en="objection withdrawn"),
    "objection_forwarded": Text(nl="bezwaar doorgestuurd", en="objection sent on"),
    "participation_stopped": Text(nl="deelname beëindigd", en="participation ended"),
    "permission_expired": Text(nl="toestemming afgelopen", en="permission came to its end"),
    "permission_revoked": Text(nl="toestemming ingetrokken", en="permission revoked"),
}

LISTS = {
    "cases": Text(nl="Zaken", en="Cases"),
    "search": Text(nl="Zaken", en="Cases"),
    "sample": Text(nl="Steekproef", en="Sample"),
    "tasks": Text(nl="Taken", en="Tasks"),
    "timeline": Text(nl="Tijdlijn", en="Timeline"),
    "audit": Text(nl="Handelingen", en="Acts"),
    "acts": Text(nl="Handelingen", en="Acts"),
    "exceptions": Text(nl="Bijzonderheden", en="Exceptions"),
    "refusals": Text(nl="Weigeringen", en="Refusals"),
    "figures": Text(nl="Cijfers", en="Figures"),
}
"""What a file and its sheet are called, by the end of the address."""

NUMBER = Heading("number", "Case")
STATUS = Heading("status", "Status", STATUSES)
RESIDENT = Heading("resident", "Resident")
COOPERATIVE = Heading("cooperative", "Cooperative", kind=As.COOPERATIVE)

CASES = (
    *(NUMBER, STATUS, COOPERATIVE, RESIDENT),
    Heading("receivedOn", "Received on", kind=As.DAY),
    Heading("decisionDueOn", "Decide by", kind=As.DAY),
    Heading("reassessmentOn", "Reassess on", kind=As.DAY),
    Heading("validFrom", "Valid from", kind=As.DAY),
    Heading("validUntil", "Valid until", kind=As.DAY),
    Heading("about", "Objection in case"),
    Heading("inDefaultSince", "In default since", kind=As.DAY),
    Heading("owedCents", "Owed in euros", kind=As.EUROS),
    Heading("changedAt", "Changed at", kind=As.MOMENT),
    Heading("version", "Version"),
)
TASKS = (
    Heading("id", "Task"),
    Heading("accepts.0", "What is to be done", DUTIES),
    Heading("role", "For", ROLES),
    Heading("dueOn", "By", kind=As.DAY),
    Heading("assignee.name", "Held by"),
    Heading("heldUntil", "Rests until", kind=As.DAY),
    Heading("heldBecause", "Rests because"),
    Heading("openedAt", "Opened at", kind=As.MOMENT),
    Heading("case.number", "Case"),
    Heading("case.status", "Status", STATUSES),
    Heading("case.cooperative", "Cooperative", kind=As.COOPERATIVE),
    Heading("case.resident", "Resident"),
)
TIMELINE = (
    Heading("version", "Version"),
    Heading("at", "At", kind=As.MOMENT),
    Heading("kind", "Act", KINDS),
    Heading("text", "What was done"),
    Heading("who", "Who"),
    Heading("role", "Role", ROLES),
    Heading("standingInFor", "Standing in for"),
    Heading("basis", "Article"),
)
ACTS = (
    Heading("case", "Case"),
    *TIMELINE,
    Heading("exceptions", "Out of the ordinary", EXCEPTIONS),
)
REFUSALS = (
    Heading("at", "At", kind=As.MOMENT),
    Heading("case", "Case"),
    Heading("kind", "Act", KINDS),
    Heading("who", "Who"),
    Heading("problem", "Refusal", REFUSED),
    Heading("reason", "Reason"),
)
FIGURES = (
    Heading("figure", "Figure", FIGURE_WORDS),
    Heading("group", "Group", {**PHASES, **ROLES, **OWING}, As.COOPERATIVE),
    Heading("holder", "Held by"),
    Heading("what", "What is counted", {**STATUSES, **SPANS, **COUNTED}),
    Heading("count", "Count"),
)
