"""The languages in which the command line tells what happens."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Tongue(StrEnum):
    """A language to choose."""

    NL = "nl"
    EN = "en"


Speaking = Annotated[Tongue, typer.Option("--language", help="Dutch or English.")]
