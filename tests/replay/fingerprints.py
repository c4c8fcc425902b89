"""What a workflow tells Temporal to do, read from its source: the calls that make commands, and what they hang on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

COMMANDS = frozenset(
    {
        *("until", "note", "tell", "day_of", "day_after", "start_afresh", "close"),
        *("wait_condition", "sleep", "wait", "wait_for", "call_later", "cancel", "create_task"),
        *("execute_activity", "execute_activity_method", "start_activity", "start_activity_method"),
        *("execute_local_activity", "execute_local_activity_method", "start_local_activity"),
        *("execute_child_workflow", "start_child_workflow", "signal", "continue_as_new"),
        *("upsert_search_attributes", "upsert_memo", "patched", "deprecate_patch", "uuid4", "random"),
    }
)
WITHOUT_COMMANDS = frozenset({"by", "due"})
"""Arguments that say for whom and by when, which only the copy in the database shows."""


def fingerprint(folder: Path) -> dict[str, list[str]]:
    """For each method of each workflow file that makes commands: these, in the order of the source."""
    found = {
        f"{file.stem}.{where}": lines
        for file in sorted(folder.glob("*.py"))
        for where, function in _functions(ast.parse(file.read_text()))
        if (lines := list(_lines(function.body)))
    }
    return dict(sorted(found.items()))


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield f"{node.name}.{inner.name}", inner


def _lines(body: list[ast.stmt], depth: int = 0) -> Iterator[str]:
    indent = "  " * depth
    for statement in body:
        if not _calls(statement):
            continue
        blocks = [
            block
            for name in ("body", "handlers", "orelse", "finalbody")
            if (block := getattr(statement, name, []))
        ]
        if not blocks:
            yield from (indent + _written(call) for call in _calls(statement))
            continue
        yield indent + ast.unparse(statement).splitlines()[0]
        for block in blocks:
            inner = [
                each
                for part in block
                for each in (part.body if isinstance(part, ast.ExceptHandler) else [part])
            ]
            yield from _lines(inner, depth + 1)


def _calls(node: ast.AST) -> list[ast.Call]:
    calls = [each for each in ast.walk(node) if isinstance(each, ast.Call) and _makes_commands(each, node)]
    return sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def _makes_commands(call: ast.Call, within: ast.AST) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    is_awaited = any(isinstance(each, ast.Await) and each.value is call for each in ast.walk(within))
    is_own = isinstance(call.func.value, ast.Name) and call.func.value.id == "self"
    return call.func.attr in COMMANDS or (is_own and is_awaited)


def _written(call: ast.Call) -> str:
    assert isinstance(call.func, ast.Attribute)
    arguments = [ast.unparse(each) for each in call.args]
    named = [
        f"{each.arg}={ast.unparse(each.value)}" for each in call.keywords if each.arg not in WITHOUT_COMMANDS
    ]
    return f"{call.func.attr}({', '.join([*arguments, *named])})"
