"""A short tour for newcomers: what is where, in the order in which somebody of these roles meets it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.documents import POSTERS
from api.pages.sessions import SignedIn
from api.pages.shell import WATCHERS, page
from api.policy import READING
from domain.authority import READERS
from domain.fact import Text
from domain.people import Actor, Role

router = APIRouter(prefix="/tour")

COOPERATIVE = frozenset({Role.COOPERATIVE})
AUDITOR = frozenset({Role.AUDITOR})
HANDLERS = READERS - AUDITOR
"""Who has tasks of his own."""


@dataclass(frozen=True)
class Stop:
    """One thing to know, and where it is."""

    name: Text
    tells: Text
    roles: frozenset[Role]
    path: str | None = None


STOPS = (
    Stop(
        Text(nl="Uw taken", en="Your tasks"),
        Text(
            nl="Meedoen zet een taak klaar zodra er iets te doen is, met de dag waarop die klaar moet zijn. "
            "Pak de volgende taak, of kies er een uit de lijst van uw groep.",
            en="Meedoen opens a task as soon as there is something to do, with the day on which it is due. "
            "Take the next one, or choose one from the list of your group.",
        ),
        HANDLERS,
        "/work",
    ),
    Stop(
        Text(nl="Een taak doen", en="Doing a task"),
        Text(
            nl="Een taak is een formulier. Wat u invult, blijft bewaard als u stopt. "
            "Voor het weg gaat, ziet u alles nog eens, en bij een besluit ook de brief.",
            en="A task is a form. What you fill in is kept when you stop. "
            "Before it goes, you see it all once more, and with a decision the letter too.",
        ),
        HANDLERS,
    ),
    Stop(
        Text(nl="Wachten", en="Waiting"),
        Text(
            nl="Kunt u nog niet verder, laat een taak dan rusten tot een dag: dan komt hij vanzelf terug. "
            "Een taak die een ander beter kan doen, geeft u terug.",
            en="When you cannot go on yet, let a task rest until a day: it comes back by itself. "
            "Give back a task that somebody else can better do.",
        ),
        HANDLERS,
        "/work?view=on_hold",
    ),
    Stop(
        Text(nl="Een zaak", en="A case"),
        Text(
            nl="Op de pagina van een zaak staat waar die is, wat er gebeurde, wie eraan werkte en wat er nog komt. "
            "Bij elke datum staat waarom het die dag is, met het artikel. "
            "Daar kunt u ook een notitie maken, iets vragen of een wijziging melden.",
            en="The page of a case tells where it stands, what happened, who worked on it and what is to come. "
            "With each date stands why it is that day, with the article. "
            "There you can also make a note, ask something or report a change.",
        ),
        READERS - AUDITOR,
        "/cases",
    ),
    Stop(
        Text(nl="Altijd twee mensen", en="Always two people"),
        Text(
            nl="Wie een aanvraag beoordeelt, beslist er niet over, en wie beslist, behandelt het bezwaar niet. "
            "Meedoen houdt dat tegen en zegt waarom.",
            en="Who reviews an application does not decide on it, and who decides does not handle the objection. "
            "Meedoen stops that, and says why.",
        ),
        HANDLERS,
    ),
    Stop(
        Text(nl="Brieven op papier", en="Letters on paper"),
        Text(
            nl="Wie geen mail wil, krijgt de brief per post. Zeg op welke dag u hem gepost hebt: "
            "vanaf die dag loopt de termijn voor bezwaar.",
            en="Who wants no mail gets the letter by post. Say on which day you posted it: "
            "the term to object runs from that day.",
        ),
        frozenset(POSTERS),
        "/post",
    ),
    Stop(
        Text(nl="Het hele verhaal", en="The whole story"),
        Text(
            nl="Zoek een zaak en lees wie wat deed, wanneer en waarom; naast wat Temporal ervan bewaarde. "
            "Bekijk hem zoals hij op een dag was, of wat er tussen twee dagen veranderde. "
            "Er zijn lijsten van wat afwijkt en van wat werd geweigerd, en u kunt een steekproef trekken.",
            en="Find a case and read who did what, when and why; beside what Temporal kept of it. "
            "See it as it was on a day, or what changed between two. "
            "There are lists of what deviates and what was refused, and you can draw a sample.",
        ),
        AUDITOR,
        "/audit",
    ),
    Stop(
        Text(nl="Een zaak vinden", en="Finding a case"),
        Text(
            nl="Zoek op nummer, op naam of op wie eraan werkte; het begin van een woord is genoeg. "
            "Van de pagina van een zaak leidt een link naar het hele verhaal.",
            en="Search by number, by name or by who worked on it; the beginning of a word will do. "
            "From the page of a case a link leads to the whole story.",
        ),
        AUDITOR,
        "/cases",
    ),
    Stop(
        Text(nl="Wie wat doet", en="Who does what"),
        Text(
            nl="Zie hoeveel werk ieder heeft, wie er niet is en wie hem vervangt. "
            "Een coördinator deelt hier taken uit.",
            en="See how much work each has, who is away and who stands in. A coordinator hands out tasks here.",
        ),
        READERS,
        "/team",
    ),
    Stop(
        Text(nl="De regels", en="The rules"),
        Text(
            nl="Het beleid van de gemeente staat er met elke versie, en wat er per versie veranderde. "
            "U ziet er ook wie namens het college besluit, en met welke coöperaties er afspraken zijn.",
            en="The policy of the municipality stands there with each version, and what each changed. "
            "You also see who decides in the college's name, and with which cooperatives there is an agreement.",
        ),
        READING,
        "/policy",
    ),
    Stop(
        Text(nl="Cijfers", en="Figures"),
        Text(
            nl="Hoe de zaken ervoor staan: termijnen, werk, wat binnenkwam en wat klaar is. "
            "Achter elke grafiek staat de tabel, en u kunt alles meenemen als CSV of XLSX.",
            en="How the cases stand: terms, work, what came in and what is done. "
            "Behind each chart stands its table, and all of it can be taken along as CSV or XLSX.",
        ),
        WATCHERS,
        "/figures",
    ),
    Stop(
        Text(nl="De vormgeving", en="The design"),
        Text(
            nl="Elk onderdeel van de pagina's in elke toestand. "
            "Wie een thema maakt met de kleuren van de gemeente, ziet hier wat het verandert.",
            en="Every component of the pages in every state. "
            "Who makes a theme with the colours of the municipality sees here what it changes.",
        ),
        frozenset({Role.ADMINISTRATOR}),
        "/style",
    ),
    Stop(
        Text(nl="Uw zaken", en="Your cases"),
        Text(
            nl="Bovenaan staat wat de gemeente van u vraagt, en tot wanneer. "
            "Daaronder ziet u van elke aanvraag hoe het staat en wat er nu komt.",
            en="At the top stands what the municipality asks of you, and until when. "
            "Below it you see how each application stands and what comes next.",
        ),
        COOPERATIVE,
        "/mine",
    ),
    Stop(
        Text(nl="Voor iemand aanvragen", en="Apply for somebody"),
        Text(
            nl="Een aanvraag gaat stap voor stap, en u kunt er later mee verder. "
            "Hebt u er veel, stuur dan een bestand: u ziet eerst wat er niet klopt, en dan pas gaat het weg.",
            en="An application goes step by step, and you can go on with it later. "
            "If you have many, send a file: you see first what is wrong in it, and only then it goes.",
        ),
        COOPERATIVE,
        "/apply",
    ),
    Stop(
        Text(nl="Tijdens het meedoen", en="While somebody takes part"),
        Text(
            nl="De gemeente vraagt nu en dan een verslag, en de deelnemer zegt zelf ook wat hij ervan vindt. "
            "Verandert er iets, of gaat er iets mis, meld het dan in de zaak; daar stelt en beantwoordt u ook vragen.",
            en="The municipality asks for a report now and then, and the participant says himself what he thinks. "
            "When something changes or goes wrong, report it in the case; there you ask and answer questions too.",
        ),
        COOPERATIVE,
    ),
    Stop(
        Text(nl="Snel met het toetsenbord", en="Quick by the keyboard"),
        Text(
            nl="Druk op ? voor de sneltoetsen: j en k lopen door een lijst, Enter opent.",
            en="Press ? for the shortcuts: j and k walk through a list, Enter opens.",
        ),
        READERS,
    ),
)
"""In the order of the tour."""


def stops_of(actor: Actor) -> tuple[Stop, ...]:
    """What somebody meets."""
    return tuple(stop for stop in STOPS if stop.roles & actor.roles)


@router.get("")
async def show_tour(request: Request, actor: SignedIn) -> Response:
    """The tour, for the roles of who reads it."""
    return page(request, "tour.html", stops=stops_of(actor))
