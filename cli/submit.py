"""`meedoen submit`: hand in a file of applications."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.caller import ApiUrl, AsUser, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    import httpx

    from api.rows import Row
    from cli.sending import Request, Sent


def run(
    file: Annotated[Path, typer.Argument(help="A CSV or JSON lines; examples/README.md tells the columns.")],
    user: AsUser = "coop-a",
    api: ApiUrl = None,
    token: Token = None,
) -> None:
    """Hand in every application of a file. Each row is checked before any is sent; safe to run again."""
    from cli.rows import rows_in

    rows = rows_in(file)
    good = [row for row in rows if row.received]
    for row in rows:
        for complaint in row.complaints:
            typer.echo(f"line {row.line}: {complaint.en}", err=True)
    sent = asyncio.run(_handed_in(good, user, api, token)) if good else []
    is_well = _account(rows, sent)
    if not is_well:
        raise typer.Exit(1)


async def _handed_in(rows: Sequence[Row], user: str, api: str | None, token: str | None) -> list[Sent]:
    """What became of each: none is sent before all are checked."""
    from cli.caller import calling, refusal_in
    from cli.sending import CHECK, SEND, Fate
    from embedded.trouble import Trouble

    async with calling(user, api, token) as client:
        answer = await client.get("/policy")
        if answer.status_code == 401:
            raise Trouble(refusal_in(answer))
        checked = await _each(client, rows, "Checking", CHECK)
        if silent := next((each for each in checked if each.fate is Fate.UNANSWERED), None):
            raise Trouble(
                f"Not every application could be checked, so none is sent: {silent.said.rstrip('.')}."
            )
        wrong = [each for each in checked if each.fate is not Fate.FITS]
        for each in wrong:
            typer.echo(f"line {each.row.line}: {each.said}", err=True)
        fitting = [each.row for each in checked if each.fate is Fate.FITS]
        return await _each(client, fitting, "Submitting", SEND)


async def _each(client: httpx.AsyncClient, rows: Sequence[Row], doing: str, request: Request) -> list[Sent]:
    """Hand each in to be checked or for good, and show how far it is."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    from cli.sending import send_all

    console = Console(stderr=True)
    columns = (doing, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=len(rows))
        return await send_all(client, rows, lambda _: progress.advance(bar), request=request)


def _account(rows: Sequence[Row], sent: Sequence[Sent]) -> bool:
    """Tell what became of every row; whether all is well."""
    from cli.sending import Fate

    for each in sent:
        if each.fate in (Fate.REFUSED, Fate.UNANSWERED):
            typer.echo(f"line {each.row.line}: {each.fate}: {each.said}", err=True)
    wrong = len(rows) - len(sent)
    count = Counter(each.fate for each in sent)
    told = [f"{count[fate]} {fate}" for fate in Fate if count[fate] or fate is Fate.SUBMITTED]
    if wrong:
        told.append(f"{wrong} not sent since they are not right")
    typer.echo(f"{len(rows)} application{'s' if len(rows) != 1 else ''}: {', '.join(told)}.")
    if count[Fate.UNANSWERED]:
        typer.echo(
            "Run the same command again for the unanswered ones: what is there already stays one case."
        )
    return not (wrong or count[Fate.REFUSED] or count[Fate.UNANSWERED])
