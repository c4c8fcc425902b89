"""What a cooperative asks for itself is answered to it, and the decision to the resident too. Awb 1:3(3), 3:41, 4:7."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.acts import Addressee, Party
from domain.case import Case
from domain.people import Actor
from tests.examples import (
    a_case,
    a_check,
    a_supplement,
    a_suspension,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
)
from tests.letters.letters import APPLIED, COOPERATIVE, GRANTED, SUSPENDED, WHY, letter_of, pages_of, pdf_of
from tests.permitting import a_refused_adjustment, an_adjustment, an_adjustment_asked
from tests.superseding import a_correction

Happened = tuple[date, Actor, acts.Act]

ON, UNTIL, LATER = date(2026, 9, 1), date(2026, 9, 15), date(2026, 9, 29)
REQUEST = 4
RESIDENT, WORKPLACE = Addressee.RESIDENT, Addressee.COOPERATIVE
ITS_OWN, HIS = (
    (ON, coop_a, an_adjustment_asked(20, on_behalf_of=each)) for each in (Party.COOPERATIVE, Party.RESIDENT)
)
ASKED_FOR: tuple[Happened, ...] = (
    (ON, caseworker1, a_check("plan")),
    (ON, clock, acts.SupplementRequested(missing=("plan",), until=UNTIL)),
)
LAPSED = (date(2026, 9, 16), clock, acts.SupplementLapsed())
MORE_TIME = (ON, caseworker1, acts.PeriodExtended(about=REQUEST, until=LATER, reasoning=WHY))
STANDS_STILL = (ON, caseworker1, a_suspension(LATER, request=REQUEST))
PUT_OFF = (ON, caseworker1, acts.DecisionAdjourned(request=REQUEST, until=date(2026, 12, 1), reasoning=WHY))
RUNS_AGAIN = (UNTIL, caseworker1, acts.SuspensionEnded(reason=WHY))
OVER = (LATER, clock, acts.SuspensionLapsed(about=5))
SET_ASIDE = (date(2026, 9, 17), decider1, acts.RequestSetAside(about=REQUEST, reasoning=WHY))
TAKEN_UP = (LATER, decider2, acts.DecisionReversed(version=8, reasoning=WHY, decide_by=date(2026, 10, 13)))
ENDED_BY_US = acts.AdjustmentLapsed(about=REQUEST, ended_by=acts.EndedBy.PERMISSION_REVOKED)

REFUSED = (ON, caseworker1, a_refused_adjustment(REQUEST))
PUT_RIGHT = (
    LATER,
    caseworker1,
    a_correction(5, REFUSED[2].model_copy(update={"reasoning": "Twintig uur is te veel."})),
)

ITS_ALONE: list[tuple[Happened, ...]] = [
    ASKED_FOR,
    (*ASKED_FOR, (date(2026, 9, 8), coop_a, a_supplement("plan"))),
    (*ASKED_FOR, MORE_TIME),
    (STANDS_STILL,),
    (STANDS_STILL, RUNS_AGAIN),
    (STANDS_STILL, OVER),
    (PUT_OFF,),
]
"""What it has to send, and by when is decided: that is between it and the municipality."""

FOR_BOTH: list[tuple[Happened, ...]] = [
    ((ON, caseworker1, acts.ViewInvited(intention="Wij willen weigeren.")),),
    (*ASKED_FOR, LAPSED, SET_ASIDE),
    (REFUSED,),
    ((ON, coop_a, acts.AdjustmentDropped(about=REQUEST)),),
    ((ON, clock, ENDED_BY_US),),
    (*ASKED_FOR, LAPSED, SET_ASIDE, TAKEN_UP),
    (REFUSED, PUT_RIGHT),
]
"""What becomes of it: the permission is the resident's."""


def of(asked: Happened, *happened: Happened) -> Case:
    """A case in which that was asked, and what happened since."""
    return a_case(APPLIED, *GRANTED, asked, *happened)


def written_in(case: Case) -> str:
    """All that its last letter says."""
    return " ".join(pages_of(pdf_of(letter_of(case))))


