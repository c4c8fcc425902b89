"""Which formal letter an act calls for: to whom, by which template, and all that it says beside the fixed words.

A letter is one entry in `LETTERS`, one template in activities/letters/ and one test.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from domain.calendar import written
from domain.case import Case, Entry
from domain.duties import decision_in
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact, Text
from domain.law.objection import objection
from domain.letters.contents import LETTERS
from domain.letters.kind import Said
from domain.policy import Office


class Addressee(StrEnum):
    """Who gets a letter. Awb 3:41."""

    RESIDENT = "resident"
    COOPERATIVE = "cooperative"
    """The resident's representative. Awb 2:1."""


class Channel(StrEnum):
    """How a letter goes to somebody."""

    POST = "post"
    CASE = "case"
    """It lies ready in the case, and a mail without personal data tells of it."""


CHANNELS = {Addressee.RESIDENT: Channel.POST, Addressee.COOPERATIVE: Channel.CASE}
"""A resident gets paper, as long as no consent to electronic sending is known. Awb 2.3."""


class Letter(Fact):
    """A letter that has to go out; the act that calls for it is its version."""

    number: str
    version: int
    edition: int = 1
    """Higher when it was dated anew, because it goes out on a later day."""
    kind: str
    """The act's, and the name of the template."""
    template_version: date
    """The day from which the template counts."""
    policy_version: int
    title: Text
    dated: date
    """The day on which it is to go out."""
    addressees: tuple[Addressee, ...]
    municipality: str
    cooperative: str
    resident: str
    basis: str | None
    """The articles that it rests on."""
    signed_by: str | None
    """Who decided in the college's name; none when nothing is decided. Awb 10:10."""
    objection_until: date | None
    """The last day to object when it goes out on the day of its date; none when nothing is decided. Awb 6:7, 6:8."""
    said: dict[str, Said]
    """What the template asks for."""


def called_for(case: Case, entry: Entry) -> Letter | None:
    """The letter that an act calls for, if any; what came after that act changes nothing in it."""
    kind = LETTERS.get(type(entry.act))
    if kind is None:
        return None
    case = case.model_copy(update={"entries": case.entries[: entry.version]})
    is_decision = decision_in(entry.act) is not None
    return Letter(
        number=case.number,
        version=entry.version,
        kind=entry.act.kind,
        template_version=_in_force(kind.versions, entry.on),
        policy_version=case.policy.version,
        title=kind.title,
        dated=entry.on,
        addressees=tuple(Addressee),
        municipality=case.policy.name,
        cooperative=case.cooperative,
        resident=case.application.resident.name,
        basis=getattr(entry.act, "basis", None),
        signed_by=entry.actor.name if is_decision else None,
        objection_until=objection(entry.on).due_on if is_decision else None,
        said=kind.said(case, entry, entry.act),
    )


def dated_anew(letter: Letter, on: date, today: date) -> Letter:
    """The same letter for another day of sending, with the last day to object that belongs to it. Awb 6:8.

    Raises:
        NotAcceptable: that day is not later than the letter's own, or already past.
    """
    if on <= letter.dated or on < today:
        raise NotAcceptable("on", "The new date must lie after {day}, and not in the past", day=letter.dated)
    return letter.model_copy(
        update={
            "edition": letter.edition + 1,
            "dated": on,
            "objection_until": objection(on).due_on if letter.objection_until else None,
        }
    )


def check_posted(letter: Letter, channel: Channel, posted_on: date, today: date) -> None:
    """Refuse a day on which this letter cannot have been posted. Awb 3:41.

    A day later than the letter's date is taken in: the term to object runs from the day of sending, whatever it says.

    Raises:
        NotNow: it does not go by post.
        NotAcceptable: the day is not possible.
    """
    if channel is not Channel.POST:
        raise NotNow("This letter does not go to this addressee by post")
    if posted_on > today:
        raise NotAcceptable("sentOn", "The day of sending lies in the future")
    if posted_on < letter.dated:
        raise NotAcceptable("sentOn", "A letter of {day} cannot have gone out before", day=letter.dated)


def for_the_press(letter: Letter, office: Office | None, cooperative: str) -> Mapping[str, Any]:
    """All that is printed beside the fixed words, as JSON; `office` and the cooperative's name come from elsewhere."""
    until = letter.objection_until
    return {
        "number": letter.number,
        "title": letter.title.model_dump(),
        "day": letter.dated.isoformat(),
        "dated": written(letter.dated).model_dump(),
        "municipality": letter.municipality,
        "office": office.model_dump(mode="json") if office else None,
        "resident": letter.resident,
        "cooperative": cooperative,
        "basis": letter.basis,
        "policy": letter.policy_version,
        "signed_by": letter.signed_by,
        "object_until": written(until).model_dump() if until else None,
        **letter.model_dump(mode="json", include={"said"})["said"],
    }


def _in_force(versions: tuple[date, ...], on: date) -> date:
    """The template that counts on a day; the first one for a day before it."""
    return max((version for version in versions if version <= on), default=versions[0])
