"""Other hours or conditions between two reassessments: who is heard on them, and what they leave as it was."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, adjustment, authority, terms
from domain.acts import (
    Act,
    AdjustmentDropped,
    AdjustmentLapsed,
    EndedBy,
    ObjectionClosed,
    ObjectionLodged,
    Outcome,
    ParticipationContinued,
    ParticipationStopped,
    PermissionExpired,
    ViewInvited,
    ViewReceived,
    ViewWaiver,
)
from domain.case import Case, Status
from domain.errors import CaseError, NotAcceptable, NotPermitted
from domain.lapsing import lapse_of
from domain.people import Actor
from domain.remedy import Remedy, remedy
from tests.examples import (
    WHY,
    a_case,
    a_grant,
    an_act,
    an_application_received,
    an_ending,
    caseworker1,
    caseworker2,
    clock,
    coop_a,
    decider1,
    done,
)
from tests.permitting import (
    a_refused_adjustment,
    a_revocation,
    an_adjustment,
    an_adjustment_asked,
    an_adjustment_proposed,
)

BEGAN, TODAY, ENDS = date(2026, 1, 5), date(2026, 3, 2), date(2027, 12, 31)
WAIVED = ViewWaiver.NOT_ON_HIS_FACTS
ASKED = (TODAY, coop_a, an_adjustment_asked(20))
STOPPED = ((TODAY, coop_a, an_ending(TODAY)), (TODAY, clock, ParticipationStopped()))
ASKED_FOR_ITSELF = (TODAY, coop_a, an_adjustment_asked(12, on_behalf_of="cooperative"))
LESS_ASKED = (TODAY, coop_a, an_adjustment_asked(8))
PROPOSED = (TODAY, caseworker1, an_adjustment_proposed(12))
HEARD = (
    (TODAY, caseworker2, ViewInvited(intention=WHY)),
    (TODAY, coop_a, ViewReceived(view=WHY)),
)
DROPPED = AdjustmentDropped(about=3)


def taking_part(*happened: tuple[date, Actor, Act]) -> Case:
    """Granted in January for two years of sixteen hours a week; what happens first since is act 3."""
    case = a_case((BEGAN, coop_a, an_application_received()), (BEGAN, decider1, a_grant(BEGAN, ENDS)))
    for on, actor, act in happened:
        case = case.after(an_act(case, on, actor, act))
    return case


REVOKED = (TODAY, decider1, a_revocation(date(2026, 4, 1)))
EXPIRED = (date(2028, 1, 1), clock, PermissionExpired())
TOLD = (TODAY, clock, AdjustmentLapsed(about=3, ended_by=EndedBy.PARTICIPATION_ENDED))


@pytest.mark.parametrize(
    ("happened", "ended_by"),
    [
        ((ASKED, *STOPPED), EndedBy.PARTICIPATION_ENDED),
        ((ASKED, REVOKED), EndedBy.PERMISSION_REVOKED),
        ((ASKED, EXPIRED), None),
        ((ASKED,), None),
        ((ASKED, (TODAY, coop_a, DROPPED), *STOPPED), None),
        ((ASKED, (TODAY, caseworker2, an_adjustment(3, 20)), *STOPPED), None),
        ((ASKED, *STOPPED, TOLD), None),
    ],
)
def test_a_request_to_adjust_lapses_with_what_ends_the_permission(
    happened: tuple[tuple[date, Actor, Act], ...], ended_by: EndedBy | None
) -> None:
    """Not with its last day; once, and not when it was answered before. Awb 4:13."""
    lapse = lapse_of(taking_part(*happened), 3)

    assert ended_by == (lapse and lapse.ended_by)


def test_what_lapsed_of_two_requests_is_told_of_each() -> None:
    case = taking_part(ASKED, ASKED, *STOPPED, TOLD)

    assert lapse_of(case, 3) is None
    assert AdjustmentLapsed(about=4, ended_by=EndedBy.PARTICIPATION_ENDED) == lapse_of(case, 4)


def upheld(case: Case, version: int) -> Case:
    """An objection to that decision was upheld."""
    told = (
        ObjectionLodged(objection="MD-DFRV-5ZBB-CE1S", version=version, received_on=TODAY),
        ObjectionClosed(objection="MD-DFRV-5ZBB-CE1S", outcome=Outcome.UPHELD, decide_by=date(2026, 6, 1)),
    )
    for act in told:
        case = case.after(an_act(case, TODAY, clock, act))
    return case


@pytest.mark.parametrize(
    ("case", "act"),
    [
        (taking_part(), an_adjustment_asked(20)),
        (taking_part(ASKED), an_adjustment(3, 20)),
        (taking_part(LESS_ASKED), an_adjustment(3, 8)),
        (taking_part(ASKED, *HEARD), an_adjustment(3, 18)),
        (taking_part(ASKED, *HEARD), a_refused_adjustment(3)),
        (taking_part(ASKED), a_refused_adjustment(3, WAIVED)),
        (taking_part(PROPOSED, *HEARD), an_adjustment(3, 12)),
        (taking_part(PROPOSED), an_adjustment(3, 12, view_waived=ViewWaiver.DATA_NOT_GIVEN)),
        (taking_part(PROPOSED), an_adjustment(3, 18)),
        (taking_part(PROPOSED, ASKED), an_adjustment(4, 20)),
    ],
)
def test_an_adjustment_fits(case: Case, act: Act) -> None:
    """Of what was asked, of what was proposed, and where more than one is open."""
    acceptance.check(done(caseworker2, act), case, TODAY)


@pytest.mark.parametrize(
    ("case", "act", "why"),
    [
        (taking_part(), an_adjustment_asked(16), "already"),
        (taking_part(), an_adjustment_asked(40), "at most 24"),
        (taking_part(), an_adjustment(3, 20), "these numbers"),
        (taking_part(ASKED), an_adjustment(3, 18), "view first"),
        (taking_part(ASKED), an_adjustment(3, 20, "By day"), "view first"),
        (taking_part(ASKED), a_refused_adjustment(3), "view first"),
        (taking_part(ASKED), a_refused_adjustment(3, ViewWaiver.DATA_NOT_GIVEN), "nobody applied for"),
        (taking_part(ASKED_FOR_ITSELF), an_adjustment(3, 12), "view first"),
        (taking_part(PROPOSED), an_adjustment(3, 12), "view first"),
        (taking_part(PROPOSED, ASKED, *HEARD), an_adjustment(4, 18), "view first"),
        (taking_part(PROPOSED, *HEARD), a_refused_adjustment(3), "a proposal is dropped"),
        (taking_part(ASKED, (TODAY, coop_a, DROPPED)), an_adjustment(3, 20), "these numbers"),
        (taking_part(ASKED, *STOPPED), an_adjustment(3, 20), "these numbers"),
    ],
)
def test_an_adjustment_does_not_fit(case: Case, act: Act, why: str) -> None:
    """Who gets less than he has or asked was heard on it in its own matter, or a ground says why not. Awb 4:7, 4:8."""
    with pytest.raises(CaseError, match=why):
        acceptance.check(done(caseworker2, act), case, TODAY)


def test_a_cooperative_takes_back_what_it_asked_and_not_what_the_municipality_proposes() -> None:
    """A caseworker drops the proposal."""
    acceptance.check(done(coop_a, DROPPED), taking_part(ASKED), TODAY)
    acceptance.check(done(caseworker1, DROPPED), taking_part(PROPOSED), TODAY)
    with pytest.raises(NotPermitted, match="proposal of the municipality"):
        acceptance.check(done(coop_a, DROPPED), taking_part(PROPOSED), TODAY)


@pytest.mark.parametrize("opened", [PROPOSED, (TODAY, caseworker1, an_adjustment_asked(20))])
def test_whoever_proposed_or_registered_it_does_not_decide_on_it(opened: tuple[date, Actor, Act]) -> None:
    """A colleague does. Awb 3:2, 2:4."""
    case = taking_part(opened)

    authority.check(done(caseworker2, an_adjustment(3, 12)), case, None, TODAY)
    with pytest.raises(NotPermitted, match="somebody else"):
        authority.check(done(caseworker1, an_adjustment(3, 12)), case, None, TODAY)


def test_an_adjustment_is_no_reassessment() -> None:
    """What is allowed changes from then on; the next reassessment keeps its day. Pw 44a."""
    before = taking_part((TODAY, caseworker1, ParticipationContinued(reasoning=WHY)))
    asked = before.after(an_act(before, TODAY, coop_a, an_adjustment_asked(20, "By day")))
    after = asked.after(an_act(asked, date(2026, 4, 7), caseworker1, an_adjustment(4, 20, "By day")))
    permission = after.permission

    assert permission is not None
    assert (20, ("By day",)) == (permission.hours_a_week, permission.conditions)
    assert Status.PARTICIPATION == after.status
    assert terms.reassessment(before) == terms.reassessment(after)


def test_a_request_to_adjust_has_the_terms_of_the_law_and_a_proposal_that_of_the_policy() -> None:
    """Eight weeks from the day on which it came. Awb 4:13."""
    registered = (TODAY, caseworker1, an_adjustment_asked(20, received_on=date(2026, 2, 27)))

    assert date(2026, 4, 24) == terms.of(taking_part(registered))["adjustment"].due_on
    assert date(2026, 3, 23) == terms.of(taking_part(PROPOSED, registered))["adjustment"].due_on
    assert "adjustment" not in terms.of(taking_part())


def test_a_request_is_open_again_once_its_refusal_is_annulled() -> None:
    """By the day that the decision on the objection leaves; what is decided then is for the court. Awb 7:11(2), 8:1."""
    refused = taking_part(ASKED, (TODAY, caseworker1, a_refused_adjustment(3, WAIVED)))
    again = upheld(refused, 4)
    decided = again.after(an_act(again, TODAY, caseworker2, an_adjustment(3, 20)))

    assert Remedy.OBJECTION is remedy(refused, refused.entries[3])
    assert not adjustment.is_open(refused, 3)
    assert again.entries[2] == adjustment.asked_again(again, again.version)
    assert date(2026, 6, 1) == terms.of(again)["adjustment"].due_on
    assert Remedy.APPEAL is remedy(decided, decided.entries[-1])
    with pytest.raises(NotPermitted, match="overturned"):
        authority.check(done(caseworker1, an_adjustment(3, 20)), again, None, TODAY)


def test_what_the_municipality_proposed_is_not_decided_on_again() -> None:
    """What was before holds again; who still wants it proposes it anew. Awb 7:11(2)."""
    adjusted = taking_part(PROPOSED, *HEARD, (TODAY, caseworker2, an_adjustment(3, 12)))
    again = upheld(adjusted, 6)

    assert adjusted.permission is not None
    assert again.permission is not None
    assert (12, 16) == (adjusted.permission.hours_a_week, again.permission.hours_a_week)
    assert () == adjustment.open_ones(again)
    with pytest.raises(NotAcceptable, match="these numbers"):
        acceptance.check(done(caseworker2, an_adjustment(3, 12)), again, TODAY)
