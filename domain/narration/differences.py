"""What one version of a municipality's policy says otherwise than another, in words."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from domain.fact import Fact, Text
from domain.narration.policy import Part, told
from domain.policy import Policy

ORDER = Text(nl="Volgorde", en="Order")


class Difference(Fact):
    """Something that one version of a policy says otherwise than another."""

    part: Text
    """The subject."""
    name: Text
    before: Text | None
    """None when it is new."""
    after: Text | None
    """None when it is no more."""


def differences(before: Policy, after: Policy) -> tuple[Difference, ...]:
    """What the second of two versions says otherwise than the first."""
    return tuple(
        each
        for was, becomes in zip(told(before), told(after), strict=True)
        for each in (*_changed(was, becomes), *_moved(was, becomes))
    )


def _changed(was: Part, becomes: Part) -> Iterator[Difference]:
    for key in dict.fromkeys([*was.lines, *becomes.lines]):
        old, new = was.lines.get(key), becomes.lines.get(key)
        line = new or old
        if line and old != new:
            yield Difference(
                part=becomes.title, name=line.name, before=old and old.said, after=new and new.said
            )


def _moved(was: Part, becomes: Part) -> Iterator[Difference]:
    """What stands in both lists but at another place among the others, as few of them as tell it."""
    old = [key for key in was.lines if key in becomes.lines]
    new = [key for key in becomes.lines if key in was.lines]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    stayed = {key for block in blocks for key in new[block.b : block.b + block.size]}
    for key in new:
        if key not in stayed:
            before, after = _place(was, key), _place(becomes, key)
            yield Difference(part=becomes.title, name=ORDER, before=before, after=after)


def _place(part: Part, key: str) -> Text:
    said, place = part.lines[key].said, 1 + list(part.lines).index(key)
    return Text(nl=f"als nummer {place}: {said.nl}", en=f"as number {place}: {said.en}")
