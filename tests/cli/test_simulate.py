"""`meedoen simulate` lives the whole life of a case, with nothing running and nothing left."""

from __future__ import annotations

import os
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from cli.scenarios import SCENARIOS
from cli.simulate import Scenario
from cli.simulation import a_life_on, example_municipality
from cli.teller import Teller
from embedded.part import PROJECT, python
from tests.story import Stage


def simulated(folder: Path, *options: str) -> list[str]:
    """What `meedoen simulate` tells, line by line."""
    lived = subprocess.run(
        python("-m", "cli", "simulate", *options),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=PROJECT,
        env={
            **os.environ,
            "COLUMNS": "300",
            "TMPDIR": str(folder),
            "MEEDOEN_STATE": str(folder / "state"),
        },
    )

    assert 0 == lived.returncode, lived.stderr
    return [line.strip() for line in lived.stdout.splitlines()]


def test_three_years_pass_in_seconds(tmp_path: Path) -> None:
    told = simulated(tmp_path)
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


def test_another_life_is_chosen_by_its_name(tmp_path: Path) -> None:
    told = simulated(tmp_path, "--scenario", "withdrawn", "--language", "nl")

    assert any("Fatma Yıldız: De aanvraag is ingetrokken" in line for line in told), told
    assert " ingetrokken: " in told[-1]


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(
    ("scenario", "sentence", "end"),
    [
        ("set-aside", "Meedoen: The period for the supplement passed", "set aside"),
        ("withdrawn", "Fatma Yıldız: The application was withdrawn", "withdrawn"),
        ("refused", "Fatma Yıldız: A view came in", "refused"),
        ("fewer-hours", "Meedoen: The period for a view passed", "taking part"),
        ("sent-back", "Sanne de Wit: The advice came in", "taking part"),
        ("questions", "Fatma Yıldız: Answer: (2)", "taking part"),
        ("late", "Willem Brouwer: The decision was adjourned", "taking part"),
        ("objection-upheld", "Meedoen: ", "taking part"),
        ("objection-unfounded", "Meedoen: ", "refused"),
        ("ended", "Fatma Yıldız: ", "ended"),
    ],
)
async def test_each_life_comes_to_its_own_end(stage: Stage, scenario: str, sentence: str, end: str) -> None:
    """On the parts of the other tests, since to start and stop its own takes longer than the life."""
    municipality, written = example_municipality(), StringIO()
    teller = Teller(Console(file=written, width=300), "en", municipality.policy)
    life = a_life_on(stage.temporal, stage.database, municipality, "en", teller, name=f"simulated-{scenario}")
    await SCENARIOS[scenario](life)
    teller.sum_up(life.case, seconds=0)
    told = [line.strip() for line in written.getvalue().splitlines()]

    assert any(sentence in line for line in told), told
    assert f" {end}: " in told[-1]


def test_every_life_that_can_be_chosen_is_there() -> None:
    assert {scenario.value for scenario in Scenario} == set(SCENARIOS)
