"""Where a case stands and what comes next, as one tells it to who is no lawyer.

Nothing of the procedure is said here: the status follows from the acts, and what lies ahead are the terms that count.
"""

from __future__ import annotations

from datetime import date

from domain import afterwards, hearings, terms, untold
from domain.acts import DecisionReversed, ObjectionUpheld
from domain.case import Case, Overturning
from domain.fact import Fact, Text
from domain.notices.phrases import in_dutch, in_english
from domain.renewal import open_renewals
from domain.requests import open_ones
from domain.status import Status

STANDS: dict[Status, Text] = {
    Status.COMPLETENESS_CHECK: Text(
        nl="De gemeente kijkt of alles erbij zit.", en="The municipality checks whether everything is there."
    ),
    Status.SUPPLEMENT_AWAITED: Text(
        nl="Er ontbreekt nog iets. De gemeente wacht op de aanvulling.",
        en="Something is missing. The municipality waits for the supplement.",
    ),
    Status.SETTING_ASIDE: Text(
        nl="Er ontbreekt nog iets. De gemeente beslist of zij de aanvraag behandelt.",
        en="Something is missing. The municipality decides whether it deals with the application.",
    ),
    Status.REVIEW: Text(
        nl="De gemeente beoordeelt de aanvraag.", en="The municipality reviews the application."
    ),
    Status.DECISION: Text(
        nl="De aanvraag is beoordeeld. Nu neemt de gemeente een besluit.",
        en="The application was reviewed. Now the municipality takes a decision.",
    ),
    Status.VIEW_AWAITED: Text(
        nl="De gemeente wil een besluit nemen dat tegenvalt. Eerst mag de inwoner zeggen wat hij ervan vindt.",
        en="The municipality intends a decision that disappoints. First the resident may say what he thinks of it.",
    ),
    Status.PARTICIPATION: Text(nl="De inwoner mag meedoen.", en="The resident may take part."),
    Status.REPORT_AWAITED: Text(
        nl="De inwoner doet mee. De gemeente wil weten hoe het gaat.",
        en="The resident takes part. The municipality wants to know how it goes.",
    ),
    Status.REASSESSMENT: Text(
        nl="De inwoner doet mee. De gemeente kijkt of de toestemming zo blijft.",
        en="The resident takes part. The municipality looks whether the permission stays as it is.",
    ),
    Status.WITHDRAWN: Text(nl="Het is ingetrokken.", en="It was withdrawn."),
    Status.SET_ASIDE: Text(
        nl="De gemeente behandelt de aanvraag niet.",
        en="The municipality does not deal with the application.",
    ),
    Status.REFUSED: Text(
        nl="De gemeente geeft geen toestemming.", en="The municipality does not give permission."
    ),
    Status.ENDED: Text(nl="Het meedoen is beëindigd.", en="The participation was ended."),
    Status.EXPIRED: Text(nl="De toestemming is afgelopen.", en="The permission came to its end."),
    Status.REVOKED: Text(
        nl="De gemeente heeft de toestemming ingetrokken.", en="The municipality revoked the permission."
    ),
    Status.ADMISSIBILITY: Text(
        nl="De gemeente kijkt of zij het bezwaar kan behandelen.",
        en="The municipality looks whether it can deal with the objection.",
    ),
    Status.REPAIR_AWAITED: Text(
        nl="Er ontbreekt nog iets aan het bezwaar.", en="Something is missing in the objection."
    ),
    Status.HEARING: Text(
        nl="De gemeente wil horen wat er tegen het besluit is.",
        en="The municipality wants to hear what there is against the decision.",
    ),
    Status.OBJECTION_DECISION: Text(
        nl="De gemeente beslist op het bezwaar.", en="The municipality decides on the objection."
    ),
    Status.OBJECTION_DECIDED: Text(
        nl="De gemeente heeft op het bezwaar beslist.", en="The municipality decided on the objection."
    ),
    Status.SETTLED: Text(nl="Het is afgedaan.", en="It is settled."),
    Status.FORWARDED: Text(
        nl="Het bezwaar is doorgestuurd naar wie erover gaat.", en="The objection was sent on to whose it is."
    ),
}
"""Where a case stands."""

STANDS_STILL = Text(
    nl="De toestemming staat stil. De inwoner doet nu niet mee.",
    en="The permission stands still. The resident does not take part now.",
)

RENEWAL_AWAITED = Text(
    nl="De toestemming is afgelopen. De gemeente besluit nog over de verlenging; tot dan doet de inwoner niet mee.",
    en="The permission came to its end. The municipality is still to decide on the renewal; until then the resident"
    " does not take part.",
)

