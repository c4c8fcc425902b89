"""What a court annulled of an objection: that it could not be dealt with, so that it is open again. Awb 7:2, 8:72.

What was decided on its substance is another matter: then the contested decision itself is taken again (Awb 7:11(2)).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain import acts
from domain.acts import AppealOutcomeRecorded, CourtOutcome, ObjectionDecided, ObjectionTakenUp, Outcome

if TYPE_CHECKING:
    from domain.case import Case, Entry

ENDS_AN_OBJECTION = (ObjectionDecided, acts.ObjectionWithdrawn, acts.ObjectionForwarded)


def taken_up(case: Case) -> int:
    """The act since which an objection is dealt with after all; 0 when no court said so."""
    newest = case.last(ObjectionTakenUp)
    return newest[0].version if newest else 0


def times(case: Case) -> int:
    """How often a court had it dealt with after all."""
    return sum(1 for _ in case.every(ObjectionTakenUp))


def is_open_again(case: Case) -> bool:
    """Whether it is dealt with after all, and did not end since."""
    since = taken_up(case)
    return since > 0 and case.last(*ENDS_AN_OBJECTION, after=since) is None


def decision(case: Case) -> tuple[Entry, ObjectionDecided] | None:
    """The decision on the objection, unless a court annulled it so that there is none until another is taken."""
    return case.last(ObjectionDecided, after=taken_up(case))


def standing(case: Case) -> tuple[Entry, ObjectionDecided] | None:
    """The decision on the objection, unless a court annulled it, whatever it let stand, or decided itself."""
    found = decision(case)
    later = case.entries[found[0].version :] if found else ()
    is_over = any(isinstance(e.act, acts.CourtDecided) or _is_upheld(e.act) for e in later)
    return None if is_over else found


def _is_upheld(act: acts.Act) -> bool:
    return isinstance(act, AppealOutcomeRecorded) and act.outcome is CourtOutcome.UPHELD


def decision_on(case: Case, on: date) -> tuple[Entry, ObjectionDecided] | None:
    """The decision on the objection that stood on that day, whatever became of it since."""
    found = [(entry, act) for entry, act in case.every(ObjectionDecided) if entry.on <= on]
    if not found:
        return None
    annulled = case.last(ObjectionTakenUp, after=found[-1][0].version)
    return None if annulled and annulled[1].ruled_on < on else found[-1]


def days(case: Case) -> tuple[date, ...]:
    """The day of each decision of a court on an appeal. Awb 8:70."""
    found = (entry.act for entry in case.entries)
    return tuple(
        act.decided_on for act in found if isinstance(act, AppealOutcomeRecorded | acts.CourtDecided)
    )


def annuls(ruling: AppealOutcomeRecorded) -> bool:
    """Whether a court annulled a decision, and something has to be decided again. Awb 8:72(1), 8:72(3)."""
    return ruling.outcome is CourtOutcome.UPHELD and not ruling.consequences_stand


def has_it_dealt_with(case: Case, ruling: AppealOutcomeRecorded) -> bool:
    """Whether by that ruling an objection that could not be dealt with is open again."""
    annulled = decision(case)
    return annuls(ruling) and annulled is not None and annulled[1].outcome is Outcome.INADMISSIBLE


def rulings(case: Case) -> tuple[AppealOutcomeRecorded, ...]:
    """The rulings after which it is decided on: on the appeal of one, and perhaps of another against the same."""
    since = taken_up(case)
    annulled = case.up_to(since).last(ObjectionDecided)
    if annulled is None:
        return ()
    found: list[AppealOutcomeRecorded] = []
    for entry in case.entries[annulled[0].version :]:
        match entry.act:
            case ObjectionDecided():
                break
            case AppealOutcomeRecorded() if annuls(entry.act):
                found.append(entry.act)
            case _:
                pass
    return tuple(found)


def is_term_set(case: Case) -> bool:
    """Whether the court said by when it is decided on. Awb 8:72(4)."""
    return any(each.decide_by is not None for each in rulings(case))
