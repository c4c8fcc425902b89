"""What the forms about a hearing ask of the resident, where another objects."""

from __future__ import annotations

from typing import Any

import pytest

from domain import acts
from tests.domain.objected import TODAY
from tests.domain.test_fully_met import ANOTHER, against
from tests.examples import objections1
from tests.pages.forms.cases import a_form


@pytest.mark.parametrize("kind", [acts.HearingDeclined, acts.HearingWaived])
@pytest.mark.parametrize(
    ("decision", "by", "is_asked"),
    [
        ("permission_granted", ANOTHER, True),
        ("permission_granted", {}, False),
        ("permission_refused", ANOTHER, False),
    ],
)
def test_whether_the_resident_gives_up_being_heard_is_asked_where_he_can_lose_by_it(
    kind: type[Any], decision: str, by: dict[str, Any], is_asked: bool
) -> None:
    assert is_asked == a_form(kind, against(decision, **by), objections1, TODAY).asks("resident_too")
