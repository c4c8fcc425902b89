"""`meedoen start`: everything on this machine, on loopback."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from embedded.installation import Installation


def run(
    port: Annotated[int, typer.Option(min=1, max=65535, help="The API.")] = 8000,
    ui_port: Annotated[int, typer.Option(min=1, max=65535, help="Temporal's own web pages.")] = 8233,
    temporal_port: Annotated[int, typer.Option(min=1, max=65535, help="Temporal.")] = 7233,
    identity_port: Annotated[int, typer.Option(min=1, max=65535, help="Who vouches for people.")] = 8400,
    mail_port: Annotated[int, typer.Option(min=1, max=65535, help="Where mail comes in.")] = 8025,
    inbox_port: Annotated[int, typer.Option(min=1, max=65535, help="Where mail is read.")] = 8026,
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many workers.")] = 1,
    state: Annotated[Path | None, typer.Option(help="The folder for everything that must survive.")] = None,
) -> None:
    """Run everything on this machine: database, Temporal, identity, mail inbox, worker, API."""
    from embedded.installation import Ports, installation
    from settings import STATE_FOLDER

    ports = Ports(port, temporal_port, ui_port, identity_port, mail_port, inbox_port)
    whole = installation(state or STATE_FOLDER, ports, workers)
    asyncio.run(whole.run(_say, lambda: _announce(whole)))


def _say(sentence: str) -> None:
    typer.echo(sentence)


def _announce(whole: Installation) -> None:
    from rich.console import Console
    from rich.table import Table

    from embedded.people import example_users

    users = list(example_users())
    lines = Table.grid(padding=(0, 2))
    lines.add_row("Pages", f"{whole.api_url}/")
    lines.add_row("API", f"{whole.api_url}/api/v1/openapi.json")
    lines.add_row("Temporal", f"http://127.0.0.1:{whole.ports.temporal_ui}")
    lines.add_row("Mail", whole.inbox.url)
    lines.add_row("Log in as", ", ".join(users))
    lines.add_row("", "(who they are: examples/users.toml)")
    lines.add_row("A token", f"{_command(whole)} token {users[0]}")
    lines.add_row("Logs", str(whole.state.logs))
    lines.add_row("Stop", "Ctrl-C")
    console = Console()
    console.print("[bold]Meedoen is ready.[/bold]")
    console.print(lines)


def _command(whole: Installation) -> str:
    """How the other commands find this installation."""
    from settings import STATE_FOLDER

    usual = STATE_FOLDER.resolve() == whole.state.root
    return ".venv/bin/meedoen" if usual else f"MEEDOEN_STATE={whole.state.root} .venv/bin/meedoen"
