"""The command `meedoen`: one small module for each command, which imports what is heavy only when it runs.

A new command is a module here with a function `run`, and one line below.
"""

from __future__ import annotations

import typer

from cli import api, case, doctor, load, migrate, simulate, start, submit, tasks, term, token, worker
from cli.sentences import Sentences

app = typer.Typer(
    name="meedoen",
    cls=Sentences,
    help="Meedoen: may this resident take part in a social cooperative and keep the benefit?",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,  # they would hold what residents told
)


@app.callback()
def _find_parts() -> None:
    """Whatever the command, it finds the parts that `meedoen start` runs."""
    from settings import adopt_running_parts

    adopt_running_parts()


app.command("start", rich_help_panel="Run")(start.run)
app.command("worker", rich_help_panel="Run")(worker.run)
app.command("api", rich_help_panel="Run")(api.run)
app.command("migrate", rich_help_panel="Run")(migrate.run)
app.command("load", rich_help_panel="Run")(load.run)
app.command("submit", rich_help_panel="Work")(submit.run)
app.command("tasks", rich_help_panel="Work")(tasks.run)
app.command("case", rich_help_panel="Work")(case.run)
app.add_typer(term.app, name="term", rich_help_panel="Work")
app.command("simulate", rich_help_panel="Work")(simulate.run)
app.command("doctor", rich_help_panel="Look")(doctor.run)
app.command("token", rich_help_panel="Look")(token.run)
