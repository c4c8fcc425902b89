"""The terms of an application, from receipt to decision. Awb 4:5 to 4:15."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from domain import objections
from domain.acts import (
    ApplicationSetAside,
    ApplicationTakenUp,
    CompletenessChecked,
    DecisionAdjourned,
    DecisionReversed,
    ObjectionUpheld,
    ReviewReturned,
    Ruling,
    SetAsideLapsed,
    SetAsideProposed,
    SupplementLapsed,
    SupplementReceived,
    SupplementRequested,
    SuspensionEnded,
    SuspensionGround,
    SuspensionLapsed,
    TermSuspended,
    ViewInvited,
)
from domain.case import DECIDED, Case, Entry
from domain.fact import Text
from domain.law import application as law, objection, suspension
from domain.law.application import Adjournment
from domain.law.suspension import Suspension
from domain.term import Term, starting
from domain.terms.looking_back import the_last

GROUNDS = {
    SuspensionGround.INFORMATION_FROM_ABROAD: (
        Text(nl="wachtend op gegevens uit het buitenland", en="awaiting information from abroad"),
        "Awb 4:15(1)(b)",
    ),
    SuspensionGround.CONSENT: (
        Text(nl="met instemming van de aanvrager", en="with the applicant's consent"),
        "Awb 4:15(2)(a)",
    ),
    SuspensionGround.DELAY_BY_APPLICANT: (
        Text(nl="vertraging door de aanvrager", en="delay by the applicant"),
        "Awb 4:15(2)(b)",
    ),
    SuspensionGround.FORCE_MAJEURE: (Text(nl="overmacht", en="force majeure"), "Awb 4:15(2)(c)"),
}
"""Why the term stands still, and by which article."""

AWAITING_SUPPLEMENT = Text(nl="wachtend op de aanvulling", en="awaiting the supplement")


def suspensions(case: Case) -> tuple[Suspension, ...]:
    """From each request for a supplement until its end, and each other ground of the law. Awb 4:15.

    While the supplement is awaited, its whole period counts.
    """
    awaiting = tuple(
        Suspension(
            asked_on=request.on,
            ended_on=supplement_ended_on(case, request) or act.until,
            why=AWAITING_SUPPLEMENT,
            article="Awb 4:15(1)(a)",
        )
        for request, act in case.every(SupplementRequested)
    )
    return (*awaiting, *(_suspension(case, entry, act) for entry, act in case.every(TermSuspended)))


def _suspension(case: Case, entry: Entry, act: TermSuspended) -> Suspension:
    """From its day until it was ended, or until the day that was named."""
    why, article = GROUNDS[act.ground]
    ends = (ended.ended_on or end.on for end, ended in case.every(SuspensionEnded) if _ends(case, end, entry))
    return Suspension(
        asked_on=act.asked_on or entry.on, ended_on=min([act.until, *ends]), why=why, article=article
    )


def _ends(case: Case, end: Entry, suspended: Entry) -> bool:
    """Whether that act ended this suspension: by name, or as the only one that there was then."""
    act = end.act
    if not isinstance(act, SuspensionEnded) or end.version < suspended.version:
        return False
    if act.suspension is not None:
        return act.suspension == suspended.version
    before = case.model_copy(update={"entries": case.entries[: end.version - 1]})
    return suspended.version in running(before, act.ended_on or end.on)


def running(case: Case, on: date) -> tuple[int, ...]:
    """The suspensions on other grounds than a supplement that are not over on that day, by their versions."""
    suspended = case.every(TermSuspended)
    return tuple(e.version for e, act in suspended if _suspension(case, e, act).ended_on > on)


def end_of_suspension(suspended: Entry) -> Callable[[Case], Term]:
    """The day on which the term runs again after that suspension. Awb 4:15."""
    act = suspended.act
    assert isinstance(act, TermSuspended)
    _, article = GROUNDS[act.ground]
    return lambda case: starting(
        _suspension(case, suspended, act).ended_on, "opgeschort", "suspended", article
    )


def awaits_end(case: Case, suspended: Entry) -> bool:
    """Whether that suspension neither was ended nor came to its day, and there is still something to decide."""
    ended = any(_ends(case, end, suspended) for end, _ in case.every(SuspensionEnded))
    lapsed = any(act.about == suspended.version for _, act in case.every(SuspensionLapsed))
    return not ended and not lapsed and case.last(*DECIDED, after=suspended.version) is None


def adjournment(case: Case) -> Adjournment | None:
    """The last new date that the applicant was told. Awb 4:14(3)."""
    adjourned = case.last(DecisionAdjourned)
    return adjourned and Adjournment(to=adjourned[1].until, told_on=adjourned[0].on)


def suspended_days(case: Case) -> int:
    """The days between each request and its end, both excluded; a day in several counts once. Awb 4:15(1)(a)."""
    return suspension.days_suspended(suspensions(case))


def supplement_ended_on(case: Case, request: Entry) -> date | None:
    """When the supplement that was asked for came, or its period passed unused; none while it is awaited.

    What came in time counts from its own day, also when it was registered after the period.
    """
    assert isinstance(request.act, SupplementRequested)
    for entry in case.entries[request.version :]:
        if isinstance(entry.act, SupplementReceived) and _came_on(entry, entry.act) <= request.act.until:
            return _came_on(entry, entry.act)
    lapsed = any(isinstance(entry.act, SupplementLapsed) for entry in case.entries[request.version :])
    return request.act.until if lapsed else None


def supplied_in_time(case: Case) -> bool:
    """Whether a supplement came before its period was over that nobody has looked at yet. Awb 4:5(1)."""
    checked, _ = the_last(case, CompletenessChecked, SetAsideProposed)
    _, request = the_last(case, SupplementRequested)
    return any(
        isinstance(entry.act, SupplementReceived) and _came_on(entry, entry.act) <= request.until
        for entry in case.entries[checked.version :]
    )


def _came_on(entry: Entry, act: SupplementReceived) -> date:
    return act.received_on or entry.on


def intake(case: Case) -> Term:
    """By when the completeness is checked; policy."""
    request = case.last(SupplementRequested)
    since = (request and supplement_ended_on(case, request[0])) or case.received_on
    days = case.policy.periods.intake_days
    return (
        starting(since, "binnengekomen", "came in", "Awb 4:5")
        .plus(days, f"{days} dagen om te controleren", f"{days} days to check", "policy")
        .on_a_working_day()
    )


def supplement_period(case: Case, asked_on: date) -> Term:
    """How long the applicant gets for the missing items when asked on that day. Awb 4:5(1); policy."""
    return law.supplement_period(asked_on, case.policy.periods.supplement_days)


def supplement(case: Case) -> Term:
    """The last day for the missing items, as the request says. Awb 4:5(1)."""
    _, act = the_last(case, SupplementRequested)
    return starting(act.until, "termijn in het verzoek", "the period in the request", "Awb 4:5(1)")


def supplement_reminder(case: Case) -> Term:
    """When the applicant is reminded of the missing items; policy."""
    days = case.policy.periods.supplement_reminder_days
    return supplement(case).plus(-days, f"{days} dagen ervoor", f"{days} days before it", "policy")


def set_aside(case: Case) -> Term:
    """The last day on which the application may be set aside. Awb 4:5(4).

    It runs from the last supplement that came in time, whether or not that suffices, or else from the end of the
    period for it: the earlier of the two readings that the article allows. Where that would leave no day, since the
    applicant has the whole of his period, it runs from the end of it.
    """
    request, act = the_last(case, SupplementRequested)
    came = [
        day
        for entry, supplement in case.every(SupplementReceived)
        if entry.version > request.version and (day := _came_on(entry, supplement)) <= act.until
    ]
    term = law.set_aside(max(came, default=act.until))
    return term if term.due_on > act.until else law.set_aside(act.until)


def was_set_aside_too_late(case: Case) -> bool:
    """Whether that was told after its last day, so that only a decision on substance is left. Awb 4:5(4)."""
    newest = case.last(*DECIDED)
    if newest is None or not isinstance(newest[1], ApplicationSetAside):
        return False
    told_on = objections.told_on(case, newest[0].version)
    return told_on is not None and told_on > set_aside(case).due_on


def decision(case: Case) -> Term:
    """The last day to decide on the application. Awb 4:13 to 4:15.

    After an upheld objection it is that of the objection (Awb 7:10, 7:11(2)), after a ruling that of the court or else
    the law's anew (8:72), after a reversal the day that was told.
    """
    overturned = case.overturned
    if isinstance(overturned, DecisionReversed):
        return starting(
            overturned.decide_by, "nieuw besluit aangekondigd", "new decision announced", "Awb 3:46"
        )
    if overturned and overturned.ruling:
        return after_a_ruling(overturned.ruling, overturned.decide_by)
    if overturned:
        return starting(overturned.decide_by, "bezwaar gegrond", "objection upheld", "Awb 7:10, 7:11(2)")
    weeks = case.policy.periods.decision_weeks
    return law.decision(case.received_on, weeks, suspensions(case), adjournment(case))


def after_a_ruling(ruling: Ruling, decide_by: date) -> Term:
    """By when it is decided on again: as the court said, or the law's term anew. Awb 8:72(4), 7:10(1)."""
    annulled = objection.annulled_on(ruling.ruled_on)
    if ruling.is_term_set:
        return annulled.moved_to(
            decide_by, "de termijn van de rechter", "the term that the court set", "Awb 8:72(4)"
        )
    return annulled.moved_to(decide_by, "opnieuw de wettelijke termijn", "the law's term anew", "Awb 7:10(1)")


