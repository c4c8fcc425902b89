"""A change in what a workflow tells Temporal is noticed before a running case trips over it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import workflows
from tests.replay.fingerprints import fingerprint

COMMITTED = Path(__file__).with_name("fingerprint.json")

ADVICE = """
What a workflow tells Temporal to do has changed, at: {places}.
A case that runs on the old code may not replay on the new. So:
1. keep the old way beside the new one: `if workflow.patched("what-changed"): new; else: old` (docs/gotchas.md);
2. let `tests/replay` replay the histories of the old way: leave those files as they are;
3. write the histories of the new way beside them: MEEDOEN_WRITE_HISTORIES=1 make test ARGS=tests/procedure;
4. accept the change: MEEDOEN_WRITE_FINGERPRINT=1 make test ARGS=tests/replay.
Before the first release there are no running cases, and 3 and 4 will do.
"""


def test_no_workflow_tells_temporal_anything_else_than_before() -> None:
    """Timers, activities, new runs, and what they hang on, in the order of the source."""
    now = fingerprint(Path(workflows.__path__[0]))
    if os.environ.get("MEEDOEN_WRITE_FINGERPRINT"):
        COMMITTED.write_text(json.dumps(now, indent=1) + "\n")
    before = json.loads(COMMITTED.read_text())
    places = sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))

    assert not places, ADVICE.format(places=", ".join(places))


def test_a_new_wait_changes_the_fingerprint(tmp_path: Path) -> None:
    """And another word in a sentence does not."""
    source = "class Case(Procedure):\n    async def run(self):\n        {}\n"
    written = {
        name: (tmp_path / f"{name}.py").write_text(source.format(line))
        for name, line in {
            "a": "await self.until(Received, by=APPLICANT)",
            "b": "await self.until(Received, by=CASEWORKER, due=terms.intake)",
            "c": "await self.until(Received, within=terms.intake)",
            "d": "if x: await self.until(Received)",
        }.items()
    }
    prints = {name.partition(".")[0]: lines for name, lines in fingerprint(tmp_path).items()}

    assert written.keys() == prints.keys()
    assert prints["a"] == prints["b"] == ["until(Received)"]
    assert ["until(Received, within=terms.intake)"] == prints["c"]
    assert ["if x:", "  until(Received)"] == prints["d"]
