"""What moves the term to decide, or the period to send something. Awb 4:5, 4:14, 4:15."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import acts, terms
from domain.case import Case, Entry
from domain.fact import Text
from domain.letters.kind import is_over
from domain.notices.phrases import Messages, decides_by, in_dutch, in_english


def _more_time(_: Case, act: acts.PeriodExtended) -> tuple[Text, Text]:
    return (
        Text(nl="U krijgt meer tijd om iets te sturen", en="You get more time to send something"),
        Text(
            nl=f"Stuur ons uiterlijk {in_dutch(act.until)} wat wij vroegen. Waarom staat in de brief.",
            en=f"Please send us what we asked for by {in_english(act.until)}. The letter says why.",
        ),
    )


def _new_date(nl_subject: str, en_subject: str) -> Callable[[Case, Any], tuple[Text, Text]]:
    """What moved the term, and the day by which the decision comes now. Awb 4:14(3), 4:15(4)."""

    def written(case: Case, act: Any) -> tuple[Text, Text]:
        moved = _entry_of(case, act)
        due_on = terms.decision_on(case, terms.request_of(case, moved)).due_on
        said = decides_by(case, due_on)
        if not is_over(case, due_on):
            said = Text(nl=f"{said.nl} Waarom staat in de brief.", en=f"{said.en} The letter says why.")
        return Text(nl=nl_subject, en=en_subject), said

    return written


def _runs_again(case: Case, act: Any) -> tuple[Text, Text]:
    """Or that the term still stands still, for something else. Awb 4:15(4)."""
    moved = _entry_of(case, act)
    _, waits_for = terms.runs_again(case, moved)
    runs = ("De beslistermijn loopt weer", "The term to decide runs again")
    still = ("De beslistermijn staat nog stil", "The term to decide still stands still")
    return _new_date(*(still if waits_for else runs))(case, act)


def _adjourned(case: Case, act: acts.DecisionAdjourned) -> tuple[Text, Text]:
    """The new date, or the day by which it is expected where the term stays as it was. Awb 4:14."""
    subject, said = _new_date("Ons besluit komt later", "Our decision comes later")(case, act)
    if not case.policy.periods.adjournment_weeks:
        said = Text(
            nl=f"U krijgt ons besluit uiterlijk {in_dutch(act.until)}. Waarom, en wat u kunt doen, staat in de brief.",
            en=f"You will get our decision by {in_english(act.until)}. The letter says why, and what you can do.",
        )
    return subject, said


def _entry_of(case: Case, act: Any) -> Entry:
    return next(each for each in reversed(case.entries) if each.act is act)


MESSAGES: Messages = {
    acts.TermSuspended: _new_date("De beslistermijn staat stil", "The term to decide stands still"),
    **dict.fromkeys((acts.SuspensionEnded, acts.SuspensionLapsed), _runs_again),
    acts.DecisionAdjourned: _adjourned,
    acts.PeriodExtended: _more_time,
}
