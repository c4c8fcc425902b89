"""Who was heard before need not be heard again, when it was he, and on the same. Awb 4:11(b)."""

from __future__ import annotations

from typing import Any

import pytest

from domain import acceptance, acts, news
from domain.acts import NoHearing, ObjectionUpheld, Objector, Outcome
from domain.errors import NotAcceptable
from tests.domain.objected import DECIDED, DECLINED, HEARD, JUDGED, LATE, TODAY, a_case_with
from tests.examples import a_case, a_refusal, an_act, clock, coop_a, decider2, done, objections1
from tests.objecting import a_decision, a_refused_case, a_waiver

WAIVED = (TODAY, objections1, a_waiver(NoHearing.FULLY_MET))


def upheld(*happened: Any, objector: Objector = Objector.RESIDENT) -> ObjectionUpheld:
    """What the contested case hears of an objection that is upheld after that."""
    name = "Bakker Jansen" if objector is Objector.ANOTHER else None
    case = a_case_with(JUDGED, *happened, objector=objector, objector_name=name)
    case = case.after(an_act(case, TODAY, decider2, decided := a_decision(Outcome.UPHELD)))
    told = news.of_an_objection(case, decided)

    assert isinstance(told, ObjectionUpheld)
    return told


@pytest.mark.parametrize(
    ("told", "was_heard"),
    [
        (upheld(HEARD), True),
        (upheld(HEARD, objector=Objector.COOPERATIVE), True),
        (upheld(DECLINED), True),
        (upheld(WAIVED), False),
        (upheld(HEARD, objector=Objector.ANOTHER), False),
    ],
)
def test_who_was_heard_on_his_own_objection_was_heard_before(told: ObjectionUpheld, was_heard: bool) -> None:
    """Or did not want to be; not he about whom another was heard, nor who got no hearing."""
    case = a_refused_case(DECIDED)
    case = case.after(an_act(case, TODAY, clock, told))
    refused_again = done(decider2, a_refusal(view_waived=acts.ViewWaiver.HEARD_BEFORE))

    assert was_heard == told.was_heard
    if was_heard:
        acceptance.check(refused_again, case, LATE)
    else:
        with pytest.raises(NotAcceptable, match=r"4:11\(b\)"):
            acceptance.check(refused_again, case, LATE)


def test_what_somebody_says_unasked_is_no_view_on_what_is_intended() -> None:
    """He did not know what that was. Awb 4:8, 4:11(b)."""
    case = a_case((TODAY, coop_a, acts.ViewReceived(view="I like it.")))

    with pytest.raises(NotAcceptable, match=r"4:11\(b\)"):
        acceptance.check(done(decider2, a_refusal(view_waived=acts.ViewWaiver.HEARD_BEFORE)), case, TODAY)
