"""Whether the state machines try everything that anybody may do."""

from __future__ import annotations

from domain.acts import ObjectionReceived
from domain.authority import MAY
from tests.procedure import (
    test_whatever_an_objection_meets as objection,
    test_whatever_happens as participation,
)


def test_each_act_that_anybody_may_do_is_tried_by_a_rule() -> None:
    """An objection comes in elsewhere: it begins a case of its own."""
    assert MAY.keys() == {ObjectionReceived, *participation.RULES.kinds, *objection.RULES.kinds}
