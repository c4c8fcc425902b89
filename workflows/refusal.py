"""A refusal as it crosses Temporal, and as it comes out on the other side: one contract, both ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from temporalio.client import WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError

from domain.errors import (
    CaseClosed,
    CaseError,
    NotAcceptable,
    NotNow,
    NotPermitted,
    NotRepresented,
    NotTheSame,
    NotYours,
    TaskTaken,
)

REFUSALS = {
    kind.__name__: kind
    for kind in (
        *(NotPermitted, NotTheSame, NotYours, NotRepresented),
        *(NotNow, TaskTaken, CaseClosed, NotAcceptable),
    )
}


def sent(refusal: CaseError) -> ApplicationError:
    """For the caller of an update: the sentence, and its facts kept apart for translation."""
    details: list[Any] = [refusal.template, refusal.facts]
    if isinstance(refusal, NotAcceptable):
        details.append(refusal.field)
    return ApplicationError(str(refusal), *details, type=type(refusal).__name__, non_retryable=True)


def received(failure: WorkflowUpdateFailedError) -> CaseError | None:
    """The refusal as the domain raised it; None when the update failed for another cause."""
    cause = failure.cause
    if not isinstance(cause, ApplicationError) or cause.type not in REFUSALS or len(cause.details) < 2:
        return None
    template, facts, *field = cause.details
    return cast("Callable[..., CaseError]", REFUSALS[cause.type])(*field, template, **facts)
