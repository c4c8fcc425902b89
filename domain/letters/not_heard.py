"""Why there is no hearing on an objection, as it is told to whoever objects. Awb 7:3, 7:12(1)."""

from __future__ import annotations

from domain.acts import NoHearing
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
