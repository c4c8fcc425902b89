"""`meedoen load`: put municipalities with their policies and cooperatives in the database."""

from __future__ import annotations

import asyncio
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from embedded.trouble import Trouble

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from domain.policy import Municipality

NOT_A_MUNICIPALITY = {"users.toml"}
"""What else stands in the examples."""


def run(
    folder: Annotated[
        Path | None,
        typer.Argument(help="Where the municipalities' TOML files are; else Meedoen's own examples."),
    ] = None,
) -> None:
    """Load every municipality of a folder: its policy and its cooperatives. Safe to run again."""
    from settings import HERE

    municipalities = municipalities_in(folder or HERE / "examples")
    asyncio.run(_save(municipalities))
    for file, municipality in municipalities.items():
        policy, count = municipality.policy, len(municipality.cooperatives)
        typer.echo(
            f"{policy.name}: policy version {policy.version}, from {policy.valid_from},"
            f" and {count} cooperative{'s' if count != 1 else ''} ({file.name})."
        )


def municipalities_in(folder: Path) -> dict[Path, Municipality]:
    """Every municipality of a folder, by its file.

    Raises:
        Trouble: there is none, or one that does not fit; every mistake of every file is told.
    """
    if not folder.is_dir():
        raise Trouble(f"There is no folder {folder}.")
    files = sorted(file for file in folder.glob("*.toml") if file.name not in NOT_A_MUNICIPALITY)
    if not files:
        raise Trouble(f"There is no municipality in {folder}: each one is a TOML file, as in examples/.")
    read: dict[Path, Municipality] = {}
    mistakes: list[str] = []
    for file in files:
        try:
            read[file] = municipality_in(file)
        except Trouble as trouble:
            mistakes.append(str(trouble))
    if mistakes:
        raise Trouble("\n".join(mistakes))
    return read


def municipality_in(file: Path) -> Municipality:
    """The municipality that a file describes."""
    from pydantic import ValidationError

    from domain.policy import Municipality

    try:
        return Municipality.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Trouble(f"{file} cannot be read as TOML: {error}.") from error
    except OSError as error:
        raise Trouble(f"{file} cannot be read: {error.strerror}.") from error
    except ValidationError as error:
        raise Trouble("\n".join(_told(file, mistake) for mistake in error.errors())) from error


def _told(file: Path, mistake: ErrorDetails) -> str:
    place = ".".join(str(part + 1 if isinstance(part, int) else part) for part in mistake["loc"])
    return f"{file}: {place}: {mistake['msg']}."


async def _save(municipalities: dict[Path, Municipality]) -> None:
    from sqlalchemy.exc import OperationalError, ProgrammingError
    from sqlalchemy.ext.asyncio import create_async_engine

    from settings import settings
    from store.reference import PolicyIsFixed, save_municipality

    engine = create_async_engine(settings().database_url)
    try:
        async with engine.begin() as connection:
            for file, municipality in municipalities.items():
                try:
                    await save_municipality(connection, municipality)
                except PolicyIsFixed as fixed:
                    raise Trouble(f"{file}: {fixed}.") from fixed
    except OperationalError as error:
        raise Trouble(f"The database cannot be reached: {str(error.orig).strip().splitlines()[0]}") from error
    except ProgrammingError as error:
        raise Trouble("The database has not the present shape: run `meedoen migrate` first.") from error
    finally:
        await engine.dispose()
