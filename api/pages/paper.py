"""The file of a case as it is read on paper: lines under headings, in parts that no page need be heavy for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from textwrap import TextWrapper

from markupsafe import escape

from api.pages.context import Said
from api.views import Told
from domain.exceptions import Exceptional

PART = 100_000
"""Bytes of one part, as it is sent."""
HEAD, LINE = 400, 40
"""Bytes of an act's head, with its name, when and by whom; and of what stands around another line."""
LONGEST = 10_000
"""Signs of what is never cut; of `&` and its like each takes five bytes."""

PROSE = 40
"""Signs of what no sentence has in it by chance."""

_CUT = TextWrapper(LONGEST, expand_tabs=False, replace_whitespace=False, drop_whitespace=False)


@dataclass(frozen=True)
class Line:
    """The least that stays together: what was said, under what it is about; an act begins with a line of its own."""

    said: str = ""
    label: str = ""
    act: Told | None = None
    exceptions: tuple[Exceptional, ...] = ()

    @property
    def weight(self) -> int:
        """Bytes of it, at most."""
        return (
            (HEAD if self.act else LINE) + len(escape(self.said).encode()) + len(escape(self.label).encode())
        )


@dataclass
class Chapter:
    """Lines under a heading, of which each group stays together where that fits in a part."""

    title: str
    groups: list[list[Line]] = field(default_factory=list)


def lines(label: str, *texts: str) -> list[Line]:
    """What was said in several texts, the first of which is led in by what it is about."""
    cut = (piece for text in texts for piece in _CUT.wrap(text))
    return [Line(piece, "" if n else label) for n, piece in enumerate(cut)]


def of_act(act: Told, said: Said | None, exceptions: tuple[Exceptional, ...] = ()) -> list[Line]:
    """An act as the timeline tells it, with what else was filled in."""
    return [Line(act=act, exceptions=exceptions), *lines("", act.text), *_answers(said, act.text)]


def _answers(said: Said | None, told: str) -> Iterator[Line]:
    """What was filled in; no reasons twice, where the sentence of the act has them in full."""
    for section in said.sections if said else ():
        if section.title:
            yield Line(label=section.title)
        for each in section.answers:
            yield from lines(each.label, *(one for one in each.said if len(one) < PROSE or one not in told))


def in_parts(chapters: Iterable[Chapter]) -> list[list[Chapter]]:
    """The chapters in parts; one that goes on in the next has its title there too."""
    parts: list[list[Chapter]] = [[]]
    weight = 0
    for chapter in chapters:
        begun: Chapter | None = None
        for group in chapter.groups:
            is_one = sum(line.weight for line in group) <= PART
            for together in [group] if is_one else [[line] for line in group]:
                more = sum(line.weight for line in together)
                if weight and weight + more > PART:
                    parts.append([])
                    begun, weight = None, 0
                if begun is None:
                    begun = Chapter(chapter.title)
                    parts[-1].append(begun)
                begun.groups.append(together)
                weight += more
    return parts
