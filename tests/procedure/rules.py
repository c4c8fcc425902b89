"""What people may come up with in each kind of case, in all the state machines."""

from __future__ import annotations

from tests.procedure.doings import (
    ENDING_A_PARTICIPATION,
    ENDING_AN_OBJECTION,
    ON_AN_OBJECTION,
    ON_WHAT_WAS_DECIDED,
    WITH_AN_APPLICATION,
    WITH_AN_OBJECTION,
)
from tests.procedure.lives import Rules
from tests.procedure.meant import AGAINST_SOMEBODY, BY_WHO_MAY_NOT
from tests.procedure.objected_situations import BESIDE_AN_OBJECTION

PARTICIPATION = Rules(WITH_AN_APPLICATION + AGAINST_SOMEBODY, ON_WHAT_WAS_DECIDED, ENDING_A_PARTICIPATION)
OBJECTION = Rules(
    WITH_AN_OBJECTION + BY_WHO_MAY_NOT, ON_AN_OBJECTION, ENDING_AN_OBJECTION, BESIDE_AN_OBJECTION
)
