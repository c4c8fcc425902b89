"""The terms of an objection, as functions of dates. Awb 6:7-6:11, 7:10."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from domain.fact import Fact, Text
from domain.law.figures import (
    ADJOURNMENT_WEEKS,
    COMMITTEE_WEEKS,
    DOCUMENTS_DAYS,
    INSPECTION_WEEKS,
    INVITATION_DAYS,
    OBJECTION_DECISION_WEEKS,
    OBJECTION_WEEKS,
    POST_WEEKS,
    in_force,
)
from domain.law.suspension import Suspension, asked_in_time, counted, moved_by
from domain.term import Step, Term, in_days, in_weeks, starting

REPAIR = "Awb 7:10(2)"
"""The article by which a term stands still while a defect is mended (Awb 6:6)."""


class Lodging(Fact):
    """Whether an objection came in time, and why."""

    in_time: bool
    steps: tuple[Step, ...]


def objection(sent_on: date) -> Term:
    """The last day to object; the term starts the day after sending, for each addressee. Awb 3:41, 6:7, 6:8."""
    weeks = in_force(OBJECTION_WEEKS, sent_on)
    told = in_weeks(weeks)
    return (
        starting(sent_on, "besluit verzonden", "decision sent", "Awb 3:41, 6:8")
        .plus(7 * weeks, told.nl, told.en, "Awb 6:7")
        .rolled_after(weeks)
    )


def higher_appeal(sent_on: date) -> Term:
    """The last day to go on to the Centrale Raad van Beroep, once the court sent its judgement. Awb 6:24, 8:104."""
    weeks = in_force(OBJECTION_WEEKS, sent_on)
    told = in_weeks(weeks)
    return (
        starting(sent_on, "uitspraak verzonden", "judgement sent", "Awb 6:8, 6:24")
        .plus(7 * weeks, told.nl, told.en, "Awb 6:7, 6:24")
        .rolled_after(weeks)
    )


def with_the_post(sent_on: date) -> Term:
    """The last day on which an objection that was posted in time can come in. Awb 6:9(2).

    The week is a term set in law, so it rolls as well.
    """
    return _for_the_post(objection(sent_on), sent_on)


def _for_the_post(term: Term, sent_on: date) -> Term:
    weeks = in_force(POST_WEEKS, sent_on)
    told = in_weeks(weeks)
    later = term.plus(7 * weeks, f"{told.nl} voor de post", f"{told.en} for the post", "Awb 6:9(2)")
    return later.rolled_after(weeks)


def lodging(sent_on: date, received_on: date, posted_on: date | None = None) -> Lodging:
    """Whether an objection that came in on that day is in time.

    It is when received by the end of the term, or posted by then and received within a week after it. The week is
    a term set in law, so it rolls as well. Too late is not yet inadmissible: a person judges that. Awb 6:9-6:11.
    """
    end = objection(sent_on).due_on
    if received_on <= sent_on:
        return _in_time(
            received_on,
            "ontvangen voor de termijn begon: vroeg, niet te laat",
            "received before the term began: early, not late",
            "Awb 6:10",
        )
    if received_on <= end:
        return _in_time(received_on, "ontvangen binnen de termijn", "received within the term", "Awb 6:9(1)")
    if posted_on is None or posted_on > end:
        return _too_late(received_on)
    week = _for_the_post(starting(end, "termijn voorbij", "the term is over", "Awb 6:7"), sent_on)
    posted = starting(posted_on, "gepost binnen de termijn", "posted within the term", "Awb 6:9(2)")
    steps = (*posted.steps, *week.steps)
    if received_on > week.due_on:
        return _too_late(received_on, *steps)
    return _in_time(
        received_on, "ontvangen binnen die week", "received within that week", "Awb 6:9(2)", *steps
    )


def objection_decision(
    sent_on: date,
    *,
    committee: bool = False,
    repairs: Iterable[Suspension] = (),
    adjourned_days: int = 0,
) -> Term:
    """The last day to decide on an objection, counted from the end of the objection term and not from receipt.

    The term stands still while a defect is mended, as far as it had begun, and can be adjourned once for at most
    `longest_adjournment` weeks. The term itself rolls, at its end; the day to which the municipality adjourns it does
    not. What is asked to be mended once it is over suspends nothing. With a committee it is twelve weeks, which is not
    more than twelve. Awb 7:10, 7:13; Atw 1, 4.
    """
    weeks = in_force(COMMITTEE_WEEKS if committee else OBJECTION_DECISION_WEEKS, sent_on)
    told = in_weeks(weeks)
    nl, en = (" met een commissie", " with a committee") if committee else ("", "")
    why = Text(nl=f"{told.nl} na de bezwaartermijn{nl}", en=f"{told.en} after the objection term{en}")
    article = "Awb 7:10(1), 7:13" if committee else "Awb 7:10(1)"
    return _decision(objection(sent_on), weeks, why, article, repairs, adjourned_days)


def _decision(
    begins: Term, weeks: int, why: Text, article: str, repairs: Iterable[Suspension], adjourned_days: int
) -> Term:
    """So many weeks after that, later by the repairs that were asked for in time and by an adjournment."""

    def reckoned(before: Iterable[Suspension]) -> Term:
        term = begins.plus(7 * weeks, why.nl, why.en, article)
        term = moved_by(term, counted(before, begins_after=begins.due_on)).rolled_after(weeks)
        if adjourned_days:
            told = in_days(adjourned_days) if adjourned_days % 7 else in_weeks(adjourned_days // 7)
            term = term.plus(adjourned_days, f"{told.nl} verdaagd", f"adjourned by {told.en}", "Awb 7:10(3)")
        return term

    return reckoned(asked_in_time(repairs, lambda before: reckoned(before).due_on))


def first_hearing(invited_on: date) -> date:
    """The first day on which people can be heard who are invited today.

    The file lies ready for a whole week before it, in which neither the day of the invitation nor that of the hearing
    counts; and once the invitation is there, they can still send documents. Awb 7:4(1) to (3).
    """
    inspected = timedelta(weeks=in_force(INSPECTION_WEEKS, invited_on), days=1)
    supplied = timedelta(days=in_force(INVITATION_DAYS, invited_on) + in_force(DOCUMENTS_DAYS, invited_on))
    return invited_on + max(inspected, supplied)


def documents_by(hearing_on: date) -> date:
    """The last day to send documents for a hearing. Counted back from a day, it does not roll. Awb 7:4(1); Atw 1(2)."""
    return hearing_on - timedelta(days=in_force(DOCUMENTS_DAYS, hearing_on))


def decision_after_a_ruling(
    ruled_on: date,
    *,
    committee: bool = False,
    repairs: Iterable[Suspension] = (),
    adjourned_days: int = 0,
) -> Term:
    """The last day to decide again after a court annulled the decision and set no term: that of the law, anew.

    It begins the day after the ruling, which is sent on its day. Awb 7:10, 8:72; Atw 1, 4.
    """
    weeks = in_force(COMMITTEE_WEEKS if committee else OBJECTION_DECISION_WEEKS, ruled_on)
    told = in_weeks(weeks)
    why = Text(nl=f"opnieuw {told.nl} om te beslissen", en=f"{told.en} anew to decide")
    return _decision(annulled_on(ruled_on), weeks, why, "Awb 7:10(1)", repairs, adjourned_days)


def by_the_court(ruled_on: date, decide_by: date) -> Term:
    """The last day to decide again, as the court that annulled the decision says itself. Awb 8:72(4)."""
    return annulled_on(ruled_on).moved_to(
        decide_by, "de termijn van de rechter", "the term that the court set", "Awb 8:72(4)"
    )


def annulled_on(ruled_on: date) -> Term:
    """The day on which a court annulled a decision. Awb 8:72(1)."""
    return starting(
        ruled_on, "besluit vernietigd door de rechter", "decision annulled by the court", "Awb 8:72(1)"
    )


def longest_adjournment(sent_on: date) -> int:
    """The longest adjournment of the decision on an objection, in weeks. Awb 7:10(3)."""
    return in_force(ADJOURNMENT_WEEKS, sent_on)


def _in_time(received_on: date, nl: str, en: str, article: str, *before: Step) -> Lodging:
    step = Step(reason=Text(nl=nl, en=en), article=article, on=received_on)
    return Lodging(in_time=True, steps=(*before, step))


def _too_late(received_on: date, *before: Step) -> Lodging:
    reason = Text(
        nl="te laat ontvangen; of dat te verontschuldigen is, beoordeelt een mens",
        en="received too late; whether there is an excuse is for a person to judge",
    )
    return Lodging(
        in_time=False, steps=(*before, Step(reason=reason, article="Awb 6:9, 6:11", on=received_on))
    )
