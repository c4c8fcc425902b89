"""No module of the law needs, as it is loaded, another one that needs it: any of them can be imported first."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.architecture.test_purity import DOMAIN, FILES


def name_of(file: Path) -> str:
    """As others import it."""
    return ".".join(file.relative_to(DOMAIN.parent).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(file): file.read_text() for file in FILES}


def needed_by(module: str, modules: dict[str, str]) -> Iterator[str]:
    """What is loaded for it at once: what stands below `if TYPE_CHECKING` or in a function is not."""
    for node in ast.parse(modules[module]).body:
        match node:
            case ast.ImportFrom(module=str(source), names=names):
                found = {f"{source}.{each.name}" for each in names} | {source}
            case ast.Import(names=names):
                found = {each.name for each in names}
            case _:
                continue
        with_packages = {each.rsplit(".", n)[0] for each in found for n in range(each.count(".") + 1)}
        yield from (
            each for each in with_packages if each in modules and not f"{module}.".startswith(f"{each}.")
        )


def check(modules: dict[str, str]) -> None:
    """Fail where some of them stand in a circle."""
    TopologicalSorter({each: needed_by(each, modules) for each in modules}).prepare()


def test_the_modules_of_the_law_stand_in_no_circle() -> None:
    check(MODULES)


def test_a_circle_by_way_of_a_package_is_found() -> None:
    """By which a module could be imported only after another one."""
    apart = {"law": "", "law.view": "from law import terms", "law.terms": "", "law.advice": ""}
    closed = apart | {"law.terms": "from law import advice", "law.advice": "from law.view import asked"}
    check(apart)

    with pytest.raises(CycleError):
        check(closed)
