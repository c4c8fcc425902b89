"""`python -m cli`, for who has no `meedoen` on the path."""

from __future__ import annotations

from cli import app

app()