@pytest.mark.parametrize("happened", ITS_ALONE)
def test_what_is_missing_of_it_and_by_when_it_is_decided_is_told_to_the_cooperative_alone(
    happened: tuple[Happened, ...],
) -> None:
    """As it is asked of who asked, and told to whoever waits. Awb 4:5(1), 4:14(3), 4:15(4)."""
    whole = written_in(of(ITS_OWN, *happened))

    assert (WORKPLACE,) == letter_of(of(ITS_OWN, *happened)).addressees
    assert (RESIDENT, WORKPLACE) == letter_of(of(HIS, *happened)).addressees
    assert f"Beste {COOPERATIVE}," in whole
    assert "vertegenwoordigt" not in whole
    assert "kan het voor u opsturen" not in whole
    assert "can send it for you" not in whole


@pytest.mark.parametrize("happened", FOR_BOTH)
def test_what_becomes_of_it_is_told_to_the_cooperative_with_a_copy_for_the_resident(
    happened: tuple[Happened, ...],
) -> None:
    """Each sending has its own term to object. Awb 3:41, 3:43, 6:8."""
    whole = written_in(of(ITS_OWN, *happened))

    assert (WORKPLACE, RESIDENT) == letter_of(of(ITS_OWN, *happened)).addressees
    assert (RESIDENT, WORKPLACE) == letter_of(of(HIS, *happened)).addressees
    assert f"Beste {COOPERATIVE}," in whole
    assert "Kopie aan: S. de Wit." in whole
    for untrue in (
        "vertegenwoordigt",
        "uw deelname",
        "uw toestemming",
        "uw uitkering",
        "your p",
        "your benefit",
    ):
        assert untrue not in whole


@pytest.mark.parametrize(
    ("happened", "nl", "en"),
    [
        (
            FOR_BOTH[0],
            "vroeg om andere afspraken over de deelname van S. de Wit.",
            "This letter is for both: each of you can respond.",
        ),
        (
            FOR_BOTH[1],
            "verandert niets aan de toestemming van S. de Wit. Die is tot en met 30 april 2027.",
            "changes nothing in the permission of S. de Wit.",
        ),
        (
            FOR_BOTH[2],
            "wij veranderen de afspraken niet. S. de Wit kan blijven meedoen.",
            "You asked for other terms of the participation of S. de Wit.",
        ),
        (
            FOR_BOTH[3],
            "over de deelname van S. de Wit. Op 1 september 2026 is dat verzoek ingetrokken.",
            "that request was withdrawn.",
        ),
        (
            FOR_BOTH[6],
            "Wij veranderen de afspraken over de deelname niet.",
            "We do not change the terms of the participation.",
        ),
        (FOR_BOTH[4], "hoort bij ons besluit over de toestemming", "a part of our decision"),
    ],
)
def test_its_words_fit_who_asked(happened: tuple[Happened, ...], nl: str, en: str) -> None:
    whole = written_in(of(ITS_OWN, *happened))

    assert nl in whole
    assert en in whole


def test_what_changes_for_the_resident_is_told_to_him_and_to_who_asked_for_it() -> None:
    """Which is not said to represent him in that. Awb 2:1, 3:41."""
    adjusted = (ON, caseworker1, an_adjustment(REQUEST, 20))
    its_own, his = of(ITS_OWN, adjusted), of(HIS, adjusted)
    corrected = of(ITS_OWN, adjusted, (ON, caseworker1, a_correction(5, an_adjustment(REQUEST, 22))))

    assert (RESIDENT, WORKPLACE) == letter_of(its_own).addressees == letter_of(corrected).addressees
    assert f"{COOPERATIVE} vroeg om andere afspraken over uw deelname." in written_in(its_own)
    assert f"Kopie aan: {COOPERATIVE} " in written_in(its_own)
    assert f"Kopie aan: {COOPERATIVE} " in written_in(corrected)
    assert f"Kopie aan: {COOPERATIVE}, die u in deze zaak vertegenwoordigt." in written_in(his)


def test_a_cooperative_reads_that_the_permission_of_the_resident_stands_still() -> None:
    refused = (date(2026, 9, 2), caseworker1, a_refused_adjustment(5))
    whole = written_in(a_case(APPLIED, *GRANTED, SUSPENDED, ITS_OWN, refused))

    assert "de toestemming is opgeschort van 1 september 2026" in whole
    assert "In die tijd mag S. de Wit niet meedoen. Vanaf 1 oktober 2026 mag S. de Wit weer meedoen." in whole
    assert "From 1 October 2026 S. de Wit may take part again." in whole
