"""What a court decides itself: what fits it, and what of a decision of ours does not belong to it. Awb 8:72(3)(b)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acceptance, acts, duties, letters, news, notices, objections
from domain.acts import Act, CourtDecided, CourtsDecision
from domain.by_a_court import is_by_a_court
from domain.case import Case
from domain.errors import NotAcceptable, NotNow
from domain.exceptions import exceptions_in
from domain.extent import Extent, Income
from tests.domain.objected import DECIDED, HEARD, JUDGED, TODAY, TOMORROW, a_case_with
from tests.examples import (
    WHY,
    a_case,
    a_grant,
    a_refusal,
    an_act,
    caseworker1,
    clock,
    decider2,
    done,
    objections1,
)
from tests.objecting import a_decision, a_refused_case
from tests.permitting import a_refused_renewal, a_renewal, a_revocation

BEGINS, ENDS, LONGER = date(2026, 4, 1), date(2027, 3, 31), date(2028, 3, 31)
LATER, SOONER = date(2026, 4, 2), date(2027, 3, 30)
LEFT = Extent(valid_from=BEGINS, valid_until=ENDS, hours_a_week=16)
GRANT, REFUSAL = a_grant(BEGINS, ENDS), a_refusal("unfair_competition")
RENEWAL, NO_RENEWAL = a_renewal(LONGER), a_refused_renewal()
REVOCATION, NO_REVOCATION = a_revocation(BEGINS), acts.RevocationDropped(reasoning=WHY)


def court(decision: CourtsDecision, **changed: Any) -> CourtDecided:
    """The court decided so today."""
    return CourtDecided.model_validate({"decided_on": TODAY, "decision": decision, "summary": WHY} | changed)


def on_appeal(kind: str = "permission_refused", corrects: str | None = None) -> Case:
    """An objection to a decision of that kind came to nothing, and is with the court."""
    case = a_case_with(
        JUDGED,
        HEARD,
        (TODAY, decider2, a_decision(acts.Outcome.UNFOUNDED)),
        (TODAY, objections1, acts.AppealRecorded(court="Rechtbank", lodged_on=TODAY)),
    )
    first, contested = case.entries[0], case.objection.decision
    said = case.objection.model_copy(
        update={"decision": contested.model_copy(update={"kind": kind, "corrects": corrects})}
    )
    return case.model_copy(update={"entries": (first.model_copy(update={"act": said}), *case.entries[1:])})


def in_force(kind: str, objector: str = "resident", *, by_another: bool = False, **left: Any) -> Case:
    """The same, to a decision that leaves a permission from BEGINS until ENDS; another may have appealed too."""
    case = on_appeal(kind)
    said = case.objection.model_copy(
        update={
            "objector": acts.Objector(objector),
            "decision": case.objection.decision.model_copy(update={"leaves": LEFT.model_copy(update=left)}),
        }
    )
    appeal = acts.AppealRecorded(court="Rechtbank", lodged_on=TODAY, by_another=by_another)
    first, *others, last = case.entries
    entries = (
        first.model_copy(update={"act": said}),
        *others,
        last.model_copy(update={"act": appeal}),
    )
    return case.model_copy(update={"entries": entries})


def followed() -> Case:
    """A refused case that heard what the court decided itself, and has that as its next act."""
    refused = a_refused_case(DECIDED)
    lodged = acts.ObjectionLodged(objection=refused.number, version=refused.version, received_on=TODAY)
    refused = refused.after(an_act(refused, TODAY, clock, lodged))
    told = news.taken_in(refused, news.of_an_objection(on_appeal(), court(GRANT)))
    assert isinstance(told, acts.ObjectionUpheld)
    refused = refused.after(an_act(refused, TODAY, clock, told))
    return refused.after(an_act(refused, TODAY, clock, GRANT))


@pytest.mark.parametrize(
    ("decision", "case"),
    [
        (GRANT, on_appeal()),
        (REFUSAL, on_appeal()),
        (GRANT, on_appeal("application_set_aside")),
        (GRANT, on_appeal("permission_granted")),
        (GRANT, on_appeal("decision_corrected", "permission_refused")),
        (RENEWAL, on_appeal("renewal_refused")),
        (NO_RENEWAL, on_appeal("permission_renewed")),
        (REVOCATION, on_appeal("permission_revoked")),
        (NO_REVOCATION, on_appeal("permission_revoked")),
    ],
)
def test_a_court_decides_on_what_was_contested(decision: CourtsDecision, case: Case) -> None:
    """For as long as it finds right: it is not held to our policy."""
    acceptance.check(done(objections1, court(decision)), case, TODAY)


@pytest.mark.parametrize(
    ("field", "act", "case"),
    [
        ("decision/kind", court(RENEWAL), on_appeal()),
        ("decision/kind", court(GRANT), on_appeal("renewal_refused")),
        ("decision/kind", court(GRANT), on_appeal("permission_suspended")),
        ("decision/kind", court(NO_REVOCATION), on_appeal("adjustment_refused")),
        ("decision/grounds/0", court(a_refusal("rain")), on_appeal()),
        ("decision/grounds/0", court(a_refused_renewal("rain")), on_appeal("renewal_refused")),
        ("decision/grounds/0", court(a_revocation(BEGINS, "rain")), on_appeal("permission_revoked")),
        ("decidedOn", court(GRANT, decided_on=TOMORROW), on_appeal()),
        ("decidedOn", court(GRANT, decided_on=DECIDED), on_appeal()),
        ("decision", court(REFUSAL), in_force("permission_granted")),
        ("decision", court(a_grant(BEGINS, SOONER)), in_force("permission_granted", "cooperative")),
        ("decision", court(a_grant(LATER, ENDS)), in_force("permission_granted")),
        ("decision", court(a_grant(BEGINS, ENDS, 8)), in_force("permission_granted")),
        ("decision", court(a_grant(BEGINS, ENDS, form="trial")), in_force("permission_granted")),
        ("decision", court(GRANT), in_force("permission_granted", fee_agreed=True)),
        ("decision", court(NO_RENEWAL), in_force("permission_renewed")),
        ("decision", court(a_renewal(SOONER)), in_force("permission_renewed")),
        ("decision", court(a_revocation(ENDS)), in_force("permission_revoked")),
        ("sentOn", court(GRANT, sent_on=TOMORROW), on_appeal()),
        ("sentOn", court(GRANT, sent_on=DECIDED), on_appeal()),
    ],
)
def test_what_a_court_cannot_have_decided_is_refused_by_its_field(
    field: str, act: CourtDecided, case: Case
) -> None:
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(objections1, act), case, TODAY)

    assert field == refusal.value.field


@pytest.mark.parametrize(
    ("decision", "case"),
    [
        (a_grant(BEGINS, LONGER, 20), in_force("permission_granted")),
        (
            a_grant(BEGINS, ENDS, income="set_off", conditions=("Keep the books.",)),
            in_force("permission_granted"),
        ),
        (RENEWAL, in_force("permission_renewed")),
        (a_revocation(LATER), in_force("permission_revoked", valid_until=BEGINS)),
        (NO_REVOCATION, in_force("permission_revoked")),
        (REFUSAL, in_force("permission_granted", "another")),
        (REFUSAL, in_force("permission_granted", by_another=True)),
        (NO_RENEWAL, in_force("permission_renewed", by_another=True)),
    ],
)
def test_a_court_gives_as_much_or_more_and_less_only_where_another_went_against_it(
    decision: CourtsDecision, case: Case
) -> None:
    """What other conditions and income are worth, a court sees. Awb 8:69."""
    acceptance.check(done(objections1, court(decision)), case, TODAY)


def test_an_objection_tells_what_its_decision_leaves() -> None:
    """As it was corrected, and nothing of one that refuses."""
    granted = a_case((DECIDED, decider2, a_grant(BEGINS, ENDS, 16, income="reserved")))
    reads = a_grant(BEGINS, ENDS, 20, income="reserved")
    slip = acts.DecisionCorrected(version=2, wrong="16", right="20", decision=reads)
    corrected = granted.after(an_act(granted, TODAY, decider2, slip))
    as_it_was = Extent(valid_from=BEGINS, valid_until=ENDS, hours_a_week=16, income=Income.RESERVED)
    told = [objections.contested(case).leaves for case in (granted, corrected, a_refused_case(DECIDED))]

    assert [as_it_was, as_it_was.model_copy(update={"hours_a_week": 20}), None] == told


def test_a_court_decides_once_on_an_appeal() -> None:
    over = on_appeal()
    over = over.after(an_act(over, TODAY, objections1, court(GRANT)))

    assert 0 == objections.open_appeals(over)
    with pytest.raises(NotNow, match="No appeal runs"):
        acceptance.check(done(objections1, court(GRANT)), over, TODAY)


def test_the_term_of_a_higher_appeal_runs_from_when_the_court_sent_it() -> None:
    """Six weeks; by default from the day of the judgement. Awb 6:8, 6:24."""
    case = on_appeal().model_copy(update={"entries": on_appeal().entries[:-1]})
    judged = [
        case.after(an_act(case, TOMORROW, objections1, court(GRANT, **sent)))
        for sent in ({}, {"sent_on": TOMORROW})
    ]
    days = [(term := objections.appeal(each)) and term.due_on for each in judged]

    assert [date(2026, 4, 21), date(2026, 4, 22)] == days


def test_a_decision_on_the_objection_after_it_has_a_term_of_its_own() -> None:
    """Where a higher court has it decided on again."""
    case = on_appeal()
    case = case.after(an_act(case, TODAY, objections1, court(GRANT)))
    again = case.after(an_act(case, TODAY, decider2, a_decision(acts.Outcome.UNFOUNDED)))

    assert objections.appeal(case)
    assert objections.appeal(again) is None


def test_the_courts_own_decision_has_no_letter_no_mail_and_no_exception() -> None:
    """One of ours has a letter."""
    case = followed()
    by_the_court = case.entries[-1]
    ours = a_refused_case(DECIDED)

    assert is_by_a_court(case, by_the_court)
    assert not is_by_a_court(ours, ours.entries[-1])
    assert letters.called_for(ours, ours.entries[-1])
    assert (None, None, ()) == (
        letters.called_for(case, by_the_court),
        notices.called_for(case, by_the_court),
        exceptions_in(case, by_the_court),
    )


@pytest.mark.parametrize(
    "act",
    [
        acts.DecisionCorrected(
            version=7, wrong="16", right="20", decision=a_grant(BEGINS, ENDS, hours_a_week=20)
        ),
        acts.DecisionReversed(version=7, reasoning=WHY, decide_by=date(2026, 4, 1)),
    ],
)
def test_what_a_court_decided_is_not_ours_to_change(act: Act) -> None:
    case = followed()
    assert 7 == case.version

    with pytest.raises(NotNow, match="A court took this decision"):
        acceptance.check(done(decider2, act), case, TODAY)


def test_nobody_objects_to_what_a_court_decided() -> None:
    """One goes on to the higher court."""
    with pytest.raises(NotAcceptable, match="Centrale Raad van Beroep"):
        objections.contested(followed())


def test_what_a_higher_court_annuls_may_be_decided_again_by_whoever_did_not_decide_before() -> None:
    """A court is nobody here."""
    case = followed()
    ruling = acts.Ruling(ruled_on=TOMORROW, is_term_set=False, decided_by="decider2")
    higher = acts.ObjectionUpheld(objection=case.number, version=4, decide_by=ENDS, ruling=ruling)
    case = case.after(an_act(case, TOMORROW, clock, higher))

    assert {clock.id} == case.deciders(7)
    duties.decides_anew(done(caseworker1, GRANT), case)
