"""What a case and its policy bring into the form of an act: pure, and by the lists that acceptance holds it against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from api.pages.forms import colleagues, open_matters, words
from api.pages.forms.asking import Asking
from api.pages.forms.filling import filled
from api.pages.forms.form import NOTHING, Form, Option, Rows, Supplied
from domain import acts, completeness, hearings, objections, terms
from domain.acceptance import appeal, application, correction, participation
from domain.acts import Addressee, Party
from domain.calendar import written
from domain.case import Entry
from domain.fact import Text
from domain.letters import LETTERS
from domain.matters import enquiries
from domain.people import REGISTRARS, Actor
from domain.policy import Cooperative, Entry as Listed, Policy
from domain.remedy import open_to_objection
from domain.terms.awaited import requests, waited_for

REGISTERED = frozenset({"received_on", "posted_on", "message"})
"""What only who registers somebody else's post knows."""


def form_of(model: type[BaseModel], asking: Asking) -> Form:
    """The form of an act on a case."""
    supplies = next((SUPPLIES[each] for each in model.__mro__ if each in SUPPLIES), None)
    found = supplies(asking) if supplies else NOTHING
    if not asking.now.actor.roles & REGISTRARS:
        found = replace(found, absent=found.absent | REGISTERED)
    return Form(model, found)


def application_form(policy: Policy, cooperatives: Sequence[Cooperative], actor: Actor) -> Form:
    """The form with which a case begins: of a cooperative for its own residents, or of what came on paper. Awb 4:1."""
    options = {
        "application.items.code": _listed(policy.items),
        "application.cooperative": _cooperatives(cooperatives),
        "application.electronic": _who_can_read_a_case(),
    }
    own = {"application.cooperative": actor.cooperative} if actor.cooperative else {}
    absent = frozenset[str]() if actor.roles & REGISTRARS else REGISTERED
    needed = frozenset({"received_on"})  # else the term to decide would run from the day of registration
    return Form(acts.ApplicationReceived, Supplied(values=own, options=options, absent=absent, needed=needed))


def _who_can_read_a_case() -> tuple[Option, ...]:
    both = (Addressee.RESIDENT, Addressee.COOPERATIVE)
    return tuple(Option(who.value, words.value(Addressee, who.value)) for who in both)


def _listed(entries: Iterable[Listed]) -> tuple[Option, ...]:
    return tuple(Option(entry.code, entry.title) for entry in entries)


def _cooperatives(known: Iterable[Cooperative]) -> tuple[Option, ...]:
    return tuple(Option(each.code, Text(nl=each.name, en=each.name)) for each in known)


def _chosen_from(path: str, entries: Callable[[Policy], tuple[Listed, ...]]) -> Callable[[Asking], Supplied]:
    return lambda asking: Supplied(options={path: _listed(entries(asking.policy))})


def _findings(asking: Asking) -> Supplied:
    return Supplied(
        options={"findings.criterion": _listed(asking.policy.criteria)},
        rows={"findings": Rows(by="criterion", is_each_needed=True)},
    )


def _grant(asking: Asking) -> Supplied:
    """The days and hours that were applied for, which the decision follows unless it says otherwise.

    Where those days began already, from the first one on which it can start.
    """
    applied = asking.case.application
    first = max(applied.starts_on, correction.may_start_on(asking.case, asking.now.on))
    return Supplied(
        options={"reasons": _listed(asking.policy.grant_reasons)},
        filled={
            "valid_from": (first.isoformat(),),
            "valid_until": (applied.ends_on.isoformat(),),
            "hours_a_week": (str(applied.hours_a_week),),
        },
    )


def _renewal(asking: Asking) -> Supplied:
    """The last day that was asked for."""
    asked = asking.case.act(asking.about or 0, acts.RenewalRequested)
    return Supplied(filled={"valid_until": (asked.valid_until.isoformat(),)}) if asked else NOTHING


def _asked_items(asking: Asking) -> Supplied:
    """Setting aside rests on what was asked for by name. Awb 4:5(1)."""
    asked = application.asked_for(asking.case, asking.about)
    return Supplied(options={"missing": _listed(e for e in asking.policy.items if e.code in asked)})


def _supplement(asking: Asking) -> Supplied:
    """Each document that was asked for last has its place; others may come along. Awb 4:5(1)."""
    about = asking.about or next(iter(completeness.asked_for_more(asking.case)), None)
    request = asking.case.last_in(about, acts.SupplementRequested)
    asked = tuple(dict.fromkeys(request[1].missing)) if request else ()
    rows = {"items": Rows(by="code", is_each_needed=False, among=asked)} if asked else {}
    of_request = open_matters.of_a_supplement(asking)
    options = {"items.code": _listed(asking.policy.items), **of_request.options}
    return replace(of_request, options=options, rows=rows)


