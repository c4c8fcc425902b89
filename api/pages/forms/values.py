"""What somebody types for a day, a moment, an amount or a number, and how it is written for him."""

from __future__ import annotations

import re
from datetime import date, datetime

from domain.calendar import NETHERLANDS

UNREADABLE = ""
"""No value of any kind, so that the model refuses it in its own words."""
LONGEST = 60

YES, NO = "yes", "no"
NONE = "-"
"""Chosen where none of what is offered applies; what is left open is empty."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("januari january jan", "februari february feb", "maart march mrt mar", "april apr", "mei may"),
            *(
                "juni june jun",
                "juli july jul",
                "augustus august aug",
                "september sep",
                "oktober october okt",
            ),
            *("november nov", "december dec"),
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
_WRITTEN = re.compile(r"(\d{1,2}) ([a-z]+)\.? (\d{4})", re.ASCII)
_TIME = re.compile(r"\d{1,2}:\d{2}(:\d{2}(\.\d{1,6})?)?([+-]\d{2}:\d{2}|Z)?", re.ASCII)

_PLAIN = re.compile(r"(\d+)(?:[.,](\d{1,2}))?", re.ASCII)
_DUTCH_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?", re.ASCII)
_ENGLISH_AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+)\.(\d{1,2})", re.ASCII)
_NUMBER = re.compile(r"-?\d+|\d{1,3}(?:[. ]\d{3})+", re.ASCII)


def day_in(text: str) -> str:
    """A day as JSON has it, from `2026-11-24`, `24-11-2026` or `24 november 2026`."""
    text = " ".join(text[:LONGEST].lower().split())
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _DUTCH.fullmatch(text):
        day, month, year = match.groups()
    elif (match := _WRITTEN.fullmatch(text)) and match[2] in MONTHS:
        day, month, year = match[1], str(MONTHS[match[2]]), match[3]
    else:
        return UNREADABLE
    return f"{year}-{month:0>2}-{day:0>2}"


def date_in(text: str) -> date | None:
    """The day itself; none when it is no day."""
    try:
        return date.fromisoformat(day_in(text))
    except ValueError:
        return None


def moment_in(text: str) -> datetime | str:
    """A moment by the Dutch clock, from `2026-11-24T14:30` or `24-11-2026 14:30`."""
    text = " ".join(text[:LONGEST].split())
    on, _, at = text.replace("T", " ").rpartition(" ")
    if not _TIME.fullmatch(at):
        return UNREADABLE
    try:
        moment = datetime.fromisoformat(f"{day_in(on)}T{at:0>5}")
        moment = moment if moment.tzinfo else moment.replace(tzinfo=NETHERLANDS)
        moment.utctimetuple()
    except (ValueError, OverflowError):
        return UNREADABLE
    return moment


def local_moment(moment: datetime) -> str:
    """As the browser's own field has it, and with its offset where the clock shows the same hour twice."""
    try:
        local = moment.astimezone(NETHERLANDS).replace(tzinfo=None, fold=0).isoformat()
    except OverflowError:
        return moment.isoformat()
    return local if moment_in(local) == moment else moment.isoformat()


def cents_in(text: str) -> int | None:
    """Euro cents, from `1.234,50`, `1234,5`, `€ 1234` or `1,234.50`; none when it can be read in two ways."""
    plain = re.sub(r"[€\s\u00a0\u202f]|EUR", "", text[:LONGEST], flags=re.IGNORECASE).removesuffix(",-")
    for form in (_PLAIN, _DUTCH_AMOUNT, _ENGLISH_AMOUNT):
        if match := form.fullmatch(plain):
            return int(re.sub(r"[.,]", "", match[1])) * 100 + int((match[2] or "").ljust(2, "0"))
    return None


def euros_of(cents: int) -> str:
    """An amount as a Dutch reader types it: `1234,50`."""
    return f"{cents // 100},{cents % 100:02}"


def number_in(text: str) -> int | str:
    """A whole number, from `1200` or `1.200`."""
    plain = " ".join(text[:LONGEST].split())
    return int(re.sub(r"[. ]", "", plain)) if _NUMBER.fullmatch(plain) else UNREADABLE


def digits_in(text: str) -> str:
    """A BSN without the points and spaces that make it readable."""
    return re.sub(r"[\s.-]", "", text)


def written(value: object) -> str:
    """A value as it stands in a field."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, datetime):
        return local_moment(value)
    return value.isoformat() if isinstance(value, date) else str(value)
