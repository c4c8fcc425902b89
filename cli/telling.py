"""How the command line shows people, moments and what happened."""

from __future__ import annotations

from datetime import date, datetime

from rich.table import Table
from rich.text import Text

from domain.calendar import NETHERLANDS
from domain.due import Urgency, due as due_on
from domain.words import Language, in_language

WEEKDAYS: dict[Language, str] = {"nl": "ma di wo do vr za zo", "en": "Mon Tue Wed Thu Fri Sat Sun"}
MONTHS: dict[Language, str] = {
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}

STYLES: dict[Urgency, str] = {"none": "dim", "later": "", "soon": "yellow", "late": "red"}


def day(on: date, language: Language) -> str:
    """A date, short: Tue 24 Nov 2026."""
    return f"{_day_of_the_year(on, language)} {on.year}"


def moment(at: datetime, language: Language) -> str:
    """A moment in Dutch local time, short: Tue 24 Nov 2026 14:03."""
    local = at.astimezone(NETHERLANDS)
    return f"{day(local.date(), language)} {local:%H:%M}"


def due(on: date | None, today: date, language: Language, *, has_date: bool = True) -> Text:
    """A due date in words, with the date itself behind it where there is room; red once it has passed."""
    found = due_on(on, today)
    words = in_language(found.words, language)
    if on is None or found.urgency == "none":
        return Text(words, style="dim")
    if not has_date:
        return Text(words, style=STYLES[found.urgency])
    written = _day_of_the_year(on, language) if on.year == today.year else day(on, language)
    return Text(f"{words} ({written})", style=STYLES[found.urgency])


def _day_of_the_year(on: date, language: Language) -> str:
    weekday = WEEKDAYS[language].split()[on.weekday()]
    return f"{weekday} {on.day} {MONTHS[language].split()[on.month - 1]}"


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
