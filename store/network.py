"""How long a connection to PostgreSQL is trusted that says nothing."""

from __future__ import annotations

from collections.abc import Mapping

NETWORK: Mapping[str, int] = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
"""Seconds, the last in milliseconds: a machine that is gone says no goodbye, and systems wait hours for it by default.

Nothing of it counts on the same machine, where a socket that nobody holds is closed at once.
"""
