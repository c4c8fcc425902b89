"""`meedoen api`: one process that answers HTTP."""

from __future__ import annotations

import contextlib
import socket
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

GRACE = 20
"""Seconds for answers under way, when stopped: longer than the API waits for Temporal."""


def run() -> None:
    """Run the API until stopped; host and port by MEEDOEN_API_HOST and MEEDOEN_API_PORT."""
    from api.app import create_app
    from settings import keep_what_is_loaded, settings

    app = create_app()
    keep_what_is_loaded()
    server = server_of(
        app,
        host=settings().api_host,
        port=settings().api_port,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    with contextlib.suppress(KeyboardInterrupt):
        server.run()
    if not server.started:
        raise SystemExit(3)


def server_of(app: FastAPI, **config: Any) -> uvicorn.Server:
    """A server of this application that, when stopped, does not wait for those who only listen."""
    import uvicorn

    class Server(uvicorn.Server):
        """One that tells them first."""

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            app.state.changes.end()
            await super().shutdown(sockets)

    return Server(uvicorn.Config(app, **config))
