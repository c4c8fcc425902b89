"""`meedoen doctor`: what is there, what is missing, and how to mend it."""

from __future__ import annotations

import asyncio

import typer


def run() -> None:
    """Examine this installation; the exit code is 1 when something is wrong."""
    from rich.console import Console
    from rich.table import Table

    from cli.examination import examine

    findings = asyncio.run(examine())
    table = Table("", "What", "Found", "How to mend it", box=None, padding=(0, 2, 0, 0))
    for finding in findings:
        mark = "[green]ok[/green]" if finding.is_well else "[red]no[/red]"
        table.add_row(mark, finding.what, finding.found, "" if finding.is_well else finding.advice)
    Console().print(table)
    if not all(finding.is_well for finding in findings):
        raise typer.Exit(1)
