"""`meedoen case`: what happened in one case, and what is to come."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.caller import ApiUrl, AsUser, Token
from cli.tongue import Speaking, Tongue

if TYPE_CHECKING:
    from rich.console import Console

    from domain.case import Permission
    from domain.words import Language


@dataclass(frozen=True)
class Found:
    """What the API tells of a case."""

    case: dict[str, Any]
    timeline: list[dict[str, Any]]
    deadlines: dict[str, dict[str, Any]]


def run(
    number: Annotated[str, typer.Argument(help="The case's number, such as MD-7Q2K-9F3M-X4H6.")],
    user: AsUser = "caseworker1",
    language: Speaking = Tongue.EN,
    api: ApiUrl = None,
    token: Token = None,
) -> None:
    """Show who did what in a case, when and on what basis, and the dates that lie ahead with their reasons."""
    from rich.console import Console

    found = asyncio.run(_asked(number.strip().upper(), user, language, api, token))
    console = Console()
    _tell_case(console, found, language.value)
    _tell_timeline(console, found, language.value)
    _tell_deadlines(console, found, language.value)


async def _asked(number: str, user: str, language: Tongue, api: str | None, token: str | None) -> Found:
    from urllib.parse import quote

    from cli.caller import calling, got

    path = f"/cases/{quote(number, safe='')}"
    async with calling(user, api, token, language) as client:
        case = await got(client, path)
        timeline = await got(client, f"{path}/timeline")
        deadlines = await got(client, f"{path}/deadlines")
    return Found(case, timeline["items"], deadlines["items"])


def _tell_case(console: Console, found: Found, language: Language) -> None:
    from rich.markup import escape

    from domain.case import Permission, Status
    from domain.words import STATUSES, in_language

    case = found.case
    status = in_language(STATUSES[Status(case["status"])], language)
    console.print(
        f"[bold]{case['number']}[/bold]  {escape(case['resident'])}, {case['cooperative']}: {status}"
    )
    if written := case.get("permission"):
        permission = Permission.model_validate(written)
        console.print(days_of(permission, language))
        for condition in permission.conditions:
            console.print(f"  - {condition}", markup=False)


def days_of(permission: Permission, language: Language) -> str:
    """From when until when it holds, or that it ended before that."""
    from domain.words import day

    first, last = day(permission.valid_from, language), day(permission.valid_until, language)
    is_dutch, hours = language == "nl", permission.hours_a_week
    if permission.never_began:
        return (
            f"De toestemming is geëindigd voor de eerste dag, {first}"
            if is_dutch
            else f"The permission ended before its first day, {first}"
        )
    return (
        f"Toestemming van {first} tot en met {last}, {hours} uur per week"
        if is_dutch
        else f"Permission from {first} up to and including {last}, {hours} hours a week"
    )


def _tell_timeline(console: Console, found: Found, language: Language) -> None:
    from datetime import datetime

    from cli.telling import lines_of_a_timeline, moment, what

    lines = lines_of_a_timeline()
    for line in found.timeline:
        when = moment(datetime.fromisoformat(line["at"]), language)
        lines.add_row(when, what(line["who"], line["text"], line.get("basis")))
    console.print()
    console.print(lines)


def _tell_deadlines(console: Console, found: Found, language: Language) -> None:
    from cli.telling import day
    from domain.term import Term
    from domain.words import in_language, term

    for name, written in found.deadlines.items():
        due = Term.model_validate(written)
        console.print(f"\n[bold]{term(name, language)} {day(due.due_on, language)}[/bold]")
        for step in due.steps:
            article = "beleid" if (language, step.article) == ("nl", "policy") else step.article
            console.print(
                f"  {day(step.on, language)}: {in_language(step.reason, language)} ({article})",
                markup=False,
            )
