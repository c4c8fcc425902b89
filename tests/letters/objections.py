"""A letter of each kind about an objection, each from a case in which its act is the last."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain import acts, after_a_ruling
from domain.acts import Act
from domain.case import Case
from domain.people import Actor
from tests.domain.objected import a_case_with
from tests.examples import clock, coop_a, decider1, objections1
from tests.objecting import (
    a_decision,
    a_judgement,
    a_repair_request,
    a_waiver,
    an_advice,
    an_invitation,
    an_outcome,
)

CAME, THEN = date(2026, 3, 10), date(2026, 3, 17)
REPAIR_BY, HEARD_ON = date(2026, 3, 31), date(2026, 4, 9)
WHY = "Het dossier was niet volledig."
JUDGED = (CAME, objections1, a_judgement(committee=True))


def an_objection_of(*happened: tuple[date, Actor, Act], **changed: Any) -> Case:
    """An objection that was acknowledged, and what happened since."""
    return a_case_with((CAME, clock, acts.ObjectionAcknowledged()), *happened, came=CAME, **changed)


COSTS = acts.CostsDecided(cents=64_700, reasoning="Een advocaat was nodig.")
DECIDED = (
    JUDGED,
    (THEN, objections1, an_advice(acts.Outcome.UNFOUNDED)),
    (
        HEARD_ON,
        decider1,
        a_decision(
            acts.Outcome.UPHELD,
            reasoning=WHY,
            no_hearing="declined",
            departs_because="Er is meer.",
            costs=COSTS,
        ),
    ),
)

RULED = an_outcome("upheld", decided_on=HEARD_ON, decide_by=date(2026, 6, 1))
TAKEN_UP = (
    (THEN, objections1, a_judgement(obstacle="no_interest")),
    (THEN, decider1, a_decision(acts.Outcome.INADMISSIBLE)),
    (HEARD_ON, objections1, acts.AppealRecorded(court="Rechtbank", lodged_on=THEN)),
    (HEARD_ON, objections1, RULED),
    (HEARD_ON, clock, after_a_ruling.taken_up(RULED, committee=False)),
)

CASES: tuple[Case, ...] = (
    an_objection_of(),
    an_objection_of(JUDGED),
    an_objection_of((THEN, objections1, a_repair_request(REPAIR_BY, "reasons", "signature"))),
    an_objection_of(JUDGED, (THEN, objections1, an_invitation(HEARD_ON, answer_by=REPAIR_BY))),
    an_objection_of(JUDGED, (THEN, objections1, a_waiver(acts.NoHearing.NO_ANSWER))),
    an_objection_of(
        JUDGED,
        (THEN, objections1, an_invitation(HEARD_ON)),
        (THEN, coop_a, acts.HearingDeclined()),
    ),
    an_objection_of((THEN, objections1, acts.ObjectionAdjourned(weeks=6, reasoning=WHY))),
    an_objection_of(
        (
            THEN,
            objections1,
            acts.ObjectionPostponed(until=date(2026, 9, 1), consent=acts.Consent.OBJECTOR, reasoning=WHY),
        )
    ),
    an_objection_of(*DECIDED),
    an_objection_of(*TAKEN_UP),
    an_objection_of((THEN, objections1, acts.ObjectionForwarded(to="het waterschap", reasoning=WHY))),
    an_objection_of((THEN, coop_a, acts.ObjectionWithdrawn(reason="Het is opgelost."))),
)

IN_WORDS = {
    "objection_acknowledged": ("2 maart 2026", "26 mei 2026", "26 May 2026", "hoorzitting"),
    "admissibility_judged": ("2 maart 2026", "adviescommissie", "6 juli 2026", "6 July 2026", "hoorzitting"),
    "repair_requested": ("31 maart 2026", "uw handtekening", "why you disagree", "31 March 2026"),
    "hearing_invited": (
        "9 april 2026",
        "Town hall, room 2",
        "31 maart 2026",
        "9 April 2026",
        "adviescommissie",
    ),
    "hearing_waived": ("liet ons niet op tijd weten", "did not tell us in time", "It is plain"),
    "hearing_declined": ("geen hoorzitting op 9 april 2026", "no hearing on 9 April 2026", "6 juli 2026"),
    "objection_adjourned": ("7 juli 2026", "7 July 2026", WHY, "notice of default"),
    "objection_taken_up": (
        "9 april 2026 vernietigd",
        "uiterlijk 1 juni 2026",
        "Die dag heeft de rechter bepaald",
        "by 1 June 2026",
    ),
    "objection_postponed": ("1 september 2026", "1 September 2026", "U vindt dat goed", "harms nobody else"),
    "objection_decided": (
        "gegrond",
        "upheld",
        WHY,
        "U wilde geen hoorzitting",
        "Er is meer",
        "vond het bezwaar ongegrond. Dit schreef zij daarover: The file shows it.",
        "found the objection unfounded.",
        "opnieuw",
        "€ 647,00",
        "€647.00",
        "Een advocaat was nodig",
    ),
    "objection_forwarded": ("het waterschap", "10 maart 2026", "do not have to do anything"),
    "objection_withdrawn": ("17 maart 2026", "Het is opgelost", "was withdrawn"),
}
"""What a reader must find in each."""