ADJUSTMENT_AWAITED = Text(
    nl="De toestemming is afgelopen. De gemeente besluit nog over de aanpassing die gevraagd is.",
    en="The permission came to its end. The municipality is still to decide on the adjustment that was asked for.",
)

OLD_HOLDS = Text(nl="Tot dan geldt het oude besluit.", en="Until then the old decision holds.")

OBJECTION_UPHELD = Text(
    nl=f"Het bezwaar tegen het besluit is gegrond: de gemeente besluit opnieuw. {OLD_HOLDS.nl}",
    en=f"The objection to the decision was upheld: the municipality decides anew. {OLD_HOLDS.en}",
)

APPEAL_UPHELD = Text(
    nl=f"Het beroep tegen het besluit is gegrond: de gemeente besluit opnieuw. {OLD_HOLDS.nl}",
    en=f"The appeal against the decision was upheld: the municipality decides anew. {OLD_HOLDS.en}",
)

REVERSED = Text(
    nl=f"De gemeente komt terug op het besluit en besluit opnieuw. {OLD_HOLDS.nl}",
    en=f"The municipality goes back on the decision and decides anew. {OLD_HOLDS.en}",
)

AHEAD: dict[str, Text] = {
    "intake": Text(
        nl="De gemeente laat weten of er iets ontbreekt",
        en="The municipality tells whether anything is missing",
    ),
    "supplement": Text(nl="De aanvulling moet er zijn", en="The supplement must be there"),
    "set_aside": Text(
        nl="De gemeente beslist of zij de aanvraag behandelt",
        en="The municipality decides whether it deals with the application",
    ),
    "review": Text(nl="De aanvraag is beoordeeld", en="The application is reviewed"),
    "decision": Text(nl="De gemeente neemt een besluit", en="The municipality takes a decision"),
    "view": Text(nl="De zienswijze moet er zijn", en="The view must be there"),
    "advice": Text(nl="Het advies moet er zijn", en="The advice must be there"),
    "report_request": Text(nl="De gemeente vraagt hoe het gaat", en="The municipality asks how it goes"),
    "report": Text(nl="Het voortgangsverslag moet er zijn", en="The progress report must be there"),
    "interim_request": Text(
        nl="De gemeente vraagt om een tussentijds verslag", en="The municipality asks for a report in between"
    ),
    "interim_report": Text(
        nl="Het tussentijdse verslag moet er zijn", en="The report in between must be there"
    ),
    "reaction": Text(nl="De reactie van de inwoner moet er zijn", en="The resident's reaction must be there"),
    "reassessment": Text(
        nl="De gemeente kijkt opnieuw naar de toestemming",
        en="The municipality looks at the permission again",
    ),
    "evaluation": Text(
        nl="De gemeente kijkt hoe de proef ging", en="The municipality looks how the trial went"
    ),
    "announcement": Text(
        nl="De gemeente vertelt hoe het verder kan", en="The municipality tells how to go on"
    ),
    "objection": Text(nl="Laatste dag om bezwaar te maken", en="Last day to object"),
    "examination": Text(
        nl="De gemeente laat weten of zij het bezwaar behandelt",
        en="The municipality tells whether it deals with the objection",
    ),
    "repair": Text(nl="Het bezwaar moet aangevuld zijn", en="The objection must be mended"),
    "hearing": Text(nl="De hoorzitting", en="The hearing"),
    "hearing_answer": Text(
        nl="Laatste dag om te zeggen of degene die bezwaar maakt gehoord wil worden",
        en="Last day to say whether whoever objects wants to be heard",
    ),
    "objection_decision": Text(
        nl="De gemeente beslist op het bezwaar", en="The municipality decides on the objection"
    ),
    "court": Text(
        nl="De gemeente vraagt bij de rechter na hoe het beroep ervoor staat",
        en="The municipality asks the court how the appeal stands",
    ),
    "appeal": Text(nl="Laatste dag om naar de rechter te gaan", en="Last day to go to court"),
    "standstill": Text(
        nl="Laatste dag waarop de toestemming stilstaat", en="Last day on which the permission stands still"
    ),
    "renewal": Text(
        nl="De gemeente besluit over de verlenging", en="The municipality decides on the renewal"
    ),
    "adjustment": Text(
        nl="De gemeente besluit over de aanpassing", en="The municipality decides on the adjustment"
    ),
    "penalty_first_day": Text(
        nl="De gemeente gaat een dwangsom betalen", en="The municipality begins to owe a penalty payment"
    ),
    "penalty_last_day": Text(
        nl="Laatste dag waarover de gemeente een dwangsom betaalt",
        en="Last day for which the municipality owes a penalty payment",
    ),
    "penalty_determination": Text(
        nl="De gemeente stelt de dwangsom vast", en="The municipality determines the penalty payment"
    ),
    "penalty_payment": Text(
        nl="De gemeente betaalt de dwangsom", en="The municipality pays the penalty payment"
    ),
    "expiry": Text(nl="Laatste dag van de toestemming", en="Last day of the permission"),
    "window": Text(
        nl="Laatste dag waarop nog kan aankomen wat op tijd is gepost",
        en="Last day on which what was posted in time may still arrive",
    ),
}
"""What happens by a date, by the name of its term."""