def _question_to(asking: Asking) -> Supplied:
    """A cooperative asks the municipality; staff ask it, or write down what it asked."""
    is_cooperatives = asking.now.actor.cooperative == asking.case.cooperative
    return Supplied(values={"of": Party.MUNICIPALITY.value}) if is_cooperatives else NOTHING


def _correction(asking: Asking) -> Supplied:
    """The decision as it reads now, in which the slip is put right."""
    standing = correction.correctable(asking.case)
    if not standing:
        return NOTHING
    version = asking.about if asking.about in standing else list(standing)[-1]
    reads = asking.case.as_it_reads(*standing[version])
    found = Supplied(
        values={"version": version, "decision.kind": reads.kind},
        options={
            "decision.reasons": _listed(asking.policy.grant_reasons),
            "decision.grounds": _listed(
                asking.policy.revocation_grounds
                if isinstance(reads, acts.PermissionRevoked)
                else asking.policy.refusal_grounds
            ),
        },
    )
    said = filled(Form(type(reads)), reads)
    return replace(found, filled={f"decision.{path}": typed for path, typed in said.items()})


def _by_a_court(asking: Asking) -> Supplied:
    """What can take the place of the contested decision; how we come to ours is not asked of a court."""
    case, kinds = asking.case, tuple[type[BaseModel], ...]()
    if case.is_objection:
        kinds = appeal.courts_decisions(case.objection.decision)
    named = [str(kind.model_fields["kind"].default) for kind in kinds]
    is_revoked = acts.PermissionRevoked in kinds
    return Supplied(
        options={
            "decision.kind": tuple(Option(kind, words.title(kind)) for kind in named),
            "decision.reasons": _listed(asking.policy.grant_reasons),
            "decision.grounds": _listed(
                asking.policy.revocation_grounds if is_revoked else asking.policy.refusal_grounds
            ),
        },
        absent=frozenset({"decision.deviation", "decision.view_waived"}),
    )


def _reversal(asking: Asking) -> Supplied:
    versions = correction.reversible(asking.case)
    if len(versions) > 1:
        return Supplied(options={"version": open_matters.as_told(asking, versions)})
    return Supplied(values={"version": versions[0]}) if versions else NOTHING


def _contestable(asking: Asking) -> Supplied:
    """An objection, to one of the decisions in the case: by name, and chosen where there are several. Awb 6:5(1)(c)."""
    found = tuple(Option(str(e.version), _decision(e)) for e in reversed(open_to_objection(asking.case)))
    if not found:
        return Supplied(absent=frozenset({"version"}))
    which = frozenset({"version"})
    only = {"version": (found[0].value,)} if len(found) == 1 else {}
    return Supplied(options={"version": found}, needed=which, first=which, filled=only)


def _decision(entry: Entry) -> Text:
    on, letter = written(entry.on), LETTERS.get(type(entry.act))
    title = letter.title if letter else words.title(entry.act.kind)
    return Text(nl=f"{title.nl} ({on.nl})", en=f"{title.en} ({on.en})")


def _suspension(asking: Asking) -> Supplied:
    """Which one is asked only where the term stands still for more than one reason."""
    case = asking.case
    running = terms.running(case, asking.now.on)
    if len(running) < 2:
        return Supplied(absent=frozenset({"suspension"}))
    options = {"suspension": open_matters.as_told(asking, running)}
    return Supplied(options=options, needed=frozenset({"suspension"}))


def _waited_for(asking: Asking) -> Supplied:
    """On which request no decision came, where the day of the notice or the appeal does not tell. Awb 4:17, 6:12.

    Who registers it later may say that it is on one that was decided on since.
    """
    open_ones = waited_for(asking.case, asking.now.on)
    found = requests(asking.case) if asking.now.actor.roles & REGISTRARS else open_ones
    if len(found) < 2:
        return Supplied(values={"request": None})
    needed = frozenset({"request"}) if len(open_ones) > 1 else frozenset[str]()
    return Supplied(options={"request": open_matters.as_told(asking, found)}, needed=needed)


def _admissibility(asking: Asking) -> Supplied:
    """Whether lateness is excused is asked of what came late only. Awb 6:11."""
    is_late = asking.case.is_objection and not objections.lodging(asking.case).in_time
    absent = set[str]() if is_late else {"late_excused"}
    absent |= {"committee"} if asking.policy.objection_committee else set[str]()
    return Supplied(absent=frozenset(absent))


