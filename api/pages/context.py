"""What lies beside a form: what was said before, on which the act rests, in the words of the form that said it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from api import views
from api.desk import today
from api.languages import Language, translate
from api.pages.forms import (
    Asking,
    Form,
    Section,
    Told,
    application_form,
    filled,
    form_of,
    shown,
    told,
    words,
)
from api.pages.sheets import MODELS
from domain import acts, authority, disclosure, objections, terms
from domain.acts import Act
from domain.case import Case, Entry
from domain.circumstances import Circumstances
from domain.fact import Fact, OfMatter
from domain.kinds import KINDS
from domain.money import euros
from domain.people import Actor
from domain.tasks import Task
from domain.term import in_days
from domain.terms import penalty
from domain.words import day, in_language

RESTS_ON: dict[str, tuple[type[Fact], ...]] = {
    "completeness_checked": (acts.SupplementReceived, acts.CompletenessChecked, acts.ApplicationReceived),
    "supplement_received": (acts.CompletenessChecked,),
    "application_set_aside": (acts.SetAsideProposed, acts.CompletenessChecked, acts.SupplementReceived),
    "request_set_aside": (acts.SetAsideProposed, acts.CompletenessChecked, acts.SupplementReceived),
    "application_reviewed": (acts.ReviewReturned, acts.ApplicationReviewed, acts.ApplicationReceived),
    "permission_granted": (
        *(acts.ApplicationReviewed, acts.ViewReceived, acts.AdviceReceived, acts.ApplicationReceived),
    ),
    "view_received": (acts.ViewInvited,),
    "progress_reported": (acts.PermissionGranted,),
    "participation_continued": (acts.ProgressReported, acts.ResidentReacted, acts.PermissionGranted),
    "permission_suspended": (acts.StandstillProposed, acts.ViewReceived),
    "permission_revoked": (acts.RevocationProposed, acts.ViewReceived),
    "trial_evaluated": (acts.ProgressReported, acts.ResidentReacted, acts.PermissionGranted),
    "permission_extended_to_full": (
        *(acts.TrialEvaluated, acts.ProgressReported, acts.ResidentReacted, acts.ViewReceived),
    ),
    "renewal_advised": (acts.ProgressReported,),
    "permission_renewed": (acts.RenewalAdvised, acts.ViewReceived),
    "admissibility_judged": (acts.ObjectionReceived, acts.RepairReceived),
    "penalty_paid": (acts.PenaltyDetermined,),
    "repair_received": (acts.RepairRequested,),
    "hearing_invited": (acts.HearingReopened, acts.AdmissibilityJudged, acts.ObjectionReceived),
    "hearing_held": (acts.HearingInvited, acts.ObjectionReceived),
    "committee_advised": (acts.HearingHeld, acts.ObjectionReceived),
    "objection_decided": (
        *(acts.CommitteeAdvised, acts.HearingHeld, acts.HearingWaived, acts.HearingDeclined),
        *(acts.AdmissibilityJudged, acts.ObjectionReceived),
    ),
}
"""What somebody looks at who does a task, the most telling first; by the first kind of act that fulfils it."""


OF_ONE_REQUEST = (
    *(acts.CompletenessChecked, acts.SetAsideProposed, acts.RenewalAdvised),
    *(acts.ViewInvited, acts.ViewReceived),
)
"""Of the application, or of the request or the proposal that the task is about."""

UNDONE_BY: dict[type[Fact], tuple[type[Fact], ...]] = {
    acts.HearingReopened: (acts.ObjectionTakenUp,),
    acts.HearingWaived: (acts.HearingReopened, acts.ObjectionTakenUp),
    acts.HearingDeclined: (acts.HearingReopened, acts.ObjectionTakenUp),
}
"""By what something is no longer so: nobody rests on it then."""

LEFT_OPEN = frozenset({"hearing_declined"})
"""Acts of which an answer that was left out counts too: that the resident did not give up being heard."""


@dataclass(frozen=True)
class Said:
    """One act of before, as it was filled in."""

    kind: str
    who: str
    on: date
    sections: tuple[Section, ...] = field(default=())


def beside(task: Task, case: Case, reader: Actor, language: Language) -> list[Said]:
    """What the one who does this task looks at."""
    about = [case.entries[task.about - 1]] if task.about else []
    newest = (_newest(kind, task, case) for kind in RESTS_ON.get(task.accepts[0], ()))
    found = [*about, *(each for each in newest if each and each not in about)]
    return [said for entry in found if (said := _beside(entry, task, case, reader, language))]


def _beside(entry: Entry, task: Task, case: Case, reader: Actor, language: Language) -> Said | None:
    if task.accepts[0] == "penalty_determined" and entry.version == task.about:
        said = _in_its_form(entry, case, reader, language)
        return replace(said, sections=(_reckoned(case, entry.version, language), *said.sections))
    if entry.act.kind not in LEFT_OPEN:
        return retold(entry, case, reader, language)
    said = _in_its_form(entry, case, reader, language)
    return said if said.sections else None


def _newest(kind: type[Fact], task: Task, case: Case) -> Entry | None:
    """The last act of that kind that tells something here: of another matter than the task's it would mislead."""
    if kind is acts.SupplementReceived:
        return next(
            (
                e
                for e in reversed([each for each, _ in case.every(kind)])
                if task.about in terms.supplied_to(case, e)
            ),
            None,
        )
    is_of_one = kind in OF_ONE_REQUEST or (issubclass(kind, OfMatter) and task.about)
    undone = case.last(*UNDONE_BY.get(kind, ()))
    after = undone[0].version if undone else 0
    found = case.last_in(task.about, kind) if is_of_one else case.last(kind, after=after)
    return found and found[0]


