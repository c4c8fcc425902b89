"""Whether what happens between a permission and its end fits. Pw 44a, 53a."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from domain import acts, terms
from domain.acceptance.taken_back import check_day
from domain.calendar import months_after
from domain.case import Case
from domain.circumstances import Circumstances, check_new_hours, check_receipt
from domain.ending import stopped_by, told_ending
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.heard import had_his_say
from domain.matters import interim
from domain.people import Role
from domain.permission import awaits_assessment, takes_away
from domain.trial import evaluated_trial, is_evaluated
from domain.untold import may_last_until


def _check_permission(now: Circumstances) -> None:
    """Also where a refusal is decided on again, nobody tells how it goes as long as there was no permission."""
    if now.case.permission is None:
        raise NotNow("Nobody had permission here, so there is nothing to tell about taking part")


def _report(act: acts.ProgressReported, now: Circumstances) -> None:
    _check_permission(now)
    if act.period_until > now.on:
        raise NotAcceptable("periodUntil", "A report looks back: its period has not ended yet")
    before = now.case.last(acts.ProgressReported)
    since = before[1].period_until if before else now.case.permission and now.case.permission.valid_from
    if since and act.period_until < since <= now.on:
        raise NotAcceptable(
            "periodUntil",
            "This was told already, or came before: a report reaches to {day} at least",
            day=since,
        )
    if now.policy.periods.report_every_months:
        _leaves_no_gap(act, now)


def _leaves_no_gap(act: acts.ProgressReported, now: Circumstances) -> None:
    """Where the policy wants a report of each period, each goes on where the one before ended. Pw 53a; policy."""
    first, asked = interim.first_untold(now.case), interim.awaited(now.case)
    if first and act.period_from > first:
        raise NotAcceptable(
            "periodFrom", "Nothing was told of the days from {day} on: begin there, or before", day=first
        )
    if asked and act.period_until < asked.period_until:
        raise NotAcceptable(
            "periodUntil", "The report that was asked for reaches to {day} at least", day=asked.period_until
        )


def _reaction(act: acts.ResidentReacted, now: Circumstances) -> None:
    _check_permission(now)
    check_receipt(act.received_on, now)


def _change(act: acts.ChangeReported, now: Circumstances) -> None:
    _check_permission(now)
    check_receipt(act.received_on, now)


def _incident(act: acts.IncidentReported, now: Circumstances) -> None:
    _check_permission(now)
    check_receipt(act.received_on, now)
    if act.happened_on > now.on:
        raise NotAcceptable("happenedOn", "An incident is reported after it happened")


def _assessment(act: acts.ChangeAssessed, now: Circumstances) -> None:
    """Each is looked at once."""
    left = not_assessed(now.case)
    if act.about not in left:
        raise NotAcceptable(
            "about",
            "What was reported and not looked at has these numbers: {numbers}",
            numbers=", ".join(str(number) for number in left),
        )


def not_assessed(case: Case) -> tuple[int, ...]:
    """The changes, incidents and missing reports that nobody looked at yet, by their versions, oldest first."""
    reported = (acts.ChangeReported, acts.IncidentReported, acts.InterimReportEscalated)
    versions = (entry.version for entry in case.entries if isinstance(entry.act, reported))
    return tuple(version for version in versions if awaits_assessment(case, version))


def _awaits_the_resident(now: Circumstances) -> NotNow | None:
    """A reassessment is done together with the resident: he has his say, or his time to. Pw 44a."""
    awaited = terms.reaction(now.case)
    if awaited is None or now.on > awaited.due_on:
        return None
    return NotNow(
        "The resident has until {day} to react: take in what he says, or why he does not want to",
        day=awaited.due_on,
    )


def _resident_was_heard(now: Circumstances) -> None:
    if not_yet := _awaits_the_resident(now):
        raise not_yet


def _evaluation(_: acts.TrialEvaluated, now: Circumstances) -> None:
    """At its end, when it is asked for, or before: then once, until somebody decided on that."""
    permission = now.case.permission
    if permission is None or permission.form is not acts.Form.TRIAL:
        raise NotNow("This permission is no trial")
    if evaluated_trial(now.case) and not is_evaluated(now.case):
        raise NotNow("The trial was evaluated, and somebody decides on that first")
    _resident_was_heard(now)


def _continuation(act: acts.ParticipationContinued | acts.ConditionsChanged, now: Circumstances) -> None:
    _resident_was_heard(now)
    if isinstance(act, acts.ConditionsChanged):
        if permission := now.case.permission:
            check_new_hours(act, permission, now)
        _nothing_is_taken_unheard(act, now)
    if act.next_reassessment_on is not None:
        _is_a_day_to_reassess(act.next_reassessment_on, now)


def _is_a_day_to_reassess(day: date, now: Circumstances) -> None:
    """Not before a report could come, nor later than the policy has it."""
    periods = now.policy.periods
    earliest = now.on + timedelta(days=periods.report_escalation_days)
    latest = months_after(now.on, periods.reassess_every_months)
    if day < earliest:
        raise NotAcceptable(
            "nextReassessmentOn",
            "A report is asked first: the next reassessment is on {day} at the earliest",
            day=earliest,
        )
    if day > latest:
        raise NotAcceptable(
            "nextReassessmentOn", "By policy the next reassessment is on {day} at the latest", day=latest
        )


def _nothing_is_taken_unheard(act: acts.ConditionsChanged, now: Circumstances) -> None:
    """Who is to do less, or to keep to more, is told so first, and may say what he thinks of it. Awb 4:8.

    At a reassessment nothing is so urgent that there is no time for that: what cannot wait is suspended.
    """
    permission = now.case.permission
    if permission is None or not takes_away(act, permission):
        return
    asked = now.case.last(acts.ReportRequested)
    if not had_his_say(now.case, now.on, matter=None, since=asked[0].version if asked else 0):
        raise NotNow("This takes something away: invite the view of the resident and the cooperative first")


def _ending(act: acts.ParticipationEnded, now: Circumstances) -> None:
    """Who stops may have stopped before he says so."""
    permission, granted = now.case.permission, next(now.case.every(acts.PermissionGranted), None)
    if permission is None or granted is None:
        return
    first, last = min(permission.valid_from, granted[0].on), may_last_until(now.case)
    assert last is not None
    if act.transferred_to == now.case.cooperative:
        raise NotAcceptable("transferredTo", "The resident takes part in this cooperative already")
    _says_where_it_is_kept(act.message, now)
    check_receipt(act.received_on, now)
    if act.received_on and act.received_on < granted[0].on:
        raise NotAcceptable(
            "receivedOn", "Nobody stops before the permission was granted, on {day}", day=granted[0].on
        )
    if told_ending(now.case) and act.ends_on == last:
        raise NotAcceptable(
            "endsOn",
            "The participation ends on {day} already: name a sooner day, or take that back",
            day=act.ends_on,
        )
    if not first <= act.ends_on <= last:
        raise NotAcceptable(
            "endsOn",
            "The participation can end from {first} up to {last}",
            first=first,
            last=last,
        )


def _says_where_it_is_kept(message: str | None, now: Circumstances) -> None:
    if message is None and Role.COOPERATIVE not in now.actor.roles:
        raise NotAcceptable("message", "Say where the message is kept by which the participation was ended")


def _going_on(act: acts.EndingWithdrawn, now: Circumstances) -> None:
    """Before the day of it, by when it came: it may be registered later."""
    if (told := told_ending(now.case) or stopped_by(now.case)) is None:
        raise NotNow("Nobody said that the participation ends on a day that lies ahead")
    entry, ended = told
    if (act.received_on or now.on) > ended.ends_on:
        raise NotNow(
            "The participation ended on {day}: only what came by then takes that back", day=ended.ends_on
        )
    check_day(act.received_on, ended.received_on or entry.on, now)
    _says_where_it_is_kept(act.message, now)


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.ProgressReported: _report,
    acts.ResidentReacted: _reaction,
    acts.ChangeReported: _change,
    acts.IncidentReported: _incident,
    acts.ChangeAssessed: _assessment,
    acts.ParticipationContinued: _continuation,
    acts.ConditionsChanged: _continuation,
    acts.ParticipationEnded: _ending,
    acts.EndingWithdrawn: _going_on,
    acts.TrialEvaluated: _evaluation,
}
"""What each act's content must be, while somebody takes part."""

NOT_YET: dict[type[Fact], Callable[[Circumstances], NotNow | None]] = {
    acts.ParticipationContinued: _awaits_the_resident,
    acts.ConditionsChanged: _awaits_the_resident,
    acts.TrialEvaluated: _awaits_the_resident,
}
"""Why such an act has to wait, whatever it says."""
