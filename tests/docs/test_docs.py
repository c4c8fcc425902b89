"""The pages for readers stay true: what they link to, what they tell to type, and which routes they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.routing import iter_route_contexts

from api.app import create_app
from api.pages.preferences import is_page
from api.pages.static import FOLDER as FOLDER_OF_STYLES
from api.problems import Kind
from cli import app as command
from domain.acts import ACTS
from domain.authority import MAY
from domain.numbers import case_number, is_case_number

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(page for place in ("*.md", "docs/**/*.md", "examples/*.md") for page in ROOT.glob(place))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
LONGEST_DECISION = 40

LINK = re.compile(r"\]\(([^)\s]+)\)")
SNIPPET = re.compile(r"^```[^\n]*\n(.*?)^```|^ {4,}(\S[^\n]*)|`([^`\n]+)`", re.MULTILINE | re.DOTALL)
MAKE = re.compile(r"(?:^|[\s;&|])make ([a-z]+)\b")
MEEDOEN = re.compile(r"(?:^|[\s;&|/])meedoen ([a-z]+)\b")
ROUTE = re.compile(r"\| `([A-Z]+) (/\S+)` \|")
FILE = re.compile(r"(?:\.\./)*((?:[\w-]+/)*[\w-]+\.(?:py|html|css|js|typ|csv|md))")
FOLDER = re.compile(r"((?:[\w-]+/)+)")
CASE_NUMBER = re.compile(r"\bMD-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")


def snippets(page: Path) -> Iterator[str]:
    """What a page shows as code: blocks, indented lines and words between backticks."""
    for found in SNIPPET.finditer(page.read_text()):
        yield next(group for group in found.groups() if group is not None)


def anchors(page: Path) -> set[str]:
    """The names by which the headings of a page can be linked to."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def named(pattern: re.Pattern[str]) -> set[str]:
    """Everything that the pages tell to type, by that pattern."""
    return {name for page in PAGES for snippet in snippets(page) for name in pattern.findall(snippet)}


def commands() -> set[str]:
    """The names of the commands, and of groups of them."""
    return {str(each.name) for each in (*command.registered_commands, *command.registered_groups)}


def places() -> set[str]:
    """Every file of the repository and, with a slash behind, every folder, by its path and by each end of that path."""
    tops = [top for top in ROOT.iterdir() if not top.name.startswith(".")]
    found = [each for top in tops for each in (top, *top.rglob("*"))]
    written = [(each.relative_to(ROOT).parts, "/" if each.is_dir() else "") for each in found]
    return {"/".join(parts[n:]) + slash for parts, slash in written for n in range(len(parts))}


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.parent in (ROOT, ROOT / "docs")], ids=lambda page: page.name
)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    """By its whole path, or by the end of it where the page says before in which folder it stands."""
    named_there = re.findall(r"`([^`\n]+)`", page.read_text())
    files = {found[1] for name in named_there if (found := FILE.fullmatch(name) or FOLDER.fullmatch(name))}

    assert set() == files - places()


def test_every_token_that_a_theme_may_set_is_named_to_who_runs_it() -> None:
    styled = re.findall(r"^  (--[\w-]+):", (FOLDER_OF_STYLES / "tokens.css").read_text(), re.MULTILINE)
    named_there = re.findall(r"`(--meedoen-[\w-]+)`", (ROOT / "docs" / "operating.md").read_text())

    assert sorted(styled) == sorted(named_there)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """To a file of this repository, and to a heading in it when the link names one."""
    broken: list[str] = []
    for link in LINK.findall(page.read_text()):
        if "://" in link or link.startswith("mailto:"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)

    assert [] == broken


def test_every_make_target_that_is_named_exists() -> None:
    """And there are some."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    asked = named(MAKE)

    assert {"start", "test"} <= asked
    assert set() == asked - targets


def test_every_command_that_is_named_exists() -> None:
    """Under `meedoen`."""
    known = commands()
    asked = named(MEEDOEN)

    assert {"token", "submit", "case", "simulate"} <= asked
    assert set() == asked - known


def test_every_command_is_told_of() -> None:
    """Somewhere in the pages."""
    known = commands()

    assert set() == known - named(MEEDOEN)


def test_the_table_of_routes_is_that_of_the_application() -> None:
    """None is missing, and none is made up."""
    told = set(ROUTE.findall((ROOT / "docs" / "api.md").read_text()))
    served = {
        (method, route.path)
        for route in iter_route_contexts(create_app().routes)
        for method in (route.methods or ())
        if method != "HEAD" and not is_page({"path": route.path})
    }

    assert served == told


def test_the_table_of_problems_is_that_of_the_application() -> None:
    """Each with its status."""
    from api import problems

    kinds = {(str(each.status), each.type) for each in vars(problems).values() if isinstance(each, Kind)}
    told = re.findall(
        r"^\| (\d{3}) \| `(/problems/[a-z-]+)` \|", (ROOT / "docs" / "api.md").read_text(), re.MULTILINE
    )

    assert kinds == set(told)


def test_the_table_of_acts_has_what_people_do() -> None:
    """Acts about a task have routes of their own."""
    section = (ROOT / "docs" / "api.md").read_text().partition("## Acts that people do")[2]
    rows = re.findall(r"^\| ((?:`[a-z_]+`(?:, )?)+) \|", section, re.MULTILINE)
    told = {kind for row in rows for kind in re.findall(r"`([a-z_]+)`", row)}
    done = {kind for kind, act in ACTS.items() if act in MAY and not kind.startswith("task_")}

    assert done == told


def test_the_table_of_acts_names_their_fields() -> None:
    """As they go over the wire."""
    section = (ROOT / "docs" / "api.md").read_text().partition("## Acts that people do")[2]
    wrong: list[str] = []
    for kinds, cell in re.findall(r"^\| ((?:`[a-z_]+`(?:, )?)+) \| ([^|]+) \|", section, re.MULTILINE):
        for kind in re.findall(r"`([a-z_]+)`", kinds):
            fields = {field.alias for field in ACTS[kind].model_fields.values()} - {"kind"}
            if fields != set(re.findall(r"`(\w+)`", cell)):
                wrong.append(kind)

    assert [] == wrong


def test_every_case_number_that_is_named_is_one() -> None:
    """Its check character is right."""
    numbers = {number for page in PAGES for number in CASE_NUMBER.findall(page.read_text())}

    assert set() == {number for number in numbers if not is_case_number(number)}


def test_the_walk_names_the_number_that_its_key_gives() -> None:
    """So that its commands can be typed as they stand."""
    walk = (ROOT / "README.md").read_text()

    assert f"CASE={case_number('zonnedam', 'de-werkplaats', 'walk-1')}" in walk
    assert "post coop-a walk-1 /applications" in walk


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.name)
def test_a_decision_is_short_and_stands_in_the_list(decision: Path) -> None:
    """Forty lines at most."""
    listed = (decision.parent / "README.md").read_text()

    assert LONGEST_DECISION >= len(decision.read_text().splitlines())
    assert f"({decision.name})" in listed
