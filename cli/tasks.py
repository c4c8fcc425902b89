"""`meedoen tasks`: the work that is open."""

from __future__ import annotations

import asyncio
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.caller import ApiUrl, AsUser, Token
from cli.tongue import Speaking, Tongue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.table import Table

    from domain.words import Language

MOST_A_PAGE = 200
"""What the API gives at once."""
WIDE = 120
"""Columns of a terminal in which everything fits."""
UNBOUNDED = 10_000
"""Columns for a file or another program, which wants each task in one line and nothing cut short."""


class Assignee(StrEnum):
    """Who holds the tasks that are shown."""

    ME = "me"
    NOBODY = "nobody"
    ANYONE = "anyone"


def run(
    user: AsUser = "caseworker1",
    assignee: Annotated[Assignee, typer.Option(help="Who holds them.")] = Assignee.ANYONE,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="So many at most.")] = 50,
    language: Speaking = Tongue.EN,
    api: ApiUrl = None,
    token: Token = None,
) -> None:
    """Show the open tasks of somebody's role, the most urgent first."""
    from rich.console import Console

    tasks, are_more = asyncio.run(_asked(user, assignee, limit, language, api, token))
    console = Console()
    if not console.is_terminal:
        console.width = UNBOUNDED
    if not tasks:
        console.print("Er is niets te doen." if language is Tongue.NL else "There is nothing to do.")
        return
    console.print(table_of(tasks, language.value, console.width))
    if are_more:
        console.print(
            f"Er zijn er meer: --limit {limit * 2}"
            if language is Tongue.NL
            else f"There are more: --limit {limit * 2}"
        )


async def _asked(
    user: str, assignee: Assignee, limit: int, language: Tongue, api: str | None, token: str | None
) -> tuple[list[dict[str, Any]], bool]:
    from cli.caller import calling, got

    tasks: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    async with calling(user, api, token, language) as client:
        while True:
            wanted = min(limit - len(tasks), MOST_A_PAGE)
            page = await got(client, "/tasks", assignee=assignee.value, limit=wanted, **cursor)
            tasks += page["items"]
            if page.get("next") is None or len(tasks) >= limit:
                return tasks, page.get("next") is not None
            cursor = {"cursor": page["next"]}


def table_of(tasks: Sequence[Mapping[str, Any]], language: Language, width: int) -> Table:
    """The tasks, each in one line of that width. What does not fit is cut short, but never a number.

    On a narrow screen there is neither the date behind the days nor who holds the task.
    """
    from datetime import date, datetime

    from rich.table import Table
    from rich.text import Text

    from cli.telling import due
    from domain.calendar import NETHERLANDS
    from domain.words import duty

    today, is_wide = datetime.now(NETHERLANDS).date(), width >= WIDE
    headings = ("Taak", "Klaar", "Wat", "Inwoner", "Coöperatie", "Bij")
    if language == "en":
        headings = ("Task", "Due", "What", "Resident", "Cooperative", "Held by")
    table = Table(box=None, padding=(0, 2, 0, 0))
    for place, heading in enumerate(headings if is_wide else headings[:-1]):
        table.add_column(heading, no_wrap=place < 2)
    for task in tasks:
        due_on = date.fromisoformat(task["dueOn"]) if task.get("dueOn") else None
        cells = [duty(task["accepts"][0], language), task["case"]["resident"], task["case"]["cooperative"]]
        if is_wide:
            cells.append((task.get("assignee") or {"name": ""})["name"])
        table.add_row(
            task["id"],
            due(due_on, today, language, has_date=is_wide),
            *(Text(cell, no_wrap=True, overflow="ellipsis") for cell in cells),
        )
    return table
