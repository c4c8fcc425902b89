"""The form for what a court decided itself: only what takes the place of what was contested is offered."""

from __future__ import annotations

from datetime import date

import pytest

from api.languages import Language
from api.pages.forms import at_first, read, shown
from domain.acts import CourtDecided
from tests.domain.test_by_a_court import on_appeal
from tests.examples import WHY, a_grant, objections1
from tests.pages.forms.cases import a_form

MARCH = date(2026, 3, 10)
TYPED = {
    "decided_on": ("2026-03-10",),
    "summary": (WHY,),
    "decision.kind": ("permission_granted",),
    "decision.valid_from": ("2026-04-01",),
    "decision.valid_until": ("2027-03-31",),
    "decision.hours_a_week": ("12",),
    "decision.form": ("full",),
    "decision.income": ("none",),
    "decision.fee_agreed": ("no",),
    "decision.reasoning": (WHY,),
}


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        ("permission_refused", ["permission_granted", "permission_refused"]),
        ("renewal_refused", ["permission_renewed", "renewal_refused"]),
        ("permission_revoked", ["permission_revoked", "revocation_dropped"]),
    ],
)
def test_one_chooses_between_what_can_take_its_place(kind: str, offered: list[str]) -> None:
    form = a_form(CourtDecided, on_appeal(kind), objections1, MARCH)
    decision = next(
        each for each in shown(form, at_first(form), Language.NL).fields if each.name == "decision"
    )

    assert offered == [choice.value for choice in decision.parts[0].choices]


def test_what_was_filled_in_is_what_the_court_decided() -> None:
    """How the municipality comes to a decision of its own is not asked."""
    form = a_form(CourtDecided, on_appeal(), objections1, MARCH)
    page = shown(form, TYPED, Language.EN)
    decision = next(each for each in page.fields if each.name == "decision")
    granted = a_grant(date(2026, 4, 1), date(2027, 3, 31), 12)

    assert CourtDecided(decided_on=MARCH, decision=granted, summary=WHY) == read(form, TYPED, Language.EN).act
    assert not {"decision.deviation", "decision.view_waived"} & {part.name for part in decision.parts}
