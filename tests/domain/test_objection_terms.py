"""The dates of an objection when something is to be mended, or the decision put off. Awb 6:6, 7:10."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from domain import acceptance, acts, objections
from domain.errors import NotAcceptable
from tests.domain.objected import ADJOURNED, TODAY, TOMORROW, a_case_with
from tests.examples import WHY, a_case, an_act, clock, coop_a, done, objections1
from tests.objecting import a_judgement, a_postponement, a_refused_case, a_repair_request, an_objection
from tests.superseding import a_sending


def test_what_is_to_be_mended_after_the_term_brings_no_term_back() -> None:
    """Six weeks after 13 April it is over, whatever is asked on 10 June. Awb 7:10(2)."""
    asked = (date(2026, 6, 10), objections1, a_repair_request(date(2026, 7, 1)))

    assert date(2026, 5, 26) == objections.objection_decision(a_case_with(asked)).due_on


def test_what_nobody_asked_for_leaves_the_day_to_examine_as_it_is() -> None:
    """And each day says from when it counts."""
    mended = (TOMORROW, coop_a, acts.RepairReceived(text=WHY))
    asked = (TODAY, objections1, a_repair_request(date(2026, 3, 24)))
    lapsed = (date(2026, 3, 25), clock, acts.RepairLapsed())

    def since(*happened: Any) -> tuple[date, str]:
        step = objections.examined_by(a_case_with(*happened)).steps[0]
        return step.on, step.reason.en

    assert (TODAY, "objection came in") == since() == since(mended) == since(asked)
    assert (TOMORROW, "the repair came in") == since(asked, mended)
    assert (date(2026, 3, 25), "the period to mend it is over") == since(asked, lapsed)


@pytest.mark.parametrize(
    ("sent_on", "due_on"),
    [
        (None, date(2026, 7, 7)),
        (date(2026, 5, 26), date(2026, 7, 7)),
        (date(2026, 5, 27), date(2026, 5, 26)),
    ],
)
def test_an_adjournment_is_of_use_only_when_it_was_told_in_time(sent_on: date | None, due_on: date) -> None:
    """In writing, before the term is over; else the old date holds again, and says why. Awb 7:10(3)."""
    case = a_case_with((date(2026, 5, 22), objections1, ADJOURNED))
    if sent_on:
        case = case.after(an_act(case, sent_on, clock, a_sending(2, sent_on)))
    term = objections.objection_decision(case)

    assert due_on == term.due_on
    assert (due_on == date(2026, 5, 26)) == ("too late" in term.steps[-1].reason.en)


@pytest.mark.parametrize(
    ("copied_on", "sent_on", "due_on"),
    [
        (date(2026, 5, 26), date(2026, 5, 28), date(2026, 5, 26)),
        (date(2026, 5, 28), date(2026, 5, 26), date(2026, 7, 7)),
    ],
)
def test_an_adjournment_is_told_to_another_who_objects_by_his_own_letter(
    copied_on: date, sent_on: date, due_on: date
) -> None:
    """What the cooperative and the resident get is a copy, which tells him nothing. Awb 7:10(3)."""
    adjourned = (date(2026, 5, 22), objections1, ADJOURNED)
    case = a_case_with(adjourned, objector="another", objector_name="Fietsenmaker BV")
    told = a_sending(2, copied_on)
    own = acts.Sent(addressee=acts.Addressee.OBJECTOR, channel=acts.Channel.POST, sent_on=sent_on)
    told = told.model_copy(update={"sendings": (*told.sendings, own)})

    assert due_on == objections.objection_decision(case.after(an_act(case, sent_on, clock, told))).due_on


@pytest.mark.parametrize(
    ("consent", "sent_on", "due_on"),
    [
        ("procedure", None, date(2026, 9, 1)),
        ("procedure", date(2026, 5, 26), date(2026, 9, 1)),
        ("procedure", date(2026, 5, 27), date(2026, 5, 26)),
        ("objector", date(2026, 5, 27), date(2026, 9, 1)),
    ],
)
def test_a_postponement_without_consent_is_of_use_only_when_it_was_told_in_time(
    consent: str, sent_on: date | None, due_on: date
) -> None:
    """A consent counts from when it was given, and the letter confirms it. Awb 7:10(4), (5)."""
    case = a_case_with((date(2026, 5, 22), objections1, a_postponement(date(2026, 9, 1), consent=consent)))
    if sent_on:
        case = case.after(an_act(case, sent_on, clock, a_sending(2, sent_on)))
    term = objections.objection_decision(case)

    assert due_on == term.due_on
    assert (due_on == date(2026, 5, 26)) == ("too late" in term.steps[-1].reason.en)


def test_a_request_to_mend_stops_the_term_from_the_day_after_it_was_sent() -> None:
    """Posted three days later, it stops it three days shorter. Awb 7:10(2)."""
    case = a_case_with((date(2026, 4, 20), objections1, a_repair_request(date(2026, 5, 4))))
    sent = case.after(an_act(case, date(2026, 4, 23), clock, a_sending(2, date(2026, 4, 23))))

    assert date(2026, 6, 8) == objections.objection_decision(case).due_on
    assert date(2026, 6, 4) == objections.objection_decision(sent).due_on


AUGUST, NOVEMBER = date(2026, 8, 21), date(2026, 11, 13)
"""The day on which a decision was sent, and the last one to decide on an objection to it."""


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"weeks": 5}, None),
        ({"weeks": 6}, "weeks"),
        ({"weeks": 7}, "weeks"),
        ({"until": date(2026, 12, 24)}, None),
        ({"until": date(2026, 12, 25)}, "until"),
        ({"until": date(2026, 12, 28)}, "until"),
        ({"until": NOVEMBER}, "until"),
    ],
)
def test_an_objection_is_adjourned_to_a_working_day_within_six_weeks(
    said: dict[str, Any], field: str | None
) -> None:
    """Six weeks after 13 November it is Christmas: the day that the municipality chooses does not roll. Awb 7:10(3)."""
    case = a_case(
        (AUGUST, coop_a, an_objection(a_refused_case(AUGUST))), (AUGUST, objections1, a_judgement())
    )
    act = acts.ObjectionAdjourned(reasoning=WHY, **said)
    if field:
        with pytest.raises(NotAcceptable) as refusal:
            acceptance.check(done(objections1, act), case, NOVEMBER)

        assert field == refusal.value.field
        return

    acceptance.check(done(objections1, act), case, NOVEMBER)
    adjourned = case.after(an_act(case, NOVEMBER, objections1, act))
    asked = adjourned.after(an_act(adjourned, NOVEMBER, objections1, a_repair_request(date(2026, 11, 20))))
    until = said.get("until", date(2026, 12, 18))

    assert until == objections.objection_decision(adjourned).due_on
    assert until + timedelta(days=6) == objections.objection_decision(asked).due_on


@pytest.mark.parametrize("said", [{}, {"weeks": 1, "until": NOVEMBER}])
def test_an_adjournment_is_of_so_many_weeks_or_to_a_day(said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="by how many weeks, or until which day"):
        acts.ObjectionAdjourned(reasoning=WHY, **said)