NOBODY_IS_LATE = frozenset(
    {
        *("expiry", "objection", "appeal", "hearing_answer", "hearing", "standstill", "window"),
        *("penalty_first_day", "penalty_last_day"),
    }
)
"""What is over when its day passed, also while the case stays open for something else."""

STAYS_OPEN = Text(nl="De zaak is nog niet gesloten.", en="The case is not closed yet.")


class Ahead(Fact):
    """What happens next, and by which day."""

    name: str
    what: Text
    on: date


class Standing(Fact):
    """Where a case stands, and what lies ahead, the soonest first."""

    now: Text
    ahead: tuple[Ahead, ...] = ()
    some_day: tuple[Text, ...] = ()
    """What comes too, of which nobody knows the day yet; of a case that is not closed something always comes."""


def standing(case: Case, today: date) -> Standing:
    """Where a case stands today. Of one that is closed nothing lies ahead but days that still have to come.

    Nor does a last day at which nobody is late once it passed: a request or an objection may keep the case open.
    """
    days = {name: term.due_on for name, term in terms.of(case).items()}
    if case.status is Status.PARTICIPATION and terms.is_reassessed(case):
        days["report_request"] = terms.report_request(case).due_on
    elif case.status is Status.PARTICIPATION and terms.is_to_be_announced(case, today):
        days["announcement"] = terms.announcement(case).due_on
    if asked := terms.interim_request(case):
        days["interim_request"] = asked.due_on
    if by := hearings.answer_by(case):
        days["hearing_answer"] = by
    days |= afterwards.last_days(case, today)
    told = [
        Ahead(name=name, what=AHEAD[name], on=on)
        for name, on in days.items()
        if on >= today or not (case.is_closed or name in NOBODY_IS_LATE)
    ]
    told += [Ahead(name="objection", what=what, on=on) for what, on in afterwards.to_object(case, today)]
    ahead = tuple(sorted(told, key=lambda each: each.on))
    some_day = tuple(afterwards.some_day(case, today))
    if not (ahead or some_day or case.is_closed):
        some_day = (STAYS_OPEN,)
    return Standing(now=_now(case, today), ahead=ahead, some_day=some_day)


def _now(case: Case, today: date) -> Text:
    """Once a decision is taken again it says so, and what holds until then. Awb 6:16, 7:11(2)."""
    if case.overturned is None:
        return _permitted(case, today) or _of_its_status(case)
    may = (_permitted(case, today) or STANDS[Status.PARTICIPATION]) if case.is_participating else None
    then = None if case.status is Status.DECISION else _of_its_status(case)
    said = [each for each in (may, then, _taken_again(case.overturned)) if each]
    return Text(nl=" ".join(each.nl for each in said), en=" ".join(each.en for each in said))


def _permitted(case: Case, today: date) -> Text | None:
    """What the resident may today, where that is other than to take part."""
    permission = case.permission if case.is_participating else None
    if permission and permission.stands_still(today):
        return STANDS_STILL
    if permission and permission.valid_until < today and untold.is_untold(case):
        return untold.UNTIL_TOLD
    if permission and today < permission.valid_from:
        first = permission.valid_from
        return Text(
            nl=f"De inwoner mag meedoen vanaf {in_dutch(first)}.",
            en=f"The resident may take part from {in_english(first)}.",
        )
    return None


def _of_its_status(case: Case) -> Text:
    if case.status is Status.EXPIRED and open_ones(case):
        return RENEWAL_AWAITED if open_renewals(case) else ADJUSTMENT_AWAITED
    return STANDS[case.status]


def _taken_again(since: Overturning) -> Text:
    match since:
        case DecisionReversed():
            return REVERSED
        case ObjectionUpheld(ruling=None):
            return OBJECTION_UPHELD
        case ObjectionUpheld():
            return APPEAL_UPHELD
