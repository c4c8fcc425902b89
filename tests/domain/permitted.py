"""Whether somebody may do something, as a yes or a no."""

from __future__ import annotations

from datetime import date

from domain import authority
from domain.acts import Act
from domain.case import Case
from domain.errors import NotPermitted
from domain.people import Actor
from domain.tasks import Task
from tests.examples import A_MONDAY, a_case, done


def may(
    actor: Actor, act: Act, case: Case | None = None, task: Task | None = None, on: date = A_MONDAY
) -> bool:
    """Whether this person may do this on that day."""
    try:
        authority.check(done(actor, act), case or a_case(), task, on)
    except NotPermitted:
        return False
    return True
