"""The letters about a request to renew or to adjust: what each calls it, and to whom it goes. Awb 1:3(3), 4:13."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.acts import Addressee, Party
from domain.case import Case
from domain.notices import called_for as notice_for
from domain.people import Actor
from tests.examples import a_case, a_suspension, an_act, caseworker1, clock, coop_a, decider1
from tests.letters.letters import APPLIED, CASES, COOPERATIVE, GRANTED, WHY, letter_of, pages_of, pdf_of
from tests.letters.objections import an_objection_of
from tests.permitting import a_renewal_asked, an_adjustment_asked

ASKED, DUE, LATE, FIXED = date(2026, 9, 1), date(2026, 10, 27), date(2026, 11, 2), date(2027, 1, 5)
RESIDENT, WORKPLACE = Addressee.RESIDENT, Addressee.COOPERATIVE
RENEWAL = a_renewal_asked(date(2028, 4, 30))
HIS, ITS_OWN = (an_adjustment_asked(20, on_behalf_of=each) for each in (Party.RESIDENT, Party.COOPERATIVE))
Asked = acts.RenewalRequested | acts.AdjustmentRequested


def letter_in(case: Case) -> str:
    """All that it says."""
    return " ".join(pages_of(pdf_of(letter_of(case))))


def too_late(asked: Asked) -> Case:
    """Nobody decided on it in time, and the amount is determined."""
    counts = acts.NoticeOfDefaultWeighed(about=5, effect=acts.NoticeEffect.COUNTS, decision_due_on=DUE)
    return a_case(
        APPLIED,
        *GRANTED,
        (ASKED, coop_a, asked),
        (LATE, coop_a, acts.NoticeOfDefaultReceived()),
        (LATE, clock, counts),
        (FIXED, decider1, acts.PenaltyDetermined(about=5, cents=144_200, reasoning=WHY)),
    )


@pytest.mark.parametrize(
    ("asked", "nl", "en"),
    [
        (RENEWAL, "uw verzoek om te verlengen", "your request to renew"),
        (HIS, "het verzoek om andere afspraken", "the request for other terms"),
        (ITS_OWN, "het verzoek om andere afspraken", "the request for other terms"),
    ],
)
def test_a_penalty_is_for_being_late_with_what_was_asked(asked: Asked, nl: str, en: str) -> None:
    whole = letter_in(too_late(asked))

    assert f"uiterlijk 27 oktober 2026 beslissen op {nl}. Dat is niet gelukt." in whole
    assert f"decide on {en} by 27 October 2026." in whole
    assert "beslissen op uw aanvraag" not in whole
    assert "your application" not in whole


def test_a_penalty_for_being_late_with_an_application_or_an_objection_says_so() -> None:
    weighed = acts.NoticeOfDefaultWeighed(about=3, effect=acts.NoticeEffect.COUNTS, decision_due_on=DUE)
    objection = an_objection_of(
        (LATE, coop_a, acts.NoticeOfDefaultReceived()),
        (LATE, clock, weighed),
        (FIXED, decider1, acts.PenaltyDetermined(about=3, cents=144_200, reasoning=WHY)),
    )

    assert "beslissen op uw aanvraag. Dat is niet" in letter_in(CASES["penalty_determined"])
    assert "beslissen op het bezwaar in deze zaak. Dat is niet" in letter_in(objection)


def test_a_penalty_is_paid_to_who_asked() -> None:
    """What the cooperative asked for itself it is owed itself, and nobody else. Awb 4:17(1)."""
    assert (RESIDENT, WORKPLACE) == letter_of(too_late(HIS)).addressees
    assert (RESIDENT, WORKPLACE) == letter_of(too_late(RENEWAL)).addressees
    assert (WORKPLACE,) == letter_of(too_late(ITS_OWN)).addressees
    assert f"Beste {COOPERATIVE}," in letter_in(too_late(ITS_OWN))


def test_a_cooperative_is_mailed_of_its_penalty_whatever_came_after_it() -> None:
    """Acts that are recorded together have the messages that they would have had one by one."""
    case = too_late(ITS_OWN)
    later = case.after(an_act(case, FIXED, caseworker1, acts.NoteAdded(text=WHY)))

    assert notice_for(case, case.entries[-1]) is not None
    assert notice_for(case, case.entries[-1]) == notice_for(later, case.entries[-1])


@pytest.mark.parametrize(
    "ends",
    [
        (date(2026, 9, 21), caseworker1, acts.SuspensionEnded(reason=WHY)),
        (date(2026, 10, 1), clock, acts.SuspensionLapsed(about=5)),
    ],
)
def test_a_request_on_which_time_runs_again_is_called_no_application(
    ends: tuple[date, Actor, acts.Act],
) -> None:
    suspended = (ASKED, caseworker1, a_suspension(date(2026, 10, 1), request=4))
    case = a_case(APPLIED, *GRANTED, (ASKED, coop_a, RENEWAL), suspended, ends)
    whole = letter_in(case)

    assert letter_of(case).title.nl == "De tijd om te beslissen loopt weer"
    assert "The time that we have to decide on your request to renew stood still." in whole
    assert "uw aanvraag" not in whole
    assert "your application" not in whole
