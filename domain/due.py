"""How long there is until a day, in words: in working days when it is near, in weeks when it is far."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from domain.calendar import is_day_off
from domain.fact import Fact, Text

NEAR = 20
"""Working days up to which they are counted out."""
SOON = 2
"""Working days up to which something is urgent."""

Urgency = Literal["none", "later", "soon", "late"]


class Due(Fact):
    """What there is to say of a day by which something is due."""

    words: Text
    urgency: Urgency


def due(on: date | None, today: date) -> Due:
    """How a day by which something is due looks today."""
    if on is None or on == date.max:
        return Due(words=Text(nl="geen datum", en="no date"), urgency="none")
    days = (on - today).days
    if days < 0:
        return Due(words=_late(-days), urgency="late")
    if days <= 1:
        words = Text(nl="morgen", en="tomorrow") if days else Text(nl="vandaag", en="today")
        return Due(words=words, urgency="soon")
    working = _working_days(today, days)
    return Due(words=_ahead(days, working), urgency="soon" if working <= SOON else "later")


def _late(days: int) -> Text:
    if days == 1:
        return Text(nl="1 dag te laat", en="1 day late")
    return Text(nl=f"{days} dagen te laat", en=f"{days} days late")


def _ahead(days: int, working: int) -> Text:
    if working > NEAR:
        return Text(nl=f"nog {days // 7} weken", en=f"{days // 7} weeks left")
    if working > 1:
        return Text(nl=f"nog {working} werkdagen", en=f"{working} working days left")
    if working == 1:
        return Text(nl="nog 1 werkdag", en="1 working day left")
    return Text(nl=f"nog {days} dagen", en=f"{days} days left")


def _working_days(today: date, days: int) -> int:
    """The working days of the coming days; no more than can matter are looked at."""
    ahead = (today + timedelta(days=number) for number in range(1, min(days, 2 * NEAR) + 1))
    return sum(not is_day_off(day) for day in ahead)
