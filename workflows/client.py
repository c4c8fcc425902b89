"""The one place where a connection to Temporal is made."""

from __future__ import annotations

from temporalio.client import Client
from temporalio.envconfig import ClientConfig
from temporalio.runtime import Runtime

from workflows.names import MUNICIPALITY, workflow_id
from workflows.plugin import plugin

__all__ = ["MUNICIPALITY", "TASK_QUEUE", "connect", "workflow_id"]

TASK_QUEUE = "procedure"


async def connect(*, lazy: bool = False, runtime: Runtime | None = None) -> Client:
    """Connect as Temporal's own environment settings say: `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, TLS, API key."""
    profile = ClientConfig.load_client_connect_config()
    profile.setdefault("target_host", "127.0.0.1:7233")
    return await Client.connect(**profile, plugins=[plugin()], lazy=lazy, runtime=runtime)
