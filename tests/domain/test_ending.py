"""Who stops: until when the permission lasts by his own word."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import Act, DecisionReversed, EndingWithdrawn, ParticipationStopped
from domain.case import Case
from domain.fact import Text
from domain.people import Actor
from tests.examples import (
    WHY,
    a_case,
    a_grant,
    an_application_received,
    an_ending,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
)
from tests.permitting import a_proposed_revocation, a_revocation

BEGINS, ENDS = date(2026, 3, 2), date(2026, 8, 31)
STOPS, AFTER = date(2026, 4, 13), date(2026, 4, 14)
REVERSED = (decider1, DecisionReversed(version=2, reasoning=WHY, decide_by=ENDS))
STOPPING = (coop_a, an_ending(STOPS))
BACK = (coop_a, EndingWithdrawn(reason=WHY))
BY_WHO_STOPS = (Text(nl="beëindigd", en="ended"), "Pw 44a")
AS_DECIDED = (Text(nl="looptijd in het besluit", en="term in the decision"), "Awb 3:40")


def taking_part(*happened: tuple[Actor, Act]) -> Case:
    """Granted in March for half a year, and what happened on that day."""
    began: tuple[tuple[Actor, Act], ...] = (
        (coop_a, an_application_received()),
        (decider1, a_grant(BEGINS, ENDS)),
    )
    return a_case(*((BEGINS, actor, act) for actor, act in (*began, *happened)))


@pytest.mark.parametrize(
    ("happened", "why"),
    [
        ((), AS_DECIDED),
        ((STOPPING,), BY_WHO_STOPS),
        ((REVERSED, STOPPING, (decider2, a_grant(BEGINS, ENDS))), BY_WHO_STOPS),
        ((STOPPING, REVERSED, (decider2, a_grant(BEGINS, ENDS))), BY_WHO_STOPS),
        ((REVERSED, STOPPING, (decider2, a_grant(BEGINS, date(2026, 4, 1)))), AS_DECIDED),
        ((STOPPING, BACK), AS_DECIDED),
        ((STOPPING, (clock, ParticipationStopped())), BY_WHO_STOPS),
        (
            ((caseworker1, a_proposed_revocation()), (decider1, a_revocation(date(2026, 4, 1)))),
            (Text(nl="beëindigd", en="ended"), "Awb 3:40"),
        ),
    ],
)
def test_the_last_day_explains_itself_by_what_set_it(
    happened: tuple[tuple[Actor, Act], ...], why: tuple[Text, str]
) -> None:
    """By the word of who stops, also where the permission is granted anew for longer; else by the decision."""
    (step,) = terms.expiry(taking_part(*happened)).steps

    assert why == (step.reason, step.article)


def test_who_said_that_he_stops_stops_then_too_when_it_is_granted_anew_in_between() -> None:
    """Before that day, on it and after it."""
    told = taking_part(REVERSED, STOPPING, (decider2, a_grant(BEGINS, ENDS)))
    stopped = a_case(*((e.on, e.actor, e.act) for e in told.entries), (AFTER, clock, ParticipationStopped()))

    assert told.permission
    assert stopped.permission
    assert STOPS == told.permission.valid_until == stopped.permission.valid_until
