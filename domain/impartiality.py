"""Who may not decide on an objection, beside who had a part in the contested decision. Awb 7:11, 10:3(3)."""

from __future__ import annotations

from domain import rulings
from domain.acts import ObjectionDecided
from domain.case import Case, Performed
from domain.errors import NotTheSame


def did_not_turn_it_away(done: Performed, case: Case) -> None:
    """Whoever took the decision on an objection that a court annulled does not take it again. Awb 7:11, 10:3(3).

    No article says so in words; the sense of 10:3(3) is that somebody looks at it who did not say yet what he makes of
    it, as where the contested decision itself is taken again.
    """
    annulled = case.up_to(rulings.taken_up(case))
    if done.actor.id in {entry.actor.id for entry, _ in annulled.every(ObjectionDecided)}:
        raise NotTheSame("You took the decision that was overturned, so somebody else takes it again")
