"""Which formal letter an act calls for: to whom, by which template, and all that it says beside the fixed words.

A letter is one entry in `LETTERS`, one template in activities/letters/ and one test.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from domain.acts import Addressee, Channel, DecisionCorrected, ObjectionDecided, Party
from domain.basis import basis
from domain.by_a_court import is_by_a_court
from domain.calendar import written
from domain.case import Case, Entry
from domain.consent import consent
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact, Text
from domain.law import objection as law
from domain.letters.contents import LETTERS
from domain.letters.effect import taken_from
from domain.letters.kind import Kind, Said
from domain.policy import Office
from domain.remedy import Remedy, other_parties, remedy
from domain.sending import POSTED_WITHIN

OBJECTION_DECIDED = ObjectionDecided.model_fields["kind"].default


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
    """To whom it is written, and after him who gets a copy."""
    electronic: dict[Addressee, str]
    """Those who get it electronically, with that on which their consent rests; the others get it by post. Awb 2.3."""
    municipality: str
    cooperative: str
    resident: str
    objector: str | None = None
    """Another interested party, by name; with more of them, all their names."""
    basis: str | None
    """The articles that it rests on, as they counted on the day of the act. Awb 3:47(2)."""
    signed_by: str | None
    """Who decided in the college's name; none when nothing is decided. Awb 10:10."""
    objection_until: date | None
    """The last day to object when it goes out on the day of its date; none when nothing is decided. Awb 6:7, 6:8."""
    appeal_until: date | None = None
    """The same for an appeal to the court, against what is decided on an objection or belongs to that. Awb 6:7, 8:1."""
    counts_from: dict[str, date]
    """The first day on which it takes something away, by its name in what is said: after the letter's own. Awb 3:40."""
    said: dict[str, Said]
    """What the template asks for."""

    def channel(self, addressee: Addressee) -> Channel:
        """How it goes to one of them."""
        return Channel.CASE if addressee in self.electronic else Channel.POST

    @property
    def is_to_be_posted(self) -> bool:
        """Whether somebody gets it on paper, so that a person has to post it. Awb 2.3, 3:41."""
        return any(self.channel(each) is Channel.POST for each in self.addressees)

    @property
    def is_decision(self) -> bool:
        """Whether a term runs from its sending, within which one can go against it. Awb 6:7, 6:8."""
        return self.objection_until is not None or self.appeal_until is not None

    def is_left_lying(self, today: date) -> bool:
        """Whether it decides and should have gone out days ago: until then it counts for nobody. Awb 3:40."""
        return self.is_decision and today > self.dated + POSTED_WITHIN


def called_for(case: Case, entry: Entry) -> Letter | None:
    """The letter that an act calls for, if any; what came after that act changes nothing in it."""
    kind = LETTERS.get(type(entry.act))
    if kind is None:
        return None
    case = case.up_to(entry.version)
    if is_by_a_court(case, entry) or not kind.is_called_for(case, entry):
        return None
    against_it, until = remedy(case, entry), law.objection(entry.on).due_on
    return Letter(
        number=case.number,
        version=entry.version,
        kind=entry.act.kind,
        template_version=_in_force(kind.versions, entry.on),
        policy_version=case.policy.version,
        title=kind.title_in(case),
        dated=entry.on,
        addressees=(addressees := _addressees(case, entry, kind)),
        electronic={each: agreed for each in addressees if (agreed := consent(case, each))},
        municipality=case.policy.name,
        cooperative=case.cooperative,
        resident=case.resident,
        objector=_objector(case, entry),
        basis=basis(entry.act, entry.on),
        signed_by=entry.actor.name if against_it or isinstance(entry.act, DecisionCorrected) else None,
        objection_until=until if against_it is Remedy.OBJECTION else None,
        appeal_until=until if against_it is Remedy.APPEAL else None,
        counts_from=(counts_from := taken_from(case, entry)),
        said=kind.said(case, entry, entry.act) | _written(counts_from),
    )


def _addressees(case: Case, entry: Entry, kind: Kind) -> tuple[Addressee, ...]:
    """With who is not a party to the permission and whose objection was upheld: the decision is his too. Awb 3:41.

    A correction goes to whom the decision went that the slip is in.
    """
    decided = case
    if isinstance(entry.act, DecisionCorrected):
        decided = case.up_to(entry.act.version)
        kind = LETTERS[type(decided.entries[-1].act)]
    first = kind.goes_to(decided)
    return (*first, Addressee.OBJECTOR) if not case.is_objection and _objector(case, entry) else first


def _objector(case: Case, entry: Entry) -> str | None:
    if case.is_objection:
        return case.objection.objector_name
    return " en ".join(other_parties(case, entry.version)) or None


def dated_anew(letter: Letter, on: date, today: date) -> Letter:
    """The same letter for another day of sending, with the last day to object that belongs to it. Awb 6:8.

    What takes something away counts from the day after that at the earliest. Awb 3:40.

    Raises:
        NotAcceptable: that day is not later than the letter's own, or already past.
    """
    if on <= letter.dated or on < today:
        raise NotAcceptable("on", "The new date must lie after {day}, and not in the past", day=letter.dated)
    counts_from = {name: max(day, on + timedelta(days=1)) for name, day in letter.counts_from.items()}
    return letter.model_copy(
        update={
            "counts_from": counts_from,
            "said": letter.said | _written(counts_from),
            "edition": letter.edition + 1,
            "dated": on,
            "objection_until": law.objection(on).due_on if letter.objection_until else None,
            "appeal_until": law.objection(on).due_on if letter.appeal_until else None,
        }
    )


def _written(days: Mapping[str, date]) -> dict[str, Said]:
    return {name: written(day) for name, day in days.items()}


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
    names = {
        Addressee.RESIDENT: letter.resident,
        Addressee.COOPERATIVE: cooperative,
        Addressee.OBJECTOR: letter.objector or "",
    }
    to, *copies = (names[each] for each in letter.addressees)
    until, appeal_until = letter.objection_until, letter.appeal_until
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
        "appeal_until": written(appeal_until).model_dump() if appeal_until else None,
        "is_taken_again": appeal_until is not None and letter.kind != OBJECTION_DECIDED,
        "to": to,
        "copies": copies,
        "to_the_cooperative": letter.addressees[0] is Addressee.COOPERATIVE,
        "is_represented": letter.addressees[:2] == (Addressee.RESIDENT, Addressee.COOPERATIVE)
        and letter.said.get("asked_by") != Party.COOPERATIVE.value,
        **letter.model_dump(mode="json", include={"said"})["said"],
    }


def _in_force(versions: tuple[date, ...], on: date) -> date:
    """The template that counts on a day; the first one for a day before it."""
    return max((version for version in versions if version <= on), default=versions[0])
