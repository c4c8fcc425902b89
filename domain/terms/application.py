"""The terms of an application, from receipt to decision. Awb 4:5 to 4:15."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from domain import delays
from domain.acts import (
    ApplicationTakenUp,
    CompletenessChecked,
    DecisionAdjourned,
    DecisionReversed,
    ObjectionUpheld,
    ReviewReturned,
    Ruling,
    SetAsideLapsed,
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
from domain.periods import stands_still_until
from domain.requests import is_open
from domain.sending import since_told
from domain.term import Term, starting, too_late_to_adjourn
from domain.terms.supplement import supplement_ended_on

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


def suspensions(case: Case, request: int | None = None, before: int | None = None) -> tuple[Suspension, ...]:
    """From each request for a supplement until its end, and each other ground of the law. Awb 4:15.

    Of the application's term, or of that request's to renew or to adjust; `before`: those of acts before that version.
    """
    spans = suspended_by(case, request)
    return tuple(span for entry, span in spans if before is None or entry.version < before)


def suspended_by(case: Case, request: int | None) -> tuple[tuple[Entry, Suspension], ...]:
    """The same, each with the act from which it is.

    While the supplement is awaited, its whole period counts. A request that went out later stops the term from then.
    """
    awaiting = (
        (
            entry,
            Suspension(
                asked_on=since_told(case, entry),
                ended_on=min(supplement_ended_on(case, entry) or date.max, stands_still_until(case, entry)),
                why=AWAITING_SUPPLEMENT,
                article="Awb 4:15(1)(a)",
            ),
        )
        for entry, _ in case.every(SupplementRequested)
        if entry.about == request
    )
    others = (
        (entry, _suspension(case, entry, act))
        for entry, act in case.every(TermSuspended)
        if act.request == request
    )
    return (*awaiting, *others)


def _suspension(case: Case, entry: Entry, act: TermSuspended) -> Suspension:
    """From its day until it was ended, or until the day that was named.

    Where information is asked abroad, from the day on which the applicant was told that. Awb 4:15(1)(b).
    """
    is_told = act.ground is SuspensionGround.INFORMATION_FROM_ABROAD
    asked_on = since_told(case, entry) if is_told else act.asked_on or entry.on
    why, article = GROUNDS[act.ground]
    ends = (ended.ended_on or end.on for end, ended in case.every(SuspensionEnded) if _ends(case, end, entry))
    return Suspension(asked_on=asked_on, ended_on=min([act.until, *ends]), why=why, article=article)


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
    suspended = ((e, act) for e, act in case.every(TermSuspended) if _is_undecided(case, e, act))
    return tuple(e.version for e, act in suspended if _suspension(case, e, act).ended_on > on)


def _is_undecided(case: Case, suspended: Entry, act: TermSuspended) -> bool:
    """Whether there is still something to decide, in the term that stood still."""
    if act.request is None:
        return case.last(*DECIDED, after=suspended.version) is None
    return is_open(case, act.request)


def request_of(case: Case, moved: Entry) -> int | None:
    """The request whose term that act moved; none when it was the application's."""
    match moved.act:
        case TermSuspended(request=request) | DecisionAdjourned(request=request):
            return request
        case SuspensionLapsed(about=version):
            suspended = case.act(version, TermSuspended)
            return suspended and suspended.request
        case _:
            found = (act.request for e, act in case.every(TermSuspended) if _ends(case, moved, e))
            return next(found, None)


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
    act = suspended.act
    assert isinstance(act, TermSuspended)
    return not ended and not lapsed and _is_undecided(case, suspended, act)


def adjournment(case: Case, request: int | None = None) -> Adjournment | None:
    """The new date that the applicant was told, for that request or for the application. Awb 4:14(3).

    It reckons with the suspensions that were there when it was chosen, whenever the letters about either went out.
    """
    if (found := _adjourned(case, request)) is None:
        return None
    entry, act = found
    known = suspensions(case, request, before=entry.version)
    return Adjournment(to=act.until, told_on=since_told(case, entry), known=known)


def _adjourned(case: Case, request: int | None) -> tuple[Entry, DecisionAdjourned] | None:
    found = [(entry, act) for entry, act in case.every(DecisionAdjourned) if act.request == request]
    return found[-1] if found else None


def to_decide(case: Case, received_on: date, request: int | None) -> Term:
    """The last day to decide on what came on that day. Awb 4:13 to 4:15.

    An adjournment that was told only after the term was over is of no use: then the old date holds again. So it does
    where a regulation that allows none sets the term.
    """
    periods, found, suspended = case.policy.periods, _adjourned(case, request), suspensions(case, request)
    reckoned = partial(law.decision, received_on, periods.decision_weeks, suspended)
    before = reckoned(regulation=periods.by_regulation)
    if found is None:
        return before
    if not periods.adjournment_weeks:
        return law.told_of_another_day(before, found[1].until)
    told_on = since_told(case, found[0])
    if told_on > max(before.due_on, found[0].on):
        return too_late_to_adjourn(before, told_on, periods.by_regulation or "Awb 4:14(3)")
    return reckoned(adjournment(case, request), periods.by_regulation)


def suspended_days(case: Case) -> int:
    """The days between each request and its end, both excluded; a day in several counts once. Awb 4:15(1)(a)."""
    return suspension.days_suspended(suspensions(case))


def intake(case: Case, request: int | None = None) -> Term:
    """By when the completeness is checked, of the application or of that request; policy."""
    asked = case.last_in(request, SupplementRequested)
    since = (asked and supplement_ended_on(case, asked[0])) or received_on(case, request)
    days = case.policy.periods.intake_days
    return (
        starting(since, "binnengekomen", "came in", "Awb 4:5")
        .plus(days, f"{days} dagen om te controleren", f"{days} days to check", "policy")
        .on_a_working_day()
    )


def received_on(case: Case, request: int | None) -> date:
    """The day on which that request came, or the application."""
    if request is None:
        return case.received_on
    asked = case.entries[request - 1]
    return getattr(asked.act, "received_on", None) or asked.on


def decision(case: Case) -> Term:
    """The last day to decide on the application. Awb 4:13 to 4:15.

    After an upheld objection it is that of the objection (Awb 7:10, 7:11(2)), after a ruling that of the court or else
    the law's anew (8:72), after a reversal the day that was told; once it did not come in time, the court's (8:55d).
    """
    return delays.by_the_court(_decision(case), delays.ordered(case, None, delays.awaited_since(case)))


def _decision(case: Case) -> Term:
    overturned = case.overturned
    if isinstance(overturned, DecisionReversed):
        return starting(
            overturned.decide_by, "nieuw besluit aangekondigd", "new decision announced", "Awb 3:46"
        )
    if overturned and overturned.ruling:
        return after_a_ruling(overturned.ruling, overturned.decide_by)
    if overturned:
        return starting(overturned.decide_by, "bezwaar gegrond", "objection upheld", "Awb 7:10, 7:11(2)")
    return to_decide(case, case.received_on, None)


def after_a_ruling(ruling: Ruling, decide_by: date) -> Term:
    """By when it is decided on again: as the court said, or the law's term anew. Awb 8:72(4), 7:10(1)."""
    if ruling.is_term_set:
        return objection.by_the_court(ruling.ruled_on, decide_by)
    annulled = objection.annulled_on(ruling.ruled_on)
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
    made_ready = case.last_in(
        None,
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
