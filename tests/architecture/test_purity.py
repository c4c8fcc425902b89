"""The law is pure: `domain/` asks nobody for the time, the weather or a file. The sandbox does not look there."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import domain
from embedded.part import PROJECT, python

DOMAIN = Path(domain.__file__).parent
FILES = sorted(DOMAIN.rglob("*.py"))

ALLOWED = frozenset(
    {
        *(
            "__future__",
            "abc",
            "calendar",
            "collections",
            "dataclasses",
            "datetime",
            "decimal",
            "difflib",
            "enum",
        ),
        *("functools", "hashlib", "itertools", "json", "math", "operator", "re", "typing", "zoneinfo"),
        *("babel", "domain", "holidays", "pydantic", "pydantic_core", "stdnum"),
    }
)
"""Modules that answer the same question always in the same way."""

IMPURE = frozenset(
    {
        *(
            "today",
            "now",
            "utcnow",
            "fromtimestamp",
            "localtime",
            "gmtime",
            "monotonic",
            "perf_counter",
            "sleep",
        ),
        *("uuid1", "uuid4", "random", "randint", "randbytes", "choice", "shuffle", "token_hex", "urandom"),
        *("getenv", "environ", "open", "read_text", "write_text", "input", "print"),
        *("eval", "exec", "compile", "__import__", "globals", "locals", "id", "hash"),
    }
)
"""Names by which the world comes in, or goes out."""


def found_in(source: str) -> list[str]:
    """Everything impure that stands in the source, with its line."""
    return [
        f"line {node.lineno}: {name}"
        for node in ast.walk(ast.parse(source))
        for name in _impure_names(node)
        if isinstance(node, ast.expr | ast.stmt)
    ]


def _impure_names(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [each.name for each in names if each.name.partition(".")[0] not in ALLOWED]
        case ast.ImportFrom(module=module, level=level, names=names):
            impure = [f"{module}.{each.name}" for each in names if each.name in IMPURE]
            known = level == 0 and module is not None and module.partition(".")[0] in ALLOWED
            return impure if known else [str(module)]
        case ast.Call(func=ast.Name(id=name)) if name in IMPURE:
            return [name]
        case ast.Attribute(attr=name) if name in IMPURE - {"id", "hash", "compile"}:
            return [name]
        case ast.Global() | ast.Nonlocal() | ast.AsyncFunctionDef() | ast.Await():
            return [type(node).__name__]
        case _:
            return []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(DOMAIN)))
def test_the_law_asks_nobody(file: Path) -> None:
    """No clock, no chance, no file, no framework."""
    assert [] == found_in(file.read_text())


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "import time",
        "import random",
        "from uuid import uuid4",
        "from datetime import date; date.today()",
        "import datetime; datetime.datetime.now()",
        "from datetime import datetime as d; d.now",
        "from pathlib import Path",
        "open('policy.toml')",
        "import temporalio.workflow",
        "from sqlalchemy import select",
        "from workflows.procedure import Procedure",
        "from . import case",
        "print('x')",
        "async def f(): ...",
        "def f():\n    global x",
        "__import__('os')",
        "hash('x')",
    ],
)
def test_the_guard_finds(line: str) -> None:
    """Each way in by which somebody may try it."""
    assert found_in(line)


def test_the_guard_has_something_to_look_at() -> None:
    """A moved folder must not pass for a pure one."""
    assert len(FILES) > 10
    assert {"calendar", "hashlib", "re"} <= sys.stdlib_module_names


@pytest.mark.parametrize(
    "first", ["api.app", "worker", "workflows.plugin", "store.queries", "cli.simulation"]
)
def test_whatever_starts_first_can_be_imported(first: str) -> None:
    """No module needs another one that needs it, whichever way the process comes in."""
    imported = subprocess.run(
        python("-c", f"import {first}"), capture_output=True, text=True, check=False, cwd=PROJECT
    )

    assert "" == imported.stderr
