"""Forms as a browser gets them: rendered by the real templates, and taken apart by a parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import api.pages
from api.languages import Language, translate

TEMPLATES = Path(api.pages.__file__).parent / "templates"
ENVIRONMENT = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
EMPTY = frozenset({"input", "br", "hr", "img", "meta", "link"})


@dataclass
class Element:
    """A part of a page."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inner: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it says, with single spaces."""
        said = "".join(each if isinstance(each, str) else f" {each.text} " for each in self.inner)
        return " ".join(said.split())

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """Every part in it with this tag and these attributes."""
        return [
            each
            for each in self._within()
            if tag in ("", each.tag) and attributes.items() <= each.attributes.items()
        ]

    def one(self, tag: str = "", **attributes: str) -> Element:
        """The only such part."""
        (found,) = self.all(tag, **attributes)
        return found

    def _within(self) -> Iterator[Element]:
        for each in self.inner:
            if isinstance(each, Element):
                yield each
                yield from each._within()


class Tree(HTMLParser):
    """Builds the tree, and refuses what is not closed in its order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open = [Element("document")]
        self.feed(source)
        self.close()
        assert 1 == len(self.open), f"not closed: {[each.tag for each in self.open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute stands twice: {attrs}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inner.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop().tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inner.append(data)


def rendered(call: str, language: Language = Language.NL, **given: Any) -> Element:
    """What a macro makes of these."""
    source = f'{{% import "forms.html" as forms with context %}}<main>{{{{ forms.{call} }}}}</main>'

    def _(template: str, **facts: object) -> str:
        return translate(template, language, **facts)

    return Tree(ENVIRONMENT.from_string(source).render(_=_, **given)).open[0]


def sent_by(page: Element) -> dict[str, tuple[str, ...]]:
    """What a browser would send of the form as it stands."""
    sent: dict[str, list[str]] = {}
    for each in page.all():
        name, kind = each.attributes.get("name"), each.attributes.get("type")
        if name is None or each.tag == "button":
            continue
        if each.tag == "textarea":
            value = "".join(str(part) for part in each.inner).removeprefix("\n")
            sent.setdefault(name, []).append(value)
        elif each.tag == "select":
            chosen = [option for option in each.all("option") if "selected" in option.attributes]
            sent.setdefault(name, []).append((chosen or each.all("option"))[0].attributes["value"])
        elif kind != "file" and (kind not in {"radio", "checkbox"} or "checked" in each.attributes):
            sent.setdefault(name, []).append(each.attributes["value"])
    return {name: tuple(values) for name, values in sent.items()}
