"""An objection that came before the decision was sent: its terms run from its sending to the objector. Awb 6:8."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, news, objections, telling
from domain.narration import narrated
from domain.words import day
from tests.domain.objected import DECIDED, TODAY, a_case_with
from tests.examples import a_case, an_act, clock, coop_a
from tests.objecting import a_refused_case, an_objection
from tests.superseding import a_sending

LODGED = acts.ObjectionLodged(objection="one", version=4, received_on=TODAY)


def test_an_objection_that_came_before_the_decision_was_sent_hears_when_it_was() -> None:
    """It comes too early, and counts all the same; the terms run from the day of sending. Awb 6:8, 6:10."""
    early = an_objection(a_refused_case(DECIDED))
    early = early.model_copy(update={"decision": early.decision.model_copy(update={"sent_on": None})})
    late = date(2026, 6, 1)
    objection = a_case((late, coop_a, early))
    told = acts.ContestedDecisionSent(sent_on=date(2026, 6, 8))
    case = a_refused_case(DECIDED)
    lodged = LODGED.model_copy(update={"before_sending": True})
    case = case.after(an_act(case, late, clock, lodged))
    sent = case.after(an_act(case, date(2026, 6, 8), clock, a_sending(4, date(2026, 6, 8))))
    heard = objection.after(an_act(objection, date(2026, 6, 8), clock, told))

    assert objections.lodging(objection).in_time
    assert news.of_an_objection(objection, early) == acts.ObjectionLodged(
        objection=objection.number,
        version=4,
        decided="permission_refused",
        decided_on=DECIDED,
        received_on=late,
        before_sending=True,
        objector=acts.Objector.RESIDENT,
    )
    assert [("one", told)] == list(telling.for_objections(sent, sent.entries[-1]))
    assert told == news.taken_in(objection, told)
    assert news.taken_in(heard, told) is None
    assert news.taken_in(a_case_with(), told) is None
    assert date(2026, 6, 8) == objections.sent_on(heard)
    assert objections.objection_decision(objection).due_on < objections.objection_decision(heard).due_on


COOPERATIVES, RESIDENTS = date(2026, 6, 8), date(2026, 6, 11)


@pytest.mark.parametrize(
    ("objector", "sent_on"),
    [
        (acts.Objector.COOPERATIVE, COOPERATIVES),
        (acts.Objector.RESIDENT, RESIDENTS),
        (acts.Objector.ANOTHER, RESIDENTS),
        (None, RESIDENTS),
    ],
)
def test_the_term_of_who_objected_early_runs_from_when_the_decision_went_to_him(
    objector: acts.Objector | None, sent_on: date
) -> None:
    """And not to somebody else: of another party from the last of the letters. Awb 6:8, 6:10."""
    lodged = LODGED.model_copy(update={"before_sending": True, "objector": objector})
    case = a_refused_case(DECIDED)
    case = case.after(an_act(case, TODAY, clock, lodged))
    case = case.after(an_act(case, RESIDENTS, clock, a_sending(4, COOPERATIVES, RESIDENTS)))

    assert [("one", acts.ContestedDecisionSent(sent_on=sent_on))] == list(
        telling.for_objections(case, case.entries[-1])
    )


def test_an_objection_is_told_with_the_decision_that_it_is_against() -> None:
    """By its day and what it was; a number says nothing to who reads the story."""
    lodged = acts.ObjectionLodged(
        objection="MD-1",
        version=4,
        decided="permission_refused",
        decided_on=DECIDED,
        received_on=DECIDED,
    )
    said = narrated(lodged)

    assert (
        f"Er is bezwaar gemaakt tegen het besluit van {day(DECIDED, 'nl')} (toestemming geweigerd): zaak MD-1."
        == said.nl
    )
    assert (
        f"Somebody objected to the decision of {day(DECIDED, 'en')} (permission refused): case MD-1."
        == said.en
    )
    assert "handeling 4" in narrated(lodged.model_copy(update={"decided": None})).nl
