"""A letter says that the case closes only where nothing is left to settle in it. Awb 4:17, 4:87, 7:10."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, notices
from domain.acts import Act
from domain.case import Case
from domain.people import Actor
from tests.examples import a_case, an_ending, clock, coop_a, decider1, objections1
from tests.letters.letters import APPLIED, GRANTED, LATER, THEN, letter_of, pages_of, pdf_of
from tests.letters.objections import an_objection_of
from tests.superseding import a_reversal

Happened = tuple[date, Actor, Act]

CLOSES, CLOSES_EN = "Wij sluiten deze zaak.", "We close this case."
NOT_YET, NOT_YET_EN = "Wij sluiten deze zaak nog niet.", "We do not close this case yet."

EXPIRED = (date(2027, 5, 1), clock, acts.PermissionExpired())
ENDED = (LATER, coop_a, an_ending(LATER))
JUNE = date(2026, 6, 15)
WITHDRAWN = (JUNE, coop_a, acts.ApplicationWithdrawn(reason="Werk gevonden."))


def _whole(case: Case) -> str:
    return " ".join(pages_of(pdf_of(letter_of(case))))


def _noticed(on: date, version: int, due_on: date) -> tuple[Happened, ...]:
    """A notice of default came on that day, as that act, and counts."""
    counts = acts.NoticeOfDefaultWeighed(
        about=version, effect=acts.NoticeEffect.COUNTS, decision_due_on=due_on
    )
    return ((on, coop_a, acts.NoticeOfDefaultReceived()), (on, clock, counts))


DUE = date(2026, 4, 28)
LATE = _noticed(date(2026, 4, 29), 2, DUE)
DETERMINED = (
    date(2026, 6, 12),
    decider1,
    acts.PenaltyDetermined(about=2, cents=144_200, reasoning="42 dagen."),
)
AT_COURT = (JUNE, coop_a, acts.LateDecisionAppealed(court="Rechtbank", lodged_on=JUNE))

TAKEN_BACK = (date(2026, 8, 3), coop_a, acts.ObjectionWithdrawn())
ANOTHERS = (date(2026, 8, 3), objections1, acts.ObjectionForwarded(to="UWV", reasoning="Het UWV besliste."))
OBJECTED_LATE = _noticed(JUNE, 3, date(2026, 6, 5))


def _objected(version: int, on: date) -> Happened:
    return (on, clock, acts.ObjectionLodged(objection="MD-1", version=version, received_on=on))


CASES: dict[str, tuple[Case, str, str]] = {
    "withdrawn before anybody was late": (a_case(APPLIED, (THEN, *WITHDRAWN[1:])), CLOSES, CLOSES_EN),
    "withdrawn within two weeks of a notice of default": (
        a_case(APPLIED, *LATE, (date(2026, 5, 6), *WITHDRAWN[1:])),
        CLOSES,
        CLOSES_EN,
    ),
    "withdrawn after days that are paid for": (
        a_case(APPLIED, *LATE, WITHDRAWN),
        "de ingebrekestelling: u hoort nog of wij een dwangsom moeten betalen",
        "the notice of default: you will hear whether we must make a penalty payment",
    ),
    "withdrawn before the penalty is paid": (
        a_case(APPLIED, *LATE, DETERMINED, WITHDRAWN),
        "de dwangsom: die betalen wij u nog",
        "the penalty payment: we still pay it to you",
    ),
    "withdrawn while a court was asked": (
        a_case(APPLIED, AT_COURT, WITHDRAWN),
        "het beroep omdat wij te laat waren: daarop beslist de rechter nog",
        "the appeal since we were late: the court still decides on it",
    ),
    "ended while an objection runs": (
        a_case(APPLIED, *GRANTED, _objected(3, THEN), ENDED),
        "het bezwaar: daarop beslissen wij nog",
        "the objection: we still decide on it",
    ),
    "ended at once": (a_case(APPLIED, *GRANTED, ENDED), CLOSES, CLOSES_EN),
    "ended on a day ahead": (
        a_case(APPLIED, *GRANTED, (LATER, coop_a, an_ending(date(2026, 12, 31)))),
        "Daarna sluiten wij deze zaak.",
        "After that we close this case.",
    ),
    "an objection withdrawn": (an_objection_of(TAKEN_BACK), CLOSES, CLOSES_EN),
    "an objection withdrawn after days that are paid for": (
        an_objection_of(*OBJECTED_LATE, TAKEN_BACK),
        "de ingebrekestelling: u hoort nog of wij een dwangsom moeten betalen",
        "the notice of default: you will hear whether we must make a penalty payment",
    ),
    "an objection forwarded": (an_objection_of(ANOTHERS), CLOSES, CLOSES_EN),
    "an objection forwarded while a court was asked": (
        an_objection_of(AT_COURT, ANOTHERS),
        "het beroep omdat wij te laat waren: daarop beslist de rechter nog",
        "the appeal since we were late: the court still decides on it",
    ),
    "expired": (a_case(APPLIED, *GRANTED, EXPIRED), CLOSES, CLOSES_EN),
    "expired while an objection runs": (
        a_case(APPLIED, *GRANTED, _objected(3, date(2027, 4, 20)), EXPIRED),
        "het bezwaar: daarop beslissen wij nog",
        "the objection: we still decide on it",
    ),
}


@pytest.mark.parametrize("which", sorted(CASES))
def test_a_letter_says_that_the_case_closes_or_what_has_to_be_settled_first(which: str) -> None:
    case, nl, en = CASES[which]
    whole, closes_now = _whole(case), nl == CLOSES
    stays_open = not closes_now and "Daarna" not in nl

    assert nl in whole
    assert en in whole
    assert closes_now == (CLOSES in whole) == (CLOSES_EN in whole)
    assert stays_open == (NOT_YET in whole) == (NOT_YET_EN in whole)


@pytest.mark.parametrize("which", sorted(name for name in CASES if not name.startswith("ended")))
def test_the_message_beside_it_says_the_same(which: str) -> None:
    case, nl, _ = CASES[which]
    told = notices.called_for(case, case.entries[-1])

    assert told is not None
    assert (
        (nl == CLOSES) == ("Wij sluiten de zaak." in told.body.nl) == ("We close the case." in told.body.en)
    )
    assert (nl != CLOSES) == ("De zaak blijft nog open" in told.body.nl)


def test_what_is_decided_again_after_the_last_day_closes_nothing() -> None:
    case = a_case(APPLIED, *GRANTED, (LATER, decider1, a_reversal(3, date(2027, 6, 1))), EXPIRED)
    whole, told = _whole(case), notices.called_for(case, case.entries[-1])

    assert told is not None
    assert "Wij nemen nog een nieuw besluit op uw aanvraag." in whole
    assert "Wij nemen nog wel een nieuw besluit." in told.body.nl
    assert "sluiten" not in whole + told.body.nl


@pytest.mark.parametrize(("day", "nl", "en"), [(LATER, "is", "is"), (date(2026, 8, 28), "was", "was")])
def test_a_last_day_that_is_over_was_the_last_day(day: date, nl: str, en: str) -> None:
    whole = _whole(a_case(APPLIED, *GRANTED, (LATER, coop_a, an_ending(day))))

    assert f"De laatste dag {nl} {day.day} " in whole
    assert f"The last day {en} {day.day} " in whole
