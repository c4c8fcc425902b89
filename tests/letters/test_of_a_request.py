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


def asked_for(asked: Asked, by: Actor = coop_a) -> Case:
    """It came in, which is told."""
    return a_case(APPLIED, *GRANTED, (ASKED, by, asked))


def test_what_is_asked_is_received_by_a_letter_with_the_day_by_which_it_is_decided_on() -> None:
    """By the day on which it came, however long after that it was registered. Awb 4:13."""
    came = RENEWAL.model_copy(update={"received_on": date(2026, 8, 24)})
    whole = letter_in(asked_for(came, caseworker1))

    assert "Op 24 augustus 2026 kregen wij uw verzoek om langer mee te mogen doen." in whole
    assert "U krijgt uiterlijk 19 oktober 2026 ons besluit." in whole
    assert "Uw toestemming van nu is tot en met 30 april 2027." in whole
    assert "You will get our decision by 19 October 2026." in whole


def test_a_receipt_of_what_is_decided_on_too_late_already_promises_no_day_that_is_over() -> None:
    came = RENEWAL.model_copy(update={"received_on": date(2026, 6, 1)})
    whole = letter_in(asked_for(came, caseworker1))

    assert "Wij hadden uiterlijk 27 juli 2026 moeten beslissen." in whole
    assert "We should have decided by 27 July 2026." in whole
    assert "U krijgt uiterlijk" not in whole


def test_a_receipt_of_what_is_registered_after_the_last_day_promises_no_terms() -> None:
    """It says of a request to adjust that it is answered, and what is left to adjust. Awb 4:13."""
    came = HIS.model_copy(update={"received_on": date(2027, 4, 29)})
    over = (date(2027, 5, 1), clock, acts.PermissionExpired())
    whole = letter_in(a_case(APPLIED, *GRANTED, over, (date(2027, 5, 3), caseworker1, came)))

    assert "De toestemming was tot en met 30 april 2027. Aanpassen kan alleen nog" in whole
    assert "The permission was up to and including 30 April 2027. We can adjust it only" in whole
    assert "blijven zij zoals zij zijn" not in whole
    assert "stay as they are" not in whole
    assert "blijven zij zoals zij zijn" in letter_in(asked_for(HIS))


@pytest.mark.parametrize("asked", [RENEWAL, HIS])
def test_what_was_asked_for_a_resident_is_received_by_him(asked: Asked) -> None:
    """Who wrote to the municipality himself was represented by nobody."""
    by_the_cooperative, by_himself = asked_for(asked), asked_for(asked, caseworker1)

    assert (RESIDENT, WORKPLACE) == letter_of(by_the_cooperative).addressees
    assert "De coöperatie heeft dit namens u gevraagd." in letter_in(by_the_cooperative)
    assert "namens u gevraagd" not in letter_in(by_himself)
    assert "on your behalf" not in letter_in(by_himself)


def test_what_the_cooperative_asks_for_itself_is_received_by_it_with_a_copy_for_the_resident() -> None:
    """It is on his permission."""
    whole = letter_in(asked_for(ITS_OWN))

    assert (WORKPLACE, RESIDENT) == letter_of(asked_for(ITS_OWN)).addressees
    assert f"Beste {COOPERATIVE}," in whole
    assert "andere afspraken over de deelname van S. de Wit. U vroeg dit voor de coöperatie zelf." in whole
    assert "You asked this for the cooperative itself." in whole
    assert "Kopie aan: S. de Wit." in whole


@pytest.mark.parametrize(
    ("conditions", "said"),
    [((), "U vraagt om geen voorwaarden."), (("Alleen overdag.",), "die u vraagt: • Alleen overdag.")],
)
def test_a_receipt_repeats_the_conditions_that_are_asked(conditions: tuple[str, ...], said: str) -> None:
    assert said in letter_in(asked_for(an_adjustment_asked(20, *conditions)))


@pytest.mark.parametrize("asked", [RENEWAL, HIS, ITS_OWN])
def test_the_cooperative_is_mailed_that_the_receipt_lies_ready(asked: Asked) -> None:
    case = asked_for(asked)
    notice = notice_for(case, case.entries[-1])

    assert notice is not None
    assert "De brief hierover staat in de zaak." in notice.body.nl
