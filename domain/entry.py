"""What somebody did, and how it stands in a case."""

from __future__ import annotations

import hashlib
from datetime import date

from pydantic import Field

from domain.absences import Absence
from domain.acts import Act
from domain.fact import Fact, Moment
from domain.mandates import Mandate
from domain.people import Actor


class Performed(Fact):
    """Somebody did something; `task` says which task it fulfils or concerns."""

    actor: Actor
    act: Act
    task: str | None = None
    mandates: tuple[Mandate, ...] = ()
    """What he holds for such a decision, as the register of mandates had it when he did it: the evidence. Awb 10:3."""
    standing_in: tuple[Absence, ...] = ()
    """The absences of colleagues for whom he stands in on that day; in a case the one that he made use of."""

    def fingerprinted(self) -> str:
        """What tells two contents apart that came under one idempotency key."""
        content = self.act.model_dump_json(exclude_defaults=True)  # the same when an act gets one more field
        said = f"{self.task}\n{self.act.kind}\n{content}"
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def weight(self) -> int:
        """Bytes of JSON that it takes."""
        return len(self.model_dump_json().encode())


class Entry(Performed):
    """An act as it stands in the case: numbered, and dated by the workflow's clock."""

    version: int = Field(ge=1)
    at: Moment
    on: date
    """The same moment as a date in the Netherlands, which is what terms count by."""
    about: int | None = None
    """The act that set going the matter in which it was done; none in the procedure itself."""
    key: str | None = None
    """The request under which it came; none for acts by the clock."""
    fingerprint: str | None = None
    """That of the request as it was sent."""

    def receipt(self, case: str) -> Receipt | None:
        """What its sender gets back; none of what came by itself."""
        if self.fingerprint is None:
            return None
        return Receipt(case=case, version=self.version, fingerprint=self.fingerprint)


class Receipt(Fact):
    """What the sender of an act gets back."""

    case: str
    version: int
    fingerprint: str
