"""The columns of a file of applications: what each is called, for programs and for people, and where it goes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from api.languages import Language
from domain.acts import Addressee
from domain.fact import Text
from domain.words import in_language

BETWEEN = "|"
"""Two things in one cell."""
AFTER_CODE = ":"
"""Before what a document is called."""

DAY = ("date",), "Give a day that exists, such as 24-11-2026."
MOMENT = ("date", "timezone"), "Give a day and a time, such as 24-11-2026 14:30."
BSN = ("string_pattern_mismatch",), "Give nine digits."
ITEMS = (
    ("string_pattern_mismatch",),
    "Write the code of each document and what it is called, such as plan: Plan.pdf, with | between two.",
)
ADDRESSEES = ("enum",), "Write who: the resident, the cooperative, or both with | between them."


@dataclass(frozen=True)
class Column:
    """One column."""

    name: str
    """Its heading for programs; what it is called in words is a heading too, in either language."""
    called: Text
    place: str
    """Where it goes in what the API takes: a JSON pointer."""
    example: Text | None = None
    """As somebody may write it; none where a cooperative has nothing to say."""
    may_be_empty: bool = False
    otherwise: tuple[tuple[str, ...], str] | None = None
    """What is said instead of what the API says, which takes it written in another way: to codes that begin so."""

    def told(self, language: Language, heading: str = "") -> str:
        """What it is called, with the heading in brackets under which a file has it."""
        called = in_language(self.called, language.value)
        return f"{called} ({heading})" if heading and heading.casefold() != called.casefold() else called


def _the_same(text: str) -> Text:
    return Text(nl=text, en=text)


WHO = {
    Addressee.RESIDENT: Text(nl="inwoner", en="resident"),
    Addressee.COOPERATIVE: Text(nl="coöperatie", en="cooperative"),
}
"""Who may want letters electronically, as people write it in a cell."""

COLUMNS = {
    column.name: column
    for column in (
        Column("cooperative", Text(nl="Coöperatie", en="Cooperative"), "/application/cooperative"),
        Column(
            "resident_bsn",
            Text(nl="Burgerservicenummer", en="Citizen service number"),
            "/application/resident/bsn",
            _the_same("999990019"),
            otherwise=BSN,
        ),
        Column(
            "resident_name",
            Text(nl="Naam van de inwoner", en="Name of the resident"),
            "/application/resident/name",
            _the_same("B. Oosterhuis"),
        ),
        Column(
            "signed_at",
            Text(nl="Getekend op", en="Signed on"),
            "/application/signedAt",
            _the_same("2-11-2026 10:00"),
            otherwise=MOMENT,
        ),
        Column(
            "activity",
            Text(nl="Activiteit", en="Activity"),
            "/application/activity",
            Text(nl="Fietsen repareren", en="Repairing bicycles"),
        ),
        Column(
            "plan",
            _the_same("Plan"),
            "/application/plan",
            Text(nl="Weer wennen aan een werkweek.", en="Getting used to a working week again."),
        ),
        Column(
            "starts_on",
            Text(nl="Eerste dag", en="First day"),
            "/application/startsOn",
            _the_same("1-2-2027"),
            otherwise=DAY,
        ),
        Column(
            "ends_on",
            Text(nl="Laatste dag", en="Last day"),
            "/application/endsOn",
            _the_same("31-1-2028"),
            otherwise=DAY,
        ),
        Column(
            "hours_a_week",
            Text(nl="Uren per week", en="Hours a week"),
            "/application/hoursAWeek",
            _the_same("12"),
        ),
        Column(
            "items",
            Text(nl="Bijlagen", en="Attachments"),
            "/application/items",
            Text(
                nl="plan: Plan.pdf | agreement: Overeenkomst.pdf",
                en="plan: Plan.pdf | agreement: Agreement.pdf",
            ),
            may_be_empty=True,
            otherwise=ITEMS,
        ),
        Column(
            "electronic",
            Text(nl="Brieven digitaal", en="Letters electronically"),
            "/application/electronic",
            Text(
                nl=" | ".join(who.nl for who in WHO.values()), en=" | ".join(who.en for who in WHO.values())
            ),
            may_be_empty=True,
            otherwise=ADDRESSEES,
        ),
        Column(
            "reference",
            Text(nl="Kenmerk", en="Reference"),
            "/application/reference",
            _the_same("DW-2026-101"),
            may_be_empty=True,
        ),
        Column(
            "received_on",
            Text(nl="Ontvangen op", en="Received on"),
            "/receivedOn",
            may_be_empty=True,
            otherwise=DAY,
        ),
    )
}
"""All columns, by their names for programs."""


def columns_of(cooperative: str | None) -> Sequence[Column]:
    """The columns that somebody fills in: a cooperative not which one it is, nor when the municipality had it."""
    return tuple(column for column in COLUMNS.values() if column.example or not cooperative)


def column_under(heading: str) -> Column | None:
    """The column with that heading, in whatever way it is written."""
    return BY_HEADING.get(_plain(heading))


def column_at(pointer: str) -> Column | None:
    """The column of what stands there, or within which it stands."""
    return next((c for c in COLUMNS.values() if f"{pointer}/".startswith(f"{c.place}/")), None)


def field_at(pointer: str, language: Language) -> str:
    """What people call what stands there."""
    column = column_at(pointer)
    return column.told(language) if column else ""


def addressee(written: str) -> str:
    """Who is meant, also in Dutch; as it is written when it is nobody."""
    meant = (
        who for who, told in WHO.items() if _plain(written) in map(_plain, (who.value, told.nl, told.en))
    )
    return next((who.value for who in meant), written)


def _plain(text: str) -> str:
    """Without what makes no difference to a reader: capitals, accents, and what stands between words."""
    letters = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[\s_-]+", " ", "".join(letters)).strip()


BY_HEADING = {
    _plain(heading): column
    for column in COLUMNS.values()
    for heading in (column.name, column.called.nl, column.called.en)
}
