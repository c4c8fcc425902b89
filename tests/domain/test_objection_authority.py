"""Who may have a part in an objection: nobody who had one in the decision. Awb 7:5, 10:3(3)."""

from __future__ import annotations

import pytest

from domain import acts, authority, objections
from domain.acts import Act
from domain.people import Role
from domain.remedy import remedy
from domain.tasks import Assignee, Task
from tests.domain.late import DETERMINED, GRANTED, ON, a_late_case, determined
from tests.domain.permitted import may
from tests.examples import (
    A_MONDAY,
    WHY,
    a_case,
    a_change,
    a_check,
    a_grant,
    a_person,
    a_refusal,
    a_review,
    an_act,
    an_application_received,
    an_ending,
    caseworker1,
    caseworker2,
    clock,
    coop_a,
    coop_b,
    decider1,
    decider2,
    decider3,
    done,
    objections1,
)
from tests.mandates import a_mandate
from tests.objecting import (
    a_decision,
    a_hearing,
    a_judgement,
    a_refused_case,
    a_repair_request,
    a_waiver,
    an_advice,
    an_invitation,
    an_objection_case,
    objections2,
)

EVERYTHING = tuple(role for role in Role if role is not Role.CLOCK)
LATER = A_MONDAY.replace(month=9)

BY_WHO_WAS_NOT_INVOLVED: tuple[Act, ...] = (
    a_judgement(),
    a_repair_request(LATER),
    an_invitation(LATER),
    a_waiver(acts.NoHearing.FULLY_MET),
    a_hearing(A_MONDAY),
    an_advice(acts.Outcome.UPHELD),
    acts.HearingReopened(reason=WHY),
    a_decision(acts.Outcome.UNFOUNDED),
    acts.ObjectionAdjourned(weeks=6, reasoning=WHY),
    acts.ObjectionPostponed(until=LATER, consent=acts.Consent.ALL, reasoning=WHY),
)


@pytest.mark.parametrize("act", BY_WHO_WAS_NOT_INVOLVED, ids=lambda act: act.kind)
@pytest.mark.parametrize("involved", ["caseworker1", "decider1"])
def test_whoever_had_a_part_in_the_decision_has_none_in_the_objection(act: Act, involved: str) -> None:
    """The reviewer and the decider, whatever other roles they have; an administrator is not exempt."""
    person = a_person(involved, *EVERYTHING)
    somebody = a_person("somebody", *EVERYTHING)
    mandates = [a_mandate(involved), a_mandate("somebody")]

    assert not may(person, act, an_objection_case(), mandates=mandates)
    assert may(somebody, act, an_objection_case(), mandates=mandates)


def test_whoever_examined_an_objection_may_decide_on_it() -> None:
    """The law keeps who took the contested decision out, and not who prepares this one."""
    both = a_person("objections1", Role.OBJECTIONS_OFFICER, Role.DECIDER)
    examined = an_objection_case((A_MONDAY, both, a_judgement()), (A_MONDAY, both, a_hearing(A_MONDAY)))

    assert may(both, a_decision(acts.Outcome.UPHELD), examined, mandates=[a_mandate("objections1")])


def test_a_part_in_a_decision_is_preparing_or_taking_it() -> None:
    """Registering the application at the desk too; not a note, or handing out work."""
    case = a_case(
        (A_MONDAY, caseworker2, an_application_received()),
        (A_MONDAY, a_person("noted", Role.CASEWORKER), acts.NoteAdded(text="Called.")),
        (A_MONDAY, a_person("claimed", Role.CASEWORKER), acts.TaskClaimed()),
        (A_MONDAY, a_person("checked", Role.CASEWORKER), a_check()),
        (A_MONDAY, caseworker1, a_review()),
        (A_MONDAY, a_person("returned", Role.DECIDER), acts.ReviewReturned(reason=WHY)),
        (A_MONDAY, caseworker1, a_review()),
        (A_MONDAY, decider1, a_refusal()),
        (A_MONDAY, a_person("afterwards", Role.CASEWORKER), acts.NoteAdded(text="Filed.")),
    )
    decision = objections.contested(case)

    assert ("caseworker1", "caseworker2", "checked", "decider1", "returned") == decision.involved
    assert ("decider1", 8, "permission_refused") == (decision.decided_by, decision.version, decision.kind)


def test_a_part_in_the_grant_is_none_in_a_later_change() -> None:
    """Which rests on what was seen since."""
    case = a_case(
        (A_MONDAY, caseworker1, a_review()),
        (A_MONDAY, decider1, a_grant(A_MONDAY, LATER)),
        (A_MONDAY, caseworker2, a_change()),
    )

    assert ("caseworker2",) == objections.contested(case).involved
    assert ("caseworker1", "decider1") == objections.contested(case, 3).involved


def test_nobody_objects_to_an_ending() -> None:
    """Who stops by himself decided nothing; the permission before it was a decision."""
    case = a_case((A_MONDAY, decider1, a_grant(A_MONDAY, LATER)), (A_MONDAY, caseworker1, an_ending(LATER)))

    assert 2 == objections.contested(case).version
    assert remedy(case, case.entries[-1]) is None


