"""Which days a form tells itself: those of a report as far as they are known, and how far a decision can be put off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from api.languages import Language
from api.pages.forms import at_first, shown
from domain import acts
from domain.case import Case
from tests.domain.objected import JUDGED, TODAY, a_case_with
from tests.domain.test_interim import APRIL, STARTS, TOLD, taking_part
from tests.examples import coop_a, objections1
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


def test_how_far_a_decision_on_an_objection_can_be_put_off_is_told_before_anything_is_filled_in() -> None:
    """Six weeks at most. Awb 7:10(3)."""
    form = a_form(acts.ObjectionAdjourned, a_case_with(JUDGED), objections1, TODAY)
    hints = {each.name: each.hint for each in shown(form, at_first(form), Language.EN).fields}

    assert hints["weeks"].endswith("At most 6 weeks. The last day to decide is 26 May 2026 now.")
    assert hints["until"].endswith("7 July 2026 at the latest.")
