"""Where one goes who disagrees with a decision: to the municipality, or to the court. Awb 7:1, 7:11(2), 8:1."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, objections, terms
from domain.acts import Act, Outcome, ViewWaiver
from domain.case import Case
from domain.errors import NotAcceptable
from domain.law.objection import objection
from domain.letters import called_for, for_the_press
from domain.narration import narrated
from domain.people import Actor
from domain.remedy import Remedy, open_to_objection, remedy
from tests.domain.late import DETERMINED, GRANTED, a_late_case, determined
from tests.examples import (
    a_grant,
    a_refusal,
    an_act,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
    decider3,
)
from tests.objecting import a_decision, a_refused_case, an_objection_case
from tests.permitting import (
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_suspended_permission,
    an_advice_to_renew,
    an_extension,
)
from tests.superseding import a_correction, a_reversal, a_sending

ON, SENT, BY, UNTIL = date(2026, 3, 2), date(2026, 6, 1), date(2026, 6, 8), date(2026, 12, 31)
WAIVED = ViewWaiver.NOT_ON_HIS_FACTS
RULING = acts.Ruling(ruled_on=ON, is_term_set=False, decided_by="decider2")
UPHELD = acts.ObjectionUpheld(objection="one", version=4, decide_by=BY)
CLOSED = acts.ObjectionClosed(objection="one", outcome=Outcome.UPHELD, decide_by=BY)


def lodged(version: int) -> acts.ObjectionLodged:
    """Somebody objects to that decision."""
    return acts.ObjectionLodged(objection="one", version=version, received_on=ON)


def after(case: Case, *happened: tuple[Actor, Act]) -> Case:
    """The case with what happened since."""
    for actor, act in happened:
        case = case.after(an_act(case, ON, actor, act))
    return case


def permitted(*happened: tuple[Actor, Act]) -> Case:
    """Granted as the second act."""
    return after(a_refused_case(ON).up_to(1), (decider1, a_grant(ON, UNTIL)), *happened)


REFUSES = (decider3, a_refusal("unfair_competition"))
REFUSED = a_refused_case(ON)
AGAIN = after(REFUSED, (clock, lodged(4)), (clock, UPHELD), REFUSES)
ASKED = ((coop_a, a_renewal_asked(date(2027, 6, 30))), (caseworker1, an_advice_to_renew()))
NOT_RENEWED = permitted(*ASKED, (decider1, a_refused_renewal(view_waived=WAIVED)))
ASKED_AGAIN = after(NOT_RENEWED, (clock, lodged(5)), (clock, CLOSED))
SUSPENDED = a_suspended_permission(ON, UNTIL)
SUSPENDED_AGAIN = permitted((decider1, SUSPENDED), (clock, lodged(3)), (clock, CLOSED), (decider3, SUSPENDED))
LATE = a_late_case(GRANTED, DETERMINED)
DETERMINED_AGAIN = after(
    LATE,
    (clock, lodged(LATE.version)),
    (clock, CLOSED),
    (decider2, determined(0, acts.NoPenalty.NO_INTEREST)),
)

TO_THE_COURT = {
    "a decision on an objection": an_objection_case((ON, decider2, a_decision(Outcome.UNFOUNDED))),
    "refused again": AGAIN,
    "granted again": after(AGAIN.up_to(6), (decider3, a_grant(ON, UNTIL))),
    "corrected since": after(AGAIN, (decider1, a_correction(7, a_refusal("no_benefit")))),
    "after a ruling": after(REFUSED, (clock, UPHELD.model_copy(update={"ruling": RULING})), REFUSES),
    "reversed and upheld": after(REFUSED, (decider2, a_reversal(4, BY)), (clock, UPHELD), REFUSES),
    "renewed after all": after(ASKED_AGAIN, (decider3, a_renewal(date(2027, 6, 30)))),
    "not renewed again": after(ASKED_AGAIN, (decider3, a_refused_renewal(view_waived=WAIVED))),
    "made full after all": after(ASKED_AGAIN, (decider3, an_extension(date(2027, 6, 30)))),
    "an amount determined again": DETERMINED_AGAIN,
}
TO_THE_MUNICIPALITY = {
    "refused": REFUSED,
    "reversed of its own motion": after(REFUSED, (decider2, a_reversal(4, BY)), REFUSES),
    "not renewed": NOT_RENEWED,
    "suspended on what came later": SUSPENDED_AGAIN,
    "an amount determined": LATE,
    "another request": after(
        ASKED_AGAIN,
        (decider3, a_renewal(date(2027, 6, 30))),
        (coop_a, a_renewal_asked(UNTIL.replace(year=2028))),
        (decider3, a_refused_renewal(view_waived=WAIVED)),
    ),
}


@pytest.mark.parametrize("case", TO_THE_COURT.values(), ids=TO_THE_COURT)
def test_what_is_decided_on_an_objection_or_belongs_to_that_is_for_the_court(case: Case) -> None:
    """Its letter says so, and a second objection is refused."""
    letter = called_for(case, case.entries[-1])

    assert letter is not None
    assert (None, objection(case.entries[-1].on).due_on) == (letter.objection_until, letter.appeal_until)
    assert (case is not TO_THE_COURT["a decision on an objection"]) == for_the_press(letter, None, "")[
        "is_taken_again"
    ]
    with pytest.raises(NotAcceptable, match="one goes to the court"):
        objections.contested(case, case.version)


@pytest.mark.parametrize("case", TO_THE_MUNICIPALITY.values(), ids=TO_THE_MUNICIPALITY)
def test_any_other_decision_is_objected_to_first(case: Case) -> None:
    """Also what is decided later on its own, without that the case waited for it."""
    letter = called_for(case, case.entries[-1])

    assert letter is not None
    assert (objection(case.entries[-1].on).due_on, None) == (letter.objection_until, letter.appeal_until)
    assert case.version == objections.contested(case, case.version).version


def test_a_second_objection_does_not_fall_back_on_the_decision_that_was_replaced() -> None:
    """By default it is about the last decision; the one before it was taken again, and counts no more."""
    with pytest.raises(NotAcceptable, match="one goes to the court"):
        objections.contested(AGAIN)
    with pytest.raises(NotAcceptable, match="no decision to object to"):
        objections.contested(AGAIN, 4)
    assert () == open_to_objection(AGAIN)


def test_an_annulled_decision_is_objected_to_no_more() -> None:
    """The grant and what was decided since are."""
    assert [2, 6] == [each.version for each in open_to_objection(SUSPENDED_AGAIN)]


def test_a_case_waits_until_nobody_can_go_to_the_court_in_time() -> None:
    """Six weeks after its letter went out, and the week for the post. Awb 6:7, 6:9."""
    sent = AGAIN.after(an_act(AGAIN, SENT, clock, a_sending(AGAIN.version, SENT)))
    window = objections.window(sent)

    assert objections.window(AGAIN) is None
    assert {"appeal": date(2026, 7, 13)} == {name: term.due_on for name, term in terms.of(sent).items()}
    assert window is not None
    assert date(2026, 7, 20) == window.due_on
    assert not sent.is_closed


def test_a_timeline_tells_which_term_is_over() -> None:
    assert "The term to object is over." == narrated(acts.ObjectionTermLapsed()).en
    assert (
        "The term to appeal to the court is over."
        == narrated(acts.ObjectionTermLapsed(for_the_court=True)).en
    )


def test_what_decides_nothing_or_the_procedure_alone_has_no_remedy_of_its_own() -> None:
    """Awb 1:3, 6:3."""
    taken_up = after(REFUSED.up_to(1), (decider1, acts.ApplicationTakenUp(reasoning="It is enough.")))

    assert remedy(taken_up, taken_up.entries[-1]) is None
    assert remedy(taken_up, taken_up.entries[0]) is None
    assert Remedy.OBJECTION is remedy(REFUSED, REFUSED.entries[-1])
