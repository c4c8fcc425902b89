"""Whether the decision on an objection may come later. Awb 7:10(3), (4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from domain import acts, delays, objections, rulings
from domain.calendar import is_day_off
from domain.circumstances import Circumstances
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.law.objection import longest_adjournment


def _adjourned(act: acts.ObjectionAdjourned, now: Circumstances) -> None:
    """Once, before the term is over, and for no longer than the law allows; a court's term is its own. Awb 7:10(3)."""
    if rulings.is_term_set(now.case) or delays.ordered(now.case, None, rulings.taken_up(now.case)):
        raise NotNow("The court set this term, so it cannot be adjourned")
    if now.case.last(acts.ObjectionAdjourned, after=rulings.taken_up(now.case)):
        raise NotNow("It was adjourned before; only with consent can it be postponed further")
    due_on = objections.objection_decision(now.case).due_on
    if now.on > due_on:
        raise NotNow("The term is over, so it cannot be adjourned any more")
    longest = longest_adjournment(objections.sent_on(now.case))
    field, until = "until" if act.until else "weeks", act.until or due_on + timedelta(weeks=act.weeks or 0)
    if until > due_on + timedelta(weeks=longest):
        raise NotAcceptable(field, "It can be adjourned by at most {weeks} weeks", weeks=longest)
    if until <= due_on:
        raise NotAcceptable(field, "The new date must lie after {day}, the date that it replaces", day=due_on)
    if is_day_off(until):
        raise NotAcceptable(field, "This leads to {day}, a day off: name a working day before it", day=until)


def _postponed(act: acts.ObjectionPostponed, now: Circumstances) -> None:
    """Before the term is over, by the day on which they agreed where it rests on that. Awb 7:10(4)."""
    due_on, agreed_on = objections.objection_decision(now.case).due_on, act.agreed_on or now.on
    if act.agreed_on and act.consent is acts.Consent.PROCEDURE:
        raise NotAcceptable("agreedOn", "This rests on no consent: leave this out")
    if not now.case.received_on <= agreed_on <= now.on:
        raise NotAcceptable("agreedOn", "They agree after the objection came, and not in the future")
    if agreed_on > due_on:
        raise NotNow(
            "The term was over on {day}: it can no longer be postponed, unless they agreed by then",
            day=due_on,
        )
    if act.until <= max(due_on, now.on):
        raise NotAcceptable(
            "until", "The new day must lie ahead, and after the present one, {day}", day=due_on
        )
    if is_day_off(act.until):
        raise NotAcceptable("until", "This is a day off: choose a working day")
    if act.consent is not acts.Consent.PROCEDURE and act.document is None:
        raise NotAcceptable("document", "Say where the consent is kept")


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.ObjectionAdjourned: _adjourned,
    acts.ObjectionPostponed: _postponed,
}
"""What each act's content must be."""
