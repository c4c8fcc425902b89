"""How the command line shows people, moments and what happened."""

from __future__ import annotations

from datetime import date, datetime

from rich.table import Table
from rich.text import Text

from domain.calendar import NETHERLANDS
from domain.words import Language

WEEKDAYS: dict[Language, str] = {"nl": "ma di wo do vr za zo", "en": "Mon Tue Wed Thu Fri Sat Sun"}
MONTHS: dict[Language, str] = {
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}


def day(on: date, language: Language) -> str:
    """A date, short: Tue 24 Nov 2026."""
    return f"{_day_of_the_year(on, language)} {on.year}"


def moment(at: datetime, language: Language) -> str:
    """A moment in Dutch local time, short: Tue 24 Nov 2026 14:03."""
    local = at.astimezone(NETHERLANDS)
    return f"{day(local.date(), language)} {local:%H:%M}"


def due(on: date | None, today: date, language: Language) -> Text:
    """A due date in words, red once it has passed."""
    if on is None or on == date.max:
        return Text("geen datum" if language == "nl" else "no date", style="dim")
    days = (on - today).days
    words = _in_dutch(days) if language == "nl" else _in_english(days)
    style = "red" if days < 0 else "yellow" if days <= 2 else ""
    written = _day_of_the_year(on, language) if on.year == today.year else day(on, language)
    return Text(f"{words} ({written})", style=style)


def _day_of_the_year(on: date, language: Language) -> str:
    weekday = WEEKDAYS[language].split()[on.weekday()]
    return f"{weekday} {on.day} {MONTHS[language].split()[on.month - 1]}"


def _in_english(days: int) -> str:
    match days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case -1:
            return "1 day late"
        case _:
            return f"in {days} days" if days > 0 else f"{-days} days late"


def _in_dutch(days: int) -> str:
    match days:
        case 0:
            return "vandaag"
        case 1:
            return "morgen"
        case -1:
            return "1 dag te laat"
        case _:
            return f"over {days} dagen" if days > 0 else f"{-days} dagen te laat"


def lines_of_a_timeline() -> Table:
    """The columns of what happened: when, and then who did what on what basis."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="cyan", width=21)
    table.add_column(ratio=1)
    return table


def what(who: str, sentence: str, basis: str | None) -> Text:
    """What happened: by whom, and with the article that it rests on."""
    told = Text.assemble((who, "bold"), ": ", sentence)
    return told.append(f" ({basis})", style="dim") if basis else told
