"""What was handed out, as it stands in the address of the page that tells of it."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from api.pages.sessions import opened, sealed
from api.pages.team import Somebody
from store.sessions import Session

PARAMETER = "given"
"""Where it stands in an address."""


class Given(BaseModel, frozen=True):
    """What was given, and what was refused: all that the page that tells of it has to remember.

    Sealed for the session, since it names somebody and addresses are kept in logs.
    """

    person: Somebody
    tasks: tuple[str, ...]
    refused: frozenset[str]

    def sealed(self, session: Session) -> str:
        """As it stands in an address."""
        return sealed(self.model_dump_json(), session.id)

    @classmethod
    def opened(cls, given: str, session: Session) -> Given | None:
        """What stood in one; nothing of another session."""
        try:
            return cls.model_validate_json(opened(given, session.id) or "")
        except ValidationError:
            return None
