"""`meedoen worker`: one process that carries cases on."""

from __future__ import annotations


def run() -> None:
    """Run one worker until it is stopped; as many may run as there are processors."""
    import worker

    worker.main()
