"""That a letter went out, and to whom: before that a decision counts for nobody. Awb 3:40, 3:41."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.acts.objection import Version
from domain.addressees import Addressee, Channel
from domain.fact import MANY, Day, Fact, Line, OfMatter, Prose


class ConsentChanged(Fact):
    """Somebody wants letters electronically from now on, or no longer. Awb 2.3."""

    basis: ClassVar[str] = "Awb 2.3"
    kind: Literal["consent_changed"] = "consent_changed"
    addressee: Addressee
    electronic: bool
    document: Line | None = None
    """Where that is kept; needed when somebody else says so for him."""


class Sent(Fact):
    """A letter went to one addressee."""

    addressee: Addressee
    channel: Channel
    sent_on: Day
    """The day from which his term to object or to appeal runs. Awb 6:8."""


class LetterSent(Fact):
    """The letter of a decision, or of what moves a term, went out to all whom it is for. Awb 3:41, 4:14(3), 4:15."""

    basis: ClassVar[str] = "Awb 3:41, 4:14(3), 4:15"
    kind: Literal["letter_sent"] = "letter_sent"
    version: Version
    """The decision, or what moves a term."""
    sendings: Annotated[tuple[Sent, ...], Field(min_length=1), MANY]

    @property
    def last_on(self) -> Day:
        """The day on which the last of them was sent it."""
        return max(each.sent_on for each in self.sendings)


class PostingLookedInto(OfMatter):
    """Somebody looked why a decision was not sent yet, which counts for nobody until it is. Awb 3:40, 3:41."""

    basis: ClassVar[str] = "Awb 3:40, 3:41"
    kind: Literal["posting_looked_into"] = "posting_looked_into"
    finding: Prose
    """Why, and what is done about it."""


OfALetter = LetterSent | PostingLookedInto | ConsentChanged
"""What becomes of letters, and how somebody wants them."""
