"""What is refused of an appeal since no decision came in time. Awb 6:12, 8:55d."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from domain import acceptance, acts, objections
from domain.acts import Act
from domain.case import Case
from domain.errors import NotAcceptable, NotNow
from tests.domain.objected import LATE, TODAY, TOMORROW, a_case_with
from tests.examples import WHY, a_refusal, an_act, decider1, done, objections1
from tests.objecting import a_refused_case

APPEALED = acts.LateDecisionAppealed(court="Rechtbank", lodged_on=TODAY)
CASE = a_case_with((TODAY, objections1, APPEALED))
ABOUT = CASE.version


def ruled(outcome: str = "upheld", **changed: Any) -> acts.LateDecisionRuled:
    """The court upheld it today, with time until another day."""
    said = {"about": ABOUT, "outcome": outcome, "decided_on": TODAY, "summary": WHY}
    return acts.LateDecisionRuled.model_validate(said | {"decide_by": LATE} | changed)


UNACCEPTABLE: list[tuple[str, Act]] = [
    ("lodgedOn", APPEALED.model_copy(update={"lodged_on": TOMORROW})),
    ("lodgedOn", APPEALED.model_copy(update={"lodged_on": date(2026, 3, 9)})),
    ("decidedOn", ruled(decided_on=TOMORROW)),
    ("decidedOn", ruled(decided_on=date(2026, 3, 9))),
    ("decideBy", ruled(decide_by=None)),
    ("decideBy", ruled(decide_by=TODAY)),
    ("decideBy", ruled("unfounded")),
    ("dailyCents", ruled("withdrawn", decide_by=None, daily_cents=1, most_cents=2)),
]


@pytest.mark.parametrize(("field", "act"), UNACCEPTABLE)
def test_what_does_not_fit_is_refused_by_its_field(field: str, act: Act) -> None:
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(objections1, act), CASE, TODAY)

    assert field == refusal.value.field


@pytest.mark.parametrize(
    "act", [APPEALED, ruled(), ruled(daily_cents=1, most_cents=2), ruled("inadmissible", decide_by=None)]
)
def test_what_fits_is_taken_in(act: Act) -> None:
    acceptance.check(done(objections1, act), CASE, TODAY)


def test_a_court_rules_once_on_an_appeal_that_there_is() -> None:
    after: Case = CASE.after(an_act(CASE, TODAY, objections1, ruled()))

    for act, case in ((ruled(), after), (ruled(about=1), CASE)):
        with pytest.raises(NotNow, match="No such appeal runs"):
            acceptance.check(done(objections1, act), case, TODAY)


def test_what_a_court_has_paid_has_an_amount_a_day_and_a_maximum() -> None:
    with pytest.raises(ValidationError, match="an amount a day and a maximum"):
        ruled(daily_cents=100)


def test_to_record_an_appeal_is_no_part_in_the_decision() -> None:
    """Who did may deal with an objection to that decision. Awb 7:5."""
    case = a_refused_case(TODAY)
    entries = case.entries[:-1]
    late = case.model_copy(update={"entries": entries})
    late = late.after(an_act(late, TODAY, objections1, APPEALED))
    late = late.after(an_act(late, TODAY, objections1, ruled(about=late.version)))
    late = late.after(an_act(late, TODAY, decider1, a_refusal()))

    assert "objections1" not in objections.contested(late).involved
