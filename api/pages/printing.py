"""A case on paper: its file with all that was filled in, as far as its reader may see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api import documents
from api.attachments import attached
from api.cases import case_for
from api.documents import ListedLetter
from api.languages import Language, translate
from api.pages.contested import Contested, contested_by
from api.pages.context import retold
from api.pages.facts import facts
from api.pages.forms import words
from api.pages.paper import Chapter, Line, in_parts, lines, of_act
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight, SignedIn
from api.pages.shell import page
from api.parts import Database
from api.views import Told, shown_case, told
from domain import acts, terms
from domain.calendar import NETHERLANDS
from domain.case import Case
from domain.duties import DECISIONS
from domain.exceptions import exceptions_in
from domain.kinds import KINDS
from domain.people import Actor, Role
from domain.words import day, in_language, term
from store import reference

router = APIRouter()


@router.get("/cases/{number}/print")
async def print_case(
    *,
    request: Request,
    number: str,
    actor: SignedIn,
    sight: Sight,
    database: Database,
    part: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """The file of a case, or a part of it where it is long."""
    case = await case_for(database, number, sight)
    file = _File(case, actor, preferred_language(request.scope))
    against = await contested_by(case, actor, sight, database, file.language)
    async with database.connect() as connection:
        known = await reference.cooperative(connection, case.municipality, case.cooperative)
    letters = await documents.list_documents(number, actor, sight, database)
    parts = in_parts(
        [
            file.where_it_stands(known.name if known else case.cooperative),
            *((file.contested(against),) if against else ()),
            file.decisions(),
            file.dates(),
            file.letters(letters.items),
            file.attached(),
            file.what_happened(),
        ]
    )
    part = min(part, len(parts))
    return page(
        request,
        "print/case.html",
        case=shown_case(case, actor),
        chapters=parts[part - 1],
        part=part,
        parts=len(parts),
        now=datetime.now(NETHERLANDS),
    )


@dataclass(frozen=True)
class _File:
    """The chapters of a case's file, in its reader's language."""

    case: Case
    reader: Actor
    language: Language

    def where_it_stands(self, cooperative: str) -> Chapter:
        said = facts(shown_case(self.case, self.reader), cooperative, self.language)
        return self._chapter("Where it stands", *(lines(name, each) for name, each in said.items()))

    def contested(self, against: Contested) -> Chapter:
        """Of an objection: the decision, after what it rests on."""
        named = f"{self._said('The decision that it is about')}: {against.case.number}"
        return Chapter(named, [self._act(against.case, line) for line in against.lines])

    def decisions(self) -> Chapter:
        """What was decided; the timeline has it with all that was filled in."""
        taken = (line for line in self._told() if acts.ACTS[line.kind] in DECISIONS)
        return self._chapter(
            "Decisions",
            *(lines(f"{self._named(each)}, {self._day(each.on)}", each.text) for each in taken),
        )

    def dates(self) -> Chapter:
        """The dates of the case, each with the steps that lead to it."""
        code = self.language.value
        return self._chapter(
            "Dates",
            *(
                lines(
                    term(name, code),
                    self._day(found.due_on),
                    *(f"{self._day(each.on)}: {in_language(each.reason, code)}" for each in found.steps),
                )
                for name, found in terms.of(self.case).items()
            ),
        )

    def letters(self, letters: Iterable[ListedLetter]) -> Chapter:
        """The letters, and when each went out to whom."""
        return self._chapter(
            "Letters", *(lines(self._day(each.dated), *self._letter(each)) for each in letters)
        )

    def attached(self) -> Chapter:
        """What came with the acts, by the number of each."""
        return self._chapter(
            "Documents that came",
            *(
                lines(self._said("number {version}", version=each.version), each.title)
                for each in attached(self.case)
            ),
        )

    def what_happened(self) -> Chapter:
        return self._chapter("What happened", *(self._act(self.case, line) for line in self._told()))

    def _told(self) -> Iterator[Told]:
        for entry in self.case.entries:
            if line := told(entry, self.case.policy, self.reader, self.language.value):
                yield line

    def _act(self, case: Case, line: Told) -> list[Line]:
        """An act, for auditors with what is out of the ordinary about it."""
        entry = case.entries[line.version - 1]
        found = exceptions_in(case, entry) if Role.AUDITOR in self.reader.roles else ()
        return of_act(line, retold(entry, case, self.reader, self.language), found)

    def _letter(self, letter: ListedLetter) -> Iterator[str]:
        code = self.language.value
        yield in_language(letter.title, code)
        for each in letter.sendings:
            if each.sent_on:
                whom = in_language(words.value(acts.Addressee, each.addressee), code)
                yield self._said("{whom}: sent on {day}", whom=whom, day=each.sent_on)

    def _named(self, line: Told) -> str:
        return words.capital(in_language(KINDS[line.kind], self.language.value))

    def _day(self, on: date) -> str:
        return day(on, self.language.value)

    def _said(self, sentence: str, **given: object) -> str:
        return translate(sentence, self.language, **given)

    def _chapter(self, title: str, *groups: list[Line]) -> Chapter:
        """One that has no lines is not printed."""
        return Chapter(self._said(title), [*groups])
