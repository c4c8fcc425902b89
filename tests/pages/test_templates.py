"""Templates speak both languages, load nothing from elsewhere, and keep to the content security policy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.identity import GIVEN
from api.languages import Language, catalogue
from api.pages.problem import IN_A_PAGE, PARAMETERS
from api.pages.shell import NAVIGATION, TEMPLATES
from api.pages.static import FOLDER
from domain.people import Role

FILES = sorted(TEMPLATES.rglob("*.html"))
SENTENCE = re.compile(r"""\b_\(\s*(?:"([^"]*)"|'([^']*)')""")
KNOWN = catalogue(Language.NL)
every_template = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


@every_template
def test_every_sentence_has_its_dutch(file: Path) -> None:
    said = {double or single for double, single in SENTENCE.findall(file.read_text())}

    assert set() == said - KNOWN.keys()


def test_what_is_told_after_an_act_and_the_navigation_have_their_dutch() -> None:
    said = {place.name for place in NAVIGATION} | {*IN_A_PAGE.values(), *PARAMETERS.values()}
    for module in TEMPLATES.parent.rglob("*.py"):
        for told in re.findall(r"await done\((.*?)\)\n", module.read_text(), re.DOTALL):
            said |= set(re.findall(r'"([A-Z][^"]+)"', told))

    assert set() == said - KNOWN.keys()


@every_template
def test_no_template_has_what_the_policy_forbids(file: Path) -> None:
    text = file.read_text()

    assert [] == re.findall(r"<style|\sstyle=|\son\w+=|hx-on|js:|javascript:|<script(?! src=)", text)
    assert [] == re.findall(r"(?:src|href|action)=[\"']?(?:https?:)?//", text)


@every_template
def test_a_refusal_is_told_with_one_full_stop(file: Path) -> None:
    """Some of them have their own, others have none."""
    assert [] == re.findall(r"_\([\w.]+\.template[^}]*\}\}\.", file.read_text())


def test_style_sheets_and_scripts_of_our_own_load_nothing_from_elsewhere() -> None:
    for file in (*FOLDER.glob("*.css"), FOLDER / "meedoen.js"):
        assert [] == re.findall(r"https?://|@import|url\(", file.read_text()), file.name


def test_every_class_that_a_template_uses_is_in_the_style_sheets() -> None:
    styled = {
        found
        for sheet in FOLDER.glob("*.css")
        for found in re.findall(r"\.(meedoen-[\w-]+)", sheet.read_text())
    }
    plain = re.compile(r"meedoen-[a-z0-9]+(?:[-_]+[a-z0-9]+)*(?![\w-]*\{\{)\b")
    used = {
        name
        for file in FILES
        for classes in re.findall(r'class="([^"]*)"', file.read_text())
        for name in plain.findall(re.sub(r"meedoen-[\w-]*\{\{.*?\}\}", "", classes))
    }

    assert set() == used - styled


def test_what_is_said_otherwise_in_a_page_is_said_by_the_api() -> None:
    assert set(IN_A_PAGE) <= KNOWN.keys()


def test_every_role_that_one_can_have_has_a_place() -> None:
    assert frozenset(GIVEN) == frozenset[Role]().union(*(place.roles for place in NAVIGATION))
