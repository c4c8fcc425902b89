"""The example users, as the embedded identity vouches for them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from embedded.part import PROJECT
from embedded.trouble import Trouble

EXAMPLE_USERS = PROJECT / "examples" / "users.toml"


class Introduction(BaseModel):
    """Who a user is, for who chooses one: in the two languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nl: str
    en: str


class ExampleUser(BaseModel):
    """The claims of one user, beside the user's name at the table's head."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    roles: tuple[str, ...]
    municipality: str
    cooperative: str | None = None
    introduction: Introduction | None = Field(default=None, exclude=True)
    """No claim: the login page shows it."""


def example_users(file: Path = EXAMPLE_USERS) -> dict[str, ExampleUser]:
    """Everybody who can log in, by user name."""
    try:
        return TypeAdapter(dict[str, ExampleUser]).validate_python(tomllib.loads(file.read_text()))
    except FileNotFoundError:
        raise Trouble(f"The example users are missing: {file} is not there.") from None
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise Trouble(f"{file} does not describe users: {error}") from error
