"""Why there is no hearing on an objection, as it is told to whoever objects. Awb 7:3, 7:12(1)."""

from __future__ import annotations

from domain import hearings
from domain.acts import NoHearing, Objector, ResidentUnheard
from domain.case import Case
from domain.fact import Text
from domain.letters.kind import both

NOT_HEARD = {
    NoHearing.MANIFESTLY_INADMISSIBLE: both(
        "Het is meteen duidelijk dat wij uw bezwaar niet mogen behandelen.",
        "It is plain at once that we may not deal with your objection.",
    ),
    NoHearing.MANIFESTLY_UNFOUNDED: both(
        "Het is meteen duidelijk dat wij u geen gelijk kunnen geven.",
        "It is plain at once that your objection cannot succeed.",
    ),
    NoHearing.DECLINED: both("U wilde geen hoorzitting.", "You did not want a hearing."),
    NoHearing.NO_ANSWER: both(
        "U liet ons niet op tijd weten of u een hoorzitting wilde.",
        "You did not tell us in time whether you wanted a hearing.",
    ),
    NoHearing.FULLY_MET: both(
        "Wij komen helemaal aan het bezwaar tegemoet, en niemand anders heeft daar nadeel van.",
        "We meet the objection in full, and nobody else is harmed by that.",
    ),
}
"""Why there is no hearing. Awb 7:3, 7:12(1)."""

RESIDENT_TOO = {
    ResidentUnheard.DECLINED: both(
        "De inwoner om wie het gaat, wilde geen hoorzitting.",
        "The resident whom it is about did not want a hearing.",
    ),
    ResidentUnheard.NO_ANSWER: both(
        "De inwoner om wie het gaat, liet ons niet op tijd weten of hij een hoorzitting wilde.",
        "The resident whom it is about did not tell us in time whether he wanted a hearing.",
    ),
}
"""Why he is not heard either, where he can lose by it. Awb 7:3(c), (d)."""


def why_not_heard(case: Case, ground: NoHearing) -> Text:
    """Of who objects, and of the resident where that is another."""
    why, his = NOT_HEARD[ground], hearings.resident_too(case)
    return both(f"{why.nl} {RESIDENT_TOO[his].nl}", f"{why.en} {RESIDENT_TOO[his].en}") if his else why


def asks_others(case: Case, ground: NoHearing) -> bool:
    """Whether who else gets the letter is asked if he wants a hearing. Awb 7:2, 7:3(c), (d).

    Who objects gave it up for himself alone, and the resident did not, or the cooperative where it can lose by it; on
    the other grounds nobody needs to be heard.
    """
    if case.objection.objector is Objector.RESIDENT:
        return ground in hearings.GIVEN_UP and hearings.is_cooperative_to_be_heard(case)
    return ground in hearings.GIVEN_UP and hearings.resident_too(case) is None
