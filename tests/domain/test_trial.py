"""The last weeks of a permission: its end is told, and a trial is evaluated. Pw 44a; policy."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, terms
from domain.acts import (
    Act,
    EndAnnounced,
    Form,
    ReactionLapsed,
    ReportRequested,
    ResidentReacted,
    TrialEvaluated,
    TrialLeftToEnd,
    ViewInvited,
)
from domain.case import Case, Status
from domain.errors import NotNow
from domain.people import Actor
from domain.permission import is_announced
from domain.trial import evaluated_trial, is_to_be_evaluated
from tests.domain.permitted import may
from tests.examples import (
    WHY,
    a_case,
    a_grant,
    an_act,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
    done,
)
from tests.permitting import (
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_suspended_permission,
    an_evaluation,
    an_extension,
)

FIRST, ENDS, LONGER = date(2026, 4, 1), date(2026, 6, 30), date(2027, 3, 31)
TODAY = date(2026, 5, 18)
TOLD = (TODAY, clock, EndAnnounced(ends_on=ENDS))
ASKED = (TODAY, clock, ReportRequested(reassessment_on=date(2026, 6, 19)))
EVALUATED = (TODAY, caseworker1, an_evaluation())
RENEWAL_ASKED = (TODAY, coop_a, a_renewal_asked(LONGER))


def a_trial(
    *happened: tuple[date, Actor, Act], until: date = ENDS, form: Form = Form.TRIAL, first: date = FIRST
) -> Case:
    """From 1 April, for three months."""
    applied = (date(2026, 3, 2), coop_a, an_application_received())
    return a_case(applied, (date(2026, 3, 3), decider1, a_grant(first, until, form=form)), *happened)


@pytest.mark.parametrize(
    ("until", "told_on"),
    [
        (LONGER, date(2027, 2, 3)),
        (date(2026, 7, 22), date(2026, 5, 27)),
        (date(2026, 7, 21), date(2026, 5, 27)),
        (ENDS, date(2026, 5, 16)),
        (date(2026, 4, 2), date(2026, 4, 2)),
    ],
)
def test_the_end_is_told_some_weeks_before_it_and_not_in_the_first_half(until: date, told_on: date) -> None:
    """Eight weeks, by this policy."""
    assert told_on == terms.announcement(a_trial(until=until)).due_on


def test_the_end_is_told_once_for_each_last_day() -> None:
    """Anew when it moves or was decided on anew, and not once it is over."""
    told = a_trial(TOLD)
    moved = a_trial(TOLD, (TODAY, decider1, a_renewal(LONGER)))
    anew = a_trial(TOLD, (TODAY, decider1, a_grant(FIRST, ENDS, form=Form.TRIAL)))

    assert [False, True, False, False] == [is_announced(case) for case in (a_trial(), told, moved, anew)]
    assert terms.is_to_be_announced(a_trial(), ENDS)
    assert not terms.is_to_be_announced(a_trial(), date(2026, 7, 1))
    assert not terms.is_to_be_announced(told, TODAY)


def test_a_trial_is_evaluated_once_its_end_was_told() -> None:
    """A full permission is not, nor a trial for which a report was asked since, or that lasts longer by now."""
    assert is_to_be_evaluated(a_trial(TOLD))
    assert not any(
        is_to_be_evaluated(case)
        for case in (
            a_trial(),
            a_trial(TOLD, form=Form.FULL),
            a_trial(TOLD, ASKED),
            a_trial(TOLD, (TODAY, decider1, an_extension(LONGER))),
            a_trial(TOLD, (TODAY, decider1, a_renewal(LONGER))),
        )
    )


@pytest.mark.parametrize(
    ("asked_on", "evaluated_by"),
    [
        (TODAY, date(2026, 6, 19)),
        (date(2026, 6, 9), ENDS),
        (date(2026, 6, 29), ENDS),
    ],
)
def test_a_trial_is_evaluated_in_time_to_decide_what_becomes_of_it(
    asked_on: date, evaluated_by: date
) -> None:
    """Halfway between the last day for the report and the end; never after that."""
    assert evaluated_by == terms.evaluation_from(a_trial(TOLD), asked_on).due_on


def test_the_day_of_the_evaluation_counts_until_it_is_done() -> None:
    """Beside that of the report; the case stands where a reassessment does."""
    case = a_trial(TOLD, ASKED)

    assert (Status.REPORT_AWAITED, date(2026, 6, 19)) == (case.status, terms.of(case)["evaluation"].due_on)
    done_unasked = case.after(an_act(case, TODAY, caseworker1, an_evaluation()))
    evaluated = case.after(an_act(case, TODAY, caseworker1, an_evaluation(), task="ZON-2026-0001.2"))

    assert "evaluation" not in terms.of(evaluated)
    assert (Status.REPORT_AWAITED, Status.PARTICIPATION) == (done_unasked.status, evaluated.status)


def test_a_trial_is_evaluated_with_the_resident() -> None:
    """He reacts, or had his time to. Pw 44a."""
    evaluation = done(caseworker1, an_evaluation())
    reacted = (TODAY, caseworker1, ResidentReacted(reaction="I like it."))

    with pytest.raises(NotNow, match="The resident has until 2026-06-08"):
        acceptance.check(evaluation, a_trial(TOLD, ASKED), TODAY)
    assert acceptance.not_yet(TrialEvaluated, a_trial(TOLD, ASKED), caseworker1, TODAY)
    assert acceptance.not_yet(TrialEvaluated, a_trial(TOLD, ASKED, reacted), caseworker1, TODAY) is None
    acceptance.check(evaluation, a_trial(TOLD, ASKED, reacted), TODAY)
    acceptance.check(evaluation, a_trial(TOLD, ASKED, (TODAY, clock, ReactionLapsed())), TODAY)


@pytest.mark.parametrize(
    "act", [an_extension(LONGER), TrialLeftToEnd(reasoning=WHY), ViewInvited(intention=WHY)]
)
def test_who_evaluated_a_trial_does_not_decide_what_becomes_of_it(act: Act) -> None:
    """Awb 3:2."""
    assert may(decider1, act, a_trial(EVALUATED))
    assert not may(decider1, act, a_trial((TODAY, decider1, an_evaluation())))


@pytest.mark.parametrize(
    "happened",
    [
        (RENEWAL_ASKED, EVALUATED),
        (EVALUATED, RENEWAL_ASKED),
        (RENEWAL_ASKED, EVALUATED, (TODAY, decider1, a_refused_renewal())),
        (EVALUATED, (TODAY, decider1, an_extension(LONGER))),
        (EVALUATED, (TODAY, decider1, TrialLeftToEnd(reasoning=WHY))),
        (EVALUATED, (TODAY, decider1, a_grant(FIRST, LONGER))),
    ],
)
def test_what_was_decided_or_is_asked_takes_the_place_of_the_evaluation(
    happened: tuple[tuple[date, Actor, Act], ...],
) -> None:
    """A request to renew is decided on instead, also when the trial was evaluated before it."""
    assert evaluated_trial(a_trial(*happened)) is None


def test_a_view_is_asked_on_what_is_to_become_of_a_trial() -> None:
    """Before it is made full on more conditions. Awb 4:8."""
    suspended = (TODAY, decider1, a_suspended_permission(TODAY, ENDS))
    invitation = done(decider1, ViewInvited(intention=WHY))

    acceptance.check(invitation, a_trial(EVALUATED, suspended), TODAY)
    with pytest.raises(NotNow):
        acceptance.check(invitation, a_trial(suspended), TODAY)
