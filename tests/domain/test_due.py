"""How long there is, in words."""

from __future__ import annotations

from datetime import date

import pytest

from domain.due import due

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("on", "nl", "en", "urgency"),
    [
        (None, "geen datum", "no date", "none"),
        (date.max, "geen datum", "no date", "none"),
        (date(2026, 11, 20), "3 dagen te laat", "3 days late", "late"),
        (date(2026, 11, 22), "1 dag te laat", "1 day late", "late"),
        (date(2026, 11, 23), "vandaag", "today", "soon"),
        (date(2026, 11, 24), "morgen", "tomorrow", "soon"),
        (date(2026, 11, 25), "nog 2 werkdagen", "2 working days left", "soon"),
        (date(2026, 11, 30), "nog 5 werkdagen", "5 working days left", "later"),
        (date(2026, 12, 21), "nog 20 werkdagen", "20 working days left", "later"),
        (date(2027, 1, 18), "nog 8 weken", "8 weeks left", "later"),
        (date(9998, 1, 1), None, None, "later"),
    ],
)
def test_a_day_by_which_something_is_due_is_told_in_words(
    on: date | None, nl: str | None, en: str | None, urgency: str
) -> None:
    found = due(on, MONDAY)

    assert urgency == found.urgency
    assert (nl or found.words.nl, en or found.words.en) == (found.words.nl, found.words.en)


def test_a_weekend_counts_no_working_days() -> None:
    friday = date(2026, 11, 27)

    assert "nog 2 dagen" == due(date(2026, 11, 29), friday).words.nl
    assert "nog 1 werkdag" == due(date(2026, 11, 30), friday).words.nl


def test_christmas_is_no_working_day() -> None:
    assert "nog 1 werkdag" == due(date(2026, 12, 28), date(2026, 12, 24)).words.nl
