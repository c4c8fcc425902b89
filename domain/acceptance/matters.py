"""Whether what is said in a matter fits it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import acts
from domain.acceptance import awaited
from domain.circumstances import Circumstances, check_receipt, listed
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.matters import advice, questions
from domain.terms import penalty


def _question(act: acts.QuestionAsked, now: Circumstances) -> None:
    if act.until is not None and act.until < now.on:
        raise NotAcceptable("until", "The day for an answer lies in the past")


def _answer(act: acts.QuestionAnswered, now: Circumstances) -> None:
    left = list(questions.unanswered(now.case, act.about))
    for place, answer in enumerate(act.answers):
        if answer.item not in left:
            raise NotAcceptable(f"answers/{place}/item", "Item {item} is not open", item=answer.item)
        left.remove(answer.item)


def _advice_request(act: acts.AdviceRequested, now: Circumstances) -> None:
    known = now.policy.advisers
    if act.adviser not in {each.code for each in known}:
        raise NotAcceptable(
            "adviser", "{code} is not in the policy's list: {known}", code=act.adviser, known=listed(known)
        )
    if act.until is not None and act.until <= now.on:
        raise NotAcceptable("until", "The term for advice must lie ahead")


def _advice(act: acts.AdviceReceived, now: Circumstances) -> None:
    if now.case.act(act.about, acts.AdviceRequested) is None or advice.has_come(now.case, act.about):
        raise NotAcceptable("about", "No advice is awaited that was requested by this act")
    if act.received_on is not None and not now.case.entries[act.about - 1].on <= act.received_on <= now.on:
        raise NotAcceptable("receivedOn", "Advice comes after it was requested, and not in the future")


def check_no_advice_is_awaited(now: Circumstances) -> None:
    """Review and decision wait for the advisers for whom the policy wants it. Awb 3:6(2).

    Raises:
        NotNow: until the advice is there, its term is over or it is forgone.
    """
    for entry, asked in advice.awaited(now.case):
        adviser = advice.adviser(now.case, asked)
        if adviser.waits:
            due_on = advice.term(entry, asked)(now.case).due_on
            raise NotNow("The advice of {adviser} is awaited until {day}", adviser=adviser.title, day=due_on)


def _notice(act: acts.NoticeOfDefaultReceived, now: Circumstances) -> None:
    """One that came too early is taken in and weighed; after the decision nothing is waited for. Awb 4:17(3)."""
    check_receipt(act.received_on, now)
    received_on, first = act.received_on or now.on, now.case.received_on
    if received_on < first:
        raise NotAcceptable("receivedOn", "It cannot have come before what it is about, on {day}", day=first)
    awaited.check(act.request, received_on, now)


def _determined(act: acts.PenaltyDetermined, now: Circumstances) -> None:
    """The amount follows from the dates; who decides can only say that nothing is owed. Awb 4:17(2), (6), 4:18."""
    _is_open(act.about, now)
    owed = penalty.reckoned(now.case, act.about, now.on).owed_cents
    if act.none_because is None and act.cents != owed:
        raise NotAcceptable("cents", "What is owed is {cents} cents", cents=owed)


def _paid(act: acts.PenaltyPaid, now: Circumstances) -> None:
    _is_open(act.about, now)
    determined = penalty.determined(now.case, act.about)
    if act.paid_on > now.on or (determined and act.paid_on < determined[0].on):
        raise NotAcceptable("paidOn", "It is paid after it was determined, and not in the future")


def _is_open(notice: int, now: Circumstances) -> None:
    if notice not in now.case.open_defaults:
        raise NotNow("There is no such notice of default that is not settled")


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.AdviceRequested: _advice_request,
    acts.AdviceReceived: _advice,
    acts.QuestionAsked: _question,
    acts.QuestionAnswered: _answer,
    acts.NoticeOfDefaultReceived: _notice,
    acts.PenaltyDetermined: _determined,
    acts.PenaltyPaid: _paid,
}
