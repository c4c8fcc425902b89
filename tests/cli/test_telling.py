"""Dates and moments as the command line writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cli.telling import due, moment, what
from domain.words import Language

TODAY = date(2026, 11, 24)


def test_moments_are_told_in_dutch_local_time() -> None:
    assert "Wed 25 Nov 2026 00:30" == moment(datetime(2026, 11, 24, 23, 30, tzinfo=UTC), "en")
    assert "wo 1 jul 2026 14:00" == moment(datetime(2026, 7, 1, 12, 0, tzinfo=UTC), "nl")


@pytest.mark.parametrize(
    ("on", "language", "words"),
    [
        (date(2026, 11, 24), "en", "today (Tue 24 Nov)"),
        (date(2026, 11, 25), "nl", "morgen (wo 25 nov)"),
        (date(2026, 12, 1), "en", "5 working days left (Tue 1 Dec)"),
        (date(2027, 1, 4), "nl", "nog 5 weken (ma 4 jan 2027)"),
        (date(2026, 11, 23), "en", "1 day late (Mon 23 Nov)"),
        (date(2026, 11, 20), "nl", "4 dagen te laat (vr 20 nov)"),
        (None, "en", "no date"),
        (date.max, "nl", "geen datum"),
    ],
)
def test_a_due_date_is_told_in_words(on: date | None, language: Language, words: str) -> None:
    assert words == due(on, TODAY, language).plain


def test_what_is_late_stands_out() -> None:
    assert "red" == due(date(2026, 11, 23), TODAY, "en").style


def test_what_happened_names_who_and_on_what_basis() -> None:
    assert "Sanne: It is complete. (Awb 4:5)" == what("Sanne", "It is complete.", "Awb 4:5").plain
    assert "Sanne: Note: [red]." == what("Sanne", "Note: [red].", None).plain
