"""What becomes of a permission must fit: its suspension, revocation, extension and renewal."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, acts
from domain.acts import Act
from domain.case import Case
from domain.errors import NotAcceptable, NotNow
from domain.people import Actor
from domain.policy import Policy
from tests.examples import (
    WHY,
    a_case,
    a_grant,
    a_policy,
    an_application_received,
    an_ending,
    caseworker1,
    clock,
    coop_a,
    decider1,
    done,
)
from tests.permitting import (
    a_change_report,
    a_proposed_revocation,
    a_proposed_standstill,
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_revocation,
    a_suspended_permission,
    an_advice_to_renew,
    an_assessment,
    an_evaluation,
    an_extension,
    an_incident,
)

BEGAN, TODAY = date(2026, 1, 5), date(2026, 3, 2)
YESTERDAY, TOMORROW = date(2026, 3, 1), date(2026, 3, 3)
SOON, ENDS, LONGER = date(2026, 3, 31), date(2026, 12, 31), date(2027, 12, 31)

LIFTED = acts.PermissionReinstated(holds_from=TODAY, reasoning=WHY)
DROPPED = acts.RevocationDropped(reasoning=WHY)
INVITED = acts.ViewInvited(intention=WHY)
UNASKED = (TODAY, coop_a, acts.ViewReceived(view=WHY))
HEARD = ((TODAY, decider1, INVITED), UNASKED)


MORE = ("Only in the evening.", "Never alone.", "Keep a diary.")


def taking_part(*happened: tuple[date, Actor, Act], form: str = "full", policy: Policy | None = None) -> Case:
    """Granted in January for a year of sixteen hours a week."""
    granted = a_grant(BEGAN, date(2026, 2, 28) if form == "trial" else ENDS, form=form)
    if form == "trial":
        granted = granted.model_copy(update={"valid_until": SOON})
    return a_case(
        (BEGAN, coop_a, an_application_received()), (BEGAN, decider1, granted), *happened, policy=policy
    )


CHANGED = (TODAY, coop_a, a_change_report(TODAY))
ELSEWHERE = an_ending(SOON).model_copy(update={"transferred_to": "buurttuin"})
SUSPENDED = (BEGAN, decider1, a_suspended_permission(BEGAN, SOON))
PROPOSED = (TODAY, caseworker1, a_proposed_revocation())
STANDSTILL = (TODAY, caseworker1, a_proposed_standstill())
ASKED = (TODAY, coop_a, a_renewal_asked(LONGER))
WITHDRAWN = (TODAY, coop_a, acts.RenewalWithdrawn())
ADVISED = (TODAY, caseworker1, an_advice_to_renew())

EVALUATED = (TODAY, caseworker1, an_evaluation())
REASSESSED = (TODAY, caseworker1, acts.ParticipationContinued(reasoning=WHY))
REPORTING = (TODAY, clock, acts.ReportRequested(reassessment_on=SOON))

HEARD_ON_ANOTHER = taking_part(ASKED, ADVISED, PROPOSED, *HEARD)
"""His view was asked on the proposal to revoke, and not on the renewal."""

UNACCEPTABLE: list[tuple[str, Actor, Act, Case]] = [
    ("happenedOn", coop_a, an_incident(TOMORROW), taking_part()),
    (
        "receivedOn",
        coop_a,
        a_change_report(TODAY).model_copy(update={"received_on": YESTERDAY}),
        taking_part(),
    ),
    ("about", caseworker1, an_assessment(3), taking_part()),
    ("about", caseworker1, an_assessment(3), taking_part(CHANGED, (TODAY, caseworker1, an_assessment(3)))),
    ("transferredTo", coop_a, ELSEWHERE.model_copy(update={"transferred_to": "werkplaats"}), taking_part()),
    ("suspendedFrom", decider1, a_suspended_permission(TODAY, SOON), taking_part()),
    ("suspendedUntil", decider1, a_suspended_permission(TOMORROW, date(2027, 1, 1)), taking_part()),
    ("viewWaived", decider1, a_suspended_permission(TOMORROW, SOON, view_waived=None), taking_part()),
    ("viewWaived", decider1, a_suspended_permission(TOMORROW, SOON, view_waived=None), taking_part(PROPOSED)),
    (
        "holdsFrom",
        decider1,
        acts.PermissionReinstated(holds_from=YESTERDAY, reasoning=WHY),
        taking_part(SUSPENDED),
    ),
    (
        "holdsFrom",
        decider1,
        acts.PermissionReinstated(holds_from=date(2026, 4, 1), reasoning=WHY),
        taking_part(SUSPENDED),
    ),
    ("grounds/0", caseworker1, a_proposed_revocation("weather"), taking_part()),
    ("grounds/1", decider1, a_revocation(TOMORROW, "no_benefit", "weather"), taking_part(PROPOSED, *HEARD)),
    ("revokedFrom", decider1, a_revocation(TODAY), taking_part(PROPOSED, *HEARD)),
    ("revokedFrom", decider1, a_revocation(date(2027, 1, 1)), taking_part(PROPOSED, *HEARD)),
    ("viewWaived", decider1, a_revocation(TOMORROW), taking_part(PROPOSED)),
    ("viewWaived", decider1, a_revocation(TOMORROW), taking_part(*HEARD, PROPOSED)),
    ("validUntil", decider1, an_extension(SOON), taking_part(form="trial")),
    ("validUntil", decider1, an_extension(date(2029, 1, 5)), taking_part(form="trial")),
    ("hoursAWeek", decider1, an_extension(ENDS, 15), taking_part(form="trial")),
    ("hoursAWeek", decider1, an_extension(ENDS, 25), taking_part(form="trial")),
    ("validUntil", coop_a, a_renewal_asked(ENDS), taking_part()),
    ("receivedOn", coop_a, a_renewal_asked(LONGER, YESTERDAY), taking_part()),
    ("validUntil", decider1, a_renewal(ENDS), taking_part(ASKED, ADVISED)),
    ("validUntil", decider1, a_renewal(date(2029, 1, 5)), taking_part(ASKED, ADVISED)),
    ("viewWaived", decider1, a_renewal(date(2027, 6, 30)), taking_part(ASKED, ADVISED)),
    ("grounds/0", decider1, a_refused_renewal("weather"), taking_part(ASKED, ADVISED, *HEARD)),
    ("viewWaived", decider1, a_refused_renewal(), taking_part(ASKED, ADVISED)),
    ("viewWaived", decider1, a_refused_renewal(), taking_part(ASKED, ADVISED, UNASKED)),
    ("viewWaived", decider1, a_refused_renewal(), HEARD_ON_ANOTHER),
    (
        "viewWaived",
        decider1,
        a_refused_renewal(view_waived=acts.ViewWaiver.HEARD_BEFORE),
        HEARD_ON_ANOTHER,
    ),
    ("viewWaived", decider1, a_revocation(TOMORROW), taking_part(PROPOSED, UNASKED)),
    ("viewWaived", decider1, an_extension(ENDS), taking_part(ASKED, ADVISED, form="trial")),
    ("viewWaived", decider1, an_extension(ENDS, conditions=MORE), taking_part(form="trial")),
    ("viewWaived", decider1, an_extension(ENDS, conditions=MORE), taking_part(EVALUATED, form="trial")),
    (
        "viewWaived",
        decider1,
        an_extension(ENDS, conditions=MORE),
        taking_part(*HEARD, EVALUATED, form="trial"),
    ),
    (
        "viewWaived",
        decider1,
        an_extension(LONGER, conditions=MORE),
        taking_part(ASKED, ADVISED, form="trial"),
    ),
    ("validUntil", decider1, a_renewal(LONGER), taking_part(ASKED, ADVISED, form="trial")),
    (
        "viewWaived",
        decider1,
        a_refused_renewal(view_waived=acts.ViewWaiver.HEARD_BEFORE),
        taking_part(ASKED, ADVISED),
    ),
    (
        "viewWaived",
        decider1,
        a_refused_renewal(view_waived=acts.ViewWaiver.DATA_NOT_GIVEN),
        taking_part(ASKED, ADVISED),
    ),
]


@pytest.mark.parametrize(("field", "actor", "act", "case"), UNACCEPTABLE)
def test_what_does_not_fit_is_refused_by_its_field(field: str, actor: Actor, act: Act, case: Case) -> None:
    """So that a form can show it in its place."""
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(actor, act), case, TODAY)

    assert field == refusal.value.field
    facts = {
        name: fact["en"] if isinstance(fact, dict) else fact for name, fact in refusal.value.facts.items()
    }
    assert str(refusal.value) == refusal.value.template.format(**facts)


NOT_NOW: list[tuple[Actor, Act, Case]] = [
    (decider1, a_suspended_permission(TOMORROW, SOON), taking_part(SUSPENDED)),
    (decider1, a_suspended_permission(TOMORROW, SOON), a_case()),
    (decider1, a_suspended_permission(date(2026, 4, 2), ENDS), taking_part(SUSPENDED)),
    (caseworker1, a_proposed_standstill(), taking_part(STANDSTILL)),
    (caseworker1, a_proposed_standstill(), a_case()),
    (decider1, acts.StandstillDropped(reasoning=WHY), taking_part(PROPOSED)),
    (decider1, LIFTED, taking_part()),
    (decider1, LIFTED, taking_part(SUSPENDED, (TODAY, decider1, LIFTED))),
    (caseworker1, a_proposed_revocation(), taking_part(PROPOSED)),
    (caseworker1, a_proposed_revocation(), a_case()),
    (decider1, a_revocation(TOMORROW), taking_part()),
    (decider1, a_revocation(TOMORROW), taking_part(PROPOSED, (TODAY, decider1, DROPPED))),
    (decider1, DROPPED, taking_part()),
    (coop_a, acts.RenewalWithdrawn(), taking_part()),
    (coop_a, acts.RenewalWithdrawn(), taking_part(ASKED, WITHDRAWN)),
    (decider1, a_renewal(LONGER), taking_part(ASKED, ADVISED, WITHDRAWN)),
    (decider1, an_extension(LONGER), taking_part()),
    (decider1, an_extension(LONGER), taking_part(form="trial")),
    (decider1, an_extension(LONGER), taking_part(ASKED, WITHDRAWN, form="trial")),
    (decider1, an_extension(LONGER), taking_part((TODAY, decider1, an_evaluation()), form="trial")),
    (caseworker1, an_evaluation(), taking_part()),
    (caseworker1, an_evaluation(), taking_part(EVALUATED, form="trial")),
    (coop_a, a_renewal_asked(LONGER), taking_part(ASKED)),
    (caseworker1, an_advice_to_renew(), taking_part()),
    (decider1, a_renewal(LONGER), taking_part()),
    (decider1, a_renewal(LONGER), taking_part(ADVISED, ASKED)),
    (decider1, a_refused_renewal(), taking_part(ASKED, *HEARD)),
    (decider1, INVITED, taking_part()),
    (decider1, an_extension(LONGER), taking_part(ASKED, form="trial")),
]


@pytest.mark.parametrize(("actor", "act", "case"), NOT_NOW)
def test_what_has_its_moment_waits_for_it(actor: Actor, act: Act, case: Case) -> None:
    """A revocation for its proposal, a renewal for its request and the advice on it."""
    with pytest.raises(NotNow):
        acceptance.check(done(actor, act), case, TODAY)


WITHOUT_ADVICE = a_policy(renewal_advice=False)

ACCEPTABLE: list[tuple[Actor, Act, Case]] = [
    (coop_a, an_incident(TODAY), taking_part()),
    (coop_a, ELSEWHERE, taking_part()),
    (caseworker1, an_assessment(3), taking_part(CHANGED)),
    (caseworker1, an_assessment(4), taking_part(CHANGED, CHANGED)),
    (decider1, a_suspended_permission(TOMORROW, ENDS), taking_part()),
    (decider1, a_suspended_permission(TOMORROW, SOON, view_waived=None), taking_part(PROPOSED, *HEARD)),
    (decider1, a_suspended_permission(TOMORROW, SOON, view_waived=None), taking_part(STANDSTILL, *HEARD)),
    (decider1, INVITED, taking_part(STANDSTILL)),
    (decider1, a_suspended_permission(TOMORROW, SOON), taking_part(SUSPENDED, (TODAY, decider1, LIFTED))),
    (decider1, a_suspended_permission(TOMORROW, date(2026, 4, 1)), taking_part(SUSPENDED)),
    (decider1, a_suspended_permission(date(2026, 4, 1), ENDS), taking_part(SUSPENDED)),
    (decider1, LIFTED, taking_part(SUSPENDED)),
    (decider1, acts.PermissionReinstated(holds_from=SOON, reasoning=WHY), taking_part(SUSPENDED)),
    (caseworker1, a_proposed_revocation(), taking_part(PROPOSED, (TODAY, decider1, DROPPED))),
    (decider1, INVITED, taking_part(PROPOSED)),
    (decider1, INVITED, taking_part(ASKED)),
    (decider1, a_revocation(TOMORROW), taking_part(PROPOSED, *HEARD)),
    (decider1, a_revocation(ENDS, view_waived="urgent"), taking_part(PROPOSED)),
    (decider1, a_revocation(ENDS, view_waived="data_not_given"), taking_part(PROPOSED)),
    (decider1, DROPPED, taking_part(PROPOSED)),
    (coop_a, acts.RenewalWithdrawn(), taking_part(ASKED, ADVISED)),
    (coop_a, a_renewal_asked(LONGER), taking_part(ASKED, WITHDRAWN)),
    (decider1, an_extension(date(2029, 1, 4), 24), taking_part(EVALUATED, form="trial")),
    (
        decider1,
        an_extension(ENDS, conditions=MORE, view_waived="not_on_his_facts"),
        taking_part(EVALUATED, form="trial"),
    ),
    (decider1, an_extension(ENDS, conditions=MORE), taking_part(EVALUATED, *HEARD, form="trial")),
    (decider1, an_extension(ENDS, conditions=MORE), taking_part(REPORTING, *HEARD, REASSESSED, form="trial")),
    (decider1, an_extension(LONGER, conditions=MORE), taking_part(ASKED, ADVISED, *HEARD, form="trial")),
    (decider1, an_extension(ENDS), taking_part(EVALUATED, form="trial")),
    (decider1, an_extension(ENDS), taking_part(REASSESSED, form="trial")),
    (caseworker1, an_evaluation(), taking_part(form="trial")),
    (decider1, a_renewal(LONGER, deviation=WHY), taking_part(ASKED, ADVISED, form="trial")),
    (decider1, an_extension(date(2029, 1, 5), 30, deviation=WHY), taking_part(EVALUATED, form="trial")),
    (coop_a, a_renewal_asked(date(2027, 1, 1)), taking_part()),
    (caseworker1, a_renewal_asked(LONGER, YESTERDAY), taking_part()),
    (caseworker1, an_advice_to_renew("refuse"), taking_part(ASKED)),
    (decider1, a_renewal(LONGER), taking_part(ASKED, ADVISED)),
    (decider1, a_renewal(LONGER), taking_part(ASKED, policy=WITHOUT_ADVICE)),
    (decider1, a_renewal(date(2029, 1, 5), deviation=WHY), taking_part(ASKED, ADVISED)),
    (decider1, a_renewal(date(2027, 6, 30)), taking_part(ASKED, ADVISED, *HEARD)),
    (decider1, a_refused_renewal(view_waived=acts.ViewWaiver.NOT_ON_HIS_FACTS), taking_part(ASKED, ADVISED)),
    (
        decider1,
        a_refused_renewal(view_waived=acts.ViewWaiver.HEARD_BEFORE),
        taking_part(ASKED, ADVISED, *HEARD),
    ),
    (decider1, an_extension(LONGER), taking_part(ASKED, ADVISED, form="trial")),
    (decider1, an_extension(ENDS), taking_part(ASKED, ADVISED, *HEARD, form="trial")),
    (decider1, a_refused_renewal(), taking_part(ASKED, ADVISED, *HEARD)),
]


@pytest.mark.parametrize(("actor", "act", "case"), ACCEPTABLE)
def test_what_just_fits_is_accepted(actor: Actor, act: Act, case: Case) -> None:
    """Up to and including each limit."""
    acceptance.check(done(actor, act), case, TODAY)


def test_a_view_that_was_asked_and_did_not_come_was_heard_once_its_time_is_over() -> None:
    """The last day is still his. Awb 4:9."""
    asked = (BEGAN, decider1, acts.ViewInvited(intention=WHY, until=YESTERDAY))
    proposed = (BEGAN, caseworker1, a_proposed_revocation())
    case = taking_part(proposed, asked)

    acceptance.check(done(decider1, a_revocation(TOMORROW)), case, TODAY)
    with pytest.raises(NotAcceptable, match="view first"):
        acceptance.check(done(decider1, a_revocation(TOMORROW)), case, YESTERDAY)
