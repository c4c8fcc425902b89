"""What a case and its policy bring into the form of an act: pure, and by the lists that acceptance holds it against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from api.pages.forms import open_matters, words
from api.pages.forms.asking import Asking
from api.pages.forms.filling import filled
from api.pages.forms.form import NOTHING, Form, Option, Rows, Supplied
from domain import acts, objections, terms
from domain.acceptance import application, correction, participation
from domain.acts import Addressee, Party
from domain.calendar import written
from domain.case import Entry
from domain.circumstances import REGISTRARS
from domain.fact import Text
from domain.letters import LETTERS
from domain.narration import narrated
from domain.people import Actor, Role
from domain.policy import Cooperative, Entry as Listed, Policy
from domain.remedy import open_to_objection

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
    """The form with which a case begins: a cooperative applies for its own residents."""
    options = {
        "application.items.code": _listed(policy.items),
        "application.cooperative": _cooperatives(cooperatives),
        "application.electronic": _who_can_read_a_case(),
    }
    own = {"application.cooperative": actor.cooperative} if actor.cooperative else {}
    absent = frozenset[str]() if actor.roles & REGISTRARS else REGISTERED
    return Form(acts.ApplicationReceived, Supplied(values=own, options=options, absent=absent))


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


def _asked_items(asking: Asking) -> Supplied:
    """Setting aside rests on what was asked for by name. Awb 4:5(1)."""
    asked = application.asked_for(asking.case)
    return Supplied(options={"missing": _listed(e for e in asking.policy.items if e.code in asked)})


def _question_to(asking: Asking) -> Supplied:
    """A cooperative asks the municipality; staff ask it, or write down what it asked."""
    is_cooperatives = asking.now.actor.cooperative == asking.case.cooperative
    return Supplied(values={"of": Party.MUNICIPALITY.value}) if is_cooperatives else NOTHING


def _correction(asking: Asking) -> Supplied:
    """The decision as it reads now, in which the slip is put right."""
    standing = correction.standing(asking.case)
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


def _reversal(asking: Asking) -> Supplied:
    version = correction.reversible(asking.case)
    return NOTHING if version is None else Supplied(values={"version": version})


def _contestable(asking: Asking) -> Supplied:
    """An objection, to one of the decisions in the case."""
    case = asking.case
    options = tuple(Option(str(e.version), _decision(e)) for e in reversed(open_to_objection(case)))
    return Supplied(options={"version": options})


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
    options = tuple(Option(str(v), narrated(case.entries[v - 1].act, case.policy)) for v in running)
    return Supplied(options={"suspension": options}, needed=frozenset({"suspension"}))


def _of_request(asking: Asking) -> Supplied:
    """Whose term it is: of the application before the decision, and since then of what is asked for."""
    case = asking.case
    found = terms.movable(case)
    if len(found) < 2:
        return Supplied(values={"request": found[0].version if found else None})
    options = tuple(Option(str(e.version), narrated(e.act, case.policy)) for e in found)
    return Supplied(options={"request": options}, needed=frozenset({"request"}))


def _admissibility(asking: Asking) -> Supplied:
    """Whether lateness is excused is asked of what came late only. Awb 6:11."""
    absent = {"late_excused"} if objections.lodging(asking.case).in_time else set[str]()
    absent |= {"committee"} if asking.policy.objection_committee else set[str]()
    return Supplied(absent=frozenset(absent))


def _objection_decided(asking: Asking) -> Supplied:
    """What the decision must say follows from how it went. Awb 7:12, 7:13(7), 7:15."""
    case, absent, needed = asking.case, set[str](), set[str]()
    ground = objections.no_hearing(case)
    (needed if case.last(acts.CostsClaimed) else absent).add("costs")
    if case.last(acts.CommitteeAdvised) is None:
        absent.add("departs_because")
    known: dict[str, Any] = {"no_hearing": ground.value} if ground else {}
    if ground is None:
        absent.add("no_hearing")
    return Supplied(values=known, absent=frozenset(absent), needed=frozenset(needed))


def _elsewhere(asking: Asking) -> Supplied:
    others = [each for each in asking.cooperatives if each.code != asking.case.cooperative]
    absent = frozenset({"transferred_to"}) if not others else frozenset[str]()
    return Supplied(options={"transferred_to": _cooperatives(others)}, absent=absent)


def _assignees(asking: Asking) -> Supplied:
    """Who took part in the case for the municipality, and the colleagues that the pages know."""
    took_part = [e.actor for e in asking.case.entries if not e.actor.cooperative]
    people = {each.id: each.name for each in (*asking.colleagues, *took_part) if Role.CLOCK not in each.roles}
    if not people:
        return NOTHING
    options = tuple(
        Option(who, Text(nl=name, en=name)) for who, name in sorted(people.items(), key=lambda p: p[1])
    )
    return Supplied(options={"assignee": options}, follows={"assignee_name": ("assignee", people)})


SUPPLIES: dict[type[Any], Callable[[Asking], Supplied]] = {
    acts.CompletenessChecked: _chosen_from("missing", lambda policy: policy.items),
    acts.SetAsideProposed: _asked_items,
    acts.SupplementReceived: _chosen_from("items.code", lambda policy: policy.items),
    acts.ApplicationReviewed: _findings,
    acts.PermissionGranted: _chosen_from("reasons", lambda policy: policy.grant_reasons),
    acts.PermissionRefused: _chosen_from("grounds", lambda policy: policy.refusal_grounds),
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
    acts.PenaltyPaid: open_matters.of_matter(open_matters.defaults, open_matters.notice),
    acts.DecisionCorrected: _correction,
    acts.DecisionReversed: _reversal,
    acts.Objecting: _contestable,
    acts.AdmissibilityJudged: _admissibility,
    acts.SuspensionEnded: _suspension,
    acts.TermSuspended: _of_request,
    acts.DecisionAdjourned: _of_request,
    acts.ObjectionDecided: _objection_decided,
    acts.ParticipationEnded: _elsewhere,
    acts.TaskAssigned: _assignees,
}
"""For each kind of act on a case that takes more than its own fields tell."""
