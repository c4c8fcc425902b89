"""Every sentence that the source can say to somebody, found by reading it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from domain import errors

ROOT = Path(__file__).parents[2]
FOLDERS = ("domain", "workflows", "activities", "store", "api")

TEMPLATE_AT = {
    **{
        name: 1 if issubclass(kind, errors.NotAcceptable) else 0
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, errors.CaseError)
    },
    "Problem": 1,
    "TokenRefused": 0,
    "Kind": 2,
    "PydanticCustomError": 1,
    "contradiction": 1,
    "Heading": 1,
    "say": 0,
}
"""Which argument is the template, by what is called."""


@dataclass(frozen=True)
class Sentence:
    """A template, where it stands, and the names of the facts given with it."""

    template: str
    place: str
    facts: frozenset[str]


def sentences() -> Iterator[Sentence]:
    """All of them; a template that is not written out where it is used cannot be translated, and fails here."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from _in_file(path)


def _in_file(path: Path) -> Iterator[Sentence]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    passed_on = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name in TEMPLATE_AT
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or node in passed_on:
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name not in TEMPLATE_AT or len(node.args) <= TEMPLATE_AT[name]:
            continue
        given = node.args[TEMPLATE_AT[name]]
        place = f"{path.relative_to(ROOT)}:{node.lineno}"
        facts = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
        for template in _written(given, constants, place):
            yield Sentence(template, place, facts)


def _written(given: ast.expr, constants: dict[str, str], place: str) -> Iterator[str]:
    match given:
        case ast.Constant(value=str(template)):
            yield template
        case ast.Name(id=name) if name in constants:
            yield constants[name]
        case ast.IfExp(body=one, orelse=other):
            yield from _written(one, constants, place)
            yield from _written(other, constants, place)
        case ast.Attribute():
            return  # a sentence that was found elsewhere, passed on
        case _:
            raise AssertionError(f"{place}: write the sentence out, so that it can be translated")
