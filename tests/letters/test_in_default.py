"""A letter that is late asks for no notice of default that is there, and moves no day that is over. Awb 4:15, 4:17."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acts
from domain.acts import NoHearing, NoticeOfDefaultReceived
from domain.case import Case
from domain.matters.default import weigh
from domain.people import Actor
from tests.examples import (
    a_case,
    a_check,
    a_supplement,
    a_suspension,
    an_act,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    objections1,
)
from tests.letters.letters import APPLIED, GRANTED, letter_of, pages_of, pdf_of
from tests.letters.objections import an_objection_of
from tests.objecting import a_judgement, a_waiver
from tests.permitting import a_renewal_asked, an_adjustment_asked

INVITES = ("Dat heet een ingebrekestelling.", "That is called a notice of default.")


def and_then(case: Case, *happened: tuple[date, Actor, Any]) -> Case:
    """The case after that; a notice of default is weighed at once."""
    for on, actor, act in happened:
        case = case.after(an_act(case, on, actor, act))
        if isinstance(act, NoticeOfDefaultReceived):
            case = case.after(an_act(case, on, clock, weigh(case, case.version)))
    return case


def written_in(case: Case) -> str:
    """All that its last letter says, in Dutch and in English."""
    return " ".join(" ".join(pages_of(pdf_of(letter_of(case)))).split())


JUNE_14 = date(2026, 6, 14)
OBJECTED = an_objection_of((date(2026, 3, 10), objections1, a_judgement()))
WAIVED = (JUNE_14, objections1, a_waiver(NoHearing.MANIFESTLY_UNFOUNDED))


def test_a_letter_says_from_when_money_is_owed_once_a_notice_counts() -> None:
    """To be decided on by 26 May; notice on the 28th, so from 12 June."""
    whole = written_in(and_then(OBJECTED, (date(2026, 5, 28), coop_a, NoticeOfDefaultReceived()), WAIVED))

    assert "Op 28 mei 2026 kregen wij een ingebrekestelling" in whole
    assert "voor elke dag vanaf 12 juni 2026 waarop wij nog niet hebben beslist" in whole
    assert "On 28 May 2026 we got a notice of default" in whole
    assert "each day from 12 June 2026 on which we have not decided yet" in whole
    assert INVITES[0] not in whole
    assert INVITES[1] not in whole


@pytest.mark.parametrize(
    "before",
    [(), ((date(2026, 5, 11), coop_a, NoticeOfDefaultReceived()),)],
    ids=["none", "too early"],
)
def test_without_one_that_counts_it_asks_for_one(before: tuple[Any, ...]) -> None:
    """One that came too early does nothing. Awb 4:17(3)."""
    whole = written_in(and_then(OBJECTED, *before, WAIVED))

    assert INVITES[0] in whole
    assert INVITES[1] in whole
    assert "Daarom moeten wij" not in whole


def test_a_notice_about_another_request_says_nothing_of_this_one() -> None:
    """Each has its own term, and its own default. Awb 4:17(1)."""
    asked = (date(2026, 9, 1), coop_a, a_renewal_asked(date(2028, 4, 30)))
    other = (date(2026, 9, 1), coop_a, an_adjustment_asked())
    late, then = date(2026, 11, 9), date(2026, 11, 30)
    abroad = acts.SuspensionGround.INFORMATION_FROM_ABROAD
    stands_still = (date(2026, 9, 1), caseworker1, a_suspension(date(2026, 9, 8), abroad, request=4))
    ended = (then, caseworker1, acts.SuspensionEnded(ended_on=date(2026, 9, 2), suspension=6, reason="Ja."))
    case = and_then(a_case(APPLIED, *GRANTED), asked, other, stands_still)
    about_the_other = (late, coop_a, NoticeOfDefaultReceived(request=5))
    about_it = (late, coop_a, NoticeOfDefaultReceived(request=4))

    assert INVITES[0] in written_in(and_then(case, about_the_other, ended))
    assert "Op 9 november 2026 kregen wij een ingebrekestelling" in written_in(
        and_then(case, about_it, ended)
    )


DAY_AFTER = date(2027, 5, 1)
EXPIRED = (DAY_AFTER, clock, acts.PermissionExpired())
NOTICED = (date(2027, 4, 12), coop_a, NoticeOfDefaultReceived(request=4))


def test_so_it_is_of_what_was_asked_of_a_permission_that_is_over() -> None:
    """Noticed on 12 April 2027, so from the 27th; a request to renew in a sentence, one to adjust in its line."""
    february = date(2027, 2, 1)
    renewal = (february, coop_a, a_renewal_asked(date(2028, 4, 30)))
    adjustment = (february, coop_a, an_adjustment_asked())
    of_a_renewal = written_in(and_then(a_case(APPLIED, *GRANTED), renewal, NOTICED, EXPIRED))
    of_an_adjustment = written_in(and_then(a_case(APPLIED, *GRANTED), adjustment, NOTICED, EXPIRED))

    assert "te laat. Op 12 april 2027 kregen wij een ingebrekestelling" in of_a_renewal
    assert "voor elke dag vanaf 27 april 2027" in of_a_renewal
    assert "each day from 27 April 2027" in of_a_renewal
    assert "te laat; daarom moeten wij meestal geld betalen vanaf 27 april 2027" in of_an_adjustment
    assert "late; so we usually have to pay money from 27 April 2027" in of_an_adjustment


def test_so_it_is_of_what_is_sent_for_a_request_that_is_late() -> None:
    """Of that request, and not of the application. Noticed on 8 June, so from the 23rd."""
    june = date(2026, 6, 8)
    asked = acts.SupplementRequested(missing=("mandate",), until=date(2026, 7, 1))
    supplied = (
        *((june, coop_a, NoticeOfDefaultReceived()), (june, caseworker1, a_check("mandate"))),
        *((june, clock, asked), (june, coop_a, a_supplement("mandate"))),
    )
    whole = written_in(and_then(a_case(APPLIED), *supplied))

    assert "Op 8 juni 2026 kregen wij een ingebrekestelling" in whole
    assert "voor elke dag vanaf 23 juni 2026" in whole
    assert "each day from 23 June 2026" in whole


MAY_16 = date(2026, 5, 16)
MOVES = ("Dan wordt die datum later.", "Then that date will be later.")
MISSING = acts.SupplementRequested(missing=("mandate",), until=date(2026, 6, 1))
SUPPLIED = (
    (MAY_16, caseworker1, a_check("mandate")),
    (MAY_16, clock, MISSING),
    (MAY_16, coop_a, a_supplement("mandate")),
)


@pytest.mark.parametrize(
    "case",
    [
        and_then(a_case(APPLIED), *SUPPLIED),
        and_then(
            a_case(APPLIED, *GRANTED),
            (date(2026, 12, 1), caseworker1, an_adjustment_asked(received_on=date(2026, 9, 1))),
        ),
        and_then(
            a_case(APPLIED, *GRANTED),
            (
                date(2026, 12, 1),
                caseworker1,
                a_renewal_asked(date(2028, 4, 30)).model_copy(update={"received_on": date(2026, 9, 1)}),
            ),
        ),
        a_case((MAY_16, caseworker1, an_application_received(received_on=date(2026, 3, 2)))),
    ],
    ids=["supplement", "adjustment", "renewal", "application"],
)
def test_a_day_that_is_over_becomes_no_later(case: Case) -> None:
    """Whatever is still waited for. Awb 4:15."""
    whole = written_in(case)

    assert "uiterlijk" in whole
    assert MOVES[0] not in whole
    assert MOVES[1] not in whole


def test_a_day_that_lies_ahead_may() -> None:
    """Once something is asked for in time."""
    march = [(date(2026, 3, 10), actor, act) for _, actor, act in SUPPLIED]
    whole = written_in(and_then(a_case(APPLIED), *march))

    assert f"Moeten wij weer op iets van u wachten? {MOVES[0]}" in whole
    assert f"wait for something from you again? {MOVES[1]}" in whole
