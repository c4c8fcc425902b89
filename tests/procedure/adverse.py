"""Which acts harm somebody, and whether he was heard on that first, told anew from the acts. Awb 4:7, 4:8, 4:11."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from domain import acts
from domain.acts import ViewWaiver
from domain.case import Case, Entry
from domain.extent import Extent, Form

TAKEN_ANEW = (acts.ObjectionUpheld, acts.DecisionReversed)
ON_REQUEST = (
    *(acts.PermissionGranted, acts.PermissionRefused, acts.PermissionRenewed, acts.RenewalRefused),
    *(acts.ApplicationSetAside, acts.RequestSetAside, acts.AdjustmentRefused),
)
"""What somebody asked for, so that a duty to give data is another matter. Awb 4:8(2)."""

HARMS = (
    *("set aside", "not permitted", "for fewer hours a week", "for fewer hours a year", "for a shorter time"),
    *("from a later day", "for a trial", "less than there was", "changed for the worse", "suspended"),
    *("revoked", "not renewed", "renewed for a shorter time", "made full for a shorter time"),
    *("made full on more conditions", "not permitted after an objection"),
    *("not adjusted", "adjusted to less than asked", "adjusted for the worse"),
)
"""The ways in which a decision is adverse; each is tried often enough."""

REWORDED = "corrected to other conditions"
"""Another one, which only comes of what is said of a permission on conditions."""

ALWAYS: dict[type[acts.Fact], str] = {
    **dict.fromkeys((acts.ApplicationSetAside, acts.RequestSetAside), "set aside"),
    acts.PermissionRefused: "not permitted",
    acts.PermissionSuspended: "suspended",
    acts.PermissionRevoked: "revoked",
    acts.RenewalRefused: "not renewed",
    acts.AdjustmentRefused: "not adjusted",
}
"""What is adverse whatever it says."""


def adverse(before: Case, entry: Entry) -> Iterator[str]:
    """In which ways this act gives somebody less than he asked or had."""
    act = entry.act
    yield from (harm for kind, harm in ALWAYS.items() if isinstance(act, kind))
    match act:
        case acts.PermissionRefused() if any(isinstance(a, acts.ObjectionUpheld) for a in before.overturning):
            yield "not permitted after an objection"
        case acts.PermissionGranted():
            yield from _less_than_asked(before, act, entry.on)
            if before.permission is not None and before.is_participating and _is_less(act, before.permission):
                yield "less than there was"
        case acts.PermissionRenewed() if _is_shorter_than_asked(before, act.valid_until, entry.about):
            yield "renewed for a shorter time"
        case acts.DecisionCorrected():
            yield from _worse_when_corrected(before, act)
        case acts.ConditionsChanged() | acts.PermissionExtendedToFull():
            yield from _worse_than_it_was(before, act, entry.about)
        case acts.ConditionsAdjusted():
            yield from _worse_when_adjusted(before, act)
        case _:
            pass


def _worse_than_it_was(
    before: Case, act: acts.ConditionsChanged | acts.PermissionExtendedToFull, about: int | None
) -> Iterator[str]:
    assert before.permission is not None
    has_more = _adds(act.conditions, before.permission)
    if isinstance(act, acts.ConditionsChanged):
        if has_more or act.hours_a_week < before.permission.hours_a_week:
            yield "changed for the worse"
        return
    if has_more:
        yield "made full on more conditions"
    if _is_shorter_than_asked(before, act.valid_until, about):
        yield "made full for a shorter time"


def _worse_when_adjusted(before: Case, act: acts.ConditionsAdjusted) -> Iterator[str]:
    """Than was asked, or than it was; a resident who asks for less himself is not harmed by that."""
    opened, permission = before.entries[act.about - 1].act, before.permission
    assert isinstance(opened, acts.AdjustmentRequested | acts.AdjustmentProposed)
    assert permission is not None
    is_asked = isinstance(opened, acts.AdjustmentRequested)
    if is_asked and (act.hours_a_week < opened.hours_a_week or {*act.conditions} - {*opened.conditions}):
        yield "adjusted to less than asked"
    is_his_own = is_asked and opened.on_behalf_of is acts.Party.RESIDENT
    if not is_his_own and (act.hours_a_week < permission.hours_a_week or _adds(act.conditions, permission)):
        yield "adjusted for the worse"


def _is_shorter_than_asked(before: Case, valid_until: date, about: int | None) -> bool:
    named = before.act(about or 0, acts.RenewalRequested)
    asked = named.valid_until if named else _asked(before)
    return asked is not None and valid_until < asked


def _less_than_asked(before: Case, act: acts.PermissionGranted, on: date) -> Iterator[str]:
    asked = before.application
    if act.hours_a_week < asked.hours_a_week:
        yield "for fewer hours a week"
    elif act.hours_a_year is not None and act.hours_a_year < asked.hours_a_week * 52:
        yield "for fewer hours a year"
    if act.valid_until < asked.ends_on:
        yield "for a shorter time"
    if act.valid_from > max(asked.starts_on, on):
        yield "from a later day"
    if act.form is Form.TRIAL:
        yield "for a trial"


def _is_less(new: Extent, old: Extent) -> bool:
    """In any of its sides, however that is weighed."""
    a_year = [each.hours_a_year or each.hours_a_week * 52 for each in (new, old)]
    return (
        new.hours_a_week < old.hours_a_week
        or a_year[0] < a_year[1]
        or new.valid_until < old.valid_until
        or new.valid_from > old.valid_from
        or (new.form is Form.TRIAL and old.form is Form.FULL)
        or new.income is not old.income
        or (old.fee_agreed and not new.fee_agreed)
        or _adds(new.conditions, old)
    )


def _adds(conditions: tuple[str, ...], old: Extent) -> bool:
    return bool({*conditions} - {*old.conditions})


def _asked(before: Case) -> date | None:
    """Until when a renewal was asked that is not answered."""
    closing = (
        acts.RenewalWithdrawn,
        acts.PermissionRenewed,
        acts.RenewalRefused,
        acts.PermissionExtendedToFull,
    )
    found = before.standing(acts.RenewalRequested, *closing)
    return found[1].valid_until if found and isinstance(found[1], acts.RenewalRequested) else None


def _worse_when_corrected(before: Case, act: acts.DecisionCorrected) -> Iterator[str]:
    """A slip that is put right takes nothing away, but the words of a condition may be another burden."""
    yield from _less_by_a_correction(before, act)
    was, reads = (getattr(each, "conditions", ()) for each in (_as_it_read(before, act), act.decision))
    if {*reads} - {*was}:
        yield REWORDED


def _less_by_a_correction(before: Case, act: acts.DecisionCorrected) -> Iterator[str]:
    """There is no way in which it may: on that one is heard first, and the decision is taken again."""
    was, reads = _as_it_read(before, act), act.decision
    for name in ("valid_until", "hours_a_week", "suspended_from", "revoked_from"):
        if hasattr(was, name) and getattr(reads, name) < getattr(was, name):
            yield f"less by a correction: {name}"
    if len(getattr(reads, "conditions", ())) > len(getattr(was, "conditions", ())):
        yield "less by a correction: conditions"


def _as_it_read(before: Case, act: acts.DecisionCorrected) -> acts.Act:
    decided = before.entries[act.version - 1]
    return before.as_it_reads(decided, decided.act)


def was_heard(before: Case, entry: Entry) -> bool:
    """Whether he could say something on it first, or a ground of the law that holds here says why not."""
    if isinstance(entry.act, acts.ApplicationSetAside | acts.RequestSetAside):
        return _was_asked_for_the_rest(before, entry)
    if isinstance(entry.act, acts.DecisionCorrected) and any(_less_by_a_correction(before, entry.act)):
        return False
    waived: ViewWaiver | None = getattr(entry.act, "view_waived", None)
    since, matter = _what_it_is_about(before, entry)
    match waived:
        case None:
            return _had_his_say(before, entry.on, since, matter)
        case ViewWaiver.DATA_NOT_GIVEN:
            is_asked = isinstance(entry.act, ON_REQUEST) or _answers_a_request(before, entry)
            return not is_asked or _is_taken_again_unasked(before)
        case ViewWaiver.HEARD_BEFORE:
            return _was_heard_before(before, entry.on, matter)
        case _:  # what is urgent, or rests on no facts of his, is for a person to say
            return True


def _answers_a_request(before: Case, entry: Entry) -> bool:
    about = entry.act.about if isinstance(entry.act, acts.ConditionsAdjusted) else None
    return about is not None and isinstance(before.entries[about - 1].act, acts.AdjustmentRequested)


def _is_taken_again_unasked(before: Case) -> bool:
    return any(isinstance(act, acts.DecisionReversed) for act in before.overturning)


def _was_asked_for_the_rest(before: Case, entry: Entry) -> bool:
    """He was told what was missing of it, and had his whole time for that, with what he got more of it. Awb 4:5(1)."""
    asked = [(e, act) for e, act in before.every(acts.SupplementRequested) if e.about == entry.about]
    longer = [(e, act) for e, act in before.every(acts.PeriodExtended) if act.about == entry.about]
    until = (
        [act.until for e, act in asked[-1:] + longer if e.version >= asked[-1][0].version] if asked else []
    )
    return bool(until) and max(until) < entry.on


def _what_it_is_about(before: Case, entry: Entry) -> tuple[int, int | None]:
    """Since which act, and in which matter, somebody is heard on such a decision."""

    def newest(*kinds: type[acts.Fact]) -> int:
        return max((e.version for e in before.entries if isinstance(e.act, kinds)), default=0)

    match entry.act:
        case acts.PermissionGranted() | acts.PermissionRefused():
            return newest(acts.ApplicationReviewed, *TAKEN_ANEW), None
        case acts.ConditionsChanged():
            return newest(acts.ReportRequested), None
        case acts.DecisionCorrected(version=version):
            return version, before.entries[version - 1].about
        case acts.PermissionSuspended():
            proposed = _suspension_in_hand(before) or _revocation_in_hand(before)
            return proposed, proposed
        case acts.PermissionRevoked():
            proposed = newest(acts.RevocationProposed)
            return proposed, proposed
        case (
            acts.RenewalRefused()
            | acts.PermissionRenewed()
            | acts.ConditionsAdjusted()
            | acts.AdjustmentRefused()
        ):
            assert entry.about is not None
            return entry.about, entry.about
        case acts.PermissionExtendedToFull():
            asked = newest(acts.RenewalRequested) if _asked(before) else None
            about = entry.about or asked
            return (about, about) if about else (newest(acts.PermissionGranted, acts.ReportRequested), None)
        case other:
            raise AssertionError(other)


def _suspension_in_hand(before: Case) -> int:
    """The proposal to suspend that nobody decided on since; 0 when there is none."""
    found = [e.version for e in before.entries if isinstance(e.act, acts.StandstillProposed)]
    proposed = found[-1] if found else 0
    decided = any(
        e.about == proposed and isinstance(e.act, acts.PermissionSuspended | acts.StandstillDropped)
        for e in before.entries
    )
    return 0 if decided else proposed


def _revocation_in_hand(before: Case) -> int:
    """The same of a proposal to revoke; once the decision on it is annulled it is in hand again."""
    annulled = {version for _, versions in before.annulments for version in versions}
    over = (acts.RevocationDropped, acts.PermissionRevoked, acts.PermissionRefused, acts.ParticipationStopped)
    found = [
        e
        for e in before.entries
        if isinstance(e.act, (acts.RevocationProposed, *over)) and e.version not in annulled
    ]
    return found[-1].version if found and isinstance(found[-1].act, acts.RevocationProposed) else 0


def _had_his_say(before: Case, on: date, since: int, matter: int | None) -> bool:
    """He was told what is meant, since that act and in that matter, and answered or had his time to."""
    invited = [
        (e, e.act)
        for e in before.entries[since:]
        if isinstance(e.act, acts.ViewInvited) and e.about == matter
    ]
    if not invited:
        return False
    entry, act = invited[-1]
    until = act.until or entry.on + timedelta(days=before.policy.periods.view_days)
    answered = any(
        isinstance(e.act, acts.ViewReceived | acts.ViewLapsed) and e.about == matter
        for e in before.entries[entry.version :]
    )
    return answered or until < on


def _was_heard_before(before: Case, on: date, matter: int | None) -> bool:
    """On this very matter, or in an objection that led to this decision. Awb 4:11(b).

    What he said before the application was decided on was said of that decision.
    """
    decided = 0
    if matter is None:
        kinds = (acts.PermissionGranted, acts.PermissionRefused, acts.ApplicationSetAside)
        decided = max((e.version for e in before.entries if isinstance(e.act, kinds)), default=0)
        upheld = [act for act in before.overturning if isinstance(act, acts.ObjectionUpheld)]
    else:
        upheld = [
            closed.act
            for closed, versions in before.annulments
            if isinstance(closed.act, acts.ObjectionClosed)
            and any(before.entries[version - 1].about == matter for version in versions)
        ]
    return any(act.was_heard for act in upheld) or _had_his_say(before, on, decided, matter)
