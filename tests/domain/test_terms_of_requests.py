"""The term to decide on what is asked during a participation stands still or is put off too. Awb 4:14, 4:15."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acceptance, letters, notices, terms
from domain.acts import Act, DecisionAdjourned, SuspensionEnded, SuspensionLapsed, TermSuspended
from domain.case import Case
from domain.errors import CaseError
from domain.fact import Text
from domain.people import Actor
from tests.domain.test_adjustment import ASKED, PROPOSED, TODAY, taking_part, upheld
from tests.examples import (
    WHY,
    a_case,
    a_suspension,
    an_act,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    done,
)
from tests.permitting import a_refused_renewal, a_renewal_asked, an_adjustment

RENEWAL_ASKED = (TODAY, coop_a, a_renewal_asked(date(2028, 12, 31)))
MARCH_9, MARCH_23, MAY_26 = date(2026, 3, 9), date(2026, 3, 23), date(2026, 5, 26)


def stands_still(request: int | None, until: date = MARCH_23) -> TermSuspended:
    """The term of that request stands still until that day."""
    return a_suspension(until).model_copy(update={"request": request})


def put_off(request: int | None, until: date = MAY_26) -> DecisionAdjourned:
    """The decision on that request comes by that day."""
    return DecisionAdjourned(request=request, until=until, reasoning=WHY)


SUSPENDED = (MARCH_9, caseworker1, stands_still(3))
ENDED = (date(2026, 3, 16), caseworker1, SuspensionEnded(reason=WHY))


@pytest.mark.parametrize(
    ("opened", "name"), [(RENEWAL_ASKED, "renewal"), (ASKED, "adjustment")], ids=["renewal", "adjustment"]
)
@pytest.mark.parametrize(
    ("moved", "due_on"),
    [
        ((), date(2026, 4, 28)),
        ((SUSPENDED,), date(2026, 5, 11)),
        ((SUSPENDED, ENDED), date(2026, 5, 4)),
        (((MARCH_9, caseworker1, put_off(3)),), MAY_26),
        ((SUSPENDED, (MARCH_9, caseworker1, put_off(3))), MAY_26),
        (((MARCH_9, caseworker1, put_off(3)), SUSPENDED), date(2026, 6, 8)),
        (
            ((MARCH_9, caseworker1, stands_still(None)), (MARCH_9, caseworker1, put_off(None))),
            date(2026, 4, 28),
        ),
    ],
    ids=[
        "as it is",
        "suspended",
        "ended sooner",
        "adjourned",
        "suspended before",
        "suspended after",
        "of the application",
    ],
)
def test_what_is_asked_has_a_term_that_can_move(
    opened: tuple[date, Actor, Act], name: str, moved: Any, due_on: date
) -> None:
    """Eight weeks from 2 March end on King's Day; the days that it stands still are added before that rolls."""
    case = taking_part(opened, *moved)

    assert due_on == terms.of(case)[name].due_on
    assert terms.decision(taking_part()) == terms.decision(taking_part(opened, SUSPENDED))


@pytest.mark.parametrize("opened", [RENEWAL_ASKED, ASKED], ids=["renewal", "adjustment"])
@pytest.mark.parametrize("act", [stands_still(3), put_off(3)], ids=["suspended", "adjourned"])
def test_the_term_of_a_request_is_moved_by_its_number(opened: tuple[date, Actor, Act], act: Act) -> None:
    """Only while a decision on it is awaited, and in time."""
    case = taking_part(opened)

    acceptance.check(done(caseworker1, act), case, MARCH_9)
    for unfit in (act.model_copy(update={"request": None}), act.model_copy(update={"request": 2})):
        with pytest.raises(CaseError, match="have these numbers: 3"):
            acceptance.check(done(caseworker1, unfit), case, MARCH_9)
    with pytest.raises(CaseError):
        acceptance.check(done(caseworker1, act), case, date(2026, 5, 4))


def test_a_proposal_and_what_an_objection_opened_again_have_no_such_term() -> None:
    """The first is nobody's request, and of the second the term is that of the objection. Awb 7:10, 7:11(2)."""
    again = upheld(taking_part(ASKED, (TODAY, caseworker1, an_adjustment(3, 20))), 4)

    assert () == terms.movable(taking_part(PROPOSED))
    assert () == terms.movable(again)
    with pytest.raises(CaseError, match="have these numbers"):
        acceptance.check(done(caseworker1, put_off(3)), again, MARCH_9)


def test_before_the_decision_the_term_is_that_of_the_application() -> None:
    """Without a number."""
    case = a_case((TODAY, coop_a, an_application_received()))

    acceptance.check(done(caseworker1, put_off(None)), case, TODAY)
    with pytest.raises(CaseError, match="have these numbers"):
        acceptance.check(done(caseworker1, put_off(1)), case, TODAY)


def test_nothing_stands_still_for_a_request_that_was_decided_on() -> None:
    """Its suspension neither runs nor comes to its day."""
    case = taking_part(RENEWAL_ASKED, SUSPENDED)
    decided = case.after(an_act(case, MARCH_9, caseworker1, a_refused_renewal()))

    assert (4,) == terms.running(case, MARCH_9)
    assert terms.awaits_end(case, case.entries[3])
    assert () == terms.running(decided, MARCH_9)
    assert not terms.awaits_end(decided, decided.entries[3])


@pytest.mark.parametrize(
    "act",
    [put_off(3), stands_still(3), SuspensionEnded(reason=WHY), SuspensionLapsed(about=4)],
    ids=lambda act: type(act).__name__,
)
def test_letter_and_mail_name_what_is_decided_on_and_by_when(act: Act) -> None:
    """The request, its day and its term, and not those of the application."""
    case: Case = taking_part(RENEWAL_ASKED, SUSPENDED)
    case = case.after(an_act(case, date(2026, 3, 16), clock, act))
    letter, mail = letters.called_for(case, case.entries[-1]), notices.called_for(case, case.entries[-1])
    due = terms.of(case)["renewal"].due_on

    assert letter is not None
    assert mail is not None
    assert Text(nl="uw verzoek om te verlengen", en="your request to renew") == letter.said["asked"]
    assert Text(nl="2 maart 2026", en="2 March 2026") == letter.said["received_on"]
    assert letter.said["decide_by"].en == f"{due.day} {due:%B} {due.year}"  # type: ignore[union-attr]
    assert f"{due.day} {due:%B} {due.year}" in mail.body.en
