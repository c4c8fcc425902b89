"""The end of a permission on trial: whether it is to be evaluated, and what becomes of it then. Pw 44a."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.acts import (
    ConditionsChanged,
    EndAnnounced,
    EndingWithdrawn,
    Objector,
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
from domain.extent import Form
from domain.meantime import annulled_by, annulled_in, counts, is_objected_by
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


def evaluated_again(case: Case, closed: int) -> Entry | None:
    """The evaluation that is decided on again: that upheld objection annulled what was decided since. Awb 7:11(2)."""
    evaluated = _undecided(case)
    annulled = next((versions for told, versions in case.annulments if told.version == closed), ())
    return evaluated if evaluated and any(version >= evaluated.version for version in annulled) else None


def looked_at_by(case: Case) -> frozenset[str]:
    """Who asked for more than the trial, evaluated it or reassessed it since it was granted. Awb 3:2."""
    granted = case.last(PermissionGranted)
    since = case.entries[granted[0].version :] if granted else ()
    looked = {e.actor.id for e in since if isinstance(e.act, LOOKS_AT_IT)}
    return frozenset(looked | {asked.actor.id for asked in open_renewals(case)})


def is_evaluated_by(case: Case, version: int) -> bool:
    """Whether nobody decided yet what becomes of the trial that was evaluated by that act, nor on a renewal since."""
    evaluated = _undecided(case)
    return evaluated is not None and evaluated.version == version


def awaits_end_of_trial(case: Case, version: int) -> bool:
    """Whether somebody can decide now what becomes of the trial that was evaluated by that act."""
    return (
        is_evaluated_by(case, version)
        and evaluated_trial(case) is not None
        and (is_settled(case) or taken_again(case) is not None)
    )


def taken_again(case: Case) -> Entry | None:
    """The trial that is decided on again after its last day: who has it was right to object. Awb 7:11(2), 8:72."""
    evaluated, newest = evaluated_trial(case), newest_on_it(case)
    is_over = newest is not None and isinstance(newest.act, PermissionExpired) and case.overturned is None
    if evaluated is None or not is_over:
        return None
    contested = _annulled_on(case, evaluated.version)
    was_right = any(isinstance(e.act, RenewalRefused) or _is_his(case, e) for e in contested)
    return evaluated if was_right else None


def _undecided(case: Case) -> Entry | None:
    newest = case.standing(
        *(TrialEvaluated, TrialLeftToEnd, PermissionExtendedToFull, PermissionGranted),
        *(PermissionRenewed, RenewalRefused),
    )
    contested = _made_full_too_briefly(case)
    if contested and newest and contested.version > newest[0].version:
        return contested
    return newest[0] if newest and isinstance(newest[1], TrialEvaluated) else None


def _made_full_too_briefly(case: Case) -> Entry | None:
    """What was made full at a reassessment, and is decided on again since who has it was right to object. Awb 7:11."""
    made_full = (
        e for e in annulled_in(case) if isinstance(e.act, PermissionExtendedToFull) and e.about is None
    )
    return next((e for e in made_full if counts(case, e)), None)


def ways_to_end(case: Case, version: int) -> tuple[type[Fact], ...]:
    """What may be decided instead of making it full: to leave it to end, or to refuse what another had annulled.

    Who objected himself to how it was made full gets no less by it. Awb 7:11(1).
    """
    contested = _annulled_on(case, version)
    if not contested:
        return (TrialLeftToEnd,)
    return () if _is_his(case, contested[0]) else (RenewalRefused,)


def _annulled_on(case: Case, version: int) -> list[Entry]:
    """What was decided on that trial and annulled, the newest first."""
    kinds = (PermissionExtendedToFull, RenewalRefused)
    return [e for e in annulled_in(case) if isinstance(e.act, kinds) and version in (e.version, e.about)]


def _is_his(case: Case, annulled: Entry) -> bool:
    is_given = isinstance(annulled.act, PermissionExtendedToFull)
    return is_given and is_objected_by(case, annulled_by(case, annulled).act, Objector.RESIDENT)


def was_made_full(case: Case) -> bool:
    """Whether the trial became a full permission since its report was asked: then it was looked at."""
    newest = case.last(ReportRequested, PermissionExtendedToFull)
    return newest is not None and isinstance(newest[1], PermissionExtendedToFull)


def _is_a_trial_that_ends(case: Case) -> bool:
    permission = permission_in(case)
    is_trial = permission is not None and permission.form is Form.TRIAL
    return is_trial and is_announced(case) and ended_by(case) is None
