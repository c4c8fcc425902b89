"""What an upheld objection to a revocation makes of the case. Awb 7:11(2), 10:3(3)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, acts, news, telling, terms
from domain.acts import Act, ViewInvited, ViewReceived
from domain.case import Case, Status
from domain.errors import NotAcceptable
from domain.letters import called_for, dated_anew
from domain.people import Actor
from domain.proposal import proposed_revocation
from domain.remedy import Remedy, open_to_objection, remedy
from domain.renewal import annulment
from tests.domain.annulled import DECIDE_BY, ENDS, UPHELD, taking_part, upheld
from tests.domain.permitted import may
from tests.examples import WHY, an_act, caseworker1, clock, coop_a, decider1, decider2, decider3, done
from tests.permitting import a_proposed_revocation, a_revocation, a_suspended_permission
from tests.superseding import a_reversal, a_sending

JUNE, JULY = date(2026, 6, 1), date(2026, 7, 6)
REVOKED = (
    (JUNE, caseworker1, a_proposed_revocation()),
    (JUNE, decider1, ViewInvited(intention=WHY)),
    (JUNE, coop_a, ViewReceived(view=WHY)),
    (JUNE, decider1, a_revocation(date(2026, 6, 15))),
)
PROPOSAL, REVOCATION = 4, 7
AGAIN = a_revocation(date(2026, 8, 1), view_waived="heard_before")


def revoked(*before: tuple[date, Actor, Act]) -> Case:
    """Revoked in June by `decider1`, after a view."""
    return taking_part(*before, *REVOKED)


def restored() -> Case:
    """The same, and the objection to it was upheld in July."""
    return upheld(revoked(), REVOCATION, on=JULY)


def test_the_permission_holds_again_until_its_last_day() -> None:
    """With nothing decided on the application."""
    case = restored()

    assert (Status.PARTICIPATION, None, True) == (case.status, case.overturned, case.is_participating)
    assert case.permission is not None
    assert ENDS == case.permission.valid_until == terms.expiry(case).due_on
    assert {each.version for each in open_to_objection(case)} == {3}


def test_the_proposal_is_open_again_for_another_in_the_term_of_the_objection() -> None:
    case = restored()
    proposal = proposed_revocation(case)

    assert proposal is not None
    assert PROPOSAL == proposal.version
    assert DECIDE_BY == terms.revocation_of(proposal)(case).due_on
    for act in (AGAIN, acts.RevocationDropped(reasoning=WHY)):
        assert not may(decider1, act, case)
        assert may(decider3, act, case)


def test_a_view_from_before_the_annulment_is_asked_anew() -> None:
    """Or the ground is named that he was heard before. Awb 4:11(b)."""
    case = restored()
    with pytest.raises(NotAcceptable, match="Invite the applicant's view"):
        acceptance.check(done(decider3, a_revocation(date(2026, 8, 1))), case, JULY)

    acceptance.check(done(decider3, AGAIN), case, JULY)


def test_what_is_revoked_once_more_is_for_the_court_and_falls_with_its_ruling() -> None:
    """A court that annuls the decision on the objection annuls the new revocation with it. Awb 8:72."""
    case = restored()
    again = case.after(an_act(case, JULY, decider3, AGAIN))
    ruling = acts.Ruling(ruled_on=UPHELD, is_term_set=False, decided_by="decider2")

    assert Status.REVOKED == again.status
    assert Remedy.APPEAL is remedy(again, again.entries[-1])

    told = acts.ObjectionUpheld(objection="objection-to-7", version=7, decide_by=UPHELD, ruling=ruling)
    taken_in = news.taken_in(again, told)
    assert taken_in is not None
    annulled = again.after(an_act(again, UPHELD, clock, taken_in))

    assert frozenset({REVOCATION, again.version}) == annulled.annulled
    assert [False, False] == [may(each, AGAIN, annulled) for each in (decider1, decider3)]


def test_another_objection_that_runs_is_told_of_the_new_revocation() -> None:
    """It is about that one too. Awb 6:19."""
    case = revoked()
    slow = acts.ObjectionLodged(objection="slow", version=REVOCATION, received_on=JUNE)
    case = upheld(case, REVOCATION, (JUNE, clock, slow), on=JULY)
    case = case.after(an_act(case, JULY, decider3, AGAIN))
    ((objection, told),) = telling.for_objections(case, case.entries[-1])

    assert isinstance(told, acts.ContestedDecisionReplaced)
    assert ("slow", case.version) == (objection, told.version)
    assert "decider3" in told.involved


def test_a_suspension_goes_on_where_it_was() -> None:
    case = upheld(revoked((JUNE, decider1, a_suspended_permission(JUNE, ENDS))), 8, on=JULY)

    assert case.permission is not None
    assert ENDS == case.permission.suspended_until


def test_what_was_revoked_while_the_application_is_decided_on_again_waits_for_that() -> None:
    """The objection to the grant was upheld before the one to the revocation."""
    case = upheld(revoked(), 3, on=JULY)
    case = upheld(case, REVOCATION, on=JULY)

    assert Status.DECISION == case.status
    assert annulment(case, PROPOSAL) is not None


def taken_back() -> Case:
    """The municipality itself says in June that the revocation does not stand."""
    case = revoked()
    return case.after(an_act(case, JUNE, decider3, a_reversal(REVOCATION, JULY)))


def test_a_revocation_that_is_taken_back_counts_no_more_and_another_decides_on_the_proposal() -> None:
    """In the resident's favour at once; by whoever may revoke, and did not do it himself."""
    reversal = a_reversal(REVOCATION, JULY)
    acceptance.check(done(decider3, reversal), revoked(), JUNE)
    case = taken_back()
    proposal = proposed_revocation(case)

    assert (Status.PARTICIPATION, None) == (case.status, case.overturned)
    assert case.permission is not None
    assert ENDS == case.permission.valid_until
    assert proposal is not None
    assert JULY == terms.revocation_of(proposal)(case).due_on
    assert [False, True] == [may(each, AGAIN, case) for each in (decider1, decider3)]
    assert [False, True] == [may(each, reversal, revoked()) for each in (decider1, decider3)]
    assert not may(decider2, reversal, revoked())


