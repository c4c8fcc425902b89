"""The end of a permission on trial: whether it is to be evaluated, and what becomes of it then. Pw 44a."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.acts import (
    ConditionsChanged,
    EndAnnounced,
    EndingWithdrawn,
    ParticipationContinued,
    PermissionExpired,
    PermissionExtendedToFull,
    PermissionGranted,
    PermissionRenewed,
    RenewalRefused,
    ReportRequested,
    TrialEvaluated,
    TrialLeftToEnd,
)
from domain.ending import ENDS_BEFORE_ITS_LAST_DAY
from domain.extent import Form
from domain.meantime import annulled_in, is_full_unasked, is_his_alone, replaced_by
from domain.permission import ended_by, is_announced, is_settled, newest_on_it, permission_in
from domain.renewal import open_renewals
from domain.revocation import restores

if TYPE_CHECKING:
    from domain.case import Case, Entry
    from domain.fact import Fact

LOOKS_AT_IT = (TrialEvaluated, ParticipationContinued, ConditionsChanged)


def is_to_be_evaluated(case: Case) -> bool:
    """Whether it is a trial of which the end was told, and no report was asked since; not one that is left to end."""
    decided = case.last(TrialLeftToEnd, PermissionRenewed, PermissionGranted)
    is_left = decided is not None and isinstance(decided[1], TrialLeftToEnd)
    return not _is_asked(case) and not is_left and _is_a_trial_that_ends(case)


def is_evaluated(case: Case) -> bool:
    """Whether it is a trial that ends, for which a report was asked since that was told."""
    return _is_asked(case) and _is_a_trial_that_ends(case)


def _is_asked(case: Case) -> bool:
    """Whether a report was asked since the end was told, unless the participation broke off before it was looked at."""
    newest = case.last(EndAnnounced, ReportRequested)
    if newest is None or isinstance(newest[1], EndAnnounced):
        return False
    since = case.entries[newest[0].version :]
    is_looked_at = any(isinstance(e.act, LOOKS_AT_IT) for e in since)
    return is_looked_at or not any(isinstance(e.act, EndingWithdrawn) or restores(case, e) for e in since)


def evaluated_trial(case: Case) -> Entry | None:
    """The evaluation of a trial on which somebody is to decide; none while a request to renew takes its place."""
    return None if open_renewals(case) else _undecided(case)


def looked_at_by(case: Case) -> frozenset[str]:
    """Who asked for more than the trial, evaluated it or reassessed it since it was granted. Awb 3:2."""
    granted = case.last(PermissionGranted)
    since = case.entries[granted[0].version :] if granted else ()
    looked = {e.actor.id for e in since if isinstance(e.act, LOOKS_AT_IT)}
    return frozenset(looked | {asked.actor.id for asked in open_renewals(case)})


def is_open(case: Case, version: int) -> bool:
    """Whether nobody decided yet on the trial that was evaluated by that act, or made full by it and annulled since."""
    if case.act(version, TrialEvaluated) is None:
        return is_contested(case, version)
    evaluated = _undecided(case)
    return evaluated is not None and evaluated.version == version


def awaits_decision(case: Case, version: int) -> bool:
    """Whether somebody can decide that now: not while the permission itself is decided on again, or a renewal."""
    if case.act(version, TrialEvaluated) is None:
        return is_contested(case, version) and case.overturned is None
    return is_open(case, version) and evaluated_trial(case) is not None and is_settled(case)


def ways_to_end(case: Case, version: int) -> tuple[type[Fact], ...]:
    """What may be decided instead of making it full: to leave it to end, or to refuse what another had annulled.

    Who objected himself to how it was made full gets no less by it. Awb 7:11(1).
    """
    if case.act(version, TrialEvaluated):
        return (TrialLeftToEnd,)
    return () if is_his_alone(case, case.entries[version - 1]) else (RenewalRefused,)


def contested_in(case: Case) -> tuple[Entry, ...]:
    """What was made full by itself and annulled, and is decided on again, each as a matter of its own. Awb 7:11(2)."""
    return tuple(e for e in annulled_in(case) if is_full_unasked(case, e) and is_contested(case, e.version))


def contested_by(case: Case, closed: int) -> Entry | None:
    """The one that is decided on again since that objection was upheld; none where it was before that already."""
    now, before = contested_in(case.up_to(closed)), {e.version for e in contested_in(case.up_to(closed - 1))}
    return next((e for e in now if e.version not in before), None)


def is_contested(case: Case, version: int) -> bool:
    """Whether nobody decided yet in the place of that permission, and there is still something to decide on.

    One that ran its course is left as it was, unless who had it was right to object, or its refusal was annulled.
    """
    entry = case.entries[version - 1]
    if version not in case.annulled or replaced_by(case, entry):
        return False
    granted, newest = case.last(PermissionGranted), newest_on_it(case)
    if granted is None or granted[0].version > version or newest is None:
        return False
    if isinstance(newest.act, PermissionExpired):
        refused = (e for e in annulled_in(case) if isinstance(e.act, RenewalRefused))
        return is_his_alone(case, entry) or any(e.about == version for e in refused)
    return not isinstance(newest.act, ENDS_BEFORE_ITS_LAST_DAY)


def taken_again(case: Case) -> Entry | None:
    """What is decided on again after the last day, so that it can be given for days since. Awb 7:11(2), 8:72."""
    newest = newest_on_it(case)
    is_over = newest is not None and isinstance(newest.act, PermissionExpired) and case.overturned is None
    return next(iter(contested_in(case)), None) if is_over else None


def _undecided(case: Case) -> Entry | None:
    """An evaluation of which nobody decided what comes of it; what another had annulled is a matter of its own."""
    kinds = (TrialEvaluated, TrialLeftToEnd, PermissionExtendedToFull, PermissionGranted)
    decided = (
        e for e in reversed(case.entries) if isinstance(e.act, (*kinds, PermissionRenewed, RenewalRefused))
    )
    newest = next((e for e in decided if e.version not in case.annulled or is_full_unasked(case, e)), None)
    return newest if newest and isinstance(newest.act, TrialEvaluated) else None


def was_made_full(case: Case) -> bool:
    """Whether the trial became a full permission since its report was asked: then it was looked at."""
    newest = case.last(ReportRequested, PermissionExtendedToFull)
    return newest is not None and isinstance(newest[1], PermissionExtendedToFull)


def is_on_trial(case: Case) -> bool:
    """Whether the permission is one on trial; it may be full again since a court annulled the refusal of that."""
    permission = permission_in(case)
    return permission is not None and permission.form is Form.TRIAL


def _is_a_trial_that_ends(case: Case) -> bool:
    return is_on_trial(case) and is_announced(case) and ended_by(case) is None
