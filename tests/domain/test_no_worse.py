"""Who objects himself gets no smaller permission by it; who loses by the appeal of another does. Awb 7:11(1), 8:69."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, acts, news
from domain.case import Case
from domain.errors import NotAcceptable
from tests.domain.annulled import BEGAN, ENDS, WAIVED, taking_part, upheld
from tests.domain.objected import DECIDED
from tests.examples import (
    a_case,
    a_grant,
    an_act,
    clock,
    coop_a,
    decider1,
    decider2,
    decider3,
    done,
    objections1,
)
from tests.objecting import a_decision, a_refused_case, an_objection, an_outcome

JUNE, JULY, LONGER = date(2026, 6, 1), date(2026, 7, 6), date(2027, 3, 31)
SHORTER = a_grant(BEGAN, date(2026, 8, 31), view_waived=WAIVED)


def contested_by(objector: acts.Objector, case: Case | None = None, *, ruled_for: str | None = None) -> Case:
    """Whose objection to the grant was upheld in July, or his appeal or that of another by a court."""
    case = case or taking_part()
    lodged = acts.ObjectionLodged(objection="objection-to-3", version=3, received_on=JUNE, objector=objector)
    ruling = ruled_for and acts.Ruling(
        ruled_on=JULY, is_term_set=False, decided_by="decider2", by_another=ruled_for == "another"
    )
    return upheld(case.after(an_act(case, JUNE, clock, lodged)), 3, on=JULY, ruling=ruling or None)


def test_who_has_a_permission_gets_no_less_by_a_grant_after_his_own_objection() -> None:
    """The objection of another is no such bar. Awb 7:11(1)."""
    his, anothers = contested_by(acts.Objector.RESIDENT), contested_by(acts.Objector.ANOTHER)
    had = his.permission
    assert had is not None
    less = [
        ({"valid_until": date(2026, 8, 31)}, "validUntil"),
        ({"hours_a_week": had.hours_a_week - 1}, "hoursAWeek"),
        ({"hours_a_year": 100}, "hoursAYear"),
        ({"form": "trial"}, "form"),
        ({"valid_from": date(2026, 5, 1)}, "validFrom"),
    ]
    for changed, field in less:
        granted = a_grant(BEGAN, ENDS, view_waived="heard_before").model_dump(by_alias=False)
        fewer = acts.PermissionGranted.model_validate(granted | changed)
        with pytest.raises(NotAcceptable, match="gets no less") as refused:
            acceptance.check(done(decider3, fewer), his, JULY)
        assert field == refused.value.field

    acceptance.check(done(decider3, a_grant(BEGAN, LONGER, view_waived=WAIVED)), his, JULY)
    acceptance.check(done(decider3, SHORTER), anothers, JULY)


def test_nor_by_his_own_appeal_but_well_by_that_of_another() -> None:
    """What a court ruled on the appeal of who wants him to get less is followed. Awb 8:69."""
    his, anothers = (
        contested_by(acts.Objector.RESIDENT, ruled_for=whose) for whose in ("himself", "another")
    )

    with pytest.raises(NotAcceptable, match="gets no less"):
        acceptance.check(done(decider3, SHORTER), his, JULY)

    acceptance.check(done(decider3, SHORTER), anothers, JULY)


@pytest.mark.parametrize("objector", [acts.Objector.COOPERATIVE, acts.Objector.RESIDENT])
def test_no_fee_is_lost_by_an_objection_of_who_gains_by_it(objector: acts.Objector) -> None:
    paid = a_grant(BEGAN, ENDS, view_waived=WAIVED, fee_agreed=True)
    case = taking_part()
    case = case.up_to(2).after(an_act(case.up_to(2), BEGAN, decider1, paid))
    unpaid = done(decider3, a_grant(BEGAN, LONGER, view_waived=WAIVED))

    with pytest.raises(NotAcceptable, match="gets no less") as refused:
        acceptance.check(unpaid, contested_by(objector, case), JULY)
    assert "feeAgreed" == refused.value.field

    acceptance.check(unpaid, contested_by(acts.Objector.ANOTHER, case), JULY)


@pytest.mark.parametrize("by_another", [False, True])
def test_the_case_hears_whose_appeal_a_court_upheld(*, by_another: bool) -> None:
    objection = a_case(
        (JUNE, coop_a, an_objection(a_refused_case(DECIDED))),
        (JUNE, decider2, a_decision(acts.Outcome.UNFOUNDED)),
        (JUNE, objections1, acts.AppealRecorded(court="Rechtbank", lodged_on=JUNE, by_another=by_another)),
    )
    told = news.of_an_objection(objection, an_outcome("upheld", decided_on=JULY))

    assert isinstance(told, acts.ObjectionUpheld)
    assert told.ruling is not None
    assert by_another == told.ruling.by_another


def test_fewer_hours_a_year_count_from_a_day_too() -> None:
    """Though those a week stay as they were."""
    case = contested_by(acts.Objector.ANOTHER)
    anew = a_grant(BEGAN, ENDS, view_waived=WAIVED, hours_a_year=100)
    permission = case.after(an_act(case, JULY, decider3, anew)).permission

    assert permission is not None
    assert date(2026, 7, 7) == permission.changed_from
