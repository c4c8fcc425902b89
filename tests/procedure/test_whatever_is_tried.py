"""Whether the state machines try everything that anybody may do."""

from __future__ import annotations

from domain.acts import ObjectionReceived
from domain.authority import MAY
from tests.procedure.rules import OBJECTION, PARTICIPATION


def test_each_act_that_anybody_may_do_is_tried_by_a_rule() -> None:
    """An objection comes in elsewhere: it begins a case of its own."""
    assert MAY.keys() == {ObjectionReceived, *PARTICIPATION.kinds, *OBJECTION.kinds}
