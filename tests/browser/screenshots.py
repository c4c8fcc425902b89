"""The pictures of the README, of the pages as they are: `make screenshots`.

Not a test by its name, so that it only runs when asked.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from embedded.part import PROJECT
from tests.browser.conftest import System, Visitor
from tests.browser.test_acting import a_review, reviewed
from tests.browser.test_case import granted

PICTURES = PROJECT / "docs" / "screenshots"


@pytest.fixture(scope="module")
def numbers(system: System) -> list[str]:
    """The example applications, of which some are further than others."""
    token = system.whole.identity.token("coop-a")
    command = (*("submit", "examples/applications.csv"), *("--api", system.url), *("--token", token))
    subprocess.run((sys.executable, "-m", "cli", *command), check=True, cwd=PROJECT, capture_output=True)
    missing = {"kind": "completeness_checked", "missing": ["authorisation"]}
    tasks = system.asks("caseworker1", "/tasks?limit=50")["items"]
    for task in tasks[:24]:
        system.does("caseworker1", f"/tasks/{task['id']}/claim")
    for task in tasks[:18]:
        found = missing if task is tasks[3] else {"kind": "completeness_checked"}
        system.does("caseworker1", f"/tasks/{task['id']}/complete", found)
    for task in tasks[6:18]:
        system.does("caseworker1", f"/tasks/{task['case']['number']}.2/complete", a_review())
    return [task["case"]["number"] for task in tasks]


@pytest.mark.parametrize(
    ("name", "user", "path"),
    [
        ("work", "caseworker1", "/work"),
        ("case", "caseworker1", "/cases/{granted}"),
        ("decision", "decider1", "/tasks/{reviewed}.3/acts/permission_granted"),
        ("cooperative", "coop-a", "/mine"),
        ("audit", "auditor1", "/audit/cases/{granted}"),
        ("figures", "coordinator1", "/figures"),
    ],
)
def test_a_picture_is_made(
    visitor: Visitor, system: System, numbers: list[str], name: str, user: str, path: str
) -> None:
    assert numbers
    wanted = {"granted": granted, "reviewed": reviewed}
    found = {key: make(system) for key, make in wanted.items() if f"{{{key}}}" in path}
    page = visitor(user, f"{path.format(**found)}?lang=en")
    page.set_viewport_size({"width": 1280, "height": 960})
    PICTURES.mkdir(exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")
