"""What the acts about a permission make of it, and who may not decide on it."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import (
    Act,
    EndedBy,
    Form,
    PermissionReinstated,
    PermissionSuspended,
    RenewalLapsed,
    RenewalWithdrawn,
    RevocationDropped,
    StandstillDropped,
    ViewInvited,
    ViewLapsed,
)
from domain.case import Case, Status
from domain.lapsing import lapse_of
from domain.objections import contested
from domain.people import Actor
from domain.proposal import awaits_decision, is_proposed
from domain.suspension import may_stand_still
from tests.domain.permitted import may
from tests.examples import (
    WHY,
    a_case,
    a_grant,
    a_refusal,
    a_review,
    an_application_received,
    an_ending,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
)
from tests.permitting import (
    a_proposed_revocation,
    a_proposed_standstill,
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_revocation,
    a_suspended_permission,
    an_advice_to_renew,
    an_extension,
)
from tests.superseding import a_reversal, a_sending

BEGAN, TODAY = date(2026, 1, 5), date(2026, 3, 2)
SOON, ENDS, LONGER = date(2026, 3, 31), date(2026, 6, 30), date(2026, 12, 31)
LIFTED = PermissionReinstated(holds_from=date(2026, 3, 10), reasoning=WHY)


def taking_part(*happened: tuple[Actor, Act], form: Form = Form.FULL) -> Case:
    """Granted in January for half a year."""
    return a_case(
        (BEGAN, coop_a, an_application_received()),
        (BEGAN, caseworker1, a_review()),
        (BEGAN, decider1, a_grant(BEGAN, ENDS, form=form)),
        *((TODAY, actor, act) for actor, act in happened),
    )


@pytest.mark.parametrize(
    ("happened", "days"),
    [
        ((), (None, None)),
        ((a_suspended_permission(TODAY, SOON),), (TODAY, SOON)),
        ((a_suspended_permission(TODAY, SOON), LIFTED), (TODAY, date(2026, 3, 9))),
        ((a_suspended_permission(date(2026, 3, 10), SOON), LIFTED), (None, None)),
        ((a_suspended_permission(TODAY, SOON), LIFTED, a_suspended_permission(SOON, ENDS)), (SOON, ENDS)),
        ((a_suspended_permission(TODAY, SOON), a_suspended_permission(SOON, ENDS)), (TODAY, ENDS)),
        (
            (a_suspended_permission(TODAY, SOON), a_suspended_permission(date(2026, 4, 1), ENDS)),
            (TODAY, ENDS),
        ),
        (
            (a_suspended_permission(TODAY, SOON), a_suspended_permission(SOON, ENDS), LIFTED),
            (TODAY, date(2026, 3, 9)),
        ),
    ],
)
def test_a_permission_stands_still_until_its_day_or_until_it_is_lifted(
    happened: tuple[Act, ...], days: tuple[date | None, date | None]
) -> None:
    """The last time counts, with what it made longer; lifted before it began, it never did."""
    permission = taking_part(*((decider1, act) for act in happened)).permission

    assert permission is not None
    assert days == (permission.suspended_from, permission.suspended_until)


@pytest.mark.parametrize(
    ("happened", "resumed_after"),
    [
        ((), None),
        ((a_suspended_permission(TODAY, SOON),), SOON),
        ((a_suspended_permission(TODAY, ENDS),), None),
        ((a_suspended_permission(TODAY, ENDS), a_renewal_asked(LONGER), a_renewal(LONGER)), ENDS),
        ((a_suspended_permission(TODAY, ENDS), LIFTED), None),
    ],
)
def test_what_is_over_when_its_suspension_ends_does_not_hold_again(
    happened: tuple[Act, ...], resumed_after: date | None
) -> None:
    """Unless it lasts longer by then; of a suspension that was lifted the day is told with that."""
    term = terms.resumption(taking_part(*((decider1, act) for act in happened)))

    assert resumed_after == (term.due_on if term else None)


@pytest.mark.parametrize(
    ("act", "last_day"),
    [
        (a_renewal(LONGER), LONGER),
        (an_extension(LONGER), LONGER),
        (a_refused_renewal(), ENDS),
        (a_revocation(SOON), date(2026, 3, 30)),
    ],
)
def test_the_last_day_moves_with_a_decision(act: Act, last_day: date) -> None:
    """With a revocation it is the day before."""
    assert last_day == terms.expiry(taking_part((decider1, act))).due_on


REVERSED = (decider2, a_reversal(3, date(2026, 4, 30)))
ANEW = (decider1, a_grant(BEGAN, LONGER))
ASKED, ENDED = (coop_a, a_renewal_asked(LONGER)), (coop_a, an_ending(SOON))


@pytest.mark.parametrize(
    ("happened", "last_day"),
    [
        ((REVERSED, (decider1, a_suspended_permission(TODAY, SOON)), ANEW), SOON),
        (((decider1, a_suspended_permission(TODAY, SOON)), REVERSED, ANEW), SOON),
        (((decider1, a_suspended_permission(TODAY, SOON)), (decider1, a_revocation(SOON)), ANEW), None),
    ],
)
def test_a_suspension_outlives_a_new_decision_on_a_permission_that_stayed_in_force(
    happened: tuple[tuple[Actor, Act], ...], last_day: date | None
) -> None:
    """That one is about something else; a permission that was over begins anew."""
    case = taking_part(*happened)

    assert case.permission is not None
    assert last_day == case.permission.suspended_until
    suspended = case.last(PermissionSuspended)

    assert suspended is not None
    assert (last_day is not None) == may_stand_still(case, suspended[0].version)


def test_a_proposal_to_revoke_waits_for_a_new_decision_on_the_permission() -> None:
    """It is neither forgotten nor decided on meanwhile; a refusal leaves nothing to revoke."""
    proposed = (caseworker1, a_proposed_revocation())
    meanwhile = taking_part(REVERSED, proposed)

    assert is_proposed(meanwhile, 5)
    assert not awaits_decision(meanwhile, 5)
    assert awaits_decision(taking_part(REVERSED, proposed, ANEW), 5)
    assert not is_proposed(taking_part(REVERSED, proposed, (decider1, a_refusal())), 5)


@pytest.mark.parametrize(
    ("happened", "ended_by"),
    [
        ((ASKED, ENDED), "participation_ended"),
        ((ASKED, (decider1, a_revocation(SOON))), "permission_revoked"),
        ((ASKED, REVERSED, (decider1, a_refusal())), "permission_refused"),
        ((ASKED,), None),
        ((ASKED, (decider1, a_renewal(LONGER)), ENDED), None),
        ((ASKED, (coop_a, RenewalWithdrawn()), ENDED), None),
        ((ASKED, REVERSED, ANEW, ENDED), None),
        ((ASKED, ENDED, (clock, RenewalLapsed(ended_by=EndedBy.PARTICIPATION_ENDED))), None),
    ],
)
def test_a_request_to_renew_lapses_with_what_ends_the_permission(
    happened: tuple[tuple[Actor, Act], ...], ended_by: str | None
) -> None:
    """Once, and not when it was answered before. Awb 4:13."""
    lapse = lapse_of(taking_part(*happened), 4)

    assert ended_by == (lapse and lapse.ended_by)


def test_a_trial_becomes_a_full_permission_on_its_own_hours_and_conditions() -> None:
    permission = taking_part(
        (decider1, an_extension(LONGER, 20, conditions=("No Sundays",))), form=Form.TRIAL
    ).permission

    assert permission is not None
    assert (Form.FULL, 20, ("No Sundays",)) == (
        permission.form,
        permission.hours_a_week,
        permission.conditions,
    )


@pytest.mark.parametrize(
    "act",
    [ViewInvited(intention=WHY), ViewLapsed(), a_proposed_revocation(), a_renewal_asked(LONGER)],
    ids=lambda act: act.kind,
)
def test_what_stands_beside_the_participation_moves_it_nowhere(act: Act) -> None:
    """A view too, which before the decision would."""
    assert Status.PARTICIPATION == taking_part((decider1, act)).status


def test_a_revoked_case_rests_until_nobody_can_object_in_time() -> None:
    """As one that was refused."""
    case = taking_part(
        (caseworker1, a_proposed_revocation()), (decider1, a_revocation(SOON)), (clock, a_sending(5, TODAY))
    )

    assert Status.REVOKED == case.status
    assert not case.is_closed
    assert not case.is_participating
    assert date(2026, 4, 13) == terms.of(case)["objection"].due_on
    assert ("permission_revoked", ("caseworker1", "decider1")) == (
        contested(case).kind,
        contested(case).involved,
    )


def test_a_renewal_is_decided_on_in_eight_weeks() -> None:
    """From the day on which it came; once decided on the date is gone. Awb 4:13."""
    asked = taking_part((caseworker1, a_renewal_asked(LONGER, received_on=date(2026, 2, 27))))

    assert date(2026, 4, 24) == terms.of(asked)["renewal"].due_on
    assert "renewal" not in terms.of(
        taking_part((coop_a, a_renewal_asked(LONGER)), (decider1, a_renewal(LONGER)))
    )


@pytest.mark.parametrize(
    ("prepared", "act"),
    [
        (a_proposed_revocation(), a_revocation(SOON)),
        (a_proposed_revocation(), RevocationDropped(reasoning=WHY)),
        (a_proposed_revocation(), ViewInvited(intention=WHY)),
        (a_proposed_revocation(), a_suspended_permission(TODAY, SOON)),
        (a_proposed_standstill(), a_suspended_permission(TODAY, SOON)),
        (a_proposed_standstill(), StandstillDropped(reasoning=WHY)),
        (a_renewal_asked(LONGER), a_renewal(LONGER)),
        (an_advice_to_renew(), a_refused_renewal()),
    ],
)
def test_who_proposed_asked_or_advised_does_not_decide(prepared: Act, act: Act) -> None:
    """Whatever other roles he holds."""
    assert not may(decider1, act, taking_part((decider1, prepared)))
    assert may(decider1, act, taking_part((caseworker1, prepared)))


def test_a_mandate_covers_the_whole_of_a_renewed_permission() -> None:
    """Half a year of sixteen hours: this one lasted that long already."""
    trial = a_case(
        (BEGAN, coop_a, an_application_received()),
        (BEGAN, decider1, a_grant(BEGAN, SOON, form="trial")),
        (TODAY, clock, ViewLapsed()),
    )

    assert may(decider2, a_renewal(date(2026, 7, 4)), trial)
    assert not may(decider2, a_renewal(date(2026, 7, 5)), trial)
    assert may(decider2, an_extension(date(2026, 7, 4)), trial)
    assert not may(decider2, an_extension(date(2026, 7, 4), 17), trial)
