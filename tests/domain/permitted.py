"""Whether somebody may do something, as a yes or a no."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain import authority
from domain.acts import Act
from domain.case import Case
from domain.errors import NotPermitted
from domain.mandates import Mandate
from domain.people import Actor
from domain.tasks import Task
from tests.examples import A_MONDAY, a_case, done
from tests.mandates import MANDATES


def may(
    actor: Actor,
    act: Act,
    case: Case | None = None,
    task: Task | None = None,
    on: date = A_MONDAY,
    mandates: Sequence[Mandate] = MANDATES,
) -> bool:
    """Whether this person may do this on that day, with these mandates in the register."""
    try:
        authority.check(done(actor, act, mandates=mandates), case or a_case(), task, on)
    except NotPermitted:
        return False
    return True
