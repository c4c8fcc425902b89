"""What is long comes in parts, so that no page grows with the years of a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from markupsafe import escape

from api.pages.forms import Section, Told as Answer
from api.views import Told

LINES = 40
"""Of what happened, in one part."""
SIGNS = 20_000
"""Of text in one part, unless a single line has more."""
BRIEF = 3_000
"""Signs of a sentence, of which the rest stands on the page of its act."""
FILLED_IN = 80_000
"""Bytes of what was filled in with one act, on one page."""


def portions(lines: Sequence[Told]) -> list[list[Told]]:
    """What happened in parts, in the order of the lines; one part when nothing did."""
    parts: list[list[Told]] = [[]]
    signs = 0
    for line in lines:
        signs += len(line.text)
        if parts[-1] and (len(parts[-1]) == LINES or signs > SIGNS):
            parts.append([])
            signs = len(line.text)
        parts[-1].append(line)
    return parts


def brief(line: Told) -> Told:
    """What happened, in no more signs than a list has room for."""
    if len(line.text) <= BRIEF:
        return line
    return line.model_copy(update={"text": f"{line.text[:BRIEF].rstrip()} …"})


def in_pages(sections: Sequence[Section]) -> list[list[Section]]:
    """What was filled in, in pages; a section that goes on in the next has its title there too."""
    pages: list[list[tuple[int, Answer]]] = [[]]
    weight = 0
    for place, section in enumerate(sections):
        for each in _pieces(section.answers):
            weight += _weight(each)
            if pages[-1] and weight > FILLED_IN:
                pages.append([])
                weight = _weight(each)
            pages[-1].append((place, each))
    return [
        [
            Section(sections[place].title, tuple(each for _, each in answers))
            for place, answers in groupby(page, lambda piece: piece[0])
        ]
        for page in pages
    ]


def _pieces(answers: Iterable[Answer]) -> Iterator[Answer]:
    """The answers; one that a page has no room for in as many as there are texts in it."""
    for each in answers:
        if _weight(each) <= FILLED_IN:
            yield each
        else:
            yield from (replace(each, said=(text,)) for text in each.said)


def _weight(answer: Answer) -> int:
    return sum(len(escape(text).encode()) for text in (answer.label, *answer.said))
