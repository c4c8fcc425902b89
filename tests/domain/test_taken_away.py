"""What a decision takes away it takes from the day after it was sent, and not before. Awb 3:40, 3:41."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain import acts, terms
from domain.acts import Act, ObjectionUpheld, PermissionExpired
from domain.case import Case, Permission, Status
from domain.letters import called_for, dated_anew
from domain.people import Actor
from tests.examples import (
    a_case,
    a_change,
    a_grant,
    a_refusal,
    a_review,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
    decider3,
)
from tests.permitting import (
    a_suspended_permission,
    an_adjustment,
    an_adjustment_proposed,
    an_extension,
)
from tests.superseding import a_reversal, a_sending

BEGAN, DECIDED, SENT, AFTER = date(2026, 1, 5), date(2026, 3, 2), date(2026, 3, 6), date(2026, 3, 7)
SOON, ENDS, JULY_1 = date(2026, 3, 31), date(2026, 6, 30), date(2026, 7, 1)
ONE_DAY = timedelta(days=1)
UPHELD = (DECIDED, clock, ObjectionUpheld(objection="ZON-2026-0002", version=3, decide_by=ENDS))
REFUSED = (DECIDED, decider3, a_refusal())
OVER, REFUSED_LATER = (JULY_1, clock, PermissionExpired()), (JULY_1, decider3, a_refusal())


def taking_part(*happened: tuple[date, Actor, Act], form: str = "full") -> Case:
    """Granted in January for half a year, for sixteen hours."""
    return a_case(
        (BEGAN, coop_a, an_application_received()),
        (BEGAN, caseworker1, a_review()),
        (BEGAN, decider1, a_grant(BEGAN, ENDS, form=form)),
        *happened,
    )


def sent(case: Case, version: int, on: date = SENT) -> Case:
    """The letter of that decision went out to everybody on that day."""
    return a_case(*((e.on, e.actor, e.act) for e in case.entries), (on, clock, a_sending(version, on)))


def permission_of(case: Case) -> Permission:
    assert case.permission is not None
    return case.permission


@pytest.mark.parametrize(
    ("first", "sent_on", "begins"),
    [
        (date(2026, 3, 3), DECIDED, date(2026, 3, 3)),
        (date(2026, 3, 3), SENT, AFTER),
        (date(2026, 3, 10), SENT, date(2026, 3, 10)),
        (date(2026, 3, 3), SOON, None),
    ],
)
def test_a_suspension_begins_on_the_day_after_its_letter_at_the_earliest(
    first: date, sent_on: date, begins: date | None
) -> None:
    """One whose last day is over by then never was."""
    case = taking_part((DECIDED, decider1, a_suspended_permission(first, SOON)))

    assert first == permission_of(case).suspended_from
    assert begins == permission_of(sent(case, 4, sent_on)).suspended_from


def test_a_permission_that_is_refused_after_all_holds_until_that_was_sent() -> None:
    """As far as is known: it cannot have been sent before the day on which it was decided."""
    case = taking_part(UPHELD, REFUSED)

    assert (Status.REFUSED, False) == (case.status, case.is_participating)
    assert DECIDED == permission_of(case).valid_until
    assert SENT == permission_of(sent(case, 5)).valid_until
    assert ENDS == permission_of(sent(case, 5, date(2026, 7, 3))).valid_until
    assert SENT == terms.of(sent(case, 5))["expiry"].due_on


def test_a_permission_that_was_over_before_it_is_refused_after_all_stays_as_it_was() -> None:
    """Who had it could count on it, until its last day."""
    before = taking_part(UPHELD, OVER)

    assert permission_of(before) == permission_of(taking_part(UPHELD, OVER, REFUSED_LATER))


def test_where_nothing_was_granted_a_refusal_leaves_no_permission() -> None:
    assert a_case((BEGAN, caseworker1, a_review()), REFUSED).permission is None


@pytest.mark.parametrize(
    ("happened", "form", "counts_from"),
    [
        (((DECIDED, caseworker1, a_change(8)),), "full", AFTER),
        (((DECIDED, caseworker1, a_change(16, "No Sundays")),), "full", AFTER),
        (((DECIDED, caseworker1, a_change(20)),), "full", None),
        ((UPHELD, (DECIDED, decider2, a_grant(BEGAN, ENDS, 8))), "full", AFTER),
        ((UPHELD, (DECIDED, decider2, a_grant(BEGAN, ENDS, 20))), "full", None),
        (
            ((DECIDED, caseworker1, an_adjustment_proposed(8)), (DECIDED, caseworker1, an_adjustment(4, 8))),
            "full",
            AFTER,
        ),
        (((DECIDED, decider1, an_extension(SOON, 16, conditions=("No Sundays",))),), "trial", AFTER),
        (((DECIDED, decider1, an_extension(SOON)),), "trial", None),
    ],
)
def test_what_takes_hours_away_or_adds_conditions_counts_from_the_day_after_its_letter(
    happened: tuple[tuple[date, Actor, Act], ...], form: str, counts_from: date | None
) -> None:
    """What gives more counts at once."""
    case = taking_part(*happened, form=form)
    unsent = date(2026, 3, 3) if counts_from else None

    assert unsent == permission_of(case).changed_from
    assert counts_from == permission_of(sent(case, case.version)).changed_from


@pytest.mark.parametrize(
    ("happened", "name", "says", "says_later"),
    [
        (
            ((DECIDED, decider1, a_suspended_permission(date(2026, 3, 3), SOON)),),
            "suspended_from",
            "3 maart 2026",
            "7 maart 2026",
        ),
        ((UPHELD, REFUSED), "not_from", "3 maart 2026", "7 maart 2026"),
        (((DECIDED, caseworker1, a_change(8)),), "changes_on", "3 maart 2026", "7 maart 2026"),
        (((DECIDED, caseworker1, a_change(20)),), "changes_on", "2 maart 2026", "2 maart 2026"),
        (
            (UPHELD, (DECIDED, decider2, a_grant(BEGAN, ENDS, 8))),
            "changes_on",
            "3 maart 2026",
            "7 maart 2026",
        ),
        ((UPHELD, (DECIDED, decider2, a_grant(BEGAN, ENDS, 20))), "changes_on", None, None),
        ((UPHELD, OVER, REFUSED_LATER), "not_from", None, None),
        ((UPHELD, OVER, REFUSED_LATER), "was_until", "30 juni 2026", "30 juni 2026"),
        ((UPHELD, REFUSED), "was_until", None, None),
    ],
)
def test_a_letter_says_from_when_it_counts_also_when_it_is_dated_anew(
    happened: tuple[tuple[date, Actor, Act], ...], name: str, says: str | None, says_later: str | None
) -> None:
    """After its own day, whichever that becomes."""
    case = taking_part(*happened)
    letter = called_for(case, case.entries[-1])
    assert letter is not None

    assert says == getattr(letter.said[name], "nl", None)
    assert says_later == getattr(
        dated_anew(letter, max(SENT, letter.dated + ONE_DAY), DECIDED).said[name], "nl", None
    )


def test_nobody_is_told_that_he_may_go_on_when_a_refusal_is_taken_again() -> None:
    """The permission that it took the place of is over."""
    case = taking_part(UPHELD, REFUSED, (SENT, decider2, a_reversal(5, SOON)))
    letter = called_for(case, case.entries[-1])
    assert letter is not None

    assert "" == letter.said["stays"]
    assert acts.DecisionReversed is type(case.entries[-1].act)
