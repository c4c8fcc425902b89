"""`meedoen simulate` lives the whole life of a case, with nothing running and nothing left."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from cli.simulate import Scenario
from embedded.part import PROJECT, python


def test_three_years_pass_in_seconds(tmp_path: Path) -> None:
    lived = subprocess.run(
        python("-m", "cli", "simulate"),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=PROJECT,
        env={
            **os.environ,
            "COLUMNS": "300",
            "TMPDIR": str(tmp_path),
            "MEEDOEN_STATE": str(tmp_path / "state"),
        },
    )

    assert 0 == lived.returncode, lived.stderr
    told = [line.strip() for line in lived.stdout.splitlines()]
    for sentence in (
        "Fatma Yıldız: An application came in: ",
        "Meedoen: A supplement was asked for, by ",
        "Meedoen: A reminder of the supplement was sent.",
        "Willem Brouwer: Permission was granted from ",
        "Meedoen: No progress report came: the caseworker takes over.",
        "Mohamed El Amrani: Reassessed: it goes on, on other conditions, for at most 20 hours a week.",
    ):
        assert any(sentence in line for line in told), sentence
    assert sum("Reassessed: " in line for line in told) >= 5
    assert " came to its end: " in told[-1]
    assert [] == list(tmp_path.glob("meedoen-*"))
    assert not (tmp_path / "state").exists()


def test_every_life_that_can_be_chosen_is_there() -> None:
    from cli.scenarios import SCENARIOS

    assert {scenario.value for scenario in Scenario} == set(SCENARIOS)
