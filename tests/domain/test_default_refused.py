"""Who may do what about a notice of default, and what does not fit. Awb 4:17, 4:18, 4:87."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from domain import acceptance, acts, terms
from domain.acts import Act, NoPenalty, Outcome
from domain.case import Case
from domain.errors import NotAcceptable, NotNow
from domain.letters import called_for
from domain.news import taken_in
from domain.objections import contested
from domain.people import Actor
from tests.domain.late import (
    DETERMINED,
    DUE,
    GRANTED,
    NOTHING,
    NOTICE,
    ON,
    PAID,
    a_late_case,
    determined,
)
from tests.domain.permitted import may
from tests.examples import (
    an_act,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
    done,
    objections1,
)
from tests.objecting import a_decision, a_judgement, an_objection_case


@pytest.mark.parametrize(
    ("field", "actor", "act", "case"),
    [
        ("receivedOn", coop_a, acts.NoticeOfDefaultReceived(received_on=DUE), a_late_case()),
        (
            "receivedOn",
            caseworker1,
            acts.NoticeOfDefaultReceived(received_on=date(2026, 3, 1)),
            a_late_case(),
        ),
        (
            "receivedOn",
            caseworker1,
            acts.NoticeOfDefaultReceived(received_on=date(2026, 5, 21)),
            a_late_case(),
        ),
        ("cents", decider1, determined(4599), a_late_case(GRANTED)),
        ("cents", decider1, determined(4601), a_late_case(GRANTED)),
        (
            "paidOn",
            caseworker1,
            acts.PenaltyPaid(about=3, paid_on=date(2026, 5, 21)),
            a_late_case(GRANTED, DETERMINED),
        ),
        (
            "paidOn",
            caseworker1,
            acts.PenaltyPaid(about=3, paid_on=date(2026, 5, 19)),
            a_late_case(GRANTED, DETERMINED),
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_its_field(field: str, actor: Actor, act: Act, case: Case) -> None:
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(actor, act), case, ON)

    assert field == refusal.value.field


@pytest.mark.parametrize(
    ("actor", "act", "case"),
    [
        (coop_a, NOTICE, a_late_case(GRANTED)),
        (caseworker1, acts.NoticeOfDefaultReceived(received_on=GRANTED[0]), a_late_case(GRANTED)),
        (decider1, determined(), a_late_case(GRANTED, NOTHING)),
        (decider1, determined(), a_late_case(notice_on=DUE)),
        (caseworker1, PAID[2], a_late_case(GRANTED, NOTHING)),
    ],
)
def test_where_nothing_is_waited_for_or_owed_it_is_not_the_moment(actor: Actor, act: Act, case: Case) -> None:
    with pytest.raises(NotNow):
        acceptance.check(done(actor, act), case, ON)


@pytest.mark.parametrize(
    ("actor", "act", "case"),
    [
        (caseworker1, acts.NoticeOfDefaultReceived(received_on=date(2026, 5, 15)), a_late_case(GRANTED)),
        (decider1, determined(4600), a_late_case(GRANTED)),
        (decider1, determined(0, NoPenalty.MANIFESTLY_HOPELESS), a_late_case(GRANTED)),
        (caseworker1, PAID[2], a_late_case(GRANTED, DETERMINED)),
    ],
)
def test_what_just_fits_is_accepted(actor: Actor, act: Act, case: Case) -> None:
    acceptance.check(done(actor, act), case, ON)


@pytest.mark.parametrize(("cents", "ground"), [(0, None), (2300, NoPenalty.NO_INTEREST), (-1, None)])
def test_an_amount_has_no_ground_and_nothing_has_one(cents: int, ground: NoPenalty | None) -> None:
    with pytest.raises(ValidationError):
        determined(cents, ground)


def test_who_determined_an_amount_does_not_have_it_paid_nor_determines_it_again() -> None:
    case = a_late_case(GRANTED, DETERMINED)
    paying = caseworker1.model_copy(update={"id": decider1.id})

    assert not may(paying, PAID[2], case)
    assert may(caseworker1, PAID[2], case)
    assert not may(decider1, determined(4600), case)
    assert may(decider2, determined(4600), case)


def test_a_notice_on_an_objection_is_the_objectors() -> None:
    """A cooperative gives none for another interested party. Awb 2:1."""
    another = an_objection_case(objector="another", objector_name="The neighbour")

    assert not may(coop_a, NOTICE, another)
    assert may(caseworker1, NOTICE, another)
    assert may(coop_a, NOTICE, an_objection_case())


def test_an_objection_is_to_the_decision_on_the_case_unless_it_names_another() -> None:
    """The one on the amount has its own version."""
    case = a_late_case(GRANTED, DETERMINED)

    assert "permission_granted" == contested(case).kind
    assert "penalty_determined" == contested(case, 7).kind
    assert decider1.id == contested(case, 7).decided_by


def test_in_an_objection_one_objects_to_the_amount_alone() -> None:
    """Against the decision on the objection one goes to the court. Awb 7:1, 7:14, 8:1."""
    decision = (ON, decider1, a_decision(Outcome.UNFOUNDED))
    decided = an_objection_case(decision)
    case = an_objection_case((ON, objections1, a_judgement()), decision, (ON, decider2, determined()))
    to_the_amount = contested(case)

    assert ("penalty_determined", True) == (to_the_amount.kind, to_the_amount.in_objection)
    assert (decider1.id, decider2.id, objections1.id) == to_the_amount.involved
    with pytest.raises(NotAcceptable, match="one goes to the court"):
        contested(case, 3)
    with pytest.raises(NotAcceptable, match="no decision to object to"):
        contested(decided)


def test_the_letter_of_an_amount_in_an_objection_has_the_term_to_object() -> None:
    """That of the decision on the objection has the one to appeal."""
    case = an_objection_case((ON, coop_a, NOTICE), (ON, decider1, a_decision(Outcome.UNFOUNDED)))
    decided = called_for(case, case.entries[-1])
    nothing = determined(0, NoPenalty.NO_INTEREST).model_copy(update={"about": case.version - 1})
    with_amount = case.after(an_act(case, ON, decider2, nothing))
    letter = called_for(with_amount, with_amount.entries[-1])

    assert decided is not None
    assert letter is not None
    assert (None, True) == (decided.objection_until, decided.appeal_until is not None)
    assert (True, None) == (letter.objection_until is not None, letter.appeal_until)


def test_an_upheld_objection_to_the_amount_opens_that_and_not_the_decision() -> None:
    lodged = acts.ObjectionLodged(objection="x", version=7, received_on=ON)
    case = a_late_case(GRANTED, NOTHING, (ON, clock, lodged))
    news = taken_in(case, acts.ObjectionUpheld(objection="x", version=7, decide_by=ON))

    assert isinstance(news, acts.ObjectionClosed)
    assert Outcome.UPHELD == news.outcome

    after = case.after(an_act(case, ON, clock, news))

    assert (None, case.status) == (after.overturned, after.status)
    assert ((), (3,)) == (case.open_defaults, after.open_defaults)
    assert ON == terms.of(after)["penalty_determination"].due_on


def test_whoever_settles_a_default_has_no_part_in_the_decision() -> None:
    """To determine an amount or to pay it prepares nothing. Awb 7:5."""
    case = a_late_case((ON, decider2, determined()), (ON, caseworker1, PAID[2]), GRANTED)

    assert not {decider2.id, caseworker1.id} & set(contested(case).involved)
