"""A slip in the words of a condition: other words can be another burden, on which somebody is heard first. Awb 4:8."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acceptance
from domain.acts import Correctable, ReportRequested, ResidentReacted, ViewInvited, ViewReceived, ViewWaiver
from domain.case import Case
from domain.errors import NotAcceptable
from tests.examples import (
    WHY,
    a_case,
    a_change,
    a_grant,
    a_review,
    caseworker1,
    clock,
    coop_a,
    decider1,
    done,
)
from tests.permitting import an_adjustment, an_adjustment_asked
from tests.superseding import a_correction

TODAY, LATER = date(2026, 3, 2), date(2026, 3, 9)
FROM, UNTIL = date(2026, 6, 1), date(2027, 5, 31)
HOURS, NIGHT, ALONE = "Meld elke maand uw uren.", "U mag alleen 's nachts meedoen.", "U werkt niet alleen."
WAIVED = ViewWaiver.NOT_ON_HIS_FACTS
REVIEWED = (TODAY, caseworker1, a_review())


def a_permission(*conditions: str, until: date = UNTIL) -> Any:
    """On these conditions."""
    return a_grant(FROM, until, conditions=conditions)


GRANTED = a_case(REVIEWED, (TODAY, decider1, a_permission(HOURS, ALONE)))
REPORTED = (
    (TODAY, clock, ReportRequested(reassessment_on=LATER)),
    (TODAY, coop_a, ResidentReacted(reaction=WHY)),
)
VIEW = ((TODAY, decider1, ViewInvited(intention=WHY)), (TODAY, coop_a, ViewReceived(view=WHY)))
CHANGED = a_case(
    REVIEWED, (TODAY, decider1, a_permission()), *REPORTED, *VIEW, (TODAY, caseworker1, a_change(16, HOURS))
)
ADJUSTED = a_case(
    *(REVIEWED, (TODAY, decider1, a_permission()), (TODAY, coop_a, an_adjustment_asked(16, HOURS))),
    (TODAY, caseworker1, an_adjustment(4, 16, HOURS, view_waived=WAIVED)),
)
REWORDED: list[tuple[int, Correctable, Case]] = [
    (3, a_permission(NIGHT, ALONE), GRANTED),
    (3, a_permission(NIGHT), GRANTED),
    (8, a_change(16, NIGHT), CHANGED),
    (5, an_adjustment(4, 16, NIGHT, view_waived=WAIVED), ADJUSTED),
]


@pytest.mark.parametrize(("version", "decision", "case"), REWORDED)
def test_other_words_of_a_condition_ask_for_a_view_or_the_ground_for_none(
    version: int, decision: Correctable, case: Case
) -> None:
    """However many conditions there are by it."""
    acceptance.check(done(decider1, a_correction(version, decision, WAIVED)), case, LATER)

    with pytest.raises(NotAcceptable, match="Invite the applicant's view first") as refusal:
        acceptance.check(done(decider1, a_correction(version, decision)), case, LATER)

    assert "viewWaived" == refusal.value.field


def test_who_was_not_heard_before_is_not_said_to_be() -> None:
    """Awb 4:11(b)."""
    correction = a_correction(3, a_permission(NIGHT, ALONE), ViewWaiver.HEARD_BEFORE)

    with pytest.raises(NotAcceptable, match="4:11"):
        acceptance.check(done(decider1, correction), GRANTED, LATER)


@pytest.mark.parametrize(("invited_first", "is_heard"), [(True, False), (False, True)])
def test_only_a_view_that_was_asked_since_the_decision_counts(invited_first: bool, is_heard: bool) -> None:
    """One from before it was about something else."""
    grant = (TODAY, decider1, a_permission(HOURS))
    case = a_case(REVIEWED, *((*VIEW, grant) if invited_first else (grant, *VIEW)))
    correction = done(decider1, a_correction(5 if invited_first else 3, a_permission(NIGHT)))

    if is_heard:
        acceptance.check(correction, case, LATER)
    else:
        with pytest.raises(NotAcceptable, match="view first"):
            acceptance.check(correction, case, LATER)


@pytest.mark.parametrize(
    "decision",
    [a_permission(ALONE, HOURS, until=date(2027, 6, 30)), a_permission(HOURS), a_permission()],
    ids=["in another order", "one less", "none"],
)
def test_fewer_conditions_need_no_view(decision: Correctable) -> None:
    """Nor a ground for asking none."""
    acceptance.check(done(decider1, a_correction(3, decision)), GRANTED, LATER)

    with pytest.raises(NotAcceptable, match="leave this out"):
        acceptance.check(done(decider1, a_correction(3, decision, WAIVED)), GRANTED, LATER)


def test_one_condition_more_is_no_slip() -> None:
    """Whatever is said of a view."""
    more = a_correction(3, a_permission(HOURS, ALONE, NIGHT), WAIVED)

    with pytest.raises(NotAcceptable, match="takes nothing away"):
        acceptance.check(done(decider1, more), GRANTED, LATER)
