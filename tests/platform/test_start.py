"""`meedoen start` runs everything, keeps it running, and says plainly what stops it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil
import pytest

from embedded.installation import Ports
from embedded.part import PROJECT, python
from embedded.short_lived import free_port
from tests.platform.conftest import eventually, is_alive

PATIENCE = 60.0


@dataclass(frozen=True)
class Whole:
    """One `meedoen start` with ports and a folder of its own."""

    state: Path
    ports: Ports
    process: subprocess.Popen[str]

    def is_ready(self) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self.ports.api}/health/ready", timeout=5).is_success
        except httpx.HTTPError:
            return False

    def pid(self, part: str) -> int:
        """The process of a part now, which is a child of this start; 0 between two."""
        try:
            pid = int((self.state / "processes" / part).read_text().split()[0])
            return pid if psutil.Process(pid).ppid() == self.process.pid else 0
        except (FileNotFoundError, IndexError, psutil.NoSuchProcess):
            return 0

    def kill(self, part: str) -> int:
        """Kill a part with -9; answers with the process that died, 0 when none was there."""
        killed = self.pid(part)
        if killed:  # 0 would be the tests themselves
            with suppress(ProcessLookupError):
                os.kill(killed, signal.SIGKILL)
        return killed

    def meedoen(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Another command, beside the one that runs."""
        return meedoen(*arguments, state=self.state)


def meedoen(*arguments: str, state: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "MEEDOEN_STATE": str(state), "COLUMNS": "200"}
    return subprocess.run(
        python("-m", "cli", *arguments),
        capture_output=True,
        text=True,
        check=False,
        cwd=PROJECT,
        env=environment,
    )


def options(ports: Ports) -> list[str]:
    return [word for option, port in ports.by_option().items() for word in (option, str(port))]


@contextmanager
def started(state: Path, ports: Ports) -> Generator[Whole]:
    arguments = python("-m", "cli", "start", "--state", str(state), *options(ports))
    with subprocess.Popen(
        arguments, cwd=PROJECT, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        whole = Whole(state, ports, process)
        try:
            assert eventually(
                lambda: (whole.is_ready() and whole.pid("load") == 0) or process.poll() is not None, PATIENCE
            )
            yield whole
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
            process.wait(PATIENCE)


def own_ports() -> Ports:
    return Ports(*(free_port() for _ in range(6)))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Generator[Whole]:
    with started(tmp_path_factory.mktemp("whole"), own_ports()) as running:
        yield running


def test_the_doctor_finds_nothing_wrong_with_what_was_started(whole: Whole) -> None:
    assert eventually(lambda: whole.meedoen("doctor").returncode == 0, PATIENCE)
    assert "every migration applied" in whole.meedoen("doctor").stdout


def test_a_token_opens_the_api(whole: Whole) -> None:
    bearer = whole.meedoen("token", "caseworker1").stdout.strip()
    api = httpx.Client(base_url=f"http://127.0.0.1:{whole.ports.api}/api/v1")

    assert api.get("/tasks").status_code == httpx.codes.UNAUTHORIZED
    assert api.get("/tasks", headers={"Authorization": f"Bearer {bearer}"}).status_code == httpx.codes.OK


def test_nobody_unknown_gets_a_token(whole: Whole) -> None:
    refused = whole.meedoen("token", "burgemeester")

    assert refused.returncode == 1
    assert refused.stderr.startswith("There is no user burgemeester; the users are coop-a, coop-b, ")
    assert len(refused.stderr.splitlines()) == 1


def test_a_second_start_in_the_same_folder_is_one_clear_sentence(whole: Whole) -> None:
    second = whole.meedoen("start")

    assert second.returncode == 1
    assert second.stderr == (
        f"Meedoen runs here already (process {whole.process.pid}): stop that one first with Ctrl-C,"
        " or give this one a folder of its own with --state and other ports.\n"
    )


def test_a_taken_port_is_one_clear_sentence(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        refused = meedoen("start", "--state", str(tmp_path), "--ui-port", str(port), state=tmp_path)

    assert refused.returncode == 1
    assert refused.stderr.startswith(
        f"Port {port} is taken by another program: choose another one with --ui-port"
    )
    assert len(refused.stderr.splitlines()) == 1


def test_a_folder_that_cannot_be_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    refused = meedoen("start", "--state", str(tmp_path / "file" / "state"), state=tmp_path)

    assert refused.returncode == 1
    assert "choose another folder with --state" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1


@pytest.mark.parametrize("part", ["postgres", "temporal", "identity", "mail", "worker", "api"])
def test_a_part_that_is_killed_comes_back_and_all_is_well_again(whole: Whole, part: str) -> None:
    assert eventually(lambda: whole.pid(part) != 0, PATIENCE)
    killed = whole.kill(part)

    assert eventually(lambda: whole.pid(part) not in {0, killed}, 5)
    assert eventually(whole.is_ready, PATIENCE)


def test_all_ends_when_the_supervisor_is_killed_and_the_next_start_finds_everything(whole: Whole) -> None:
    """Comes last of those that use the module's installation, for it ends it."""
    bearer = whole.meedoen("token", "coop-a").stdout.strip()
    parts = [psutil.Process(whole.pid(part)) for part in ("postgres", "temporal", "api", "worker")]
    whole.process.kill()
    with started(whole.state, whole.ports) as again:
        assert not any(is_alive(part.pid) for part in parts)
        api = f"http://127.0.0.1:{again.ports.api}/api/v1"
        answer = httpx.get(f"{api}/cases", headers={"Authorization": f"Bearer {bearer}"})

        assert answer.status_code == httpx.codes.OK
        again.process.send_signal(signal.SIGTERM)
        assert again.process.wait(PATIENCE) == 0
        assert not (whole.state / "running.env").exists()
        assert list((whole.state / "processes").iterdir()) == []


def test_the_doctor_tells_what_is_missing_when_nothing_runs(tmp_path: Path) -> None:
    told = meedoen("doctor", state=tmp_path)

    assert told.returncode == 1
    assert "make start" in told.stdout


def test_no_token_without_the_embedded_identity(tmp_path: Path) -> None:
    refused = meedoen("token", "coop-a", state=tmp_path)

    assert refused.returncode == 1
    assert refused.stderr.startswith(
        "Tokens are handed out by the embedded identity only, and it does not run"
    )


def test_the_doctor_of_a_server_speaks_of_its_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the parts are services of somebody else, `make start` is no advice."""
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://127.0.0.1:1/none")
    monkeypatch.setenv("TEMPORAL_ADDRESS", "127.0.0.1:1")
    told = meedoen("doctor", state=tmp_path)

    assert told.returncode == 1
    assert "DATABASE_URL" in told.stdout
    assert "TEMPORAL_ADDRESS" in told.stdout
    assert "make start" not in told.stdout
