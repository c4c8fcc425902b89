"""A permission on which something was decided that an upheld objection annulled."""

from __future__ import annotations

from datetime import date

from domain import acts, news
from domain.acts import Act, ViewWaiver
from domain.case import Case
from domain.people import Actor
from tests.examples import a_case, a_grant, a_review, an_act, caseworker1, clock, decider1

BEGAN, ENDS = date(2026, 4, 1), date(2026, 9, 30)
UPHELD, DECIDE_BY = date(2026, 11, 2), date(2026, 11, 12)
WAIVED = ViewWaiver.NOT_ON_HIS_FACTS


def taking_part(*happened: tuple[date, Actor, Act]) -> Case:
    """Granted for half a year from April."""
    granted = a_grant(BEGAN, ENDS, view_waived=WAIVED)
    return a_case((BEGAN, caseworker1, a_review()), (BEGAN, decider1, granted), *happened)


def upheld(
    case: Case,
    version: int,
    *meanwhile: tuple[date, Actor, Act],
    on: date = UPHELD,
    ruling: acts.Ruling | None = None,
) -> Case:
    """The objection to that decision was lodged, and was upheld on a later day, as the case takes it in."""
    number = f"objection-to-{version}"
    if number not in {act.objection for _, act in case.every(acts.ObjectionLodged)}:
        lodged = acts.ObjectionLodged(objection=number, version=version, received_on=case.entries[-1].on)
        case = case.after(an_act(case, case.entries[-1].on, clock, lodged))
    for day, actor, act in meanwhile:
        case = case.after(an_act(case, day, actor, act))
    told = acts.ObjectionUpheld(objection=number, version=version, decide_by=DECIDE_BY, ruling=ruling)
    act = news.taken_in(case, told)
    assert act is not None
    return case.after(an_act(case, on, clock, act))
