"""Of which days a report tells: its form says so, and fills in what is known of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from api.pages.forms import at_first
from domain import acts
from domain.case import Case
from tests.domain.test_interim import APRIL, STARTS, TOLD, taking_part
from tests.examples import coop_a
from tests.pages.forms.cases import a_form

MAY = date(2026, 5, 5)


@pytest.mark.parametrize(
    ("case", "on", "period"),
    [
        (taking_part(every=None), MAY, [f"{STARTS}", None]),
        (taking_part(TOLD, every=None), MAY, ["2026-05-01", None]),
        (taking_part(APRIL), MAY, [f"{STARTS}", "2026-04-30"]),
        (taking_part(every=None), STARTS - timedelta(days=1), [None, None]),
    ],
)
def test_a_report_begins_where_nothing_was_told_yet(case: Case, on: date, period: list[str | None]) -> None:
    """It goes on to the day to which it is asked, where it is; nothing is told of days that lie ahead."""
    typed = at_first(a_form(acts.ProgressReported, case, coop_a, on))

    assert period == [typed.get(name, (None,))[0] for name in ("period_from", "period_until")]