POINTS_AT = frozenset({"kind", "about", "version", "request", "suspension"})
"""By which an act says what it is and to what it belongs, which its sentence tells already."""


def is_filled_in(kind: str, seen: Mapping[str, Any] | None, sentence: str = "") -> bool:
    """Whether there is more to an act, in what its reader may see of it, than its sentence says."""
    if acts.ACTS[kind] not in authority.MAY or seen is None:
        return False
    said = (value for name, value in seen.items() if name not in POINTS_AT and value not in (None, []))
    return any(not isinstance(value, str) or value not in sentence for value in said)


def filled_in(lines: Iterable[views.Told]) -> frozenset[int]:
    """The acts of a timeline of which there is more to say than its sentences do, by their numbers."""
    return frozenset(line.version for line in lines if is_filled_in(line.kind, line.act, line.text))


def retold(entry: Entry, case: Case, reader: Actor, language: Language) -> Said | None:
    """An act as it was filled in; none when there was no form, or it is not for this reader."""
    if not is_filled_in(entry.act.kind, disclosure.shown(entry, reader)):
        return None
    return _in_its_form(entry, case, reader, language)


def _in_its_form(entry: Entry, case: Case, reader: Actor, language: Language) -> Said:
    act = entry.act
    before = case.model_copy(update={"entries": case.entries[: entry.version - 1] or case.entries[:1]})
    form = _form(act, before, entry)
    typed = {
        path: _masked(values, reader) if path.endswith("bsn") else values
        for path, values in filled(form, act).items()
    }
    sections = told(shown(form, typed, language), language)
    conclusion_first = sorted(sections, key=lambda section: bool(section.title))
    against = (_contested(case, language),) if isinstance(act, acts.ObjectionReceived) else ()
    return Said(act.kind, entry.actor.name, entry.on, (*against, *conclusion_first))


def _contested(case: Case, language: Language) -> Section:
    """What no form of an objection says: which decision it is against, and whether it came in time. Awb 6:7-6:11."""
    decision, came = case.objection.decision, objections.lodging(case)
    code = language.value
    named = words.capital(in_language(KINDS[decision.kind], code))
    is_sent = decision.sent_on or case.last(acts.ContestedDecisionSent)
    why = "; ".join(f"{in_language(step.reason, code)} ({step.article})" for step in came.steps)
    answers = {
        "Against which decision?": f"{named}, {day(decision.decided_on, code)}",
        "When did that go out?": day(objections.sent_on(case), code)
        if is_sent
        else translate("Not yet", language),
        "Did the objection come in time?": f"{translate('Yes' if came.in_time else 'No', language)}, {why}.",
    }
    return Section(
        "", tuple(Told(translate(asked, language), (said,), "", "") for asked, said in answers.items())
    )


def _reckoned(case: Case, notice: int, language: Language) -> Section:
    """The days over which the amount is reckoned that stands in the form. Awb 4:17."""
    code = language.value
    told = tuple(
        translate(
            "{days} from {first} up to and including {last}, at {each} a day: {amount}"
            if each.days > 1
            else "{days}, on {first}, at {each} a day: {amount}",
            language,
            days=in_language(in_days(each.days), code),
            first=each.first_on,
            last=each.last_on,
            each=in_language(euros(each.cents_a_day), code),
            amount=in_language(euros(each.cents), code),
        )
        for each in penalty.reckoned(case, notice, today()).stretches
    )
    return Section("", (Told(translate("Over which days is this reckoned?", language), told, "", ""),))


def _form(act: Act, case: Case, entry: Entry) -> Form:
    if isinstance(act, acts.ApplicationReceived):
        known = application_form(case.policy, (), entry.actor)
        absent = known.supplied.absent | {"application.cooperative"}  # stands in the case itself
        return Form(known.model, replace(known.supplied, absent=absent))
    about = getattr(act, "about", None) or getattr(act, "version", None)
    now = Circumstances(case, entry.actor, entry.on)
    return form_of(MODELS.get(act.kind, type(act)), Asking(now, about=about, colleagues=_named(act, entry)))


def _named(act: Act, entry: Entry) -> list[Actor]:
    """The colleagues whom an act names: that is how they were called then, whoever works here now."""
    match act:
        case acts.TaskAssigned():
            named = {act.assignee: act.called}
        case acts.InterestDeclared(person=str(), person_name=str()):
            named = {act.person: act.person_name}
        case acts.HearingHeld():
            named = {each.id: each.name for each in act.staff}
        case _:
            named = dict[str, str]()
    return [entry.actor.model_copy(update={"id": who, "name": name}) for who, name in named.items()]


def _masked(typed: tuple[str, ...], reader: Actor) -> tuple[str, ...]:
    if disclosure.is_outsider(reader):
        return ()
    return tuple(f"******{each[-3:]}" for each in typed)
