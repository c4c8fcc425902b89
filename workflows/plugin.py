"""One plugin that gives API, worker, tests and replay the same converter, workflows and sandbox."""

from __future__ import annotations

from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.plugin import SimplePlugin
from temporalio.worker.workflow_sandbox import SandboxRestrictions

from workflows.objection import ObjectionCase
from workflows.participation import ParticipationCase
from workflows.runner import CaseRunner

PASSED_THROUGH = (
    "domain",
    "activities",
    "store",
    "pydantic",
    "pydantic_core",
    "sqlalchemy",
    "holidays",
    "stdnum",
    "workflows.beside",
    "workflows.permission",
    "workflows.door",
    "workflows.procedure",
    "workflows.refusal",
    "workflows.waiting",
)
"""Loaded once instead of at each run, which would take longer than all that a case does in its life.

The sandbox does not look into these: tests/architecture guards domain/.
"""

WORKFLOWS = (ParticipationCase, ObjectionCase)


def plugin() -> SimplePlugin:
    """What every connection to Temporal and every worker has in common."""
    return SimplePlugin(
        "meedoen",
        data_converter=pydantic_data_converter,
        workflows=WORKFLOWS,
        workflow_runner=CaseRunner(
            restrictions=SandboxRestrictions.default.with_passthrough_modules(*PASSED_THROUGH)
        ),
    )
