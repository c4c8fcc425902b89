"""What a reader gets to see, and what nobody is told in plain words."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st

from domain import acts
from domain.acts import Act
from domain.disclosure import INTERNAL, is_outsider, shown
from domain.fact import Fact
from domain.narration import narrated
from domain.notices import MESSAGES, called_for, objection
from domain.people import Actor, Role
from tests.domain.anything import any_act, every_act
from tests.examples import (
    A_MONDAY,
    a_case,
    a_person,
    a_review,
    a_suspension,
    an_act,
    an_application_received,
    auditor1,
    caseworker1,
    clock,
    coop_a,
    decider1,
)
from tests.objecting import an_invitation, an_objection_case

BSN = "999990019"
LATER = A_MONDAY + timedelta(days=7)


def seen(reader: Actor, act: Act, by: Actor = caseworker1) -> dict[str, Any] | None:
    """What this reader sees of an act."""
    return shown(an_act(a_case(), A_MONDAY, by, act), reader)


def test_a_cooperative_does_not_see_who_took_a_decision_that_was_contested_or_annulled() -> None:
    """Staff do."""
    ruling = acts.Ruling(ruled_on=A_MONDAY, is_term_set=False, decided_by="decider2")
    upheld = acts.ObjectionUpheld(objection="x", version=4, decide_by=A_MONDAY, ruling=ruling)

    for act in (upheld, an_objection_case().objection):
        assert "decidedBy" not in json.dumps(seen(coop_a, act))
        assert "decidedBy" in json.dumps(seen(caseworker1, act))


def test_a_cooperative_never_gets_a_bsn() -> None:
    """Not even the one it gave."""
    assert BSN not in json.dumps(seen(coop_a, an_application_received(), by=coop_a))
    assert "bsn" not in json.dumps(seen(coop_a, an_application_received(), by=coop_a))


@pytest.mark.parametrize("reader", [caseworker1, decider1, auditor1])
def test_staff_see_the_last_digits_of_a_bsn(reader: Actor) -> None:
    """Enough to tell two people apart."""
    received = seen(reader, an_application_received(), by=coop_a)

    assert received is not None
    assert "******019" == received["application"]["resident"]["bsn"]


@given(every_act)
def test_nobody_sees_a_whole_bsn_and_a_cooperative_nothing_internal(act: Fact) -> None:
    """Whatever the act is."""
    given_act: Any = act
    bsn = json.loads(act.model_dump_json()).get("application", {}).get("resident", {}).get("bsn", "no number")
    whole = json.dumps(bsn)

    assert whole not in json.dumps(seen(coop_a, given_act))
    assert whole not in json.dumps(seen(caseworker1, given_act))
    assert seen(caseworker1, given_act) is not None
    assert (type(act) in INTERNAL) == (seen(coop_a, given_act) is None)


def test_a_cooperative_sees_that_a_review_was_done_and_not_what_it_says() -> None:
    """That is advice to the decider."""
    assert {"kind": "application_reviewed"} == seen(coop_a, a_review())


def test_a_cooperative_sees_what_it_did_itself() -> None:
    """Its own claim of a task, say."""
    assert {"kind": "task_claimed"} == seen(coop_a, acts.TaskClaimed(), by=coop_a)


@pytest.mark.parametrize("role", [Role.CONTROLLER, Role.ADMINISTRATOR, Role.CLOCK])
def test_a_role_that_reads_no_case_makes_no_insider_of_a_cooperative(role: Role) -> None:
    """Only who reads every case of the municipality sees its notes."""
    both = a_person("both", Role.COOPERATIVE, role, cooperative="werkplaats")

    assert is_outsider(both)
    assert seen(both, acts.NoteAdded(text="Between us.")) is None
    assert not is_outsider(caseworker1)


@given(every_act)
def test_every_act_is_told_in_both_languages_without_a_bsn(act: Fact) -> None:
    """In a sentence."""
    given_act: Any = act
    told = narrated(given_act)

    assert told.nl.strip()
    assert told.en.strip()
    if isinstance(act, acts.ApplicationReceived):
        assert act.application.resident.bsn not in told.nl + told.en


@pytest.mark.parametrize("kind", MESSAGES, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_notice_names_the_case_and_no_person(kind: type[Fact], data: st.DataObject) -> None:
    """It goes by mail."""
    act: Any = data.draw(any_act(kind))
    asked = acts.SupplementRequested(missing=("plan",), until=A_MONDAY)
    noticed = acts.NoticeOfDefaultReceived()
    if isinstance(act, acts.PenaltyDetermined | acts.NoticeOfDefaultWeighed):
        act = act.model_copy(update={"about": 3})
    if isinstance(act, acts.SupplementReceived):
        act = act.model_copy(update={"received_on": None})  # in the period for it, so today
    if isinstance(act, acts.TermSuspended):
        act = act.model_copy(update={"until": LATER})  # one that lies behind is told by its end
    if isinstance(act, acts.SuspensionLapsed):
        act = act.model_copy(update={"about": 4})
    case = a_case(
        (A_MONDAY, coop_a, an_application_received()),
        (A_MONDAY, clock, asked),
        (A_MONDAY, coop_a, noticed),
        (A_MONDAY, caseworker1, a_suspension(LATER)),
        (A_MONDAY, clock, act),
    )
    if kind in objection.MESSAGES:
        case = an_objection_case((A_MONDAY, clock, an_invitation(LATER)), (A_MONDAY, clock, act))
    notice = called_for(case, case.entries[-1])

    if notice is None:
        is_for_us = isinstance(
            act, acts.QuestionAsked | acts.QuestionAnswered
        )  # to the municipality, or from it
        assert is_for_us or (isinstance(act, acts.AdmissibilityJudged) and not act.committee)
        return

    words = notice.model_dump_json()

    assert (case.number, case.version) == (notice.number, notice.version)
    assert BSN not in words
    assert "de Wit" not in words
