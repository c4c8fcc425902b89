"""What people may come up with in a kind of case: the acts, by what stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from domain import acts
from domain.acts import Act
from domain.fact import Fact
from tests.procedure.doings import IN_A_MATTER, Answer, Doing
from tests.procedure.elsewhere import ELSEWHERE, Happening
from tests.story import FIRST_DAY

NOT_DONE: dict[type[Fact], str] = {
    acts.ApplicationReceived: "Each situation begins with it, and it comes once"
}
"""What is tried and never accepted, with the reason."""

Saying = tuple[type[Fact], Answer]
"""What somebody says, with its kind."""


@dataclass(frozen=True)
class Rules:
    """What people may come up with in a kind of case."""

    doings: tuple[Doing, ...]
    answers: Mapping[type[Fact], Answer]
    ending: tuple[Doing, ...]
    matters: tuple[Callable[[int], Act], ...] = IN_A_MATTER
    elsewhere: tuple[Happening, ...] = ELSEWHERE

    @property
    def sayings(self) -> list[Saying]:
        """All of it but the endings."""
        return [*map(_said_in_any_case, self.doings), *self.answers.items()]

    @property
    def endings(self) -> list[Saying]:
        """What ends such a case, or what it is about."""
        return [*map(_said_in_any_case, self.ending)]

    @property
    def kinds(self) -> frozenset[type[Fact]]:
        """The kinds of act that are tried."""
        return frozenset(kind for kind, _ in self.sayings + self.endings + self.in_the_matter(1))

    def never_done(
        self, counted: Counter[str | type[Fact]], elsewhere: frozenset[type[Fact]] = frozenset()
    ) -> list[str]:
        """What people can do in such a case and never did, but for what is done in other cases too."""
        left_out = elsewhere | NOT_DONE.keys()
        return sorted(kind.__name__ for kind in self.kinds - left_out if not counted[kind])

    def in_the_matter(self, about: int | None) -> list[Saying]:
        """What is said in the matter that this act set going, if there is one."""
        said = [saying(about) for saying in self.matters] if about else []
        return [(type(act), lambda *_, act=act: act) for act in said]


def _said_in_any_case(doing: Doing) -> Saying:
    return type(doing(FIRST_DAY)), lambda _, on: doing(on)