def _objection_decided(asking: Asking) -> Supplied:
    """What the decision must say follows from how it went. Awb 7:12, 7:13(7), 7:15."""
    case, absent, needed = asking.case, set[str](), set[str]()
    ground = hearings.no_hearing(case)
    (needed if case.last(acts.CostsClaimed) else absent).add("costs")
    if objections.advised(case) is None:
        absent.add("departs_because")
    known: dict[str, Any] = {"no_hearing": ground.value} if ground else {}
    if ground is None:
        absent.add("no_hearing")
    return Supplied(values=known, absent=frozenset(absent), needed=frozenset(needed))


def _elsewhere(asking: Asking) -> Supplied:
    others = [each for each in asking.cooperatives if each.code != asking.case.cooperative]
    absent = {"transferred_to_name"} | (set[str]() if others else {"transferred_to"})
    return Supplied(options={"transferred_to": _cooperatives(others)}, absent=frozenset(absent))


SUPPLIES: dict[type[Any], Callable[[Asking], Supplied]] = {
    acts.CompletenessChecked: _chosen_from("missing", lambda policy: policy.items),
    acts.SetAsideProposed: _asked_items,
    acts.SupplementReceived: _supplement,
    acts.RequestSetAside: open_matters.of_matter(completeness.incomplete, open_matters.told),
    acts.ApplicationReviewed: _findings,
    acts.PermissionGranted: _grant,
    acts.PermissionRefused: _chosen_from("grounds", lambda policy: policy.refusal_grounds),
    acts.ConditionsChanged: open_matters.as_permitted,
    acts.RenewalWithdrawn: open_matters.of_a_renewal,
    acts.PermissionExtendedToFull: open_matters.as_permitted,
    acts.PermissionRenewed: _renewal,
    acts.RenewalRefused: _chosen_from("grounds", lambda policy: policy.refusal_grounds),
    acts.RevocationProposed: _chosen_from("grounds", lambda policy: policy.revocation_grounds),
    acts.PermissionRevoked: _chosen_from("grounds", lambda policy: policy.revocation_grounds),
    acts.AdviceRequested: _chosen_from("adviser", lambda policy: policy.advisers),
    acts.AdviceReceived: open_matters.of_matter(open_matters.advised_by_none, open_matters.adviser),
    acts.AdviceForgone: open_matters.of_matter(open_matters.awaited_advice, open_matters.adviser),
    acts.QuestionAsked: _question_to,
    acts.QuestionAnswered: open_matters.answers,
    acts.QuestionWithdrawn: open_matters.of_matter(open_matters.open_questions, open_matters.question),
    acts.ChangeAssessed: open_matters.of_matter(participation.not_assessed, open_matters.report),
    acts.AdjustmentRequested: open_matters.as_permitted,
    acts.AdjustmentProposed: open_matters.as_permitted,
    acts.ConditionsAdjusted: open_matters.as_opened,
    acts.AdjustmentRefused: open_matters.of_matter(open_matters.asked_adjustments, open_matters.adjustment),
    acts.AdjustmentDropped: open_matters.droppable,
    acts.PenaltyDetermined: open_matters.determined,
    acts.CourtAsked: open_matters.of_matter(enquiries.appeals, open_matters.appeal),
    acts.PostingLookedInto: open_matters.of_matter(enquiries.unsent, open_matters.told),
    acts.LateDecisionRuled: open_matters.of_matter(open_matters.late_appeals, open_matters.appeal),
    acts.PenaltyPaid: open_matters.of_matter(open_matters.defaults, open_matters.notice),
    acts.DecisionCorrected: _correction,
    acts.DecisionReversed: _reversal,
    acts.CourtDecided: _by_a_court,
    acts.Objecting: _contestable,
    acts.AdmissibilityJudged: _admissibility,
    acts.HearingHeld: open_matters.heard,
    acts.HearingWaived: open_matters.given_up,
    acts.HearingDeclined: open_matters.given_up,
    acts.SuspensionEnded: _suspension,
    acts.TermSuspended: open_matters.of_a_term,
    acts.DecisionAdjourned: open_matters.of_a_term,
    acts.PeriodExtended: open_matters.of_a_period,
    acts.NoticeOfDefaultReceived: _waited_for,
    acts.LateDecisionAppealed: _waited_for,
    acts.ObjectionDecided: _objection_decided,
    acts.ObjectionAdjourned: open_matters.of_the_objections_term,
    acts.ProgressReported: open_matters.untold,
    acts.ParticipationEnded: _elsewhere,
    acts.TaskAssigned: colleagues.assignees,
    acts.InterestDeclared: colleagues.interested,
    acts.InterestWithdrawn: open_matters.declared_interests,
}
"""For each kind of act on a case that takes more than its own fields tell."""
