"""What is taken back on paper counts from the day on which it came. Awb 4:17(1), 6:21."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, acts
from domain.acts import Act
from domain.case import Case
from domain.errors import NotAcceptable
from domain.letters import called_for
from domain.narration import narrated
from domain.terms.awaited import awaited, decided_on
from tests.domain.objected import a_case_with
from tests.examples import (
    a_case,
    a_grant,
    a_review,
    an_act,
    an_application_received,
    an_ending,
    caseworker1,
    coop_a,
    decider1,
    done,
)
from tests.permitting import a_renewal_asked, an_adjustment_asked, an_adjustment_proposed

BEGAN, CAME, BEFORE, BACK, TODAY = (date(2026, 3, day) for day in (2, 10, 9, 12, 16))
LAST = date(2027, 3, 1)
APPLIED = a_case((CAME, coop_a, an_application_received()))
GRANTED = ((BEGAN, caseworker1, a_review()), (BEGAN, decider1, a_grant(BEGAN, LAST)))


def while_taking_part(act: Act) -> Case:
    """A permission, and what was said of it on the day."""
    return a_case(*GRANTED, (CAME, coop_a, act))


RENEWAL = while_taking_part(a_renewal_asked(date(2027, 12, 31)))
ADJUSTMENT = while_taking_part(an_adjustment_asked(20))
PROPOSAL = while_taking_part(an_adjustment_proposed(20))
STOPS = while_taking_part(an_ending(date(2026, 6, 30)))

TAKEN_BACK: list[tuple[Case, Act]] = [
    (APPLIED, acts.ApplicationWithdrawn(received_on=BACK)),
    (a_case_with(came=CAME), acts.ObjectionWithdrawn(received_on=BACK)),
    (RENEWAL, acts.RenewalWithdrawn(received_on=BACK)),
    (ADJUSTMENT, acts.AdjustmentDropped(about=ADJUSTMENT.version, received_on=BACK)),
    (STOPS, acts.EndingWithdrawn(message="letter.pdf", received_on=BACK)),
]


@pytest.mark.parametrize(("case", "act"), TAKEN_BACK, ids=lambda each: getattr(each, "kind", ""))
def test_it_came_after_what_it_takes_back_and_not_in_the_future(case: Case, act: Act) -> None:
    """The municipality alone says that it came on another day than today."""
    acceptance.check(done(caseworker1, act), case, TODAY)

    for by, received_on in ((caseworker1, BEFORE), (caseworker1, date(2026, 3, 17)), (coop_a, BACK)):
        with pytest.raises(NotAcceptable) as refusal:
            acceptance.check(done(by, act.model_copy(update={"received_on": received_on})), case, TODAY)

        assert "receivedOn" == refusal.value.field


@pytest.mark.parametrize(("case", "act"), TAKEN_BACK, ids=lambda each: getattr(each, "kind", ""))
def test_letter_and_timeline_say_when_it_came(case: Case, act: Act) -> None:
    taken_back = case.after(an_act(case, TODAY, caseworker1, act))
    letter = called_for(taken_back, taken_back.entries[-1])

    assert letter is not None
    assert "12 March 2026" == getattr(letter.said["withdrawn_on"], "en", None)
    assert "on 12 March 2026" in narrated(act).en
    assert "op 12 maart 2026" in narrated(act).nl


@pytest.mark.parametrize(("case", "act"), TAKEN_BACK[:-1], ids=lambda each: getattr(each, "kind", ""))
def test_nobody_waits_from_that_day_on(case: Case, act: Act) -> None:
    """Also where it is registered later. Awb 4:17(1)."""
    waited = awaited(case, TODAY)
    taken_back = case.after(an_act(case, TODAY, caseworker1, act))

    assert BACK == decided_on(taken_back, waited)


def test_what_is_asked_again_since_it_was_taken_back_came_on_its_own_day() -> None:
    """Who stops may do so by a letter that is registered later, and take that back by another. Pw 44a."""
    ended = an_ending(date(2026, 6, 30)).model_copy(update={"received_on": BEFORE})
    late = a_case(*GRANTED, (TODAY, caseworker1, ended))

    acceptance.check(done(caseworker1, TAKEN_BACK[-1][1]), late, TODAY)
    early = done(caseworker1, ended.model_copy(update={"received_on": date(2026, 3, 1)}))
    with pytest.raises(NotAcceptable, match="2026-03-02"):
        acceptance.check(early, a_case(*GRANTED), TODAY)


def test_what_the_municipality_proposed_itself_nobody_takes_back_by_letter() -> None:
    act = acts.AdjustmentDropped(about=PROPOSAL.version, received_on=BACK)

    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(caseworker1, act), PROPOSAL, TODAY)

    assert "receivedOn" == refusal.value.field