@pytest.mark.parametrize(
    "act", [acts.HearingDeclined(), acts.RepairReceived(text="x"), acts.ObjectionWithdrawn()]
)
def test_a_cooperative_speaks_for_itself_and_the_resident(act: Act) -> None:
    """And not for another party; what that one says is registered at the desk."""
    of_the_resident = an_objection_case()
    of_another = an_objection_case(objector="another", objector_name="Fietsen BV")

    assert may(coop_a, act, of_the_resident)
    assert not may(coop_b, act, of_the_resident)
    assert not may(coop_a, act, of_another)
    assert may(caseworker1, act, of_another)
    assert may(objections1, act, of_another)


def test_whoever_took_it_again_in_between_does_not_take_it_after_a_later_ruling() -> None:
    """His decision was about the same, and an objection is against it too. Awb 6:19, 10:3(3)."""
    grant = a_grant(A_MONDAY, A_MONDAY.replace(month=8), 12)
    refused = a_refused_case()
    case = a_case(*((e.on, e.actor, e.act) for e in refused.entries))
    for day, decider in zip((1, 2, 3), ("between", "after", "last"), strict=True):
        ruling = acts.Ruling(
            ruled_on=A_MONDAY.replace(month=day + 3), is_term_set=False, decided_by="decider2"
        )
        upheld = acts.ObjectionUpheld(
            objection="MD-1", version=refused.version, decide_by=LATER, ruling=ruling
        )
        case = case.after(an_act(case, A_MONDAY, clock, upheld))
        who, mandates = a_person(decider, Role.DECIDER), [a_mandate(decider)]

        assert may(who, grant, case, mandates=mandates)

        case = case.after(an_act(case, A_MONDAY, who, grant))
    case = case.up_to(case.version - 1)
    barred = ("decider1", "decider2", "between", "after")

    assert not any(
        may(a_person(each, Role.DECIDER), grant, case, mandates=[a_mandate(each)]) for each in barred
    )


def test_whoever_took_a_decision_that_was_overturned_does_not_take_it_again() -> None:
    """Nor does he send it back. Awb 7:11(2), 10:3(3)."""
    refused = a_refused_case()
    upheld = acts.ObjectionUpheld(objection="x", version=refused.version, decide_by=LATER)
    overturned = a_case(*((e.on, e.actor, e.act) for e in refused.entries), (A_MONDAY, clock, upheld))
    everything = a_person("decider1", *EVERYTHING)
    grant = a_grant(A_MONDAY, LATER)

    assert not may(everything, grant, overturned)
    assert not may(everything, acts.ReviewReturned(reason=WHY), overturned)
    assert may(decider2, a_grant(A_MONDAY, A_MONDAY.replace(month=8)), overturned)
    assert may(everything, grant, a_case((A_MONDAY, caseworker1, a_review())))


def test_whoever_corrected_the_contested_decision_since_has_no_part_in_the_objection() -> None:
    """He has one in the decision. Awb 7:5, 10:3(3)."""
    case = an_objection_case()
    corrected = acts.ContestedDecisionReplaced(
        version=5, decision="decision_corrected", involved=("decider2",)
    )
    after = case.after(an_act(case, A_MONDAY, clock, corrected))
    decision = a_decision(acts.Outcome.UNFOUNDED)

    assert may(decider2, decision, case)
    assert not may(decider2, decision, after)


def test_whoever_took_the_decision_that_a_court_annulled_does_not_take_it_again() -> None:
    """Who upheld an objection may: that is one with the new decision. Awb 7:11(2), 10:3(3)."""
    refused = a_refused_case()
    upheld = acts.ObjectionUpheld(objection="x", version=refused.version, decide_by=LATER)
    ruling = acts.Ruling(ruled_on=A_MONDAY, is_term_set=False, decided_by="decider2")
    grant = a_grant(A_MONDAY, A_MONDAY.replace(month=8))
    after_an_objection = refused.after(an_act(refused, A_MONDAY, clock, upheld))
    annulled = upheld.model_copy(update={"ruling": ruling})
    after_a_ruling = refused.after(an_act(refused, A_MONDAY, clock, annulled))

    assert may(decider2, grant, after_an_objection)
    assert not may(decider2, grant, after_a_ruling)
    assert not may(decider1, grant, after_a_ruling)
    assert may(decider3, grant, after_a_ruling)


def test_whoever_took_the_decision_on_an_amount_that_a_court_annulled_does_not_determine_it_again() -> None:
    """As with any other decision."""
    ruling = acts.Ruling(ruled_on=ON, is_term_set=False, decided_by="decider2")
    case = a_late_case(
        GRANTED,
        DETERMINED,
        (ON, clock, acts.ObjectionLodged(objection="x", version=7, received_on=ON)),
        (ON, clock, acts.ObjectionClosed(objection="x", outcome=acts.Outcome.UPHELD, ruling=ruling)),
    )

    assert not may(decider1, determined(), case)
    assert not may(decider2, determined(), case)


def test_an_objector_declines_whoever_holds_the_task() -> None:
    """It is his own word, and not work that a colleague does."""
    case = an_objection_case()
    held = Assignee(id="objections2", name="Objections2", since=case.entries[0].at)
    task = Task(
        id="1",
        role=Role.OBJECTIONS_OFFICER,
        accepts=("hearing_invited", "hearing_declined"),
        opened_at=case.entries[0].at,
        assignee=held,
    )

    authority.check(done(coop_a, acts.HearingDeclined()), case, task, A_MONDAY)
    authority.check(done(objections2, an_invitation(LATER)), case, task, A_MONDAY)
    with pytest.raises(Exception, match="Objections2 has held"):
        authority.check(done(objections1, an_invitation(LATER)), case, task, A_MONDAY)
