"""Parts are kept alive, and stopped in order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest

from embedded import orphans
from embedded.part import PROJECT, Part, python
from embedded.short_lived import running
from embedded.state import StateFolder
from embedded.supervisor import last_words
from embedded.trouble import Trouble
from tests.platform.conftest import eventually, is_alive

FOREVER = "import time; time.sleep(600)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"


def a_part(name: str, code: str, **settings: Any) -> Part:
    return Part(name=name, program=python("-c", code), **settings)


def telling_its_end(name: str, diary: Path) -> Part:
    code = f"""
import signal, sys, time
def end(*_):
    open({str(diary)!r}, "a").write("{name} ")
    sys.exit()
signal.signal(signal.SIGTERM, end)
open({str(diary)!r}, "a").write("+{name} ")
time.sleep(600)
"""

    async def has_begun() -> bool:
        return diary.exists() and f"+{name} " in diary.read_text()

    return a_part(name, code, is_ready=has_begun)


def test_a_killed_part_is_started_again_at_once(tmp_path: Path) -> None:
    with running(tmp_path, a_part("one", FOREVER)) as supervisor:
        first = supervisor.processes["one"].pid
        began = time.monotonic()
        os.kill(first, signal.SIGKILL)

        assert eventually(lambda: supervisor.processes["one"].pid != first)
        assert time.monotonic() - began < 2


def test_parts_start_after_what_they_need_and_stop_in_the_reverse_order(tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    first, second, third = (telling_its_end(name, diary) for name in ("a", "b", "c"))
    with running(tmp_path, first, replace(second, after=("a",)), replace(third, after=("b",))):
        pass

    assert diary.read_text().split() == ["+a", "+b", "+c", "c", "b", "a"]


def test_a_part_that_does_not_want_to_stop_is_killed_after_its_grace(tmp_path: Path) -> None:
    with running(tmp_path, a_part("stubborn", STUBBORN, grace=0.3)) as supervisor:
        process = supervisor.processes["stubborn"]
        time.sleep(0.3)

    assert process.poll() == -signal.SIGKILL


def test_a_part_that_never_starts_is_told_with_its_own_last_words(tmp_path: Path) -> None:
    with (
        pytest.raises(Trouble, match=r"broken does not start: ValueError: no wheels .*broken\.log"),
        running(tmp_path, a_part("broken", "raise ValueError('no wheels')", once=True)),
    ):
        pass


def test_the_others_are_stopped_when_one_cannot_start(tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    well = telling_its_end("well", diary)
    broken = a_part("broken", "raise ValueError", once=True, after=("well",))
    with pytest.raises(Trouble), running(tmp_path, well, broken):
        pass

    assert diary.read_text().split() == ["+well", "well"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
def test_parts_end_with_a_supervisor_that_is_killed(tmp_path: Path) -> None:
    script = f"""
import time
from pathlib import Path
from embedded.part import Part, python
from embedded.short_lived import running
with running(Path({str(tmp_path)!r}), Part("one", python("-c", {FOREVER!r}))) as supervisor:
    print(supervisor.processes["one"].pid, flush=True)
    time.sleep(600)
"""
    with subprocess.Popen(python("-c", script), stdout=subprocess.PIPE, cwd=PROJECT) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_alive(child)
        parent.kill()

        assert eventually(lambda: not is_alive(child))


def test_what_a_killed_supervisor_left_behind_is_ended(tmp_path: Path) -> None:
    state = StateFolder(tmp_path)
    state.prepare()
    with subprocess.Popen(python("-c", FOREVER)) as left:
        orphans.remember(state, "worker", left.pid, signal.SIGTERM)

        assert orphans.end_orphans(state) == ["worker"]
        assert not is_alive(left.pid)
    assert list(state.processes.iterdir()) == []


def test_a_process_that_only_has_the_number_of_one_left_behind_is_let_alone(tmp_path: Path) -> None:
    state = StateFolder(tmp_path)
    state.prepare()
    with subprocess.Popen(python("-c", FOREVER)) as another:
        began = psutil.Process(another.pid).create_time() - 3600
        (state.processes / "worker").write_text(f"{another.pid} {began} {int(signal.SIGTERM)}\n")

        assert orphans.end_orphans(state) == []
        assert another.poll() is None
        another.kill()


def test_last_words_are_the_complaint_rather_than_the_goodbye(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("starting\nFATAL: the lock file is taken\nLOG: shut down\n")

    assert last_words(log) == "FATAL: the lock file is taken"
