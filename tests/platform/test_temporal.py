"""The embedded Temporal keeps its workflows, and is set as this system needs it."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

from temporalio.api.operatorservice.v1 import ListSearchAttributesRequest
from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
from temporalio.client import Client, WorkflowExecutionStatus

import embedded.temporal
import workflows.client
from embedded.short_lived import free_port, running
from embedded.temporal import RETENTION_DAYS, Temporal


async def test_a_workflow_survives_kill_9_of_the_server(tmp_path: Path) -> None:
    server = Temporal(tmp_path / "temporal.db", free_port(), ui_port=None)
    with running(tmp_path, server.part()) as supervisor:
        client = await Client.connect(server.address)
        await client.start_workflow("Anything", id="kept", task_queue="nobody")
        os.kill(supervisor.processes["temporal"].pid, signal.SIGKILL)
        async with asyncio.timeout(20):
            while not await server.is_ready():
                await asyncio.sleep(0.1)
        again = await Client.connect(server.address)

        described = await again.get_workflow_handle("kept").describe()

        assert described.status == WorkflowExecutionStatus.RUNNING


async def test_histories_stay_ten_years_and_cases_are_found_by_municipality(tmp_path: Path) -> None:
    server = Temporal(tmp_path / "temporal.db", free_port(), ui_port=None, durable=False)
    for _ in range(2):  # the second start finds all of it there
        with running(tmp_path, server.part()):
            client = await Client.connect(server.address)
            namespace = await client.workflow_service.describe_namespace(
                DescribeNamespaceRequest(namespace="default")
            )
            known = await client.operator_service.list_search_attributes(
                ListSearchAttributesRequest(namespace="default")
            )

            assert namespace.config.workflow_execution_retention_ttl.ToTimedelta().days == RETENTION_DAYS
            assert "Municipality" in known.custom_attributes


def test_the_supervisor_looks_for_workers_where_they_work() -> None:
    assert embedded.temporal.TASK_QUEUE == workflows.client.TASK_QUEUE
