"""What a person can mend ends in one sentence on stderr, never in a traceback."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from embedded.trouble import Trouble


class Sentences(TyperGroup):
    """The group of commands, with its manners."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command, and say plainly what stopped it."""
        try:
            return super().invoke(ctx)
        except Trouble as trouble:
            typer.echo(str(trouble), err=True)
            raise typer.Exit(1) from None
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except ValueError as error:
            if getattr(error, "title", None) != "Settings":
                raise
            typer.echo(_setting(error), err=True)
            raise typer.Exit(2) from None


def _setting(error: Any) -> str:
    first = error.errors()[0]
    name = str(first["loc"][0])
    variable = name if name.isupper() else f"MEEDOEN_{name.upper()}"
    return f"The setting {variable} cannot be used: {first['msg']}."
