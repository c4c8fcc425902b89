"""For whom somebody speaks in a case, and what he is told who speaks for nobody in it. Awb 2:1."""

from __future__ import annotations

from collections.abc import Set

from domain import acts
from domain.case import Case
from domain.entry import Performed
from domain.errors import NotPermitted, NotRepresented, NotYours
from domain.people import Role


def cooperative_of(done: Performed, case: Case) -> str:
    """The cooperative that the case is of, also at the act with which it begins."""
    if case.entries:
        return case.cooperative
    if isinstance(done.act, acts.ApplicationReceived):
        return done.act.application.cooperative
    if isinstance(done.act, acts.ObjectionReceived):
        return done.act.decision.cooperative
    return ""


def not_his(done: Performed, case: Case, roles: Set[Role]) -> NotPermitted:
    """Why an act is not somebody's: the case is another's, or the application with which one would begin.

    `roles` are those that may do such an act.
    """
    if case.entries or not isinstance(done.act, acts.ApplicationReceived):
        return NotYours("This case is not yours")
    if Role.COOPERATIVE in done.actor.roles and done.actor.cooperative:
        return NotRepresented(
            "You apply for residents of your own cooperative only: {code}", code=done.actor.cooperative
        )
    return not_in_his_role(roles)


def not_in_his_role(roles: Set[Role]) -> NotPermitted:
    """What he is told who has none of the roles that an act takes."""
    return NotPermitted("Your role does not allow this; it takes: {roles}", roles=", ".join(sorted(roles)))
