"""The two commands explain themselves, and what they cannot do."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from embedded.part import PROJECT

LOCKS = ("requirements.lock", "requirements-dev.lock")


def make(*arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": path or "/usr/bin:/bin"}
    return subprocess.run(
        ("make", "-C", str(PROJECT), *arguments), capture_output=True, text=True, check=False, env=environment
    )


def a_python(folder: Path, version: str) -> Path:
    """A Python that says its version, and is too old for anything."""
    program = folder / "python3"
    program.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo Python {version} && exit 0\nexit 1\n')
    program.chmod(0o755)
    return program


def test_help_tells_every_command_and_is_what_make_does_by_itself() -> None:
    told = make("help").stdout

    assert {"help", "start", "test", "check", "bench", "lock", "clean"} <= set(
        re.findall(r"make (\w+)", told)
    )
    assert told == make().stdout


def test_an_old_python_is_one_clear_sentence(tmp_path: Path) -> None:
    old = a_python(tmp_path, "3.9.18")
    refused = make("start", f"PYTHON={old}", f"VENV={tmp_path / 'venv'}")

    assert refused.returncode != 0
    assert refused.stderr.splitlines()[0].startswith("Meedoen needs Python 3.11 or newer")
    assert "found Python 3.9.18" in refused.stderr
    assert not (tmp_path / "venv").exists()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_by_hash_and_names_no_place(lock: str) -> None:
    text = (PROJECT / lock).read_text()

    assert "://" not in text
    assert "index-url" not in text
    pinned = re.findall(r"^[a-z0-9._-]+(?:\[[^]]+\])?==\S+", text, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^\S.*\\$", text, re.MULTILINE))


def test_the_packages_for_tests_are_those_of_the_running_system_and_more() -> None:
    running, testing = (
        set(re.findall(r"^([a-z0-9._-]+)(?:\[[^]]+\])?==(\S+)", (PROJECT / lock).read_text(), re.MULTILINE))
        for lock in LOCKS
    )

    assert running < testing
