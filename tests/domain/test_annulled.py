"""What an upheld objection to a decision on a permission makes of the case, also when that is over. Awb 7:11(2)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, acts, news, telling, terms
from domain.acceptance import correction
from domain.acts import Act, Outcome, PermissionExpired, PermissionReinstated
from domain.case import Case, Status
from domain.errors import NotAcceptable, NotNow
from tests.domain.annulled import BEGAN, DECIDE_BY, ENDS, UPHELD, WAIVED, taking_part, upheld
from tests.domain.permitted import may
from tests.examples import (
    WHY,
    an_act,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
    decider3,
    done,
)
from tests.permitting import (
    a_proposed_revocation,
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_revocation,
    a_suspended_permission,
    an_advice_to_renew,
)
from tests.superseding import a_correction

LONGER = date(2027, 3, 31)
JUNE, JULY, OVER = date(2026, 6, 1), date(2026, 7, 6), date(2026, 10, 1)
EXPIRED = (OVER, clock, PermissionExpired())
ASKED, ADVISED = a_renewal_asked(LONGER), an_advice_to_renew("refuse")
REFUSED = a_refused_renewal(view_waived=WAIVED)


def a_refused_request() -> Case:
    """A renewal was refused in June by `decider1`; the objection was upheld in November."""
    case = taking_part((JUNE, coop_a, ASKED), (JUNE, caseworker1, ADVISED), (JUNE, decider1, REFUSED))
    return upheld(case, case.version, EXPIRED)


def suspended() -> Case:
    """In June until the end, by `decider1`."""
    return taking_part((JUNE, decider1, a_suspended_permission(date(2026, 6, 2), ENDS)))


def test_an_annulled_suspension_of_a_permission_that_expired_is_none_for_the_record() -> None:
    """The application, to which nobody objected, is not decided on again."""
    case = suspended()
    after = upheld(case, case.version, EXPIRED)
    permission = after.permission

    assert (Status.EXPIRED, None, True) == (after.status, after.overturned, after.is_closed)
    assert permission is not None
    assert (ENDS, None, None) == (
        permission.valid_until,
        permission.suspended_from,
        permission.suspended_until,
    )


def test_an_annulled_suspension_leaves_a_later_revocation_as_it_is() -> None:
    case = suspended()
    revoked = (
        (JUNE, caseworker1, a_proposed_revocation()),
        (JULY, decider3, a_revocation(date(2026, 7, 7), view_waived="urgent")),
    )
    after = upheld(case, case.version, *revoked)

    assert (Status.REVOKED, None) == (after.status, after.overturned)
    with pytest.raises(NotNow, match="No permission is in force"):
        acceptance.check(done(decider3, a_suspended_permission(ENDS, ENDS)), after, UPHELD)


def test_a_request_whose_refusal_was_annulled_after_the_last_day_is_open_again() -> None:
    """In the term of the objection; granted by another, the permission goes on from the day after its old end."""
    case = a_refused_request()

    assert (Status.EXPIRED, False, False) == (case.status, case.is_closed, case.is_participating)
    assert DECIDE_BY == terms.of(case)["renewal"].due_on
    assert not may(decider1, a_renewal(LONGER), case)
    assert may(decider3, REFUSED, case)

    acceptance.check(done(decider3, a_renewal(LONGER)), case, UPHELD)
    after = case.after(an_act(case, UPHELD, decider3, a_renewal(LONGER)))
    permission = after.permission

    assert (Status.PARTICIPATION, True) == (after.status, after.is_participating)
    assert permission is not None
    assert (BEGAN, LONGER) == (permission.valid_from, permission.valid_until)


@pytest.mark.parametrize(
    ("act", "is_closed"), [(REFUSED, False), (acts.RenewalWithdrawn(), True)], ids=["refused", "taken-back"]
)
def test_a_request_that_is_refused_again_or_taken_back_leaves_the_permission_over(
    act: Act, is_closed: bool
) -> None:
    """The case rests on a refusal, until nobody can go against it in time."""
    case = a_refused_request()
    acceptance.check(done(decider3, act), case, UPHELD)
    after = case.after(an_act(case, UPHELD, decider3, act))

    assert (Status.EXPIRED, is_closed) == (after.status, after.is_closed)


def test_another_objection_that_is_closed_leaves_the_day_to_decide_again() -> None:
    case = a_refused_request()
    closed = acts.ObjectionClosed(objection="another", outcome=Outcome.UNFOUNDED)

    assert DECIDE_BY == terms.of(case.after(an_act(case, UPHELD, clock, closed)))["renewal"].due_on


RULED_ON, COURTS_DAY = date(2027, 1, 11), date(2027, 2, 1)
RULING = acts.Ruling(ruled_on=RULED_ON, is_term_set=True, decided_by="decider2")


def annulled_by_the_court() -> Case:
    """What was decided anew by `decider3` was annulled too, with what `decider2` made of the objection."""
    case = a_refused_request()
    case = case.after(an_act(case, UPHELD, decider3, REFUSED))
    told = news.taken_in(
        case,
        acts.ObjectionUpheld(objection="objection-to-6", version=6, decide_by=COURTS_DAY, ruling=RULING),
    )
    assert told is not None
    return case.after(an_act(case, RULED_ON, clock, told))


def test_a_court_annuls_what_was_decided_on_the_request_anew() -> None:
    """By the day that it named somebody decides who did not say yet what he makes of it. Awb 8:72(4), 10:3(3)."""
    case = annulled_by_the_court()
    term = terms.of(case)["renewal"]

    assert (COURTS_DAY, "the term that the court set") == (term.due_on, term.steps[-1].reason.en)
    assert not case.is_closed
    assert [False, False, False] == [
        may(each, a_renewal(LONGER), case) for each in (decider1, decider2, decider3)
    ]


def test_a_second_ruling_on_the_same_objection_is_news() -> None:
    """Once: a court may annul what was decided anew again."""
    case = annulled_by_the_court()
    again = acts.ObjectionUpheld(objection="objection-to-6", version=6, decide_by=COURTS_DAY, ruling=RULING)
    later = again.model_copy(update={"ruling": RULING.model_copy(update={"ruled_on": COURTS_DAY})})

    assert news.taken_in(case, again) is None
    assert news.taken_in(case, later) is not None


def test_who_decides_on_a_request_anew_has_no_part_in_an_objection_that_still_runs() -> None:
    """It is about his decision too. Awb 6:19, 7:5."""
    case = a_refused_request()
    slow = acts.ObjectionLodged(objection="slow", version=6, received_on=UPHELD)
    case = case.after(an_act(case, UPHELD, clock, slow))
    suspended_too = acts.ObjectionLodged(objection="other", version=3, received_on=UPHELD)
    case = case.after(an_act(case, UPHELD, clock, suspended_too))
    case = case.after(an_act(case, UPHELD, decider3, REFUSED))
    ((objection, told),) = telling.for_objections(case, case.entries[-1])

    assert isinstance(told, acts.ContestedDecisionReplaced)
    assert ("slow", case.version) == (objection, told.version)
    assert "decider3" in told.involved


def test_a_decision_that_was_annulled_is_not_corrected() -> None:
    """It does not stand, whatever slip is in it."""
    case = suspended()
    version = case.version
    corrected = a_correction(version, a_suspended_permission(date(2026, 6, 2), date(2026, 8, 31)))

    acceptance.check(done(decider2, corrected), case, JULY)

    after = upheld(case, version, on=JULY)

    assert version not in correction.standing(after)
    with pytest.raises(NotAcceptable, match="these versions: 3"):
        acceptance.check(done(decider2, corrected), after, JULY)


def test_what_lifted_an_annulled_suspension_leaves_the_one_before_as_it_was() -> None:
    """Suspended in June; again from 6 July until that was lifted, and annulled."""
    first = (JUNE, decider1, a_suspended_permission(JUNE, date(2026, 6, 30)))
    second = (JULY, decider1, a_suspended_permission(JULY, ENDS))
    lifted = (JULY, decider1, PermissionReinstated(holds_from=date(2026, 7, 21), reasoning=WHY))
    permission = upheld(taking_part(first, second, lifted), 5, on=UPHELD).permission

    assert permission is not None
    assert (JUNE, date(2026, 6, 30)) == (permission.suspended_from, permission.suspended_until)
