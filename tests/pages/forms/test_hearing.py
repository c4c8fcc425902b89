"""What the forms about a hearing ask of the resident, where he does not object himself."""

from __future__ import annotations

from typing import Any

import pytest

from domain import acts
from tests.domain.objected import TODAY
from tests.domain.test_fully_met import ANOTHER, COOPERATIVE, against
from tests.examples import objections1
from tests.pages.forms.cases import a_form


@pytest.mark.parametrize("kind", [acts.HearingDeclined, acts.HearingWaived])
@pytest.mark.parametrize(
    ("decision", "by", "is_asked"),
    [
        ("permission_granted", ANOTHER, True),
        ("permission_granted", COOPERATIVE, True),
        ("permission_granted", {}, False),
        ("permission_refused", ANOTHER, False),
    ],
)
def test_whether_the_resident_gives_up_being_heard_is_asked_where_he_can_lose_by_it(
    kind: type[Any], decision: str, by: dict[str, Any], is_asked: bool
) -> None:
    assert is_asked == a_form(kind, against(decision, **by), objections1, TODAY).asks("resident_too")


@pytest.mark.parametrize(
    ("by", "offered"), [(ANOTHER, ["agreed"]), (COOPERATIVE, ["agreed"]), ({}, ["came_of_himself", "agreed"])]
)
def test_that_another_came_of_himself_is_no_ground_to_hear_him_at_once(
    by: dict[str, Any], offered: list[str]
) -> None:
    """The resident is heard with him. Awb 7:2, 7:6."""
    form = a_form(acts.HearingHeld, against("permission_granted", **by), objections1, TODAY)

    assert offered == [each.value for each in form.supplied.options["at_short_notice"]]
