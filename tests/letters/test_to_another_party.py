"""What is decided anew on the objection of another party is sent to him too. Awb 1:2, 3:41, 3:43, 7:11(2)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acts, news
from domain.acts import Act, Addressee, Channel, Objector, Outcome
from domain.case import Case
from domain.people import Actor
from tests.domain.objected import DECLINED, JUDGED, TODAY, a_case_with
from tests.examples import (
    a_case,
    a_change,
    a_grant,
    a_refusal,
    a_review,
    an_act,
    caseworker1,
    clock,
    coop_a,
    decider2,
    decider3,
)
from tests.letters.letters import APPLIED, COOPERATIVE, GRANTED, LATER, letter_of, pages_of, pdf_of
from tests.objecting import a_decision
from tests.permitting import (
    a_refused_adjustment,
    a_suspended_permission,
    an_adjustment,
    an_adjustment_asked,
)
from tests.superseding import a_correction, a_reversal

Happened = tuple[date, Actor, Act]

RESIDENT, WORKPLACE, OTHER = Addressee.RESIDENT, Addressee.COOPERATIVE, Addressee.OBJECTOR
OCTOBER = date(2026, 10, 1)
SHOP = "Fietsenmaker Van Dam"
ANEW = (LATER, decider2, a_grant(LATER, date(2027, 4, 30), hours_a_week=8))


def upheld(version: int, name: str | None = SHOP, number: str = "ZON-2026-0002") -> Happened:
    """The objection of that party, or of the resident, was upheld."""
    told = acts.ObjectionUpheld(objection=number, version=version, decide_by=OCTOBER, objector_name=name)
    return (LATER, clock, told)


def closed(version: int) -> tuple[Happened, ...]:
    """So was one to a decision on a request, or on the permission."""
    lodged = acts.ObjectionLodged(objection="ZON-2026-0002", version=version, received_on=LATER)
    told = acts.ObjectionClosed(
        objection="ZON-2026-0002", outcome=Outcome.UPHELD, decide_by=OCTOBER, objector_name=SHOP
    )
    return ((LATER, clock, lodged), (LATER, clock, told))


def anew(*happened: Happened) -> Case:
    """What happened since the permission was granted."""
    return a_case(APPLIED, *GRANTED, *happened)


def test_the_case_is_told_the_name_of_another_party_that_is_upheld_and_of_nobody_else() -> None:
    """No more of him than it takes to send him what is decided anew; nothing where he is not upheld."""
    other = {"objector": Objector.ANOTHER, "objector_name": SHOP}

    def told(outcome: Outcome, **changed: Any) -> Act:
        case = a_case_with(JUDGED, DECLINED, **changed)
        decided = a_decision(outcome, no_hearing="declined")
        return news.of_an_objection(case.after(an_act(case, TODAY, decider2, decided)), decided)

    by_another, by_him, in_vain = (
        told(Outcome.UPHELD, **other),
        told(Outcome.UPHELD),
        told(Outcome.UNFOUNDED, **other),
    )

    assert isinstance(by_another, acts.ObjectionUpheld)
    assert isinstance(by_him, acts.ObjectionUpheld)
    assert isinstance(in_vain, acts.ObjectionClosed)
    assert (SHOP, None, None) == (by_another.objector_name, by_him.objector_name, in_vain.objector_name)


def test_an_objection_upheld_on_a_permission_hands_on_his_name() -> None:
    asked = (LATER, coop_a, an_adjustment_asked(20))
    case = anew(asked, (LATER, caseworker1, an_adjustment(4, 20)))
    told = news.taken_in(
        case, acts.ObjectionUpheld(objection="one", version=5, decide_by=OCTOBER, objector_name=SHOP)
    )

    assert isinstance(told, acts.ObjectionClosed)
    assert SHOP == told.objector_name


def test_the_decision_that_is_taken_again_goes_to_him_by_post_with_the_term_to_appeal() -> None:
    letter = letter_of(anew(upheld(3), ANEW))
    whole = " ".join(pages_of(pdf_of(letter)))

    assert (RESIDENT, WORKPLACE, OTHER) == letter.addressees
    assert (SHOP, Channel.POST) == (letter.objector, letter.channel(OTHER))
    assert f"Kopie aan: {COOPERATIVE}, die u in deze zaak vertegenwoordigt, en {SHOP}." in whole
    assert "in beroep gaan bij de rechtbank tot en met" in whole


@pytest.mark.parametrize(
    "happened",
    [
        (upheld(3), (LATER, decider2, a_refusal())),
        (upheld(3), ANEW, (LATER, decider2, a_correction(5, a_grant(LATER, date(2027, 3, 31))))),
    ],
)
def test_so_does_a_refusal_and_a_correction_of_it(happened: tuple[Happened, ...]) -> None:
    assert OTHER in letter_of(anew(*happened)).addressees


def test_so_does_what_is_decided_again_on_a_request() -> None:
    asked = (LATER, coop_a, an_adjustment_asked(20))
    adjusted = (LATER, caseworker1, an_adjustment(4, 20))
    again = (LATER, decider3, a_refused_adjustment(4))

    assert OTHER in letter_of(anew(asked, adjusted, *closed(5), again)).addressees
    assert OTHER not in letter_of(anew(asked, again)).addressees


SUSPENDED = (LATER, decider3, a_suspended_permission(date(2026, 10, 5), date(2026, 10, 20)))
CHANGED = (LATER, caseworker1, a_change(4))


@pytest.mark.parametrize(
    ("annulled", "instead"),
    [
        (SUSPENDED, SUSPENDED),
        (CHANGED, CHANGED),
        (SUSPENDED, (LATER, decider2, a_correction(7, a_suspended_permission(OCTOBER, date(2026, 10, 20))))),
    ],
)
def test_so_does_what_is_decided_where_a_suspension_or_a_change_was_annulled(
    annulled: Happened, instead: Happened
) -> None:
    """The first time, and a correction of it: what is decided later still is not his."""
    first = anew(annulled, *closed(4), annulled)
    case = first if instead is annulled else first.after(an_act(first, *instead))
    later = case.after(an_act(case, *annulled))

    assert (RESIDENT, WORKPLACE, OTHER) == letter_of(case).addressees
    assert SHOP == letter_of(case).objector
    assert (RESIDENT, WORKPLACE) == letter_of(later).addressees


def test_a_change_after_the_next_reassessment_is_not_his() -> None:
    continued = (LATER, caseworker1, acts.ParticipationContinued(reasoning="Goed."))

    assert (RESIDENT, WORKPLACE) == letter_of(anew(CHANGED, *closed(4), continued)).addressees
    assert (RESIDENT, WORKPLACE) == letter_of(anew(CHANGED, *closed(4), continued, CHANGED)).addressees


@pytest.mark.parametrize(
    "happened",
    [
        (upheld(3, name=None), ANEW),
        ((LATER, decider3, a_reversal(3, OCTOBER)), ANEW),
        (upheld(3), (LATER, caseworker1, a_review())),
    ],
)
def test_nobody_else_is_sent_anything(happened: tuple[Happened, ...]) -> None:
    """Of what the resident objected to, what was taken back, and what is no part of it."""
    case = anew(*happened)
    last = case.entries[-1].act

    assert isinstance(last, acts.ApplicationReviewed) or letter_of(case).addressees == (RESIDENT, WORKPLACE)


def test_what_is_decided_later_on_the_permission_is_not_his() -> None:
    later = anew(upheld(3), ANEW, (OCTOBER, caseworker1, acts.ParticipationContinued(reasoning="Goed.")))

    assert (RESIDENT, WORKPLACE) == letter_of(later).addressees
    assert letter_of(later).objector is None


def test_others_who_objected_apart_share_a_letter() -> None:
    letter = letter_of(anew(upheld(3), upheld(3, "Bakker Jansen", "ZON-2026-0003"), ANEW))

    assert f"{SHOP} en Bakker Jansen" == letter.objector
