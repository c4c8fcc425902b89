"""`meedoen api`: one process that answers HTTP."""

from __future__ import annotations

GRACE = 20
"""Seconds for answers under way, when stopped: longer than the API waits for Temporal."""


def run() -> None:
    """Run the API until stopped; host and port by MEEDOEN_API_HOST and MEEDOEN_API_PORT."""
    import uvicorn

    from settings import settings

    uvicorn.run(
        "api.app:create_app",
        factory=True,
        host=settings().api_host,
        port=settings().api_port,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
