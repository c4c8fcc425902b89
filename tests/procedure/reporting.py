"""Lives under a policy that wants reports between the reassessments: where they begin, and what must hold of them."""

from __future__ import annotations

from datetime import date, timedelta

from domain import acts
from domain.acts import (
    InterimReportEscalated,
    InterimReportReminded,
    InterimReportRequested,
    ProgressReported,
)
from domain.calendar import months_after, next_working_day
from domain.case import Case, Entry, Status
from domain.policy import Periods
from tests.examples import a_nil_report, a_policy, a_report, an_ending, coop_a, decider3
from tests.permitting import a_suspended_permission
from tests.procedure.paths import STARTS, granted
from tests.procedure.situations import Situation, tried
from tests.story import Story
from tests.superseding import a_reversal

EACH_MONTH = a_policy(periods=Periods(report_every_months=1))
"""Beside the reassessments, each half a year."""

ASKED, GIVEN_UP, ASKED_AGAIN = date(2030, 5, 1), date(2030, 5, 23), date(2030, 6, 1)
"""The days of the first report, and of the second."""


async def asked(story: Story) -> None:
    """A report is awaited."""
    await granted(story)
    await story.time_passes_until(ASKED)


async def given_up(story: Story) -> None:
    """It did not come, and a caseworker is to look at that."""
    await granted(story)
    await story.time_passes_until(GIVEN_UP)


async def asked_again(story: Story) -> None:
    """The same, and the next one is asked."""
    await granted(story)
    await story.time_passes_until(ASKED_AGAIN)


async def told(story: Story) -> None:
    """The first came, and the second is awaited."""
    await asked(story)
    await story.did(coop_a, a_report(STARTS, date(2030, 4, 30)))
    await story.time_passes_until(ASKED_AGAIN)


async def soon_reassessed(story: Story) -> None:
    """All came until the last before the report for the reassessment."""
    await granted(story)
    await story.time_passes_until(date(2030, 8, 1))
    await story.did(coop_a, a_report(STARTS, date(2030, 7, 31)))
    await story.time_passes_until(date(2030, 8, 26))


async def tried_and_asked(story: Story) -> None:
    """Of a trial, in the weeks in which it is evaluated."""
    await tried(story)
    await story.time_passes_until(ASKED)


async def tried_and_stopping(story: Story) -> None:
    """Of a trial, of who said early that he stops before it ends, so that nobody evaluates it."""
    await tried(story)
    await story.did(coop_a, an_ending(date(2030, 6, 24)))
    await story.time_passes_until(ASKED_AGAIN)


async def suspended_and_asked(story: Story) -> None:
    """Of a permission that stands still."""
    await granted(story)
    await story.did(decider3, a_suspended_permission(date(2030, 4, 29), date(2030, 5, 27)))
    await story.time_passes_until(ASKED)


async def reversed_and_asked(story: Story) -> None:
    """Of a permission that is decided on again."""
    await asked(story)
    grant = next(entry.version for entry, _ in (await story.case()).every(acts.PermissionGranted))
    await story.did(decider3, a_reversal(grant, next_working_day(ASKED + timedelta(weeks=4))))


async def stopping_and_asked(story: Story) -> None:
    """Of who stops before the next one would be asked."""
    await asked(story)
    await story.did(coop_a, an_ending(date(2030, 5, 31)))


REPORTING: tuple[Situation, ...] = (
    *(granted, asked, given_up, asked_again, told, soon_reassessed),
    *(tried_and_asked, tried_and_stopping, suspended_and_asked, reversed_and_asked, stopping_and_asked),
)


def a_report_that_leaves_no_gap(case: Case, on: date) -> ProgressReported | None:
    """Of all that was not told, up to yesterday or what was asked; on even days nothing was done."""
    first, requested = _first_untold(case), case.last(InterimReportRequested)
    if first is None:
        return None
    last = requested[1].period_until if requested and on.day % 3 == 0 else on - timedelta(days=1)
    return (a_nil_report if on.day % 2 == 0 else a_report)(first, last) if first <= last else None


def check_report(before: Case, entry: Entry) -> None:
    """Each is asked of what nobody told of yet, beside no other, and reminded and passed on once, in time. Pw 53a."""
    periods = before.policy.periods
    match entry.act:
        case InterimReportRequested(period_from=first, period_until=last):
            assert before.is_participating
            assert before.status not in (Status.REPORT_AWAITED, Status.REASSESSMENT)
            assert first == _first_untold(before)
            assert last < entry.on
            assert last + timedelta(days=1) in _days_to_ask(before)
        case InterimReportReminded(about=about):
            assert _is_due(before, about) + timedelta(days=periods.report_reminder_days) <= entry.on
            assert about not in {act.about for _, act in before.every(InterimReportReminded)}
        case InterimReportEscalated(about=about):
            assert _is_due(before, about) + timedelta(days=periods.report_escalation_days) < entry.on
            assert about in {act.about for _, act in before.every(InterimReportReminded)}
            assert about not in {act.about for _, act in before.every(InterimReportEscalated)}
        case _:
            pass


def check_reporting(case: Case, today: date) -> None:
    """No two reports are asked at a time, and where the policy wants them nobody is left alone for long. Pw 53a."""
    assert 1 >= sum("progress_reported" in task.accepts for task in case.tasks)
    every, permission = case.policy.periods.report_every_months, case.permission
    if every is None or permission is None or case.status is not Status.PARTICIPATION:
        return
    heard = (InterimReportRequested, acts.ReportRequested, ProgressReported, acts.ParticipationContinued)
    heard += (acts.ConditionsChanged, acts.PermissionGranted, acts.PermissionRenewed, acts.ObjectionClosed)
    heard += (acts.PermissionExtendedToFull, acts.DecisionCorrected)
    since = [entry.on for entry in case.entries if isinstance(entry.act, heard)]
    overdue = max(permission.valid_from, *since) + timedelta(days=31 * every + 21)
    assert today <= overdue or permission.valid_until < overdue, f"nothing was asked by {overdue}"


def _first_untold(case: Case) -> date | None:
    told = case.last(ProgressReported)
    if case.permission is None or told is None:
        return case.permission and case.permission.valid_from
    return max(case.permission.valid_from, told[1].period_until + timedelta(days=1))


def _days_to_ask(case: Case) -> set[date]:
    every, permission = case.policy.periods.report_every_months, case.permission
    assert every
    assert permission
    return {months_after(permission.valid_from, every * times) for times in range(1, 1 + 120 // every)}


def _is_due(before: Case, about: int) -> date:
    """When that report was asked, which did not come since and of which no other took the place."""
    asked, act = before.entries[about - 1], before.act(about, InterimReportRequested)
    assert act is not None
    since = before.entries[about:]
    assert not any(isinstance(each.act, InterimReportRequested | acts.ReportRequested) for each in since)
    came = [each.act.period_until for each in since if isinstance(each.act, ProgressReported)]
    assert not came or max(came) < act.period_until
    return asked.on