def view(case: Case) -> Term:
    """The last day for a view on the decision that the case itself awaits. Awb 4:9."""
    return view_in(case, None)


def view_of(matter: Entry) -> Callable[[Case], Term]:
    """The last day for a view in the matter that this act set going. Awb 4:9."""
    return lambda case: view_in(case, matter.version)


def view_in(case: Case, matter: int | None) -> Term:
    """The last day for a view in that matter: as the invitation says, else by policy. Awb 4:9."""
    invited = case.last_in(matter, ViewInvited)
    if invited is None:
        raise ValueError("no view was invited")
    entry, act = invited
    if act.until is not None:
        return starting(act.until, "termijn in de uitnodiging", "the period in the invitation", "Awb 4:9")
    days = case.policy.periods.view_days
    return (
        starting(entry.on, "om zienswijze gevraagd", "view invited", "Awb 4:9")
        .plus(days, f"{days} dagen voor een zienswijze", f"{days} days for a view", "policy")
        .on_a_working_day()
    )


def review(case: Case) -> Term:
    """By when the review is done, never later than the decision; policy."""
    made_ready = case.last(
        *(CompletenessChecked, ApplicationTakenUp, SetAsideLapsed, ReviewReturned),
        *(ObjectionUpheld, DecisionReversed),
    )
    since = made_ready[0].on if made_ready else case.received_on
    days = case.policy.periods.review_days
    term = (
        starting(since, "klaar om te beoordelen", "ready to be reviewed", "Awb 3:2")
        .plus(days, f"{days} dagen om te beoordelen", f"{days} days to review", "policy")
        .on_a_working_day()
    )
    latest = decision(case).due_on
    if term.due_on > latest:
        term = term.moved_to(latest, "niet na de beslistermijn", "not after the decision term", "Awb 4:13")
    return term
