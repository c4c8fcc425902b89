"""What people may come up with in each kind of case, in all the state machines."""

from __future__ import annotations

from domain.acts import DecisionCorrected, ProgressReported
from tests.procedure.doings import (
    ENDING_A_PARTICIPATION,
    IN_A_MATTER,
    IN_ANY_MATTER,
    ON_WHAT_WAS_DECIDED,
    WITH_AN_APPLICATION,
)
from tests.procedure.doings_in_objections import ENDING_AN_OBJECTION, ON_AN_OBJECTION, WITH_AN_OBJECTION
from tests.procedure.meant import AGAINST_SOMEBODY, AGAINST_SOMEBODY_IN_A_MATTER, BY_WHO_MAY_NOT
from tests.procedure.objected_situations import BESIDE_AN_OBJECTION
from tests.procedure.reporting import a_report_that_leaves_no_gap
from tests.procedure.saying import Rules

PARTICIPATION = Rules(
    WITH_AN_APPLICATION + AGAINST_SOMEBODY,
    {**ON_WHAT_WAS_DECIDED, ProgressReported: a_report_that_leaves_no_gap},
    ENDING_A_PARTICIPATION,
    IN_A_MATTER + AGAINST_SOMEBODY_IN_A_MATTER,
)
CORRECTING = Rules((), {DecisionCorrected: ON_WHAT_WAS_DECIDED[DecisionCorrected]}, ENDING_A_PARTICIPATION)
OBJECTION = Rules(
    WITH_AN_OBJECTION + BY_WHO_MAY_NOT,
    ON_AN_OBJECTION,
    ENDING_AN_OBJECTION,
    IN_ANY_MATTER,
    BESIDE_AN_OBJECTION,
)
