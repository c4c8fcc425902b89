"""The sandbox in which workflows run, without what it would do anew for every payload."""

from __future__ import annotations

from typing import Any

from temporalio.bridge.proto.workflow_activation import WorkflowActivation
from temporalio.bridge.proto.workflow_completion import WorkflowActivationCompletion
from temporalio.converter import (
    SerializationContext,
    StorageDriverStoreContext,
    WorkflowSerializationContext,
)
from temporalio.worker import WorkflowInstance, WorkflowInstanceDetails
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner
from temporalio.workflow import Info


class CaseRunner(SandboxedWorkflowRunner):
    """The sandbox. All payloads of a workflow have its own context, as encryption with a key for each case wants.

    Else the sandbox is entered for each payload, six times an act, to be asked for the context of the command that it
    belongs to: a tenth of a worker's time.
    """

    def create_instance(self, det: WorkflowInstanceDetails) -> WorkflowInstance:
        """A sandboxed workflow."""
        return _OfOneContext(super().create_instance(det))


class _OfOneContext(WorkflowInstance):
    def __init__(self, sandboxed: WorkflowInstance) -> None:
        info = sandboxed.get_info()
        self._sandboxed = sandboxed
        self._context = WorkflowSerializationContext(namespace=info.namespace, workflow_id=info.workflow_id)

    def activate(self, act: WorkflowActivation) -> WorkflowActivationCompletion:
        return self._sandboxed.activate(act)

    def get_serialization_context(self, command_info: Any) -> SerializationContext:  # noqa: ARG002 - the same for each
        return self._context

    def get_external_store_context(self, command_info: Any) -> StorageDriverStoreContext:  # noqa: ARG002 - the history keeps all
        return StorageDriverStoreContext(target=None)

    def get_info(self) -> Info:
        return self._sandboxed.get_info()

    def get_thread_id(self) -> int | None:
        return self._sandboxed.get_thread_id()
