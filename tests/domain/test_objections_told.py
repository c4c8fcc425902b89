"""What an objection hears of a decision that was corrected or is taken again, before it came or since. Awb 6:19."""

from __future__ import annotations

from datetime import date

from domain import acts, news, telling
from tests.domain.objected import DECIDED, TODAY
from tests.examples import a_case, a_grant, an_act, clock, coop_a, decider2, decider3
from tests.objecting import a_refused_case, an_objection
from tests.superseding import a_correction, a_reversal

LATER = date(2026, 9, 30)
LODGED = acts.ObjectionLodged(objection="one", version=4, received_on=TODAY)


def test_an_objection_hears_that_its_decision_is_taken_again_and_of_each_slip_in_the_new_one() -> None:
    """Who says that it does not stand has a part in that alone. Awb 6:19, 7:5."""
    case, heard = a_refused_case(DECIDED), list[tuple[str, int, tuple[str, ...]]]()
    until = date(2026, 12, 31)
    for actor, act in (
        (clock, LODGED),
        (decider2, a_reversal(4, LATER)),
        (decider3, a_grant(TODAY, until)),
        (decider2, a_correction(7, a_grant(TODAY, LATER))),
        (decider2, a_reversal(7, LATER)),
    ):
        case = case.after(an_act(case, TODAY, actor, act))
        told = (each for _, each in telling.for_objections(case, case.entries[-1]))
        heard += [
            (each.decision, each.version, each.involved)
            for each in told
            if isinstance(each, acts.ContestedDecisionReplaced)
        ]

    assert [
        ("decision_reversed", 6, ("decider2",)),
        ("permission_granted", 7, ("caseworker1", "decider1", "decider2", "decider3")),
        ("decision_corrected", 8, ("decider2",)),
        ("decision_reversed", 9, ("decider2",)),
    ] == heard


def test_an_objection_to_a_decision_that_was_taken_again_before_hears_of_that_at_once() -> None:
    """Though its decision is the old one, it is about the new one too. Awb 6:19."""
    case = a_refused_case(DECIDED)
    for actor, act in ((decider2, a_reversal(4, LATER)), (decider3, a_grant(TODAY, LATER)), (clock, LODGED)):
        case = case.after(an_act(case, TODAY, actor, act))
    objection = a_case((TODAY, coop_a, an_objection(case, version=4)))
    told = [each for _, each in telling.for_objections(case, case.entries[-1])]

    assert told == [news.taken_in(objection, each) for each in told]
    assert ["decision_reversed", "permission_granted"] == [
        each.decision for each in told if isinstance(each, acts.ContestedDecisionReplaced)
    ]
