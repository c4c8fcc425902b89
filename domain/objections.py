"""What follows from the acts of an objection, and from objections to the decisions in a case.

What the law reckons with dates is in `domain/law/objection.py`; here stands which dates of a case those are. No term to
object or to appeal runs before the letter of the decision went out to everybody (Awb 3:40, 6:8).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain import acts, after_a_ruling, consent, delays, hearings, periods, rulings
from domain.acts import ContestedDecision
from domain.askers import RESIDENT, who_asked
from domain.authority import MAY
from domain.by_a_court import answers_a_request, is_by_a_court, judgement_sent_on, left_by
from domain.case import Case, Entry, Status
from domain.duties import ON_A_PERMISSION, PREPARES, PROPOSES, decision_in
from domain.errors import NotAcceptable
from domain.fact import Fact, OfMatter
from domain.law import objection as law
from domain.people import Role
from domain.remedy import Remedy, open_to_objection, remedy
from domain.repairs import awaited_repair, awaits_another_look, mended_after_all, repairs
from domain.requests import REQUESTS
from domain.sending import notified_on
from domain.term import Term, starting

BESIDE_THE_DECISION = (
    *(acts.NoteAdded, acts.InterestDeclared, acts.InterestWithdrawn, acts.ConsentChanged),
    *acts.TASK_ACTS,
    *(acts.PenaltyDetermined, acts.PenaltyPaid),
    *(acts.LateDecisionAppealed, acts.LateDecisionRuled, acts.CourtAsked, acts.PostingLookedInto),
)
"""What staff do without having a part in the decision."""


COMES_LATE: dict[Status, tuple[type[Fact], ...]] = {
    Status.EXPIRED: REQUESTS,
    Status.ENDED: (acts.EndingWithdrawn,),
}
"""What may have come before a permission was over, and is registered after that, by how it ended."""


def reopening(case: Case) -> tuple[type[Fact], ...]:
    """What a case that has ended still takes in.

    A court may tell later of an appeal, a request may have come before the permission expired, the word of who goes on
    after all before he stopped, and a notice of default before the decision. Awb 4:13, 4:17, 6:9, 6:12, 8:1.
    """
    of_an_objection = (acts.AppealRecorded,) if case.is_objection else ()
    of_a_permission = COMES_LATE.get(case.status, ())
    return (*of_an_objection, *of_a_permission, acts.LateDecisionAppealed, acts.NoticeOfDefaultReceived)


def contested(case: Case, version: int | None = None) -> ContestedDecision:
    """The decision of that version, by default the last one that is not about a matter beside it, and who took part.

    Raises:
        NotAcceptable: there is no such decision, or it is for the court.
    """
    found = open_to_objection(case)
    asked = version or _by_default(case, found)
    entry = next((each for each in found if each.version == asked), None)
    if entry is None:
        raise _nothing_to_object_to(case, asked, found)
    return ContestedDecision(
        case=case.number,
        version=entry.version,
        kind=entry.act.kind,
        corrects=entry.act.decision.kind if isinstance(entry.act, acts.DecisionCorrected) else None,
        decided_on=entry.on,
        sent_on=notified_on(case, entry.version),
        decided_by=entry.actor.id,
        involved=(involved := involved_in(case, entry)),
        known_as=tuple(sorted({each.actor.name for each in case.entries if each.actor.id in involved})),
        cooperative=case.cooperative,
        resident=case.resident,
        electronic=consent.agreed(case),
        of_the_cooperative=who_asked(case, case.entries[case.first_version(entry.version) - 1].about)
        != RESIDENT,
        in_objection=case.is_objection,
        leaves=left_by(case, entry),
    )


def _by_default(case: Case, found: Sequence[Entry]) -> int | None:
    """The last decision on the case; in an objection, on which one goes to the court, that on what is owed."""
    newest = None if case.is_objection else last_decision(case)
    newest = newest or (found[-1] if found else None)
    return newest and newest.version


def _nothing_to_object_to(case: Case, asked: int | None, found: Sequence[Entry]) -> NotAcceptable:
    entry = case.entries[asked - 1] if asked and asked <= case.version else None
    if entry and is_by_a_court(case, entry):
        return NotAcceptable(
            "version", "A court took this decision: one goes on to the Centrale Raad van Beroep; Awb 8:104"
        )
    if entry and remedy(case, entry) is Remedy.APPEAL:
        return NotAcceptable(
            "version",
            "Against a decision on an objection, and what belongs to it, one goes to the court",
        )
    if not found:
        return NotAcceptable("version", "In this case there is no decision to object to")
    known = ", ".join(str(each.version) for each in found)
    return NotAcceptable("version", "The decisions to object to have these versions: {known}", known=known)


def involved_in(case: Case, decision: Entry) -> tuple[str, ...]:
    """Everybody of the municipality who prepared a decision, took it or corrected it. Awb 7:5.

    As with four eyes, whoever registered the application at the desk prepared it. To register anything else, to write a
    note or to hand out work is no part in it.
    """
    since, act = 0, decision.act
    if isinstance(act.decision if isinstance(act, acts.DecisionCorrected) else act, ON_A_PERMISSION):
        granted = [e.version for e, _ in case.every(acts.PermissionGranted) if e.version < decision.version]
        since = max(granted, default=0)
    prepared = {entry.actor.id for entry in case.entries[since : decision.version] if _prepares(entry)}
    return tuple(sorted(prepared | case.deciders(decision.version)))


def _prepares(entry: Entry) -> bool:
    act, rule = entry.act, MAY.get(type(entry.act))
    if isinstance(act, BESIDE_THE_DECISION) or rule is None or Role.COOPERATIVE in entry.actor.roles:
        return False
    is_the_municipalitys = Role.COOPERATIVE not in rule.roles
    return is_the_municipalitys or isinstance(act, (*PREPARES, *PROPOSES)) or decision_in(act) is not None


def sent_on(case: Case) -> date:
    """The day from which the term to object ran: that on which the contested decision was sent. Awb 6:8.

    As long as it was not sent, that of the objection: it comes too early then, and counts all the same. Awb 6:10.
    """
    told = case.last(acts.ContestedDecisionSent)
    return (told[1].sent_on if told else case.objection.decision.sent_on) or case.received_on


def lodging(case: Case) -> law.Lodging:
    """Whether the objection came in time, and why. Awb 6:7 to 6:9."""
    received = case.objection
    return law.lodging(sent_on(case), case.received_on, received.posted_on)


def has_committee(case: Case) -> bool:
    """Whether an advisory committee hears and advises: by policy, or as the objector was told. Awb 7:13."""
    chosen = any(act.committee for _, act in case.every(acts.AdmissibilityJudged))
    return case.policy.objection_committee or chosen


def judgement(case: Case) -> acts.AdmissibilityJudged | None:
    """Whether it can be dealt with, as somebody judged it last; what a court annulled counts no more. Awb 6:6, 6:11."""
    found = case.last(acts.AdmissibilityJudged, after=rulings.taken_up(case))
    return found[1] if found else None


def advised(case: Case) -> acts.CommitteeAdvised | None:
    """What the committee advised, on its substance once a court had it dealt with after all. Awb 7:13."""
    found = case.last(acts.CommitteeAdvised, after=rulings.taken_up(case))
    return found[1] if found else None


def examination(case: Case) -> Term | None:
    """By when somebody judges whether it can be dealt with: once, and again after what was to be mended since."""
    asked, judged = case.last(acts.RepairRequested), case.last(acts.AdmissibilityJudged)
    is_again = asked and awaits_another_look(case, asked[0].version) and awaited_repair(case) is None
    return examined_by(case) if judged is None or is_again else None


def examined_by(case: Case) -> Term:
    """The day for that; policy."""
    days = case.policy.periods.objection_days
    return (
        _examined_since(case)
        .plus(days, f"{days} dagen om te bekijken", f"{days} days to examine it", "policy")
        .on_a_working_day()
    )


def _examined_since(case: Case) -> Term:
    """From the receipt, or from the end of the last repair that was asked for: what came unasked changes nothing."""
    asked = case.last(acts.RepairRequested)
    since = case.entries[asked[0].version :] if asked else ()
    ends = (e for e in since if isinstance(e.act, acts.RepairReceived | acts.RepairLapsed))
    ended = mended_after_all(case) or next(ends, None)
    if ended is None:
        return starting(case.received_on, "bezwaar binnengekomen", "objection came in", "Awb 6:5")
    if isinstance(ended.act, acts.RepairLapsed):
        return starting(ended.on, "hersteltermijn voorbij", "the period to mend it is over", "Awb 6:6")
    return starting(ended.on, "herstel binnengekomen", "the repair came in", "Awb 6:6")


def repair(case: Case) -> Term | None:
    """The last day to mend a defect, as the request says or as it was made longer, while that is awaited. Awb 6:6."""
    found = awaited_repair(case)
    if found is None:
        return None
    asked = starting(found[1].until, "termijn in het verzoek", "the period in the request", "Awb 6:6")
    return periods.extended(case, found[0], asked, "Awb 6:6")


def hearing_or_decision(case: Case) -> Term:
    """The day of the hearing, and before there is one the term to decide. Awb 7:2, 7:10."""
    return hearings.hearing(case) or objection_decision(case)


def objection_decision(case: Case) -> Term:
    """The last day to decide on the objection, counted from the end of the objection term. Awb 7:10, 7:13.

    Where a court had it dealt with after all it is that of the court, or else the law's anew (8:72(4)); and where it
    did not come in time the court's (8:55d). Who objects may agree to a later day.
    """
    term = after_a_ruling.term(case, committee=has_committee(case)) or _adjourned(case)
    since = rulings.taken_up(case)
    if ordered := delays.ordered(case, None, since):
        term, since = delays.by_the_court(term, ordered), ordered[0]
    return after_a_ruling.postponed(case, term, since)


def _adjourned(case: Case) -> Term:
    return after_a_ruling.adjourned(
        case,
        lambda then, days: law.objection_decision(
            sent_on(then), committee=has_committee(then), repairs=repairs(then), adjourned_days=days
        ),
    )


def is_contested(case: Case) -> bool:
    """Whether an objection runs."""
    return bool(case.open_objections)


def open_appeals(case: Case) -> int:
    """How many appeals the court did not decide on yet."""
    return sum(1 for _ in case.every(acts.AppealRecorded)) - len(rulings.days(case))


def appeal(case: Case) -> Term | None:
    """The last day to appeal against what was decided last, while no appeal runs. Awb 6:7, 6:8, 8:1, 8:104."""
    if open_appeals(case) > 0:
        return None
    if judged_on := judgement_sent_on(case):
        return law.higher_appeal(judged_on)
    sent_on = _sent_on(case, Remedy.APPEAL)
    return law.objection(sent_on) if sent_on else None


def objection(case: Case) -> Term | None:
    """The last day to object to the last decision, once it was sent. Awb 6:7, 6:8."""
    sent_on = _sent_on(case, Remedy.OBJECTION)
    return law.objection(sent_on) if sent_on else None


def window(case: Case) -> Term | None:
    """When nobody can go against the last decision in time any more: the post has a week longer. Awb 6:9(2)."""
    sent_on = judgement_sent_on(case) or _sent_on(case, *Remedy)
    return law.with_the_post(sent_on) if sent_on else None


def is_for_the_court(case: Case) -> bool:
    """Whether one appeals against the last decision, and does not object to it. Awb 7:1, 8:1."""
    newest = last_decision(case)
    return newest is not None and remedy(case, newest) is Remedy.APPEAL


def _sent_on(case: Case, *remedies: Remedy) -> date | None:
    newest = last_decision(case)
    is_so = newest is not None and remedy(case, newest) in remedies
    return notified_on(case, newest.version) if newest and is_so else None


def last_decision(case: Case) -> Entry | None:
    """Not what is decided in a matter, on its own letter, nor what a court says of a request: no case waits for it."""
    on_the_case = (e for e in reversed(case.entries) if not isinstance(e.act, OfMatter))
    return next((e for e in on_the_case if remedy(case, e) and not answers_a_request(case, e)), None)
