"""The one place where a connection to Temporal is made."""

from __future__ import annotations

from temporalio.client import Client
from temporalio.envconfig import ClientConfig
from temporalio.runtime import Runtime

from workflows.names import MUNICIPALITY, workflow_id
from workflows.plugin import plugin

__all__ = ["MUNICIPALITY", "TASK_QUEUE", "TemporalAway", "connect", "workflow_id"]

TASK_QUEUE = "procedure"


class TemporalAway(Exception):
    """Nothing answers where Temporal should be, or not to us."""


async def connect(*, lazy: bool = False, runtime: Runtime | None = None) -> Client:
    """Connect as Temporal's own environment settings say: `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, TLS, API key.

    Raises:
        TemporalAway: it cannot be reached; a lazy connection tells so at its first call.
    """
    profile = ClientConfig.load_client_connect_config()
    address = profile.setdefault("target_host", "127.0.0.1:7233")
    try:
        return await Client.connect(**profile, plugins=[plugin()], lazy=lazy, runtime=runtime)
    except RuntimeError as error:
        raise TemporalAway(
            f"Temporal does not answer at {address}: is it running there, and do TEMPORAL_ADDRESS and the settings"
            " of its TLS and API key fit?"
        ) from error
