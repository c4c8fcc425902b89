"""The one place where a connection to Temporal is made."""

from __future__ import annotations

from temporalio.client import Client
from temporalio.common import SearchAttributeKey
from temporalio.envconfig import ClientConfig
from temporalio.runtime import Runtime

from workflows.plugin import plugin

TASK_QUEUE = "procedure"

MUNICIPALITY = SearchAttributeKey.for_keyword("Municipality")
"""What an operator tells cases apart by in Temporal; search attributes are never encrypted, so nothing personal."""


def workflow_id(number: str) -> str:
    """The workflow that is the case of that number."""
    return f"case-{number}"


async def connect(*, lazy: bool = False, runtime: Runtime | None = None) -> Client:
    """Connect as Temporal's own environment settings say: `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, TLS, API key."""
    profile = ClientConfig.load_client_connect_config()
    profile.setdefault("target_host", "127.0.0.1:7233")
    return await Client.connect(**profile, plugins=[plugin()], lazy=lazy, runtime=runtime)
