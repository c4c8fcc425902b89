"""An objection at a certain point, with the days on which its examples happen."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain import acts
from domain.acts import Act
from domain.case import Case
from domain.people import Actor
from tests.examples import WHY, a_case, coop_a, objections1
from tests.objecting import a_hearing_at_once, a_judgement, a_refused_case, an_objection, too_late

DECIDED = date(2026, 3, 2)
"""A Monday; the term to object ends six weeks later, on Monday 13 April."""
TODAY = date(2026, 3, 10)
LATE = date(2026, 4, 14)
TOMORROW = date(2026, 3, 11)
SATURDAY = date(2026, 3, 14)


def a_case_with(*happened: tuple[date, Actor, Act], came: date = TODAY, **changed: Any) -> Case:
    """An objection that came on that day, with what happened since."""
    return a_case((came, coop_a, an_objection(a_refused_case(DECIDED), **changed)), *happened)


JUDGED = (TODAY, objections1, a_judgement())
DECLINED = (TODAY, coop_a, acts.HearingDeclined())
HEARD = (TODAY, objections1, a_hearing_at_once(TODAY))
INADMISSIBLE = (LATE, objections1, too_late(excused=False))
ADJOURNED = acts.ObjectionAdjourned(weeks=6, reasoning=WHY)
