"""`meedoen migrate`: bring the database to the present shape."""

from __future__ import annotations

import typer

from embedded.trouble import Trouble


def run() -> None:
    """Bring the database to the shape that this version needs; safe to run again."""
    from sqlalchemy.exc import OperationalError

    from settings import settings
    from store.migrate import upgrade

    try:
        upgrade(settings().database_url)
    except OperationalError as error:
        raise Trouble(f"The database cannot be reached: {str(error.orig).strip().splitlines()[0]}") from error
    typer.echo("The database has the present shape.")
