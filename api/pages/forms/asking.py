"""For whom and for which case a form is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.case import Case
from domain.circumstances import Circumstances
from domain.people import Actor
from domain.policy import Cooperative, Policy


@dataclass(frozen=True)
class Asking:
    """For which case, person and day a form is made, and what else the pages know."""

    now: Circumstances
    about: int | None = None
    """The act that set the matter going, of which the task is; or the decision to correct."""
    cooperatives: Sequence[Cooperative] = ()
    """All with which the municipality has an agreement."""
    colleagues: Sequence[Actor] = ()
    """To whom a task may be given, besides who took part in the case."""

    @property
    def case(self) -> Case:
        """The case that the act is for."""
        return self.now.case

    @property
    def policy(self) -> Policy:
        """What the municipality chose, as the case has it."""
        return self.now.policy
