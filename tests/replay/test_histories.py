"""Every kept history replays on the code of today: a case that began on older code goes on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from tests.replay.compacting import KEPT
from workflows.client import workflow_id
from workflows.plugin import PURE, plugin

HISTORIES = sorted(Path(__file__).with_name("histories").glob("*.json"))


@pytest.mark.parametrize("file", HISTORIES, ids=lambda file: file.stem)
async def test_a_kept_history_replays(file: Path) -> None:
    """One for each run of each path through the procedure, with the sandbox looking on."""
    number, _, _ = file.stem.rpartition(".")
    history = WorkflowHistory.from_json(workflow_id(number), file.read_text())

    await Replayer(workflows=[], plugins=[plugin(PURE)], build_id="any").replay_workflow(history)


def test_the_kept_histories_name_no_machine() -> None:
    """Where Temporal names the process and its machine, they say `meedoen`."""
    named = {name for file in HISTORIES for name in re.findall(r'"identity":"([^"]*)"', file.read_text())}

    assert {"meedoen"} == named


def test_every_path_has_its_history() -> None:
    """No more, no less: a story that got another name takes its history along."""
    assert set(KEPT) == {file.stem.rpartition(".")[0] for file in HISTORIES}
