"""One plugin that gives API, worker, tests and replay the same converter, workflows and sandbox."""

from __future__ import annotations

from temporalio.contrib.pydantic import PydanticPayloadConverter
from temporalio.converter import CompositePayloadConverter, DataConverter
from temporalio.plugin import SimplePlugin
from temporalio.worker.workflow_sandbox import SandboxRestrictions

from workflows.asked_again import AskedAgain
from workflows.objection import ObjectionCase
from workflows.participation import ParticipationCase
from workflows.runner import CaseRunner

PURE = ("domain", "activities", "store", "pydantic", "pydantic_core", "sqlalchemy", "holidays", "stdnum")
"""Loaded once instead of at each run, which would take longer than all that a case does in its life.

The sandbox does not look into these: tests/architecture guards domain/.
"""

PROVEN = ("workflows",)
"""Loaded once too, since tests/replay leads every path through them with the sandbox looking on.

To load the procedure anew for each case took a fifth of a worker's time (docs/decisions/0021).
"""

_CONVERTERS = tuple(PydanticPayloadConverter().converters.values())


class Converter(CompositePayloadConverter):
    """The one for pydantic, made once. Temporal makes one for each activation, and each would learn every type anew."""

    def __init__(self) -> None:
        super().__init__(*_CONVERTERS)


WORKFLOWS = (ParticipationCase, ObjectionCase)


def plugin(passed_through: tuple[str, ...] = PURE + PROVEN) -> SimplePlugin:
    """What every connection to Temporal and every worker has in common.

    Args:
        passed_through: the modules that the sandbox takes as they are. Without `PROVEN` it looks at all that the
            procedure does.
    """
    return SimplePlugin(
        "meedoen",
        interceptors=(AskedAgain(),),
        data_converter=DataConverter(payload_converter_class=Converter),
        workflows=WORKFLOWS,
        workflow_runner=CaseRunner(
            restrictions=SandboxRestrictions.default.with_passthrough_modules(*passed_through)
        ),
    )
