"""Every act has a story in which it happens, and not only what the state machines come upon."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from domain.fact import Fact
from tests.architecture.test_acts import KINDS

TESTS = Path(__file__).parent.parent
STORIES = [file for file in (TESTS / "procedure").glob("test_*.py") if "whatever" not in file.name]
EXAMPLES = [*TESTS.glob("*.py"), *(TESTS / "procedure").glob("[!t]*.py")]


@cache
def told(file: Path) -> frozenset[str]:
    """What a story speaks of, by name or as a kind."""
    nodes = list(ast.walk(ast.parse(file.read_text())))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    return frozenset(names | {str(node.value) for node in nodes if isinstance(node, ast.Constant)})


@cache
def examples() -> tuple[tuple[str, str], ...]:
    """Each function that makes something for a test, with the class of what it makes."""
    nodes = (node for file in EXAMPLES for node in ast.parse(file.read_text()).body)
    made = (node for node in nodes if isinstance(node, ast.FunctionDef))
    return tuple((each.name, ast.unparse(each.returns)) for each in made if each.returns)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_act_has_a_story(kind: type[Fact]) -> None:
    """Told by its class, by its kind or by an example of it."""
    called = {kind.__name__, str(kind.model_fields["kind"].default)}
    called |= {name for name, makes in examples() if makes == kind.__name__}

    assert [file.name for file in STORIES if called & told(file)]