def test_what_is_revoked_after_a_reversal_can_be_objected_to() -> None:
    """It is no part of a decision on an objection. Awb 7:1."""
    case = taken_back()
    again = case.after(an_act(case, JULY, decider3, AGAIN))

    assert Remedy.OBJECTION is remedy(again, again.entries[-1])
    assert Status.REVOKED == again.status


def test_of_a_permission_that_was_revoked_only_the_revocation_is_taken_back() -> None:
    with pytest.raises(NotAcceptable, match="these versions: 7"):
        acceptance.check(done(decider3, a_reversal(3, JULY)), revoked(), JUNE)


def test_the_letter_of_a_reversal_says_that_he_may_take_part_again() -> None:
    case = taken_back()
    letter = called_for(case, case.entries[-1])

    assert letter is not None
    assert "yes" == letter.said["restored"]


@pytest.mark.parametrize(
    ("posted_on", "last_day"),
    [
        (date(2026, 6, 2), date(2026, 6, 14)),
        (date(2026, 6, 14), date(2026, 6, 14)),
        (date(2026, 6, 20), date(2026, 6, 20)),
        (date(2026, 11, 2), ENDS),
    ],
)
def test_a_revocation_takes_nothing_away_before_it_was_sent(posted_on: date, last_day: date) -> None:
    """It counts from 15 June, or from the day after it went out; it makes no permission longer. Awb 3:40, 3:41."""
    case = revoked()
    sent = case.after(an_act(case, posted_on, clock, a_sending(REVOCATION, JUNE, posted_on)))

    assert sent.permission is not None
    assert last_day == sent.permission.valid_until == terms.expiry(sent).due_on


@pytest.mark.parametrize(
    ("on", "says"), [(date(2026, 6, 10), "15 juni 2026"), (date(2026, 6, 15), "16 juni 2026")]
)
def test_a_letter_of_a_revocation_that_is_dated_anew_names_a_day_after_that(on: date, says: str) -> None:
    case = revoked()
    letter = called_for(case, case.entries[-1])
    assert letter is not None

    assert says == getattr(dated_anew(letter, on, JUNE).said["revoked_from"], "nl", None)
